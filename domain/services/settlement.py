"""Settling a debt otherwise than by money received: 抵销、转账、退款、退票、法定顺序.

Each act posts its own documents with their dates and joins them with what they settle,
in one operation; undoing it (``services.undoing``) opens everything again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from domain import allocation
from domain.allocation import OpenItem, statutory_order
from domain.changes import Changes, OperationResult
from domain.document import ClaimKind, Document, Item, Kind, check
from domain.errors import (
    AlreadyReversed,
    MissingField,
    NothingToDo,
    OverAllocation,
    SameCustomer,
    SetOffNotDue,
    WrongSign,
)
from domain.money import Money
from domain.ports import UnitOfWork
from domain.services.guards import refuse_standing_bill
from domain.services.posting import RETURNED, base_amount, next_number, post_document, post_void
from domain.services.receipts import ALLOCATED, ReceiptEntry, Use, apply_uses, post_receipt
from domain.services.undoing import take_back

SETTLED = ALLOCATED | Changes(bank=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOff:
    """A set-off of what a customer owes against what we owe it (应收冲应付).

    ``arrived_on`` is the day the notice reached the other side: from then on both
    obligations are ended (民法典568, 合同编通则解释55). ``payable`` names our debt
    (its invoice or account), ``agreement`` the notice or three-party agreement.
    """

    customer_id: int
    currency: str
    uses: tuple[Use, ...]
    arrived_on: date
    payable: str
    agreement: str = ""


def set_off(uow: UnitOfWork, entry: SetOff) -> OperationResult[int]:
    """Post a set-off and allocate it; return its document id.

    Worked (case C59): 100 owed against 1,200 payable: 100 is settled on both sides.

    Raises:
        NothingToDo: nothing is set off.
        MissingField: our debt is not named.
        SetOffNotDue: by notice alone only what is due can be set off (568); later debts
            need an agreement (569).
    """
    total = sum(use.minor for use in entry.uses)
    if total <= 0:
        raise NothingToDo
    if not entry.payable:
        raise MissingField(field="payable")
    with uow:
        told = {"payable": entry.payable, "amount": total, "currency": entry.currency}
        operation = uow.begin("set_off.post", told)
        amount = Money(-total, entry.currency)
        if not entry.agreement:
            _check_due(uow, entry)
        document = _whole(uow, Kind.SET_OFF, entry.customer_id, entry.arrived_on, amount)
        document = replace(document, description=entry.payable, reference=entry.agreement)
        document_id = post_document(uow, document)
        apply_uses(uow, uow.document_items(document_id)[0].id, entry.uses, entry.arrived_on)
        uow.commit()
    return OperationResult(value=document_id, operation_id=operation, changes=SETTLED)


def _check_due(uow: UnitOfWork, entry: SetOff) -> None:
    for use in entry.uses:
        item = uow.open_item(use.item_id)
        if item.due_on is not None and item.due_on > entry.arrived_on:
            raise SetOffNotDue(number=item.number, due_on=item.due_on)


def _whole(uow: UnitOfWork, kind: Kind, customer_id: int, on: date, amount: Money) -> Document:
    """Return a document of one item without a due date, numbered and valued by the day's rate."""
    return Document(
        kind=kind,
        number=next_number(uow, kind, on),
        customer_id=customer_id,
        issued_on=on,
        amount=amount,
        items=(Item(seq=1, due_on=None, amount=amount),),
        base=base_amount(uow, amount, on),
    )


def transfer(
    uow: UnitOfWork,
    uses: Sequence[Use],
    to_customer_id: int,
    on: date,
    agreement: str,
) -> OperationResult[list[int]]:
    """Move open debits to another customer (应收冲应收, 三方转账).

    Returns the old customer's documents, one for each debit; the agreement lists them.

    The old customer's items are settled by a transfer on the day, the new customer gets
    a debit for each, with the old one's due date, age and booked rate: a debt taken over
    is not younger for it.

    Raises:
        NothingToDo: nothing is moved.
        SameCustomer: it is the customer who owes it already.
        MissingField: the agreement of the three parties is not named.
    """
    if not any(use.minor > 0 for use in uses):
        raise NothingToDo
    if not agreement:
        raise MissingField(field="agreement")
    with uow:
        told = {"count": len(uses), "to": uow.customer(to_customer_id).code}
        operation = uow.begin("transfer.post", {**told, "agreement": agreement})
        made = [_move(uow, use, to_customer_id, on, agreement) for use in uses if use.minor]
        uow.commit()
    return OperationResult(value=made, operation_id=operation, changes=SETTLED)


def _move(uow: UnitOfWork, use: Use, to_customer_id: int, on: date, agreement: str) -> int:
    debit = uow.open_item(use.item_id)
    if debit.customer_id == to_customer_id:
        raise SameCustomer(customer=uow.customer(to_customer_id).code)
    if not 0 < use.minor <= debit.open:
        raise OverAllocation(number=debit.number, open=debit.open, requested=use.minor)
    on = max(on, debit.issued_on, debit.free_from)
    base = debit.base_for(use.minor)
    out = _transferred(uow, debit, Money(-use.minor, debit.currency), base, on)
    out = replace(out, items=(replace(out.items[0], due_on=None),), reference=agreement)
    out_id = post_document(uow, out)
    credit = uow.document_items(out_id)[0]
    uow.add_allocations([allocation.allocate(debit, credit, use.minor, on)])
    to = _transferred(uow, debit, Money(use.minor, debit.currency), base, on)
    post_document(uow, replace(to, customer_id=to_customer_id, reference=agreement))
    return out_id


