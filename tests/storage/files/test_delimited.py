"""Delimiters, quotation marks and line ends."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.reading import codes
from storage.files.delimited import read_delimited, sniff

HEAD = "发票号,客户名称,金额"


def _read(text, *, damaged=False):
    return read_delimited(text, encoding="utf-8", damaged=damaged)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("final", [True, False])
def test_every_delimiter_and_line_end(delimiter, end, final):
    rows = [["发票号", "客户", "备注"], ["001", '甲"乙" & 丙', "a,b;c|d\te"], ["002", "丁", ""]]
    quoted = [[f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row] for row in rows]
    text = end.join(delimiter.join(row) for row in quoted) + (end if final else "")
    lines = _read(text)
    assert lines.delimiter == delimiter
    assert lines.rows == rows
    assert lines.numbers == [1, 2, 3]
    assert lines.rejected == []


def test_separator_line_decides():
    lines = _read("sep=;\na;b,c\n1;2,5\n")
    assert lines.delimiter == ";"
    assert lines.rows == [["a", "b,c"], ["1", "2,5"]]
    assert lines.numbers == [2, 3]


def test_decimal_commas_do_not_cut():
    assert sniff("Nummer;Kunde;Betrag\n1;A;1.234,50\n2;B;12,50\n") == ";"
    assert sniff("发票号|客户|价税合计\n1|甲|11,300.00\n2|乙|-5,00.00\n") == "|"
    assert sniff("客户名称\n海棠\n") == ","
    assert sniff("") == ","


def test_cell_with_line_breaks_is_one_row():
    lines = _read('发票号,客户,备注\n1,甲,"一\n二\r\n三"\n2,乙,丙\n')
    assert lines.rows[1] == ["1", "甲", "一\n二\r\n三"]
    assert lines.numbers == [1, 2, 3]


def test_open_quotation_mark_costs_only_its_line():
    lines = _read(f'{HEAD}\n001,"未闭合,1.00\n002,正常,2.00\n003,正常,3.00\n')
    assert lines.rows[1:] == [["002", "正常", "2.00"], ["003", "正常", "3.00"]]
    assert lines.numbers == [1, 3, 4]
    (rejection,) = lines.rejected
    assert (rejection.row, rejection.code) == (2, codes.UNCLOSED_QUOTE)
    assert lines.originals[2] == ["001", '"未闭合', "1.00"]


def test_open_quotation_mark_closed_by_a_later_one_costs_only_its_line():
    lines = _read(f'{HEAD}\n001,"未闭合,1.00\n002,"正常",2.00\n003,"a\nb",3.00\n')
    assert [row[0] for row in lines.rows] == ["发票号", "002", "003"]
    assert lines.rows[2][1] == "a\nb"
    assert lines.numbers == [1, 3, 4]
    assert [one.row for one in lines.rejected] == [2]


def test_open_quotation_mark_that_makes_a_row_of_another_width_is_given_up():
    lines = _read(f'{HEAD}\n001,"未闭合,1.00\n002,正常",2.00,x\n003,正常,3.00\n')
    assert [one.row for one in lines.rejected] == [2]
    assert [row[0] for row in lines.rows] == ["发票号", "002", "003"]


def test_text_behind_a_quotation_mark_is_refused():
    lines = _read(f'{HEAD}\n001,"Foo" Ltd,1.00\n002,5" pipe,2.00\n')
    assert [(one.row, one.code) for one in lines.rejected] == [(2, codes.BAD_QUOTES)]
    assert lines.rows[1] == ["002", '5" pipe', "2.00"]


def test_zero_bytes_reject_their_row():
    lines = _read("no,name\n1,a\0b\n2,c\n")
    assert lines.rows == [["no", "name"], ["2", "c"]]
    assert [(one.row, one.code, one.value) for one in lines.rejected] == [
        (2, codes.NUL_BYTES, "1,a\\x00b")
    ]


def test_damage_rejects_its_row():
    lines = _read("no,name\n1,a\udcffb\n2,c\n", damaged=True)
    assert lines.numbers == [1, 3]
    (rejection,) = lines.rejected
    assert rejection.code == codes.BAD_BYTES
    assert rejection.facts == {"encoding": "utf-8"}
    assert rejection.value == "1,a\\xffb"


def test_endless_cell_rejects_its_row():
    lines = _read(f"no,name\n1,{'x' * 140_000}\n2,c\n")
    assert [(one.row, one.code) for one in lines.rejected] == [(2, codes.FIELD_TOO_LONG)]
    assert lines.rows[1:] == [["2", "c"]]
    assert len(lines.rejected[0].value) <= 80


def test_blank_lines_count():
    lines = _read("\n\nno,name\n\n1,a\n")
    assert [number for number, row in zip(lines.numbers, lines.rows, strict=True) if row] == [3, 5]


def test_many_open_quotation_marks_do_not_take_long():
    begin = time.perf_counter()
    lines = _read(HEAD + "\n" + '1,"x,2\n2,y,3\n' * 30_000)
    assert time.perf_counter() - begin < 10
    assert len(lines.rejected) + len(lines.rows) > 30_000


@given(
    st.lists(
        st.lists(st.text(alphabet='ab,;"\n\r \t|x', max_size=6), min_size=2, max_size=3),
        min_size=1,
        max_size=5,
    )
)
def test_no_text_raises_and_no_line_is_lost(rows):
    text = "\n".join(",".join(row) for row in rows)
    lines = _read(text)
    numbers = sorted([*lines.numbers, *(one.row for one in lines.rejected)])
    assert numbers == sorted(set(numbers))
