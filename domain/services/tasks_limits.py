"""Worklist sources about limits: applications to decide, reviews to make, limits that end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Final

from domain.credit.approval import State
from domain.money import Money
from domain.policy import policy_on
from domain.services.approvals import standings_of
from domain.services.credit_check import standings
from domain.services.limit_review import review_dates
from domain.services.tasks_shared import Today
from domain.worklist.task import Act, Deadline, Task, TaskKind

#: A decision brings no money by itself, it lets a part of the sales asked for go on; of a
#: review that waits, a little of what was granted is at stake.
_DECISION: Final = Decimal("0.2")
_REVIEW: Final = Decimal("0.02")
#: What is above a limit may be lost: how much of it is at stake until someone decides.
_OVER: Final = Decimal("0.3")
#: Limits are announced so many days before they end.
_END_DAYS: Final = 30


def approvals(today: Today) -> Iterator[Task]:
    """Applications that wait for a level."""
    waiting = [one for one in standings_of(today.reader) if one.state is State.WAITING]
    rows = today.customers({one.application.customer_id or 0 for one in waiting})
    days = policy_on(today.reader, today.day).approvals.days
    for one in waiting:
        value, customer_id = one.application.value, one.application.customer_id or 0
        if value.applied_on > today.day:
            continue
        yield Task(
            key=f"approval/{one.application.id}/{one.level}",
            kind=TaskKind.APPROVAL,
            act=Act.APPROVE,
            reason="approval.waits",
            address=f"credit?tab=approvals&number={value.number}",
            customer_id=customer_id,
            customer_name=rows[customer_id].name,
            customer_name_en=rows[customer_id].name_en,
            amount=value.minor,
            currency=value.currency,
            base=today.base(value.minor, value.currency),
            chance=_DECISION,
            due_on=value.applied_on + timedelta(days=days),
            facts={"number": value.number, "level": one.level, "levels": value.levels},
        )


def reviews(today: Today) -> Iterator[Task]:
    """The reviews of limits that should have been, as one thing to do."""
    late = [
        one
        for one in review_dates(today.reader, today.day, today.limits())
        if one.overdue_on(today.day)
    ]
    if not late:
        return
    limits = [today.limits()[one.customer_id] for one in late]
    sums = [today.base(one.base_minor or 0, one.currency) or 0 for one in limits]
    yield Task(
        key="limit_review",
        kind=TaskKind.LIMIT,
        act=Act.REVIEW,
        reason="limit.review",
        address="credit?tab=review",
        amount=sum(sums),
        currency=today.home,
        base=sum(sums),
        chance=_REVIEW,
        facts={"count": len(late)},
    )


def over_limit(today: Today) -> Iterator[Task]:
    """Customers whose exposure is above their limit and who have no leave for it."""
    found = {
        key: one
        for key, one in standings(today.reader, today.day, limits=today.limits()).items()
        if one.override is None
        and one.asked.limit is not None
        and not one.asked.unlimited
        and one.asked.exposure > one.asked.limit
    }
    rows = today.customers(set(found))
    for key, one in found.items():
        over = one.asked.exposure - (one.asked.limit or 0)
        yield Task(
            key=f"over/{key}",
            kind=TaskKind.LIMIT,
            act=Act.REVIEW,
            reason="limit.over",
            address=f"customer/{key}/exposure",
            customer_id=key,
            customer_name=rows[key].name,
            customer_name_en=rows[key].name_en,
            amount=over,
            currency=one.asked.currency,
            base=today.base(over, one.asked.currency),
            chance=_OVER,
            facts={"limit": Money(one.asked.limit or 0, one.asked.currency)},
        )


def limits_end(today: Today) -> Iterator[Deadline]:
    """Limits and top-ups that end soon."""
    last = today.day + timedelta(days=_END_DAYS)
    found = {
        owner: limit
        for owner, limit in today.limits().items()
        if limit.ends_on is not None and limit.ends_on <= last
    }
    rows = today.customers(set(found))
    for owner, limit in found.items():
        if limit.ends_on is not None:
            yield Deadline(
                on=limit.ends_on,
                reason="limit.ends",
                address=f"customer/{owner}/limits",
                customer_name=rows[owner].name,
                customer_name_en=rows[owner].name_en,
                amount=limit.top_up_minor or limit.minor or 0,
                currency=limit.currency,
            )
