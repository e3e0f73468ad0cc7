"""Receipts: what came in, what it paid, what is kept."""

from dataclasses import replace

import pytest

from domain.capital import capital
from reports.render import pdf
from reports.texts import amount
from tests.reports import reading, samples


@pytest.mark.parametrize("uses, pages", [(0, 1), (3, 1), (12, 1), (40, 2), (200, 5)])
def test_pages_follow_the_number_of_uses(uses, pages):
    assert len(reading.texts(pdf(samples.receipt(uses)))) == pages


def test_a_receipt_shows_the_amount_its_origin_and_its_uses():
    value = samples.receipt(3)
    text = reading.text(pdf(value))
    for words in (
        f"¥{amount(value.amount, 'CNY')}",
        capital(value.amount),
        "银行转账",
        value.reference,
        "2026年11月18日",
        amount(value.unapplied, "CNY"),
        "预收（尚未核销）",
    ):
        assert words in text
    for use in value.uses:
        assert use.number in text
        assert amount(use.used, "CNY") in text


def test_nothing_kept_is_not_mentioned():
    assert "预收" not in reading.text(pdf(replace(samples.receipt(3), unapplied=0)))


def test_another_payer_is_named():
    text = reading.text(pdf(replace(samples.receipt(1), payer="杭州临岸控股有限公司")))
    assert "杭州临岸控股有限公司" in text


def test_an_unknown_method_is_printed_as_given():
    assert "以货抵款" in reading.text(pdf(replace(samples.receipt(1), method="以货抵款")))


def test_english_receipt():
    text = reading.text(pdf(samples.receipt(3, "en", "USD")))
    for words in (
        "Receipt",
        "Amount received",
        "USD ",
        "Bank transfer",
        "On account",
        "18 Nov 2026",
    ):
        assert words in text
