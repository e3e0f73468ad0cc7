"""What the read side reads for limits, stages and reviews."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Engine

if TYPE_CHECKING:
    from domain.credit.carried import Carried
    from domain.credit.limits import Given, LimitOnDay
    from domain.ports_limits import Late, Relation


class LimitSide:
    """Part of :class:`storage.reader.SqlReader`; reads by :mod:`storage.queries.limits`."""

    _engine: Engine

    def base_currency(self) -> str:
        """Return the book's own currency."""
        raise NotImplementedError

    def given_limits(self, customer_ids: Sequence[int] | None = None) -> list[Given]:
        """Return what the master data of customers say of limits, of all or of some."""
        from storage.queries import limits

        with self._engine.connect() as connection:
            return limits.given_limits(connection, self.base_currency(), customer_ids)

    def limits_in_force(
        self, day: date, customer_ids: Sequence[int] | None = None
    ) -> Mapping[int, LimitOnDay]:
        """Return the limit of each customer in its own currency, of all or of some."""
        from storage.queries import limits

        base = self.base_currency()
        with self._engine.connect() as connection:
            return limits.limits_in_force(connection, base, day, customer_ids)

    def relations(self, as_of: date, *, customer_id: int | None = None) -> list[Relation]:
        """Return since when each customer, or one, buys and how many invoices it has paid."""
        from storage.queries import limits

        with self._engine.connect() as connection:
            return limits.relations(connection, as_of, customer_id)

    def late_items(self, as_of: date) -> list[Late]:
        """Return what is overdue on a day, by customer, summed by days overdue."""
        from storage.queries import limits

        with self._engine.connect() as connection:
            return limits.late_items(connection, as_of)

    def peaks(
        self, from_on: date, to_on: date, *, customer_id: int | None = None
    ) -> Mapping[tuple[int, str], int]:
        """Return the highest balance of a period by customer and currency."""
        from storage.queries import limits

        with self._engine.connect() as connection:
            return limits.peaks(connection, from_on, to_on, customer_id)

    def carried(self, customer_id: int, currency: str, to_on: date) -> list[Carried]:
        """Return what moved a customer's balance up to a day, and until when it was open."""
        from storage.queries import limits

        with self._engine.connect() as connection:
            return limits.carried(connection, customer_id, currency, to_on)
