"""Instalment plans: agreeing on them, changing them, and how they stand on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from domain.changes import Changes, OperationResult
from domain.collecting.plan import PaymentPlan, PlanStanding, plan_standing
from domain.credit.file.security import Security, SecurityType, in_force
from domain.errors import (
    BadEventDates,
    BadSchedule,
    MissingField,
    NothingToDo,
    OverAllocation,
)
from domain.legal_event import EventKind, LegalEvent, check_event
from domain.ports import BookReader, UnitOfWork
from domain.record import Record
from domain.services.cover import Consent, consent_needed
from domain.services.legal import keep_event
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


def sign_plan(
    uow: UnitOfWork, plan_id: int, signed_by: str, on: date, today: date
) -> OperationResult[int]:
    """Mark a plan as signed by the debtor; return the id of its version so marked.

    A signed plan acknowledges the debt: it is an event that starts the limitation of its
    invoices anew (诉讼时效规定14), recorded in the same act.

    Raises:
        MissingField: nobody signed.
        NothingToDo: it is marked already.
        BadEventDates: signed before it was agreed, or in the future.
    """
    if not signed_by.strip():
        raise MissingField(field="signed_by")
    with uow:
        record = uow.record(PaymentPlan, plan_id)
        if record.value.signed_by or not uow.record_stands(plan_id):
            raise NothingToDo
        if on < record.dated_on:
            raise BadEventDates(on=on, today=today)
        told = {"customer": record.customer_id, "signed_by": signed_by}
        operation = uow.begin(f"{record.value.KIND}.sign", told)
        record_id = add_record(
            uow,
            replace(record.value, signed_by=signed_by.strip()),
            customer_id=record.customer_id,
            dated_on=record.dated_on,
            item_ids=record.item_ids,
            replaces_id=plan_id,
        )
        keep_event(uow, check_event(_signing(record, signed_by.strip(), on), today))
        uow.commit()
    return OperationResult(
        value=record_id, operation_id=operation, changes=CHANGED | Changes(documents=True)
    )


def _signing(record: Record[PaymentPlan], signed_by: str, on: date) -> LegalEvent:
    return LegalEvent(
        kind=EventKind.INSTALMENT_PLAN,
        customer_id=record.customer_id or 0,
        happened_on=on,
        signed_by=signed_by,
        number=record.value.number,
        item_ids=record.item_ids,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Consents:
    """Who has to agree to a plan before it is signed.

    Attributes:
        insurer: insured debts whose longest extension the plan goes beyond (保险法61; the
            policy's terms).
        guarantors: who guarantees the customer's debts and would not be bound by another
            term without written consent (民法典695).
    """

    insurer: tuple[Consent, ...] = ()
    guarantors: tuple[str, ...] = ()


def consents(
    reader: BookReader, customer_id: int, item_ids: Sequence[int], last_on: date, day: date
) -> Consents:
    """Return whose consent a plan up to ``last_on`` needs."""
    given = [
        one
        for one in in_force(reader.records(Security, customer_id=customer_id, up_to=day), day)
        if one.value.type is SecurityType.GUARANTEE
    ]
    late = [
        one.value.giver or one.value.number
        for one in given
        if one.value.debt_due_on is None or last_on > one.value.debt_due_on
    ]
    return Consents(
        insurer=tuple(consent_needed(reader, customer_id, item_ids, last_on, day)),
        guarantors=tuple(dict.fromkeys(late)),
    )


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
