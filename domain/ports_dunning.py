"""What is read and kept of dunning, as protocols; part of :mod:`domain.ports`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from domain.dunning import SentLevel
    from domain.dunning_charges import DunnedItem, OpenFee, ReleasedRun
    from domain.interest import Claimed, LateDebt


class DunningReads(Protocol):
    """Reading levels, fees and what interest needs of many debts at once."""

    def sent_levels(self, as_of: date, *, customer_id: int | None = None) -> list[SentLevel]: ...
    def last_run_on(self) -> date | None: ...
    def dunning_runs(self) -> list[ReleasedRun]:
        """Return the released runs, newest first, with what they left out."""
        ...

    def open_fees(self, as_of: date, *, customer_id: int | None = None) -> list[OpenFee]:
        """Return the fees charged up to a day that no standing debit note claims, by day."""
        ...

    def interest_dunned(self, as_of: date, *, customer_id: int | None = None) -> list[DunnedItem]:
        """Return the items whose interest a letter has claimed up to a day, oldest first."""
        ...

    def late_debts(self, document_ids: Sequence[int]) -> dict[int, LateDebt]:
        """Return debits as interest sees them, many at once."""
        ...

    def countries(self) -> dict[int, str]:
        """Return the country of every customer, "" where none is known."""
        ...

    def claims_of(self, document_ids: Sequence[int]) -> dict[int, list[Claimed]]:
        """Return the claims of interest on debits that stand; debits without one are left out."""
        ...


class DunningWrites(DunningReads, Protocol):
    """Keeping a released run inside a unit of work."""

    def add_run(self, run_on: date, value: Mapping[str, Any]) -> int: ...
    def add_dunned_item(
        self,
        *,
        run_id: int,
        paper_id: int,
        item_id: int,
        level: int,
        sent_on: date,
        days_overdue: int,
        open_minor: int,
        fee_minor: int,
        interest: str = "",
    ) -> None: ...
    def add_fee_claim(self, document_id: int, dunned_ids: Sequence[int]) -> None: ...
