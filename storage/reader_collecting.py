"""What came of debtors, as the read side gives it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import Engine

from domain.collecting.promise import Received
from domain.statement_reply import SentStatement


class CollectingSide:
    """Part of :class:`storage.reader.SqlReader`."""

    _engine: Engine

    def money_received(
        self, customer_ids: Collection[int], since: date, as_of: date
    ) -> list[Received]:
        """Return what came of these customers in a time, by customer, currency and day."""
        from storage.queries import collecting

        with self._engine.connect() as connection:
            return collecting.money_received(connection, customer_ids, since, as_of)

    def statements_sent(self, customer_id: int | None = None) -> list[SentStatement]:
        """Return issued statements, of all or one customer, by day."""
        from storage.queries import statements

        with self._engine.connect() as connection:
            return statements.sent(connection, customer_id)
