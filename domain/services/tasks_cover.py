"""Worklist sources about cover: insurers to be told, guarantors to be held, months to declare."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from domain.cover.deadlines import InsuredDebt, Step
from domain.cover.guarantee import Demand
from domain.services import cover, guarantees
from domain.services.tasks_shared import Today
from domain.worklist.task import Act, Deadline, Task, TaskKind

#: An insurer mostly pays what was notified and claimed in time; a guarantor often does not.
_INSURED: Final = Decimal("0.9")
_GUARANTEED: Final = Decimal("0.5")
#: Deadlines of insurance are shown so many days ahead.
_SHOWN: Final = 60


def insurance(today: Today) -> Iterator[Task]:
    """Insured debts to be notified or claimed soon, and those whose day was missed."""
    for one in today.insured():
        if one.alert is None:
            continue
        debt = one.cover.debt
        yield Task(
            key=f"cover/{one.days.step.value}/{one.item_id}",
            kind=TaskKind.COVER,
            act=Act.FILE,
            reason=_reason(one),
            address="credit?tab=cover&part=deadlines",
            customer_id=debt.customer_id,
            customer_name=debt.name,
            customer_name_en=debt.name_en,
            amount=one.cover.insured,
            currency=debt.currency,
            base=today.base(one.cover.insured, debt.currency),
            chance=_INSURED,
            due_on=one.days.next_on,
            facts={
                "number": debt.number,
                "by": one.days.next_on,
                "days": abs(one.days_left or 0),
            },
        )


def _reason(one: InsuredDebt) -> str:
    if one.alert == 0:
        return "insurance.missed"
    return "insurance.notify" if one.days.step is Step.NOTIFY else "insurance.claim"


def guarantors(today: Today) -> Iterator[Task]:
    """Guarantees whose period ends soon, or has ended unused."""
    for one in guarantees.pressing(today.reader, today.day):
        place = one.position
        if place is None:
            continue
        amount = one.record.value.amount or 0
        sue = place.demand is Demand.SUE_DEBTOR
        yield Task(
            key=f"guarantee/{one.root}",
            kind=TaskKind.COVER,
            act=Act.LETTER,
            reason=_guarantee(place.days_left, sue=sue),
            address="credit?tab=cover&part=guarantees",
            customer_id=one.customer_id,
            customer_name=one.name,
            customer_name_en=one.name_en,
            amount=amount,
            currency=one.currency,
            base=today.base(amount, one.currency),
            chance=_GUARANTEED,
            due_on=place.period.last_on,
            facts={"giver": one.record.value.giver, "last": place.period.last_on},
        )


def _guarantee(days_left: int, *, sue: bool) -> str:
    if days_left < 0:
        return "guarantee.lost"
    return "guarantee.sue" if sue else "guarantee.demand"


def declarations(today: Today) -> Iterator[Task]:
    """Months whose shipments are still to be declared, once the month is over."""
    for one in cover.months(today.reader, today.day):
        if not one.waiting_count or one.month == today.day.replace(day=1):
            continue
        yield Task(
            key=f"declare/{one.policy}/{one.month.isoformat()}",
            kind=TaskKind.COVER,
            act=Act.FILE,
            reason="insurance.declare",
            address="credit?tab=cover&part=declarations",
            amount=one.waiting,
            currency=one.currency,
            base=today.base(one.waiting, one.currency),
            # What is not declared is not covered, but mostly nothing is lost of it.
            chance=Decimal("0.05"),
            due_on=one.declare_by,
            facts={
                "month": one.month.isoformat()[:7],
                "count": one.waiting_count,
                "by": one.declare_by,
            },
        )


def ends(today: Today) -> Iterator[Deadline]:
    """The next days of insured debts overdue; those of guarantees are told with securities."""
    for debt in today.insured():
        left, on = debt.days_left, debt.days.next_on
        if on is None or left is None or not debt.is_overdue or not 0 <= left <= _SHOWN:
            continue
        yield Deadline(
            on=on,
            reason=f"insurance.{debt.days.step.value}",
            address="credit?tab=cover&part=deadlines",
            customer_name=debt.cover.debt.name,
            customer_name_en=debt.cover.debt.name_en,
            amount=debt.cover.insured,
            currency=debt.cover.debt.currency,
        )
