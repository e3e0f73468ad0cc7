"""What happened between us and a debtor, as one line of time; and what comes next.

Nothing of it is kept here: talks, promises, letters and their delivery, disputes, plans and
receipts are read where they are kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from domain.collecting.plan import PlanState
from domain.collecting.talk import Talk
from domain.credit.file.contract import Contract
from domain.dunning import ProposedLetter, SkippedCustomer, propose
from domain.legal_event import EventKind
from domain.letters.catalogue import BY_KEY
from domain.limitation import Limited
from domain.ports import BookReader
from domain.services import legal
from domain.services.disputes import disputes_on
from domain.services.dunning import choices
from domain.services.hold_sources import HOLD_SOURCES
from domain.services.plans import plans_on
from domain.services.promises import GRACE, promises_on

#: Receipts are told for so long back: older ones stand in the movements.
_RECEIPT_DAYS = 365


class LogKind(StrEnum):
    """What an entry is."""

    TALK = "talk"
    PROMISE = "promise"
    PROMISE_FAILED = "promise_failed"
    PLAN = "plan"
    PLAN_BROKEN = "plan_broken"
    LETTER = "letter"
    DELIVERED = "delivered"
    RETURNED = "returned"
    DISPUTE = "dispute"
    DISPUTE_DECIDED = "dispute_decided"
    RECEIPT = "receipt"


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """An entry of the line of time.

    Attributes:
        code: of the kind's own list: a talk's outcome, a paper's kind, a dispute's state, an
            outcome, a promise's state.
        text: what was said or typed, number of what it is about before it.
        amount: in minor units of ``currency``; 0 where it is about no sum.
        until: the day promised, or to be settled by.
        who: who kept it; "" where the program tells it of itself.
        address: what it opens.
    """

    kind: LogKind
    on: date
    code: str = ""
    number: str = ""
    text: str = ""
    amount: int = 0
    currency: str = ""
    until: date | None = None
    person: str = ""
    who: str = ""
    level: int = 0
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """What comes next with a debtor.

    Attributes:
        letter: what a run of today would propose; ``skipped`` why it proposes none.
        planned: what was agreed in the last talk that names a day.
        limited: the item whose limitation ends first.
        service_address: where papers are served by the newest signed contract, "" unknown.
    """

    letter: ProposedLetter | None
    skipped: SkippedCustomer | None
    planned: LogEntry | None
    limited: Limited | None
    service_address: str = ""
    contract: str = ""


def collection_log(
    reader: BookReader, customer_id: int, day: date, *, most: int = 200
) -> list[LogEntry]:
    """Return what happened up to a day, the newest first."""
    sources = (_talks, _promises, _plans, _letters, _deliveries, _disputes, _receipts)
    found = [one for source in sources for one in source(reader, customer_id, day)]
    found.sort(key=lambda one: (one.on, one.kind is LogKind.TALK), reverse=True)
    return found[:most]


def _talks(reader: BookReader, customer_id: int, day: date) -> Iterator[LogEntry]:
    for one in reader.records(Talk, customer_id=customer_id, up_to=day):
        yield LogEntry(
            kind=LogKind.TALK,
            on=one.dated_on,
            code=one.value.channel.value,
            number=one.value.outcome.value,
            text=one.value.text,
            person=one.value.person,
            until=one.value.next_on,
            who=one.value.owner or one.user,
            address=f"customer/{customer_id}/log/talks",
        )


def _promises(reader: BookReader, customer_id: int, day: date) -> Iterator[LogEntry]:
    for one in promises_on(reader, day, customer_id=customer_id):
        value = one.record.value
        told = LogEntry(
            kind=LogKind.PROMISE,
            on=one.record.dated_on,
            code=one.state.value,
            amount=value.amount,
            currency=value.currency,
            until=value.due_on,
            person=value.by,
            text=value.note,
            who=one.record.user,
            address=f"customer/{customer_id}/log/promises",
        )
        yield told
        failed_on = value.due_on + timedelta(days=GRACE + 1)
        if one.failed and failed_on <= day:
            yield LogEntry(
                kind=LogKind.PROMISE_FAILED,
                on=failed_on,
                code=one.state.value,
                amount=one.missing,
                currency=value.currency,
                until=value.due_on,
                address=told.address,
            )


def _plans(reader: BookReader, customer_id: int, day: date) -> Iterator[LogEntry]:
    for one in plans_on(reader, day, customer_id=customer_id):
        value = one.record.value
        told = LogEntry(
            kind=LogKind.PLAN,
            on=one.record.dated_on,
            code=one.standing.state.value,
            number=str(len(value.lines)),
            amount=value.total,
            currency=value.currency,
            until=value.lines[-1].due_on,
            who=one.record.user,
            address=f"customer/{customer_id}/log/plans",
        )
        yield told
        broken_on = one.standing.broken_on
        if one.standing.state is PlanState.DEFAULT and broken_on is not None:
            yield replace(told, kind=LogKind.PLAN_BROKEN, on=broken_on, who="")


def _letters(reader: BookReader, customer_id: int, day: date) -> Iterator[LogEntry]:
    for one in reader.papers(customer_id=customer_id):
        letter = BY_KEY.get(one.kind)
        sent = letter is None or letter.addressed
        if one.dated_on <= day and sent:
            yield LogEntry(
                kind=LogKind.LETTER,
                on=one.dated_on,
                code=one.kind,
                number=one.number,
                amount=one.total,
                currency=one.currency,
                level=one.level,
                address=f"paper/{one.id}",
            )


def _deliveries(reader: BookReader, customer_id: int, day: date) -> Iterator[LogEntry]:
    for row in reader.legal_events(customer_id=customer_id):
        event = row.event
        on = event.arrived_on or event.returned_on
        if event.paper_id is None or on is None or on > day or event.kind is EventKind.TAKEN_BACK:
            continue
        yield LogEntry(
            kind=LogKind.DELIVERED if event.arrived_on else LogKind.RETURNED,
            on=on,
            code=event.channel.value if event.channel else "",
            number=row.paper_number,
            text=event.number,
            person=event.signed_by,
            address=f"paper/{event.paper_id}",
        )


def _disputes(reader: BookReader, customer_id: int, day: date) -> Iterator[LogEntry]:
    for one in disputes_on(reader, day, customer_id=customer_id):
        row = one.row
        told = LogEntry(
            kind=LogKind.DISPUTE,
            on=row.opened_on,
            code=one.state.value,
            number=row.number,
            text=row.reason,
            amount=row.amount,
            currency=row.currency,
            until=one.due_on,
            who=one.owner,
            address=f"invoice/{row.item_id}",
        )
        yield told
        if row.decided_on is not None:
            yield replace(
                told,
                kind=LogKind.DISPUTE_DECIDED,
                on=row.decided_on,
                code=row.outcome,
                text=row.resolution,
                amount=row.conceded,
                until=None,
            )


def _receipts(reader: BookReader, customer_id: int, day: date) -> Iterator[LogEntry]:
    since = day - timedelta(days=_RECEIPT_DAYS)
    for currency in reader.currencies(customer_id):
        for one in reader.movements(customer_id, currency, since, day, kind="receipt"):
            if one.status != "void":
                yield LogEntry(
                    kind=LogKind.RECEIPT,
                    on=one.issued_on,
                    number=one.number,
                    text=one.description,
                    amount=-one.amount,
                    currency=one.currency,
                    address=f"receipt/{one.document_id}",
                )


def next_step(reader: BookReader, customer_id: int, day: date) -> NextStep:
    """Return what comes next: the letter a run would propose, the talk planned, the last days."""
    letter, skipped = _proposed(reader, customer_id, day)
    talks = [one for one in _talks(reader, customer_id, day) if one.until is not None]
    planned = max(talks, key=lambda one: one.on, default=None)
    limited = legal.limited(reader, day, customer_id=customer_id)
    contracts = [
        one
        for one in reader.records(Contract, customer_id=customer_id, up_to=day)
        if one.value.service_address
    ]
    contract = contracts[-1].value if contracts else None
    return NextStep(
        letter=letter,
        skipped=skipped,
        planned=planned,
        limited=min(limited, key=lambda one: one.conservative.on, default=None),
        service_address=contract.service_address if contract else "",
        contract=contract.number if contract else "",
    )


def _proposed(
    reader: BookReader, customer_id: int, day: date
) -> tuple[ProposedLetter | None, SkippedCustomer | None]:
    """Return what a run over this customer alone would propose; the highest of its letters."""
    items = reader.open_items(day, customer_id=customer_id)
    sent = reader.sent_levels(day, customer_id=customer_id)
    holds = [
        hold for source in HOLD_SOURCES for hold in source(reader, day, customer_id=customer_id)
    ]
    found = propose(items, sent, choices(reader, day), day, holds=holds)
    letter = max(found.letters, key=lambda one: one.level, default=None)
    return letter, found.skipped[0] if found.skipped and letter is None else None
