"""Numbers of bills, their findings, and sub-ranges."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.bill_number import (
    LARGEST,
    BillKind,
    Part,
    check_number,
    kind_of,
    normal,
    overlap,
    parse_part,
    part_text,
    registered_on,
)
from domain.errors import BadBillPart

GOOD = "1" + "102100099996" + "20260520" + "00012345" + "7"
#: Clearing codes of head offices; the last digit is a check.
BANKS = [
    "102100099996",
    "103100000026",
    "104100000004",
    "105100000017",
    "301290000007",
    "308584000013",
    "403100000004",
]


def codes(number, **options):
    return [finding.code for finding in check_number(number, **options)]


def serious(number, **options):
    return [finding.code for finding in check_number(number, **options) if finding.serious]


@pytest.mark.parametrize("bank", BANKS)
def test_a_number_with_a_real_bank_and_day_has_no_findings(bank):
    assert codes(f"1{bank}20260520000123457") == []


@pytest.mark.parametrize("first", "123456789")
def test_every_first_digit_but_0_passes(first):
    assert serious(first + GOOD[1:]) == []


def test_0_as_first_digit_is_refused():
    assert serious("0" + GOOD[1:]) == ["first"]


@pytest.mark.parametrize("place", range(12))
def test_one_wrong_digit_of_the_bank_is_told_but_not_refused(place):
    digits = list(GOOD)
    digits[1 + place] = str((int(digits[1 + place]) + 1) % 10)
    assert codes("".join(digits)) == ["bank"]
    assert serious("".join(digits)) == []


@pytest.mark.parametrize("day, code", [("20260230", ["date"]), ("20261301", ["date"])])
def test_a_day_that_does_not_exist_is_refused(day, code):
    assert serious(GOOD[:13] + day + GOOD[21:]) == code


def test_29_and_31_digits_are_refused_with_their_length():
    assert [f.facts["length"] for f in check_number(GOOD[:29])] == [29]
    assert serious(GOOD + "1") == ["length"]


def test_letters_are_refused_and_named():
    (finding,) = check_number("1O21OOO99996")
    assert (finding.code, finding.facts["found"], finding.serious) == ("digits", "O", True)


def test_spaces_hyphens_and_full_width_digits_are_no_fault():
    typed = "1 102100099996-20260520 00012345 7"
    assert normal(typed) == GOOD
    assert codes(typed) == []
    assert codes("１" + GOOD[1:]) == []


def test_another_issue_date_and_another_kind_are_told():
    assert codes(GOOD, issued_on=date(2026, 5, 21)) == ["issued"]
    assert codes(GOOD, issued_on=date(2026, 5, 20)) == []
    assert codes(GOOD, kind=BillKind.COMMERCIAL) == ["kind"]
    assert codes("7" + GOOD[1:], kind=BillKind.COMMERCIAL) == []


def test_while_typing_only_complete_parts_are_looked_at():
    assert codes(GOOD[:12], typing=True) == []
    assert codes("1102100099997", typing=True) == ["bank"]
    assert codes(GOOD[:20], typing=True) == []
    assert codes(GOOD[:13] + "20269999", typing=True) == ["date"]
    assert codes("", typing=True) == []
    assert codes(GOOD + "1", typing=True) == ["length"]


def test_a_paper_bill_has_16_digits_and_its_kind_in_the_seventh():
    assert codes("1020005212345678") == ["paper"]
    assert codes("1020005212345678", kind=BillKind.COMMERCIAL) == ["paper", "kind"]
    assert serious("1020005212345678") == []


def test_what_a_number_says_of_kind_and_day():
    assert kind_of(GOOD) is BillKind.BANK
    assert kind_of("2" + GOOD[1:]) is BillKind.COMMERCIAL
    assert kind_of("5" + GOOD[1:]) is None
    assert registered_on(GOOD) == date(2026, 5, 20)
    assert registered_on("1234") is None


# -- sub-ranges


def test_half_a_million_yuan_is_50_million_units():
    assert parse_part("1-50000000").minor == 50_000_000


@pytest.mark.parametrize(
    "text",
    [
        "1-50000000",
        "000000000001-000050000000",
        "1,50000000",
        "1 – 50000000",
        "1～50000000",
        "1至50000000",
        "１-５０００００００",
    ],
)
def test_banks_spellings_of_one_range_are_kept_alike(text):
    assert part_text(text) == "1-50000000"


@pytest.mark.parametrize("text, kept", [("", ""), ("  ", ""), ("0", "0"), ("000", "0")])
def test_no_range_and_not_to_be_split_are_no_ranges(text, kept):
    assert parse_part(text) is None
    assert part_text(text) == kept


@pytest.mark.parametrize("text", ["5-1", "1-", "abc", "0-5", "1-2-3", f"1-{LARGEST + 1}"])
def test_what_is_no_range_is_refused(text):
    with pytest.raises(BadBillPart):
        parse_part(text)


def test_500000_into_200000_and_300000():
    pieces = Part(1, 50_000_000).split([20_000_000, 30_000_000])
    assert [str(piece) for piece in pieces] == ["1-20000000", "20000001-50000000"]


@pytest.mark.parametrize("minors", [[], [100], [60, 50], [100, 0], [-1, 101], [99]])
def test_pieces_that_do_not_add_up_are_refused(minors):
    with pytest.raises(BadBillPart):
        Part(1, 100).split(minors)


@st.composite
def cut_ranges(draw):
    start = draw(st.integers(1, LARGEST - 100))
    minors = draw(st.lists(st.integers(1, 1000), min_size=2, max_size=8))
    end = start + sum(minors) - 1
    return (Part(start, end), minors) if end <= LARGEST else (Part(1, sum(minors)), minors)


@given(cut_ranges())
def test_pieces_follow_each_other_without_gap_or_overlap_and_keep_their_amounts(case):
    whole, minors = case
    pieces = whole.split(minors)
    assert [piece.minor for piece in pieces] == minors
    assert (pieces[0].start, pieces[-1].end) == (whole.start, whole.end)
    for before, after in pairwise(pieces):
        assert after.start == before.end + 1
        assert not before.overlaps(after)
    assert all(piece.overlaps(whole) and overlap(str(piece), str(whole)) for piece in pieces)
    assert [parse_part(str(piece)) for piece in pieces] == pieces


def test_without_a_range_two_bills_of_a_number_are_the_same():
    assert overlap("", "1-100")
    assert overlap("0", "")
    assert not overlap("1-100", "101-200")
