"""The key figures of a month."""

from datetime import date, timedelta
from fractions import Fraction

from domain.figures.kpi import kpis
from domain.figures.month_ends import MonthEnd
from domain.terms import day_of_month


def end(number, **values):
    """Return month ``number`` (0 is January 2025); a thousand billed, nothing open."""
    last = day_of_month(2025, number + 1, 31)
    usual = dict.fromkeys(("received", "balance", "open", "not_due", "defaulted"), 0)
    usual |= {"month": last.replace(day=1), "on": last, "billed": 1_000}
    return MonthEnd(**(usual | values))


def test_dso_looks_at_three_months_and_tells_what_lateness_costs():
    ends = [end(0, billed=9_000_000), end(1, billed=900_000), end(2, billed=900_000)]
    ends.append(end(3, billed=900_000, open=1_200_000, not_due=900_000))

    (told,) = kpis(ends, 1)

    assert told.dso == Fraction(1_200_000 * (28 + 31 + 30), 2_700_000)
    assert told.best == Fraction(900_000 * 89, 2_700_000)
    assert told.delinquent == told.dso - told.best
    assert told.overdue_share == 25


def test_a_young_book_takes_the_months_it_has():
    (told,) = kpis([end(0, billed=620, open=310, not_due=310)], 24)

    assert (told.dso, told.countback, told.delinquent) == (31 / 2, 31 / 2, 0)
    assert (told.turnover, told.cei) == (None, 100)


def test_cei_takes_the_month_with_what_was_open_before_it():
    ends = [end(0, open=100), end(1, billed=1_000, open=120, not_due=100)]

    assert kpis(ends, 24)[1].cei == 98


def test_turnover_needs_a_year_before_and_a_month_that_is_over():
    ends = [end(number, open=500) for number in range(13)]
    told = kpis(ends, 24)

    assert [one.turnover for one in told[:12]] == [None] * 12
    assert told[12].turnover == 24
    half = end(13, open=500)
    half = end(13, open=500, on=half.on - timedelta(days=1))
    assert kpis([*ends, half], 1)[0].turnover is None


def test_the_default_rate_looks_at_twelve_months():
    ends = [end(number, defaulted=60 if number == 0 else 6) for number in range(13)]

    told = kpis(ends, 24)

    assert told[0].default_rate == 6
    assert told[11].default_rate == Fraction((60 + 11 * 6) * 100, 12_000)
    assert told[12].default_rate == Fraction(12 * 6 * 100, 12_000)


def test_only_the_last_months_are_told_oldest_first():
    ends = [end(number) for number in range(30)]

    told = kpis(ends, 24)

    assert (len(told), told[0].end.month, told[-1].end.month) == (
        24,
        date(2025, 7, 1),
        date(2027, 6, 1),
    )
    assert kpis([], 24) == []
