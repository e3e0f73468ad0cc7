"""Instalment plans: agreeing on them, changing them, and how they stand on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from domain.changes import OperationResult
from domain.collecting.plan import PaymentPlan, PlanStanding, plan_standing
from domain.errors import BadSchedule, MissingField, OverAllocation
from domain.ports import BookReader, UnitOfWork
from domain.record import Record
from domain.services.records import CHANGED, add_record


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOn:
    """A plan and how it stands on a day."""

    record: Record[PaymentPlan]
    standing: PlanStanding


def agree_plan(
    uow: UnitOfWork,
    customer_id: int,
    plan: PaymentPlan,
    agreed_on: date,
    item_ids: Sequence[int],
    replaces_id: int | None = None,
) -> OperationResult[int]:
    """Keep a plan, or a new version that takes the place of one; return its record's id.

    Raises:
        MissingField: it covers no items.
        BadSchedule: its days do not rise, or its principal does not add up.
        OverAllocation: it is for more than is open of its items.
    """
    if not item_ids:
        raise MissingField(field="items")
    check_plan(plan, agreed_on)
    with uow:
        found = [uow.open_item(item_id) for item_id in item_ids]
        owed = sum(item.open for item in found)
        if plan.principal > owed:
            raise OverAllocation(number=found[0].number, open=owed, requested=plan.principal)
        act = "keep" if replaces_id is None else "change"
        operation = uow.begin(f"{plan.KIND}.{act}", {"customer": customer_id, "total": plan.total})
        record_id = add_record(
            uow,
            plan,
            customer_id=customer_id,
            dated_on=agreed_on,
            item_ids=item_ids,
            replaces_id=replaces_id,
        )
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=CHANGED)


def check_plan(plan: PaymentPlan, agreed_on: date) -> None:
    """Pass where a plan's lines hold.

    Raises:
        BadSchedule: its days do not rise, or its principal does not add up.
    """
    days = [line.due_on for line in plan.lines]
    rising = all(before < after for before, after in pairwise(days))
    whole = sum(line.principal for line in plan.lines) == plan.principal > 0
    bare = any(line.principal < 0 or line.interest < 0 for line in plan.lines)
    if not days or days[0] < agreed_on or not rising or not whole or bare:
        raise BadSchedule(principal=plan.principal)


def plans_on(reader: BookReader, day: date, *, customer_id: int | None = None) -> list[PlanOn]:
    """Return how all plans agreed up to a day stand on it, by customer and day.

    Money allocated to a plan's items counts, and money not allocated yet: a line's interest
    stays unapplied until it is claimed by a debit note.
    """
    records = reader.records(PaymentPlan, customer_id=customer_id, up_to=day)
    if not records:
        return []
    since = min(record.dated_on for record in records)
    received = reader.money_received({record.customer_id or 0 for record in records}, since, day)
    found = []
    for record in records:
        money = [
            one.money
            for one in received
            if (one.customer_id, one.currency) == (record.customer_id, record.value.currency)
            and one.money.on >= record.dated_on
            and (one.money.item_id is None or one.money.item_id in record.item_ids)
        ]
        found.append(PlanOn(record=record, standing=plan_standing(record.value, money, day)))
    return found
