"""The call guide of a customer: its facts read together as of a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from domain.collecting.call_guide import (
    ORDER,
    CallGuide,
    GuideDispute,
    GuidePromise,
    OwedItem,
    Person,
    Said,
    guide_form,
)
from domain.collecting.forms import CHANNELS, OUTCOMES
from domain.collecting.talk import Talk
from domain.credit.file.contacts import Contact, Role
from domain.disputes import DisputeKind
from domain.fields import Pair
from domain.forms import FormPaper
from domain.letters.catalogue import BY_KEY
from domain.listing import ItemRow, PaperRow
from domain.ports import BookReader
from domain.record import Record
from domain.services.disputes import disputes_on
from domain.services.promises import promises_on

#: How much of what went before is told: the last of each.
_TALKS = 3
_LETTERS = 4
_PROMISES = 4
_STATEMENT: Pair = ("对账单", "Statement")
_LETTER: Pair = ("催款函", "Letter")


def call_guide(reader: BookReader, customer_id: int, day: date, currency: str = "") -> CallGuide:
    """Return the guide of a customer in the currency where most is overdue, or in one.

    Raises:
        NotFound: there is no such customer.
    """
    customer = reader.customer(customer_id)
    rows = reader.open_items(day, customer_id=customer_id)
    sums = _overdue(rows)
    wanted = currency or max(sums, key=lambda code: (sums[code], code), default=customer.currency)
    wanted = wanted or reader.base_currency()
    late = [one for one in rows if one.currency == wanted and _late(one)]
    return CallGuide(
        customer=(customer.name, customer.name_en or customer.name),
        currency=wanted,
        day=day,
        level=max((one.level for one in late), default=0),
        people=_people(reader, customer_id, day),
        items=tuple(_item(one) for one in sorted(late, key=lambda one: one.due_on or day)),
        talks=_talks(reader, customer_id, day),
        letters=_letters(reader.papers(customer_id=customer_id), day),
        promises=_promises(reader, customer_id, wanted, day),
        disputes=_disputes(reader, customer_id, wanted, day),
        others=tuple((code, minor) for code, minor in sorted(sums.items()) if code != wanted),
        unapplied=-sum(one.open for one in rows if one.currency == wanted and one.open < 0),
    )


def guide_paper(
    reader: BookReader, customer_id: int, day: date, language: str, *, caller: str
) -> FormPaper:
    """Return the guide as a page."""
    guide = call_guide(reader, customer_id, day)
    return guide_form(guide, reader.company(), language, caller)


def _late(row: ItemRow) -> bool:
    return row.open > 0 and (row.days_overdue or 0) > 0


def _overdue(rows: Sequence[ItemRow]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for one in rows:
        if _late(one):
            sums[one.currency] = sums.get(one.currency, 0) + one.open
    return sums


def _item(row: ItemRow) -> OwedItem:
    return OwedItem(
        number=row.label,
        due_on=row.due_on or row.issued_on,
        days=row.days_overdue or 0,
        open=row.open,
        disputed=min(row.disputed, row.open),
        level=row.level,
    )


def _people(reader: BookReader, customer_id: int, day: date) -> tuple[Person, ...]:
    """Return whom to call by what they decide; without any, the contact of the master data."""
    records = reader.records(Contact, customer_id=customer_id, up_to=day)
    found = [_person(one) for one in records if one.holds_on(day)]
    customer = reader.customer(customer_id)
    if not found and (customer.contact or customer.phone):
        phones = (customer.phone,) if customer.phone else ()
        found = [Person(name=customer.contact, role=Role.OTHER, phones=phones)]
    return tuple(sorted(found, key=lambda one: ORDER.index(one.role)))


def _person(record: Record[Contact]) -> Person:
    value = record.value
    return Person(
        name=value.name,
        role=value.role,
        position=value.position,
        phones=tuple(one for one in (value.mobile, value.phone) if one),
        messenger=value.messenger,
    )


def _talks(reader: BookReader, customer_id: int, day: date) -> tuple[Said, ...]:
    records = reader.records(Talk, customer_id=customer_id, up_to=day)[-_TALKS:]
    found = []
    for one in records:
        value = one.value
        channel, outcome = CHANNELS[value.channel], OUTCOMES[value.outcome]
        what = tuple(f"{channel[at]} · {outcome[at]}" for at in (0, 1))
        text = "：".join(part for part in (value.person, value.text) if part)
        english = ": ".join(part for part in (value.person, value.text) if part)
        found.append(Said(on=one.dated_on, what=(what[0], what[1]), text=(text, english)))
    return tuple(found)


def _letters(papers: Sequence[PaperRow], day: date) -> tuple[Said, ...]:
    shown = [
        one
        for one in papers
        if one.dated_on <= day
        and one.kind != "receipt_note"
        and (one.kind not in BY_KEY or BY_KEY[one.kind].addressed)
    ]
    found = []
    for one in sorted(shown, key=lambda one: one.dated_on)[-_LETTERS:]:
        what = _STATEMENT if one.kind == "statement" else _LETTER
        level = (f"（{one.level} 级）", f" (level {one.level})") if one.level else ("", "")
        text = (f"{one.number}{level[0]}", f"{one.number}{level[1]}")
        found.append(Said(on=one.dated_on, what=what, text=text))
    return tuple(found)


def _promises(
    reader: BookReader, customer_id: int, currency: str, day: date
) -> tuple[GuidePromise, ...]:
    found = [
        GuidePromise(
            made_on=one.record.dated_on,
            due_on=one.record.value.due_on,
            amount=one.record.value.amount,
            paid=one.paid,
            state=one.state,
        )
        for one in promises_on(reader, day, customer_id=customer_id)
        if one.record.value.currency == currency
    ]
    return tuple(sorted(found, key=lambda one: (one.due_on, one.made_on))[-_PROMISES:])


def _disputes(
    reader: BookReader, customer_id: int, currency: str, day: date
) -> tuple[GuideDispute, ...]:
    return tuple(
        GuideDispute(
            number=one.row.number,
            amount=one.row.amount,
            kind=DisputeKind(one.row.kind),
            reason=one.row.reason,
            owner=one.owner,
        )
        for one in disputes_on(reader, day, customer_id=customer_id)
        if one.open and one.row.currency == currency
    )
