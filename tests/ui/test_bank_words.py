"""Words of everything that readers of bank files notice and refuse."""

import string

import pytest

from storage.bank import found
from ui import bank_words, import_words

CODES = [value for name, value in vars(found).items() if name.isupper() and isinstance(value, str)]


def places(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_code_has_words():
    assert set(CODES) - set(bank_words.WORDS) == set()


@pytest.mark.parametrize("code", sorted(bank_words.WORDS))
def test_both_languages_tell_the_same_facts(code):
    zh, en = bank_words.WORDS[code]
    assert zh != en
    assert places(zh) == places(en)
    for language in ("zh", "en"):
        assert import_words.text(code, {}, language) != code


def test_columns_that_are_missing_are_named():
    facts = {"reason": "bank.no_columns", "missing": ("date", "amount")}
    assert "交易日期、金额" in import_words.file_reason(facts, "zh")
    assert "Date, Amount" in import_words.file_reason(facts, "en")


def test_what_a_total_is_of_is_worded():
    facts = {"what": "closing", "told": "5.00", "found": "4.00"}
    assert "期末余额为 5.00" in import_words.text("bank.control", facts, "zh")
    assert "5.00 as closing balance" in import_words.text("bank.control", facts, "en")
    assert bank_words.what("group.credits", "zh") == "group.credits"
