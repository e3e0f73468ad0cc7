"""The reports of cover: insured exposure, deadlines, declarations, guarantees."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final

from domain.cover.deadlines import BuyerCover, InsuredDebt
from domain.cover.declarations import ShipmentDeclaration
from domain.ports import BookReader
from domain.services import cover, guarantees
from domain.services.guarantees import GuaranteeRow
from domain.sheets import Cell, Sheet
from ui import cover_words as words
from ui.gallery_sheets import money, name, sheet

Build = Callable[[BookReader, str, date], Sheet]

_EXPOSURE: Final = "code name policy currency limit open overdue covered insured own stop_from"
_DEADLINES: Final = (
    "code name number currency due_on open insured step next_on days_left alert"
    " mep_ends notify_by claim_from claim_by stop_from"
)
_DECLARED: Final = "policy month currency declared_count declared waiting_count waiting declare_by"
_GUARANTEES: Final = (
    "code name giver number currency amount liability matures last_on days_left alert state must"
)
_EXPOSURE_NOTE: Final = (
    "已承保 = 限额内金额 × 承保比例；自担 = 未收 − 已承保",
    "insured = within the limit × insured share; own risk = open − insured",
)
_RULES: Final = (
    "期间按保单约定推算；仅为提醒，以保单为准",
    "Days follow the policy's terms. A reminder only: the policy decides",
)
_PERIOD: Final = (
    "保证期间不中止、中断、延长（民法典692）；仅为提醒，不构成法律意见",
    "The period never stops or restarts (Civil Code 692). A reminder only; not legal advice",
)


def _exposure(reader: BookReader, language: str, as_of: date) -> Sheet:
    found = cover.exposure(reader, as_of)
    totals = []
    for currency in sorted({one.currency for one in found}):
        mine = [one for one in found if one.currency == currency]
        sums = (
            sum(getattr(one, part) for one in mine)
            for part in ("open", "overdue", "covered", "insured", "own")
        )
        label = "合计" if language == "zh" else "Total"
        cells = [money(minor, currency) for minor in sums]
        totals.append(("", label, "", currency, None, *cells, None))
    rows = [_exposure_cells(one, language) for one in found]
    titles = ("信用保险敞口表", "Insured exposure")
    return sheet(
        reader,
        titles,
        _EXPOSURE,
        rows,
        language,
        as_of,
        notes=_EXPOSURE_NOTE,
        totals=totals,
    )


def _exposure_cells(one: BuyerCover, language: str) -> Sequence[Cell]:
    sums = (one.limit, one.open, one.overdue, one.covered, one.insured, one.own)
    return (
        one.code,
        name(one, language),
        one.policy.number if one.policy else "",
        one.currency,
        *(money(minor, one.currency) for minor in sums),
        one.stop_from,
    )


def _deadlines(reader: BookReader, language: str, as_of: date) -> Sheet:
    rows = [_deadline_cells(one, language) for one in cover.deadlines(reader, as_of)]
    titles = ("信用保险期限表", "Deadlines of credit insurance")
    return sheet(reader, titles, _DEADLINES, rows, language, as_of, notes=_RULES)


def _deadline_cells(one: InsuredDebt, language: str) -> Sequence[Cell]:
    debt, days = one.cover.debt, one.days
    return (
        debt.code,
        name(debt, language),
        debt.number,
        debt.currency,
        debt.due_on,
        money(debt.open, debt.currency),
        money(one.cover.insured, debt.currency),
        words.word(days.step, language),
        days.next_on,
        one.days_left,
        words.alert(one.alert, language),
        days.mep_ends_on,
        days.notify_by,
        days.claimable_from,
        days.claim_by,
        days.stop_ship_from,
    )


def _declarations(reader: BookReader, language: str, as_of: date) -> Sheet:
    rows = [
        (
            one.policy,
            one.month.isoformat()[:7],
            one.currency,
            one.declared_count or None,
            money(one.declared, one.currency),
            one.waiting_count or None,
            money(one.waiting, one.currency),
            one.declare_by,
        )
        for one in cover.months(reader, as_of, count=12)
    ]
    titles = ("出运申报表", "Declarations of shipments")
    return sheet(reader, titles, _DECLARED, rows, language, as_of, notes=_RULES)


_LINES: Final = "policy code name country number shipped_on due_on currency amount"


def declaration_sheet(reader: BookReader, told: ShipmentDeclaration, language: str) -> Sheet:
    """Return a declaration as the list that goes to the insurer."""
    rows = [
        (
            told.policy,
            line.code,
            line.name,
            line.country,
            line.number,
            line.shipped_on,
            line.due_on,
            told.currency,
            money(line.amount_minor, told.currency),
        )
        for line in told.lines
    ]
    label = "合计" if language == "zh" else "Total"
    total = (
        "",
        "",
        label,
        "",
        "",
        None,
        None,
        told.currency,
        money(told.total_minor, told.currency),
    )
    month = told.month.isoformat()[:7]
    titles = (f"出运申报明细 {month}", f"Declaration of shipments {month}")
    return sheet(reader, titles, _LINES, rows, language, told.declare_by, totals=[total])


def _guarantees(reader: BookReader, language: str, as_of: date) -> Sheet:
    rows = [_guarantee_cells(one, language) for one in guarantees.guarantees(reader, as_of)]
    titles = ("保证期间登记簿", "Register of guarantees")
    return sheet(reader, titles, _GUARANTEES, rows, language, as_of, notes=_PERIOD)


def _guarantee_cells(one: GuaranteeRow, language: str) -> Sequence[Cell]:
    value, place = one.record.value, one.position
    told: Sequence[Cell] = (None,) * 7
    if place is not None:
        told = (
            words.word(place.liability, language),
            place.period.from_on,
            place.period.last_on,
            place.days_left,
            words.alert(place.alert, language),
            words.word(place.state, language),
            words.word(place.demand, language),
        )
    amount = None if value.amount is None else money(value.amount, one.currency)
    return (
        one.code,
        name(one, language),
        value.giver,
        value.number,
        one.currency,
        amount,
        *told,
    )


#: Report → how it is built.
BUILDS: Final[dict[str, Build]] = {
    "insured-exposure": _exposure,
    "insurance-deadlines": _deadlines,
    "declarations": _declarations,
    "guarantees": _guarantees,
}
