"""Stages of new relationships: who earned the next one, and setting it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import date
from typing import Final

from domain.changes import Changes, OperationResult
from domain.credit.signals import open_alerts
from domain.credit.stages import (
    DEPOSIT,
    RelationshipStage,
    Stage,
    StageAdvice,
    StageFacts,
    advise,
    stage_on,
    terms_of,
)
from domain.errors import AlertOpen, BadDeposit, MissingField
from domain.figures.payment_pattern import Paid
from domain.policy import policy_on
from domain.ports import BookReader, UnitOfWork
from domain.record import Record
from domain.services.limit_review import broken_words
from domain.services.records import add_record
from domain.values import dumps

CHANGED: Final = Changes(records=True, customers=True)


def set_stage(
    uow: UnitOfWork, customer_id: int, value: RelationshipStage, on: date
) -> OperationResult[int]:
    """Let a customer deal in a stage from a day on; its payment terms follow.

    Raises:
        BadDeposit: stage 1 with a deposit outside 30 to 50 percent.
        MissingField: no reason.
        AlertOpen: a higher stage while an early warning is open.
    """
    if value.stage is Stage.DEPOSIT and value.deposit_percent not in DEPOSIT:
        raise BadDeposit(percent=value.deposit_percent)
    if not value.reason.strip():
        raise MissingField(field="reason")
    with uow:
        before = stage_on(uow.records(RelationshipStage, customer_id=customer_id), on)
        rises = before is not None and value.stage > before.value.stage
        customer = uow.customer(customer_id)
        if rises and customer_id in open_alerts(uow, on):
            raise AlertOpen(customer=customer.name)
        told = {"customer": customer_id, "stage": int(value.stage)}
        operation = uow.begin("relationship_stage.set", told)
        record_id = add_record(uow, value, customer_id=customer_id, dated_on=on)
        after = replace(customer, terms=terms_of(value.stage, value.deposit_percent))
        uow.replace_customer(customer_id, after)
        uow.changed("customer", customer_id, dumps(customer), dumps(after))
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=CHANGED)


def stage_advice(reader: BookReader, day: date) -> list[StageAdvice]:
    """Return what their conduct says of the customers that are in a stage, by code."""
    current = _current(reader, day)
    if not current:
        return []
    policy = policy_on(reader, day).limits
    first = min(record.dated_on for record in current.values())
    paid = _paid(reader, first, day)
    late = _oldest(reader, day)
    disputes = Counter(row.customer_id for row in reader.disputes(open_on=day))
    alerts = open_alerts(reader, day)
    broken = broken_words(reader, first, day)
    facts = [
        StageFacts(
            customer_id=customer_id,
            stage=record.value.stage,
            since=record.dated_on,
            paid=tuple(one for one in paid.get(code, ()) if one.issued_on >= record.dated_on),
            open_disputes=disputes[customer_id],
            oldest_overdue=late.get(customer_id, 0),
            blocked=customer_id in alerts,
            broken=customer_id in broken,
        )
        for customer_id, code in _codes(reader, day)
        if (record := current.get(customer_id)) is not None
    ]
    return [advise(one, policy) for one in facts]


def _current(reader: BookReader, day: date) -> dict[int, Record[RelationshipStage]]:
    by_owner: dict[int, list[Record[RelationshipStage]]] = defaultdict(list)
    for record in reader.records(RelationshipStage, up_to=day):
        if record.customer_id is not None:
            by_owner[record.customer_id].append(record)
    found = {owner: stage_on(records, day) for owner, records in by_owner.items()}
    return {owner: record for owner, record in found.items() if record is not None}


def _codes(reader: BookReader, day: date) -> list[tuple[int, str]]:
    return [(one.customer_id, one.code) for one in reader.relations(day)]


def _paid(reader: BookReader, since: date, day: date) -> dict[str, list[Paid]]:
    found: dict[str, list[Paid]] = defaultdict(list)
    for account in reader.paid_accounts(since, day):
        found[account.code].extend(account.paid)
    return found


def _oldest(reader: BookReader, day: date) -> dict[int, int]:
    found: dict[int, int] = {}
    for one in reader.late_items(day):
        found[one.customer_id] = max(found.get(one.customer_id, 0), one.days)
    return found
