"""Letters: items, sums in figures and capitals, reservation, seal, slip."""

from dataclasses import replace
from datetime import date

import pytest

from domain.capital import capital
from domain.papers import FeeLine
from reports.render import pdf
from reports.texts import amount, dashed
from tests.reports import reading, samples


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_letter_says_what_it_was_given(language, level):
    value = samples.letter(4, language, level)
    page = pdf(value)
    text = reading.squeezed(reading.text(page))
    for words in (value.title, value.salutation, *value.opening, *value.closing, value.number):
        assert reading.squeezed(words.replace("\u00a0", "")) in text
    assert ("回执" in text or "Replyslip" in text) == (level >= 2)


@pytest.mark.parametrize("rows", [1, 12, 40, 200])
def test_every_item_is_listed(rows):
    value = samples.letter(rows)
    text = reading.text(pdf(value))
    for line in value.lines:
        assert line.number in text
        assert amount(line.open, "CNY") in text
        assert line.due_on.isoformat() in text


def test_total_stands_in_figures_and_capitals():
    value = samples.letter(5)
    text = reading.text(pdf(value))
    assert f"¥{amount(value.total, 'CNY')}" in text
    assert text.count(capital(value.total)) >= 3


def test_a_foreign_total_has_no_capitals():
    text = reading.text(pdf(samples.letter(5, currency="USD")))
    assert "USD " in text
    assert "人民币" not in text


def test_column_sums_are_those_of_the_lines():
    value = samples.letter(5)
    text = reading.text(pdf(value))
    assert amount(sum(line.amount for line in value.lines), "CNY") in text
    assert amount(value.principal, "CNY") in text
    assert "合计（5 笔）" in text


def test_unapplied_money_interest_and_charges_lead_to_the_total():
    value = samples.letter(5, interest=True, unapplied=1_000_000)
    text = reading.text(pdf(replace(value, fees=4_000, total=value.total + 4_000)))
    for words in ("减：已收未核销款项", "加：逾期付款违约金", "加：费用", "−10,000.00", "40.00"):
        assert words in text
    for segment in value.interest_lines:
        assert dashed(segment.amount, "CNY") in text


def test_without_them_the_total_is_the_principal_alone():
    text = reading.text(pdf(samples.letter(5)))
    assert "欠款本金" not in text


def test_columns_without_content_are_left_out():
    value = samples.letter(5)
    plain = tuple(replace(line, settled=0, disputed=0) for line in value.lines)
    text = reading.text(pdf(replace(value, lines=plain)))
    assert "已付" not in text.split("表一")[1].split("合计")[0]
    assert "争议" not in text.split("表一")[1].split("合计")[0]


def test_disputed_amounts_are_neither_claimed_nor_waived():
    text = reading.text(pdf(samples.letter(5)))
    assert "争议金额由双方另行协商，不在本函主张之内，亦不视为放弃。" in text


def test_earlier_letters_are_recited():
    text = reading.text(pdf(samples.letter(3)))
    assert "此前已发函件：沐催字〔2026〕第0033号（2026年10月30日）。" in text


def test_instalments_contract_and_enclosures_are_shown():
    value = samples.letter(2)
    lines = (replace(value.lines[0], instalment="2/3"), value.lines[1])
    shown = replace(
        value, lines=lines, contract="LA-2026-003", delivery="EMS", enclosures=("对账单", "送货单")
    )
    text = reading.text(pdf(shown))
    for words in (f"{lines[0].number} (2/3)", "LA-2026-003", "EMS", "对账单、送货单"):
        assert words in text


def test_bank_details_and_seal_are_together_with_the_last_paragraph():
    for rows in (1, 5, 8, 11, 14, 17, 20, 40):
        value = samples.letter(rows)
        pages = [reading.squeezed(page) for page in reading.texts(pdf(value))]
        page = next(page for page in pages if "（盖章）" in page)
        assert "收款账户" in page
        assert reading.squeezed(value.closing[-1])[-20:] in page


def test_the_slip_names_the_letter_the_sum_and_both_firms():
    value = samples.letter(5)
    slip = reading.squeezed(reading.texts(pdf(value))[-1])
    slip = slip[slip.index("回执") :]
    for words in (
        f"致：{value.company.name}",
        f"《{value.title}》（{value.number}）已收悉",
        f"合计¥{amount(value.total, 'CNY')}（{capital(value.total)}）",
        "已付款。付款日期",
        "下列款项有异议",
        value.customer.name,
    ):
        assert words in slip


def test_the_title_of_a_page_after_the_first_says_so():
    pages = reading.texts(pdf(samples.letter(40)))
    assert "第二次催款函（续）" in pages[1]
    english = reading.texts(pdf(samples.letter(40, "en")))
    assert "Second demand for payment (continued)" in english[1]


def test_a_word_from_the_customer_cannot_break_the_page():
    hostile = "<b>&amp;</para> (\\) [%s] {name} </font>"
    value = samples.letter(1, to=replace(samples.CUSTOMER, name=hostile))
    assert reading.squeezed(hostile) in reading.squeezed(reading.text(pdf(value)))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_fees_stand_in_a_table_of_their_own_that_adds_up(language):
    fees = (
        FeeLine(number="A-1", charged_on=date(2026, 10, 1), amount=5_000, level=2, letter="DL-7"),
        FeeLine(number="A-2", charged_on=date(2026, 11, 20), amount=1_500, level=3),
        FeeLine(number="A-2", charged_on=date(2026, 11, 20), amount=4_000, by_law=True),
    )
    value = samples.letter(3, language, 3, interest=True)
    value = replace(value, fee_lines=fees, fees=10_500, total=value.total + 10_500, daily=18_313)
    text = reading.text(pdf(value))
    for words in ("DL-7", "50.00", "15.00", "40.00", "105.00", "183.13"):
        assert words in text
    assert ("法定固定费用" in text) == (language == "zh")
    assert ("Fixed sum by law" in text) == (language == "en")


def test_interest_of_what_is_paid_is_told_apart():
    value = samples.letter(3, interest=True)
    own = zip(value.interest_lines, value.lines, strict=True)
    segments = tuple(replace(part, number=line.number) for part, line in own)
    value = replace(value, interest_lines=segments)
    told = "本金现已付清"
    assert told not in reading.text(pdf(value))
    more = replace(value.interest_lines[0], number="PAID-1", amount=700)
    whole = replace(
        value,
        interest_lines=(*value.interest_lines, more),
        interest=value.interest + 700,
        total=value.total + 700,
    )
    assert told in reading.text(pdf(whole))
