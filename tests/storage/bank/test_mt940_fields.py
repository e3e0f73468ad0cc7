"""Fields of SWIFT messages, wherever lines and messages break."""

import pytest

from storage.bank.mt940_fields import read_fields


def fields(text):
    return [(one.row, one.tag, one.lines) for one in read_fields(text) if one.tag]


def tags(text):
    return [one.tag for one in read_fields(text)]


def test_fields_have_their_rows_and_lines():
    assert fields("head\n:20:X\n:86:a\nb\n\n:62F:c") == [
        (2, "20", ["X"]),
        (3, "86", ["a", "b", ""]),
        (6, "62F", ["c"]),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_any_way(end):
    text = end.join([":20:X", ":61:1", "y", "-", ":20:Z"])
    assert fields(text) == [(1, "20", ["X"]), (2, "61", ["1", "y"]), (5, "20", ["Z"])]


def test_an_empty_field_ends_a_message():
    assert tags(":20:X\n:62F:1\n-\n:20:Y\n-}{5:}") == ["", "20", "62F", "", "20", ""]


def test_blocks_of_swift_are_taken_off():
    assert fields("{1:F01X}{2:O940}{4:\n:20:X\n:62F:1-}{5:{CHK:1}}") == [
        (2, "20", ["X"]),
        (3, "62F", ["1"]),
    ]
    assert fields("{1:F01X}{2:O940}{4::20:X") == [(1, "20", ["X"])]


@pytest.mark.parametrize("tag", ["20", "21", "25", "28C"])
def test_header_fields_are_text_while_a_movement_is_told(tag):
    told = fields(f":61:1\n:86:at 16\n:{tag}:37\n:62F:1")
    assert told == [(1, "61", ["1"]), (2, "86", ["at 16", f":{tag}:37"]), (4, "62F", ["1"])]


def test_whole_message_begins_also_where_the_last_one_is_open():
    assert tags(":61:1\n:20:X\n\n:25:Y") == ["", "61", "20", "25"]


def test_unknown_tags_are_text():
    assert fields(":86:16\n:26:37\n:KO:NR") == [(1, "86", ["16", ":26:37", ":KO:NR"])]


def test_control_characters_are_left_out():
    assert fields("\x01\ufeff:20:X\x00\n-\x03") == [(1, "20", ["X"])]
