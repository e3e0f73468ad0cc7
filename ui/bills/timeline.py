"""What happened to a bill, the newest last: day, event, to whom, and what it cost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from domain.bill import BillEvent, EventKind
from ui import format as fmt
from ui.bills import words
from ui.bills.columns import money
from ui.marks import translate
from ui.theme import icons, theme
from ui.widgets.basic import column, label, row

_ICONS: Final = {
    EventKind.RECEIVED: "download",
    EventKind.ENDORSED: "handshake",
    EventKind.DISCOUNTED: "landmark",
    EventKind.PLEDGED: "lock",
    EventKind.RELEASED: "check",
    EventKind.PRESENTED: "stamp",
    EventKind.PAID: "circle-check",
    EventKind.REFUSED: "ban",
    EventKind.RECOURSE: "gavel",
    EventKind.RECOVERED: "hand-coins",
    EventKind.SPLIT: "split",
    EventKind.RETURNED: "corner-down-left",
}
_DOT: Final = 22


class Timeline(QWidget):
    """Events under each other with a line between their icons; those taken back in grey."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._column = column(gap=0)
        self.setLayout(self._column)

    def show_events(
        self, events: Sequence[BillEvent], currency: str, language: str, *, part: bool = False
    ) -> None:
        """Show other events; a part was not received but split off."""
        while (item := self._column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        undone = {one.reverses_id for one in events if one.kind is EventKind.UNDONE}
        shown = [one for one in events if one.kind is not EventKind.UNDONE]
        for place, event in enumerate(shown):
            last = place == len(shown) - 1
            said = words.event(event.kind)
            if part and event.kind is EventKind.RECEIVED:
                said = translate("Bills", "Split off")
            if event.id in undone:
                said = translate("Bills", "{event} (undone)").format(event=said)
            lines = (said, fmt.day(event.on, language), detail(event, currency))
            step = _Step(_ICONS[event.kind], lines, undone=event.id in undone, last=last)
            self._column.addWidget(step)


def detail(event: BillEvent, currency: str) -> str:
    """Return what stands under an event: to whom, proceeds and cost, its note."""
    parts = [event.party]
    if event.kind is EventKind.DISCOUNTED and event.amount is not None:
        said = translate("Bills", "{rate} %, interest {cost}, proceeds {amount}")
        cost, amount = money(event.cost or 0, currency), money(event.amount, currency)
        parts.append(said.format(rate=event.rate, cost=cost, amount=amount))
    elif event.amount is not None:
        parts.append(money(event.amount, currency))
    return " · ".join(part for part in (*parts, event.note) if part)


class _Step(QWidget):
    """One event: what, when, and what is to be said about it."""

    def __init__(self, icon: str, said: tuple[str, str, str], *, undone: bool, last: bool) -> None:
        super().__init__()
        self._icon, self._last, self._undone = icon, last, undone
        event, day, about = said
        what = label("hint" if undone else "", event)
        lines = [row(what, None, label("hint" if undone else "small", day))]
        if about:
            lines.append(row(label("hint" if undone else "small", about, wrap=True)))
        self.setLayout(column(*lines, margins=(_DOT + 8, 3, 0, 5), gap=1))
        self.setAccessibleName(f"{day} {event} {about}".strip())
        theme().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon in its ring, and the line to the next one."""
        painter, colours = QPainter(self), theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.colour("border"), 1))
        if not self._last:
            painter.drawLine(QPointF(11, 24), QPointF(11, self.height()))
        painter.setBrush(Qt.BrushStyle.NoBrush if self._undone else colours.colour("pane"))
        painter.drawEllipse(QRectF(0.5, 2.5, 21, 21))
        ink = colours.hex("text-3" if self._undone else "text-2")
        icons.paint(painter, self._icon, ink, QRectF(4.5, 6.5, 13, 13))
