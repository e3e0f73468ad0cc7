"""Columns of a document's allocations and instalments."""

from __future__ import annotations

from typing import Final

from domain.listing import AllocationRow
from ui import labels
from ui.invoices.columns import late_days, state_chips
from ui.lists.columns import Column, check_column
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.paint import ChipText


def _chips(row: AllocationRow) -> list[ChipText]:
    if row.reversed_on is None:
        return []
    said = translate("Invoice", "undone {date}")
    return [ChipText(said.format(date=row.reversed_on.isoformat()), "neutral")]


#: Columns of allocations.
ALLOCATION_COLUMNS: Final[tuple[Column, ...]] = (
    check_column(),
    Column(
        key="on",
        title=("Invoice", QT_TRANSLATE_NOOP("Invoice", "Date")),
        get=lambda row: row.allocated_on,
        kind="date",
    ),
    Column(
        key="kind",
        title=("Invoice", QT_TRANSLATE_NOOP("Invoice", "By")),
        get=lambda row: row.credit_kind,
        say=lambda row, _language: labels.kind(row.credit_kind),
        width=88,
    ),
    Column(
        key="credit",
        title=("Invoice", QT_TRANSLATE_NOOP("Invoice", "Credit")),
        get=lambda row: row.credit_number,
        kind="code",
        width=120,
    ),
    Column(
        key="debit",
        title=("Invoice", QT_TRANSLATE_NOOP("Invoice", "Debit")),
        get=lambda row: row.debit_number,
        kind="code",
        width=120,
    ),
    Column(
        key="amount",
        title=("Invoice", QT_TRANSLATE_NOOP("Invoice", "Allocated")),
        get=lambda row: row.amount,
        kind="money",
        bold=True,
        width=100,
    ),
    Column(
        key="exchange",
        title=("Invoice", QT_TRANSLATE_NOOP("Invoice", "Exchange difference")),
        get=lambda row: row.exchange,
        kind="money",
        currency=lambda _row: "CNY",
        dash=True,
        ink="text-2",
        width=90,
        secondary=True,
    ),
    Column(
        key="user",
        title=("Invoice", QT_TRANSLATE_NOOP("Invoice", "By whom")),
        get=lambda row: row.user,
        ink="text-2",
        width=80,
    ),
    Column(
        key="state",
        title=("Invoice", QT_TRANSLATE_NOOP("Invoice", "Status")),
        get=_chips,
        kind="chips",
        stretch=True,
    ),
)

#: Columns of instalments.
PART_COLUMNS: Final[tuple[Column, ...]] = (
    Column(
        key="number",
        title=("Invoice", QT_TRANSLATE_NOOP("Invoice", "Instalment")),
        get=lambda row: row.label,
        kind="code",
        width=160,
    ),
    Column(
        key="due",
        title=("Invoice", QT_TRANSLATE_NOOP("Invoice", "Due")),
        get=lambda row: row.due_on,
        kind="date",
    ),
    Column(
        key="late",
        title=("Invoice", QT_TRANSLATE_NOOP("Invoice", "Days late")),
        get=late_days,
        kind="days",
        tone=lambda _row: "red",
        width=64,
    ),
    Column(
        key="amount",
        title=("Invoice", QT_TRANSLATE_NOOP("Invoice", "Amount")),
        get=lambda row: row.amount,
        kind="money",
        width=100,
    ),
    Column(
        key="open",
        title=("Invoice", QT_TRANSLATE_NOOP("Invoice", "Open")),
        get=lambda row: row.open,
        kind="money",
        bold=True,
        dash=True,
        width=100,
    ),
    Column(
        key="state",
        title=("Invoice", QT_TRANSLATE_NOOP("Invoice", "Status")),
        get=state_chips,
        kind="chips",
        stretch=True,
    ),
)
