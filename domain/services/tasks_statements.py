"""Worklist sources about statements: those due, those never answered, differences open."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from domain.services.statements import statement_standings, statements_due
from domain.services.tasks_shared import Today
from domain.statement_reply import ReplyState, StatementStanding
from domain.worklist.task import Act, Task, TaskKind

#: A signed statement brings no money, it keeps claims provable: little of it is at stake.
_PROOF: Final = Decimal("0.02")
#: What differs is likely to be held back until it is cleared up.
_DIFFERS: Final = Decimal("0.5")


def due(today: Today) -> Iterator[Task]:
    """Statements due by the customers' terms, as one thing to do."""
    found = [one for one in statements_due(today.reader, today.day) if one.left_out is None]
    if not found:
        return
    sums = [today.base(max(one.account.closing, 0), one.account.currency) or 0 for one in found]
    yield Task(
        key=f"statements/{max(one.period.to_on for one in found if one.period)}",
        kind=TaskKind.STATEMENT,
        act=Act.OPEN,
        reason="statement.due",
        address="statements?tab=run",
        amount=sum(sums),
        currency=today.home,
        base=sum(sums),
        chance=_PROOF,
        facts={"count": len(found)},
    )


def replies(today: Today) -> Iterator[Task]:
    """The last statement of each account where it was never answered, or differs."""
    last: dict[tuple[int, str], StatementStanding] = {}
    for one in statement_standings(today.reader, today.day):
        last[one.sent.customer_id, one.sent.currency] = one
    for one in last.values():
        if one.state is ReplyState.SILENT:
            days = (today.day - one.sent.reply_by).days
            yield _task(today, one, "statement.silent", one.sent.closing, days=days)
        elif one.state is ReplyState.DIFFERS:
            count = one.open_differences
            yield _task(today, one, "statement.differs", abs(one.open_gap), count=count)


def _task(today: Today, one: StatementStanding, reason: str, minor: int, **facts: int) -> Task:
    silent = one.state is ReplyState.SILENT
    return Task(
        key=f"statement/{one.sent.paper_id}",
        kind=TaskKind.STATEMENT,
        act=Act.REPLY if silent else Act.SETTLE,
        reason=reason,
        address=f"statements?tab={'replies' if silent else 'differences'}",
        customer_id=one.sent.customer_id,
        customer_name=one.sent.customer_name,
        customer_name_en=one.sent.customer_name_en,
        amount=max(minor, 0),
        currency=one.sent.currency,
        base=today.base(max(minor, 0), one.sent.currency),
        chance=_PROOF if silent else _DIFFERS,
        facts={"number": one.sent.number, **facts},
    )
