"""Applications for credit and their three levels: registry, accounts, reputation (三级审核).

An application is a record; each level's word is another. What state it is in follows from
them: nothing is stored twice. Returned to the applicant it is sent in again in a new
version that replaces the earlier one and starts at the first level.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar, Final

from domain.credit.limit_policy import ApprovalPolicy
from domain.credit.limits import Source
from domain.credit.methods import Leg
from domain.errors import FourEyes
from domain.figures.payment_pattern import median
from domain.record import Record


class Level(StrEnum):
    """What each level looks at: 工商, 财务, 口碑."""

    REGISTRY = "registry"
    ACCOUNTS = "accounts"
    REPUTATION = "reputation"


LEVELS: Final = tuple(Level)


class Decision(StrEnum):
    """What a level says. RETURN: the applicant is asked to mend it."""

    APPROVE = "approve"
    RETURN = "return"
    REJECT = "reject"


class State(StrEnum):
    """Where an application stands."""

    DRAFT = "draft"
    WAITING = "waiting"
    RETURNED = "returned"
    APPROVED = "approved"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditApplication:
    """What is applied for, as it was when it was sent in.

    Attributes:
        number: its own, kept through all versions.
        minor, unlimited: the limit asked for; ``top_up`` with ``ends_on``: for a time only.
        group: set: for all customers of this group together.
        terms: the payment terms asked for; "": unchanged.
        purchases_minor: what it is expected to buy in a month; None: as it did.
        new_customer: no credit before the decision, cash on delivery until then.
        before_minor, before_source, terms_before: what held when it was made.
        levels: how many levels decide.
        proposed_minor, legs: what the methods proposed then.
        submitted: no draft any more; ``applied_on`` is the day it was first sent in.
    """

    KIND: ClassVar[str] = "credit_application"

    number: str
    applicant: str
    currency: str
    minor: int = 0
    unlimited: bool = False
    top_up: bool = False
    group: str = ""
    ends_on: date | None = None
    insured_minor: int = 0
    terms: str = ""
    purchases_minor: int | None = None
    reason: str = ""
    new_customer: bool = False
    before_minor: int | None = None
    before_source: str = ""
    terms_before: str = ""
    levels: int = 1
    proposed_minor: int | None = None
    legs: tuple[Leg, ...] = ()
    submitted: bool = True
    applied_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalStep:
    """The word of one level. ``minor``: approved, but only so much."""

    KIND: ClassVar[str] = "approval_step"

    application_id: int
    number: str
    level: int
    who: str
    decision: Decision
    comment: str = ""
    minor: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An application with what its levels said so far.

    ``level`` is the one that decides next (1 to 3), 0 when none does; ``minor`` the amount
    as approved so far; ``decided_on`` the day of the last word that ended it.
    """

    application: Record[CreditApplication]
    steps: tuple[Record[ApprovalStep], ...]
    state: State
    level: int
    minor: int
    decided_on: date | None = None

    @property
    def open(self) -> bool:
        """Whether something is still to be done."""
        return self.state in (State.DRAFT, State.WAITING, State.RETURNED)

    def overdue_on(self, day: date, policy: ApprovalPolicy) -> bool:
        """Whether a level has been waited for longer than the policy's days."""
        waited = (day - self.application.value.applied_on).days
        return self.state is State.WAITING and waited > policy.days


def standing(
    application: Record[CreditApplication], steps: Iterable[Record[ApprovalStep]]
) -> Standing:
    """Return where an application stands; steps of earlier versions are not looked at."""
    value = application.value
    said = tuple(step for step in steps if step.value.application_id == application.id)
    approved = [step for step in said if step.value.decision is Decision.APPROVE]
    amounts = [step.value.minor for step in approved if step.value.minor is not None]
    ended = _ended(value, said, len(approved))
    waiting = ended is State.WAITING
    over = ended in (State.APPROVED, State.REJECTED)
    return Standing(
        application=application,
        steps=said,
        state=ended,
        level=len(approved) + 1 if waiting else 0,
        minor=min([value.minor, *amounts]),
        decided_on=said[-1].dated_on if over else None,
    )


def _ended(value: CreditApplication, said: Sequence[Record[ApprovalStep]], approved: int) -> State:
    if not value.submitted:
        return State.DRAFT
    for step in said:
        if step.value.decision is Decision.REJECT:
            return State.REJECTED
        if step.value.decision is Decision.RETURN:
            return State.RETURNED
    return State.APPROVED if approved >= value.levels else State.WAITING


def standings(
    applications: Iterable[Record[CreditApplication]], steps: Iterable[Record[ApprovalStep]]
) -> list[Standing]:
    """Return where each application stands, the oldest first."""
    said: dict[int, list[Record[ApprovalStep]]] = defaultdict(list)
    for step in steps:
        said[step.value.application_id].append(step)
    found = [standing(one, said[one.id]) for one in applications]
    return sorted(found, key=lambda one: (one.application.value.applied_on, one.application.id))


def withheld(found: Iterable[Standing], currency: str) -> Source | None:
    """Return why a new customer has no credit: its latest application waits or was refused."""
    mine = [
        one
        for one in found
        if one.application.value.new_customer and one.application.value.currency == currency
    ]
    if not mine:
        return None
    latest = max(mine, key=lambda one: one.application.id)
    if latest.state is State.APPROVED:
        return None
    return Source.REJECTED if latest.state is State.REJECTED else Source.PENDING


def levels_needed(minor: int | None, *, new_customer: bool, policy: ApprovalPolicy) -> int:
    """Return how many levels decide on an amount in the book's currency (None: no limit).

    Worked: 49,999.99 one, 50,000 two, 200,000 three; a new customer always three.
    """
    if minor is None or minor >= policy.third_from_minor:
        needed = 3
    elif minor >= policy.second_from_minor:
        needed = 2
    else:
        needed = 1
    return max(needed, policy.new_levels) if new_customer else needed


def check_four_eyes(found: Standing, who: str, policy: ApprovalPolicy) -> None:
    """Refuse a decision by the applicant, and a second level by the same person.

    Raises:
        FourEyes: ``rule`` says which: "applicant" or "level".
    """
    value, name = found.application.value, _person(who)
    if policy.four_eyes and name == _person(value.applicant):
        raise FourEyes(rule="applicant", who=who, number=value.number)
    deciders = {_person(step.value.who) for step in found.steps}
    if policy.separate_levels and name in deciders:
        raise FourEyes(rule="level", who=who, number=value.number)


def _person(name: str) -> str:
    return " ".join(name.split()).casefold()


def median_days(found: Iterable[Standing]) -> dict[date, Fraction]:
    """Return the median days from application to decision by the month of the decision.

    Worked: decided in March after 2, 4 and 9 days: 4; in April after 3 and 6: 4.5.
    """
    months: dict[date, list[int]] = defaultdict(list)
    for one in found:
        if one.decided_on is not None:
            taken = (one.decided_on - one.application.value.applied_on).days
            months[one.decided_on.replace(day=1)].append(taken)
    return {month: median(days) for month, days in sorted(months.items())}


def by_customer(found: Iterable[Standing]) -> Mapping[int, list[Standing]]:
    """Return standings by customer."""
    sorted_out: dict[int, list[Standing]] = defaultdict(list)
    for one in found:
        if one.application.customer_id is not None:
            sorted_out[one.application.customer_id].append(one)
    return sorted_out
