"""Exposure as of a day, for all customers or some, and the orders that are part of it.

Each component is one statement over its own index; the rules over them stand in
:mod:`domain.credit`. Orders are records, read as plain JSON: there may be tens of thousands.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import Connection, text

from domain.credit.exposure import Debtor, Exposure, Marks, Part
from domain.credit.orders import OpenOrder, OrderInvoice, OrderState, spread_invoices
from storage.queries.as_of import OPEN, open_rows
from storage.queries.bills import risks

#: What is open, by customer and currency.
_OPEN: Final = """
SELECT customer_id, currency,
       SUM(CASE WHEN open > 0 AND (due_on IS NULL OR due_on >= :as_of) THEN open ELSE 0 END),
       SUM(CASE WHEN open > 0 AND due_on < :as_of THEN open ELSE 0 END),
       -SUM(CASE WHEN open < 0 THEN open ELSE 0 END),
       MIN(CASE WHEN open > 0 THEN due_on END)
  FROM ({inner}) AS opened GROUP BY customer_id, currency"""
_DISPUTED: Final = """
SELECT i.customer_id, i.currency, SUM(p.amount_minor)
  FROM dispute p CROSS JOIN item i ON i.id = p.item_id
 WHERE p.opened_on <= :as_of AND (p.closed_on IS NULL OR p.closed_on > :as_of) {also}
 GROUP BY i.customer_id, i.currency"""
#: Invoices whose payment came back, with what came back of each and what is open of it.
_RETURNED: Final = f"""
SELECT i.id, i.customer_id, i.currency, i.due_on, {OPEN} AS open, SUM(-a.debit_minor) AS back
  FROM document v INDEXED BY ix_document_returned
  CROSS JOIN item r ON r.document_id = v.reverses_id
  CROSS JOIN allocation a INDEXED BY ix_allocation_credit ON a.credit_item_id = r.id
  CROSS JOIN item i ON i.id = a.debit_item_id
 WHERE v.kind = 'void' AND v.method = 'returned' AND v.issued_on <= :as_of {{also}}
   AND a.reverses_id IS NOT NULL AND a.operation_id = v.operation_id
 GROUP BY i.id HAVING open > 0 ORDER BY i.id"""
_RATES: Final = """
SELECT r.currency, r.rate FROM rate r
 WHERE r.quoted_on = (SELECT MAX(x.quoted_on) FROM rate x
                       WHERE x.currency = r.currency AND x.quoted_on <= :as_of)"""
_ORDERS: Final = """
SELECT r.id, r.customer_id, r.value FROM record r
 WHERE r.kind = 'open_order' AND r.value IS NOT NULL AND r.dated_on <= :as_of {also}
   AND NOT EXISTS (SELECT 1 FROM record later WHERE later.replaces_id = r.id)
 ORDER BY r.customer_id, r.dated_on, r.id"""
_NOT_VOIDED: Final = """NOT EXISTS (
    SELECT 1 FROM document v WHERE v.reverses_id = d.id AND v.issued_on <= :as_of)"""
#: Invoices that name an order, from the day of the customer's first order on: an earlier one
#: belongs to it only when the order names it.
_NAMING: Final = f"""
SELECT d.id, d.customer_id, d.currency, d.order_number, d.amount_minor
  FROM json_each(:since) s
  CROSS JOIN item i INDEXED BY ix_item_customer
          ON i.customer_id = s.value ->> 0 AND i.issued_on BETWEEN s.value ->> 1 AND :as_of
  CROSS JOIN document d ON d.id = i.document_id
 WHERE i.seq = 1
   AND i.kind IN ('invoice', 'opening') AND d.order_number <> ''
   AND d.order_number IN (SELECT value FROM json_each(:numbers)) AND {_NOT_VOIDED}"""
_NAMED: Final = f"""
SELECT d.id, d.customer_id, d.currency, d.number, d.amount_minor
  FROM document d INDEXED BY uq_document_number
 WHERE d.number IN (SELECT value FROM json_each(:numbers)) AND d.kind IN ('invoice', 'opening')
   AND d.issued_on <= :as_of AND {_NOT_VOIDED}"""

Key = tuple[int, str]
#: Customer, currency and number.
_Wanted = tuple[int, str, str]


def debtors(connection: Connection, customer_ids: Sequence[int] | None = None) -> list[Debtor]:
    """Return customers as the check needs them, all or some, by code."""
    where = _among("id", customer_ids, "WHERE ")
    sql = f"""SELECT id, code, name, name_en, group_name, currency
                FROM customer {where} ORDER BY code"""
    return [
        Debtor(
            customer_id=row[0],
            code=row[1],
            name=row[2],
            name_en=row[3],
            group=row[4],
            currency=row[5],
        )
        for row in connection.execute(text(sql))
    ]


def exposures(
    connection: Connection, as_of: date, customer_ids: Sequence[int] | None = None
) -> list[Exposure]:
    """Return the exposure of each customer and currency, deposits held left out."""
    parts: dict[Key, dict[Part, int]] = defaultdict(dict)
    oldest: dict[Key, str] = {}
    inner = open_rows(
        connection,
        "i.customer_id, i.currency, i.due_on",
        as_of.isoformat(),
        _among("i.customer_id", customer_ids, ""),
    )
    for customer_id, currency, *sums, due_on in _rows(connection, _OPEN.format(inner=inner), as_of):
        key = customer_id, currency
        kinds = (Part.NOT_DUE, Part.OVERDUE, Part.UNAPPLIED)
        parts[key] |= {part: minor for part, minor in zip(kinds, sums, strict=True) if minor}
        if due_on:
            oldest[key] = due_on
    _move_returned(parts, returned_items(connection, as_of, customer_ids))
    _add_orders(parts, order_states(connection, as_of, customer_ids))
    for risk in risks(connection, as_of, customer_ids):
        parts[risk.customer_id, risk.currency][Part.BILLS] = risk.amount
    also = _among("i.customer_id", customer_ids)
    disputed = {
        (row[0], row[1]): row[2] for row in _rows(connection, _DISPUTED.format(also=also), as_of)
    }
    known = rates(connection, as_of)
    return [
        Exposure(
            customer_id=key[0],
            currency=key[1],
            parts=found,
            disputed=disputed.get(key, 0),
            oldest_due_on=date.fromisoformat(oldest[key]) if key in oldest else None,
            rate=known.get(key[1]),
        )
        for key, found in sorted(parts.items())
    ]


def rates(connection: Connection, as_of: date) -> dict[str, Decimal]:
    """Return the rate of each currency in force on a day."""
    return {code: Decimal(rate) for code, rate in _rows(connection, _RATES, as_of)}


def held(connection: Connection, as_of: date, customer_ids: Sequence[int]) -> set[int]:
    """Return which of the customers are on hold on a day."""
    also = _among("r.customer_id", customer_ids)
    sql = f"""
        SELECT DISTINCT r.customer_id FROM record r
         WHERE r.kind = 'credit_hold' AND r.value IS NOT NULL AND r.dated_on <= :as_of {also}
           AND NOT EXISTS (SELECT 1 FROM record later WHERE later.replaces_id = r.id)
           AND NOT EXISTS (
               SELECT 1 FROM record f WHERE f.kind = 'credit_release' AND f.value IS NOT NULL
                  AND f.customer_id = r.customer_id AND f.dated_on <= :as_of
                  AND json_extract(f.value, '$.hold_id') = r.id
                  AND NOT EXISTS (SELECT 1 FROM record later WHERE later.replaces_id = f.id))"""
    return {customer_id for (customer_id,) in _rows(connection, sql, as_of)}


def _move_returned(parts: dict[Key, dict[Part, int]], rows: Iterable[tuple[Any, ...]]) -> None:
    """Move what came back out of due and overdue: it counts once."""
    for _item_id, customer_id, currency, late, minor in rows:
        mine = parts[customer_id, currency]
        mine[Part.OVERDUE if late else Part.NOT_DUE] -= minor
        mine[Part.RETURNED] = mine.get(Part.RETURNED, 0) + minor


def returned_items(
    connection: Connection, as_of: date, customer_ids: Sequence[int] | None = None
) -> list[tuple[int, int, str, bool, int]]:
    """Return (item, customer, currency, overdue, amount) of what returned payments left open."""
    sql = _RETURNED.format(also=_among("v.customer_id", customer_ids))
    day = as_of.isoformat()
    return [
        (item_id, customer_id, currency, bool(due_on and due_on < day), min(opened, back))
        for item_id, customer_id, currency, due_on, opened, back in _rows(connection, sql, as_of)
    ]


def _add_orders(parts: dict[Key, dict[Part, int]], orders: Iterable[OrderState]) -> None:
    for state in orders:
        if not state.left:
            continue
        mine = parts[state.customer_id, state.order.currency]
        for part, minor in (
            (Part.ORDERS, state.to_deliver),
            (Part.DELIVERIES, state.to_invoice),
        ):
            if minor:
                mine[part] = mine.get(part, 0) + minor


# -- orders


def order_states(
    connection: Connection, as_of: date, customer_ids: Sequence[int] | None = None
) -> list[OrderState]:
    """Return the orders known on a day as they stood, with what was invoiced of them."""
    sql = _ORDERS.format(also=_among("r.customer_id", customer_ids))
    latest: dict[tuple[int, str], OrderState] = {}
    for record_id, customer_id, value in _rows(connection, sql, as_of):
        order = _order(json.loads(value))
        latest[customer_id, order.number] = OrderState(
            record_id=record_id, customer_id=customer_id, order=order
        )
    states = list(latest.values())
    return spread_invoices(states, _invoices(connection, as_of, states)) if states else []


def _order(plain: dict[str, Any]) -> OpenOrder:
    """Return an order from its JSON, as :func:`domain.values.loads` would, only faster."""
    expected = plain.get("expected_on")
    return OpenOrder(
        **{
            **plain,
            "ordered_on": date.fromisoformat(plain["ordered_on"]),
            "expected_on": date.fromisoformat(expected) if expected else None,
            "invoices": tuple(plain.get("invoices", ())),
        }
    )


def _invoices(
    connection: Connection, as_of: date, states: Sequence[OrderState]
) -> list[OrderInvoice]:
    """Return the invoices that belong to orders: they name it, or it names them."""
    since: dict[int, str] = {}
    naming: dict[_Wanted, list[int]] = defaultdict(list)
    named: dict[_Wanted, list[int]] = defaultdict(list)
    for state in states:
        order, customer_id = state.order, state.customer_id
        on = order.ordered_on.isoformat()
        since[customer_id] = min(on, since.get(customer_id, on))
        naming[customer_id, order.currency, order.number].append(state.record_id)
        for number in order.invoices:
            named[customer_id, order.currency, number].append(state.record_id)
    first = json.dumps(sorted(since.items()))
    found = _matching(connection, _NAMING, as_of, naming, since=first)
    if named:
        found |= _matching(connection, _NAMED, as_of, named)
    return list(found.values())


def _matching(
    connection: Connection, sql: str, as_of: date, wanted: dict[_Wanted, list[int]], **values: str
) -> dict[tuple[int, int], OrderInvoice]:
    """Return invoices by order and document, for orders by customer, currency and number."""
    numbers = json.dumps(sorted({number for _customer, _currency, number in wanted}))
    return {
        (record_id, document_id): OrderInvoice(record_id, document_id, minor)
        for document_id, customer_id, currency, number, minor in _rows(
            connection, sql, as_of, numbers=numbers, **values
        )
        for record_id in wanted.get((customer_id, currency, number), ())
    }


def _among(column: str, customer_ids: Sequence[int] | None, before: str = "AND ") -> str:
    """Return a condition on the customers asked for, nothing for all."""
    if customer_ids is None:
        return ""
    return f"{before}{column} IN ({','.join(str(int(one)) for one in customer_ids)})"


def _rows(
    connection: Connection, sql: str, as_of: date, **values: str
) -> Iterator[tuple[Any, ...]]:
    found = connection.execute(text(sql), {"as_of": as_of.isoformat(), **values})
    return (tuple(row) for row in found)


# -- what has changed

#: Facts only ever grow, so that the highest ids say how far one has read.
_MARKS: Final = """
SELECT (SELECT MAX(id) FROM document), (SELECT MAX(id) FROM allocation),
       (SELECT MAX(id) FROM record), (SELECT MAX(id) FROM bill_event),
       (SELECT MAX(id) FROM dispute), (SELECT MAX(id) FROM operation_change)"""
_TOUCHED: Final = """
SELECT customer_id FROM document WHERE id > :document
UNION SELECT i.customer_id FROM allocation a CROSS JOIN item i ON i.id = a.debit_item_id
       WHERE a.id > :allocation
UNION SELECT customer_id FROM record WHERE id > :record
UNION SELECT b.customer_id FROM bill_event e CROSS JOIN bill b ON b.id = e.bill_id
       WHERE e.id > :bill_event
UNION SELECT i.customer_id FROM dispute d CROSS JOIN item i ON i.id = d.item_id
       WHERE d.id > :dispute
          OR d.id IN (SELECT entity_id FROM operation_change
                       WHERE id > :operation_change AND entity = 'dispute')
UNION SELECT entity_id FROM operation_change
       WHERE id > :operation_change AND entity = 'customer'"""


def marks(connection: Connection) -> Marks:
    """Return how far the facts reach."""
    return Marks(*(found or 0 for found in connection.execute(text(_MARKS)).one()))


def touched(connection: Connection, since: Marks) -> list[int] | None:
    """Return the customers whose facts grew since; None: something of the firm's, so all."""
    found = {row[0] for row in connection.execute(text(_TOUCHED), since._asdict())}
    return None if None in found else sorted(found)
