"""The limitation clock of open items, and recording what starts it anew.

An event is recorded once and taken back by another; what is known better later (a letter
sent, then arrived) takes the place of what was recorded before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from operator import attrgetter
from typing import Final

from domain import notices
from domain.changes import Changes, OperationResult
from domain.errors import AlreadyReversed, BadEventDates, MissingField, NotFound, NothingToDo
from domain.legal_event import (
    Channel,
    EventKind,
    LegalEvent,
    LegalEventRow,
    PaperFacts,
    Strength,
    check_event,
    covers,
    proof,
)
from domain.letters.catalogue import CATALOGUE
from domain.limitation import Limited, clock
from domain.listing import ItemRow
from domain.ports import BookReader, UnitOfWork
from domain.services.scans import carry_scans, check_scan, keep_scan

#: What the arrival of a paper means; one that demands nothing is kept as a fact only.
_DELIVERED: Final = {
    **{
        one.key: EventKind.LETTER_DELIVERED
        for one in CATALOGUE
        if one.group == "dunning" and one.origin != "run"
    },
    "assignment_notice": EventKind.ASSIGNMENT_NOTICE,
    "dunning_letter": EventKind.LETTER_DELIVERED,
    notices.SET_OFF: EventKind.SETOFF_NOTICE,
}
#: Letters that demand payment, by kind.
DEMANDS: Final = frozenset(
    kind for kind, means in _DELIVERED.items() if means is EventKind.LETTER_DELIVERED
)
#: Notices of settlement are made when their act is booked, which may be after they were sent.
_SENT_BEFORE: Final = (notices.SET_OFF, notices.TRANSFER)
#: What a statement that came back signed is.
_REPLIES: Final = (EventKind.STATEMENT_SIGNED, EventKind.PROMISE_WRITTEN)
_CHANGED: Final = Changes(documents=True, papers=True, records=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """How a paper was sent and what came of it; ``content`` is that of the scan ``file``."""

    channel: Channel | None
    sent_on: date
    number: str = ""
    arrived_on: date | None = None
    returned_on: date | None = None
    signed_by: str = ""
    note: str = ""
    file: str = ""
    sha256: str = ""
    content: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A statement that came back signed; ``promises``: it agrees to pay by a day."""

    signed_on: date
    signed_by: str
    promises: bool = False
    note: str = ""
    file: str = ""
    sha256: str = ""
    content: bytes = field(default=b"", repr=False)


# reading


def limited(
    reader: BookReader,
    as_of: date,
    *,
    customer_id: int | None = None,
    document_id: int | None = None,
) -> list[Limited]:
    """Return what is open on a date with its last safe days, the nearest first."""
    debts = reader.limited_debts(as_of, customer_id=customer_id, document_id=document_id)
    found = [clock(debt, as_of) for debt in debts]
    found.sort(key=attrgetter("debt.number"))
    found.sort(key=attrgetter("days_left"))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemClock:
    """An item's last safe days, None where nothing of it is open, and its recorded events."""

    limited: Limited | None
    events: tuple[LegalEventRow, ...]


def item_clock(reader: BookReader, item: ItemRow, as_of: date) -> ItemClock | None:
    """Return the clock of an item with the events that concern it; a credit has none."""
    if item.amount <= 0:
        return None
    found = limited(reader, as_of, customer_id=item.customer_id, document_id=item.document_id)
    rows = reader.legal_events(customer_id=item.customer_id)
    ids = {item.id, *(one.debt.item_id for one in found)}
    return ItemClock(
        limited=next((one for one in found if one.debt.item_id == item.id), None),
        events=tuple(row for row in rows if covers(row.event, ids, item.issued_on)),
    )


# recording


