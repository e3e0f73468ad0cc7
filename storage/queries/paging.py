"""Ids of a list in order: by walking an index, or by sorting the set that is left.

A page of a million rows is found fastest by walking an index in the list's order
until the page is full. Where matching rows are rare that walk would read the whole
book, so it gets a budget of steps; used up, the rows are collected from the index of
what is open (or from the filter's own small set) and sorted instead. Every plan is
spelled out, because SQLite's choice changes with what it happens to know of a book.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from domain.document import Kind
from domain.listing import ListFilter
from storage import search
from storage.queries.as_of import OPEN, is_latest

#: Steps of SQLite's machine a walk may take before it is given up: looking for words,
#: which the set is slow to make, some 50 milliseconds; for open items some 10.
FOR_WORDS, FOR_OPEN = 2_000_000, 400_000
#: Sources that are already in the order of a key.
_WALKS: Final = {
    "id": "item i NOT INDEXED",
    "customer": "customer c INDEXED BY ix_customer_sort_key"
    " CROSS JOIN item i INDEXED BY ix_item_customer ON i.customer_id = c.id",
}
#: Sources in the order of a key within a kind, the kind's column and the key's.
_WALKS_BY_KIND: Final = {
    "issued_on": ("item i INDEXED BY ix_item_issued", "i.kind", "i.issued_on"),
    "due_on": ("item i INDEXED BY ix_item_due", "i.kind", "i.due_on"),
    "number": (
        "document d INDEXED BY ix_document_kind CROSS JOIN item i ON i.document_id = d.id",
        "d.kind",
        "d.number",
    ),
}
_JOINS: Final = {
    "number": " CROSS JOIN document d ON d.id = i.document_id",
    "customer": " CROSS JOIN customer c ON c.id = i.customer_id",
}
#: Condition of all items known on a day. On the last day of the book it holds for every
#: item, and leaving it out spares looking each one up from the index.
_UPTO: Final = "i.issued_on <= :as_of"
_EVERY: Final = "1 = 1"
#: Items open on a past day come from two indexes, as in storage.queries.as_of.
_THEN: Final = """(
SELECT t.id FROM item t INDEXED BY ix_item_open
 WHERE t.open_minor <> 0 AND t.changed_on <= :as_of
UNION ALL
SELECT t.id FROM item t INDEXED BY ix_item_changed
 WHERE t.changed_on > :as_of AND t.issued_on <= :as_of
) AS then_open CROSS JOIN item i ON i.id = then_open.id"""


@dataclass(frozen=True, slots=True)
class Order:
    """A list's order in SQL: which walk gives it (if any), its expression, its direction."""

    walk: str
    column: str
    descending: bool

    @property
    def clause(self) -> str:
        """ORDER BY with the id breaking ties."""
        direction = "DESC" if self.descending else "ASC"
        return f"ORDER BY {self.column} {direction}, i.id {direction}"


