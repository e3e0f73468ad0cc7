"""Applying for credit and deciding, level by level: one act each.

Until a new customer's first application is approved it has no credit and pays on delivery
(款到发货): the terms stand in its master data from the day it is applied for, the limit of
nothing follows from the application (:func:`domain.credit.approval.withheld`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from domain.changes import Changes, OperationResult
from domain.credit.approval import (
    ApprovalStep,
    CreditApplication,
    Decision,
    Standing,
    State,
    check_four_eyes,
    levels_needed,
    standing,
    standings,
)
from domain.credit.limits import CreditLimit
from domain.credit.stages import is_new
from domain.errors import ApplicationOpen, BadLimit, MissingField, NotDecidable
from domain.policy import policy_on
from domain.ports import BookReader, UnitOfWork
from domain.ports_records import RecordReads
from domain.record import Record
from domain.services.limits import (
    Asked,
    add_limit,
    check_limit,
    in_base,
    limit_on,
    propose_limit,
)
from domain.services.records import add_record
from domain.terms import parse_terms
from domain.values import dumps

CHANGED: Final = Changes(records=True, customers=True)
#: The terms of who has no credit yet: paid before delivery.
CASH: Final = "COD"
_SERIES: Final = "credit_application"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a person fills in to apply for a customer's credit."""

    customer_id: int
    currency: str
    minor: int = 0
    unlimited: bool = False
    top_up: bool = False
    ends_on: date | None = None
    insured_minor: int = 0
    terms: str = ""
    purchases_minor: int | None = None
    reason: str = ""


def draft_application(
    reader: BookReader, asked: Request, applicant: str, day: date
) -> CreditApplication:
    """Return an application with what the book says: the legs, the levels, whether it is new."""
    policy = policy_on(reader, day)
    customer = reader.customer(asked.customer_id)
    before = limit_on(reader, asked.customer_id, asked.currency, day)
    found = propose_limit(reader, asked.customer_id, asked.currency, day, _asked(asked))
    (relation,) = reader.relations(day, customer_id=asked.customer_id)
    new = before.record_id is None and is_new(relation.first_on, relation.paid, day, policy.limits)
    amount = None if asked.unlimited else in_base(reader, asked.minor, asked.currency, day)
    return CreditApplication(
        number="",
        applicant=applicant,
        currency=asked.currency,
        minor=asked.minor,
        unlimited=asked.unlimited,
        top_up=asked.top_up,
        ends_on=asked.ends_on,
        insured_minor=asked.insured_minor,
        terms=asked.terms,
        purchases_minor=asked.purchases_minor,
        reason=asked.reason,
        new_customer=new,
        before_minor=before.minor,
        before_source=before.source,
        terms_before=customer.terms,
        levels=levels_needed(amount, new_customer=new, policy=policy.approvals),
        proposed_minor=found.minor,
        legs=found.legs,
        applied_on=day,
    )


def _asked(asked: Request) -> Asked:
    return Asked(terms=asked.terms, purchases_minor=asked.purchases_minor)


def apply(
    uow: UnitOfWork,
    value: CreditApplication,
    customer_id: int,
    on: date,
    *,
    submit: bool = True,
    replaces_id: int | None = None,
) -> OperationResult[int]:
    """Keep an application, as a draft or sent in, and return its record.

    ``replaces_id``: the draft, or the one returned to the applicant, that this goes on from.

    Raises:
        MissingField: no applicant, no reason.
        BadLimit: what is asked for says nothing.
        ApplicationOpen: the customer has another one that is not decided.
        NotDecidable: what it goes on from waits for a level or is decided.
    """
    _check(value, on)
    with uow:
        told = {"customer": customer_id, "amount": value.minor, "currency": value.currency}
        act = "submit" if submit else "draft"
        operation = uow.begin(f"credit_application.{act}", told)
        value = _continued(uow, value, customer_id, on, replaces_id)
        value = replace(value, submitted=submit)
        record_id = add_record(
            uow, value, customer_id=customer_id, dated_on=on, replaces_id=replaces_id
        )
        if submit and value.new_customer:
            _set_terms(uow, customer_id, CASH)
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=CHANGED)


def _check(value: CreditApplication, on: date) -> None:
    for field in ("applicant", "reason"):
        if not getattr(value, field).strip():
            raise MissingField(field=field)
    if value.terms:
        parse_terms(value.terms)
    check_limit(_limit(value, value.minor), on, value.ends_on)


