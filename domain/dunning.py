"""Dunning: which overdue items are chased at which level on a date.

A state machine, not a calendar match. An item's level is the highest one it was
sent; the next run may raise it by one when its days are reached, never by two
and never twice the same (unique item and level). One letter per customer and
currency lists every item that has a level; its tone is the highest level in it.
Money already received but not allocated is set against the debt first: where it
covers what is due, nothing is sent. Disputed parts are left out of the claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Final

from domain.errors import RunBackwards
from domain.listing import ItemRow


@dataclass(frozen=True, slots=True)
class Level:
    """A step of the procedure: reached ``days`` after the due date, to be paid in ``pay_days``."""

    level: int
    days: int
    pay_days: int = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """Ordered levels, the smallest sum worth a letter and the days between two letters.

    Both limits are inclusive: a debt of exactly ``minimum_minor`` is chased, and
    a letter may follow exactly ``interval_days`` after the last.
    """

    code: str
    levels: tuple[Level, ...]
    minimum_minor: int = 0
    interval_days: int = 7

    def next_level(self, sent: int, days_overdue: int) -> Level | None:
        """Return the level after ``sent`` when its days are reached; None at the end."""
        if sent >= len(self.levels):
            return None
        level = self.levels[sent]
        return level if days_overdue >= level.days else None


DEFAULT_PROCEDURE: Final = Procedure(
    code="standard", levels=(Level(1, 7), Level(2, 15), Level(3, 30))
)


def procedure_from(value: dict[str, Any]) -> Procedure:
    """Build a procedure from its stored form."""
    levels = tuple(Level(**level) for level in value["levels"])
    return Procedure(
        code=value["code"],
        levels=levels,
        minimum_minor=value.get("minimum_minor", 0),
        interval_days=value.get("interval_days", 7),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SentLevel:
    """The highest level an item was sent, and when."""

    item_id: int
    customer_id: int
    currency: str
    level: int
    sent_on: date
    paper_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedItem:
    """An item in a letter; ``raised`` when this run lifts it to ``level``."""

    row: ItemRow
    level: int
    raised: bool

    @property
    def claim(self) -> int:
        """What is open of it and not disputed."""
        return max(self.row.open - self.row.disputed, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedLetter:
    """A draft letter to one customer in one currency. total = principal − unapplied."""

    customer_id: int
    currency: str
    level: int
    from_level: int
    items: tuple[ProposedItem, ...]
    principal: int
    unapplied: int

    @property
    def total(self) -> int:
        """What the letter asks for."""
        return self.principal - self.unapplied

    @property
    def oldest_days(self) -> int:
        """Days overdue of its oldest item."""
        return max(item.row.days_overdue or 0 for item in self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedCustomer:
    """A customer with overdue money and no letter, and why.

    ``reason``: "covered" (unapplied money covers it), "disputed", "below_minimum",
    "too_soon" (days since the last letter), "waiting" (next level not reached),
    "final" (all levels sent).
    """

    customer_id: int
    currency: str
    amount: int
    items: int
    oldest_days: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A dunning run before it is released."""

    as_of: date
    procedure: Procedure
    letters: tuple[ProposedLetter, ...]
    skipped: tuple[SkippedCustomer, ...]


def propose(
    rows: Iterable[ItemRow],
    sent: Sequence[SentLevel],
    procedure: Procedure,
    as_of: date,
    *,
    last_run_on: date | None = None,
) -> Proposal:
    """Draft a run from the items open on ``as_of`` (debits and credits).

    Raises:
        RunBackwards: a later run was already released.
    """
    if last_run_on is not None and as_of < last_run_on:
        raise RunBackwards(as_of=as_of, last=last_run_on)
    levels = {level.item_id: level for level in sent}
    last: dict[tuple[int, str], date] = {}
    for level in sent:
        key = (level.customer_id, level.currency)
        last[key] = max(level.sent_on, last.get(key, level.sent_on))
    letters, skipped = [], []
    ordered = sorted(rows, key=lambda row: (row.customer_code, row.currency))
    for key, group in groupby(ordered, key=lambda row: (row.customer_id, row.currency)):
        waited = (as_of - last[key]).days if key in last else None
        outcome = _for_customer(list(group), levels, procedure, waited)
        if isinstance(outcome, ProposedLetter):
            letters.append(outcome)
        elif outcome is not None:
            skipped.append(outcome)
    return Proposal(
        as_of=as_of, procedure=procedure, letters=tuple(letters), skipped=tuple(skipped)
    )


def _for_customer(
    rows: list[ItemRow], levels: dict[int, SentLevel], procedure: Procedure, waited: int | None
) -> ProposedLetter | SkippedCustomer | None:
    overdue = [row for row in rows if row.open > 0 and (row.days_overdue or 0) > 0]
    if not overdue:
        return None
    unapplied = -sum(row.open for row in rows if row.open < 0)
    overdue.sort(key=lambda row: (row.due_on or date.max, row.number, row.seq))
    items = [_item(row, levels.get(row.id), procedure) for row in overdue]
    chased = tuple(item for item in items if item.level > 0 and item.claim > 0)
    principal = sum(item.claim for item in chased)
    reason = _reason(items, chased, principal - unapplied, procedure, waited)
    if reason:
        return _skip(overdue, reason)
    raised = [item for item in chased if item.raised]
    return ProposedLetter(
        customer_id=overdue[0].customer_id,
        currency=overdue[0].currency,
        level=max(item.level for item in chased),
        from_level=max(item.level - 1 for item in raised),
        items=chased,
        principal=principal,
        unapplied=unapplied,
    )


def _item(row: ItemRow, sent: SentLevel | None, procedure: Procedure) -> ProposedItem:
    before = sent.level if sent else 0
    if row.disputed >= row.open:
        return ProposedItem(row=row, level=before, raised=False)
    following = procedure.next_level(before, row.days_overdue or 0)
    level = following.level if following else before
    return ProposedItem(row=row, level=level, raised=following is not None)


def _reason(
    items: list[ProposedItem],
    chased: tuple[ProposedItem, ...],
    total: int,
    procedure: Procedure,
    waited: int | None,
) -> str:
    if all(item.claim == 0 for item in items):
        return "disputed"
    if not any(item.raised for item in chased):
        final = any(item.level >= len(procedure.levels) for item in items)
        return "final" if final else "waiting"
    if total <= 0:
        return "covered"
    if total < procedure.minimum_minor:
        return "below_minimum"
    if waited is not None and waited < procedure.interval_days:
        return "too_soon"
    return ""


def _skip(overdue: list[ItemRow], reason: str) -> SkippedCustomer:
    return SkippedCustomer(
        customer_id=overdue[0].customer_id,
        currency=overdue[0].currency,
        amount=sum(row.open for row in overdue),
        items=len(overdue),
        oldest_days=max(row.days_overdue or 0 for row in overdue),
        reason=reason,
    )
