"""Papers of limits, worded: 信用额度调整通知函 to the customer, 信用额度审批表 for the file.

The letter says what changes and from when. It gives no reasons and no judgement of the
customer: those stay in the firm.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.credit.approval import LEVELS, Decision, Level, Standing
from domain.credit.methods import Leg
from domain.customer import Company
from domain.letters import long_date
from domain.papers import Addressee

NOTICE: Final = "limit_notice"
APPROVAL: Final = "limit_approval"


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitNotice:
    """A letter that tells a customer its new limit; None is no limit."""

    company: Company
    customer: Addressee
    number: str
    language: str
    currency: str
    issued_on: date
    effective_on: date
    ends_on: date | None
    before: int | None
    after: int | None
    terms: str
    title: str
    salutation: str
    opening: tuple[str, ...]
    closing: tuple[str, ...]
    copy: bool = False


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


_WORDING: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "zh": {
        "title": ("信用额度调整通知函",),
        "salutation": ("{customer}：",),
        "opening": (
            (
                "感谢贵司一直以来的支持与合作。我司按信用管理制度对授信额度进行定期评审，"
                "现将贵司信用额度的调整通知如下，自{on}起执行。"
            ),
        ),
        "raised": (
            "在上述额度和约定账期内，贵司可以赊销方式向我司订货。",
            "本次调整不改变双方已签合同的其他约定。如有疑问，请与我司联系。",
        ),
        "lowered": (
            (
                "自上述日期起，未付货款达到上述额度后的新订单，请先付清超出部分或采用款到发货方式。"
                "已成立的订单及已到期款项仍按原约定履行和支付。"
            ),
            "按期付款将作为下一次评审上调额度的依据。如有疑问，请与我司联系。",
        ),
        "none": (
            "自上述日期起，新订单请采用款到发货方式。已成立的订单及已到期款项仍按原约定履行和支付。",
            "付清欠款后，贵司可以重新申请信用额度。如有疑问，请与我司联系。",
        ),
    },
    "en": {
        "title": ("Notice of Change of Credit Limit",),
        "salutation": ("To {customer}:",),
        "opening": (
            (
                "Thank you for your business. Our credit policy calls for a regular review of "
                "all credit limits. With effect from {on} your limit with us is as follows."
            ),
        ),
        "raised": (
            "You may order on open account up to this limit and on the terms agreed.",
            "All other terms of our contracts stay as they are. Please contact us with questions.",
        ),
        "lowered": (
            (
                "From that day, once unpaid invoices reach this limit, new orders need payment of "
                "what exceeds it, or payment in advance. Orders already accepted and amounts "
                "already due remain to be performed and paid as agreed."
            ),
            (
                "Prompt payment will count in your favour at the next review. Please contact us "
                "with questions."
            ),
        ),
        "none": (
            (
                "From that day, new orders are delivered against payment in advance. Orders "
                "already accepted and amounts already due remain to be performed and paid as "
                "agreed."
            ),
            (
                "Once your account is settled you are welcome to apply for credit again. Please "
                "contact us with questions."
            ),
        ),
    },
}


def limit_notice(
    *,
    company: Company,
    customer: Addressee,
    language: str,
    currency: str,
    change: tuple[int | None, int | None],
    effective_on: date,
    issued_on: date,
    ends_on: date | None = None,
    terms: str = "",
) -> LimitNotice:
    """Return the letter of a limit that changes from the first to the second of ``change``."""
    before, after = change
    parts = _WORDING[language]
    name = customer.name if language == "zh" else customer.name_en or customer.name
    values = {"customer": name, "on": long_date(effective_on, language)}
    return LimitNotice(
        company=company,
        customer=customer,
        number="",
        language=language,
        currency=currency,
        issued_on=issued_on,
        effective_on=effective_on,
        ends_on=ends_on,
        before=before,
        after=after,
        terms=terms,
        title=parts["title"][0],
        salutation=parts["salutation"][0].format(**values),
        opening=tuple(words.format(**values) for words in parts["opening"]),
        closing=parts[_direction(before, after)],
    )


def _direction(before: int | None, after: int | None) -> str:
    if after == 0:
        return "none"
    if after is None or (before is not None and after >= before):
        return "raised"
    return "lowered"


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
