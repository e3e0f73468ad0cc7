"""Excel and OpenDocument workbooks to rows of typed cells.

Decisions:

* Of several sheets, the visible one with most known headers is read, the narrower
  of equals (the tax platform's export has invoices beside their lines).
* Cells are values as last calculated; formulas are not looked at, error cells are
  empty. Numbers stay numbers: what they mean is for ``domain/reading`` to say.
* The old binary kind (.xls) has a reader of its own, ``workbook_xls``, which survives
  damaged files.
* A few cells far apart would make the reader set aside memory for all between them
  and die, so the size of a sheet is measured before it is opened.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable
from functools import partial
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
from storage.files.sheet import Entry, Sheet

#: How a file of the old binary kind begins.
COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAX_CELLS: Final = 20_000_000
_MAX_UNPACKED: Final = 1 << 30
_HEADER_ROWS: Final = 50
_CHUNK: Final = 1 << 20
_OVERLAP: Final = 64
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
#: Cells from column AA or row 100,000 on (tables have few, so few matches are looked at),
#: and rows: as programs write them, and in any spelling, which takes four times as long.
_PLAIN: Final = (
    re.compile(rb' r="(?:([A-Za-z]{2,})(\d+)|[A-Za-z](\d{6,}))'),
    re.compile(rb' r="(\d+)'),
)
_ANY: Final = (
    re.compile(rb"""\sr\s*=\s*["']\s*(?:([A-Za-z]{2,})(\d+)|[A-Za-z](\d{6,}))"""),
    re.compile(rb"""\sr\s*=\s*["']\s*(\d+)"""),
)
_ODD: Final = (b" r='", b" r =", b" r= ", b"\nr", b"\tr", b"\rr")
#: Lists that say how many they hold; the reader sets memory aside for as many.
_LISTS: Final = ("xl/sharedstrings.xml", "xl/styles.xml")
_COUNT: Final = re.compile(rb"""<[\w:]+\s[^<>]*?\b(?:uniqueCount|count)\s*=\s*["']\s*(\d{8,})""")


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
    except (PasswordError, PermissionError):
        raise FileUnreadable(path=path, reason=reasons.ENCRYPTED) from None
    except BaseException as fault:  # a panic of the Rust reader is not an Exception
        raise FileUnreadable(path=path, reason=reasons.WORKBOOK_DAMAGED) from fault


def _read(
    data: bytes, path: str, sheet: str | None
) -> tuple[list[list[Cell]], str, tuple[str, ...]]:
    found = [one for one in _entries(data) if one.is_visible or one.name == sheet]
    names = tuple(one.name for one in found)
    if sheet is not None and sheet not in names:
        raise FileUnreadable(path=path, reason=reasons.SHEET_MISSING, sheet=sheet, sheets=names)
    best = _best(one.open() for one in found if sheet in (None, one.name))
    if best is None:
        raise FileUnreadable(path=path, reason=reasons.EMPTY)
    return best.rows(), best.name, tuple(name for name in names if name != best.name)


def _entries(data: bytes) -> list[Entry]:
    if data.startswith(COMPOUND):
        from storage.files import workbook_xls  # few files are that old

        return workbook_xls.entries(data)
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [
        Entry(one.name, one.visible == SheetVisibleEnum.Visible, partial(_opened, book, one.name))
        for one in book.sheets_metadata
        if one.typ == SheetTypeEnum.WorkSheet
    ]


def _opened(book: CalamineWorkbook, name: str) -> Sheet:
    sheet = book.get_sheet_by_name(name)
    return Sheet(name, 0 if sheet.end is None else sheet.end[1] + 1, partial(_rows, sheet))


def _rows(sheet: CalamineSheet, *, count: int | None = None) -> list[list[Cell]]:
    return cast("list[list[Cell]]", sheet.to_python(skip_empty_area=False, nrows=count))


def _best(sheets: Iterable[Sheet]) -> Sheet | None:
    """Return the sheet with most known headers among those that hold anything."""
    best: tuple[int, int] | None = None
    found = None
    for sheet in sheets:
        if not sheet.width:
            continue
        head = sheet.rows(count=_HEADER_ROWS)
        known = max((known_headers([str(cell) for cell in row]) for row in head), default=0)
        score = (known, -sheet.width)
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
                if _size(packed, entry) > _MAX_CELLS:
                    raise FileUnreadable(path=path, reason=reasons.TOO_LARGE, limit=_MAX_CELLS)
    except _FAULTS as fault:
        raise FileUnreadable(path=path, reason=reasons.WORKBOOK_DAMAGED) from fault


def _size(packed: zipfile.ZipFile, entry: zipfile.ZipInfo) -> int:
    """Return how many cells, or texts, the reader will set memory aside for."""
    if _is_sheet(entry.filename):
        return _cells(packed, entry)
    if entry.filename.lower() not in _LISTS:
        return 0
    with packed.open(entry) as stream:
        return max(map(int, _COUNT.findall(stream.read(_CHUNK))), default=0)


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
            far, row = _ANY if any(odd in text for odd in _ODD) else _PLAIN
            for column, low, lower in far.findall(text):
                columns = max(columns, _column(column))
                rows = max(rows, int(low or lower))
            rows = max([rows, *map(int, row.findall(text))])
            tail = text[-_OVERLAP:]
    return columns * rows


def _column(name: bytes) -> int:
    number = 0
    for letter in name[:9].upper():
        number = number * 26 + letter - 64
    return number
