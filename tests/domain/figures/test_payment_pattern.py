"""How a customer pays."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.figures.payment_pattern import (
    Paid,
    Segment,
    habitual,
    median,
    median_deviation,
    payment_pattern,
    segment,
    trend,
)

LATE = st.lists(st.integers(-60, 400), min_size=1, max_size=40)


def payments(*late, first="2026-01-05", step=7, terms=30, **marks):
    """Return invoices issued every ``step`` days and paid so many days late."""
    paid = []
    for number, days in enumerate(late):
        issued = date.fromisoformat(first) + timedelta(days=step * number)
        due = issued + timedelta(days=terms)
        paid.append(Paid(issued, due, due + timedelta(days=days), 10_000, **marks))
    return paid


def paid_on(*days):
    """Return invoices due ten days before they were paid."""
    paid = [date.fromisoformat(day) for day in days]
    return [Paid(day - timedelta(40), day - timedelta(10), day, 1) for day in paid]


def test_the_worked_pattern():
    told = payment_pattern(payments(5, 5, 6, 4, 5, 45))

    assert (told.paid, told.median, told.deviation, told.unusual) == (6, 5, Fraction(1, 2), 1)
    assert (round(float(told.mean), 2), round(float(told.trend), 2)) == (11.67, 6.33)
    assert told.segment is Segment.HABITUALLY_LATE


def test_nothing_paid_is_no_pattern():
    assert payment_pattern([]) is None


@pytest.mark.parametrize(
    "values,told", [([3], 3), ([1, 9], 5), ([1, 2], Fraction(3, 2)), ([9, 1, 5], 5)]
)
def test_the_median_of_an_even_count_lies_between(values, told):
    assert median(values) == told


def test_one_wild_value_does_not_move_the_deviation():
    assert median_deviation([4, 5, 5, 5, 6, 45]) == median_deviation([4, 5, 5, 5, 6, 7]) == 0.5


def test_the_habit_ends_where_the_score_passes_three_and_a_half():
    assert habitual([4, 5, 5, 5, 6, 45]) == range(3, 8)
    assert habitual([5, 5, 5, 5]) is None


@given(LATE, st.integers(-50, 50))
def test_a_shift_moves_the_median_and_leaves_the_deviation(late, shift):
    moved = [days + shift for days in late]

    assert median(moved) == median(late) + shift
    assert median_deviation(moved) == median_deviation(late)


@given(LATE)
def test_what_is_habitual_is_what_the_score_says(late):
    middle, deviation, habit = median(late), median_deviation(late), habitual(late)
    if habit is None:
        assert deviation == 0
        return
    for days in late:
        score = Fraction(6745, 10_000) * (days - middle) / deviation
        assert (days in habit) == (abs(score) <= 3.5)


@given(LATE)
def test_figures_lie_within_what_happened(late):
    told = payment_pattern(payments(*late))

    assert min(late) <= told.mean <= max(late)
    assert min(late) <= told.median <= max(late)
    assert 0 <= told.unusual <= len(late) / 2


def test_a_trend_needs_six_and_compares_the_newest_three_with_all():
    assert trend(payments(0, 0, 0, 0, 0)) is None
    assert trend(payments(0, 0, 0, 12, 12, 12)) == 6


@pytest.mark.parametrize(
    "late,told",
    [
        ((0, 40), Segment.TOO_FEW),
        ((0, -3, 2, 0), Segment.ON_TIME),
        ((0, 0, 0, 40), Segment.HABITUALLY_LATE),
        ((12, 15, 14), Segment.HABITUALLY_LATE),
        ((16, 30, 20), Segment.VERY_LATE),
        ((0, 0, 0, 20, 20, 20), Segment.WORSENING),
        ((-25, -25, -25, 0, 0, 0), Segment.ON_TIME),
    ],
)
def test_the_segment_follows_the_days(late, told):
    # The 9th of a month and weeks from it: no payment meets a month's end.
    assert segment(payments(*late, first="2026-01-10", step=1, terms=60)) is told


def test_thirty_percent_slower_is_worse_where_terms_are_short():
    # Usually one day to pay; now ten days on average of eleven to pay.
    assert segment(payments(1, 1, 1, 1, 1, 1, 3, 3, 3, terms=0)) is Segment.WORSENING
    assert segment(payments(1, 1, 1, 1, 1, 1, 3, 3, 3)) is not Segment.WORSENING


def test_a_quarter_disputed_or_half_chased_tells_more_than_days():
    usual = payments(5, 5, 5, 5, 5, 5)
    disputed = [one._replace(disputed=n < 2) for n, one in enumerate(usual)]
    chased = [one._replace(chased=n < 3) for n, one in enumerate(usual)]

    assert segment(disputed) is Segment.DISPUTING
    assert segment(chased) is Segment.WHEN_CHASED


def test_one_letter_of_three_or_one_dispute_of_four_tells_nothing():
    chased = [one._replace(chased=n < 1) for n, one in enumerate(payments(16, 30, 20))]
    disputed = [one._replace(disputed=n < 1) for n, one in enumerate(payments(16, 30, 20, 20))]

    assert segment(chased) is segment(disputed) is Segment.VERY_LATE


def test_who_pays_late_at_the_end_of_the_month_is_told_by_it():
    at_the_end = paid_on("2026-01-30", "2026-02-27", "2026-03-31", "2026-04-10")
    once = paid_on("2026-01-30", "2026-01-30", "2026-01-30")

    assert segment(at_the_end) is Segment.MONTH_END
    assert segment(once) is Segment.HABITUALLY_LATE


def test_the_usual_weekday_and_day_are_told_where_half_agree():
    fridays = payment_pattern(paid_on("2026-01-09", "2026-01-16", "2026-01-30", "2026-02-02"))
    tenths = payment_pattern(paid_on("2026-01-10", "2026-02-10", "2026-03-11"))
    lasts = payment_pattern(paid_on("2026-01-31", "2026-02-28", "2026-04-30"))

    assert (fridays.weekday, fridays.day) == (4, None)
    assert tenths.day == 10
    assert lasts.day == 31


def test_days_count_once_however_many_documents_were_paid():
    told = payment_pattern(paid_on(*["2026-01-09"] * 9, "2026-02-10", "2026-03-12"))

    assert (told.weekday, told.day) == (None, None)
