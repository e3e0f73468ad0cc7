"""A file of any kind to a table: headers, rows, and where each row stood.

What the file is shows in its first bytes, not in its name. Rows that cannot be
read are in ``rejected``; rows that are no data (titles, totals, blank lines) are
in ``notes``, so that everything in the file is accounted for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from domain.errors import FileUnreadable
from domain.reading import codes
from domain.reading.cells import Cell, cell_text
from domain.reading.columns import known_headers
from domain.reading.result import Problem, Rejection, refuse
from domain.reading.tables import Table, find_table, is_blank
from storage.files import reasons
from storage.files.decoding import decode
from storage.files.delimited import Lines, read_delimited
from storage.files.webpage import read_webpage
from storage.files.workbook import read_workbook

_MAX_BYTES: Final = 512 << 20
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN: Final = (
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"\x1f\x8b", "archive"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"SQLite format 3\0", "binary"),
)
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f]")
_HEAD: Final = 4096
_MANY: Final = 0.1
_SHOWN: Final = 80

NOTE_ABOVE: Final = "table.above"
"""Rows above the header were left out. Facts: rows."""
NOTE_BELOW: Final = "table.below"
"""Totals and other rows below the table were left out. Facts: rows."""
NOTE_BETWEEN: Final = "table.between"
"""Totals and repeated headers between the rows were left out. Facts: rows."""
NOTE_SHEET: Final = "table.sheet"
"""One of several sheets was read. Facts: sheet, others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawTable:
    """The table of a file, unread: text, or typed cells of a workbook.

    All rows are as wide as ``headers``. ``row_numbers`` are those a spreadsheet
    shows, from 1. ``originals`` holds the cells of rejected rows by number.
    """

    path: str
    headers: tuple[str, ...]
    rows: list[Sequence[Cell]]
    row_numbers: list[int]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    notes: tuple[Problem, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    originals: Mapping[int, Sequence[Cell]] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class _Grid:
    """All rows of a sheet or text before the table in it is found."""

    rows: Sequence[Sequence[Cell]]
    numbers: Sequence[int]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    others: tuple[str, ...] = ()
    rejected: list[Rejection] = field(default_factory=list)
    originals: dict[int, Sequence[Cell]] = field(default_factory=dict)


def open_table(
    path: str | Path,
    *,
    encoding: str | None = None,
    sheet: str | None = None,
    wanted: Iterable[str] = (),
) -> RawTable:
    """Read the table in a file.

    Args:
        path: csv, txt, xlsx, xlsb, xls, ods, or a web page with a table.
        encoding: of a text, where the user names it.
        sheet: of a workbook, where the user names it.
        wanted: column names of a saved mapping, to find the header row by.

    Raises:
        FileUnreadable: the file cannot be used at all; its ``reason`` fact says why.
    """
    name = str(path)
    data = read_bytes(path)
    if data.startswith((_ZIP, _OLE)):
        rows, found, others = read_workbook(data, name, sheet)
        numbers = range(1, len(rows) + 1)
        grid = _Grid(rows=rows, numbers=numbers, sheet=found, others=others)
    else:
        grid = _text_grid(data, name, encoding)
    return _table(grid, name, wanted)


def read_bytes(path: str | Path, limit: int = _MAX_BYTES) -> bytes:
    """Return the bytes of a file.

    Raises:
        FileUnreadable: missing, no access, or more than the limit.
    """
    name = str(path)
    try:
        if Path(path).stat().st_size > limit:
            raise FileUnreadable(path=name, reason=reasons.TOO_LARGE, limit=limit)
        return Path(path).read_bytes()
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError, ValueError):
        raise FileUnreadable(path=name, reason=reasons.MISSING) from None
    except OSError as fault:
        missing = Path(path).is_dir()  # Windows answers "permission denied" for a folder
        reason = reasons.MISSING if missing else reasons.NO_ACCESS
        raise FileUnreadable(path=name, reason=reason) from fault


def _text_grid(data: bytes, path: str, encoding: str | None) -> _Grid:
    for start, found in _FOREIGN:
        if data.startswith(start):
            raise FileUnreadable(path=path, reason=reasons.NOT_A_TABLE, found=found)
    text = decode(data, path, encoding)
    head = text.text[:_HEAD]
    if not head.strip("\ufeff\x00 \t\r\n") and not text.text.strip():
        raise FileUnreadable(path=path, reason=reasons.EMPTY)
    if len(_CONTROL.findall(head)) > _MANY * len(head):
        raise FileUnreadable(path=path, reason=reasons.NOT_A_TABLE, found="binary")
    if head.lstrip()[:1] == "<":
        return _page_grid(text.text, text.encoding, path)
    lines = read_delimited(text.text, encoding=text.encoding, damaged=text.damaged)
    return _lines_grid(lines, text.encoding)


