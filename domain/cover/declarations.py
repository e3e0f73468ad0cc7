"""Declarations of a month's insured shipments to the insurer (出运申报)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from domain.cover.insurance import CoverDebt, Exclusion, Insurance, InsurancePolicy, covered
from domain.record import Record
from domain.terms import day_of_month

#: What keeps a shipment from being declared at all; whatever else is wrong with it, it is.
_NOT_DECLARED = frozenset(
    {
        Exclusion.NO_POLICY,
        Exclusion.NO_LIMIT,
        Exclusion.INTEREST,
        Exclusion.RELATED,
        Exclusion.COUNTRY,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredLine:
    """A shipment as declared: the invoice's whole amount."""

    document_id: int
    number: str
    code: str
    name: str
    country: str
    shipped_on: date
    due_on: date | None
    amount_minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShipmentDeclaration:
    """What was declared for a month under a policy; dated when it was declared.

    ``late``: lines of earlier months that had not been declared stand among the others.
    """

    KIND: ClassVar[str] = "shipment_declaration"

    policy: str
    month: date
    currency: str
    total_minor: int
    declare_by: date
    lines: tuple[DeclaredLine, ...]


def declare_by(policy: InsurancePolicy, month: date) -> date:
    """Return the last day to declare a month: its last day and the policy's days.

    Worked: October 2026 with 15 days is 2026-11-15.
    """
    return day_of_month(month.year, month.month, 31) + timedelta(days=policy.declare_days)


def declaration(
    insurance: Insurance,
    policy: InsurancePolicy,
    month: date,
    shipments: Sequence[CoverDebt],
    declared: Collection[int],
) -> ShipmentDeclaration:
    """Return what is to be declared of a month's shipments.

    Each document once: ``declared`` are those of earlier declarations. Interest, related
    parties, countries that are not insured and buyers without a limit stay out; what lies
    above a limit is declared all the same.
    """
    lines = [
        DeclaredLine(
            document_id=one.debt.document_id,
            number=one.debt.number,
            code=one.debt.code,
            name=one.debt.name,
            country=one.debt.country,
            shipped_on=one.debt.shipped_on,
            due_on=one.debt.due_on,
            amount_minor=one.debt.amount,
        )
        for one in covered(insurance, shipments)
        if one.policy is not None
        and one.policy.number == policy.number
        and one.debt.document_id not in declared
        and not _NOT_DECLARED.intersection(one.exclusions)
    ]
    lines.sort(key=lambda one: (one.shipped_on, one.number))
    return ShipmentDeclaration(
        policy=policy.number,
        month=month.replace(day=1),
        currency=policy.currency,
        total_minor=sum(line.amount_minor for line in lines),
        declare_by=declare_by(policy, month),
        lines=tuple(lines),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthState:
    """A month of a policy: what was declared of it, by when, and what is still to be."""

    policy: str
    month: date
    declare_by: date
    currency: str
    declared_on: date | None
    declared: int
    declared_count: int
    waiting: int
    waiting_count: int


def documents(declared: Sequence[Record[ShipmentDeclaration]]) -> set[int]:
    """Return the documents that stand declared."""
    return {line.document_id for one in declared for line in one.value.lines}
