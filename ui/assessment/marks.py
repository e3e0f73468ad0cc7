"""Grades and traffic lights as chips."""

from __future__ import annotations

from datetime import date
from typing import Final

from domain.credit.figure import Figure, Light
from domain.credit.graded import Graded
from domain.credit.grades import Grade
from ui import assessment_words as words
from ui.marks import translate
from ui.widgets.paint import ChipText

_TONES: Final = {
    Grade.AAA: "green",
    Grade.AA: "green",
    Grade.A: "accent",
    Grade.B: "neutral",
    Grade.C: "amber",
    Grade.D: "red",
}
_LIGHTS: Final = {Light.GREEN: "green", Light.AMBER: "amber", Light.RED: "red"}


def grade_chip(grade: Grade | None) -> ChipText:
    """Return a grade as a chip; a dash for one assessed without answers."""
    return ChipText(grade.value, _TONES[grade]) if grade is not None else ChipText("—", "outline")


def head_chip(graded: Graded | None, day: date) -> list[ChipText]:
    """Return the grade as the head of a customer's page shows it."""
    if graded is None or graded.grade is None:
        return []
    said = translate("Assessment", "grade {grade}").format(grade=graded.grade.value)
    if graded.expired_on(day):
        said = translate("Assessment", "grade {grade}, review overdue")
        return [ChipText(said.format(grade=graded.grade.value), "amber")]
    return [ChipText(said, _TONES[graded.grade])]


def light_chip(figure: Figure, language: str) -> list[ChipText]:
    """Return a figure's light as a chip with its word."""
    if figure.light is None:
        return []
    return [ChipText(words.light(figure, language), _LIGHTS[figure.light])]
