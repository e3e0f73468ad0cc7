"""Workbooks: typed cells, choice of the sheet, and files that would do harm."""

import contextlib
import io
import zipfile
from datetime import date, datetime

import pytest
import xlsxwriter

from domain.errors import FileUnreadable
from storage.files import reasons
from storage.files.workbook import read_workbook

TYPES = (
    '<?xml version="1.0"?><Types '
    'xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def _book(sheets, hidden=()):
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            if name in hidden:
                sheet.hide()
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if isinstance(cell, (date, datetime)):
                        sheet.write_datetime(row, column, cell, day)
                    elif isinstance(cell, str) and cell.startswith("="):
                        sheet.write_formula(row, column, cell, value=42)
                    elif cell is not None:
                        sheet.write(row, column, cell)
    return stream.getvalue()


def _reason(data, sheet=None):
    with pytest.raises(FileUnreadable) as caught:
        read_workbook(data, "f.xlsx", sheet)
    return caught.value.facts["reason"]


def test_cells_keep_their_types():
    rows, name, others = read_workbook(
        _book(
            {"表": [["发票号", "日期"], ["0012", date(2025, 3, 5)], [1.5, True], ["=1+1", None]]}
        ),
        "f.xlsx",
    )
    assert (name, others) == ("表", ())
    assert rows == [["发票号", "日期"], ["0012", date(2025, 3, 5)], [1.5, True], [42.0, ""]]


def test_rows_are_counted_from_the_first_of_the_sheet():
    rows, _, _ = read_workbook(_book({"A": [[], [], [None, "发票号"], [None, "1"]]}), "f.xlsx")
    assert rows == [["", ""], ["", ""], ["", "发票号"], ["", "1"]]


def test_sheet_with_most_known_headers_is_read():
    data = _book(
        {
            "说明": [["这是说明"], ["a"]],
            "汇总": [["发票号", "客户", "开票日期", "金额", "规格型号"], ["1"]],
            "发票": [["发票号", "客户", "开票日期", "金额"], ["2"]],
            "空": [],
        }
    )
    rows, name, others = read_workbook(data, "f.xlsx")
    assert (name, others) == ("发票", ("说明", "汇总", "空"))
    assert rows[1][0] == "2"
    assert read_workbook(data, "f.xlsx", "汇总")[1] == "汇总"
    assert _reason(data, "没有") == reasons.SHEET_MISSING


def test_hidden_sheets_are_read_only_by_name():
    data = _book({"A": [["x"]], "B": [["发票号", "客户"]]}, hidden=("B",))
    assert read_workbook(data, "f.xlsx")[1:] == ("A", ())
    assert read_workbook(data, "f.xlsx", "B")[1] == "B"


def test_empty_workbook_is_refused():
    assert _reason(_book({"A": []})) == reasons.EMPTY


def test_damaged_workbooks_are_refused():
    data = _book({"A": [["x"]]})
    assert _reason(data[: len(data) // 2]) == reasons.WORKBOOK_DAMAGED
    assert _reason(b"PK\x03\x04junk") == reasons.WORKBOOK_DAMAGED
    assert _reason(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600) == reasons.WORKBOOK_DAMAGED


def test_protected_workbook_is_refused():
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
    assert _reason(head + "EncryptedPackage".encode("utf-16-le")) == reasons.ENCRYPTED


def _packed(files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return stream.getvalue()


def test_other_archives_are_refused():
    assert _reason(_packed({"a.txt": "x"})) == reasons.NOT_A_TABLE


@pytest.mark.parametrize(
    "cells",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"/></row>',
        '<row r="1"><c r="A1"/><c r="XFD1048576"/></row>',
        '<row r="1048576"><c r="ZZ5"/></row><row r="1"><c r="A1"/></row>',
        '<row r="1"><c r="A1"/><c r="B99999999919"/></row>',
        '<row r="1"><c r="A1"/><c r="xfd1048576"/></row>',
        "<row r='1'><c r='A1'/><c r='XFD1048576'/></row>",
        '<row r = "1"><c\nr = "A1"/><c\nr = "XFD1048576"/></row>',
        '<row r="1"><c r="A1"/><c r="AAAAAAAAAAAA1"/></row>',
    ],
)
def test_cells_far_apart_are_refused_before_they_are_read(cells):
    sheet = f"<worksheet><sheetData>{cells}</sheetData></worksheet>"
    data = _packed({"[Content_Types].xml": TYPES, "xl/worksheets/sheet1.xml": sheet})
    assert _reason(data) == reasons.TOO_LARGE


def test_panic_of_the_reader_is_a_damaged_workbook(monkeypatch):
    class Panic(BaseException):
        pass

    def panic(*_):
        raise Panic

    monkeypatch.setattr("storage.files.workbook._read", panic)
    assert _reason(_book({"A": [["x"]]})) == reasons.WORKBOOK_DAMAGED


def test_sheet_that_unpacks_endlessly_is_refused(monkeypatch):
    monkeypatch.setattr("storage.files.workbook._MAX_UNPACKED", 10_000)
    data = _packed({"[Content_Types].xml": TYPES, "xl/worksheets/sheet1.xml": "x" * 20_000})
    assert _reason(data) == reasons.TOO_LARGE


@pytest.mark.parametrize("place", range(0, 400, 7))
def test_a_broken_byte_anywhere_is_told_or_harmless(place):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", "<Types/>")
        made.writestr("xl/worksheets/sheet1.xml", "<worksheet><row><c/></row></worksheet>" * 40)
    data = bytearray(packed.getvalue())
    data[place % len(data)] ^= 0xFF
    with contextlib.suppress(FileUnreadable):
        read_workbook(bytes(data), "broken.xlsx")


@pytest.mark.parametrize(
    "part, asked",
    [
        ("xl/sharedStrings.xml", ('uniqueCount="2"', 'uniqueCount="29999999999"')),
        ("xl/styles.xml", ('<cellXfs count="', '<cellXfs count="9999999999')),
    ],
)
def test_a_list_that_claims_to_be_endless_is_refused(part, asked):
    """Found by damaging workbooks: the reader took memory for as many, and the program died."""
    data = _book({"表": [["发票号", "金额"], ["发票号", 1.0]]})
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            assert name != part or asked[0] in text
            new.writestr(name, text.replace(*asked) if name == part else text)
    assert _reason(changed.getvalue()) == reasons.TOO_LARGE
