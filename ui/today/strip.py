"""The tiles above the worklist: what is owed, late, near, unallocated, promised, disputed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui import format as fmt
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.today.data import TileSum
from ui.widgets.basic import row
from ui.widgets.tile import HEIGHT, Tile

#: Tile → its words, its tone where there is anything, the address it opens.
TILES: Final[Mapping[str, tuple[str, str, str]]] = {
    "open": (QT_TRANSLATE_NOOP("Today", "Receivables"), "text", "invoices?state=open"),
    "overdue": (QT_TRANSLATE_NOOP("Today", "Overdue"), "red", "invoices?state=overdue"),
    "due_soon": (QT_TRANSLATE_NOOP("Today", "Due in 7 days"), "text", "invoices?state=due_soon"),
    "unapplied": (QT_TRANSLATE_NOOP("Today", "To allocate"), "text", "receipts?state=todo"),
    "promised": (
        QT_TRANSLATE_NOOP("Today", "Promised for today"),
        "text",
        "collections?tab=promises",
    ),
    "disputed": (QT_TRANSLATE_NOOP("Today", "In dispute"), "text", "collections?tab=disputes"),
    "over": (QT_TRANSLATE_NOOP("Today", "Over limit"), "amber", "credit?tab=stops"),
}


class TodayStrip(QWidget):
    """The tiles in a row.

    Signals:
        chosen: what a tile counts is to be shown (its address).
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("today.strip")
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self.tiles = {name: Tile(f"today.strip.{name}") for name in TILES}
        self._sums: Mapping[str, TileSum] = {}
        self._home = "CNY"
        self.setLayout(row(*self.tiles.values(), gap=0))
        for name, tile in self.tiles.items():
            address = TILES[name][2]
            tile.clicked.connect(lambda _on=False, to=address: self.chosen.emit(to))

    def show_sums(self, sums: Mapping[str, TileSum], home: str) -> None:
        """Show other figures."""
        self._sums, self._home = sums, home
        for name, tile in self.tiles.items():
            found = sums.get(name, TileSum())
            words, tone, _address = TILES[name]
            more = [
                f"+ {code} {fmt.money(minor, code)}" for code, minor in (found.others or {}).items()
            ]
            counted = translate("Today", "%n item(s)", None, found.count)
            tile.show_figure(
                translate("Today", words),
                fmt.money_or_dash(found.amount, home),
                " ".join([counted, *more]) if found.count else "",
                tone if found.amount or found.count else "text-3",
            )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.setAccessibleName(translate("Today", "The book at a glance"))
        self.show_sums(self._sums, self._home)
