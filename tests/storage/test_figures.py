"""Figures read from a book: against ageing, months and items of the same book on each day."""

import random
from collections import defaultdict
from datetime import date, timedelta

import pytest

from domain.document import Kind
from domain.errors import DomainError
from domain.figures.month_ends import month_ends
from domain.services import settlement
from domain.services.receipts import Use
from tests.desk import Desk, day

START = date(2026, 1, 5)
END = date(2026, 9, 17)
TERMS = ("NET30", "COD", "30%@0+70%@45", "EOM30", "")


class Played:
    """A book of nine months played at random, with everything that happens to debts."""

    def __init__(self, desk, seed):
        self.desk = desk
        self.chance = random.Random(seed)  # noqa: S311
        self.customers = [desk.first, desk.customer("C2"), desk.customer("C3")]
        self.invoices, self.credits = [], []
        acts = (self.invoice, self.invoice, self.receive, self.receive, self.credit, self.allocate)
        rare = (self.undo, self.void, self.transfer, self.write_off)
        on = START
        for _ in range(150):
            on += timedelta(days=self.chance.choice((0, 1, 1, 2, 4)))
            act = self.chance.choice(rare if self.chance.random() < 0.4 else acts)
            try:
                act(min(on, END))
            except (DomainError, AssertionError, IndexError):
                continue

    def amount(self):
        return f"{self.chance.randint(1, 90_000) / 100:.2f}"

    def invoice(self, on):
        who, terms = self.chance.choice(self.customers), self.chance.choice(TERMS)
        money = self.chance.choice((None, None, "USD"))
        made = self.desk.invoice(self.amount(), on, customer=who, terms=terms, currency=money)
        self.invoices.append(made)

    def receive(self, on):
        who, money = self.chance.choice(self.customers), self.chance.choice((None, None, "USD"))
        made = self.desk.receipt(self.amount(), on, customer=who, currency=money)
        self.credits.append(made)
        self.desk.allocate_oldest_first(made, on)

    def credit(self, on):
        who = self.chance.choice(self.customers)
        self.credits.append(self.desk.credit_note(self.amount(), on, customer=who))

    def allocate(self, on):
        self.desk.allocate_oldest_first(self.chance.choice(self.credits), on)

    def undo(self, on):
        self.desk.undo(on, credit=self.chance.choice(self.credits))

    def void(self, on):
        self.desk.void(self.chance.choice([*self.invoices, *self.credits]), on)

    def write_off(self, on):
        self.desk.write_off(self.chance.choice(self.invoices), on)

    def transfer(self, on):
        invoice, who = self.chance.choice(self.invoices), self.chance.choice(self.customers)
        rows = [self.desk.book.reader.item(item, END) for item in self.desk.items(invoice)]
        uses = [Use(item_id=row.id, minor=row.open) for row in rows if row.open > 0]
        settlement.transfer(self.desk.uow(), uses, who, on, "agreed")


@pytest.fixture(scope="module", params=[1, 2, 3, 4])
def played(request, tmp_path_factory):
    """Return a played book, only to be read."""
    desk = Desk(tmp_path_factory.mktemp("played") / "book.sqlite")
    desk.set(write_off_limit=10**9)
    yield Played(desk, request.param)
    desk.close()


def _month_ends(reader, on):
    sums = reader.day_sums(on)
    return {code: month_ends(sums, code, on) for code in sums.currencies()}


def test_month_ends_are_those_of_ageing_and_of_the_months(played):
    reader = played.desk.book.reader
    for currency, ends in _month_ends(reader, END).items():
        listed = reader.months(None, currency, END, len(ends))
        assert [(end.month, end.billed, end.received) for end in ends] == [
            (row.month, row.billed, row.received) for row in listed
        ]
        for end in ends:
            rows = [row for row in reader.ageing(end.on) if row.currency == currency]
            assert end.balance == sum(row.balance for row in rows)
            assert end.open == sum(sum(row.buckets) for row in rows)
            assert end.overdue == sum(row.overdue() for row in rows)


