"""The receipt list: money received and what of it is unapplied."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Engine, text

from domain.document import Kind
from domain.listing import ListFilter, Order, ReceiptRow, Totals
from storage.queries import paging
from storage.queries.as_of import OPEN

#: Sort keys: the walk that gives the order, and what is compared; amounts are kept negative.
_ORDERS: Final = {
    "received_on": ("issued_on", "i.issued_on"),
    "number": ("number", "d.number"),
    "customer": ("customer", "c.sort_key"),
    "amount": ("", "-i.amount_minor"),
    "unapplied": ("", ""),
    "id": ("id", "i.id"),
}
#: Voided on or before the date shown.
_VOIDED: Final = (
    "EXISTS (SELECT 1 FROM document v"
    " WHERE v.reverses_id = i.document_id AND v.issued_on <= :as_of)"
)


class ReceiptList:
    """Implements :class:`domain.ports.ListQuery` for receipts (ids are document ids)."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def ids(
        self, where: ListFilter, order: Order, *, limit: int | None = None, from_end: bool = False
    ) -> array[int]:
        """Return document ids in order; the first ``limit``, or the last with ``from_end``."""
        walk, column = _ORDERS[order.key]
        with self._engine.connect() as connection:
            rows = _wanted(connection, where)
            by = paging.Order(walk, column or f"-{rows.open}", order.descending != from_end)
            found = array("q", rows.ids(connection, "i.document_id", by, limit))
        return found[::-1] if from_end else found

    def count(self, where: ListFilter) -> int:
        """Return how many receipts the filter has."""
        with self._engine.connect() as connection:
            return _wanted(connection, where).count(connection)

    def rows(self, ids: Sequence[int], where: ListFilter) -> Mapping[int, ReceiptRow]:
        """Return receipts by document id as of the filter's date."""
        with self._engine.connect() as connection:
            return load_rows(connection, ids, where.as_of)

    def totals(self, where: ListFilter) -> list[Totals]:
        """Return count, amounts and unapplied money of the filter by currency."""
        with self._engine.connect() as connection:
            wanted = _wanted(connection, where)
            sql = f"""SELECT i.currency, COUNT(*), -SUM(i.amount_minor), -SUM({wanted.open})
                        {wanted.whole()} GROUP BY i.currency ORDER BY i.currency"""
            rows = connection.execute(text(sql), wanted.values).all()
        return [Totals(currency=r[0], count=r[1], amount=r[2], open=r[3]) for r in rows]


def _wanted(connection: Connection, where: ListFilter) -> paging.Rows:
    if where.state != "allocated":
        return paging.wanted(connection, where, (Kind.RECEIPT,))
    rows = paging.wanted(connection, replace(where, state="all"), (Kind.RECEIPT,))
    rows.conditions.append(f"{rows.open} = 0")
    return rows


def load_rows(connection: Connection, ids: Sequence[int], as_of: date) -> dict[int, ReceiptRow]:
    """Return receipts by document id as of a date."""
    if not len(ids):
        return {}
    listed = ",".join(str(int(i)) for i in ids)
    sql = f"""
        SELECT i.id AS item_id, i.document_id, d.number, i.customer_id, c.code, c.name, c.name_en,
               i.currency, i.issued_on, i.amount_minor, {OPEN} AS open, d.method, d.reference,
               d.payer, d.payer_account, d.description, {_VOIDED} AS voided
          FROM item i JOIN document d ON d.id = i.document_id
          JOIN customer c ON c.id = i.customer_id
         WHERE i.document_id IN ({listed}) AND i.kind = 'receipt'"""
    rows = connection.execute(text(sql), {"as_of": as_of.isoformat()}).mappings()
    return {row["document_id"]: _row(row) for row in rows}


def _row(row: Mapping[Any, Any]) -> ReceiptRow:
    return ReceiptRow(
        id=row["document_id"],
        item_id=row["item_id"],
        number=row["number"],
        customer_id=row["customer_id"],
        customer_code=row["code"],
        customer_name=row["name"],
        customer_name_en=row["name_en"],
        voided=bool(row["voided"]),
        currency=row["currency"],
        received_on=date.fromisoformat(row["issued_on"]),
        amount=-row["amount_minor"],
        allocated=row["open"] - row["amount_minor"],
        unapplied=-row["open"],
        method=row["method"],
        reference=row["reference"],
        payer=row["payer"],
        payer_account=row["payer_account"],
        description=row["description"],
    )
