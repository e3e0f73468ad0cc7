"""Excel and OpenDocument workbooks to rows of typed cells.

Decisions:

* Of several sheets, the visible one with most known headers is read, the narrower
  of equals (the tax platform's export has invoices beside their lines).
* Cells are values as last calculated; formulas are not looked at, error cells are
  empty. Numbers stay numbers: what they mean is for ``domain/reading`` to say.
* A few cells far apart would make the reader set aside memory for all between them
  and die, so the size of a sheet is measured before it is opened.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Final, cast

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from domain.errors import FileUnreadable
from domain.reading.cells import Cell
from domain.reading.columns import known_headers
from storage.files import reasons

_MAX_CELLS: Final = 20_000_000
_MAX_UNPACKED: Final = 1 << 30
_HEADER_ROWS: Final = 50
_CHUNK: Final = 1 << 20
_OVERLAP: Final = 64
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
#: Cells from column AA or row 100,000 on: tables have few, so few matches are looked at.
_FAR_CELL: Final = re.compile(rb' r="(?:([A-Z]{2,3})(\d+)|[A-Z](\d{6,9}))"')
_ROW: Final = re.compile(rb' r="(\d{1,9})"')


#: What reading a broken archive raises.
_FAULTS: Final = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    OSError,
    EOFError,
    ValueError,
    zlib.error,
)


def read_workbook(
    data: bytes, path: str, sheet: str | None = None
) -> tuple[list[list[Cell]], str, tuple[str, ...]]:
    """Return the rows of a sheet from A1 on, its name, and the names of the others.

    Raises:
        FileUnreadable: damaged, protected, too large, or no such sheet.
    """
    if data[:2] == b"PK":
        _measure(data, path)
    elif _ENCRYPTED in data[: 1 << 16] or _ENCRYPTED in data[-(1 << 16) :]:
        raise FileUnreadable(path=path, reason=reasons.ENCRYPTED)
    try:
        return _read(data, path, sheet)
    except (FileUnreadable, KeyboardInterrupt, SystemExit):
        raise
    except PasswordError:
        raise FileUnreadable(path=path, reason=reasons.ENCRYPTED) from None
    except BaseException as fault:  # a panic of the Rust reader is not an Exception
        raise FileUnreadable(path=path, reason=reasons.WORKBOOK_DAMAGED) from fault


def _read(
    data: bytes, path: str, sheet: str | None
) -> tuple[list[list[Cell]], str, tuple[str, ...]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    names = [
        entry.name
        for entry in book.sheets_metadata
        if entry.typ == SheetTypeEnum.WorkSheet
        and (entry.visible == SheetVisibleEnum.Visible or entry.name == sheet)
    ]
    if sheet is not None and sheet not in names:
        raise FileUnreadable(
            path=path, reason=reasons.SHEET_MISSING, sheet=sheet, sheets=tuple(names)
        )
    found = _best(book, [sheet] if sheet is not None else names)
    if found is None:
        raise FileUnreadable(path=path, reason=reasons.EMPTY)
    rows = found.to_python(skip_empty_area=False)
    return (
        cast("list[list[Cell]]", rows),
        found.name,
        tuple(name for name in names if name != found.name),
    )


def _best(book: CalamineWorkbook, names: list[str]) -> CalamineSheet | None:
    """Return the sheet with most known headers among those that hold anything."""
    best: tuple[int, int] | None = None
    found = None
    for name in names:
        sheet = book.get_sheet_by_name(name)
        if sheet.end is None:
            continue
        head = sheet.to_python(skip_empty_area=True, nrows=_HEADER_ROWS)
        known = max((known_headers([str(cell) for cell in row]) for row in head), default=0)
        score = (known, -sheet.end[1])
        if best is None or score > best:
            best, found = score, sheet
    return found


def _measure(data: bytes, path: str) -> None:
    """Refuse a packed workbook that would not fit into memory."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            entries = packed.infolist()
            if sum(entry.file_size for entry in entries) > _MAX_UNPACKED:
                raise FileUnreadable(path=path, reason=reasons.TOO_LARGE, limit=_MAX_UNPACKED)
            names = {entry.filename for entry in entries}
            if not names & {"[Content_Types].xml", "content.xml"}:
                raise FileUnreadable(path=path, reason=reasons.NOT_A_TABLE, found="archive")
            for entry in entries:
                if _is_sheet(entry.filename) and _cells(packed, entry) > _MAX_CELLS:
                    raise FileUnreadable(path=path, reason=reasons.TOO_LARGE, limit=_MAX_CELLS)
    except _FAULTS as fault:
        raise FileUnreadable(path=path, reason=reasons.WORKBOOK_DAMAGED) from fault


def _is_sheet(name: str) -> bool:
    return name.endswith(".xml") and ("worksheets/" in name.lower() or name == "content.xml")


def _cells(packed: zipfile.ZipFile, entry: zipfile.ZipInfo) -> int:
    """Return how many cells the rectangle of a sheet has, as its reader will see it."""
    columns, rows, tail, read = 26, 1, b"", 0
    with packed.open(entry) as stream:
        while chunk := stream.read(_CHUNK):
            read += len(chunk)
            if read > _MAX_UNPACKED:
                return _MAX_CELLS + 1
            text = tail + chunk
            for column, low, lower in _FAR_CELL.findall(text):
                columns = max(columns, _column(column))
                rows = max(rows, int(low or lower))
            rows = max([rows, *map(int, _ROW.findall(text))])
            tail = text[-_OVERLAP:]
    return columns * rows


def _column(name: bytes) -> int:
    number = 0
    for letter in name:
        number = number * 26 + letter - 64
    return number
