"""Bills that are not paid (拒付、退票), recourse, and taking back what was recorded of a bill.

A refused bill gives back what it paid: the invoices are open again with the due dates and
ages they had, as of the day of refusal; on any day before they are as settled as they were.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from domain import allocation
from domain.allocation import OpenItem, oldest_first
from domain.bill import Bill, BillEvent, EventKind, check_event, standing
from domain.changes import OperationResult
from domain.document import Document, Item, Kind
from domain.errors import BillNotAllowed, MissingField, NothingToDo, WrongSign
from domain.money import Money
from domain.ports import UnitOfWork
from domain.services.bills import SETTLED, keep, label, receipt_of, told
from domain.services.posting import (
    RETURNED,
    base_amount,
    next_number,
    post_document,
    post_void,
)
from domain.services.receipts import ReceiptEntry, Use, post_receipt
from domain.services.undoing import REASON, take_back


def refuse_bill(
    uow: UnitOfWork, bill_id: int, on: date, reason: str, party: str = ""
) -> OperationResult[int]:
    """Record that payment of a bill was refused, also of one that had been passed on.

    What its receipt had paid is open again from that day: the receipt is voided. A part of
    a split bill takes back its own amount alone, from what falls due last; the other parts
    have paid the rest. Worked: a bill of 500,000.00 paid A 300,000.00 and B 200,000.00 and
    was split; its part of 200,000.00 is refused: B is open again, A stays paid.

    Returns the voiding or refund posted, 0 where there was nothing to take back.

    Raises:
        MissingField: no reason.
        Whatever ``check_event`` refuses.
    """
    if not reason:
        raise MissingField(field="reason")
    with uow:
        bill = uow.bill(bill_id)
        check_event(bill, uow.bill_events(bill_id), EventKind.REFUSED, on)
        operation = uow.begin("bill.refused", {"reason": reason, **told(bill, on)})
        document_id = _reopen(uow, bill_id, bill, on, reason)
        refused = BillEvent(
            kind=EventKind.REFUSED, on=on, party=party, note=reason, document_id=document_id
        )
        keep(uow, bill_id, refused)
        uow.commit()
    return OperationResult(value=document_id or 0, operation_id=operation, changes=SETTLED)


def _reopen(uow: UnitOfWork, bill_id: int, bill: Bill, on: date, reason: str) -> int | None:
    receipt_id = receipt_of(uow, bill_id)
    if receipt_id is None:
        return _claim_again(uow, bill, on)
    if uow.is_voided(receipt_id):
        return None
    if bill.split_of_id is not None:
        return _give_back(uow, bill, receipt_id, on)
    for allocation_id in uow.live_allocations(receipt_id):
        take_back(uow, allocation_id, on)
    return post_void(uow, receipt_id, on, reason, method=RETURNED)


def _claim_again(uow: UnitOfWork, bill: Bill, on: date) -> int:
    """Post what a bill from before the book leaves unpaid: due at once, nothing older is known."""
    refund = _refund(uow, bill, on, base_amount(uow, bill.amount, on))
    return post_document(uow, replace(refund, items=(replace(refund.items[0], due_on=on),)))


def _refund(uow: UnitOfWork, bill: Bill, on: date, base: Money | None) -> Document:
    return Document(
        kind=Kind.REFUND,
        number=next_number(uow, Kind.REFUND, on),
        customer_id=bill.customer_id,
        issued_on=on,
        amount=bill.amount,
        items=(Item(seq=1, due_on=None, amount=bill.amount),),
        base=base,
        description=label(bill),
        method=RETURNED,
        reference=label(bill),
    )


def _give_back(uow: UnitOfWork, bill: Bill, receipt_id: int, on: date) -> int:
    """Take a part's amount out of its receipt: what is unapplied first, then what is due last."""
    credit = uow.document_items(receipt_id)[0]
    last: OpenItem | None = None
    for allocation_id, debit in _due_last_first(uow, receipt_id, _refunds(uow, bill)):
        if -uow.open_item(credit.id).open >= bill.amount.minor:
            break
        take_back(uow, allocation_id, on)
        last = debit
    credit = uow.open_item(credit.id)
    spare = -credit.open - bill.amount.minor
    if last is not None and spare > 0:
        _join(uow, last.id, credit.id, spare, on)
        credit = uow.open_item(credit.id)
    day = max(on, credit.issued_on, credit.free_from)
    base = credit.base_for(bill.amount.minor)
    own = str(uow.setting("base_currency", credit.currency))
    refund = _refund(uow, bill, day, None if base is None else Money(base, own))
    refund_id = post_document(uow, refund)
    debit = uow.document_items(refund_id)[0]
    uow.add_allocations([allocation.allocate(debit, credit, bill.amount.minor, day)])
    return refund_id


def _refunds(uow: UnitOfWork, part: Bill) -> set[int]:
    """Return the documents of the other parts of a split bill: their refunds stand."""
    found: set[int] = set()
    waiting = [_whole_of(uow, part)]
    while waiting:
        bill_id = waiting.pop()
        waiting += uow.bill_parts(bill_id)
        found |= {event.document_id or 0 for event in standing(uow.bill_events(bill_id))}
    return found


