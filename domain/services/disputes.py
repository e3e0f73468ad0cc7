"""Disputes: opened, handed on, credited and settled. They change chasing, never the numbers."""

from __future__ import annotations

from datetime import date

from domain.changes import Changes, OperationResult
from domain.disputes import (
    Dispute,
    DisputeHandling,
    DisputeOn,
    Settlement,
    check_settlement,
    standing,
)
from domain.document import Kind
from domain.errors import DisputeSettled, MissingField, NotAllocatable, NotConceded, OverAllocation
from domain.listing import DisputeRow
from domain.policy import policy_on
from domain.ports import BookReader, UnitOfWork
from domain.services.posting import POSTED, Entry, document_from, post_document
from domain.services.receipts import Use, apply_uses
from domain.services.records import add_record

CHANGED = Changes(disputes=True, customers=True)


def open_dispute(uow: UnitOfWork, value: Dispute) -> OperationResult[int]:
    """Mark part of an open item as disputed and return the dispute's id.

    Raises:
        OverAllocation: more than is open of the item and undisputed, or nothing.
        MissingField: neither a reason in words nor a kind that says it.
    """
    with uow:
        item = uow.open_item(value.item_id)
        told = {"number": item.number, "amount": value.amount, "kind": value.kind.value}
        operation = uow.begin("dispute.open", told)
        dispute_id = mark_disputed(uow, value)
        uow.commit()
    return OperationResult(value=dispute_id, operation_id=operation, changes=CHANGED)


def mark_disputed(uow: UnitOfWork, value: Dispute) -> int:
    """Mark part of an open item as disputed inside an operation that is already open."""
    if not value.reason.strip():
        raise MissingField(field="reason")
    item = uow.open_item(value.item_id)
    left = item.open - sum(
        one.amount for one in uow.disputes(item_id=value.item_id) if one.closed_on is None
    )
    if not 0 < value.amount <= left:
        raise OverAllocation(number=item.number, open=max(left, 0), requested=value.amount)
    policy = policy_on(uow, value.opened_on).disputes
    due_on = value.due_on or policy.due(value.kind, value.opened_on)
    dispute_id = uow.add_dispute(value, max(due_on, value.opened_on))
    uow.changed("dispute", dispute_id, None, _opened(value, due_on))
    return dispute_id


def _opened(value: Dispute, due_on: date) -> dict[str, object]:
    return {
        "amount": value.amount,
        "kind": value.kind.value,
        "reason": value.reason,
        "owner": value.owner,
        "opened_on": value.opened_on.isoformat(),
        "due_on": due_on.isoformat(),
    }


def hand_on(uow: UnitOfWork, value: DisputeHandling, on: date) -> OperationResult[int]:
    """Give an open dispute another owner or another day; what was before stays for its days.

    Raises:
        NotFound: there is no such dispute.
        DisputeSettled: it has ended.
    """
    with uow:
        row = _running(uow, value.dispute_id)
        told = {"number": row.number, "owner": value.owner, "due_on": value.due_on.isoformat()}
        operation = uow.begin("dispute.hand_on", told)
        record_id = add_record(
            uow,
            value,
            customer_id=row.customer_id,
            dated_on=max(on, row.opened_on),
            item_ids=[row.item_id],
        )
        uow.commit()
    changes = CHANGED | Changes(records=True)
    return OperationResult(value=record_id, operation_id=operation, changes=changes)


def settle_dispute(
    uow: UnitOfWork, dispute_id: int, value: Settlement, on: date
) -> OperationResult[int]:
    """Decide a dispute. Where nothing is conceded it ends, and its item is chased again.

    What is conceded stays in dispute until its credit note is posted
    (:func:`credit_dispute`); until then another decision can take the place of this one.

    Raises:
        NotFound: there is no such dispute.
        DisputeSettled: it has ended.
        BadConcession: a part that is none.
        MissingField: a rejection without a reason.
    """
    with uow:
        number = uow.dispute(dispute_id).number
        told = {"number": number, "outcome": value.outcome.value}
        operation = uow.begin("dispute.close", told)
        decide(uow, dispute_id, value, on)
        uow.commit()
    return OperationResult(value=dispute_id, operation_id=operation, changes=CHANGED)


