"""Files of any kind to a table, with every row accounted for."""

import io
from pathlib import Path

import pytest
import xlsxwriter

from domain.errors import FileUnreadable
from domain.reading import codes
from domain.reading.amounts import detect_amount_style, read_amount
from domain.reading.dates import detect_day_order, read_date
from domain.reading.mapping import from_json
from storage.files import reasons
from storage.files.reader import (
    NOTE_ABOVE,
    NOTE_BELOW,
    NOTE_BETWEEN,
    NOTE_SHEET,
    open_table,
    read_bytes,
)

HOSTILE = Path(__file__).parents[4] / "shared/data/hostile"
TITLED = """某某示例有限公司,,
发票号,客户名称,金额
001,海棠示例,1.00
小计,,1.00
,,
002,白桦示例,"2,000.00"
合计,,"2,001.00"
"""


@pytest.fixture
def file(tmp_path):
    def write(content, name="f.csv"):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def _reason(path, **options):
    with pytest.raises(FileUnreadable) as caught:
        open_table(path, **options)
    assert caught.value.facts["path"] == str(path)
    return caught.value.facts["reason"]


def test_table_is_found_and_the_rest_noted(file):
    table = open_table(file(TITLED))
    assert table.headers == ("发票号", "客户名称", "金额")
    assert table.rows == [["001", "海棠示例", "1.00"], ["002", "白桦示例", "2,000.00"]]
    assert table.row_numbers == [3, 6]
    assert (table.encoding, table.delimiter, table.sheet) == ("utf-8", ",", "")
    assert table.notes == (
        (NOTE_ABOVE, {"rows": (1,)}),
        (NOTE_BETWEEN, {"rows": (4,)}),
        (NOTE_BELOW, {"rows": (7,)}),
    )
    assert table.rejected == ()


def test_rows_are_brought_to_the_width_of_the_header(file):
    table = open_table(file("发票号,客户,金额\n1,甲\n2,乙,5.00,,\n3,丙,1,234.50\n"))
    assert table.rows == [["1", "甲", ""], ["2", "乙", "5.00"]]
    (rejection,) = table.rejected
    assert (rejection.row, rejection.code) == (4, codes.TOO_MANY_CELLS)
    assert rejection.facts == {"found": 4, "expected": 3}
    assert table.originals[4] == ["3", "丙", "1", "234.50"]


def test_one_bad_row_does_not_lose_the_others(file):
    data = TITLED.encode() + b"003,\xff\xfe,3.00\n" + '004,"开,4.00\n005,好,5.00\n'.encode()
    table = open_table(file(data))
    assert [row[0] for row in table.rows] == ["001", "002", "005"]
    assert [(one.row, one.code) for one in table.rejected] == [
        (8, codes.BAD_BYTES),
        (9, codes.UNCLOSED_QUOTE),
    ]


def test_damaged_header_is_refused_rather_than_replaced_by_data(file):
    data = b"\xff\xfa\xfb,a\n" + "001,海棠示例,1.00\n002,白桦示例,2.00\n".encode()
    assert _reason(file(data)) == reasons.HEADER_DAMAGED


@pytest.mark.parametrize(
    "content,reason",
    [
        (b"", reasons.EMPTY),
        (b"\xef\xbb\xbf", reasons.EMPTY),
        (b"\xff\xfe", reasons.EMPTY),
        (b"\r\n \r\n", reasons.EMPTY),
        (b",,,\n,,\n", reasons.EMPTY),
        (b"%PDF-1.7", reasons.NOT_A_TABLE),
        (b"\x89PNG\r\n", reasons.NOT_A_TABLE),
        (b"\x1f\x8b\x08", reasons.NOT_A_TABLE),
        (b"<?xml version='1.0'?><a/>", reasons.NOT_A_TABLE),
        (b"<html><p>Not found</html>", reasons.NOT_A_TABLE),
        (bytes(range(1, 32)) * 9, reasons.NOT_A_TABLE),
        (b"\x80\x81\xfe\xff" * 99, reasons.ENCODING),
    ],
)
def test_files_that_are_no_table_are_refused(file, content, reason):
    assert _reason(file(content)) == reason


def test_missing_files_and_folders_are_refused(tmp_path):
    assert _reason(tmp_path / "none.csv") == reasons.MISSING
    assert _reason(tmp_path) == reasons.MISSING
    assert _reason(Path("a\0b")) == reasons.MISSING


def test_files_beyond_the_limit_are_not_read(file):
    with pytest.raises(FileUnreadable) as caught:
        read_bytes(file("12345"), limit=4)
    assert caught.value.facts["reason"] == reasons.TOO_LARGE
    assert caught.value.facts["limit"] == 4


def _workbook(*sheets):
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        for rows in sheets:
            sheet = book.add_worksheet()
            for place, row in enumerate(rows):
                sheet.write_row(place, 0, row)
    return stream.getvalue()


def test_content_decides_not_the_name(file):
    rows = [
        ["应收明细"],
        ["发票号", "客户", "金额", ""],
        ["001", "甲", 5.5, "旁注"],
        ["合计", "", 5.5],
    ]
    table = open_table(file(_workbook(rows, [["x"]]), "f.csv"))
    assert table.headers == ("发票号", "客户", "金额", "")
    assert table.rows == [["001", "甲", 5.5, "旁注"]]
    assert table.row_numbers == [3]
    assert (table.sheet, table.delimiter) == ("Sheet1", "")
    assert table.notes[0] == (NOTE_SHEET, {"sheet": "Sheet1", "others": ("Sheet2",)})
    assert open_table(file("发票号,客户\n1,甲\n", "f.xlsx")).rows == [["1", "甲"]]


