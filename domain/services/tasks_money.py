"""Worklist sources about money and bills in hand."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from domain.listing import BillRow, ListFilter, Order
from domain.matching.values import Answer, Payment
from domain.services.tasks_shared import Today
from domain.worklist.task import Act, Deadline, Task, TaskKind

#: Bills are announced so many days before they mature.
_BILL_DAYS: Final = 30


def to_match(today: Today) -> Iterator[Task]:
    """Money that came and waits to be allocated, the largest amounts."""
    answers = today.answers()
    best = {key: one.best for key, (_, one) in answers.items() if one is not None}
    rows = today.customers({one.customer_id for one in best.values() if one is not None})
    for payment, answer in answers.values():
        found = best.get(payment.id)
        row = None if found is None else rows.get(found.customer_id)
        yield Task(
            key=f"match/{payment.id}",
            kind=TaskKind.MATCH,
            act=Act.MATCH,
            reason=_match_reason(answer),
            address=f"receipts?state=todo&key={payment.id}",
            customer_id=None if row is None else row.id,
            customer_name=payment.name if row is None else row.name,
            customer_name_en=payment.name if row is None else row.name_en,
            amount=payment.minor,
            currency=payment.currency,
            base=today.base(payment.minor, payment.currency),
            facts=_match_facts(payment, answer),
        )


def _match_reason(answer: Answer | None) -> str:
    if answer is None or answer.best is None:
        return "match.none"
    return "match.sure" if answer.best.is_automatic else "match.likely"


def _match_facts(payment: Payment, answer: Answer | None) -> dict[str, object]:
    best = None if answer is None else answer.best
    return {
        "on": payment.on,
        "count": 0 if best is None else len(best.parts),
        "confidence": 0 if best is None else best.confidence,
    }


def bills(today: Today) -> Iterator[Task]:
    """Bills to be presented now."""
    for row in _bills(today, "due"):
        yield Task(
            key=f"bill/{row.id}",
            kind=TaskKind.BILL,
            act=Act.PRESENT,
            reason="bill.present",
            address=f"bill/{row.id}",
            customer_id=row.customer_id,
            customer_name=row.customer_name,
            customer_name_en=row.customer_name_en,
            amount=row.amount,
            currency=row.currency,
            base=today.base(row.amount, row.currency),
            chance=Decimal("0.9"),
            due_on=row.present_by,
            facts={"number": row.label, "due_on": row.due_on, "until": row.present_by},
        )


def bills_mature(today: Today) -> Iterator[Deadline]:
    """Bills in hand that mature soon."""
    for row in today.reader.bills.maturing(today.day):
        if (row.due_on - today.day).days <= _BILL_DAYS:
            yield Deadline(
                on=row.due_on,
                reason="bill.matures",
                address=f"bill/{row.id}",
                customer_name=row.customer_name,
                customer_name_en=row.customer_name_en,
                amount=row.amount,
                currency=row.currency,
            )


def _bills(today: Today, state: str) -> list[BillRow]:
    where = ListFilter(as_of=today.day, state=state)
    ids = today.reader.bills.ids(where, Order("due_on"))
    rows = today.reader.bills.rows(ids, where)
    return [rows[key] for key in ids if key in rows]
