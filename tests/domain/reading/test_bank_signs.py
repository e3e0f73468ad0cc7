"""Which way money went, row by row."""

from decimal import Decimal

import pytest

from domain.reading.bank import BankMapping
from domain.reading.bank_signs import (
    Fault,
    Signed,
    own_account,
    same_account,
    signed_amounts,
)


def _figures(*values):
    return [None if value is None else Decimal(str(value)) for value in values]


def _signed(sign, figures, words=None, balances=None, own="", **mapping):
    count = len(next(iter(figures.values())))
    found = signed_amounts(
        BankMapping(sign=sign, **mapping),
        {name: _figures(*values) for name, values in figures.items()},
        words or {},
        _figures(*(balances or [None] * count)),
        own,
    )
    return [one if isinstance(one, Fault | None) else one.amount for one in found]


def test_debit_is_money_out_and_credit_money_in():
    sides = {"credit": [None, 50, 0], "debit": [20, None, 0]}
    assert _signed("sides", sides) == [-20, 50, 0]
    assert _signed("sides", {"credit": [5, None]}) == [5, None]


def test_a_row_with_both_sides_is_a_fault():
    sides = {"credit": [5, None], "debit": [5, None]}
    assert _signed("sides", sides) == [Fault.BOTH_SIDES, None]


def test_debits_written_with_a_minus_are_money_out():
    assert _signed("sides", {"credit": [None, 50], "debit": [-20, None]}) == [-20, 50]


def test_a_negative_debit_among_others_is_a_reversal():
    sides = {"credit": [None, None], "debit": _figures(20, -20)}
    found = signed_amounts(BankMapping(sign="sides"), sides, {}, [None, None], "")
    assert found == [Signed(Decimal(-20), "out"), Signed(Decimal(20), "out", is_reversal=True)]


def test_balances_tell_a_reversal_from_a_debit_with_a_minus():
    sides = {"credit": [50, None], "debit": [None, -20]}
    assert _signed("sides", sides, balances=[150, 170]) == [50, 20]
    assert _signed("sides", sides, balances=[150, 130]) == [50, -20]


def test_words_of_a_column_turn_amounts():
    words = {"direction": ["贷", "借 Dr", "/", "", "?"]}
    found = _signed("direction", {"amount": [5, 3, 2, 0, 1]}, words)
    assert found == [5, -3, 2, 0, Fault.WAY_UNKNOWN]


def test_amounts_that_bear_their_signs_are_not_turned_twice():
    words = {"direction": ["DEBIT", "CREDIT"]}
    assert _signed("direction", {"amount": [-3, 5]}, words) == [-3, 5]
    assert _signed("direction", {"amount": [-3, -5]}, words) == [3, -5]


def test_signed_and_inverse_amounts():
    assert _signed("signed", {"amount": [5, -3, None]}) == [5, -3, None]
    assert _signed("inverse", {"amount": [5, -3, None]}) == [-5, 3, None]


def test_our_account_as_payer_or_payee():
    words = {"payer_account": ["A1", "B2", "B2"], "payee_account": ["B2", "A1", "C3"]}
    assert _signed("parties", {"amount": [5, 3, 1]}, words, own="B2") == [5, -3, -1]
    assert _signed("parties", {"amount": [5, -3, -1]}, words, own="B2") == [5, -3, -1]
    assert _signed("parties", {"amount": [5, 3, 1]}, words) == [5, -3, -1]


def test_where_no_party_is_ours_the_kind_tells_or_the_sign():
    words = {"payer_account": ["A1"], "payee_account": ["C3"], "code": ["来账"]}
    assert _signed("parties", {"amount": [5]}, words, own="B2") == [5]
    words = {"payer_account": ["A1", "A1"], "payee_account": ["C3", "C4"]}
    assert _signed("parties", {"amount": [5, -1]}, words, own="B2") == [5, -1]
    assert _signed("parties", {"amount": [5, 1]}, words, own="B2") == [Fault.WAY_UNKNOWN] * 2


@pytest.mark.parametrize(
    "one, other, same",
    [
        ("6222 0000 1111", "622200001111", True),
        ("10-540101040012345", "540101040012345", True),
        ("1234", "91234", False),
        ("", "", False),
        ("A", "B", False),
    ],
)
def test_one_account_in_two_spellings(one, other, same):
    assert same_account(one, other) is same


def test_the_account_of_all_rows_is_ours():
    assert own_account(["A", "B", "B"], ["B", "C", ""]) == "B"
    assert own_account(["A", "B"], ["B", "A"]) == own_account(["A"], ["B"]) == ""