def test_what_a_day_tells_is_not_changed_by_what_came_after(played):
    reader = played.desk.book.reader
    late = _month_ends(reader, END)
    for on in (date(2026, 3, 31), date(2026, 6, 30)):
        for currency, ends in _month_ends(reader, on).items():
            assert ends == late[currency][: len(ends)]


def test_balances_are_those_of_ageing(played):
    reader = played.desk.book.reader
    for on in (date(2026, 3, 31), date(2026, 6, 11), END):
        told = {(row.code, row.currency): row.minor for row in reader.balances(on)}

        assert told == {(row.code, row.currency): row.balance for row in reader.ageing(on)}


def test_sales_are_what_the_months_billed(played):
    reader = played.desk.book.reader
    sold = reader.sales(date(2026, 3, 1), date(2026, 6, 30))
    for currency in reader.currencies():
        billed = sum(row.billed for row in reader.months(None, currency, date(2026, 6, 30), 4))
        assert sum(row.minor for row in sold if row.currency == currency) == billed


def test_one_customers_sales_and_receipts_are_a_part_of_all(played):
    reader, days = played.desk.book.reader, (date(2026, 3, 1), date(2026, 6, 30))
    every = reader.sales(*days)
    for customer in played.customers:
        mine = [row for row in every if row.customer_id == customer]
        assert reader.sales(*days, customer_id=customer) == mine
        for currency in reader.currencies(customer):
            rows = reader.movements(customer, currency, *days)
            receipts = [row for row in rows if row.kind == "receipt"]
            assert reader.movements(customer, currency, *days, kind="receipt") == receipts


def _dates(played):
    """Return the days of all documents by kind and number."""
    reader = played.desk.book.reader
    rows = [
        row
        for customer in played.customers
        for currency in reader.currencies()
        for row in reader.movements(customer, currency, START, END)
    ]
    return {(row.kind, row.number): row.issued_on for row in rows}


@pytest.mark.parametrize("on", [date(2026, 4, 20), END])
def test_paid_is_what_documents_closed_and_money_was_among_them(played, on):
    desk, reader, dates = played.desk, played.desk.book.reader, _dates(played)
    since = date(2026, 2, 1)
    expected = []
    for invoice in played.invoices:
        closing = defaultdict(list)
        for one in reader.allocations(invoice):
            if one.allocated_on <= on and (one.reversed_on is None or one.reversed_on > on):
                closing[one.debit_item_id].append(one)
        for row in (reader.item(item, on) for item in desk.items(invoice)):
            kinds = {one.credit_kind for one in closing[row.id]}
            if row.issued_on > on or row.due_on is None or row.open or "receipt" not in kinds:
                continue
            days = [dates[one.credit_kind, one.credit_number] for one in closing[row.id]]
            paid_on = max(row.issued_on, *days)
            if paid_on > since:
                expected.append((row.currency, row.issued_on, row.due_on, paid_on, row.amount))
    told = [
        (account.currency, one.issued_on, one.due_on, one.paid_on, one.minor)
        for account in reader.paid_accounts(since, on)
        for one in account.paid
    ]
    assert sorted(told) == sorted(expected)


def test_played_books_have_what_they_are_played_for(played):
    desk = played.desk
    with desk.book.reading.connect() as connection:
        kinds = dict(
            connection.exec_driver_sql("SELECT kind, COUNT(*) FROM document GROUP BY kind").all()
        )
        undone = connection.exec_driver_sql(
            "SELECT COUNT(*) FROM allocation WHERE reverses_id IS NOT NULL"
        ).scalar()

    assert desk.check() == []
    assert {"invoice", "receipt", "credit_note", "void", "transfer"} <= kinds.keys()
    assert undone
    paid = desk.book.reader.paid_accounts(START, END)
    assert sum(len(account.paid) for account in paid) >= 3


def _paid(desk, on, since="2025-01-01"):
    (account,) = desk.book.reader.paid_accounts(day(since), day(on))
    return account.paid


