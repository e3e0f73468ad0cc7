"""Which customers are due a statement: each by its own period, none twice, none without reason.

A customer's terms say how often (month, quarter …) and in which style; without terms of its
own the firm's hold. On any day the last whole period is due; one missed is caught up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar, Final

from domain.terms import day_of_month


class Every(StrEnum):
    """How often a customer gets its statement."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    NEVER = "never"


_MONTHS: Final = {Every.MONTH: 1, Every.QUARTER: 3, Every.HALF_YEAR: 6, Every.YEAR: 12}


class Style(StrEnum):
    """What a statement shows: movements, open items, or both."""

    ACTIVITY = "activity"
    OPEN_ITEM = "open-item"
    DETAILED = "detailed"


class LeftOut(StrEnum):
    """Why a customer gets none.

    ``SENT``: for this period it got one. ``NOTHING``: no balance and no movement. ``SMALL``:
    below the least balance, and nothing overdue. ``NEVER``: as agreed.
    """

    SENT = "sent"
    NOTHING = "nothing"
    SMALL = "small"
    NEVER = "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementTerms:
    """A customer's terms, or (record of the firm) those of all without their own.

    ``least``: balances below it, either way, are not worth a statement (minor units of the
    account's currency).
    """

    KIND: ClassVar[str] = "statement_terms"

    every: Every = Every.MONTH
    style: Style = Style.ACTIVITY
    least: int = 0


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both counted."""

    from_on: date
    to_on: date


def last_period(every: Every, day: date) -> Period | None:
    """Return the last whole period that ended on or before a day; None for never.

    Worked: quarters on 2026-11-26: 2026-07-01 to 2026-09-30; on 2026-12-31: October to
    December, as that day ends it.
    """
    if every is Every.NEVER:
        return None
    months = _MONTHS[every]
    after = day + timedelta(days=1)
    first_after = date(after.year, after.month - (after.month - 1) % months, 1)
    start = day_of_month(first_after.year, first_after.month - months, 1)
    return Period(start, first_after - timedelta(days=1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What decides on a statement: the account's closing balance and what moved in its period."""

    closing: int
    movements: int
    overdue: bool = False


def left_out(terms: StatementTerms, account: Account, *, sent: bool) -> LeftOut | None:
    """Return why an account gets no statement for a period; None: it gets one."""
    if terms.every is Every.NEVER:
        return LeftOut.NEVER
    if sent:
        return LeftOut.SENT
    if not account.closing and not account.movements:
        return LeftOut.NOTHING
    if abs(account.closing) < terms.least and not account.overdue:
        return LeftOut.SMALL
    return None
