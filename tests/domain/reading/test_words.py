"""Words for kinds and states, and names of currencies."""

import pytest

from domain.document import Kind
from domain.reading import codes
from domain.reading.currencies import is_iso, meaning, read_currency
from domain.reading.words import is_void, read_kind


@pytest.mark.parametrize(
    "word,kind",
    [
        ("invoice", Kind.INVOICE),
        ("credit_note", Kind.CREDIT_NOTE),
        ("debit note", Kind.DEBIT_NOTE),
        ("Opening", Kind.OPENING),
        ("数电发票（增值税专用发票）", Kind.INVOICE),
        ("红字发票", Kind.CREDIT_NOTE),
        ("贷项通知单", Kind.CREDIT_NOTE),
        ("期初应收", Kind.OPENING),
        ("其他应收单", Kind.INVOICE),
        ("Sales Invoice", Kind.INVOICE),
        ("CN", Kind.CREDIT_NOTE),
    ],
)
def test_kinds(word, kind):
    assert read_kind(word).value == kind


def test_other_kinds_are_refused_and_none_is_empty():
    assert read_kind("天气").problem.code == codes.TYPE_UNKNOWN
    assert read_kind("").is_empty


@pytest.mark.parametrize("word", ["作废", "已作废", "作废发票", "VOID", "Cancelled", "已取消"])
def test_void_states(word):
    assert is_void(word)


@pytest.mark.parametrize("word", ["未作废", "正常", "有效发票", "Closed", "", None, "已红冲-全额"])
def test_other_states(word):
    assert not is_void(word)


@pytest.mark.parametrize(
    "word,code",
    [
        ("CNY", "CNY"),
        ("rmb", "CNY"),
        ("￥", "CNY"),
        ("人民币", "CNY"),
        ("元", "CNY"),
        ("US$", "USD"),
        ("美元", "USD"),
        ("$", "USD"),
        ("港币", "HKD"),
        ("eur", "EUR"),
        (" （USD） ", "USD"),
        ("KWD", "KWD"),
    ],
)
def test_currencies(word, code):
    assert read_currency(word).value == code


def test_unknown_currencies_are_refused_and_none_is_empty():
    assert read_currency("XXQ").problem.code == codes.CURRENCY_UNKNOWN
    assert read_currency(5.0).problem.code == codes.CURRENCY_UNKNOWN
    assert read_currency("-").is_empty
    assert read_currency(None).is_empty


def test_shared_symbols_take_the_expected_currency():
    assert read_currency("$", expected="CAD").value == "CAD"
    assert meaning("kr", "NOK") == "NOK"
    assert meaning("¥", "USD") == "CNY"
    assert meaning("?") is None


def test_codes_in_use():
    assert is_iso("CNY")
    assert not is_iso("DEM")