def _continued(
    uow: UnitOfWork,
    value: CreditApplication,
    customer_id: int,
    on: date,
    replaces_id: int | None,
) -> CreditApplication:
    """Return an application with its number: a new one, or that of the version before."""
    open_ones = [found for found in standings_of(uow, customer_id) if found.open]
    if any(found.application.id != replaces_id for found in open_ones):
        raise ApplicationOpen(number=open_ones[0].application.value.number)
    if replaces_id is None:
        count = uow.next_number(_SERIES, on.year)
        return replace(value, number=f"CA-{on.year}-{count:04d}", applied_on=on)
    found = next((one for one in open_ones if one.application.id == replaces_id), None)
    if found is None or found.state is State.WAITING:
        raise NotDecidable(number=value.number)
    before = found.application.value
    first = on if found.state is State.DRAFT else before.applied_on
    return replace(
        value,
        number=before.number,
        applied_on=first,
        new_customer=before.new_customer,
        terms_before=before.terms_before,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What one level says; ``minor``: approved, but only so much."""

    who: str
    decision: Decision
    comment: str = ""
    minor: int | None = None


def decide(uow: UnitOfWork, application_id: int, word: Word, on: date) -> OperationResult[State]:
    """Keep the word of the level that is waited for; the last approval grants the limit.

    Raises:
        NotDecidable: it does not wait for a level.
        FourEyes: who applied decides, or one person two levels.
        MissingField: returned or rejected without a reason, or nobody says it.
        BadLimit: more is approved than was asked for.
        AlertOpen: the limit would rise while an early warning is open.
    """
    if not word.who.strip():
        raise MissingField(field="who")
    if word.decision is not Decision.APPROVE and not word.comment.strip():
        raise MissingField(field="comment")
    with uow:
        found = _waiting(uow, application_id)
        check_four_eyes(found, word.who, policy_on(uow, on).approvals)
        value = found.application.value
        told = {"number": value.number, "level": found.level, "who": word.who}
        operation = uow.begin(f"credit_application.{word.decision}", told)
        now = _add_step(uow, found, word, on)
        if now.state is State.APPROVED:
            _grant(uow, now, on)
        uow.commit()
    return OperationResult(value=now.state, operation_id=operation, changes=CHANGED)


def _waiting(uow: UnitOfWork, application_id: int) -> Standing:
    record = uow.record(CreditApplication, application_id)
    found = standing(record, uow.records(ApprovalStep, customer_id=record.customer_id))
    if found.state is not State.WAITING or not uow.record_stands(application_id):
        raise NotDecidable(number=record.value.number)
    return found


def _add_step(uow: UnitOfWork, found: Standing, word: Word, on: date) -> Standing:
    application = found.application
    step = ApprovalStep(
        application_id=application.id,
        number=application.value.number,
        level=found.level,
        who=word.who.strip(),
        decision=word.decision,
        comment=word.comment.strip(),
        minor=_approved(found, word),
    )
    day = max([on, application.dated_on, *(step.dated_on for step in found.steps)])
    add_record(uow, step, customer_id=application.customer_id, dated_on=day)
    return standing(application, uow.records(ApprovalStep, customer_id=application.customer_id))


def _approved(found: Standing, word: Word) -> int | None:
    if word.decision is not Decision.APPROVE or word.minor is None:
        return None
    if not 0 <= word.minor <= found.minor:
        raise BadLimit(rule="above_asked")
    return word.minor


def _grant(uow: UnitOfWork, found: Standing, on: date) -> None:
    """Keep the limit that was approved, and the terms with it."""
    application = found.application
    value, customer_id = application.value, application.customer_id
    if customer_id is None:
        raise NotDecidable(number=value.number)
    limit = replace(
        _limit(value, found.minor),
        approver=found.steps[-1].value.who,
        application_id=application.id,
    )
    add_limit(
        uow,
        limit,
        customer_id=customer_id,
        dated_on=max(on, found.steps[-1].dated_on),
        ends_on=value.ends_on,
    )
    terms = value.terms or (value.terms_before if value.new_customer else "")
    if terms:
        _set_terms(uow, customer_id, terms)


def _limit(value: CreditApplication, minor: int) -> CreditLimit:
    return CreditLimit(
        currency=value.currency,
        minor=0 if value.unlimited else minor,
        unlimited=value.unlimited,
        top_up=value.top_up,
        group=value.group,
        insured_minor=value.insured_minor,
        legs=value.legs,
        reason=value.reason,
    )


def _set_terms(uow: UnitOfWork, customer_id: int, terms: str) -> None:
    before = uow.customer(customer_id)
    if before.terms != terms:
        after = replace(before, terms=terms)
        uow.replace_customer(customer_id, after)
        uow.changed("customer", customer_id, dumps(before), dumps(after))


def withdraw(uow: UnitOfWork, application_id: int, on: date) -> OperationResult[int]:
    """Take an application back that is not decided; a new customer gets its terms back.

    Raises:
        NotDecidable: it is decided.
    """
    with uow:
        record = uow.record(CreditApplication, application_id)
        found = standing(record, uow.records(ApprovalStep, customer_id=record.customer_id))
        if not found.open or record.customer_id is None:
            raise NotDecidable(number=record.value.number)
        value = record.value
        operation = uow.begin("credit_application.take_back", {"number": value.number})
        uow.take_back_record(application_id, on)
        uow.changed(value.KIND, application_id, dumps(value), None)
        uow.changed("customer", record.customer_id, dumps(value), None)
        if value.new_customer and uow.customer(record.customer_id).terms == CASH:
            _set_terms(uow, record.customer_id, value.terms_before)
        uow.commit()
    return OperationResult(value=application_id, operation_id=operation, changes=CHANGED)


# -- reading


def standings_of(reader: RecordReads, customer_id: int | None = None) -> list[Standing]:
    """Return where the applications of a customer, or all of them, stand; the oldest first."""
    applications: Sequence[Record[CreditApplication]] = reader.records(
        CreditApplication, customer_id=customer_id
    )
    return standings(applications, reader.records(ApprovalStep, customer_id=customer_id))
