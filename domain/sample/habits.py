"""How the made-up customers pay: early, late, in parts, or no longer at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.sample import days
from domain.sample.dice import Dice
from domain.terms import day_of_month


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """Days after the due date at which a firm pays, and how often it does otherwise.

    ``partly``, ``short`` and ``never`` are chances in a thousand: to pay in two
    parts, to pay some fen too little, to leave an invoice unpaid.
    """

    earliest: int
    latest: int
    partly: int = 0
    short: int = 0
    never: int = 0


HABITS: Final = {
    "prompt": Habit(earliest=-9, latest=5, partly=10, short=30),
    "discount": Habit(earliest=-2, latest=12, short=20),
    "normal": Habit(earliest=-5, latest=17, partly=50, short=60),
    "slow": Habit(earliest=-2, latest=58, partly=140, short=50, never=4),
    "bad": Habit(earliest=25, latest=125, partly=260, never=55),
    "lost": Habit(earliest=10, latest=70, partly=150),
}


def payday(rule: int, wanted: date) -> date:
    """Return the firm's first day of paying on or after the one it had in mind.

    Rules: 0 any working day, 1 Fridays, 2 the 10th and 25th, 3 the end of the month.
    """
    if rule == 0:
        return days.on_or_after(wanted)
    if rule == 1:
        return days.on_or_after(wanted + timedelta(days=(4 - wanted.weekday()) % 7))
    if rule == 2:
        day = 10 if wanted.day <= 10 else 25
        month = wanted.month + (1 if wanted.day > 25 else 0)
        return days.on_or_after(day_of_month(wanted.year, month, 10 if wanted.day > 25 else day))
    near_end = day_of_month(wanted.year, wanted.month, 31) - timedelta(days=3)
    return days.on_or_after(max(wanted, near_end))


def first_part(dice: Dice, left: int) -> int:
    """Return a round part of an amount, as people pay who cannot pay all: 40,000.00 of 128,600."""
    step = 1_000_000 if left > 5_000_000 else 100_000
    part = left * dice.between(30, 65) // 100
    return max(part // step, 1) * step
