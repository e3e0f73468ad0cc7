"""The bills screen over a real book with a few bills."""

from dataclasses import replace
from datetime import date

import pytest

from domain.bill import Bill, BillEvent, EventKind
from domain.bill_number import BillKind
from domain.money import Money
from domain.services import bills, dishonour
from domain.services.receipts import Use
from tests.ui.office import office

__all__ = ["office"]

NUMBER = "{}" + "102100099996" + "20260601" + "{:08d}" + "7"


def make_bill(serial, minor, due, **more):
    """Return a bill of the first customer; due as (month, day) of 2026."""
    values = {
        "kind": BillKind.COMMERCIAL,
        "number": NUMBER.format(2, serial),
        "amount": Money(minor, "CNY"),
        "issued_on": date(2026, 6, 1),
        "due_on": date(2026, *due),
        "acceptor": "临岸机电设备有限公司",
        "customer_id": 1,
    }
    return Bill(**{**values, **more})


class Filled:
    """The ids of the bills in the book, by name."""

    def __init__(self, book):
        self._book = book
        debit = book.reader.open_debits(1, "CNY")[0]
        self.invoice = debit.id
        self.soon = self.receive(
            make_bill(1, 30_000, (11, 24)), [Use(item_id=debit.id, minor=30_000)]
        )
        self.far = self.receive(make_bill(2, 40_000, (12, 1)))
        self.whole = self.receive(replace(make_bill(3, 50_000, (12, 1)), part="1-50000"))
        self.passed = self.receive(make_bill(4, 20_000, (11, 30)))
        self.presented = self.receive(make_bill(5, 10_000, (11, 15)), [])
        party = "昆山玉岑模具有限公司"
        self.happen(self.passed, EventKind.ENDORSED, date(2026, 7, 1), party)
        self.happen(self.presented, EventKind.PRESENTED, date(2026, 11, 16))

    def uow(self):
        return self._book.unit_of_work("林会计")

    def receive(self, bill, uses=()):
        return bills.receive_bill(self.uow(), bill, date(2026, 6, 2), uses).value

    def happen(self, bill_id, kind, on, party=""):
        bills.record(self.uow(), [bill_id], BillEvent(kind=kind, on=on, party=party))

    def refuse(self, bill_id, on):
        dishonour.refuse_bill(self.uow(), bill_id, on, "余额不足")


@pytest.fixture
def filled(book):
    """Put bills into the book before the window opens it."""
    return Filled(book)


@pytest.fixture
def screen(filled, office):
    """Return the bills screen, showing all."""
    office.go("bills")
    return office.current()
