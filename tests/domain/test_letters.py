"""The wording of letters: complete, filled, and strict about what it does not know."""

import string

import pytest

from domain import letters
from domain.letters import DEFAULT_WORDING, PLACEHOLDERS, BadWording, UnknownPlaceholder

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
LEVELS = [(language, level) for language in ("zh", "en") for level in ("1", "2", "3")]


def _names(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _all(parts):
    return "".join((parts["title"], parts["salutation"], *parts["opening"], *parts["closing"]))


def test_both_languages_word_the_same_levels():
    assert [list(levels) for levels in DEFAULT_WORDING.values()] == [["1", "2", "3"]] * 2


@pytest.mark.parametrize("language, level", LEVELS)
def test_default_wording_uses_known_names_only(language, level):
    assert _names(_all(DEFAULT_WORDING[language][level])) <= PLACEHOLDERS


@pytest.mark.parametrize("level", ["1", "2", "3"])
def test_both_languages_give_the_same_facts(level):
    zh, en = (_names(_all(DEFAULT_WORDING[language][level])) for language in ("zh", "en"))
    assert zh - en == {"customer"}
    assert en <= zh


def test_titles_rise_with_the_level():
    zh = [letters.compose(level, "zh", FACTS)[0] for level in (1, 2, 3)]
    en = [letters.compose(level, "en", FACTS)[0] for level in (1, 2, 3)]
    assert zh == ["付款提醒函", "第一次催款函", "第二次催款函"]
    assert en == ["Payment reminder", "First demand for payment", "Second demand for payment"]


def test_the_sum_stands_in_figures_and_in_capitals():
    _, salutation, opening, closing = letters.compose(1, "zh", FACTS)
    assert salutation == "杭州临岸机电设备有限公司："
    assert "共5笔，合计¥366,250.00（人民币叁拾陆万陆仟贰佰伍拾元整）" in opening[0]
    assert "2026年11月30日前" in closing[0]


def test_a_foreign_sum_has_its_code_and_no_empty_brackets():
    facts = FACTS | {"currency": "USD", "capital": ""}
    text = "".join(letters.compose(2, "zh", facts)[2])
    assert "USD 366,250.00" in text
    assert "（" not in text


@pytest.mark.parametrize("level", [2, 3])
def test_from_level_2_on_rights_are_claimed_and_reserved(level):
    zh = "".join(letters.compose(level, "zh", FACTS)[3])
    en = "".join(letters.compose(level, "en", FACTS)[3])
    assert "本函系我司向贵司主张权利，不影响我司依据合同享有的其他权利" in zh
    assert "we claim payment. It does not affect any other right" in en


def test_the_reminder_claims_nothing():
    assert "主张权利" not in "".join(letters.compose(1, "zh", FACTS)[3])


def test_a_level_above_the_last_is_worded_as_the_last():
    assert letters.compose(7, "zh", FACTS) == letters.compose(3, "zh", FACTS)


def test_contact_shows_what_is_known():
    text = "".join(letters.compose(1, "zh", FACTS | {"phone": "", "email": ""})[3])
    assert "联系方式：周敏。" in text
    nobody = FACTS | {"contact": "", "phone": "", "email": ""}
    assert "联系方式：苏州沐川精密配件有限公司。" in "".join(letters.compose(1, "zh", nobody)[3])


def test_a_phone_number_does_not_break_at_its_spaces():
    assert "0512-5555\u00a00120" in "".join(letters.compose(1, "zh", FACTS)[3])


def _own(**changes):
    return {"zh": {"2": DEFAULT_WORDING["zh"]["2"] | changes}}


def test_own_wording_replaces_one_level_and_leaves_the_others():
    own = _own(title="催款通知", opening=["请付{amount}。"])
    title, _, opening, _ = letters.compose(2, "zh", FACTS, own)
    assert title == "催款通知"
    assert opening == ("请付¥366,250.00（人民币叁拾陆万陆仟贰佰伍拾元整）。",)
    assert letters.compose(1, "zh", FACTS, own) == letters.compose(1, "zh", FACTS)
    letters.check_wording(own)


@pytest.mark.parametrize(
    "text", ["{amunt}", "{customer.name}", "{days[0]}", "{}", "{0}", "{sum:>99999999}", "{sum!r}"]
)
def test_an_unknown_name_is_refused_with_its_text(text):
    with pytest.raises(UnknownPlaceholder) as caught:
        letters.compose(2, "zh", FACTS, _own(opening=[text]))
    assert caught.value.facts["text"] == text


@pytest.mark.parametrize("text", ["请付{amount", "请付}", "{"])
def test_an_open_brace_is_refused(text):
    with pytest.raises(BadWording):
        letters.check_wording(_own(closing=[text]))


def test_doubled_braces_stand_for_themselves():
    assert letters.compose(2, "zh", FACTS, _own(opening=["{{甲}}"]))[2] == ("{甲}",)


@pytest.mark.parametrize("part", ["title", "salutation", "opening", "closing"])
def test_a_missing_part_is_refused(part):
    own = _own()
    own["zh"]["2"] = {name: words for name, words in own["zh"]["2"].items() if name != part}
    with pytest.raises(BadWording):
        letters.compose(2, "zh", FACTS, own)


def test_paragraphs_are_a_list_and_titles_are_not():
    for own in (_own(opening="一段"), _own(title=["甲"])):
        with pytest.raises(BadWording):
            letters.check_wording(own)
