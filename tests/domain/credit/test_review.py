"""The quarterly rule: rise, hold, cut, halve, end."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.credit.limit_policy import ReviewPolicy
from domain.credit.review import Conduct, ReviewLine, assess, tenth, totals
from domain.figures.payment_pattern import Paid

POLICY = ReviewPolicy()
DUE = date(2026, 10, 1)
LIMIT = 100_000_00


def paid(*pairs):
    return tuple(
        Paid(DUE - timedelta(days=30), DUE, DUE + timedelta(days=late), minor)
        for minor, late in pairs
    )


def outcome(**facts):
    found = assess(Conduct(**facts), LIMIT, "CNY", POLICY)
    return found.percent, found.minor // 100, found.reasons


GOOD = paid((97_000, 0), (3_000, 30))


@pytest.mark.parametrize(
    "use, percent",
    [(59_999, 0), (60_000, 10), (79_999, 10), (80_000, 20), (95_000, 25), (140_000, 25)],
)  # fmt: skip
def test_good_payers_who_use_their_limit_get_more(use, percent):
    found = assess(Conduct(paid=GOOD, peak_minor=use * 100), LIMIT, "CNY", POLICY)
    assert found.percent == percent
    assert found.minor == LIMIT * (100 + percent) // 100
    assert found.reasons == (("good",) if percent else ("little_used",))


@pytest.mark.parametrize(
    "late, percent, reason",
    [(4, 0, "partly_late"), (15, 0, "partly_late"), (16, -20, "late"), (30, -20, "late"),
     (31, -50, "very_late")],
)  # fmt: skip
def test_late_payers_keep_lose_a_fifth_or_half(late, percent, reason):
    found = outcome(paid=paid((1_000, late)), peak_minor=LIMIT)
    assert found == (percent, 100_000 * (100 + percent) // 100, (reason,))


def test_95_percent_on_time_is_enough_and_less_is_not():
    enough = paid((9_500, 0), (500, 10))
    assert outcome(paid=enough, peak_minor=LIMIT)[0] == 25
    assert outcome(paid=paid((9_499, 0), (501, 10)), peak_minor=LIMIT)[2] == ("partly_late",)


def test_who_pays_nothing_is_judged_by_what_is_overdue():
    assert outcome(overdue=((5_000, 45),), peak_minor=LIMIT)[2] == ("very_late",)
    assert outcome(peak_minor=LIMIT) == (0, 100_000, ("nothing_paid",))
    conduct = Conduct(paid=paid((900, 0), (50, 5)), overdue=((50, 9),))
    assert conduct.on_time == 90
    assert conduct.days_late == Fraction(7, 10)


def test_broken_plans_and_red_events_come_first():
    assert outcome(paid=GOOD, peak_minor=LIMIT, broken=True) == (-50, 50_000, ("broken_plan",))
    assert outcome(paid=GOOD, broken=True, red=True) == (-100, 0, ("red_event",))


@pytest.mark.parametrize(
    "bar, reason",
    [
        ({"open_disputes": 1}, "dispute"),
        ({"grade_steps": 1}, "grade_down"),
        ({"alert": True}, "alert"),
    ],
)  # fmt: skip
def test_a_dispute_a_fallen_grade_or_a_warning_bars_a_rise(bar, reason):
    assert outcome(paid=GOOD, peak_minor=LIMIT, **bar) == (0, 100_000, ("good", reason))


def test_before_and_after_by_currency():
    def line(currency, *amounts):
        before, proposed, after = amounts
        return ReviewLine(
            customer_id=1, currency=currency, before_minor=before, proposed_minor=proposed,
            after_minor=after, percent=0, reasons=(),
        )  # fmt: skip

    lines = [line("USD", 1, 2, 3), line("CNY", 10, 20, 30), line("CNY", 1, 1, 1)]
    assert totals(lines) == {"CNY": (11, 21, 31), "USD": (1, 2, 3)}


def test_figures_are_shown_with_one_decimal_half_up():
    assert tenth(Fraction(125, 100)) == Decimal("1.3")
    assert tenth(None) is None


@given(
    st.integers(0, 10**12),
    st.lists(st.tuples(st.integers(1, 10**9), st.integers(-30, 400)), max_size=6),
    st.lists(st.tuples(st.integers(1, 10**9), st.integers(1, 400)), max_size=4),
    st.integers(0, 10**12),
    st.booleans(),
    st.booleans(),
)
def test_the_rule_stays_between_nothing_and_a_quarter_more(
    limit, payments, overdue, peak, broken, alert
):
    conduct = Conduct(
        paid=paid(*payments), overdue=tuple(overdue), peak_minor=peak, broken=broken, alert=alert
    )
    found = assess(conduct, limit, "CNY", POLICY)
    assert found.percent in {-50, -20, 0, 10, 20, 25}
    assert found.minor >= 0
    assert found.reasons
    assert not (alert and found.percent > 0)
    worse = assess(
        Conduct(paid=conduct.paid, overdue=(*overdue, (10**9, 500)), peak_minor=peak),
        limit,
        "CNY",
        POLICY,
    )
    assert broken or worse.percent <= max(found.percent, 0)
