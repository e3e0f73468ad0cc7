"""Exposure: what we stand to lose of a customer, by component, each counted once.

Not due + overdue + returned payments + orders + deliveries not invoiced + bills passed on
with recourse − unapplied money − deposits held. An invoice whose payment came back counts
under "returned payments" and no longer as due or overdue, to the amount that came back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from domain.money import Money, decimals, round_half_up


class Part(StrEnum):
    """A component of exposure, in the order in which it is told."""

    NOT_DUE = "not_due"
    OVERDUE = "overdue"
    RETURNED = "returned"
    ORDERS = "orders"
    DELIVERIES = "deliveries"
    BILLS = "bills"
    UNAPPLIED = "unapplied"
    DEPOSITS = "deposits"


#: Components that lessen exposure; their amounts are positive and are taken off.
LESSENS: Final = frozenset({Part.UNAPPLIED, Part.DEPOSITS})
#: Components that are invoices: what the customer has been billed and not paid.
BILLED: Final = (Part.NOT_DUE, Part.OVERDUE, Part.RETURNED)


class _Components:
    """What is read off components, of one customer or of several together."""

    __slots__ = ()
    parts: Mapping[Part, int]

    def part(self, part: Part) -> int:
        """Return a component, 0 where there is none."""
        return self.parts.get(part, 0)

    @property
    def billed(self) -> int:
        """Invoices open: not due, overdue and with a returned payment."""
        return sum(self.part(part) for part in BILLED)

    @property
    def late(self) -> int:
        """Invoices open and overdue, or whose payment came back."""
        return self.part(Part.OVERDUE) + self.part(Part.RETURNED)

    @property
    def total(self) -> int:
        """All components; below zero where we hold more of the customer's than it owes."""
        return net(self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure(_Components):
    """What a customer owes or may come to owe in one currency, in minor units.

    Attributes:
        parts: amounts by component, all positive; none: 0.
        disputed: what of the billed is disputed (it stays in the exposure).
        oldest_due_on: due date of the oldest invoice open.
        rate: base units per unit of the currency on the day; None: not known.
    """

    customer_id: int
    currency: str
    parts: Mapping[Part, int] = field(default_factory=dict)
    disputed: int = 0
    oldest_due_on: date | None = None
    rate: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Debtor:
    """A customer as the check needs it; ``currency`` "" is the book's."""

    customer_id: int
    code: str
    name: str
    name_en: str = ""
    group: str = ""
    currency: str = ""


class Marks(NamedTuple):
    """How far the facts of a book have been read, by their highest ids."""

    document: int = 0
    allocation: int = 0
    record: int = 0
    bill_event: int = 0
    dispute: int = 0
    operation_change: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposureSum(_Components):
    """Exposures together in one currency; ``unvalued``: currencies left out for want of a rate."""

    currency: str
    parts: Mapping[Part, int]
    disputed: int = 0
    unvalued: tuple[str, ...] = ()


def net(parts: Mapping[Part, int]) -> int:
    """Return components together: what lessens is taken off."""
    return sum(-minor if part in LESSENS else minor for part, minor in parts.items())


def together(
    exposures: Iterable[Exposure], base: str, currency: str = "", rate: Decimal | None = None
) -> ExposureSum:
    """Return exposures (of a customer, of a group) in one currency, the book's if not said.

    What is in that currency counts as it is, the rest by way of the book's; ``rate`` is the
    currency's own. Each component is converted and rounded once, so that they add up.
    """
    wanted = currency or base
    parts: dict[Part, int] = defaultdict(int)
    disputed, unvalued = 0, set()
    for one in exposures:
        factor = _through(one, base, wanted, rate)
        if factor is None:
            unvalued |= {one.currency} if one.parts else set()
            continue
        for part, minor in one.parts.items():
            parts[part] += factor(minor)
        disputed += factor(one.disputed)
    return ExposureSum(
        currency=wanted,
        parts=dict(parts),
        disputed=disputed,
        unvalued=tuple(sorted(unvalued)),
    )


def _through(
    one: Exposure, base: str, wanted: str, rate: Decimal | None
) -> Callable[[int], int] | None:
    """Return how minor units of an exposure become those of the wanted currency."""
    if one.currency == wanted:
        return lambda minor: minor
    own = Decimal(1) if one.currency == base else one.rate
    to = Decimal(1) if wanted == base else rate
    if not own or not to:
        return None
    return lambda minor: across(Money(minor, one.currency), own, wanted, to)


def across(money: Money, rate: Decimal, currency: str, to: Decimal) -> int:
    """Return money in another currency by both rates to the book's, rounded half up once.

    Worked: 7,100.00 CNY (rate 1) at 7.10 CNY per USD: 1,000.00 USD.
    """
    up, down = rate.as_integer_ratio()
    to_up, to_down = to.as_integer_ratio()
    numerator = money.minor * up * to_down * 10 ** decimals(currency)
    return round_half_up(numerator, down * to_up * 10 ** decimals(money.currency))
