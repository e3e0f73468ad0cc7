"""Reading and keeping records and attachments, inside a unit of work and beside it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Table, insert, text

from domain.errors import AlreadyReversed, BookDamaged, NotFound
from domain.record import Attachment, AttachmentRow, Kept, Record
from domain.values import dumps, loads
from storage.tables_records import attachment, record, record_item

V = TypeVar("V", bound=Kept)

_STANDS: Final = "NOT EXISTS (SELECT 1 FROM record later WHERE later.replaces_id = r.id)"
_RECORD: Final = """
    SELECT r.id, r.kind, r.customer_id, r.dated_on, r.ends_on, r.value, r.replaces_id,
           r.operation_id, o.user, o.at_utc
      FROM record r JOIN operation o ON o.id = r.operation_id"""
_ATTACHMENT: Final = """
    SELECT a.id, a.customer_id, a.subject, a.name, a.media_type, a.source, a.note, a.dated_on,
           a.sha256, c.size, o.user, o.at_utc
      FROM attachment a JOIN operation o ON o.id = a.operation_id
      JOIN attachment_content c ON c.sha256 = a.sha256
     WHERE a.reverses_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM attachment back WHERE back.reverses_id = a.id)"""


def _listed(ids: Sequence[int]) -> str:
    return ",".join(str(int(one)) for one in ids)


class RecordReads:
    """What a unit of work, and the read side too, reads of records."""

    connection: Connection

    def records(
        self,
        kind: type[V],
        *,
        customer_id: int | None = None,
        customer_ids: Sequence[int] | None = None,
        ids: Sequence[int] | None = None,
        item_id: int | None = None,
        up_to: date | None = None,
        firm: bool = False,
    ) -> list[Record[V]]:
        """Return the records of a kind that stand, by customer and day.

        Of all customers, of one or some, of some ids, or (``firm``) of the firm itself;
        ``up_to`` leaves out those dated later.
        """
        where = ["r.kind = :kind", "r.value IS NOT NULL", _STANDS]
        if customer_ids is not None:
            where.append(f"r.customer_id IN ({_listed(customer_ids)})")
        if ids is not None:
            where.append(f"r.id IN ({_listed(ids)})")
        where += ["r.customer_id = :customer"] if customer_id is not None else []
        where += ["r.customer_id IS NULL"] if firm else []
        where += ["r.dated_on <= :day"] if up_to is not None else []
        where += (
            ["r.id IN (SELECT record_id FROM record_item WHERE item_id = :item)"]
            if item_id is not None
            else []
        )
        wanted = {
            "kind": kind.KIND,
            "customer": customer_id,
            "item": item_id,
            "day": None if up_to is None else up_to.isoformat(),
        }
        sql = f"{_RECORD} WHERE {' AND '.join(where)} ORDER BY r.customer_id, r.dated_on, r.id"
        rows = self.connection.execute(text(sql), wanted).mappings().all()
        items = self._record_items(kind.KIND) if rows else {}
        return [_record(kind, row, items.get(row["id"], ())) for row in rows]

    def record(self, kind: type[V], record_id: int) -> Record[V]:
        """Return one record, standing or not.

        Raises:
            NotFound: there is none of this id and kind.
        """
        sql = f"{_RECORD} WHERE r.id = :id AND r.kind = :kind AND r.value IS NOT NULL"
        wanted = {"id": record_id, "kind": kind.KIND}
        row = self.connection.execute(text(sql), wanted).mappings().first()
        if row is None:
            raise NotFound(record=f"record/{record_id}")
        named = self.connection.execute(
            text("SELECT item_id FROM record_item WHERE record_id = :id ORDER BY item_id"),
            {"id": record_id},
        )
        return _record(kind, row, tuple(item_id for (item_id,) in named))

    def record_stands(self, record_id: int) -> bool:
        """Whether nothing has replaced a record or taken it back."""
        sql = text("SELECT 1 FROM record WHERE replaces_id = :id")
        return self.connection.execute(sql, {"id": record_id}).first() is None

    def _record_items(self, kind: str) -> dict[int, tuple[int, ...]]:
        sql = """
            SELECT l.record_id, l.item_id FROM record_item l JOIN record r ON r.id = l.record_id
             WHERE r.kind = :kind ORDER BY l.record_id, l.item_id"""
        found: dict[int, tuple[int, ...]] = {}
        for record_id, item_id in self.connection.execute(text(sql), {"kind": kind}):
            found[record_id] = (*found.get(record_id, ()), item_id)
        return found

    def attachments(
        self, *, customer_id: int | None = None, subject: str | None = None
    ) -> list[AttachmentRow]:
        """Return the attachments that stand, of all, a customer or a subject, by day."""
        sql = _ATTACHMENT
        sql += " AND a.customer_id = :customer" if customer_id is not None else ""
        sql += " AND a.subject = :subject" if subject is not None else ""
        wanted = {"customer": customer_id, "subject": subject}
        rows = self.connection.execute(text(f"{sql} ORDER BY a.dated_on, a.id"), wanted).mappings()
        return [_attachment(row) for row in rows]

    def attachment_content(self, attachment_id: int) -> bytes:
        """Return what is in an attachment, compared with its SHA-256.

        Raises:
            NotFound: there is none of this id.
            BookDamaged: it is no longer what was kept.
        """
        sql = """SELECT c.content, a.sha256 FROM attachment a JOIN attachment_content c
                     ON c.sha256 = a.sha256 WHERE a.id = :id"""
        row = self.connection.execute(text(sql), {"id": attachment_id}).first()
        if row is None:
            raise NotFound(record=f"attachment/{attachment_id}")
        content = bytes(row[0])
        if hashlib.sha256(content).hexdigest() != row[1]:
            raise BookDamaged(path=f"attachment/{attachment_id}")
        return content


class RecordReader(RecordReads):
    """Reads records over a connection of the read side."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection


