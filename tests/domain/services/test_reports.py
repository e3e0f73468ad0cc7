from datetime import date

import pytest

from domain.services.reports import ageing_report

DAY = date(2026, 6, 30)


@pytest.fixture
def aged(desk):
    other = desk.customer("C2")
    desk.invoice("100.00", "2026-01-01", due="2026-06-20", number="A1")
    desk.invoice("50.00", "2026-01-01", due="2026-04-20", customer=other)
    desk.invoice("7.00", "2026-01-01", due="2026-07-20", currency="USD", customer=other)
    desk.receipt("30.00", "2026-06-01")
    return desk


@pytest.mark.parametrize("by", ["customer", "item"])
def test_rows_and_totals_tie(aged, by):
    report = ageing_report(aged.book.reader, DAY, by=by)
    assert report.keys == ("not_due", "1-30", "31-60", "61-90", "91+", "no_due_date")
    assert [total.currency for total in report.totals] == ["CNY", "USD"]
    for row in (*report.rows, *report.totals):
        assert sum(row.buckets) - row.unapplied == row.balance
    yuan = report.totals[0]
    assert (yuan.balance, yuan.unapplied, yuan.items, yuan.oldest_days) == (12_000, 3_000, 2, 71)


def test_one_currency_or_customer_alone(aged):
    reader = aged.book.reader
    report = ageing_report(reader, DAY, currency="USD", limits=(7,))
    assert [row.buckets for row in report.rows] == [(700, 0, 0, 0)]
    alone = ageing_report(reader, DAY, customer_id=aged.first)
    assert [row.code for row in alone.rows] == ["C1"]


def test_an_empty_book_has_an_empty_report(desk):
    report = ageing_report(desk.book.reader, DAY)
    assert (report.rows, report.totals) == ((), ())


def test_an_english_report_names_customers_in_english(desk):
    named = desk.customer("C2", name="杭州示例", name_en="Hangzhou Sample")
    desk.invoice("100.00", "2026-01-05", customer=named)
    names = {
        language: ageing_report(desk.book.reader, DAY, language=language).rows[0].name
        for language in ("zh", "en")
    }
    assert names == {"zh": "杭州示例", "en": "Hangzhou Sample"}
