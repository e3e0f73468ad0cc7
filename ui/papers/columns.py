"""Columns of the register of issued papers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from domain.listing import PaperRow
from ui import labels
from ui.lists.columns import Column, check_column
from ui.marks import QT_TRANSLATE_NOOP
from ui.widgets.paint import ChipText


def columns(
    *, kinds: bool, levels: bool, sent: Callable[[PaperRow], list[ChipText]]
) -> list[Column]:
    """Return the columns: kind where several are shown, level for letters."""
    return [
        check_column(),
        Column(
            key="dated_on",
            title=("Papers", QT_TRANSLATE_NOOP("Papers", "Date")),
            get=lambda one: one.dated_on,
            kind="date",
            order="dated_on",
            descending=True,
            width=92,
        ),
        Column(
            key="customer",
            title=("Papers", QT_TRANSLATE_NOOP("Papers", "Customer")),
            get=lambda one: one.customer_name,
            order="customer",
            stretch=True,
            width=130,
            fixed=True,
        ),
        Column(
            key="number",
            title=("Papers", QT_TRANSLATE_NOOP("Papers", "Number")),
            get=lambda one: one.number,
            kind="code",
            order="number",
            width=130,
            fixed=True,
        ),
        *([_kind()] if kinds else []),
        *([_level()] if levels and not kinds else []),
        Column(
            key="currency",
            title=("Papers", QT_TRANSLATE_NOOP("Papers", "Currency")),
            get=lambda one: one.currency,
            width=52,
            ink="text-2",
            secondary=True,
        ),
        # Among papers of all kinds it says little and is the first to go.
        *([replace(_level(), secondary=True)] if levels and kinds else []),
        _total(),
        Column(
            key="sent",
            title=("Papers", QT_TRANSLATE_NOOP("Papers", "Delivery")),
            get=sent,
            kind="chips",
            width=76,
        ),
    ]


def _total() -> Column:
    return Column(
        key="total",
        title=("Papers", QT_TRANSLATE_NOOP("Papers", "Sum")),
        get=lambda one: one.total,
        kind="money",
        order="total",
        descending=True,
        width=96,
        bold=True,
        dash=True,
    )


def _kind() -> Column:
    return Column(
        key="kind",
        title=("Papers", QT_TRANSLATE_NOOP("Papers", "Kind")),
        get=lambda one: one.kind,
        say=lambda one, _language: labels.paper(one.kind),
        order="kind",
        width=72,
        ink="text-2",
    )


def _level() -> Column:
    return Column(
        key="level",
        title=("Papers", QT_TRANSLATE_NOOP("Papers", "Level")),
        get=lambda one: one.level,
        kind="number",
        order="level",
        descending=True,
        width=52,
        dash=True,
    )
