"""Amounts in capitals: worked pairs, the bill dates, and an independent way back."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.capital import capital, capital_date
from domain.money import MAX_MINOR

PAIRS = [
    ("0", "零元整"),
    ("0.01", "壹分"),
    ("0.05", "伍分"),
    ("0.10", "壹角整"),
    ("0.50", "伍角整"),
    ("0.99", "玖角玖分"),
    ("1", "壹元整"),
    ("1.01", "壹元零壹分"),
    ("1.10", "壹元壹角整"),
    ("1.11", "壹元壹角壹分"),
    ("9.90", "玖元玖角整"),
    ("10", "壹拾元整"),
    ("10.01", "壹拾元零壹分"),
    ("10.10", "壹拾元零壹角整"),
    ("11", "壹拾壹元整"),
    ("12.34", "壹拾贰元叁角肆分"),
    ("15", "壹拾伍元整"),
    ("20.50", "贰拾元零伍角整"),
    ("100", "壹佰元整"),
    ("100.05", "壹佰元零伍分"),
    ("100.50", "壹佰元零伍角整"),
    ("101", "壹佰零壹元整"),
    ("105.60", "壹佰零伍元陆角整"),
    ("110", "壹佰壹拾元整"),
    ("110.10", "壹佰壹拾元零壹角整"),
    ("117.08", "壹佰壹拾柒元零捌分"),
    ("120.30", "壹佰贰拾元零叁角整"),
    ("325.04", "叁佰贰拾伍元零肆分"),
    ("1000", "壹仟元整"),
    ("1001", "壹仟零壹元整"),
    ("1010", "壹仟零壹拾元整"),
    ("1100", "壹仟壹佰元整"),
    ("1000.01", "壹仟元零壹分"),
    ("1000.10", "壹仟元零壹角整"),
    ("1001.01", "壹仟零壹元零壹分"),
    ("1409.50", "壹仟肆佰零玖元伍角整"),
    ("1680.32", "壹仟陆佰捌拾元零叁角贰分"),
    ("2003", "贰仟零叁元整"),
    ("6007.14", "陆仟零柒元壹角肆分"),
    ("10000", "壹万元整"),
    ("10001", "壹万零壹元整"),
    ("10010", "壹万零壹拾元整"),
    ("10100", "壹万零壹佰元整"),
    ("10101.10", "壹万零壹佰零壹元壹角整"),
    ("11000", "壹万壹仟元整"),
    ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
    ("20000.05", "贰万元零伍分"),
    ("50000.30", "伍万元零叁角整"),
    ("86400", "捌万陆仟肆佰元整"),
    ("100000", "壹拾万元整"),
    ("100001", "壹拾万零壹元整"),
    ("101000", "壹拾万壹仟元整"),
    ("107000.53", "壹拾万柒仟元零伍角叁分"),
    ("110000", "壹拾壹万元整"),
    ("200500", "贰拾万零伍佰元整"),
    ("300008.07", "叁拾万零捌元零柒分"),
    ("1000000", "壹佰万元整"),
    ("1000001", "壹佰万零壹元整"),
    ("1010101.01", "壹佰零壹万零壹佰零壹元零壹分"),
    ("1023040.50", "壹佰零贰万叁仟零肆拾元零伍角整"),
    ("5000000.05", "伍佰万元零伍分"),
    ("10000001", "壹仟万零壹元整"),
    ("10001000", "壹仟万壹仟元整"),
    ("10010000", "壹仟零壹万元整"),
    ("20200808", "贰仟零贰拾万零捌佰零捌元整"),
    ("100000000", "壹亿元整"),
    ("100000001", "壹亿零壹元整"),
    ("100010000", "壹亿零壹万元整"),
    ("100100000", "壹亿零壹拾万元整"),
    ("123456789.01", "壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元零壹分"),
    ("1050000000", "壹拾亿伍仟万元整"),
    ("2000080000.80", "贰拾亿零捌万元零捌角整"),
    ("10000000001", "壹佰亿零壹元整"),
    ("100020003000.40", "壹仟亿贰仟万叁仟元零肆角整"),
    ("1000000000000", "壹万亿元整"),
    ("1000000010000", "壹万亿零壹万元整"),
]

#: The regulation's own example dates and each class of month and day.
DATES = [
    (date(2026, 1, 15), "贰零贰陆年零壹月壹拾伍日"),
    (date(2026, 2, 12), "贰零贰陆年零贰月壹拾贰日"),
    (date(2026, 10, 20), "贰零贰陆年零壹拾月零贰拾日"),
    (date(2026, 11, 30), "贰零贰陆年壹拾壹月零叁拾日"),
    (date(2026, 12, 10), "贰零贰陆年壹拾贰月零壹拾日"),
    (date(2026, 3, 9), "贰零贰陆年叁月零玖日"),
    (date(2026, 7, 21), "贰零贰陆年柒月贰拾壹日"),
    (date(2026, 5, 31), "贰零贰陆年伍月叁拾壹日"),
]

#: A published table beside the tree, where there is one.
PUBLISHED = Path(__file__).parents[3] / "shared" / "design" / "rmb_pairs.csv"


def _fen(amount: str) -> int:
    return int(Decimal(amount) * 100)


def _number(words: str) -> int:
    """Read capitals below 10^4 by adding digit times unit."""
    total = digit = 0
    for word in words:
        if word in "零壹贰叁肆伍陆柒捌玖":
            digit = "零壹贰叁肆伍陆柒捌玖".index(word)
        else:
            total += digit * {"拾": 10, "佰": 100, "仟": 1000}[word]
            digit = 0
    return total + digit


def _read_whole(words: str) -> int:
    """Read capitals of any size by cutting at 亿, then at 万."""
    for unit, size in (("亿", 10**8), ("万", 10**4)):
        head, cut, tail = words.rpartition(unit)
        if cut:
            return _read_whole(head) * size + _read_whole(tail)
    return _number(words)


def _read(words: str) -> int:
    """Read capitals back into fen, knowing nothing of how they were written."""
    assert words.startswith("人民币")
    body = words.removeprefix("人民币")
    sign = -1 if body.startswith("负") else 1
    head, yuan, tail = body.removeprefix("负").rpartition("元")
    small = tail if yuan else body.removeprefix("负")
    fen = 0
    for unit, size in (("角", 10), ("分", 1)):
        if unit in small:
            fen += "零壹贰叁肆伍陆柒捌玖".index(small[small.index(unit) - 1]) * size
    return sign * ((_read_whole(head) if yuan else 0) * 100 + fen)


@pytest.mark.parametrize("amount, words", PAIRS)
def test_amount_is_written_in_capitals(amount: str, words: str) -> None:
    assert capital(_fen(amount)) == "人民币" + words


def test_all_pairs_are_here_once() -> None:
    assert len({amount for amount, _ in PAIRS}) == 76


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the published table is not beside this tree")
def test_published_table_agrees() -> None:
    with PUBLISHED.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))[1:]
    assert [(a, capital(_fen(a))) for a, _ in rows] == [(a, words) for a, words in rows]


@given(st.integers(min_value=-MAX_MINOR, max_value=MAX_MINOR))
def test_capitals_read_back_to_the_same_amount(minor: int) -> None:
    assert _read(capital(minor)) == minor


@given(st.integers(min_value=0, max_value=MAX_MINOR))
def test_capitals_follow_the_rules_of_zheng_and_zero(minor: int) -> None:
    words = capital(minor)
    assert "零零" not in words
    assert words.endswith("整") == (minor % 10 == 0)
    assert not any(zero in words for zero in ("零亿", "零万元", "零仟", "零拾", "零佰"))


def test_negative_amount_says_so_after_the_prefix() -> None:
    assert capital(-150) == "人民币负壹元伍角整"


@pytest.mark.parametrize("on, words", DATES)
def test_bill_date_is_guarded_against_alteration(on: date, words: str) -> None:
    assert capital_date(on) == words
