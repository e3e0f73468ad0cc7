"""Statements by schedule, their replies, and differences until they are settled."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from domain.changes import Changes, OperationResult
from domain.errors import AlreadyReversed, BadEventDates, MissingField, NotFound
from domain.listing import AccountRow
from domain.ports import BookReader, UnitOfWork
from domain.record import Record
from domain.services.legal import Reply, reply_event
from domain.services.records import add_record
from domain.services.scans import check_scan, keep_scan
from domain.statement_cycle import (
    Account,
    LeftOut,
    Period,
    StatementTerms,
    last_period,
    left_out,
)
from domain.statement_reply import (
    Answer,
    Difference,
    DifferenceSettled,
    StatementReply,
    StatementStanding,
    standings,
)

_CHANGED = Changes(records=True, papers=True, documents=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """An account and its period: due a statement, or left out with the reason."""

    account: AccountRow
    period: Period | None
    terms: StatementTerms
    left_out: LeftOut | None


def terms_on(reader: BookReader, day: date) -> tuple[StatementTerms, dict[int, StatementTerms]]:
    """Return the firm's terms and those of customers of their own, as they hold on a day."""
    own: dict[int, StatementTerms] = {}
    usual = StatementTerms()
    for record in reader.records(StatementTerms, up_to=day):
        if record.customer_id is None:
            usual = record.value
        else:
            own[record.customer_id] = record.value
    return usual, own


def statements_due(reader: BookReader, day: date) -> list[Due]:
    """Return every account with the statement due on a day, or why it gets none, by code."""
    usual, own = terms_on(reader, day)
    sent = {
        (one.customer_id, one.currency, one.to_on)
        for one in reader.statements_sent()
        if one.issued_on <= day
    }
    found: list[Due] = []
    for period, rows in _by_period(reader, day, usual, own):
        for row in rows:
            terms = own.get(row.customer_id, usual)
            if last_period(terms.every, day) == period:
                found.append(_due(row, period, terms, sent))
    found.sort(key=lambda one: (one.account.code, one.account.currency))
    return found


def _by_period(
    reader: BookReader, day: date, usual: StatementTerms, own: dict[int, StatementTerms]
) -> Iterable[tuple[Period | None, list[AccountRow]]]:
    """Read the accounts once for each period that someone has."""
    periods = {last_period(terms.every, day) for terms in (usual, *own.values())}
    for period in periods:
        start, end = (day, day) if period is None else (period.from_on, period.to_on)
        yield period, reader.accounts(start, end)


def _due(
    row: AccountRow,
    period: Period | None,
    terms: StatementTerms,
    sent: set[tuple[int, str, date]],
) -> Due:
    account = Account(closing=row.closing, movements=row.movements)
    was = period is not None and (row.customer_id, row.currency, period.to_on) in sent
    return Due(account=row, period=period, terms=terms, left_out=left_out(terms, account, sent=was))


def statement_standings(
    reader: BookReader, day: date, *, customer_id: int | None = None
) -> list[StatementStanding]:
    """Return how issued statements stand on a day, the oldest first."""
    replies = reader.records(StatementReply, customer_id=customer_id, up_to=day)
    return standings(
        reader.statements_sent(customer_id),
        replies,
        open_differences(reader, day, customer_id=customer_id),
        day,
    )


