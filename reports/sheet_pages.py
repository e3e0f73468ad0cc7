"""Any list as landscape pages, with its totals and page numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from domain.sheets import Cell, Sheet
from reports.code import check_code
from reports.fonts import require
from reports.grid import LEFT, RIGHT, SIZES, GridPages
from reports.page import File
from reports.sheets import clean
from reports.tables import WORDS, Cells, Column, Table
from reports.texts import short_date, text

_RIGHT_KINDS: Final = frozenset({"money", "number"})


def pages(sheet: Sheet) -> bytes:
    """Return a list as a PDF file; :func:`reports.sheets.sheet_pdf` is the door."""
    rows = [_cells(row, sheet.language) for row in sheet.rows]
    totals = [_cells(row, sheet.language) for row in sheet.totals]
    columns = [_column(column.title, column.kind) for column in sheet.columns]
    heads = [sheet.title, sheet.company, sheet.note, *(column.header for column in columns)]
    texts = [*heads, *(cell for row in (*rows, *totals) for cell in row)]
    require(texts)
    file = File()
    grid = GridPages(file, sheet.language, sheet.title, sheet.company, sheet.note)
    grid.begin()
    Table(columns, rows, sums=totals, sizes=SIZES, pitch=1.62).draw(grid, LEFT, RIGHT - LEFT)
    grid.finish("", text(sheet.language, "check", check=check_code(texts)))
    return file.pdf(title=sheet.title, author=sheet.company, language=sheet.language)


def _column(title: str, kind: str) -> Column:
    if kind in _RIGHT_KINDS:
        return Column(title, "right")
    return Column(title, least=0.0 if kind == "date" else WORDS)


def _cells(row: Sequence[Cell], language: str) -> Cells:
    return tuple(_words(cell, language) for cell in row)


def _words(cell: Cell, language: str) -> str:
    """Return a cell as printed: thousands separators, a true minus, dates of the language."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return clean(cell)
    if isinstance(cell, date):
        return short_date(cell, language)
    if isinstance(cell, Decimal) and not cell:
        return "—"
    words = f"{cell:,f}" if isinstance(cell, Decimal) else f"{cell:,}"
    return words.replace("-", "−")
