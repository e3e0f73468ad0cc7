"""Declarations: what of a month is declared, by when, each document once."""

from datetime import date

from domain.cover.declarations import declaration, declare_by
from tests.domain.cover.cover_desk import debt, insurance, limit, policy


def test_a_month_is_declared_so_many_days_after_its_end():
    assert declare_by(policy(), date(2026, 10, 1)) == date(2026, 11, 15)
    assert declare_by(policy(declare_days=5), date(2026, 2, 10)) == date(2026, 3, 5)


def test_insured_shipments_are_declared_whole_even_above_the_limit_and_once():
    known = insurance(limit(5_000_000), related="C9")
    shipments = [
        debt(2, 8_000_000, shipped="2026-02-09", due="2026-03-11"),
        debt(1, 4_000_000, shipped="2026-02-01"),
        debt(3, 9_000_000, code="C9", customer_id=9),
        debt(4, 1_000, claim="interest"),
        debt(5, 1_000, shipped="2026-02-11", due="2026-03-13"),
        debt(6, 1_000, currency="USD"),
    ]
    found = declaration(known, policy(), date(2026, 2, 15), shipments, {5})
    assert [line.number for line in found.lines] == ["INV-1", "INV-2"]
    assert found.total_minor == 12_000_000
    assert (found.month, found.declare_by) == (date(2026, 2, 1), date(2026, 3, 15))
