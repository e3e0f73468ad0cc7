"""Letters of credit (信用证): the chain of days, and signs of fraud to look for.

The customs of documentary credits (UCP 600): documents are presented within 21 days of
shipment where the credit says nothing (art. 14 c), and never after it expires (art. 6 d).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from domain.cover.params import alert_of

PRESENTATION_DAYS = 21


class CreditStep(StrEnum):
    """What is to be done next under a credit."""

    SHIP = "ship"
    PRESENT = "present"
    PRESENTED = "presented"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditLetter:
    """The days of a credit; ``presentation_days`` None: 21."""

    expires_on: date
    latest_shipment_on: date | None = None
    presentation_days: int | None = None
    shipped_on: date | None = None
    presented_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """The days as of a date: ``present_by`` is told once shipped, else as it will be at best."""

    ship_by: date
    present_by: date
    step: CreditStep
    next_on: date | None
    days_left: int | None
    alert: int | None
    shipped_late: bool


def chain(letter: CreditLetter, as_of: date, alerts: Sequence[int]) -> Chain:
    """Return what is next under a credit.

    Worked: expires 2026-12-15, ship by 2026-11-30, shipped 2026-11-20: present by
    2026-12-11. Shipped 2026-11-30: by 2026-12-15, the day it expires, not the 21st.
    """
    days = letter.presentation_days
    days = PRESENTATION_DAYS if days is None else days
    ship_by = min(letter.latest_shipment_on or letter.expires_on, letter.expires_on)
    present_by = min((letter.shipped_on or ship_by) + timedelta(days=days), letter.expires_on)
    shipped_late = letter.shipped_on is not None and letter.shipped_on > ship_by
    next_on: date | None = ship_by if letter.shipped_on is None else present_by
    step = CreditStep.SHIP if letter.shipped_on is None else CreditStep.PRESENT
    if letter.presented_on is not None and letter.presented_on <= present_by:
        step, next_on = CreditStep.PRESENTED, None
    elif next_on is not None and as_of > next_on:
        step = CreditStep.LAPSED
    left = None if next_on is None else (next_on - as_of).days
    return Chain(
        ship_by=ship_by,
        present_by=present_by,
        step=step,
        next_on=next_on,
        days_left=left,
        alert=None if left is None else alert_of(left, alerts),
        shipped_late=shipped_late,
    )
