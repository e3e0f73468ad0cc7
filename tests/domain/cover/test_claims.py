"""Losses and claims: what is paid, how recoveries are shared, where a claim stands."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from domain.cover.claims import (
    ClaimRecovery,
    ClaimState,
    ClaimStep,
    InsuranceClaim,
    indemnity,
    position,
    share_recovery,
)
from domain.cover.insurance import Cause
from tests.domain.cover.cover_desk import policy, record

FILED = date(2026, 9, 1)


def test_the_indemnity_is_the_share_of_the_loss_within_the_limit_less_the_deductible():
    terms = policy(deductible_minor=200_000)
    assert indemnity(terms, 10_000_000, 8_000_000) == 7_000_000
    assert indemnity(terms, 100_000, 8_000_000) == 0
    assert indemnity(policy(), 10_000_000, 20_000_000) == 9_000_000


def test_a_policy_pays_no_more_in_all_than_its_maximum():
    terms = policy(maximum_minor=10_000_000)
    assert indemnity(terms, 10_000_000, 20_000_000, paid_before=4_000_000) == 6_000_000
    assert indemnity(terms, 10_000_000, 20_000_000, paid_before=12_000_000) == 0


def test_a_recovery_is_shared_as_the_loss_was_borne():
    shared = share_recovery(1_000_000, loss=10_000_000, paid=7_000_000)
    assert (shared.insurer, shared.own) == (700_000, 300_000)
    before = share_recovery(1_000_000, loss=10_000_000, paid=0)
    assert (before.insurer, before.own) == (0, 1_000_000)
    last = share_recovery(1_000_000, loss=10_000_000, paid=7_000_000, given_back=6_900_000)
    assert (last.insurer, last.own) == (100_000, 900_000)


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.integers(0, 10**9), st.integers(0, 10**9))
def test_shares_add_up_and_never_give_back_more_than_was_paid(amount, loss, paid, given_back):
    shared = share_recovery(amount, loss=loss, paid=paid, given_back=given_back)
    assert shared.insurer + shared.own == amount
    assert 0 <= shared.insurer <= max(paid - given_back, 0)


def _claim():
    value = InsuranceClaim(
        number="IC-2026-0001",
        policy="P-1",
        cause=Cause.PROTRACTED_DEFAULT,
        currency="CNY",
        gross_minor=12_000_000,
        deductions_minor=2_000_000,
        limit_minor=8_000_000,
        insured_percent=Decimal(90),
        deductible_minor=200_000,
        indemnity_minor=7_000_000,
    )
    return record(value, customer=7, on=FILED)


def _step(state, on, amount=0, key=1, claim="IC-2026-0001"):
    return record(ClaimStep(claim=claim, state=state, amount_minor=amount), on=on, key=key)


def _back(amount, on, key=1):
    return record(ClaimRecovery(claim="IC-2026-0001", amount_minor=amount), on=on, key=key)


def test_a_claim_stands_where_its_last_step_left_it():
    steps = [
        _step(ClaimState.DOCUMENTS_ASKED, date(2026, 9, 10), key=1),
        _step(ClaimState.ACCEPTED, date(2026, 10, 1), 7_000_000, key=2),
        _step(ClaimState.PAID, date(2026, 10, 8), 7_000_000, key=3),
        _step(ClaimState.REFUSED, date(2026, 10, 9), key=4, claim="IC-2026-0002"),
    ]
    back = [_back(500_000, date(2026, 10, 7)), _back(1_000_000, date(2026, 11, 1), key=2)]
    filed = position(_claim(), steps, back, date(2026, 9, 9))
    assert (filed.state, filed.own_loss) == (ClaimState.FILED, 10_000_000)
    assert filed.decide_by == date(2026, 10, 1)
    assert filed.interim_by == date(2026, 10, 31)
    assert filed.sue_by == date(2028, 9, 1)
    paid = position(_claim(), steps, back, date(2026, 12, 1))
    assert (paid.state, paid.agreed, paid.paid) == (ClaimState.PAID, 7_000_000, 7_000_000)
    assert (paid.recovered, paid.to_insurer) == (1_500_000, 700_000)
    assert paid.own_loss == 2_200_000
