"""Where in a sheet the table is: after titles, before totals.

Exports begin with the firm's name, a title, a period, and end with totals and the
names of those who made them. The header row is the one with most known headers;
totals between the rows are left out as well, and everything left out is listed,
so nothing disappears unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from domain.reading.cells import Cell, cell_text, plain
from domain.reading.columns import known_headers
from domain.reading.headers import key

_SEARCHED: Final = 50
_TOTAL: Final = re.compile(
    r"(?:合\s*计|总\s*计|小\s*计|累\s*计|本[页月年日期]\s*[合小累总]\s*计|[合总小累]计金额|"
    r"grand\s*total|sub-?\s*total|totals?|sum)\s*[:：]?(?:\s*[(（].*[)）])?",
    re.IGNORECASE,
).fullmatch
_FOOTER: Final = re.compile(
    r"(?:制表|制单|审核|复核|核准|主管|会计|出纳|经办|打印|导出|填表|编制|报表|记账)[^,，]{0,6}[:：]"
    r"|(?:注|备注|说明|以上)[:：]|以上数据|具体内容请以|第\s*\d+\s*页|共\s*\d+\s*[页条笔行]|[-=*#_]{4,}"
    r"|(?:printed|prepared|generated|exported)\s+(?:by|on|at)\b|page\s+\d+|end of (?:report|file)",
    re.IGNORECASE,
).match
#: Words that stand with figures in a row of totals.
_FIGURES: Final = re.compile(
    r"[合小总]计|人民币|[共元笔张份页条行户]|大写|\b(?:totals?|items?|rows?|[A-Z]{3})\b",
    re.IGNORECASE,
)
#: First characters that can begin a total or footer, so that most rows need no pattern.
_STARTS: Final = frozenset(
    "合总小累本制审复核主会出经打导填编报记注备说以具第共-=*#_ \t\u3000gGsStTpPeE"
)


class Table(NamedTuple):
    """A table's place in a sheet, as indexes of rows.

    ``header`` is -1 when the sheet is empty. Rows from ``start`` up to ``end`` are
    data, except those ``left_out`` (blank, totals, repeated headers); ``footers``
    are the rows after the data that hold something.
    """

    header: int
    start: int
    end: int
    left_out: frozenset[int] = frozenset()
    footers: tuple[int, ...] = ()


def find_table(rows: Sequence[Sequence[Cell]], wanted: Iterable[str] = ()) -> Table:
    """Find the table in the rows of a sheet.

    Args:
        rows: all rows; they may differ in length.
        wanted: headers that a saved mapping names, known for this file.
    """
    header = _header_row(rows, frozenset(map(key, wanted)))
    if header < 0:
        return Table(-1, 0, 0)
    blank, totals = _unwanted(rows, header)
    end = len(rows)
    footers = []
    while end > header + 1 and (end - 1 in blank or end - 1 in totals or _is_footer(rows[end - 1])):
        end -= 1
        if end not in blank:
            footers.append(end)
    left_out = frozenset(index for index in (*blank, *totals) if index < end)
    return Table(header, header + 1, end, left_out, tuple(reversed(footers)))


def is_blank(row: Sequence[Cell]) -> bool:
    """Return whether no cell of the row holds anything."""
    return all(cell is None or (isinstance(cell, str) and not cell.strip()) for cell in row)


def _header_row(rows: Sequence[Sequence[Cell]], wanted: frozenset[str]) -> int:
    """Return the row with most known headers, else the first that is as wide as the table."""
    scored = []
    for index, row in enumerate(rows[:_SEARCHED]):
        texts = [cell for cell in row if isinstance(cell, str) and cell.strip()]
        known = known_headers(texts) + 2 * sum(key(text) in wanted for text in texts)
        if len(texts) >= 1:
            scored.append((known, index, len(texts)))
    if not scored:
        return -1 if not any(not is_blank(row) for row in rows[:_SEARCHED]) else 0
    known, index, _ = max(scored, key=lambda entry: (entry[0], -entry[1]))
    if known >= min(2, max(width for _, _, width in scored)):
        return index
    widest = max(width for _, _, width in scored)
    return next(index for _, index, width in scored if 2 * width > widest)


def _unwanted(rows: Sequence[Sequence[Cell]], header: int) -> tuple[set[int], set[int]]:
    """Return the blank rows, and the totals and repeated headers, behind the header."""
    blank, totals = set(), set()
    head = list(rows[header])
    for index in range(header + 1, len(rows)):
        row = rows[index]
        first = row[0] if row else None
        if first is None or (type(first) is str and first[:1] in _BLANK_OR_STARTS):
            if is_blank(row):
                blank.add(index)
            elif _is_total(row):
                totals.add(index)
        if head and first == head[0] and list(row) == head:
            totals.add(index)
    return blank, totals


#: The empty start of an empty cell belongs to them too.
_BLANK_OR_STARTS: Final = _STARTS | {""}


def _first_text(row: Sequence[Cell]) -> str:
    for cell in row:
        text = cell_text(cell).strip()
        if text:
            return text
    return ""


def _is_total(row: Sequence[Cell]) -> bool:
    """Return whether the row is a total: named so, with at most figures behind it."""
    texts = [text for cell in row if (text := plain(cell_text(cell)))]
    if not texts or not _TOTAL(texts[0]):
        return False
    return not any(_wordy(text) for text in texts[1:])


def _wordy(text: str) -> bool:
    """Return whether a cell behind 合计 holds a name rather than a figure or a count."""
    return bool(re.search(r"[^\W\d_]{2,}", _FIGURES.sub(" ", text)))


def _is_footer(row: Sequence[Cell]) -> bool:
    text = plain(_first_text(row))
    return bool(text) and bool(_FOOTER(text))
