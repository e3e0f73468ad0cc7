"""Figures, days, times and names as statements write them."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest

from domain.reading import codes
from domain.reading.bank_cells import (
    is_time,
    read_day,
    read_figure,
    read_time,
    shown,
    split_party,
)


@pytest.mark.parametrize(
    "cell, style, value",
    [
        ("1,234.56", None, "1234.56"),
        ("+10000.00", None, "10000"),
        ("-0.5", None, "-0.5"),
        ("¥28.16", None, "28.16"),
        ("131.77(已退款89.84)", None, "131.77"),
        ("50（已全额退款）", None, "50"),
        ("1.234,56", "comma", "1234.56"),
        ("12,5", "comma", "12.5"),
        ("CNY 123.18", None, "123.18"),
        (1129.9999999999998, None, "1130"),
        (15, None, "15"),
        ("0.123456", None, "0.123456"),
        ("-", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_figures_are_decimals(cell, style, value):
    reading = read_figure(cell, style=style)
    assert (reading.value, reading.problem) == (Decimal(value) if value else None, None)


def test_a_unit_of_ten_thousand_counts():
    assert read_figure("1.5", scale=10_000).value == 15_000


def test_decimals_beyond_the_currency_stay_to_be_refused_later():
    assert read_figure("10.005", style="point").value == Decimal("10.005")
    assert read_figure("0.1234567").problem.code == codes.AMOUNT_TOO_MANY_DECIMALS


@pytest.mark.parametrize(
    "cell, code",
    [
        ("1,234", codes.AMOUNT_AMBIGUOUS),
        ("1e5", codes.AMOUNT_SCIENTIFIC),
        ("xx,yyyy.zz", codes.AMOUNT_UNREADABLE),
        ("5.00 DR", codes.AMOUNT_UNREADABLE),
    ],
)
def test_what_is_no_figure_is_a_problem(cell, code):
    assert read_figure(cell).problem.code == code


def test_a_figure_of_another_currency_is_a_problem():
    reading = read_figure("$5.00", currency="EUR")
    assert reading.problem.code == codes.AMOUNT_WRONG_CURRENCY


@pytest.mark.parametrize(
    "cell, text",
    [
        ("101500", "10:15:00"),
        ("90000", "09:00:00"),
        (90000.0, "09:00:00"),
        ("10:15", "10:15:00"),
        ("20260410 17:07:09", "17:07:09"),
        ("2025/12/03  14:06:51", "14:06:51"),
        ("2025-12-03T14:06:51", "14:06:51"),
        ("下午 3:05:06", "15:05:06"),
        ("3:05 PM", "15:05:00"),
        (datetime(2025, 3, 5, 9, 30), "09:30:00"),
        (time(23, 59, 59), "23:59:59"),
        (datetime(2025, 3, 5), ""),
        ("2025-12-03", ""),
        ("256101", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_times_of_day(cell, text):
    assert read_time(cell) == text


def test_times_are_told_from_dates():
    assert all(map(is_time, ("101500", "10:15", "10:15:00", time(1, 2))))
    assert not any(map(is_time, ("20250305", "2025-03-05 10:15", datetime(2025, 3, 5, 1), "", 45)))


@pytest.mark.parametrize(
    "cell, order, day",
    [
        ("2025-03-05 10:15:00", None, date(2025, 3, 5)),
        ("20260410 17:07:09", None, date(2026, 4, 10)),
        ("25.03.24", "dmy", date(2024, 3, 25)),
        ("25-03-24 ", "dmy", date(2024, 3, 25)),
        ("05/03/2025", "mdy", date(2025, 5, 3)),
        ("05/03/2025", None, None),
        ("2025-03-05 rest", None, None),
        (datetime(2025, 3, 5, 9, 30), None, date(2025, 3, 5)),
    ],
)
def test_days(cell, order, day):
    assert read_day(cell, order).value == day


@pytest.mark.parametrize(
    "text, name, account",
    [
        ("张三 66666666666666", "张三", "66666666666666"),
        ("北京住房公积金管理中心1111111111", "北京住房公积金管理中心", "1111111111"),
        ("张三/6225000000", "张三", "6225000000"),
        ("6217000000000000/张三", "张三", "6217000000000000"),
        ("6217****0000", "", "6217****0000"),
        ("第3公司", "第3公司", ""),
        ("--", "", ""),
    ],
)
def test_name_and_account_in_one_cell(text, name, account):
    assert split_party(text) == (name, account)


def test_strokes_and_words_for_nothing_are_nothing():
    assert [shown(text) for text in ("/", " -- ", "—", "null", "无", "-------")] == [""] * 6
    assert shown(" A/B ") == "A/B"
