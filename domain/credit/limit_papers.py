"""Papers of limits: facts of 信用额度调整通知函 to the customer, 信用额度审批表 for the file.

The letter says what changes and from when. It gives no reasons and no judgement of the
customer: those stay in the firm. The form stays a page of its own: its boxes are signed level
by level, beside the methods, which no letter has.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.credit.approval import LEVELS, Decision, Level, Standing
from domain.credit.methods import Leg
from domain.customer import Company
from domain.money import Money
from domain.papers import Addressee

#: The letter of the catalogue.
NOTICE: Final = "limit_change"
APPROVAL: Final = "limit_approval"


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalLine:
    """The word of one level on the form; without one the box is left to be filled in."""

    level: Level
    who: str = ""
    on: date | None = None
    decision: str = ""
    minor: int | None = None
    comment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalForm:
    """An application with its legs and the boxes of its levels; amounts in ``currency``."""

    company: Company
    customer: Addressee
    number: str
    application: str
    language: str
    currency: str
    issued_on: date
    applied_on: date
    applicant: str
    reason: str
    asked: int | None
    top_up: bool
    ends_on: date | None
    insured: int
    before: int | None
    before_source: str
    terms_before: str
    terms: str
    new_customer: bool
    legs: tuple[Leg, ...]
    proposed: int | None
    lines: tuple[ApprovalLine, ...]
    granted: int | None
    state: str
    copy: bool = False


#: A limit without a bound, in a sentence of the letter.
_NO_LIMIT: Final = {"zh": "不设限额", "en": "no limit"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitChange:
    """A limit that changes from a day on, up to ``ends_on``; None is no limit."""

    before: int | None
    after: int | None
    currency: str
    effective_on: date
    ends_on: date | None = None

    @property
    def direction(self) -> str:
        """Return "none" where there is no credit any more, else "raised" or "lowered"."""
        before, after = self.before, self.after
        if after == 0:
            return "none"
        if after is None or (before is not None and after >= before):
            return "raised"
        return "lowered"


def letter_facts(change: LimitChange, terms: str, language: str) -> dict[str, object]:
    """Return the facts of the letter :data:`NOTICE` about a change of limit."""

    def worded(minor: int | None) -> Money | str:
        return _NO_LIMIT[language] if minor is None else Money(minor, change.currency)

    return {
        "old_limit": worded(change.before),
        "new_limit": worded(change.after),
        "direction": change.direction,
        "terms": terms,
        "effective_on": change.effective_on,
        "ends_on": change.ends_on,
    }


def approval_form(
    found: Standing,
    *,
    company: Company,
    customer: Addressee,
    language: str,
    issued_on: date,
) -> ApprovalForm:
    """Return the form of an application as it stands; levels that have not spoken stay blank."""
    value = found.application.value
    said = {step.value.level: step for step in found.steps}
    lines = []
    for place, level in enumerate(LEVELS[: value.levels], start=1):
        step = said.get(place)
        lines.append(
            ApprovalLine(level=level)
            if step is None
            else ApprovalLine(
                level=level,
                who=step.value.who,
                on=step.dated_on,
                decision=step.value.decision,
                minor=step.value.minor,
                comment=step.value.comment,
            )
        )
    approved = bool(said) and all(step.value.decision is Decision.APPROVE for step in found.steps)
    granted = found.minor if approved and found.decided_on else None
    return ApprovalForm(
        company=company,
        customer=customer,
        number="",
        application=value.number,
        language=language,
        currency=value.currency,
        issued_on=issued_on,
        applied_on=value.applied_on,
        applicant=value.applicant,
        reason=value.reason,
        asked=None if value.unlimited else value.minor,
        top_up=value.top_up,
        ends_on=value.ends_on,
        insured=value.insured_minor,
        before=value.before_minor,
        before_source=value.before_source,
        terms_before=value.terms_before,
        terms=value.terms,
        new_customer=value.new_customer,
        legs=value.legs,
        proposed=value.proposed_minor,
        lines=tuple(lines),
        granted=granted,
        state=found.state,
    )
