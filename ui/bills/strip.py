"""The strip above the register: what we hold, what matures, what may come back to us."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from domain.listing import BillSum, ListFilter
from domain.ports import BookReader
from ui import format as fmt
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.basic import row
from ui.widgets.tile import HEIGHT, Tile

#: Tile, which is also a state of the list → its words, the states it adds up, its tone where
#: there is anything.
_TILES: Final[Mapping[str, tuple[str, tuple[str, ...], str]]] = {
    "in_hand": (QT_TRANSLATE_NOOP("Bills", "In hand"), ("in_hand",), "text"),
    "due": (QT_TRANSLATE_NOOP("Bills", "To present in 10 days"), (), "amber"),
    "presented": (QT_TRANSLATE_NOOP("Bills", "Presented, not paid yet"), ("presented",), "text"),
    "passed_on": (
        QT_TRANSLATE_NOOP("Bills", "Endorsed, discounted"),
        ("endorsed", "discounted"),
        "text",
    ),
    "exposed": (QT_TRANSLATE_NOOP("Bills", "Recourse exposure"), (), "amber"),
    "unpaid": (
        QT_TRANSLATE_NOOP("Bills", "Refused, in recourse"),
        ("dishonoured", "recourse"),
        "red",
    ),
}


@dataclass(frozen=True, slots=True)
class Sum:
    """What a tile shows: how many bills, and their amounts by currency, the book's first."""

    count: int
    amounts: Mapping[str, int]


def read_strip(reader: BookReader, as_of: date) -> dict[str, Sum]:
    """Read what the tiles show on a date."""
    base, sums = reader.base_currency(), reader.bills.sums(as_of)
    found = {
        tile: _sum(base, ((one.currency, one.count, one.amount) for one in sums if one.state in of))
        for tile, (_words, of, _tone) in _TILES.items()
        if of
    }
    due = reader.bills.totals(ListFilter(as_of=as_of, state="due"))
    found["due"] = _sum(base, ((one.currency, one.count, one.amount) for one in due))
    found["exposed"] = _exposed(base, reader, sums, as_of)
    return found


def _exposed(base: str, reader: BookReader, sums: Sequence[BillSum], as_of: date) -> Sum:
    if not any(one.exposed for one in sums):
        return _sum(base, ())
    risks = reader.bills.exposure(as_of)
    return _sum(base, ((one.currency, one.count, one.amount) for one in risks))


def _sum(base: str, parts: Iterable[tuple[str, int, int]]) -> Sum:
    amounts: dict[str, int] = {base: 0}
    count = 0
    for currency, number, amount in parts:
        count += number
        amounts[currency] = amounts.get(currency, 0) + amount
    if not amounts[base] and len(amounts) > 1:
        del amounts[base]
    return Sum(count, amounts)


class Strip(QWidget):
    """The tiles in a row.

    Signals:
        chosen: the bills of a tile are to be shown (its name).
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bills.strip")
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self.tiles = {name: Tile(f"bills.strip.{name}") for name in _TILES}
        self._sums: Mapping[str, Sum] = {}
        self.setLayout(row(*self.tiles.values(), gap=0))
        for name, tile in self.tiles.items():
            tile.clicked.connect(lambda _on=False, name=name: self.chosen.emit(name))

    def show_sums(self, sums: Mapping[str, Sum]) -> None:
        """Show other figures."""
        self._sums = sums
        for name, tile in self.tiles.items():
            caption, _states, tone = _TILES[name]
            found = sums.get(name)
            if found is None:
                continue
            (currency, minor), *others = found.amounts.items()
            said = translate("Bills", "%n bill(s)", None, found.count)
            more = [f"+ {code} {fmt.money(amount, code)}" for code, amount in others]
            figure = fmt.money_or_dash(minor, currency)
            tile.show_figure(
                translate("Bills", caption),
                figure if currency == "CNY" or not minor else f"{currency} {figure}",
                " ".join([said, *more]) if found.count else "",
                tone if found.count else "text-3",
            )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.setAccessibleName(translate("Bills", "Bills at a glance"))
        self.show_sums(self._sums)
