"""Promises to pay: keeping them, and how they stand on a day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any, Final

from domain.changes import OperationResult
from domain.collecting.forms import PROMISE
from domain.collecting.promise import Money, Promise, PromiseStanding, standing
from domain.errors import BadPromise
from domain.fields import RecordForm
from domain.ports import BookReader, UnitOfWork
from domain.record import Record
from domain.services.records import keep_described

#: Days after the promised day on which money still keeps the promise.
GRACE: Final = 1


def keep_promise(
    uow: UnitOfWork,
    value: Promise,
    *,
    dated_on: date,
    form: RecordForm[Promise] = PROMISE,
    **more: Any,
) -> OperationResult[int]:
    """Keep a promise to pay and return its record's id; further words go to ``keep_record``.

    Raises:
        BadPromise: for nothing, or for a day before it was made.
    """
    if value.amount <= 0 or value.due_on < dated_on:
        raise BadPromise(made_on=dated_on)
    return keep_described(uow, value, form=form, dated_on=dated_on, **more)


def promises_on(
    reader: BookReader, day: date, *, customer_id: int | None = None
) -> list[PromiseStanding]:
    """Return how all promises made up to a day stand on it, by customer and promised day."""
    records = reader.records(Promise, customer_id=customer_id, up_to=day)
    if not records:
        return []
    groups: dict[tuple[int, str], list[Record[Promise]]] = defaultdict(list)
    for record in records:
        groups[record.customer_id or 0, record.value.currency].append(record)
    since = min(record.dated_on for record in records)
    came: dict[tuple[int, str], list[Money]] = defaultdict(list)
    for one in reader.money_received({key for key, _ in groups}, since, day):
        came[one.customer_id, one.currency].append(one.money)
    return [
        found
        for key, group in groups.items()
        for found in standing(group, came[key], day, grace_days=GRACE)
    ]
