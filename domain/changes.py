"""What an operation changed, so that every screen can refresh itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Which kinds of records an operation touched."""

    customers: bool = False
    documents: bool = False
    allocations: bool = False
    papers: bool = False
    disputes: bool = False
    settings: bool = False
    bank: bool = False
    bills: bool = False
    records: bool = False

    def __or__(self, other: Changes) -> Changes:
        return Changes(
            customers=self.customers or other.customers,
            documents=self.documents or other.documents,
            allocations=self.allocations or other.allocations,
            papers=self.papers or other.papers,
            disputes=self.disputes or other.disputes,
            settings=self.settings or other.settings,
            bank=self.bank or other.bank,
            bills=self.bills or other.bills,
            records=self.records or other.records,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OperationResult(Generic[T]):
    """The value a service returns, its history record and what it changed."""

    value: T
    operation_id: int
    changes: Changes
