"""Guarantees: the period, what keeps it, what a change of the debt does."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.cover.guarantee import (
    Demand,
    Guarantee,
    Liability,
    PeriodState,
    after_change,
    check,
    claimable,
    period,
    position,
)
from domain.cover.params import CoverRules
from domain.errors import GuarantorNotAllowed

ALERTS = CoverRules().guarantee_alerts
MATURES = date(2026, 6, 30)


def _position(as_of, **more):
    return position(Guarantee(**({"liability": None, "matures_on": MATURES} | more)), as_of, ALERTS)


def test_without_an_agreed_period_it_is_six_months_from_maturity():
    assert period(MATURES, None).last_on == date(2026, 12, 30)
    assert period(date(2026, 8, 31), None).last_on == date(2027, 2, 28)
    assert period(MATURES, None).by_statute


def test_an_agreed_end_at_maturity_or_before_counts_as_none():
    assert period(MATURES, MATURES).last_on == date(2026, 12, 30)
    assert period(MATURES, date(2026, 1, 1)).by_statute
    agreed = period(MATURES, date(2026, 7, 31))
    assert (agreed.last_on, agreed.by_statute) == (date(2026, 7, 31), False)


def test_unstated_is_ordinary_and_needs_suit_against_the_debtor():
    found = _position(date(2026, 7, 1))
    assert (found.liability, found.assumed) == (Liability.ORDINARY, True)
    assert found.demand is Demand.SUE_DEBTOR
    joint = _position(date(2026, 7, 1), liability=Liability.JOINT)
    assert (joint.demand, joint.assumed) == (Demand.DEMAND_GUARANTOR, False)


def test_only_an_act_within_the_period_keeps_the_guarantee():
    last = date(2026, 12, 30)
    assert _position(last).state is PeriodState.RUNNING
    assert _position(last + timedelta(days=1)).state is PeriodState.LOST
    kept = _position(date(2027, 3, 1), acted_on=last)
    assert (kept.state, kept.alert) == (PeriodState.KEPT, None)
    late = _position(date(2027, 3, 1), acted_on=last + timedelta(days=1))
    assert late.state is PeriodState.LOST
    assert _position(date(2026, 6, 30)).state is PeriodState.NOT_YET
    assert _position(date(2026, 7, 1), acted_on=date(2026, 7, 2)).state is PeriodState.RUNNING


def test_alerts_come_60_30_and_7_days_before_the_end():
    last = date(2026, 12, 30)
    told = [_position(last - timedelta(days=left)).alert for left in (61, 60, 30, 7, 0, -1)]
    assert told == [None, 60, 30, 7, 7, 0]


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(-400, 2000))
def test_a_period_always_ends_after_maturity(matures, shift):
    found = period(matures, matures + timedelta(days=shift))
    assert found.last_on > matures
    assert found.by_statute == (shift <= 0)


def test_a_change_without_written_consent_never_burdens_the_guarantor():
    later = date(2026, 9, 30)
    more = after_change(10_000_000, 15_000_000, MATURES, later, consented=False)
    assert (more.liable_for, more.matures_on, more.consent_needed) == (10_000_000, MATURES, True)
    less = after_change(10_000_000, 8_000_000, MATURES, MATURES, consented=False)
    assert (less.liable_for, less.consent_needed) == (8_000_000, False)
    agreed = after_change(10_000_000, 15_000_000, MATURES, later, consented=True)
    assert (agreed.liable_for, agreed.matures_on) == (15_000_000, later)


def test_an_organ_of_the_state_cannot_guarantee():
    check(Guarantee(liability=None, matures_on=MATURES))
    with pytest.raises(GuarantorNotAllowed):
        check(Guarantee(liability=None, matures_on=MATURES, by_state_organ=True))


def test_a_cap_limits_what_may_be_asked():
    assert claimable(10_000_000, 8_000_000) == 8_000_000
    assert claimable(10_000_000, None) == 10_000_000
