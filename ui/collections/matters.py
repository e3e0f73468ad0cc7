"""Hand-overs and court cases as rows of one list: columns, states, facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.fields import State, day, facts, pick
from domain.listing import CustomerRow, ListFilter
from domain.ports import BookReader
from domain.record import AttachmentRow, Record
from domain.recovery.court_case import THEIRS, CaseDay, CaseStanding, CaseStep
from domain.recovery.forms import (
    COURT_CASE,
    DUES,
    HAND_OVER,
    HAND_OVER_STATES,
    HAPPENED,
    PARTIES,
    ROUTES,
    STEPS,
    overdue,
)
from domain.recovery.hand_over import HandOverStanding, HandOverState
from domain.services.recovery import cases_on, hand_overs_on
from ui import format as fmt
from ui.lists.columns import Column
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.paint import ChipText

#: Tones of chips by how a day stands.
_TONES = {State.BAD: "red", State.NEAR: "amber", State.PLAIN: "outline", State.GOOD: "green"}


@dataclass(frozen=True, slots=True)
class Matter:
    """A hand-over or a case with its customer."""

    one: HandOverStanding | CaseStanding
    customer: CustomerRow
    base: str
    as_of: date
    files: tuple[AttachmentRow, ...] = ()

    @property
    def id(self) -> int:
        """The id of its record."""
        return self.one.record.id

    @property
    def is_case(self) -> bool:
        """Whether it is a case."""
        return isinstance(self.one, CaseStanding)

    @property
    def currency(self) -> str:
        """Its currency, the book's where none is named."""
        return self.one.record.value.currency or self.base

    @property
    def amount(self) -> int:
        """The principal."""
        if isinstance(self.one, CaseStanding):
            return self.one.record.value.claim
        return self.one.record.value.amount

    @property
    def next(self) -> CaseDay | None:
        """The next day to keep, of a case."""
        return self.one.next if isinstance(self.one, CaseStanding) else None

    @property
    def ended(self) -> bool:
        """Whether it is over."""
        if isinstance(self.one, CaseStanding):
            return self.one.ended
        return self.one.state is not HandOverState.OPEN

    def named(self, language: str) -> str:
        """Return the customer's name."""
        row = self.customer
        return fmt.name(row.name, row.name_en, language)

    def what(self, language: str) -> str:
        """Return what it is: the way of a case, or whom it was handed to."""
        if isinstance(self.one, CaseStanding):
            return pick(ROUTES[self.one.record.value.route], language)
        return pick(PARTIES[self.one.record.value.party], language)

    def where(self) -> str:
        """Return the court, the agency or the lawyer."""
        if isinstance(self.one, CaseStanding):
            return self.one.record.value.court
        return self.one.record.value.name

    def stands(self, language: str) -> str:
        """Return where it stands: its last step."""
        if isinstance(self.one, CaseStanding):
            return pick(STEPS[self.one.last], language) if self.one.last else ""
        return pick(HAND_OVER_STATES[self.one.state], language)


def matters(reader: BookReader, as_of: date) -> list[Matter]:
    """Return all hand-overs and cases as of a day."""
    found: list[HandOverStanding | CaseStanding] = [
        *cases_on(reader, as_of),
        *hand_overs_on(reader, as_of),
    ]
    ids = sorted({one.record.customer_id or 0 for one in found})
    rows = reader.customers.rows(ids, ListFilter(as_of=as_of))
    base = reader.base_currency()
    return [
        Matter(one, rows[one.record.customer_id or 0], base, as_of, _files(reader, one))
        for one in found
        if (one.record.customer_id or 0) in rows
    ]


def _files(reader: BookReader, one: HandOverStanding | CaseStanding) -> tuple[AttachmentRow, ...]:
    ids = (one.record.id, *(step.id for step in one.steps))
    return tuple(row for key in ids for row in reader.attachments(subject=f"record/{key}"))


def state(row: Matter) -> str:
    """Return the pill a matter stands under."""
    if row.ended:
        return "ended"
    return "cases" if row.is_case else "hand_overs"


def due_words(one: CaseDay, language: str) -> str:
    """Return what a day is for, said to be another's where it is."""
    said = pick(DUES[one.due], language)
    return f"{said} · {_theirs()}" if one.due in THEIRS else said


def _theirs() -> str:
    return translate("Court", "not ours to keep")


