"""Rows of the draft run: letters to send and customers passed over, with the reason in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.dunning import Proposal, ProposedLetter, SkippedCustomer
from domain.dunning_procedure import Procedure
from domain.dunning_records import DunningDraft
from domain.listing import BankAccountRow, ListFilter, Order
from domain.policy import policy_on
from domain.ports import BookReader
from domain.record import Record
from domain.services import dunning
from domain.services.dunning_acts import open_draft
from domain.services.pending import old_accounts
from ui import format as fmt
from ui.collections.words import hints, why_skipped
from ui.legal_words import channel
from ui.lists.columns import Column, check_column
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.paint import ChipText

#: Tones of level chips by the level reached: look.md section 5.
_TONES: Final = {0: "neutral", 1: "neutral", 2: "neutral", 3: "accent"}


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
    skipped: SkippedCustomer | None = None

    @property
    def reason(self) -> str:
        """Why there is no letter, "" for a letter."""
        return "" if self.skipped is None else self.skipped.reason

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
    old_accounts: tuple[tuple[BankAccountRow, int | None], ...] = ()
    has_accounts: bool = False
    draft: Record[DunningDraft] | None = None


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
        old_accounts=tuple(old_accounts(reader, as_of, policy_on(reader, as_of).dunning)),
        has_accounts=bool(reader.bank_accounts()),
        draft=open_draft(reader),
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
        skipped=skip,
    )


def why(one: RunRow, language: str) -> str:
    """Return why a customer gets no letter, "" for one that does."""
    skip = one.skipped
    if skip is None:
        return ""
    money = fmt.money(skip.money, one.currency) if skip.money else ""
    return why_skipped(
        skip.reason, money=money, until=skip.until, detail=skip.detail, language=language
    )


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
        found[one.currency] = found.get(one.currency, 0) + _principal(one)
    return found


def interests(rows: Iterable[RunRow]) -> dict[str, int]:
    """Return interest and fees by currency."""
    found: dict[str, int] = {}
    for one in rows:
        if one.letter is not None:
            minor = one.letter.interest + one.letter.fees
            found[one.currency] = found.get(one.currency, 0) + minor
    return found


def _level(one: RunRow) -> list[ChipText]:
    """Return how far items rise; before it the letter's level, where older items outrank them."""
    letter = one.letter
    if letter is None:
        return []
    if letter.level < 1:
        return [ChipText(translate("Collections", "Reminder"), "neutral")]
    reached = max(item.level for item in letter.raised)
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
            say=lambda one, language: fmt.name(one.name, one.name_en, language),
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
        _money("principal", QT_TRANSLATE_NOOP("Collections", "Principal"), _principal),
        _money("charges", QT_TRANSLATE_NOOP("Collections", "Interest, fees"), _charges),
        _money("total", QT_TRANSLATE_NOOP("Collections", "Total"), _total, hidden=True),
        Column(
            key="channel",
            title=("Collections", QT_TRANSLATE_NOOP("Collections", "Sent by")),
            get=lambda one: one.letter.step.channel if one.letter else "",
            say=_channel,
            width=72,
            ink="text-2",
            secondary=True,
        ),
        Column(
            key="hints",
            title=("Collections", QT_TRANSLATE_NOOP("Collections", "Note")),
            get=lambda one: hints(one.letter) if one.letter else [],
            kind="chips",
            width=168,
        ),
    ]


def _channel(one: RunRow, language: str) -> str:
    code = one.letter.step.channel if one.letter else ""
    return channel(code, language) if code else ""


def _principal(one: RunRow) -> int:
    """Return what the letter claims of the items, less money not allocated or booked."""
    letter = one.letter
    if letter is None:
        return one.amount
    return letter.principal - letter.unapplied - letter.pending


def _charges(one: RunRow) -> int:
    return 0 if one.letter is None else one.letter.interest + one.letter.fees


def _total(one: RunRow) -> int:
    return 0 if one.letter is None else one.letter.total


def _money(key: str, words: str, get: Callable[[RunRow], int], *, hidden: bool = False) -> Column:
    return Column(
        key=key,
        title=("Collections", words),
        get=get,
        kind="money",
        width=92,
        dash=True,
        hidden=hidden,
    )
