"""Loss notices, claims and recoveries: each a paper with its number and a record beside it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from domain.changes import Changes, OperationResult
from domain.cover.claims import (
    ClaimPosition,
    ClaimRecovery,
    ClaimState,
    ClaimStep,
    Evidence,
    InsuranceClaim,
    LossNotice,
    indemnity,
    position,
)
from domain.cover.declarations import ShipmentDeclaration, documents
from domain.cover.insurance import (
    BuyerLimit,
    Cause,
    CoverDebt,
    Covered,
    Exclusion,
    InsurancePolicy,
    covered,
)
from domain.cover.papers import (
    LossFacts,
    computation_table,
    debts_table,
    enclosed_table,
    loss_table,
)
from domain.cover.wording import cause
from domain.credit.file.security import TYPE_WORDS, Security, in_force
from domain.errors import BadCoverTerms, MissingField, NoPolicy, NotFound, NothingToDo
from domain.fields import pick
from domain.letters.words import named
from domain.listing import ListFilter, Order
from domain.money import Money, grouped
from domain.papers import Addressee, LetterPaper, LetterTable
from domain.ports import BookReader, Render, UnitOfWork
from domain.record import AttachmentRow, Record
from domain.services import cover, letters, papers
from domain.services.papers import Issued
from domain.services.records import add_record

#: The letters of the catalogue that go to an insurer.
LOSS_NOTICE: Final = "loss_notice"
CLAIM: Final = "insurance_claim"
CHANGED = Changes(records=True, papers=True, customers=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What a person says of a loss; the rest is read from the book."""

    customer_id: int
    item_ids: tuple[int, ...]
    cause: Cause
    known_on: date
    measures: str = ""
    in_transit: str = ""
    security: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftNotice:
    """A loss notice ready to be issued."""

    paper: LetterPaper
    record: LossNotice
    customer_id: int
    item_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftClaim:
    """A claim ready to be filed."""

    paper: LetterPaper
    record: InsuranceClaim
    customer_id: int
    item_ids: tuple[int, ...]


# drafting


def draft_notice(
    reader: BookReader, loss: Loss, on: date, *, language: str | None = None
) -> DraftNotice:
    """Return the notice of a loss with what the book knows of it.

    Raises:
        NothingToDo: none of the items is open.
        NoPolicy: the items fall under no policy, or under several.
    """
    insured, policy = _insured(reader, loss, on)
    debts = [one.debt for one in insured]
    spoken = language or str(reader.setting("language", "zh"))
    told = _facts(reader, loss, policy, debts, on, spoken)
    paper = _letter(reader, LOSS_NOTICE, told, debts, on, language=spoken)
    record = LossNotice(
        policy=policy.number,
        cause=loss.cause,
        currency=policy.currency,
        amount_minor=paper.total,
        known_on=loss.known_on,
        measures=loss.measures,
        in_transit=loss.in_transit,
    )
    return DraftNotice(
        paper=paper,
        record=record,
        customer_id=loss.customer_id,
        item_ids=tuple(debt.item_id for debt in debts),
    )


def draft_claim(
    reader: BookReader,
    loss: Loss,
    on: date,
    *,
    deductions: int = 0,
    present: Collection[Evidence] = (),
    language: str | None = None,
) -> DraftClaim:
    """Return a claim: what is open, less what is deducted, within limit, share and deductible.

    ``deductions`` are credits and set-offs not yet booked against the items; what is
    disputed is deducted besides, as it is not covered until settled.

    Raises:
        NothingToDo: none of the items is open, or they were never notified.
        NoPolicy: the items fall under no policy, or under several.
    """
    found, policy = _insured(reader, loss, on)
    debts = [one.debt for one in found]
    notices = [
        one
        for one in reader.records(LossNotice, customer_id=loss.customer_id, up_to=on)
        if set(one.item_ids) & {debt.item_id for debt in debts}
    ]
    if not notices:
        raise NothingToDo
    record = _claim(reader, loss, found, policy, on, deductions)
    enclosed = set(present) | found_evidence(reader, loss.customer_id, debts, policy)
    spoken = language or str(reader.setting("language", "zh"))
    paper = _letter(
        reader,
        CLAIM,
        _facts(reader, loss, policy, debts, on, spoken),
        debts,
        on,
        language=spoken,
        values={
            "notified_on": notices[0].dated_on,
            "notice": notices[0].value.number,
            "indemnity": Money(record.indemnity_minor, policy.currency),
        },
        tables={
            "computation": computation_table(record, spoken),
            "enclosed": enclosed_table(enclosed, spoken),
        },
    )
    return DraftClaim(
        paper=paper,
        record=record,
        customer_id=loss.customer_id,
        item_ids=tuple(debt.item_id for debt in debts),
    )


