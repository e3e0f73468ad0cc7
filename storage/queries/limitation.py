"""What the limitation clock of every open debit depends on, as of a date.

Payments are read from the allocations of receipts: the debtor paid on the receipt's day,
whenever it was allocated. Credit notes, discounts and write-offs are our own acts and no
events. Up to a hundred thousand rows, so each is built straight from its tuple.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection

from domain.legal_event import EventKind, Strength
from domain.limitation import Debt, Event
from storage.queries.as_of import open_rows
from storage.unit_legal import LegalReader

_COLUMNS: Final = (
    "i.id, i.document_id, i.seq, i.parts, i.customer_id, i.currency, i.issued_on, i.due_on,"
    " i.aged_from, i.amount_minor"
)
#: What the receipts paid of the items of documents ``w``, by what stood allocated on :as_of.
_PAID: Final = """
    SELECT s.id, s.document_id, c.issued_on, d.number
      FROM json_each(:documents) AS w CROSS JOIN item s ON s.document_id = w.value
     CROSS JOIN allocation a ON a.debit_item_id = s.id AND a.allocated_on <= :as_of
     CROSS JOIN item c ON c.id = a.credit_item_id CROSS JOIN document d ON d.id = c.document_id
     WHERE a.reverses_id IS NULL AND c.kind = 'receipt'
       AND NOT EXISTS (SELECT 1 FROM allocation r
                        WHERE r.reverses_id = a.id AND r.allocated_on <= :as_of)"""
_LAST: Final = """
    SELECT s.document_id, MAX(s.due_on)
      FROM json_each(:documents) AS w CROSS JOIN item s ON s.document_id = w.value
     WHERE s.parts > 1 GROUP BY s.document_id"""


def limited_debts(
    connection: Connection,
    as_of: date,
    *,
    customer_id: int | None = None,
    document_id: int | None = None,
) -> list[Debt]:
    """Return the debits open on a date with the events known by then, by item."""
    values: dict[str, Any] = {"as_of": as_of.isoformat()}
    conditions = ["i.amount_minor > 0"]
    if customer_id is not None:
        conditions.append("i.customer_id = :customer")
        values["customer"] = customer_id
    if document_id is not None:
        conditions.append("i.document_id = :document")
        values["document"] = document_id
    inner = open_rows(connection, _COLUMNS, values["as_of"], " AND ".join(conditions))
    return _Builder(connection, values, inner).debts()


class _Days(dict[str | None, date | None]):
    """Dates by their text, each read once: many rows share few."""

    def __missing__(self, text_of: str | None) -> date | None:
        found = self[text_of] = date.fromisoformat(text_of or "")
        return found


class _Builder:
    """Turns tuples into debts, with what is looked up once."""

    def __init__(self, connection: Connection, values: Mapping[str, Any], inner: str) -> None:
        self._connection = connection
        self._values = values
        self._inner = inner
        self._days = _Days({None: None})
        #: Events by document, each with the item it happened to.
        self._known: dict[int, list[tuple[int, Event]]] = defaultdict(list)
        #: Events that meant all a customer owed.
        self._at_large: dict[int, list[Event]] = defaultdict(list)
        self._last: dict[int, str] = {}

    def debts(self) -> list[Debt]:
        """Return the debts."""
        sql = f"""SELECT o.*, d.number, d.delivered_on FROM ({self._inner}) AS o
                   CROSS JOIN document d ON d.id = o.document_id"""
        rows = self._tuples(sql)
        self._read_fellows(rows)
        self._read_events()
        customers, days, built = self._customers(), self._days, []
        for (
            key, document_id, seq, parts, customer_id, currency, issued_on, due_on,
            aged_from, amount, left, number, delivered_on,
        ) in rows:  # fmt: skip
            code, name, name_en, country = customers[customer_id]
            issued = days[issued_on] or date.min
            events: tuple[Event, ...] = ()
            if document_id in self._known or customer_id in self._at_large:
                events = self._events(key, document_id, customer_id, issued)
            built.append(
                Debt(
                    item_id=key,
                    document_id=document_id,
                    number=number if parts == 1 else f"{number} ({seq}/{parts})",
                    customer_id=customer_id,
                    customer_code=code,
                    customer_name=name,
                    customer_name_en=name_en,
                    country=country,
                    currency=currency,
                    amount=amount,
                    open=left,
                    issued_on=issued,
                    due_on=days[due_on],
                    delivered_on=days[delivered_on],
                    aged_from=days[aged_from],
                    last_due_on=days[self._last.get(document_id)],
                    events=events,
                )
            )
        return built

    def _events(
        self, item_id: int, document_id: int, customer_id: int, issued_on: date
    ) -> tuple[Event, ...]:
        own = self._known.get(document_id, ())
        found = [event if item == item_id else replace(event, mine=False) for item, event in own]
        found += [one for one in self._at_large.get(customer_id, ()) if issued_on <= one.on]
        return tuple(found)

    def _read_fellows(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Read the last due dates of documents in instalments, and what receipts paid.

        Nothing was allocated to an item that is whole, unless it has fellow instalments.
        """
        parted = {row[1] for row in rows if row[3] > 1}
        moved = parted | {row[1] for row in rows if row[9] != row[10]}
        self._last = dict(self._tuples(_LAST, documents=json.dumps(sorted(parted))))
        paid = self._tuples(_PAID, documents=json.dumps(sorted(moved)))
        for item_id, document_id, paid_on, number in paid:
            on = self._days[paid_on] or date.min
            event = Event(EventKind.PART_PAYMENT, on, Strength.STRONG, number)
            self._known[document_id].append((item_id, event))

    def _read_events(self) -> None:
        """Read the events recorded that count by the date."""
        as_of = date.fromisoformat(self._values["as_of"])
        documents = self._event_documents()
        reader = LegalReader(self._connection)
        for row in reader.legal_events(customer_id=self._values.get("customer")):
            told, on = row.event, row.event.effective_on
            if told.strength is Strength.NONE or on is None or on > as_of:
                continue
            event = Event(told.kind, on, told.strength, told.number or row.paper_number)
            for item_id in told.item_ids:
                self._known[documents[item_id]].append((item_id, event))
            if not told.item_ids:
                self._at_large[told.customer_id].append(event)

    def _event_documents(self) -> dict[int, int]:
        mine = " WHERE i.customer_id = :customer" if "customer" in self._values else ""
        sql = f"""SELECT DISTINCT i.id, i.document_id
                    FROM legal_event_item x JOIN item i ON i.id = x.item_id{mine}"""
        return dict(self._tuples(sql))

    def _tuples(self, sql: str, **more: str) -> list[tuple[Any, ...]]:
        """Return a query's rows as SQLite's own tuples, all at once."""
        driver: Any = self._connection.connection.driver_connection
        found: list[tuple[Any, ...]] = driver.execute(sql, {**self._values, **more}).fetchall()
        return found

    def _customers(self) -> dict[int, tuple[str, str, str, str]]:
        mine = " WHERE id = :customer" if "customer" in self._values else ""
        rows = self._tuples(f"SELECT id, code, name, name_en, country FROM customer{mine}")
        return {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}
