"""Reading open items inside a unit of work, with what the rules need to know."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, TextClause, text

from domain.allocation import OpenItem, oldest_first
from domain.document import ClaimKind, Kind
from domain.errors import NotFound

#: What an open item is read from.
FIELDS: Final = """i.id, i.document_id, i.kind, d.number, i.seq, i.parts, i.customer_id, i.currency,
       i.issued_on, i.due_on, i.aged_from, i.amount_minor AS amount, i.open_minor AS open,
       i.base_minor AS base, d.terms, d.claim, d.amount_minor AS gross, d.tax_minor AS tax,
       (SELECT SUM(a.debit_base_minor) FROM allocation a WHERE a.debit_item_id = i.id)
           AS debit_base,
       (SELECT SUM(a.credit_base_minor) FROM allocation a WHERE a.credit_item_id = i.id)
           AS credit_base,
       (SELECT MAX(a.allocated_on) FROM allocation a
         WHERE a.reverses_id IS NOT NULL AND a.debit_item_id = i.id) AS debit_undone,
       (SELECT MAX(a.allocated_on) FROM allocation a
         WHERE a.reverses_id IS NOT NULL AND a.credit_item_id = i.id) AS credit_undone,
       CASE WHEN d.terms LIKE '%/%' THEN
            (SELECT SUM(a.debit_minor) FROM item s JOIN allocation a ON a.debit_item_id = s.id
               JOIN item c ON c.id = a.credit_item_id
              WHERE s.document_id = i.document_id AND c.kind = 'discount') END AS discounted"""
COLUMNS: Final = f"SELECT {FIELDS} FROM item i JOIN document d ON d.id = i.document_id "


class ItemReads:
    """What a unit of work, and the read side too, reads of open items."""

    connection: Connection

    def open_item(self, item_id: int) -> OpenItem:
        """Return an item.

        Raises:
            NotFound: there is none of this id.
        """
        rows = self._items("WHERE i.id = :id", id=item_id)
        if not rows:
            raise NotFound(record=f"item/{item_id}")
        return rows[0]

    def document_items(self, document_id: int) -> list[OpenItem]:
        """Return a document's items by instalment."""
        return self._items("WHERE i.document_id = :id ORDER BY i.seq", id=document_id)

    def open_debits(self, customer_id: int, currency: str) -> list[OpenItem]:
        """Return the open debits of a customer and currency, oldest due first."""
        return oldest_first(self._open(customer_id, currency, "> 0"))

    def open_credits(self, customer_id: int, currency: str) -> list[OpenItem]:
        """Return the open credits of a customer and currency, oldest first."""
        return oldest_first(self._open(customer_id, currency, "< 0"))

    def unallocated_receipts(self) -> list[tuple[int, str]]:
        """Return customers and currencies that have receipts with open money, and open debits."""
        sql = """
            SELECT DISTINCT c.customer_id, c.currency FROM item c
             WHERE c.open_minor <> 0 AND c.kind = 'receipt' AND c.open_minor < 0
               AND EXISTS (SELECT 1 FROM item d WHERE d.customer_id = c.customer_id
                    AND d.currency = c.currency AND d.open_minor <> 0 AND d.open_minor > 0)
             ORDER BY c.customer_id, c.currency"""
        return [(row[0], row[1]) for row in self.connection.execute(text(sql))]

    def operation_allocations(self, operation_id: int) -> list[int]:
        """Return the allocations that an operation booked."""
        sql = "SELECT id FROM allocation WHERE operation_id = :id ORDER BY id"
        return list(self.connection.scalars(text(sql), {"id": operation_id}))

    def operation_documents(self, operation_id: int) -> list[int]:
        """Return the documents that an operation posted."""
        sql = "SELECT id FROM document WHERE operation_id = :id ORDER BY id"
        return list(self.connection.scalars(text(sql), {"id": operation_id}))

    def closing_allocations(self, allocation_id: int) -> list[int]:
        """Return the live discounts and write-offs booked with an allocation on its debit."""
        sql = """
            SELECT x.id FROM allocation a
              JOIN allocation x ON x.operation_id = a.operation_id
                   AND x.debit_item_id = a.debit_item_id AND x.id <> a.id
              JOIN item c ON c.id = x.credit_item_id
                   AND c.kind IN ('discount', 'write_off', 'bank_fee')
             WHERE a.id = :id AND a.reverses_id IS NULL AND x.reverses_id IS NULL
               AND NOT EXISTS (SELECT 1 FROM allocation r WHERE r.reverses_id = x.id)
             ORDER BY x.id"""
        return list(self.connection.scalars(text(sql), {"id": allocation_id}))

    def _open(self, customer_id: int, currency: str, side: str) -> list[OpenItem]:
        where = (
            "WHERE i.customer_id = :customer AND i.currency = :currency"
            f" AND i.open_minor <> 0 AND i.open_minor {side}"
        )
        return self._items(where, customer=customer_id, currency=currency)

    def _items(self, where: str, **values: Any) -> list[OpenItem]:
        rows = self.connection.execute(_query(where), values).mappings()
        return [open_item_from(row) for row in rows]


@cache
def _query(where: str) -> TextClause:
    """Return the statement of a condition, built once."""
    return text(COLUMNS + where)


class OpenReads(ItemReads):
    """Reads open items over a connection of the read side."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection


def open_item_from(row: Mapping[Any, Any]) -> OpenItem:
    """Return an open item from a row of ``FIELDS``."""
    used = row["debit_base"] if row["amount"] > 0 else -(row["credit_base"] or 0)
    undone = max(row["debit_undone"] or "", row["credit_undone"] or "")
    return OpenItem(
        id=row["id"],
        document_id=row["document_id"],
        kind=Kind(row["kind"]),
        number=row["number"],
        seq=row["seq"],
        parts=row["parts"],
        customer_id=row["customer_id"],
        currency=row["currency"],
        issued_on=date.fromisoformat(row["issued_on"]),
        due_on=date.fromisoformat(row["due_on"]) if row["due_on"] else None,
        amount=row["amount"],
        open=row["open"],
        base=row["base"],
        base_open=None if row["base"] is None else row["base"] - (used or 0),
        terms=row["terms"],
        gross=row["gross"],
        tax=row["tax"] or 0,
        discounted=row["discounted"] or 0,
        free_from=date.fromisoformat(undone) if undone else date.min,
        claim=ClaimKind(row["claim"]) if row["claim"] else None,
        aged_from=date.fromisoformat(row["aged_from"]) if row["aged_from"] else None,
    )