def _claim(
    reader: BookReader,
    loss: Loss,
    found: Sequence[Covered],
    policy: InsurancePolicy,
    on: date,
    deductions: int,
) -> InsuranceClaim:
    first = min(one.debt.shipped_on for one in found)
    limit = cover.insurance(reader).limit_on(policy, loss.customer_id, first) or 0
    if any(Exclusion.ABOVE_LIMIT in one.exclusions for one in found):
        # Earlier shipments have used up the rest of it.
        limit = sum(one.covered for one in found)
    gross = sum(one.debt.open for one in found)
    deductions += sum(one.debt.disputed for one in found)
    mine = [one for one in claims(reader, on) if one.record.value.policy == policy.number]
    paid_before = sum(one.paid for one in mine)
    return InsuranceClaim(
        number="",
        policy=policy.number,
        cause=loss.cause,
        currency=policy.currency,
        gross_minor=gross,
        deductions_minor=deductions,
        limit_minor=limit,
        insured_percent=policy.insured_percent,
        deductible_minor=policy.deductible_minor,
        indemnity_minor=indemnity(policy, max(gross - deductions, 0), limit, paid_before),
    )


def _insured(reader: BookReader, loss: Loss, on: date) -> tuple[list[Covered], InsurancePolicy]:
    """Return the open debts of a loss and the one policy they fall under."""
    known = cover.insurance(reader)
    rows = reader.cover_debts(on, customer_ids=[loss.customer_id])
    found = [one for one in covered(known, rows) if one.debt.item_id in loss.item_ids]
    if not found:
        raise NothingToDo
    policies = {one.policy.number: one.policy for one in found if one.policy is not None}
    if len(policies) != 1 or any(one.policy is None or one.is_excluded for one in found):
        numbers = ", ".join(one.debt.number for one in found if one.is_excluded)
        raise NoPolicy(number=numbers or ", ".join(policies), on=on)
    return found, next(iter(policies.values()))


def _letter(
    reader: BookReader,
    key: str,
    told: LossFacts,
    debts: Sequence[CoverDebt],
    on: date,
    *,
    language: str,
    values: Mapping[str, object] | None = None,
    tables: Mapping[str, LetterTable] | None = None,
) -> LetterPaper:
    """Return a letter to the insurer; what is disputed is told apart, not left out."""
    policy, total = told.policy, sum(one.open for one in debts)
    return letters.draft(
        reader,
        key,
        debts[0].customer_id,
        dated_on=on,
        values={
            "policy": policy.number,
            "buyer": named(told.buyer, language),
            "cause": cause(told.cause, language),
            "amount": Money(total, policy.currency),
            **(values or {}),
        },
        tables={
            "loss_facts": loss_table(told, language),
            "debts": debts_table(debts, on, language, policy.currency),
            **(tables or {}),
        },
        language=language,
        currency=policy.currency,
        total=total,
        to=Addressee(code="", name=policy.insurer, address=policy.address, contact=policy.contact),
    )


def _facts(
    reader: BookReader,
    loss: Loss,
    policy: InsurancePolicy,
    debts: Sequence[CoverDebt],
    on: date,
    language: str,
) -> LossFacts:
    known = cover.insurance(reader)
    first = min(debt.shipped_on for debt in debts)
    return LossFacts(
        policy=policy,
        buyer=papers.addressee(reader.customer(loss.customer_id)),
        cause=loss.cause,
        known_on=loss.known_on,
        limit=known.limit_on(policy, loss.customer_id, first) or 0,
        limit_number=_limit_number(reader, policy, loss.customer_id, first),
        last_payment=_last_payment(reader, loss.customer_id, on),
        disputed=sum(debt.disputed for debt in debts),
        security=loss.security or _secured(reader, loss.customer_id, on, language),
        in_transit=loss.in_transit,
        letters=_letters(reader, loss.customer_id, on),
        measures=loss.measures,
    )


