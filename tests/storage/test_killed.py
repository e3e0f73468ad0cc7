"""A program killed in the middle leaves the book before or after an act, never between."""

import json
import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from domain.services import dunning
from storage.book import open_book
from storage.integrity import check
from tests.desk import printed

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")

#: Each round posts an invoice of three instalments, a receipt, and allocates it. It is
#: ready after the first, so that a slow machine has something posted when it is killed.
_POSTING = """
import sys
from pathlib import Path
from storage.book import open_book
from tests.desk import Desk

desk = Desk.__new__(Desk)
desk.book, desk.base, desk.first = open_book(Path(sys.argv[1])), "CNY", 1
said = False
while True:
    invoice = desk.invoice("90.00", "2026-01-05", terms="30%@0+30%@30+40%@60")
    credit = desk.receipt("70.00", "2026-01-20")
    desk.allocate_oldest_first(credit, "2026-01-20")
    desk.undo("2026-01-21", debit=invoice)
    if not said:
        said = True
        print("ready", flush=True)
"""

#: One run over 200 customers, drawn slowly, so that a kill falls into it.
_DUNNING = """
import sys, time
from datetime import date
from pathlib import Path
from domain.services import dunning
from storage.book import open_book
from tests.desk import printed

book = open_book(Path(sys.argv[1]))
proposal = dunning.draft_run(book.reader, date(2026, 6, 1))
drafts = dunning.draft_letters(book.reader, proposal)

def slowly(value):
    time.sleep(0.003)
    return printed(value)

print("ready", flush=True)
dunning.release_run(book.unit_of_work("tester"), proposal, drafts, slowly)
print("done", flush=True)
"""

#: A statement of many lines taken in, then all of them booked in one batch.
_BANKING = """
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from domain.bank import BankLine, BankStatement
from domain.services import bank
from domain.services.bank import Booking
from storage.book import open_book

book = open_book(Path(sys.argv[1]))
lines = tuple(
    BankLine(row=n, booked_on=date(2026, 3, 1), amount=Decimal(n), currency="CNY", serial=str(n))
    for n in range(1, 3001)
)
statement = BankStatement(format="test", account="A", currency="CNY", lines=lines)
print("ready", flush=True)
with book.unit_of_work("tester") as uow:
    uow.begin("import.bank", {})
    keys = uow.take_statement(statement, "x.csv")
    uow.commit()
bookings = [Booking(key=key, customer_id=1) for key in keys]
bank.book(book.unit_of_work("tester"), bookings, date(2026, 3, 1))
print("done", flush=True)
"""


def _killed(code, path, after):
    """Run code on a book and kill it some time after it said it was ready."""
    command = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "ready\n"
        time.sleep(after)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()


def _whole(book):
    """Assert that every operation has all that belongs to it."""
    assert check(book) == []
    with book.reading.connect() as connection:
        posted = connection.exec_driver_sql("SELECT COUNT(*) FROM document").scalar()
        told = connection.exec_driver_sql(
            "SELECT COUNT(*) FROM operation WHERE kind IN ('invoice.post', 'receipt.record')"
        ).scalar()
        undone = connection.exec_driver_sql(
            "SELECT COUNT(*) FROM allocation WHERE reverses_id IS NOT NULL"
        ).scalar()
        undos = connection.exec_driver_sql(
            "SELECT summary FROM operation WHERE kind = 'allocation.reverse'"
        ).fetchall()
    assert posted == told
    assert undone == sum(json.loads(row[0])["count"] for row in undos)
    return posted


def test_killed_while_posting(desk):
    desk.book.close()
    path = desk.book.path
    before = 0
    for after in (0.05, 0.13, 0.31):
        _killed(_POSTING, path, after)
        book = open_book(path)
        posted = _whole(book)
        assert posted > before
        before = posted
        book.close()


@pytest.mark.parametrize("after", [0.02, 0.3])
def test_killed_while_releasing_a_dunning_run(desk, after):
    for n in range(200):
        customer = desk.customer(f"D{n:03}")
        desk.invoice("100.00", "2026-01-05", due="2026-02-05", customer=customer)
    desk.book.close()
    _killed(_DUNNING, desk.book.path, after)
    book = open_book(desk.book.path)
    assert check(book) == []
    assert book.reader.papers() == []
    assert book.reader.sent_levels(date(2026, 6, 1)) == []
    assert book.reader.last_run_on() is None
    _goes_on(book)
    book.close()


def _goes_on(book):
    """A second run sends every letter once, numbered from 1 without a gap."""
    day = date(2026, 6, 1)
    proposal = dunning.draft_run(book.reader, day)
    drafts = dunning.draft_letters(book.reader, proposal)
    issued = dunning.release_run(book.unit_of_work("tester"), proposal, drafts, printed).value
    assert [one.value.number for one in issued] == [
        f"催字〔2026〕第{n:04d}号" for n in range(1, 201)
    ]
    assert len(book.reader.sent_levels(day)) == 200
    assert dunning.draft_run(book.reader, day).letters == ()
    assert check(book) == []


@pytest.mark.parametrize("after", [0.01, 0.08, 0.4])
def test_killed_while_a_statement_is_taken_in_and_booked(desk, after):
    desk.book.close()
    _killed(_BANKING, desk.book.path, after)
    book = open_book(desk.book.path)
    assert check(book) == []
    with book.reading.connect() as connection:
        lines, receipts, acts = (
            connection.exec_driver_sql(sql).scalar()
            for sql in (
                "SELECT COUNT(*) FROM bank_line",
                "SELECT COUNT(*) FROM document WHERE kind = 'receipt'",
                "SELECT COUNT(*) FROM operation WHERE kind LIKE 'bank.%' OR kind LIKE 'import.%'",
            )
        )
    assert (lines, receipts) in ((0, 0), (3000, 0), (3000, 3000))
    assert acts == (lines > 0) + (receipts > 0)
    book.close()
