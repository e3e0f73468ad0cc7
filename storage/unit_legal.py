"""Reading and keeping what matters in law, inside a unit of work and beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Table, insert, text

from domain.errors import NotFound
from domain.legal_event import (
    Channel,
    EventKind,
    LegalEvent,
    LegalEventRow,
    PaperFacts,
    Strength,
)
from storage.queries.as_of import OPEN
from storage.tables_legal import legal_event, legal_event_item

#: Event ``e`` stands: it takes nothing back and was not taken back itself.
STANDS: Final = (
    "e.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM legal_event r WHERE r.reverses_id = e.id)"
)
_EVENTS: Final = """
    SELECT e.*, c.code, c.name, c.name_en, p.number AS paper_number, o.user
      FROM legal_event e JOIN customer c ON c.id = e.customer_id
      JOIN operation o ON o.id = e.operation_id LEFT JOIN paper p ON p.id = e.paper_id"""
_ITEMS: Final = """
    SELECT x.event_id, x.item_id, d.number, i.seq, i.parts
      FROM legal_event_item x JOIN item i ON i.id = x.item_id
      JOIN document d ON d.id = i.document_id"""
_DEBITS: Final = """
    SELECT i.id, d.number, i.seq, i.parts, i.amount_minor, i.issued_on
      FROM item i JOIN document d ON d.id = i.document_id
     WHERE i.customer_id = :customer AND i.currency = :currency AND i.amount_minor > 0"""


class LegalReads:
    """What a unit of work, and the read side too, reads of what matters in law."""

    connection: Connection

    def legal_event(self, event_id: int) -> LegalEvent:
        """Return an event.

        Raises:
            NotFound: there is none of this id.
        """
        rows = self._events("e.id = :id", {"id": event_id})
        if not rows:
            raise NotFound(record=f"legal_event/{event_id}")
        return rows[0].event

    def is_taken_back(self, event_id: int) -> bool:
        """Return whether an event was taken back."""
        sql = "SELECT 1 FROM legal_event WHERE reverses_id = :id"
        return self.connection.scalar(text(sql), {"id": event_id}) is not None

    def legal_events(
        self, *, customer_id: int | None = None, paper_id: int | None = None
    ) -> list[LegalEventRow]:
        """Return the events that stand, of all, a customer or a paper, by their days."""
        conditions, values = [STANDS], dict[str, Any]()
        if customer_id is not None:
            conditions.append("e.customer_id = :customer")
            values["customer"] = customer_id
        if paper_id is not None:
            conditions.append("e.paper_id = :paper")
            values["paper"] = paper_id
        return self._events(" AND ".join(conditions), values)

    def _events(self, where: str, values: Mapping[str, Any]) -> list[LegalEventRow]:
        chosen = f"x.event_id IN (SELECT e.id FROM legal_event e WHERE {where})"
        sql = f"{_ITEMS} WHERE {chosen} ORDER BY x.event_id, x.item_id"
        named: dict[int, list[tuple[int, str]]] = {}
        for event_id, item_id, number, seq, parts in self.connection.execute(text(sql), values):
            label = number if parts == 1 else f"{number} ({seq}/{parts})"
            named.setdefault(event_id, []).append((item_id, label))
        sql = f"{_EVENTS} WHERE {where} ORDER BY e.happened_on, e.id"
        rows = self.connection.execute(text(sql), values).mappings()
        return [_row(row, named.get(row["id"], ())) for row in rows]

    def paper_facts(self, paper_id: int) -> PaperFacts:
        """Return an issued paper with the debits it names; a statement's are those open in it.

        Raises:
            NotFound: there is none of this id.
        """
        sql = """SELECT kind, number, customer_id, currency, dated_on, value, operation_id
                   FROM paper WHERE id = :id"""
        row = self.connection.execute(text(sql), {"id": paper_id}).mappings().first()
        if row is None:
            raise NotFound(record=f"paper/{paper_id}")
        value = json.loads(row["value"])
        items = self._stated(row, value) if row["kind"] == "statement" else self._named(row, value)
        return PaperFacts(
            kind=row["kind"],
            number=row["number"],
            customer_id=row["customer_id"],
            dated_on=date.fromisoformat(row["dated_on"]),
            item_ids=tuple(items),
        )

    def _stated(self, row: Mapping[Any, Any], value: Mapping[str, Any]) -> list[int]:
        """Return what was open on a statement's last day, by what the book knew at its issue."""
        sql = f"""{_DEBITS} AND i.issued_on <= :as_of AND d.operation_id < :operation
                    AND {OPEN} <> 0 ORDER BY i.id"""
        values = {
            "customer": row["customer_id"],
            "currency": row["currency"],
            "as_of": value["to_on"],
            "operation": row["operation_id"],
        }
        return [found[0] for found in self.connection.execute(text(sql), values)]

    def _named(self, row: Mapping[Any, Any], value: Mapping[str, Any]) -> list[int]:
        """Return the debits that a paper's lines name: by number, instalment, amount and day."""
        wanted = {
            (_label(line), line.get("amount"), line.get("issued_on"))
            for line in value.get("lines", ())
        }
        values = {"customer": row["customer_id"], "currency": row["currency"]}
        found = self.connection.execute(text(f"{_DEBITS} ORDER BY i.id"), values)
        return [
            item_id
            for item_id, number, seq, parts, amount, issued_on in found
            if (number if parts == 1 else f"{number} ({seq}/{parts})", amount, issued_on) in wanted
        ]


