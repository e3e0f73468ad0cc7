"""Posting documents and voiding them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from domain.allocation import Allocation, OpenItem
from domain.changes import Changes, OperationResult
from domain.document import Document, Item, Kind, check
from domain.errors import AlreadyReversed, MissingField, RateMissing, StillAllocated
from domain.money import Money, convert
from domain.ports import UnitOfWork
from domain.services.guards import refuse_standing_bill
from domain.terms import parse_terms

#: Series of numbers given by the program, by kind of document.
SERIES = {
    Kind.INVOICE: "INV",
    Kind.DEBIT_NOTE: "DN",
    Kind.OPENING: "OP",
    Kind.CREDIT_NOTE: "CN",
    Kind.RECEIPT: "RC",
    Kind.DISCOUNT: "DS",
    Kind.WRITE_OFF: "WO",
    Kind.BANK_FEE: "BF",
    Kind.SET_OFF: "SO",
    Kind.TRANSFER: "TR",
    Kind.REFUND: "RF",
}
POSTED = Changes(documents=True, customers=True)
#: How the voiding of a receipt is marked whose money the bank took back.
RETURNED = "returned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the user types for an invoice, debit note, credit note or opening item.

    ``amount`` is positive as typed; the kind gives it its sign (an opening may be
    negative). An empty number is taken from the series, an empty due date from
    the terms, empty terms from the customer.
    """

    kind: Kind
    customer_id: int
    issued_on: date
    amount: Money
    number: str = ""
    due_on: date | None = None
    terms: str = ""
    tax: int | None = None
    rate: Decimal | None = None
    order_number: str = ""
    contract_number: str = ""
    delivered_on: date | None = None
    description: str = ""


def post(uow: UnitOfWork, entry: Entry) -> OperationResult[int]:
    """Post a document and return its id."""
    with uow:
        operation = uow.begin(f"{entry.kind}.post", {"number": entry.number})
        document_id = post_document(uow, document_from(uow, entry))
        uow.commit()
    return OperationResult(value=document_id, operation_id=operation, changes=POSTED)


def post_document(uow: UnitOfWork, document: Document) -> int:
    """Post a finished document inside an operation that is already open."""
    document_id = uow.add_document(check(document))
    uow.changed("document", document_id, None, _told(document))
    return document_id


def document_from(uow: UnitOfWork, entry: Entry) -> Document:
    """Complete an entry to a document: number, sign, terms, due dates, base amount."""
    sign = -1 if entry.kind in (Kind.CREDIT_NOTE, Kind.RECEIPT) else 1
    amount = Money(sign * entry.amount.minor, entry.amount.currency)
    terms = entry.terms or ("" if sign < 0 else uow.customer(entry.customer_id).terms)
    tax = None if entry.tax is None else Money(sign * entry.tax, amount.currency)
    return Document(
        kind=entry.kind,
        number=entry.number or next_number(uow, entry.kind, entry.issued_on),
        customer_id=entry.customer_id,
        issued_on=entry.issued_on,
        amount=amount,
        items=items_for(amount, entry.issued_on, entry.due_on, terms),
        base=base_amount(uow, amount, entry.issued_on, entry.rate),
        net=None if tax is None else amount - tax,
        tax=tax,
        terms=terms,
        order_number=entry.order_number,
        contract_number=entry.contract_number,
        delivered_on=entry.delivered_on,
        description=entry.description,
    )


def items_for(amount: Money, issued_on: date, due_on: date | None, terms: str) -> tuple[Item, ...]:
    """Return the document's items: a given due date outranks terms; neither: no due date."""
    if amount.minor <= 0 or due_on is not None or not terms:
        return (Item(seq=1, due_on=due_on, amount=amount),)
    return parse_terms(terms).items(issued_on, amount)


def next_number(uow: UnitOfWork, kind: Kind, on: date) -> str:
    """Return the next number of the kind's series, INV-2026-000001, that no document has.

    One typed or imported earlier may look like the series' own.
    """
    series = SERIES[kind]
    while True:
        number = f"{series}-{on.year}-{uow.next_number(series, on.year):06d}"
        if not uow.number_used(kind, number):
            return number


