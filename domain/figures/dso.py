"""Days sales outstanding: how many days of sales the receivables stand for.

Amounts with tax on both sides: what is open and what was billed, invoices less credit notes.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction


def simple(receivable: int, billed: int, days: int) -> Fraction | None:
    """Return DSO = receivable ÷ billed × days of the period that was billed in.

    Worked: 1,200,000 of 2,700,000 billed in 90 days is 40.00 days. None when nothing was
    billed. Source: usual formula.
    """
    return Fraction(receivable * days, billed) if billed > 0 else None


def best_possible(not_due: int, billed: int, days: int) -> Fraction | None:
    """Return the DSO if everybody paid on time: what is not overdue ÷ billed × days.

    Worked: 900,000 not overdue of 2,700,000 in 90 days is 30.00 days. None as in
    :func:`simple`.
    """
    return simple(not_due, billed, days)


def average_days_delinquent(dso: Fraction | None, best: Fraction | None) -> Fraction | None:
    """Return ADD = DSO − best possible DSO: the days that late payment costs.

    Worked: 40.00 − 30.00 = 10.00 days. None when either is.
    """
    return None if dso is None or best is None else dso - best


def countback(receivable: int, months: Iterable[tuple[int, int]]) -> Fraction | None:
    """Return the DSO by counting back through what each month billed, newest first.

    ``months`` are (billed, days) pairs; the month under way has the days so far. A month
    billed in full within the receivable counts all its days, the last one its share.
    Worked: 1,200,000 with 800,000 billed in March and 900,000 in February is
    31 + 400/900 × 28 = 43.44 days. A month that credited more than it billed gives that
    back to the receivable. None when all months together billed less than is receivable.
    """
    left, counted = receivable, 0
    if left <= 0:
        return Fraction(0)
    for billed, days in months:
        if left < billed:
            return counted + Fraction(left * days, billed)
        left -= billed
        counted += days
        if left == 0:
            return Fraction(counted)
    return None
