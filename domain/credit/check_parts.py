"""What the credit file says that the check looks at: register, securities, stage.

Only what the check needs of those records is read here; their own rules are their own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Final, TypeVar

from domain.credit.file.registry import RegistryFacts, RegistryStatus
from domain.ports_records import RecordReads
from domain.record import Kept, Record

V = TypeVar("V", bound=Kept)

#: Securities that are money already received.
_PAID: Final = frozenset({"prepayment", "deposit"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityPart:
    """A security from its record's day to its last."""

    KIND: ClassVar[str] = "security"

    type: str = ""
    amount: int | None = None
    currency: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StagePart:
    """The stage of a new customer's relationship, from its record's day on."""

    KIND: ClassVar[str] = "relationship_stage"

    stage: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FileParts:
    """What the file says of a customer on a day.

    Attributes:
        registry: None: never looked up.
        deposits: money held by currency ("" is the customer's own).
        cover_ended_on: last day of the latest security that ended without another in force.
        stage: None: it has none.
    """

    registry: RegistryStatus | None = None
    deposits: Mapping[str, int] = field(default_factory=dict)
    cover_ended_on: date | None = None
    stage: int | None = None


def file_parts(
    reads: RecordReads, day: date, customer_id: int | None = None
) -> dict[int, FileParts]:
    """Return what the file says of all customers, or of one; those without a file are left out."""
    registry = _by_customer(reads.records(RegistryFacts, customer_id=customer_id, up_to=day))
    securities = _by_customer(reads.records(SecurityPart, customer_id=customer_id, up_to=day))
    stages = _by_customer(reads.records(StagePart, customer_id=customer_id, up_to=day))
    return {
        key: FileParts(
            registry=registry[key][-1].value.status if key in registry else None,
            deposits=_deposits(securities.get(key, ()), day),
            cover_ended_on=cover_ended_on(securities.get(key, ()), day),
            stage=stages[key][-1].value.stage if key in stages else None,
        )
        for key in {*registry, *securities, *stages}
    }


def is_money(one: Record[SecurityPart], day: date) -> bool:
    """Whether a security is money that we hold on a day."""
    return one.value.type in _PAID and one.holds_on(day)


def _deposits(found: Iterable[Record[SecurityPart]], day: date) -> dict[str, int]:
    sums: dict[str, int] = defaultdict(int)
    for one in found:
        if is_money(one, day):
            sums[one.value.currency] += one.value.amount or 0
    return dict(sums)


def cover_ended_on(found: Sequence[Record[SecurityPart]], day: date) -> date | None:
    """Return when a customer's cover ended: the last day of the latest that did.

    None while one is in force, or where there never was one. Worked: a guarantee up to
    30 September, nothing after it: on 1 October, 30 September.
    """
    others = [one for one in found if one.value.type not in _PAID]
    if any(one.holds_on(day) for one in others):
        return None
    ends = [one.ends_on for one in others if one.ends_on is not None and one.ends_on < day]
    return max(ends, default=None)


def _by_customer(records: Iterable[Record[V]]) -> dict[int, list[Record[V]]]:
    """Return records by customer, each in the order of their days."""
    found: dict[int, list[Record[V]]] = defaultdict(list)
    for one in records:
        if one.customer_id is not None:
            found[one.customer_id].append(one)
    return found
