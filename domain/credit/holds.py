"""Credit holds: nothing new is sold, or nothing more delivered, until another person releases it.

Law (民法典): whoever has to perform at the same time may refuse until the other does (525),
whoever has to perform second until the first has (526); whoever has to perform first may
suspend on *proof* that the other's means fail (527), must say so at once and go on when
security is given (528). Suspending without solid proof is a breach itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from domain.record import Record


class Scope(StrEnum):
    """What a hold stops."""

    ORDERS = "orders"
    DELIVERIES = "deliveries"
    BOTH = "both"


class Ground(StrEnum):
    """The article of the Civil Code that a suspension rests on; NONE: our own decision."""

    NONE = ""
    SIMULTANEOUS = "525"
    FIRST = "526"
    INSECURITY = "527"


#: Grounds that suspend what a contract obliges to deliver, and need to be proved.
PROVED: frozenset[Ground] = frozenset({Ground.INSECURITY})


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditHold:
    """A hold from its record's day on.

    Attributes:
        proof: what shows the ground; for 527 it cannot be empty.
        cure: what lifts it ("" : payment of what is overdue, or security).
        cure_by: the day up to which the customer may cure it.
        held_by: who asked for it.
    """

    KIND: ClassVar[str] = "credit_hold"

    reason: str
    scope: Scope = Scope.BOTH
    ground: Ground = Ground.NONE
    clause: str = ""
    proof: str = ""
    cure: str = ""
    cure_by: date | None = None
    held_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditRelease:
    """The release of a hold (record ``hold_id``) from its record's day on, by another."""

    KIND: ClassVar[str] = "credit_release"

    hold_id: int
    reason: str
    released_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldState:
    """A hold with its release, if there was one by the day."""

    hold: Record[CreditHold]
    release: Record[CreditRelease] | None = None


def states(
    holds: Iterable[Record[CreditHold]], releases: Iterable[Record[CreditRelease]], day: date
) -> list[HoldState]:
    """Return the holds that had begun by a day, the latest first, each with its release."""
    by_hold = {one.value.hold_id: one for one in releases if one.dated_on <= day}
    begun = [one for one in holds if one.dated_on <= day]
    begun.sort(key=lambda one: (one.dated_on, one.id), reverse=True)
    return [HoldState(hold=one, release=by_hold.get(one.id)) for one in begun]


def in_force(found: Iterable[HoldState]) -> list[HoldState]:
    """Return the holds that were not released."""
    return [one for one in found if one.release is None]
