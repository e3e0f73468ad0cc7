"""The invoice list and open items: ids first, rows by page, sums in SQL."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import Connection, Engine, text

from domain.document import SALES_KINDS, Kind, Status, days_overdue, status
from domain.listing import ItemRow, ListFilter, Order, Totals
from storage import search
from storage.queries.as_of import OPEN, candidates, open_rows

#: Days ahead that "due soon" looks.
SOON: Final = 7
_SALES: Final = "i.kind IN (" + ",".join(f"'{kind.value}'" for kind in SALES_KINDS) + ")"
_ORDERS: Final = {
    "number": "d.number",
    "customer": "c.sort_key",
    "issued_on": "i.issued_on",
    "due_on": "i.due_on",
    "days_overdue": "i.due_on",
    "amount": "i.amount_minor",
    "open": "open",
    "id": "i.id",
}
_ROW: Final = f"""
SELECT i.id, i.document_id, i.kind, d.number, i.seq, i.parts, i.customer_id, c.code, c.name,
       c.name_en, i.currency, i.issued_on, i.due_on, i.amount_minor, {OPEN} AS open,
       d.description, d.order_number, d.contract_number,
       COALESCE((SELECT SUM(p.amount_minor) FROM dispute p WHERE p.item_id = i.id
                  AND p.opened_on <= :as_of
                  AND (p.closed_on IS NULL OR p.closed_on > :as_of)), 0) AS disputed,
       COALESCE((SELECT MAX(n.level) FROM dunned_item n WHERE n.item_id = i.id
                  AND n.sent_on <= :as_of), 0) AS level,
       (SELECT v.issued_on FROM document v WHERE v.reverses_id = i.document_id) AS voided_on
  FROM item i JOIN document d ON d.id = i.document_id JOIN customer c ON c.id = i.customer_id
"""


class ItemList:
    """Implements :class:`domain.ports.ListQuery` for invoices (by instalment)."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def ids(
        self, where: ListFilter, order: Order, *, limit: int | None = None, from_end: bool = False
    ) -> array[int]:
        """Return item ids in order; the first ``limit``, or the last with ``from_end``."""
        with self._engine.connect() as connection:
            source, values = _source(connection, where, order)
            backwards = _reversed(order) != from_end
            direction = "DESC" if backwards else "ASC"
            sql = (
                f"SELECT i.id {source} ORDER BY {_ORDERS[order.key]} {direction}, i.id {direction}"
            )
            if order.key == "open":
                sql = sql.replace("SELECT i.id", f"SELECT i.id, {OPEN} AS open", 1)
            if limit is not None:
                sql, values = f"{sql} LIMIT :limit", {**values, "limit": limit}
            found = array("q", (row[0] for row in connection.execute(text(sql), values)))
        return found[::-1] if from_end else found

    def count(self, where: ListFilter) -> int:
        """Return how many items the filter has."""
        with self._engine.connect() as connection:
            source, values = _source(connection, where, Order("id"))
            return int(connection.scalar(text(f"SELECT COUNT(*) {source}"), values))

    def rows(self, ids: Sequence[int], where: ListFilter) -> Mapping[int, ItemRow]:
        """Return items by id as of the filter's date."""
        with self._engine.connect() as connection:
            return load_rows(connection, ids, where.as_of)

    def totals(self, where: ListFilter) -> list[Totals]:
        """Return count and sums of the filter by currency."""
        with self._engine.connect() as connection:
            source, values = _source(connection, where, Order("id"))
            sql = f"""
                SELECT currency, COUNT(*), SUM(amount), SUM(open),
                       SUM(CASE WHEN open > 0 AND due_on < :as_of THEN open ELSE 0 END)
                  FROM (SELECT i.currency, i.amount_minor AS amount, i.due_on, {OPEN} AS open
                        {source}) AS listed
                 GROUP BY currency ORDER BY currency"""
            values["as_of"] = where.as_of.isoformat()
            rows = connection.execute(text(sql), values).all()
        return [
            Totals(currency=row[0], count=row[1], amount=row[2], open=row[3], overdue=row[4])
            for row in rows
        ]


def _reversed(order: Order) -> bool:
    """Most days overdue first is oldest due date first."""
    return order.descending != (order.key == "days_overdue")


def _source(connection: Connection, where: ListFilter, order: Order) -> tuple[str, dict[str, Any]]:
    """Return FROM and WHERE of a filter and its values, joining only what is needed."""
    values: dict[str, Any] = {"as_of": where.as_of.isoformat()}
    conditions = [_SALES]
    _add_state(connection, where, conditions, values)
    if where.customer_id is not None:
        conditions.append("i.customer_id = :customer")
        values["customer"] = where.customer_id
    if where.currency:
        conditions.append("i.currency = :currency")
        values["currency"] = where.currency
    if where.text:
        conditions.append(search.item_condition(connection, where.text, values))
    source = "FROM item i"
    if order.key == "number":
        source = "FROM document d CROSS JOIN item i ON i.document_id = d.id"
    elif order.key == "customer":
        source = "FROM customer c CROSS JOIN item i ON i.customer_id = c.id"
    return f"{source} WHERE {' AND '.join(conditions)}", values


