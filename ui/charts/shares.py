"""Concentration: one stacked bar of the largest, and a ranked line for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter

from ui.charts.base import Chart
from ui.marks import translate
from ui.theme import fonts, theme
from ui.widgets.paint import elided, paint_focus

_BAR: Final = 16
_LINE: Final = 22
_RIGHT: Final = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareLine:
    """A part of the whole: its name, its part of a thousand, amount and share in words."""

    name: str
    permille: int
    amount: str
    share: str


class SharesChart(Chart):
    """The largest five, the next five and the rest; Enter or a click opens one."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._lines: tuple[ShareLine, ...] = ()
        self._title = ""
        self.setMinimumHeight(_BAR + 8 + 7 * _LINE)

    def show_lines(self, lines: Sequence[ShareLine], title: str) -> None:
        """Show parts, largest first."""
        self._lines, self._title = tuple(lines), title
        self.changed()

    def title(self) -> str:
        """Return what it shows."""
        return self._title

    def marks(self) -> int:
        """One per line."""
        return len(self._lines)

    def mark_text(self, place: int) -> str:
        """Return name, amount and share."""
        one = self._lines[place]
        return f"{one.name}: {one.amount}, {one.share}"

    def table(self) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
        """Return name, amount, share."""
        heads = (
            translate("Risk", "Name"),
            translate("Risk", "Amount"),
            translate("Risk", "Share"),
        )
        return heads, [(one.name, one.amount, one.share) for one in self._lines]

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(528, _BAR + 8 + 7 * _LINE)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the line under the pointer."""
        super().mousePressEvent(event)
        place = int((event.position().y() - _BAR - 8) // _LINE)
        if 0 <= place < len(self._lines):
            self.picked.emit(place)

    def draw(self, painter: QPainter) -> None:
        """Draw the bar and the lines."""
        ranks = theme().tokens.ranks
        left = 0.0
        for place, one in enumerate(self._lines):
            width = self.width() * one.permille / 1000
            colour = QColor(ranks[min(place, len(ranks) - 1)])
            painter.fillRect(QRectF(left, 0, max(width - 1, 1), _BAR), colour)
            self._draw_line(painter, place, one, colour)
            left += width

    def _draw_line(self, painter: QPainter, place: int, one: ShareLine, colour: QColor) -> None:
        top = _BAR + 8 + place * _LINE
        painter.fillRect(QRectF(0, top + 7, 8, 8), colour)
        width = float(self.width())
        painter.setFont(fonts.font())
        painter.setPen(theme().colour("text"))
        name = elided(QFontMetricsF(fonts.font()), one.name, width - 216)
        painter.drawText(QRectF(16, top, width - 216, _LINE), _LEFT, name)
        painter.setFont(fonts.number_font(fonts.SMALL))
        painter.drawText(QRectF(width - 200, top, 130, _LINE), _RIGHT, one.amount)
        painter.setPen(theme().colour("text-2"))
        painter.drawText(QRectF(width - 66, top, 66, _LINE), _RIGHT, one.share)
        if self.hasFocus() and place == self.current:
            paint_focus(painter, QRectF(0, top + 1, width, _LINE - 2))
