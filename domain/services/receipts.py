"""Receiving money, allocating it, and undoing allocations.

*Receive* and *allocate* are two steps that one act may do together. What is not
allocated stays the customer's credit (unapplied).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain import allocation
from domain.allocation import Allocation, OpenItem
from domain.changes import Changes, OperationResult
from domain.document import Document, Item, Kind, check
from domain.errors import (
    AlreadyReversed,
    DifferenceTooLarge,
    DiscountNotDue,
    NothingToDo,
    WrongSign,
)
from domain.money import Money
from domain.ports import BookReader, Progress, UnitOfWork
from domain.services.posting import base_amount, next_number
from domain.terms import discount_amount, parse_terms, split_tax

#: Small differences up to this many minor units (inclusive) may be written off.
DEFAULT_WRITE_OFF_LIMIT = 100
#: Charges that banks kept back may be borne by us up to this much (inclusive).
DEFAULT_BANK_FEE_LIMIT = 5000
ALLOCATED = Changes(documents=True, allocations=True, customers=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptEntry:
    """Money received, as typed; ``amount`` is positive."""

    customer_id: int
    received_on: date
    amount: Money
    number: str = ""
    method: str = ""
    reference: str = ""
    payer: str = ""
    payer_account: str = ""
    description: str = ""
    rate: Decimal | None = None
    import_key: str | None = None
    bank_line_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """What a credit pays of one debit item, all in minor units and positive.

    ``minor`` from the credit; ``discount`` early discount taken; ``write_off`` a
    small difference given up; ``fee`` what banks kept back on the way, borne by us.
    ``credit_minor`` where the credit has another currency.
    """

    item_id: int
    minor: int
    discount: int = 0
    write_off: int = 0
    credit_minor: int | None = None
    fee: int = 0


def record_receipt(
    uow: UnitOfWork, entry: ReceiptEntry, uses: Sequence[Use] = ()
) -> OperationResult[int]:
    """Record money received, allocate ``uses`` of it on its date, and return its document id."""
    with uow:
        operation = uow.begin("receipt.record", _told(entry))
        document_id = post_receipt(uow, entry, uses)
        uow.commit()
    return OperationResult(value=document_id, operation_id=operation, changes=ALLOCATED)


def post_receipt(uow: UnitOfWork, entry: ReceiptEntry, uses: Sequence[Use] = ()) -> int:
    """Post money received and what it pays inside an operation that is already open."""
    document_id = uow.add_document(check(receipt_document(uow, entry)))
    credit = uow.document_items(document_id)[0]
    apply_uses(uow, credit.id, uses, entry.received_on)
    uow.changed("document", document_id, None, _told(entry))
    return document_id


def receipt_document(uow: UnitOfWork, entry: ReceiptEntry) -> Document:
    """Return the receipt as a document (negative amount, no due date).

    Raises:
        WrongSign: an amount not above zero.
    """
    if entry.amount.minor <= 0:
        raise WrongSign(kind=Kind.RECEIPT.value, number=entry.number)
    amount = -entry.amount
    return Document(
        kind=Kind.RECEIPT,
        number=entry.number or next_number(uow, Kind.RECEIPT, entry.received_on),
        customer_id=entry.customer_id,
        issued_on=entry.received_on,
        amount=amount,
        items=(Item(seq=1, due_on=None, amount=amount),),
        base=base_amount(uow, amount, entry.received_on, entry.rate),
        method=entry.method,
        reference=entry.reference,
        payer=entry.payer,
        payer_account=entry.payer_account,
        description=entry.description,
        import_key=entry.import_key,
        bank_line_id=entry.bank_line_id,
    )


def allocate(
    uow: UnitOfWork, credit_item_id: int, uses: Sequence[Use], on: date
) -> OperationResult[int]:
    """Allocate a receipt's or credit note's open amount; return how many debits it paid."""
    if not uses:
        raise NothingToDo
    with uow:
        credit = uow.open_item(credit_item_id)
        operation = uow.begin("allocation.book", {"number": credit.number, "count": len(uses)})
        apply_uses(uow, credit_item_id, uses, on)
        uow.commit()
    return OperationResult(value=len(uses), operation_id=operation, changes=ALLOCATED)


def allocate_oldest_first(
    uow: UnitOfWork, credit_item_id: int, on: date, caps: Mapping[int, int] | None = None
) -> OperationResult[int]:
    """Allocate all that is open of a credit, oldest due first, up to typed caps."""
    with uow:
        credit = uow.open_item(credit_item_id)
        uses = suggest(uow, credit, caps)
        if not uses:
            raise NothingToDo
        operation = uow.begin("allocation.book", {"number": credit.number, "count": len(uses)})
        apply_uses(uow, credit_item_id, uses, on)
        uow.commit()
    return OperationResult(value=len(uses), operation_id=operation, changes=ALLOCATED)


def allocate_all_oldest_first(
    uow: UnitOfWork, progress: Progress | None = None
) -> OperationResult[int]:
    """Spread every receipt with open money over its customer's debits, oldest first.

    Receipts go in order of date, each allocation dated from the day both sides
    exist, so that ageing is right for any day. Returns how many were booked.
    """
    with uow:
        owners = uow.unallocated_receipts()
        operation = uow.begin("allocation.book", {"customers": len(owners)})
        booked = 0
        for done, (customer_id, currency) in enumerate(owners):
            if progress is not None:
                progress(done, len(owners))
            booked += _spread_customer(uow, customer_id, currency)
        if not booked:
            raise NothingToDo
        uow.commit()
    return OperationResult(value=booked, operation_id=operation, changes=ALLOCATED)


def _spread_customer(uow: UnitOfWork, customer_id: int, currency: str) -> int:
    rows = [
        allocation.allocate(debit, credit, minor, allocation.earliest(debit, credit))
        for debit, credit, minor in customer_spread(uow, customer_id, currency)
    ]
    uow.add_allocations(rows)
    return len(rows)


def customer_spread(
    book: UnitOfWork | BookReader, customer_id: int, currency: str
) -> list[tuple[OpenItem, OpenItem, int]]:
    """Return how a customer's receipts spread over its debits: (debit, receipt, minor).

    The preview of :func:`allocate_all_oldest_first` and the act itself both ask this.
    """
    debits = book.open_debits(customer_id, currency)
    credits = book.open_credits(customer_id, currency)
    return allocation.spread_credits(debits, [c for c in credits if c.kind is Kind.RECEIPT])


def suggest(uow: UnitOfWork, credit: OpenItem, caps: Mapping[int, int] | None = None) -> list[Use]:
    """Return the default spread of a credit over the customer's open debits."""
    debits = uow.open_debits(credit.customer_id, credit.currency)
    parts = allocation.spread(debits, -credit.open, caps)
    return [Use(item_id=debit.id, minor=minor) for debit, minor in parts]


