"""Credit insurance as the book knows it: policies and limits kept, cover and days read.

What is read of all debts is read in one pass over what is open; records are few.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.changes import OperationResult
from domain.cover import declarations
from domain.cover.claims import InsuranceClaim, LossNotice
from domain.cover.deadlines import Acts, BuyerCover, InsuredDebt, by_buyer, insured_debts
from domain.cover.declarations import MonthState, ShipmentDeclaration
from domain.cover.insurance import (
    AdverseInformation,
    BuyerLimit,
    CoverDebt,
    Insurance,
    InsurancePolicy,
    check_policy,
    covered,
)
from domain.errors import BadCoverTerms, DuplicateNumber, MissingField, NoPolicy, NothingToDo
from domain.policy import policy_on
from domain.ports import BookReader, UnitOfWork
from domain.ports_records import RecordReads
from domain.record import Record
from domain.services.records import (
    CHANGED,
    File,
    add_record,
    check_file,
    keep_files,
    keep_record,
)
from domain.terms import day_of_month

# reading


def insurance(reader: RecordReads) -> Insurance:
    """Return the firm's policies with the limits and adverse information that stand."""
    return Insurance(
        reader.records(InsurancePolicy, firm=True),
        reader.records(BuyerLimit),
        reader.records(AdverseInformation),
    )


def acts(reader: RecordReads) -> Acts:
    """Return the day each item was first notified to the insurer, and first claimed."""
    return Acts(
        notified=_first_days(reader.records(LossNotice)),
        claimed=_first_days(reader.records(InsuranceClaim)),
    )


def _first_days(
    kept: Iterable[Record[LossNotice]] | Iterable[Record[InsuranceClaim]],
) -> dict[int, date]:
    found: dict[int, date] = {}
    for record in kept:
        for item_id in record.item_ids:
            found[item_id] = min(record.dated_on, found.get(item_id, date.max))
    return found


def deadlines(
    reader: BookReader, as_of: date, *, customer_id: int | None = None
) -> list[InsuredDebt]:
    """Return the insured open debts with their days, the nearest first, of all or of one."""
    known = insurance(reader)
    if not known.policies:
        return []
    wanted = known.customers() if customer_id is None else {customer_id}
    debts = reader.cover_debts(as_of, customer_ids=wanted)
    alerts = policy_on(reader, as_of).cover.insurance_alerts
    return insured_debts(known, covered(known, debts), acts(reader), as_of, alerts)


def pressing(reader: BookReader, as_of: date) -> list[InsuredDebt]:
    """Return the insured debts whose next day is near or has passed, for the worklist."""
    return [one for one in deadlines(reader, as_of) if one.alert is not None]


def exposure(reader: BookReader, as_of: date) -> list[BuyerCover]:
    """Return what is insured and what is own risk of every open debt, by buyer."""
    known = insurance(reader)
    return by_buyer(known, covered(known, reader.cover_debts(as_of)), as_of)


# keeping


def keep_policy(
    uow: UnitOfWork,
    policy: InsurancePolicy,
    *,
    dated_on: date,
    ends_on: date | None,
    replaces_id: int | None = None,
    files: Sequence[File] = (),
) -> OperationResult[int]:
    """Keep a policy, or another version in the place of one that was wrong.

    Raises:
        MissingField, BadCoverTerms: see :func:`domain.cover.insurance.check_policy`.
        DuplicateNumber: another policy of the number holds on one of its days.
    """
    check_policy(policy, dated_on, ends_on)
    for entry, content in files:
        check_file(entry, content)
    with uow:
        for other in uow.records(InsurancePolicy, firm=True):
            same = other.id != replaces_id and other.value.number == policy.number
            if same and _overlap(other, dated_on, ends_on or date.max):
                raise DuplicateNumber(kind="insurance_policy", number=policy.number)
        act = "keep" if replaces_id is None else "change"
        operation = uow.begin(f"insurance_policy.{act}", {"number": policy.number})
        record_id = add_record(
            uow,
            policy,
            customer_id=None,
            dated_on=dated_on,
            ends_on=ends_on,
            replaces_id=replaces_id,
        )
        keep_files(uow, record_id, files, dated_on, replaces_id)
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=CHANGED)


def _overlap(other: Record[InsurancePolicy], from_on: date, to_on: date) -> bool:
    return other.dated_on <= to_on and from_on <= (other.ends_on or date.max)


def keep_limit(
    uow: UnitOfWork,
    limit: BuyerLimit,
    *,
    customer_id: int,
    dated_on: date,
    ends_on: date | None = None,
    replaces_id: int | None = None,
    files: Sequence[File] = (),
) -> OperationResult[int]:
    """Keep a buyer's limit from a day on; 0 withdraws the one before.

    Raises:
        BadCoverTerms: a negative amount, or days in wrong order.
        NoPolicy: no policy of its number holds on its first day.
    """
    if limit.amount_minor < 0:
        raise BadCoverTerms(field="amount_minor")
    if ends_on is not None and ends_on < dated_on:
        raise BadCoverTerms(field="ends_on")
    for entry, content in files:
        check_file(entry, content)
    with uow:
        held = [
            one
            for one in uow.records(InsurancePolicy, firm=True)
            if one.value.number == limit.policy and one.holds_on(dated_on)
        ]
        if not held:
            raise NoPolicy(number=limit.policy, on=dated_on, field="policy")
        act = "keep" if replaces_id is None else "change"
        told = {"customer": customer_id, "amount": limit.amount_minor}
        operation = uow.begin(f"buyer_limit.{act}", told)
        record_id = add_record(
            uow,
            limit,
            customer_id=customer_id,
            dated_on=dated_on,
            ends_on=ends_on,
            replaces_id=replaces_id,
        )
        keep_files(uow, record_id, files, dated_on, replaces_id)
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=CHANGED)


