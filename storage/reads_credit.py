"""What the credit check reads of the ledger, inside a unit of work and beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from decimal import Decimal

from sqlalchemy import Connection, Engine

from domain.credit.exposure import Debtor, Exposure, Marks
from domain.credit.graded import Graded
from domain.credit.limits import LimitOnDay
from domain.credit.orders import OrderState
from storage import statements
from storage.mappers import base_currency


class CreditReads:
    """What both sides read, each over its own connection."""

    def _credit(self) -> AbstractContextManager[Connection]:
        raise NotImplementedError

    def debtors(self, *, customer_ids: Sequence[int] | None = None) -> list[Debtor]:
        """Return customers as the check needs them, all or some, by code."""
        from storage.queries import exposure

        with self._credit() as connection:
            return exposure.debtors(connection, customer_ids)

    def exposures(
        self, as_of: date, *, customer_ids: Sequence[int] | None = None
    ) -> list[Exposure]:
        """Return the exposure of each customer and currency, deposits held left out."""
        from storage.queries import exposure

        with self._credit() as connection:
            return exposure.exposures(connection, as_of, customer_ids)

    def order_states(
        self, as_of: date, *, customer_ids: Sequence[int] | None = None
    ) -> list[OrderState]:
        """Return the orders known on a day as they stood, with what was invoiced of them."""
        from storage.queries import exposure

        with self._credit() as connection:
            return exposure.order_states(connection, as_of, customer_ids)

    def returned_items(self, as_of: date, customer_id: int) -> dict[int, int]:
        """Return what returned payments left open of a customer's items, by item."""
        from storage.queries import exposure

        with self._credit() as connection:
            rows = exposure.returned_items(connection, as_of, [customer_id])
        return {row[0]: row[-1] for row in rows}

    def graded(self, day: date, customer_ids: Collection[int] | None = None) -> list[Graded]:
        """Return the grades that stand on a day, of some customers or all."""
        from storage.queries import grades

        with self._credit() as connection:
            return grades.graded(connection, day, customer_ids)

    def touched(self, since: Marks) -> tuple[Marks, list[int] | None]:
        """Return how far the facts reach, and the customers whose facts grew since."""
        from storage.queries import exposure

        with self._credit() as connection:
            return exposure.marks(connection), exposure.touched(connection, since)

    def rate(self, currency: str, on: date) -> Decimal | None:
        """Return the latest rate quoted on or before a day."""
        values = {"of": currency, "day": on.isoformat()}
        with self._credit() as connection:
            found = connection.scalar(statements.RATE, values)
        return None if found is None else Decimal(found)


class CreditUnit(CreditReads):
    """Part of :class:`storage.unit_of_work.SqlUnitOfWork`: sees what it has written itself."""

    connection: Connection

    @contextmanager
    def _credit(self) -> Iterator[Connection]:
        yield self.connection

    def limits_in_force(
        self, day: date, customer_ids: Sequence[int] | None = None
    ) -> Mapping[int, LimitOnDay]:
        """Return the limit of each customer in its own currency, of all or of some."""
        from storage.queries import limits

        base = base_currency(self.connection)
        return limits.limits_in_force(self.connection, base, day, customer_ids)


class CreditSide(CreditReads):
    """Part of :class:`storage.reader.SqlReader`."""

    _engine: Engine

    @contextmanager
    def _credit(self) -> Iterator[Connection]:
        with self._engine.connect() as connection:
            yield connection
