"""Overdue share, default rate, days late by weight."""

from hypothesis import given
from hypothesis import strategies as st

from domain.figures.overdue import default_rate, overdue_share, weighted_days_late


def test_the_overdue_share_is_a_percentage_of_what_is_receivable():
    assert round(float(overdue_share(78_874, 572_506)), 2) == 13.78
    assert overdue_share(0, 0) is None


def test_the_default_rate_is_a_percentage_of_what_was_billed():
    assert float(default_rate(13_500, 2_700_000)) == 0.5
    assert default_rate(5, 0) is None


def test_late_days_weigh_by_amount_and_early_ones_count_as_none():
    assert float(weighted_days_late([(100, 10), (300, -2)])) == 2.5
    assert weighted_days_late([]) is None


@given(st.lists(st.tuples(st.integers(1, 10**9), st.integers(-90, 365)), min_size=1))
def test_the_average_lies_between_nothing_and_the_latest(paid):
    assert 0 <= weighted_days_late(paid) <= max(0, *(days for _, days in paid))
