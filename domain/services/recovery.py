"""Handing claims over, and taking them to court: one act each, and how they stand.

A step that starts the limitation anew is a legal event in the same transaction; the day a
bankruptcy is accepted goes to the customer's terms of interest, where interest reads it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, TypeVar

from domain.changes import Changes, OperationResult
from domain.errors import BadEventDates, MissingField, NotFound
from domain.legal_event import LegalEvent
from domain.ports import BookReader, UnitOfWork
from domain.record import Kept, Record
from domain.recovery import court_case, hand_over
from domain.recovery.court_case import EVENTS, CaseStanding, CaseStep, CourtCase, Step
from domain.recovery.forms import COURT_CASE, HAND_OVER, HAND_OVER_STEP
from domain.recovery.hand_over import HandOver, HandOverStanding, HandOverStep, Happened
from domain.services.interest import put_bankrupt_day
from domain.services.legal import keep_event, reverse_event
from domain.services.records import File, add_record, check_file, keep_described, keep_files
from domain.values import dumps

V = TypeVar("V", bound=Kept)
_CHANGED: Final = Changes(records=True, customers=True, documents=True, settings=True)


# reading


def hand_overs_on(
    reader: BookReader, day: date, *, customer_id: int | None = None
) -> list[HandOverStanding]:
    """Return what was handed over up to a day as it stands on it, newest first."""
    steps = reader.records(HandOverStep, customer_id=customer_id, up_to=day)
    found = []
    for record in reader.records(HandOver, customer_id=customer_id, up_to=day):
        named = _names(reader, HandOver, record)
        mine = [one for one in steps if one.value.hand_over_id in named]
        found.append(hand_over.standing(record, mine, day))
    return sorted(found, key=lambda one: (one.record.dated_on, one.record.id), reverse=True)


def cases_on(
    reader: BookReader, day: date, *, customer_id: int | None = None
) -> list[CaseStanding]:
    """Return the cases begun up to a day as they stand on it, newest first."""
    steps = reader.records(CaseStep, customer_id=customer_id, up_to=day)
    found = []
    for record in reader.records(CourtCase, customer_id=customer_id, up_to=day):
        named = _names(reader, CourtCase, record)
        mine = [one for one in steps if one.value.case_id in named]
        found.append(court_case.standing(record, mine, day))
    return sorted(found, key=lambda one: (one.record.dated_on, one.record.id), reverse=True)


def _names(reader: BookReader | UnitOfWork, kind: type[V], record: Record[V]) -> set[int]:
    """Return the ids that steps know a record by: its own, and those it took the place of."""
    found, before = {record.id}, record.replaces_id
    while before is not None:
        found.add(before)
        before = reader.record(kind, before).replaces_id
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Bankrupt:
    """A customer whose bankruptcy was accepted and that no claim was filed against."""

    customer_id: int
    accepted_on: date


def unclaimed_bankruptcies(reader: BookReader, cases: Sequence[CaseStanding]) -> list[Bankrupt]:
    """Return the bankrupt customers known by their terms of interest alone, without a case."""
    known = {
        one.record.customer_id
        for one in cases
        if any(part.value.step is Step.BANKRUPTCY_ACCEPTED for part in one.steps)
    }
    found = []
    for key, terms in (reader.setting("interest_customers") or {}).items():
        told, customer_id = terms.get("bankrupt_on"), int(key)
        if told and customer_id not in known and not _claimed(reader, customer_id):
            accepted = date.fromisoformat(told)
            found.append(Bankrupt(customer_id=customer_id, accepted_on=accepted))
    return found


def _claimed(reader: BookReader, customer_id: int) -> bool:
    filed = EVENTS[Step.CLAIM_FILED]
    return any(row.event.kind is filed for row in reader.legal_events(customer_id=customer_id))


# keeping


def keep_hand_over(
    uow: UnitOfWork,
    value: HandOver,
    *,
    customer_id: int | None,
    item_ids: Sequence[int] = (),
    replaces_id: int | None = None,
    **more: Any,
) -> OperationResult[int]:
    """Keep a hand-over; one that is corrected keeps its items where none are given.

    Raises:
        MissingField: it names no items.
        NotFound: an item is not a debit of the customer.
    """
    about = (customer_id, item_ids, replaces_id)
    return _keep_matter(uow, value, about, {"form": HAND_OVER, **more})


def keep_case(
    uow: UnitOfWork,
    value: CourtCase,
    *,
    customer_id: int | None,
    item_ids: Sequence[int] = (),
    replaces_id: int | None = None,
    **more: Any,
) -> OperationResult[int]:
    """Keep a case; one that is corrected keeps its items where none are given.

    Raises:
        MissingField: it names no items.
        NotFound: an item is not a debit of the customer.
    """
    about = (customer_id, item_ids, replaces_id)
    return _keep_matter(uow, value, about, {"form": COURT_CASE, **more})


def _keep_matter(
    uow: UnitOfWork,
    value: HandOver | CourtCase,
    about: tuple[int | None, Sequence[int], int | None],
    more: dict[str, Any],
) -> OperationResult[int]:
    customer_id, item_ids, replaces_id = about
    with uow:
        named = tuple(item_ids)
        if replaces_id is not None and not named:
            named = uow.record(type(value), replaces_id).item_ids
        if not named:
            raise MissingField(field="items")
        for item_id in named:
            item = uow.open_item(item_id)
            if item.customer_id != customer_id or not item.is_debit:
                raise NotFound(record=f"item/{item_id}")
    done = keep_described(
        uow, value, customer_id=customer_id, item_ids=named, replaces_id=replaces_id, **more
    )
    return replace(done, changes=_CHANGED)


def keep_hand_over_step(
    uow: UnitOfWork, value: HandOverStep, *, hand_over_id: int, dated_on: date, **more: Any
) -> OperationResult[int]:
    """Keep what happened to a hand-over.

    Raises:
        MissingField: money without its amount.
        BadEventDates: it happened before it was handed over.
    """
    if value.what in (Happened.RECOVERED, Happened.COST) and not value.amount:
        raise MissingField(field="amount")
    with uow:
        begun = uow.record(HandOver, hand_over_id)
    if dated_on < begun.dated_on:
        raise BadEventDates(on=dated_on, today=begun.dated_on)
    kept = replace(value, hand_over_id=hand_over_id)
    done = keep_described(uow, kept, dated_on=dated_on, **{"form": HAND_OVER_STEP, **more})
    return replace(done, changes=_CHANGED)


def keep_case_step(
    uow: UnitOfWork,
    value: CaseStep,
    *,
    case_id: int,
    dated_on: date,
    today: date,
    replaces_id: int | None = None,
    files: Sequence[File] = (),
) -> OperationResult[int]:
    """Keep a step of a case; a filing is a legal event, a bankruptcy stops interest.

    One that is corrected takes its event and its day along: what was wrong is taken back.

    Raises:
        MissingField: money without its amount, a hearing without its day.
        BadEventDates: it happened before the case was begun, or in the future.
    """
    _check_step(value)
    for entry, content in files:
        check_file(entry, content)
    with uow:
        case = uow.record(CourtCase, case_id)
        if not case.dated_on <= dated_on <= today:
            raise BadEventDates(on=dated_on, today=today)
        act = "keep" if replaces_id is None else "change"
        told = {"customer": case.customer_id, "dated_on": dated_on.isoformat()}
        operation = uow.begin(f"case_step.{act}", told)
        if replaces_id is not None:
            _undo_effects(uow, uow.record(CaseStep, replaces_id), today)
        event_id = _effects(uow, case, value, dated_on, files)
        kept = replace(value, case_id=case_id, event_id=event_id)
        record_id = add_record(
            uow,
            kept,
            customer_id=case.customer_id,
            dated_on=dated_on,
            item_ids=case.item_ids,
            replaces_id=replaces_id,
        )
        own = [(replace(entry, customer_id=case.customer_id), data) for entry, data in files]
        keep_files(uow, record_id, own, dated_on, replaces_id)
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=_CHANGED)


def _check_step(value: CaseStep) -> None:
    if value.step in (Step.RECOVERED, Step.COST) and not value.amount:
        raise MissingField(field="amount")
    if value.step in (Step.HEARING, Step.MEETING, Step.CLAIM_PERIOD) and value.due_on is None:
        raise MissingField(field="due_on")


def _effects(
    uow: UnitOfWork,
    case: Record[CourtCase],
    value: CaseStep,
    on: date,
    files: Sequence[File],
) -> int | None:
    """Do what a step means beside the case; return its legal event."""
    customer_id = case.customer_id or 0
    if value.step is Step.BANKRUPTCY_ACCEPTED:
        put_bankrupt_day(uow, customer_id, on)
    kind = EVENTS.get(value.step)
    if kind is None:
        return None
    name, sha256 = "", ""
    if files:
        name, sha256 = files[0][0].name, hashlib.sha256(files[0][1]).hexdigest()
    event = LegalEvent(
        kind=kind,
        customer_id=customer_id,
        happened_on=on,
        number=value.number or case.value.number,
        note=case.value.court,
        file=name,
        sha256=sha256,
        item_ids=case.item_ids,
    )
    return keep_event(uow, event)


def _undo_effects(uow: UnitOfWork, step: Record[CaseStep], on: date) -> None:
    if step.value.step is Step.BANKRUPTCY_ACCEPTED:
        put_bankrupt_day(uow, step.customer_id or 0, None, was=step.dated_on)
    event_id = step.value.event_id
    if event_id is not None and not uow.is_taken_back(event_id):
        reverse_event(uow, event_id, uow.legal_event(event_id), on)


def take_back_case_step(uow: UnitOfWork, step_id: int, on: date) -> OperationResult[int]:
    """Take a step back with what it meant: its legal event, the end of interest.

    Raises:
        NotFound: there is none of this id.
        AlreadyReversed: it does not stand any more.
    """
    with uow:
        step = uow.record(CaseStep, step_id)
        told = {"customer": step.customer_id, "dated_on": step.dated_on.isoformat()}
        operation = uow.begin("case_step.take_back", told)
        uow.take_back_record(step_id, on)
        uow.changed(CaseStep.KIND, step_id, dumps(step.value), None)
        _undo_effects(uow, step, on)
        uow.commit()
    return OperationResult(value=step_id, operation_id=operation, changes=_CHANGED)
