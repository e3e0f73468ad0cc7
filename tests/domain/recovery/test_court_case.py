"""The days of a case: worked dates of each way, and when they are over."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.record import Record
from domain.recovery.court_case import (
    ENDS,
    EVENTS,
    CaseStep,
    CourtCase,
    Due,
    Route,
    Step,
    case_days,
    standing,
)
from domain.recovery.forms import DUES, FIRST, NEXT, ROUTES, STEPS

TODAY = date(2026, 11, 24)


def _steps(*told):
    """Return records of (step, ISO day, ISO day it sets or None)."""
    return [
        Record(
            id=number,
            value=CaseStep(step=step, due_on=date.fromisoformat(due) if due else None, case_id=1),
            customer_id=1,
            dated_on=date.fromisoformat(on),
        )
        for number, (step, on, due) in enumerate(told, start=10)
    ]


def _days(*told, day=TODAY):
    return [(one.due, one.on.isoformat()) for one in case_days(_steps(*told), day)]


def test_the_court_decides_on_a_payment_order_in_five_days():
    assert _days((Step.ORDER_APPLIED, "2026-11-02", None)) == [(Due.COURT_ACCEPTS, "2026-11-07")]


def test_and_issues_it_in_fifteen():
    found = _days(
        (Step.ORDER_APPLIED, "2026-11-02", None), (Step.ORDER_ACCEPTED, "2026-11-05", None)
    )
    assert found == [(Due.COURT_ISSUES, "2026-11-20")]


def test_the_debtor_has_fifteen_days_then_two_years_run_to_enforce():
    found = _days((Step.ORDER_SERVED, "2026-11-23", None))
    assert found == [(Due.DEBTOR_OBJECTS, "2026-12-08"), (Due.ENFORCE, "2028-12-08")]
    later = _days((Step.ORDER_SERVED, "2026-11-23", None), day=date(2026, 12, 9))
    assert later == [(Due.ENFORCE, "2028-12-08")]


def test_an_objection_ends_the_order_and_asks_for_a_suit():
    told = ((Step.ORDER_SERVED, "2026-11-10", None), (Step.ORDER_OBJECTED, "2026-11-20", None))
    assert _days(*told) == [(Due.SUE_AFTER_OBJECTION, "2026-11-27")]
    assert _days(*told, (Step.FILED, "2026-11-22", None)) == []


def test_a_suit_follows_preservation_within_thirty_days():
    told = ((Step.PRESERVATION_APPLIED, "2026-10-30", None), (Step.PRESERVED, "2026-11-02", None))
    assert _days(*told) == [(Due.SUE_AFTER_PRESERVATION, "2026-12-02")]
    assert _days(*told, (Step.ARBITRATION_FILED, "2026-11-20", None)) == []


def test_what_was_ours_and_is_past_stays_until_it_is_done():
    told = ((Step.PRESERVED, "2026-10-02", None),)
    assert _days(*told) == [(Due.SUE_AFTER_PRESERVATION, "2026-11-01")]


def test_a_hearing_passes_by_itself():
    told = ((Step.FILED, "2026-10-01", None), (Step.HEARING, "2026-11-01", "2026-11-30"))
    assert _days(*told) == [(Due.APPEAR, "2026-11-30")]
    assert _days(*told, day=date(2026, 12, 1)) == []


def test_a_judgment_may_be_appealed_against_an_award_may_not():
    judged = (Step.JUDGMENT, "2026-11-20", None)
    assert _days((Step.FILED, "2026-08-01", None), judged) == [(Due.APPEAL, "2026-12-05")]
    assert _days((Step.ARBITRATION_FILED, "2026-08-01", None), judged) == []


def test_a_judgment_in_force_is_enforced_within_two_years_of_the_last_day_to_pay():
    told = ((Step.JUDGMENT, "2026-10-01", None), (Step.IN_FORCE, "2026-10-20", "2026-12-01"))
    assert _days(*told) == [(Due.DEBTOR_PAYS, "2026-12-01"), (Due.ENFORCE, "2028-12-01")]
    assert _days(*told, (Step.ENFORCEMENT, "2026-11-20", None)) == []


def test_without_a_day_to_pay_the_two_years_run_from_the_force():
    assert _days((Step.IN_FORCE, "2024-02-29", None)) == [(Due.ENFORCE, "2026-02-28")]


def test_a_claim_in_bankruptcy_is_filed_by_the_courts_day_or_in_thirty():
    accepted = (Step.BANKRUPTCY_ACCEPTED, "2026-11-01", None)
    assert _days(accepted) == [(Due.FILE_CLAIM, "2026-12-01")]
    period = (Step.CLAIM_PERIOD, "2026-11-05", "2027-01-20")
    assert _days(accepted, period) == [(Due.FILE_CLAIM, "2027-01-20")]
    assert _days(accepted, period, (Step.CLAIM_FILED, "2026-11-20", None)) == []


@pytest.mark.parametrize("end", sorted(ENDS))
def test_an_ended_case_has_no_days(end):
    assert _days((Step.PRESERVED, "2026-11-02", None), (end, "2026-11-20", None)) == []


def test_a_case_sums_its_money_and_tells_its_last_step():
    steps = _steps((Step.FILED, "2026-10-01", None), (Step.COST, "2026-10-02", None))
    paid = Record(
        id=99,
        value=CaseStep(step=Step.RECOVERED, amount=500_00, case_id=1),
        customer_id=1,
        dated_on=date(2026, 11, 1),
    )
    case = Record(
        id=1,
        value=CourtCase(route=Route.LAWSUIT, court="示例法院", claim=1000_00),
        customer_id=1,
        dated_on=date(2026, 10, 1),
    )
    found = standing(case, [*steps, paid], TODAY)
    assert (found.last, found.recovered, found.ended) == (Step.FILED, 500_00, False)
    before = standing(case, [*steps, paid], date(2026, 10, 15))
    assert before.recovered == 0


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 900))
def test_days_are_never_before_the_step_they_follow_from(on, later):
    steps = [
        Record(id=1, value=CaseStep(step=step, case_id=1), customer_id=1, dated_on=on)
        for step in (Step.ORDER_SERVED, Step.PRESERVED, Step.BANKRUPTCY_ACCEPTED)
    ]
    found = case_days(steps, on + timedelta(days=later))
    assert all(one.on > one.since for one in found)
    assert found == sorted(found, key=lambda one: (one.on, one.due))


def test_every_code_has_its_words():
    assert set(STEPS) == set(Step)
    assert set(DUES) == set(Due)
    assert set(ROUTES) == set(FIRST) == set(Route)
    assert set(EVENTS) <= set(Step)
    assert set(NEXT) <= set(Step)