def keep_adverse(
    uow: UnitOfWork, customer_id: int, known: AdverseInformation, known_on: date
) -> OperationResult[int]:
    """Keep what became known of a buyer; later shipments to him are not covered.

    Raises:
        MissingField: it does not say what.
    """
    if not known.what:
        raise MissingField(field="what")
    return keep_record(uow, known, customer_id=customer_id, dated_on=known_on)


# declarations


def draft_declaration(
    reader: BookReader, policy: InsurancePolicy, month: date
) -> ShipmentDeclaration:
    """Return what of a month's shipments is still to be declared."""
    first = day_of_month(month.year, month.month, 1)
    shipments = reader.shipments(first, day_of_month(month.year, month.month, 31))
    done = declarations.documents(reader.records(ShipmentDeclaration, firm=True))
    return declarations.declaration(insurance(reader), policy, first, shipments, done)


def declare(uow: UnitOfWork, draft: ShipmentDeclaration, declared_on: date) -> OperationResult[int]:
    """Keep a declaration as it was sent.

    Raises:
        NothingToDo: it has no shipments, or one of them was declared meanwhile.
    """
    with uow:
        done = declarations.documents(uow.records(ShipmentDeclaration, firm=True))
        if not draft.lines or any(line.document_id in done for line in draft.lines):
            raise NothingToDo
        told = {"number": draft.policy, "month": draft.month.isoformat(), "count": len(draft.lines)}
        operation = uow.begin("shipment_declaration.keep", told)
        record_id = add_record(uow, draft, customer_id=None, dated_on=declared_on)
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=CHANGED)


def months(reader: BookReader, as_of: date, *, count: int = 6) -> list[MonthState]:
    """Return the last months of each policy that have shipments, the newest first.

    The month of ``as_of`` is told as far as it has come; none lies before the policy.
    """
    known = insurance(reader)
    if not known.policies:
        return []
    declared = reader.records(ShipmentDeclaration, firm=True)
    done = declarations.documents(declared)
    first = day_of_month(as_of.year, as_of.month - count + 1, 1)
    # Of nobody without a limit is anything declared.
    shipments = reader.shipments(first, as_of, customer_ids=known.customers())
    found = []
    for policy in known.policies:
        for month in _months(max(first, policy.dated_on.replace(day=1)), as_of):
            mine = [
                one
                for one in declared
                if one.value.policy == policy.value.number and one.value.month == month
            ]
            state = _month(known, policy.value, month, shipments, done, mine)
            if state.declared_count or state.waiting_count:
                found.append(state)
    found.sort(key=lambda one: (one.month, one.policy), reverse=True)
    return found


def _months(first: date, last: date) -> list[date]:
    found = []
    while first <= last:
        found.append(first)
        first = (first + timedelta(days=31)).replace(day=1)
    return found


def _month(
    known: Insurance,
    policy: InsurancePolicy,
    month: date,
    shipments: list[CoverDebt],
    done: set[int],
    mine: list[Record[ShipmentDeclaration]],
) -> MonthState:
    inside = [one for one in shipments if one.shipped_on.replace(day=1) == month]
    waiting = declarations.declaration(known, policy, month, inside, done)
    lines = [line for one in mine for line in one.value.lines]
    return MonthState(
        policy=policy.number,
        month=month,
        declare_by=declarations.declare_by(policy, month),
        currency=policy.currency,
        declared_on=max((one.dated_on for one in mine), default=None),
        declared=sum(line.amount_minor for line in lines),
        declared_count=len(lines),
        waiting=waiting.total_minor,
        waiting_count=len(waiting.lines),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """A debt whose plan or extension the insurer must allow: beyond ``mep_ends_on``."""

    item_id: int
    number: str
    policy: str
    mep_ends_on: date


def consent_needed(
    reader: BookReader, customer_id: int, item_ids: Iterable[int], new_last_on: date, as_of: date
) -> list[Consent]:
    """Return which of a customer's debts need the insurer's consent to a plan until a day.

    Source: the policy's longest extension; 保险法61 for waivers.
    """
    wanted = set(item_ids)
    return [
        Consent(
            item_id=one.item_id,
            number=one.cover.debt.number,
            policy=one.cover.policy.number,
            mep_ends_on=one.days.mep_ends_on,
        )
        for one in deadlines(reader, as_of, customer_id=customer_id)
        if one.item_id in wanted
        and one.cover.policy is not None
        and new_last_on > one.days.mep_ends_on
    ]
