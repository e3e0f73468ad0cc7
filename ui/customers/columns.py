"""Columns of the customer list."""

from __future__ import annotations

from domain.listing import CustomerRow
from ui import format as fmt
from ui.assessment.marks import grade_chip
from ui.lists.columns import Column, check_column
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.paint import ChipText


def chips(row: CustomerRow) -> list[ChipText]:
    """Return a customer's states as chips, the gravest first."""
    found = []
    if row.returned_on is not None:
        found.append(ChipText(translate("Customers", "Payment returned"), "red"))
    if row.on_hold:
        found.append(ChipText(translate("Customers", "On hold"), "red"))
    if row.limit_minor is not None and row.exposure > row.limit_minor:
        found.append(ChipText(translate("Customers", "Over limit"), "amber"))
    if row.disputed:
        found.append(ChipText(translate("Customers", "Disputed"), "amber"))
    if row.unapplied:
        found.append(ChipText(translate("Customers", "To allocate"), "accent"))
    if row.last_level:
        said = translate("Customers", "Level {level}").format(level=row.last_level)
        found.append(ChipText(said, "outline"))
    if row.others:
        found.append(ChipText(", ".join(code for code, _minor in row.others), "outline"))
    return found


def name_of(row: CustomerRow, language: str) -> str:
    """Return the name for the window's language."""
    return fmt.name(row.name, row.name_en, language)


def columns() -> list[Column]:
    """Return the columns in their first order."""
    return [
        check_column(),
        Column(
            key="code",
            title=("Customers", QT_TRANSLATE_NOOP("Customers", "Code")),
            get=lambda row: row.code,
            kind="code",
            order="code",
            width=72,
            fixed=True,
        ),
        Column(
            key="name",
            title=("Customers", QT_TRANSLATE_NOOP("Customers", "Name")),
            get=lambda row: row.name,
            say=name_of,
            order="name",
            stretch=True,
            width=180,
            fixed=True,
        ),
        Column(
            key="grade",
            title=("Customers", QT_TRANSLATE_NOOP("Customers", "Grade")),
            get=lambda row: [grade_chip(row.graded.grade)] if row.graded is not None else [],
            kind="chips",
            width=56,
        ),
        *_money(),
        *_later(),
    ]


def _money() -> list[Column]:
    return [
        Column(
            key="limit",
            title=("Customers", QT_TRANSLATE_NOOP("Customers", "Limit")),
            get=lambda row: row.limit_minor,
            kind="money",
            order="limit",
            descending=True,
            width=100,
            ink="text-2",
            secondary=True,
        ),
        Column(
            key="exposure",
            title=("Customers", QT_TRANSLATE_NOOP("Customers", "Exposure")),
            get=lambda row: row.exposure,
            kind="money",
            width=112,
            dash=True,
            share=lambda row: (row.exposure, row.limit_minor),
        ),
        Column(
            key="overdue",
            title=("Customers", QT_TRANSLATE_NOOP("Customers", "Overdue")),
            get=lambda row: row.overdue,
            kind="money",
            order="overdue",
            descending=True,
            width=100,
            dash=True,
            tone=lambda row: "red" if row.overdue > 0 else "",
        ),
        Column(
            key="oldest",
            title=("Customers", QT_TRANSLATE_NOOP("Customers", "Oldest")),
            get=lambda row: row.oldest_days,
            kind="days",
            order="oldest_days",
            descending=True,
            width=56,
            dash=True,
            tone=lambda row: "red" if row.oldest_days > 0 else "",
        ),
        Column(
            key="late",
            title=("Customers", QT_TRANSLATE_NOOP("Customers", "Avg late")),
            get=lambda row: row.avg_days_late,
            kind="days",
            width=64,
            ink="text-2",
            secondary=True,
        ),
    ]


def _later() -> list[Column]:
    return [
        Column(
            key="unapplied",
            title=("Customers", QT_TRANSLATE_NOOP("Customers", "Unapplied")),
            get=lambda row: row.unapplied,
            kind="money",
            order="unapplied",
            descending=True,
            width=96,
            dash=True,
            ink="text-2",
            secondary=True,
        ),
        Column(
            key="balance",
            title=("Customers", QT_TRANSLATE_NOOP("Customers", "Balance")),
            get=lambda row: row.balance,
            kind="money",
            order="balance",
            descending=True,
            width=108,
            dash=True,
            bold=True,
        ),
        Column(
            key="currency",
            title=("Customers", QT_TRANSLATE_NOOP("Customers", "Currency")),
            get=lambda row: row.currency,
            width=52,
            ink="text-2",
        ),
        Column(
            key="state",
            title=("Customers", QT_TRANSLATE_NOOP("Customers", "Status")),
            get=chips,
            kind="chips",
            width=142,
        ),
        Column(
            key="owner",
            title=("Customers", QT_TRANSLATE_NOOP("Customers", "Owner")),
            get=lambda row: row.owner,
            order="owner",
            width=72,
            ink="text-2",
            secondary=True,
        ),
    ]