def reverse_allocation(
    uow: UnitOfWork, allocation_ids: Sequence[int], on: date
) -> OperationResult[int]:
    """Undo allocations, each with its exchange difference; the items are open again.

    The undoing is dated ``on``, or on the allocation's own date where that is later.

    Raises:
        AlreadyReversed: it was undone before, or joins a document with its voiding.
    """
    with uow:
        operation = uow.begin("allocation.reverse", {"count": len(allocation_ids)})
        for allocation_id in allocation_ids:
            done = uow.allocation(allocation_id)
            if joins_voiding(uow, done):
                raise AlreadyReversed(allocation=allocation_id)
            day = max(on, done.allocated_on)
            undo = allocation.reverse(done, allocation_id, day, done=uow.is_reversed(allocation_id))
            uow.add_allocations([undo])
        uow.commit()
    return OperationResult(value=len(allocation_ids), operation_id=operation, changes=ALLOCATED)


def joins_voiding(uow: UnitOfWork, done: Allocation) -> bool:
    """Return whether an allocation joins a document with its voiding: that stands for good."""
    items = (uow.open_item(done.debit_item_id), uow.open_item(done.credit_item_id))
    return any(item.kind is Kind.VOID for item in items)


def write_off_rest(uow: UnitOfWork, item_id: int, on: date) -> OperationResult[int]:
    """Write off the small rest of an item: an underpaid debit, or an overpaid receipt.

    Raises:
        NothingToDo: nothing is open of it.
        DifferenceTooLarge: the rest is above the book's limit (inclusive).
    """
    with uow:
        rest = uow.open_item(item_id)
        if not rest.open:
            raise NothingToDo
        operation = uow.begin("write_off.post", {"number": rest.number, "amount": rest.open})
        document_id = _write_off(uow, rest, abs(rest.open), on)
        uow.commit()
    return OperationResult(value=document_id, operation_id=operation, changes=ALLOCATED)


