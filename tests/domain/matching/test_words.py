from datetime import date

import pytest

from domain.matching.text import fold
from domain.matching.words import months, said

ON = date(2026, 6, 20)


@pytest.mark.parametrize(
    "text, kind",
    [
        ("INV-2507 LESS CHGS", "fee"),
        ("less our bank charges", "fee"),
        ("货款扣手续费", "fee"),
        ("2503/2504扣红字", "credit"),
        ("扣退货款", "credit"),
        ("预付款", "prepaid"),
        ("订金30%", "prepaid"),
        ("DOWN PAYMENT", "prepaid"),
        ("退货款", "other"),
        ("还借款", "other"),
        ("结息", "other"),
        ("部分货款", "part"),
        ("尾款", "rest"),
    ],
)
def test_words_say_what_kind_of_money_it_is(text, kind):
    assert list(said(fold(text))) == [kind]


def test_common_words_say_nothing():
    assert said("支付货款 往来款 INV-2501") == {}


def test_the_place_of_a_word_is_told():
    text = "INV-2507 LESS CHGS"
    start, end = said(text)["fee"]
    assert text[start:end] == "LESS CHGS"


@pytest.mark.parametrize(
    "text, named",
    [
        ("5月货款", [(2026, 5)]),
        ("2026年5月份", [(2026, 5)]),
        ("26年5月", [(2026, 5)]),
        ("202605货款", [(2026, 5)]),
        ("上月货款", [(2026, 5)]),
        ("本月货款", [(2026, 6)]),
        ("4-5月货款", [(2026, 4), (2026, 5)]),
        ("3、4月", [(2026, 3), (2026, 4)]),
        ("12月货款", [(2025, 12)]),
        ("6月5日", []),
        ("货款", []),
    ],
)
def test_months_are_read_as_the_last_ones(text, named):
    assert list(months(text, ON)[0]) == named


def test_last_month_of_january_is_december():
    assert list(months("上月货款", date(2026, 1, 9))[0]) == [(2025, 12)]
