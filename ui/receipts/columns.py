"""Columns of the receipt list, the allocation grid and a receipt's allocations."""

from __future__ import annotations

from typing import Any, Final

from domain.listing import AllocationRow, ReceiptRow
from ui import format as fmt
from ui.lists.columns import Column, check_column
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.receipts.draft import Line


def payer_of(row: ReceiptRow, language: str) -> str:
    """Return the customer's name for the window's language."""
    return (row.customer_name_en or row.customer_name) if language == "en" else row.customer_name


#: Ways in which money comes, offered in the form; anything else can be typed.
METHODS: Final = (
    QT_TRANSLATE_NOOP("Receipts", "Bank transfer"),
    QT_TRANSLATE_NOOP("Receipts", "Online banking"),
    QT_TRANSLATE_NOOP("Receipts", "Cash"),
    QT_TRANSLATE_NOOP("Receipts", "Cheque"),
    QT_TRANSLATE_NOOP("Receipts", "Electronic acceptance bill"),
    QT_TRANSLATE_NOOP("Receipts", "Card or mobile payment"),
)


def _unapplied(row: ReceiptRow, _language: str) -> str:
    """Return what is unallocated; of a voided receipt that it is void."""
    if row.voided:
        return translate("Receipts", "Void")
    return fmt.money_or_dash(row.unapplied, row.currency)


def list_columns() -> list[Column]:
    """Return the columns of the list at the left."""
    return [
        Column(
            key="received_on",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Date")),
            get=lambda row: row.received_on,
            kind="date",
            order="received_on",
            descending=True,
            width=96,
            ink="text-2",
            fixed=True,
        ),
        Column(
            key="customer",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Customer")),
            get=lambda row: row.customer_name,
            say=payer_of,
            order="customer",
            stretch=True,
            width=120,
            fixed=True,
        ),
        Column(
            key="amount",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Amount")),
            get=lambda row: row.amount,
            kind="money",
            order="amount",
            descending=True,
            width=88,
            secondary=True,
        ),
        Column(
            key="unapplied",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Unallocated")),
            get=lambda row: row.unapplied,
            say=_unapplied,
            kind="money",
            order="unapplied",
            descending=True,
            width=88,
            bold=True,
            dash=True,
        ),
        *_list_more(),
    ]


def _list_more() -> list[Column]:
    return [
        Column(
            key="currency",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "CCY")),
            get=lambda row: row.currency,
            kind="code",
            width=40,
            ink="text-2",
        ),
        Column(
            key="number",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Receipt")),
            get=lambda row: row.number,
            kind="code",
            order="number",
            width=112,
            secondary=True,
            ink="text-2",
        ),
        Column(
            key="method",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Method")),
            get=lambda row: row.method,
            width=72,
            secondary=True,
            ink="text-2",
        ),
        Column(
            key="reference",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Reference")),
            get=lambda row: row.reference,
            width=96,
            secondary=True,
            ink="text-2",
        ),
    ]


def _late(line: Line) -> int | None:
    return line.days if line.days is not None and line.days > 0 else None


def closing_words(line: Line, _language: str) -> str:
    """Return what closes the debit besides money: taken, or only offered."""
    currency = line.currency
    for minor, words in (
        (line.write_off, QT_TRANSLATE_NOOP("Receipts", "written off {amount}")),
        (line.discount, QT_TRANSLATE_NOOP("Receipts", "discount {amount}")),
        (line.spare, QT_TRANSLATE_NOOP("Receipts", "write off {amount}?")),
        (line.offer, QT_TRANSLATE_NOOP("Receipts", "discount {amount}?")),
    ):
        if minor:
            return translate("Receipts", words).format(amount=fmt.money(minor, currency))
    return fmt.DASH


def _closing_tone(line: Line) -> str:
    if line.write_off or line.discount:
        return "text"
    return "accent" if line.spare or line.offer else ""


def grid_columns() -> list[Column]:
    """Return the columns of the grid that allocates."""
    return [
        check_column(),
        Column(
            key="number",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Document")),
            get=lambda line: line.label,
            kind="code",
            width=128,
            stretch=True,
            fixed=True,
        ),
        Column(
            key="due_on",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Due")),
            get=lambda line: line.debit.due_on,
            kind="date",
            width=92,
        ),
        Column(
            key="late",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Days late")),
            get=_late,
            kind="days",
            width=56,
            secondary=True,
            tone=lambda _line: "red",
        ),
        _money("open", QT_TRANSLATE_NOOP("Receipts", "Open"), lambda line: line.debit.open),
        Column(
            key="minor",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "To be paid")),
            get=lambda line: line.minor,
            kind="money",
            width=104,
            bold=True,
            dash=True,
            fixed=True,
        ),
        Column(
            key="closing",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Discount, rest")),
            get=lambda line: line.discount or line.write_off,
            say=closing_words,
            kind="number",
            width=96,
            tone=_closing_tone,
        ),
        _money("left", QT_TRANSLATE_NOOP("Receipts", "Remaining"), lambda line: line.left),
    ]


def _money(key: str, words: str, get: Any) -> Column:
    return Column(
        key=key,
        title=("Receipts", words),
        get=get,
        kind="money",
        width=92,
        dash=True,
        secondary=key == "left",
    )


def undo_words(row: AllocationRow, language: str) -> str:
    """Return the act of a live allocation, or when it was undone."""
    if row.reversed_on is None:
        return translate("Receipts", "Undo")
    said = translate("Receipts", "undone {date}")
    return said.format(date=fmt.short_day(row.reversed_on, language))


def allocation_columns(base: str) -> list[Column]:
    """Return the columns of a receipt's allocations; ``base``: the book's currency."""
    return [
        Column(
            key="allocated_on",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Allocated")),
            get=lambda row: row.allocated_on,
            kind="date",
            width=100,
            ink="text-2",
        ),
        Column(
            key="document",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Document")),
            get=lambda row: row.debit_number,
            kind="code",
            width=128,
            stretch=True,
        ),
        Column(
            key="amount",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Amount")),
            get=lambda row: row.amount,
            kind="money",
            width=96,
            bold=True,
        ),
        Column(
            key="exchange",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Exchange diff.")),
            get=lambda row: row.exchange,
            kind="money",
            width=88,
            dash=True,
            currency=lambda _row: base,
        ),
        Column(
            key="user",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "By")),
            get=lambda row: row.user,
            width=80,
            secondary=True,
            ink="text-2",
        ),
        Column(
            key="undo",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Undo")),
            get=lambda row: row.reversed_on,
            say=undo_words,
            width=108,
            tone=lambda row: "accent" if row.reversed_on is None else "text-3",
        ),
    ]
