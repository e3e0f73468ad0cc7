"""Big books for measuring: made up fast, kept in a folder, the same every time.

Proportions of the workload "large": for 1,000,000 documents over three years
10,000 customers (a few buy much, most little), 97 % invoices and 3 % credit
notes, and on top some 62 receipts for 100 documents, a third of them for several
invoices; at the end nine invoices in ten are settled. The rows go straight into
the real tables, indexes afterwards, and the caches are what the program itself
would have kept: ``storage.integrity.check`` agrees.
"""

from __future__ import annotations

import hashlib
import os
import random
import sqlite3
import sys
import tempfile
from array import array
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Final

from domain.customer import Company
from storage import tables
from storage.book import SCHEMA_VERSION, SqlBook, create_book, open_book

#: First and last day of the big books.
FIRST: Final = date(2023, 1, 1)
LAST: Final = date(2025, 12, 31)
_DAYS: Final = (LAST - FIRST).days + 1
_TERMS: Final = (30, 30, 30, 45, 60, 60, 90)
#: Counted up when the generator gives other books than before.
_EDITION: Final = 1
_AT: Final = "2026-01-01T00:00:00+00:00"
_KINDS: Final = ("invoice", "credit_note", "receipt")
_SERIES: Final = ("INV", "CN", "RC")


def folder() -> Path:
    """Return where big books are kept; ``QINGZHANG_BENCH_DIR`` names another place."""
    named = os.environ.get("QINGZHANG_BENCH_DIR")
    found = Path(named) if named else Path(tempfile.gettempdir()) / "qingzhang-bench"
    found.mkdir(parents=True, exist_ok=True)
    return found


def big_book(documents: int, customers: int | None = None) -> Path:
    """Return a book of so many documents, making it when it is not there yet.

    ``customers`` takes the place of one for a hundred documents.
    """
    name = f"large-{documents}-" + (f"of-{customers}-" if customers else "")
    path = folder() / f"{name}{_edition()}.qz"
    if not path.exists():
        print(f"making a book of {documents:,} documents …", file=sys.stderr, flush=True)
        for old in folder().glob(f"{name}{'[0-9a-f]' * 8}.qz*"):
            old.unlink()
        making = path.with_suffix(".making")
        making.unlink(missing_ok=True)
        _make(making, documents, customers)
        making.replace(path)
    return path


def opened(documents: int, customers: int | None = None) -> SqlBook:
    """Return the big book, open."""
    return open_book(big_book(documents, customers))


def _edition() -> str:
    """Name what a kept book was made from: this generator and the tables."""
    joined = Path(tables.__file__).read_bytes() + bytes([SCHEMA_VERSION, _EDITION])
    return hashlib.sha256(joined).hexdigest()[:8]


