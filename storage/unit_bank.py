"""Writing bank lines' marks and what matching learns, inside a unit of work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, text

from domain.errors import NotFound
from domain.listing import InflowRow

if TYPE_CHECKING:
    from domain.matching.values import Learned


class BankWrites:
    """What a unit of work reads and writes of inflows."""

    connection: Connection
    _operation_id: int

    def inflow(self, key: int) -> InflowRow:
        """Return a bank line or receipt after all facts known.

        Raises:
            NotFound: there is none of this key.
        """
        from storage.queries import inflows

        return inflows.one(self.connection, key, inflows.EVER)

    def line_receipts(self, line_id: int) -> list[int]:
        """Return the receipts (documents, not voided) that book a bank line."""
        sql = """
            SELECT d.id FROM document d WHERE d.bank_line_id = :id AND d.kind = 'receipt'
               AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id)
             ORDER BY d.id"""
        return list(self.connection.scalars(text(sql), {"id": line_id}))

    def live_allocations(self, document_id: int) -> list[int]:
        """Return a receipt's or credit note's allocations that stand."""
        sql = """
            SELECT a.id FROM item i JOIN allocation a ON a.credit_item_id = i.id
             WHERE i.document_id = :id AND a.reverses_id IS NULL
               AND NOT EXISTS (SELECT 1 FROM allocation r WHERE r.reverses_id = a.id)
             ORDER BY a.id"""
        return list(self.connection.scalars(text(sql), {"id": document_id}))

    def name_account(self, account_id: int, name: str, bank: str) -> None:
        """Name an account and its bank; the history keeps what they were called before.

        Raises:
            NotFound: there is no such account.
        """
        query = text("SELECT name, bank FROM bank_account WHERE id = :id")
        row = self.connection.execute(query, {"id": account_id}).mappings().first()
        if row is None:
            raise NotFound(record=f"bank_account/{account_id}")
        self.changed("bank_account", account_id, dict(row), {"name": name, "bank": bank})
        sql = "UPDATE bank_account SET name = :name, bank = :bank WHERE id = :id"
        self._run(sql, id=account_id, name=name, bank=bank)

    def add_mark(self, key: int, what: str, note: str) -> None:
        """Keep what a person made of an inflow; the latest mark counts."""
        sql = """INSERT INTO inflow_mark ("key", mark, note, operation_id)
                 VALUES (:key, :mark, :note, :operation)"""
        self._run(sql, key=key, mark=what, note=note)

    def learn(self, lesson: Learned) -> None:
        """Keep a lesson; one known already counts once more."""
        same = 'kind = :kind AND "key" = :key AND customer_id = :customer'
        found = {"kind": lesson.kind, "key": lesson.key, "customer": lesson.customer_id}
        sql = f'UPDATE learned SET "count" = "count" + :count WHERE {same}'
        done = self.connection.execute(text(sql), {**found, "count": lesson.count})
        if done.rowcount == 0:
            sql = """INSERT INTO learned (kind, "key", customer_id, "count", operation_id)
                     VALUES (:kind, :key, :customer, :count, :operation)"""
            self._run(sql, **found, count=lesson.count)

    def forget(self, learned_id: int) -> None:
        """Forget a lesson; the history keeps what it was.

        Raises:
            NotFound: it was forgotten before.
        """
        query = text('SELECT kind, "key", customer_id, "count" FROM learned WHERE id = :id')
        row = self.connection.execute(query, {"id": learned_id}).mappings().first()
        if row is None:
            raise NotFound(record=f"learned/{learned_id}")
        self.changed("learned", learned_id, dict(row), None)
        self.connection.execute(text("DELETE FROM learned WHERE id = :id"), {"id": learned_id})

    def changed(self, entity: str, entity_id: int, before: Any, after: Any) -> None:
        """Add a before/after pair to the history record."""
        raise NotImplementedError

    def _run(self, sql: str, **values: Any) -> None:
        self.connection.execute(text(sql), {**values, "operation": self._operation_id})