def _secured(reader: BookReader, customer_id: int, on: date, language: str) -> str:
    """Return the securities of a debtor in force, as an insurer is told of them."""
    held = in_force(reader.records(Security, customer_id=customer_id), on)
    told = (
        " ".join(filter(None, (pick(TYPE_WORDS[one.value.type], language), one.value.giver)))
        for one in held
    )
    return "; ".join(told)


def _limit_number(reader: BookReader, policy: InsurancePolicy, customer_id: int, on: date) -> str:
    given = reader.records(BuyerLimit, customer_id=customer_id, up_to=on)
    mine = [one.value.number for one in given if one.value.policy == policy.number]
    return mine[-1] if mine else ""


def _last_payment(reader: BookReader, customer_id: int, on: date) -> str:
    where = ListFilter(as_of=on, customer_id=customer_id)
    ids = reader.receipts.ids(where, Order("received_on", descending=True), limit=20)
    rows = reader.receipts.rows(ids, where)
    for receipt in (rows[key] for key in ids):
        if not receipt.voided and receipt.received_on <= on:
            amount = grouped(receipt.amount, receipt.currency)
            return f"{receipt.received_on.isoformat()}  {receipt.currency} {amount}"
    return ""


def _letters(reader: BookReader, customer_id: int, on: date) -> str:
    """Return the last letters sent to a debtor, with their days."""
    found = reader.papers(kind="dunning_letter", customer_id=customer_id)
    dated = [one for one in found if one.dated_on <= on]
    dated.sort(key=lambda one: (one.dated_on, one.id))
    return "; ".join(f"{one.dated_on.isoformat()} {one.number}" for one in dated[-4:])


#: Words in an attachment's name that tell what it is.
_NAMES = {
    Evidence.CONTRACT: ("合同", "订单", "contract", "order"),
    Evidence.INVOICE: ("发票", "invoice"),
    Evidence.DELIVERY: ("签收", "运单", "提单", "送货", "delivery", "pod", "lading"),
    Evidence.COLLECTION_MANDATE: ("委托", "mandate"),
    Evidence.ASSIGNMENT_OF_RIGHTS: ("权益转让", "subrogation"),
    Evidence.LIMIT: ("限额", "limit"),
    Evidence.POLICY: ("保单", "保险单", "policy"),
}


def found_evidence(
    reader: BookReader, customer_id: int, debts: Sequence[CoverDebt], policy: InsurancePolicy
) -> set[Evidence]:
    """Return what of a claim pack the book holds: papers issued, attachments by their names."""
    found = {Evidence.FORM, Evidence.COMPUTATION}
    if reader.papers(kind="dunning_letter", customer_id=customer_id, limit=1):
        found.add(Evidence.CORRESPONDENCE)
    if reader.papers(kind="statement", customer_id=customer_id, limit=1):
        found.add(Evidence.STATEMENT)
    declared = documents(reader.records(ShipmentDeclaration, firm=True))
    if declared.issuperset(debt.document_id for debt in debts):
        found.add(Evidence.DECLARATION)
    held = [*reader.attachments(customer_id=customer_id), *_policy_files(reader, policy)]
    names = [row.attachment.name.lower() for row in held]
    for kind, words in _NAMES.items():
        if any(part in name for part in words for name in names):
            found.add(kind)
    return found


def _policy_files(reader: BookReader, policy: InsurancePolicy) -> list[AttachmentRow]:
    return [
        row
        for one in reader.records(InsurancePolicy, firm=True)
        if one.value.number == policy.number
        for row in reader.attachments(subject=f"record/{one.id}")
    ]


# acting


def give_notice(uow: UnitOfWork, draft: DraftNotice, render: Render) -> OperationResult[Issued]:
    """Number and keep a loss notice, and that the insurer was told."""
    with uow:
        operation = uow.begin("loss_notice.keep", {"number": draft.record.policy})
        issued = papers.keep(uow, LOSS_NOTICE, draft.paper, draft.customer_id, render)
        if not issued.is_new:
            raise NothingToDo
        value = replace(draft.record, paper_id=issued.id, number=issued.value.number)
        add_record(
            uow,
            value,
            customer_id=draft.customer_id,
            dated_on=draft.paper.dated_on,
            item_ids=draft.item_ids,
        )
        uow.commit()
    return OperationResult(value=issued, operation_id=operation, changes=CHANGED)


