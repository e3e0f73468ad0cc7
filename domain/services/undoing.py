"""Taking back what was booked: a whole act, or one allocation with what closed it.

Nothing is deleted: allocations get their opposite, documents are voided, dated no
earlier than what they take back.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from domain import allocation
from domain.changes import OperationResult
from domain.errors import AlreadyReversed, NothingToDo
from domain.ports import UnitOfWork
from domain.services.guards import refuse_standing_bill
from domain.services.posting import post_void
from domain.services.receipts import ALLOCATED, joins_voiding

#: What the voiding of a document taken back with its act says.
REASON = "undo"


def undo_operation(uow: UnitOfWork, operation_id: int, on: date) -> OperationResult[int]:
    """Undo an act's allocations and void its documents: receipt, discounts, write-offs.

    Raises:
        NothingToDo: all of it was undone before.
        StillAllocated: a document of it was allocated by a later act; undo that first.
    """
    with uow:
        told = {"operation": operation_id}
        operation = uow.begin("allocation.reverse", told, reverses=operation_id)
        done = _reverse_live(uow, uow.operation_allocations(operation_id), on)
        documents = [one for one in uow.operation_documents(operation_id) if not uow.is_voided(one)]
        for document_id in documents:
            refuse_standing_bill(uow, document_id)
            post_void(uow, document_id, on, REASON)
        if not done and not documents:
            raise NothingToDo
        uow.commit()
    return OperationResult(value=done, operation_id=operation, changes=ALLOCATED)


def undo_allocation(uow: UnitOfWork, allocation_id: int, on: date) -> OperationResult[int]:
    """Undo one allocation, with the early discount, charge or write-off that came with it.

    Raises:
        NothingToDo: it was undone before.
        AlreadyReversed: it joins a document with its voiding.
    """
    with uow:
        if joins_voiding(uow, uow.allocation(allocation_id)):
            raise AlreadyReversed(allocation=allocation_id)
        operation = uow.begin("allocation.reverse", {"count": 1})
        done = take_back(uow, allocation_id, on)
        if not done:
            raise NothingToDo
        uow.commit()
    return OperationResult(value=done, operation_id=operation, changes=ALLOCATED)


def take_back(uow: UnitOfWork, allocation_id: int, on: date) -> int:
    """Undo an allocation and void what closed its debit, inside an operation already open."""
    closing = uow.closing_allocations(allocation_id)
    documents = [uow.open_item(uow.allocation(one).credit_item_id) for one in closing]
    done = _reverse_live(uow, [allocation_id, *closing], on)
    for item in documents:
        post_void(uow, item.document_id, on, REASON)
    return done


def _reverse_live(uow: UnitOfWork, allocation_ids: Iterable[int], on: date) -> int:
    """Undo the allocations that stand, and return how many they were."""
    rows = []
    for allocation_id in allocation_ids:
        done = uow.allocation(allocation_id)
        live = done.reverses_id is None and not uow.is_reversed(allocation_id)
        if live and not joins_voiding(uow, done):
            day = max(on, done.allocated_on)
            rows.append(allocation.reverse(done, allocation_id, day, done=False))
    uow.add_allocations(rows)
    return len(rows)
