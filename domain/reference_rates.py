"""Reference rates with their dates: LPR, ECB, Bank of England, and a table of one's own.

A rate holds from its day until the next one, so the rate of a day is the latest on or
before it. The built-in tables keep changes only. What a book adds outranks them on its day.
Each table is known up to a day; beyond it the last rate goes on, with a warning, until
a newer one is entered.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Final

from domain.errors import ReferenceRateMissing
from domain.terms import day_of_month


class Source(StrEnum):
    """Whose rate it is; the value is what the book stores."""

    LPR = "lpr"
    ECB = "ecb"
    BOE = "boe"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownRate:
    """A rate in percent per year from a day on.

    ``note`` says where it comes from: of the built-in ones "published", "benchmark" (before
    there was a LPR) or "secondary" (one secondary source); of ``entered`` ones what was typed.
    """

    source: Source
    from_on: date
    percent: Decimal
    note: str = ""
    entered: bool = False


#: Loan prime rate of one year, published by the National Interbank Funding Center on the
#: 20th of a month or the next working day; before it the People's Bank's benchmark.
_LPR: Final = """
2015-10-24 4.35 benchmark
2019-08-20 4.25 published
2019-09-20 4.20 published
2019-11-20 4.15 published
2020-02-20 4.05 published
2020-04-20 3.85 published
2021-12-20 3.80 published
2022-01-20 3.70 published
2022-08-22 3.65 published
2023-06-20 3.55 published
2023-08-21 3.45 published
2024-07-22 3.35 published
2024-10-21 3.10 published
2025-05-20 3.00 published
"""
#: Main refinancing rate of the European Central Bank on the first day of each half-year,
#: which is the day that counts (Directive 2011/7/EU, Art. 2(7)).
_ECB: Final = """
2023-01-01 2.50 published
2023-07-01 4.00 published
2024-01-01 4.50 published
2024-07-01 4.25 published
2025-01-01 3.15 published
2025-07-01 2.15 published
2026-01-01 2.15 secondary
2026-07-01 2.40 secondary
"""
#: Official dealing rate of the Bank of England on the days that count: 30 June and
#: 31 December (SI 2002/1675).
_BOE: Final = """
2018-06-30 0.50 published
2018-12-31 0.75 published
2020-06-30 0.10 published
2021-12-31 0.25 published
2022-06-30 1.25 published
2022-12-31 3.50 published
2023-06-30 5.00 published
2023-12-31 5.25 published
2024-12-31 4.75 published
2025-06-30 4.25 published
2025-12-31 3.75 published
2026-06-30 3.75 secondary
"""

#: Last day up to which each built-in table was checked against its publisher.
VERIFIED_UNTIL: Final = {
    Source.LPR: date(2025, 7, 21),
    Source.ECB: date(2025, 12, 31),
    Source.BOE: date(2025, 12, 31),
}


def _read(source: Source, table: str) -> list[KnownRate]:
    rows = (line.split() for line in table.strip().splitlines())
    return [
        KnownRate(
            source=source, from_on=date.fromisoformat(day), percent=Decimal(percent), note=note
        )
        for day, percent, note in rows
    ]


BUILT_IN: Final = (
    *_read(Source.LPR, _LPR),
    *_read(Source.ECB, _ECB),
    *_read(Source.BOE, _BOE),
)


class Rates:
    """The built-in tables with what a book has entered."""

    def __init__(self, entered: Iterable[KnownRate] = ()) -> None:
        found = {(one.source, one.from_on): one for one in (*BUILT_IN, *entered)}
        self._rows: dict[Source, list[KnownRate]] = {source: [] for source in Source}
        for _key, one in sorted(found.items()):
            self._rows[one.source].append(one)
        self._days = {source: [one.from_on for one in rows] for source, rows in self._rows.items()}
        self._turns = {
            source: [now.from_on for last, now in pairwise(rows) if now.percent != last.percent]
            for source, rows in self._rows.items()
        }

    def rows(self, source: Source) -> list[KnownRate]:
        """Return a table, oldest first."""
        return list(self._rows[source])

    def on(self, source: Source, day: date) -> Decimal:
        """Return the rate of a day in percent per year: the latest on or before it.

        Worked: LPR of 2024-07-21 is 3.45, of 2024-07-22 3.35.

        Raises:
            ReferenceRateMissing: the table begins later.
        """
        place = bisect_right(self._days[source], day)
        if not place:
            raise ReferenceRateMissing(source=source.name, on=day)
        return self._rows[source][place - 1].percent

    def changes(self, source: Source, after: date, before: date) -> list[date]:
        """Return the days between two on which the rate became another, in order."""
        turns = self._turns[source]
        return turns[bisect_right(turns, after) : bisect_left(turns, before)]

    def known_until(self, source: Source) -> date | None:
        """Return the last day a table is known for; None: one's own is always known.

        A rate that was entered is known until the next one can be published: a LPR until
        the 19th of the next month, the others to the end of the half-year.
        """
        if source is Source.OWN:
            return None
        entered = [_horizon(one) for one in self._rows[source] if one.entered]
        return max(VERIFIED_UNTIL[source], *entered) if entered else VERIFIED_UNTIL[source]


def _horizon(one: KnownRate) -> date:
    on = one.from_on
    if one.source is Source.LPR:
        return day_of_month(on.year, on.month + 1, 19)
    return date(on.year, 6, 30) if on.month <= 6 else date(on.year, 12, 31)


def half_year(day: date) -> date:
    """Return the first day of a day's half-year: 1 January or 1 July."""
    return date(day.year, 1 if day.month <= 6 else 7, 1)
