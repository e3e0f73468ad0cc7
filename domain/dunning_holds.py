"""What keeps items from being chased: blocks, promises, plans, and what a person leaves out.

A hold says what it holds, why and until when. The rules of a run ask :class:`Holds`; where
holds come from (records of any kind) is the service's business.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.listing import ItemRow

#: Why an item waits that a person took out of this run alone.
LEFT_OUT: Final = "left_out"
#: Why an item waits that a record keeps from being chased.
BLOCKED: Final = "blocked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Something that keeps items from being chased.

    Attributes:
        why: "blocked", "promise", "plan", "legal" …: the reason shown.
        customer_id, item_id: whom or what it holds; an item outranks nothing, both may
            be None for all of a procedure. ``currency`` narrows a customer's to one.
        procedure: holds what follows this procedure; "" whatever is followed.
        until: the last day it holds; None: until it is taken back.
        detail: a word more for the reader (a date, a note).
        resumes_higher: once it has ended unkept, the next level counts as reached, whatever
            its days. Still one level, and not twice.
    """

    why: str
    customer_id: int | None = None
    item_id: int | None = None
    currency: str = ""
    procedure: str = ""
    until: date | None = None
    detail: str = ""
    resumes_higher: bool = False

    def holds_on(self, day: date) -> bool:
        """Whether it still holds; its last day counts."""
        return self.until is None or day <= self.until


class Holds:
    """Holds by what they hold, those in force apart from those that ended unkept."""

    def __init__(self, holds: Sequence[Hold], as_of: date) -> None:
        self._by_item: dict[int, Hold] = {}
        self._by_customer: dict[tuple[int, str], Hold] = {}
        self._by_procedure: dict[str, Hold] = {}
        self._ended_item: dict[int, date] = {}
        self._ended_customer: dict[tuple[int, str], date] = {}
        for hold in holds:
            if hold.holds_on(as_of):
                self._enter(hold)
            elif hold.resumes_higher and hold.until is not None:
                self._end(hold, hold.until)

    def _enter(self, hold: Hold) -> None:
        """Enter a hold; of two, the one that holds longer is told."""
        if hold.item_id is not None:
            self._by_item[hold.item_id] = _longer(hold, self._by_item.get(hold.item_id))
        elif hold.customer_id is not None:
            key = (hold.customer_id, hold.currency)
            self._by_customer[key] = _longer(hold, self._by_customer.get(key))
        elif hold.procedure:
            known = self._by_procedure.get(hold.procedure)
            self._by_procedure[hold.procedure] = _longer(hold, known)

    def _end(self, hold: Hold, until: date) -> None:
        if hold.item_id is not None:
            known = self._ended_item.get(hold.item_id, until)
            self._ended_item[hold.item_id] = max(until, known)
        elif hold.customer_id is not None:
            key = (hold.customer_id, hold.currency)
            self._ended_customer[key] = max(until, self._ended_customer.get(key, until))

    def of(self, row: ItemRow, procedure: str) -> tuple[Hold | None, date | None]:
        """Return what holds an item, and the last day of one that ended unkept."""
        hold = (
            self._by_item.get(row.id)
            or self._by_customer.get((row.customer_id, ""))
            or self._by_customer.get((row.customer_id, row.currency))
            or self._by_procedure.get(procedure)
        )
        ended = (
            self._ended_item.get(row.id)
            or self._ended_customer.get((row.customer_id, ""))
            or self._ended_customer.get((row.customer_id, row.currency))
        )
        return hold, ended


def _longer(one: Hold, other: Hold | None) -> Hold:
    if other is None or one.until is None:
        return one
    return one if other.until is not None and one.until >= other.until else other
