"""The key figures of a month, from how the book stood at the month ends up to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from domain.figures import cei, dso, overdue, turnover
from domain.figures.month_ends import MonthEnd

#: DSO looks at a quarter; turnover and default rate at a year.
_QUARTER: Final = 3
_YEAR: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Kpi:
    """Key figures of one month in one currency: days, percent, times a year; None untold.

    All of them take what is open before unapplied money, as ageing shows it, and what was
    billed with tax.
    """

    end: MonthEnd
    dso: Fraction | None
    countback: Fraction | None
    best: Fraction | None
    delinquent: Fraction | None
    cei: Fraction | None
    overdue_share: Fraction | None
    turnover: Fraction | None
    default_rate: Fraction | None


def kpis(ends: Sequence[MonthEnd], count: int) -> list[Kpi]:
    """Return the figures of the last ``count`` months, oldest first; fewer in a young book.

    DSO and best possible DSO take the last three months (fewer at the book's beginning),
    CEI the month, default rate the last twelve. Turnover needs a year before the month
    and a month that is over.
    """
    first = max(len(ends) - count, 0)
    return [_kpi(ends[: place + 1]) for place in range(first, len(ends))]


def _kpi(ends: Sequence[MonthEnd]) -> Kpi:
    end, year = ends[-1], ends[-_YEAR:]
    billed = sum(month.billed for month in ends[-_QUARTER:])
    days = sum(month.days for month in ends[-_QUARTER:])
    usual = dso.simple(end.open, billed, days)
    best = dso.best_possible(end.not_due, billed, days)
    begin = ends[-2].open if len(ends) > 1 else 0
    return Kpi(
        end=end,
        dso=usual,
        countback=dso.countback(end.open, ((m.billed, m.days) for m in reversed(ends))),
        best=best,
        delinquent=dso.average_days_delinquent(usual, best),
        cei=cei.collection_effectiveness(begin, end.billed, end.open, end.not_due),
        overdue_share=overdue.overdue_share(end.overdue, end.open),
        turnover=_turnover(ends),
        default_rate=overdue.default_rate(
            sum(month.defaulted for month in year), sum(month.billed for month in year)
        ),
    )


def _turnover(ends: Sequence[MonthEnd]) -> Fraction | None:
    end = ends[-1]
    if len(ends) <= _YEAR or not end.is_whole:
        return None
    billed = sum(month.billed for month in ends[-_YEAR:])
    return turnover.turnover(billed, ends[-_YEAR - 1].open, end.open)