def _whole_of(uow: UnitOfWork, part: Bill) -> int:
    """Return the bill that a part was split of in the first place."""
    whole_id = part.split_of_id or 0
    while (above := uow.bill(whole_id).split_of_id) is not None:
        whole_id = above
    return whole_id


def _due_last_first(
    uow: UnitOfWork, receipt_id: int, without: set[int]
) -> list[tuple[int, OpenItem]]:
    joined = {}
    for allocation_id in uow.live_allocations(receipt_id):
        debit = uow.open_item(uow.allocation(allocation_id).debit_item_id)
        if debit.document_id not in without:
            joined[allocation_id] = debit
    order = {item.id: at for at, item in enumerate(oldest_first(list(joined.values())))}
    return sorted(joined.items(), key=lambda pair: (order[pair[1].id], pair[0]), reverse=True)


def _join(uow: UnitOfWork, debit_id: int, credit_id: int, minor: int, on: date) -> None:
    """Allocate up to ``minor`` of two items of one currency again."""
    debit, credit = uow.open_item(debit_id), uow.open_item(credit_id)
    minor = min(minor, debit.open, -credit.open)
    if minor > 0 and debit.currency == credit.currency:
        day = max(on, allocation.earliest(debit, credit))
        uow.add_allocations([allocation.allocate(debit, credit, minor, day)])


# -- recourse


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """Money that recourse brought, positive minor units.

    ``book``: post it as a receipt that pays what the refusal opened again; not where it is
    booked otherwise, by its bank line for one.
    """

    on: date
    minor: int
    party: str = ""
    note: str = ""
    book: bool = True


def recover(uow: UnitOfWork, bill_id: int, recovery: Recovery) -> OperationResult[int]:
    """Record what was paid by recourse; return the receipt posted, 0 for none.

    It pays what the refusal opened again, oldest due first; the rest (interest and costs,
    票据法70) stays unapplied until it is claimed.

    Raises:
        WrongSign: nothing was paid.
        Whatever ``check_event`` refuses.
    """
    if recovery.minor <= 0:
        raise WrongSign(kind=Kind.RECEIPT.value, number="")
    with uow:
        bill, events = uow.bill(bill_id), uow.bill_events(bill_id)
        check_event(bill, events, EventKind.RECOVERED, recovery.on)
        shown = {**told(bill, recovery.on), "amount": recovery.minor}
        operation = uow.begin("bill.recovered", shown)
        receipt_id = _receive(uow, bill, events, recovery) if recovery.book else None
        event = BillEvent(
            kind=EventKind.RECOVERED,
            on=recovery.on,
            party=recovery.party,
            amount=recovery.minor,
            note=recovery.note,
            document_id=receipt_id,
        )
        keep(uow, bill_id, event)
        uow.commit()
    return OperationResult(value=receipt_id or 0, operation_id=operation, changes=SETTLED)


def _receive(uow: UnitOfWork, bill: Bill, events: Sequence[BillEvent], recovery: Recovery) -> int:
    uses, left = [], recovery.minor
    for item in _opened_again(uow, events, bill.amount.currency):
        take = min(item.open, left)
        if take > 0:
            uses.append(Use(item_id=item.id, minor=take))
            left -= take
    entry = ReceiptEntry(
        customer_id=bill.customer_id,
        received_on=recovery.on,
        amount=Money(recovery.minor, bill.amount.currency),
        method="bank",
        reference=label(bill),
        payer=recovery.party,
        description=recovery.note,
    )
    return post_receipt(uow, entry, uses)


def _opened_again(uow: UnitOfWork, events: Sequence[BillEvent], currency: str) -> list[OpenItem]:
    """Return the debits of a currency that the refusal opened, oldest due first."""
    refused = next(event for event in standing(events) if event.kind is EventKind.REFUSED)
    ids = {
        row.debit_item_id
        for row in map(uow.allocation, uow.operation_allocations(refused.operation_id))
        if row.reverses_id is not None
    }
    if refused.document_id is not None:
        ids |= {item.id for item in uow.document_items(refused.document_id) if item.is_debit}
    items = [uow.open_item(item_id) for item_id in ids]
    return oldest_first([item for item in items if item.currency == currency])


# -- taking back


def undo_bills(uow: UnitOfWork, bill_ids: Sequence[int], on: date) -> OperationResult[int]:
    """Take back the last event of each bill; return how many there were.

    What moved documents is undone on the day ``on``: a registration's receipt is voided, a
    refused bill pays again what it had paid (a discount taken with it is not taken again).
    Where nothing but the bill moved, the undoing has the day of what it takes back, as if
    that had never been; a split is taken back by any of its parts.

    Raises:
        NothingToDo: there is nothing left to take back.
        BillNotAllowed: a part of the split has moved on.
        StillAllocated: a refund or receipt of it was settled since; undo that first.
    """
    with uow:
        bill = uow.bill(bill_ids[0])
        operation = uow.begin("bill.undone", {"count": len(bill_ids), **told(bill, on)})
        for bill_id in bill_ids:
            _undo(uow, bill_id, on)
        uow.commit()
    return OperationResult(value=len(bill_ids), operation_id=operation, changes=SETTLED)


