"""Booking what the bank brought in: lines to receipts, and what is made of the rest.

One act books any number of lines or receipts (a batch) in one transaction with one
history record; each can be undone by itself afterwards. A line that pays for several
customers becomes one receipt for each of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from domain import allocation
from domain.changes import Changes, OperationResult
from domain.errors import (
    AlreadyBooked,
    NothingToDo,
    OverAllocation,
    PartsDoNotAdd,
)
from domain.listing import InflowRow
from domain.matching.learning import learn
from domain.matching.payments import payment_of
from domain.matching.values import Learned, Part
from domain.money import Money
from domain.ports import Progress, UnitOfWork
from domain.services.guards import refuse_standing_bill
from domain.services.posting import post_void
from domain.services.receipts import ALLOCATED, ReceiptEntry, Use, apply_uses, post_receipt
from domain.services.undoing import take_back

#: What the voiding of a receipt says whose bank line is to be booked anew.
UNBOOKED = "unbooked"
BOOKED = ALLOCATED | Changes(bank=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """How one inflow is booked.

    ``key`` names the inflow (``listing.InflowRow.key``); ``customer_id`` gets what the
    parts leave. ``hold`` keeps that rest as an advance, so that it no longer asks to be
    matched. ``teach`` lets matching learn from a person's choice.
    """

    key: int
    customer_id: int
    parts: tuple[Part, ...] = ()
    hold: bool = False
    teach: bool = False
    rule: str = ""


def book(
    uow: UnitOfWork, bookings: Sequence[Booking], on: date, progress: Progress | None = None
) -> OperationResult[int]:
    """Book inflows, each dated by its own day; return how many.

    Raises:
        NothingToDo: no bookings.
        AlreadyBooked: a line is booked already.
        OverAllocation: more is used than there is.
    """
    if not bookings:
        raise NothingToDo
    with uow:
        operation = uow.begin("bank.match", {"count": len(bookings), "rules": _rules(bookings)})
        for done, booking in enumerate(bookings):
            if progress is not None:
                progress(done, len(bookings))
            book_one(uow, booking, on)
        uow.commit()
    return OperationResult(value=len(bookings), operation_id=operation, changes=BOOKED)


def _rules(bookings: Iterable[Booking]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for booking in bookings:
        counts[booking.rule] = counts.get(booking.rule, 0) + 1
    return counts


def book_one(uow: UnitOfWork, booking: Booking, on: date) -> None:
    """Book one inflow inside an operation that is already open."""
    inflow = uow.inflow(booking.key)
    if inflow.open <= 0 or inflow.state in ("done", "void"):
        raise AlreadyBooked(name=inflow.name, amount=inflow.amount, on=inflow.booked_on)
    by_customer = _by_customer(uow, booking)
    used = sum(_paid(parts) for parts in by_customer.values())
    if used > inflow.open:
        raise OverAllocation(number=inflow.number, open=inflow.open, requested=used)
    rest = inflow.open - used
    if inflow.key < 0:
        _allocate_receipt(uow, inflow, by_customer, on)
    else:
        by_customer.setdefault(booking.customer_id, ())
        for customer_id, parts in by_customer.items():
            extra = rest if customer_id == booking.customer_id else 0
            _receive(uow, inflow, customer_id, parts, extra)
    if booking.hold and rest:
        _hold(uow, inflow, booking.customer_id)
    if booking.teach:
        _teach(uow, inflow, booking.customer_id)


def _by_customer(uow: UnitOfWork, booking: Booking) -> dict[int, tuple[Part, ...]]:
    owned = [(uow.open_item(part.item_id).customer_id, part) for part in booking.parts]
    owned.sort(key=lambda pair: pair[0])
    return {
        customer_id: tuple(part for _, part in group)
        for customer_id, group in groupby(owned, key=lambda pair: pair[0])
    }


def _paid(parts: Sequence[Part]) -> int:
    """Return what parts take of the money: debits less the credit notes put against them."""
    paid = sum(-part.minor if part.is_credit else part.minor for part in parts)
    if paid < 0:
        raise PartsDoNotAdd(number="", part="credits")
    return paid


def _receive(
    uow: UnitOfWork, inflow: InflowRow, customer_id: int, parts: Sequence[Part], extra: int
) -> None:
    """Post the receipt of one customer's share and allocate it."""
    minor = _paid(parts) + extra
    uses = _after_credits(uow, parts, inflow.booked_on)
    if minor == 0:
        return
    entry = ReceiptEntry(
        customer_id=customer_id,
        received_on=inflow.booked_on,
        amount=Money(minor, inflow.currency),
        method="bank",
        reference=inflow.serial or inflow.reference,
        payer=inflow.name,
        payer_account=inflow.account,
        description=inflow.text,
        bank_line_id=inflow.key,
    )
    post_receipt(uow, entry, uses)


