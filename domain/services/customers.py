"""Customer master data: add and edit."""

from __future__ import annotations

from domain.changes import Changes, OperationResult
from domain.customer import Customer
from domain.errors import DuplicateCode, MissingField
from domain.ports import UnitOfWork
from domain.terms import parse_terms
from domain.values import dumps


def check_customer(customer: Customer) -> Customer:
    """Return the customer when it may be kept.

    Raises:
        MissingField: no code or no name.
        BadTerms: its payment terms cannot be read.
    """
    if not customer.code:
        raise MissingField(field="code")
    if not customer.name:
        raise MissingField(field="name")
    if customer.terms:
        parse_terms(customer.terms)
    return customer


def add_customer(uow: UnitOfWork, customer: Customer) -> OperationResult[int]:
    """Add a customer and return its id."""
    check_customer(customer)
    with uow:
        if _holder(uow, customer.code) is not None:
            raise DuplicateCode(customer=customer.code)
        operation = uow.begin("customer.add", {"code": customer.code, "name": customer.name})
        customer_id = uow.add_customer(customer)
        uow.changed("customer", customer_id, None, dumps(customer))
        uow.commit()
    return OperationResult(
        value=customer_id, operation_id=operation, changes=Changes(customers=True)
    )


def edit_customer(uow: UnitOfWork, customer_id: int, customer: Customer) -> OperationResult[int]:
    """Replace a customer's master data; the history keeps what it was."""
    check_customer(customer)
    with uow:
        holder = _holder(uow, customer.code)
        if holder not in (None, customer_id):
            raise DuplicateCode(customer=customer.code)
        before = uow.customer(customer_id)
        operation = uow.begin("customer.edit", {"code": customer.code, "name": customer.name})
        uow.replace_customer(customer_id, customer)
        uow.changed("customer", customer_id, dumps(before), dumps(customer))
        uow.commit()
    return OperationResult(
        value=customer_id, operation_id=operation, changes=Changes(customers=True)
    )


def _holder(uow: UnitOfWork, code: str) -> int | None:
    """Return who has a code; a customer merely called so has not."""
    found = uow.customer_id(code)
    return found if found is not None and uow.customer(found).code == code else None
