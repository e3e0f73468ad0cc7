"""Versions of the policy, drafts of the next one, and what its reviews came to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import ClassVar

from domain.errors import PolicyNotApproved
from domain.policies.shape import differences, sections
from domain.policy import CreditPolicy
from domain.record import Record
from domain.terms import day_of_month


class VersionState(StrEnum):
    """Whether a version holds on a day."""

    PAST = "past"
    IN_FORCE = "in_force"
    COMING = "coming"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A version by its number in the order of their days; 0: the defaults the program ships.

    Attributes:
        from_on: the day it took effect; None for the defaults.
        record: as it stands in the book; None for the defaults.
    """

    number: int
    policy: CreditPolicy
    state: VersionState
    from_on: date | None = None
    record: Record[CreditPolicy] | None = None

    @property
    def record_id(self) -> int:
        """Its record, 0 for the defaults."""
        return self.record.id if self.record is not None else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyDraft:
    """A version being prepared: a record of the firm's, replaced at each saving.

    Attributes:
        policy: all sections as they would be; ``proposed_by`` and ``reason`` are its own.
        base_id: the version it was begun from, 0 for the defaults.
        from_on: the day it is to take effect.
    """

    KIND: ClassVar[str] = "policy_draft"

    policy: CreditPolicy
    base_id: int
    from_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyReview:
    """A record: the policy was reviewed for a period that ended on ``period_end``.

    ``changed`` says whether a new version was asked for; ``note`` what was found.
    """

    KIND: ClassVar[str] = "policy_review"

    period_end: date
    reviewed_by: str
    changed: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyIssued:
    """A record: a version printed as the firm's manual, numbered; its pages are attached.

    ``version_id`` is the record of the version, 0 for the defaults; ``content`` the SHA-256 of
    what it says, so that the same is not issued twice.
    """

    KIND: ClassVar[str] = "policy_issued"

    number: str
    version: int
    version_id: int
    language: str
    content: str


def versions_of(records: Sequence[Record[CreditPolicy]], day: date) -> list[Version]:
    """Return all versions, the defaults first, each with how it stands on a day.

    Of two dated the same day the later kept one holds.
    """
    known = sorted(records, key=lambda one: (one.dated_on, one.id))
    begun = [one for one in known if one.dated_on <= day]
    holds = begun[-1].id if begun else 0
    found = [Version(number=0, policy=CreditPolicy(), state=_state(0, holds, begun=True))]
    for number, one in enumerate(known, start=1):
        state = _state(one.id, holds, begun=one.dated_on <= day)
        made = Version(
            number=number, policy=one.value, state=state, from_on=one.dated_on, record=one
        )
        found.append(made)
    return found


def _state(record_id: int, holds: int, *, begun: bool) -> VersionState:
    if record_id == holds:
        return VersionState.IN_FORCE
    return VersionState.PAST if begun else VersionState.COMING


def on_top(draft: CreditPolicy, base: CreditPolicy, now: CreditPolicy) -> CreditPolicy:
    """Return ``now`` with the sections that the draft changed against its base.

    What was put in force since the draft was begun is kept; nobody's change is lost.

    Raises:
        PolicyNotApproved: a section was changed in both, differently (rule "stale").
    """
    mine = {one.section for one in differences(base, draft)}
    theirs = {one.section for one in differences(base, now)}
    for name in mine & theirs:
        if any(one.section == name for one in differences(draft, now)):
            raise PolicyNotApproved(rule="stale", section=name)
    return replace(
        draft, **{name: getattr(now, name) for name in sections(draft) if name not in mine}
    )


def is_same(one: CreditPolicy, other: CreditPolicy) -> bool:
    """Whether two policies say the same, whoever passed them."""
    return not differences(one, other)


def period_end(day: date, months: int) -> date:
    """Return the end of the last period that is over; periods count from January.

    Worked: quarters, on 2026-11-20: 2026-09-30; on 2026-12-31 too.
    """
    begun = (day.month - 1) // months * months
    return date.fromordinal(day_of_month(day.year, 1 + begun, 1).toordinal() - 1)


def period_start(end: date, months: int) -> date:
    """Return the first day of the period that ends on a day."""
    return day_of_month(end.year, end.month - months + 1, 1)
