"""Taking 100,000 invoices out of a CSV file into a book, with all checks and the history."""

from __future__ import annotations

import csv
import random
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from bench.books import folder
from bench.measure import Measure, compared, in_turns
from domain.customer import Company, Customer
from domain.services.customers import add_customer
from storage.book import create_book, open_book
from storage.importing import take

_HEADERS: Final = (
    "number", "type", "customer", "issue_date", "due_date", "currency", "amount", "tax",
    "order_number", "description",
)  # fmt: skip
_CUSTOMERS: Final = 500


def measures(size: int) -> Iterator[Measure]:
    """Measure the import of ``size`` invoices (100,000 at most: the goal's own size)."""
    count = min(size, 100_000)
    source = _source(count)
    with tempfile.TemporaryDirectory() as place:
        # A fresh file every time, made before the clock starts.
        rounds = 3
        empty = _empty_book(Path(place) / "empty.qz")
        books = [Path(place) / f"{n}.qz" for n in range(rounds + 1)]
        plains = [Path(place) / f"{n}.db" for n in range(rounds + 1)]
        for path in books:
            path.write_bytes(empty.read_bytes())
        ours, floor = iter(books), iter(plains)
        times = in_turns(
            lambda: _through_the_program(next(ours), source, count),
            lambda: _by_hand(next(floor), source, count),
            rounds=rounds,
        )
    yield compared("import", times, size=count, goal=2.5, limit=4)


def _source(count: int) -> Path:
    """Return a CSV of so many invoices."""
    path = folder() / f"invoices-{count}.csv"
    if path.exists():
        return path
    chance = random.Random(count)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADERS)
        for n in range(count):
            on = date(2025, 1, 1) + timedelta(days=n * 365 // count)
            minor = chance.randrange(10_000, 9_000_000)
            writer.writerow((
                f"INV-{n:07d}", "invoice", f"C{chance.randrange(_CUSTOMERS) + 1:04d}",
                on.isoformat(), (on + timedelta(days=30)).isoformat(), "CNY",
                f"{minor / 100:.2f}", f"{minor * 13 // 113 / 100:.2f}", f"SO-{n:06d}",
                "精密轴承套 ZK-20",
            ))  # fmt: skip
    return path


def _empty_book(path: Path) -> Path:
    """Return a book with customers and nothing else, as one is before its first import."""
    book = create_book(path, Company(name="测速有限公司"))
    for n in range(_CUSTOMERS):
        customer = Customer(code=f"C{n + 1:04d}", name=f"测速客户{n + 1}", terms="NET30")
        add_customer(book.unit_of_work("bench"), customer)
    book.close()
    return path


def _through_the_program(path: Path, source: Path, count: int) -> None:
    book = open_book(path)
    try:
        report = take(book, "invoices", source, user="bench")
    finally:
        book.close()
    if report.added != count:
        raise AssertionError(report.rejected[:3])


# The floor reads the same file with the csv module and puts the same columns into one
# plain table with one executemany, three indexes and one synced transaction: no checks,
# no instalments, no history.
_TABLE: Final = """
CREATE TABLE invoice (id INTEGER PRIMARY KEY, number TEXT, type TEXT, customer TEXT,
    issued_on TEXT, due_on TEXT, currency TEXT, amount_minor INTEGER, tax_minor INTEGER,
    order_number TEXT, description TEXT);
CREATE UNIQUE INDEX invoice_number ON invoice (number);
CREATE INDEX invoice_customer ON invoice (customer, issued_on);
CREATE INDEX invoice_due ON invoice (due_on);
"""
_INSERT: Final = """
INSERT INTO invoice (number, type, customer, issued_on, due_on, currency, amount_minor,
                     tax_minor, order_number, description)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""


def _by_hand(path: Path, source: Path, count: int) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.executescript(_TABLE)
        with source.open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file)
            next(rows)
            connection.execute("BEGIN")
            connection.executemany(_INSERT, (_plain(row) for row in rows))
            connection.execute("COMMIT")
        found = connection.execute("SELECT COUNT(*) FROM invoice").fetchone()[0]
    if found != count:
        raise AssertionError(found)


def _plain(row: list[str]) -> tuple[object, ...]:
    return (*row[:6], int(row[6].replace(".", "")), int(row[7].replace(".", "")), row[8], row[9])