def _undo(uow: UnitOfWork, bill_id: int, on: date) -> None:
    live = standing(uow.bill_events(bill_id))
    if not live:
        raise NothingToDo
    bill, last = uow.bill(bill_id), live[-1]
    if last.kind is EventKind.RECEIVED and bill.split_of_id is not None:
        _undo(uow, bill.split_of_id, on)
        return
    if last.kind is EventKind.SPLIT:
        for part_id in uow.bill_parts(bill_id):
            _take_part_back(uow, part_id)
    on = max(on, last.on) if last.kind in _MOVED_DOCUMENTS else last.on
    document_id = None
    if last.kind is EventKind.RECEIVED:
        document_id = _withdraw(uow, last, on)
    elif last.kind is EventKind.REFUSED and last.document_id is not None:
        document_id = _pay_again(uow, bill_id, last, last.document_id, on)
    elif last.kind is EventKind.RECOVERED and last.document_id is not None:
        document_id = _void_receipt(uow, last.document_id, on)
    _mark_undone(uow, bill_id, last, on, document_id)


_MOVED_DOCUMENTS: Final = (EventKind.RECEIVED, EventKind.REFUSED, EventKind.RECOVERED)


def _mark_undone(
    uow: UnitOfWork, bill_id: int, event: BillEvent, on: date, document_id: int | None = None
) -> None:
    undone = BillEvent(kind=EventKind.UNDONE, on=on, reverses_id=event.id, document_id=document_id)
    keep(uow, bill_id, undone)


def _take_part_back(uow: UnitOfWork, part_id: int) -> None:
    """Take a part out of the register with its split; one that had moved on stays."""
    live = standing(uow.bill_events(part_id))
    if [event.kind for event in live] != [EventKind.RECEIVED]:
        part = uow.bill(part_id)
        raise BillNotAllowed(number=label(part), state=None, act=EventKind.UNDONE.value)
    _mark_undone(uow, part_id, live[0], live[0].on)


def _withdraw(uow: UnitOfWork, received: BillEvent, on: date) -> int | None:
    """Void the receipt that was posted with a registration; one that was there before stays."""
    receipt_id = received.document_id
    posted = uow.operation_documents(received.operation_id)
    if receipt_id is None or receipt_id not in posted or uow.is_voided(receipt_id):
        return None
    return _void_receipt(uow, receipt_id, on)


def _void_receipt(uow: UnitOfWork, receipt_id: int, on: date) -> int | None:
    if uow.is_voided(receipt_id):
        return None
    for allocation_id in uow.live_allocations(receipt_id):
        take_back(uow, allocation_id, on)
    return post_void(uow, receipt_id, on, REASON)


def _pay_again(
    uow: UnitOfWork, bill_id: int, refused: BillEvent, document_id: int, on: date
) -> int:
    """Take a refusal's voiding or refund back, and allocate as before what is still open."""
    posted = uow.document(document_id)
    if posted.kind is Kind.REFUND:
        receipt_id = receipt_of(uow, bill_id)
        _void_refund(uow, refused, document_id, on)
        if receipt_id is not None:
            _restore(uow, refused, receipt_id, receipt_id, on)
        return document_id
    original_id = posted.reverses_id or 0
    original = uow.document(original_id)
    day = max(on, posted.issued_on)
    anew = replace(
        original,
        number=next_number(uow, Kind.RECEIPT, day),
        issued_on=day,
        import_key=None,
        bank_line_id=None,
    )
    receipt_id = post_document(uow, anew)
    _restore(uow, refused, original_id, receipt_id, day)
    return receipt_id


def _void_refund(uow: UnitOfWork, refused: BillEvent, refund_id: int, on: date) -> None:
    items = {item.id for item in uow.document_items(refund_id)}
    for allocation_id in uow.operation_allocations(refused.operation_id):
        row = uow.allocation(allocation_id)
        if row.reverses_id is None and row.debit_item_id in items:
            take_back(uow, allocation_id, on)
    post_void(uow, refund_id, on, REASON)


def _restore(uow: UnitOfWork, refused: BillEvent, receipt_id: int, anew_id: int, on: date) -> None:
    """Allocate again what a refusal took from a receipt, to it or the one posted for it."""
    before = uow.document_items(receipt_id)[0].id
    credit = uow.document_items(anew_id)[0].id
    for allocation_id in uow.operation_allocations(refused.operation_id):
        row = uow.allocation(allocation_id)
        if row.reverses_id is not None and row.credit_item_id == before:
            _join(uow, row.debit_item_id, credit, -row.debit_minor, on)
