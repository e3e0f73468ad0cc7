"""Keeping disputes, how they were settled and the credit notes posted for them."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, update

from domain.disputes import Dispute, Outcome
from domain.errors import NotFound
from domain.listing import DisputeRow
from storage.queries import disputes
from storage.tables import dispute, dispute_credit


class DisputeWrites:
    """The part of a unit of work that keeps disputes."""

    connection: Connection
    _operation_id: int

    def insert(self, table: Table, **values: Any) -> int:
        """Insert one row and return its id."""
        raise NotImplementedError

    def add_dispute(self, value: Dispute, due_on: date) -> int:
        """Keep a dispute about part of an item."""
        return self.insert(
            dispute,
            item_id=value.item_id,
            amount_minor=value.amount,
            kind=value.kind.value,
            reason=value.reason,
            owner=value.owner,
            opened_on=value.opened_on.isoformat(),
            due_on=due_on.isoformat(),
            note=value.note,
            operation_id=self._operation_id,
        )

    def disputes(
        self,
        *,
        customer_id: int | None = None,
        item_id: int | None = None,
        open_on: date | None = None,
        as_of: date | None = None,
    ) -> list[DisputeRow]:
        """Return disputes, all or those open on a day."""
        return disputes.disputes(
            self.connection,
            customer_id=customer_id,
            item_id=item_id,
            open_on=open_on,
            as_of=as_of,
        )

    def dispute(self, dispute_id: int) -> DisputeRow:
        """Return a dispute as it stands now."""
        found = disputes.disputes(self.connection, dispute_id=dispute_id)
        if not found:
            raise NotFound(record=f"dispute/{dispute_id}")
        return found[0]

    def decide_dispute(
        self, dispute_id: int, on: date, outcome: Outcome, conceded: int, text: str
    ) -> None:
        """Keep how a dispute that has not ended is settled."""
        decided = {
            "decided_on": on.isoformat(),
            "outcome": outcome.value,
            "conceded_minor": conceded,
            "resolution": text,
        }
        self._change(dispute_id, decided)

    def close_dispute(self, dispute_id: int, on: date) -> None:
        """Date the end of a dispute."""
        self._change(dispute_id, {"closed_on": on.isoformat()})

    def _change(self, dispute_id: int, values: dict[str, Any]) -> None:
        query = update(dispute).where(dispute.c.id == dispute_id, dispute.c.closed_on.is_(None))
        if self.connection.execute(query.values(values)).rowcount == 0:
            raise NotFound(record=f"dispute/{dispute_id}")

    def add_dispute_credit(self, dispute_id: int, document_id: int) -> None:
        """Join a credit note to the dispute it was posted for."""
        self.insert(
            dispute_credit,
            dispute_id=dispute_id,
            document_id=document_id,
            operation_id=self._operation_id,
        )
