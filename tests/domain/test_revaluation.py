from datetime import date
from decimal import Decimal

import pytest

from domain.errors import RateMissing
from domain.revaluation import ForeignItem, postings, value_items

MONTH_END = date(2026, 1, 31)


def _item(open_minor, booked, currency="USD", key=1):
    return ForeignItem(
        item_id=key,
        number=f"INV-{key}",
        customer_id=1,
        customer_name="C",
        currency=currency,
        open=open_minor,
        booked=booked,
    )


def test_an_open_item_is_worth_its_closing_rate():
    """USD 10,000.00 booked at 7.10, closing rate 7.05: loss 500.00."""
    (value,) = value_items(
        [_item(1_000_000, 7_100_000)], {"USD": Decimal("7.05")}, "CNY", MONTH_END
    )
    assert (value.valued, value.difference) == (7_050_000, -50_000)


def test_a_credit_gains_when_the_rate_falls():
    (value,) = value_items(
        [_item(-1_000_000, -7_100_000)], {"USD": Decimal("7.05")}, "CNY", MONTH_END
    )
    assert value.difference == 50_000


def test_currencies_without_hundredths_are_valued():
    (value,) = value_items(
        [_item(150_000, 750_000, "JPY")], {"JPY": Decimal("0.0489")}, "CNY", MONTH_END
    )
    assert value.valued == 733_500


def test_what_was_booked_without_a_rate_is_not_valued():
    assert value_items([_item(100, None)], {"USD": Decimal(7)}, "CNY", MONTH_END) == []


def test_a_currency_without_a_closing_rate_stops_the_run():
    with pytest.raises(RateMissing) as error:
        value_items([_item(100, 710)], {"EUR": Decimal(8)}, "CNY", MONTH_END)
    assert error.value.facts["currency"] == "USD"


def test_a_run_posts_the_change_against_the_one_before():
    rates = {"USD": Decimal("7.05")}
    first = value_items([_item(1_000_000, 7_100_000)], rates, "CNY", MONTH_END)
    second = value_items([_item(1_000_000, 7_100_000)], {"USD": Decimal("7.20")}, "CNY", MONTH_END)
    (posting,) = postings(second, first, {"USD": Decimal("7.20")})
    assert (posting.before, posting.difference, posting.change) == (-50_000, 100_000, 150_000)


def test_what_was_settled_since_is_released():
    first = value_items([_item(1_000_000, 7_100_000)], {"USD": Decimal("7.05")}, "CNY", MONTH_END)
    (posting,) = postings([], first, {})
    assert (posting.items, posting.change) == (0, 50_000)
