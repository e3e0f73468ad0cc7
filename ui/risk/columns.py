"""Columns of the early-warning list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from domain.services.warnings import BoardRow
from domain.warning import words
from domain.warning.rules import Severity
from domain.warning.task import TaskState
from ui import format as fmt
from ui.lists.columns import Column, check_column
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.paint import ChipText

_SEVERITIES: Final = {Severity.HIGH: "red", Severity.MEDIUM: "amber", Severity.LOW: "neutral"}
_STATES: Final = {
    TaskState.OPEN: "neutral",
    TaskState.IN_REVIEW: "accent",
    TaskState.CLOSED: "green",
}


def customer_of(row: BoardRow, language: str) -> str:
    """Return the customer's name, or that it is the firm itself."""
    if row.person is None:
        return translate("Risk", "Our firm")
    person = row.person
    return fmt.name(person.name, person.name_en, language)


def short_of(row: BoardRow, language: str) -> str:
    """Return what reached the threshold."""
    told = row.told
    return words.short(told.rule, told.value, told.threshold, told.facts, language)


def state_of(row: BoardRow, language: str) -> str:
    """Return how its review stands."""
    if row.task is None:
        return translate("Risk", "No task")
    return words.state(row.task.state, language)


def columns(language: Callable[[], str], today: Callable[[], date], base: str) -> list[Column]:
    """Return the columns of the list; ``today`` is the day shown, ``base`` the book's currency."""
    return [check_column(), *_what(language), *_how(language, today, base)]


def _what(language: Callable[[], str]) -> list[Column]:
    """Return who, by which rule, and what it says."""
    return [
        Column(
            key="severity",
            title=("Risk", QT_TRANSLATE_NOOP("Risk", "Level")),
            get=lambda row: [
                ChipText(
                    words.severity(row.told.severity, language()), _SEVERITIES[row.told.severity]
                )
            ],
            kind="chips",
            width=62,
            fixed=True,
        ),
        Column(
            key="customer",
            title=("Risk", QT_TRANSLATE_NOOP("Risk", "Customer")),
            get=lambda row: customer_of(row, language()),
            order="customer",
            stretch=True,
            width=130,
            fixed=True,
        ),
        Column(
            key="rule",
            title=("Risk", QT_TRANSLATE_NOOP("Risk", "Rule")),
            get=lambda row: words.rule(row.told.rule, language()),
            order="rule",
            width=106,
            ink="text-2",
        ),
        Column(
            key="value",
            title=("Risk", QT_TRANSLATE_NOOP("Risk", "What it says")),
            get=lambda row: short_of(row, language()),
            width=156,
        ),
    ]


def _how(language: Callable[[], str], today: Callable[[], date], base: str) -> list[Column]:
    """Return how much is at stake, and how the review stands."""
    return [
        Column(
            key="exposure",
            title=("Risk", QT_TRANSLATE_NOOP("Risk", "Exposure")),
            get=lambda row: row.exposure,
            kind="money",
            currency=lambda _row: base,
            order="exposure",
            descending=True,
            width=92,
        ),
        Column(
            key="due",
            title=("Risk", QT_TRANSLATE_NOOP("Risk", "Due")),
            get=lambda row: row.task.due_on if row.task is not None and row.is_open else None,
            kind="date",
            order="due",
            width=84,
            ink="text-2",
            tone=lambda row: "red" if _late(row, today()) else "",
            secondary=True,
        ),
        Column(
            key="state",
            title=("Risk", QT_TRANSLATE_NOOP("Risk", "Review")),
            get=lambda row: [
                ChipText(
                    state_of(row, language()),
                    _STATES[row.task.state] if row.task is not None else "outline",
                )
            ],
            kind="chips",
            width=84,
        ),
    ]


def _late(row: BoardRow, today: date) -> bool:
    return row.task is not None and row.is_open and row.task.due_on < today
