"""A list as shown, ready to be printed or written as a table file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

#: A cell of a sheet: money and rates as Decimal, dates as date, counts as int.
Cell = str | int | Decimal | date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumn:
    """A column of a sheet. ``kind``: text, money, number, date. ``width`` in characters."""

    title: str
    kind: str = "text"
    width: int = 12
    places: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A list as shown, ready to print or export; ``totals`` stand under the rows."""

    title: str
    company: str
    note: str
    language: str
    columns: tuple[SheetColumn, ...]
    rows: Sequence[Sequence[Cell]]
    totals: tuple[Sequence[Cell], ...] = ()
