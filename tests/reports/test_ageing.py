"""Ageing reports: page totals add up to the grand totals, currencies stay apart."""

import re

import pytest

from domain.papers import AgeingReport
from reports.render import pdf
from reports.texts import amount
from tests.reports import reading, samples


@pytest.mark.parametrize("by", ["customer", "item"])
def test_every_row_is_shown(by):
    value = samples.ageing(200, by=by)
    text = reading.text(pdf(value))
    for row in value.rows:
        assert row.code in text
        assert amount(row.balance, "CNY") in text
        assert row.number in text


def _sums(pages, label):
    """Return the first amount after a label on each page that has it."""
    found = re.findall(label + r"[^0-9−]*(−?[\d,]+\.\d\d)", "\n".join(pages))
    return [int(re.sub(r"[,.]", "", words.replace("−", "-"))) for words in found]


def test_page_totals_add_up_to_the_grand_total():
    value = samples.ageing(200)
    pages = reading.texts(pdf(value))
    subtotals = _sums(pages, "本页小计(?:，过次页)?")
    assert len(subtotals) == len(pages) > 4
    assert sum(subtotals) == value.totals[0].balance
    assert _sums(pages, r"总计（200 户）") == [value.totals[0].balance]


def test_a_single_page_has_a_grand_total_only():
    text = reading.text(pdf(samples.ageing(12)))
    assert "本页小计" not in text
    assert "总计（12 户）" in text


def test_currencies_have_their_own_pages_units_and_totals():
    value = samples.ageing(12, currencies=("CNY", "USD", "JPY"))
    pages = reading.texts(pdf(value))
    assert ["单位：元" in page for page in pages] == [True, False, False]
    assert ["单位：美元" in page for page in pages] == [False, True, False]
    assert all("总计（12 户）" in page for page in pages)
    assert amount(value.totals[2].balance, "JPY") in pages[2]


def test_each_run_of_pages_ends_with_lines_to_sign():
    pages = reading.texts(pdf(samples.ageing(60, currencies=("CNY", "USD"))))
    assert sum("财务负责人" in page for page in pages) == 2


def test_buckets_are_headed_in_order_and_empty_ones_at_the_end_left_out():
    text = reading.text(pdf(samples.ageing(12)))
    places = [text.index(words) for words in ("未到期", "1–30 天", "91–180 天", "180 天以上")]
    assert places == sorted(places)
    assert "无到期日" not in text


def test_nothing_outstanding_is_said():
    assert "该日无未收款项。" in reading.text(pdf(samples.ageing(0)))
    assert "Nothing was outstanding" in reading.text(pdf(samples.ageing(0, "en")))


def test_maker_time_and_firm_are_named():
    text = reading.text(pdf(samples.ageing(3)))
    for words in ("制表 林静", "2026-11-20 09:12", samples.FIRM.name, "2026年11月20日", "第 1 页"):
        assert words in text


def test_english_report():
    value: AgeingReport = samples.ageing(60, "en")
    pages = reading.texts(pdf(value))
    assert "Page total, carried forward" in pages[0]
    assert "Total (60 customers)" in pages[-1]
    assert "Amounts in CNY" in pages[0]
