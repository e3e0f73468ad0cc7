"""Keeping bills and what happens to them, inside a unit of work."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Table, text

from domain.errors import NotFound
from storage.tables_bank import bill, bill_event

if TYPE_CHECKING:
    from domain.bill import Bill, BillEvent

_TEXTS: Final = ("number", "part", "drawer", "acceptor", "acceptor_bank", "note")


class BillWrites:
    """What a unit of work reads and writes of bills."""

    connection: Connection
    _operation_id: int

    def insert(self, table: Table, **values: Any) -> int:
        """Insert one row and return its id."""
        raise NotImplementedError

    def add_bill(self, value: Bill) -> int:
        """Register a bill and return its id."""
        return self.insert(
            bill,
            **{name: getattr(value, name) for name in _TEXTS},
            kind=value.kind.value,
            currency=value.amount.currency,
            amount_minor=value.amount.minor,
            issued_on=value.issued_on.isoformat(),
            due_on=value.due_on.isoformat(),
            not_transferable=int(value.not_transferable),
            customer_id=value.customer_id,
            receipt_id=value.receipt_id,
            split_of_id=value.split_of_id,
            operation_id=self._operation_id,
        )

    def bill(self, bill_id: int) -> Bill:
        """Return a bill.

        Raises:
            NotFound: there is none of this id.
        """
        found = load_bill(self.connection, bill_id)
        if found is None:
            raise NotFound(record=f"bill/{bill_id}")
        return found

    def add_bill_event(self, bill_id: int, event: BillEvent) -> int:
        """Keep what happened to a bill and return the event's id."""
        return self.insert(
            bill_event,
            bill_id=bill_id,
            kind=event.kind.value,
            happened_on=event.on.isoformat(),
            party=event.party,
            amount_minor=event.amount,
            cost_minor=event.cost,
            rate=event.rate,
            note=event.note,
            document_id=event.document_id,
            reverses_id=event.reverses_id,
            operation_id=self._operation_id,
        )

    def bill_events(self, bill_id: int) -> list[BillEvent]:
        """Return what happened to a bill, in order."""
        return load_events(self.connection, bill_id)

    def bills_numbered(self, number: str) -> list[int]:
        """Return the bills of a number: once received, received again, or split."""
        sql = "SELECT id FROM bill WHERE number = :number ORDER BY id"
        return list(self.connection.scalars(text(sql), {"number": number}))

    def bill_parts(self, bill_id: int) -> list[int]:
        """Return the bills that a bill was split into, split again and taken back included."""
        sql = "SELECT id FROM bill WHERE split_of_id = :id ORDER BY id"
        return list(self.connection.scalars(text(sql), {"id": bill_id}))

    def bills_of_receipt(self, document_id: int) -> list[int]:
        """Return the whole bills that a receipt was paid by."""
        sql = "SELECT id FROM bill WHERE receipt_id = :id AND split_of_id IS NULL ORDER BY id"
        return list(self.connection.scalars(text(sql), {"id": document_id}))


def load_bill(connection: Connection, bill_id: int) -> Bill | None:
    """Return a bill, None where there is none of this id."""
    query = text("SELECT * FROM bill WHERE id = :id")
    row = connection.execute(query, {"id": bill_id}).mappings().first()
    return None if row is None else bill_from(row)


def bill_from(row: Mapping[Any, Any]) -> Bill:
    """Return a bill from its row."""
    from domain.bill import Bill
    from domain.bill_number import BillKind
    from domain.money import Money

    return Bill(
        **{name: row[name] for name in _TEXTS},
        kind=BillKind(row["kind"]),
        amount=Money(row["amount_minor"], row["currency"]),
        issued_on=date.fromisoformat(row["issued_on"]),
        due_on=date.fromisoformat(row["due_on"]),
        not_transferable=bool(row["not_transferable"]),
        customer_id=row["customer_id"],
        receipt_id=row["receipt_id"],
        split_of_id=row["split_of_id"],
    )


def load_events(connection: Connection, bill_id: int) -> list[BillEvent]:
    """Return what happened to a bill, in order."""
    query = text("SELECT * FROM bill_event WHERE bill_id = :id ORDER BY id")
    return [event_from(row) for row in connection.execute(query, {"id": bill_id}).mappings()]


def event_from(row: Mapping[Any, Any]) -> BillEvent:
    """Return an event from its row."""
    from domain.bill import BillEvent, EventKind

    return BillEvent(
        kind=EventKind(row["kind"]),
        on=date.fromisoformat(row["happened_on"]),
        party=row["party"],
        amount=row["amount_minor"],
        cost=row["cost_minor"],
        rate=row["rate"],
        note=row["note"],
        document_id=row["document_id"],
        reverses_id=row["reverses_id"],
        id=row["id"],
        operation_id=row["operation_id"],
    )
