"""Handing claims over to a collection agency or a lawyer, and what comes of it.

What was handed over, on what terms, is a record; costs, money recovered and the end of it
are records of their own, each with its day. What the other side is owed is derived.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from domain.money import round_half_up
from domain.record import Record


class Party(StrEnum):
    """Whom it was handed to."""

    AGENCY = "agency"
    LAWYER = "lawyer"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """Claims handed over, dated the day; the record names the items.

    ``amount`` is the principal in minor units of ``currency`` ("" for the book's);
    ``fee_percent`` of what is recovered, ``fee_fixed`` whatever comes of it.
    """

    KIND: ClassVar[str] = "hand_over"

    party: Party
    name: str
    amount: int
    currency: str = ""
    contact: str = ""
    fee_percent: Decimal | None = None
    fee_fixed: int | None = None
    terms: str = ""


class Happened(StrEnum):
    """What happened to what was handed over."""

    RECOVERED = "recovered"
    COST = "cost"
    NEWS = "news"
    CLOSED = "closed"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverStep:
    """Something that happened, dated the day; ``amount`` of money recovered or spent."""

    KIND: ClassVar[str] = "hand_over_step"

    what: Happened
    amount: int | None = None
    note: str = ""
    hand_over_id: int = 0


class HandOverState(StrEnum):
    """How it stands: at work, ended with a result, taken back."""

    OPEN = "open"
    CLOSED = "closed"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverStanding:
    """What was handed over as it stands on a day; amounts in minor units of its currency.

    ``fee`` is the share of what was recovered, rounded half up once, and the fixed part.
    """

    record: Record[HandOver]
    steps: tuple[Record[HandOverStep], ...]
    state: HandOverState
    recovered: int
    costs: int
    fee: int

    @property
    def net(self) -> int:
        """What is left of the money recovered after costs and fee."""
        return self.recovered - self.costs - self.fee

    @property
    def left(self) -> int:
        """The principal that has not come."""
        return max(self.record.value.amount - self.recovered, 0)


def standing(
    record: Record[HandOver], steps: Iterable[Record[HandOverStep]], day: date
) -> HandOverStanding:
    """Return how it stands on a day, by its steps up to then.

    Worked: 100,000.00 handed over at 15 %; 40,000.00 recovered, 600.00 spent: the fee is
    6,000.00, net 33,400.00, 60,000.00 are left.
    """
    known = sorted(
        (one for one in steps if one.dated_on <= day), key=lambda one: (one.dated_on, one.id)
    )
    recovered = _sum(known, Happened.RECOVERED)
    state = HandOverState.OPEN
    for one in known:
        if one.value.what is Happened.CLOSED:
            state = HandOverState.CLOSED
        elif one.value.what is Happened.RETURNED:
            state = HandOverState.RETURNED
    return HandOverStanding(
        record=record,
        steps=tuple(known),
        state=state,
        recovered=recovered,
        costs=_sum(known, Happened.COST),
        fee=_fee(record.value, recovered),
    )


def _sum(steps: Iterable[Record[HandOverStep]], what: Happened) -> int:
    return sum(one.value.amount or 0 for one in steps if one.value.what is what)


def _fee(value: HandOver, recovered: int) -> int:
    percent = value.fee_percent or Decimal(0)
    numerator, denominator = (percent * recovered).as_integer_ratio()
    return round_half_up(numerator, 100 * denominator) + (value.fee_fixed or 0)
