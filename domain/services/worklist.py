"""Today's worklist: each source says what there is to do; all are ranked together.

A part of the desk adds its sources to :data:`SOURCES` and :data:`DEADLINES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.changes import OperationResult
from domain.policy import policy_on
from domain.ports import BookReader, UnitOfWork
from domain.quiet import without_collecting
from domain.services import (
    tasks_collecting,
    tasks_cover,
    tasks_file,
    tasks_legal,
    tasks_limits,
    tasks_money,
    tasks_policy,
    tasks_statements,
)
from domain.services.records import keep_record
from domain.services.tasks_shared import Today
from domain.worklist.task import Deadline, Ranked, Task, TaskMark, rank

Source = Callable[[Today], Iterable[Task]]
DeadlineSource = Callable[[Today], Iterable[Deadline]]

SOURCES: Final[tuple[Source, ...]] = (
    tasks_money.to_match,
    tasks_collecting.promises,
    tasks_collecting.plans,
    tasks_collecting.follow_ups,
    tasks_collecting.overdue,
    tasks_collecting.limitation,
    tasks_legal.court_tasks,
    tasks_collecting.disputes,
    tasks_money.bills,
    tasks_limits.approvals,
    tasks_limits.reviews,
    tasks_limits.over_limit,
    tasks_file.documents,
    tasks_statements.due,
    tasks_statements.replies,
    tasks_cover.insurance,
    tasks_cover.guarantors,
    tasks_cover.declarations,
    tasks_policy.policy_review,
    tasks_policy.policy_draft,
)
DEADLINES: Final[tuple[DeadlineSource, ...]] = (
    tasks_collecting.limitation_ends,
    tasks_legal.court_deadlines,
    tasks_money.bills_mature,
    tasks_limits.limits_end,
    tasks_file.securities_end,
    tasks_cover.ends,
    tasks_policy.policy_review_ends,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worklist:
    """What there is to do on a day, and what was done or put off."""

    ranked: tuple[Ranked, ...]
    deadlines: tuple[Deadline, ...]
    done: int
    put_off: int


@without_collecting()
def worklist(reader: BookReader, day: date) -> Worklist:
    """Return the tasks of a day by value, and its deadlines, the nearest first."""
    today = Today(reader=reader, day=day, weights=policy_on(reader, day).worklist)
    marks = _marks(reader, day)
    tasks = [task for source in SOURCES for task in source(today) if task.key not in marks]
    done = sum(mark.what == "done" for mark in marks.values())
    return Worklist(
        ranked=tuple(rank(tasks, day, today.weights)),
        deadlines=tuple(_deadlines(today)),
        done=done,
        put_off=len(marks) - done,
    )


def deadlines(reader: BookReader, day: date) -> list[Deadline]:
    """Return the deadlines seen from a day, the nearest first."""
    return _deadlines(Today(reader=reader, day=day, weights=policy_on(reader, day).worklist))


def _deadlines(today: Today) -> list[Deadline]:
    found = [one for source in DEADLINES for one in source(today)]
    return sorted(found, key=lambda one: (one.on, one.customer_name))


def _marks(reader: BookReader, day: date) -> dict[str, TaskMark]:
    """Return the last mark of each task that hides it on a day."""
    last: dict[str, TaskMark] = {}
    for record in sorted(
        reader.records(TaskMark, up_to=day), key=lambda one: (one.dated_on, one.id)
    ):
        last[record.value.key] = record.value
    return {key: mark for key, mark in last.items() if mark.until > day}


def mark_tasks(
    uow: UnitOfWork, task: Task, what: str, day: date, until: date
) -> OperationResult[int]:
    """Mark a task as "done" or "put_off": it is hidden until a day."""
    mark = TaskMark(key=task.key, what=what, until=until)
    return keep_record(uow, mark, customer_id=task.customer_id, dated_on=day)


def kinds_of(ranked: Sequence[Ranked]) -> dict[str, int]:
    """Return how many tasks there are of each kind, in the order of their first."""
    counts: dict[str, int] = {}
    for one in ranked:
        counts[one.task.kind.value] = counts.get(one.task.kind.value, 0) + 1
    return counts
