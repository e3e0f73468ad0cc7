"""Customer statements (往来款项对账单): movements of a period, or the open items.

opening + debits − receipts − credits = closing = Σ ageing − unapplied. A
document and its voiding inside the same period cancel out and are both left
out, like an entry that was never there; across periods both are shown.
Allocations do not appear: they move nothing between customer and firm.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.ageing import Buckets, bucket_sums
from domain.customer import Company
from domain.document import Kind, Status
from domain.listing import ItemRow
from domain.papers import Addressee, StatementLine, StatementOfAccount, Strip

#: Days the customer has to return the reply slip.
REPLY_DAYS: Final = 15
_STRIP: Final = Buckets((30, 60, 90, 180))


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFacts:
    """What a statement is made of, all as of its last day, in one currency."""

    company: Company
    customer: Addressee
    language: str
    currency: str
    from_on: date
    to_on: date
    opening: int
    movements: Sequence[ItemRow]
    open_items: Sequence[ItemRow]


def build(facts: StatementFacts, style: str, issued_on: date) -> StatementOfAccount:
    """Return the statement of one customer, currency and period, without a number yet."""
    moves = _without_voided(facts.movements)
    debits = sum(move.amount for move in moves if move.amount > 0)
    receipts = -sum(move.amount for move in moves if _is_receipt(move))
    credits = -sum(move.amount for move in moves if move.amount < 0 and not _is_receipt(move))
    unapplied = -sum(row.open for row in facts.open_items if row.open < 0)
    lines = _activity(facts, moves) if style == "activity" else _open_lines(facts)
    if style == "detailed":
        lines = (*_activity(facts, moves), *_open_lines(facts))
    return StatementOfAccount(
        company=facts.company,
        customer=facts.customer,
        number="",
        language=facts.language,
        style=style,
        currency=facts.currency,
        from_on=facts.from_on,
        to_on=facts.to_on,
        issued_on=issued_on,
        reply_by=issued_on + timedelta(days=REPLY_DAYS),
        opening=facts.opening,
        debits=debits,
        receipts=receipts,
        credits=credits,
        closing=facts.opening + debits - receipts - credits,
        overdue=sum(row.open for row in facts.open_items if row.open > 0 and _late(row) > 0),
        unapplied=unapplied,
        lines=lines,
        ageing=_strip(facts),
    )


def _is_receipt(move: ItemRow) -> bool:
    return move.kind == Kind.RECEIPT


def _late(row: ItemRow) -> int:
    return row.days_overdue or 0


def _without_voided(movements: Sequence[ItemRow]) -> list[ItemRow]:
    """Leave out documents voided in the period, with their voidings.

    A document of the period that is void on its last day was voided in it.
    """
    gone = Counter(
        (move.number, -move.amount)
        for move in movements
        if move.status == Status.VOID and move.kind != Kind.VOID
    )
    kept = []
    for move in movements:
        key = (move.number, move.amount)
        if move.kind == Kind.VOID and gone[key]:
            gone[key] -= 1
        elif move.kind == Kind.VOID or move.status != Status.VOID:
            kept.append(move)
    return kept


def _activity(facts: StatementFacts, moves: Sequence[ItemRow]) -> tuple[StatementLine, ...]:
    running = facts.opening
    lines = [
        StatementLine(
            on=facts.from_on - timedelta(days=1), kind="brought_forward", number="", balance=running
        )
    ]
    for move in moves:
        running += move.amount
        lines.append(_movement(move, running))
    return tuple(lines)


def _movement(move: ItemRow, running: int) -> StatementLine:
    return StatementLine(
        on=move.issued_on,
        kind=move.kind,
        number=move.number,
        text=move.description,
        due_on=move.due_on if move.parts == 1 and move.amount > 0 else None,
        debit=max(move.amount, 0),
        credit=max(-move.amount, 0),
        balance=running,
    )


def _open_lines(facts: StatementFacts) -> tuple[StatementLine, ...]:
    return tuple(
        StatementLine(
            on=row.issued_on,
            kind=row.kind,
            number=row.label,
            text=row.description,
            due_on=row.due_on,
            amount=row.amount,
            settled=row.amount - row.open,
            balance=row.open,
            days_overdue=row.days_overdue if row.open > 0 else None,
            disputed=row.disputed > 0,
        )
        for row in facts.open_items
    )


def _strip(facts: StatementFacts) -> Strip:
    ages = [(row.days_overdue, row.open) for row in facts.open_items if row.open > 0]
    return Strip(keys=_STRIP.keys, amounts=tuple(bucket_sums(ages, _STRIP)))
