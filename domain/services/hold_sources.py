"""Where holds come from: blocks, promises to pay, instalment plans, lawyers and courts.

A part of the desk that pauses chasing adds its function to ``HOLD_SOURCES``. A promise
pauses until its day and the days of grace; unkept, its items go on one level higher. Who
broke the last one is not held back by the next.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, Final, Protocol

from domain.collecting.promise import PromiseStanding, PromiseState
from domain.dunning_holds import Hold
from domain.dunning_records import DunningBlock, holds_of_blocks
from domain.ports import BookReader
from domain.record import Record
from domain.recovery.hand_over import HandOverState
from domain.services.plans import plans_on
from domain.services.promises import GRACE, promises_on
from domain.services.recovery import cases_on, hand_overs_on


class HoldSource(Protocol):
    """What a source is: the holds of a day, of everybody or of one customer."""

    def __call__(
        self, reader: BookReader, day: date, *, customer_id: int | None = None
    ) -> Iterable[Hold]: ...


def blocks(reader: BookReader, day: date, *, customer_id: int | None = None) -> Iterable[Hold]:
    """Return what blocks keep from being chased."""
    return holds_of_blocks(reader.records(DunningBlock, customer_id=customer_id), day)


def promises(reader: BookReader, day: date, *, customer_id: int | None = None) -> Iterator[Hold]:
    """Yield what promises hold, and those that were broken."""
    groups: dict[tuple[int | None, str], list[PromiseStanding]] = defaultdict(list)
    for one in promises_on(reader, day, customer_id=customer_id):
        groups[one.record.customer_id, one.record.value.currency].append(one)
    for group in groups.values():
        yield from _of_promises(group)


def _of_promises(group: Sequence[PromiseStanding]) -> Iterator[Hold]:
    ended = [one for one in group if one.failed or one.state is PromiseState.KEPT]
    for one in group:
        until = one.record.value.due_on + timedelta(days=GRACE)
        if one.failed:
            yield from _over(one.record, "promise", until, one.record.value.currency, failed=True)
        elif one.pauses and not _broke_the_last(one, ended):
            yield from _over(one.record, "promise", until, one.record.value.currency)


def _broke_the_last(one: PromiseStanding, ended: Sequence[PromiseStanding]) -> bool:
    """Whether the promise that ended last before this one was made was not kept."""
    made = one.record.dated_on
    before = [other for other in ended if other.record.value.due_on < made]
    return bool(before) and max(before, key=lambda other: other.record.value.due_on).failed


def plans(reader: BookReader, day: date, *, customer_id: int | None = None) -> Iterator[Hold]:
    """Yield what plans hold while they perform, and those in default."""
    for one in plans_on(reader, day, customer_id=customer_id):
        currency, broken_on = one.record.value.currency, one.standing.broken_on
        if one.standing.pauses:
            yield from _over(one.record, "plan", None, currency)
        elif broken_on is not None:
            last_good = broken_on - timedelta(days=1)
            yield from _over(one.record, "plan", last_good, currency, failed=True)


def legal(reader: BookReader, day: date, *, customer_id: int | None = None) -> Iterator[Hold]:
    """Yield what is with an agency, a lawyer or a court: who speaks for us there is not undercut.

    Given back, closed or withdrawn, its items are chased again where their levels stood.
    """
    for handed in hand_overs_on(reader, day, customer_id=customer_id):
        if handed.state is HandOverState.OPEN:
            yield from _over(handed.record, "legal", None, handed.record.value.currency)
    for case in cases_on(reader, day, customer_id=customer_id):
        if not case.ended:
            yield from _over(case.record, "legal", None, case.record.value.currency)


def _over(
    record: Record[Any], why: str, until: date | None, currency: str, *, failed: bool = False
) -> Iterator[Hold]:
    """Yield the holds of a record: over its items, else over its customer in the currency."""
    for item_id in record.item_ids:
        yield Hold(why=why, item_id=item_id, until=until, resumes_higher=failed)
    if not record.item_ids:
        yield Hold(
            why=why,
            customer_id=record.customer_id,
            currency=currency,
            until=until,
            resumes_higher=failed,
        )


HOLD_SOURCES: Final[tuple[HoldSource, ...]] = (blocks, promises, plans, legal)
