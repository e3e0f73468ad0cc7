"""Figures of a whole book: currencies apart, twelve months, the book's own currency."""

from datetime import date

import pytest

from domain.errors import RateMissing
from domain.services import figures
from tests.desk import day


def test_a_year_of_behaviour_by_customer_and_currency(desk):
    other = desk.customer("A1")
    for who, money in ((desk.first, None), (other, "USD"), (other, None)):
        made = desk.invoice("10.00", "2026-01-01", due="2026-01-31", customer=who, currency=money)
        uses = [desk.use(made, "10.00", currency=money)]
        desk.receipt("10.00", "2026-02-03", uses=uses, customer=who, currency=money)

    told = figures.payment_behaviour(desk.book.reader, date(2026, 12, 31), None)

    assert [(one.code, one.currency, pattern.median) for one, pattern in told] == [
        ("A1", "CNY", 3),
        ("A1", "USD", 3),
        ("C1", "CNY", 3),
    ]
    assert len(figures.payment_behaviour(desk.book.reader, date(2026, 12, 31), "USD")) == 1
    assert figures.payment_behaviour(desk.book.reader, date(2027, 2, 3), None) == []


def test_by_currency_the_book_value_counts_and_a_missing_rate_is_told(desk):
    desk.invoice("100.00", "2026-01-01")
    dollars = desk.invoice("50.00", "2026-01-01", currency="USD", rate="7.10")
    uses = [desk.use(dollars, "20.00", currency="USD")]
    desk.receipt("20.00", "2026-01-10", uses=uses, currency="USD", rate="7.20")

    def ranked(of):
        reader = desk.book.reader
        (told,) = figures.concentration(
            reader, date(2026, 1, 31), by="currency", of=of, currency=None
        )
        return [(share.key[2], share.minor) for share in told.shares]

    assert ranked("balance") == [("USD", 213_00), ("CNY", 100_00)]
    assert ranked("sales") == [("USD", 355_00), ("CNY", 100_00)]
    desk.invoice("1.00", "2026-01-02", currency="EUR")
    for of in ("balance", "sales"):
        with pytest.raises(RateMissing):
            ranked(of)


def test_the_insurance_tests_look_at_twelve_months_in_the_books_currency(desk):
    abroad = desk.customer("D1", country="DE")
    desk.invoice("9000000.00", "2025-03-31", due="2026-03-31")
    desk.invoice("1000000.00", "2025-04-01", due="2025-05-01")
    desk.invoice("100000.00", "2026-03-31", customer=abroad, currency="EUR", rate="8.00")
    desk.invoice("1.00", "2026-03-31", currency="USD")
    desk.invoice("10.00", "2026-03-31", customer=abroad)

    need = figures.insurance_tests(desk.book.reader, date(2026, 3, 31))

    assert (need.currency, list(need.foreign), need.unvalued) == ("CNY", ["EUR", "USD", "D1"], 1)
    values = {check.measure.value: check.value for check in need.checks}
    assert (values["sales"], values["foreign"], values["longest_term"]) == (1_800_010, 3, 30)


def test_an_empty_book_has_nothing_to_tell(desk):
    reader, on = desk.book.reader, date(2026, 3, 31)

    assert figures.key_figures(reader, on, None) == {}
    assert figures.key_figures(reader, on, "CNY") == {"CNY": []}
    assert figures.concentration(reader, on, by="currency", of="sales", currency=None) == []
    assert figures.payment_behaviour(reader, on, None) == []
    assert not any(check.is_met for check in figures.insurance_tests(reader, on).checks)


@pytest.mark.parametrize("on,before", [("2026-11-20", "2025-11-20"), ("2028-02-29", "2027-02-28")])
def test_a_year_before_is_the_same_day(on, before):
    assert figures.year_before(day(on)) == day(before)
