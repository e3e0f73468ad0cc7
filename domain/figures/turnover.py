"""Receivables turnover (应收账款周转率)."""

from __future__ import annotations

from fractions import Fraction


def turnover(billed: int, begin: int, end: int) -> Fraction | None:
    """Return how many times a year the receivables turn: billed ÷ average receivable.

    ``billed`` is a whole year's, the average that of its begin and its end. Worked:
    2,700,000 over (1,000,000 + 1,200,000) ÷ 2 is 2.45 times. None when nothing was
    receivable at either end. Source: usual formula.
    """
    return Fraction(2 * billed, begin + end) if begin + end > 0 else None
