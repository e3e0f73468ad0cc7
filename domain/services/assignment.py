"""Assigning receivables: kept, notified, ended; and asking a debtor to confirm them (确权)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from domain.changes import Changes, OperationResult
from domain.cover.assignment import (
    AssignedItem,
    Assignment,
    AssignmentEnd,
    AssignmentNotice,
    Finding,
    findings,
    proceeds,
)
from domain.cover.insurance import CoverDebt
from domain.errors import (
    AlreadyReversed,
    BadCoverTerms,
    MissingField,
    NotAssignable,
    NotFound,
    NothingToDo,
)
from domain.letters.voiding import voided
from domain.listing import ItemRow
from domain.papers import LetterPaper
from domain.policy import policy_on
from domain.ports import BookReader, Render, UnitOfWork
from domain.ports_records import RecordReads
from domain.record import Record
from domain.services import letters, papers
from domain.services.papers import Issued
from domain.services.records import CHANGED, add_record

#: The letters of the catalogue that stand here.
NOTICE: Final = "assignment_notice"
CONFIRMATION: Final = "confirm_receivable"
_CHANGED = Changes(records=True, papers=True, customers=True)


# reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An open debt and what speaks against assigning it."""

    debt: CoverDebt
    findings: tuple[Finding, ...]


def candidates(
    reader: BookReader, customer_id: int, as_of: date, *, not_assignable: bool = False
) -> list[Candidate]:
    """Return a customer's open debts with what speaks against assigning each."""
    assigned = assigned_items(reader)
    credits: dict[str, int] = {}
    for item in reader.open_items(as_of, customer_id=customer_id):
        if item.open < 0:
            credits[item.currency] = credits.get(item.currency, 0) - item.open
    return [
        Candidate(
            debt=debt,
            findings=tuple(
                findings(
                    debt,
                    as_of,
                    assigned=assigned,
                    credits=credits.get(debt.currency, 0),
                    not_assignable=not_assignable,
                )
            ),
        )
        for debt in reader.cover_debts(as_of, customer_ids=[customer_id])
        if not debt.claim
    ]


def assigned_items(reader: RecordReads, as_of: date | None = None) -> set[int]:
    """Return the items that stand assigned, for marks in lists and to assign none twice."""
    ended = {
        one.value.assignment_id
        for one in reader.records(AssignmentEnd, up_to=as_of)
        if not one.value.paid
    }
    return {
        item_id
        for one in reader.records(Assignment, up_to=as_of)
        if one.id not in ended
        for item_id in one.item_ids
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentRow:
    """An assignment as of a day; ``arrived_on`` is when its notice reached the debtor."""

    record: Record[Assignment]
    code: str
    name: str
    name_en: str
    advance: int
    received: int
    notice: str
    notice_id: int | None
    arrived_on: date | None
    ended_on: date | None
    paid: bool


def assignments(reader: BookReader, as_of: date) -> list[AssignmentRow]:
    """Return the assignments up to a day, the newest first."""
    void = voided(reader)
    notices = {
        one.value.assignment_id: one.value.paper_id
        for one in reader.records(AssignmentNotice, up_to=as_of)
        if one.value.paper_id not in void
    }
    ends = {one.value.assignment_id: one for one in reader.records(AssignmentEnd, up_to=as_of)}
    numbers = {one.id: one.number for one in reader.papers(kind=NOTICE)}
    found = []
    for record in reader.records(Assignment, up_to=as_of):
        if record.customer_id is None:
            continue
        customer = reader.customer(record.customer_id)
        paper_id = notices.get(record.id)
        end = ends.get(record.id)
        advance, received = proceeds(record.value)
        found.append(
            AssignmentRow(
                record=record,
                code=customer.code,
                name=customer.name,
                name_en=customer.name_en,
                advance=advance,
                received=received,
                notice=numbers.get(paper_id or 0, ""),
                notice_id=paper_id,
                arrived_on=None if paper_id is None else _arrived(reader, paper_id, as_of),
                ended_on=None if end is None else end.dated_on,
                paid=end is not None and end.value.paid,
            )
        )
    found.sort(key=lambda one: (one.record.dated_on, one.record.id), reverse=True)
    return found


def _arrived(reader: BookReader, paper_id: int, as_of: date) -> date | None:
    """Return when a notice arrived, the earliest of its sendings."""
    days = [row.event.effective_on for row in reader.legal_events(paper_id=paper_id)]
    return min((day for day in days if day is not None and day <= as_of), default=None)


# acting


def assign(
    uow: UnitOfWork,
    deal: Assignment,
    customer_id: int,
    debts: Sequence[CoverDebt],
    on: date,
    *,
    replaces_id: int | None = None,
) -> OperationResult[int]:
    """Keep an assignment of open debts, each with what is open of it.

    Raises:
        MissingField: assignee or contract number missing, or no debts.
        BadCoverTerms: an advance outside 0 to 100 %, or a fee above it.
        NotAssignable: a debt of another customer or currency, not open, or assigned already.
    """
    for field in ("assignee", "contract_number"):
        if not getattr(deal, field):
            raise MissingField(field=field)
    if not debts:
        raise MissingField(field="items")
    with uow:
        assigned = assigned_items(uow) - _of(uow, replaces_id)
        items = tuple(_assigned(uow, debt, customer_id, deal.currency, assigned) for debt in debts)
        value = replace(deal, items=items)
        _check_terms(value)
        act = "keep" if replaces_id is None else "change"
        operation = uow.begin(f"assignment.{act}", {"number": deal.contract_number})
        record_id = add_record(
            uow,
            value,
            customer_id=customer_id,
            dated_on=on,
            item_ids=[item.item_id for item in items],
            replaces_id=replaces_id,
        )
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=CHANGED)


