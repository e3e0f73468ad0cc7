"""The reports of the limitation clock: last safe days, and the register of events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from domain.legal_event import LegalEventRow
from domain.limitation import Limited
from domain.ports import BookReader
from domain.services import legal
from domain.sheets import Cell, Sheet
from ui import legal_words as words
from ui.gallery_sheets import money, name, sheet

#: What a report is asked for: customer, currency, language, date.
Build = Callable[[BookReader, int | None, str, str, date], Sheet]

_RULES: Final = (
    "最后安全日只计证明力强的中断事由，乐观估计兼计证明力弱的；仅为提醒，不构成法律意见",
    "Safe: strong proof only; at best: weak proof too. A reminder only; this is not legal advice",
)
_ADVICE: Final = (words.no_advice("zh"), words.no_advice("en"))
_CLOCK: Final = "code name number currency open start anchor event safe at_best days_left alert"
_EVENTS: Final = "code name event_kind happened documents sent outcome signed_by strength note"


def _limitation(
    reader: BookReader, customer_id: int | None, currency: str, language: str, as_of: date
) -> Sheet:
    found = legal.limited(reader, as_of, customer_id=customer_id)
    mine = [one for one in found if not currency or one.debt.currency == currency]
    rows = [_clock_cells(one, language) for one in mine]
    titles = ("诉讼时效提醒表", "Limitation clock")
    return sheet(reader, titles, _CLOCK, rows, language, as_of, notes=_RULES)


def _clock_cells(found: Limited, language: str) -> Sequence[Cell]:
    debt, safe = found.debt, found.conservative
    return (
        debt.customer_code,
        name(debt, language),
        debt.number,
        debt.currency,
        money(debt.open, debt.currency),
        safe.start,
        words.anchor(safe, language),
        words.event(safe.event, language),
        safe.on,
        found.optimistic.on,
        found.days_left,
        words.alert(found, language),
    )


def _register(
    reader: BookReader, customer_id: int | None, _currency: str, language: str, as_of: date
) -> Sheet:
    rows = [
        _event_cells(row, language)
        for row in reader.legal_events(customer_id=customer_id)
        if row.event.happened_on <= as_of
    ]
    titles = ("时效事由登记簿", "Register of legal events")
    return sheet(reader, titles, _EVENTS, rows, language, as_of, notes=_ADVICE)


def _event_cells(row: LegalEventRow, language: str) -> Sequence[Cell]:
    told = row.event
    return (
        row.customer_code,
        name(row, language),
        words.kind(told.kind, language),
        told.happened_on,
        ", ".join(row.labels) or words.at_large(language),
        words.sent(row, language),
        words.outcome(told, language),
        told.signed_by,
        words.strength(told.strength, language),
        " · ".join(part for part in (row.paper_number, told.note, told.file) if part),
    )


#: Report → how it is built.
BUILDS: Final[dict[str, Build]] = {"limitation": _limitation, "legal-events": _register}
