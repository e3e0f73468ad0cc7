"""Holds and overrides: each needs a second person to end it, or to give it."""

from __future__ import annotations

from datetime import date

from domain.changes import OperationResult
from domain.credit.holds import PROVED, CreditHold, CreditRelease, Ground
from domain.credit.overrides import CreditOverride
from domain.errors import (
    AlreadyReversed,
    EndsTooEarly,
    MissingField,
    SamePerson,
    WrongSign,
)
from domain.ports import UnitOfWork
from domain.services.records import CHANGED, add_record


def hold(uow: UnitOfWork, customer_id: int, value: CreditHold, on: date) -> OperationResult[int]:
    """Put a customer on hold from a day on.

    Raises:
        MissingField: no reason, nobody who asks for it, or a ground that needs proof (527)
            without any.
        EndsTooEarly: the cure is to come before the hold begins.
    """
    needed = {"reason": value.reason, "held_by": value.held_by}
    if value.ground in PROVED:
        needed["proof"] = value.proof
    if value.ground is Ground.FIRST or value.ground is Ground.SIMULTANEOUS:
        needed["clause"] = value.clause
    _fill(needed)
    if value.cure_by is not None and value.cure_by < on:
        raise EndsTooEarly(first=on, last=value.cure_by)
    with uow:
        told = {"customer": customer_id, "scope": value.scope.value, "reason": value.reason}
        operation = uow.begin("credit_hold.keep", told)
        record_id = add_record(uow, value, customer_id=customer_id, dated_on=on)
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=CHANGED)


def release(
    uow: UnitOfWork, hold_id: int, reason: str, released_by: str, on: date
) -> OperationResult[int]:
    """Release a hold from a day on; not by whoever asked for it.

    Raises:
        MissingField: no reason or name.
        SamePerson: it was held by the same.
        EndsTooEarly: it had not begun.
        AlreadyReversed: it was released before, or does not stand.
    """
    _fill({"reason": reason, "released_by": released_by})
    with uow:
        held = uow.record(CreditHold, hold_id)
        if same_person(held.value.held_by, released_by):
            raise SamePerson(person=released_by.strip())
        if on < held.dated_on:
            raise EndsTooEarly(first=held.dated_on, last=on)
        known = uow.records(CreditRelease, customer_id=held.customer_id)
        if not uow.record_stands(hold_id) or any(one.value.hold_id == hold_id for one in known):
            raise AlreadyReversed(record=f"credit_hold/{hold_id}")
        told = {"customer": held.customer_id, "hold": hold_id, "reason": reason}
        operation = uow.begin("credit_release.keep", told)
        value = CreditRelease(hold_id=hold_id, reason=reason, released_by=released_by)
        record_id = add_record(uow, value, customer_id=held.customer_id, dated_on=on)
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=CHANGED)


def allow(
    uow: UnitOfWork, customer_id: int, value: CreditOverride, on: date, until: date | None
) -> OperationResult[int]:
    """Give leave to sell in spite of the check, up to a ceiling and a last day.

    Raises:
        MissingField: no reason, no names, or no end.
        SamePerson: whoever asked gives it too.
        EndsTooEarly: it ends before it begins.
        WrongSign: a ceiling below zero.
    """
    _fill({"reason": value.reason, "asked_by": value.asked_by, "allowed_by": value.allowed_by})
    if until is None:
        raise MissingField(field="ends_on")
    if same_person(value.asked_by, value.allowed_by):
        raise SamePerson(person=value.allowed_by.strip())
    if until < on:
        raise EndsTooEarly(first=on, last=until)
    if value.ceiling <= 0:
        raise WrongSign(kind=CreditOverride.KIND, number="")
    with uow:
        told = {"customer": customer_id, "ceiling": value.ceiling, "until": until.isoformat()}
        operation = uow.begin("credit_override.keep", told)
        record_id = add_record(uow, value, customer_id=customer_id, dated_on=on, ends_on=until)
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=CHANGED)


def same_person(first: str, second: str) -> bool:
    """Whether two names are one person's: capitals and blanks make no other."""
    plain = ["".join(name.split()).casefold() for name in (first, second)]
    return plain[0] == plain[1]


def _fill(needed: dict[str, str]) -> None:
    for field, words in needed.items():
        if not words.strip():
            raise MissingField(field=field)
