"""Table files: numbers are numbers, dates dates, and no text becomes a formula."""

import csv
import io
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from python_calamine import CalamineWorkbook

from domain.sheets import Sheet, SheetColumn
from reports.sheets import ageing_sheet, sheet_bytes, sheet_pdf
from tests.reports import reading, samples

COLUMNS = (
    SheetColumn(title="客户", width=20),
    SheetColumn(title="金额", kind="money"),
    SheetColumn(title="天数", kind="number"),
    SheetColumn(title="到期日", kind="date"),
)
FORMULAS = ["=1+1", "+86 512", "-5", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠1", " =1"]


def sheet(rows, totals=(), columns=COLUMNS, title="应收/清单"):
    """Return a list of four columns."""
    return Sheet(
        title=title,
        company="苏州沐川",
        note="截至 2026-11-20",
        language="zh",
        columns=columns,
        rows=rows,
        totals=totals,
    )


def read_csv(content):
    """Return the cells of a CSV file."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read_xlsx(content):
    """Return the cells of the first worksheet."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return book.get_sheet_by_index(0).to_python()


def part(content, name):
    """Return one XML part of a workbook."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return file.read(f"xl/{name}.xml").decode("utf-8")


ROW = ("杭州临岸", Decimal("88600.00"), 95, date(2026, 8, 17))


def test_csv_has_a_mark_a_header_and_plain_values():
    content = sheet_bytes(sheet([ROW]), ".csv")
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    assert read_csv(content) == [
        ["客户", "金额", "天数", "到期日"],
        ["杭州临岸", "88600.00", "95", "2026-08-17"],
    ]


def test_excel_keeps_numbers_and_dates():
    content = sheet_bytes(
        sheet([ROW], totals=(("合计", Decimal("88600.00"), None, None),)), ".xlsx"
    )
    rows = read_xlsx(content)
    assert rows[0][0] == "应收/清单"
    assert rows[2] == ["客户", "金额", "天数", "到期日"]
    assert rows[3] == ["杭州临岸", 88600.0, 95.0, date(2026, 8, 17)]
    assert rows[4][:2] == ["合计", 88600.0]


def test_excel_freezes_and_filters_the_header():
    content = sheet_bytes(sheet([ROW, ROW]), ".xlsx")
    xml = part(content, "worksheets/sheet1")
    assert 'topLeftCell="A4"' in xml
    assert '<autoFilter ref="A3:D5"/>' in xml
    assert "<f>" not in xml


@pytest.mark.parametrize("words", FORMULAS)
def test_text_is_never_a_formula(words):
    row = (words, Decimal(-5), -7, None)
    cells = read_csv(sheet_bytes(sheet([row]), ".csv"))[1]
    assert cells[0] == f"'{words}"
    assert cells[1:3] == ["-5", "-7"]
    xlsx = sheet_bytes(sheet([row], columns=(SheetColumn(title=words), *COLUMNS[1:])), ".xlsx")
    assert "<f>" not in part(xlsx, "worksheets/sheet1")
    assert read_xlsx(xlsx)[3][0].strip() == words.strip()


def test_characters_that_xml_cannot_hold_are_left_out():
    row = ("甲\x00\x0b\x1f乙\ud800\ufffe", None, None, None)
    assert read_xlsx(sheet_bytes(sheet([row]), ".xlsx"))[3][0] == "甲乙"
    assert read_csv(sheet_bytes(sheet([row]), ".csv"))[1][0] == "甲乙"


def test_long_numbers_stay_exact():
    row = ("26322000000087104862", Decimal("123456789012345.67"), 10**16, None)
    cells = read_xlsx(sheet_bytes(sheet([row]), ".xlsx"))[3]
    assert cells[:3] == ["26322000000087104862", "123456789012345.67", str(10**16)]


@pytest.mark.parametrize(
    "amount, shape", [("1.00", "#,##0.00"), ("1", "#,##0"), ("1.000", "#,##0.000")]
)
def test_decimals_follow_the_amount(amount, shape):
    xlsx = sheet_bytes(sheet([("甲", Decimal(amount), 1, None)]), ".xlsx")
    styles = part(xlsx, "styles")
    assert shape in styles or {"#,##0.00": 'numFmtId="4"', "#,##0": 'numFmtId="3"'}[shape] in styles


@pytest.mark.parametrize("title", ["a[b]:*?/\\'c", "", "长" * 40])
def test_any_title_names_a_worksheet(title):
    book = CalamineWorkbook.from_filelike(io.BytesIO(sheet_bytes(sheet([], title=title), ".xlsx")))
    assert 0 < len(book.sheet_names[0]) <= 31


def test_the_same_list_gives_the_same_bytes():
    assert sheet_bytes(sheet([ROW]), ".xlsx") == sheet_bytes(sheet([ROW]), ".xlsx")


def test_another_ending_is_refused():
    with pytest.raises(ValueError, match=r"\.ods"):
        sheet_bytes(sheet([]), ".ods")


@pytest.mark.parametrize("by", ["customer", "item"])
def test_an_ageing_report_becomes_a_list(by):
    report = samples.ageing(12, by=by, currencies=("CNY", "USD"))
    listed = ageing_sheet(report)
    assert all(len(row) == len(listed.columns) for row in (*listed.rows, *listed.totals))
    assert len(listed.rows) == 24
    titles = [column.title for column in listed.columns]
    balance = titles.index("未收余额")
    assert sum(row[balance] for row in listed.rows[:12]) == listed.totals[0][balance]
    assert ("单据号码" in titles) == (by == "item")


def test_a_list_prints_with_totals_and_page_numbers():
    rows = [(f"客户{n}", Decimal(n), n, date(2026, 8, 17)) for n in range(200)]
    page = sheet_pdf(sheet(rows, totals=(("合计", Decimal(19900), None, None),)))
    pages = reading.texts(page)
    assert len(pages) > 4
    assert f"共 {len(pages)} 页" in pages[0]
    assert "19,900" in pages[-1]
    assert all("金额" in text for text in pages)
    assert reading.overlaps(reading.glyphs(page)) == []


def test_a_wide_list_still_fits_the_page():
    columns = tuple(SheetColumn(title=f"很长的列标题{n}", kind="text") for n in range(16))
    rows = [tuple("杭州临岸机电设备有限公司" for _ in columns) for _ in range(30)]
    found = reading.glyphs(sheet_pdf(sheet(rows, columns=columns)))
    assert reading.overlaps(found) == []
    assert reading.strayed(found, 13, 5, 284, 205) == []
