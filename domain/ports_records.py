"""What is read and kept of records and attachments, as protocols; part of :mod:`domain.ports`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol, TypeVar

from domain.record import Attachment, AttachmentRow, Kept, Record

V = TypeVar("V", bound=Kept)


class RecordReads(Protocol):
    """Reading records: in a unit of work and beside it."""

    def records(
        self,
        kind: type[V],
        *,
        customer_id: int | None = None,
        item_id: int | None = None,
        up_to: date | None = None,
        firm: bool = False,
    ) -> list[Record[V]]:
        """Return the records of a kind that stand, by customer and day.

        Of all customers, of one, or (``firm``) of the firm itself; ``up_to`` leaves out
        those dated later.
        """
        ...

    def record(self, kind: type[V], record_id: int) -> Record[V]:
        """Return one record, standing or not."""
        ...

    def record_stands(self, record_id: int) -> bool:
        """Whether nothing has replaced a record or taken it back."""
        ...

    def attachments(
        self, *, customer_id: int | None = None, subject: str | None = None
    ) -> list[AttachmentRow]:
        """Return the attachments that stand, of all, a customer or a subject, by day."""
        ...

    def attachment_content(self, attachment_id: int) -> bytes: ...


class RecordWrites(RecordReads, Protocol):
    """Keeping records inside a unit of work."""

    def add_record(
        self,
        value: Kept,
        *,
        customer_id: int | None,
        dated_on: date,
        ends_on: date | None = None,
        item_ids: Sequence[int] = (),
        replaces_id: int | None = None,
    ) -> int: ...
    def take_back_record(self, record_id: int, on: date) -> None: ...
    def add_attachment(self, entry: Attachment, content: bytes) -> int: ...
    def take_back_attachment(self, attachment_id: int, on: date) -> None: ...
