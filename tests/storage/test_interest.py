"""What the book reads and keeps for late-payment interest."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest

from domain.document import Kind
from domain.services.interest import Asked, claim_interest
from tests.desk import desk

__all__ = ["desk"]


def test_a_number_finds_the_invoice_before_other_debits(desk):
    note = desk.post(Kind.DEBIT_NOTE, "1.00", "2026-01-01", number="X-1")
    assert desk.book.reader.find_debit("X-1") == note
    invoice = desk.invoice("1.00", "2026-01-01", number="X-1")
    desk.credit_note("1.00", "2026-01-01", number="X-2")
    assert desk.book.reader.find_debit("X-1") == invoice
    assert desk.book.reader.find_debit("X-2") is None


def test_a_debit_is_read_with_what_stands_settled_of_each_item(desk):
    invoice = desk.invoice("100.00", "2026-01-01", terms="30%@0+70%@60")
    paid = desk.receipt("40.00", "2026-01-10")
    desk.allocate(
        paid, [desk.use(invoice, "30.00"), desk.use(invoice, "10.00", part=2)], "2026-03-01"
    )
    debt = desk.book.reader.late_debt(invoice)
    assert [[(p.on.isoformat(), p.minor) for p in item.payments] for item in debt.items] == [
        [("2026-01-10", 3_000)],
        [("2026-01-10", 1_000)],
    ]
    desk.undo("2026-03-02", debit=invoice)
    assert [item.payments for item in desk.book.reader.late_debt(invoice).items] == [(), ()]


@pytest.mark.parametrize(
    "sql", ["UPDATE interest_claim SET to_on = '2030-01-01'", "DELETE FROM interest_claim"]
)
def test_claims_are_facts(desk, sql):
    invoice = desk.invoice("100.00", "2026-01-01", due="2026-01-31")
    asked = Asked(mode="CN_CONTRACT:1%/month")
    claim_interest(desk.uow(), invoice, date(2026, 3, 1), asked)
    with (
        closing(sqlite3.connect(desk.book.path)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="facts"),
    ):
        connection.execute(sql)
