"""Whether credit insurance is worth asking for: four tests of the business (信用保险需求)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from domain.figures.concentration import hhi, ranked, top

#: Sales of twelve months in units of the book's currency; shares in percent; days.
SALES_ABOVE: Final = 5_000_000
TOP_1_ABOVE: Final = 20
TOP_5_ABOVE: Final = 50
HHI_ABOVE: Final = 1_800
TERM_ABOVE: Final = 60


class Measure(StrEnum):
    """What a test looks at."""

    SALES = "sales"
    TOP_1 = "top_1"
    TOP_5 = "top_5"
    HHI = "hhi"
    FOREIGN = "foreign"
    LONGEST_TERM = "longest_term"
    AVERAGE_TERM = "average_term"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One measure of a test (1 to 4): ``value`` is above ``limit`` or not; None untold."""

    test: int
    measure: Measure
    value: Fraction | None
    limit: int

    @property
    def is_met(self) -> bool:
        """Whether the measure is above its limit: 20.00 % is not above 20 %."""
        return self.value is not None and self.value > self.limit


def insurance_need(
    sales: Mapping[str, int],
    decimals: int,
    foreign: Collection[str],
    terms: Sequence[tuple[int, int]],
) -> list[Check]:
    """Return the measures of the four tests over twelve months.

    1: sales above 5,000,000; 2: the largest customer above 20 %, the largest five above
    50 %, or HHI above 1,800; 3: any customer abroad or currency of others; 4: the longest
    or the average term above 60 days. ``sales`` are minor units by customer, all in the
    book's currency with so many decimals; ``foreign`` are those customers and currencies;
    ``terms`` are (amount, days). The limits are round figures of practice.
    """
    shares = ranked(sales)
    units = Fraction(sum(sales.values()), 10**decimals)
    found = (
        (1, Measure.SALES, units, SALES_ABOVE),
        (2, Measure.TOP_1, top(shares, 1), TOP_1_ABOVE),
        (2, Measure.TOP_5, top(shares, 5), TOP_5_ABOVE),
        (2, Measure.HHI, hhi(sales.values()), HHI_ABOVE),
        (3, Measure.FOREIGN, Fraction(len(foreign)), 0),
        (4, Measure.LONGEST_TERM, _longest(terms), TERM_ABOVE),
        (4, Measure.AVERAGE_TERM, average_term(terms), TERM_ABOVE),
    )
    return [Check(test=n, measure=m, value=value, limit=limit) for n, m, value, limit in found]


def count_met(checks: Sequence[Check]) -> int:
    """Return how many of the four tests are met; one measure of a test is enough."""
    return len({check.test for check in checks if check.is_met})


def _longest(terms: Sequence[tuple[int, int]]) -> Fraction | None:
    return Fraction(max(days for _, days in terms)) if terms else None


def average_term(terms: Sequence[tuple[int, int]]) -> Fraction | None:
    """Return Σ(amount × days) ÷ Σ amount: 100 at 30 days and 300 at 90 days is 75 days."""
    total = sum(minor for minor, _ in terms)
    return Fraction(sum(minor * days for minor, days in terms), total) if total > 0 else None