def _allocate_receipt(
    uow: UnitOfWork, inflow: InflowRow, by_customer: dict[int, tuple[Part, ...]], on: date
) -> None:
    """Allocate a receipt that is in the book; its customer is settled."""
    receipt = uow.document_items(-inflow.key)[0]
    for parts in by_customer.values():
        uses = _after_credits(uow, parts, on)
        apply_uses(uow, receipt.id, uses, max(on, inflow.booked_on))


def _after_credits(uow: UnitOfWork, parts: Sequence[Part], on: date) -> list[Use]:
    """Put the credit notes against the debits, first to first, and return what is left to pay."""
    left = {part.item_id: part.minor for part in parts if not part.is_credit}
    for part in parts:
        if part.is_credit:
            _spend_credit(uow, part, left, on)
    return [
        Use(
            item_id=part.item_id,
            minor=left[part.item_id],
            discount=part.discount,
            write_off=part.difference,
            fee=part.fee,
        )
        for part in parts
        if not part.is_credit
    ]


def _spend_credit(uow: UnitOfWork, part: Part, left: dict[int, int], on: date) -> None:
    rest = part.minor
    for item_id, open_minor in left.items():
        take = min(rest, open_minor)
        if take:
            debit, credit = uow.open_item(item_id), uow.open_item(part.item_id)
            day = max(on, allocation.earliest(debit, credit))
            uow.add_allocations([allocation.allocate(debit, credit, take, day)])
            left[item_id] -= take
            rest -= take
    if rest:
        raise PartsDoNotAdd(number=uow.open_item(part.item_id).number, part="credits")


def _hold(uow: UnitOfWork, inflow: InflowRow, customer_id: int) -> None:
    keys = [inflow.key] if inflow.key < 0 else [-one for one in uow.line_receipts(inflow.key)]
    for key in keys:
        row = uow.inflow(key)
        if row.open and row.customer_id == customer_id:
            uow.add_mark(key, "held", "")


def _teach(uow: UnitOfWork, inflow: InflowRow, customer_id: int) -> None:
    for lesson in learn(payment_of(inflow), customer_id):
        uow.learn(lesson)


def unbook(uow: UnitOfWork, key: int, on: date) -> OperationResult[int]:
    """Take back a receipt: its allocations are undone; one from the bank is voided.

    The bank line is to be booked again then; a receipt recorded by hand stays, unapplied.

    Raises:
        NothingToDo: it has no allocations and is no bank line's receipt.
    """
    if key > 0:
        raise NothingToDo
    with uow:
        inflow = uow.inflow(key)
        operation = uow.begin("bank.unbook", {"number": inflow.number, "amount": inflow.amount})
        refuse_standing_bill(uow, -key)
        live = uow.live_allocations(-key)
        undone = sum(take_back(uow, allocation_id, on) for allocation_id in live)
        if inflow.line_id is None and not undone:
            raise NothingToDo
        if inflow.line_id is not None:
            post_void(uow, -key, on, UNBOOKED)
        uow.commit()
    return OperationResult(value=undone, operation_id=operation, changes=BOOKED)


def mark(uow: UnitOfWork, keys: Sequence[int], what: str, note: str = "") -> OperationResult[int]:
    """Mark inflows: "other" (not from a customer), "check", "held", or "open" again."""
    if not keys:
        raise NothingToDo
    with uow:
        operation = uow.begin("bank.mark", {"count": len(keys), "mark": what, "note": note})
        for key in keys:
            uow.add_mark(key, what, note)
        uow.commit()
    return OperationResult(value=len(keys), operation_id=operation, changes=Changes(bank=True))


def name_account(uow: UnitOfWork, account_id: int, name: str, bank: str) -> OperationResult[int]:
    """Say how one of our bank accounts is called, and which bank keeps it."""
    with uow:
        operation = uow.begin("bank.account", {"name": name, "bank": bank})
        uow.name_account(account_id, name, bank)
        uow.commit()
    return OperationResult(value=account_id, operation_id=operation, changes=Changes(bank=True))


def forget(uow: UnitOfWork, ids: Sequence[int]) -> OperationResult[int]:
    """Forget what matching has learned; what was booked by it stays."""
    if not ids:
        raise NothingToDo
    with uow:
        operation = uow.begin("bank.forget", {"count": len(ids)})
        for learned_id in ids:
            uow.forget(learned_id)
        uow.commit()
    return OperationResult(value=len(ids), operation_id=operation, changes=Changes(bank=True))


def teach(uow: UnitOfWork, lesson: Learned) -> OperationResult[int]:
    """Keep by hand that an account, name or word means a customer."""
    with uow:
        operation = uow.begin("bank.teach", {"kind": lesson.kind, "key": lesson.key})
        uow.learn(lesson)
        uow.commit()
    return OperationResult(value=1, operation_id=operation, changes=Changes(bank=True))
