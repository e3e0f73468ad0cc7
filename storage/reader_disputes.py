"""Reading disputes beside a unit of work; part of :class:`storage.reader.SqlReader`."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Engine

from domain.listing import DisputeRow
from storage.queries import disputes


class DisputeSide:
    """Reads of disputes, each on a connection of its own."""

    _engine: Engine

    def disputes(
        self,
        *,
        customer_id: int | None = None,
        item_id: int | None = None,
        open_on: date | None = None,
        as_of: date | None = None,
    ) -> list[DisputeRow]:
        """Return disputes, all or those open on a day."""
        with self._engine.connect() as connection:
            return disputes.disputes(
                connection,
                customer_id=customer_id,
                item_id=item_id,
                open_on=open_on,
                as_of=as_of,
            )
