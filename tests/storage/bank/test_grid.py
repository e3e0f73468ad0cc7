"""Bytes of a bank's table to rows, with nothing left out."""

import io
import zlib

import pytest
import xlsxwriter

from domain.errors import FileUnreadable
from storage.bank import grid as grid_module
from storage.bank.grid import open_grids
from storage.files import reasons


def _only(text, **options):
    content = text if isinstance(text, bytes) else text.encode()
    (grid,) = open_grids(content, "x", **options)
    return grid


def test_titles_and_footers_stay_in_their_places():
    grid = _only("某银行\n\n交易日期,借方,贷方\n2026-04-10,,5.00\n合计,,5.00\n")
    assert grid.rows[0] == ["某银行"]
    assert grid.rows[4] == ["合计", "", "5.00"]
    assert list(grid.numbers) == [1, 2, 3, 4, 5]
    assert (grid.encoding, grid.delimiter, grid.sheet) == ("utf-8", ",", "")


def test_spaces_behind_quotation_marks_do_not_matter():
    grid = _only('交易日期,借方,贷方\n"2026-04-10"\t,,"1,5.00" \n')
    assert grid.rows[1] == ["2026-04-10", "", "1,5.00"]
    assert grid.rejected == []


def test_the_delimiter_is_the_one_that_shows_the_headers():
    text = "a,b,c\nd,e,f\ng,h,i\n交易日期|摘要|借方|贷方\n2026-04-10|x||5.00\n"
    grid = _only(text)
    assert (grid.delimiter, grid.rows[3]) == ("|", ["交易日期", "摘要", "借方", "贷方"])
    assert list(grid.numbers) == [1, 2, 3, 4, 5]


def test_broken_lines_keep_their_numbers():
    text = "a,b,c\nd,e,f\ng,h,i\n交易日期|摘要|借方|贷方\n2026-04-10|x\x00||5.00\n"
    grid = _only(text)
    assert [one.row for one in grid.rejected] == [5]
    assert grid.originals[5][0] == "2026-04-10"


def test_a_line_that_names_the_delimiter_is_believed():
    grid = _only("sep=;\n交易日期;借方;贷方\n2026-04-10;;5.00\n")
    assert (grid.delimiter, list(grid.numbers)) == (";", [2, 3])


def test_sheets_come_one_by_one():
    page = io.BytesIO()
    with xlsxwriter.Workbook(page, {"in_memory": True}) as book:
        for name in ("A", "B"):
            book.add_worksheet(name).write(0, 0, name)
    assert [(grid.sheet, grid.rows) for grid in open_grids(page.getvalue(), "x")] == [
        ("A", [["A"]]),
        ("B", [["B"]]),
    ]
    assert _only(page.getvalue(), sheet="B").rows == [["B"]]


@pytest.mark.parametrize(
    "content, reason",
    [
        (b"", reasons.EMPTY),
        (b"\x01\x02" * 50, reasons.NOT_A_TABLE),
        (b"<x/>", reasons.NOT_A_TABLE),
        (b"PK\x03\x04", reasons.WORKBOOK_DAMAGED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", reasons.WORKBOOK_DAMAGED),
    ],
)
def test_what_holds_no_rows_is_refused(content, reason):
    with pytest.raises(FileUnreadable) as caught:
        list(open_grids(content, "x"))
    assert caught.value.facts["reason"] == reason


@pytest.mark.parametrize("fault", [ValueError("negative seek value"), zlib.error("invalid")])
def test_faults_of_a_broken_archive_are_damage(monkeypatch, fault):
    def read_workbook(*_):
        raise fault

    monkeypatch.setattr(grid_module, "read_workbook", read_workbook)
    with pytest.raises(FileUnreadable) as caught:
        list(open_grids(b"PK\x03\x04", "x"))
    assert caught.value.facts["reason"] == reasons.WORKBOOK_DAMAGED


def test_an_unknown_encoding_is_refused():
    with pytest.raises(FileUnreadable) as caught:
        _only("a,b\n", encoding="klingon")
    assert caught.value.facts["reason"] == reasons.ENCODING_UNKNOWN
