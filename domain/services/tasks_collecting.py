"""Worklist sources about debts: promises, plans, talks, overdue invoices, limitation, disputes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

from domain.collecting.promise import PromiseState
from domain.disputes import KIND_WORDS, DisputeKind, DisputeOn, DisputeState
from domain.dunning_holds import Hold
from domain.listing import CustomerRow
from domain.services import dunning
from domain.services.disputes import disputes_on
from domain.services.hold_sources import blocks, legal
from domain.services.tasks_shared import Today
from domain.worklist.task import Act, Deadline, Task, TaskKind

#: A broken promise is a task of its own for so long; then the debt is overdue like any other.
_BROKEN_DAYS: Final = 30
#: Limitation is a task from here on, and a deadline from its first alert on.
_LIMIT_TASK: Final = 90
_LIMIT_SHOWN: Final = 180


def promises(today: Today) -> Iterator[Task]:
    """Promises for today, and those broken lately."""
    weights = today.weights
    found = [
        one
        for one in today.promises()
        if one.state is PromiseState.DUE
        or (one.failed and (today.day - one.record.value.due_on).days <= _BROKEN_DAYS)
    ]
    rows = today.customers({one.record.customer_id or 0 for one in found})
    for one in found:
        row = rows.get(one.record.customer_id or 0)
        if row is None or one.missing <= 0:
            continue
        due = one.state is PromiseState.DUE
        yield _task(
            today,
            row,
            key=f"promise/{one.record.id}",
            kind=TaskKind.PROMISE,
            act=Act.CALL,
            reason="promise.due" if due else "promise.broken",
            amount=one.missing,
            currency=one.record.value.currency,
            chance=weights.promise_due if due else weights.promise_broken,
            due_on=one.record.value.due_on,
            facts={"due_on": one.record.value.due_on, "paid": one.paid},
        )


def plans(today: Today) -> Iterator[Task]:
    """Plans with a line late, and those broken."""
    found = [one for one in today.plans() if one.standing.overdue]
    rows = today.customers({one.record.customer_id or 0 for one in found})
    for one in found:
        row = rows.get(one.record.customer_id or 0)
        if row is not None:
            yield _task(
                today,
                row,
                key=f"plan/{one.record.id}",
                kind=TaskKind.PLAN,
                act=Act.CALL,
                reason=f"plan.{one.standing.state.value}",
                amount=one.standing.due_now,
                currency=one.record.value.currency,
                chance=today.weights.promise_broken,
                due_on=today.day,
                facts={"overdue": one.standing.overdue, "number": one.record.value.number},
            )


def follow_ups(today: Today) -> Iterator[Task]:
    """What the last talk with a customer left to be done by now."""
    due = [
        one
        for one in today.talks().values()
        if one.value.next_on is not None and one.value.next_on <= today.day
    ]
    rows = today.customers({one.customer_id or 0 for one in due})
    for one in due:
        row = rows.get(one.customer_id or 0)
        if row is not None:
            yield _task(
                today,
                row,
                key=f"talk/{one.id}",
                kind=TaskKind.CHASE,
                act=Act.CALL,
                reason="talk.next",
                amount=max(row.overdue, 0),
                chance=today.weights.chance(row.oldest_days),
                due_on=one.value.next_on,
                facts={"step": one.value.next_step, "outcome": one.value.outcome.value},
            )


def overdue(today: Today) -> Iterator[Task]:
    """Customers with overdue invoices whom nothing keeps from being chased.

    Money that came and only waits to be allocated is taken off: nobody is called about it.
    """
    waiting, pending = _waiting(today), today.pending()
    kept = [hold for source in (blocks, legal) for hold in source(today.reader, today.day)]
    held_items = _held_items(today, kept)
    waiting |= {
        one.customer_id or 0 for one in kept if one.item_id is None and one.holds_on(today.day)
    }
    first = next(iter(dunning.procedures(today.reader).values()))
    for row in today.overdue_customers():
        on_its_way = pending.get((row.id, row.currency), 0)
        held = held_items.get((row.id, row.currency), 0)
        amount = row.overdue - row.unapplied - row.disputed - on_its_way - held
        if row.id in waiting or amount <= 0:
            continue
        following = first.next_level(row.last_level, row.oldest_days)
        yield _task(
            today,
            row,
            key=f"chase/{row.id}",
            kind=TaskKind.CHASE,
            act=Act.CALL if following is None else Act.LETTER,
            reason="chase.first" if not row.last_level else "chase.again",
            amount=amount,
            chance=today.weights.chance(row.oldest_days),
            facts={"days": row.oldest_days, "count": row.open_items, "level": row.last_level},
        )


def _held_items(today: Today, kept: Sequence[Hold]) -> dict[tuple[int, str], int]:
    """Return what is overdue and undisputed of single items held: blocked, with a lawyer, in court.

    As in a dunning run, which does not write for them either.
    """
    found: dict[tuple[int, str], int] = defaultdict(int)
    holding = {one.item_id for one in kept if one.item_id and one.holds_on(today.day)}
    for item_id in sorted(holding):
        item = today.reader.item(item_id, today.day)
        if item.open > 0 and (item.days_overdue or 0) > 0:
            found[item.customer_id, item.currency] += item.open - item.disputed
    return found


def _waiting(today: Today) -> set[int]:
    """Return whom a promise, a plan or an agreed next step keeps from being chased today."""
    kept = {
        one.record.customer_id or 0
        for one in today.promises()
        if one.pauses or (one.failed and (today.day - one.record.value.due_on).days <= _BROKEN_DAYS)
    }
    kept |= {one.record.customer_id or 0 for one in today.plans() if one.standing.left}
    return kept | {
        one.customer_id or 0 for one in today.talks().values() if one.value.next_on is not None
    }


def limitation(today: Today) -> Iterator[Task]:
    """Debts whose limitation period ends soon, or has ended by the careful count."""
    for one in today.limited():
        if one.days_left > _LIMIT_TASK:
            break
        debt = one.debt
        yield Task(
            key=f"limitation/{debt.item_id}",
            kind=TaskKind.LEGAL,
            act=Act.LETTER,
            reason="limitation.over" if one.days_left < 0 else "limitation.near",
            address=f"invoice/{debt.item_id}",
            customer_id=debt.customer_id,
            customer_name=debt.customer_name,
            customer_name_en=debt.customer_name_en,
            amount=debt.open,
            currency=debt.currency,
            base=today.base(debt.open, debt.currency),
            chance=Decimal("0.5"),
            due_on=one.conservative.on,
            facts={
                "number": debt.number,
                "last": one.conservative.on,
                "days": abs(one.days_left),
            },
        )


def limitation_ends(today: Today) -> Iterator[Deadline]:
    """The last safe days of the next half year."""
    for one in today.limited():
        if one.days_left > _LIMIT_SHOWN:
            break
        if one.days_left >= 0:
            yield Deadline(
                on=one.conservative.on,
                reason="limitation.ends",
                address=f"invoice/{one.debt.item_id}",
                customer_name=one.debt.customer_name,
                customer_name_en=one.debt.customer_name_en,
                amount=one.debt.open,
                currency=one.debt.currency,
            )


def disputes(today: Today) -> Iterator[Task]:
    """Disputes not decided, by their day and owner, and credit notes that are due for them."""
    found = [one for one in disputes_on(today.reader, today.day) if _waits(one)]
    rows = today.customers({one.row.customer_id for one in found})
    for one in found:
        row = rows.get(one.row.customer_id)
        if row is not None:
            yield _dispute(today, row, one)


def _waits(one: DisputeOn) -> bool:
    return one.state is not DisputeState.SETTLED


def _dispute(today: Today, row: CustomerRow, one: DisputeOn) -> Task:
    to_credit = one.state is DisputeState.TO_CREDIT
    late = one.state is DisputeState.LATE
    reason = "dispute.credit" if to_credit else "dispute.late" if late else "dispute.open"
    act = "credit" if to_credit else "settle"
    zh, en = KIND_WORDS[DisputeKind(one.row.kind)]
    return _task(
        today,
        row,
        key=f"dispute/{one.row.id}",
        kind=TaskKind.DISPUTE,
        act=Act.SETTLE,
        reason=reason,
        address=f"invoice/{one.row.item_id}/{act}/{one.row.id}",
        amount=one.to_credit if to_credit else one.row.amount,
        currency=one.row.currency,
        chance=Decimal("0.5"),
        due_on=one.due_on,
        facts={
            "days": one.age,
            "number": one.row.number,
            "owner": one.owner or "—",
            "due_on": one.due_on,
            "zh": f"{zh}：{one.row.reason}",
            "en": f"{en}: {one.row.reason}",
        },
    )


def _task(today: Today, row: CustomerRow, **fields: Any) -> Task:
    currency = fields.setdefault("currency", row.currency)
    called = fields.get("act") is Act.CALL
    fields.setdefault("address", f"customer/{row.id}{'/log/guide' if called else ''}")
    return Task(
        customer_id=row.id,
        customer_name=row.name,
        customer_name_en=row.name_en,
        base=today.base(fields["amount"], currency),
        **fields,
    )
