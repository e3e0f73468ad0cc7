"""What cover reads of the ledger, as a protocol; part of :mod:`domain.ports`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from domain.cover.insurance import CoverDebt


class CoverReads(Protocol):
    """Debits with what insurance and assignment look at."""

    def cover_debts(
        self, as_of: date, *, customer_ids: Collection[int] | None = None
    ) -> list[CoverDebt]:
        """Return the debits open on a date, of all or of some customers, by code and due date."""
        ...

    def shipments(
        self, first: date, last: date, *, customer_ids: Collection[int] | None = None
    ) -> list[CoverDebt]:
        """Return the invoices shipped in a period, whole and as if unpaid, by code."""
        ...
