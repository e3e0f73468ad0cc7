"""Applications: states, levels, four eyes, how long a decision takes."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from domain.credit.approval import (
    ApprovalStep,
    CreditApplication,
    Decision,
    State,
    check_four_eyes,
    levels_needed,
    median_days,
    standing,
    withheld,
)
from domain.credit.limit_policy import ApprovalPolicy
from domain.credit.limits import Source
from domain.errors import FourEyes
from domain.record import Record

DAY = date(2026, 3, 2)
POLICY = ApprovalPolicy()


def applied(number=1, levels=3, on=DAY, **more):
    value = CreditApplication(
        number=f"CA-{number}", applicant="周敏", currency="CNY", minor=100, levels=levels,
        applied_on=on, **more,
    )  # fmt: skip
    return Record(id=number, value=value, customer_id=7, dated_on=on)


def said(number, level, who, decision=Decision.APPROVE, *, on=DAY, minor=None, application=1):
    value = ApprovalStep(
        application_id=application, number="CA-1", level=level, who=who, decision=decision,
        minor=minor,
    )  # fmt: skip
    return Record(id=number, value=value, customer_id=7, dated_on=on)


def test_it_goes_up_level_by_level_until_the_last_approves():
    steps = [said(11, 1, "A"), said(12, 2, "B"), said(13, 3, "C")]
    found = [standing(applied(), steps[:n]) for n in range(4)]
    assert [one.level for one in found] == [1, 2, 3, 0]
    assert found[3].state is State.APPROVED
    assert found[3].decided_on == DAY


def test_one_rejection_or_return_ends_the_round():
    assert standing(applied(), [said(11, 1, "A", Decision.REJECT)]).state is State.REJECTED
    returned = standing(applied(), [said(11, 1, "A", Decision.RETURN)])
    assert returned.state is State.RETURNED
    assert returned.open
    assert returned.decided_on is None


def test_a_draft_waits_for_nobody_and_steps_of_an_earlier_version_do_not_count():
    assert standing(applied(submitted=False), []).state is State.DRAFT
    assert standing(applied(), [said(11, 1, "A", application=99)]).level == 1


def test_the_lowest_amount_approved_is_granted():
    steps = [said(11, 1, "A", minor=90), said(12, 2, "B"), said(13, 3, "C", minor=80)]
    assert standing(applied(), steps).minor == 80


@pytest.mark.parametrize(
    "minor, levels",
    [(4_999_999, 1), (5_000_000, 2), (19_999_999, 2), (20_000_000, 3), (None, 3)],
)
def test_the_amount_says_how_many_levels_decide(minor, levels):
    assert levels_needed(minor, new_customer=False, policy=POLICY) == levels
    assert levels_needed(minor, new_customer=True, policy=POLICY) == 3


def test_who_applies_does_not_decide_and_nobody_decides_twice():
    found = standing(applied(), [said(11, 1, "陈立")])
    check_four_eyes(found, "方静", POLICY)
    with pytest.raises(FourEyes) as raised:
        check_four_eyes(found, " 周敏 ", POLICY)
    assert raised.value.facts["rule"] == "applicant"
    with pytest.raises(FourEyes) as raised:
        check_four_eyes(found, "陈立", POLICY)
    assert raised.value.facts["rule"] == "level"


def test_the_policy_can_switch_either_rule_off():
    found = standing(applied(), [said(11, 1, "A")])
    check_four_eyes(found, "A", replace(POLICY, separate_levels=False))
    check_four_eyes(found, "周敏", replace(POLICY, four_eyes=False))


def test_the_median_days_by_the_month_of_the_decision():
    def decided(number, on):
        steps = [said(10 + number, 1, "A", on=on, application=number)]
        return standing(applied(number, levels=1), steps)

    march = [decided(n, date(2026, 3, d)) for n, d in ((1, 4), (2, 6), (3, 11))]
    april = [decided(n, date(2026, 4, d)) for n, d in ((4, 1), (5, 4))]
    waiting = standing(applied(6), [])
    assert median_days([*march, *april, waiting]) == {
        date(2026, 3, 1): Fraction(4),
        date(2026, 4, 1): Fraction(63, 2),
    }


def test_it_is_overdue_after_the_policys_days():
    found = standing(applied(), [])
    assert not found.overdue_on(date(2026, 3, 7), POLICY)
    assert found.overdue_on(date(2026, 3, 8), POLICY)
    done = standing(applied(levels=1), [said(11, 1, "A")])
    assert not done.overdue_on(date(2026, 9, 1), POLICY)


def test_a_new_customer_has_no_credit_until_the_decision():
    waiting = standing(applied(new_customer=True), [])
    refused = standing(
        applied(2, new_customer=True), [said(1, 1, "A", Decision.REJECT, application=2)]
    )
    granted = standing(applied(3, 1, new_customer=True), [said(1, 1, "A", application=3)])
    assert withheld([waiting], "CNY") is Source.PENDING
    assert withheld([waiting, refused], "CNY") is Source.REJECTED
    assert withheld([waiting, refused, granted], "CNY") is None
    assert withheld([standing(applied(), [])], "CNY") is None
    assert withheld([waiting], "USD") is None