def day_chip(row: Matter) -> list[ChipText]:
    """Return the next day of a matter as a chip."""
    following = row.next
    if following is None:
        return []
    tone = _TONES[overdue(following.on, row.as_of)] if following.ours else "outline"
    left = (following.on - row.as_of).days
    said = translate("Court", "%n day(s) left", None, left)
    if left < 0:
        said = translate("Court", "%n day(s) past", None, -left)
    return [ChipText(said, tone)]


def columns() -> list[Column]:
    """Return the columns in their first order."""
    return [
        Column(
            key="customer",
            title=("Court", QT_TRANSLATE_NOOP("Court", "Customer")),
            get=lambda row: row.customer.name,
            say=lambda row, language: row.named(language),
            order="customer",
            stretch=True,
            width=140,
            fixed=True,
        ),
        Column(
            key="what",
            title=("Court", QT_TRANSLATE_NOOP("Court", "What")),
            get=lambda row: row.what("zh"),
            say=lambda row, language: row.what(language),
            order="what",
            width=112,
        ),
        Column(
            key="where",
            title=("Court", QT_TRANSLATE_NOOP("Court", "Court or agent")),
            get=lambda row: row.where(),
            width=90,
            secondary=True,
        ),
        Column(
            key="amount",
            title=("Court", QT_TRANSLATE_NOOP("Court", "Principal")),
            get=lambda row: row.amount,
            kind="money",
            currency=lambda row: row.currency,
            order="amount",
            descending=True,
            width=92,
            bold=True,
        ),
        *_standing_columns(),
    ]


def _standing_columns() -> list[Column]:
    return [
        Column(
            key="recovered",
            title=("Court", QT_TRANSLATE_NOOP("Court", "Recovered")),
            get=lambda row: row.one.recovered,
            kind="money",
            currency=lambda row: row.currency,
            dash=True,
            width=84,
        ),
        Column(
            key="stands",
            title=("Court", QT_TRANSLATE_NOOP("Court", "Stands at")),
            get=lambda row: row.stands("zh"),
            say=lambda row, language: row.stands(language),
            width=120,
        ),
        Column(
            key="next",
            title=("Court", QT_TRANSLATE_NOOP("Court", "Next day")),
            get=lambda row: row.next.on if row.next else None,
            kind="date",
            order="next",
            width=92,
        ),
        Column(
            key="left",
            title=("Court", QT_TRANSLATE_NOOP("Court", "Left")),
            get=day_chip,
            kind="chips",
            width=100,
        ),
    ]


def matter_facts(row: Matter, language: str) -> list[tuple[str, str]]:
    """Return a matter as label and text, its money below."""
    one, code = row.one, row.currency
    told = [(translate("Court", "Customer"), row.named(language))]
    if isinstance(one, CaseStanding):
        told += facts(COURT_CASE, one.record, language, row.base)
        figures = ((translate("Court", "Recovered"), one.recovered), *_costs(one.costs))
    else:
        told += facts(HAND_OVER, one.record, language, row.base)
        figures = (
            (translate("Court", "Recovered"), one.recovered),
            *_costs(one.costs),
            (translate("Court", "Fee so far"), one.fee),
            (translate("Court", "Net of both"), one.net if one.recovered else 0),
            (translate("Court", "Still owed"), one.left),
        )
    told += [(name, f"{fmt.money(minor, code)} {code}") for name, minor in figures if minor]
    return told


def _costs(minor: int) -> tuple[tuple[str, int], ...]:
    return ((translate("Court", "Costs"), minor),)


def step_lines(row: Matter, language: str) -> list[tuple[Record[Any], str]]:
    """Return the steps with what is shown of each."""
    return [(one, _step(one, row, language)) for one in row.one.steps]


def _step(one: Record[Any], row: Matter, language: str) -> str:
    value = one.value
    if isinstance(value, CaseStep):
        parts = [pick(STEPS[value.step], language), value.number]
        if value.due_on is not None:
            parts.append(day(value.due_on, language))
    else:
        parts = [pick(HAPPENED[value.what], language)]
    if value.amount:
        parts.append(f"{fmt.money(value.amount, row.currency)} {row.currency}")
    parts.append(" ".join(value.note.split()))
    return " · ".join(part for part in parts if part)


def day_lines(row: Matter, language: str) -> Sequence[tuple[str, str]]:
    """Return the days a case has to keep: the day, what it is for."""
    if not isinstance(row.one, CaseStanding):
        return ()
    return [(day(one.on, language), due_words(one, language)) for one in row.one.days]
