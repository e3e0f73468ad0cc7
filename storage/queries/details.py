"""What pages show of one record: allocations, letters, history."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import Connection, text

from domain.errors import NotFound
from domain.listing import AllocationRow, HistoryRow, InvoiceDetail, PaperRow, RateRow
from storage import mappers
from storage.queries import disputes, items

#: Where a paper says what it is about in money, the first that is an amount.
_SUMS: Final = ("total", "closing", "amount", "granted")


def invoice_detail(connection: Connection, document_id: int, as_of: date) -> InvoiceDetail:
    """Return a document with everything its page shows.

    Raises:
        NotFound: there is no such document.
    """
    ids = connection.scalars(
        text("SELECT id FROM item WHERE document_id = :id ORDER BY seq"), {"id": document_id}
    ).all()
    rows = items.load_rows(connection, ids, as_of)
    if not rows:
        raise NotFound(record=f"document/{document_id}")
    document = mappers.load_document(connection, document_id)
    parts = tuple(rows[i] for i in ids)
    whole = items.whole_documents(parts)[0]
    return InvoiceDetail(
        row=whole,
        items=parts,
        net=None if document.net is None else document.net.minor,
        tax=None if document.tax is None else document.tax.minor,
        base=None if document.base is None else document.base.minor,
        terms=document.terms,
        delivered_on=document.delivered_on,
        method=document.method,
        reference=document.reference,
        payer=document.payer,
        allocations=tuple(allocations(connection, document_id)),
        letters=tuple(_letters(connection, document_id)),
        disputes=tuple(
            found for i in ids for found in disputes.disputes(connection, item_id=i, as_of=as_of)
        ),
        extra=document.extra,
    )


def allocations(connection: Connection, document_id: int) -> list[AllocationRow]:
    """Return a document's allocations by date, undone ones with the day of undoing."""
    sql = """
        SELECT a.id, a.debit_item_id, a.credit_item_id, dd.number AS debit_number,
               cd.number AS credit_number, cd.kind AS credit_kind, a.debit_minor, a.credit_minor,
               a.debit_base_minor, a.credit_base_minor, di.currency AS debit_currency,
               ci.currency AS credit_currency, a.allocated_on, o.user, r.allocated_on AS reversed_on
          FROM allocation a
          JOIN item di ON di.id = a.debit_item_id JOIN document dd ON dd.id = di.document_id
          JOIN item ci ON ci.id = a.credit_item_id JOIN document cd ON cd.id = ci.document_id
          JOIN operation o ON o.id = a.operation_id
          LEFT JOIN allocation r ON r.reverses_id = a.id
         WHERE a.reverses_id IS NULL
           AND a.id IN (SELECT x.id FROM allocation x JOIN item xi ON xi.id = x.debit_item_id
                         WHERE xi.document_id = :id
                        UNION SELECT x.id FROM allocation x JOIN item xi ON xi.id = x.credit_item_id
                         WHERE xi.document_id = :id)
         ORDER BY a.allocated_on, a.id"""
    rows = connection.execute(text(sql), {"id": document_id}).mappings()
    return [_allocation(row) for row in rows]


def _allocation(row: Mapping[Any, Any]) -> AllocationRow:
    known = row["debit_base_minor"] is not None and row["credit_base_minor"] is not None
    return AllocationRow(
        id=row["id"],
        debit_item_id=row["debit_item_id"],
        credit_item_id=row["credit_item_id"],
        debit_number=row["debit_number"],
        credit_number=row["credit_number"],
        credit_kind=row["credit_kind"],
        amount=row["debit_minor"],
        currency=row["debit_currency"],
        credit_amount=row["credit_minor"],
        credit_currency=row["credit_currency"],
        allocated_on=date.fromisoformat(row["allocated_on"]),
        exchange=row["credit_base_minor"] - row["debit_base_minor"] if known else None,
        user=row["user"],
        reversed_on=date.fromisoformat(row["reversed_on"]) if row["reversed_on"] else None,
    )


