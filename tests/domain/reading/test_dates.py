"""Spellings of dates, one by one and in columns."""

import csv
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.capital import capital_date
from domain.reading import codes
from domain.reading.dates import detect_day_order, from_serial, read_date

SPELLINGS = Path(__file__).parents[4] / "shared/data/hostile/csv/date_spellings.csv"
FIFTH = date(2025, 3, 5)

FIFTH_OF_MARCH = [
    "2025-03-05",
    "2025-3-5",
    "2025/3/5",
    "2025.03.05",
    "2025 3 5",
    "20250305",
    "2025年3月5日",
    "2025年03月05号",
    "2025 年 3 月 5 日",
    "２０２５年３月５日",
    "二〇二五年三月五日",
    "二零二五年三月五日",
    "贰零贰伍年零叁月零伍日",
    "2025-Mar-05",
    "5-Mar-2025",
    "05-MAR-2025",
    "5 March 2025",
    "5th March 2025",
    "5-Mar-25",
    "5.Mar.2025",
    "Mar 5, 2025",
    "March 5th, 2025",
    "Wednesday, March 5, 2025",
    "2025年3月5日 星期三",
    "2025-03-05（周三）",
    "45721",
    "45721.5",
    "45721.0",
    "2025-03-05 23:59:59",
    "2025-03-05 0:00",
    "2025/03/05  14:06:51",
    "20250305 17:07:09",
    "2025-03-05T16:00:00Z",
    "2025-03-05T16:00:00.123+08:00",
    "2025-03-05 3:00 PM",
    "2025年3月5日 16时00分",
    "令和7年3月5日",
    "民国114年3月5日",
    "\t2025-03-05 ",
    45721,
    45721.75,
    20250305,
    20250305.0,
    date(2025, 3, 5),
    datetime(2025, 3, 5, 23, 59),
]

REFUSED = {
    "05/03/2025": codes.DATE_AMBIGUOUS,
    "05.03.2025": codes.DATE_AMBIGUOUS,
    "25-03-05": codes.DATE_AMBIGUOUS,
    "1/25/24": codes.DATE_AMBIGUOUS,
    "114/03/05": codes.DATE_CALENDAR,
    "2025-02-30": codes.DATE_IMPOSSIBLE,
    "2025-02-29": codes.DATE_IMPOSSIBLE,
    "0000-00-00": codes.DATE_IMPOSSIBLE,
    "0205-03-05": codes.DATE_IMPOSSIBLE,
    "13/13/2025": codes.DATE_IMPOSSIBLE,
    "99999999": codes.DATE_IMPOSSIBLE,
    "2025-3": codes.DATE_UNREADABLE,
    "2025年3月": codes.DATE_UNREADABLE,
    "3月5日": codes.DATE_UNREADABLE,
    "5 Foo 2025": codes.DATE_UNREADABLE,
    "12345": codes.DATE_UNREADABLE,
    "今天": codes.DATE_UNREADABLE,
    "'2025-03-05": codes.DATE_UNREADABLE,
    "9" * 300: codes.DATE_UNREADABLE,
    "=TODAY()": codes.DATE_FORMULA,
    0: codes.DATE_UNREADABLE,
    1e300: codes.DATE_UNREADABLE,
    float("nan"): codes.DATE_UNREADABLE,
    True: codes.DATE_UNREADABLE,
    timedelta(1): codes.DATE_UNREADABLE,
    date(1899, 12, 31): codes.DATE_IMPOSSIBLE,
}


@pytest.mark.parametrize("cell", FIFTH_OF_MARCH, ids=str)
def test_clear_spelling_is_read(cell):
    assert read_date(cell).value == FIFTH


@pytest.mark.parametrize("cell", REFUSED, ids=lambda cell: str(cell)[:20])
def test_doubtful_spelling_is_refused_with_its_reason(cell):
    reading = read_date(cell)
    assert reading.value is None
    assert reading.problem.code == REFUSED[cell]


@pytest.mark.parametrize("cell", ["", " ", "-", "--", "/", "———", None])
def test_nothing_and_dashes_are_empty(cell):
    assert read_date(cell).is_empty


