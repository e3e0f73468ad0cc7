"""Promises to pay: read off the money that came, each receipt once."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.collecting.promise import Money, Promise, PromiseState, standing
from domain.record import Record


def _promise(key, amount, made, due, items=()):
    value = Promise(amount=amount, currency="CNY", due_on=date.fromisoformat(due))
    made_on = date.fromisoformat(made)
    return Record(id=key, value=value, customer_id=1, dated_on=made_on, item_ids=items)


def _money(on, amount, item=None):
    return Money(on=date.fromisoformat(on), amount=amount, item_id=item)


MONEY = [_money("2026-11-10", 3_000_000), _money("2026-11-21", 5_000_000)]


@pytest.mark.parametrize(
    "day, paid, state",
    [
        ("2026-11-09", 0, PromiseState.OPEN),
        ("2026-11-19", 3_000_000, PromiseState.OPEN),
        ("2026-11-20", 3_000_000, PromiseState.DUE),
        ("2026-11-21", 8_000_000, PromiseState.KEPT),
    ],
)
def test_a_promise_is_kept_when_all_its_money_came_in_time(day, paid, state):
    promise = _promise(1, 8_000_000, "2026-11-01", "2026-11-20")
    (found,) = standing([promise], MONEY, date.fromisoformat(day))
    assert (found.paid, found.state) == (paid, state)


@pytest.mark.parametrize(
    "money, state, missing",
    [
        ([], PromiseState.BROKEN, 8_000_000),
        (MONEY[:1], PromiseState.PARTLY, 5_000_000),
        ([_money("2026-11-22", 8_000_000)], PromiseState.BROKEN, 8_000_000),
        ([_money("2026-10-31", 8_000_000)], PromiseState.BROKEN, 8_000_000),
    ],
)
def test_money_too_late_or_too_early_keeps_no_promise(money, state, missing):
    promise = _promise(1, 8_000_000, "2026-11-01", "2026-11-20")
    (found,) = standing([promise], money, date(2026, 11, 22))
    assert (found.state, found.missing, found.failed) == (state, missing, True)


def test_one_receipt_keeps_one_promise_the_one_due_first():
    promises = [
        _promise(1, 5_000, "2026-11-01", "2026-11-25"),
        _promise(2, 5_000, "2026-11-01", "2026-11-20"),
    ]
    found = standing(promises, [_money("2026-11-18", 7_000)], date(2026, 11, 30))
    assert [(one.record.id, one.paid, one.state) for one in found] == [
        (2, 5_000, PromiseState.KEPT),
        (1, 2_000, PromiseState.PARTLY),
    ]


def test_a_promise_for_an_invoice_is_kept_by_money_on_it_or_not_yet_allocated():
    promise = _promise(1, 5_000, "2026-11-01", "2026-11-20", items=(7,))
    on_another = [_money("2026-11-10", 5_000, item=8)]
    on_it = [_money("2026-11-10", 4_000, item=7), _money("2026-11-11", 1_000)]
    assert standing([promise], on_another, date(2026, 11, 30))[0].state is PromiseState.BROKEN
    assert standing([promise], on_it, date(2026, 11, 30))[0].state is PromiseState.KEPT


def test_a_promise_made_later_is_not_known_before():
    promise = _promise(1, 5_000, "2026-11-10", "2026-11-20")
    assert standing([promise], [], date(2026, 11, 9)) == []


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(
    st.lists(st.tuples(st.integers(1, 999), DAYS, DAYS), max_size=5),
    st.lists(st.tuples(DAYS, st.integers(1, 999)), max_size=8),
    DAYS,
)
def test_no_money_counts_twice_and_none_more_than_promised(promised, came, day):
    promises = [
        Record(
            id=key,
            value=Promise(amount=amount, currency="CNY", due_on=max(made, due)),
            customer_id=1,
            dated_on=made,
        )
        for key, (amount, made, due) in enumerate(promised)
    ]
    money = [Money(on=on, amount=amount) for on, amount in came]
    found = standing(promises, money, day)
    assert sum(one.paid for one in found) <= sum(one.amount for one in money if one.on <= day)
    assert all(0 <= one.paid <= one.record.value.amount for one in found)
