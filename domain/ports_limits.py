"""What the credit desk reads of a whole book at once; part of :mod:`domain.ports`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from domain.credit.carried import Carried
    from domain.credit.limits import Given, LimitOnDay


class Relation(NamedTuple):
    """How long a customer has been one: its first invoice, and how many it paid in full."""

    customer_id: int
    code: str
    first_on: date | None
    paid: int


class Late(NamedTuple):
    """Something overdue of a customer: what is open of it and since how many days."""

    customer_id: int
    currency: str
    minor: int
    days: int


class LimitReads(Protocol):
    """Reading for limits, stages and reviews."""

    def given_limits(self, customer_ids: Sequence[int] | None = None) -> list[Given]:
        """Return what the master data of customers say of limits, of all or of some."""
        ...

    def limits_in_force(
        self, day: date, customer_ids: Sequence[int] | None = None
    ) -> Mapping[int, LimitOnDay]:
        """Return the limit of each customer in its own currency, of all or of some."""
        ...

    def relations(self, as_of: date, *, customer_id: int | None = None) -> list[Relation]:
        """Return since when each customer, or one, buys and how many invoices it has paid."""
        ...

    def late_items(self, as_of: date) -> list[Late]:
        """Return what is overdue on a day, by customer, summed by days overdue."""
        ...

    def peaks(
        self, from_on: date, to_on: date, *, customer_id: int | None = None
    ) -> Mapping[tuple[int, str], int]:
        """Return the highest balance of a period by customer and currency."""
        ...

    def carried(self, customer_id: int, currency: str, to_on: date) -> list[Carried]:
        """Return what moved a customer's balance up to a day, and until when it was open."""
        ...