def _page_grid(text: str, encoding: str, path: str) -> _Grid:
    lowered = text.lower()
    if "<table" not in lowered:
        found = "html" if "<html" in lowered[:_HEAD] else "xml"
        raise FileUnreadable(path=path, reason=reasons.NOT_A_TABLE, found=found)
    rows = read_webpage(text)
    return _Grid(rows=rows, numbers=range(1, len(rows) + 1), encoding=encoding)


def _lines_grid(lines: Lines, encoding: str) -> _Grid:
    return _Grid(
        rows=lines.rows,
        numbers=lines.numbers,
        encoding=encoding,
        delimiter=lines.delimiter,
        rejected=lines.rejected,
        originals=dict(lines.originals),
    )


def _table(grid: _Grid, path: str, wanted: Iterable[str]) -> RawTable:
    found = find_table(grid.rows, wanted)
    if found.header < 0:
        raise _unusable(grid, path)
    headers = [cell_text(cell).strip() for cell in grid.rows[found.header]]
    _check_header(grid, found, headers, path)
    rows, numbers = _data(grid, found)
    width = max([len(headers), *map(len, rows)]) if not grid.delimiter else len(headers)
    headers += [""] * (width - len(headers))
    rows, numbers = _fit(grid, rows, numbers, width)
    return RawTable(
        path=path,
        headers=tuple(headers),
        rows=rows,
        row_numbers=numbers,
        encoding=grid.encoding,
        delimiter=grid.delimiter,
        sheet=grid.sheet,
        notes=_notes(grid, found),
        rejected=tuple(sorted(grid.rejected, key=lambda one: one.row)),
        originals=grid.originals,
    )


def _unusable(grid: _Grid, path: str) -> FileUnreadable:
    if grid.rejected:
        return FileUnreadable(path=path, reason=reasons.HEADER_DAMAGED, code=grid.rejected[0].code)
    return FileUnreadable(path=path, reason=reasons.EMPTY)


def _check_header(grid: _Grid, found: Table, headers: Sequence[str], path: str) -> None:
    """Refuse a file whose header was rejected, so that data does not pass for it."""
    number = grid.numbers[found.header]
    if any(one.row < number for one in grid.rejected) and not known_headers(headers):
        raise _unusable(grid, path)


def _data(grid: _Grid, found: Table) -> tuple[list[Sequence[Cell]], list[int]]:
    rows = list(grid.rows[found.start : found.end])
    numbers = list(grid.numbers[found.start : found.end])
    if found.left_out:
        keep = [place for place in range(len(rows)) if place + found.start not in found.left_out]
        rows = [rows[place] for place in keep]
        numbers = [numbers[place] for place in keep]
    return rows, numbers


def _fit(
    grid: _Grid, rows: list[Sequence[Cell]], numbers: list[int], width: int
) -> tuple[list[Sequence[Cell]], list[int]]:
    """Bring rows to the header's width; reject those with more cells that hold something."""
    if all(len(row) == width for row in rows):
        return rows, numbers
    fitting: list[Sequence[Cell]] = []
    kept: list[int] = []
    for number, row in zip(numbers, rows, strict=True):
        if len(row) > width and not is_blank(row[width:]):
            facts = {"found": len(row), "expected": width}
            value = grid.delimiter.join(map(cell_text, row))[:_SHOWN]
            code = codes.TOO_MANY_CELLS
            grid.rejected.append(Rejection(row=number, code=code, value=value, facts=facts))
            grid.originals[number] = row
        else:
            fitting.append([*row[:width], *[""] * (width - len(row))])
            kept.append(number)
    return fitting, kept


def _notes(grid: _Grid, found: Table) -> tuple[Problem, ...]:
    notes = []
    if grid.others:
        notes.append(refuse(NOTE_SHEET, sheet=grid.sheet, others=grid.others))
    above = (place for place in range(found.header) if not is_blank(grid.rows[place]))
    between = (place for place in sorted(found.left_out) if not is_blank(grid.rows[place]))
    for code, places in (
        (NOTE_ABOVE, above),
        (NOTE_BETWEEN, between),
        (NOTE_BELOW, iter(found.footers)),
    ):
        numbers = tuple(grid.numbers[place] for place in places)
        if numbers:
            notes.append(refuse(code, rows=numbers))
    return tuple(notes)
