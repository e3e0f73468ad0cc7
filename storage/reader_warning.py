"""What early warning looks at, as the read side gives it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Engine

if TYPE_CHECKING:
    from domain.ports_warning import Person
    from domain.warning.debts import Account, AccountHistory


class WarningSide:
    """Part of :class:`storage.reader.SqlReader`."""

    _engine: Engine

    def debt_accounts(
        self, as_of: date, progress: Callable[[int, int], None] | None = None
    ) -> list[Account]:
        """Return the debts of each customer and currency as they were known on a day."""
        from storage.queries import warning

        with self._engine.connect() as connection:
            return warning.debt_accounts(connection, as_of, progress)

    def debt_histories(self, as_of: date, customer_ids: Sequence[int]) -> list[AccountHistory]:
        """Return all debts of some customers with what was allocated to them up to a day."""
        from storage.queries import warning

        with self._engine.connect() as connection:
            return warning.debt_histories(connection, as_of, customer_ids)

    def people(self) -> list[Person]:
        """Return every customer, by code."""
        from storage.queries import warning

        with self._engine.connect() as connection:
            return warning.people(connection)
