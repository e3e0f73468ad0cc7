"""Ageing as one stacked bar with a column of figures per bucket under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from domain.ageing import NO_DUE_DATE, NOT_DUE
from ui import format as fmt
from ui.charts.base import Chart
from ui.marks import translate
from ui.theme import fonts, theme
from ui.widgets.paint import paint_focus

_BAR: Final = 16


def bucket_words(key: str) -> str:
    """Return a bucket's name: "1–30 days"."""
    if key == NOT_DUE:
        return translate("Charts", "Not due")
    if key == NO_DUE_DATE:
        return translate("Charts", "No due date")
    return translate("Charts", "{range} days").format(range=key.replace("-", "\N{EN DASH}"))


class AgeingBar(Chart):
    """One 16 px bar; columns of equal width, so that buckets stay in place."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._keys: tuple[str, ...] = ()
        self._amounts: tuple[int, ...] = ()
        self._currency = "CNY"
        self.setFixedHeight(78)

    def show_amounts(self, keys: Sequence[str], amounts: Sequence[int], currency: str) -> None:
        """Show the amounts of buckets in order; an empty "no due date" is left out."""
        pairs = [
            (key, minor)
            for key, minor in zip(keys, amounts, strict=True)
            if key != NO_DUE_DATE or minor
        ]
        self._keys = tuple(key for key, _minor in pairs)
        self._amounts = tuple(minor for _key, minor in pairs)
        self._currency = currency
        self.changed()

    def title(self) -> str:
        """Return what it shows."""
        return translate("Charts", "Ageing by due date")

    def marks(self) -> int:
        """One per bucket."""
        return len(self._keys)

    def mark_text(self, place: int) -> str:
        """Return range, amount and share."""
        minor = self._amounts[place]
        share = fmt.percent(minor, sum(self._amounts))
        money = fmt.money(minor, self._currency)
        return f"{bucket_words(self._keys[place])} {money} ({share})"

    def table(self) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
        """Return range, amount, share."""
        whole = sum(self._amounts)
        rows = [
            (bucket_words(key), fmt.money(minor, self._currency), fmt.percent(minor, whole))
            for key, minor in zip(self._keys, self._amounts, strict=True)
        ]
        amount = translate("Charts", "Amount")
        heads = (
            translate("Charts", "Bucket"),
            f"{amount} {self._currency}",
            translate("Charts", "Share"),
        )
        return heads, rows

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(480, 78)

    def draw(self, painter: QPainter) -> None:
        """Draw the bar, then the columns."""
        self._draw_bar(painter)
        for place in range(len(self._keys)):
            self._draw_column(painter, place)

    def _colour_at(self, place: int) -> int:
        last = len(self._keys) - 1
        return len(theme().tokens.ageing) - 1 if place == last and last > 4 else place

    def _draw_bar(self, painter: QPainter) -> None:
        whole = sum(max(minor, 0) for minor in self._amounts)
        width, left = float(self.width()), 0.0
        if not whole:
            painter.fillRect(QRectF(0, 0, width, _BAR), theme().colour("neutral-soft"))
            return
        for place, minor in enumerate(self._amounts):
            part = width * max(minor, 0) / whole
            if part > 0:
                gap = 1.0 if part > 2 else 0.0
                colour = theme().ageing(self._colour_at(place))
                painter.fillRect(QRectF(left, 0, part - gap, _BAR), colour)
            left += part

    def _draw_column(self, painter: QPainter, place: int) -> None:
        colours, minor = theme(), self._amounts[place]
        width = self.width() / len(self._keys)
        left, top = place * width, _BAR + 9.0
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.fillRect(QRectF(left, top + 4, 8, 8), colours.ageing(self._colour_at(place)))
        painter.setFont(fonts.font(fonts.SMALL))
        painter.setPen(colours.colour("text-2"))
        name = QRectF(left + 14, top, width - 14, 16)
        painter.drawText(name, flags, bucket_words(self._keys[place]))
        painter.drawText(
            name.translated(0, 35),
            flags,
            fmt.percent(minor, sum(self._amounts)) if minor else fmt.DASH,
        )
        painter.setFont(fonts.number_font(bold=True))
        painter.setPen(colours.colour("text" if minor else "text-3"))
        painter.drawText(name.translated(0, 17), flags, fmt.money_or_dash(minor, self._currency))
        if self.hasFocus() and place == self.current:
            paint_focus(painter, QRectF(left - 4, top - 4, width - 4, 56))
