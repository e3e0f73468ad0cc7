"""Worklist sources about credit files: what runs out or is to be looked up again."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from domain.credit.file.expiry import Due
from domain.services.credit_file import ExpiryRow
from domain.services.tasks_shared import Today
from domain.worklist.task import Act, Deadline, Task, TaskKind

#: What runs out → the kind of its records, which the act opens.
_KINDS: Final[dict[Due, str]] = {
    Due.REGISTRY: "registry_facts",
    Due.REPORT: "credit_report",
    Due.VISIT: "site_visit",
    Due.SECURITY: "security",
    Due.CONTRACT: "contract",
}
#: How much of what a customer owes a renewed paper saves, and a security of its amount.
_PAPER: Final = Decimal("0.02")
_SECURITY: Final = Decimal("0.2")
#: Tasks are made so many days before; deadlines are shown as early as the first alert.
_DAYS: Final = 30


def address(one: ExpiryRow) -> str:
    """Return the part of the customer's file where something is renewed."""
    kind = _KINDS.get(one.expiry.what, "")
    return f"customer/{one.customer.id}/file" + (f"/{kind}" if kind else "")


def documents(today: Today) -> Iterator[Task]:
    """What of the credit files is past its day, or within 30 days of it.

    At stake is what a security covers, else what the customer owes.
    """
    securities = _amounts(today)
    for one in today.expiring():
        if one.expiry.days_left > _DAYS:
            continue
        secures = one.expiry.what is Due.SECURITY
        owed = (one.customer.balance, one.customer.currency)
        amount, currency = securities.get(one.expiry.record_id, owed) if secures else owed
        yield Task(
            key=f"file/{one.expiry.record_id}/{one.expiry.on.isoformat()}",
            kind=TaskKind.DOCUMENT,
            act=Act.RENEW,
            reason=f"file.{one.expiry.what.value}",
            address=address(one),
            customer_id=one.customer.id,
            customer_name=one.customer.name,
            customer_name_en=one.customer.name_en,
            amount=max(amount, 0),
            currency=currency,
            base=today.base(max(amount, 0), currency),
            chance=_SECURITY if secures else _PAPER,
            due_on=one.expiry.on,
            facts={"on": one.expiry.on, "zh": one.expiry.named[0], "en": one.expiry.named[1]},
        )


def securities_end(today: Today) -> Iterator[Deadline]:
    """Securities that end soon: the right is gone after the day."""
    amounts = _amounts(today)
    for one in today.expiring():
        if one.expiry.what is Due.SECURITY and one.expiry.days_left >= 0:
            amount, currency = amounts.get(one.expiry.record_id, (0, today.home))
            yield Deadline(
                on=one.expiry.on,
                reason="security.ends",
                address=address(one),
                customer_name=one.customer.name,
                customer_name_en=one.customer.name_en,
                amount=amount,
                currency=currency,
            )


def _amounts(today: Today) -> dict[int, tuple[int, str]]:
    """Return amount and currency of the securities by record."""
    return {
        one.id: (one.value.amount or 0, one.value.currency or today.home)
        for one in today.securities()
    }
