"""The tables of late-payment interest: reference rates entered, and what was claimed.

A rate entered again for its day replaces the one before. A claim is a fact beside its
debit note: the invoice, the days and the computation; it stands while the note does.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Column, Index, Table, Text, UniqueConstraint

from storage.columns import id_column, metadata, one_of, ref, words

reference_rate = Table(
    "reference_rate",
    metadata,
    id_column(),
    Column("source", Text, nullable=False),
    Column("from_on", Text, nullable=False),
    Column("percent", Text, nullable=False),
    words("note"),
    ref("operation_id", "operation.id"),
    UniqueConstraint("source", "from_on"),
    CheckConstraint(one_of("source", "lpr", "ecb", "boe", "own"), name="source"),
)

interest_claim = Table(
    "interest_claim",
    metadata,
    id_column(),
    ref("document_id", "document.id"),
    ref("invoice_id", "document.id"),
    Column("from_on", Text, nullable=False),
    Column("to_on", Text, nullable=False),
    Column("value", Text, nullable=False),
    ref("operation_id", "operation.id"),
    UniqueConstraint("document_id"),
    Index(None, "invoice_id"),
    CheckConstraint("to_on >= from_on", name="period"),
)

#: Tables whose rows are facts: inserted once, never updated.
FACTS: Final = {"interest_claim": ()}