def _of(uow: UnitOfWork, record_id: int | None) -> set[int]:
    return set() if record_id is None else set(uow.record(Assignment, record_id).item_ids)


def _assigned(
    uow: UnitOfWork, debt: CoverDebt, customer_id: int, currency: str, assigned: Collection[int]
) -> AssignedItem:
    """Return a debt as it is assigned, with what is open after all facts known."""
    item = uow.open_item(debt.item_id)
    wrong = item.customer_id != customer_id or item.currency != currency
    if wrong or item.open <= 0 or debt.item_id in assigned:
        raise NotAssignable(number=debt.number)
    return AssignedItem(
        item_id=debt.item_id,
        number=debt.number,
        issued_on=debt.issued_on,
        due_on=debt.due_on,
        amount_minor=debt.amount,
        assigned_minor=item.open,
    )


def _check_terms(deal: Assignment) -> None:
    if not 0 <= deal.advance_percent <= 100:
        raise BadCoverTerms(field="advance_percent")
    if not 0 <= deal.fee_minor <= deal.total_minor:
        raise BadCoverTerms(field="fee_minor")


def notify(
    uow: UnitOfWork, reader: BookReader, record_id: int, on: date, render: Render
) -> OperationResult[Issued]:
    """Number and keep the notice of an assignment; its arrival is recorded as its delivery.

    Raises:
        AlreadyReversed: the assignment was replaced or taken back.
        NothingToDo: its notice was issued before, and is not void.
    """
    paper = notice_value(reader, record_id, on)
    with uow:
        deal = uow.record(Assignment, record_id)
        if not uow.record_stands(record_id):
            raise AlreadyReversed(record=f"record/{record_id}")
        told = uow.records(AssignmentNotice, customer_id=deal.customer_id)
        sent = {one.value.paper_id for one in told if one.value.assignment_id == record_id}
        if sent - voided(uow).keys():
            raise NothingToDo
        if deal.customer_id is None:
            raise NotFound(record=f"record/{record_id}")
        operation = uow.begin("assignment.issue", {"number": deal.value.contract_number})
        issued = papers.keep(uow, NOTICE, paper, deal.customer_id, render)
        link = AssignmentNotice(assignment_id=record_id, paper_id=issued.id)
        add_record(uow, link, customer_id=deal.customer_id, dated_on=on)
        uow.commit()
    return OperationResult(value=issued, operation_id=operation, changes=_CHANGED)


def end(
    uow: UnitOfWork, record_id: int, *, paid: bool, on: date, note: str = ""
) -> OperationResult[int]:
    """Keep how an assignment ended: paid by the debtor, or bought back by us unpaid.

    Bought back, its debts can be assigned again.

    Raises:
        BadCoverTerms: dated before the assignment.
        NothingToDo: it ended before.
    """
    with uow:
        deal = uow.record(Assignment, record_id)
        if on < deal.dated_on:
            raise BadCoverTerms(field="dated_on")
        ended = uow.records(AssignmentEnd, customer_id=deal.customer_id)
        if any(one.value.assignment_id == record_id for one in ended):
            raise NothingToDo
        operation = uow.begin("assignment_end.keep", {"number": deal.value.contract_number})
        value = AssignmentEnd(assignment_id=record_id, paid=paid, note=note)
        kept = add_record(uow, value, customer_id=deal.customer_id, dated_on=on)
        uow.commit()
    return OperationResult(value=kept, operation_id=operation, changes=CHANGED)


# papers


def notice_value(reader: BookReader, record_id: int, on: date) -> LetterPaper:
    """Return the notice of an assignment to its debtor, without a number.

    It lists what was assigned, whatever was paid since; a factor shows that he is one (764).
    """
    record = reader.record(Assignment, record_id)
    deal, customer_id = record.value, record.customer_id or 0
    rows = [(reader.item(item.item_id, on), item) for item in deal.items]
    contracts = {row.contract_number or row.order_number for row, _ in rows} - {""}
    language = papers.paper_language(reader, reader.customer(customer_id))
    values = {
        "assignee": deal.assignee,
        "assignee_kind": "factor" if deal.is_factor else "",
        "assignment_number": deal.contract_number,
        "assigned_on": deal.contract_on,
        "contract": ", ".join(sorted(contracts)),
        "pay_account": deal.account,
        "recourse": "with" if deal.recourse else "without",
    }
    items = [
        replace(row, amount=item.amount_minor, open=item.assigned_minor, disputed=0)
        for row, item in rows
    ]
    return letters.draft(
        reader, NOTICE, customer_id, dated_on=on, values=values, items=items, language=language
    )


def confirmation_values(reader: BookReader, customer_id: int, on: date) -> list[LetterPaper]:
    """Return the requests to confirm what a customer owes, one per currency (条例16)."""
    days = policy_on(reader, on).cover.confirm_days
    values = {"as_of": on, "reply_by": on + timedelta(days=days), "reply_days": days}
    return [
        letters.draft(reader, CONFIRMATION, customer_id, dated_on=on, values=values, items=items)
        for items in debts_by_currency(reader, customer_id, on).values()
    ]


def debts_by_currency(reader: BookReader, customer_id: int, on: date) -> dict[str, list[ItemRow]]:
    """Return a customer's open debts for goods by currency, oldest due first; no interest."""
    goods = {
        one.item_id for one in reader.cover_debts(on, customer_ids=[customer_id]) if not one.claim
    }
    found: dict[str, list[ItemRow]] = {}
    for row in reader.open_items(on, customer_id=customer_id):
        if row.id in goods:
            found.setdefault(row.currency, []).append(row)
    return dict(sorted(found.items()))
