"""A computed figure with everything it was made of, so that a screen can open it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Light(StrEnum):
    """A traffic light beside a figure."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Unit(StrEnum):
    """What a figure counts: a plain ratio, a share of 1, days, minor units, a score."""

    RATIO = "ratio"
    SHARE = "share"
    DAYS = "days"
    MONEY = "money"
    SCORE = "score"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operand:
    """One input of a formula: a line of the accounts or another figure, with its value."""

    name: str
    value: Decimal | None
    unit: Unit = Unit.MONEY


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure, its formula and inputs.

    Attributes:
        value: as exact as 28 digits are; rounded where it is printed. None: see ``reason``.
        formula: in names of lines and figures with + − × ÷ and brackets.
        reason: why there is no value: "missing" (an input), "zero" (the divisor), "negative"
            (the divisor is not above zero, so that the ratio says nothing).
        change: value less that of the year before.
        better: whether the change is for the better; None: no change, or not known.
    """

    code: str
    unit: Unit
    value: Decimal | None
    formula: str
    inputs: tuple[Operand, ...] = ()
    reason: str = ""
    light: Light | None = None
    change: Decimal | None = None
    better: bool | None = None

    @property
    def missing(self) -> tuple[str, ...]:
        """The inputs that are not known."""
        return tuple(one.name for one in self.inputs if one.value is None)