def _letters(connection: Connection, document_id: int) -> list[PaperRow]:
    sql = """p.id IN (SELECT n.paper_id FROM dunned_item n JOIN item i ON i.id = n.item_id
                       WHERE i.document_id = :document)"""
    return _papers(connection, sql, {"document": document_id}, 100)


def papers(
    connection: Connection, kind: str | None, customer_id: int | None, limit: int
) -> list[PaperRow]:
    """Return issued papers, newest first."""
    conditions, values = ["1 = 1"], dict[str, Any]()
    if kind is not None:
        conditions.append("p.kind = :kind")
        values["kind"] = kind
    if customer_id is not None:
        conditions.append("p.customer_id = :customer")
        values["customer"] = customer_id
    return _papers(connection, " AND ".join(conditions), values, limit)


def _papers(
    connection: Connection, where: str, values: dict[str, Any], limit: int
) -> list[PaperRow]:
    sql = f"""SELECT p.id, p.kind, p.number, p.customer_id, c.name, p.language, p.currency,
                     p.dated_on, p.value
                FROM paper p JOIN customer c ON c.id = p.customer_id
               WHERE {where} ORDER BY p.dated_on DESC, p.id DESC LIMIT :limit"""
    rows = connection.execute(text(sql), {**values, "limit": limit})
    return [_paper(row) for row in rows]


def _paper(row: Any) -> PaperRow:
    value = json.loads(row[8])
    sums = (value.get(key) for key in _SUMS)
    total = next((found for found in sums if isinstance(found, int)), 0)
    return PaperRow(
        id=row[0],
        kind=row[1],
        number=row[2],
        customer_id=row[3],
        customer_name=row[4],
        language=row[5],
        currency=row[6],
        dated_on=date.fromisoformat(row[7]),
        total=total,
        level=value.get("level", 0),
    )


def history(
    connection: Connection, entity: str | None, entity_id: int | None, limit: int
) -> list[HistoryRow]:
    """Return operations newest first, or the changes of one record."""
    if entity is None:
        sql = """SELECT o.id, o.at_utc, o.user, o.kind, o.summary, '', 0, NULL, NULL
                   FROM operation o ORDER BY o.id DESC LIMIT :limit"""
        values: dict[str, Any] = {"limit": limit}
    else:
        sql = """SELECT o.id, o.at_utc, o.user, o.kind, o.summary, h.entity, h.entity_id,
                        h.before, h.after
                   FROM operation_change h JOIN operation o ON o.id = h.operation_id
                  WHERE h.entity = :entity AND h.entity_id = :record
                  ORDER BY h.id DESC LIMIT :limit"""
        values = {"limit": limit, "entity": entity, "record": entity_id}
    return [_history(row) for row in connection.execute(text(sql), values)]


def changes_of(connection: Connection, operation_id: int) -> list[HistoryRow]:
    """Return what one operation changed, in the order it was done."""
    sql = """SELECT o.id, o.at_utc, o.user, o.kind, o.summary, h.entity, h.entity_id,
                    h.before, h.after
               FROM operation_change h JOIN operation o ON o.id = h.operation_id
              WHERE h.operation_id = :operation ORDER BY h.id LIMIT 500"""
    return [_history(row) for row in connection.execute(text(sql), {"operation": operation_id})]


def rates(connection: Connection) -> list[RateRow]:
    """Return the exchange rates kept, by currency, the newest first."""
    sql = "SELECT currency, quoted_on, rate FROM rate ORDER BY currency, quoted_on DESC"
    return [
        RateRow(currency=row[0], quoted_on=date.fromisoformat(row[1]), rate=Decimal(row[2]))
        for row in connection.execute(text(sql))
    ]


def _history(row: Any) -> HistoryRow:
    return HistoryRow(
        operation_id=row[0],
        at_utc=row[1],
        user=row[2],
        kind=row[3],
        summary=json.loads(row[4]),
        entity=row[5],
        entity_id=row[6],
        before=row[7],
        after=row[8],
    )
