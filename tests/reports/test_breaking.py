"""Line breaking over many widths: no bad start, no bad end, nothing broken, nothing lost."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.breaking import CLOSING, OPENING, break_lines, is_wide, pieces
from reports.fonts import measure

TEXT = (
    "根据贵我双方于2026年3月5日签订的《购销合同》（编号LA-2026-003），贵司应于2026年10月15日前支付货款"
    "¥366,250.00（人民币叁拾陆万陆仟贰佰伍拾元整）；截至2026年11月20日，"
    "贵司仍有“减速机壳体”等5笔款项未付：其中：INV-2026-000123、"
    "26322000000087104862（含税13%）！请联系zhoumin@example.cn……或电话0512-5555 0120，"
    "「逾期」与【争议】部分另行协商？《第一次催款函》（沐催字〔2026〕第0033号）已于11月2日签收——"
    "the customer's reply (see “Annex 1”) arrived on 2 Nov 2026; 98.5% agreed."
)
RUN = re.compile(r"[0-9A-Za-z@.,%¥/\-]+")


@pytest.mark.parametrize("width", range(90, 500, 2))
def test_lines_of_mixed_text_are_sound_at_every_width(width):
    lines = break_lines(TEXT, width, 10.5, first=21)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", TEXT)
    for number, line in enumerate(lines):
        room = width - (21 if number == 0 else 0)
        assert measure(line, 10.5) <= room + 0.01
        assert number == 0 or line[0] not in CLOSING
        assert number == len(lines) - 1 or line[-1] not in OPENING
    for run in RUN.findall(TEXT):
        if measure(run, 10.5) < width - 60:
            assert any(run in line for line in lines), run


def test_a_run_longer_than_a_line_is_broken_and_kept_whole():
    number = "7" * 60
    lines = break_lines(f"发票{number}号", 100, 10)
    assert "".join(lines) == f"发票{number}号"
    assert all(measure(line, 10) <= 100.01 for line in lines)


def test_an_apostrophe_does_not_break_a_word():
    assert pieces("the company’s books") == ["the ", "company’s ", "books"]


def test_marks_stay_with_their_words():
    assert pieces("甲《乙》，丙") == ["甲", "《乙》，", "丙"]
    assert pieces("价 ¥1.00。") == ["价 ", "¥1.00。"]


def test_no_text_is_one_empty_line():
    assert break_lines("", 100, 10) == [""]


def test_line_ends_inside_a_paragraph_are_spaces():
    assert break_lines("甲\n乙", 100, 10) == ["甲 乙"]


def test_the_last_line_of_a_short_text_has_no_trailing_space():
    assert break_lines("甲乙 ", 100, 10) == ["甲乙"]


ALPHABET = "甲乙，。《》（）“”：；abc12 .,-¥%　"


@given(st.text(ALPHABET, max_size=60), st.integers(min_value=40, max_value=300))
def test_nothing_is_lost_and_no_line_is_too_wide(text, width):
    lines = break_lines(text, width, 10)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)
    assert all(measure(line, 10) <= width + 0.01 for line in lines)


@given(st.text(ALPHABET, max_size=60))
def test_pieces_join_to_the_text_and_break_where_rules_allow(text):
    parts = [part for part in pieces(text) if part]
    assert "".join(parts) == text
    for before, after in pairwise(parts):
        last, first = before[-1], after[0]
        if last in " 　":
            continue
        assert last not in OPENING
        assert first not in CLOSING
        assert is_wide(last) or is_wide(first)
