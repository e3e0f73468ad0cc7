"""Bills on the desk: the acts on them in the words of the trade, amounts as text."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.bill import Bill, BillEvent, EventKind
from domain.bill_number import BillKind, parse_part
from domain.money import plain
from domain.services import bills, dishonour, posting
from domain.services.receipts import Use
from tests.desk import Desk, day

NUMBER = "2" + "102100099996" + "20260520" + "{:08d}" + "7"


class BillDesk(Desk):
    """A desk with a bill register."""

    def new_bill(self, amount, *, serial=1, due="2026-11-20", issued="2026-05-20", **more):
        """Return a bill of a firm that is not in the book yet."""
        values = {
            "kind": BillKind.COMMERCIAL,
            "number": NUMBER.format(serial),
            "amount": self.money(amount),
            "issued_on": day(issued),
            "due_on": day(due),
            "acceptor": "临岸机电设备有限公司",
            "customer_id": self.first,
        }
        return Bill(**{**values, **more})

    def split_bill_of(self, amount, **more):
        """Return a bill that can be split."""
        made = self.new_bill(amount, **more)
        return replace(made, part=f"1-{made.amount.minor}")

    def void_behind_its_back(self, receipt, on):
        """Void a receipt without asking for its bill, as no service does."""
        with self.uow() as uow:
            uow.begin("document.void", {"reason": "wrong"})
            posting.post_void(uow, receipt, day(on), "wrong")
            uow.commit()

    def receive(self, bill, on="2026-06-01", uses=None):
        """Receive a bill; uses are {invoice: amount}. Return its id."""
        taken = [
            Use(item_id=self.item(one), minor=self.money(amount).minor)
            for one, amount in (uses or {}).items()
        ]
        return bills.receive_bill(self.uow(), bill, day(on), taken).value

    def happen(self, kind, bill, on, party="", **more):
        """Record one event of a bill, or of several."""
        ids = bill if isinstance(bill, list) else [bill]
        event = BillEvent(kind=EventKind(kind), on=day(on), party=party, **more)
        return bills.record(self.uow(), ids, event)

    def endorse(self, bill, on, to="昆山玉岑模具有限公司"):
        return self.happen("endorsed", bill, on, to)

    def discount(self, bill, on, rate, bank="招商银行", **more):
        ids = bill if isinstance(bill, list) else [bill]
        deal = bills.DiscountDeal(on=day(on), party=bank, rate=Decimal(rate), **more)
        return bills.discount_bills(self.uow(), ids, deal)

    def split(self, bill, on, *amounts):
        minors = [self.money(amount).minor for amount in amounts]
        return bills.split_bill(self.uow(), bill, minors, day(on)).value

    def refuse(self, bill, on, reason="余额不足"):
        return dishonour.refuse_bill(self.uow(), bill, day(on), reason).value

    def recover(self, bill, on, amount, *, book=True, party=""):
        money = dishonour.Recovery(
            on=day(on), minor=self.money(amount).minor, party=party, book=book
        )
        return dishonour.recover(self.uow(), bill, money).value

    def undo_bill(self, bill, on):
        ids = bill if isinstance(bill, list) else [bill]
        return dishonour.undo_bills(self.uow(), ids, day(on))

    def state(self, bill, on="2999-12-31"):
        return self.book.reader.bills.one(bill, day(on)).state

    def events(self, bill):
        return [event.kind.value for event in self.book.reader.bills.events(bill)]

    def registered(self, bill):
        """Return a bill's part and amount."""
        found = self.book.reader.bills.bill(bill)
        return found.part, plain(found.amount.minor, found.amount.currency)

    def exposed(self, on):
        """Return {customer: amount} of the exposure by recourse."""
        rows = self.book.reader.bills.exposure(day(on))
        return {row.customer_id: plain(row.amount, row.currency) for row in rows}


def total(parts):
    """Return the units of some sub-ranges."""
    return sum(parse_part(part).minor for part in parts)


@pytest.fixture
def desk(tmp_path):
    """Return a bill desk with an empty book in CNY."""
    opened = BillDesk(tmp_path / "book.sqlite")
    yield opened
    opened.close()


FAR = date(2999, 12, 31)
