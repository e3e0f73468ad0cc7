from datetime import date

import pytest

from domain.document import Kind
from domain.sample import days
from domain.sample.dice import Dice
from domain.sample.events import Closing, Objection, Offset, Payment, Sale
from domain.sample.firms import COMPANY, firms
from domain.sample.habits import first_part, payday
from domain.sample.plan import plan

AS_OF = date(2026, 11, 20)
RARE = set("喆堃镕犇昇珺翀㛃")


@pytest.fixture(scope="module")
def made():
    return plan(AS_OF)


def of(made, kind):
    return [event for event in made.events if isinstance(event, kind)]


def test_the_same_day_gives_the_same_plan(made):
    assert plan(AS_OF) == made


def test_another_day_gives_another_plan(made):
    assert plan(date(2026, 11, 19)) != made


@pytest.mark.parametrize(
    "day", [date(2024, 2, 29), date(2026, 1, 1), date(2026, 3, 2), date(2027, 7, 31)]
)
def test_every_day_has_a_sample_with_nothing_after_it(day):
    events = plan(day).events
    assert max(event.on for event in events) <= day
    assert 1300 < sum(isinstance(event, Sale) for event in events) < 1800


def test_there_is_business_for_two_years_on_working_days(made):
    invoices = [sale for sale in of(made, Sale) if sale.kind is Kind.INVOICE]
    assert 1400 < len(invoices) < 1600
    assert min(sale.on for sale in invoices) < date(2024, 11, 15)
    assert all(days.is_working(event.on) for event in of(made, Sale) + of(made, Payment))


def test_invoices_bunch_at_the_end_of_the_month(made):
    invoices = [sale for sale in of(made, Sale) if sale.kind is Kind.INVOICE]
    assert sum(sale.on.day > 20 for sale in invoices) > len(invoices) * 0.55


def test_money_comes_late_in_parts_and_for_several_invoices(made):
    payments = of(made, Payment)
    assert sum(len(payment.pieces) > 1 for payment in payments) > 150
    pieces = [piece for payment in payments for piece in payment.pieces]
    keys = [(piece.key, piece.seq) for piece in pieces]
    assert len(keys) - len(set(keys)) > 30
    assert any(piece.discount for piece in pieces)
    assert any(piece.write_off for piece in pieces)


def test_notes_name_their_invoice_and_disputes_end_or_stay(made):
    notes = [s for s in of(made, Sale) if s.kind in {Kind.CREDIT_NOTE, Kind.DEBIT_NOTE}]
    known = {sale.key for sale in of(made, Sale)}
    assert len(notes) > 40
    assert all(note.about in known for note in notes)
    assert len(of(made, Offset)) > 30
    assert 3 <= len(of(made, Objection)) - len(of(made, Closing)) <= 12


def test_amounts_are_seldom_round(made):
    amounts = [sale.amount for sale in of(made, Sale)]
    assert sum(amount % 100_000 == 0 for amount in amounts) < len(amounts) * 0.03


def test_the_firms_are_sixty_and_none_is_real():
    found = firms()
    assert len(found) == len({firm.name for firm in found}) == 60
    assert sum(firm.country == "CN" for firm in found) == 52
    assert all("555" in firm.phone for firm in found)
    assert all(".example." in firm.email for firm in found)
    assert ".example." in COMPANY.email
    assert {firm.owner for firm in found} == {"周敏", "陈立", "顾一鸣", "许佳"}


def test_no_tax_number_passes_its_own_check():
    from stdnum.cn import uscc

    numbers = [firm.tax_id for firm in firms() if firm.tax_id] + [COMPANY.tax_id]
    assert len(numbers) > 40
    assert not any(uscc.is_valid(number) for number in numbers)
    assert all(len(number) == 18 for number in numbers)


def test_contacts_have_characters_that_few_fonts_have():
    assert set("".join(firm.contact for firm in firms())) >= RARE


@pytest.mark.parametrize(
    "rule, wanted, paid",
    [
        (0, date(2026, 11, 21), date(2026, 11, 23)),
        (1, date(2026, 11, 23), date(2026, 11, 27)),
        (2, date(2026, 11, 9), date(2026, 11, 10)),
        (2, date(2026, 11, 26), date(2026, 12, 10)),
        (2, date(2026, 12, 29), date(2027, 1, 11)),
        (3, date(2026, 11, 3), date(2026, 11, 27)),
        (3, date(2026, 11, 30), date(2026, 11, 30)),
    ],
)
def test_firms_pay_on_their_own_days(rule, wanted, paid):
    assert payday(rule, wanted) == paid


def test_a_first_part_is_a_round_amount_below_the_whole():
    dice = Dice("parts")
    for left in (1_600_000, 4_999_999, 12_860_000):
        part = first_part(dice, left)
        assert part % 100_000 == 0
        assert 0 < part < left
