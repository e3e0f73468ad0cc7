"""Receiving acceptance bills and passing them on; refusal and undoing: ``services.dishonour``.

A bill settles invoices like money: a receipt is posted and allocated in the same act. From
then on the bill itself is what we hold; what happens to it moves no invoice until it is
refused.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial

from domain.bill import (
    PASSED_ON,
    TRANSFERS,
    Bill,
    BillEvent,
    BillState,
    EventKind,
    check_bill,
    check_event,
    discount,
    state_of,
)
from domain.bill_number import normal, overlap, parse_part, part_text
from domain.changes import Changes, OperationResult
from domain.document import Kind
from domain.errors import (
    BadBillPart,
    BillNotAllowed,
    BillRegistered,
    MissingField,
    NothingToDo,
    ReceiptDiffers,
)
from domain.money import Money
from domain.ports import UnitOfWork
from domain.services.receipts import ALLOCATED, ReceiptEntry, Use, post_receipt

#: How a receipt is marked that was paid by a bill.
METHOD = "bill"
MOVED = Changes(bills=True)
SETTLED = ALLOCATED | Changes(bills=True, bank=True)
#: Bills of a number in these states are not ours: it may be received (again).
_NOT_OURS = (*PASSED_ON, BillState.SPLIT, BillState.WITHDRAWN)


def receive_bill(
    uow: UnitOfWork, bill: Bill, on: date, uses: Sequence[Use] = ()
) -> OperationResult[int]:
    """Receive a bill on a day: its receipt is posted and pays ``uses``; return the bill's id.

    Raises:
        BillRegistered: it, or a part of it, is in the register already.
        Whatever ``check_bill`` and ``receipts.post_receipt`` refuse.
    """
    with uow:
        bill = _ready(uow, bill)
        operation = uow.begin("bill.received", told(bill, on))
        entry = ReceiptEntry(
            customer_id=bill.customer_id,
            received_on=on,
            amount=bill.amount,
            method=METHOD,
            reference=label(bill),
        )
        receipt_id = post_receipt(uow, entry, uses)
        bill_id = _register(uow, replace(bill, receipt_id=receipt_id), on)
        uow.commit()
    return OperationResult(value=bill_id, operation_id=operation, changes=SETTLED)


def receive_for_receipt(uow: UnitOfWork, bill: Bill, receipt_id: int) -> OperationResult[int]:
    """Register the bill that a receipt of the book was paid by; it is received on its day.

    Raises:
        ReceiptDiffers: another customer, currency or amount, voided, or paid by a bill already.
        BillRegistered: the bill is in the register already.
    """
    with uow:
        bill = replace(_ready(uow, bill), receipt_id=receipt_id)
        receipt = uow.document(receipt_id)
        same = (receipt.customer_id, -receipt.amount) == (bill.customer_id, bill.amount)
        others = [state_of(uow.bill_events(one)) for one in uow.bills_of_receipt(receipt_id)]
        taken = any(state is not BillState.WITHDRAWN for state in others)
        if receipt.kind is not Kind.RECEIPT or not same or taken or uow.is_voided(receipt_id):
            raise ReceiptDiffers(number=receipt.number)
        operation = uow.begin("bill.received", told(bill, receipt.issued_on))
        bill_id = _register(uow, bill, receipt.issued_on)
        uow.commit()
    return OperationResult(value=bill_id, operation_id=operation, changes=MOVED)


def open_bill(uow: UnitOfWork, bill: Bill, on: date) -> OperationResult[int]:
    """Register a bill from before the book (期初): what it paid is not in the book."""
    with uow:
        bill = _ready(uow, bill)
        operation = uow.begin("bill.received", told(bill, on))
        bill_id = _register(uow, bill, on)
        uow.commit()
    return OperationResult(value=bill_id, operation_id=operation, changes=MOVED)


def _ready(uow: UnitOfWork, bill: Bill) -> Bill:
    """Return the bill as it is kept, when it may be registered."""
    bill = check_bill(replace(bill, number=normal(bill.number), part=part_text(bill.part)))
    for bill_id in uow.bills_numbered(bill.number):
        ours = state_of(uow.bill_events(bill_id)) not in _NOT_OURS
        if ours and overlap(bill.part, uow.bill(bill_id).part):
            raise BillRegistered(number=label(bill), bill=bill_id)
    return bill


def _register(uow: UnitOfWork, bill: Bill, on: date) -> int:
    bill_id = uow.add_bill(bill)
    received = BillEvent(kind=EventKind.RECEIVED, on=on, document_id=bill.receipt_id)
    check_event(bill, [], EventKind.RECEIVED, on)
    keep(uow, bill_id, received)
    return bill_id


def keep(uow: UnitOfWork, bill_id: int, event: BillEvent) -> int:
    """Keep an event and its line in the bill's history; return its id."""
    event_id = uow.add_bill_event(bill_id, event)
    shown = {"event": event.kind.value, "on": event.on.isoformat(), "party": event.party}
    uow.changed("bill", bill_id, None, {key: value for key, value in shown.items() if value})
    return event_id


