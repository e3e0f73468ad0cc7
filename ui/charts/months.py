"""Billed against received by month: pairs of bars over 24 months."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from domain.listing import MonthRow
from domain.money import decimals
from ui import format as fmt
from ui.charts.base import Chart
from ui.marks import translate
from ui.theme import fonts, theme
from ui.widgets.paint import paint_focus

_LEFT: Final = 40
_FOOT: Final = 32
_LINES: Final = 4
_BAR: Final = 11


def nice_top(highest: int) -> int:
    """Return a round number at or above the highest, in four equal steps."""
    if highest <= 0:
        return _LINES
    step = 1
    while True:
        for factor in (1, 2, 5):
            if step * factor * _LINES >= highest:
                return step * factor * _LINES
        step *= 10


class MonthsChart(Chart):
    """24 pairs of bars; the axis is in units of ten thousand (zh) or thousand (en)."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._rows: tuple[MonthRow, ...] = ()
        self._currency, self._language = "CNY", "zh"
        self.setFixedHeight(132)

    def show_months(self, rows: Sequence[MonthRow], currency: str, language: str) -> None:
        """Show months in order."""
        self._rows, self._currency, self._language = tuple(rows), currency, language
        self.changed()

    def _unit(self) -> int:
        return (10_000 if self._language == "zh" else 1_000) * 10 ** decimals(self._currency)

    def title(self) -> str:
        """Return what it shows."""
        return translate("Charts", "Billed and received by month")

    def marks(self) -> int:
        """One per month."""
        return len(self._rows)

    def mark_text(self, place: int) -> str:
        """Return month, billed and received."""
        one = self._rows[place]
        said = translate("Charts", "{month}: billed {billed}, received {received}")
        return said.format(
            month=one.month.strftime("%Y-%m"),
            billed=fmt.money(one.billed, self._currency),
            received=fmt.money(one.received, self._currency),
        )

    def table(self) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
        """Return month, billed, received."""
        rows = [
            (
                one.month.strftime("%Y-%m"),
                fmt.money(one.billed, self._currency),
                fmt.money(one.received, self._currency),
            )
            for one in self._rows
        ]
        heads = (
            translate("Charts", "Month"),
            translate("Charts", "Billed"),
            translate("Charts", "Received"),
        )
        return heads, rows

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(480, 132)

    def draw(self, painter: QPainter) -> None:
        """Draw grid, bars and months."""
        if not self._rows:
            return
        unit = self._unit()
        highest = max(max(one.billed, one.received) for one in self._rows)
        top = nice_top(-(-highest // unit)) * unit
        area = QRectF(_LEFT, 6, self.width() - _LEFT, self.height() - _FOOT - 6)
        self._draw_grid(painter, area, top // unit)
        slot = area.width() / len(self._rows)
        for place, one in enumerate(self._rows):
            cell = QRectF(area.left() + place * slot, area.top(), slot, area.height())
            self._draw_pair(painter, cell, one, top)
            self._draw_month(painter, cell, place)
            if self.hasFocus() and place == self.current:
                paint_focus(painter, cell.adjusted(0, -4, 0, 20))

    def _draw_grid(self, painter: QPainter, area: QRectF, top: int) -> None:
        colours = theme()
        painter.setFont(fonts.number_font(fonts.TINY))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for step in range(_LINES + 1):
            y = round(area.bottom() - area.height() * step / _LINES)
            token = "border" if step == 0 else "grid"
            painter.fillRect(QRectF(area.left(), y, area.width(), 1), colours.colour(token))
            painter.setPen(colours.colour("text-3"))
            label = QRectF(0, y - 8, _LEFT - 8, 16)
            painter.drawText(label, right, fmt.count(top * step // _LINES))

    def _draw_pair(self, painter: QPainter, cell: QRectF, one: MonthRow, top: int) -> None:
        bar = min(float(_BAR), max(2.0, (cell.width() - 6) / 2))
        middle = cell.center().x()
        for left, minor, token in (
            (middle - bar - 0.5, one.billed, "billed"),
            (middle + 0.5, one.received, "received"),
        ):
            height = max(0.0, cell.height() * minor / top)
            box = QRectF(left, cell.bottom() - height, bar, height)
            painter.fillRect(box, theme().colour(token))

    def _draw_month(self, painter: QPainter, cell: QRectF, place: int) -> None:
        month = self._rows[place].month
        painter.setFont(fonts.number_font(fonts.TINY))
        painter.setPen(theme().colour("text-3"))
        centre = int(Qt.AlignmentFlag.AlignCenter)
        under = QRectF(cell.left() - 6, cell.bottom() + 3, cell.width() + 12, 13)
        painter.drawText(under, centre, str(month.month))
        if place == 0 or month.month == 1:
            painter.drawText(under.translated(0, 13), centre, str(month.year))