class RecordWrites(RecordReads):
    """What a unit of work keeps of records."""

    _operation_id: int

    def insert(self, table: Table, **values: Any) -> int:
        """Insert one row and return its id."""
        raise NotImplementedError

    def add_record(
        self,
        value: Kept,
        *,
        customer_id: int | None,
        dated_on: date,
        ends_on: date | None = None,
        item_ids: Sequence[int] = (),
        replaces_id: int | None = None,
    ) -> int:
        """Keep a record and return its id.

        Raises:
            AlreadyReversed: the record it replaces was replaced or taken back before.
        """
        record_id = self._record_row(value.KIND, customer_id, dated_on, ends_on, value, replaces_id)
        rows = [{"record_id": record_id, "item_id": item_id} for item_id in sorted(set(item_ids))]
        if rows:
            self.connection.execute(insert(record_item), rows)
        return record_id

    def take_back_record(self, record_id: int, on: date) -> None:
        """Let a record stand no longer from now on.

        Raises:
            NotFound: there is none of this id.
            AlreadyReversed: it was replaced or taken back before.
        """
        sql = text("SELECT kind, customer_id FROM record WHERE id = :id AND value IS NOT NULL")
        row = self.connection.execute(sql, {"id": record_id}).first()
        if row is None:
            raise NotFound(record=f"record/{record_id}")
        self._record_row(row[0], row[1], on, None, None, record_id)

    def _record_row(
        self,
        kind: str,
        customer_id: int | None,
        dated_on: date,
        ends_on: date | None,
        value: Kept | None,
        replaces_id: int | None,
    ) -> int:
        if replaces_id is not None and not self.record_stands(replaces_id):
            raise AlreadyReversed(record=f"record/{replaces_id}")

        return self.insert(
            record,
            kind=kind,
            customer_id=customer_id,
            dated_on=dated_on.isoformat(),
            ends_on=None if ends_on is None else ends_on.isoformat(),
            value=None if value is None else dumps(value),
            replaces_id=replaces_id,
            operation_id=self._operation_id,
        )

    def add_attachment(self, entry: Attachment, content: bytes) -> int:
        """Keep a file in the book and return its id; equal contents are kept once."""
        sha256 = hashlib.sha256(content).hexdigest()
        self.connection.execute(
            text("INSERT OR IGNORE INTO attachment_content VALUES (:sha256, :size, :content)"),
            {"sha256": sha256, "size": len(content), "content": content},
        )

        return self.insert(
            attachment,
            customer_id=entry.customer_id,
            subject=entry.subject,
            name=entry.name,
            media_type=entry.media_type,
            source=entry.source,
            note=entry.note,
            dated_on=entry.dated_on.isoformat(),
            sha256=sha256,
            operation_id=self._operation_id,
        )

    def take_back_attachment(self, attachment_id: int, on: date) -> None:
        """Let an attachment stand no longer; its content stays in the book.

        Raises:
            NotFound: there is none of this id.
            AlreadyReversed: it was taken back before.
        """
        sql = text("SELECT customer_id, subject FROM attachment WHERE id = :id")
        row = self.connection.execute(sql, {"id": attachment_id}).first()
        if row is None:
            raise NotFound(record=f"attachment/{attachment_id}")
        back = text("SELECT 1 FROM attachment WHERE reverses_id = :id")
        if self.connection.execute(back, {"id": attachment_id}).first() is not None:
            raise AlreadyReversed(record=f"attachment/{attachment_id}")

        self.insert(
            attachment,
            customer_id=row[0],
            subject=row[1],
            dated_on=on.isoformat(),
            reverses_id=attachment_id,
            operation_id=self._operation_id,
        )


def _record(kind: type[V], row: Mapping[Any, Any], item_ids: tuple[int, ...]) -> Record[V]:
    return Record(
        id=row["id"],
        value=loads(kind, row["value"]),
        customer_id=row["customer_id"],
        dated_on=date.fromisoformat(row["dated_on"]),
        ends_on=None if row["ends_on"] is None else date.fromisoformat(row["ends_on"]),
        item_ids=item_ids,
        replaces_id=row["replaces_id"],
        operation_id=row["operation_id"],
        user=row["user"],
        kept_at=row["at_utc"],
    )


def _attachment(row: Mapping[Any, Any]) -> AttachmentRow:
    entry = Attachment(
        name=row["name"],
        customer_id=row["customer_id"],
        subject=row["subject"],
        media_type=row["media_type"],
        source=row["source"],
        note=row["note"],
        dated_on=date.fromisoformat(row["dated_on"]),
        sha256=row["sha256"],
        size=row["size"],
    )
    return AttachmentRow(id=row["id"], attachment=entry, user=row["user"], kept_at=row["at_utc"])
