"""Disputes: part of an item the customer contests. They change chasing, never the numbers."""

from __future__ import annotations

from datetime import date

from domain.changes import Changes, OperationResult
from domain.errors import MissingField, OverAllocation
from domain.ports import UnitOfWork


def open_dispute(
    uow: UnitOfWork, item_id: int, amount: int, reason: str, on: date, note: str = ""
) -> OperationResult[int]:
    """Mark part of an open item as disputed and return the dispute's id.

    Raises:
        OverAllocation: more than is open of the item, or nothing.
        MissingField: no reason.
    """
    with uow:
        item = uow.open_item(item_id)
        operation = uow.begin("dispute.open", {"number": item.number, "amount": amount})
        dispute_id = mark_disputed(uow, item_id, amount, reason, on, note)
        uow.commit()
    return OperationResult(
        value=dispute_id, operation_id=operation, changes=Changes(disputes=True, customers=True)
    )


def mark_disputed(
    uow: UnitOfWork, item_id: int, amount: int, reason: str, on: date, note: str = ""
) -> int:
    """Mark part of an open item as disputed inside an operation that is already open."""
    if not reason:
        raise MissingField(field="reason")
    item = uow.open_item(item_id)
    if not 0 < amount <= item.open:
        raise OverAllocation(number=item.number, open=item.open, requested=amount)
    dispute_id = uow.add_dispute(item_id, amount, reason, on, note)
    told = {"amount": amount, "reason": reason, "opened_on": on.isoformat()}
    uow.changed("dispute", dispute_id, None, told)
    return dispute_id


def close_dispute(uow: UnitOfWork, dispute_id: int, on: date) -> OperationResult[int]:
    """Close a dispute; the item is chased again."""
    with uow:
        operation = uow.begin("dispute.close", {"dispute": dispute_id})
        settle_dispute(uow, dispute_id, on)
        uow.commit()
    return OperationResult(
        value=dispute_id, operation_id=operation, changes=Changes(disputes=True, customers=True)
    )


def settle_dispute(uow: UnitOfWork, dispute_id: int, on: date) -> None:
    """Date the end of a dispute inside an operation that is already open."""
    uow.close_dispute(dispute_id, on)
    uow.changed("dispute", dispute_id, {"closed_on": None}, {"closed_on": on.isoformat()})
