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
from storage.queries import paging
from storage.queries.as_of import OPEN

#: Days ahead that "due soon" looks.
SOON: Final = 7
#: Sort keys: the walk that gives the order, and what is compared.
_ORDERS: Final = {
    "number": ("number", "d.number"),
    "customer": ("customer", "c.sort_key"),
    "issued_on": ("issued_on", "i.issued_on"),
    "due_on": ("due_on", "i.due_on"),
    "days_overdue": ("due_on", "i.due_on"),
    "amount": ("", "i.amount_minor"),
    "open": ("", ""),
    "id": ("id", "i.id"),
}
#: Whether item ``i`` stands assigned on :as_of: kept, not replaced, not bought back unpaid.
_ASSIGNED: Final = """EXISTS (
    SELECT 1 FROM record_item x JOIN record r ON r.id = x.record_id
     WHERE x.item_id = i.id AND r.kind = 'assignment' AND r.value IS NOT NULL
       AND r.dated_on <= :as_of
       AND NOT EXISTS (SELECT 1 FROM record n WHERE n.replaces_id = r.id)
       AND NOT EXISTS (SELECT 1 FROM record e WHERE e.kind = 'assignment_end'
            AND e.customer_id = r.customer_id AND e.dated_on <= :as_of AND e.value IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM record n WHERE n.replaces_id = e.id)
            AND json_extract(e.value, '$.assignment_id') = r.id
            AND NOT json_extract(e.value, '$.paid')))"""
#: Attachments that stand, of invoices, that say by their note that the buyer signed for goods.
_SIGNED: Final = """
attachment t WHERE t.reverses_id IS NULL
   AND (t.note IN ('delivery_note', 'acceptance')
        OR t.note LIKE 'delivery_note:%' OR t.note LIKE 'acceptance:%')
   AND NOT EXISTS (SELECT 1 FROM attachment b WHERE b.reverses_id = t.id)"""
#: Documents that the signed papers are about, whichever instalment they were kept with.
_PROVED: Final = f"""
SELECT s.document_id FROM item s
 WHERE s.id IN (SELECT CAST(substr(t.subject, 9) AS INTEGER) FROM {_SIGNED}
                   AND t.subject >= 'invoice/' AND t.subject < 'invoice0')"""
_ROW: Final = f"""
SELECT i.id, i.document_id, i.kind, d.number, i.seq, i.parts, i.customer_id, c.code, c.name,
       c.name_en, i.currency, i.issued_on, i.due_on, i.aged_from, i.amount_minor, {OPEN} AS open,
       d.description, d.order_number, d.contract_number,
       COALESCE((SELECT SUM(p.amount_minor) FROM dispute p WHERE p.item_id = i.id
                  AND p.opened_on <= :as_of
                  AND (p.closed_on IS NULL OR p.closed_on > :as_of)), 0) AS disputed,
       COALESCE((SELECT MAX(n.level) FROM dunned_item n WHERE n.item_id = i.id
                  AND n.sent_on <= :as_of AND n.level > 0), 0) AS level,
       {_ASSIGNED} AS assigned,
       d.delivered_on IS NOT NULL AND i.amount_minor > 0 AND NOT EXISTS (
           SELECT 1 FROM {_SIGNED}
              AND t.subject IN (SELECT 'invoice/' || s.id FROM item s
                                 WHERE s.document_id = i.document_id)) AS unproved,
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
        walk, column = _ORDERS[order.key]
        # Most days overdue first is oldest due date first.
        backwards = order.descending != (order.key == "days_overdue")
        with self._engine.connect() as connection:
            rows = _wanted(connection, where)
            by = paging.Order(walk, column or rows.open, backwards != from_end)
            found = array("q", rows.ids(connection, "i.id", by, limit))
        return found[::-1] if from_end else found

    def count(self, where: ListFilter) -> int:
        """Return how many items the filter has."""
        with self._engine.connect() as connection:
            return _wanted(connection, where).count(connection)

    def rows(self, ids: Sequence[int], where: ListFilter) -> Mapping[int, ItemRow]:
        """Return items by id as of the filter's date."""
        with self._engine.connect() as connection:
            return load_rows(connection, ids, where.as_of)

    def totals(self, where: ListFilter) -> list[Totals]:
        """Return count and sums of the filter by currency."""
        with self._engine.connect() as connection:
            wanted = _wanted(connection, where)
            sql = f"""
                SELECT currency, COUNT(*), SUM(amount), SUM(open),
                       SUM(CASE WHEN open > 0 AND due_on < :as_of THEN open ELSE 0 END)
                  FROM (SELECT i.currency, i.amount_minor AS amount, i.due_on,
                               {wanted.open} AS open {wanted.whole()}) AS listed
                 GROUP BY currency ORDER BY currency"""
            rows = connection.execute(text(sql), wanted.values).all()
        return [
            Totals(currency=row[0], count=row[1], amount=row[2], open=row[3], overdue=row[4])
            for row in rows
        ]


def _wanted(connection: Connection, where: ListFilter) -> paging.Rows:
    rows = paging.wanted(connection, where, SALES_KINDS)
    if where.state == "overdue":
        rows.conditions.append("i.due_on < :as_of AND i.amount_minor > 0")
    elif where.state == "due_soon":
        rows.conditions.append("i.due_on BETWEEN :as_of AND :soon AND i.amount_minor > 0")
        rows.values["soon"] = (where.as_of + timedelta(days=SOON)).isoformat()
    elif where.state == "no_proof":
        rows.conditions.append(
            "i.amount_minor > 0 AND (SELECT x.delivered_on FROM document x"
            f" WHERE x.id = i.document_id) IS NOT NULL AND i.document_id NOT IN ({_PROVED})"
        )
    elif where.state == "disputed":
        rows.conditions.append(
            "i.id IN (SELECT item_id FROM dispute WHERE opened_on <= :as_of"
            " AND (closed_on IS NULL OR closed_on > :as_of))"
        )
    return rows


def load_rows(connection: Connection, ids: Sequence[int], as_of: date) -> dict[int, ItemRow]:
    """Return items by id as of a date."""
    if not len(ids):
        return {}
    listed = ",".join(str(int(i)) for i in ids)
    rows = connection.execute(
        text(f"{_ROW} WHERE i.id IN ({listed})"), {"as_of": as_of.isoformat()}
    ).mappings()
    return {row["id"]: item_row(row, as_of) for row in rows}


def movements(
    connection: Connection,
    customer_id: int,
    currency: str,
    from_on: date,
    to_on: date,
    kind: str = "",
) -> list[ItemRow]:
    """Return the documents of a period by date; one row each with the whole amount."""
    only = " AND i.kind = :kind" if kind else ""
    sql = f"""{_ROW} WHERE i.customer_id = :customer AND i.currency = :currency
               AND i.issued_on BETWEEN :first AND :as_of{only}
             ORDER BY i.issued_on, i.document_id, i.seq"""
    values = {
        "customer": customer_id,
        "currency": currency,
        "kind": kind,
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
        aged_from=date.fromisoformat(row["aged_from"]) if row["aged_from"] else None,
        assigned=bool(row["assigned"]),
        unproved=bool(row["unproved"]),
    )