def apply_uses(uow: UnitOfWork, credit_item_id: int, uses: Sequence[Use], on: date) -> None:
    """Book each use, and after it the discount, fee and write-off that close the debit.

    For an operation that is already open. An advance is allocated from the day its
    invoice exists, not before.
    """
    for use in uses:
        credit, debit = uow.open_item(credit_item_id), uow.open_item(use.item_id)
        if use.minor:
            day = max(on, allocation.earliest(debit, credit))
            row = allocation.allocate(debit, credit, use.minor, day, credit_minor=use.credit_minor)
            uow.add_allocations([row])
        if use.discount:
            _take_discount(uow, uow.open_item(use.item_id), use.discount, credit.issued_on, on)
        if use.fee:
            _bank_fee(uow, uow.open_item(use.item_id), use.fee, on)
        if use.write_off:
            _write_off(uow, uow.open_item(use.item_id), use.write_off, on)


def _take_discount(uow: UnitOfWork, debit: OpenItem, discount: int, paid_on: date, on: date) -> int:
    tier = parse_terms(debit.terms).discount_on(debit.issued_on, paid_on) if debit.terms else None
    if tier is None or debit.discounted + discount > discount_amount(debit.gross, tier):
        raise DiscountNotDue(number=debit.number, on=paid_on)
    net, tax = split_tax(discount, debit.tax, debit.gross)
    return _close(uow, debit, Kind.DISCOUNT, discount, on, (net, tax))


def _bank_fee(uow: UnitOfWork, debit: OpenItem, fee: int, on: date) -> int:
    limit = int(uow.setting("bank_fee_limit", DEFAULT_BANK_FEE_LIMIT))
    if fee > limit:
        raise DifferenceTooLarge(number=debit.number, amount=fee, limit=limit)
    return _close(uow, debit, Kind.BANK_FEE, fee, on, None)


def _write_off(uow: UnitOfWork, rest: OpenItem, minor: int, on: date) -> int:
    limit = int(uow.setting("write_off_limit", DEFAULT_WRITE_OFF_LIMIT))
    if minor > limit:
        raise DifferenceTooLarge(number=rest.number, amount=minor, limit=limit)
    return _close(uow, rest, Kind.WRITE_OFF, minor, on, None)


def _close(
    uow: UnitOfWork,
    target: OpenItem,
    kind: Kind,
    minor: int,
    on: date,
    parts: tuple[int, int] | None,
) -> int:
    """Post a discount or write-off at the target's own booked rate and join the two.

    It is dated no earlier than the target can be joined with it.
    """
    on = max(on, target.issued_on, target.free_from)
    sign = -1 if target.is_debit else 1
    amount = Money(sign * minor, target.currency)
    base = target.base_for(minor)
    base_currency = str(uow.setting("base_currency", target.currency))
    document = Document(
        kind=kind,
        number=next_number(uow, kind, on),
        customer_id=target.customer_id,
        issued_on=on,
        amount=amount,
        items=(Item(seq=1, due_on=None, amount=amount),),
        base=None if base is None else Money(sign * base, base_currency),
        net=None if parts is None else Money(sign * parts[0], target.currency),
        tax=None if parts is None else Money(sign * parts[1], target.currency),
        description=target.number,
    )
    document_id = uow.add_document(check(document))
    other = uow.document_items(document_id)[0]
    debit, credit = (target, other) if target.is_debit else (other, target)
    uow.add_allocations([allocation.allocate(debit, credit, minor, on)])
    return document_id


def _told(entry: ReceiptEntry) -> dict[str, str | int]:
    return {
        "number": entry.number,
        "amount": entry.amount.minor,
        "currency": entry.amount.currency,
        "received_on": entry.received_on.isoformat(),
        "payer": entry.payer,
    }
