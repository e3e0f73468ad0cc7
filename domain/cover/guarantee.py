"""Guarantees (保证): the period in which a guarantor must be held to it, and how.

The period neither stops nor starts anew and cannot be made longer by demanding (民法典692):
what was not done within it is lost. Done in time, the ordinary limitation runs (694).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from domain.cover.deadlines import months_after
from domain.cover.params import alert_of
from domain.errors import GuarantorNotAllowed

#: The period where none is agreed (民法典692).
MONTHS = 6


class Liability(StrEnum):
    """How a guarantor is liable. ORDINARY: 一般保证; JOINT: 连带责任保证."""

    ORDINARY = "ordinary"
    JOINT = "joint"


class Demand(StrEnum):
    """What must be done within the period (民法典693)."""

    SUE_DEBTOR = "sue_debtor"
    DEMAND_GUARANTOR = "demand_guarantor"


class Deed(StrEnum):
    """What was done about a security, as it is recorded."""

    SUED = "sued"
    DEMANDED = "demanded"
    SHIPPED = "shipped"
    PRESENTED = "presented"


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityAct:
    """Something done about a security on the record's day: a demand counts when it arrived.

    ``security_id`` is the first version of the security, so that a correction of it keeps
    what was done.
    """

    KIND: ClassVar[str] = "security_act"

    deed: Deed
    security_id: int = 0
    note: str = ""


class PeriodState(StrEnum):
    """Where a guarantee stands on a day."""

    NOT_YET = "not_yet"
    RUNNING = "running"
    KEPT = "kept"
    LOST = "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarantee:
    """What the rules need of a guarantee.

    Attributes:
        liability: as agreed; None where nothing was said.
        matures_on: when the secured debt falls due, the last of several.
        ends_on: the end of the period as agreed; None where none was.
        by_state_organ: the guarantor is an organ of the state.
        acted_on: when the debtor was sued, or the guarantor asked, as its kind needs.
        cap: the most the guarantor owes, in minor units; None: the whole debt.
    """

    liability: Liability | None
    matures_on: date
    ends_on: date | None = None
    by_state_organ: bool = False
    acted_on: date | None = None
    cap: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A guarantee's period: ``by_statute`` where six months took the place of an agreement."""

    from_on: date
    last_on: date
    by_statute: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A guarantee as of a day."""

    liability: Liability
    assumed: bool
    period: Period
    demand: Demand
    state: PeriodState
    days_left: int
    alert: int | None


def check(guarantee: Guarantee) -> Guarantee:
    """Return a guarantee that can be one.

    Raises:
        GuarantorNotAllowed: given by an organ of the state (民法典683).
    """
    if guarantee.by_state_organ:
        raise GuarantorNotAllowed
    return guarantee


def liability_of(guarantee: Guarantee) -> Liability:
    """Return how the guarantor is liable: unstated or unclear is ordinary (民法典686)."""
    return guarantee.liability or Liability.ORDINARY


def period(matures_on: date, ends_on: date | None) -> Period:
    """Return the period of a guarantee.

    None agreed, or one that ends at maturity or before: six months from maturity (692).
    Matures 2026-06-30: until 2026-12-30. Matures 2026-08-31: until 2027-02-28. Agreed until
    2027-06-30: until then.
    """
    if ends_on is None or ends_on <= matures_on:
        return Period(from_on=matures_on, last_on=months_after(matures_on, MONTHS), by_statute=True)
    return Period(from_on=matures_on, last_on=ends_on, by_statute=False)


def demand_of(liability: Liability) -> Demand:
    """Return what keeps the guarantee: suing the debtor, or asking the guarantor (693)."""
    return Demand.SUE_DEBTOR if liability is Liability.ORDINARY else Demand.DEMAND_GUARANTOR


def position(guarantee: Guarantee, as_of: date, alerts: Sequence[int]) -> Position:
    """Return where a guarantee stands on a day.

    An act after the period's last day keeps nothing. Before maturity nothing runs out, but
    a period that will end soon is told all the same.
    """
    liability = liability_of(guarantee)
    runs = period(guarantee.matures_on, guarantee.ends_on)
    acted = guarantee.acted_on
    left = (runs.last_on - as_of).days
    if acted is not None and acted <= min(as_of, runs.last_on):
        state = PeriodState.KEPT
    elif as_of > runs.last_on:
        state = PeriodState.LOST
    else:
        state = PeriodState.RUNNING if as_of > runs.from_on else PeriodState.NOT_YET
    return Position(
        liability=liability,
        assumed=guarantee.liability is None,
        period=runs,
        demand=demand_of(liability),
        state=state,
        days_left=left,
        alert=None if state is PeriodState.KEPT else alert_of(left, alerts),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What the guarantor owes after the debt was changed; the period stays as it was."""

    liable_for: int
    matures_on: date
    consent_needed: bool


def after_change(
    old_amount: int, new_amount: int, matures_on: date, new_matures_on: date, *, consented: bool
) -> Changed:
    """Return what a guarantor owes after creditor and debtor changed the debt (民法典695).

    Without written consent he is not liable for an increase, a reduction is in his favour,
    and another term does not move the period. 100,000 raised to 150,000: 100,000; lowered
    to 80,000: 80,000.
    """
    heavier = new_amount > old_amount or new_matures_on != matures_on
    if consented:
        return Changed(liable_for=new_amount, matures_on=new_matures_on, consent_needed=False)
    return Changed(
        liable_for=min(old_amount, new_amount), matures_on=matures_on, consent_needed=heavier
    )


def claimable(principal: int, cap: int | None) -> int:
    """Return what may be asked of the guarantor: the debt, up to the cap."""
    return principal if cap is None else min(principal, cap)