class LegalReader(LegalReads):
    """Reads what matters in law over a connection of the read side."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection


class LegalWrites(LegalReads):
    """What a unit of work keeps of what matters in law."""

    _operation_id: int

    def insert(self, table: Table, **values: Any) -> int:
        """Insert one row and return its id."""
        raise NotImplementedError

    def add_legal_event(self, event: LegalEvent) -> int:
        """Keep an event with the items it concerns and return its id."""
        event_id = self.insert(
            legal_event,
            kind=event.kind.value,
            customer_id=event.customer_id,
            happened_on=event.happened_on.isoformat(),
            arrived_on=event.arrived_on.isoformat() if event.arrived_on else None,
            returned_on=event.returned_on.isoformat() if event.returned_on else None,
            channel=event.channel.value if event.channel else "",
            number=event.number,
            signed_by=event.signed_by,
            strength=event.strength.value,
            note=event.note,
            paper_id=event.paper_id,
            file=event.file,
            sha256=event.sha256,
            reverses_id=event.reverses_id,
            operation_id=self._operation_id,
        )
        rows = [{"event_id": event_id, "item_id": item_id} for item_id in event.item_ids]
        if rows:
            self.connection.execute(insert(legal_event_item), rows)
        return event_id


def _label(line: Mapping[str, Any]) -> str:
    """Return a line's document as it is called: letters keep the instalment apart."""
    number, instalment = str(line["number"]), line.get("instalment")
    return f"{number} ({instalment})" if instalment else number


def _row(row: Mapping[Any, Any], named: Sequence[tuple[int, str]]) -> LegalEventRow:
    event = LegalEvent(
        kind=EventKind(row["kind"]),
        customer_id=row["customer_id"],
        happened_on=date.fromisoformat(row["happened_on"]),
        arrived_on=_day(row["arrived_on"]),
        returned_on=_day(row["returned_on"]),
        channel=Channel(row["channel"]) if row["channel"] else None,
        number=row["number"],
        signed_by=row["signed_by"],
        strength=Strength(row["strength"]),
        note=row["note"],
        paper_id=row["paper_id"],
        file=row["file"],
        sha256=row["sha256"],
        item_ids=tuple(item_id for item_id, _ in named),
        reverses_id=row["reverses_id"],
    )
    return LegalEventRow(
        id=row["id"],
        event=event,
        customer_code=row["code"],
        customer_name=row["name"],
        customer_name_en=row["name_en"],
        paper_number=row["paper_number"] or "",
        labels=tuple(label for _, label in named),
        user=row["user"],
    )


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)
