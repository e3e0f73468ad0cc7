"""The credit code of firms; the codes here are made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.tax_id import check_character, is_valid_uscc, normal_uscc, suggested_uscc


@pytest.mark.parametrize(
    "code,valid",
    [
        ("91320594MA1MUCHN3N", True),
        ("91320594MA1MUCHN3X", False),
        ("91320594MA1MUCHN3", False),
        ("91320594MA1MUCHI3N", False),
        ("", False),
    ],
)
def test_the_check_digit_decides(code, valid):
    assert is_valid_uscc(code) is valid


#: Codes whose check digits were verified by hand.
VALID = (
    "91110000600037341L 121200004013590816 911522010783762860 91152201078377449P "
    "91310112087994932F 91310115MA1K3BTP2B 91310116052958608G 913205056082348768 "
    "91340600MA2PBM9HXD 91350100M000100Y43"
)


@pytest.mark.parametrize("code", VALID.split())
def test_codes_of_all_authorities_pass(code):
    assert is_valid_uscc(code)


@given(st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=17, max_size=17), st.integers(0, 30))
def test_one_character_alone_fits(first, other):
    last = check_character(first)
    assert sum(check_character(first) == char for char in "0123456789ABCDEFGHJKLMNPQRTUWXY") == 1
    assert last in "0123456789ABCDEFGHJKLMNPQRTUWXY"


def test_a_rural_collective_has_a_code_that_begins_with_a_letter():
    first = "N2110000600037341"
    assert is_valid_uscc(first + check_character(first))


@pytest.mark.parametrize(
    "typed,normal",
    [
        ("９１１１００００600037341l", "91110000600037341L"),
        ("9111 0000-6000 37341L", "91110000600037341L"),
    ],
)
def test_a_code_is_written_in_one_way(typed, normal):
    assert normal_uscc(typed) == normal


def test_letters_typed_for_digits_are_a_suggestion_only():
    assert not is_valid_uscc("9111OOOO600037341L")
    assert suggested_uscc("9111OOOO600037341L") == "91110000600037341L"
    assert suggested_uscc("9111OOOO600037341X") == ""
