"""The whole sample book, made once for all tests here."""

from datetime import date
from statistics import pstdev

import pytest
from sqlalchemy import text

from domain.errors import Cancelled
from domain.listing import ListFilter, Order
from domain.sample import COMPANY, make_sample
from domain.services.dunning import draft_run
from storage.book import create_book
from storage.integrity import check
from tests.desk import printed

AS_OF = date(2026, 11, 20)
#: Columns that say when something was entered, not what.
ENTERED = {"operation": {"at_utc"}}


def content(book):
    """Return every row of every table without the time it was entered."""
    with book.engine.connect() as connection:
        names = connection.scalars(
            text("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        ).all()
        tables = {}
        for name in names:
            rows = connection.execute(text(f'SELECT * FROM "{name}"')).mappings()
            hidden = ENTERED.get(name, set())
            tables[name] = [{k: v for k, v in row.items() if k not in hidden} for row in rows]
    return tables


def make(path):
    book = create_book(path, COMPANY)
    make_sample(book, AS_OF, render=printed)
    return book


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    made = make(tmp_path_factory.mktemp("sample") / "sample.qingzhang")
    yield made
    made.close()


@pytest.fixture
def reader(book):
    return book.reader


def count(reader, state):
    return reader.items.count(ListFilter(as_of=AS_OF, state=state))


def test_the_same_day_gives_the_same_book(book, tmp_path):
    again = make(tmp_path / "again.qingzhang")
    try:
        assert content(again) == content(book)
    finally:
        again.close()


def test_the_check_finds_nothing(book):
    assert check(book) == []


def test_nothing_is_dated_after_the_day(book, reader):
    assert reader.last_date() <= AS_OF
    with book.engine.connect() as connection:
        days = [
            connection.scalar(text(f"SELECT MAX({column}) FROM {table}"))
            for table, column in (
                ("allocation", "allocated_on"),
                ("paper", "dated_on"),
                ("dunning_run", "run_on"),
                ("dispute", "opened_on"),
                ("dispute", "closed_on"),
                ("rate", "quoted_on"),
            )
        ]
    assert max(days) <= AS_OF.isoformat()


@pytest.mark.parametrize("day", [AS_OF, date(2026, 3, 31), date(2025, 6, 15), date(2024, 10, 1)])
def test_buckets_less_unapplied_are_the_balance_on_any_day(book, reader, day):
    rows = reader.ageing(day)
    assert all(sum(row.buckets) - row.unapplied == row.balance for row in rows)
    with book.engine.connect() as connection:
        totals = dict(
            connection.execute(
                text(
                    "SELECT currency, SUM(amount_minor) FROM document"
                    " WHERE issued_on <= :day GROUP BY currency"
                ),
                {"day": day.isoformat()},
            ).all()
        )
    for currency, total in totals.items():
        assert sum(row.balance for row in rows if row.currency == currency) == total


def test_the_balance_is_some_millions_and_two_fifths_are_overdue(reader):
    rows = [row for row in reader.ageing(AS_OF) if row.currency == "CNY"]
    balance = sum(row.balance for row in rows)
    overdue = sum(row.overdue() for row in rows)
    assert 3_000_000_00 < balance < 5_000_000_00
    assert 0.33 < overdue / balance < 0.47


def test_there_are_two_currencies_and_one_customer_has_both(reader):
    assert reader.currencies() == ["CNY", "USD"]
    assert reader.currencies(reader.find_customer("C0060")) == ["CNY", "USD"]


def test_every_state_is_there(reader):
    assert count(reader, "all") > 1500
    assert 120 < count(reader, "open") < 220
    assert 40 < count(reader, "overdue") < 100
    assert 5 < count(reader, "due_soon") < 40
    assert 3 <= count(reader, "disputed") <= 12
    where = ListFilter(as_of=AS_OF)
    ids = reader.items.ids(where, Order("id"))
    states = {row.status for row in reader.items.rows(ids, where).values()}
    assert states >= {"void", "settled", "overdue", "open"}
    assert any(row.parts > 1 for row in reader.items.rows(ids, where).values())


def test_some_open_items_are_partly_paid_and_some_very_old(reader):
    rows = [row for row in reader.open_items(AS_OF) if row.amount > 0]
    assert sum(row.open < row.amount for row in rows) >= 5
    assert sum((row.days_overdue or 0) > 180 for row in rows) >= 3
    assert max(row.days_overdue or 0 for row in rows) > 180
    assert any(row.kind == "opening" for row in rows) or len(rows) > 100


def test_money_waits_to_be_matched(reader):
    where = ListFilter(as_of=AS_OF, state="todo")
    rows = reader.inflows.rows(reader.inflows.ids(where, Order("booked_on")), where).values()
    assert 8 <= len(rows) <= 16
    assert sum(row.line_id is not None for row in rows) >= 6
    assert all(row.text for row in rows)


def test_the_bank_statements_add_up_and_go_on_from_each_other(reader):
    statements = reader.bank_statements()
    assert len(statements) >= 8
    assert all(row.adds_up for row in statements)
    assert all(row.continues is not False for row in statements)
    assert {row.currency for row in statements} == {"CNY", "USD"}


def test_customers_pay_differently_and_some_are_beyond_their_limit(reader):
    where = ListFilter(as_of=AS_OF)
    rows = reader.customers.rows(reader.customers.ids(where, Order("code")), where).values()
    late = [row.avg_days_late for row in rows if row.avg_days_late is not None]
    assert len(late) > 50
    assert min(late) < 0
    assert max(late) > 60
    assert pstdev(late) > 15
    limits = [(row.balance, row.limit_minor) for row in rows]
    beyond = [pair for pair in limits if pair[1] is not None and pair[0] > pair[1]]
    assert 2 <= len(beyond) <= 8
    assert any(limit is None for _, limit in limits)
    assert any(limit == 0 for _, limit in limits)


def test_exchange_differences_were_realised_both_ways(book):
    sql = """SELECT MIN(credit_base_minor - debit_base_minor),
                    MAX(credit_base_minor - debit_base_minor) FROM allocation"""
    with book.engine.connect() as connection:
        loss, gain = connection.execute(text(sql)).one()
    assert loss < 0 < gain


def test_letters_and_statements_were_sent(reader):
    letters = reader.papers(kind="dunning_letter")
    assert 25 <= len(letters) <= 70
    assert {letter.level for letter in letters} == {1, 2, 3, 4}
    assert len({letter.dated_on for letter in letters}) == 4
    assert {paper.language for paper in reader.papers()} == {"zh", "en"}
    assert len(reader.papers(kind="statement")) >= 15


def test_a_new_run_has_letters_to_send_and_customers_to_skip(reader):
    proposal = draft_run(reader, AS_OF)
    assert 8 <= len(proposal.letters) <= 35
    reasons = {skipped.reason for skipped in proposal.skipped}
    assert reasons >= {"blocked", "pending", "waiting"}
    assert any(letter.interest for letter in proposal.letters)
    assert any(letter.asks_reason for letter in proposal.letters)


def test_numbers_rise_with_the_days_and_some_are_those_of_tax_invoices(book):
    sql = "SELECT number, extra FROM document WHERE kind = 'invoice' ORDER BY id"
    with book.engine.connect() as connection:
        rows = connection.execute(text(sql)).all()
    own = [number for number, _ in rows if number.startswith("INV-")]
    assert own == sorted(own)
    assert sum(len(number) == 20 and number.isdigit() for number, _ in rows) > 50
    assert any("数电票号码" in (extra or "") for _, extra in rows)


def test_progress_rises_and_can_stop_the_making(tmp_path):
    book = create_book(tmp_path / "stopped.qingzhang", COMPANY)
    told = []

    def stop(done, total):
        told.append((done, total))
        if len(told) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        make_sample(book, AS_OF, render=printed, progress=stop)
    assert told == sorted(told)
    assert check(book) == []
    book.close()