def record(uow: UnitOfWork, bill_ids: Sequence[int], event: BillEvent) -> OperationResult[int]:
    """Record that bills were endorsed, pledged, presented or paid; return how many.

    It is the same event of all of them, in one operation. Refusals, recoveries, splits and
    discounts move more than the bill and have services of their own.

    Raises:
        NothingToDo: no bills.
        MissingField: it is not said to whom a bill was endorsed or pledged.
        Whatever ``check_event`` refuses.
    """
    if event.kind in _OWN_SERVICES:
        raise BillNotAllowed(number="", state=None, act=event.kind.value)
    if event.kind in TRANSFERS and not event.party:
        raise MissingField(field="party")
    return _record(uow, bill_ids, event.kind, event.on, lambda _bill: event)


_OWN_SERVICES = frozenset(
    {EventKind.RECEIVED, EventKind.DISCOUNTED, EventKind.SPLIT, EventKind.REFUSED}
    | {EventKind.RECOVERED, EventKind.UNDONE}
)


def _record(
    uow: UnitOfWork,
    bill_ids: Sequence[int],
    kind: EventKind,
    on: date,
    event_of: Callable[[Bill], BillEvent],
) -> OperationResult[int]:
    if not bill_ids:
        raise NothingToDo
    with uow:
        bills = [uow.bill(bill_id) for bill_id in bill_ids]
        operation = uow.begin(f"bill.{kind}", {"count": len(bills), **told(bills[0], on)})
        for bill_id, bill in zip(bill_ids, bills, strict=True):
            check_event(bill, uow.bill_events(bill_id), kind, on)
            keep(uow, bill_id, event_of(bill))
        uow.commit()
    return OperationResult(value=len(bills), operation_id=operation, changes=MOVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscountDeal:
    """A discount agreed with a bank: percent a year, its year of 360 or 365 days."""

    on: date
    party: str
    rate: Decimal
    basis: int = 360
    extra_days: int = 0
    note: str = ""


def discount_bills(
    uow: UnitOfWork, bill_ids: Sequence[int], deal: DiscountDeal
) -> OperationResult[int]:
    """Discount bills with a bank; each keeps its interest and proceeds.

    Raises:
        MissingField: the bank is not named.
        BillNotTransferable: not before a bill's maturity.
    """
    if not deal.party:
        raise MissingField(field="party")
    made = partial(_discounted, deal)
    return _record(uow, bill_ids, EventKind.DISCOUNTED, deal.on, made)


def _discounted(deal: DiscountDeal, bill: Bill) -> BillEvent:
    done = discount(
        bill.amount.minor,
        bill.due_on,
        deal.on,
        deal.rate,
        basis=deal.basis,
        extra_days=deal.extra_days,
    )
    return BillEvent(
        kind=EventKind.DISCOUNTED,
        on=deal.on,
        party=deal.party,
        amount=done.proceeds,
        cost=done.cost,
        rate=str(deal.rate),
        note=deal.note,
    )


def split_bill(
    uow: UnitOfWork, bill_id: int, minors: Sequence[int], on: date
) -> OperationResult[list[int]]:
    """Split a bill by its sub-range into amounts that add up to it; return the parts' ids.

    Worked: 1-50000000 into 200,000.00 and 300,000.00 is 1-20000000 and 20000001-50000000.

    Raises:
        BadBillPart: the amounts do not add up, or it has no sub-range.
    """
    with uow:
        bill, events = uow.bill(bill_id), uow.bill_events(bill_id)
        whole = parse_part(bill.part)
        if whole is None:
            raise BadBillPart(part=bill.part, reason="none")
        check_event(bill, events, EventKind.SPLIT, on)
        pieces = whole.split(list(minors))
        operation = uow.begin("bill.split", {"count": len(pieces), **told(bill, on)})
        keep(uow, bill_id, BillEvent(kind=EventKind.SPLIT, on=on))
        receipt_id = receipt_of(uow, bill_id)
        parts = [
            _register(
                uow,
                replace(
                    bill,
                    part=str(piece),
                    amount=Money(piece.minor, bill.amount.currency),
                    receipt_id=receipt_id,
                    split_of_id=bill_id,
                ),
                on,
            )
            for piece in pieces
        ]
        uow.commit()
    return OperationResult(value=parts, operation_id=operation, changes=MOVED)


def receipt_of(uow: UnitOfWork, bill_id: int) -> int | None:
    """Return the receipt that stands for a bill: its own, or the one posted anew for it."""
    anew = [
        event.document_id
        for event in uow.bill_events(bill_id)
        if event.kind is EventKind.UNDONE and event.document_id is not None
    ]
    receipts = [one for one in anew if uow.document(one).kind is Kind.RECEIPT]
    return receipts[-1] if receipts else uow.bill(bill_id).receipt_id


def label(bill: Bill) -> str:
    """Return the number, with the sub-range where there is one."""
    return f"{bill.number} {bill.part}" if parse_part(bill.part) else bill.number


def told(bill: Bill, on: date) -> dict[str, str | int]:
    """Return what the history says of an act on a bill."""
    return {
        "number": label(bill),
        "amount": bill.amount.minor,
        "currency": bill.amount.currency,
        "on": on.isoformat(),
    }
