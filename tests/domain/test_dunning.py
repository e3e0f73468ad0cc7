"""The dunning rules on plain rows; what a run does to a book is in tests/domain/services."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.dunning import (
    SentLevel,
    SkippedCustomer,
    propose,
)
from domain.dunning_procedure import DEFAULT_PROCEDURE, Level, Procedure, procedure_from
from domain.errors import RunBackwards
from domain.listing import ItemRow

TODAY = date(2026, 6, 30)
THREE = Procedure(code="t", levels=(Level(1, 5), Level(2, 20), Level(3, 40)), interval_days=0)


def _row(late, open_minor=10_000, **more):
    due = TODAY - timedelta(days=late)
    values = {
        "id": 1, "document_id": 1, "kind": "invoice", "number": "A1", "seq": 1, "parts": 1,
        "customer_id": 1, "customer_code": "C1", "customer_name": "甲", "currency": "CNY",
        "issued_on": due, "due_on": due, "amount": open_minor, "open": open_minor,
        "days_overdue": late, "status": "overdue",
    }  # fmt: skip
    return ItemRow(**{**values, **more})


def _sent(item, level, days_ago, **more):
    values = {"item_id": item, "customer_id": 1, "currency": "CNY", "paper_number": "DL"}
    return SentLevel(**{**values, **more}, level=level, sent_on=TODAY - timedelta(days=days_ago))


def _outcome(rows, sent=(), procedure=THREE):
    proposal = propose(rows, sent, procedure, TODAY)
    assert proposal.as_of == TODAY
    return [*proposal.letters, *proposal.skipped]


def _reason(rows, sent=(), procedure=THREE):
    (skipped,) = _outcome(rows, sent, procedure)
    assert isinstance(skipped, SkippedCustomer)
    return skipped.reason


@pytest.mark.parametrize(
    "sent, late, level",
    [(0, 4, None), (0, 5, 1), (0, 99, 1), (1, 19, None), (1, 20, 2), (3, 99, None)],
)
def test_the_next_level_is_one_higher_when_its_days_are_reached(sent, late, level):
    found = THREE.next_level(sent, late)
    assert (found.level if found else None) == level


def test_a_letter_lists_all_that_has_a_level_and_speaks_in_the_highest():
    rows = [_row(3, 100, id=1), _row(6, 200, id=2, number="A2"), _row(50, 400, id=3, number="A3")]
    (letter,) = _outcome(rows, [_sent(3, 2, 10)])
    assert (letter.level, letter.from_level) == (3, 2)
    assert [(item.row.id, item.level, item.raised) for item in letter.items] == [
        (3, 3, True),
        (2, 1, True),
    ]
    assert (letter.principal, letter.unapplied, letter.total) == (600, 0, 600)
    assert letter.oldest_days == 50


def test_an_item_that_waits_stands_in_the_letter_of_another():
    rows = [_row(10, 100, id=1), _row(6, 200, id=2, number="A2")]
    (letter,) = _outcome(rows, [_sent(1, 1, 4)])
    assert [(item.row.id, item.level, item.raised) for item in letter.items] == [
        (1, 1, False),
        (2, 1, True),
    ]
    assert letter.from_level == 0


def test_what_is_due_today_is_not_chased():
    assert _outcome([_row(0)], procedure=Procedure(code="t", levels=(Level(1, 0),))) == []
    assert _outcome([]) == []


@pytest.mark.parametrize(
    "rows, sent, reason",
    [
        ([_row(4)], (), "waiting"),
        ([_row(10)], [_sent(1, 1, 3)], "waiting"),
        ([_row(50)], [_sent(1, 3, 3)], "final"),
        ([_row(50, disputed=10_000)], (), "disputed"),
        ([_row(50), _row(0, -10_000, id=2, kind="receipt")], (), "covered"),
        ([_row(50), _row(0, -20_000, id=2, kind="receipt")], (), "covered"),
    ],
)
def test_why_there_is_no_letter(rows, sent, reason):
    assert _reason(rows, sent) == reason


def test_a_skipped_customer_is_told_with_its_debt():
    (skipped,) = _outcome([_row(3, 100), _row(4, 200, id=2, number="A2")])
    assert (skipped.amount, skipped.items, skipped.oldest_days) == (300, 2, 4)


def test_the_disputed_part_is_left_out_of_the_claim():
    (letter,) = _outcome([_row(30, 10_000, disputed=4_000)])
    assert letter.principal == 6_000
    assert letter.items[0].claim == 6_000


def test_the_smallest_sum_worth_a_letter_counts_after_unapplied_money():
    least = replace(THREE, minimum_minor=5_000)
    money = _row(0, -5_000, id=2, kind="receipt")
    assert len(_outcome([_row(30), money], procedure=least)) == 1
    assert _reason([_row(30, 9_999), money], procedure=least) == "below_minimum"


def test_the_days_between_two_letters_count_for_the_customer_not_the_item():
    """The first letter's item was paid meanwhile; the next letter still waits its days."""
    weekly = replace(THREE, interval_days=7)
    paid_since = _sent(99, 1, 6)
    assert _reason([_row(30)], [paid_since], weekly) == "too_soon"
    assert len(_outcome([_row(30)], [_sent(99, 1, 7)], weekly)) == 1
    other = _sent(99, 1, 1, customer_id=2)
    foreign = _sent(98, 1, 1, currency="USD")
    assert _outcome([_row(30)], [other, foreign], weekly)[0].level == 1


def test_customers_and_currencies_have_letters_of_their_own():
    rows = [
        _row(30, id=1, customer_id=2, customer_code="B"),
        _row(30, id=2, currency="USD"),
        _row(30, id=3, customer_id=3, customer_code="A"),
        _row(30, id=4),
    ]
    found = [(letter.customer_id, letter.currency) for letter in _outcome(rows)]
    assert found == [(3, "CNY"), (2, "CNY"), (1, "CNY"), (1, "USD")]


def test_runs_do_not_go_backwards():
    assert propose([], (), THREE, TODAY, last_run_on=TODAY).letters == ()
    with pytest.raises(RunBackwards):
        propose([], (), THREE, TODAY, last_run_on=TODAY + timedelta(days=1))


def test_a_procedure_is_built_from_its_stored_form():
    stored = {
        "code": "t",
        "levels": [{"level": 1, "days": 5}, {"level": 2, "days": 9, "pay_days": 3}],
    }
    built = procedure_from(stored)
    assert built == Procedure(code="t", levels=(Level(1, 5, 7), Level(2, 9, 3)))
    assert (built.minimum_minor, built.interval_days) == (0, 7)
    assert [level.days for level in DEFAULT_PROCEDURE.levels] == [7, 15, 30, 60, 90]
