"""Cells as files give them, and the text in them.

Decisions:

* A leading ``'`` before ``= + - @`` (also full width) or a tab is the guard that
  careful programs put before text which a spreadsheet would run as a formula;
  it is dropped on reading and set again on writing. So ``'=1+1`` reads as
  ``=1+1``. Before anything else the apostrophe is text: ``'t Hoen``; only numbers
  of documents and accounts lose it before a digit (``'6222…`` of banks).
* Long numbers get a leading tab from banks (and from us) so that spreadsheets
  leave them alone; tabs around a cell are dropped with the spaces. A leading
  back-quote, which WeChat puts before every value, goes the same way.
* Control characters and marks that reverse the reading direction are dropped
  from names, everything else is kept as it is, formulas included: they are only
  text here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final, TypeAlias, TypeGuard

from domain.reading import codes
from domain.reading.result import Reading, refuse

Cell: TypeAlias = str | int | float | Decimal | bool | date | datetime | time | timedelta | None

#: First characters that spreadsheets take for a formula.
FORMULA_STARTS: Final = frozenset("=+-@＝＋－＠")

#: Longest text kept in a field.
MAX_TEXT: Final = 2000

#: Spreadsheets keep 15 digits of a number; the rest is made up.
_EXACT: Final = 10**15

_FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SPACES: Final = dict.fromkeys(
    (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000),
    " ",
)
_MINUS: Final = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xFE63), "-")
_APOSTROPHES: Final = dict.fromkeys((0x2018, 0x2019, 0x02BC, 0x00B4, 0xFF07), "'")
_INVISIBLE: Final = dict.fromkeys(
    (0xFEFF, 0x00AD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070))
)
_PLAIN: Final = str.maketrans(
    {**_FULL_WIDTH, **_SPACES, **_MINUS, **_APOSTROPHES, **_INVISIBLE, 0xFFE5: "¥", 0xFFE1: "£"}
)
_SCIENTIFIC: Final = re.compile(r"\d(?:\.\d+)?[eE]\+?\d\d", re.ASCII).fullmatch
#: What cells that read as they stand do not hold, and how a power of ten among them ends.
_ODD: Final = re.compile(r"[^0-9A-Za-z/_#.\n-]").search
_POWER: Final = re.compile(r"[eE][0-9]{2}$", re.MULTILINE).search
_new = tuple.__new__  # half the time of the class, which matters for each cell

_REVERSING: Final = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def plain(text: str) -> str:
    """Return text with ASCII digits, signs and spaces instead of their look-alikes.

    Only full width and typographic forms are changed: a superscript ² is not a 2,
    and Arabic-Indic digits stay what they are (amounts in them are refused).
    """
    if not text.isascii() or "\t" in text or "\n" in text:
        text = text.translate(_PLAIN)
    return text.strip().removeprefix("`").strip()


def unguarded(text: str) -> str:
    """Return text without the apostrophe that keeps spreadsheets from running it."""
    if text[:1] == "'" and text[1:2] in FORMULA_STARTS and len(text) > 1:
        return text[1:]
    return text


def cell_text(cell: Cell) -> str:
    """Return a cell as a person sees it: 12 for 12.0, ISO dates, empty for None."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < _EXACT:
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    return repr(cell) if isinstance(cell, float) else str(cell)


def read_text(cell: Cell) -> Reading[str]:
    """Read a name or other free text, in one line and without what cannot be seen."""
    text = cell if type(cell) is str else cell_text(cell)
    text = text.strip()
    if text[:1] in ("'", "`"):
        text = unguarded(text.removeprefix("`"))
    if not text.isprintable() or "  " in text:
        text = _visible(text)
    if not text:
        return Reading()
    if len(text) > MAX_TEXT:
        return Reading(None, refuse(codes.TEXT_TOO_LONG, length=len(text), limit=MAX_TEXT))
    return _new(Reading, (text, None, None))


def read_number(cell: Cell) -> Reading[str]:
    """Read a document number, code or account number, which keeps its leading zeros.

    A number cell with more than 15 digits, or text such as ``2.5312E+19``, has
    lost digits in a spreadsheet and is refused.
    """
    if type(cell) is str:
        text = cell if cell.isalnum() and cell.isascii() else plain(cell)
        if "E" in text.upper() and _SCIENTIFIC(text):
            return Reading(None, refuse(codes.NUMBER_MANGLED))
        return read_text(text[1:] if text[:1] == "'" and text[1:2].isdecimal() else text)
    if isinstance(cell, float) and not abs(cell) < _EXACT:  # not a number fails here too
        return Reading(None, refuse(codes.NUMBER_MANGLED))
    return read_text(cell)


def all_clean(cells: Sequence[Cell]) -> TypeGuard[list[str]]:
    """Return whether :func:`read_number` and :func:`read_text` leave every cell as it is.

    A column of numbers and codes is so settled in one pass. False says nothing.
    """
    try:
        column = "\n".join(cells)  # type: ignore[arg-type]
    except TypeError:  # numbers of a workbook
        return False
    if _ODD(column) or column.count("\n") != len(cells) - 1:
        return False
    longest = max(map(len, column.split("\n")))
    return longest <= MAX_TEXT and not ("e" in column.lower() and _POWER(column))


def read_list(cell: Cell) -> tuple[str, ...]:
    """Read several values separated by ``;`` (also full width, or 、), without doubles."""
    text = cell_text(cell).replace("；", ";").replace("、", ";").replace("\n", ";")
    values = (read_text(part).value for part in text.split(";"))
    return tuple(dict.fromkeys(value for value in values if value))


def _visible(text: str) -> str:
    """Drop control, reversing and unassigned characters and fold white space."""
    kept = (
        " " if char in "\t\n\r\x0b\x0c\x85\u2028\u2029" else char
        for char in text
        if char in "\t\n\r\x0b\x0c\x85"
        or (unicodedata.category(char) not in ("Cc", "Cs") and char not in _REVERSING)
    )
    return " ".join("".join(kept).replace("\ufeff", "").split())
