"""Tasks and their rank: expected value = amount × chance × urgency.

*Amount* is what is at stake, in the book's currency. *Chance* is how likely the act brings
it in, or saves it: money that is here already only needs booking (1), an old debt rarely
moves for a telephone call (0.1). *Urgency* says what waiting costs: a right that ends this
week is worth three times what it is worth next year. The three are shown with each task, so
that the rank can be followed. Weights are the firm's to change.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, Final


class TaskKind(StrEnum):
    """What a task is about; the tabs of the list."""

    MATCH = "match"
    PROMISE = "promise"
    CHASE = "chase"
    LEGAL = "legal"
    LIMIT = "limit"
    APPROVAL = "approval"
    WARNING = "warning"
    DISPUTE = "dispute"
    PLAN = "plan"
    STATEMENT = "statement"
    COVER = "cover"
    BILL = "bill"
    DOCUMENT = "document"


class Act(StrEnum):
    """The next step, each with its key in the list."""

    CALL = "call"
    LETTER = "letter"
    MATCH = "match"
    APPROVE = "approve"
    REVIEW = "review"
    RENEW = "renew"
    SETTLE = "settle"
    REPLY = "reply"
    FILE = "file"
    PRESENT = "present"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing to do.

    Attributes:
        key: names it from day to day ("promise/12"); a mark on it hides it.
        reason: code of the words that say why, with ``facts`` for its places.
        amount: what is at stake in minor units of ``currency``.
        base: the same in the book's currency; None where a rate is missing.
        chance: how likely the act brings or saves it, 0 to 1.
        due_on: the day it must be done by, where there is one.
        address: what the act opens.
    """

    key: str
    kind: TaskKind
    act: Act
    reason: str
    address: str
    customer_id: int | None = None
    customer_name: str = ""
    customer_name_en: str = ""
    amount: int = 0
    currency: str = ""
    base: int | None = None
    chance: Decimal = Decimal(1)
    due_on: date | None = None
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What waiting costs and how debts answer to being chased; a section of the policy.

    ``overdue``: (days overdue at most, chance), the last for all older. ``urgency``: (days
    left at most, factor), the last for all later.
    """

    overdue: tuple[tuple[int, Decimal], ...] = (
        (30, Decimal("0.6")),
        (60, Decimal("0.5")),
        (90, Decimal("0.4")),
        (180, Decimal("0.25")),
        (99999, Decimal("0.1")),
    )
    urgency: tuple[tuple[int, Decimal], ...] = (
        (0, Decimal(3)),
        (7, Decimal(2)),
        (30, Decimal("1.5")),
        (99999, Decimal(1)),
    )
    promise_due: Decimal = Decimal("0.8")
    promise_broken: Decimal = Decimal("0.5")

    def chance(self, days_overdue: int) -> Decimal:
        """Return how likely a debt so many days overdue moves when it is chased."""
        return next(share for most, share in self.overdue if days_overdue <= most)

    def urgent(self, due_on: date | None, day: date) -> Decimal:
        """Return the factor of a day to be kept; without one, 1."""
        if due_on is None:
            return Decimal(1)
        return next(factor for most, factor in self.urgency if (due_on - day).days <= most)


#: The weights that the program ships.
WEIGHTS: Final = Weights()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A task with what it is worth: value = base amount × chance × urgency."""

    task: Task
    urgency: Decimal
    value: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskMark:
    """A person's word on a task, dated the day it was said: done, or put off.

    It is hidden up to the day before ``until``; what is still true then comes back.
    """

    KIND: ClassVar[str] = "task_mark"

    key: str
    what: str
    until: date
    note: str = ""


def rank(tasks: Iterable[Task], day: date, weights: Weights) -> list[Ranked]:
    """Return tasks by what they are worth, the most first; equal ones by day, then name.

    Worked: a promise of 80,000.00 due today: 80,000 × 0.8 × 3 = 192,000.00; a receipt of
    186,400.00 to be allocated: 186,400 × 1 × 1 = 186,400.00.
    """
    found = []
    for task in tasks:
        urgency = weights.urgent(task.due_on, day)
        base = task.amount if task.base is None else task.base
        value = int(Decimal(base) * task.chance * urgency)
        found.append(Ranked(task=task, urgency=urgency, value=value))
    found.sort(key=lambda one: (one.task.due_on or date.max, one.task.customer_name, one.task.key))
    found.sort(key=lambda one: -one.value)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A day after which a right or a chance is gone.

    ``reason`` is the code of its words; ``amount`` what hangs on it.
    """

    on: date
    reason: str
    address: str
    customer_name: str = ""
    customer_name_en: str = ""
    amount: int = 0
    currency: str = ""
