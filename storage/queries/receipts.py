"""The receipt list: money received and what of it is unapplied."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Engine, text

from domain.listing import ListFilter, Order, ReceiptRow, Totals
from storage import search
from storage.queries.as_of import OPEN, candidates

_ORDERS: Final = {
    "received_on": "i.issued_on",
    "number": "d.number",
    "customer": "c.sort_key",
    "amount": "-i.amount_minor",
    "unapplied": "-open",
    "id": "i.document_id",
}


class ReceiptList:
    """Implements :class:`domain.ports.ListQuery` for receipts (ids are document ids)."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def ids(
        self, where: ListFilter, order: Order, *, limit: int | None = None, from_end: bool = False
    ) -> array[int]:
        """Return document ids in order; the first ``limit``, or the last with ``from_end``."""
        with self._engine.connect() as connection:
            source, values = _source(connection, where)
            direction = "DESC" if order.descending != from_end else "ASC"
            key = _ORDERS[order.key].replace("-open", f"-({OPEN})")
            joins = (
                "JOIN document d ON d.id = i.document_id JOIN customer c ON c.id = i.customer_id"
            )
            sql = (
                f"SELECT i.document_id FROM item i {joins} WHERE {source}"
                f" ORDER BY {key} {direction}, i.document_id {direction}"
            )
            if limit is not None:
                sql, values = f"{sql} LIMIT :limit", {**values, "limit": limit}
            found = array("q", (row[0] for row in connection.execute(text(sql), values)))
        return found[::-1] if from_end else found

    def count(self, where: ListFilter) -> int:
        """Return how many receipts the filter has."""
        with self._engine.connect() as connection:
            source, values = _source(connection, where)
            return int(
                connection.scalar(text(f"SELECT COUNT(*) FROM item i WHERE {source}"), values)
            )

    def rows(self, ids: Sequence[int], where: ListFilter) -> Mapping[int, ReceiptRow]:
        """Return receipts by document id as of the filter's date."""
        with self._engine.connect() as connection:
            return load_rows(connection, ids, where.as_of)

    def totals(self, where: ListFilter) -> list[Totals]:
        """Return count, amounts and unapplied money of the filter by currency."""
        with self._engine.connect() as connection:
            source, values = _source(connection, where)
            values["as_of"] = where.as_of.isoformat()
            sql = f"""SELECT i.currency, COUNT(*), -SUM(i.amount_minor), -SUM({OPEN})
                        FROM item i WHERE {source} GROUP BY i.currency ORDER BY i.currency"""
            rows = connection.execute(text(sql), values).all()
        return [Totals(currency=r[0], count=r[1], amount=r[2], open=r[3]) for r in rows]


def _source(connection: Connection, where: ListFilter) -> tuple[str, dict[str, Any]]:
    values: dict[str, Any] = {"as_of": where.as_of.isoformat()}
    conditions = ["i.kind = 'receipt'", "i.issued_on <= :as_of"]
    if where.state == "unapplied":
        conditions += [candidates(connection, values["as_of"]), f"({OPEN}) <> 0"]
    elif where.state == "allocated":
        conditions.append(f"({OPEN}) = 0")
    if where.customer_id is not None:
        conditions.append("i.customer_id = :customer")
        values["customer"] = where.customer_id
    if where.currency:
        conditions.append("i.currency = :currency")
        values["currency"] = where.currency
    if where.text:
        conditions.append(search.item_condition(connection, where.text, values))
    return " AND ".join(conditions), values


def load_rows(connection: Connection, ids: Sequence[int], as_of: date) -> dict[int, ReceiptRow]:
    """Return receipts by document id as of a date."""
    if not len(ids):
        return {}
    listed = ",".join(str(int(i)) for i in ids)
    sql = f"""
        SELECT i.id AS item_id, i.document_id, d.number, i.customer_id, c.code, c.name, c.name_en,
               i.currency, i.issued_on, i.amount_minor, {OPEN} AS open, d.method, d.reference,
               d.payer, d.payer_account, d.description
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
