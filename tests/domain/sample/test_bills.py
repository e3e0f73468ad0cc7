"""The sample's bills: every state is there, each belongs to a receipt, nothing is ahead of time."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from domain.bill_number import check_number
from domain.customer import Customer
from domain.listing import ListFilter, Order
from domain.sample.bills import BY_BILL, FATES, add_bills
from domain.services import customers, receipts
from storage.integrity import check
from tests.desk import desk

__all__ = ["desk"]

AS_OF = date(2026, 11, 20)


@pytest.fixture
def book(desk):
    """Return a book whose customer paid an invoice by bill every week of seven months."""
    for week in range(30):
        on = AS_OF - timedelta(days=7 * week + 1)
        invoice = desk.invoice("500.00", on - timedelta(days=40), due=on)
        entry = receipts.ReceiptEntry(
            customer_id=desk.first,
            received_on=on,
            amount=desk.money(Decimal("500.00")),
            method=BY_BILL if week % 5 else "银行转账",
        )
        use = receipts.Use(item_id=desk.item(invoice), minor=50_000)
        receipts.record_receipt(desk.uow(), entry, [use])
    return desk.book


def test_each_fate_finds_its_receipt_and_every_state_is_there(book):
    assert add_bills(book, "x", AS_OF) == len(FATES)
    where = ListFilter(as_of=AS_OF)
    rows = book.reader.bills.rows(book.reader.bills.ids(where, Order("id")), where).values()
    states = {row.state for row in rows}
    assert states == {
        "in_hand",
        "endorsed",
        "discounted",
        "pledged",
        "presented",
        "paid",
        "dishonoured",
    }
    assert len({row.receipt_id for row in rows}) == len(FATES)
    assert any(row.exposed for row in rows)
    assert all(check_number(row.number) == [] for row in rows)
    assert check(book) == []


def test_nothing_of_them_is_dated_after_the_last_day(book):
    add_bills(book, "x", AS_OF)
    bills = book.reader.bills
    where = ListFilter(as_of=date.max)
    days = [event.on for key in bills.ids(where, Order("id")) for event in bills.events(key)]
    assert max(days) <= AS_OF


def test_only_the_refused_bill_opens_an_invoice_again(book, desk):
    assert desk.balance(AS_OF) == "0.00"
    add_bills(book, "x", AS_OF)
    assert desk.balance(AS_OF) == "500.00"


def test_a_book_without_receipts_by_bill_gets_none(desk):
    customers.add_customer(desk.uow(), Customer(code="C2", name="无票客户"))
    assert add_bills(desk.book, "x", AS_OF) == 0
