"""The catalogue: both languages complete, with the same placeholders."""

import string

import pytest

from reports.texts import amount, bucket, currency_name, dashed, long_date, money, short_date
from reports.wording import SECTIONS, TEXTS
from tests.reports.samples import AS_OF


def _names(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_keys_in_the_same_sections():
    zh, en = ({name: list(part) for name, part in SECTIONS[x].items()} for x in ("zh", "en"))
    assert zh == en


def test_no_key_stands_in_two_sections():
    for language in ("zh", "en"):
        keys = [key for part in SECTIONS[language].values() for key in part]
        assert len(keys) == len(set(keys)) == len(TEXTS[language])


@pytest.mark.parametrize("key", list(TEXTS["zh"]))
def test_both_languages_have_the_same_placeholders(key):
    assert _names(TEXTS["zh"][key]) == _names(TEXTS["en"][key])


def test_english_has_no_chinese_marks_and_chinese_words_are_chinese():
    assert not [key for key, words in TEXTS["en"].items() if set(words) & set("，。：；（）“”")]
    latin = [key for key, words in TEXTS["zh"].items() if words.isascii() and words]
    assert latin == []


def test_words_of_the_trade():
    zh = TEXTS["zh"]
    assert [zh[key] for key in ("debit", "credit", "carried_over", "brought_over")] == [
        "借方",
        "贷方",
        "过次页",
        "承前页",
    ]
    assert "帐" not in "".join(zh.values())


def test_dates_and_amounts():
    assert long_date(AS_OF, "zh") == "2026年11月20日"
    assert long_date(AS_OF, "en") == short_date(AS_OF, "en") == "20 Nov 2026"
    assert short_date(AS_OF, "zh") == "2026-11-20"
    assert short_date(None, "zh") == ""
    assert amount(-123_456_78, "CNY") == "−123,456.78"
    assert amount(1234, "JPY") == "1,234"
    assert amount(1_234_567, "KWD") == "1,234.567"
    assert dashed(0, "CNY") == "—"
    assert money(-100, "CNY") == "−¥1.00"
    assert money(100_000, "USD") == "USD 1,000.00"
    assert currency_name("CNY", "zh") == "人民币（元）"
    assert currency_name("USD", "zh") == "美元"
    assert currency_name("CHF", "zh") == currency_name("CHF", "en") == "CHF"


@pytest.mark.parametrize(
    "key, zh, en",
    [
        ("not_due", "未到期", "Not due"),
        ("1-30", "1–30 天", "1–30 days"),
        ("91+", "90 天以上", "Over 90 days"),
        ("no_due_date", "无到期日", "No due date"),
    ],
)
def test_ageing_buckets_are_named_by_their_keys(key, zh, en):
    assert (bucket(key, "zh"), bucket(key, "en")) == (zh, en)