def test_letters_and_disputes_count_when_they_came_before_the_payment(desk):
    desk.levels(5)
    chased = desk.invoice("100.00", "2026-01-01", due="2026-01-31")
    desk.dun("2026-02-10", release=True)
    disputed = desk.invoice("50.00", "2026-02-11", due="2026-02-20")
    desk.dispute(disputed, "10.00", "2026-02-12")
    plain = desk.invoice("70.00", "2026-02-11", due="2026-02-21")
    desk.receipt("220.00", "2026-03-01", uses=[desk.use(d, a) for d, a in (
        (chased, "100.00"), (disputed, "50.00"), (plain, "70.00"))])  # fmt: skip

    told = [
        (one.minor, one.days_late, one.chased, one.disputed) for one in _paid(desk, "2026-03-31")
    ]
    assert told == [(100_00, 29, True, False), (50_00, 9, False, True), (70_00, 8, False, False)]


def test_the_day_of_the_money_counts_whenever_it_was_allocated(desk):
    invoice = desk.invoice("10.00", "2026-01-01", due="2026-01-31")
    money = desk.receipt("10.00", "2026-02-03")
    desk.allocate(money, {invoice: "10.00"}, "2026-04-20")
    desk.undo("2026-05-01", credit=money)
    desk.allocate(money, {invoice: "10.00"}, "2026-05-01")

    for on in ("2026-04-20", "2026-04-30", "2026-05-01"):
        assert [one.paid_on for one in _paid(desk, on)] == [date(2026, 2, 3)]
    assert desk.book.reader.paid_accounts(START, date(2026, 4, 19)) == []


def test_money_in_advance_pays_on_the_day_of_the_invoice(desk):
    money = desk.receipt("10.00", "2026-01-01")
    invoice = desk.invoice("10.00", "2026-02-01", due="2026-03-03")
    desk.allocate(money, {invoice: "10.00"}, "2026-02-05")

    assert [one.paid_on for one in _paid(desk, "2026-12-31")] == [date(2026, 2, 1)]


def test_what_nobody_paid_is_not_paid_and_a_rest_written_off_late_is_late(desk):
    desk.set(write_off_limit=10**9)
    credited, lost, rest = (desk.invoice("10.00", "2026-01-01", due="2026-01-31") for _ in range(3))
    desk.allocate(desk.credit_note("10.00", "2026-01-05"), {credited: "10.00"}, "2026-01-05")
    desk.write_off(lost, "2026-03-01")
    desk.receipt("6.00", "2026-01-31", uses=[desk.use(rest, "6.00")])
    desk.write_off(rest, "2026-03-02")

    assert [one.days_late for one in _paid(desk, "2026-12-31")] == [30]


def test_only_the_period_counts_its_first_day_left_out(desk):
    for on in ("2026-01-10", "2026-02-10"):
        made = desk.invoice("10.00", "2026-01-01", due="2026-01-31")
        desk.receipt("10.00", on, uses=[desk.use(made, "10.00")])

    assert [one.paid_on for one in _paid(desk, "2026-02-10", "2026-01-10")] == [date(2026, 2, 10)]
    assert desk.book.reader.paid_accounts(day("2026-02-10"), day("2026-03-01")) == []


def test_terms_are_days_until_due_of_what_was_not_voided(desk):
    desk.invoice("100.00", "2026-01-01", terms="30%@0+70%@60")
    desk.void(desk.invoice("9.00", "2026-01-01", due="2026-12-31"), "2026-01-02")
    desk.invoice("5.00", "2025-12-31", due="2026-12-31")
    desk.invoice("8.00", "2026-02-01", due="2026-02-11", currency="USD")
    desk.post(Kind.INVOICE, "7.00", "2026-03-01")

    told = desk.book.reader.terms_given(date(2026, 1, 1), date(2026, 12, 31))

    assert sorted(told) == [(0, 10), (30_00, 0), (70_00, 60)]
