"""Review tasks: a warning that somebody has to look at, until it is closed with an outcome.

A warning opens a task once. What happens to it (taken up, become more urgent, closed) are
further records that name it; how it stands on a day is derived. While a customer has an open
task, its limit may not rise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from domain.ports_records import RecordReads
from domain.record import Record
from domain.warning.rules import Alert, Rule, Severity, WarningPolicy


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningTask:
    """A warning to be reviewed, dated the day it was given; fields as those of ``Alert``."""

    KIND: ClassVar[str] = "warning_task"

    rule: Rule
    severity: Severity
    value: Decimal
    threshold: Decimal
    due_on: date
    facts: dict[str, str] = field(default_factory=dict)
    currency: str = ""
    owner: str = ""


class Step(StrEnum):
    """What happened to a task."""

    TAKEN = "taken"
    RAISED = "raised"
    CLOSED = "closed"


class Outcome(StrEnum):
    """What a review came to."""

    CONFIRMED = "confirmed"
    LOWERED = "lowered"
    HELD = "held"
    PLAN = "plan"
    SOLVED = "solved"
    FALSE_ALARM = "false_alarm"


@dataclass(frozen=True, slots=True, kw_only=True)
class WarningReview:
    """Something that happened to a task.

    ``severity``, ``value`` and ``facts`` where it became more urgent, ``outcome`` where it
    was closed.
    """

    KIND: ClassVar[str] = "warning_review"

    task_id: int
    step: Step
    outcome: Outcome | None = None
    note: str = ""
    owner: str = ""
    severity: Severity | None = None
    value: Decimal | None = None
    facts: dict[str, str] = field(default_factory=dict)


class TaskState(StrEnum):
    """How a task stands on a day."""

    OPEN = "open"
    IN_REVIEW = "in_review"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskStanding:
    """A task as it stands on a day; figures are the latest told."""

    task_id: int
    customer_id: int | None
    rule: Rule
    severity: Severity
    value: Decimal
    threshold: Decimal
    facts: dict[str, str]
    currency: str
    owner: str
    opened_on: date
    due_on: date
    state: TaskState
    outcome: Outcome | None = None
    note: str = ""
    closed_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether it still has to be closed."""
        return self.state != TaskState.CLOSED


def standings(
    tasks: Iterable[Record[WarningTask]], reviews: Iterable[Record[WarningReview]], day: date
) -> list[TaskStanding]:
    """Return the tasks given up to a day as they stand on it: open ones first, by urgency."""
    steps: dict[int, list[Record[WarningReview]]] = defaultdict(list)
    for review in reviews:
        if review.dated_on <= day:
            steps[review.value.task_id].append(review)
    found = [_standing(task, steps[task.id]) for task in tasks if task.dated_on <= day]
    return sorted(found, key=_order)


def tasks_on(
    reader: RecordReads, day: date, *, customer_id: int | None = None
) -> list[TaskStanding]:
    """Return the review tasks as they stand on a day, open ones first, by urgency."""
    tasks = reader.records(WarningTask, customer_id=customer_id, up_to=day)
    if not tasks:
        return []
    return standings(tasks, reader.records(WarningReview, customer_id=customer_id), day)


def _order(one: TaskStanding) -> tuple[bool, int, date, int]:
    return (not one.is_open, one.severity.rank, one.due_on, one.task_id)


def _standing(task: Record[WarningTask], steps: Sequence[Record[WarningReview]]) -> TaskStanding:
    severity, value, facts = task.value.severity, task.value.value, task.value.facts
    owner, state, closed = task.value.owner, TaskState.OPEN, None
    for record in sorted(steps, key=lambda one: (one.dated_on, one.id)):
        step = record.value
        owner = step.owner or owner
        if step.step == Step.CLOSED:
            state, closed = TaskState.CLOSED, record
        elif step.step == Step.TAKEN:
            state = TaskState.IN_REVIEW
        elif step.severity is not None and step.value is not None:
            severity, value, facts = step.severity, step.value, step.facts
    return TaskStanding(
        task_id=task.id,
        customer_id=task.customer_id,
        rule=task.value.rule,
        severity=severity,
        value=value,
        threshold=task.value.threshold,
        facts=facts,
        currency=task.value.currency,
        owner=owner,
        opened_on=task.dated_on,
        due_on=task.value.due_on,
        state=state,
        outcome=closed.value.outcome if closed else None,
        note=closed.value.note if closed else "",
        closed_on=closed.dated_on if closed else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a run has to do: warnings to open a task for, and open tasks that became urgent."""

    open: tuple[Alert, ...]
    raised: tuple[tuple[TaskStanding, Alert], ...]

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to do."""
        return not self.open and not self.raised


def wanted(
    alerts: Iterable[Alert], known: Iterable[TaskStanding], day: date, policy: WarningPolicy
) -> Wanted:
    """Return what a run of a day has to open or to raise.

    Nothing is opened while a task of the same customer and rule is open, nor within the
    quiet days after one was closed, unless the warning is more urgent than that was.
    Worked: closed as a false alarm on 1 March, medium, 30 quiet days: not before 31 March;
    high on 10 March: at once.
    """
    latest: dict[tuple[int | None, Rule], TaskStanding] = {}
    for one in sorted(known, key=lambda one: (one.opened_on, one.task_id)):
        latest[one.customer_id, one.rule] = one
    fresh, raised = [], []
    for alert in alerts:
        before = latest.get((alert.customer_id, alert.rule))
        if before is None or _is_over(before, alert, day, policy):
            fresh.append(alert)
        elif before.is_open and alert.severity.rank < before.severity.rank:
            raised.append((before, alert))
    return Wanted(open=tuple(fresh), raised=tuple(raised))


def _is_over(before: TaskStanding, alert: Alert, day: date, policy: WarningPolicy) -> bool:
    if before.closed_on is None:
        return False
    if alert.severity.rank < before.severity.rank:
        return True
    return day >= before.closed_on + timedelta(days=policy.quiet_days)


def due_on(alert: Alert, day: date, policy: WarningPolicy) -> date:
    """Return until when a warning is to be reviewed: high in the rule's days, others in twice."""
    days = policy.rule(alert.rule).due_days
    return day + timedelta(days=days if alert.severity == Severity.HIGH else 2 * days)


def is_late(one: TaskStanding, day: date) -> bool:
    """Whether an open task should have been reviewed before a day."""
    return one.is_open and one.due_on < day