def file_claim(uow: UnitOfWork, draft: DraftClaim, render: Render) -> OperationResult[Issued]:
    """Number and keep a claim with its form.

    Raises:
        NothingToDo: one of its items is claimed already.
    """
    with uow:
        for other in uow.records(InsuranceClaim, customer_id=draft.customer_id):
            if set(other.item_ids) & set(draft.item_ids):
                raise NothingToDo
        operation = uow.begin("insurance_claim.keep", {"number": draft.record.policy})
        issued = papers.keep(uow, CLAIM, draft.paper, draft.customer_id, render)
        value = replace(draft.record, paper_id=issued.id, number=issued.value.number)
        add_record(
            uow,
            value,
            customer_id=draft.customer_id,
            dated_on=draft.paper.dated_on,
            item_ids=draft.item_ids,
        )
        uow.commit()
    return OperationResult(value=issued, operation_id=operation, changes=CHANGED)


def record_step(uow: UnitOfWork, claim_id: int, step: ClaimStep, on: date) -> OperationResult[int]:
    """Keep what became of a claim: asked for documents, accepted, refused, paid, closed.

    Raises:
        MissingField: accepted or paid without an amount.
        BadCoverTerms: dated before the claim, or paid more than its loss.
    """
    if step.state in (ClaimState.ACCEPTED, ClaimState.PAID) and step.amount_minor <= 0:
        raise MissingField(field="amount_minor")
    with uow:
        claim = uow.record(InsuranceClaim, claim_id)
        value = replace(step, claim=claim.value.number)
        _in_order(claim, on)
        if step.amount_minor > claim.value.loss_minor:
            raise BadCoverTerms(field="amount_minor")
        operation = uow.begin("claim_step.keep", {"number": claim.value.number})
        record_id = add_record(uow, value, customer_id=claim.customer_id, dated_on=on)
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=CHANGED)


def record_recovery(
    uow: UnitOfWork, claim_id: int, recovery: ClaimRecovery, on: date
) -> OperationResult[int]:
    """Keep money that came in after the claim; how it is shared is derived.

    Raises:
        MissingField: no amount.
        BadCoverTerms: dated before the claim.
    """
    if recovery.amount_minor <= 0:
        raise MissingField(field="amount_minor")
    with uow:
        claim = uow.record(InsuranceClaim, claim_id)
        _in_order(claim, on)
        value = replace(recovery, claim=claim.value.number)
        operation = uow.begin("claim_recovery.keep", {"number": claim.value.number})
        record_id = add_record(uow, value, customer_id=claim.customer_id, dated_on=on)
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=CHANGED)


def _in_order(claim: Record[InsuranceClaim], on: date) -> None:
    if on < claim.dated_on:
        raise BadCoverTerms(field="dated_on")


# reading


def claims(reader: BookReader, as_of: date) -> list[ClaimPosition]:
    """Return the claims filed up to a day and where each stands, the newest first."""
    steps = reader.records(ClaimStep)
    recoveries = reader.records(ClaimRecovery)
    found = [
        position(claim, steps, recoveries, as_of)
        for claim in reader.records(InsuranceClaim, up_to=as_of)
    ]
    found.sort(key=lambda one: (one.record.dated_on, one.record.id), reverse=True)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class PackPart:
    """A document of a claim pack; ``pdf`` None: it is enclosed apart (a picture, a table)."""

    title: str
    pdf: bytes | None


def pack(reader: BookReader, claim_id: int) -> list[PackPart]:
    """Return the parts of a claim pack in order: form, notice, letters, statements, files.

    Raises:
        NotFound: the claim has no form.
    """
    claim = reader.record(InsuranceClaim, claim_id)
    if claim.value.paper_id is None or claim.customer_id is None:
        raise NotFound(record=f"record/{claim_id}")
    parts = [PackPart(title=claim.value.number, pdf=reader.paper_pdf(claim.value.paper_id))]
    for kind in (LOSS_NOTICE, "dunning_letter", "statement"):
        kept = reader.papers(kind=kind, customer_id=claim.customer_id)
        kept = [one for one in kept if one.dated_on <= claim.dated_on]
        kept.sort(key=lambda one: (one.dated_on, one.id))
        parts += [PackPart(title=one.number, pdf=reader.paper_pdf(one.id)) for one in kept]
    for row in reader.attachments(customer_id=claim.customer_id):
        is_pdf = row.attachment.name.lower().endswith(".pdf")
        content = reader.attachment_content(row.id) if is_pdf else None
        parts.append(PackPart(title=row.attachment.name, pdf=content))
    return parts
