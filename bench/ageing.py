"""Ageing by customer and bucket on a past day and on the last one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from typing import Any, Final

from bench.books import LAST, big_book, opened
from bench.measure import Measure, compared, in_turns
from domain.ageing import Buckets

#: A day in the middle of the last year, and one a year before the end.
MIDDLE: Final = date(2025, 6, 30)
EARLY: Final = date(2024, 12, 31)

# The floor is the best single statement on the plain facts (amounts and dated
# allocations; no kept "open" amount): a scan of the items, and for each the sum of its
# allocations by their covering index. NOT INDEXED keeps SQLite from walking a million
# items through the index of customers, which takes three times as long. Grouping the
# allocations first and joining takes four times as long.
_FLOOR: Final = """
SELECT customer_id, currency, bucket, SUM(open), COUNT(*), MIN(due_on)
  FROM (SELECT customer_id, currency, due_on, open,
               CASE WHEN amount_minor < 0 THEN -1 WHEN due_on IS NULL THEN 5
                    WHEN due_on >= :d0 THEN 0 WHEN due_on >= :d30 THEN 1
                    WHEN due_on >= :d60 THEN 2 WHEN due_on >= :d90 THEN 3 ELSE 4 END AS bucket
          FROM (SELECT i.customer_id, i.currency, i.due_on, i.amount_minor,
                       CASE WHEN i.amount_minor > 0 THEN i.amount_minor - COALESCE(
                            (SELECT SUM(a.debit_minor) FROM allocation a
                              WHERE a.debit_item_id = i.id AND a.allocated_on <= :d0), 0)
                       ELSE i.amount_minor + COALESCE(
                            (SELECT SUM(a.credit_minor) FROM allocation a
                              WHERE a.credit_item_id = i.id AND a.allocated_on <= :d0), 0)
                       END AS open
                  FROM item i NOT INDEXED WHERE i.issued_on <= :d0)
         WHERE open <> 0)
 GROUP BY customer_id, currency, bucket"""


def plain_connection(size: int, customers: int | None = None) -> sqlite3.Connection:
    """Return a bare connection to the big book with the pragmas the program uses."""
    connection = sqlite3.connect(big_book(size, customers), isolation_level=None)
    connection.execute("PRAGMA query_only=ON")
    connection.execute("PRAGMA cache_size=-65536")
    connection.execute("PRAGMA temp_store=MEMORY")
    return connection


def floor(connection: sqlite3.Connection, as_of: date) -> list[Any]:
    """Return sums by customer, currency and bucket from the plain facts."""
    days = {"d0": as_of, **{f"d{n}": as_of - timedelta(days=n) for n in (30, 60, 90)}}
    return connection.execute(_FLOOR, {k: day.isoformat() for k, day in days.items()}).fetchall()


def measures(size: int) -> Iterator[Measure]:
    """Measure ageing in the middle of the last year, a year before the end, and at the end."""
    plan = (
        ("ageing", MIDDLE, 0.6, 1.5),
        ("ageing_early", EARLY, 0.6, 1.5),
        ("ageing_today", LAST, 0.15, 0.6),
    )
    book = opened(size)
    with closing(plain_connection(size)) as connection:
        for name, day, goal, limit in plan:
            _agree(book.reader.ageing(day), floor(connection, day))
            times = in_turns(
                lambda day=day: book.reader.ageing(day),  # type: ignore[misc]
                lambda day=day: floor(connection, day),  # type: ignore[misc]
            )
            yield compared(name, times, size=size, goal=goal, limit=limit)
    book.close()


def _agree(ours: list[Any], plain: list[Any]) -> None:
    """Stop when the two do not have the same sums: a fast wrong answer is no answer."""
    sums = [0] * (len(Buckets().keys) + 1)
    for row in plain:
        sums[row[2]] += row[3]
    found = [sum(row.buckets[n] for row in ours) for n in range(len(sums) - 1)]
    if found != sums[:-1] or sum(row.unapplied for row in ours) != -sums[-1]:
        raise AssertionError("ageing and its floor differ")
