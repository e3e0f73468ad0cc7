"""Entering and posting invoices one by one through the services, as a person does."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Final

from bench.books import big_book
from bench.measure import Measure, compared, in_turns
from domain.document import Kind
from domain.money import Money
from domain.services.posting import Entry, post
from storage.book import SqlBook, open_book

#: Invoices posted in each round.
COUNT: Final = 1000
_SMALL: Final = 1000
_ON: Final = date(2026, 1, 5)


def measures(size: int) -> Iterator[Measure]:
    """Measure a thousand invoices beside bare inserts, and beside the same in a small book."""
    with tempfile.TemporaryDirectory() as folder:
        ours, small, plain = (Path(folder) / name for name in ("ours.qz", "small.qz", "plain.qz"))
        for path, documents in ((ours, size), (small, _SMALL), (plain, size)):
            shutil.copyfile(big_book(documents), path)
        book, little = open_book(ours), open_book(small)
        with closing(_bare(plain)) as connection:
            times = in_turns(_through_services(book), _by_hand(connection), rounds=3)
        note = f"{COUNT:,} invoices, a synced transaction each"
        yield compared("posting", times, size=size, goal=50, limit=150, note=note)
        times = in_turns(_through_services(book), _through_services(little), rounds=3)
        note = f"floor: the same in a book of {_SMALL:,}"
        yield compared("posting_growth", times, size=size, goal=1.2, limit=2, note=note)
        book.close()
        little.close()


def _through_services(book: SqlBook) -> Callable[[], None]:
    def work() -> None:
        for n in range(COUNT):
            entry = Entry(
                kind=Kind.INVOICE,
                customer_id=n % 10 + 1,
                issued_on=_ON,
                amount=Money(123_456 + n, "CNY"),
                tax=14_203,
                description="精密轴承套",
            )
            post(book.unit_of_work("bench"), entry)

    return work


def _bare(path: Path) -> sqlite3.Connection:
    """Return a bare connection with the pragmas of the program: each commit reaches the disk."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "cache_size=-65536"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


# The floor writes the same four rows (record of the operation, document, item, what
# changed) into the same tables with the same indexes, constraints and sync, one
# transaction each: what is left is only the arithmetic and the layers in between.
_FLOOR: Final = (
    "INSERT INTO operation (at_utc, user, kind, summary) VALUES (?, 'bench', 'invoice.post', ?)",
    (
        "INSERT INTO document (kind, number, customer_id, currency, issued_on, amount_minor,"
        " base_minor, net_minor, tax_minor, terms, description, operation_id)"
        " VALUES ('invoice', ?, ?, 'CNY', ?, ?, ?, ?, 14203, 'NET30', '精密轴承套', ?)"
    ),
    (
        "INSERT INTO item (document_id, seq, parts, kind, customer_id, currency, issued_on, due_on,"
        " amount_minor, base_minor, open_minor, changed_on)"
        " VALUES (?, 1, 1, 'invoice', ?, 'CNY', ?, '2026-02-04', ?, ?, ?, ?)"
    ),
    (
        "INSERT INTO operation_change (operation_id, entity, entity_id, after)"
        " VALUES (?, 'document', ?, ?)"
    ),
)


def _by_hand(connection: sqlite3.Connection) -> Callable[[], None]:
    given = 0

    def work() -> None:
        nonlocal given
        day, told = _ON.isoformat(), '{"amount":123456,"currency":"CNY","kind":"invoice"}'
        for n in range(COUNT):
            given += 1
            customer, minor = n % 10 + 1, 123_456 + n
            connection.execute("BEGIN IMMEDIATE")
            operation = connection.execute(_FLOOR[0], ("2026-01-05T00:00:00", told)).lastrowid
            values = (f"INV-2026-{given:06d}", customer, day, minor, minor, minor - 14_203)
            document = connection.execute(_FLOOR[1], (*values, operation)).lastrowid
            connection.execute(_FLOOR[2], (document, customer, day, minor, minor, minor, day))
            connection.execute(_FLOOR[3], (operation, document, told))
            connection.execute("COMMIT")

    return work
