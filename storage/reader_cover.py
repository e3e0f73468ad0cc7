"""Debits as cover sees them, read over a connection of the read side."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Engine

if TYPE_CHECKING:
    from domain.cover.insurance import CoverDebt


class CoverSide:
    """Part of :class:`storage.reader.SqlReader`."""

    _engine: Engine

    def cover_debts(
        self, as_of: date, *, customer_ids: Collection[int] | None = None
    ) -> list[CoverDebt]:
        """Return the debits open on a date, of all or of some customers, by code and due date."""
        from storage.queries import cover

        with self._engine.connect() as connection:
            return cover.cover_debts(connection, as_of, customer_ids)

    def shipments(
        self, first: date, last: date, *, customer_ids: Collection[int] | None = None
    ) -> list[CoverDebt]:
        """Return the invoices shipped in a period, whole and as if unpaid, by code."""
        from storage.queries import cover

        with self._engine.connect() as connection:
            return cover.shipments(connection, first, last, customer_ids)
