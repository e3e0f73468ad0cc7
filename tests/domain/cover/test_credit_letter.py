"""Letters of credit: ship, present, expire."""

from datetime import date

from domain.cover.credit_letter import CreditLetter, CreditStep, chain
from domain.cover.params import CoverRules

ALERTS = CoverRules().credit_alerts
EXPIRES, SHIP_BY = date(2026, 12, 15), date(2026, 11, 30)


def _chain(as_of, **more):
    values = {"expires_on": EXPIRES, "latest_shipment_on": SHIP_BY}
    return chain(CreditLetter(**(values | more)), as_of, ALERTS)


def test_documents_are_presented_within_21_days_of_shipment():
    found = _chain(date(2026, 11, 22), shipped_on=date(2026, 11, 20))
    assert (found.step, found.present_by) == (CreditStep.PRESENT, date(2026, 12, 11))
    assert (found.days_left, found.alert) == (19, None)


def test_never_after_the_credit_expires_nor_later_than_it_says():
    assert _chain(SHIP_BY, shipped_on=SHIP_BY).present_by == EXPIRES
    ten = _chain(SHIP_BY, shipped_on=date(2026, 11, 20), presentation_days=10)
    assert ten.present_by == SHIP_BY


def test_before_shipment_the_latest_day_to_ship_is_next():
    found = _chain(date(2026, 11, 28))
    assert (found.step, found.next_on, found.alert) == (CreditStep.SHIP, SHIP_BY, 3)
    assert _chain(date(2026, 11, 1), latest_shipment_on=None).ship_by == EXPIRES
    assert _chain(date(2026, 12, 1)).step is CreditStep.LAPSED


def test_shipped_late_is_told_and_presented_ends_it():
    late = _chain(date(2026, 12, 2), shipped_on=date(2026, 12, 1))
    assert late.shipped_late
    done = _chain(EXPIRES, shipped_on=date(2026, 11, 20), presented_on=date(2026, 12, 11))
    assert (done.step, done.next_on, done.days_left) == (CreditStep.PRESENTED, None, None)
    missed = _chain(EXPIRES, shipped_on=date(2026, 11, 20), presented_on=date(2026, 12, 12))
    assert missed.step is CreditStep.LAPSED
