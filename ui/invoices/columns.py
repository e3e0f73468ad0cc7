"""Columns of the invoice list, one row per instalment."""

from __future__ import annotations

from domain.document import Kind, Status
from domain.listing import ItemRow
from ui import format as fmt
from ui import labels
from ui.lists.columns import Column, check_column
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.paint import ChipText

#: Kinds that say what they are in the list; plain invoices do not.
_SPECIAL = {Kind.CREDIT_NOTE: "green", Kind.DEBIT_NOTE: "outline", Kind.OPENING: "outline"}


def late_days(row: ItemRow) -> int | None:
    """Return days overdue of an open debit, None for anything else."""
    late = row.days_overdue
    return late if late is not None and late > 0 and row.open > 0 else None


def chips(row: ItemRow) -> list[ChipText]:
    """Return what is special about a document; overdue days have their own column."""
    found = []
    if row.status == Status.VOID:
        return [ChipText(labels.status(row.status), "neutral")]
    if row.kind in _SPECIAL:
        found.append(ChipText(labels.kind(row.kind), _SPECIAL[Kind(row.kind)]))
    if row.disputed:
        whole = row.disputed >= row.open
        said = translate("Invoices", "Disputed {amount}")
        amount = fmt.money(row.disputed, row.currency)
        words = translate("Invoices", "Disputed") if whole else said.format(amount=amount)
        found.append(ChipText(words, "amber"))
    if row.assigned:
        found.append(ChipText(translate("Invoices", "Assigned"), "accent"))
    if row.status == Status.SETTLED:
        found.append(ChipText(labels.status(row.status), "green"))
    elif row.open != row.amount:
        found.append(ChipText(translate("Invoices", "Part paid"), "outline"))
    if row.level:
        said = translate("Invoices", "Level {level}")
        found.append(ChipText(said.format(level=row.level), "outline"))
    if row.status == Status.DUE_TODAY:
        found.append(ChipText(labels.status(row.status), "neutral"))
    if row.unproved and late_days(row) is not None:
        found.append(no_proof())
    return found


def no_proof() -> ChipText:
    """Return the chip of an invoice whose delivery nothing signed proves."""
    return ChipText(translate("Invoices", "No proof"), "amber")


def state_chips(row: ItemRow) -> list[ChipText]:
    """Return all states, overdue included, for a page or inspector."""
    late = late_days(row)
    found = chips(row)
    if row.open < 0:
        found.insert(0, ChipText(translate("Invoices", "To allocate"), "accent"))
    elif late is not None:
        said = translate("Invoices", "%n day(s) overdue", "", late)
        found.insert(0, ChipText(said, "red"))
    elif row.status == Status.OPEN:
        found.insert(0, ChipText(labels.status(row.status), "neutral"))
    if row.unproved and late is None and row.open > 0:
        found.append(no_proof())
    return found


def _date(key: str, words: str, width: int, *, plain: bool) -> Column:
    return Column(
        key=key,
        title=("Invoices", words),
        get=lambda row: getattr(row, key),
        kind="date",
        order=key,
        descending=key == "issued_on",
        width=width,
        ink="text-2" if plain else "text",
        secondary=plain,
    )


def columns() -> list[Column]:
    """Return the columns in their first order."""
    return [
        check_column(),
        Column(
            key="number",
            title=("Invoices", QT_TRANSLATE_NOOP("Invoices", "Document")),
            get=lambda row: row.label,
            kind="code",
            order="number",
            width=120,
            fixed=True,
        ),
        Column(
            key="customer",
            title=("Invoices", QT_TRANSLATE_NOOP("Invoices", "Customer")),
            get=lambda row: row.customer_name,
            say=lambda row, language: fmt.name(row.customer_name, row.customer_name_en, language),
            order="customer",
            stretch=True,
            width=130,
            fixed=True,
        ),
        _date("issued_on", QT_TRANSLATE_NOOP("Invoices", "Invoiced"), 88, plain=True),
        _date("due_on", QT_TRANSLATE_NOOP("Invoices", "Due"), 88, plain=False),
        Column(
            key="late",
            title=("Invoices", QT_TRANSLATE_NOOP("Invoices", "Days late")),
            get=late_days,
            kind="days",
            order="days_overdue",
            descending=True,
            width=56,
            tone=lambda _row: "red",
        ),
        *_amounts(),
        Column(
            key="state",
            title=("Invoices", QT_TRANSLATE_NOOP("Invoices", "Status")),
            get=chips,
            kind="chips",
            width=150,
        ),
    ]


def _amounts() -> list[Column]:
    return [
        Column(
            key="currency",
            title=("Invoices", QT_TRANSLATE_NOOP("Invoices", "Currency")),
            get=lambda row: row.currency,
            width=52,
            ink="text-2",
        ),
        Column(
            key="amount",
            title=("Invoices", QT_TRANSLATE_NOOP("Invoices", "Amount")),
            get=lambda row: row.amount,
            kind="money",
            order="amount",
            descending=True,
            width=92,
        ),
        Column(
            key="open",
            title=("Invoices", QT_TRANSLATE_NOOP("Invoices", "Open")),
            get=lambda row: row.open,
            kind="money",
            order="open",
            descending=True,
            width=96,
            bold=True,
            dash=True,
        ),
    ]
