"""A big book whose customers have credit files, grades and limits, with promises and talks."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Final, NamedTuple

from bench.books import LAST, big_book
from domain.collecting.promise import Promise
from domain.collecting.talk import Channel, Outcome, Talk
from domain.cover.insurance import BuyerLimit, InsurancePolicy
from domain.credit.assessment import Assessment, FileParts
from domain.credit.file.registry import RegistryFacts, RegistryStatus
from domain.credit.file.security import GuaranteeType, Security, SecurityType
from domain.credit.grades import Grade
from domain.credit.limits import CreditLimit
from domain.credit.score_model import FEATURES
from domain.record import Kept
from domain.services.records import add_record
from storage.book import SqlBook, open_book

CUSTOMERS: Final = 5_000
#: Counted up when other records are added than before.
_EDITION: Final = 1
_POLICY: Final = "SL-1"
_GRADES: Final = (Grade.A, Grade.B, Grade.B, Grade.C, Grade.D)


class _Made(NamedTuple):
    value: Kept
    customer_id: int | None
    dated_on: date
    ends_on: date | None = None


def credit_book(documents: int, customers: int = CUSTOMERS) -> Path:
    """Return such a book, making it when it is not there yet."""
    plain = big_book(documents, customers)
    path = plain.with_name(f"credit-{_EDITION}-{plain.name}")
    if not path.exists():
        making = path.with_suffix(".making")
        shutil.copy(plain, making)
        book = open_book(making)
        try:
            _furnish(book)
        finally:
            book.close()
        making.replace(path)
    return path


def opened_credit(documents: int, customers: int = CUSTOMERS) -> SqlBook:
    """Return the book, open."""
    return open_book(credit_book(documents, customers))


def _furnish(book: SqlBook) -> None:
    owed = _owed(book)
    with book.unit_of_work("bench") as uow:
        uow.begin("record.keep", {})
        for one in _records(owed):
            add_record(
                uow,
                one.value,
                customer_id=one.customer_id,
                dated_on=one.dated_on,
                ends_on=one.ends_on,
            )
        uow.commit()


def _owed(book: SqlBook) -> dict[int, int]:
    """Return what each customer owes."""
    sums = {one.customer_id: sum(one.parts.values()) for one in book.reader.exposures(LAST)}
    return {one.customer_id: sums.get(one.customer_id, 0) for one in book.reader.people()}


def _records(owed: dict[int, int]) -> Iterator[_Made]:
    """Yield a policy, and for each customer what its number chooses."""
    began = LAST - timedelta(days=200)
    yield _Made(_policy(), None, began, LAST + timedelta(days=165))
    for key, minor in owed.items():
        checked = LAST - timedelta(days=key % 400)
        yield _Made(_registry(key), key, checked)
        yield _Made(_assessment(key), key, checked, checked + timedelta(days=365))
        # One customer in nine is above its limit.
        limit = minor * 9 // 10 if key % 9 == 0 else minor * 2 + 1_000_000
        for days in (500, 250, 20 + key % 100):
            granted = CreditLimit(currency="CNY", minor=limit, approver="bench")
            yield _Made(granted, key, LAST - timedelta(days=days))
        if key % 10 == 0:
            on = LAST - timedelta(days=key % 60)
            promise = Promise(amount=minor // 3 + 1, currency="CNY", due_on=on + timedelta(days=7))
            yield _Made(promise, key, on)
        if key % 4 == 0:
            yield _Made(_talk(key), key, LAST - timedelta(days=key % 90))
        if key % 20 == 0:
            yield _Made(BuyerLimit(policy=_POLICY, amount_minor=limit), key, began)
        if key % 25 == 0:
            yield _Made(_guarantee(key), key, began)


def _policy() -> InsurancePolicy:
    return InsurancePolicy(
        insurer="示例信用保险股份有限公司",
        number=_POLICY,
        currency="CNY",
        insured_percent=Decimal(90),
        max_term_days=120,
        mep_days=30,
        noa_days=15,
        waiting_months=4,
        claim_window_months=6,
        declare_days=15,
    )


def _registry(key: int) -> RegistryFacts:
    return RegistryFacts(status=RegistryStatus.EXISTING, register_number=f"R{key}", source="bench")


def _assessment(key: int) -> Assessment:
    grade = _GRADES[key % len(_GRADES)]
    return Assessment(
        model=FEATURES,
        answers=(),
        parts=FileParts(),
        score=Decimal(50 + key % 50),
        coverage=Decimal(80),
        computed=grade,
        grade=grade,
    )


def _talk(key: int) -> Talk:
    following = LAST + timedelta(days=key % 30 - 15) if key % 8 == 0 else None
    return Talk(
        channel=Channel.PHONE,
        outcome=Outcome.IN_PROCESS,
        text="bench",
        next_step="bench" if following else "",
        next_on=following,
    )


def _guarantee(key: int) -> Security:
    return Security(
        type=SecurityType.GUARANTEE,
        amount=10_000_000,
        currency="CNY",
        giver=f"示例担保{key}号有限公司",
        guarantee_type=GuaranteeType.JOINT,
        debt_due_on=LAST - timedelta(days=key % 300),
    )
