"""Sheets of the old binary workbook (.xls), by xlrd.

The faster reader of other workbooks takes sizes and chains of such a file on trust: of a
damaged one it asks for memory until the system kills the program. xlrd checks them.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime, time
from functools import partial
from typing import Final

import xlrd

from domain.reading.cells import Cell
from storage.files.sheet import Entry, Sheet

#: Whole numbers up to here are exact in a file that knows floats only.
_EXACT: Final = 1e15


def entries(data: bytes) -> list[Entry]:
    """Return the sheets, all of them read.

    Raises:
        PermissionError: protected by a password.
        Exception: damaged, in many ways.
    """
    try:
        book = xlrd.open_workbook(file_contents=data, logfile=io.StringIO(), ragged_rows=True)
    except xlrd.XLRDError as fault:
        raise (PermissionError() if "encrypted" in str(fault) else fault) from fault
    return [
        Entry(one.name, one.visibility == 0, partial(_opened, one, book.datemode))
        for one in book.sheets()
    ]


def _opened(sheet: xlrd.sheet.Sheet, datemode: int) -> Sheet:
    width = sheet.ncols if sheet.nrows else 0
    return Sheet(sheet.name, width, partial(_rows, sheet, datemode))


def _rows(sheet: xlrd.sheet.Sheet, datemode: int, *, count: int | None = None) -> list[list[Cell]]:
    last = sheet.nrows if count is None else min(count, sheet.nrows)
    rows: list[list[Cell]] = []
    for place in range(last):
        kinds, values = sheet.row_types(place), sheet.row_values(place)
        row = [_READ[kind](value, datemode) for kind, value in zip(kinds, values, strict=True)]
        rows.append(row + [""] * (sheet.ncols - len(row)))
    return rows


def _number(value: float, _datemode: int) -> Cell:
    return int(value) if value.is_integer() and abs(value) < _EXACT else value


def _date(value: float, datemode: int) -> Cell:
    """Return a day, a time of day or both; what is no date of the calendar stays a number."""
    try:
        found: datetime = xlrd.xldate_as_datetime(value, datemode)
    except (ValueError, OverflowError, xlrd.xldate.XLDateError):
        return value
    if value < 1:
        return found.time()
    return found.date() if found.time() == time() else found


_READ: Final[dict[int, Callable[..., Cell]]] = {
    xlrd.XL_CELL_TEXT: lambda value, _datemode: str(value),
    xlrd.XL_CELL_NUMBER: _number,
    xlrd.XL_CELL_DATE: _date,
    xlrd.XL_CELL_BOOLEAN: lambda value, _datemode: bool(value),
    **dict.fromkeys((xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK, xlrd.XL_CELL_ERROR), lambda *_: ""),
}
