"""Worklist sources about cases before the courts and claims handed over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from domain.listing import CustomerRow
from domain.recovery.court_case import CLAIM_DAYS, CaseDay, CaseStanding
from domain.services.recovery import Bankrupt, cases_on, unclaimed_bankruptcies
from domain.services.tasks_shared import Today
from domain.worklist.task import Act, Deadline, Task, TaskKind

#: A day of ours is a task from here on, and a deadline from its first alert on.
_TASK_DAYS: Final = 30
_SHOWN_DAYS: Final = 180
_ADDRESS: Final = "collections?tab=legal"


def _cases(today: Today) -> list[CaseStanding]:
    return [one for one in cases_on(today.reader, today.day) if one.days]


def _bankrupt_day(one: Bankrupt) -> date:
    """Return the shortest day to file a claim by: 30 days, where the court's is not known."""
    return one.accepted_on + timedelta(days=CLAIM_DAYS)


def court_tasks(today: Today) -> Iterator[Task]:
    """What we have to do in a case within a month, or should have done."""
    every = cases_on(today.reader, today.day)
    found = [
        (one, day)
        for one in every
        for day in one.days
        if day.ours and (day.on - today.day).days <= _TASK_DAYS
    ]
    lost = unclaimed_bankruptcies(today.reader, every)
    ids = {one.record.customer_id or 0 for one, _day in found} | {one.customer_id for one in lost}
    rows = today.customers(ids)
    for one, day in found:
        yield _case_task(today, one, day, rows.get(one.record.customer_id or 0))
    for bankrupt in lost:
        row = rows.get(bankrupt.customer_id)
        if row is not None and row.balance > 0:
            yield _bankrupt_task(today, bankrupt, row)


def _case_task(today: Today, one: CaseStanding, day: CaseDay, row: CustomerRow | None) -> Task:
    value = one.record.value
    currency = value.currency or today.home
    return Task(
        key=f"case/{one.record.id}/{day.due}/{day.on}",
        kind=TaskKind.LEGAL,
        act=Act.OPEN,
        reason=f"court.{day.due}",
        address=_ADDRESS,
        customer_id=one.record.customer_id,
        customer_name=row.name if row else "",
        customer_name_en=row.name_en if row else "",
        amount=value.claim,
        currency=currency,
        base=today.base(value.claim, currency),
        due_on=day.on,
        facts={"court": value.court, "on": day.on},
    )


def _bankrupt_task(today: Today, bankrupt: Bankrupt, row: CustomerRow) -> Task:
    on = _bankrupt_day(bankrupt)
    return Task(
        key=f"bankrupt/{bankrupt.customer_id}",
        kind=TaskKind.LEGAL,
        act=Act.OPEN,
        reason="court.bankrupt",
        address=f"customer/{row.id}/log",
        customer_id=row.id,
        customer_name=row.name,
        customer_name_en=row.name_en,
        amount=row.balance,
        currency=row.currency,
        base=today.base(row.balance, row.currency),
        due_on=on,
        facts={"accepted": bankrupt.accepted_on, "on": on},
    )


def court_deadlines(today: Today) -> Iterator[Deadline]:
    """The days of all cases within half a year, ours and others'."""
    cases = _cases(today)
    rows = today.customers({one.record.customer_id or 0 for one in cases})
    for one in cases:
        row = rows.get(one.record.customer_id or 0)
        for day in one.days:
            if (day.on - today.day).days <= _SHOWN_DAYS:
                yield Deadline(
                    on=day.on,
                    reason=f"court.{day.due}",
                    address=_ADDRESS,
                    customer_name=row.name if row else "",
                    customer_name_en=row.name_en if row else "",
                    amount=one.record.value.claim,
                    currency=one.record.value.currency or today.home,
                )
