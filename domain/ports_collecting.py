"""What is read about money that came and statements sent; part of :mod:`domain.ports`."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Protocol

from domain.collecting.promise import Received
from domain.statement_reply import SentStatement


class CollectingReads(Protocol):
    """Reading what came: in a unit of work and beside it."""

    def money_received(
        self, customer_ids: Collection[int], since: date, as_of: date
    ) -> list[Received]:
        """Return what came of these customers in a time, by customer, currency and day.

        A receipt counts on its own day, whenever it was allocated; voided or returned it
        counts no more.
        """
        ...

    def statements_sent(self, customer_id: int | None = None) -> list[SentStatement]:
        """Return issued statements, of all or one customer, by day."""
        ...
