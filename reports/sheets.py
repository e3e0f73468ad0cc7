"""Lists as Excel and CSV files, and as printed pages.

Numbers are written as numbers and dates as dates. A text never becomes a
formula: in Excel it is a string cell, in CSV a leading ' defuses it. CSV holds
the header and the rows alone, so that another program can read it; Excel also
the title and the totals.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from domain.money import Money
from domain.papers import AgeingReport, AgeingRow
from domain.sheets import Cell, Sheet, SheetColumn
from reports.texts import bucket, long_date, text

#: What Excel, LibreOffice and WPS take for the beginning of a formula, full-width too.
_FORMULA: Final = frozenset("=+-@＝＋－＠")
#: Characters that XML 1.0 cannot hold, and halves of surrogate pairs.
_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_NAMES: Final = re.compile(r"[\[\]:*?/\\']")
_LONGEST_CELL: Final = 32_767
_ROWS_PER_SHEET: Final = 1_000_000
#: Excel keeps 15 significant digits; longer amounts are written as text, exactly.
_DIGITS: Final = 15
_WIDEST: Final = 48
_FIRST_ROW: Final = 3


def sheet_bytes(sheet: Sheet, suffix: str) -> bytes:
    """Return a list as a file of the kind its name ends in, ".xlsx" or ".csv".

    Raises:
        ValueError: another ending.
    """
    if suffix == ".csv":
        return csv_bytes(sheet)
    if suffix == ".xlsx":
        return xlsx_bytes(sheet)
    raise ValueError(f"no table file ends in {suffix}")


def sheet_pdf(sheet: Sheet, *, any_text: bool = False) -> bytes:
    """Return a list as landscape PDF pages with header, page numbers and totals.

    ``any_text``: a character that no font has is drawn as a box.

    Raises:
        GlyphMissing: it holds characters that no font has.
    """
    from reports.evidence import drawable
    from reports.sheet_pages import pages

    if any_text:
        rows = [[drawable(c) if isinstance(c, str) else c for c in row] for row in sheet.rows]
        return pages(replace(sheet, rows=rows, note=drawable(sheet.note)))
    return pages(sheet)


# CSV


def csv_bytes(sheet: Sheet) -> bytes:
    """Return header and rows as CSV in UTF-8 with a byte order mark, as Excel expects it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_safe(column.title) for column in sheet.columns])
    writer.writerows([_csv_cell(cell) for cell in row] for row in sheet.rows)
    return out.getvalue().encode("utf-8-sig")


