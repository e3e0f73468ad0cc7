"""Cells that only bank statements have: figures as decimals, times, two-in-one names."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import Final

from domain.reading import codes
from domain.reading.amounts import Style, hundredths, read_amount
from domain.reading.cells import Cell, cell_text, plain
from domain.reading.dates import DayOrder, read_date
from domain.reading.result import Reading

#: Decimals that a figure is read with where the currency has fewer: it is then shown
#: and refused rather than rounded.
_DECIMALS: Final = 6
_REFUNDED: Final = re.compile(r"[(（]\s*已(?:全额)?退款.*$")
_CLOCK: Final = re.compile(
    r"(?:^|[T\s])(上午|下午)?\s*(\d{1,2})[:时](\d{2})(?:[:分](\d{2}))?\s*([AaPp])?", re.ASCII
)
_COMPACT: Final = re.compile(r"(\d{1,2})(\d{2})(\d{2})", re.ASCII).fullmatch
_TIMES: Final = re.compile(r"\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?|\d{5,6}", re.ASCII).fullmatch
_NAME_FIRST: Final = re.compile(r"(.*?[^\d*\s/|:-])[\s/|:-]*([\d*]{6,40})", re.ASCII).fullmatch
_NUMBER_FIRST: Final = re.compile(r"([\d*]{6,40})[\s/|:-]*([^\d*\s/|:-].*)", re.ASCII).fullmatch
#: What stands in place of nothing.
_STROKES: Final = "-/ \t\u2013\u2014\u2015\uff0d\uff0f\u3000"
_NOTHING: Final = frozenset({"null", "none", "n/a", "无"})
#: A day with its time, which is cut off first: days come again, moments do not.
_MOMENT: Final = re.compile(
    r"(\d{4}[-/.]\d\d[-/.]\d\d|\d{8})[T ]+\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?", re.ASCII
).fullmatch
_SHORT_YEAR: Final = re.compile(r"\s*\d{1,2}([.-])\d{1,2}\1\d{2}(?!\d)", re.ASCII).match
_LONGEST: Final = 300


def read_figure(
    cell: Cell, *, currency: str | None = None, style: Style | None = None, scale: int = 1
) -> Reading[Decimal]:
    """Read a figure as the decimal it is, in the major unit.

    ``131.77(已退款89.84)`` is the 131.77 that moved. Decimals beyond those of the
    currency stay, up to six.
    """
    if scale == 1 and style != "comma":
        minor = hundredths(cell)
        if minor is not None:
            return Reading(Decimal(minor).scaleb(-2))
    if isinstance(cell, str) and "已" in cell:
        cell = _REFUNDED.sub("", cell)
    for places in (2, _DECIMALS):
        found = read_amount(cell, currency=currency, decimals=places, style=style, scale=scale)
        if found.problem is None or found.problem.code != codes.AMOUNT_TOO_MANY_DECIMALS:
            break
    value = None if found.value is None else Decimal(found.value).scaleb(-places)
    return Reading(value, found.problem, found.currency)


def read_time(cell: Cell) -> str:
    """Return a time of day as HH:MM:SS, "" where the cell has none: ``101500``, ``10:15``."""
    if isinstance(cell, datetime):
        cell = cell.time()
    if isinstance(cell, time):
        return "" if cell == time() else cell.strftime("%H:%M:%S")
    text = plain(cell_text(cell))[:_LONGEST]
    found = _CLOCK.search(text)
    if found:
        afternoon = found[1] == "下午" or (found[5] or "").lower() == "p"
        return _clock(int(found[2]), int(found[3]), int(found[4] or 0), afternoon=afternoon)
    compact = _COMPACT(text) if 5 <= len(text) <= 6 else None
    return _clock(*map(int, compact.groups())) if compact else ""


def read_day(cell: Cell, order: DayOrder | None = None) -> Reading[date]:
    """Read the date of a cell that may have the time behind it.

    25.03.24 is read where the order of day and month is known: the year comes last.
    """
    cell = day_part(cell)
    if order and isinstance(cell, str) and _SHORT_YEAR(cell):
        cell = cell.replace(".", "/", 2).replace("-", "/", 2)
    return read_date(cell, order=order)


def day_part(cell: Cell) -> Cell:
    """Return a cell without the time behind its date."""
    found = _MOMENT(cell) if isinstance(cell, str) else None
    return found[1] if found else cell


def is_time(cell: Cell) -> bool:
    """Return whether a cell holds a time of day and no date."""
    if isinstance(cell, time):
        return True
    if isinstance(cell, datetime):
        return False
    return bool(_TIMES(plain(cell_text(cell))[:_LONGEST]))


def split_party(text: str) -> tuple[str, str]:
    """Return name and account of a cell that has both: ``张三 6222…``, ``6222…/张三``."""
    bare = shown(text)
    if len(bare) > _LONGEST:
        return bare, ""
    found = _NAME_FIRST(bare)
    if found:
        return found[1].strip(), found[2]
    found = _NUMBER_FIRST(bare)
    if found:
        return found[2].strip(), found[1]
    return ("", bare) if re.fullmatch(r"[\d*]{6,}", bare, re.ASCII) else (bare, "")


def shown(text: str) -> str:
    """Return text, "" for what stands in place of nothing: ``/``, ``--------``, ``null``."""
    bare = text.strip()
    if not bare.strip(_STROKES):
        return ""
    return "" if len(bare) < 5 and bare.lower() in _NOTHING else bare


def _clock(hour: int, minute: int, second: int, *, afternoon: bool = False) -> str:
    hour += 12 if afternoon and hour < 12 else 0
    fits = hour < 24 and minute < 60 and second < 60
    return f"{hour:02}:{minute:02}:{second:02}" if fits else ""
