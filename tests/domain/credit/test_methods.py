"""Methods side by side: worked legs, what is missing, the lowest rounded down."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.credit.limit_policy import (
    ApprovalPolicy,
    LimitPolicy,
    ReviewPolicy,
    check_limit_policy,
)
from domain.credit.methods import Known, Method, propose
from domain.errors import BadLimitPolicy

POLICY = LimitPolicy()


def yields(known):
    return {leg.method: leg.minor for leg in propose(known, POLICY).legs}


def test_every_leg_by_its_own_rule():
    known = Known(
        currency="CNY",
        monthly_purchases=30_000_000,
        term_days=45,
        net_worth=200_000_000,
        working_limit=15_750_00,
        multiplier=Decimal("0.8"),
        grade="A",
        clean_peak=25_050_00,
        insurer_limit=20_000_000,
        own_equity=500_000_000,
        own_receivables=400_000_000,
    )
    assert yields(known) == {
        "demand": 54_000_000,
        "net_worth": 20_000_000,
        "working_assets": 12_600_00,
        "record": 31_312_50,
        "insurer": 20_000_000,
        "cap": 100_000_000,
    }
    assert propose(known, POLICY).minor == 12_000_00


def test_the_worked_proposal():
    known = Known(
        currency="CNY",
        monthly_purchases=300_000_00,
        term_days=30,
        net_worth=2_000_000_00,
        clean_peak=250_500_00,
        own_receivables=4_000_000_00,
    )
    found = yields(known)
    assert found["demand"] == 360_000_00
    assert found["record"] == 313_125_00
    assert found["cap"] == 800_000_00
    assert propose(known, POLICY).minor == 200_000_00


def test_a_leg_without_data_says_what_is_missing_and_takes_no_part():
    found = propose(Known(currency="CNY", clean_peak=1_999_99, own_receivables=10**9), POLICY)
    missing = {leg.method: leg.missing for leg in found.legs}
    assert missing["demand"] == ("monthly_purchases", "term_days")
    assert missing["working_assets"] == ("working_limit", "multiplier")
    assert missing["record"] == ()
    assert found.minor == 2_000_00


def test_our_own_cap_alone_proposes_nothing():
    assert propose(Known(currency="CNY", own_receivables=10**9), POLICY).minor is None


def test_a_negative_net_worth_proposes_0():
    assert propose(Known(currency="CNY", net_worth=-5_000_00), POLICY).minor == 0


def test_whole_thousands_of_a_currency_without_decimals():
    assert propose(Known(currency="JPY", insurer_limit=1_999_999), POLICY).minor == 1_999_000


amounts = st.one_of(st.none(), st.integers(-(10**12), 10**12))


@given(amounts, amounts, amounts, amounts)
def test_a_proposal_is_never_above_a_leg_nor_below_0(worth, working, peak, cap):
    known = Known(
        currency="CNY",
        net_worth=worth,
        working_limit=working,
        multiplier=Decimal("1.2"),
        clean_peak=peak,
        own_receivables=cap,
    )
    found = propose(known, POLICY)
    legs = [leg.minor for leg in found.legs if leg.minor is not None]
    if found.minor is None:
        assert all(leg.minor is None for leg in found.legs if leg.method != Method.CAP)
    else:
        assert 0 <= found.minor <= max(min(legs), 0)
        assert found.minor % 100_000 == 0
        assert max(min(legs), 0) - found.minor < 100_000


@pytest.mark.parametrize(
    "sections, field",
    [
        ((LimitPolicy(cap_percent=Decimal(101)), ApprovalPolicy(), ReviewPolicy()), "cap_percent"),
        ((LimitPolicy(step=0), ApprovalPolicy(), ReviewPolicy()), "step"),
        (
            (LimitPolicy(), ApprovalPolicy(third_from_minor=1), ReviewPolicy()),
            "third_from_minor",
        ),
        ((LimitPolicy(), ApprovalPolicy(), ReviewPolicy(months=0)), "months"),
    ],
)
def test_a_policy_that_cannot_be_is_refused(sections, field):
    check_limit_policy(LimitPolicy(), ApprovalPolicy(), ReviewPolicy())
    with pytest.raises(BadLimitPolicy) as raised:
        check_limit_policy(*sections)
    assert raised.value.facts == {"field": field}


def test_a_grade_without_credit_proposes_0_whatever_the_legs_say():
    known = Known(currency="CNY", insurer_limit=5_000_000, no_credit=True)
    assert propose(known, POLICY).minor == 0