def decide(uow: UnitOfWork, dispute_id: int, value: Settlement, on: date) -> None:
    """Decide a dispute, no earlier than it began, inside an operation that is already open."""
    check_settlement(value)
    row = _running(uow, dispute_id)
    conceded, decided_on = value.amount(row.amount), max(on, row.opened_on)
    uow.decide_dispute(dispute_id, decided_on, value.outcome, conceded, value.text)
    if not conceded:
        uow.close_dispute(dispute_id, decided_on)
    after = {
        "decided_on": decided_on.isoformat(),
        "outcome": value.outcome.value,
        "conceded": conceded,
        "resolution": value.text,
    }
    uow.changed("dispute", dispute_id, _decided(row), after)


def _decided(row: DisputeRow) -> dict[str, object]:
    return {
        "decided_on": row.decided_on.isoformat() if row.decided_on else None,
        "outcome": row.outcome,
        "conceded": row.conceded,
        "resolution": row.resolution,
    }


def credit_dispute(uow: UnitOfWork, dispute_id: int, entry: Entry) -> OperationResult[int]:
    """Post the credit note of a dispute over what was conceded; with it the dispute ends.

    The note is set against the disputed item and joined to the dispute. Where the item was
    paid meanwhile the rest stays on account.

    Raises:
        NotConceded: the note is over more or less than what was conceded and not credited.
        NotAllocatable: it is no credit note, or one of another customer or currency.
    """
    with uow:
        _fits(uow.dispute(dispute_id), entry)
        told = {"number": uow.dispute(dispute_id).number, "dispute": dispute_id}
        operation = uow.begin("dispute.credit", told)
        document_id = give_credit(uow, dispute_id, entry)
        uow.commit()
    changes = POSTED | CHANGED | Changes(allocations=True)
    return OperationResult(value=document_id, operation_id=operation, changes=changes)


def give_credit(uow: UnitOfWork, dispute_id: int, entry: Entry) -> int:
    """Post and join a dispute's credit note inside an operation that is already open."""
    row = uow.dispute(dispute_id)
    document_id = post_document(uow, document_from(uow, entry))
    uow.add_dispute_credit(dispute_id, document_id)
    credit, debit = uow.document_items(document_id)[0], uow.open_item(row.item_id)
    minor = min(entry.amount.minor, debit.open)
    if minor > 0:
        apply_uses(uow, credit.id, [Use(item_id=debit.id, minor=minor)], entry.issued_on)
    if row.closed_on is None:
        ends_on = max(entry.issued_on, row.decided_on or row.opened_on)
        uow.close_dispute(dispute_id, ends_on)
        uow.changed("dispute", dispute_id, {"closed_on": None}, {"closed_on": ends_on.isoformat()})
    return document_id


def _fits(row: DisputeRow, entry: Entry) -> None:
    same = (entry.customer_id, entry.amount.currency) == (row.customer_id, row.currency)
    if entry.kind is not Kind.CREDIT_NOTE or not same:
        raise NotAllocatable(debit=row.number, credit=entry.number, reason="dispute")
    left = row.conceded - row.credited
    if left <= 0 or entry.amount.minor != left:
        raise NotConceded(number=row.number, left=max(left, 0), amount=entry.amount.minor)


def _running(uow: UnitOfWork, dispute_id: int) -> DisputeRow:
    row = uow.dispute(dispute_id)
    if row.closed_on is not None:
        raise DisputeSettled(number=row.number, on=row.closed_on)
    return row


def disputes_on(
    reader: BookReader, day: date, *, customer_id: int | None = None
) -> list[DisputeOn]:
    """Return the disputes opened up to a day as they stand on it, by the day they are due."""
    rows = reader.disputes(customer_id=customer_id, as_of=day)
    handling = reader.records(DisputeHandling, customer_id=customer_id, up_to=day) if rows else []
    return sorted(standing(rows, handling, day), key=lambda one: (one.due_on, one.row.id))
