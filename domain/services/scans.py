"""Scans kept inside the book beside what they prove, in the transaction that says it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from domain.ports import UnitOfWork
from domain.record import Attachment
from domain.services.records import check_file
from domain.values import dumps

#: What scans are, by the ending of their names.
_MEDIA: Final = {
    "pdf": "application/pdf",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "eml": "message/rfc822",
}


def check_scan(name: str, content: bytes) -> None:
    """Refuse a scan that cannot be kept; none chosen is none to refuse.

    Raises:
        MissingField: it has no name.
        AttachmentTooLarge: see :func:`domain.services.records.check_file`.
    """
    if content:
        check_file(Attachment(name=name, customer_id=None, dated_on=date.min), content)


def keep_scan(
    uow: UnitOfWork,
    subject: str,
    customer_id: int | None,
    scan: tuple[str, bytes],
    on: date,
    *,
    note: str = "",
) -> int:
    """Keep a scan (name and content) of a subject inside an operation that is already open."""
    name, content = scan
    entry = Attachment(
        name=name,
        customer_id=customer_id,
        subject=subject,
        media_type=_MEDIA.get(name.rpartition(".")[2].lower(), ""),
        note=note,
        dated_on=on,
    )
    return _add(uow, entry, content)


def carry_scans(uow: UnitOfWork, old: str, new: str, on: date) -> None:
    """Let the scans of one subject go on with the one that takes its place."""
    for row in uow.attachments(subject=old):
        content = uow.attachment_content(row.id)
        uow.take_back_attachment(row.id, on)
        _add(uow, replace(row.attachment, subject=new), content)


def _add(uow: UnitOfWork, entry: Attachment, content: bytes) -> int:
    attachment_id = uow.add_attachment(entry, content)
    uow.changed("attachment", attachment_id, None, dumps(entry))
    return attachment_id
