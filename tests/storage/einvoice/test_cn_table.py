"""The tax platform's export, line by line and invoice by invoice."""

from datetime import date
from decimal import Decimal

import pytest

from domain.einvoice import EStatus, cross_check
from domain.errors import FileUnreadable
from storage.einvoice.cn_table import is_export
from tests.storage.einvoice.samples import (
    BLUE,
    BUYER,
    HEAD_HEADERS,
    LINE_HEADERS,
    RED,
    SELLER,
    export_csv,
    export_row,
    export_xlsx,
    red_row,
)

SIX = {"net": "600.00", "tax": "78.00", "gross": "678.00"}
FOUR = {"net": "400.00", "tax": "52.00", "gross": "452.00"}
OTHER = "25312000000000000009"


def refusals(found):
    return [(one.row, one.code, one.column, one.value) for one in found.rejected]


def test_rows_of_a_number_are_one_invoice(read):
    rows = [export_row(**SIX), export_row(OTHER), export_row(**FOUR)]
    found = read(export_csv(rows), "export.csv")

    first, second = found.invoices
    assert (first.number, first.row, second.number, second.row) == (BLUE, 2, OTHER, 3)
    assert (first.net, first.tax, first.gross) == (1000, 130, 1130)
    assert [(line.name, line.net) for line in first.lines] == [
        ("*电子元件*驱动板", 600),
        ("*电子元件*驱动板", 400),
    ]
    assert (first.seller.name, first.seller.tax_id) == SELLER
    assert (first.buyer.name, first.buyer.tax_id) == BUYER
    assert (first.issued_on, first.currency) == (date(2026, 7, 10), "CNY")
    assert cross_check(first) == ()
    assert found.rejected == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_is_read_in_its_encoding(read, encoding):
    (invoice,) = read(export_csv([export_row()]).encode(encoding), "export.csv").invoices
    assert invoice.buyer.name == BUYER[0]


def test_a_workbook_with_both_sheets_gives_totals_and_lines(read):
    found = read(export_xlsx([export_row(**SIX), export_row(**FOUR)], [export_row()]), "a.xlsx")
    (invoice,) = found.invoices
    assert (invoice.gross, len(invoice.lines)) == (1130, 2)
    assert cross_check(invoice) == ()


def test_sheets_that_disagree_are_told(read):
    found = read(export_xlsx([export_row(**SIX)], [export_row()]), "a.xlsx")
    (invoice,) = found.invoices
    told = [(one.code, one.facts["part"], one.facts["found"]) for one in cross_check(invoice)]
    assert told == [("einvoice.lines", "net", 600), ("einvoice.lines", "tax", 78)]


def test_either_sheet_is_enough(read):
    (lines,) = read(export_xlsx([export_row()]), "a.xlsx").invoices
    (heads,) = read(export_xlsx(heads=[export_row()]), "b.xlsx").invoices
    assert (lines.gross, len(lines.lines)) == (heads.gross, 1) == (1130, 1)
    assert heads.lines == ()


def test_typed_cells_are_read_by_their_value(read):
    row = export_row(net=1000.0, tax=130.0, gross=1129.9999999999998)
    (invoice,) = read(export_xlsx([row]), "a.xlsx").invoices
    assert (invoice.net, invoice.gross) == (1000, Decimal("1130.00"))


def test_code_and_number_together_number_an_older_invoice(read):
    old = export_row("", 发票代码="031001900111", 发票号码="10011939")
    both = export_row(发票代码="031001900111", 发票号码="10011939")
    found = read(export_csv([old, both]), "export.csv")
    assert [one.book_number for one in found.invoices] == ["03100190011110011939", BLUE]


def test_a_number_that_a_spreadsheet_rounded_is_refused(read):
    found = read(export_csv([export_row("2.5312E+19")]), "export.csv")
    assert refusals(found) == [(2, "number.mangled", "数电发票号码", "")]


def test_a_red_one_is_below_zero_and_names_the_blue_one(read):
    (red,) = read(export_csv([red_row()]), "export.csv").invoices
    assert (red.number, red.is_credit, red.gross, red.reds) == (RED, True, -1130, (BLUE,))
    assert cross_check(red) == ()


