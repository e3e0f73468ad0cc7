"""Columns of the worklist."""

from __future__ import annotations

from dataclasses import dataclass

from domain.worklist.task import Ranked
from ui import format as fmt
from ui.lists.columns import Column
from ui.marks import QT_TRANSLATE_NOOP
from ui.today import words
from ui.widgets.paint import ChipText


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRow:
    """A task with its place in the list."""

    place: int
    ranked: Ranked
    home: str

    @property
    def currency(self) -> str:
        """The currency of its amount."""
        return self.ranked.task.currency or self.home


def name_of(row: TaskRow, language: str) -> str:
    """Return whom it is about, in the window's language."""
    task = row.ranked.task
    return fmt.name(task.customer_name, task.customer_name_en, language)


def _amount(row: TaskRow, _language: str) -> str:
    task = row.ranked.task
    if not task.amount:
        return fmt.DASH
    said = fmt.money(task.amount, row.currency)
    return said if row.currency == row.home else f"{row.currency} {said}"


def _chip(row: TaskRow) -> list[ChipText]:
    kind = row.ranked.task.kind.value
    return [ChipText(words.kind_word(kind), words.KINDS[kind][1])]


def _next(row: TaskRow, _language: str) -> str:
    act = row.ranked.task.act.value
    return f"{words.act_word(act)}  {words.ACTS[act][1]}"


def columns() -> list[Column]:
    """Return the columns in their first order."""
    return [
        Column(
            key="place",
            title=("Today", QT_TRANSLATE_NOOP("Today", "No.")),
            get=lambda row: row.place,
            kind="number",
            width=48,
            ink="text-2",
        ),
        Column(
            key="kind",
            title=("Today", QT_TRANSLATE_NOOP("Today", "Kind")),
            get=_chip,
            kind="chips",
            width=88,
        ),
        Column(
            key="name",
            title=("Today", QT_TRANSLATE_NOOP("Today", "Customer")),
            get=lambda row: row.ranked.task.customer_name,
            say=name_of,
            width=168,
            fixed=True,
        ),
        Column(
            key="reason",
            title=("Today", QT_TRANSLATE_NOOP("Today", "Why")),
            get=lambda row: row.ranked.task.reason,
            say=lambda row, language: words.reason(row.ranked.task, language),
            stretch=True,
            width=260,
            fixed=True,
        ),
        *_right(),
    ]


def _right() -> list[Column]:
    return [
        Column(
            key="amount",
            title=("Today", QT_TRANSLATE_NOOP("Today", "Amount")),
            get=lambda row: row.ranked.task.amount or None,
            say=_amount,
            kind="money",
            width=116,
            bold=True,
        ),
        Column(
            key="due",
            title=("Today", QT_TRANSLATE_NOOP("Today", "By")),
            get=lambda row: row.ranked.task.due_on,
            kind="date",
            width=84,
            ink="text-2",
            secondary=True,
        ),
        Column(
            key="next",
            title=("Today", QT_TRANSLATE_NOOP("Today", "Next step")),
            get=lambda row: row.ranked.task.act.value,
            say=_next,
            width=104,
            ink="accent",
        ),
    ]
