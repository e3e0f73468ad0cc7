"""Instalment plans (还款协议): a debt paid off in agreed parts.

The plan says when how much is to come; what came is read off the money allocated to its
items since the day it was agreed, oldest line first. A changed plan is a new version that
takes the place of the one before. It does not touch the due dates of the invoices: their
age goes on (domain of ageing), and the penalty stays reserved unless the plan says
otherwise (买卖合同解释第18条第3款).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar, Final

from domain.collecting.promise import Money
from domain.errors import BadSchedule
from domain.money import round_half_up

#: What a plan says of a consent: not needed is "".
NEEDED: Final = "needed"
GIVEN: Final = "given"
#: 民法典634: unpaid due instalments of a fifth of the whole price let the seller claim all.
A_FIFTH: Final = Fraction(1, 5)


class PlanMethod(StrEnum):
    """How the lines are made: equal principal, equal payment (annuity), or typed by hand."""

    EQUAL_PRINCIPAL = "equal_principal"
    EQUAL_PAYMENT = "equal_payment"
    FREE = "free"


class PenaltyTerms(StrEnum):
    """What becomes of the penalty for the time before: reserved, waived if kept, included."""

    RESERVED = "reserved"
    WAIVED_IF_KEPT = "waived_if_kept"
    INCLUDED = "included"


class PlanState(StrEnum):
    """How a plan stands: performing, late within its grace, in default, paid off."""

    PERFORMING = "performing"
    GRACE = "grace"
    DEFAULT = "default"
    COMPLETED = "completed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One instalment, in minor units."""

    due_on: date
    principal: int
    interest: int = 0

    @property
    def total(self) -> int:
        """Principal and interest."""
        return self.principal + self.interest


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentPlan:
    """A plan, dated the day it was agreed; its record names the items it covers.

    Attributes:
        rate: interest for the time of the plan in per cent a year, simple, on what is left.
        penalty: what becomes of the interest for lateness before the plan; ``penalty_minor``
            is its amount where it is included (one more claim, not part of the lines).
        grace_days: a line may be so many days late before the plan is in default.
        accelerates: in default all that is left falls due at once.
        default_rate: per cent a year on what is left after default; None: as by law.
        insurer_consent, guarantor_consent: "", "needed", "given" (保险法61, 民法典695).
    """

    KIND: ClassVar[str] = "payment_plan"

    currency: str
    principal: int
    lines: tuple[PlanLine, ...]
    method: PlanMethod = PlanMethod.EQUAL_PRINCIPAL
    rate: Decimal = Decimal(0)
    year_days: int = 365
    penalty: PenaltyTerms = PenaltyTerms.RESERVED
    penalty_minor: int = 0
    grace_days: int = 5
    accelerates: bool = True
    default_rate: Decimal | None = None
    guarantor: str = ""
    joint: bool = True
    insurer_consent: str = ""
    guarantor_consent: str = ""
    signed_by: str = ""
    number: str = ""
    note: str = ""

    @property
    def waits_for(self) -> tuple[str, ...]:
        """Whose consent is still missing: "insurer", "guarantor"."""
        asked = (("insurer", self.insurer_consent), ("guarantor", self.guarantor_consent))
        return tuple(who for who, said in asked if said == NEEDED)

    @property
    def total(self) -> int:
        """All that is to come: principal and interest."""
        return sum(line.total for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineStanding:
    """A line as it stands: what came for it."""

    line: PlanLine
    paid: int

    @property
    def open(self) -> int:
        """What is missing of it."""
        return self.line.total - self.paid


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStanding:
    """A plan as it stands on a day.

    Attributes:
        overdue: what should have come by now and did not.
        due_now: what can be claimed: the overdue lines, or all that is left where default
            makes it fall due.
        a_fifth: whether the overdue principal reaches a fifth of the whole (民法典634).
        broken_on: the first day of default, None while there is none.
    """

    state: PlanState
    lines: tuple[LineStanding, ...]
    paid: int
    left: int
    overdue: int
    due_now: int
    a_fifth: bool
    broken_on: date | None = None

    @property
    def next_line(self) -> LineStanding | None:
        """Return the first line that is not paid, None when all are."""
        return next((one for one in self.lines if one.open), None)

    @property
    def pauses(self) -> bool:
        """Whether ordinary chasing waits for the plan."""
        return self.state in (PlanState.PERFORMING, PlanState.GRACE)


def schedule(
    principal: int,
    from_on: date,
    due_days: Sequence[date],
    *,
    method: PlanMethod = PlanMethod.EQUAL_PRINCIPAL,
    rate: Decimal = Decimal(0),
    year_days: int = 365,
) -> tuple[PlanLine, ...]:
    """Return the lines of a plan: simple interest by days on what is left, last line the rest.

    Worked: 120,000.00 from 2026-11-30 in six month-ends at 4.5 % on 365 days, equal principal:
    interest 458.63, 382.19, 276.16, 229.32, 147.95, 76.44, together 1,570.69; payments from
    20,458.63 to 20,076.44.

    Raises:
        BadSchedule: no days, days that do not rise, or nothing to pay.
    """
    if principal <= 0 or not due_days:
        raise BadSchedule(principal=principal)
    days = _days_between(from_on, due_days)
    factors = [Fraction(rate) / 100 * count / year_days for count in days]
    payment = _level_payment(principal, factors)
    lines, left = [], principal
    for place, (due_on, factor) in enumerate(zip(due_days, factors, strict=True)):
        interest = _rounded(left * factor)
        part = _rounded(Fraction(principal, len(days)))
        if method is PlanMethod.EQUAL_PAYMENT:
            part = payment - interest
        part = left if place == len(days) - 1 else min(part, left)
        lines.append(PlanLine(due_on=due_on, principal=part, interest=interest))
        left -= part
    return tuple(lines)


def _days_between(from_on: date, due_days: Sequence[date]) -> list[int]:
    starts = [from_on, *due_days[:-1]]
    days = [(due - start).days for start, due in zip(starts, due_days, strict=True)]
    if min(days[1:], default=1) <= 0 or days[0] < 0:
        raise BadSchedule(principal=0)
    return days


def _level_payment(principal: int, factors: Sequence[Fraction]) -> int:
    """Return the equal payment: principal over the sum of the discount factors."""
    discounted, worth = Fraction(1), Fraction(0)
    for factor in factors:
        discounted /= 1 + factor
        worth += discounted
    return _rounded(principal / worth)


def _rounded(value: Fraction) -> int:
    return round_half_up(value.numerator, value.denominator)


def plan_standing(plan: PaymentPlan, money: Sequence[Money], day: date) -> PlanStanding:
    """Return how a plan stands on a day; ``money`` came for its items since it was agreed.

    Worked: three lines of 10,000.00 at the ends of January to March, 5 days of grace; 12,000.00
    came in January. On 4 March the second line lacks 8,000.00 and is within its grace; on
    6 March the plan is in default, 18,000.00 are due at once, and 8,000.00 of 30,000.00 reach
    a fifth.
    """
    came = sum(one.amount for one in money if one.on <= day)
    lines = _spread(plan.lines, came)
    late = [one for one in lines if one.open and one.line.due_on < day]
    broken_on = _broken_on(plan, money, day)
    left = sum(one.open for one in lines)
    overdue = sum(one.open for one in late)
    state = _state(late, left=left, broken=broken_on is not None)
    everything = state is PlanState.DEFAULT and plan.accelerates
    late_principal = sum(min(one.open, one.line.principal) for one in late)
    return PlanStanding(
        state=state,
        lines=lines,
        paid=min(came, plan.total),
        left=left,
        overdue=overdue,
        due_now=left if everything else overdue,
        a_fifth=late_principal > 0 and Fraction(late_principal, plan.principal) >= A_FIFTH,
        broken_on=broken_on,
    )


def _state(late: Sequence[LineStanding], *, left: int, broken: bool) -> PlanState:
    if not left:
        return PlanState.COMPLETED
    if broken:
        return PlanState.DEFAULT
    return PlanState.GRACE if late else PlanState.PERFORMING


def _spread(lines: Sequence[PlanLine], came: int) -> tuple[LineStanding, ...]:
    found, left = [], came
    for line in lines:
        part = min(left, line.total)
        found.append(LineStanding(line=line, paid=part))
        left -= part
    return tuple(found)


def _broken_on(plan: PaymentPlan, money: Sequence[Money], day: date) -> date | None:
    """Return the first day on which a line was later than its grace: default stays default."""
    wanted = 0
    for line in plan.lines:
        wanted += line.total
        last = line.due_on + timedelta(days=plan.grace_days)
        if last >= day:
            return None
        if sum(one.amount for one in money if one.on <= last) < wanted:
            return last + timedelta(days=1)
    return None
