"""Text to rows: delimiters, quotation marks and line ends.

Decisions:

* A line ``sep=;`` decides the delimiter; else comma, semicolon, tab or bar, by
  which of them cuts most lines into the same number of cells and finds headers.
* Rows are numbered as a spreadsheet numbers them: a cell with line breaks does not
  count as several rows, blank lines count.
* An open quotation mark takes in further lines only when the row it makes is
  closed and as wide as the header; otherwise that line alone is rejected and the
  next line is read again.
* A cell longer than 131072 characters rejects its row.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from domain.reading import codes
from domain.reading.columns import known_headers
from domain.reading.result import Rejection
from storage.files.decoding import is_damaged, shown

_DELIMITERS: Final = (",", ";", "\t", "|")
_SEPARATOR_LINE: Final = re.compile(r"\s*sep=(.)[ \t]*(?:\r\n|\r|\n)", re.IGNORECASE)
_LINE_ENDS: Final = re.compile(r"\r\n|\r|\n")
_SAMPLE_LINES: Final = 60
_HEADER_ROWS: Final = 30
_SAMPLE_CHARS: Final = 200_000
#: A cell with more line breaks than this is taken for an open quotation mark.
_SPAN: Final = 60
#: How many lines are joined in a file before open quotation marks are given up.
_PATIENCE: Final = 20_000
_SHOWN: Final = 80


class Lines:
    """Rows of a delimited file, and the lines that could not be read."""

    def __init__(self, delimiter: str) -> None:
        self.delimiter = delimiter
        self.rows: list[list[str]] = []
        self.numbers: list[int] = []
        self.rejected: list[Rejection] = []
        self.originals: dict[int, list[str]] = {}

    def reject(self, number: int, code: str, cells: list[str], **facts: object) -> None:
        """Note a row that is not taken, with what it held."""
        cells = [shown(cell) for cell in cells]
        value = self.delimiter.join(cells)[:_SHOWN]
        self.rejected.append(Rejection(row=number, code=code, value=value, facts=facts))
        self.originals[number] = cells


def read_delimited(text: str, *, encoding: str, damaged: bool) -> Lines:
    """Read the rows of a delimited text; rows with damage are rejected."""
    marked = _SEPARATOR_LINE.match(text)
    skipped = 1 if marked else 0
    body = text[marked.end() :] if marked else text
    lines = Lines(marked[1] if marked else sniff(body))
    rows = _read_at_once(body, lines.delimiter)
    if rows is None:
        _read_with_care(body, lines, skipped)
    else:
        lines.rows = rows
        lines.numbers = list(range(1 + skipped, len(rows) + skipped + 1))
    if "\0" in body:
        _remove(lines, lambda text: "\0" in text, codes.NUL_BYTES)
    if damaged:
        _remove(lines, is_damaged, codes.BAD_BYTES, encoding=encoding)
    return lines


def sniff(text: str) -> str:
    """Return the delimiter of a text, a comma when nothing shows it."""
    head = text[:_SAMPLE_CHARS]
    best = (0, 0.0, 0)
    found = ","
    for delimiter in _DELIMITERS:
        if delimiter not in head:
            continue
        score = _score(head, delimiter)
        if score > best:
            best, found = score, delimiter
    return found


def _score(head: str, delimiter: str) -> tuple[int, float, int]:
    """Return known headers, the share of rows as wide as most, and that width."""
    rows = []
    try:
        for row in csv.reader(io.StringIO(head, newline=""), delimiter=delimiter):
            if any(row):
                rows.append(row)
            if len(rows) >= _SAMPLE_LINES:
                break
    except csv.Error:
        return (0, 0.0, 0)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return (0, 0.0, 0)
    width, count = widths.most_common(1)[0]
    known = max(known_headers(row) for row in rows[:_HEADER_ROWS])
    return (known, count / len(rows), width)


def _read_at_once(text: str, delimiter: str) -> list[list[str]] | None:
    """Read a text without faults in quotation marks, None when it has any."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        return None
    if '"' not in text or len(rows) >= _count_lines(text):
        return rows
    return rows if _spans_fit(rows) else None


def _count_lines(text: str) -> int:
    breaks = text.count("\n") + text.count("\r") - text.count("\r\n")
    return breaks if text.endswith(("\n", "\r")) else breaks + 1


def _spans_fit(rows: list[list[str]]) -> bool:
    """Return whether rows with line breaks inside are as wide as the others."""
    width, _ = Counter(map(len, rows)).most_common(1)[0]
    return all(
        len(row) == width or not any("\n" in cell or "\r" in cell for cell in row) for row in rows
    )


def _read_with_care(text: str, lines: Lines, skipped: int) -> None:
    """Read line by line, so that a fault costs only its own line."""
    physical = _LINE_ENDS.split(text)
    if physical and not physical[-1]:
        physical.pop()
    width = _usual_width(physical, lines.delimiter)
    patience = _PATIENCE
    place, number = 0, skipped
    while place < len(physical):
        number += 1
        row, code = _parse(physical[place], lines.delimiter)
        used = 1
        if code == codes.UNCLOSED_QUOTE and patience > 0:
            joined, used = _join(physical, place, lines.delimiter, width)
            patience -= used
            row, code, used = (joined, "", used) if joined else (None, code, 1)
        if row is None:
            lines.reject(number, code, physical[place].split(lines.delimiter))
        else:
            lines.rows.append(row)
            lines.numbers.append(number)
        place += used


def _usual_width(physical: Sequence[str], delimiter: str) -> int:
    widths = Counter(
        len(row)
        for line in physical[:_SAMPLE_LINES]
        if (row := _parse(line, delimiter)[0]) is not None and any(row)
    )
    return widths.most_common(1)[0][0] if widths else 0


def _parse(line: str, delimiter: str) -> tuple[list[str] | None, str]:
    """Parse one row; the code says what is wrong when there is none."""
    try:
        rows = list(csv.reader([line], delimiter=delimiter, strict=True))
    except csv.Error as fault:
        return None, _code(str(fault))
    return (rows[0] if rows else []), ""


def _code(message: str) -> str:
    if "field larger" in message:
        return codes.FIELD_TOO_LONG
    return codes.UNCLOSED_QUOTE if "unexpected end" in message else codes.BAD_QUOTES


def _join(
    physical: Sequence[str], place: int, delimiter: str, width: int
) -> tuple[list[str] | None, int]:
    """Take further lines in until the quotation mark is closed; None when that fails."""
    text = physical[place]
    last = min(place + _SPAN, len(physical))
    for following in range(place + 1, last):
        text += "\n" + physical[following]
        if physical[following].count('"') % 2 == 0:
            continue
        row, code = _parse_joined(text, delimiter)
        if row is not None and len(row) == width:
            return row, following - place + 1
        if code != codes.UNCLOSED_QUOTE:
            return None, following - place
    return None, max(1, last - place)


def _parse_joined(text: str, delimiter: str) -> tuple[list[str] | None, str]:
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as fault:
        return None, _code(str(fault))
    return (rows[0], "") if len(rows) == 1 else (None, codes.BAD_QUOTES)


def _remove(lines: Lines, is_bad: Callable[[str], bool], code: str, **facts: object) -> None:
    """Reject the rows that hold bad text."""
    rows, numbers = lines.rows, lines.numbers
    lines.rows, lines.numbers = [], []
    for number, row in zip(numbers, rows, strict=True):
        if is_bad("\x1f".join(row)):
            lines.reject(number, code, row, **facts)
        else:
            lines.rows.append(row)
            lines.numbers.append(number)
