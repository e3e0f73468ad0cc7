"""Overrides: leave to sell in spite of the credit check, given by a second person, with an end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditOverride:
    """Leave for a customer until its record's last day.

    Attributes:
        ceiling: the most that its exposure may come to under this leave, in minor units.
        blocks: codes of the blocks that were known when it was given; others still block.
        asked_by, allowed_by: two persons.
    """

    KIND: ClassVar[str] = "credit_override"

    ceiling: int
    currency: str
    reason: str
    asked_by: str
    allowed_by: str
    blocks: tuple[str, ...] = ()


def in_force(
    overrides: Iterable[Record[CreditOverride]], day: date
) -> list[Record[CreditOverride]]:
    """Return the overrides that hold on a day, the latest first."""
    found = [one for one in overrides if one.holds_on(day)]
    return sorted(found, key=lambda one: (one.dated_on, one.id), reverse=True)