def open_differences(
    reader: BookReader, day: date, *, customer_id: int | None = None
) -> list[Record[Difference]]:
    """Return the differences known on a day and not settled on it."""
    settled = {
        one.value.difference_id
        for one in reader.records(DifferenceSettled, customer_id=customer_id, up_to=day)
    }
    found = reader.records(Difference, customer_id=customer_id, up_to=day)
    return [one for one in found if one.id not in settled]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A slip as it came back: the answer, who signed, what differs, whether it promises."""

    came_on: date
    answer: Answer
    signed_by: str = ""
    their_balance: int | None = None
    differences: tuple[Difference, ...] = ()
    promises: bool = False
    note: str = ""
    file: str = ""
    sha256: str = ""
    content: bytes = field(default=b"", repr=False)


def answer_statement(
    uow: UnitOfWork, paper_id: int, slip: Slip, today: date
) -> OperationResult[int]:
    """Record a reply slip; signed, it is a legal event too. Returns the reply's record id.

    One that came before for the same statement is replaced; its differences that were not
    settled go with it.

    Raises:
        NotFound: the paper is no statement.
        MissingField: it agrees and nobody signed it, or it differs and does not say where.
        BadEventDates: it came before the statement was made, or in the future.
        AttachmentTooLarge: the scan is too large for the book.
    """
    check_scan(slip.file, slip.content)
    if slip.answer is Answer.AGREED and not slip.signed_by:
        raise MissingField(field="signed_by")
    if slip.answer is Answer.DIFFERS and not slip.differences:
        raise MissingField(field="differences")
    with uow:
        paper = uow.paper_facts(paper_id)
        if paper.kind != "statement":
            raise NotFound(record=f"statement/{paper_id}")
        if not paper.dated_on <= slip.came_on <= today:
            raise BadEventDates(on=slip.came_on, today=today)
        told = {"number": paper.number, "answer": slip.answer.value}
        operation = uow.begin("statement.answer", told)
        before = [
            one
            for one in uow.records(StatementReply, customer_id=paper.customer_id)
            if one.value.paper_id == paper_id
        ]
        reply_id = _keep_reply(uow, paper_id, paper.customer_id, slip, before)
        if slip.answer is Answer.AGREED and paper.item_ids:
            reply_event(uow, paper_id, paper, _legal(slip), today)
        elif slip.content:
            scan = (slip.file, slip.content)
            keep_scan(uow, f"record/{reply_id}", paper.customer_id, scan, slip.came_on)
        uow.commit()
    return OperationResult(value=reply_id, operation_id=operation, changes=_CHANGED)


def _legal(slip: Slip) -> Reply:
    return Reply(
        signed_on=slip.came_on,
        signed_by=slip.signed_by,
        promises=slip.promises,
        note=slip.note,
        file=slip.file,
        sha256=slip.sha256,
        content=slip.content,
    )


def _keep_reply(
    uow: UnitOfWork,
    paper_id: int,
    customer_id: int,
    slip: Slip,
    before: Sequence[Record[StatementReply]],
) -> int:
    if before:
        for known in uow.records(Difference, customer_id=customer_id):
            if known.value.paper_id == paper_id:
                uow.take_back_record(known.id, slip.came_on)
    value = StatementReply(
        paper_id=paper_id,
        answer=slip.answer,
        signed_by=slip.signed_by,
        their_balance=slip.their_balance,
        note=slip.note,
    )
    reply_id = add_record(
        uow,
        value,
        customer_id=customer_id,
        dated_on=slip.came_on,
        replaces_id=before[-1].id if before else None,
    )
    for one in slip.differences:
        add_record(uow, one, customer_id=customer_id, dated_on=slip.came_on)
    return reply_id


def settle_difference(
    uow: UnitOfWork, difference_id: int, how: str, on: date, document: str = ""
) -> OperationResult[int]:
    """Record how a difference was settled.

    Raises:
        MissingField: it does not say how.
        AlreadyReversed: it is settled, or was taken back.
    """
    if not how:
        raise MissingField(field="how")
    with uow:
        difference = uow.record(Difference, difference_id)
        settled = uow.records(DifferenceSettled, customer_id=difference.customer_id)
        done = any(one.value.difference_id == difference_id for one in settled)
        if done or not uow.record_stands(difference_id):
            raise AlreadyReversed(record=f"record/{difference_id}")
        operation = uow.begin("statement.settle", {"number": difference.value.number})
        value = DifferenceSettled(difference_id=difference_id, how=how, document=document)
        record_id = add_record(uow, value, customer_id=difference.customer_id, dated_on=on)
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=_CHANGED)
