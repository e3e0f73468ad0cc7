"""How much is overdue, how long, and how much of it turned bad."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

#: A debt counts as defaulted once it is more overdue than this many days.
DEFAULT_AFTER: Final = 90


def overdue_share(overdue: int, receivable: int) -> Fraction | None:
    """Return the overdue part of a receivable in percent: 788.74 of 5,725.06 is 13.78 %.

    Due today is not overdue. None when nothing is receivable.
    """
    return Fraction(100 * overdue, receivable) if receivable > 0 else None


def default_rate(defaulted: int, billed: int) -> Fraction | None:
    """Return the default rate (违约率) in percent: what became over 90 days overdue ÷ billed.

    Both of the same period; what was paid later stays counted. Worked: 13,500 of
    2,700,000 is 0.50 %. None when nothing was billed.
    """
    return Fraction(100 * defaulted, billed) if billed > 0 else None


def weighted_days_late(paid: Iterable[tuple[int, int]]) -> Fraction | None:
    """Return Σ(amount × days late) ÷ Σ amount of (amount, days after the due date) pairs.

    Paid early counts as 0 days, so early payers do not hide late ones. Worked: 100 paid
    10 days late and 300 paid 2 days early: 2.5 days. None when nothing was paid.
    """
    late = total = 0
    for minor, days in paid:
        late += minor * max(days, 0)
        total += minor
    return Fraction(late, total) if total > 0 else None
