"""Keeping, replacing and taking back records and attachments: one act each.

A kind with rules of its own has a service of its own that checks first and then calls
:func:`add_record` inside its transaction; these are for the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from domain.changes import Changes, OperationResult
from domain.errors import MissingField
from domain.ports import UnitOfWork
from domain.record import Attachment, Kept
from domain.values import dumps

CHANGED: Final = Changes(records=True, customers=True)


def keep_record(
    uow: UnitOfWork,
    value: Kept,
    *,
    customer_id: int | None,
    dated_on: date,
    ends_on: date | None = None,
    item_ids: Sequence[int] = (),
    replaces_id: int | None = None,
) -> OperationResult[int]:
    """Keep a record, or replace one that was wrong, and return its id.

    Raises:
        AlreadyReversed: the one to be replaced does not stand any more.
    """
    with uow:
        act = "keep" if replaces_id is None else "change"
        told = {"customer": customer_id, "dated_on": dated_on.isoformat()}
        operation = uow.begin(f"{value.KIND}.{act}", told)
        record_id = add_record(
            uow,
            value,
            customer_id=customer_id,
            dated_on=dated_on,
            ends_on=ends_on,
            item_ids=item_ids,
            replaces_id=replaces_id,
        )
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=CHANGED)


def add_record(
    uow: UnitOfWork,
    value: Kept,
    *,
    customer_id: int | None,
    dated_on: date,
    ends_on: date | None = None,
    item_ids: Sequence[int] = (),
    replaces_id: int | None = None,
) -> int:
    """Keep a record inside an operation that is already open, with its change told."""
    before = None
    if replaces_id is not None:
        before = dumps(uow.record(type(value), replaces_id).value)
    record_id = uow.add_record(
        value,
        customer_id=customer_id,
        dated_on=dated_on,
        ends_on=ends_on,
        item_ids=item_ids,
        replaces_id=replaces_id,
    )
    uow.changed(value.KIND, record_id, before, dumps(value))
    if customer_id is not None:
        uow.changed("customer", customer_id, before, dumps(value))
    return record_id


def take_back_record(
    uow: UnitOfWork, kind: type[Kept], record_id: int, on: date
) -> OperationResult[int]:
    """Take a record back that should not be there.

    Raises:
        NotFound: there is none of this id and kind.
        AlreadyReversed: it does not stand any more.
    """
    with uow:
        kept = uow.record(kind, record_id)
        told = {"customer": kept.customer_id, "dated_on": kept.dated_on.isoformat()}
        operation = uow.begin(f"{kind.KIND}.take_back", told)
        uow.take_back_record(record_id, on)
        uow.changed(kind.KIND, record_id, dumps(kept.value), None)
        if kept.customer_id is not None:
            uow.changed("customer", kept.customer_id, dumps(kept.value), None)
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=CHANGED)


def attach(uow: UnitOfWork, entry: Attachment, content: bytes) -> OperationResult[int]:
    """Keep a file inside the book and return the attachment's id.

    Raises:
        MissingField: it has no name, or nothing is in it.
    """
    if not entry.name:
        raise MissingField(field="name")
    if not content:
        raise MissingField(field="content")
    with uow:
        told = {"name": entry.name, "subject": entry.subject, "customer": entry.customer_id}
        operation = uow.begin("attachment.keep", told)
        attachment_id = uow.add_attachment(entry, content)
        uow.changed("attachment", attachment_id, None, dumps(entry))
        uow.commit()
    return OperationResult(value=attachment_id, operation_id=operation, changes=CHANGED)


def detach(uow: UnitOfWork, attachment_id: int, on: date) -> OperationResult[int]:
    """Take an attachment back; its content stays in the book, so that nothing is lost.

    Raises:
        NotFound: there is none of this id.
        AlreadyReversed: it was taken back before.
    """
    with uow:
        operation = uow.begin("attachment.take_back", {"attachment": attachment_id})
        uow.take_back_attachment(attachment_id, on)
        uow.changed("attachment", attachment_id, {"stands": True}, None)
        uow.commit()
    return OperationResult(value=attachment_id, operation_id=operation, changes=CHANGED)
