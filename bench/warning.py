"""The nightly look for warnings over a whole book, with exposures, and nothing opened."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from statistics import median
from typing import Any, Final

from bench.ageing import plain_connection
from bench.books import LAST, opened
from bench.measure import Measure, compared, in_turns
from domain.ports import BookReader
from domain.services.warnings import board
from domain.warning.debts import LOOK_BACK

#: What a run over a million documents may take, and how many customers they are of.
_SECONDS: Final = 10.0
_CUSTOMERS: Final = 5_000

# The floor is the plainest way to have the facts in hand: every invoice of two years with
# what paid it, read as tuples and nothing done with them.
_FLOOR: Final = """
SELECT i.customer_id, i.issued_on, i.due_on, i.amount_minor, a.debit_minor, c.issued_on
  FROM item i NOT INDEXED
  LEFT JOIN allocation a INDEXED BY ix_allocation_debit
    ON a.debit_item_id = i.id AND a.allocated_on <= :as_of
  LEFT JOIN item c ON c.id = a.credit_item_id
 WHERE i.kind = 'invoice' AND i.issued_on <= :as_of
   AND (i.due_on > :since OR i.open_minor <> 0)"""


def floor(connection: sqlite3.Connection, as_of: date) -> list[Any]:
    """Return two years of invoices with their payments."""
    since = as_of - timedelta(days=LOOK_BACK)
    days = {"as_of": as_of.isoformat(), "since": since.isoformat()}
    return connection.execute(_FLOOR, days).fetchall()


def work(reader: BookReader) -> float:
    """Return the processor time that a run takes, of all its threads."""
    start = time.process_time()
    board(reader, LAST)
    return time.process_time() - start


def measures(size: int) -> Iterator[Measure]:
    """Measure a run on the last day beside the floor, and beside ten seconds."""
    book = opened(size, _CUSTOMERS)
    reader: BookReader = book.reader
    with closing(plain_connection(size, _CUSTOMERS)) as connection:
        ours, plain = in_turns(lambda: board(reader, LAST), lambda: floor(connection, LAST), 3)
    note = "alerts of every customer, with exposures"
    yield compared("warning", (ours, plain), size=size, goal=3, limit=6, note=note)
    allowed = [_SECONDS] * len(ours)
    note = f"floor: {_SECONDS:g} s; median {median(ours):.1f} s, of work {work(reader):.1f} s"
    yield compared("warning_time", (ours, allowed), size=size, goal=1, limit=1, note=note)
    book.close()
