"""Columns of the list of inflows, the allocation grid and a receipt's allocations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from domain.listing import AllocationRow, InflowRow
from domain.matching.values import Answer
from ui import format as fmt
from ui.lists.columns import Column, check_column
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.receipts.draft import Line
from ui.receipts.words import payer_of, percent, state_chip

#: Ways in which money comes, offered in the form; anything else can be typed.
METHODS: Final = (
    QT_TRANSLATE_NOOP("Receipts", "Bank transfer"),
    QT_TRANSLATE_NOOP("Receipts", "Online banking"),
    QT_TRANSLATE_NOOP("Receipts", "Cash"),
    QT_TRANSLATE_NOOP("Receipts", "Cheque"),
    QT_TRANSLATE_NOOP("Receipts", "Electronic acceptance bill"),
    QT_TRANSLATE_NOOP("Receipts", "Card or mobile payment"),
)
#: What the list asks about proposals: those known, None while they are worked out.
Asked = Callable[[], Mapping[int, Answer] | None]


def day_words(on: date, today: date, language: str) -> str:
    """Write a date, without its year where that is this one."""
    return fmt.short_day(on, language) if on.year == today.year else fmt.day(on, language)


def list_columns(
    answers: Asked, today: Callable[[], date], base: Callable[[], str]
) -> list[Column]:
    """Return the columns of the list at the left; ``base``: the book's currency."""

    def amount(row: InflowRow, _language: str) -> str:
        said = fmt.money(row.amount, row.currency)
        # Amounts of several currencies must never stand unmarked under each other.
        return said if row.currency == base() else f"{row.currency} {said}"

    return [
        Column(
            key="booked_on",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Date")),
            get=lambda row: row.booked_on,
            say=lambda row, language: day_words(row.booked_on, today(), language),
            kind="code",
            order="booked_on",
            descending=True,
            width=64,
            ink="text-2",
            fixed=True,
        ),
        Column(
            key="name",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Payer")),
            get=lambda row: payer_of(row, "zh"),
            say=payer_of,
            order="name",
            stretch=True,
            width=120,
            fixed=True,
        ),
        Column(
            key="amount",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Amount")),
            get=lambda row: row.amount,
            say=amount,
            kind="money",
            order="amount",
            descending=True,
            width=84,
            fixed=True,
        ),
        *_list_answers(answers),
        *_list_more(),
    ]


def _list_answers(answers: Asked) -> list[Column]:
    """Return the columns that the proposals fill: state and confidence."""

    def confidence(row: InflowRow) -> int | None:
        found = (answers() or {}).get(row.key) if row.state in ("todo", "check") else None
        return None if found is None or found.best is None else found.best.confidence

    def sure(row: InflowRow, _language: str) -> str:
        found = confidence(row)
        return fmt.DASH if found is None else percent(found)

    return [
        Column(
            key="state",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "State")),
            get=lambda row: [state_chip(row, answers())],
            kind="chips",
            order="state",
            width=104,
            fixed=True,
        ),
        Column(
            key="confidence",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Conf.")),
            get=confidence,
            say=sure,
            kind="number",
            width=48,
            secondary=True,
        ),
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
            hidden=True,
        ),
        Column(
            key="open",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Unallocated")),
            get=lambda row: row.open,
            kind="money",
            order="open",
            descending=True,
            width=84,
            dash=True,
            hidden=True,
        ),
        Column(
            key="text",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Text")),
            get=lambda row: row.text,
            width=120,
            ink="text-2",
            hidden=True,
        ),
        Column(
            key="own_account",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Our account")),
            get=lambda row: row.own_account,
            kind="code",
            width=120,
            ink="text-2",
            hidden=True,
        ),
        Column(
            key="number",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Receipt")),
            get=lambda row: row.number,
            kind="code",
            width=112,
            ink="text-2",
            hidden=True,
        ),
    ]


def _late(line: Line) -> int | None:
    return line.days if line.days is not None and line.days > 0 and not line.is_credit else None


def closing_words(line: Line, _language: str) -> str:
    """Return what closes the debit besides money: taken, or only offered."""
    currency = line.currency
    taken = (
        (line.discount, QT_TRANSLATE_NOOP("Receipts", "discount {amount}")),
        (line.write_off, QT_TRANSLATE_NOOP("Receipts", "written off {amount}")),
        (line.fee, QT_TRANSLATE_NOOP("Receipts", "bank charge {amount}")),
    )
    offered = (
        (line.offer, QT_TRANSLATE_NOOP("Receipts", "discount {amount}?")),
        (line.spare, QT_TRANSLATE_NOOP("Receipts", "write off {amount}?")),
        (line.kept, QT_TRANSLATE_NOOP("Receipts", "bank charge {amount}?")),
    )
    told = [(minor, words) for minor, words in taken if minor]
    told = told or [(minor, words) for minor, words in offered if minor][:1]
    amounts = (fmt.money(minor, currency) for minor, _words in told)
    said = (translate("Receipts", words) for _minor, words in told)
    return " · ".join(
        text.format(amount=amount) for text, amount in zip(said, amounts, strict=True)
    ) or (fmt.DASH)


def has_closing(line: Line) -> bool:
    """Whether something closes the debit besides money, or could."""
    return bool(line.closed or line.offer or line.spare or line.kept)


def _closing_tone(line: Line) -> str:
    if line.closed:
        return "text"
    return "accent" if has_closing(line) else ""


def grid_columns(hint: Callable[[int], str]) -> list[Column]:
    """Return the columns of the grid that allocates; ``hint``: what speaks for a document."""
    evidence = Column(
        key="hint",
        title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Evidence")),
        get=lambda line: hint(line.id),
        width=112,
        stretch=True,
        ink="text-2",
    )
    return [*settled_columns(), evidence]


def settled_columns() -> list[Column]:
    """Return the columns that tell what is settled of which documents."""
    return [
        check_column(),
        Column(
            key="number",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Document")),
            get=lambda line: line.label,
            kind="code",
            width=120,
            fixed=True,
        ),
        Column(
            key="due_on",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Due")),
            get=lambda line: line.item.due_on,
            kind="date",
            width=88,
        ),
        Column(
            key="late",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Days late")),
            get=_late,
            kind="days",
            width=44,
            secondary=True,
            tone=lambda _line: "red",
        ),
        _money("open", QT_TRANSLATE_NOOP("Receipts", "Open"), lambda line: line.item.open),
        Column(
            key="minor",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "To be paid")),
            get=lambda line: line.paid,
            kind="money",
            width=96,
            bold=True,
            dash=True,
            fixed=True,
        ),
        Column(
            key="closing",
            title=("Receipts", QT_TRANSLATE_NOOP("Receipts", "Discount, rest")),
            get=lambda line: line.closed,
            say=closing_words,
            kind="number",
            width=88,
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
        width=84,
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
