"""Dates in the spellings people and programs use.

A value is read when only one day can be meant, else refused. Decisions:

* Year first is year, month, day, with any separator: ``2025-3-5``, ``2025/03/05``,
  ``2025.3.5``, ``20250305``, ``2025年3月5日`` (also 号, full width, 二〇二五年三月五日 and
  贰零贰伍年零叁月零伍日 as bills write it).
* Year last is read when a part above 12 or equal parts leave one reading, or when
  the order is known: found in the column by :func:`detect_day_order`, or set in the
  mapping. ``05/03/2025`` alone is refused. A date that contradicts an order that is
  set is refused too: either of them is wrong.
* Month names in English are read in either order (``5-Mar-2025``, ``Mar 5, 2025``).
* Two-digit years are read (as 20xx) with slashes and the year last when the order
  is known, and behind a month name (``5-Mar-25``); ``25-03-05`` is refused.
* Times are dropped, as written: ``2025-03-05T16:00:00Z`` is 5 March, wherever the
  reader sits.
* Whole numbers from 20000 to 80000 (1954 to 2119) are day numbers of a spreadsheet,
  also as text, with a time behind the point or without.
* Eras are read when named (令和7年3月5日, 民国114年3月5日); ``114/03/05`` is refused.
* 0000-00-00, years before 1900, 2025-02-30, and dates without a day are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from domain.reading import chinese, codes
from domain.reading.cells import Cell, plain, unguarded
from domain.reading.result import Problem, Reading, refuse

DayOrder = Literal["dmy", "mdy"]

_TIME: Final = re.compile(
    r"[T ]+(?:[上下]午 ?)?\d{1,2}[:时時]\d{1,2}[分]?(?:[:]?\d{1,2}(?:[.,]\d+)?秒?)?"
    r" *(?:[AaPp]\.?[Mm]\.?)? *(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$",
    re.ASCII,
)
_WEEKDAY: Final = re.compile(
    r" *\(?(?:星期|周|週|礼拜)[一二三四五六日天]\)?$"
    r"|^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? +",
    re.IGNORECASE,
)
_YEAR_FIRST: Final = re.compile(r"(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})", re.ASCII).fullmatch
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII).fullmatch
_CHINESE: Final = re.compile(
    r"(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号號]?", re.ASCII
).fullmatch
_YEAR_LAST: Final = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})", re.ASCII).fullmatch
_DAY_MONTH: Final = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[-/. ]*([A-Za-z]{3,9})\.?[-/,. ]*(\d{4}|\d{2})", re.ASCII
).fullmatch
_MONTH_DAY: Final = re.compile(
    r"([A-Za-z]{3,9})\.?[-/. ]*(\d{1,2})(?:st|nd|rd|th)?[-/,. ]+(\d{4})", re.ASCII
).fullmatch
_YEAR_NAME: Final = re.compile(r"(\d{4})[-/. ]([A-Za-z]{3,9})[-/. ](\d{1,2})", re.ASCII).fullmatch
_WRITTEN: Final = re.compile(r"(.{4})年[零〇]?(.{1,3})月[零〇]?(.{1,3})[日号號]").fullmatch
_ERA: Final = re.compile(
    r"(令和|平成|昭和|中华民国|中華民國|民国|民國)"
    r" ?(\d{1,3}|元) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日?",
    re.ASCII,
).fullmatch
_BARE_ERA: Final = re.compile(r"\d{3}([-/.年])\d{1,2}[-/.月]\d{1,2}日?", re.ASCII).fullmatch
_SERIAL: Final = re.compile(r"(\d{5})(?:\.\d+)?", re.ASCII).fullmatch

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_ERAS: Final = {"令和": 2018, "平成": 1988, "昭和": 1925}
_REPUBLIC: Final = 1911
_DAY_ZERO: Final = date(1899, 12, 30)
_FIRST_SERIAL: Final = 20000
_LAST_SERIAL: Final = 80000
_FIRST_YEAR: Final = 1900
_LONGEST: Final = 64
_CACHED: Final = 16384


def read_date(cell: Cell, *, order: DayOrder | None = None) -> Reading[date]:
    """Read a date; ``order`` is that of day and month where the year comes last."""
    if isinstance(cell, str):
        return _read_text(cell, order)
    if isinstance(cell, datetime):
        return _checked(cell.date())
    if isinstance(cell, date):
        return _checked(cell)
    if cell is None:
        return Reading()
    if isinstance(cell, (int, float, Decimal)) and not isinstance(cell, bool):
        return _read_number(cell)
    return _refused(codes.DATE_UNREADABLE)


def detect_day_order(cells: Iterable[Cell]) -> DayOrder | None:
    """Return the order of day and month that a column shows, None when it does not.

    25/03/2025 shows day first; 03/25/2025 and 1/25/24 show month first; both in
    one column show nothing. A two-digit 25/03/24 may begin with the year and
    shows nothing.
    """
    shown: set[DayOrder] = set()
    for text in {cell for cell in cells if type(cell) is str}:
        order = _shown_order(text)
        if order:
            shown.add(order)
    return shown.pop() if len(shown) == 1 else None


def from_serial(number: int) -> date | None:
    """Return the day of a spreadsheet's day number: 45721 is 2025-03-05.

    None for numbers that are no plausible day, before 1954 and after 2119.
    """
    if not _FIRST_SERIAL <= number <= _LAST_SERIAL:
        return None
    return _DAY_ZERO + timedelta(days=number)


def _refused(code: str, **facts: object) -> Reading[date]:
    return Reading(None, refuse(code, **facts))


def _checked(day: date) -> Reading[date]:
    return Reading(day) if day.year >= _FIRST_YEAR else _refused(codes.DATE_IMPOSSIBLE)


def _read_number(number: float | Decimal) -> Reading[date]:
    """Read a number cell: a day number, or 20250305."""
    if not _FIRST_SERIAL <= number < 10**8:  # NaN and infinity fail here as well
        return _refused(codes.DATE_UNREADABLE)
    day = from_serial(int(number))
    if day is None and number == int(number):
        return _read_text(str(int(number)), None)
    return Reading(day) if day else _refused(codes.DATE_UNREADABLE)


@lru_cache(maxsize=_CACHED)
def _read_text(cell: str, order: DayOrder | None) -> Reading[date]:
    if len(cell) > _LONGEST:
        return _refused(codes.DATE_UNREADABLE)
    text = _bare(unguarded(plain(cell)))
    if not text.strip("-/ "):
        return Reading()
    found = _COMPACT(text) or _CHINESE(text)
    if found:
        return _day(int(found[1]), int(found[2]), int(found[3]))
    found = _YEAR_FIRST(text)
    if found:
        return _day(int(found[1]), int(found[3]), int(found[4]))
    found = _YEAR_LAST(text)
    if found:
        return _year_last(int(found[1]), int(found[3]), found[4], found[2], order)
    return _read_named(text)


def _bare(text: str) -> str:
    """Drop the time of day and the weekday."""
    return _WEEKDAY.sub("", _TIME.sub("", _WEEKDAY.sub("", text))).strip(" ,")


def _day(year: int, month: int, day: int) -> Reading[date]:
    if year < _FIRST_YEAR:
        return _refused(codes.DATE_IMPOSSIBLE)
    try:
        return Reading(date(year, month, day))
    except ValueError:
        return _refused(codes.DATE_IMPOSSIBLE)


def _year_last(
    first: int, second: int, year: str, separator: str, order: DayOrder | None
) -> Reading[date]:
    """Read 05/03/2025 or 1/25/24 by the order, or without when one reading is left."""
    if len(year) == 2 and (separator != "/" or order is None):
        return _refused(codes.DATE_AMBIGUOUS, readings=())
    full = int(year) + (2000 if len(year) == 2 else 0)
    by_order = {"dmy": _day(full, second, first), "mdy": _day(full, first, second)}
    possible = {key: found.value for key, found in by_order.items() if found.value}
    if not possible:
        return _refused(codes.DATE_IMPOSSIBLE)
    if order:
        value = possible.get(order)
        return Reading(value) if value else _refused(codes.DATE_ORDER_CONFLICT, order=order)
    if len(set(possible.values())) == 1:
        return Reading(next(iter(possible.values())))
    return Reading(None, Problem(codes.DATE_AMBIGUOUS, {"readings": tuple(possible.values())}))


def _read_named(text: str) -> Reading[date]:
    """Read month names, eras, written numerals and day numbers."""
    found = _DAY_MONTH(text)
    if found:
        return _named(found[3], found[2], found[1])
    found = _MONTH_DAY(text)
    if found:
        return _named(found[3], found[1], found[2])
    found = _YEAR_NAME(text)
    if found:
        return _named(found[1], found[2], found[3])
    found = _SERIAL(text)
    day = from_serial(int(found[1])) if found else None
    if day:
        return Reading(day)
    return _read_eastern(text)


def _named(year: str, month: str, day: str) -> Reading[date]:
    number = _MONTHS.get(month.lower())
    if number is None:
        return _refused(codes.DATE_UNREADABLE)
    return _day(int(year) + (2000 if len(year) == 2 else 0), number, int(day))


def _read_eastern(text: str) -> Reading[date]:
    found = _ERA(text)
    if found:
        count = 1 if found[2] == "元" else int(found[2])
        return _day(_ERAS.get(found[1], _REPUBLIC) + count, int(found[3]), int(found[4]))
    found = _WRITTEN(text)
    if found:
        year = chinese.digits(found[1])
        month, day = chinese.whole(found[2]), chinese.whole(found[3])
        if year and month and day:
            return _day(int(year), month, day)
    if _BARE_ERA(text):
        return _refused(codes.DATE_CALENDAR)
    return _refused(codes.DATE_FORMULA if text[:1] in "=@" else codes.DATE_UNREADABLE)


def _shown_order(cell: str) -> DayOrder | None:
    if len(cell) > _LONGEST:
        return None
    found = _YEAR_LAST(_bare(plain(cell)))
    if not found:
        return None
    first, second = int(found[1]), int(found[3])
    if first <= 12 < second <= 31 and (len(found[4]) == 4 or found[2] == "/"):
        return "mdy"
    if second <= 12 < first <= 31 and len(found[4]) == 4:
        return "dmy"
    return None
