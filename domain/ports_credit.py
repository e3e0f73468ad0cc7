"""What the credit check reads of the ledger, as protocols; part of :mod:`domain.ports`."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from domain.credit.exposure import Debtor, Exposure, Marks
from domain.credit.graded import Graded
from domain.credit.limits import LimitOnDay
from domain.credit.orders import OrderState
from domain.customer import Customer
from domain.ports_records import RecordReads


class CreditReads(RecordReads, Protocol):
    """Reading for the check: in a unit of work, where what was just written counts, and beside."""

    def setting(self, key: str, default: Any = None) -> Any: ...
    def customer(self, customer_id: int) -> Customer: ...
    def debtors(self, *, customer_ids: Sequence[int] | None = None) -> list[Debtor]:
        """Return customers as the check needs them, all or some, by code."""
        ...

    def rate(self, currency: str, on: date) -> Decimal | None:
        """Return the latest rate quoted on or before a day."""
        ...

    def exposures(
        self, as_of: date, *, customer_ids: Sequence[int] | None = None
    ) -> list[Exposure]:
        """Return the exposure of each customer and currency, deposits held left out.

        Of all customers with any, or of some; by customer and currency.
        """
        ...

    def order_states(
        self, as_of: date, *, customer_ids: Sequence[int] | None = None
    ) -> list[OrderState]:
        """Return the orders known on a day as they stood, with what was invoiced of them."""
        ...

    def returned_items(self, as_of: date, customer_id: int) -> dict[int, int]:
        """Return what returned payments left open of a customer's items, by item."""
        ...

    def graded(self, day: date, customer_ids: Collection[int] | None = None) -> list[Graded]:
        """Return the grades that stand on a day, of some customers or all."""
        ...

    def limits_in_force(
        self, day: date, customer_ids: Sequence[int] | None = None
    ) -> Mapping[int, LimitOnDay]:
        """Return the limit of each customer in its own currency, of all or of some."""
        ...

    def touched(self, since: Marks) -> tuple[Marks, list[int] | None]:
        """Return how far the facts reach, and the customers whose facts grew since.

        None instead of customers: something that concerns all of them.
        """
        ...
