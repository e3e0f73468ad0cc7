"""Letters of the catalogue: every fact in its place, nothing issued that is not known."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.letters.catalogue import BOTH, CATALOGUE, letter_of
from domain.letters.markup import marked
from domain.letters.tables import typed_table
from domain.letters.templates import (
    BadWording,
    DeadlineTooShort,
    MissingFacts,
    UnknownPlaceholder,
)
from domain.letters.wording import check_text
from domain.letters.writing import items_table, write
from domain.money import Money
from domain.papers import LetterBlock
from storage.templates import TEMPLATES
from tests.domain.letters.letter_samples import facts, item, paper
from tests.reports.samples import AS_OF

EACH = [(one.key, language) for one in CATALOGUE for language in one.languages]
WRITTEN = [(key, language) for key, language in EACH if letter_of(key).has_page]


def _text(value):
    return "\n".join([value.title, *(block.text for block in value.body), *value.answers])


def _with(text, **more):
    return write(letter_of("limit_change"), text, facts("limit_change", **more), TEMPLATES)


@pytest.mark.parametrize("key, language", EACH)
def test_every_default_text_is_sound_and_says_what_its_letter_must(key, language):
    check_text(TEMPLATES, key, TEMPLATES.shipped(key, language))


def test_letters_abroad_are_in_english_and_all_others_in_both():
    english = {one.key for one in CATALOGUE if one.languages != BOTH}
    assert english == {"reminder_uk", "reminder_eu", "letter_before_action", "us_final_demand"}


@pytest.mark.parametrize("key, language", WRITTEN)
@pytest.mark.parametrize("full", [True, False])
def test_every_letter_is_written_whole(key, language, full):
    said = _text(paper(key, language, full=full))
    assert "{" not in said
    assert "}" not in said
    assert "None" not in said
    assert "\ue000" not in said
    assert "（）" not in said
    assert "()" not in said
    assert "，，" not in said
    assert "。。" not in said


@pytest.mark.parametrize("key, language", WRITTEN)
def test_what_is_required_is_asked_for(key, language):
    given = facts(key, language)
    for field in letter_of(key).fields:
        if field.required:
            short = replace(given, values={**given.values, field.name: ""})
            with pytest.raises(MissingFacts) as caught:
                write(letter_of(key), TEMPLATES.shipped(key, language), short, TEMPLATES)
            assert caught.value.facts["names"] == (field.name,)


def test_a_letter_about_debts_lists_them():
    with pytest.raises(MissingFacts):
        write(
            letter_of("supply_hold"),
            TEMPLATES.shipped("supply_hold", "zh"),
            replace(facts("supply_hold"), items=()),
            TEMPLATES,
        )


def test_a_letter_lists_what_is_open_and_not_disputed():
    rows = [item(1, amount=100_000, paid=30_000, disputed=20_000), item(2, amount=50_000)]
    value = paper("supply_hold", rows=rows)
    assert value.total == 100_000 - 30_000 - 20_000 + 50_000
    assert [line.open for line in value.lines] == [50_000, 50_000]
    assert "合计¥1,000.00（人民币壹仟元整）" in _text(value)
    table = items_table(rows, "zh", "CNY")
    assert "争议中" in [column.title for column in table.columns]
    assert table.sums[4:8] == ("1,500.00", "300.00", "200.00", "1,000.00")


def test_without_disputes_their_column_is_left_out():
    titles = [column.title for column in items_table([item(1)], "en", "USD").columns]
    assert titles == ["No.", "Document", "Issued", "Due", "Amount", "Paid", "Listed", "Days late"]


def test_a_credit_counts_against_the_sum():
    credit = replace(item(3, amount=-20_000), due_on=None, days_overdue=None)
    value = paper("supply_hold", rows=[item(1, amount=100_000), credit])
    assert value.total == 80_000
    assert value.body[2].table.rows[1][6] == "−200.00"


def test_money_has_its_capitals_in_chinese_renminbi_only():
    text = "# 函\n\n{{ new_limit }}{% if new_limit_words %}/{{ new_limit_words }}{% endif %}"
    limit = Money(100_000, "CNY")
    assert _text(_with(text, new_limit=limit)) == "函\n¥1,000.00/人民币壹仟元整"
    assert _text(_with(text, new_limit=Money(100_000, "USD"))) == "函\nUSD 1,000.00"
    assert _text(_with(text, language="en", new_limit=limit)) == "函\nCNY 1,000.00"


def test_a_claim_before_action_gives_a_company_14_days_and_a_person_30():
    def letter(days, *, person):
        more = {"pay_by": AS_OF + timedelta(days=days), "debtor_is_individual": person}
        return paper("letter_before_action", "en", **more)

    company, person = letter(14, person=False), letter(30, person=True)
    assert company.title == "Letter before action"
    assert "Practice Direction" in _text(company)
    assert "within 14 days" in _text(company)
    assert person.title == "Letter of claim"
    assert "Pre-Action Protocol for Debt Claims" in _text(person)
    assert "Information Sheet" in person.enclosures
    assert "Reply Form" in person.enclosures
    assert "Financial Statement form" in person.enclosures
    for days, who in ((13, False), (29, True)):
        with pytest.raises(DeadlineTooShort):
            letter(days, person=who)


def test_a_hold_names_its_ground_and_its_cure():
    for ground, article in (
        *(("525", "第五百二十五条"), ("526", "第五百二十六条"), ("527", "第五百二十八条")),
        *(("contract", "约定，贵司逾期付款的"), ("policy", "信用管理制度")),
    ):
        said = _text(paper("supply_hold", ground=ground, cure="付清逾期款"))
        assert article in said
        assert "付清逾期款" in said


def test_a_repayment_agreement_reserves_waives_or_includes_the_penalty():
    kept = _text(paper("repayment_agreement", penalty_kind="reserved"))
    assert "仅确认货款本金，甲方保留依据原合同主张逾期付款违约金的全部权利" in kept
    assert "免除不生效" in _text(paper("repayment_agreement", penalty_kind="waived"))
    assert "已计入还款计划" in _text(paper("repayment_agreement", penalty_kind="included"))
    agreed = paper("repayment_agreement", guarantor="李某")
    assert "连带责任保证" in _text(agreed)
    assert [one.split(":")[0] for one in agreed.signers] == ["甲方", "乙方", "丙方"]


def test_an_assignment_cites_the_law_in_force():
    said = _text(paper("assignment_notice"))
    assert "民法典》第五百四十五条、第五百四十六条" in said
    assert "合同法" not in said


def test_a_confirmation_for_the_auditor_is_no_demand():
    said = _text(paper("audit_confirmation"))
    assert "并非催款结算" in said
    assert paper("audit_confirmation").bank is False


def test_the_guarantee_is_demanded_as_its_kind_asks():
    assert "内，要求贵方承担保证责任" in _text(paper("guarantee_demand"))
    said = _text(paper("guarantee_demand", guarantee_kind="ordinary"))
    assert "依法强制执行仍不能履行时" in said


def test_marks_make_the_parts_of_a_page():
    text = "# 题\n> 甲：\n\n一\n二\n\n## 头\n- 项\n+ 附\n[ ] 答\n[sign: 甲: A | 乙: B]"
    found = marked(text, "zh", {})
    assert (found.title, found.enclosures, found.answers) == ("题", ("附",), ("答",))
    assert found.signers == ("甲: A", "乙: B")
    assert [(block.style, block.text) for block in found.blocks] == [
        *(("line", "甲："), ("paragraph", "一二"), ("heading", "头"), ("item", "项"))
    ]
    assert marked("# T\n\na\nb", "en", {}).blocks == (LetterBlock(style="paragraph", text="a b"),)


@pytest.mark.parametrize("text", ["没有标题", "# 一\n# 二"])
def test_a_letter_has_one_title(text):
    with pytest.raises(BadWording):
        marked(text, "zh", {})


def test_a_customer_whose_name_looks_like_markup_changes_nothing():
    debtor = replace(facts("limit_change").customer, name="# 甲公司 [items]")
    value = paper("limit_change", debtor=debtor)
    assert value.title == "信用额度调整通知函"
    assert value.body[0].text == "# 甲公司 [items]："


def test_a_text_that_leaves_out_the_amount_is_not_kept():
    with pytest.raises(MissingFacts) as caught:
        check_text(TEMPLATES, "dunning_2", "# 函\n\n{{ pay_by }}")
    assert caught.value.facts["names"] == ("amount",)
    with pytest.raises(UnknownPlaceholder):
        check_text(TEMPLATES, "limit_change", "# 函\n\n{{ scope }}")


def test_typed_rows_become_a_table():
    table = typed_table("orders", "SO-1 | 轴承 | 10 | 1,000.00\n\nSO-2\t齿轮", "zh")
    assert table.rows == (("SO-1", "轴承", "10", "1,000.00"), ("SO-2", "齿轮", "", ""))
    assert typed_table("orders", " \n", "zh") is None
