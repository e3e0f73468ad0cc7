"""A book and the acts on it in the words of the trade, for tests that tell a story.

Amounts are text as a person writes them ("100.00"), dates ISO text; what comes
back are the same. Every act is a service on the real SQLite book.
"""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import event

from domain.ageing import Buckets
from domain.bank import BankLine, BankStatement
from domain.customer import Company, Customer
from domain.disputes import Dispute, DisputeKind, Outcome, Settlement
from domain.document import Kind
from domain.dunning_procedure import numbered
from domain.money import from_decimal, plain
from domain.services import customers, disputes, dunning, posting, receipts, settings
from storage.book import create_book
from storage.integrity import check


def day(text):
    """Return a date from ISO text (or a date as it is)."""
    return text if isinstance(text, date) else date.fromisoformat(text)


def printed(value):
    """Stand for a page: the number is all that matters."""
    return b"%PDF " + value.number.encode()


class Desk:
    """One open book with one customer, C1, to begin with."""

    def __init__(self, path, *, currency="CNY"):
        self.book = create_book(path, Company(name="清账示范公司"), currency=currency)
        # No test pulls the plug, so none waits for the disk.
        event.listen(
            self.book.engine, "connect", lambda raw, _: raw.execute("PRAGMA synchronous=OFF")
        )
        self.base = currency
        self.first = self.customer("C1")

    # -- acts

    def uow(self):
        return self.book.unit_of_work("tester")

    def customer(self, code, name="", **more):
        entry = Customer(code=code, name=name or f"Customer {code}", **more)
        return customers.add_customer(self.uow(), entry).value

    def money(self, amount, currency=None):
        return from_decimal(Decimal(amount), currency or self.base)

    def post(self, kind, amount, issued, *, customer=None, currency=None, due=None, **more):
        rate = more.pop("rate", None)
        entry = posting.Entry(
            kind=kind,
            customer_id=customer or self.first,
            issued_on=day(issued),
            amount=self.money(amount, currency),
            due_on=day(due) if due else None,
            rate=Decimal(rate) if rate else None,
            **more,
        )
        return posting.post(self.uow(), entry).value

    def invoice(self, amount, issued, **more):
        return self.post(Kind.INVOICE, amount, issued, **more)

    def credit_note(self, amount, issued, **more):
        return self.post(Kind.CREDIT_NOTE, amount, issued, **more)

    def receipt(self, amount, on, *, uses=(), customer=None, currency=None, rate=None, number=""):
        entry = receipts.ReceiptEntry(
            customer_id=customer or self.first,
            received_on=day(on),
            amount=self.money(amount, currency),
            number=number,
            rate=Decimal(rate) if rate else None,
        )
        return receipts.record_receipt(self.uow(), entry, uses).value

    def use(self, document, amount="0", *, part=1, currency=None, **more):
        """Return what is taken for a part of a document; discount and write-off as text."""
        minor = {
            key: self.money(value, currency).minor
            for key, value in more.items()
            if key in {"discount", "write_off"}
        }
        return receipts.Use(
            item_id=self.item(document, part), minor=self.money(amount, currency).minor, **minor
        )

    def allocate(self, credit, uses, on):
        """Allocate a credit document: uses are {debit document: amount} or Use values."""
        if isinstance(uses, dict):
            uses = [self.use(document, amount) for document, amount in uses.items()]
        return receipts.allocate(self.uow(), self.item(credit), uses, day(on))

    def allocate_oldest_first(self, credit, on, caps=None):
        typed = {
            self.item(document): self.money(amount).minor
            for document, amount in (caps or {}).items()
        }
        return receipts.allocate_oldest_first(self.uow(), self.item(credit), day(on), typed)

    def undo(self, on, *, debit=None, credit=None):
        """Undo the live allocations between two documents (either may be left open)."""
        ids = [
            row.id
            for row in self.book.reader.allocations(debit or credit)
            if row.reversed_on is None
            and (debit is None or row.debit_item_id in self.items(debit))
            and (credit is None or row.credit_item_id in self.items(credit))
        ]
        assert ids, "nothing to undo"
        return receipts.reverse_allocation(self.uow(), ids, day(on))

    def void(self, document, on, reason="wrong"):
        return posting.void(self.uow(), document, day(on), reason).value

    def write_off(self, document, on, *, part=1):
        return receipts.write_off_rest(self.uow(), self.item(document, part), day(on)).value

    def dispute(self, document, amount, on, *, part=1, **more):
        minor = self.money(amount).minor
        value = Dispute(
            item_id=self.item(document, part),
            amount=minor,
            kind=DisputeKind.QUALITY,
            reason="quality",
            opened_on=day(on),
            **more,
        )
        return disputes.open_dispute(self.uow(), value).value

    def close_dispute(self, dispute, on, outcome=Outcome.WITHDRAWN, conceded="0", text="settled"):
        value = Settlement(outcome=outcome, conceded=self.money(conceded).minor, text=text)
        disputes.settle_dispute(self.uow(), dispute, value, day(on))

    def credit_dispute(self, dispute, amount, on, **more):
        entry = posting.Entry(
            kind=Kind.CREDIT_NOTE,
            customer_id=self.first,
            issued_on=day(on),
            amount=self.money(amount),
            **more,
        )
        return disputes.credit_dispute(self.uow(), dispute, entry).value

    def set(self, **values):
        settings.change_settings(self.uow(), values)

    def rate(self, currency, on, rate):
        settings.add_rate(self.uow(), currency, day(on), Decimal(rate))

    # -- dunning

    def levels(self, *days, interval=0, minimum=0):
        """Set one procedure with a level after each of the days."""
        levels = [{"level": n, "days": d, "pay_days": 7} for n, d in enumerate(days, start=1)]
        procedure = {"code": "test", "levels": levels}
        procedure |= {"interval_days": interval, "minimum_minor": minimum}
        self.set(dunning_procedures=[procedure])

    def procedure(self, *levels, code="test", **more):
        """Set one procedure with levels of any kind: dicts of days and charges, in order."""
        numbers = numbered([(one["days"], one.get("after", "due")) for one in levels])
        kept = [
            {"level": number, "pay_days": 7, **one}
            for number, one in zip(numbers, levels, strict=True)
        ]
        value = {"code": code, "levels": kept, "interval_days": 0, **more}
        known = [
            one
            for one in self.book.reader.setting("dunning_procedures") or []
            if one["code"] != code
        ]
        self.set(dunning_procedures=[*known, value])

    def money_in_bank(self, amount, on, *, name="", text="", currency="CNY"):
        """Take in a bank statement with one line, not booked."""
        line = BankLine(
            row=1,
            booked_on=day(on),
            amount=Decimal(amount),
            currency=currency,
            name=name,
            text=text,
            serial=f"{on}{name}{text}{amount}",
        )
        statement = BankStatement(format="test", account="A", currency=currency, lines=(line,))
        with self.uow() as uow:
            uow.begin("import.bank", {})
            (key,) = uow.take_statement(statement, "x.csv")
            uow.commit()
        return key

    def letters(self, on, **more):
        """Propose a run and return its letters by customer."""
        proposal = dunning.draft_run(self.book.reader, day(on), **more)
        return {letter.customer_id: letter for letter in proposal.letters}

    def dun(self, on, *, release=False):
        """Propose a run; return {customer: (level, total)}, and release it when asked."""
        reader = self.book.reader
        proposal = dunning.draft_run(reader, day(on))
        if release and proposal.letters:
            drafts = dunning.draft_letters(reader, proposal)
            dunning.release_run(
                self.uow(), proposal, drafts, printed, said=dunning.Release(unreasoned="told")
            )
        return {
            letter.customer_id: (letter.level, plain(letter.total, letter.currency))
            for letter in proposal.letters
        }

    def skipped(self, on):
        """Return {customer: reason} of customers with overdue money and no letter."""
        proposal = dunning.draft_run(self.book.reader, day(on))
        return {skip.customer_id: skip.reason for skip in proposal.skipped}

    # -- what the book says

    def items(self, document):
        """Return the ids of a document's items by instalment."""
        with self.uow() as uow:
            return [item.id for item in uow.document_items(document)]

    def item(self, document, part=1):
        return self.items(document)[part - 1]

    def open(self, document, on="2999-12-31"):
        """Return what is open of each item of a document, signed."""
        rows = [self.book.reader.item(item, day(on)) for item in self.items(document)]
        left = [plain(row.open, row.currency) for row in rows]
        return left[0] if len(left) == 1 else left

    def exchange(self, document):
        """Return the realised exchange differences of a document's live allocations, in base."""
        rows = self.book.reader.allocations(document)
        return [plain(row.exchange, self.base) for row in rows if row.reversed_on is None]

    def ageing(self, on, *, customer=None, limits=(30, 60, 90), basis="due"):
        """Return {bucket: amount} of a customer, with balance and unapplied."""
        rows = self.book.reader.ageing(
            day(on), limits=limits, basis=basis, customer_id=customer or self.first
        )
        if not rows:
            return {}
        (row,) = rows
        filled = zip(Buckets(limits).keys, row.buckets, strict=True)
        said = {key: plain(minor, row.currency) for key, minor in filled if minor}
        said["balance"] = plain(row.balance, row.currency)
        if row.unapplied:
            said["unapplied"] = plain(row.unapplied, row.currency)
        return said

    def balance(self, on="2999-12-31", *, customer=None):
        return self.ageing(on, customer=customer).get("balance", "0.00")

    def check(self):
        return check(self.book)

    def facts(self):
        """Return everything in the book, to see that nothing has changed."""
        with self.book.reading.connect() as connection:
            names = connection.exec_driver_sql(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_%'"
            ).fetchall()
            return {
                name: connection.exec_driver_sql(f'SELECT * FROM "{name}"').fetchall()
                for (name,) in names
            }

    def close(self):
        self.book.close()


@pytest.fixture
def desk(tmp_path):
    """Return a desk with an empty book in CNY."""
    opened = Desk(tmp_path / "book.sqlite")
    yield opened
    opened.close()
