"""What a customer carried: the highest balance of a time while it paid as it should."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple


class Carried(NamedTuple):
    """An item as it moved the balance: signed amount, and until when it was open.

    ``settled_on``: the day of the last document that closed it, None while open.
    """

    issued_on: date
    due_on: date | None
    minor: int
    settled_on: date | None


def clean_peak(items: Sequence[Carried], from_on: date, to_on: date, clean_days: int) -> int | None:
    """Return the highest balance at the end of a day on which nothing was long overdue.

    Long is more than ``clean_days`` after the due date. None: nothing was ever billed.
    Worked, 15 days: 100 of 1 March, due on 31 March and paid on 10 April, and 150 of
    20 March: 250, since 10 days late still is clean; paid on 20 April, the days from 16
    April on do not count, the peak of 20 March does.
    """
    if not any(item.minor > 0 for item in items):
        return None
    soiled = [_soiled(item, to_on, clean_days) for item in items]
    spans = [span for span in soiled if span is not None]
    starts = {max(item.issued_on, from_on) for item in items}
    starts |= {end for _, end in spans if from_on <= end}
    clean = [day for day in sorted(starts) if from_on <= day <= to_on and _is_clean(day, spans)]
    return max((_balance(items, day) for day in clean), default=0)


def _soiled(item: Carried, to_on: date, clean_days: int) -> tuple[date, date] | None:
    """Return from when an item was long overdue until the day it was settled."""
    if item.minor <= 0 or item.due_on is None:
        return None
    first = item.due_on + timedelta(days=clean_days + 1)
    end = item.settled_on or to_on + timedelta(days=1)
    return (first, end) if first < end else None


def _is_clean(day: date, spans: Iterable[tuple[date, date]]) -> bool:
    return not any(first <= day < end for first, end in spans)


def _balance(items: Iterable[Carried], day: date) -> int:
    return sum(item.minor for item in items if item.issued_on <= day)
