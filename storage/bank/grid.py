"""A bank's table file to rows of cells, with titles and footers still in their places.

Like ``storage/files/reader.py``, but nothing is left out: what a bank writes above and
below its table is read as well.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from domain.errors import FileUnreadable
from domain.reading.bank_headers import known
from domain.reading.cells import Cell
from domain.reading.result import Rejection
from storage.files import reasons
from storage.files.decoding import decode
from storage.files.delimited import Lines, read_delimited
from storage.files.webpage import read_webpage
from storage.files.workbook import read_workbook

PACKED: Final = b"PK\x03\x04"
COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Sheets of a workbook that are looked at.
_MAX_SHEETS: Final = 40
_HEADER_ROWS: Final = 60
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f]")
_HEAD: Final = 4096
_MANY: Final = 0.1
_SEPARATOR_LINE: Final = re.compile(r"\s*sep=", re.IGNORECASE)
#: Spaces and tabs that banks put behind a closing quotation mark.
_PADDED: Final = re.compile(r'"[ \t]+(?=[,;|\r\n]|\Z)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """All rows of a text or sheet; ``numbers`` are those a spreadsheet shows, from 1."""

    rows: Sequence[Sequence[Cell]]
    numbers: Sequence[int]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    rejected: Sequence[Rejection] = ()
    originals: Mapping[int, Sequence[str]] = field(default_factory=dict)


def open_grids(
    content: bytes, path: str, *, encoding: str | None = None, sheet: str | None = None
) -> Iterator[Grid]:
    """Return the table of a text or web page, or every sheet of a workbook in turn.

    Raises:
        FileUnreadable: nothing of this can be read; its ``reason`` fact says why.
    """
    if content.startswith((PACKED, COMPOUND)):
        yield from _sheets(content, path, sheet)
    else:
        yield _text(content, path, encoding)


def _sheets(content: bytes, path: str, sheet: str | None) -> Iterator[Grid]:
    rows, name, others = _workbook(content, path, sheet)
    yield Grid(rows=rows, numbers=range(1, len(rows) + 1), sheet=name)
    for other in () if sheet else others[:_MAX_SHEETS]:
        rows, name, _ = _workbook(content, path, other)
        yield Grid(rows=rows, numbers=range(1, len(rows) + 1), sheet=name)


def _workbook(
    content: bytes, path: str, sheet: str | None
) -> tuple[list[list[Cell]], str, tuple[str, ...]]:
    try:
        return read_workbook(content, path, sheet)
    except (ValueError, zlib.error) as fault:  # what a broken archive raises besides its own
        raise FileUnreadable(path=path, reason=reasons.WORKBOOK_DAMAGED) from fault


def _text(content: bytes, path: str, encoding: str | None) -> Grid:
    text = decode(content, path, encoding)
    head = text.text[:_HEAD]
    if not text.text.strip("\ufeff\x00 \t\r\n"):
        raise FileUnreadable(path=path, reason=reasons.EMPTY)
    if len(_CONTROL.findall(head)) > _MANY * len(head):
        raise FileUnreadable(path=path, reason=reasons.NOT_A_TABLE, found="binary")
    if head.lstrip()[:1] == "<":
        rows = _page(text.text, path)
        return Grid(rows=rows, numbers=range(1, len(rows) + 1), encoding=text.encoding)
    lines = _delimited(text.text, text.encoding, damaged=text.damaged)
    return Grid(
        rows=lines.rows,
        numbers=lines.numbers,
        encoding=text.encoding,
        delimiter=lines.delimiter,
        rejected=lines.rejected,
        originals=lines.originals,
    )


def _page(text: str, path: str) -> list[list[str]]:
    if "<table" not in text.lower():
        raise FileUnreadable(path=path, reason=reasons.NOT_A_TABLE, found="xml")
    return read_webpage(text)


def _delimited(text: str, encoding: str, *, damaged: bool) -> Lines:
    """Read a text by the delimiter that shows headers of a bank, else by its look."""
    if '"' in text:
        text = _PADDED.sub('"', text)
    lines = read_delimited(text, encoding=encoding, damaged=damaged)
    if _SEPARATOR_LINE.match(text) or _best(lines):
        return lines
    tried = [
        _shifted(read_delimited(f"sep={mark}\n{text}", encoding=encoding, damaged=damaged))
        for mark in "\t;|,"
        if mark != lines.delimiter and mark in text
    ]
    best = max(tried, key=_best, default=lines)
    return best if _best(best) else lines


def _best(lines: Lines) -> int:
    return max((known(row) for row in lines.rows[:_HEADER_ROWS]), default=0)


def _shifted(lines: Lines) -> Lines:
    """Number rows as they were before a line with the delimiter was put on top."""
    moved = Lines(lines.delimiter)
    moved.rows = lines.rows
    moved.numbers = [number - 1 for number in lines.numbers]
    for one in lines.rejected:
        moved.reject(one.row - 1, one.code, lines.originals[one.row], **dict(one.facts))
    return moved
