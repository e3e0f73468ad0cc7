from datetime import date, datetime

import pytest

from ui import format as fmt


@pytest.mark.parametrize(
    "minor,currency,text",
    [
        (123_450, "CNY", "1,234.50"),
        (-5, "CNY", "−0.05"),
        (-1_234, "JPY", "−1,234"),
        (1_234_567, "KWD", "1,234.567"),
        (0, "CNY", "0.00"),
    ],
)
def test_amounts_carry_separators_and_a_true_minus(minor, currency, text):
    assert fmt.money(minor, currency) == text


def test_nothing_reads_as_a_dash():
    assert fmt.money_or_dash(0, "CNY") == "—"
    assert fmt.day(None, "zh") == "—"


def test_dates_follow_the_language():
    on = date(2026, 11, 5)
    assert (fmt.day(on, "zh"), fmt.day(on, "en")) == ("2026-11-05", "5 Nov 2026")
    assert (fmt.short_day(on, "zh"), fmt.short_day(on, "en")) == ("11-05", "5 Nov")


def test_a_moment_of_today_shows_only_its_hour():
    at = datetime(2026, 11, 20, 8, 10)
    assert fmt.moment(at, date(2026, 11, 20), "zh") == "今天 08:10"
    assert fmt.moment(at, date(2026, 11, 21), "en") == "20 Nov 08:10"


@pytest.mark.parametrize(
    "part,whole,text", [(1, 3, "33.3 %"), (2, 3, "66.7 %"), (5, 0, "—"), (-1, 4, "−25.0 %")]
)
def test_shares_have_one_decimal(part, whole, text):
    assert fmt.percent(part, whole) == text