def _transferred(
    uow: UnitOfWork, debit: OpenItem, amount: Money, base: int | None, on: date
) -> Document:
    """Return one side of a transfer: the debit's due date, age, rate and claim."""
    own = str(uow.setting("base_currency", debit.currency))
    sign = 1 if amount.minor > 0 else -1
    aged_from = debit.aged_from or debit.issued_on
    item = Item(seq=1, due_on=debit.due_on, amount=amount, aged_from=aged_from)
    return Document(
        kind=Kind.TRANSFER,
        number=next_number(uow, Kind.TRANSFER, on),
        customer_id=debit.customer_id,
        issued_on=on,
        amount=amount,
        items=(item,),
        base=None if base is None else Money(sign * base, own),
        description=debit.number,
        claim=debit.claim,
    )


def refund(
    uow: UnitOfWork,
    credit_item_id: int,
    minor: int,
    on: date,
    *,
    reference: str = "",
    bank_line_id: int | None = None,
) -> OperationResult[int]:
    """Pay a customer's credit back (退款): a debit that takes it up; return its document id.

    Raises:
        OverAllocation: more than is open of the credit, or nothing.
    """
    with uow:
        credit = uow.open_item(credit_item_id)
        if credit.is_debit or not 0 < minor <= -credit.open:
            raise OverAllocation(number=credit.number, open=max(-credit.open, 0), requested=minor)
        operation = uow.begin("refund.post", {"number": credit.number, "amount": minor})
        day = max(on, credit.issued_on, credit.free_from)
        amount = Money(minor, credit.currency)
        document = _whole(uow, Kind.REFUND, credit.customer_id, day, amount)
        document = replace(
            document,
            description=credit.number,
            reference=reference,
            bank_line_id=bank_line_id,
        )
        document_id = post_document(uow, document)
        debit = uow.document_items(document_id)[0]
        uow.add_allocations([allocation.allocate(debit, credit, minor, day)])
        uow.commit()
    return OperationResult(value=document_id, operation_id=operation, changes=SETTLED)


def return_receipt(
    uow: UnitOfWork,
    document_id: int,
    on: date,
    reason: str,
    bank_line_id: int | None = None,
) -> OperationResult[int]:
    """Book that a payment was returned or bounced (退票、退汇): its invoices are open again.

    They keep their due dates and age. The customer is marked by the dated voiding (its
    method is "returned"); the bank line that took the money is ``bank_line_id``.

    Raises:
        AlreadyReversed: the receipt was voided or returned before.
        MissingField: no reason.
        WrongSign: it is no receipt.
    """
    if not reason:
        raise MissingField(field="reason")
    with uow:
        receipt = uow.document(document_id)
        if receipt.kind is not Kind.RECEIPT:
            raise WrongSign(kind=receipt.kind.value, number=receipt.number)
        if uow.is_voided(document_id):
            raise AlreadyReversed(number=receipt.number)
        refuse_standing_bill(uow, document_id)
        operation = uow.begin("receipt.return", {"number": receipt.number, "reason": reason})
        for allocation_id in uow.live_allocations(document_id):
            take_back(uow, allocation_id, on)
        void_id = post_void(
            uow, document_id, on, reason, method=RETURNED, bank_line_id=bank_line_id
        )
        uow.commit()
    return OperationResult(value=void_id, operation_id=operation, changes=SETTLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """Costs of recovery and interest claimed with a receipt (positive minor units)."""

    costs: int = 0
    interest: int = 0


def receive_by_statute(
    uow: UnitOfWork, entry: ReceiptEntry, claims: Claims
) -> OperationResult[int]:
    """Record a receipt in the statutory order: costs, then interest, then principal (民法典561).

    Claims not booked yet are posted as debit notes of the receipt's day first; what the
    money does not reach of them stays open. Principal is paid oldest due first (560).
    Worked (2.9): principal 100,000.00, interest 4,756.44, costs 500.00, receipt 30,000.00:
    principal 75,256.44 stays.
    """
    with uow:
        told = {"amount": entry.amount.minor, "costs": claims.costs, "interest": claims.interest}
        operation = uow.begin("receipt.statutory", told)
        for kind, minor in ((ClaimKind.COST, claims.costs), (ClaimKind.INTEREST, claims.interest)):
            if minor:
                _claim(uow, entry, kind, minor)
        uses = by_statute(uow, entry.customer_id, entry.amount)
        document_id = post_receipt(uow, entry, uses)
        uow.commit()
    return OperationResult(value=document_id, operation_id=operation, changes=SETTLED)


def by_statute(uow: UnitOfWork, customer_id: int, amount: Money) -> list[Use]:
    """Return how an amount spreads over a customer's debits in the statutory order."""
    debits = statutory_order(uow.open_debits(customer_id, amount.currency))
    uses, left = [], amount.minor
    for debit in debits:
        take = min(debit.open, left)
        if take > 0:
            uses.append(Use(item_id=debit.id, minor=take))
            left -= take
    return uses


def _claim(uow: UnitOfWork, entry: ReceiptEntry, kind: ClaimKind, minor: int) -> int:
    if minor < 0:
        raise WrongSign(kind=Kind.DEBIT_NOTE.value, number="")
    amount = Money(minor, entry.amount.currency)
    on = entry.received_on
    document = _whole(uow, Kind.DEBIT_NOTE, entry.customer_id, on, amount)
    items = (replace(document.items[0], due_on=on),)
    return uow.add_document(check(replace(document, items=items, claim=kind)))