def record_event(
    uow: UnitOfWork,
    event: LegalEvent,
    today: date,
    *,
    strength: Strength | None = None,
    content: bytes = b"",
) -> OperationResult[int]:
    """Record an event and return its id; its strength is proposed where none is given.

    ``content`` is what is in the scan that it names; it is kept in the book with it.

    Raises:
        MissingField, BadEventDates: see :func:`domain.legal_event.check_event`.
        AttachmentTooLarge: the scan is too large for the book.
        NotFound: an item is not a debit of the customer.
    """
    check_event(event, today)
    check_scan(event.file, content)
    with uow:
        for item_id in event.item_ids:
            item = uow.open_item(item_id)
            if item.customer_id != event.customer_id or not item.is_debit:
                raise NotFound(record=f"item/{item_id}")
        told = {"kind": event.kind.value, "on": event.happened_on.isoformat()}
        operation = uow.begin("legal.record", told)
        event_id = keep_event(uow, event, strength, content=content)
        uow.commit()
    return OperationResult(value=event_id, operation_id=operation, changes=_CHANGED)


def record_delivery(
    uow: UnitOfWork, paper_id: int, delivery: Delivery, today: date
) -> OperationResult[int]:
    """Record how an issued paper was sent and whether it arrived; return the event's id.

    Recorded again for the same channel and number (arrived meanwhile), it takes the place
    of what was recorded before, as when the number is known later; another channel or number
    is another sending.

    Raises:
        MissingField: no channel.
        BadEventDates: sent before the paper was made, or the days are not in order.
        NothingToDo: all of it is recorded already.
        AttachmentTooLarge: the scan is too large for the book.
    """
    check_scan(delivery.file, delivery.content)
    with uow:
        paper = uow.paper_facts(paper_id)
        event = LegalEvent(
            kind=_means(paper),
            customer_id=paper.customer_id,
            happened_on=delivery.sent_on,
            arrived_on=delivery.arrived_on,
            returned_on=delivery.returned_on,
            channel=delivery.channel,
            number=delivery.number,
            signed_by=delivery.signed_by,
            note=delivery.note,
            paper_id=paper_id,
            file=delivery.file,
            sha256=delivery.sha256,
            item_ids=paper.item_ids,
        )
        _check(event, paper, today)
        before = [row for row in uow.legal_events(paper_id=paper_id) if _same_way(row, event)]
        operation = uow.begin("legal.deliver", {"number": paper.number})
        event_id = _instead(uow, event, before, today, delivery.content)
        uow.commit()
    return OperationResult(value=event_id, operation_id=operation, changes=_CHANGED)


def record_reply(uow: UnitOfWork, paper_id: int, reply: Reply, today: date) -> OperationResult[int]:
    """Record that a statement came back signed; return the event's id.

    With a promise to pay it is the debtor's written promise, strong when signed; without, an
    acknowledgement of figures, which is weak. Recorded again, it takes the place of what was
    recorded before.

    Raises:
        MissingField: nobody signed it.
        BadEventDates: signed before the statement was made, or in the future.
        NotFound: the paper is no statement.
        NothingToDo: the statement names nothing that was open, or it is recorded already.
        AttachmentTooLarge: the scan is too large for the book.
    """
    if not reply.signed_by:
        raise MissingField(field="signed_by")
    check_scan(reply.file, reply.content)
    with uow:
        paper = uow.paper_facts(paper_id)
        if paper.kind != "statement":
            raise NotFound(record=f"statement/{paper_id}")
        if not paper.item_ids:
            raise NothingToDo
        operation = uow.begin("legal.reply", {"number": paper.number})
        event_id = reply_event(uow, paper_id, paper, reply, today)
        uow.commit()
    return OperationResult(value=event_id, operation_id=operation, changes=_CHANGED)


def reply_event(
    uow: UnitOfWork, paper_id: int, paper: PaperFacts, reply: Reply, today: date
) -> int:
    """Keep what a signed statement is in law, inside an operation that is already open.

    Raises:
        BadEventDates: signed before the statement was made, or in the future.
        NothingToDo: it is recorded already.
    """
    event = LegalEvent(
        kind=EventKind.PROMISE_WRITTEN if reply.promises else EventKind.STATEMENT_SIGNED,
        customer_id=paper.customer_id,
        happened_on=reply.signed_on,
        signed_by=reply.signed_by,
        note=reply.note,
        paper_id=paper_id,
        file=reply.file,
        sha256=reply.sha256,
        item_ids=paper.item_ids,
    )
    _check(event, paper, today)
    rows = uow.legal_events(paper_id=paper_id)
    before = [row for row in rows if row.event.kind in _REPLIES]
    return _instead(uow, event, before, today, reply.content)


