"""What other systems prove about fees and interest, as far as interest is concerned."""

from datetime import date

import pytest

from domain.errors import NoInterest
from domain.services.interest import Asked, claim_interest, interest_on


def _on(text):
    return date.fromisoformat(text)


def _total(desk, document, as_of, mode):
    return interest_on(desk.book.reader, document, _on(as_of), Asked(mode=mode)).found.total


def _claim(desk, document, to_on, mode):
    return claim_interest(desk.uow(), document, _on(to_on), Asked(mode=mode)).value


def test_c13_percentages_are_of_the_original_principal(desk):
    """Debt 100: a claim of 10, then one of 15 % of 100, not of 110: 125 and not 126.50."""
    debt = desk.invoice("100.00", "2026-01-05", due="2026-01-05")
    _claim(desk, debt, "2026-01-10", "CN_CONTRACT:2%/day")
    assert desk.balance() == "110.00"
    _claim(desk, debt, "2026-01-15", "CN_CONTRACT:3%/day")
    assert desk.balance() == "125.00"


def test_c15_fifteen_days_of_ten_percent(desk):
    debt = desk.invoice("100.00", "2026-01-05", due="2026-01-05")
    assert _total(desk, debt, "2026-01-20", "CN_CONTRACT:10%/year") == 41


def test_c16_interest_stays_claimable_when_only_the_principal_is_paid(desk):
    debt = desk.invoice("100.00", "2026-01-05", due="2026-01-05")
    desk.receipt("100.00", "2026-01-20", uses=[desk.use(debt, "100.00")])
    assert desk.open(debt) == "0.00"
    assert _total(desk, debt, "2026-06-30", "CN_CONTRACT:10%/year") == 41
    note = _claim(desk, debt, "2026-06-30", "CN_CONTRACT:10%/year")
    assert (desk.open(note), desk.balance()) == ("0.41", "0.41")


def test_c16_a_claim_made_before_the_payment_stays_open_after_it(desk):
    debt = desk.invoice("100.00", "2026-01-05", due="2026-01-05")
    note = _claim(desk, debt, "2026-01-20", "CN_CONTRACT:10%/year")
    desk.receipt("100.00", "2026-01-20", uses=[desk.use(debt, "100.00")])
    assert (desk.open(debt), desk.open(note), desk.balance()) == ("0.00", "0.41", "0.41")


def test_c18_three_claims_on_three_days_are_three_lines_of_those_days(desk):
    debt = desk.invoice("10000.00", "2026-01-05", due="2026-01-05")
    made = {}
    for day, percent in (("06", "1.01"), ("07", "1.02"), ("08", "1.03")):
        note = _claim(desk, debt, f"2026-01-{day}", f"CN_CONTRACT:{percent}%/day")
        made[day] = desk.open(note)
        with desk.uow() as uow:
            assert uow.document(note).issued_on == _on(f"2026-01-{day}")
    assert made == {"06": "101.00", "07": "102.00", "08": "103.00"}


def test_c19_a_claim_is_a_document_of_its_own_and_the_invoice_stays(desk):
    debt = desk.invoice("10.00", "2026-01-05", due="2026-01-05")
    note = _claim(desk, debt, "2026-01-06", "CN_CONTRACT:100%/day")
    assert (desk.open(debt), desk.open(note), desk.balance()) == ("10.00", "10.00", "20.00")
    _claim(desk, debt, "2026-01-07", "CN_CONTRACT:100%/day")
    assert (desk.open(debt), desk.balance()) == ("10.00", "30.00")


def test_c20_interest_is_simple_and_interest_on_interest_is_refused(desk):
    debt = desk.invoice("1000.00", "2024-12-31", due="2024-12-31")
    note = _claim(desk, debt, "2025-12-31", "CN_CONTRACT:10%/year")
    assert desk.open(note) == "100.00"
    assert _total(desk, debt, "2026-12-31", "CN_CONTRACT:10%/year") == 20_000
    with pytest.raises(NoInterest):
        _total(desk, note, "2026-12-31", "CN_CONTRACT:10%/year")
