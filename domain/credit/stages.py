"""Stages of a new relationship: prepayment first, then step by step longer terms (分阶段合作).

A stage is a record with the day it begins. Whoever never had one deals on the terms agreed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction
from typing import ClassVar, Final

from domain.credit.limit_policy import LimitPolicy
from domain.figures.overdue import weighted_days_late
from domain.figures.payment_pattern import Paid
from domain.record import Record
from domain.terms import day_of_month


class Stage(IntEnum):
    """How far a customer is trusted."""

    PREPAY = 0
    DEPOSIT = 1
    NET15 = 2
    NET30 = 3
    NET60 = 4

    @property
    def next(self) -> Stage | None:
        """The stage after this one, None after the last."""
        return Stage(self + 1) if self < Stage.NET60 else None

    @property
    def before(self) -> Stage:
        """The stage before this one; the first stays."""
        return Stage(max(self - 1, 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationshipStage:
    """A stage from its record's day on; ``deposit_percent`` is paid beforehand in stage 1."""

    KIND: ClassVar[str] = "relationship_stage"

    stage: Stage
    deposit_percent: int = 0
    who: str = ""
    reason: str = ""


#: The least and most a deposit may be in stage 1, in percent.
DEPOSIT: Final = range(30, 51)
_DAYS: Final = {Stage.NET15: 15, Stage.NET30: 30, Stage.NET60: 60}


def terms_of(stage: Stage, deposit_percent: int) -> str:
    """Return the payment terms of a stage as they are written (see :mod:`domain.terms`).

    Prepayment is due with the document (款到发货); a deposit of 30 is "30%@0+70%@15".
    """
    if stage is Stage.PREPAY:
        return "COD"
    if stage is Stage.DEPOSIT:
        return f"{deposit_percent}%@0+{100 - deposit_percent}%@15"
    return f"NET{_DAYS[stage]}"


def stage_on(
    records: Iterable[Record[RelationshipStage]], day: date
) -> Record[RelationshipStage] | None:
    """Return the stage of a customer on a day: the newest that has begun."""
    begun = [record for record in records if record.dated_on <= day]
    return max(begun, key=lambda record: (record.dated_on, record.id), default=None)


def is_new(first_on: date | None, paid: int, day: date, policy: LimitPolicy) -> bool:
    """Whether a customer is new: for less than six months, or with fewer than three paid.

    Worked: first invoice on 2026-01-31: new until 2026-07-30; on 31 July no longer, once
    three invoices are paid.
    """
    if first_on is None or paid < policy.new_paid:
        return True
    return day < day_of_month(first_on.year, first_on.month + policy.new_months, first_on.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class StageFacts:
    """How a customer did in its stage: paid since then, disputes and what is overdue now.

    ``blocked``: an early warning is open; ``broken``: a promise or plan was not kept.
    """

    customer_id: int
    stage: Stage
    since: date
    paid: tuple[Paid, ...] = ()
    open_disputes: int = 0
    oldest_overdue: int = 0
    blocked: bool = False
    broken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StageAdvice:
    """What a customer's conduct says of its stage.

    ``to`` is the stage advised, None to stay. ``reasons`` are codes: on a promotion what
    was met, otherwise what is missing, on a demotion the breach.
    """

    facts: StageFacts
    to: Stage | None
    on_time: int
    days_late: Fraction | None
    reasons: tuple[str, ...]

    @property
    def promoted(self) -> bool:
        """Whether the next stage is advised."""
        return self.to is not None and self.to > self.facts.stage


def advise(facts: StageFacts, policy: LimitPolicy) -> StageAdvice:
    """Return whether the next stage is earned, or the one before due again.

    Promotion: three invoices paid on time in this stage, not more than 3 days late on
    average, no open dispute, no early warning. Demotion: more than 30 days overdue, or a
    promise broken. Worked: three paid on time and one 4 days late, all of 100: 1 day on
    average, the next stage is earned.
    """
    on_time = sum(one.days_late <= 0 for one in facts.paid)
    late = weighted_days_late((one.minor, one.days_late) for one in facts.paid)
    breaches = _breaches(facts, policy)
    missing = _missing(facts, on_time, late, policy)
    to, reasons = None, tuple(missing)
    if breaches and facts.stage is not Stage.PREPAY:
        to, reasons = facts.stage.before, tuple(breaches)
    elif breaches:
        reasons = (*breaches, *missing)
    elif not missing and facts.stage.next is not None:
        to, reasons = facts.stage.next, ("paid_on_time", "prompt", "no_dispute")
    return StageAdvice(facts=facts, to=to, on_time=on_time, days_late=late, reasons=reasons)


def _breaches(facts: StageFacts, policy: LimitPolicy) -> list[str]:
    found = ["overdue"] if facts.oldest_overdue > policy.demote_days else []
    return [*found, "promise_broken"] if facts.broken else found


def _missing(
    facts: StageFacts, on_time: int, late: Fraction | None, policy: LimitPolicy
) -> Sequence[str]:
    faults = {
        "last_stage": facts.stage.next is None,
        "too_few_on_time": on_time < policy.promote_invoices,
        "late": late is not None and late > policy.promote_days,
        "dispute": facts.open_disputes > 0,
        "alert": facts.blocked,
    }
    return [code for code, holds in faults.items() if holds]


def deposit_share(record: RelationshipStage) -> Decimal:
    """Return the deposit of a stage as a share: 0.30 of 30 percent, 1 of prepayment."""
    if record.stage is Stage.PREPAY:
        return Decimal(1)
    return Decimal(record.deposit_percent) / 100