def _add_state(
    connection: Connection, where: ListFilter, conditions: list[str], values: dict[str, Any]
) -> None:
    if where.state == "all":
        conditions.append("i.issued_on <= :as_of")
        return
    conditions.append(candidates(connection, values["as_of"]))
    conditions.append(f"({OPEN}) <> 0")
    if where.state == "overdue":
        conditions.append("i.due_on < :as_of AND i.amount_minor > 0")
    elif where.state == "due_soon":
        conditions.append("i.due_on BETWEEN :as_of AND :soon AND i.amount_minor > 0")
        values["soon"] = (where.as_of + timedelta(days=SOON)).isoformat()
    elif where.state == "disputed":
        conditions.append(
            "i.id IN (SELECT item_id FROM dispute WHERE opened_on <= :as_of"
            " AND (closed_on IS NULL OR closed_on > :as_of))"
        )


def load_rows(connection: Connection, ids: Sequence[int], as_of: date) -> dict[int, ItemRow]:
    """Return items by id as of a date."""
    if not len(ids):
        return {}
    listed = ",".join(str(int(i)) for i in ids)
    rows = connection.execute(
        text(f"{_ROW} WHERE i.id IN ({listed})"), {"as_of": as_of.isoformat()}
    ).mappings()
    return {row["id"]: item_row(row, as_of) for row in rows}


def open_items(
    connection: Connection, as_of: date, customer_id: int | None, currency: str | None
) -> list[ItemRow]:
    """Return what is open on a date, debits and credits, oldest due first."""
    values: dict[str, Any] = {"as_of": as_of.isoformat()}
    conditions = []
    if customer_id is not None:
        conditions.append("i.customer_id = :customer")
        values["customer"] = customer_id
    if currency is not None:
        conditions.append("i.currency = :currency")
        values["currency"] = currency
    inner = open_rows(connection, "i.id", values["as_of"], " AND ".join(conditions))
    sql = f"{_ROW} WHERE i.id IN (SELECT id FROM ({inner}) AS opened)"
    rows = connection.execute(text(sql), values).mappings()
    found = [item_row(row, as_of) for row in rows]
    return sorted(
        found, key=lambda row: (row.due_on or date.max, row.issued_on, row.number, row.seq)
    )


def movements(
    connection: Connection, customer_id: int, currency: str, from_on: date, to_on: date
) -> list[ItemRow]:
    """Return the documents of a period by date; one row each with the whole amount."""
    sql = f"""{_ROW} WHERE i.customer_id = :customer AND i.currency = :currency
               AND i.issued_on BETWEEN :first AND :as_of
             ORDER BY i.issued_on, i.document_id, i.seq"""
    values = {
        "customer": customer_id,
        "currency": currency,
        "first": from_on.isoformat(),
        "as_of": to_on.isoformat(),
    }
    rows = connection.execute(text(sql), values).mappings()
    return whole_documents(item_row(row, to_on) for row in rows)


def whole_documents(rows: Iterable[ItemRow]) -> list[ItemRow]:
    whole: dict[int, ItemRow] = {}
    for row in rows:
        first = whole.get(row.document_id)
        whole[row.document_id] = row if first is None else _joined(first, row)
    return list(whole.values())


def _joined(first: ItemRow, row: ItemRow) -> ItemRow:
    return replace(first, amount=first.amount + row.amount, open=first.open + row.open)


def item_row(row: Mapping[Any, Any], as_of: date) -> ItemRow:
    """Return an item from its row, with its state on a date."""
    due_on = date.fromisoformat(row["due_on"]) if row["due_on"] else None
    issued_on = date.fromisoformat(row["issued_on"])
    voided = row["kind"] == Kind.VOID or (
        row["voided_on"] is not None and row["voided_on"] <= as_of.isoformat()
    )
    state = status(
        issued_on=issued_on,
        due_on=due_on,
        amount=row["amount_minor"],
        open_minor=row["open"],
        as_of=as_of,
    )
    return ItemRow(
        id=row["id"],
        document_id=row["document_id"],
        kind=row["kind"],
        number=row["number"],
        seq=row["seq"],
        parts=row["parts"],
        customer_id=row["customer_id"],
        customer_code=row["code"],
        customer_name=row["name"],
        customer_name_en=row["name_en"],
        currency=row["currency"],
        issued_on=issued_on,
        due_on=due_on,
        amount=row["amount_minor"],
        open=row["open"],
        days_overdue=days_overdue(due_on, as_of),
        status=(Status.VOID if voided else state).value,
        disputed=min(row["disputed"], max(row["open"], 0)),
        level=row["level"],
        description=row["description"],
        order_number=row["order_number"],
        contract_number=row["contract_number"],
    )