def test_web_page_named_as_a_workbook(file):
    page = "<html><table><tr><th>发票号<th>客户</tr><tr><td>001<td>甲<td>多</tr></table></html>"
    table = open_table(file(page.encode("gbk"), "f.xls"))
    assert table.headers == ("发票号", "客户", "")
    assert table.rows == [["001", "甲", "多"]]


def test_encoding_can_be_named(file):
    path = file("发票号,客户\n1,甲\n".encode("gbk"))
    assert open_table(path, encoding="gbk").rows == [["1", "甲"]]
    assert _reason(path, encoding="klingon") == reasons.ENCODING_UNKNOWN


def test_headers_of_a_mapping_are_found(file):
    path = file("a,b\nWert,Kto\n1,2\n")
    assert open_table(path, wanted=["Wert", "Kto"]).rows == [["1", "2"]]


@pytest.mark.skipif(not HOSTILE.exists(), reason="the collected files are not here")
def test_collected_encodings_give_the_same_table():
    expected = open_table(HOSTILE / "csv/enc_utf8.csv").rows
    for name in (
        "delim_pipe.txt",
        "enc_gb18030.csv",
        "enc_utf16_bom.csv",
        "enc_utf16le_nobom.csv",
        "enc_utf8_bom.csv",
        "lineend_cr.csv",
        "lineend_lf_no_final.csv",
    ):
        assert open_table(HOSTILE / "csv" / name).rows == expected, name


@pytest.mark.skipif(not HOSTILE.exists(), reason="the collected files are not here")
@pytest.mark.parametrize(
    "name,read,rejected",
    [
        ("enc_gbk.csv", 6, []),
        ("enc_big5.csv", 1, []),
        ("enc_broken_utf8.csv", 5, [(3, codes.BAD_BYTES)]),
        ("enc_mixed_gbk_in_utf8.csv", 1, [(3, codes.BAD_BYTES)]),
        ("blank_lines.csv", 1, []),
        ("nul_bytes.csv", 0, [(2, codes.NUL_BYTES)]),
        ("unclosed_quote.csv", 1, [(2, codes.UNCLOSED_QUOTE)]),
        ("formula_injection_names.csv", 16, []),
    ],
)
def test_collected_faults_cost_only_their_rows(name, read, rejected):
    table = open_table(HOSTILE / "csv" / name)
    assert len(table.rows) == read
    assert [(one.row, one.code) for one in table.rejected] == rejected


@pytest.mark.skipif(not HOSTILE.exists(), reason="the collected files are not here")
def test_collected_files_of_other_kinds_are_refused():
    for path in [*(HOSTILE / "xml").iterdir(), *(HOSTILE / "csv").glob("empty.csv")]:
        _reason(path)


REAL = HOSTILE.parent / "receivables"
TOTALS = [
    ("ibm/WA_Fn-UseC_-Accounts-Receivable.csv", "invoices", {}, 2466, 14770318),
    (
        "ibm/WA_Fn-UseC_-Accounts-Receivable.csv",
        "receipts",
        {"date": "SettledDate"},
        2466,
        14770318,
    ),
    ("unicorn_inc/unicorn_inc.csv", "invoices", {}, 3107, 605744184 + 2969843),
    ("unicorn_inc/unicorn_inc.csv", "receipts", {"amount": "Applied"}, 3101, 556204576 + 2537354),
    ("classicmodels/orders_with_totals.csv", "invoices", {}, 320, 936533643),
    ("classicmodels/payments.csv", "receipts", {}, 273, 885383923),
]
COLUMNS = {"amount": ["InvoiceAmount", "BillTotal", "total", "amount"]}
DATES = {"date": ["paymentDate", "InvoiceDate"], "issue_date": ["InvoiceDate", "orderDate"]}


def _mapped(headers, kind, changes):
    """Map by the names of the collected files, leaving out what was cancelled or is nothing."""
    wanted = {**COLUMNS, **DATES}
    known = "date" if kind == "receipts" else "issue_date"
    columns = {
        field: next(name for name in wanted[field] if name in headers)
        for field in ("amount", known)
    }
    skip = {name: ["Cancelled", "0"] for name in ("status", "Applied") if name in headers}
    saved = {"kind": kind, "columns": columns | changes, "skip": skip}
    if "Applied" in skip and kind == "invoices":
        del skip["Applied"]
    return from_json(saved)


@pytest.mark.skipif(not REAL.exists(), reason="the collected files are not here")
@pytest.mark.parametrize("name,kind,changes,count,total", TOTALS)
def test_collected_tables_add_up(name, kind, changes, count, total):
    table = open_table(REAL / name)
    assert table.rejected == ()
    bound = _mapped(table.headers, kind, changes).bind(table.headers)
    assert bound.problems == ()
    rows = [row for row in table.rows if not bound.skipped(row)]
    amounts = bound.column("amount", rows)
    style = detect_amount_style(amounts)
    read = [read_amount(cell, decimals=2, style=style) for cell in amounts]
    assert [reading for reading in read if reading.value is None] == []
    assert (len(rows), sum(reading.value for reading in read)) == (count, total)
    dates = bound.column("date" if kind == "receipts" else "issue_date", rows)
    order = detect_day_order(dates)
    assert [cell for cell in dates if read_date(cell, order=order).value is None] == []