def _means(paper: PaperFacts) -> EventKind:
    """Return what a paper's arrival is; one that names nothing must not stand for all."""
    if not paper.item_ids:
        return EventKind.PAPER_DELIVERED
    return _DELIVERED.get(paper.kind, EventKind.PAPER_DELIVERED)


def _check(event: LegalEvent, paper: PaperFacts, today: date) -> None:
    if paper.kind not in _SENT_BEFORE and event.happened_on < paper.dated_on:
        raise BadEventDates(on=event.happened_on, today=today)
    check_event(event, today)


def take_back(uow: UnitOfWork, event_id: int, on: date) -> OperationResult[int]:
    """Take a recorded event back; from then on no date counts it, as it did not happen so.

    Raises:
        NotFound: there is no such event.
        AlreadyReversed: it was taken back, or is itself a taking back.
    """
    with uow:
        event = uow.legal_event(event_id)
        if event.reverses_id is not None or uow.is_taken_back(event_id):
            raise AlreadyReversed(event=event_id)
        told = {"kind": event.kind.value, "on": event.happened_on.isoformat()}
        operation = uow.begin("legal.take_back", told)
        reverse_event(uow, event_id, event, on)
        uow.commit()
    return OperationResult(value=event_id, operation_id=operation, changes=_CHANGED)


def keep_event(
    uow: UnitOfWork,
    event: LegalEvent,
    strength: Strength | None = None,
    *,
    content: bytes = b"",
) -> int:
    """Keep an event, with its scan, inside an operation that is already open."""
    judged = replace(event, strength=proof(event) if strength is None else strength)
    event_id = uow.add_legal_event(judged)
    uow.changed("legal_event", event_id, None, _told(judged))
    if content:
        on = event.effective_on or event.happened_on
        keep_scan(uow, _place(event_id), event.customer_id, (event.file, content), on)
    return event_id


def _place(event_id: int) -> str:
    """Return the address that an event's scans are kept under."""
    return f"legal_event/{event_id}"


def _instead(
    uow: UnitOfWork,
    event: LegalEvent,
    before: Sequence[LegalEventRow],
    on: date,
    content: bytes,
) -> int:
    """Keep an event in the place of others; the same one again is refused.

    A scan that goes on being named goes on with it.
    """
    judged = replace(event, strength=proof(event))
    if any(row.event == judged for row in before):
        raise NothingToDo
    for row in before:
        reverse_event(uow, row.id, row.event, on)
    event_id = keep_event(uow, event, content=content)
    for row in before:
        if event.sha256 and row.event.sha256 == event.sha256 and not content:
            carry_scans(uow, _place(row.id), _place(event_id), on)
    return event_id


def reverse_event(uow: UnitOfWork, event_id: int, event: LegalEvent, on: date) -> None:
    """Take an event back inside an operation that is already open."""
    back = LegalEvent(
        kind=EventKind.TAKEN_BACK,
        customer_id=event.customer_id,
        happened_on=on,
        reverses_id=event_id,
    )
    uow.add_legal_event(back)
    uow.changed("legal_event", event_id, _told(event), {"taken_back_on": on.isoformat()})


def _same_way(row: LegalEventRow, event: LegalEvent) -> bool:
    was = row.event
    same = was.kind == event.kind and was.channel == event.channel
    return same and was.number in ("", event.number)


def _told(event: LegalEvent) -> dict[str, object]:
    days = {"arrived_on": event.arrived_on, "returned_on": event.returned_on}
    return {
        "kind": event.kind.value,
        "happened_on": event.happened_on.isoformat(),
        **{key: day.isoformat() for key, day in days.items() if day},
        "strength": event.strength.value,
        "number": event.number,
        "signed_by": event.signed_by,
        "items": list(event.item_ids),
    }
