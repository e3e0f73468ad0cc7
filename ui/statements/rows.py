"""Periods, choices and columns of a statement run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.changes import OperationResult
from domain.listing import AccountRow
from domain.papers import StatementOfAccount
from domain.ports import BookReader, Progress, Render, UnitOfWork
from domain.services import papers
from domain.services.papers import Issued
from domain.statement_cycle import LeftOut
from ui import format as fmt
from ui.lists.columns import Column, check_column
from ui.marks import QT_TRANSLATE_NOOP, translate

#: Periods offered, in order; "terms": each customer's own; "own" is what is typed.
PERIODS: Final = {
    "terms": QT_TRANSLATE_NOOP("Statements", "By each customer's terms"),
    "last_month": QT_TRANSLATE_NOOP("Statements", "Last month"),
    "this_month": QT_TRANSLATE_NOOP("Statements", "This month"),
    "last_quarter": QT_TRANSLATE_NOOP("Statements", "Last quarter"),
    "this_year": QT_TRANSLATE_NOOP("Statements", "This year"),
    "own": QT_TRANSLATE_NOOP("Statements", "Other dates"),
}
STYLES: Final = {
    "activity": QT_TRANSLATE_NOOP("Statements", "Movements"),
    "open-item": QT_TRANSLATE_NOOP("Statements", "Open items"),
    "detailed": QT_TRANSLATE_NOOP("Statements", "Detailed"),
}
WHICH: Final = {
    "all": QT_TRANSLATE_NOOP("Statements", "Balance or movement"),
    "balance": QT_TRANSLATE_NOOP("Statements", "With a balance"),
    "moved": QT_TRANSLATE_NOOP("Statements", "With movement"),
}
#: Why an account gets none, by schedule.
LEFT_OUT: Final = {
    LeftOut.SENT: QT_TRANSLATE_NOOP("Statements", "has its statement for this period"),
    LeftOut.NOTHING: QT_TRANSLATE_NOOP("Statements", "no balance and no movement"),
    LeftOut.SMALL: QT_TRANSLATE_NOOP("Statements", "balance below the least"),
    LeftOut.NEVER: QT_TRANSLATE_NOOP("Statements", "wants no statements"),
}
LANGUAGES: Final = {
    "": QT_TRANSLATE_NOOP("Statements", "Each customer's own"),
    "zh": QT_TRANSLATE_NOOP("Statements", "Chinese"),
    "en": QT_TRANSLATE_NOOP("Statements", "English"),
}


def period(preset: str, as_of: date) -> tuple[date, date] | None:
    """Return first and last day of a preset; None for dates of one's own.

    A period that is still running ends on the day shown.
    """
    month = as_of.replace(day=1)
    if preset == "this_month":
        return month, as_of
    if preset == "last_month":
        last = month - timedelta(days=1)
        return last.replace(day=1), last
    if preset == "last_quarter":
        quarter = month.replace(month=3 * ((month.month - 1) // 3) + 1)
        last = quarter - timedelta(days=1)
        return last.replace(month=last.month - 2, day=1), last
    if preset == "this_year":
        return as_of.replace(month=1, day=1), as_of
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a run's statements are: period, style, language ("" each customer's own)."""

    from_on: date
    to_on: date
    style: str
    language: str
    issued_on: date


def statement_of(reader: BookReader, one: AccountRow, terms: Terms) -> StatementOfAccount | None:
    """Return the statement of one account; None where there is nothing to say."""
    values = papers.statement_values(
        reader,
        [one.customer_id],
        to_on=terms.to_on,
        from_on=terms.from_on,
        issued_on=terms.issued_on,
        style=terms.style,
        language=terms.language or None,
    )
    return next((value for value in values if value.currency == one.currency), None)


def issue(
    uow: UnitOfWork,
    reader: BookReader,
    rows: list[tuple[AccountRow, Terms]],
    render: Render,
    progress: Progress,
) -> OperationResult[list[Issued]]:
    """Compute, number and keep the statements of accounts; cancelled: none is kept."""
    values: list[papers.Paper] = []
    ids: list[int] = []
    for done, (one, terms) in enumerate(rows):
        progress(done, 2 * len(rows))
        value = statement_of(reader, one, terms)
        if value is not None:
            values.append(value)
            ids.append(one.customer_id)

    def told(done: int, _of: int) -> None:
        progress(len(rows) + done, 2 * len(rows))

    return papers.issue(uow, "statement", values, ids, render, told)


def left_out_words(why: LeftOut | None) -> str:
    """Return why an account gets no statement, "" where it gets one."""
    if why is None:
        return ""
    source = LEFT_OUT[why]
    return translate("Statements", source)


def sums(rows: Iterable[AccountRow]) -> dict[str, int]:
    """Return closing balances by currency."""
    found: dict[str, int] = {}
    for one in rows:
        found[one.currency] = found.get(one.currency, 0) + one.closing
    return found


def _language(one: AccountRow, _language: str) -> str:
    words = {"zh": "中文", "en": "English"}
    return words.get(one.language) or translate("Statements", "the book's")


def columns() -> list[Column]:
    """Return the columns of the grid of accounts."""
    return [
        check_column(),
        Column(
            key="customer",
            title=("Statements", QT_TRANSLATE_NOOP("Statements", "Customer")),
            get=lambda one: one.name,
            say=lambda one, language: fmt.name(one.name, one.name_en, language),
            stretch=True,
            width=130,
            fixed=True,
        ),
        Column(
            key="currency",
            title=("Statements", QT_TRANSLATE_NOOP("Statements", "Currency")),
            get=lambda one: one.currency,
            width=48,
            ink="text-2",
            secondary=True,
        ),
        Column(
            key="language",
            title=("Statements", QT_TRANSLATE_NOOP("Statements", "Language")),
            get=lambda one: one.language,
            say=_language,
            width=52,
            ink="text-2",
            secondary=True,
        ),
        Column(
            key="opening",
            title=("Statements", QT_TRANSLATE_NOOP("Statements", "Opening")),
            get=lambda one: one.opening,
            kind="money",
            width=92,
            dash=True,
            secondary=True,
        ),
        Column(
            key="closing",
            title=("Statements", QT_TRANSLATE_NOOP("Statements", "Closing")),
            get=lambda one: one.closing,
            kind="money",
            width=96,
            bold=True,
            dash=True,
        ),
    ]
