"""One act each on the credit policy: draft, approve, issue its manual, review it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from domain.changes import Changes, OperationResult
from domain.errors import MissingField, PolicyNotApproved
from domain.forms import FormPaper
from domain.policies.checks import check_policy
from domain.policies.version import (
    PolicyDraft,
    PolicyIssued,
    PolicyReview,
    Version,
    VersionState,
    is_same,
    on_top,
    period_end,
    versions_of,
)
from domain.policy import CreditPolicy, policy_on
from domain.ports import Render, UnitOfWork
from domain.ports_records import RecordReads
from domain.record import Attachment, Record
from domain.services.records import add_record
from domain.values import content_key, dumps

CHANGES: Final = Changes(records=True, settings=True)
#: Chinese and English series of the manual's numbers; both count together by year.
_SERIES: Final = ("信制字", "CP")
_COPY: Final = {"zh": "副本", "en": "copy"}


def versions(reader: RecordReads, day: date) -> list[Version]:
    """Return all versions, the defaults first, with how each stands on a day."""
    return versions_of(reader.records(CreditPolicy, firm=True), day)


def version_on(reader: RecordReads, day: date) -> Version:
    """Return the version in force on a day."""
    found = versions(reader, day)
    return next(one for one in found if one.state is VersionState.IN_FORCE)


def draft_of(reader: RecordReads) -> Record[PolicyDraft] | None:
    """Return the draft that is being prepared, if there is one."""
    found = reader.records(PolicyDraft, firm=True)
    return found[-1] if found else None


def keep_draft(uow: UnitOfWork, draft: PolicyDraft, on: date) -> OperationResult[int]:
    """Keep the draft in the place of the one before and return its record's id.

    Raises:
        DomainError: a parameter is out of range, or contradicts another.
    """
    check_policy(draft.policy)
    with uow:
        old = draft_of(uow)
        operation = uow.begin("policy_draft.keep", {"from_on": draft.from_on.isoformat()})
        replaces = None if old is None else old.id
        kept = add_record(uow, draft, customer_id=None, dated_on=on, replaces_id=replaces)
        uow.commit()
    return OperationResult(value=kept, operation_id=operation, changes=CHANGES)


def approve_draft(uow: UnitOfWork, draft_id: int, who: str, on: date) -> OperationResult[int]:
    """Put a draft in force from its day, approved by a second person; return the version's id.

    What was decided earlier keeps the version it was decided under.

    Raises:
        PolicyNotApproved: the drafter approves, its day is over, nothing differs, or another
            version changed the same section meanwhile.
        DomainError: together with what was put in force since, it contradicts itself.
    """
    with uow:
        draft = uow.record(PolicyDraft, draft_id).value
        _check_approval(uow, draft, who, on)
        base = _policy(uow, draft.base_id)
        new = replace(on_top(draft.policy, base, policy_on(uow, draft.from_on)), approved_by=who)
        check_policy(new)
        told = {"dated_on": draft.from_on.isoformat(), "approved_by": who}
        operation = uow.begin("credit_policy.approve", told)
        uow.take_back_record(draft_id, on)
        kept = add_record(uow, new, customer_id=None, dated_on=draft.from_on)
        uow.commit()
    return OperationResult(value=kept, operation_id=operation, changes=CHANGES)


def _check_approval(uow: UnitOfWork, draft: PolicyDraft, who: str, on: date) -> None:
    wanted = policy_on(uow, on).versions.four_eyes
    if not who.strip() or (wanted and _person(who) == _person(draft.policy.proposed_by)):
        raise PolicyNotApproved(rule="person", who=who)
    if draft.from_on < on:
        raise PolicyNotApproved(rule="past", on=draft.from_on.isoformat())
    if not draft.policy.reason.strip():
        raise PolicyNotApproved(rule="reason")
    if is_same(draft.policy, _policy(uow, draft.base_id)):
        raise PolicyNotApproved(rule="same")


def _person(name: str) -> str:
    return " ".join(name.split()).casefold()


def _policy(reader: RecordReads, record_id: int) -> CreditPolicy:
    return reader.record(CreditPolicy, record_id).value if record_id else CreditPolicy()


def review_policy(uow: UnitOfWork, review: PolicyReview, on: date) -> OperationResult[int]:
    """Keep what a review of the policy came to; the period is reviewed with it.

    Raises:
        MissingField: nobody reviewed it.
    """
    if not review.reviewed_by.strip():
        raise MissingField(field="reviewed_by")
    with uow:
        told = {"period_end": review.period_end.isoformat(), "changed": review.changed}
        operation = uow.begin("policy_review.keep", told)
        kept = add_record(uow, review, customer_id=None, dated_on=on)
        uow.commit()
    return OperationResult(value=kept, operation_id=operation, changes=CHANGES)


def reviewed(reader: RecordReads, day: date) -> bool:
    """Whether the last period that is over on a day was reviewed."""
    end = period_end(day, policy_on(reader, day).versions.review_months)
    done = reader.records(PolicyReview, firm=True, up_to=day)
    return any(one.value.period_end >= end for one in done)


def issue_policy(
    uow: UnitOfWork, version: Version, paper: FormPaper, render: Render
) -> OperationResult[int]:
    """Number and freeze a version's manual with its copy; the same is issued once.

    Both stand as attachments of the record that is returned; a reprint is the copy as frozen.

    Raises:
        GlyphMissing: a character that no font has; nothing is kept.
    """
    content = content_key(paper, without=("dated_on", "number", "copy"))
    with uow:
        for known in uow.records(PolicyIssued, firm=True):
            if known.value.content == content and known.value.language == paper.language:
                return OperationResult(value=known.id, operation_id=0, changes=Changes())
        operation = uow.begin("policy_issued.keep", {"version": version.number})
        numbered = replace(paper, number=_number(uow, paper))
        issued = PolicyIssued(
            number=numbered.number,
            version=version.number,
            version_id=version.record_id,
            language=paper.language,
            content=content,
        )
        kept = add_record(uow, issued, customer_id=None, dated_on=paper.dated_on)
        for copy in (False, True):
            _freeze(uow, kept, replace(numbered, copy=copy), render)
        uow.commit()
    return OperationResult(value=kept, operation_id=operation, changes=CHANGES)


def _number(uow: UnitOfWork, paper: FormPaper) -> str:
    year = paper.dated_on.year
    count = uow.next_number("policy_issued", year)
    if paper.language == "zh":
        return f"{paper.company.letter_prefix}{_SERIES[0]}〔{year}〕第{count:04d}号"
    return f"{_SERIES[1]}-{year}-{count:04d}"


def _freeze(uow: UnitOfWork, record_id: int, paper: FormPaper, render: Render) -> None:
    mark = f" {_COPY[paper.language]}" if paper.copy else ""
    entry = Attachment(
        name=f"{paper.title} {paper.number}{mark}.pdf",
        customer_id=None,
        subject=f"record/{record_id}",
        media_type="application/pdf",
        dated_on=paper.dated_on,
    )
    attachment_id = uow.add_attachment(entry, render(paper))
    uow.changed("attachment", attachment_id, None, dumps(entry))


def pages_of(reader: RecordReads, issued_id: int, *, copy: bool) -> bytes:
    """Return the frozen pages of a manual that was issued: the original, or its copy."""
    rows = sorted(reader.attachments(subject=f"record/{issued_id}"), key=lambda one: one.id)
    return reader.attachment_content(rows[-1 if copy else 0].id)
