"""What the figures suggest for an indicator, with what it rests on. A person decides.

Each ratio counts 9, 6 or 3 points by its light; their mean, rounded half up, is suggested.
The payment record follows the days late that were paid, weighted by amount.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from domain.credit.figure import Figure, Light
from domain.money import round_half_up

_POINTS: Final = {Light.GREEN: 9, Light.AMBER: 6, Light.RED: 3}
_RATIOS: Final[Mapping[str, tuple[str, ...]]] = {
    "solvency": ("current_ratio", "quick_ratio", "debt_ratio", "interest_cover"),
    "profitability": ("gross_margin", "net_margin", "roa", "roe"),
    "cash_flow": ("cash_flow_cover", "cash_ratio"),
    "balance_sheet": ("debt_ratio", "gearing", "z_emerging"),
    "operation": ("operating_margin", "receivable_days", "inventory_days"),
}
#: What a visitor sees.
_SEEN: Final = ("impression", "management")
#: Up to so many days late on average: so many points.
_LATE: Final = ((0, 10), (5, 8), (15, 6), (30, 4), (60, 2))


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Points from 1 to 10 and what they rest on: figures, days late, or a visit's score."""

    points: int
    figures: tuple[Figure, ...] = ()
    days_late: int | None = None
    visit: int | None = None


def suggestions(
    figures: Sequence[Figure], days_late: int | None, visit: int | None = None
) -> dict[str, Suggestion]:
    """Return what is suggested, by indicator.

    Args:
        figures: of the last accounts.
        days_late: average days late of what the customer paid us; None: nothing paid yet.
        visit: score of the last site visit, 0 to 100; None: none.
    """
    lit = {one.code: one for one in figures if one.light is not None}
    found = {}
    for indicator, codes in _RATIOS.items():
        used = tuple(lit[code] for code in codes if code in lit)
        if used:
            total = sum(_POINTS[one.light] for one in used if one.light is not None)
            points = round_half_up(total, len(used))
            found[indicator] = Suggestion(points=points, figures=used)
    if days_late is not None:
        points = next((points for days, points in _LATE if days_late <= days), 1)
        found["payment_record"] = Suggestion(points=points, days_late=days_late)
    if visit is not None:
        points = max(1, min(10, round_half_up(visit, 10)))
        found |= dict.fromkeys(_SEEN, Suggestion(points=points, visit=visit))
    return found