class _Ledger:
    """Columns of all documents, one item each, and of all allocations."""

    def __init__(self, documents: int, customers: int | None) -> None:
        self.chance = random.Random(documents)
        self.customers = customers or max(documents // 100, 20)
        self.kind = array("b")
        self.customer = array("l")
        self.day = array("l")
        self.due = array("l")
        self.amount = array("q")
        self.open = array("q")
        self.changed = array("l")
        self.debit = array("l")
        self.credit = array("l")
        self.minor = array("q")
        self.allocated = array("l")

    def add(self, kind: int, customer: int, day: int, due: int, amount: int) -> int:
        """Add a document and return its place, from 0."""
        self.kind.append(kind)
        self.customer.append(customer)
        self.day.append(day)
        self.due.append(due)
        self.amount.append(amount)
        self.open.append(amount)
        self.changed.append(day)
        return len(self.kind) - 1

    def join(self, debit: int, credit: int, minor: int, day: int) -> None:
        """Allocate an amount and keep the two items' caches."""
        self.debit.append(debit + 1)
        self.credit.append(credit + 1)
        self.minor.append(minor)
        self.allocated.append(day)
        self.open[debit] -= minor
        self.open[credit] += minor
        self.changed[debit] = self.changed[credit] = day


def _simulate(documents: int, customers: int | None) -> _Ledger:
    """Live through three years day by day."""
    ledger = _Ledger(documents, customers)
    chance = ledger.chance
    shares = list(accumulate(1 / rank for rank in range(1, ledger.customers + 1)))
    paying: dict[int, list[int]] = defaultdict(list)
    newest: dict[int, int] = {}
    for day in range(_DAYS):
        upto, before = documents * (day + 1) // _DAYS, documents * day // _DAYS
        for _ in range(upto - before):
            customer = bisect(shares, chance.random() * shares[-1]) + 1
            minor = int(1_000 + 4_000_000 * chance.random() ** 4)
            if chance.random() < 0.03:
                _credit(ledger, customer, day, minor // 8 + 1, newest.get(customer))
                continue
            due = day + _TERMS[customer % len(_TERMS)]
            place = ledger.add(0, customer, day, due, minor)
            newest[customer] = place
            if chance.random() > 0.012:
                # Each customer pays on one day of the week, several invoices at once.
                wanted = due + int(chance.random() ** 3 * 112) - 6
                paying[max(wanted + (customer - wanted) % 7, day)].append(place)
        _pay(ledger, day, paying.pop(day, []))
    return ledger


def _credit(ledger: _Ledger, customer: int, day: int, minor: int, invoice: int | None) -> None:
    """Post a credit note and set it against the customer's newest invoice."""
    credit = ledger.add(1, customer, day, -1, -minor)
    if invoice is not None and ledger.open[invoice] > minor:
        ledger.join(invoice, credit, minor, day)


def _pay(ledger: _Ledger, day: int, places: list[int]) -> None:
    """Receive the money of a day; a customer pays one or several invoices at once."""
    chance = ledger.chance
    by_customer: dict[int, list[int]] = defaultdict(list)
    for place in places:
        by_customer[ledger.customer[place]].append(place)
    for customer, found in by_customer.items():
        start = 0
        while start < len(found):
            count = 1 if chance.random() < 0.35 else chance.randint(2, 4)
            _receive(ledger, customer, day, found[start : start + count])
            start += count


def _receive(ledger: _Ledger, customer: int, day: int, group: list[int]) -> None:
    """Post a receipt and allocate it; now and then the last invoice is paid in part."""
    parts = [(place, ledger.open[place]) for place in group]
    if ledger.chance.random() < 0.025:
        parts[-1] = (parts[-1][0], parts[-1][1] // 2 + 1)
    receipt = ledger.add(2, customer, day, -1, -sum(minor for _, minor in parts))
    for place, minor in parts:
        ledger.join(place, receipt, minor, day)


def _make(path: Path, documents: int, customers: int | None) -> None:
    create_book(path, Company(name="测速有限公司", letter_prefix="测")).close()
    ledger = _simulate(documents, customers)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # Nothing is lost when it fails: the file gets its name only at the end.
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("PRAGMA cache_size=-262144")
        indexes = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        ).fetchall()
        for name, _ in indexes:
            connection.execute(f"DROP INDEX {name}")
        connection.execute("BEGIN")
        _fill(connection, ledger)
        for _, sql in indexes:
            connection.execute(sql)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode=WAL")
    _catch_up(path)


def _catch_up(path: Path) -> None:
    """Let the program build what it keeps beside the tables: the index of numbers."""
    book = open_book(path)
    try:
        catch_up = getattr(book, "catch_up_search", None)
        if catch_up is not None:
            catch_up()
    finally:
        book.close()


def _fill(connection: sqlite3.Connection, ledger: _Ledger) -> None:
    connection.execute(
        "INSERT INTO operation (id, at_utc, user, kind, summary) VALUES (1, ?, 'bench', ?, '{}')",
        (_AT, "bench.fill"),
    )
    insert_customers(connection, ledger.customers)
    _insert(connection, "document", _document_rows(ledger))
    _insert(connection, "item", _item_rows(ledger))
    _insert(connection, "allocation", _allocation_rows(ledger))


_COLUMNS: Final = {
    "customer": "id code name name_en sort_key currency terms owner operation_id",
    "document": "id kind number customer_id currency issued_on amount_minor base_minor terms"
    " description operation_id",
    "item": "id document_id seq parts kind customer_id currency issued_on due_on amount_minor"
    " base_minor open_minor changed_on",
    "allocation": "id debit_item_id credit_item_id debit_minor credit_minor debit_base_minor"
    " credit_base_minor allocated_on operation_id",
}


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    columns = _COLUMNS[table].split()
    marks = ",".join("?" * len(columns))
    statement = f"INSERT INTO {table} ({','.join(columns)}) VALUES ({marks})"  # noqa: S608
    connection.executemany(statement, rows)


def insert_customers(connection: sqlite3.Connection, count: int) -> None:
    """Insert so many customers, their ids counted from 1, for operation 1."""
    _insert(connection, "customer", _customer_rows(count))


def _customer_rows(count: int) -> Iterator[tuple[object, ...]]:
    towns, trades = (
        ("杭州", "苏州", "宁波", "无锡", "常州", "台州", "济南", "合肥"),
        ("机电", "精工", "阀门", "汽配", "五金"),
    )
    for n in range(1, count + 1):
        name = f"{towns[n % 8]}{trades[n % 5]}{n}号有限公司"
        terms = f"NET{_TERMS[n % len(_TERMS)]}"
        key = name.encode("gb18030")
        yield n, f"C{n:05d}", name, f"Customer {n}", key, "CNY", terms, f"员工{n % 7}", 1


def _iso() -> list[str]:
    """Return the days as text; due dates reach beyond the last."""
    return [(FIRST + timedelta(days=n)).isoformat() for n in range(_DAYS + 200)]


def _document_rows(ledger: _Ledger) -> Iterator[tuple[object, ...]]:
    days = _iso()
    columns = zip(ledger.kind, ledger.customer, ledger.day, ledger.amount, strict=True)
    for place, (kind, customer, day, amount) in enumerate(columns, start=1):
        number = f"{_SERIES[kind]}-{days[day][:4]}-{place:07d}"
        terms = f"NET{_TERMS[customer % len(_TERMS)]}" if kind == 0 else ""
        yield (
            place, _KINDS[kind], number, customer, "CNY", days[day], amount, amount,
            terms, "精密轴承套" if kind == 0 else "", 1,
        )  # fmt: skip


def _item_rows(ledger: _Ledger) -> Iterator[tuple[object, ...]]:
    days = _iso()
    columns = zip(
        ledger.kind, ledger.customer, ledger.day, ledger.due, ledger.amount, ledger.open,
        ledger.changed, strict=True,
    )  # fmt: skip
    for place, (kind, customer, day, due, amount, left, changed) in enumerate(columns, start=1):
        yield (
            place, place, 1, 1, _KINDS[kind], customer, "CNY", days[day],
            days[due] if due >= 0 else None, amount, amount, left, days[changed],
        )  # fmt: skip


def _allocation_rows(ledger: _Ledger) -> Iterator[tuple[object, ...]]:
    days = _iso()
    columns = zip(ledger.debit, ledger.credit, ledger.minor, ledger.allocated, strict=True)
    for place, (debit, credit, minor, day) in enumerate(columns, start=1):
        yield place, debit, credit, minor, minor, minor, minor, days[day], 1
