"""A customer's debts as they were known on a day: what every warning is told from.

Half a million of them are looked at in one run, so days are ordinals (``date.toordinal``)
and a debt is a bare tuple. Nothing dated after the day is in it: what is known is what was
allocated up to then; the day the money came is told besides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

#: How far back a customer's pattern is read.
LOOK_BACK: Final = 730


class Debt(NamedTuple):
    """An instalment with a due day, as known on a day.

    ``paid`` is the day the last money came when nothing is open any more (0: open, or
    closed otherwise than by money); ``parts`` counts the payments so far.
    """

    issued: int
    due: int
    minor: int
    open: int
    paid: int = 0
    parts: int = 0


class Move(NamedTuple):
    """What was allocated to a debt on the day ``known``; ``undone``: from when on not (0: never).

    ``paid`` is the day of the document that paid, not before the debt's own.
    """

    known: int
    minor: int
    paid: int
    is_payment: bool = True
    undone: int = 0


class DebtHistory(NamedTuple):
    """A debt with everything that was ever allocated to it, in order of ``known``."""

    issued: int
    due: int
    minor: int
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """What a customer owes in one currency: its debts, by due day."""

    customer_id: int
    currency: str
    debts: Sequence[Debt]


@dataclass(frozen=True, slots=True)
class AccountHistory:
    """An account with the whole history of its debts, by due day."""

    customer_id: int
    currency: str
    debts: Sequence[DebtHistory]


def known_on(history: DebtHistory, day: int) -> Debt:
    """Return a debt issued on or before a day as it was known then."""
    left, paid, parts = history.minor, 0, 0
    for move in history.moves:
        if move.known > day:
            break
        if move.undone and move.undone <= day:
            continue
        left -= move.minor
        if move.is_payment:
            paid, parts = max(paid, move.paid), parts + 1
    return Debt(history.issued, history.due, history.minor, left, 0 if left else paid, parts)


def debts_on(histories: Iterable[DebtHistory], day: int) -> list[Debt]:
    """Return what a warning on a day sees: two years of debts, and what is open however old."""
    since = day - LOOK_BACK
    known = (known_on(one, day) for one in histories if one.issued <= day)
    return [debt for debt in known if debt.due > since or debt.open]


def overdue_on(debts: Iterable[Debt], day: int, days: int = 0) -> int:
    """Return what is open and more than so many days overdue."""
    return sum(debt.open for debt in debts if debt.open and day - debt.due > days)


def open_of(debts: Iterable[Debt]) -> int:
    """Return what is open."""
    return sum(debt.open for debt in debts)
