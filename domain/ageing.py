"""Ageing buckets: how old the debt is on a date.

Rules, tested day by day:

* age = report date − due date (basis "due") or − document date ("document");
* age 0 or less is "not_due": an item due on the date itself is not overdue;
* limits 30, 60, 90 give 1-30, 31-60, 61-90, 91+; day 30 is still in 1-30;
* no due date: "no_due_date", kept apart;
* open credits and unapplied money are not in the buckets but "unapplied", so
  Σ buckets − unapplied = balance, always.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.errors import DomainError

NOT_DUE: Final = "not_due"
NO_DUE_DATE: Final = "no_due_date"
DEFAULT_LIMITS: Final = (30, 60, 90)


class BadBuckets(DomainError):
    """Bucket limits are whole days, above zero and rising."""

    code = "ageing.bad_buckets"


@dataclass(frozen=True, slots=True)
class Buckets:
    """A set of ageing buckets by their upper limits in days."""

    limits: tuple[int, ...] = DEFAULT_LIMITS

    def __post_init__(self) -> None:
        rising = all(a < b for a, b in zip(self.limits, self.limits[1:], strict=False))
        if not self.limits or self.limits[0] < 1 or not rising:
            raise BadBuckets(limits=self.limits)

    @property
    def keys(self) -> tuple[str, ...]:
        """Names in order: not_due, 1-30, …, 91+, no_due_date."""
        lows = [1, *(limit + 1 for limit in self.limits[:-1])]
        ranges = [f"{low}-{high}" for low, high in zip(lows, self.limits, strict=True)]
        return (NOT_DUE, *ranges, f"{self.limits[-1] + 1}+", NO_DUE_DATE)

    def index(self, age: int | None) -> int:
        """Return the position in ``keys`` of an age in days (None: no due date)."""
        if age is None:
            return len(self.limits) + 2
        if age <= 0:
            return 0
        for position, limit in enumerate(self.limits, start=1):
            if age <= limit:
                return position
        return len(self.limits) + 1

    def oldest_dates(self, as_of: date) -> list[date]:
        """Return, for each limit, the oldest date still inside it: as_of − limit days.

        With as_of itself they are the boundaries that SQL compares dates with:
        date ≥ as_of is not due, date ≥ as_of − 30 is 1-30, and so on.
        """
        return [as_of - timedelta(days=limit) for limit in self.limits]


def parse_limits(text: str) -> tuple[int, ...]:
    """Read "30,60,90" as limits.

    Raises:
        BadBuckets: not whole rising numbers above zero.
    """
    try:
        limits = tuple(int(part) for part in text.split(","))
    except ValueError as error:
        raise BadBuckets(limits=text) from error
    return Buckets(limits).limits


def bucket_sums(ages: Sequence[tuple[int | None, int]], buckets: Buckets) -> list[int]:
    """Sum (age, open) pairs of debits into the buckets."""
    sums = [0] * len(buckets.keys)
    for age, minor in ages:
        sums[buckets.index(age)] += minor
    return sums
