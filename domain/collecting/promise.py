"""Promises to pay: an amount by a day. A promise pauses chasing until its day.

Whether it was kept is not written down by anyone: it is read off the money that came. Each
receipt counts once, for the promise due first. A day's grace lets a transfer of the last
evening arrive.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import ClassVar

from domain.record import Record


class PromiseState(StrEnum):
    """What a promise is worth on a day.

    ``PARTLY``: its day is over and some of the money came; for chasing it is broken.
    """

    OPEN = "open"
    DUE = "due"
    KEPT = "kept"
    PARTLY = "partly"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A promise of a customer, dated the day it was made.

    ``amount`` in minor units of ``currency``. Where the record names items, only money
    allocated to them and money not allocated yet counts; else all the customer pays.
    """

    KIND: ClassVar[str] = "promise"

    amount: int
    currency: str
    due_on: date
    by: str = ""
    channel: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """Money that came on a day; ``item_id`` where it settled an item, else it is unapplied."""

    on: date
    amount: int
    item_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """Money that came of a customer in a currency."""

    customer_id: int
    currency: str
    money: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseStanding:
    """A promise as it stands on a day: what came for it, and what it is worth."""

    record: Record[Promise]
    paid: int
    state: PromiseState

    @property
    def missing(self) -> int:
        """What did not come of it."""
        return max(self.record.value.amount - self.paid, 0)

    @property
    def pauses(self) -> bool:
        """Whether chasing waits for it."""
        return self.state in (PromiseState.OPEN, PromiseState.DUE)

    @property
    def failed(self) -> bool:
        """Whether its day is over without all the money."""
        return self.state in (PromiseState.PARTLY, PromiseState.BROKEN)


def standing(
    promises: Iterable[Record[Promise]], money: Sequence[Money], day: date, *, grace_days: int = 1
) -> list[PromiseStanding]:
    """Return the promises of one customer in one currency as they stand on a day.

    Worked: 80,000.00 promised on 1 Nov for 20 Nov; 30,000.00 came on 10 Nov and 50,000.00 on
    21 Nov. On 20 Nov it is due with 30,000.00 paid, on 21 Nov kept (one day of grace).
    """
    came = sorted((one for one in money if one.on <= day), key=lambda one: one.on)
    left = [one.amount for one in came]
    found = []
    for record in sorted(promises, key=lambda one: (one.value.due_on, one.id)):
        if record.dated_on > day:
            continue
        paid = _take(record, came, left, grace_days)
        state = _state(record.value, paid, day, grace_days)
        found.append(PromiseStanding(record=record, paid=paid, state=state))
    return found


def _take(record: Record[Promise], came: Sequence[Money], left: list[int], grace_days: int) -> int:
    """Take what counts for a promise out of what is left of the money."""
    last = record.value.due_on + timedelta(days=grace_days)
    wanted = record.value.amount
    for place, one in enumerate(came):
        if record.dated_on <= one.on <= last and _counts(record, one):
            part = min(left[place], wanted)
            left[place] -= part
            wanted -= part
    return record.value.amount - wanted


def _counts(record: Record[Promise], one: Money) -> bool:
    return not record.item_ids or one.item_id is None or one.item_id in record.item_ids


def _state(promise: Promise, paid: int, day: date, grace_days: int) -> PromiseState:
    if paid >= promise.amount:
        return PromiseState.KEPT
    if day < promise.due_on:
        return PromiseState.OPEN
    if day <= promise.due_on + timedelta(days=grace_days):
        return PromiseState.DUE
    return PromiseState.PARTLY if paid else PromiseState.BROKEN
