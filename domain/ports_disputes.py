"""What is read and kept of disputes, as protocols; part of :mod:`domain.ports`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from domain.disputes import Dispute, Outcome
    from domain.listing import DisputeRow


class DisputeReads(Protocol):
    """Reading disputes: in a unit of work and beside it."""

    def disputes(
        self,
        *,
        customer_id: int | None = None,
        item_id: int | None = None,
        open_on: date | None = None,
        as_of: date | None = None,
    ) -> list[DisputeRow]:
        """Return disputes by day: all, or those open on a day.

        As of a day (``open_on`` is one too) later ones are left out, and what was settled
        or credited later is not told yet.
        """
        ...


class DisputeWrites(DisputeReads, Protocol):
    """Keeping disputes inside a unit of work."""

    def add_dispute(self, value: Dispute, due_on: date) -> int: ...
    def dispute(self, dispute_id: int) -> DisputeRow: ...
    def decide_dispute(
        self, dispute_id: int, on: date, outcome: Outcome, conceded: int, text: str
    ) -> None: ...
    def close_dispute(self, dispute_id: int, on: date) -> None: ...
    def add_dispute_credit(self, dispute_id: int, document_id: int) -> None: ...
