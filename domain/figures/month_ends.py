"""The book at each month end, from sums of its items and allocations by day.

Open, not due and overdue are those of the ageing report on that day (basis "due"): open
debits before unapplied money. The last month ends on the day the book is looked at.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

from domain.document import SALES_KINDS, Kind
from domain.figures.overdue import DEFAULT_AFTER


class ItemSum(NamedTuple):
    """Items of one kind, day and due day, either all debits or all credits.

    ``kind`` of a voiding is that of what it voids.
    """

    currency: str
    kind: str
    issued_on: date
    due_on: date | None
    minor: int


class SettledSum(NamedTuple):
    """What allocations of one day took of the debits due on one day."""

    currency: str
    settled_on: date
    due_on: date | None
    minor: int


class DaySums(NamedTuple):
    """Everything dated up to a day, summed by day."""

    items: Sequence[ItemSum]
    settled: Sequence[SettledSum]

    def currencies(self) -> list[str]:
        """Return the currencies of the documents, in alphabetical order."""
        return sorted({row.currency for row in self.items})


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthEnd:
    """A month (its first day) as it ended on ``on``, minor units of one currency.

    ``billed`` is invoices less credit notes, ``received`` receipts less refunds, both with
    what was voided taken back; ``defaulted`` is what became over 90 days overdue in it.
    overdue = open − not_due; ``days`` are those of the month, or so far.
    """

    month: date
    on: date
    billed: int
    received: int
    balance: int
    open: int
    not_due: int
    defaulted: int

    @property
    def overdue(self) -> int:
        """What is open and was due before the day."""
        return self.open - self.not_due

    @property
    def days(self) -> int:
        """Days of the month up to ``on``."""
        return self.on.day

    @property
    def is_whole(self) -> bool:
        """Whether the month is over."""
        return self.on.day == calendar.monthrange(self.on.year, self.on.month)[1]


def month_ends(sums: DaySums, currency: str, as_of: date) -> list[MonthEnd]:
    """Return the months of a currency from its first document to ``as_of``, none left out.

    The sums hold nothing dated after ``as_of``. No document: no month.
    """
    items = [row for row in sums.items if row.currency == currency]
    if not items:
        return []
    ledger = _Ledger(min(row.issued_on for row in items), as_of)
    for row in items:
        ledger.post(row)
    for taken in sums.settled:
        if taken.currency == currency:
            ledger.settle(taken)
    return ledger.ends()


class _Ledger:
    """Changes by month: of what happened in it, and of what stands at its end."""

    def __init__(self, first: date, as_of: date) -> None:
        self.first, self.as_of = _number(first), as_of
        self.months = _number(as_of) - self.first + 1
        self.billed = [0] * self.months
        self.received = [0] * self.months
        self.balance = [0] * self.months
        self.open = [0] * self.months
        self.not_due = [0] * self.months
        self.defaulted = [0] * self.months

    def post(self, row: ItemSum) -> None:
        place = _number(row.issued_on) - self.first
        self.balance[place] += row.minor
        if row.kind in SALES_KINDS:
            self.billed[place] += row.minor
        elif row.kind in (Kind.RECEIPT, Kind.REFUND):
            self.received[place] -= row.minor
        if row.minor <= 0:
            return
        self.open[place] += row.minor
        self.not_due[place] += row.minor
        self._leave(row.due_on, place, -row.minor)
        bad = self._bad_on(row.due_on)
        # A debt taken over when it was bad already has been counted where it came from.
        if bad is not None and row.issued_on <= bad:
            self.defaulted[_number(bad) - self.first] += row.minor

    def settle(self, row: SettledSum) -> None:
        place = _number(row.settled_on) - self.first
        self.open[place] -= row.minor
        if row.due_on is None or row.settled_on <= row.due_on:
            self.not_due[place] -= row.minor
            self._leave(row.due_on, place, row.minor)
        bad = self._bad_on(row.due_on)
        if bad is not None and row.settled_on <= bad:
            self.defaulted[_number(bad) - self.first] -= row.minor

    def _leave(self, due_on: date | None, place: int, minor: int) -> None:
        """Take from what is not due in the month of the first day overdue, if that has come."""
        if due_on is not None and due_on < self.as_of:
            left = _number(due_on + timedelta(days=1)) - self.first
            self.not_due[max(left, place)] += minor

    def _bad_on(self, due_on: date | None) -> date | None:
        if due_on is None:
            return None
        bad = due_on + timedelta(days=DEFAULT_AFTER + 1)
        return bad if bad <= self.as_of else None

    def ends(self) -> list[MonthEnd]:
        standing = zip(
            accumulate(self.balance), accumulate(self.open), accumulate(self.not_due), strict=True
        )
        return [
            MonthEnd(
                month=_first_day(self.first + place),
                on=min(_first_day(self.first + place + 1) - timedelta(days=1), self.as_of),
                billed=self.billed[place],
                received=self.received[place],
                balance=balance,
                open=left,
                not_due=not_due,
                defaulted=self.defaulted[place],
            )
            for place, (balance, left, not_due) in enumerate(standing)
        ]


def _number(day: date) -> int:
    """Return the running number of a day's month."""
    return day.year * 12 + day.month - 1


def _first_day(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)
