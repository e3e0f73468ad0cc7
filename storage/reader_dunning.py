"""Dunning as the read side gives it: each read over its own connection."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Engine

if TYPE_CHECKING:
    from domain.dunning import SentLevel
    from domain.dunning_charges import DunnedItem, OpenFee, ReleasedRun
    from domain.interest import Claimed, LateDebt
    from storage.unit_dunning import DunningReader


class DunningSide:
    """Part of :class:`storage.reader.SqlReader`."""

    _engine: Engine

    @contextmanager
    def _dunning(self) -> Iterator[DunningReader]:
        from storage.unit_dunning import DunningReader

        with self._engine.connect() as connection:
            yield DunningReader(connection)

    def sent_levels(self, as_of: date, *, customer_id: int | None = None) -> list[SentLevel]:
        """Return the highest level each item had been sent by a day."""
        with self._dunning() as found:
            return found.sent_levels(as_of, customer_id=customer_id)

    def countries(self) -> dict[int, str]:
        """Return the country of every customer, "" where none is known."""
        with self._dunning() as found:
            return found.countries()

    def last_run_on(self) -> date | None:
        """Return the date of the last released dunning run."""
        with self._dunning() as found:
            return found.last_run_on()

    def dunning_runs(self) -> list[ReleasedRun]:
        """Return the released runs, newest first, with what they left out."""
        with self._dunning() as found:
            return found.dunning_runs()

    def open_fees(self, as_of: date, *, customer_id: int | None = None) -> list[OpenFee]:
        """Return the fees charged up to a day that no standing debit note claims, by day."""
        with self._dunning() as found:
            return found.open_fees(as_of, customer_id=customer_id)

    def interest_dunned(self, as_of: date, *, customer_id: int | None = None) -> list[DunnedItem]:
        """Return the items whose interest a letter has claimed up to a day, oldest first."""
        with self._dunning() as found:
            return found.interest_dunned(as_of, customer_id=customer_id)

    def late_debts(self, document_ids: Sequence[int]) -> dict[int, LateDebt]:
        """Return debits as interest sees them, many at once."""
        from storage.unit_interest import InterestReader

        with self._engine.connect() as connection:
            return InterestReader(connection).late_debts(document_ids)

    def claims_of(self, document_ids: Sequence[int]) -> dict[int, list[Claimed]]:
        """Return the claims of interest on debits that stand."""
        from storage.unit_interest import InterestReader

        with self._engine.connect() as connection:
            return InterestReader(connection).claims_of(document_ids)
