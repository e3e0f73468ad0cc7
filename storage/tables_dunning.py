"""The tables of dunning: runs released, what they raised, and which fees were claimed.

A run keeps the procedures it followed and all it left out, with the reasons. A fee is a fact
beside the item it was charged for; it is claimed while the debit note that names it stands.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Column, Index, Integer, Table, Text, UniqueConstraint

from storage.columns import BigInt, id_column, metadata, ref, words

dunning_run = Table(
    "dunning_run",
    metadata,
    id_column(),
    Column("run_on", Text, nullable=False),
    Column("value", Text, nullable=False),
    ref("operation_id", "operation.id"),
)

dunned_item = Table(
    "dunned_item",
    metadata,
    id_column(),
    ref("run_id", "dunning_run.id"),
    ref("paper_id", "paper.id"),
    ref("item_id", "item.id"),
    Column("level", Integer, nullable=False),
    Column("sent_on", Text, nullable=False),
    Column("days_overdue", Integer, nullable=False),
    Column("open_minor", BigInt, nullable=False),
    Column("fee_minor", BigInt, nullable=False),
    words("interest"),
    UniqueConstraint("item_id", "level"),
    CheckConstraint("fee_minor >= 0", name="fee"),
)

dunning_fee_claim = Table(
    "dunning_fee_claim",
    metadata,
    id_column(),
    ref("document_id", "document.id"),
    ref("dunned_item_id", "dunned_item.id"),
    ref("operation_id", "operation.id"),
    UniqueConstraint("document_id", "dunned_item_id"),
    Index(None, "dunned_item_id"),
)

#: Tables whose rows are facts: inserted once, never updated.
FACTS: Final = {"dunning_run": (), "dunned_item": (), "dunning_fee_claim": ()}
