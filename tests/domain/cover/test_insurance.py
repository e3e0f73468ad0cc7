"""What a policy covers of debts: shares, limits by day, exclusions."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.cover.insurance import (
    AdverseInformation,
    Cause,
    Exclusion,
    check_policy,
    covered,
    percent_of,
    split_limit,
)
from domain.errors import BadCoverTerms, MissingField
from tests.domain.cover.cover_desk import END, START, debt, insurance, limit, policy, record


def _cover(known, *debts):
    return covered(known, debts)


def test_a_debt_within_the_limit_is_insured_by_the_share_and_the_rest_is_our_own_risk():
    (one,) = _cover(insurance(limit(20_000_000)), debt(open_minor=10_000_005))
    assert (one.covered, one.insured, one.own) == (10_000_005, 9_000_005, 1_000_000)
    assert one.exclusions == ()


def test_the_limit_is_used_up_by_shipments_in_the_order_of_their_days():
    first = debt(1, 8_000_000, shipped="2026-02-10", due="2026-03-12")
    second = debt(2, 5_000_000, shipped="2026-02-01", due="2026-03-03")
    later, earlier = _cover(insurance(limit(10_000_000)), first, second)
    assert (earlier.covered, later.covered) == (5_000_000, 5_000_000)
    assert later.exclusions == (Exclusion.ABOVE_LIMIT,)
    assert later.insured == 4_500_000
    assert not later.is_excluded


def test_a_limit_withdrawn_later_keeps_what_was_shipped_under_it():
    known = insurance(limit(10_000_000), limit(0, date(2026, 3, 1), key=2))
    kept, lost = _cover(known, debt(1, 4_000_000), debt(2, 4_000_000, "2026-03-02", "2026-04-01"))
    assert kept.covered == 4_000_000
    assert lost.exclusions == (Exclusion.NO_LIMIT,)
    assert known.limit_on(policy(), 7, date(2026, 2, 28)) == 10_000_000
    assert known.limit_on(policy(), 7, date(2026, 3, 1)) == 0


def test_a_limit_past_its_last_day_is_none_and_the_discretionary_one_does_not_revive_it():
    known = insurance(limit(10_000_000, until=date(2026, 1, 31)), discretionary_minor=500_000)
    (one,) = _cover(known, debt())
    assert one.exclusions == (Exclusion.NO_LIMIT,)
    (other,) = _cover(known, debt(customer_id=8, code="C8"))
    assert (other.limit, other.covered) == (500_000, 500_000)
    assert known.customers() is None
    assert insurance(limit(1)).customers() == {7}


@pytest.mark.parametrize(
    "more, terms, why",
    [
        ({"claim": "interest"}, {}, Exclusion.INTEREST),
        ({}, {"related": "C1、c7"}, Exclusion.RELATED),
        ({}, {"countries": "DE, FR"}, Exclusion.COUNTRY),
        ({"due": "2026-05-03"}, {}, Exclusion.TERM),
        ({"due": None}, {}, Exclusion.NO_DUE_DATE),
        ({"shipped": "2027-01-01", "due": "2027-01-31"}, {}, Exclusion.NO_POLICY),
        ({"currency": "USD"}, {}, Exclusion.NO_POLICY),
    ],
)
def test_what_is_excluded_is_our_own_risk_in_full(more, terms, why):
    (one,) = _cover(insurance(limit(20_000_000), **terms), debt(**more))
    assert one.exclusions == (why,)
    assert (one.covered, one.insured, one.own) == (0, 0, 10_000_000)
    assert one.is_excluded


def test_a_term_of_exactly_the_longest_is_covered():
    (one,) = _cover(insurance(limit(20_000_000)), debt(due="2026-05-02"))
    assert one.exclusions == ()


def test_only_the_disputed_part_is_left_out():
    (one,) = _cover(insurance(limit(20_000_000)), debt(disputed=3_000_000))
    assert (one.covered, one.insured) == (7_000_000, 6_300_000)
    assert one.exclusions == (Exclusion.DISPUTED,)
    assert not one.is_excluded


def test_shipments_after_adverse_information_are_not_covered_those_of_its_day_are():
    known_on = date(2026, 2, 1)
    adverse = record(AdverseInformation(what="被执行"), customer=7, on=known_on, key=9)
    known = insurance(limit(20_000_000), adverse=[adverse])
    of_the_day, after = _cover(
        known, debt(1, 1_000, "2026-02-01"), debt(2, 1_000, "2026-02-02", "2026-03-04")
    )
    assert of_the_day.exclusions == ()
    assert after.exclusions == (Exclusion.ADVERSE,)


def test_shipments_while_an_older_debt_is_overdue_too_long_are_not_covered():
    old = debt(1, 1_000, "2026-01-05", "2026-02-04")
    known = insurance(limit(20_000_000), stop_ship_days=30)
    in_time, late = debt(2, 1_000, "2026-03-06", "2026-04-05"), debt(3, 1_000, "2026-03-07")
    late = late._replace(due_on=date(2026, 4, 6))
    found = _cover(known, old, in_time, late)
    assert [one.exclusions for one in found] == [(), (), (Exclusion.OVERDUE,)]


def test_a_policy_with_a_limit_for_the_buyer_comes_before_a_newer_one_without():
    known = insurance(limit(5_000_000))
    known.policies.append(record(policy(number="P-2"), on=date(2026, 1, 15), until=END, key=2))
    assert known.policy_for(debt()).number == "P-1"


@given(
    st.lists(st.tuples(st.integers(1, 10**9), st.integers(0, 10**9)), max_size=8),
    st.integers(0, 3 * 10**9),
    st.decimals("0.01", "100", places=2),
)
def test_insured_and_own_always_add_up_and_stay_within_the_limit(amounts, top, percent):
    known = insurance(limit(top), insured_percent=percent)
    debts = [
        debt(n, amount, disputed=min(amount, disputed))
        for n, (amount, disputed) in enumerate(amounts, start=1)
    ]
    found = _cover(known, *debts)
    assert sum(one.covered for one in found) <= top
    for one in found:
        assert one.insured + one.own == one.debt.open
        assert 0 <= one.insured <= one.covered <= one.debt.principal


def test_a_share_is_rounded_half_up_once():
    assert percent_of(100_005, Decimal(90)) == 90_005
    assert percent_of(100_001, Decimal("82.5")) == 82_501


def test_a_total_limit_covers_what_is_insured():
    assert [split_limit(50, 0), split_limit(50, 25), split_limit(50, 100)] == [
        (50, 50),
        (50, 25),
        (100, 0),
    ]


def test_a_policy_needs_its_terms_in_order():
    check_policy(policy(), START, END)
    with pytest.raises(MissingField):
        check_policy(policy(number=""), START, END)
    with pytest.raises(MissingField):
        check_policy(policy(), START, None)
    for wrong in ({"insured_percent": Decimal(101)}, {"mep_days": -1}, {"maximum_minor": -1}):
        with pytest.raises(BadCoverTerms):
            check_policy(policy(**wrong), START, END)
    with pytest.raises(BadCoverTerms):
        check_policy(policy(), END, START)


def test_causes_are_commercial_or_political():
    assert not Cause.INSOLVENCY.is_political
    assert [cause for cause in Cause if cause.is_political] == [
        Cause.TRANSFER,
        Cause.IMPORT_BAN,
        Cause.WAR,
        Cause.MORATORIUM,
    ]
