"""Days sales outstanding: the worked numbers, and what holds for any."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.figures import dso

MONTHS = st.lists(st.tuples(st.integers(1, 10**9), st.integers(28, 31)), min_size=1, max_size=36)


def shown(value):
    return round(float(value), 2)


def test_simple_dso_is_receivable_over_billed_times_days():
    assert dso.simple(1_200_000, 2_700_000, 90) == 40


def test_best_possible_dso_takes_what_is_not_overdue_and_delinquency_is_the_rest():
    best = dso.best_possible(900_000, 2_700_000, 90)

    assert best == 30
    assert dso.average_days_delinquent(Fraction(40), best) == 10


@pytest.mark.parametrize("billed", [0, -5])
def test_without_billing_there_is_no_dso(billed):
    assert dso.simple(100, billed, 31) is None
    assert dso.average_days_delinquent(None, None) is None


def test_countback_takes_whole_months_and_a_share_of_the_last():
    assert shown(dso.countback(1_200_000, [(800_000, 31), (900_000, 28)])) == 43.44


@pytest.mark.parametrize(
    "receivable,billed,days,told",
    [(592_623, 662_376, 31, 27.74), (580_921, 653_549, 30, 26.67), (572_506, 649_387, 31, 27.33)],
)
def test_countback_within_the_newest_month(receivable, billed, days, told):
    assert shown(dso.countback(receivable, [(billed, days)])) == told


def test_a_month_that_is_used_up_counts_all_its_days():
    assert dso.countback(800, [(800, 31), (900, 28)]) == 31


def test_a_month_without_billing_is_walked_through():
    assert dso.countback(100, [(0, 30), (200, 28)]) == 30 + 14


def test_what_a_month_credited_is_given_back():
    assert dso.countback(100, [(-50, 30), (300, 28)]) == 30 + 14


def test_nothing_receivable_is_no_day_at_all():
    assert dso.countback(0, [(0, 31)]) == 0
    assert dso.countback(-5, []) == 0


def test_more_than_was_ever_billed_cannot_be_told():
    assert dso.countback(1_000, [(400, 31), (500, 28)]) is None


@given(MONTHS, st.integers(1, 10**9))
def test_countback_grows_with_the_receivable_up_to_all_days(months, receivable):
    total, days = sum(billed for billed, _ in months), sum(day for _, day in months)
    receivable = min(receivable, total - 1)

    told, more = (dso.countback(minor, months) for minor in (receivable, receivable + 1))

    assert 0 <= told < more <= days
    assert dso.countback(total, months) == days


@given(st.integers(1, 10**9), st.integers(0, 10**9), st.integers(1, 92))
def test_countback_within_one_month_is_simple_dso(billed, receivable, days):
    receivable = min(receivable, billed - 1)

    assert dso.countback(receivable, [(billed, days)]) == dso.simple(receivable, billed, days)
