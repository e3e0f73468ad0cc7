"""Spellings of amounts, one by one, in columns, and as they are printed."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.capital import capital
from domain.money import MAX_MINOR, grouped, plain
from domain.reading import codes
from domain.reading.amounts import (
    all_hundredths,
    detect_amount_style,
    hundredths,
    read_amount,
)

SPELLINGS = Path(__file__).parents[4] / "shared/data/hostile/csv/amount_spellings.csv"

READ = {
    "1234.50": 123450,
    "1,234.50": 123450,
    "1.234,50": 123450,
    "1'234.50": 123450,
    "1’234.50": 123450,
    "1 234,50": 123450,
    "1\u00a0234,50": 123450,
    "1\u2009234.5": 123450,
    "12,34,567.80": 123456780,
    "1,234,567": 123456700,
    "1.234.567": 123456700,
    "１，２３４．５０": 123450,
    "¥1,234.50": 123450,
    "￥ 1234.5": 123450,
    "RMB1234.50": 123450,
    "rmb 1234.50": 123450,
    "1234.50元": 123450,
    "人民币1,234.50元整": 123450,
    "(1,234.50)": -123450,
    "（1,234.50）": -123450,
    "(¥1.00)": -100,
    "¥(1.00)": -100,
    "-¥1.00": -100,
    "¥-1.00": -100,
    "¥1.00-": -100,
    "\u22121.00": -100,
    "1.00-": -100,
    "+1.00": 100,
    "'-1.00": -100,
    "\t1.00": 100,
    "`1.00": 100,
    ".5": 50,
    "1": 100,
    "007": 700,
    "-0.00": 0,
    "1.500,5": 150050,
    "0.500": 50,
    "1.2万元": 1200000,
    "3万": 3000000,
    "1129.9999999999998": 113000,
    "壹仟贰佰叁拾肆元伍角陆分": 123456,
    "¥1,234": 123400,
    "999999999999999.99": MAX_MINOR,
}

REFUSED = {
    "1,234": codes.AMOUNT_AMBIGUOUS,
    "1.234": codes.AMOUNT_AMBIGUOUS,
    "1.000": codes.AMOUNT_AMBIGUOUS,
    "12,34": codes.AMOUNT_AMBIGUOUS,
    "1234,56": codes.AMOUNT_AMBIGUOUS,
    "€1,234": codes.AMOUNT_AMBIGUOUS,
    "$1,234": codes.AMOUNT_AMBIGUOUS,
    "0.005": codes.AMOUNT_TOO_MANY_DECIMALS,
    "1234.567": codes.AMOUNT_TOO_MANY_DECIMALS,
    "1e3": codes.AMOUNT_SCIENTIFIC,
    "1.13E+03": codes.AMOUNT_SCIENTIFIC,
    "99999999999999999999.99": codes.AMOUNT_TOO_LARGE,
    "1000000000000000.00": codes.AMOUNT_TOO_LARGE,
    "9" * 400: codes.AMOUNT_TOO_LARGE,
    "=1+1": codes.AMOUNT_FORMULA,
    "@SUM(1)": codes.AMOUNT_FORMULA,
    "-2+3+cmd|' /C calc'!A0": codes.AMOUNT_FORMULA,
    "12..34": codes.AMOUNT_UNREADABLE,
    "1.2.3": codes.AMOUNT_UNREADABLE,
    "1,2345.00": codes.AMOUNT_UNREADABLE,
    "12 34": codes.AMOUNT_UNREADABLE,
    "NaN": codes.AMOUNT_UNREADABLE,
    "inf": codes.AMOUNT_UNREADABLE,
    "0x10": codes.AMOUNT_UNREADABLE,
    "\u0663\u0664": codes.AMOUNT_UNREADABLE,
    "10²": codes.AMOUNT_UNREADABLE,
    "½": codes.AMOUNT_UNREADABLE,
    "'0123": codes.AMOUNT_UNREADABLE,
    "1_000": codes.AMOUNT_UNREADABLE,
    "--5": codes.AMOUNT_UNREADABLE,
    "-(5)": codes.AMOUNT_UNREADABLE,
    "(5": codes.AMOUNT_UNREADABLE,
    "5)": codes.AMOUNT_UNREADABLE,
    "5%": codes.AMOUNT_UNREADABLE,
    "5 CR": codes.AMOUNT_UNREADABLE,
    "5.": codes.AMOUNT_UNREADABLE,
    ".": codes.AMOUNT_UNREADABLE,
    "USD 5 EUR": codes.AMOUNT_WRONG_CURRENCY,
    "#DIV/0!": codes.AMOUNT_UNREADABLE,
    "壹拾壹佰元": codes.AMOUNT_UNREADABLE,
}


@pytest.mark.parametrize("text", READ)
def test_clear_spelling_is_read(text):
    assert read_amount(text).value == READ[text]
    assert read_amount(text, decimals=2).value == READ[text]


@pytest.mark.parametrize("text", REFUSED)
def test_doubtful_spelling_is_refused_with_its_reason(text):
    reading = read_amount(text, decimals=2)
    assert reading.value is None
    assert reading.problem is not None
    assert reading.problem.code == REFUSED[text]


@pytest.mark.parametrize("cell", ["", " ", "-", "--", "—", "/", "\u3000", None])
def test_nothing_and_dashes_are_empty(cell):
    assert read_amount(cell).is_empty


def test_ambiguous_amount_names_both_readings():
    assert read_amount("1,234").problem.facts == {"point": "1234", "comma": "1.234"}


@pytest.mark.parametrize(
    "text,found",
    [
        ("¥1", "CNY"),
        ("1元", "CNY"),
        ("$1.00", "USD"),
        ("US$1", "USD"),
        ("HK$ 1", "HKD"),
        ("港币100元", "HKD"),
        ("€1.234,56", "EUR"),
        ("£1", "GBP"),
        ("1 eur", "EUR"),
        ("1.00", None),
    ],
)
def test_currency_in_the_text_is_reported(text, found):
    assert read_amount(text).currency == found


def test_symbol_of_several_currencies_fits_the_row():
    assert read_amount("$5", currency="CAD") == (500, None, "CAD")
    assert read_amount("¥5", currency="JPY") == (5, None, "JPY")
    assert read_amount("5元", currency="HKD").currency == "HKD"


def test_other_currency_than_the_row_is_refused():
    problem = read_amount("$1,234.56", currency="CNY").problem
    assert problem == (codes.AMOUNT_WRONG_CURRENCY, {"found": "USD", "expected": "CNY"})
    assert read_amount("壹元整", currency="CHF").problem.code == codes.AMOUNT_WRONG_CURRENCY


def test_decimals_follow_the_currency():
    assert read_amount("5", currency="JPY").value == 5
    assert read_amount("5.125", currency="KWD", style="point").value == 5125
    assert read_amount("0.5", currency="JPY").problem.facts == {"decimals": 0, "found": 1}


def test_style_settles_what_is_ambiguous():
    assert read_amount("1,234", style="point").value == 123400
    assert read_amount("1.234", style="comma").value == 123400
    assert read_amount("12,34", style="comma").value == 1234
    assert read_amount("1234.50", style="comma").problem.code == codes.AMOUNT_AMBIGUOUS
    assert read_amount("1.234,56", style="point").problem.code == codes.AMOUNT_AMBIGUOUS
    assert read_amount("1.2.3", style="point").problem.code == codes.AMOUNT_UNREADABLE


@pytest.mark.parametrize(
    "column,style",
    [
        (["1,234"], None),
        (["12,34"], None),
        (["1,234", "5.60"], "point"),
        (["1,234", "1,234,567"], "point"),
        (["1,234", "¥9,876"], "point"),
        (["1.234,56", "12,34"], "comma"),
        (["1 234,50", "1,234"], "comma"),
        (["12,50", "1,00", "3,45"], "comma"),
        (["12,50", "12,50", "12,50"], None),
        (["1,234.56", "1.234,56"], None),
        (["1,234.56", "12,34"], "point"),
        ([1.5, None, "x"], None),
        ([], None),
    ],
)
def test_column_shows_its_style(column, style):
    assert detect_amount_style(column) == style


@pytest.mark.parametrize(
    "cell,minor",
    [
        (12, 1200),
        (12.5, 1250),
        (-0.1, -10),
        (1129.9999999999998, 113000),
        (0.1 + 0.2, 30),
        (9999999999999.99, 999999999999999),
        (Decimal("3.10"), 310),
    ],
)
def test_number_cells_are_read_without_their_binary_noise(cell, minor):
    assert read_amount(cell).value == minor
    assert read_amount(cell, decimals=2).value == minor


@pytest.mark.parametrize(
    "cell,code",
    [
        (12.345, codes.AMOUNT_TOO_MANY_DECIMALS),
        (2.5312e19, codes.AMOUNT_IMPRECISE),
        (10**20, codes.AMOUNT_TOO_LARGE),
        (10**30, codes.AMOUNT_TOO_LARGE),
        (float("nan"), codes.AMOUNT_UNREADABLE),
        (float("inf"), codes.AMOUNT_UNREADABLE),
        (Decimal("NaN"), codes.AMOUNT_UNREADABLE),
        (True, codes.AMOUNT_UNREADABLE),
    ],
)
def test_number_cells_that_are_no_exact_amount_are_refused(cell, code):
    assert read_amount(cell, decimals=2).problem.code == code


def test_scale_of_the_header_multiplies():
    assert read_amount("1.2345", scale=10_000).value == 1_234_500
    assert read_amount(0.3, scale=10_000).value == 300_000


@given(st.integers(-MAX_MINOR, MAX_MINOR), st.sampled_from(["CNY", "KWD", "JPY"]))
def test_printed_amounts_read_back(minor, currency):
    assert read_amount(plain(minor, currency), currency=currency, style="point").value == minor
    text = grouped(minor, currency)
    assert read_amount(text, currency=currency, style="point").value == minor
    assert read_amount(f"{currency} {text}", style="point") == (minor, None, currency)


@given(st.integers(-(10**14), 10**14))
def test_capitals_read_back(minor):
    assert read_amount(capital(minor)).value == minor


@given(st.integers(-(10**12), 10**12))
def test_floats_of_whole_minor_units_read_back(minor):
    assert read_amount(minor / 100, decimals=2).value == minor


@given(st.text(max_size=20) | st.floats() | st.integers() | st.decimals() | st.none())
def test_no_cell_raises(cell):
    reading = read_amount(cell, decimals=2)
    assert reading.problem is None or reading.value is None


@given(st.text(alphabet="0123456789.,-+() '¥$元万eE", max_size=14))
def test_value_has_only_one_reading_in_any_style(text):
    alone = read_amount(text, decimals=2).value
    if alone is not None:
        styled = {read_amount(text, decimals=2, style=style).value for style in ("point", "comma")}
        assert alone in styled


@pytest.mark.skipif(not SPELLINGS.exists(), reason="the collected files are not here")
def test_collected_spellings_read_as_expected_or_are_refused():
    with SPELLINGS.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    wrong = [row for row in rows if not _as_expected(row["amount"], row["expected"])]
    assert wrong == []


def _as_expected(text, expected):
    reading = read_amount(text, decimals=2)
    if expected == "empty":
        return reading.is_empty
    if any(word in expected for word in ("error", "ask", "text", "say so")):
        read = "壹" in text and reading.value == 123456
        return read or (reading.value is None and reading.problem is not None)
    number = next(part for part in expected.replace("/", " ").split() if part[-1].isdigit())
    return reading.value == int(Decimal(number) * 100)


CELLS = st.sampled_from(
    ["12.50", "-0.05", "", "7", "1,234.50", "1.5", "12.50\n", "1٢.50", None, 3.5]
)


@given(
    st.lists(CELLS, max_size=6)
    | st.lists(st.from_regex(r"-?[0-9]{1,14}\.[0-9]{2}", fullmatch=True))
)
def test_a_column_is_read_as_its_cells_are(cells):
    assert all_hundredths(cells) == [hundredths(cell) for cell in cells]


def test_one_odd_cell_takes_nothing_from_its_column():
    assert all_hundredths(["1.00", "", "-20.55"]) == [100, None, -2055]
    assert all_hundredths(["1.00", "zwei", "-20.55"]) == [100, None, -2055]
