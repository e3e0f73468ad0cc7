"""Numerals in Chinese characters, strictly by place."""

from decimal import Decimal

import pytest

from domain.reading.chinese import amount, digits, whole


@pytest.mark.parametrize(
    "text,number",
    [
        ("零", 0),
        ("五", 5),
        ("十", 10),
        ("十二", 12),
        ("二十三", 23),
        ("一百零五", 105),
        ("壹拾万柒仟", 107_000),
        ("壹亿零伍万", 100_050_000),
        ("玖仟玖佰玖拾玖", 9_999),
        ("壹萬貳仟", 12_000),
    ],
)
def test_whole_numbers(text, number):
    assert whole(text) == number


@pytest.mark.parametrize(
    "text", ["", "十十", "百", "五六", "一十百", "万", "一万二万", "零五", "abc", "元"]
)
def test_what_is_no_number(text):
    assert whole(text) is None


def test_years_are_read_digit_by_digit():
    assert digits("二〇二五") == "2025"
    assert digits("二零二五") == "2025"
    assert digits("二千") is None
    assert digits("") is None


@pytest.mark.parametrize(
    "text,value",
    [
        ("壹仟贰佰叁拾肆元伍角陆分", "1234.56"),
        ("人民币壹拾元整", "10.00"),
        ("人民币负伍元零叁分", "-5.03"),
        ("伍角整", "0.50"),
        ("叁分", "0.03"),
        ("貳佰圓整", "200.00"),
    ],
)
def test_amounts(text, value):
    assert amount(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "元", "人民币", "壹仟", "十元五", "拾拾元", "五六元", "元角分"]
)
def test_what_is_no_amount(text):
    assert amount(text) is None