def _csv_cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _safe(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return f"{cell:f}" if isinstance(cell, Decimal) else str(cell)


def _safe(words: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    words = clean(words)
    risky = words[:1] in {"\t", "\r", "\n"} or words.lstrip()[:1] in _FORMULA
    return f"'{words}" if words and risky else words


def clean(words: str) -> str:
    """Return a text without the characters that XML cannot hold."""
    return _ILLEGAL.sub("", words)


# Excel


def xlsx_bytes(sheet: Sheet) -> bytes:
    """Return a list as an Excel workbook: header frozen and filtered, columns sized."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    book.set_properties({"title": sheet.title, "created": datetime(2000, 1, 1)})
    formats = _Formats(book, sheet.language)
    blocks = range(0, max(len(sheet.rows), 1), _ROWS_PER_SHEET)
    for number, start in enumerate(blocks, start=1):
        rows = sheet.rows[start : start + _ROWS_PER_SHEET]
        worksheet = book.add_worksheet(_sheet_name(sheet.title, number))
        _fill(worksheet, sheet, rows, formats, last=number == len(blocks))
    book.close()
    return out.getvalue()


class _Formats:
    """Cell formats of one workbook, made when first needed."""

    def __init__(self, book: Any, language: str) -> None:
        self._book = book
        self._dates = "yyyy-mm-dd" if language == "zh" else "d mmm yyyy"
        self._made: dict[tuple[str, bool], Any] = {}
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.header = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})

    def number(self, places: int, *, bold: bool) -> Any:
        """Return the format of a number with so many decimals."""
        return self._format("#,##0." + "0" * places if places else "#,##0", bold=bold)

    def date(self, *, bold: bool) -> Any:
        """Return the format of a date."""
        return self._format(self._dates, bold=bold)

    def text(self, *, bold: bool) -> Any:
        """Return the format of words; "@" keeps long numbers as they were typed."""
        return self._format("@", bold=bold)

    def _format(self, pattern: str, *, bold: bool) -> Any:
        if (pattern, bold) not in self._made:
            shape = {"num_format": pattern} | ({"bold": True, "top": 1} if bold else {})
            self._made[pattern, bold] = self._book.add_format(shape)
        return self._made[pattern, bold]


def _sheet_name(title: str, number: int) -> str:
    """Return a name Excel accepts, unique by number."""
    name = clean(_NOT_IN_NAMES.sub(" ", title)).strip() or "Sheet"
    return name[:31] if number == 1 else f"{name[:26]} {number}"


def _fill(
    worksheet: Any, sheet: Sheet, rows: Sequence[Sequence[Cell]], formats: _Formats, *, last: bool
) -> None:
    """Write title, header, rows and, on the last worksheet, the totals."""
    worksheet.write_string(0, 0, clean(sheet.title), formats.title)
    worksheet.write_string(1, 0, clean("   ".join(filter(None, (sheet.company, sheet.note)))))
    for position, column in enumerate(sheet.columns):
        worksheet.write_string(_FIRST_ROW - 1, position, clean(column.title), formats.header)
        cells = [row[position] for row in (*rows[:300], *sheet.totals)]
        worksheet.set_column(position, position, _width(column, cells))
    for number, row in enumerate(rows, start=_FIRST_ROW):
        _write_row(worksheet, number, row, formats, bold=False)
    end = _FIRST_ROW + len(rows)
    for number, row in enumerate(sheet.totals if last else (), start=end):
        _write_row(worksheet, number, row, formats, bold=True)
    worksheet.freeze_panes(_FIRST_ROW, 0)
    worksheet.autofilter(_FIRST_ROW - 1, 0, max(end - 1, _FIRST_ROW), len(sheet.columns) - 1)
    worksheet.set_landscape()
    worksheet.set_paper(9)
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(_FIRST_ROW - 1)


def _write_row(
    worksheet: Any, number: int, row: Sequence[Cell], formats: _Formats, *, bold: bool
) -> None:
    for position, cell in enumerate(row):
        if cell is None or cell == "":
            if bold:
                worksheet.write_blank(number, position, None, formats.text(bold=True))
        elif isinstance(cell, date) and cell.year >= 1900:
            worksheet.write_datetime(number, position, cell, formats.date(bold=bold))
        elif isinstance(cell, int | Decimal) and _fits(cell):
            shape = formats.number(_places(cell), bold=bold)
            worksheet.write_number(number, position, cell, shape)
        else:
            words = clean(cell if isinstance(cell, str) else _csv_cell(cell))
            worksheet.write_string(number, position, words[:_LONGEST_CELL], formats.text(bold=bold))


def _fits(number: int | Decimal) -> bool:
    """Whether Excel keeps all digits of a number."""
    if isinstance(number, Decimal) and not number.is_finite():
        return False
    return len(str(abs(number)).replace(".", "").lstrip("0")) <= _DIGITS


def _places(number: int | Decimal) -> int:
    """Return how many decimals a number has."""
    exponent = number.as_tuple().exponent if isinstance(number, Decimal) else 0
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _width(column: SheetColumn, cells: Sequence[Cell]) -> float:
    """Return a width that shows header and cells, Chinese characters counted double."""
    shown = [column.title, *(_shown(cell) for cell in cells)]
    return min(max(column.width, *(_columns(words) + 2 for words in shown)), _WIDEST)


def _shown(cell: Cell) -> str:
    if isinstance(cell, date):
        return "2026-11-20"
    if isinstance(cell, int | Decimal):
        return f"{cell:,}"
    return cell or ""


def _columns(words: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in words)


# the ageing report as a list


def ageing_sheet(report: AgeingReport) -> Sheet:
    """Return an ageing report as a list, one total per currency under it."""
    language = report.language
    key = "as_of_document" if report.basis == "document" else "as_of_due"
    by_item = report.by == "item"
    return Sheet(
        title=text(language, "ageing_title_items" if by_item else "ageing_title"),
        company=report.company.name,
        note=text(language, key, on=long_date(report.as_of, language)),
        language=language,
        columns=_ageing_columns(report),
        rows=[_ageing_cells(row, by_item=by_item) for row in report.rows],
        totals=tuple(
            (text(language, "total"), *_ageing_cells(row, by_item=by_item)[1:])
            for row in report.totals
        ),
    )


def _ageing_columns(report: AgeingReport) -> tuple[SheetColumn, ...]:
    language = report.language

    def column(key: str, kind: str = "text", width: int = 12) -> SheetColumn:
        return SheetColumn(title=text(language, key), kind=kind, width=width)

    items = (
        column("document_number", width=22),
        column("issued_on", "date"),
        column("due_on", "date"),
    )
    money = [
        SheetColumn(title=bucket(key, language), kind="money", width=14) for key in report.keys
    ]
    return (
        column("code", width=10),
        column("customer", width=28),
        *(items if report.by == "item" else ()),
        column("currency", width=8),
        column("net_balance", "money", 14),
        *money,
        column("unapplied", "money", 14),
        column("overdue", "money", 14),
        column("oldest", "number", 10),
    )


def _ageing_cells(row: AgeingRow, *, by_item: bool) -> tuple[Cell, ...]:
    def money(minor: int) -> Decimal:
        return Money(minor, row.currency).amount

    return (
        row.code,
        row.name,
        *((row.number, row.issued_on, row.due_on) if by_item else ()),
        row.currency,
        money(row.balance),
        *map(money, row.buckets),
        money(-row.unapplied),
        money(row.overdue()),
        row.oldest_days,
    )
