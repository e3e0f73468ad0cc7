"""A customer's own way of paying: habit, season, what is still open, and silence."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from domain.warning.debts import Debt
from domain.warning.pattern import LATEST, POINTS, pattern

DAY = date(2026, 6, 30).toordinal()


def paid(due, late, *, minor=10_000, parts=1):
    return Debt(due - 30, due, minor, 0, due + late, parts)


def unpaid(due, *, minor=10_000, left=None, parts=0):
    return Debt(due - 30, due, minor, minor if left is None else left, 0, parts)


def monthly(*late, last=DAY - 20):
    """Return invoices due 30 days apart, the last ``last``, paid so many days late."""
    first = last - 30 * (len(late) - 1)
    return [paid(first + 30 * n, days) for n, days in enumerate(late)]


def test_a_steady_payer_has_a_habit_and_no_points():
    found = pattern(monthly(*[5, 4, 6, 5, 5, 7, 5, 6, 4, 5, 6, 5]), DAY)
    assert (found.habit, found.spread, found.late_now) == (5, 4, 5)
    assert found.total == 0


def test_a_payer_always_forty_days_late_is_no_news():
    found = pattern(monthly(*[40, 38, 42, 41, 39, 40, 41, 38, 40, 42], last=DAY - 60), DAY)
    assert found.habit == 40
    assert found.total == 0


def test_the_worked_case_of_a_payer_that_gets_later():
    debts = [*monthly(5, 4, 6, 5, 5, 7, 5, 6, 19, 34, last=DAY - 71), unpaid(DAY - 41)]
    found = pattern(debts, DAY)
    assert (found.habit, found.late_now, found.shift, found.unpaid) == (5, 34, 29, 1)
    assert found.points["shift"] == POINTS["shift"]
    assert found.total >= 50


def test_what_is_open_counts_only_once_it_is_beyond_the_habit():
    before = monthly(*[20, 21, 19, 20, 20, 22, 20, 19], last=DAY - 70)
    assert pattern([*before, unpaid(DAY - 10)], DAY).unpaid == 0
    assert pattern([*before, unpaid(DAY - 10)], DAY).total <= 2
    late = pattern([*before, unpaid(DAY - 45), unpaid(DAY - 40)], DAY)
    assert late.unpaid == 2
    assert late.points["unpaid"] == POINTS["unpaid"]


def test_one_forgotten_invoice_is_no_pattern():
    debts = [*monthly(*[3] * 12, last=DAY - 25), unpaid(DAY - 100)]
    debts.sort(key=lambda debt: debt.due)
    assert pattern(debts, DAY).total < 50


def test_a_season_of_last_year_is_this_years_habit():
    late = [4] * 9 + [22, 23, 22] + [4] * 9 + [22, 23, 22]
    debts = monthly(*late, last=DAY - 25)
    found = pattern(debts, DAY)
    assert found.season is not None
    assert found.shift < 22 - found.habit
    without = pattern(monthly(*[4] * 21, *[22, 23, 22], last=DAY - 25), DAY)
    assert found.total < without.total


def test_silence_of_a_monthly_payer_is_told_once_something_is_overdue():
    before = monthly(*[2] * 12, last=DAY - 120)
    silent = pattern([*before, unpaid(DAY - 60), unpaid(DAY - 30)], DAY)
    assert (silent.silent, silent.gap) == (118, 30)
    assert silent.points["silence"] == POINTS["silence"]
    assert "silence" not in pattern(before, DAY).points


def test_paying_in_parts_is_told_beside_how_it_was_before():
    before = monthly(*[5] * 9, last=DAY - 110)
    newest = [paid(DAY - 80 + 20 * n, 6, parts=2) for n in range(3)]
    assert pattern([*before, *newest], DAY).parts == 100
    assert pattern([*before, *newest], DAY).points["parts"] == POINTS["parts"]


def test_lateness_is_cut_so_that_a_year_says_no_more_than_four_months():
    debts = [*monthly(*[0] * 8, last=DAY - 420), *[unpaid(DAY - 380 + n) for n in range(3)]]
    assert pattern(debts, DAY).late_now == LATEST


def test_nothing_due_yet_tells_nothing():
    assert pattern([], DAY) is None
    assert pattern([unpaid(DAY), unpaid(DAY + 10)], DAY) is None
    credited = Debt(DAY - 90, DAY - 60, 100, 0, 0, 0)
    assert pattern([credited], DAY) is None


@given(
    st.lists(
        st.tuples(st.integers(1, 700), st.integers(-20, 300), st.booleans(), st.integers(1, 10**9)),
        max_size=60,
    )
)
def test_points_stay_within_their_signs_and_a_hundred(rows):
    debts = [
        paid(DAY - ago, late, minor=minor)
        if is_paid and DAY - ago + late <= DAY
        else unpaid(DAY - ago, minor=minor)
        for ago, late, is_paid, minor in sorted(rows, reverse=True)
    ]
    found = pattern(debts, DAY)
    if found is not None:
        assert all(0 < found.points[sign] <= POINTS[sign] for sign in found.points)
        assert 0 <= found.total <= sum(POINTS.values()) == 100
