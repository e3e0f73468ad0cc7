"""The wording of dunning letters: complete, filled, and rising with the level."""

import pytest

from domain.letters.dunning import compose, compose_text
from domain.letters.templates import UnknownPlaceholder
from storage.templates import TEMPLATES
from tests.reports.samples import ShippedBook

FACTS = {
    "company": "苏州沐川精密配件有限公司",
    "customer": "杭州临岸机电设备有限公司",
    "as_of": "2026年11月20日",
    "pay_by": "2026年11月30日",
    "count": "5",
    "sum": "366,250.00",
    "currency": "CNY",
    "capital": "人民币叁拾陆万陆仟贰佰伍拾元整",
    "days": "95",
    "contact": "周敏",
    "phone": "0512-5555 0120",
    "email": "zhoumin@example.cn",
}
BOOK = ShippedBook()


def _letter(level, language="zh", **more):
    return compose(BOOK, level, language, {**FACTS, **more})


def _after(level, language="zh", **more):
    return "".join(_letter(level, language, **more)[3])


def test_titles_rise_with_the_level():
    zh = [_letter(level)[0] for level in range(6)]
    en = [_letter(level, "en")[0] for level in range(6)]
    assert zh == [
        *("到期付款提示", "付款提醒函", "第一次催款函"),
        *("第二次催款函", "最后催款函", "关于支付逾期货款的催告函"),
    ]
    assert len(set(en)) == 6


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("level", range(6))
def test_every_level_says_how_much_and_by_when(level, language):
    title, salutation, opening, closing = _letter(level, language)
    text = "".join(opening + closing)
    assert title
    assert salutation
    assert opening
    assert closing
    assert "366,250.00" in text
    assert ("2026年11月30日" if language == "zh" else FACTS["pay_by"]) in text
    assert "None" not in text
    assert "{" not in text
    assert "（）" not in text


def test_the_sum_stands_in_figures_and_in_capitals():
    _, salutation, opening, closing = _letter(1)
    assert salutation == "杭州临岸机电设备有限公司："
    assert "共5笔，合计¥366,250.00（人民币叁拾陆万陆仟贰佰伍拾元整）" in opening[0]
    assert "2026年11月30日前" in closing[0]


def test_a_foreign_sum_has_its_code_and_no_empty_brackets():
    text = "".join(_letter(2, currency="USD", capital="")[2])
    assert "USD 366,250.00" in text
    assert "（" not in text


@pytest.mark.parametrize("level", [2, 3, 4, 5])
def test_from_level_2_on_rights_are_claimed_and_reserved(level):
    assert "本函系我司向贵司主张权利" in _after(level)
    said = "we claim payment" if level < 5 else "demand for performance"
    assert said in _after(level, "en")


@pytest.mark.parametrize("level", [0, 1])
def test_reminders_claim_nothing(level):
    assert "主张权利" not in _after(level)


def test_a_level_above_the_last_is_worded_as_the_last():
    assert _letter(9) == _letter(5)


@pytest.mark.parametrize("level", [2, 3, 4, 5])
def test_what_the_items_add_up_to_and_what_is_to_be_paid_are_two_figures(level):
    _, _, opening, closing = _letter(level, principal="¥360,000.00")
    assert "合计¥360,000.00" in "".join(opening)
    assert "应付的¥366,250.00" in "".join(closing)
    assert "合计¥366,250.00（人民币" in "".join(_letter(level)[2])


def test_interest_is_named_only_where_its_basis_is_known():
    assert "违约金为" not in _after(3)
    more = {"interest_basis": "合同第9条", "interest_from": "2026年9月1日"}
    said = _after(3, interest="¥1,830.00", interest_daily="¥18.30", **more)
    assert "依照合同第9条，自2026年9月1日起暂计至2026年11月20日" in said
    assert "此后按每日¥18.30继续计算至实际付清之日" in said


def test_each_regime_has_its_own_line_of_interest():
    more = {"interest_rate": "12.75 %", "reference_rate": "4.75 %", "fixed_sum": "GBP 70"}
    uk = _after(3, "en", regime="uk", **more)
    assert "4.75 % + 8% = 12.75 % a year and a fixed sum of GBP 70 under the Late Payment" in uk
    eu = _after(3, "en", regime="eu", regime_country="Germany", **more)
    assert "Directive 2011/7/EU as implemented in Germany" in eu
    us = _after(3, "en", regime="us", monthly_rate="1.5 %")
    assert "1.5 % a month" in us
    assert "whichever is less" in us
    assert "Directive" not in _after(3, "en")


def test_earlier_letters_are_recited_by_number_and_date():
    earlier = (
        {"number": "催字1号", "dated": "2026年9月1日"},
        {"number": "催字2号", "dated": "2026年10月1日"},
    )
    assert "催字1号（2026年9月1日）、催字2号（2026年10月1日），贵司" in _after(4, earlier=earlier)


def test_a_guarantor_gets_a_copy_of_the_formal_notice():
    _, salutation, opening, closing = _letter(5, guarantor="李某")
    assert salutation == "杭州临岸机电设备有限公司："
    assert opening[0] == "抄送：李某（保证人）"
    assert "并要求保证人承担保证责任" in "".join(closing)


def test_contact_shows_what_is_known():
    assert "联系方式：周敏。" in _after(1, phone="", email="")
    nobody = {"contact": "", "phone": "", "email": ""}
    assert "联系方式：苏州沐川精密配件有限公司。" in _after(1, **nobody)


def test_a_phone_number_does_not_break_at_its_spaces():
    assert "0512-5555\u00a00120" in _after(1)


def test_a_fact_that_no_letter_knows_is_refused():
    text = "# 函\n\n{{ amunt }}"
    with pytest.raises(UnknownPlaceholder):
        compose_text(TEMPLATES, "dunning_2", "zh", FACTS, text)


def test_a_name_with_marks_in_it_stays_a_name():
    said = compose_text(
        TEMPLATES,
        "dunning_1",
        "zh",
        {**FACTS, "customer": "# 甲"},
        "# 函\n\n{{ customer }}\n\n[items]",
    )
    assert said == ("函", "", ("# 甲",), ())