def test_a_red_one_above_zero_is_a_contradiction(read):
    (red,) = read(export_csv([export_row(是否正数发票="否")]), "export.csv").invoices
    assert [one.code for one in cross_check(red)] == ["einvoice.sign"]


@pytest.mark.parametrize(
    "word,status",
    [
        ("正常", EStatus.NORMAL),
        ("", EStatus.NORMAL),
        ("已作废", EStatus.VOID),
        ("已红冲-全额", EStatus.RED_FULL),
        ("已红冲-部分", EStatus.RED_PART),
        ("未红冲", EStatus.NORMAL),
    ],
)
def test_states(read, word, status):
    (invoice,) = read(export_csv([export_row(发票状态=word)]), "export.csv").invoices
    assert invoice.status is status


def test_no_tax_is_written_in_stars(read):
    row = export_row(net="1130.00", tax="***", 税率="免税")
    (invoice,) = read(export_csv([row]), "export.csv").invoices
    assert (invoice.tax, invoice.gross) == (0, 1130)
    assert cross_check(invoice) == ()


@pytest.mark.parametrize("column", ["购买方名称", "开票日期", "发票状态", "销方识别号"])
def test_rows_that_contradict_each_other_refuse_the_invoice(read, column):
    rows = [export_row(**SIX), export_row(**FOUR, **{column: "2026-07-11"})]
    found = read(export_csv([*rows, export_row(OTHER)]), "export.csv")
    assert [one.number for one in found.invoices] == [OTHER]
    assert refusals(found) == [(2, "einvoice.rows_differ", column, "2026-07-11")]
    assert found.rejected[0].facts["row"] == 3


def test_a_bad_amount_refuses_its_invoice_only(read):
    rows = [export_row(**SIX), export_row(**FOUR | {"net": "4OO"}), export_row(OTHER)]
    found = read(export_csv(rows), "export.csv")
    assert [one.number for one in found.invoices] == [OTHER]
    assert refusals(found) == [(2, "amount.unreadable", "金额", "4OO")]


def test_a_damaged_line_takes_its_invoice_with_it(read):
    rows = [export_row(**SIX), export_row(**FOUR), export_row(OTHER)]
    text = export_csv(rows).replace("452.00,", "452.00,1,2,3,4,5,6,7,8,9")
    found = read(text, "export.csv")
    assert [one.number for one in found.invoices] == [OTHER]
    assert [(one.row, one.code) for one in found.rejected] == [
        (2, "einvoice.row_lost"),
        (3, "row.too_many_cells"),
    ]


def test_a_line_without_number_takes_its_neighbours_with_it(read):
    rows = [export_row(**SIX), export_row("", **FOUR), export_row(OTHER), export_row(RED)]
    found = read(export_csv(rows), "export.csv")
    assert [one.number for one in found.invoices] == [RED]
    assert [one.code for one in found.rejected] == [
        "einvoice.row_lost",
        "row.field_empty",
        "einvoice.row_lost",
    ]


def test_rows_of_whole_invoices_lose_no_neighbours(read):
    found = read(export_csv([export_row(), export_row("")], HEAD_HEADERS), "export.csv")
    assert [one.number for one in found.invoices] == [BLUE]
    assert [one.code for one in found.rejected] == ["row.field_empty"]


def test_totals_below_the_table_are_no_invoice(read):
    text = export_csv([export_row()]) + "合计" + "," * 16 + "1000.00,,130.00,1130.00\r\n"
    found = read(text, "export.csv")
    assert ([one.number for one in found.invoices], found.rejected) == ([BLUE], ())


def test_only_tables_with_both_parties_are_exports(read):
    assert is_export(LINE_HEADERS)
    assert is_export(HEAD_HEADERS)
    assert not is_export(["发票号码", "购买方名称", "开票日期", "价税合计"])
    with pytest.raises(FileUnreadable) as fault:
        read("number,customer,amount\nA,B,1\n", "a.csv")
    assert fault.value.facts["found"] == "table"
