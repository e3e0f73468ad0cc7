from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import CurrencyMismatch, TooManyDecimals
from domain.money import (
    MAX_MINOR,
    Money,
    apportion,
    convert,
    decimals,
    from_decimal,
    grouped,
    plain,
    round_half_up,
    share,
    zero,
)

MINORS = st.integers(-MAX_MINOR, MAX_MINOR)
WEIGHTS = st.lists(st.integers(0, 10**9), min_size=1, max_size=24)


def test_money_of_one_currency_adds_and_compares():
    one, two = Money(100, "CNY"), Money(250, "CNY")
    assert one + two == Money(350, "CNY")
    assert one - two == Money(-150, "CNY") == -(two - one)
    assert abs(one - two) == Money(150, "CNY")
    assert one < two
    assert one <= Money(100, "CNY")
    assert two > one
    assert two >= Money(250, "CNY")
    assert bool(one)
    assert not zero("CNY")
    assert str(two) == "CNY 2.50"
    assert two.amount == Decimal("2.50")


@pytest.mark.parametrize("act", ["__add__", "__sub__", "__lt__", "__le__", "__gt__", "__ge__"])
def test_currencies_never_mix(act):
    with pytest.raises(CurrencyMismatch) as caught:
        getattr(Money(1, "CNY"), act)(Money(1, "USD"))
    assert caught.value.facts == {"expected": "CNY", "found": "USD"}


@pytest.mark.parametrize("currency, places", [("CNY", 2), ("JPY", 0), ("KWD", 3), ("XYZ", 2)])
def test_decimals_follow_the_currency(currency, places):
    assert decimals(currency) == places


@pytest.mark.parametrize(
    "minor, currency, flat, with_marks",
    [
        (123456789, "CNY", "1234567.89", "1,234,567.89"),
        (-5, "CNY", "-0.05", "-0.05"),
        (0, "CNY", "0.00", "0.00"),
        (1234567, "JPY", "1234567", "1,234,567"),
        (-1234, "JPY", "-1234", "-1,234"),
        (1234567, "KWD", "1234.567", "1,234.567"),
    ],
)
def test_amounts_are_written_with_the_decimals_of_their_currency(minor, currency, flat, with_marks):
    assert plain(minor, currency) == flat
    assert grouped(minor, currency) == with_marks


@pytest.mark.parametrize(
    "amount, currency", [("0.005", "CNY"), ("0.5", "JPY"), ("0.0001", "KWD"), ("1e-9", "CNY")]
)
def test_an_amount_is_never_rounded_on_the_way_in(amount, currency):
    with pytest.raises(TooManyDecimals):
        from_decimal(Decimal(amount), currency)


@given(MINORS, st.sampled_from(["CNY", "JPY", "KWD"]))
def test_an_amount_written_and_read_is_the_same(minor, currency):
    assert from_decimal(Decimal(plain(minor, currency)), currency) == Money(minor, currency)
    assert grouped(minor, currency).replace(",", "") == plain(minor, currency)


@pytest.mark.parametrize(
    "numerator, denominator, rounded",
    [(5, 2, 3), (-5, 2, -3), (5, -2, -3), (4, 3, 1), (0, 7, 0), (1, 2, 1), (7, 7, 1), (-1, 3, 0)],
)
def test_halves_round_away_from_zero(numerator, denominator, rounded):
    assert round_half_up(numerator, denominator) == rounded


def test_a_share_is_rounded_once():
    assert share(33333, 10000, 40000) == 8333


@pytest.mark.parametrize(
    "minor, weights, pieces",
    [
        (100, [1, 1, 1], [33, 34, 33]),
        (10000, [3000, 5000, 2000], [3000, 5000, 2000]),
        (1, [1, 1, 1], [0, 1, 0]),
        (0, [1, 2], [0, 0]),
        (5, [], []),
        (5, [0, 0], [0, 0]),
        (-100, [1, 1, 1], [-33, -34, -33]),
        (-100, [-1, -3], [-25, -75]),
    ],
)
def test_apportioning(minor, weights, pieces):
    assert apportion(minor, weights) == pieces


@given(MINORS, WEIGHTS)
def test_pieces_add_up_to_the_whole_and_are_off_by_at_most_one(minor, weights):
    pieces = apportion(minor, weights)
    if sum(weights) == 0:
        assert pieces == [0] * len(weights)
        return
    assert sum(pieces) == minor
    for piece, weight in zip(pieces, weights, strict=True):
        exact = Decimal(minor) * weight / sum(weights)
        assert abs(piece - exact) <= 1
        assert weight or piece == 0


@pytest.mark.parametrize(
    "amount, currency, rate, base, converted",
    [
        (40000, "EUR", Decimal(1) / Decimal("1.2"), "USD", 33333),
        (10000, "USD", Decimal("7.125"), "CNY", 71250),
        (1000, "JPY", Decimal("0.0485"), "CNY", 4850),
        (1, "CNY", Decimal("0.5"), "USD", 1),
        (-1, "CNY", Decimal("0.5"), "USD", -1),
        (1000, "KWD", Decimal("23.4567"), "CNY", 2346),
    ],
)
def test_conversion_rounds_half_up_in_the_base_currency(amount, currency, rate, base, converted):
    assert convert(Money(amount, currency), rate, base) == Money(converted, base)
