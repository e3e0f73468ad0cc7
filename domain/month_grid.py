"""A month as a calendar shows it: whole weeks from Monday to Sunday."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

DAYS: Final = 7
#: So many weeks hold every month: the grid never changes its height.
WEEKS: Final = 6


def grid_days(month: date) -> list[date]:
    """Return the 42 days of a month's grid, from the Monday on or before its first.

    Worked: November 2026 begins on a Sunday: its grid goes from 26 October to 6 December.
    """
    first = month.replace(day=1)
    start = first - timedelta(days=first.weekday())
    return [start + timedelta(days=ahead) for ahead in range(DAYS * WEEKS)]


def month_after(month: date, months: int) -> date:
    """Return the first day of the month so many after (before, where negative)."""
    ahead = month.year * 12 + month.month - 1 + months
    return date(ahead // 12, ahead % 12 + 1, 1)
