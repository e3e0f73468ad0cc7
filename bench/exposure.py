"""Exposure of all customers by component, the standing of all, and one customer's check."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from bench.books import LAST, big_book
from bench.measure import Measure, compared, in_turns
from domain.credit.exposure import Part
from domain.money import Money
from domain.services.credit_check import Asked, check_sale, standings
from storage.book import open_book

#: Of so many customers each has two orders, one of them invoiced in part.
_EVERY: Final = 2
#: The floor: sums by customer, currency and lateness from the plain facts, as in ageing.
_FLOOR: Final = """
SELECT customer_id, currency, late, SUM(open)
  FROM (SELECT customer_id, currency, open,
               CASE WHEN amount_minor < 0 THEN 2 WHEN due_on < :day THEN 1 ELSE 0 END AS late
          FROM (SELECT i.customer_id, i.currency, i.due_on, i.amount_minor,
                       CASE WHEN i.amount_minor > 0 THEN i.amount_minor - COALESCE(
                            (SELECT SUM(a.debit_minor) FROM allocation a
                              WHERE a.debit_item_id = i.id AND a.allocated_on <= :day), 0)
                       ELSE i.amount_minor + COALESCE(
                            (SELECT SUM(a.credit_minor) FROM allocation a
                              WHERE a.credit_item_id = i.id AND a.allocated_on <= :day), 0)
                       END AS open
                  FROM item i NOT INDEXED WHERE i.issued_on <= :day)
         WHERE open <> 0)
 GROUP BY customer_id, currency, late"""


def measures(size: int) -> Iterator[Measure]:
    """Measure exposure and standings of all customers, and the check of one."""
    path = _with_orders(size)
    with closing(open_book(path)) as book, closing(_plain(path)) as plain:
        _agree(book.reader.exposures(LAST), _floor(plain))
        one = _busiest(plain)
        asked = Asked(customer_id=one, amount=Money(50_000_00, "CNY"), days=60)
        for name, ours, goal, limit in (
            ("exposure", lambda: book.reader.exposures(LAST), 0.3, 0.8),
            ("standings", lambda: standings(book.reader, LAST), 0.8, 2.0),
            ("credit_check", lambda: check_sale(book.reader, asked, LAST), 0.01, 0.05),
        ):
            times = in_turns(ours, lambda: _floor(plain))
            yield compared(name, times, size=size, goal=goal, limit=limit)
    for left in path.parent.glob(f"{path.name}*"):
        left.unlink()


def _plain(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA query_only=ON")
    connection.execute("PRAGMA cache_size=-65536")
    connection.execute("PRAGMA temp_store=MEMORY")
    return connection


def _floor(connection: sqlite3.Connection) -> list[Any]:
    return connection.execute(_FLOOR, {"day": LAST.isoformat()}).fetchall()


def _busiest(connection: sqlite3.Connection) -> int:
    sql = "SELECT customer_id FROM item GROUP BY customer_id ORDER BY COUNT(*) DESC LIMIT 1"
    return int(connection.execute(sql).fetchone()[0])


def _agree(ours: list[Any], plain: list[Any]) -> None:
    """Stop when the two do not have the same sums: a fast wrong answer is no answer."""
    parts = (Part.NOT_DUE, Part.OVERDUE, Part.UNAPPLIED)
    sums = [sum(row[3] for row in plain if row[2] == late) for late in range(3)]
    found = [sum(one.part(part) for one in ours) for part in parts]
    if found != [sums[0], sums[1], -sums[2]]:
        raise AssertionError("exposure and its floor differ")


def _with_orders(size: int) -> Path:
    """Return a copy of the big book in which half the customers have two orders."""
    path = big_book(size).with_name(f"orders-{size}.qz")
    shutil.copy(big_book(size), path)
    with closing(sqlite3.connect(path)) as connection:
        operation = connection.execute("SELECT MAX(id) FROM operation").fetchone()[0]
        for (customer_id,) in connection.execute("SELECT id FROM customer").fetchall():
            if customer_id % _EVERY == 0:
                _add_orders(connection, customer_id, operation)
        connection.commit()
    return path


def _add_orders(connection: sqlite3.Connection, customer_id: int, operation: int) -> None:
    on = (LAST - timedelta(days=30)).isoformat()
    for part in (1, 2):
        order = {
            "number": f"SO-{customer_id}-{part}",
            "currency": "CNY",
            "amount": 1_000_000,
            "ordered_on": on,
            "delivered": 400_000,
        }
        connection.execute(
            "INSERT INTO record (kind, customer_id, dated_on, value, operation_id)"
            " VALUES ('open_order', ?, ?, ?, ?)",
            (customer_id, on, json.dumps(order), operation),
        )
    connection.execute(
        "UPDATE document SET order_number = ? WHERE id = (SELECT document_id FROM item"
        " WHERE customer_id = ? AND kind = 'invoice' ORDER BY issued_on DESC LIMIT 1)",
        (f"SO-{customer_id}-1", customer_id),
    )
