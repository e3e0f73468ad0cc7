"""Reading and keeping dunning runs, levels and fees, inside a unit of work and beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Table, text
from sqlalchemy.exc import IntegrityError

from domain.dunning import SentLevel
from domain.dunning_charges import DunnedItem, OpenFee, ReleasedRun
from domain.errors import AlreadySent
from storage.mappers import to_json
from storage.tables_dunning import dunned_item, dunning_fee_claim, dunning_run

_SENT: Final = """
    SELECT n.item_id, i.customer_id, i.currency, n.level, n.sent_on, p.number
      FROM dunned_item n JOIN item i ON i.id = n.item_id JOIN paper p ON p.id = n.paper_id
     WHERE n.sent_on <= :day AND n.level = (SELECT MAX(m.level) FROM dunned_item m
            WHERE m.item_id = n.item_id AND m.sent_on <= :day)"""
#: Fees charged that no standing debit note claims; a voided invoice's are owed no more.
_FEES: Final = """
    SELECT n.id, n.item_id, i.customer_id, i.currency, d.number, i.seq, i.parts, n.level,
           n.sent_on, n.fee_minor, p.number
      FROM dunned_item n JOIN item i ON i.id = n.item_id JOIN document d ON d.id = i.document_id
      JOIN paper p ON p.id = n.paper_id
     WHERE n.fee_minor > 0 AND n.sent_on <= :day
       AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id)
       AND NOT EXISTS (SELECT 1 FROM dunning_fee_claim k
                        WHERE k.dunned_item_id = n.id
                          AND NOT EXISTS (SELECT 1 FROM document v
                                           WHERE v.reverses_id = k.document_id))"""
_CLAIMING: Final = """
    SELECT n.item_id, i.document_id, i.customer_id, i.currency, n.interest,
           EXISTS (SELECT 1 FROM dispute q JOIN item o ON o.id = q.item_id
                    WHERE o.document_id = i.document_id AND q.opened_on <= :day
                      AND (q.closed_on IS NULL OR q.closed_on > :day))
      FROM dunned_item n JOIN item i ON i.id = n.item_id JOIN document d ON d.id = i.document_id
     WHERE n.interest <> '' AND n.sent_on <= :day
       AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id)"""
_RUNS: Final = """
    SELECT r.id, r.run_on, r.value, o.user, o.at_utc,
           (SELECT COUNT(DISTINCT paper_id) FROM dunned_item n WHERE n.run_id = r.id)
      FROM dunning_run r JOIN operation o ON o.id = r.operation_id ORDER BY r.id DESC"""


class DunningReads:
    """What a unit of work, and the read side too, reads of dunning."""

    connection: Connection

    def sent_levels(self, as_of: date, *, customer_id: int | None = None) -> list[SentLevel]:
        """Return the highest level each item had been sent by a day."""
        also = " AND i.customer_id = :customer" if customer_id is not None else ""
        wanted = {"day": as_of.isoformat(), "customer": customer_id}
        rows = self.connection.execute(text(f"{_SENT}{also}"), wanted)
        return [
            SentLevel(
                item_id=row[0],
                customer_id=row[1],
                currency=row[2],
                level=row[3],
                sent_on=date.fromisoformat(row[4]),
                paper_number=row[5],
            )
            for row in rows
        ]

    def open_fees(self, as_of: date, *, customer_id: int | None = None) -> list[OpenFee]:
        """Return the fees charged up to a day that no standing debit note claims, by day."""
        also = " AND i.customer_id = :customer" if customer_id is not None else ""
        wanted = {"day": as_of.isoformat(), "customer": customer_id}
        rows = self.connection.execute(text(f"{_FEES}{also} ORDER BY n.sent_on, n.id"), wanted)
        return [
            OpenFee(
                dunned_id=row[0],
                item_id=row[1],
                customer_id=row[2],
                currency=row[3],
                number=row[4] if row[6] == 1 else f"{row[4]} ({row[5]}/{row[6]})",
                level=row[7],
                charged_on=date.fromisoformat(row[8]),
                minor=row[9],
                letter=row[10],
            )
            for row in rows
        ]

    def interest_dunned(self, as_of: date, *, customer_id: int | None = None) -> list[DunnedItem]:
        """Return the items whose interest a letter has claimed up to a day, the first ways first.

        One row for each level that claimed it.
        """
        also = " AND i.customer_id = :customer" if customer_id is not None else ""
        wanted = {"day": as_of.isoformat(), "customer": customer_id}
        rows = self.connection.execute(text(f"{_CLAIMING}{also} ORDER BY n.id"), wanted)
        return [
            DunnedItem(
                item_id=row[0],
                document_id=row[1],
                customer_id=row[2],
                currency=row[3],
                mode=row[4],
                disputed=bool(row[5]),
            )
            for row in rows
        ]

    def countries(self) -> dict[int, str]:
        """Return the country of every customer, "" where none is known."""
        rows = self.connection.execute(text("SELECT id, country FROM customer"))
        return {row[0]: row[1] for row in rows}

    def last_run_on(self) -> date | None:
        """Return the date of the last released dunning run."""
        found = self.connection.scalar(text("SELECT MAX(run_on) FROM dunning_run"))
        return None if found is None else date.fromisoformat(found)

    def dunning_runs(self) -> list[ReleasedRun]:
        """Return the released runs, newest first, with what they left out."""
        return [
            ReleasedRun(
                id=row[0],
                run_on=date.fromisoformat(row[1]),
                value=json.loads(row[2]),
                user=row[3],
                released_at=row[4],
                letters=row[5],
            )
            for row in self.connection.execute(text(_RUNS))
        ]


class DunningReader(DunningReads):
    """Reads of dunning over a connection of the read side."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection


class DunningWrites(DunningReads):
    """What a unit of work keeps of dunning."""

    _operation_id: int

    def insert(self, table: Table, **values: Any) -> int:
        """Insert one row and return its id."""
        raise NotImplementedError

    def add_run(self, run_on: date, value: Mapping[str, Any]) -> int:
        """Keep a released dunning run: procedures, and what it left out."""
        return self.insert(
            dunning_run,
            run_on=run_on.isoformat(),
            value=to_json(value),
            operation_id=self._operation_id,
        )

    def add_dunned_item(self, *, sent_on: date, interest: str = "", **values: int) -> None:
        """Keep that an item was sent at a level, what it was charged, and how it bears interest.

        Raises:
            AlreadySent: it was sent at this level before.
        """
        try:
            self.insert(dunned_item, **values, sent_on=sent_on.isoformat(), interest=interest)
        except IntegrityError as error:
            if "UNIQUE" not in str(error.orig):
                raise
            raise AlreadySent(item=values["item_id"], level=values["level"]) from error

    def add_fee_claim(self, document_id: int, dunned_ids: Sequence[int]) -> None:
        """Keep which fees a debit note claims."""
        for dunned_id in dunned_ids:
            self.insert(
                dunning_fee_claim,
                document_id=document_id,
                dunned_item_id=dunned_id,
                operation_id=self._operation_id,
            )
