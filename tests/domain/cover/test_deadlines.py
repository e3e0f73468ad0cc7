"""The days of a policy on each debt: notify, stop, claim; who needs the insurer's consent."""

from datetime import date

from domain.cover.deadlines import (
    Acts,
    Step,
    by_buyer,
    days_of,
    insured_debts,
    needs_consent,
)
from domain.cover.insurance import AdverseInformation, covered
from domain.cover.params import CoverRules, alert_of
from tests.domain.cover.cover_desk import debt, insurance, limit, policy, record

ALERTS = CoverRules().insurance_alerts
NONE = Acts(notified={}, claimed={})
DUE = date(2026, 1, 31)


def _days(**more):
    more.setdefault("as_of", date(2026, 2, 1))
    return days_of(policy(), DUE, **more)


def test_the_days_of_a_debt_follow_from_the_policy():
    days = _days()
    assert days.mep_ends_on == date(2026, 4, 1)
    assert days.notify_by == date(2026, 5, 1)
    assert days.stop_ship_from == date(2026, 4, 1)
    assert days.claim_by == date(2026, 10, 1)
    assert days.claimable_from is None
    assert (days.step, days.next_on) == (Step.NOTIFY, date(2026, 5, 1))


def test_a_claim_waits_from_the_notice_and_then_ends_with_the_window():
    told = {"notified_on": date(2026, 4, 20)}
    waiting = _days(as_of=date(2026, 9, 19), **told)
    assert (waiting.claimable_from, waiting.step) == (date(2026, 9, 20), Step.WAIT)
    ready = _days(as_of=date(2026, 9, 20), **told)
    assert (ready.step, ready.next_on) == (Step.CLAIM, date(2026, 10, 1))
    done = _days(as_of=date(2026, 9, 25), claimed_on=date(2026, 9, 24), **told)
    assert (done.step, done.next_on) == (Step.CLAIMED, None)


def test_adverse_information_stops_shipments_before_the_extension_ends():
    assert _days(adverse_on=date(2026, 2, 10)).stop_ship_from == date(2026, 2, 10)
    assert _days(adverse_on=date(2026, 6, 1)).stop_ship_from == date(2026, 4, 1)
    by_terms = days_of(policy(stop_ship_days=15), DUE, as_of=DUE)
    assert by_terms.stop_ship_from == date(2026, 2, 15)


def test_months_end_on_the_last_day_of_a_shorter_month():
    days = days_of(policy(mep_days=0), date(2026, 8, 31), as_of=DUE)
    assert days.claim_by == date(2027, 2, 28)


def test_alerts_are_told_at_30_14_7_and_3_days_and_past_the_day():
    told = [alert_of(left, ALERTS) for left in (31, 30, 15, 14, 8, 7, 4, 3, 0, -1)]
    assert told == [None, 30, 30, 14, 14, 7, 7, 3, 3, 0]


def test_the_list_has_the_nearest_first_and_leaves_out_what_is_excluded():
    known = insurance(limit(90_000_000))
    debts = [
        debt(1, due="2026-03-20"),
        debt(2, due="2026-03-01"),
        debt(3, due="2026-02-20", claim="interest"),
        debt(4, due="2026-02-25"),
    ]
    acts = Acts(notified={4: date(2026, 5, 20)}, claimed={})
    as_of = date(2026, 5, 28)
    found = insured_debts(known, covered(known, debts), acts, as_of, ALERTS)
    assert [one.cover.debt.number for one in found] == ["INV-2", "INV-1", "INV-4"]
    assert [one.days_left for one in found] == [2, 21, 151]
    assert [one.alert for one in found] == [3, 30, None]
    assert [one.days.step for one in found] == [Step.NOTIFY, Step.NOTIFY, Step.WAIT]


def test_what_happened_after_the_day_is_not_known_yet():
    known = insurance(limit(90_000_000))
    acts = Acts(notified={1: date(2026, 5, 20)}, claimed={1: date(2026, 6, 1)})
    rows = covered(known, [debt(1)])
    (before,) = insured_debts(known, rows, acts, date(2026, 5, 19), ALERTS)
    (after,) = insured_debts(known, rows, acts, date(2026, 6, 2), ALERTS)
    assert (before.days.step, after.days.step) == (Step.NOTIFY, Step.CLAIMED)


def test_a_debt_not_yet_due_is_no_alert():
    known = insurance(limit(90_000_000), mep_days=0, noa_days=5)
    (one,) = insured_debts(known, covered(known, [debt(1)]), NONE, date(2026, 3, 3), ALERTS)
    assert (one.days_left, one.alert, one.is_overdue) == (5, None, False)


def test_a_plan_beyond_the_extension_needs_the_insurers_consent():
    assert not needs_consent(policy(), DUE, date(2026, 4, 1))
    assert needs_consent(policy(), DUE, date(2026, 4, 2))
    assert needs_consent(policy(), DUE, DUE, waives=True)


def test_buyers_are_summed_with_their_limit_of_the_day_and_when_to_stop():
    adverse = record(AdverseInformation(what="被执行"), customer=7, on=date(2026, 4, 10), key=9)
    known = insurance(
        limit(15_000_000), limit(12_000_000, date(2026, 4, 1), key=2), adverse=[adverse]
    )
    rows = covered(known, [debt(1), debt(2, 8_000_000), debt(3, 1_000, customer_id=8, code="C8")])
    own, insured = by_buyer(known, rows, date(2026, 4, 15))[::-1]
    assert (insured.code, insured.open, insured.covered, insured.insured) == (
        "C7",
        18_000_000,
        15_000_000,
        13_500_000,
    )
    assert (insured.own, insured.excluded, insured.limit, insured.free) == (
        4_500_000,
        3_000_000,
        12_000_000,
        0,
    )
    assert insured.stop_from == date(2026, 4, 10)
    assert insured.overdue == 18_000_000
    assert (own.code, own.own, own.insured) == ("C8", 1_000, 0)
