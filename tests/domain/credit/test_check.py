"""The credit check: pass, warn or block, each reason with its figures; leave lifts blocks."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.credit.check import CheckInput, CheckPolicy, Level, Rule, check, percent
from domain.credit.exposure import Part
from domain.credit.file.registry import RegistryStatus
from domain.credit.holds import CreditHold, Scope
from domain.credit.overrides import CreditOverride
from domain.record import Record

DAY = date(2026, 11, 20)
POLICY = CheckPolicy()
OVER = {"exposure": 100_00, "amount": 150_00, "limit": 200_00}


def asked(**more):
    return CheckInput(on=DAY, currency="CNY", **more)


def verdict(policy=POLICY, **more):
    return check(asked(**more), policy).verdict


def codes(policy=POLICY, **more):
    return [one.code for one in check(asked(**more), policy).reasons]


def leave(ceiling, *, blocks=(), until=date(2026, 12, 31), currency="CNY"):
    value = CreditOverride(
        ceiling=ceiling,
        currency=currency,
        reason="老板同意",
        asked_by="销售",
        allowed_by="财务",
        blocks=blocks,
    )
    return Record(id=7, value=value, customer_id=1, dated_on=date(2026, 11, 1), ends_on=until)


def held(scope=Scope.BOTH):
    value = CreditHold(reason="逾期", scope=scope, held_by="财务")
    return Record(id=3, value=value, customer_id=1, dated_on=date(2026, 11, 1))


# -- limit


def test_without_a_limit_any_amount_passes_unless_the_policy_says_otherwise():
    assert verdict(exposure=100_00, amount=10**12) is Level.PASSES
    strict = CheckPolicy(without_limit=Level.WARN)
    assert codes(strict, exposure=100_00, amount=1) == ["limit.none"]
    assert verdict(strict, unlimited=True, amount=1) is Level.PASSES


def test_limit_zero_is_no_credit():
    result = check(asked(exposure=100_00, amount=1_00, limit=0), POLICY)
    assert result.verdict is Level.BLOCK
    assert result.reasons[0].code == "limit.zero"
    assert verdict(limit=0) is Level.PASSES


def test_limit_200_with_100_owed_takes_1_more_and_not_150():
    assert verdict(exposure=100_00, amount=1_00, limit=200_00) is Level.PASSES
    result = check(asked(**OVER), POLICY)
    assert result.verdict is Level.BLOCK
    assert dict(result.reasons[0].facts) == {
        "limit": 200_00,
        "exposure": 100_00,
        "after": 250_00,
        "over": 50_00,
    }


def test_the_limit_itself_is_not_over_and_above_four_fifths_is_near():
    assert codes(exposure=100_00, amount=100_00, limit=200_00) == ["limit.near"]
    assert codes(exposure=100_00, amount=60_00, limit=200_00) == []
    near = check(asked(exposure=100_00, amount=60_01, limit=200_00), POLICY).reasons[0]
    assert (near.level, near.facts["share"]) == (Level.WARN, Decimal("80.0"))


def test_a_component_may_have_its_own_share_of_the_limit():
    policy = CheckPolicy(part_limits={"overdue": Decimal(50)})
    parts = {Part.OVERDUE: 550_00}
    assert check(asked(exposure=550_00, parts=parts, limit=1_100_00), policy).blocks == ()
    parts = {Part.OVERDUE: 550_01}
    result = check(asked(exposure=550_01, parts=parts, limit=1_100_00), policy)
    assert result.blocks == ("part_limit.over",)
    assert result.reasons[0].facts["most"] == 550_00


# -- how it pays


@pytest.mark.parametrize(
    "late, level",
    [(20_00, Level.PASSES), (20_01, Level.WARN), (40_00, Level.WARN), (40_01, Level.BLOCK)],
)
def test_the_overdue_share_warns_above_20_and_blocks_above_40_percent(late, level):
    assert verdict(billed=100_00, late=late, oldest_days=1) is level


@pytest.mark.parametrize(
    "days, level", [(15, Level.PASSES), (16, Level.WARN), (60, Level.WARN), (61, Level.BLOCK)]
)
def test_the_oldest_invoice_warns_above_15_and_blocks_above_60_days(days, level):
    assert verdict(billed=100_00, late=1_00, oldest_days=days) is level


def test_a_returned_payment_and_a_dispute_are_warned_of():
    assert codes(returned=500_00) == ["returned"]
    assert codes(disputed=1) == ["dispute"]


# -- term


def test_a_term_longer_than_the_grade_allows_blocks():
    result = check(asked(days=60, grade="B", max_days=30), POLICY)
    assert result.blocks == ("term.over",)
    assert dict(result.reasons[0].facts) == {"days": 60, "most": 30, "grade": "B"}
    assert codes(days=30, grade="B", max_days=30) == []
    assert codes(days=1, grade="D", max_days=0) == ["term.prepaid"]
    assert codes(days=0, grade="D", max_days=0) == []
    assert codes(days=None, grade="D", max_days=0) == []
    assert codes(days=45, max_days=30) == ["term.unrated"]
    assert verdict(days=45, max_days=30) is Level.WARN


def test_a_new_customers_stage_bounds_the_term():
    assert codes(days=15, stage=0) == ["stage.prepaid"]
    assert codes(days=15, stage=2) == []
    assert codes(days=31, stage=3) == ["stage.over"]


# -- standing


def test_a_hold_blocks_what_it_stops_and_is_told_otherwise():
    assert verdict(holds=(held(),)) is Level.BLOCK
    assert verdict(holds=(held(Scope.DELIVERIES),)) is Level.WARN
    assert verdict(holds=(held(Scope.DELIVERIES),), scope=Scope.DELIVERIES) is Level.BLOCK


def test_only_a_firm_in_business_may_buy_on_credit():
    assert codes(registry=RegistryStatus.REVOKED) == ["registry"]
    assert codes(registry=RegistryStatus.EXISTING) == codes(registry=None) == []


def test_expired_cover_and_a_missing_rate_are_warned_of():
    assert codes(cover_ended_on=date(2026, 10, 1)) == ["cover"]
    assert codes(unvalued=("USD",)) == ["unvalued"]


# -- leave


def test_leave_turns_a_block_into_a_warning_up_to_its_ceiling():
    result = check(asked(**OVER, overrides=(leave(250_00),)), POLICY)
    assert result.verdict is Level.WARN
    assert result.blocks == ("limit.over",)
    assert result.override.id == 7
    assert {one.rule for one in result.reasons} == {Rule.LIMIT, Rule.OVERRIDE}
    assert verdict(**OVER, overrides=(leave(249_99),)) is Level.BLOCK


def test_leave_ends_and_covers_only_the_blocks_it_was_given_for():
    ended = leave(900_00, until=date(2026, 11, 19))
    assert verdict(**OVER, overrides=(ended,)) is Level.BLOCK
    given_for = leave(900_00, blocks=("limit.over",))
    assert verdict(**OVER, overrides=(given_for,)) is Level.WARN
    assert verdict(**OVER, holds=(held(),), overrides=(given_for,)) is Level.BLOCK
    assert verdict(**OVER, overrides=(leave(900_00, currency="USD"),)) is Level.BLOCK


def test_a_share_is_rounded_half_up_to_a_decimal():
    assert percent(1, 3) == Decimal("33.3")
    assert percent(1, 2000) == Decimal("0.1")
    assert percent(1, 0) == 0


@given(
    exposure=st.integers(-(10**9), 10**9),
    limit=st.integers(0, 10**9),
    amount=st.integers(0, 10**9),
    more=st.integers(0, 10**9),
)
def test_asking_for_more_never_makes_the_verdict_better(exposure, limit, amount, more):
    less = verdict(exposure=exposure, limit=limit, amount=amount)
    greater = verdict(exposure=exposure, limit=limit, amount=amount + more)
    assert greater.rank >= less.rank
