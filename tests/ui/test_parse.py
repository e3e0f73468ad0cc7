from datetime import date

import pytest

from ui import parse

NEAR = date(2026, 11, 20)


@pytest.mark.parametrize(
    "text,minor",
    [
        ("1234.5", 123_450),
        ("1,234.50", 123_450),
        ("１２３４．５０", 123_450),
        ("¥1,234.50", 123_450),
        ("−3", -300),
        ("0", 0),
        (".5", 50),
        ("1,23.00", None),
        ("12.345", None),
        ("1e5", None),
        ("abc", None),
        ("", None),
        (".", None),
        ("9" * 30, None),
    ],
)
def test_amounts_are_read_as_typed_and_never_guessed(text, minor):
    assert parse.amount(text, "CNY") == minor


def test_yen_have_no_decimals():
    assert parse.amount("1234", "JPY") == 1234
    assert parse.amount("12.5", "JPY") is None


@pytest.mark.parametrize(
    "text,on",
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("2026/1/5", date(2026, 1, 5)),
        ("20261120", date(2026, 11, 20)),
        ("2026年11月20日", date(2026, 11, 20)),
        ("11-20", date(2026, 11, 20)),
        ("2026-02-30", None),
        ("20-11-2026", None),
        ("tomorrow", None),
        ("", None),
    ],
)
def test_dates_are_read_in_usual_spellings(text, on):
    assert parse.day(text, NEAR) == on
