"""Orders and deliveries not invoiced: taken down, delivered, closed, put right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.changes import OperationResult
from domain.credit.check import Level
from domain.credit.orders import OpenOrder, OrderState
from domain.errors import CreditBlocked, DuplicateNumber, MissingField, NotFound, WrongSign
from domain.money import Money
from domain.ports import UnitOfWork
from domain.services.credit_check import Asked, check_sale
from domain.services.records import CHANGED, add_record


def take_order(
    uow: UnitOfWork, customer_id: int, order: OpenOrder, *, days: int | None = None
) -> OperationResult[int]:
    """Take an order down, unless the credit check blocks it.

    ``days`` is its term, where it is known: the check looks at it too.

    Raises:
        MissingField, WrongSign: no number, or no amount.
        DuplicateNumber: the customer has an order of this number.
        CreditBlocked: the check blocks it and no override covers it.
    """
    _look_at(order)
    with uow:
        if _known(uow, customer_id, order.number, order.ordered_on) is not None:
            raise DuplicateNumber(number=order.number, kind=OpenOrder.KIND)
        amount = Money(order.amount, order.currency)
        asked = Asked(customer_id=customer_id, amount=amount, days=days)
        _refuse_blocked(uow, asked, order.ordered_on)
        told = {"number": order.number, "customer": customer_id, "amount": order.amount}
        operation = uow.begin("open_order.keep", told)
        record_id = add_record(uow, order, customer_id=customer_id, dated_on=order.ordered_on)
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=CHANGED)


def deliver(
    uow: UnitOfWork, customer_id: int, number: str, minor: int, on: date
) -> OperationResult[int]:
    """Take down that more of an order was delivered (``minor``, gross) on a day.

    The goods are gone: a blocked customer's delivery is kept all the same.

    Raises:
        NotFound: the customer has no order of this number on the day.
        WrongSign: nothing is delivered, or less than nothing stays delivered.
    """
    with uow:
        state = _asked_for(uow, customer_id, number, on)
        delivered = state.order.delivered + minor
        if minor == 0 or delivered < 0:
            raise WrongSign(kind=OpenOrder.KIND, number=number)
        told = {"number": number, "customer": customer_id, "delivered": minor}
        operation = uow.begin("open_order.deliver", told)
        record_id = add_record(
            uow,
            replace(state.order, delivered=delivered),
            customer_id=customer_id,
            dated_on=on,
        )
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=CHANGED)


def close_order(
    uow: UnitOfWork, customer_id: int, number: str, on: date, reason: str
) -> OperationResult[int]:
    """Take down that nothing more of an order will be delivered; what was, stays exposure.

    Raises:
        MissingField: no reason.
        NotFound: the customer has no order of this number on the day.
    """
    if not reason.strip():
        raise MissingField(field="reason")
    with uow:
        state = _asked_for(uow, customer_id, number, on)
        told = {"number": number, "customer": customer_id, "reason": reason}
        operation = uow.begin("open_order.close", told)
        record_id = add_record(
            uow,
            replace(state.order, closed=True, note=reason),
            customer_id=customer_id,
            dated_on=on,
        )
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=CHANGED)


def name_invoices(
    uow: UnitOfWork, customer_id: int, number: str, invoices: tuple[str, ...], on: date
) -> OperationResult[int]:
    """Name the invoices that belong to an order without bearing its number.

    Raises:
        NotFound: the customer has no order of this number on the day.
    """
    with uow:
        state = _asked_for(uow, customer_id, number, on)
        told = {"number": number, "customer": customer_id, "invoices": list(invoices)}
        operation = uow.begin("open_order.invoices", told)
        record_id = add_record(
            uow,
            replace(state.order, invoices=invoices),
            customer_id=customer_id,
            dated_on=on,
        )
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=CHANGED)


def _look_at(order: OpenOrder) -> None:
    if not order.number.strip():
        raise MissingField(field="number")
    if order.amount <= 0 or order.delivered < 0:
        raise WrongSign(kind=OpenOrder.KIND, number=order.number)


def _refuse_blocked(uow: UnitOfWork, asked: Asked, on: date) -> None:
    result = check_sale(uow, asked, on)
    if result.verdict is Level.BLOCK:
        raise CreditBlocked(
            customer=uow.customer(asked.customer_id).code, blocks=", ".join(result.blocks)
        )


def _known(uow: UnitOfWork, customer_id: int, number: str, on: date) -> OrderState | None:
    states = uow.order_states(on, customer_ids=[customer_id])
    return next((one for one in states if one.order.number == number), None)


def _asked_for(uow: UnitOfWork, customer_id: int, number: str, on: date) -> OrderState:
    found = _known(uow, customer_id, number, on)
    if found is None:
        raise NotFound(record=f"open_order/{number}")
    return found
