"""A month in whole weeks."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from domain.month_grid import grid_days, month_after

DAYS = st.dates(date(1990, 1, 1), date(2200, 12, 31))


def test_november_2026_begins_on_the_last_monday_of_october():
    days = grid_days(date(2026, 11, 26))
    assert (days[0], days[-1]) == (date(2026, 10, 26), date(2026, 12, 6))


@given(DAYS)
def test_a_grid_holds_its_month_from_monday_to_sunday(day):
    days = grid_days(day)
    assert days[0].weekday() == 0
    assert days[-1].weekday() == 6
    assert all(after - before == timedelta(days=1) for before, after in pairwise(days))
    assert day in days
    assert day.replace(day=1) in days


@given(DAYS, st.integers(-300, 300))
def test_months_go_there_and_back(day, months):
    first = day.replace(day=1)
    assert month_after(month_after(first, months), -months) == first