def test_limits_of_the_calendar():
    assert read_date("9999-12-31").value == date(9999, 12, 31)
    assert read_date("1900-01-01").value == date(1900, 1, 1)
    assert read_date("2024-02-29").value == date(2024, 2, 29)


def test_year_last_is_read_where_one_reading_is_left():
    assert read_date("25/03/2025").value == date(2025, 3, 25)
    assert read_date("03/25/2025").value == date(2025, 3, 25)
    assert read_date("05/05/2025").value == date(2025, 5, 5)


def test_ambiguous_date_names_both_days():
    readings = read_date("05/03/2025").problem.facts["readings"]
    assert readings == (date(2025, 3, 5), date(2025, 5, 3))


def test_order_settles_what_is_ambiguous():
    assert read_date("05/03/2025", order="dmy").value == date(2025, 3, 5)
    assert read_date("05/03/2025", order="mdy").value == date(2025, 5, 3)
    assert read_date("1/25/24", order="mdy").value == date(2024, 1, 25)
    assert read_date("12/19/24 00:00", order="mdy").value == date(2024, 12, 19)
    assert read_date("25/03/24", order="dmy").value == date(2024, 3, 25)
    assert read_date("25-03-05", order="dmy").problem.code == codes.DATE_AMBIGUOUS
    assert read_date("2025-03-05", order="dmy").value == FIFTH


def test_date_against_the_order_is_refused():
    problem = read_date("25/03/2025", order="mdy").problem
    assert problem == (codes.DATE_ORDER_CONFLICT, {"order": "mdy"})


@pytest.mark.parametrize(
    "column,order",
    [
        (["05/03/2025", "25/03/2025"], "dmy"),
        (["05/03/2025", "03/25/2025"], "mdy"),
        (["1/2/24", "1/25/24 00:00"], "mdy"),
        (["25/03/24"], None),
        (["05/03/2025"], None),
        (["25/03/2025", "03/25/2025"], None),
        (["2025-03-25", "", None, 45721], None),
        (["25.03.2025"], "dmy"),
        ([], None),
        (["25/03/2025" * 9], None),
    ],
)
def test_column_shows_the_order_of_day_and_month(column, order):
    assert detect_day_order(column) == order


def test_first_year_of_an_era():
    assert read_date("令和元年5月1日").value == date(2019, 5, 1)


def test_day_numbers_outside_a_lifetime_are_no_dates():
    assert from_serial(45721) == FIFTH
    assert from_serial(19_999) is None
    assert from_serial(80_001) is None


@given(st.dates(date(1900, 1, 1)))
def test_written_dates_read_back(day):
    for text in (
        day.isoformat(),
        f"{day.year}/{day.month}/{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y%m%d}",
        f"{day.day} {day:%b} {day.year}",
    ):
        assert read_date(text).value == day
    assert read_date(capital_date(day)).value == day
    assert read_date(f"{day.day}/{day.month}/{day.year}", order="dmy").value == day
    assert read_date(f"{day.month}/{day.day}/{day.year}", order="mdy").value == day


@given(st.text(max_size=24) | st.floats() | st.integers() | st.datetimes() | st.none())
def test_no_cell_raises(cell):
    reading = read_date(cell)
    assert reading.problem is None or reading.value is None


@given(st.text(alphabet="0123456789-/. 年月日T:", max_size=16))
def test_value_does_not_depend_on_the_order(text):
    alone = read_date(text).value
    if alone is not None:
        assert alone in {read_date(text, order="dmy").value, read_date(text, order="mdy").value}


@pytest.mark.skipif(not SPELLINGS.exists(), reason="the collected files are not here")
def test_collected_spellings_read_as_expected_or_are_refused():
    with SPELLINGS.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    wrong = [row for row in rows if not _as_expected(row["date"], row["expected"])]
    assert wrong == []


def _as_expected(text, expected):
    reading = read_date(text)
    if expected == "empty":
        return reading.is_empty
    value = reading.value.isoformat() if reading.value else None
    if "error" in expected or "ask" in expected:
        return reading.problem is not None or (value is not None and value in f"{expected} {FIFTH}")
    return value == expected[:10]
