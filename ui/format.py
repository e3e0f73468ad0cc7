"""Money, dates and counts as the screen shows them, in either language.

Amounts carry U+2212 as minus and no currency sign; the unit stands in the header.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from domain.money import grouped

MINUS: Final = "\N{MINUS SIGN}"
DASH: Final = "\N{EM DASH}"
_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # noqa: SIM905


def money(minor: int, currency: str) -> str:
    """Write an amount with separators and its decimals: −1,234.50."""
    return grouped(minor, currency).replace("-", MINUS)


def money_or_dash(minor: int, currency: str) -> str:
    """Write an amount, nothing as a dash."""
    return money(minor, currency) if minor else DASH


def day(on: date | None, language: str) -> str:
    """Write a date: 2026-11-20 or 20 Nov 2026; nothing as a dash."""
    if on is None:
        return DASH
    if language == "zh":
        return on.isoformat()
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


def short_day(on: date, language: str) -> str:
    """Write a date without its year: 11-20 or 20 Nov."""
    if language == "zh":
        return f"{on.month:02d}-{on.day:02d}"
    return f"{on.day} {_MONTHS[on.month - 1]}"


def moment(at: datetime, today: date, language: str) -> str:
    """Write a time: the hour for today, with the date before it otherwise."""
    clock = at.strftime("%H:%M")
    if at.date() == today:
        return f"今天 {clock}" if language == "zh" else f"today {clock}"
    return f"{short_day(at.date(), language)} {clock}"


def count(number: int) -> str:
    """Write a count with separators."""
    return f"{number:,}".replace("-", MINUS)


def percent(part: int, whole: int) -> str:
    """Write a share with one decimal: 13.4 %; a dash where there is no whole."""
    if whole <= 0:
        return DASH
    tenths = (abs(part) * 2000 + whole) // (2 * whole)
    sign = MINUS if part < 0 else ""
    return f"{sign}{tenths // 10}.{tenths % 10} %"


def name(name: str, name_en: str, language: str) -> str:
    """Return a name in the window's language: the English one where there is one."""
    return (name_en or name) if language == "en" else name
