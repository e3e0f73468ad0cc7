"""Text and numbers of cells: guards, look-alikes and what cannot be seen."""

import json
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reading import codes
from domain.reading.cells import (
    all_clean,
    cell_text,
    plain,
    read_list,
    read_number,
    read_text,
)

NAUGHTY = Path(__file__).parents[4] / "shared/data/hostile/blns/blns.json"


@pytest.mark.parametrize(
    "cell,text",
    [
        ("  海棠示例  ", "海棠示例"),
        ("a  b\nc", "a b c"),
        ("=1+1", "=1+1"),
        ("'=1+1", "=1+1"),
        ("'+86 10", "+86 10"),
        ("'＝1+1", "＝1+1"),
        ("\t=1+1", "=1+1"),
        ('"=1+1"', '"=1+1"'),
        ("'t Hoen", "'t Hoen"),
        ("'", "'"),
        ("`4200001", "4200001"),
        ("a\x01b\u202ec\ufeff", "abc"),
        ("👨\u200d👩", "👨\u200d👩"),
        ("𠮷野（股份）", "𠮷野（股份）"),
        (12.0, "12"),
        (12.5, "12.5"),
        (True, "TRUE"),
        (date(2025, 3, 5), "2025-03-05"),
        (datetime(2025, 3, 5), "2025-03-05"),
        (datetime(2025, 3, 5, 7, 1), "2025-03-05 07:01:00"),
        (time(7, 1), "07:01:00"),
        (Decimal("1.50"), "1.50"),
    ],
)
def test_text_is_read_as_a_person_sees_it(cell, text):
    assert read_text(cell).value == text


@pytest.mark.parametrize("cell", ["", "  ", "\t", "\x00", None])
def test_text_that_cannot_be_seen_is_empty(cell):
    assert read_text(cell).is_empty


def test_endless_text_is_refused():
    problem = read_text("x" * 2001).problem
    assert problem == (codes.TEXT_TOO_LONG, {"length": 2001, "limit": 2000})


@pytest.mark.parametrize(
    "cell,number",
    [
        ("0012345", "0012345"),
        ("\t25312000000000000012", "25312000000000000012"),
        ("'6222000000000000011", "6222000000000000011"),
        (" ＩＮＶ－００１ ", "INV-001"),
        (11459356.0, "11459356"),
        (5076239, "5076239"),
        ("12E5", "12E5"),
        (12.5, "12.5"),
    ],
)
def test_numbers_keep_their_zeros_and_length(cell, number):
    assert read_number(cell).value == number


@pytest.mark.parametrize("cell", [2.5312e19, 1e15, float("nan"), float("inf"), "2.5312E+19"])
def test_numbers_cut_by_a_spreadsheet_are_refused(cell):
    assert read_number(cell).problem.code == codes.NUMBER_MANGLED


def test_lists_are_split_without_doubles():
    assert read_list("海棠; 白桦；海棠、 ;") == ("海棠", "白桦")
    assert read_list(None) == ()


def test_look_alikes_become_ascii_but_other_digits_stay():
    assert plain("（１２．５）\u00a0−\u2009’") == "(12.5) - '"
    assert plain("\u0663²") == "\u0663²"


@given(st.text(max_size=30) | st.floats() | st.integers() | st.datetimes() | st.booleans())
def test_no_cell_raises(cell):
    assert read_text(cell).problem is None
    assert isinstance(cell_text(cell), str)
    read_number(cell)


@given(st.text(max_size=30))
def test_text_read_once_is_read_again_as_it_is(text):
    first = read_text(text).value
    if first is not None and not first.startswith(("'", "`")):
        assert read_text(first).value == first


@given(st.lists(st.text("019AeE+-./_#'` \n甲", max_size=6) | st.none() | st.integers(), max_size=3))
def test_cells_of_a_clean_column_read_as_they_stand(cells):
    if all_clean(cells):
        assert [(read_number(cell).value or "") for cell in cells] == cells
        assert [(read_text(cell).value or "") for cell in cells] == cells
        assert not any(read_number(cell).problem for cell in cells)


@pytest.mark.parametrize(
    "cells,clean",
    [
        (["INV-1", "", "RE_2025/07#b"], True),
        (["RE25", "INV-1"], False),  # may be a power of ten, and is looked at one by one
        (["INV-1", "1E05"], False),
        (["INV-1", " INV-2"], False),
        (["INV-1", "开票-2"], False),
        (["INV-1", 2], False),
        (["INV-1\nINV-2"], False),
        (["9" * 2001], False),
    ],
)
def test_a_column_is_clean_when_nothing_in_it_needs_a_second_look(cells, clean):
    assert all_clean(cells) == clean


@pytest.mark.skipif(not NAUGHTY.exists(), reason="the collected files are not here")
def test_naughty_strings_are_text():
    for text in json.loads(NAUGHTY.read_text(encoding="utf-8")):
        value = read_text(text).value
        assert value is None or value.isprintable() or "\u200d" in value or not value.isascii()
