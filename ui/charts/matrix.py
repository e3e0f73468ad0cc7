"""A heat map of rows and columns: the risk matrix, and region beside industry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter

from ui import format as fmt
from ui.charts.base import Chart
from ui.marks import translate
from ui.theme import fonts, theme
from ui.widgets.paint import elided, paint_focus

_LEFT: Final = 62
_RIGHT: Final = 86
_FOOT: Final = 54
_GAP: Final = 2
_FADED: Final = 0.45
#: Cells lower than this hold one line.
_TWO_LINES: Final = 33
_FLAGS: Final = {
    "left": int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
    "right": int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixCell:
    """A cell: heat 0 … 4, how many customers, two lines of words, and all of it in words.

    ``brief`` stands for the second line where that does not fit: an amount is never cut.
    """

    heat: int
    count: int
    first: str
    second: str
    said: str
    brief: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A row or a column: its name, a second line, its sums; ``briefs`` where those do not fit."""

    name: str
    about: str = ""
    sums: tuple[str, ...] = ()
    briefs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Everything a heat map shows; ``total`` are the lines of the corner at the end."""

    title: str
    rows: tuple[Band, ...]
    columns: tuple[Band, ...]
    cells: tuple[tuple[MatrixCell, ...], ...]
    total: tuple[str, ...]


def _fitting(width: float, text: str, brief: str) -> str:
    """Return a small text, or its short form where it does not fit."""
    wide = QFontMetricsF(fonts.font(fonts.TINY)).horizontalAdvance(text) > width
    return brief if wide and brief else text


class MatrixChart(Chart):
    """Cells of heat. Arrows move between them, Enter or a click selects one.

    Signals:
        selected: the cell selected (row, column), None for all.
    """

    selected = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._matrix: Matrix | None = None
        self._selected: tuple[int, int] | None = None
        self.setFixedHeight(286)
        self.picked.connect(self._pick)

    def show_matrix(self, matrix: Matrix) -> None:
        """Show other numbers; a cell selected before stays while it is there."""
        self._matrix = matrix
        if self._selected is not None and not self._holds(self._selected):
            self._selected = None
        self.changed()

    def selection(self) -> tuple[int, int] | None:
        """Return the cell selected."""
        return self._selected

    def select(self, cell: tuple[int, int] | None) -> None:
        """Select a cell, or all."""
        self._selected = cell
        self.selected.emit(cell)
        self.update()

    def _holds(self, cell: tuple[int, int]) -> bool:
        rows = self._matrix.cells if self._matrix else ()
        return cell[0] < len(rows) and cell[1] < len(rows[cell[0]])

    # what a chart answers

    def title(self) -> str:
        """Return what it shows."""
        return self._matrix.title if self._matrix else ""

    def marks(self) -> int:
        """One per cell."""
        return sum(len(cells) for cells in self._matrix.cells) if self._matrix else 0

    def mark_text(self, place: int) -> str:
        """Return a cell in words."""
        row, column = self._at(place)
        return self._matrix.cells[row][column].said if self._matrix else ""

    def table(self) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
        """Return row, column, and the two lines of each cell with customers."""
        matrix = self._matrix
        if matrix is None:
            return (), ()
        heads = (
            "",
            translate("Risk", "Column"),
            translate("Risk", "Customers"),
            translate("Risk", "Amount or share"),
        )
        rows = [
            (band.name, other.name, cell.first, cell.second)
            for band, cells in zip(matrix.rows, matrix.cells, strict=True)
            for other, cell in zip(matrix.columns, cells, strict=True)
            if cell.count
        ]
        return heads, rows

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(528, 286)

    def _width(self) -> int:
        return len(self._matrix.columns) if self._matrix else 1

    def _at(self, place: int) -> tuple[int, int]:
        return divmod(place, self._width())

    # acts

    def _pick(self, place: int) -> None:
        cell = self._at(place)
        self.select(None if cell == self._selected else cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move by a row, Esc selects all; the rest as every chart."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and self.marks():
            moved = max(self.current, 0) + step * self._width()
            if 0 <= moved < self.marks():
                self.current = moved
                self._say()
                self.update()
        elif event.key() == Qt.Key.Key_Escape and self._selected is not None:
            self.select(None)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the cell under the pointer."""
        super().mousePressEvent(event)
        for place in range(self.marks()):
            if self._box(*self._at(place)).contains(event.position()):
                self.current = place
                self._pick(place)
                self._say()

    # painting

    def _box(self, row: int, column: int) -> QRectF:
        rows = len(self._matrix.rows) if self._matrix else 1
        width = (self.width() - _LEFT - _RIGHT) / self._width()
        height = (self.height() - _FOOT) / rows
        left, top = _LEFT + column * width, row * height
        return QRectF(left, top, width - _GAP, height - _GAP)

    def draw(self, painter: QPainter) -> None:
        """Draw cells, names and sums."""
        matrix = self._matrix
        if matrix is None or not matrix.rows:
            return
        for row, cells in enumerate(matrix.cells):
            self._draw_row(painter, row, matrix.rows[row])
            for column, cell in enumerate(cells):
                self._draw_cell(painter, self._box(row, column), cell)
        for column, band in enumerate(matrix.columns):
            self._draw_foot(painter, self._box(0, column), band)
        self._draw_total(painter, matrix.total)
        if self._selected is not None:
            paint_focus(painter, self._box(*self._selected), 0)
        if self.hasFocus() and self.current >= 0:
            paint_focus(painter, self._box(*self._at(self.current)).adjusted(3, 3, -3, -3), 0)

    def _draw_cell(self, painter: QPainter, box: QRectF, cell: MatrixCell) -> None:
        ground = QColor(theme().tokens.heat[cell.heat])
        if not cell.count:
            ground.setAlphaF(_FADED)
        painter.fillRect(box, ground)
        inside = box.adjusted(5, 0, -3, 0)
        if not cell.count:
            self._write(painter, inside, fmt.DASH, "text-3", fonts.SMALL)
        elif box.height() < _TWO_LINES:
            self._write(painter, inside, cell.first, "text", fonts.SMALL, bold=True)
        else:
            half = inside.height() / 2
            upper = QRectF(inside.left(), inside.top() + half - 18, inside.width(), 18)
            self._write(painter, upper, cell.first, "text", fonts.BASE, bold=True)
            lower = QRectF(inside.left(), inside.top() + half, inside.width(), 17)
            second = _fitting(inside.width(), cell.second, cell.brief)
            self._write(painter, lower, second, "text", fonts.TINY)

    def _draw_row(self, painter: QPainter, row: int, band: Band) -> None:
        box = self._box(row, 0)
        middle, two = box.center().y(), box.height() >= _TWO_LINES
        top = middle - 18 if two else middle - 9
        name = QRectF(0, top, _LEFT - 6, 18)
        said = band.name if two or not band.about else f"{band.name} {band.about}"
        self._write(painter, name, said, "text", fonts.SMALL, bold=True)
        right = self.width() - _RIGHT
        if not two:
            both = "  ".join(band.briefs or band.sums)
            beside = QRectF(right, top, _RIGHT, 18)
            self._write(painter, beside, both, "text-2", fonts.TINY, side="right")
            return
        self._write(painter, name.translated(0, 18), band.about, "text-2", fonts.TINY)
        for place, text in enumerate(band.sums[:2]):
            beside = QRectF(right, top + 18 * place, _RIGHT, 18)
            token, size = ("text-2", fonts.TINY) if place else ("text", fonts.SMALL)
            self._write(painter, beside, text, token, size, bold=not place, side="right")

    def _draw_foot(self, painter: QPainter, box: QRectF, band: Band) -> None:
        top = self.height() - _FOOT + 4
        briefs = band.briefs or band.sums
        pairs = [(band.name, band.name), *zip(band.sums, briefs, strict=True)]
        for place, (text, brief) in enumerate(pairs[:3]):
            under = QRectF(box.left() + 5, top + 16 * place, box.width() - 3, 16)
            token = "text-2" if place else "text"
            said = _fitting(under.width(), text, brief)
            self._write(painter, under, said, token, fonts.TINY if place else fonts.SMALL)

    def _draw_total(self, painter: QPainter, lines: Sequence[str]) -> None:
        top = self.height() - _FOOT + 4
        for place, text in enumerate(lines[:3]):
            box = QRectF(self.width() - _RIGHT, top + 16 * place, _RIGHT, 16)
            token, size = ("text-2", fonts.TINY) if place else ("text", fonts.SMALL)
            self._write(painter, box, text, token, size, side="right")

    def _write(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        token: str,
        size: int,
        *,
        bold: bool = False,
        side: str = "left",
    ) -> None:
        font = fonts.font(size, bold=bold)
        painter.setFont(font)
        painter.setPen(theme().colour(token))
        cut = elided(QFontMetricsF(font), text, box.width())
        painter.drawText(box, _FLAGS[side], cut)
