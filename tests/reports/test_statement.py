"""Statements: the sums that tie, every line, carried sums, the slip."""

from dataclasses import replace

import pytest

from domain.capital import capital
from domain.papers import Strip
from reports.render import pdf
from reports.texts import amount
from tests.reports import reading, samples


@pytest.mark.parametrize("rows, pages", [(0, 1), (1, 1), (6, 1), (12, 2), (40, 3), (200, 7)])
def test_pages_follow_the_number_of_movements(rows, pages):
    assert len(reading.texts(pdf(samples.statement(rows)))) == pages


def test_opening_and_movements_lead_to_the_closing_balance():
    value = samples.statement(6)
    text = reading.text(pdf(value))
    for minor in (value.opening, value.debits, value.receipts, value.credits, value.closing):
        assert amount(minor, "CNY") in text
    assert capital(value.closing) in text
    assert "已逾期 82,800.00，未核销收款 0.00" in text


def test_every_movement_is_listed_with_its_balance():
    value = samples.statement(500)
    text = reading.text(pdf(value))
    missing = [
        line
        for line in value.lines
        if line.number not in text or amount(line.balance, "CNY") not in text
    ]
    assert missing == []


def test_sums_are_carried_over_every_page_border():
    value = samples.statement(120)
    pages = reading.texts(pdf(value))
    borders = [page for page in pages if "过次页" in page]
    assert len(borders) == len([page for page in pages if "承前页" in page]) >= 3
    first = [line for line in value.lines if line.number in pages[0] or not line.number]
    debits, credits = (sum(getattr(line, side) for line in first) for side in ("debit", "credit"))
    carried = [debits, credits, first[-1].balance]
    for page in pages[:2]:
        assert [minor for minor in carried if amount(minor, "CNY") not in page] == []


def test_the_table_head_is_repeated_on_every_page_of_the_table():
    pages = reading.texts(pdf(samples.statement(120)))
    assert all("借方" in page and "贷方" in page for page in pages if "过次页" in page)


def test_open_items_show_what_is_settled_and_how_long_overdue():
    value = samples.statement(12, style="open-item")
    text = reading.text(pdf(value))
    assert "未清项目" in reading.squeezed(text)
    assert "借方" not in text
    assert "（有争议）" in text
    for line in value.lines:
        assert line.number in text
        assert amount(line.balance, "CNY") in text
    assert amount(sum(line.balance for line in value.lines), "CNY") in text


def test_a_detailed_statement_shows_movements_then_items():
    text = reading.squeezed(reading.text(pdf(samples.statement(6, style="detailed"))))
    places = [text.index(words) for words in ("一、往来明细", "二、未清项目", "三、账龄", "回执")]
    assert places == sorted(places)


def test_the_ageing_strip_adds_up_to_the_closing_balance():
    value = samples.statement(6)
    assert sum(value.ageing.amounts) - value.unapplied == value.closing
    text = reading.text(pdf(value))
    for minor in value.ageing.amounts:
        assert not minor or amount(minor, "CNY") in text
    assert "按到期日，截至 2026-10-31" in text


def test_unapplied_money_has_its_column_with_a_minus():
    value = replace(samples.statement(6), unapplied=50_000)
    assert "−500.00" in reading.text(pdf(value))


def test_nothing_owed_draws_an_empty_strip():
    value = replace(
        samples.statement(0), ageing=Strip(keys=("not_due", "no_due_date"), amounts=(0, 0))
    )
    assert "未到期" in reading.text(pdf(value))


def test_the_slip_stands_once_at_the_end_with_the_sum_and_the_reservation():
    value = samples.statement(40)
    pages = [reading.squeezed(page) for page in reading.texts(pdf(value))]
    assert ["沿此线剪下" in page for page in pages] == [False, False, True]
    assert f"我司欠贵司¥{amount(value.closing, 'CNY')}（{capital(value.closing)}）" in pages[-1]
    assert "信息不符，差异如下" in pages[-1]
    assert "不影响我司依合同主张逾期付款违约金及其他权利" in "".join(pages)
    assert "视为确认" not in "".join(pages)


def test_a_balance_in_the_customers_favour_is_worded_so():
    value = replace(samples.statement(6), closing=-123_456)
    text = reading.squeezed(reading.text(pdf(value)))
    assert "贵司结存我司款项¥1,234.56" in text
    assert "人民币负壹仟贰佰叁拾肆元伍角陆分" in text


def test_english_statement():
    value = samples.statement(6, "en", currency="USD")
    text = " ".join(reading.text(pdf(value)).split())
    for words in (
        "Statement of account",
        "Opening balance",
        "= Closing balance",
        f"USD {amount(value.closing, 'USD')}",
        "Balance brought forward",
        "Reply slip",
        "31 Oct 2026",
        f"Agreed: as of 31 Oct 2026 we owe you USD {amount(value.closing, 'USD')}.",
        "does not affect our rights",
    ):
        assert words in text
    assert "人民币" not in text


def test_minor_units_follow_the_currency():
    text = reading.text(pdf(samples.statement(3, "en", currency="JPY")))
    assert "16,498,000" in text
    assert "164,980.00" not in text
