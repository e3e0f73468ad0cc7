"""Collection effectiveness index (催收有效性指数)."""

from __future__ import annotations

from fractions import Fraction


def collection_effectiveness(
    begin: int, billed: int, end: int, end_not_due: int
) -> Fraction | None:
    """Return CEI in percent: what was collected of what was there to be collected.

    (begin + billed − end) ÷ (begin + billed − end not overdue), receivables of one period
    with the whole of its billing; the variant that divides the billing by the number of
    months is another one. Worked: begin 1,000,000, billed 2,700,000, end 1,200,000 of
    which 900,000 are not overdue: 89.29 %; 100, 1,000, 120 and 100 give 98 % (case C83 of
    other systems). None when nothing was there to be collected.
    """
    there = begin + billed - end_not_due
    return Fraction(100 * (begin + billed - end), there) if there > 0 else None
