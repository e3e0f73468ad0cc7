"""Keeping, replacing and taking back records and attachments: one act each.

A kind with rules of its own has a service of its own that checks first and then calls
:func:`add_record` inside its transaction; these are for the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from domain.changes import Changes, OperationResult
from domain.errors import AttachmentTooLarge, BadPeriod, MissingField
from domain.fields import RecordForm, check
from domain.ports import UnitOfWork
from domain.record import Attachment, AttachmentRow, Kept
from domain.values import dumps

CHANGED: Final = Changes(records=True, customers=True)
#: Largest file kept inside the book, in bytes: 50 MB.
MAX_SIZE: Final = 50 * 1024 * 1024
#: An attachment with its content.
File = tuple[Attachment, bytes]


def keep_record(
    uow: UnitOfWork,
    value: Kept,
    *,
    customer_id: int | None,
    dated_on: date,
    ends_on: date | None = None,
    item_ids: Sequence[int] = (),
    replaces_id: int | None = None,
    files: Sequence[File] = (),
) -> OperationResult[int]:
    """Keep a record, or replace one that was wrong, and return its id.

    ``files`` are kept with it; those of the record it replaces stay with the new one.

    Raises:
        AlreadyReversed: the one to be replaced does not stand any more.
        BadPeriod: its last day is before its first.
        AttachmentTooLarge, MissingField: a file cannot be kept.
    """
    if ends_on is not None and ends_on < dated_on:
        raise BadPeriod(dated_on=dated_on.isoformat(), ends_on=ends_on.isoformat(), field="ends_on")
    for entry, content in files:
        check_file(entry, content)
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
        keep_files(uow, record_id, files, dated_on, replaces_id)
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=CHANGED)


def keep_described(
    uow: UnitOfWork, value: Kept, *, form: RecordForm[Any], **options: Any
) -> OperationResult[int]:
    """Keep a record after checking it by its description; see :func:`keep_record`.

    Raises:
        DomainError: the description or its rule does not allow the value.
    """
    check(form, value)
    return keep_record(uow, value, **options)


def keep_files(
    uow: UnitOfWork,
    record_id: int,
    files: Sequence[File],
    on: date,
    replaces_id: int | None = None,
) -> None:
    """Keep files with a record inside an operation that is already open.

    Those of the record it replaces go on with it.
    """
    if replaces_id is not None:
        _carry_files(uow, replaces_id, record_id, on)
    for entry, content in files:
        _add_file(uow, replace(entry, subject=f"record/{record_id}"), content)


def _carry_files(uow: UnitOfWork, old: int, new: int, on: date) -> None:
    """Let the files of a replaced record go on with the new one."""
    for row in uow.attachments(subject=f"record/{old}"):
        content = uow.attachment_content(row.id)
        uow.take_back_attachment(row.id, on)
        _add_file(uow, replace(row.attachment, subject=f"record/{new}"), content)


def _add_file(uow: UnitOfWork, entry: Attachment, content: bytes) -> int:
    attachment_id = uow.add_attachment(entry, content)
    uow.changed("attachment", attachment_id, None, dumps(entry))
    return attachment_id


def check_file(entry: Attachment, content: bytes) -> None:
    """Refuse a file that cannot be kept inside the book.

    Raises:
        MissingField: it has no name, or nothing is in it.
        AttachmentTooLarge: it has more than :data:`MAX_SIZE` bytes.
    """
    if not entry.name:
        raise MissingField(field="name")
    if not content:
        raise MissingField(field="content")
    if len(content) > MAX_SIZE:
        raise too_large(entry.name, len(content))


def too_large(name: str, size: int) -> AttachmentTooLarge:
    """Return the error of a file of too many bytes, told in megabytes, rounded up."""
    megabyte = 1024 * 1024
    return AttachmentTooLarge(name=name, size=-(-size // megabyte), limit=MAX_SIZE // megabyte)


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


def keep_again(uow: UnitOfWork, kind: type[Kept], record_id: int) -> OperationResult[int]:
    """Keep a record that was taken back once more, with its files; return its new id.

    Raises:
        NotFound: there is none of this id and kind.
    """
    with uow:
        old = uow.record(kind, record_id)
        told = {"customer": old.customer_id, "dated_on": old.dated_on.isoformat()}
        operation = uow.begin(f"{kind.KIND}.keep", told)
        kept_id = add_record(
            uow,
            old.value,
            customer_id=old.customer_id,
            dated_on=old.dated_on,
            ends_on=old.ends_on,
            item_ids=old.item_ids,
        )
        _carry_files(uow, record_id, kept_id, old.dated_on)
        uow.commit()
    return OperationResult(value=kept_id, operation_id=operation, changes=CHANGED)


def attach(uow: UnitOfWork, entry: Attachment, content: bytes) -> OperationResult[int]:
    """Keep a file inside the book and return the attachment's id.

    Raises:
        MissingField: it has no name, or nothing is in it.
        AttachmentTooLarge: it has more than :data:`MAX_SIZE` bytes.
    """
    check_file(entry, content)
    with uow:
        told = {"name": entry.name, "subject": entry.subject, "customer": entry.customer_id}
        operation = uow.begin("attachment.keep", told)
        attachment_id = _add_file(uow, entry, content)
        uow.commit()
    return OperationResult(value=attachment_id, operation_id=operation, changes=CHANGED)


def attach_all(uow: UnitOfWork, files: Sequence[File]) -> OperationResult[list[int]]:
    """Keep several files in one act and return their ids.

    Raises:
        MissingField, AttachmentTooLarge: one of them cannot be kept; none is.
    """
    for entry, content in files:
        check_file(entry, content)
    with uow:
        names = [entry.name for entry, _content in files]
        customer = files[0][0].customer_id if files else None
        operation = uow.begin("attachment.keep", {"names": names, "customer": customer})
        ids = [_add_file(uow, entry, content) for entry, content in files]
        uow.commit()
    return OperationResult(value=ids, operation_id=operation, changes=CHANGED)


def attach_again(uow: UnitOfWork, row: AttachmentRow) -> OperationResult[int]:
    """Keep a file that was detached once more and return its new id."""
    with uow:
        told = {"name": row.attachment.name, "customer": row.attachment.customer_id}
        operation = uow.begin("attachment.keep", told)
        attachment_id = _add_file(uow, row.attachment, uow.attachment_content(row.id))
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
