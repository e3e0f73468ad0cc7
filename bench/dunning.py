"""Drafting a dunning run over a book where everything is overdue, beside what it may take.

As many open items as asked for, twenty to a customer; a third was sent level 2 before, so
that its letters claim interest, and some bank lines wait to be booked. The floor is no other
program but the time a person would wait: five seconds for 100,000 items.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Final

from bench.books import insert_customers
from bench.measure import Measure, compared, seconds
from domain.bank import BankLine, BankStatement
from domain.customer import Company
from domain.listing import ListFilter, Order
from domain.services.dunning import draft_run
from storage.book import SqlBook, create_book, open_book

_ON: Final = date(2026, 6, 30)
_EACH: Final = 20
_LINES: Final = 200
#: Seconds for so many items, and for their number.
_WAIT: Final = 5.0
_FULL: Final = 100_000
_ROUNDS: Final = 3
_AT: Final = "2026-06-30T00:00:00+00:00"


def measures(size: int) -> Iterator[Measure]:
    """Measure drafting, with the letters' interest."""
    with tempfile.TemporaryDirectory(prefix="qingzhang-dunning-") as folder:
        path = Path(folder) / "dunning.qz"
        make(path, size)
        book = open_book(path)
        try:
            letters = _claiming(book)
            ours = [seconds(lambda: draft_run(book.reader, _ON)) for _ in range(_ROUNDS)]
        finally:
            book.close()
    floor = [_WAIT * size / _FULL] * _ROUNDS
    note = f"{size:,} items, {letters[0]:,} letters, {letters[1]:,} of them with interest"
    yield compared("dunning", (ours, floor), size=size, goal=1, limit=1, note=note)


def _claiming(book: SqlBook) -> tuple[int, int]:
    found = draft_run(book.reader, _ON).letters
    return len(found), sum(1 for one in found if one.interest)


def make(path: Path, items: int) -> None:
    """Make a book of so many overdue invoices, a third of them sent level 2."""
    create_book(path, Company(name="测速有限公司")).close()
    customers = max(items // _EACH, 1)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("BEGIN")
        connection.execute(
            "INSERT INTO operation (id, at_utc, user, kind, summary)"
            " VALUES (1, ?, 'bench', 'bench.fill', '{}')",
            (_AT,),
        )
        insert_customers(connection, customers)
        connection.executemany(
            "INSERT INTO document (id, kind, number, customer_id, currency, issued_on,"
            " amount_minor, base_minor, operation_id) VALUES (?, 'invoice', ?, ?, 'CNY', ?, ?, ?,"
            " 1)",
            (_document(n, customers) for n in range(1, items + 1)),
        )
        connection.executemany(
            "INSERT INTO item (id, document_id, seq, parts, kind, customer_id, currency,"
            " issued_on, due_on, amount_minor, base_minor, open_minor, changed_on)"
            " VALUES (?, ?, 1, 1, 'invoice', ?, 'CNY', ?, ?, ?, ?, ?, ?)",
            (_item(n, customers) for n in range(1, items + 1)),
        )
        _send(connection, items, customers)
        connection.execute("COMMIT")
    _take_lines(path)


def _dates(n: int) -> tuple[str, str]:
    due = _ON - timedelta(days=35 + n * 7 % 200)
    return (due - timedelta(days=30)).isoformat(), due.isoformat()


def _document(n: int, customers: int) -> tuple[object, ...]:
    amount = 100_000 + n * 37 % 900_000
    return n, f"INV-2026-{n:07d}", n % customers + 1, _dates(n)[0], amount, amount


def _item(n: int, customers: int) -> tuple[object, ...]:
    issued, due = _dates(n)
    amount = 100_000 + n * 37 % 900_000
    return n, n, n % customers + 1, issued, due, amount, amount, amount, issued


def _send(connection: sqlite3.Connection, items: int, customers: int) -> None:
    """Let a run of twenty days ago have raised the items of every third customer twice."""
    sent = (_ON - timedelta(days=20)).isoformat()
    connection.execute(
        "INSERT INTO paper (id, kind, number, customer_id, language, currency, dated_on,"
        " content_key, value, pdf, sha256, operation_id)"
        " VALUES (1, 'dunning_letter', 'DL-1', 1, 'zh', 'CNY', ?, 'x', '{}', x'00', '', 1)",
        (sent,),
    )
    connection.execute(
        "INSERT INTO dunning_run (id, run_on, value, operation_id) VALUES (1, ?, '{}', 1)",
        (sent,),
    )
    connection.executemany(
        "INSERT INTO dunned_item (run_id, paper_id, item_id, level, sent_on, days_overdue,"
        " open_minor, fee_minor) VALUES (1, 1, ?, ?, ?, 0, 0, 0)",
        (
            (n, level, sent)
            for n in range(1, items + 1)
            if (n % customers) % 3 == 0
            for level in (1, 2)
        ),
    )


def _take_lines(path: Path) -> None:
    """Let bank lines wait that name a customer each."""
    book = open_book(path)
    where = ListFilter(as_of=_ON)
    ids = book.reader.customers.ids(where, Order("code"), limit=_LINES)
    names = [row.name for row in book.reader.customers.rows(ids, where).values()]
    lines = tuple(
        BankLine(
            row=n,
            booked_on=_ON - timedelta(days=1),
            amount=Decimal(n),
            currency="CNY",
            name=name,
            serial=str(n),
        )
        for n, name in enumerate(names, start=1)
    )
    statement = BankStatement(format="bench", account="1", currency="CNY", lines=lines)
    with book.unit_of_work("bench") as uow:
        uow.begin("import.bank", {})
        uow.take_statement(statement, "bench.csv")
        uow.commit()
    book.close()
