"""The tables of a book. Money is INTEGER minor units, dates ISO TEXT, enums TEXT.

Facts (document, item, allocation, operation …) are only ever inserted; the
triggers of :mod:`storage.engine` refuse anything else. ``item.open_minor`` and
``item.changed_on`` are caches of dated facts: rebuilt by ``rebuild_caches``,
compared by ``check``, never the truth.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.types import BigInteger

#: INTEGER on SQLite (its rowid), BIGINT elsewhere: ids and minor units.
BigInt = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_EMPTY: Final = text("''")


def _id() -> Column[int]:
    return Column("id", BigInt, primary_key=True)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default=_EMPTY)


def _ref(name: str, target: str, *, nullable: bool = False) -> Column[int]:
    return Column(name, BigInt, ForeignKey(target), nullable=nullable)


setting = Table(
    "setting",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

operation = Table(
    "operation",
    metadata,
    _id(),
    Column("at_utc", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("summary", Text, nullable=False),
    _ref("reverses_id", "operation.id", nullable=True),
)

operation_change = Table(
    "operation_change",
    metadata,
    _id(),
    _ref("operation_id", "operation.id"),
    Column("entity", Text, nullable=False),
    Column("entity_id", BigInt, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Index(None, "entity", "entity_id"),
    Index(None, "operation_id"),
)

customer = Table(
    "customer",
    metadata,
    _id(),
    Column("code", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    _text("name_en"),
    Column("sort_key", LargeBinary, nullable=False),
    _text("tax_id"),
    Column("group_name", Text, nullable=False, server_default=_EMPTY),
    _text("country"),
    _text("language"),
    _text("currency"),
    _text("terms"),
    Column("credit_limit_minor", BigInt),
    _text("email"),
    _text("phone"),
    _text("address"),
    _text("postcode"),
    _text("contact"),
    _text("bank_account"),
    _text("owner"),
    Column("extra", Text, nullable=False, server_default=text("'{}'")),
    _ref("operation_id", "operation.id"),
    Index(None, "name"),
    Index(None, "sort_key"),
    CheckConstraint("code <> ''", name="code"),
    CheckConstraint("name <> ''", name="name"),
)

customer_alias = Table(
    "customer_alias",
    metadata,
    _id(),
    _ref("customer_id", "customer.id"),
    Column("alias", Text, nullable=False),
    UniqueConstraint("customer_id", "alias"),
    Index(None, "alias"),
)


def _one_of(column: str, *values: str) -> str:
    """Return a condition as a chain of equals: SQLite builds a tree per row for a longer IN."""
    return " OR ".join(f"{column} = '{value}'" for value in values)


_KINDS: Final = _one_of(
    "kind",
    "invoice",
    "receipt",
    "credit_note",
    "debit_note",
    "opening",
    "discount",
    "write_off",
    "void",
)

document = Table(
    "document",
    metadata,
    _id(),
    Column("kind", Text, nullable=False),
    Column("number", Text, nullable=False),
    _ref("customer_id", "customer.id"),
    Column("currency", Text, nullable=False),
    Column("issued_on", Text, nullable=False),
    Column("amount_minor", BigInt, nullable=False),
    Column("base_minor", BigInt),
    Column("net_minor", BigInt),
    Column("tax_minor", BigInt),
    _text("terms"),
    _text("order_number"),
    _text("contract_number"),
    Column("delivered_on", Text),
    _text("description"),
    _text("method"),
    _text("reference"),
    _text("payer"),
    _text("payer_account"),
    _ref("reverses_id", "document.id", nullable=True),
    Column("import_key", Text),
    Column("extra", Text),
    _ref("operation_id", "operation.id"),
    CheckConstraint("number <> ''", name="number"),
    CheckConstraint("length(currency) = 3", name="currency"),
    CheckConstraint(_KINDS, name="kind"),
    CheckConstraint(
        "amount_minor >= 0 OR (kind <> 'invoice' AND kind <> 'debit_note')", name="debit"
    ),
    CheckConstraint(
        "amount_minor <= 0 OR (kind <> 'receipt' AND kind <> 'credit_note' AND kind <> 'discount')",
        name="credit",
    ),
    CheckConstraint(
        "net_minor IS NULL OR tax_minor IS NULL OR net_minor + tax_minor = amount_minor",
        name="net_tax",
    ),
)

#: A number is used once per kind. A voiding bears the number of what it voids, and an
#: invoice and a receipt of one number may both be voided.
Index(
    "uq_document_number",
    document.c.number,
    document.c.kind,
    func.coalesce(document.c.reverses_id, 0),
    unique=True,
)

#: Lists by number show some kinds; those of others would lie in between.
Index("ix_document_kind", document.c.kind, document.c.number)

item = Table(
    "item",
    metadata,
    _id(),
    _ref("document_id", "document.id"),
    Column("seq", Integer, nullable=False),
    Column("parts", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    _ref("customer_id", "customer.id"),
    Column("currency", Text, nullable=False),
    Column("issued_on", Text, nullable=False),
    Column("due_on", Text),
    Column("amount_minor", BigInt, nullable=False),
    Column("base_minor", BigInt),
    Column("open_minor", BigInt, nullable=False),
    Column("changed_on", Text, nullable=False),
    UniqueConstraint("document_id", "seq"),
    CheckConstraint("seq >= 1 AND seq <= parts", name="seq"),
    CheckConstraint("due_on IS NULL OR due_on >= issued_on", name="due"),
    CheckConstraint(
        "(amount_minor >= 0 AND open_minor BETWEEN 0 AND amount_minor)"
        " OR (amount_minor < 0 AND open_minor BETWEEN amount_minor AND 0)",
        name="open",
    ),
)


def _unique_where_set(table: Table, column: str) -> None:
    """Make a nullable column unique without indexing the rows that leave it empty.

    Elsewhere than on SQLite the condition is left out and all rows are indexed, which
    is as right: naming another database here loads its driver at every start.
    """
    where = text(f"{column} IS NOT NULL")
    Index(f"uq_{table.name}_{column}", table.c[column], unique=True, sqlite_where=where)


#: Only what is open at the end of all facts: ageing today and the open list read nothing else.
Index(
    "ix_item_open",
    item.c.customer_id,
    item.c.currency,
    item.c.due_on,
    item.c.issued_on,
    item.c.changed_on,
    item.c.open_minor,
    item.c.amount_minor,
    item.c.kind,
    sqlite_where=text("open_minor <> 0"),
)
#: What has changed after a past date; with ``ix_item_open`` it gives that date's open items.
Index("ix_item_changed", item.c.changed_on, item.c.issued_on)
Index("ix_item_customer", item.c.customer_id, item.c.issued_on)
Index("ix_item_due", item.c.kind, item.c.due_on)
Index("ix_item_issued", item.c.kind, item.c.issued_on)

allocation = Table(
    "allocation",
    metadata,
    _id(),
    _ref("debit_item_id", "item.id"),
    _ref("credit_item_id", "item.id"),
    Column("debit_minor", BigInt, nullable=False),
    Column("credit_minor", BigInt, nullable=False),
    Column("debit_base_minor", BigInt),
    Column("credit_base_minor", BigInt),
    Column("allocated_on", Text, nullable=False),
    _ref("reverses_id", "allocation.id", nullable=True),
    Column("import_key", Text),
    _ref("operation_id", "operation.id"),
    Index("ix_allocation_debit", "debit_item_id", "allocated_on", "debit_minor"),
    Index("ix_allocation_credit", "credit_item_id", "allocated_on", "credit_minor"),
    CheckConstraint("debit_item_id <> credit_item_id", name="sides"),
    CheckConstraint(
        "(reverses_id IS NULL AND debit_minor > 0 AND credit_minor > 0)"
        " OR (reverses_id IS NOT NULL AND debit_minor < 0 AND credit_minor < 0)",
        name="sign",
    ),
)

for _table, _column in (
    (document, "reverses_id"),
    (document, "import_key"),
    (allocation, "reverses_id"),
    (allocation, "import_key"),
):
    _unique_where_set(_table, _column)

dispute = Table(
    "dispute",
    metadata,
    _id(),
    _ref("item_id", "item.id"),
    Column("amount_minor", BigInt, nullable=False),
    Column("reason", Text, nullable=False),
    Column("opened_on", Text, nullable=False),
    Column("closed_on", Text),
    _text("note"),
    _ref("operation_id", "operation.id"),
    Index(None, "item_id"),
    CheckConstraint("amount_minor > 0", name="amount"),
    CheckConstraint("closed_on IS NULL OR closed_on >= opened_on", name="closed"),
)

rate = Table(
    "rate",
    metadata,
    _id(),
    Column("currency", Text, nullable=False),
    Column("quoted_on", Text, nullable=False),
    Column("rate", Text, nullable=False),
    _ref("operation_id", "operation.id"),
    UniqueConstraint("currency", "quoted_on"),
)

number_series = Table(
    "number_series",
    metadata,
    Column("series", Text, primary_key=True),
    Column("year", Integer, primary_key=True),
    Column("last", Integer, nullable=False),
)

paper = Table(
    "paper",
    metadata,
    _id(),
    Column("kind", Text, nullable=False),
    Column("number", Text, nullable=False),
    _ref("customer_id", "customer.id"),
    Column("language", Text, nullable=False),
    Column("currency", Text, nullable=False),
    Column("dated_on", Text, nullable=False),
    Column("content_key", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("pdf", LargeBinary, nullable=False),
    Column("sha256", Text, nullable=False),
    _ref("operation_id", "operation.id"),
    UniqueConstraint("kind", "number"),
    UniqueConstraint("kind", "content_key"),
    Index(None, "customer_id", "kind"),
    CheckConstraint("kind IN ('statement','dunning_letter','receipt_note')", name="kind"),
)

dunning_run = Table(
    "dunning_run",
    metadata,
    _id(),
    Column("run_on", Text, nullable=False),
    Column("procedure", Text, nullable=False),
    _ref("operation_id", "operation.id"),
)

dunned_item = Table(
    "dunned_item",
    metadata,
    _id(),
    _ref("run_id", "dunning_run.id"),
    _ref("paper_id", "paper.id"),
    _ref("item_id", "item.id"),
    Column("level", Integer, nullable=False),
    Column("sent_on", Text, nullable=False),
    Column("days_overdue", Integer, nullable=False),
    Column("open_minor", BigInt, nullable=False),
    UniqueConstraint("item_id", "level"),
    CheckConstraint("level >= 1", name="level"),
)

saved_mapping = Table(
    "saved_mapping",
    metadata,
    _id(),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("value", Text, nullable=False),
    _ref("operation_id", "operation.id"),
    UniqueConstraint("kind", "name"),
)

#: Tables whose rows are facts: inserted once, never updated (but for the named cache columns).
FACTS: Final = {
    "operation": (),
    "operation_change": (),
    "document": ("order_number", "contract_number", "delivered_on", "description", "extra"),
    "item": ("open_minor", "changed_on"),
    "allocation": (),
    "paper": (),
    "dunning_run": (),
    "dunned_item": (),
}
