"""Everything open on a date at once: for dunning, statements and matching.

Up to a hundred thousand rows, so each is built straight from its tuple; customers,
disputes and letter levels are few and read once beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, text

from domain.document import Status
from domain.listing import ItemRow
from storage.queries.as_of import open_rows

_DISPUTED: Final = """
SELECT item_id, SUM(amount_minor) FROM dispute
 WHERE opened_on <= :as_of AND (closed_on IS NULL OR closed_on > :as_of) GROUP BY item_id"""
#: States of what is open, as :func:`domain.document.status` tells them.
_OVERDUE, _PART_PAID = Status.OVERDUE.value, Status.PART_PAID.value
_DUE_TODAY, _OPEN = Status.DUE_TODAY.value, Status.OPEN.value
_LEVELS: Final = """
SELECT item_id, MAX(level) FROM dunned_item WHERE sent_on <= :as_of AND level > 0 GROUP BY 1"""


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
    columns = (
        "i.id, i.document_id, i.kind, i.seq, i.parts, i.customer_id, i.currency, i.issued_on,"
        " i.due_on, i.aged_from, i.amount_minor"
    )
    inner = open_rows(connection, columns, values["as_of"], " AND ".join(conditions))
    sql = f"""
        SELECT o.*, d.number, d.description, d.order_number, d.contract_number
          FROM ({inner}) AS o CROSS JOIN document d ON d.id = o.document_id
         ORDER BY o.due_on IS NULL, o.due_on, o.issued_on, d.number, o.seq, o.id"""
    return _Builder(connection, as_of, values).rows(sql)


class _Builder:
    """Turns tuples into rows, with what is looked up once."""

    def __init__(self, connection: Connection, as_of: date, values: Mapping[str, Any]) -> None:
        self._connection = connection
        self._as_of = as_of
        self._values = values
        self._days: dict[str | None, tuple[date | None, int | None]] = {None: (None, None)}

    def rows(self, sql: str) -> list[ItemRow]:
        """Return the rows of a query with the columns of :func:`open_items`."""
        customers = self._customers()
        disputed, levels = self._sums(_DISPUTED), self._sums(_LEVELS)
        built = []
        for (
            key, document_id, kind, seq, parts, customer_id, currency, issued_on, due_on,
            aged_from, amount, left, number, description, order_number, contract_number,
        ) in self._tuples(sql):  # fmt: skip
            due, late = self._days.get(due_on) or self._day(due_on)
            issued, _ = self._days.get(issued_on) or self._day(issued_on)
            code, name, name_en = customers[customer_id]
            if late is not None and late > 0:
                state = _OVERDUE
            elif amount != left:
                state = _PART_PAID
            else:
                state = _DUE_TODAY if late == 0 else _OPEN
            built.append(
                ItemRow(
                    id=key,
                    document_id=document_id,
                    kind=kind,
                    number=number,
                    seq=seq,
                    parts=parts,
                    customer_id=customer_id,
                    customer_code=code,
                    customer_name=name,
                    customer_name_en=name_en,
                    currency=currency,
                    issued_on=issued or self._as_of,
                    due_on=due,
                    amount=amount,
                    open=left,
                    days_overdue=late,
                    status=state,
                    disputed=min(disputed[key], max(left, 0)) if key in disputed else 0,
                    level=levels[key] if key in levels else 0,  # noqa: SIM401 (half the time)
                    description=description,
                    order_number=order_number,
                    contract_number=contract_number,
                    aged_from=date.fromisoformat(aged_from) if aged_from else None,
                )
            )
        return built

    def _tuples(self, sql: str) -> list[tuple[Any, ...]]:
        """Return a query's rows as SQLite's own tuples, all at once."""
        driver: Any = self._connection.connection.driver_connection
        found: list[tuple[Any, ...]] = driver.execute(sql, self._values).fetchall()
        return found

    def _day(self, text_of: str) -> tuple[date | None, int | None]:
        day = date.fromisoformat(text_of)
        found = self._days[text_of] = (day, (self._as_of - day).days)
        return found

    def _customers(self) -> dict[int, tuple[str, str, str]]:
        where = " WHERE id = :customer" if "customer" in self._values else ""
        rows = self._connection.execute(
            text("SELECT id, code, name, name_en FROM customer" + where), self._values
        )
        return {row[0]: (row[1], row[2], row[3]) for row in rows}

    def _sums(self, sql: str) -> dict[int, int]:
        return {row[0]: row[1] for row in self._connection.execute(text(sql), self._values)}
