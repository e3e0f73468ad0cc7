"""Rows of the draft run: letters to send and customers passed over, with the reason in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.dunning import Procedure, Proposal, ProposedLetter, SkippedCustomer
from domain.listing import ListFilter, Order
from domain.ports import BookReader
from domain.services import dunning
from ui.lists.columns import Column, check_column
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.paint import ChipText

#: Reason → short words for the grid, and what to do about it.
_REASONS: Final = {
    "covered": (
        QT_TRANSLATE_NOOP("Collections", "Covered by credits"),
        QT_TRANSLATE_NOOP("Collections", "Unallocated money covers it. Allocate it first."),
    ),
    "disputed": (
        QT_TRANSLATE_NOOP("Collections", "Fully disputed"),
        QT_TRANSLATE_NOOP("Collections", "All that is overdue is disputed. Settle the dispute."),
    ),
    "below_minimum": (
        QT_TRANSLATE_NOOP("Collections", "Below the minimum"),
        QT_TRANSLATE_NOOP("Collections", "The sum is below the smallest one worth a letter."),
    ),
    "too_soon": (
        QT_TRANSLATE_NOOP("Collections", "Last letter too recent"),
        QT_TRANSLATE_NOOP("Collections", "Fewer days than the interval since the last letter."),
    ),
    "waiting": (
        QT_TRANSLATE_NOOP("Collections", "Next level not due"),
        QT_TRANSLATE_NOOP("Collections", "No invoice has reached the days of its next level."),
    ),
    "final": (
        QT_TRANSLATE_NOOP("Collections", "All levels sent"),
        QT_TRANSLATE_NOOP("Collections", "All levels were sent. Decide on legal steps."),
    ),
}
#: Tones of level chips by the level reached: look.md section 5.
_TONES: Final = {1: "neutral", 2: "neutral", 3: "accent"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """A customer and currency of the run; ``letter`` None: passed over for ``reason``."""

    customer_id: int
    code: str
    name: str
    name_en: str
    currency: str
    items: int
    oldest_days: int
    amount: int
    letter: ProposedLetter | None = None
    reason: str = ""

    @property
    def key(self) -> tuple[int, str]:
        """What identifies the row from one draft to the next."""
        return self.customer_id, self.currency


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A draft with everything the screen shows of it."""

    proposal: Proposal
    rows: tuple[RunRow, ...]
    procedures: dict[str, Procedure]
    last_receipt: date | None
    unallocated: int


def read_run(reader: BookReader, as_of: date, procedure: str | None) -> Run:
    """Draft a run as of a date.

    Raises:
        RunBackwards: a later run was already released.
    """
    known = dunning.procedures(reader)
    code = procedure if procedure in known else None
    proposal = dunning.draft_run(reader, as_of, code)
    rows = [_letter_row(letter) for letter in proposal.letters]
    rows += [_skipped_row(reader, skip) for skip in proposal.skipped]
    newest = reader.receipts.ids(ListFilter(as_of=as_of), Order("received_on", True), limit=1)
    return Run(
        proposal=proposal,
        rows=tuple(rows),
        procedures=known,
        last_receipt=reader.receipt(newest[0], as_of).received_on if len(newest) else None,
        unallocated=reader.receipts.count(ListFilter(as_of=as_of, state="unapplied")),
    )


def _letter_row(letter: ProposedLetter) -> RunRow:
    first = letter.items[0].row
    return RunRow(
        customer_id=letter.customer_id,
        code=first.customer_code,
        name=first.customer_name,
        name_en=first.customer_name_en,
        currency=letter.currency,
        items=len(letter.items),
        oldest_days=letter.oldest_days,
        amount=letter.principal,
        letter=letter,
    )


def _skipped_row(reader: BookReader, skip: SkippedCustomer) -> RunRow:
    customer = reader.customer(skip.customer_id)
    return RunRow(
        customer_id=skip.customer_id,
        code=customer.code,
        name=customer.name,
        name_en=customer.name_en,
        currency=skip.currency,
        items=skip.items,
        oldest_days=skip.oldest_days,
        amount=skip.amount,
        reason=skip.reason,
    )


def reason_words(reason: str) -> str:
    """Return in short why a customer gets no letter."""
    words = _REASONS.get(reason)
    if words is None:
        return reason
    short, _long = words
    return translate("Collections", short)


def reason_told(reason: str) -> str:
    """Return why a customer gets no letter, and what to do."""
    words = _REASONS.get(reason)
    if words is None:
        return reason
    _short, told = words
    return translate("Collections", told)


def sums(rows: Iterable[RunRow]) -> dict[str, int]:
    """Return what is asked for (or passed over) by currency."""
    found: dict[str, int] = {}
    for one in rows:
        minor = one.amount if one.letter is None else one.letter.total
        found[one.currency] = found.get(one.currency, 0) + minor
    return found


def principals(rows: Sequence[RunRow]) -> dict[str, int]:
    """Return the principal by currency."""
    found: dict[str, int] = {}
    for one in rows:
        found[one.currency] = found.get(one.currency, 0) + one.amount
    return found


def _level(one: RunRow) -> list[ChipText]:
    """Return how far items rise; before it the letter's level, where older items outrank them."""
    letter = one.letter
    if letter is None:
        return []
    reached = max(item.level for item in letter.items if item.raised)
    raised = ChipText(f"{letter.from_level} → {reached}", _TONES.get(reached, "amber"))
    return [raised] if reached == letter.level else [ChipText(str(letter.level), "amber"), raised]


def columns() -> list[Column]:
    """Return the columns of the draft grid."""
    return [
        check_column(),
        Column(
            key="customer",
            title=("Collections", QT_TRANSLATE_NOOP("Collections", "Customer")),
            get=lambda one: one.name,
            say=lambda one, language: (one.name_en or one.name) if language == "en" else one.name,
            stretch=True,
            width=150,
            fixed=True,
        ),
        Column(
            key="level",
            title=("Collections", QT_TRANSLATE_NOOP("Collections", "Level")),
            get=_level,
            kind="chips",
            width=84,
        ),
        Column(
            key="items",
            title=("Collections", QT_TRANSLATE_NOOP("Collections", "Items")),
            get=lambda one: one.items,
            kind="number",
            width=48,
            secondary=True,
        ),
        Column(
            key="oldest",
            title=("Collections", QT_TRANSLATE_NOOP("Collections", "Oldest")),
            get=lambda one: one.oldest_days,
            kind="days",
            width=64,
            tone=lambda _one: "red",
        ),
        Column(
            key="currency",
            title=("Collections", QT_TRANSLATE_NOOP("Collections", "CCY")),
            get=lambda one: one.currency,
            kind="code",
            width=44,
            ink="text-2",
        ),
        *_sums(),
    ]


def _sums() -> list[Column]:
    return [
        _money("principal", QT_TRANSLATE_NOOP("Collections", "Principal"), "amount"),
        Column(
            key="unapplied",
            title=("Collections", QT_TRANSLATE_NOOP("Collections", "Set off")),
            get=lambda one: 0 if one.letter is None else -one.letter.unapplied,
            kind="money",
            width=88,
            dash=True,
        ),
        Column(
            key="total",
            title=("Collections", QT_TRANSLATE_NOOP("Collections", "Total")),
            get=lambda one: 0 if one.letter is None else one.letter.total,
            kind="money",
            width=96,
            bold=True,
            dash=True,
        ),
    ]


def _money(key: str, words: str, field: str) -> Column:
    return Column(
        key=key,
        title=("Collections", words),
        get=lambda one: getattr(one, field),
        kind="money",
        width=96,
    )
