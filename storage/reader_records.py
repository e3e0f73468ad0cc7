"""Records and attachments as the read side gives them: each read over its own connection."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import Engine

from domain.record import AttachmentRow, Kept, Record

if TYPE_CHECKING:
    from storage.unit_records import RecordReader

V = TypeVar("V", bound=Kept)


class RecordSide:
    """Part of :class:`storage.reader.SqlReader`."""

    _engine: Engine

    @contextmanager
    def _records(self) -> Iterator[RecordReader]:
        from storage.unit_records import RecordReader

        with self._engine.connect() as connection:
            yield RecordReader(connection)

    def records(
        self,
        kind: type[V],
        *,
        customer_id: int | None = None,
        item_id: int | None = None,
        up_to: date | None = None,
        firm: bool = False,
    ) -> list[Record[V]]:
        """Return the records of a kind that stand, by customer and day."""
        with self._records() as found:
            return found.records(
                kind, customer_id=customer_id, item_id=item_id, up_to=up_to, firm=firm
            )

    def record(self, kind: type[V], record_id: int) -> Record[V]:
        """Return one record, standing or not."""
        with self._records() as found:
            return found.record(kind, record_id)

    def record_stands(self, record_id: int) -> bool:
        """Whether nothing has replaced a record or taken it back."""
        with self._records() as found:
            return found.record_stands(record_id)

    def attachments(
        self, *, customer_id: int | None = None, subject: str | None = None
    ) -> list[AttachmentRow]:
        """Return the attachments that stand, of all, a customer or a subject, by day."""
        with self._records() as found:
            return found.attachments(customer_id=customer_id, subject=subject)

    def attachment_content(self, attachment_id: int) -> bytes:
        """Return what is in an attachment."""
        with self._records() as found:
            return found.attachment_content(attachment_id)
