"""What the Today screen reads: the worklist, the tiles above it, the age of the bank data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.listing import BankAccountRow, ListFilter, Totals
from domain.ports import BookReader
from domain.services.promises import promises_on


@dataclass(frozen=True, slots=True, kw_only=True)
class TileSum:
    """A tile's figure: amount in the book's currency, count, and what stands after it."""

    amount: int = 0
    count: int = 0
    others: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """What is read at once: the tiles and the bank accounts, as of a day."""

    day: date
    home: str
    tiles: Mapping[str, TileSum]
    accounts: tuple[BankAccountRow, ...]


def read_glance(reader: BookReader, day: date) -> Glance:
    """Read the tiles and how old the bank data are."""
    home = reader.base_currency()
    return Glance(
        day=day,
        home=home,
        tiles=_tiles(reader, day, home),
        accounts=tuple(reader.bank_accounts()),
    )


def _tiles(reader: BookReader, day: date, home: str) -> dict[str, TileSum]:
    items = {
        state: reader.items.totals(ListFilter(as_of=day, state=state))
        for state in ("open", "overdue", "due_soon", "disputed")
    }
    found = {state: _sum(totals, home) for state, totals in items.items()}
    received = reader.inflows.totals(ListFilter(as_of=day, state="todo"))
    found["unapplied"] = _sum(received, home)
    found["promised"] = _promised(reader, day, home)
    disputes = reader.disputes(open_on=day)
    found["disputed"] = TileSum(
        amount=sum(one.amount for one in disputes if one.currency == home), count=len(disputes)
    )
    return found


def _sum(totals: Sequence[Totals], home: str) -> TileSum:
    amount, count, others = 0, 0, {}
    for one in totals:
        count += one.count
        if one.currency == home:
            amount = one.open
        elif one.open:
            others[one.currency] = one.open
    return TileSum(amount=amount, count=count, others=others)


def _promised(reader: BookReader, day: date, home: str) -> TileSum:
    due = [one for one in promises_on(reader, day) if one.pauses and one.record.value.due_on <= day]
    amount = sum(one.missing for one in due if one.record.value.currency == home)
    return TileSum(amount=amount, count=len(due))
