"""The tables of what matters in law: deliveries, acknowledgements, filings.

An event is a fact; one recorded by mistake, or known better since, is taken back by
another that names it. The documents it concerns stand beside it; none: all that was owed.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Column, Index, PrimaryKeyConstraint, Table, Text

from domain.legal_event import Channel, EventKind, Strength
from storage.columns import id_column, metadata, ref, unique_where_set, words


def _among(column: str, *values: str) -> str:
    """Return a condition in few words: these rows are written one at a time."""
    return f"{column} IN ({','.join(repr(str(value)) for value in values)})"


legal_event = Table(
    "legal_event",
    metadata,
    id_column(),
    Column("kind", Text, nullable=False),
    ref("customer_id", "customer.id"),
    # The day it was sent, signed, paid or filed; a notice counts from the day it arrived.
    Column("happened_on", Text, nullable=False),
    Column("arrived_on", Text),
    Column("returned_on", Text),
    words("channel"),
    words("number"),
    words("signed_by"),
    Column("strength", Text, nullable=False),
    words("note"),
    ref("paper_id", "paper.id", nullable=True),
    # The scan's name and the SHA-256 of what is in it.
    words("file"),
    words("sha256"),
    ref("reverses_id", "legal_event.id", nullable=True),
    ref("operation_id", "operation.id"),
    Index(None, "customer_id"),
    Index(None, "paper_id"),
    CheckConstraint(_among("kind", *EventKind), name="kind"),
    CheckConstraint(_among("strength", *Strength), name="strength"),
    CheckConstraint(_among("channel", "", *Channel), name="channel"),
    CheckConstraint(
        "coalesce(arrived_on, returned_on, happened_on) >= happened_on"
        " AND (arrived_on IS NULL OR returned_on IS NULL)",
        name="dates",
    ),
    CheckConstraint("(reverses_id IS NULL) = (kind <> 'taken_back')", name="reverses"),
)

legal_event_item = Table(
    "legal_event_item",
    metadata,
    ref("event_id", "legal_event.id"),
    ref("item_id", "item.id"),
    PrimaryKeyConstraint("event_id", "item_id"),
)

unique_where_set(legal_event, "reverses_id")

#: Tables whose rows are facts: inserted once, never updated.
FACTS: Final = {"legal_event": (), "legal_event_item": ()}
