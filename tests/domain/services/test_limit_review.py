"""The quarterly review over the real book: drafted, changed, booked in one go."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from domain.collecting.promise import Promise
from domain.credit.limits import CreditLimit
from domain.credit.review import LimitReview, Reason
from domain.errors import AlertOpen, BadLimit, MissingField, NothingToDo
from domain.services import limit_review, limits
from domain.services.limit_review import book_review, draft_review, notices_of, review_dates
from domain.services.promises import keep_promise
from tests.desk import printed

DAY = date(2026, 6, 30)


def prompt(desk, customer, amount, *, late=0):
    """Let a customer buy in May and pay in June, so many days late."""
    invoice = desk.invoice(amount, "2026-05-01", customer=customer, due="2026-06-01")
    on = f"2026-06-{1 + late:02d}"
    desk.allocate(desk.receipt(amount, on, customer=customer), {invoice: amount}, on)


def booked(desk, rows=None, changed=None, who="陈立"):
    reader = desk.book.reader
    rows = draft_review(reader, DAY) if rows is None else rows
    lines = tuple(row.line((changed or {}).get(row.customer_id)) for row in rows)
    review = LimitReview(who=who, from_on=limit_review.quarter_before(DAY), lines=lines)
    letters = notices_of(reader, lines, DAY)
    return book_review(desk.uow(), review, DAY, letters, printed).value


@pytest.fixture
def people(desk):
    """Return three customers with a limit of 1,000.00: prompt, 20 days late, and never paying."""
    good, late, never = (desk.customer(f"C{n}", credit_limit_minor=1_000_00) for n in (2, 3, 4))
    prompt(desk, good, "850.00")
    prompt(desk, late, "400.00", late=20)
    desk.invoice("300.00", "2026-03-01", customer=never, due="2026-04-01")
    return good, late, never


def test_the_draft_says_what_each_did_and_what_the_rule_makes_of_it(desk, people):
    rows = {row.customer_id: row for row in draft_review(desk.book.reader, DAY)}
    assert list(rows) == list(people)
    found = [rows[one].outcome for one in people]
    assert [(one.percent, one.minor) for one in found] == [
        (20, 1_200_00), (-20, 800_00), (-50, 500_00)
    ]  # fmt: skip
    line = rows[people[0]].line()
    assert (line.on_time, line.days_late, line.use) == (Decimal(100), Decimal(0), Decimal(85))
    assert rows[people[2]].conduct.days_late == 90


def test_a_promise_broken_in_the_quarter_halves(desk, people):
    value = Promise(amount=300_00, currency="CNY", due_on=date(2026, 5, 10))
    keep_promise(desk.uow(), value, dated_on=date(2026, 5, 2), customer_id=people[0])
    row = next(one for one in draft_review(desk.book.reader, DAY) if one.customer_id == people[0])
    assert row.outcome.reasons == ("broken_plan",)
    assert row.outcome.minor == 500_00


def test_booked_the_limits_are_in_force_and_told(desk, people):
    issued = booked(desk, changed={people[1]: 900_00})
    reader = desk.book.reader
    found = [limits.limit_on(reader, one, "CNY", DAY) for one in people]
    assert [one.minor for one in found] == [1_200_00, 900_00, 500_00]
    before = [limits.limit_on(reader, one, "CNY", date(2026, 6, 29)).minor for one in people]
    assert before == [1_000_00] * 3
    (review,) = reader.records(LimitReview, firm=True)
    by_hand = review.value.lines[1]
    assert by_hand.proposed_minor == 800_00
    assert by_hand.reasons == ("late", Reason.BY_HAND)
    kept = reader.record(CreditLimit, found[0].record_id).value
    assert kept.review_id == review.id
    assert kept.approver == "陈立"
    assert [one.value.number for one in issued] == [f"信字〔2026〕第{n:04d}号" for n in (1, 2, 3)]
    told = dict(issued[1].value.given)
    assert (told["old_limit"], told["new_limit"]) == ("¥1,000.00", "¥900.00")
    assert desk.check() == []


def test_who_is_held_gets_no_letter_and_no_new_limit(desk, people):
    same = dict.fromkeys(people, 100000)
    assert booked(desk, changed=same) == []
    assert desk.book.reader.records(CreditLimit) == []
    assert len(desk.book.reader.records(LimitReview, firm=True)) == 1


def test_one_warning_stops_the_whole_run(desk, people, monkeypatch):
    rows = draft_review(desk.book.reader, DAY)
    monkeypatch.setattr(limits, "open_alerts", lambda _reader, _day: {people[0]})
    before = desk.facts()
    with pytest.raises(AlertOpen):
        booked(desk, rows)
    assert desk.facts() == before


def test_a_run_says_who_and_changes_nothing_below_0(desk, people):
    rows = draft_review(desk.book.reader, DAY)
    with pytest.raises(MissingField):
        booked(desk, rows, who=" ")
    with pytest.raises(NothingToDo):
        booked(desk, [])
    lines = (replace(rows[0].line(), after_minor=-1),)
    review = LimitReview(who="A", from_on=DAY, lines=lines)
    with pytest.raises(BadLimit):
        book_review(desk.uow(), review, DAY, [], printed)


def test_customers_without_a_limit_to_review_are_left_out(desk):
    desk.customer("C2", credit_limit_minor=0)
    assert draft_review(desk.book.reader, DAY) == []
    with pytest.raises(NothingToDo):
        booked(desk)


def test_the_next_review_is_a_quarter_after_the_last(desk, people):
    (first, *_) = review_dates(desk.book.reader, DAY)
    assert first.due_on is None
    assert first.overdue_on(DAY)
    booked(desk)
    (first, *_) = review_dates(desk.book.reader, DAY)
    assert (first.last_on, first.due_on) == (DAY, date(2026, 9, 30))
    assert not first.overdue_on(date(2026, 9, 30))
    assert first.overdue_on(date(2026, 10, 1))
