"""Worklist sources about the credit policy: its review each period, a draft to approve."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from domain.policies.rules import VersionRules
from domain.policies.version import period_end, period_start
from domain.policy import policy_on
from domain.services.policies import draft_of, reviewed
from domain.services.tasks_shared import Today
from domain.worklist.task import Act, Deadline, Task, TaskKind

REVIEW: Final = "credit?tab=policy"


def policy_review(today: Today) -> Iterator[Task]:
    """The review of the policy for the last period that is over."""
    found = _due(today)
    if found is not None:
        end, due_on = found
        yield Task(
            key=f"policy/{end.isoformat()}",
            kind=TaskKind.APPROVAL,
            act=Act.REVIEW,
            reason="policy.review",
            address=REVIEW,
            currency=today.home,
            due_on=due_on,
            facts={"from_on": period_start(end, _rules(today).review_months), "to_on": end},
        )


def policy_draft(today: Today) -> Iterator[Task]:
    """A draft of the policy that waits for a second person."""
    draft = draft_of(today.reader)
    if draft is not None and draft.dated_on <= today.day:
        yield Task(
            key=f"policy_draft/{draft.id}",
            kind=TaskKind.APPROVAL,
            act=Act.APPROVE,
            reason="policy.draft",
            address="settings?section=policy",
            currency=today.home,
            due_on=draft.value.from_on,
            facts={"who": draft.value.policy.proposed_by, "on": draft.value.from_on},
        )


def policy_review_ends(today: Today) -> Iterator[Deadline]:
    """The day by which the policy has to be reviewed."""
    found = _due(today)
    if found is not None:
        yield Deadline(on=found[1], reason="policy.review", address=REVIEW)


def _rules(today: Today) -> VersionRules:
    return policy_on(today.reader, today.day).versions


def _due(today: Today) -> tuple[date, date] | None:
    """Return the end of the period to be reviewed and the day it is due; None: nothing is.

    A period in which nothing was billed needs no review.
    """
    rules = _rules(today)
    end = period_end(today.day, rules.review_months)
    if reviewed(today.reader, today.day):
        return None
    if not today.reader.sales(period_start(end, rules.review_months), end):
        return None
    return end, end + timedelta(days=rules.review_days)
