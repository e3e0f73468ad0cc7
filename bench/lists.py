"""The list of open items, whole and its first rows, as queries without a window."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from typing import Final

from bench.ageing import plain_connection
from bench.books import LAST, opened
from bench.measure import MANY, Measure, compared, in_turns
from domain.listing import ListFilter, Order
from domain.ports import BookReader

_FIRST: Final = 100

# The floor reads the same columns of the same items, oldest due first, through the
# partial index of what is open: without it SQLite walks all due dates of three years,
# which takes three times as long. Rows come back as bare tuples of text and numbers.
_FLOOR: Final = """
SELECT i.id, i.document_id, i.kind, d.number, i.seq, i.parts, i.customer_id, c.code, c.name,
       c.name_en, i.currency, i.issued_on, i.due_on, i.amount_minor, i.open_minor,
       d.description, d.order_number, d.contract_number
  FROM item i INDEXED BY ix_item_open JOIN document d ON d.id = i.document_id
  JOIN customer c ON c.id = i.customer_id
 WHERE i.open_minor <> 0 ORDER BY i.due_on, i.id"""


def measures(size: int) -> Iterator[Measure]:
    """Measure all open items, the first hundred, and those at another size of the book."""
    book, smaller = opened(size), opened(max(size // 10, 1000))
    with closing(plain_connection(size)) as connection:
        if len(book.reader.open_items(LAST)) != len(_all(connection)):
            raise AssertionError("the open list and its floor differ")
        times = in_turns(lambda: book.reader.open_items(LAST), lambda: _all(connection))
        yield compared("open_list", times, size=size, goal=1.5, limit=2.5)
    now, then = first(book.reader), first(smaller.reader)
    times = in_turns(now, then, rounds=MANY)
    note = f"first {_FIRST} rows; floor: the same in a book a tenth as large"
    yield compared("open_first", times, size=size, goal=2, limit=2.5, note=note)
    book.close()
    smaller.close()


def _all(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    return connection.execute(_FLOOR).fetchall()


def first(reader: BookReader, as_of: date = LAST) -> Callable[[], object]:
    """Return the work of reading the first open items, oldest due first."""
    where = ListFilter(as_of=as_of, state="open")

    def work() -> object:
        ids = reader.items.ids(where, Order("due_on"), limit=_FIRST)
        return reader.items.rows(ids, where)

    return work
