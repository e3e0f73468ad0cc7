"""Keeping revaluations, inside a unit of work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, insert, text

from storage.mappers import to_json
from storage.tables_bank import revaluation, revaluation_line

if TYPE_CHECKING:
    from domain.revaluation import Valuation

#: Run ``r`` stands: it is no reversal and was not reversed.
STANDS = (
    "r.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM revaluation v WHERE v.reverses_id = r.id)"
)


class RevaluationWrites:
    """What a unit of work reads and writes of revaluations."""

    connection: Connection
    _operation_id: int

    def insert(self, table: Table, **values: Any) -> int:
        """Insert one row and return its id."""
        raise NotImplementedError

    def last_revaluation_on(self) -> date | None:
        """Return the day of the latest run that stands."""
        sql = f"SELECT MAX(r.run_on) FROM revaluation r WHERE {STANDS}"
        found = self.connection.scalar(text(sql))
        return None if found is None else date.fromisoformat(found)

    def revaluation_on(self, run_id: int) -> date | None:
        """Return the day of a run that stands, None when it was reversed or is a reversal."""
        sql = f"SELECT r.run_on FROM revaluation r WHERE r.id = :id AND {STANDS}"
        found = self.connection.scalar(text(sql), {"id": run_id})
        return None if found is None else date.fromisoformat(found)

    def add_revaluation(
        self,
        on: date,
        base: str,
        rates: Mapping[str, Decimal],
        values: Sequence[Valuation],
        *,
        reverses_id: int | None = None,
    ) -> int:
        """Keep a run with its items, or the reversal of one; return its id."""
        run_id = self.insert(
            revaluation,
            run_on=on.isoformat(),
            base_currency=base,
            rates=to_json({key: str(rate) for key, rate in rates.items()}),
            reverses_id=reverses_id,
            operation_id=self._operation_id,
        )
        rows = [
            {
                "run_id": run_id,
                "item_id": one.item_id,
                "currency": one.currency,
                "open_minor": one.open,
                "booked_minor": one.booked,
                "valued_minor": one.valued,
            }
            for one in values
        ]
        if rows:
            self.connection.execute(insert(revaluation_line), rows)
        return run_id