@dataclass(slots=True)
class Rows:
    """The items a filter wants: conditions on item ``i`` and where to read them."""

    kinds: tuple[Kind, ...]
    state: str
    latest: bool
    customer: bool = False
    found: search.Found | None = None
    conditions: list[str] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def open(self) -> str:
        """What is open of item ``i`` on the filter's day."""
        return "i.open_minor" if self.latest else f"({OPEN})"

    def ids(
        self, connection: Connection, column: str, order: Order, limit: int | None
    ) -> list[int]:
        """Return a column of the items in order, the first ``limit``."""
        cut = "" if limit is None else f" LIMIT {limit}"
        if self._may_walk(order, limit):
            steps = None
            if limit is not None:
                steps = FOR_OPEN if self.state != "all" else FOR_WORDS if self.found else None
            rows = within(connection, steps, self._walk(column, order, cut), self.values)
            if rows is not None:
                return rows
        sql = f"SELECT {column} {self.whole(_JOINS.get(order.walk, ''))} {order.clause}{cut}"
        return _first_column(connection, sql, self.values)

    def count(self, connection: Connection) -> int:
        """Return how many items there are."""
        if self.found is None and self.conditions in ([_UPTO], [_EVERY]):
            sql = " UNION ALL ".join(
                "SELECT COUNT(*) FROM item i INDEXED BY ix_item_issued"
                f" WHERE i.kind = '{kind.value}' AND {self.conditions[0]}"
                for kind in self.kinds
            )
        else:
            sql = f"SELECT COUNT(*) {self.whole()}"
        return sum(int(row[0]) for row in connection.execute(text(sql), self.values))

    def whole(self, joins: str = "") -> str:
        """Return FROM and WHERE that read every item of the filter, whatever the order."""
        return f"FROM {self._source()}{joins} WHERE {self._where(each=False)}"

    def _may_walk(self, order: Order, limit: int | None) -> bool:
        few = self.found is not None and self.found.few
        if not order.walk or few or self.customer:
            return False
        if limit is None:
            return self.state == "all" and self.found is None
        # What is disputed, due soon or unapplied is rare: its set is small.
        return self.state in {"all", "open", "overdue"} or (self.state, order.walk) == (
            "due_soon",
            "due_on",
        )

    def _walk(self, column: str, order: Order, cut: str) -> str:
        if order.walk in _WALKS:
            where = self._where(each=True)
            return f"SELECT {column} FROM {_WALKS[order.walk]} WHERE {where} {order.clause}{cut}"
        # One walk per kind, merged: items of other kinds would lie in between.
        source, kind_column, key = _WALKS_BY_KIND[order.walk]
        where = self._where(each=True, kinds=False)
        parts = " UNION ALL ".join(
            f"SELECT * FROM (SELECT {column} AS wanted, {key} AS key, i.id AS id FROM {source}"
            f" WHERE {kind_column} = '{kind.value}' AND {where} {order.clause}{cut})"
            for kind in self.kinds
        )
        direction = "DESC" if order.descending else "ASC"
        return f"SELECT wanted FROM ({parts}) ORDER BY key {direction}, id {direction}{cut}"

    def _source(self) -> str:
        if self.found is not None and self.found.few:
            return "item i NOT INDEXED"
        if self.customer:
            return "item i INDEXED BY ix_item_customer"
        if self.state != "all":
            return "item i INDEXED BY ix_item_open" if self.latest else _THEN
        return "item i NOT INDEXED"

    def _where(self, *, each: bool, kinds: bool = True) -> str:
        conditions = list(self.conditions)
        if kinds:
            named = " OR ".join(f"i.kind = '{kind.value}'" for kind in self.kinds)
            conditions.insert(0, f"({named})")
        if self.found is not None:
            conditions.append(self.found.each if each else self.found.whole)
        return " AND ".join(conditions)


def wanted(connection: Connection, where: ListFilter, kinds: Sequence[Kind]) -> Rows:
    """Return the items of some kinds that a filter wants; states besides "all" are open ones."""
    day = where.as_of.isoformat()
    rows = Rows(kinds=tuple(kinds), state=where.state, latest=is_latest(connection, day))
    rows.values["as_of"] = day
    if where.state == "all":
        rows.conditions.append(_EVERY if rows.latest else _UPTO)
    elif rows.latest:
        rows.conditions.append("i.open_minor <> 0")
    else:
        rows.conditions.append(f"i.issued_on <= :as_of AND {rows.open} <> 0")
    if where.customer_id is not None:
        rows.customer = True
        rows.conditions.append("i.customer_id = :customer")
        rows.values["customer"] = where.customer_id
    if where.currency:
        rows.conditions.append("i.currency = :currency")
        rows.values["currency"] = where.currency
    if where.text:
        rows.found = search.item_condition(connection, where.text, rows.values)
    return rows


def within(
    connection: Connection, steps: int | None, sql: str, values: Mapping[str, Any]
) -> list[int] | None:
    """Return a query's first column, None when it takes more steps of SQLite than allowed."""
    driver: Any = connection.connection.driver_connection
    if steps is not None:
        driver.set_progress_handler(lambda: 1, steps)
    try:
        return _first_column(connection, sql, values)
    except (DBAPIError, sqlite3.OperationalError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        if getattr(cause, "sqlite_errorcode", None) != sqlite3.SQLITE_INTERRUPT:
            raise
        return None
    finally:
        driver.set_progress_handler(None, 0)


def _first_column(connection: Connection, sql: str, values: Mapping[str, Any]) -> list[int]:
    """Return whole numbers by the million: as SQLite's own tuples, not as rows of SQLAlchemy."""
    with connection.exec_driver_sql(sql, dict(values)) as found:
        cursor: Any = found.cursor
        return [number for (number,) in cursor]
