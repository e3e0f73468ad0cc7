"""Stages: who is new, who has earned the next, who falls back."""

from datetime import date
from fractions import Fraction

import pytest

from domain.credit.limit_policy import LimitPolicy
from domain.credit.stages import Stage, StageFacts, advise, is_new, terms_of
from domain.figures.payment_pattern import Paid
from domain.terms import parse_terms

POLICY = LimitPolicy()
SINCE = date(2026, 3, 1)


def paid(*late):
    due = date(2026, 4, 1)
    return tuple(Paid(SINCE, due, date.fromordinal(due.toordinal() + n), 100) for n in late)


def advice(stage=Stage.NET15, **more):
    return advise(StageFacts(customer_id=1, stage=stage, since=SINCE, **more), POLICY)


def test_three_on_time_and_little_late_earn_the_next_stage():
    found = advice(paid=paid(0, -2, 0, 4))
    assert (found.to, found.on_time, found.days_late) == (Stage.NET30, 3, Fraction(1))
    assert found.promoted
    assert found.reasons == ("paid_on_time", "prompt", "no_dispute")


@pytest.mark.parametrize(
    "facts, missing",
    [
        ({"paid": paid(0, 0)}, ("too_few_on_time",)),
        ({"paid": paid(0, 0, 0, 13)}, ("late",)),
        ({"paid": paid(0, 0, 0), "open_disputes": 1}, ("dispute",)),
        ({"paid": paid(0, 0, 0), "blocked": True}, ("alert",)),
    ],
)
def test_what_is_missing_is_said(facts, missing):
    found = advice(**facts)
    assert found.to is None
    assert found.reasons == missing


def test_the_last_stage_has_none_after_it():
    assert advice(Stage.NET60, paid=paid(0, 0, 0)).reasons == ("last_stage",)


def test_a_breach_leads_back_one_stage_and_not_before_the_first():
    late = advice(oldest_overdue=31, paid=paid(0, 0, 0))
    assert (late.to, late.reasons, late.promoted) == (Stage.DEPOSIT, ("overdue",), False)
    assert advice(oldest_overdue=30, paid=paid(0, 0, 0)).promoted
    assert advice(broken=True).reasons == ("promise_broken",)
    first = advice(Stage.PREPAY, broken=True)
    assert first.to is None
    assert first.reasons[0] == "promise_broken"


def test_a_customer_is_new_for_six_months_or_until_three_are_paid():
    assert is_new(None, 0, SINCE, POLICY)
    first = date(2026, 1, 31)
    assert is_new(first, 9, date(2026, 7, 30), POLICY)
    assert not is_new(first, 3, date(2026, 7, 31), POLICY)
    assert is_new(first, 2, date(2027, 7, 31), POLICY)


@pytest.mark.parametrize("stage, days", [(0, [0]), (1, [0, 15]), (2, [15]), (3, [30]), (4, [60])])
def test_a_stages_terms_can_be_read(stage, days):
    on = date(2026, 1, 1)
    parts = parse_terms(terms_of(Stage(stage), 30)).parts
    assert [(part.due(on) - on).days for part in parts] == days
