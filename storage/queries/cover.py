"""Debits as cover sees them: all that are open on a date, and all shipped in a period."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, text

from domain.cover.insurance import CoverDebt
from storage.queries.as_of import open_rows

_COLUMNS: Final = (
    "i.id, i.document_id, i.seq, i.parts, i.customer_id, i.currency, i.issued_on, i.due_on,"
    " i.amount_minor"
)
_DEBT: Final = """
SELECT o.id, o.document_id, o.seq, o.parts, o.customer_id, c.code, c.name, c.name_en, c.country,
       o.currency, o.amount_minor, o.open, COALESCE(p.disputed, 0), o.issued_on,
       COALESCE(d.delivered_on, o.issued_on), o.due_on, COALESCE(d.claim, ''),
       d.number, d.order_number, d.contract_number
  FROM ({inner}) AS o CROSS JOIN document d ON d.id = o.document_id
  CROSS JOIN customer c ON c.id = o.customer_id
  LEFT JOIN (SELECT item_id, SUM(amount_minor) AS disputed FROM dispute
              WHERE opened_on <= :as_of AND (closed_on IS NULL OR closed_on > :as_of)
              GROUP BY item_id) AS p ON p.item_id = o.id
 ORDER BY c.code, o.due_on, o.id"""
#: Invoices of a period by the day they were shipped, not voided by its end.
_SHIPPED: Final = """
SELECT i.id, i.document_id, 1 AS seq, 1 AS parts, i.customer_id, i.currency, i.issued_on,
       (SELECT MAX(s.due_on) FROM item s WHERE s.document_id = i.document_id) AS due_on,
       h.amount_minor, h.amount_minor AS open
  FROM document h CROSS JOIN item i ON i.document_id = h.id AND i.seq = 1
 WHERE h.kind = 'invoice' AND COALESCE(h.delivered_on, h.issued_on) BETWEEN :first AND :as_of
   AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = h.id AND v.issued_on <= :as_of)"""

_OF_SOME: Final = " AND i.customer_id IN (SELECT value FROM json_each(:customers))"


def cover_debts(
    connection: Connection, as_of: date, customer_ids: Collection[int] | None = None
) -> list[CoverDebt]:
    """Return the debits open on a date, of all or of some customers, by code and due date."""
    values: dict[str, Any] = {"as_of": as_of.isoformat()}
    where = "i.amount_minor > 0"
    if customer_ids is not None:
        where += _OF_SOME
        values["customers"] = json.dumps(sorted(customer_ids))
    inner = open_rows(connection, _COLUMNS, values["as_of"], where)
    return _debts(connection.execute(text(_DEBT.format(inner=inner)), values))


def shipments(
    connection: Connection, first: date, last: date, customer_ids: Collection[int] | None = None
) -> list[CoverDebt]:
    """Return the invoices shipped in a period, whole: one row each, open as if unpaid."""
    values: dict[str, Any] = {"first": first.isoformat(), "as_of": last.isoformat()}
    inner = _SHIPPED
    if customer_ids is not None:
        inner += _OF_SOME
        values["customers"] = json.dumps(sorted(customer_ids))
    return _debts(connection.execute(text(_DEBT.format(inner=inner)), values))


def _debts(rows: Iterable[Any]) -> list[CoverDebt]:
    found = []
    for (
        item_id, document_id, seq, parts, customer_id, code, name, name_en, country, currency,
        amount, left, disputed, issued_on, shipped_on, due_on, claim, number, order, contract,
    ) in rows:  # fmt: skip
        found.append(
            CoverDebt(
                item_id=item_id,
                document_id=document_id,
                number=number if parts == 1 else f"{number} ({seq}/{parts})",
                customer_id=customer_id,
                code=code,
                name=name,
                name_en=name_en,
                country=country,
                currency=currency,
                amount=amount,
                open=left,
                disputed=min(disputed, left),
                issued_on=date.fromisoformat(issued_on),
                shipped_on=date.fromisoformat(shipped_on),
                due_on=date.fromisoformat(due_on) if due_on else None,
                claim=claim,
                order_number=order,
                contract_number=contract,
            )
        )
    return found