def base_amount(
    uow: UnitOfWork, amount: Money, on: date, rate: Decimal | None = None
) -> Money | None:
    """Return the amount in the book's currency at the given or the day's rate, None without.

    Raises:
        RateMissing: a rate that is not above zero.
    """
    base = str(uow.setting("base_currency", amount.currency))
    if amount.currency == base:
        return amount
    if rate is not None and rate <= 0:
        raise RateMissing(currency=amount.currency, on=on)
    found = rate or uow.rate(amount.currency, on)
    return None if found is None else convert(amount, found, base)


def void(uow: UnitOfWork, document_id: int, on: date, reason: str) -> OperationResult[int]:
    """Void a document by a reversing one of the same number, joined to it.

    Raises:
        StillAllocated: parts of it are allocated; undo those first.
        AlreadyReversed: it was voided before, or is itself a voiding.
        MissingField: no reason given.
        BillStands: it is the receipt of a bill that stands.
    """
    if not reason:
        raise MissingField(field="reason")
    with uow:
        refuse_standing_bill(uow, document_id)
        operation = uow.begin("document.void", {"reason": reason})
        void_id = post_void(uow, document_id, on, reason)
        uow.commit()
    return OperationResult(
        value=void_id, operation_id=operation, changes=POSTED | Changes(allocations=True)
    )


def post_void(
    uow: UnitOfWork,
    document_id: int,
    on: date,
    reason: str,
    *,
    method: str | None = None,
    bank_line_id: int | None = None,
) -> int:
    """Post the voiding inside an operation that is already open.

    ``method`` RETURNED says that the money went back; ``bank_line_id`` is the movement
    that took it.
    """
    original = uow.document(document_id)
    items = uow.document_items(document_id)
    if original.kind is Kind.VOID or uow.is_voided(document_id):
        raise AlreadyReversed(number=original.number)
    if any(item.open != item.amount for item in items):
        raise StillAllocated(number=original.number)
    on = max(on, original.issued_on, *(item.free_from for item in items))
    mirror = _mirror(original, document_id, on, reason)
    told = original.method if method is None else method
    void_id = uow.add_document(replace(mirror, method=told, bank_line_id=bank_line_id))
    uow.add_allocations(_joins(items, uow.document_items(void_id), on))
    uow.changed("document", document_id, None, {"voided_on": on.isoformat(), "reason": reason})
    return void_id


def _mirror(original: Document, document_id: int, on: date, reason: str) -> Document:
    items = tuple(
        replace(item, due_on=None, amount=-item.amount, aged_from=None) for item in original.items
    )
    return replace(
        original,
        kind=Kind.VOID,
        issued_on=on,
        amount=-original.amount,
        items=items,
        base=None if original.base is None else -original.base,
        net=None if original.net is None else -original.net,
        tax=None if original.tax is None else -original.tax,
        description=reason,
        reverses_id=document_id,
        import_key=None,
        bank_line_id=None,
        extra={},
    )


def _joins(
    originals: Sequence[OpenItem], mirrors: Sequence[OpenItem], on: date
) -> list[Allocation]:
    joins = []
    for original, mirror in zip(originals, mirrors, strict=True):
        debit, credit = (original, mirror) if original.amount > 0 else (mirror, original)
        if debit.amount == 0:
            continue
        joins.append(
            Allocation(
                debit_item_id=debit.id,
                credit_item_id=credit.id,
                debit_minor=debit.amount,
                credit_minor=debit.amount,
                debit_base_minor=debit.base,
                credit_base_minor=debit.base,
                allocated_on=on,
            )
        )
    return joins


def _told(document: Document) -> dict[str, str | int]:
    return {
        "kind": document.kind.value,
        "number": document.number,
        "amount": document.amount.minor,
        "currency": document.currency,
        "issued_on": document.issued_on.isoformat(),
    }
