"""The tables of records and attachments (:mod:`domain.record`).

One table holds all kinds of records: their values are JSON of the kind's dataclass, what
is searched by stands in columns. Rows are facts; a row that names another takes its place,
and one without a value takes it back. Contents of attachments are kept once each.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    Text,
)

from storage.columns import BigInt, id_column, metadata, ref, unique_where_set, words

record = Table(
    "record",
    metadata,
    id_column(),
    Column("kind", Text, nullable=False),
    ref("customer_id", "customer.id", nullable=True),
    Column("dated_on", Text, nullable=False),
    Column("ends_on", Text),
    Column("value", Text),
    ref("replaces_id", "record.id", nullable=True),
    ref("operation_id", "operation.id"),
    Index(None, "kind", "customer_id", "dated_on"),
    Index(None, "customer_id"),
    CheckConstraint("kind <> ''", name="kind"),
    CheckConstraint("value IS NOT NULL OR replaces_id IS NOT NULL", name="value"),
)

record_item = Table(
    "record_item",
    metadata,
    ref("record_id", "record.id"),
    ref("item_id", "item.id"),
    PrimaryKeyConstraint("record_id", "item_id"),
    Index(None, "item_id"),
)

attachment_content = Table(
    "attachment_content",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("size", BigInt, nullable=False),
    Column("content", LargeBinary, nullable=False),
)

attachment = Table(
    "attachment",
    metadata,
    id_column(),
    ref("customer_id", "customer.id", nullable=True),
    words("subject"),
    words("name"),
    words("media_type"),
    words("source"),
    words("note"),
    Column("dated_on", Text, nullable=False),
    words("sha256"),
    # A row that names another takes that attachment back.
    ref("reverses_id", "attachment.id", nullable=True),
    ref("operation_id", "operation.id"),
    Index(None, "customer_id"),
    Index(None, "subject"),
    CheckConstraint("reverses_id IS NOT NULL OR (name <> '' AND sha256 <> '')", name="content"),
)

unique_where_set(record, "replaces_id")
unique_where_set(attachment, "reverses_id")

#: Tables whose rows are facts: inserted once, never updated.
FACTS: Final = {"record": (), "record_item": (), "attachment": (), "attachment_content": ()}
