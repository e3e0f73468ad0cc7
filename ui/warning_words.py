"""What screens, reports and the command line say of back-tests, in both languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from domain.credit.grades import Grade
from domain.money import decimals, round_half_up
from domain.warning import words
from domain.warning.rules import Rule

_UNRATED: Final = ("未评级", "Unrated")
_OTHERS: Final = ("其他", "Others")
_NOT_STATED: Final = ("未填写", "Not stated")
_JUDGES: Final[Mapping[str, tuple[str, str]]] = {
    "any": ("以上任一", "Any of these"),
    "naive": ("对照：只要有逾期", "Plain: anything overdue"),
}


def judge(rule: str, language: str) -> str:
    """Return the name of a rule that a back-test measures."""
    if rule in _JUDGES:
        return words.pick(_JUDGES[rule], language)
    return words.rule(Rule(rule), language)


def percent(value: Fraction | None) -> str:
    """Return a percentage to a tenth, a dash where it cannot be told."""
    if value is None:
        return "—"
    tenths = round_half_up(10 * value.numerator, value.denominator)
    return f"{tenths // 10}.{tenths % 10} %"


def grades(row: Sequence[Grade | None], language: str) -> str:
    """Return the name of a row of grades: C, AAA–AA, Unrated."""
    names = [grade.value for grade in reversed(row) if grade is not None]
    return "\N{EN DASH}".join(names) if names else words.pick(_UNRATED, language)


def place(name: str | None, language: str) -> str:
    """Return a region or industry: "" is not known, None all others."""
    if name is None:
        return words.pick(_OTHERS, language)
    return name or words.pick(_NOT_STATED, language)


def bound(bounds: Sequence[int], column: int, currency: str, language: str) -> str:
    """Return what a column of exposures holds: ≤ 5 万, 5–10 万, > 40 万; ≤ 50k in English."""
    size = (10_000 if language == "zh" else 1_000) * 10 ** decimals(currency)
    mark = " 万" if language == "zh" else "k"

    def unit(minor: int) -> str:
        return (
            f"{Decimal(minor) / size:f}".rstrip("0").rstrip(".")
            if minor % size
            else f"{minor // size}"
        )

    if column == 0:
        return f"\N{LESS-THAN OR EQUAL TO} {unit(bounds[0])}{mark}" if bounds else "—"
    if column == len(bounds):
        return f"> {unit(bounds[-1])}{mark}"
    return f"{unit(bounds[column - 1])}\N{EN DASH}{unit(bounds[column])}{mark}"
