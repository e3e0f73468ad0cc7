"""Month-end revaluation of open items in foreign currency (期末调汇).

Only monetary items that are open on the day are valued, at the day's closing rate.
The booked rate of a document never changes: a run keeps what each item would be worth,
and what is posted is the change against the run before it. So unrealised differences
of items settled since are released, and what their allocations realised stands alone.
Worked (5.2): 10,000.00 USD booked at 7.10, closing rate 7.05: loss 500.00; settled later
at 7.20: realised gain 1,000.00 against the booked 71,000.00, and the 500.00 are released,
together the 1,500.00 against the adjusted 70,500.00.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.errors import RateMissing
from domain.money import Money, convert


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignItem:
    """An item in foreign currency as it stood on a day.

    ``open`` is signed as the document; ``booked`` is what its open part stands at in the
    book's currency at the booked rate, None where no rate was known.
    """

    item_id: int
    number: str
    customer_id: int
    customer_name: str
    currency: str
    open: int
    booked: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Valuation:
    """An item's value on the day: ``valued`` − ``booked`` is gain (+) or loss (−)."""

    item_id: int
    currency: str
    open: int
    booked: int
    valued: int

    @property
    def difference(self) -> int:
        """Unrealised gain (+) or loss (−) in base currency since booking."""
        return self.valued - self.booked


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """What a run posts for a currency: the change of unrealised differences.

    ``before`` was posted by the run before; ``difference`` stands after this one;
    ``change`` is for the ledger (6603 against 1122: + gain, − loss).
    """

    currency: str
    rate: Decimal | None
    items: int
    open: int
    booked: int
    valued: int
    before: int

    @property
    def difference(self) -> int:
        """Unrealised gain (+) or loss (−) that stands after the run."""
        return self.valued - self.booked

    @property
    def change(self) -> int:
        """What this run posts."""
        return self.difference - self.before


def value_items(
    items: Iterable[ForeignItem], rates: Mapping[str, Decimal], base: str, on: date
) -> list[Valuation]:
    """Return the value of each item at the closing rates (base units per one unit).

    Items without a booked rate are left out: what they gained is not known.

    Raises:
        RateMissing: a currency has no closing rate.
    """
    values = []
    for item in items:
        rate = rates.get(item.currency)
        if rate is None:
            raise RateMissing(currency=item.currency, on=on)
        if item.booked is None:
            continue
        valued = convert(Money(item.open, item.currency), rate, base).minor
        values.append(
            Valuation(
                item_id=item.item_id,
                currency=item.currency,
                open=item.open,
                booked=item.booked,
                valued=valued,
            )
        )
    return values


def postings(
    now: Sequence[Valuation], before: Sequence[Valuation], rates: Mapping[str, Decimal]
) -> list[Posting]:
    """Return what a run posts by currency, released differences of settled items included."""
    currencies = sorted({one.currency for one in (*now, *before)})
    return [_posting(currency, now, before, rates) for currency in currencies]


def _posting(
    currency: str,
    now: Sequence[Valuation],
    before: Sequence[Valuation],
    rates: Mapping[str, Decimal],
) -> Posting:
    mine = [one for one in now if one.currency == currency]
    return Posting(
        currency=currency,
        rate=rates.get(currency),
        items=len(mine),
        open=sum(one.open for one in mine),
        booked=sum(one.booked for one in mine),
        valued=sum(one.valued for one in mine),
        before=sum(one.difference for one in before if one.currency == currency),
    )
