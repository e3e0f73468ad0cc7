"""Working days: Monday to Friday without the fixed public holidays."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from domain.terms import day_of_month

_DAY: Final = timedelta(days=1)
_HOLIDAYS: Final = {(1, 1), (5, 1), (5, 4), (10, 1), (10, 2), (10, 5), (10, 6), (10, 7)}


def is_working(day: date) -> bool:
    """Return whether the office is open."""
    return day.weekday() < 5 and (day.month, day.day) not in _HOLIDAYS


def on_or_after(day: date) -> date:
    """Return the day itself or the next working day."""
    while not is_working(day):
        day += _DAY
    return day


def on_or_before(day: date) -> date:
    """Return the day itself or the last working day before it."""
    while not is_working(day):
        day -= _DAY
    return day


def of_month(first: date) -> list[date]:
    """Return the working days of the month that begins with ``first``."""
    last = day_of_month(first.year, first.month, 31)
    count = (last - first).days + 1
    days = (first + timedelta(days=n) for n in range(count))
    return [day for day in days if is_working(day)]


def months_back(as_of: date, count: int) -> list[date]:
    """Return the first days of the month of ``as_of`` and of ``count`` months before, in order."""
    return [day_of_month(as_of.year, as_of.month - n, 1) for n in range(count, -1, -1)]
