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
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    func,
    text,
)

from storage import tables_bank, tables_dunning, tables_interest, tables_legal, tables_records
from storage.columns import (
    EMPTY,
    BigInt,
    id_column,
    metadata,
    one_of,
    ref,
    unique_where_set,
    words,
)

setting = Table(
    "setting",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

operation = Table(
    "operation",
    metadata,
    id_column(),
    Column("at_utc", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("summary", Text, nullable=False),
    ref("reverses_id", "operation.id", nullable=True),
)

operation_change = Table(
    "operation_change",
    metadata,
    id_column(),
    ref("operation_id", "operation.id"),
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
    id_column(),
    Column("code", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    words("name_en"),
    Column("sort_key", LargeBinary, nullable=False),
    words("tax_id"),
    Column("group_name", Text, nullable=False, server_default=EMPTY),
    words("country"),
    words("language"),
    words("currency"),
    words("terms"),
    Column("credit_limit_minor", BigInt),
    words("email"),
    words("phone"),
    words("address"),
    words("postcode"),
    words("contact"),
    words("bank_account"),
    words("owner"),
    Column("extra", Text, nullable=False, server_default=text("'{}'")),
    ref("operation_id", "operation.id"),
    Index(None, "name"),
    Index(None, "sort_key"),
    CheckConstraint("code <> ''", name="code"),
    CheckConstraint("name <> ''", name="name"),
)

customer_alias = Table(
    "customer_alias",
    metadata,
    id_column(),
    ref("customer_id", "customer.id"),
    Column("alias", Text, nullable=False),
    UniqueConstraint("customer_id", "alias"),
    Index(None, "alias"),
)


_KINDS: Final = one_of(
    "kind",
    "invoice",
    "receipt",
    "credit_note",
    "debit_note",
    "opening",
    "discount",
    "write_off",
    "void",
    "bank_fee",
    "set_off",
    "transfer",
    "refund",
)

document = Table(
    "document",
    metadata,
    id_column(),
    Column("kind", Text, nullable=False),
    Column("number", Text, nullable=False),
    ref("customer_id", "customer.id"),
    Column("currency", Text, nullable=False),
    Column("issued_on", Text, nullable=False),
    Column("amount_minor", BigInt, nullable=False),
    Column("base_minor", BigInt),
    Column("net_minor", BigInt),
    Column("tax_minor", BigInt),
    words("terms"),
    words("order_number"),
    words("contract_number"),
    Column("delivered_on", Text),
    words("description"),
    words("method"),
    words("reference"),
    words("payer"),
    words("payer_account"),
    ref("reverses_id", "document.id", nullable=True),
    Column("import_key", Text),
    Column("claim", Text),
    ref("bank_line_id", "bank_line.id", nullable=True),
    Column("extra", Text),
    ref("operation_id", "operation.id"),
    CheckConstraint("number <> ''", name="number"),
    CheckConstraint("claim IS NULL OR claim = 'cost' OR claim = 'interest'", name="claim"),
    CheckConstraint("length(currency) = 3", name="currency"),
    CheckConstraint(_KINDS, name="kind"),
    CheckConstraint(
        "amount_minor >= 0 OR (kind <> 'invoice' AND kind <> 'debit_note' AND kind <> 'refund')",
        name="debit",
    ),
    CheckConstraint(
        "amount_minor <= 0 OR (kind <> 'receipt' AND kind <> 'credit_note' AND kind <> 'discount'"
        " AND kind <> 'bank_fee' AND kind <> 'set_off')",
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

#: Which receipts a bank line became.
Index(
    "ix_document_bank_line",
    document.c.bank_line_id,
    sqlite_where=text("bank_line_id IS NOT NULL"),
)

#: Payments that were returned mark their customer.
Index(
    "ix_document_returned",
    document.c.customer_id,
    document.c.issued_on,
    sqlite_where=text("kind = 'void' AND method = 'returned'"),
)

#: Lists by number show some kinds; those of others would lie in between.
Index("ix_document_kind", document.c.kind, document.c.number)

item = Table(
    "item",
    metadata,
    id_column(),
    ref("document_id", "document.id"),
    Column("seq", Integer, nullable=False),
    Column("parts", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    ref("customer_id", "customer.id"),
    Column("currency", Text, nullable=False),
    Column("issued_on", Text, nullable=False),
    Column("due_on", Text),
    # The day its age counts from, where that is not its document's: a debt taken over.
    Column("aged_from", Text),
    Column("amount_minor", BigInt, nullable=False),
    Column("base_minor", BigInt),
    Column("open_minor", BigInt, nullable=False),
    Column("changed_on", Text, nullable=False),
    UniqueConstraint("document_id", "seq"),
    CheckConstraint("seq >= 1 AND seq <= parts", name="seq"),
    CheckConstraint("due_on IS NULL OR due_on >= issued_on OR kind = 'transfer'", name="due"),
    CheckConstraint(
        "(amount_minor >= 0 AND open_minor BETWEEN 0 AND amount_minor)"
        " OR (amount_minor < 0 AND open_minor BETWEEN amount_minor AND 0)",
        name="open",
    ),
)


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
    id_column(),
    ref("debit_item_id", "item.id"),
    ref("credit_item_id", "item.id"),
    Column("debit_minor", BigInt, nullable=False),
    Column("credit_minor", BigInt, nullable=False),
    Column("debit_base_minor", BigInt),
    Column("credit_base_minor", BigInt),
    Column("allocated_on", Text, nullable=False),
    ref("reverses_id", "allocation.id", nullable=True),
    Column("import_key", Text),
    ref("operation_id", "operation.id"),
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
    unique_where_set(_table, _column)

dispute = Table(
    "dispute",
    metadata,
    id_column(),
    ref("item_id", "item.id"),
    Column("amount_minor", BigInt, nullable=False),
    Column("kind", Text, nullable=False),
    words("reason"),
    words("owner"),
    Column("opened_on", Text, nullable=False),
    Column("due_on", Text, nullable=False),
    Column("closed_on", Text),
    Column("decided_on", Text),
    words("outcome"),
    Column("conceded_minor", BigInt, nullable=False, server_default=text("0")),
    words("resolution"),
    words("note"),
    ref("operation_id", "operation.id"),
    Index(None, "item_id"),
    CheckConstraint("amount_minor > 0", name="amount"),
    CheckConstraint("closed_on IS NULL OR closed_on >= opened_on", name="closed"),
    CheckConstraint("(decided_on IS NULL) = (outcome = '')", name="outcome"),
    CheckConstraint("closed_on IS NULL OR decided_on IS NOT NULL", name="decided"),
    CheckConstraint("conceded_minor BETWEEN 0 AND amount_minor", name="conceded"),
)

#: Credit notes posted for a dispute; their days and amounts are the documents' own.
dispute_credit = Table(
    "dispute_credit",
    metadata,
    id_column(),
    ref("dispute_id", "dispute.id"),
    ref("document_id", "document.id"),
    ref("operation_id", "operation.id"),
    UniqueConstraint("document_id"),
    Index(None, "dispute_id"),
)

rate = Table(
    "rate",
    metadata,
    id_column(),
    Column("currency", Text, nullable=False),
    Column("quoted_on", Text, nullable=False),
    Column("rate", Text, nullable=False),
    ref("operation_id", "operation.id"),
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
    id_column(),
    Column("kind", Text, nullable=False),
    Column("number", Text, nullable=False),
    ref("customer_id", "customer.id"),
    Column("language", Text, nullable=False),
    Column("currency", Text, nullable=False),
    Column("dated_on", Text, nullable=False),
    Column("content_key", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("pdf", LargeBinary, nullable=False),
    Column("sha256", Text, nullable=False),
    ref("operation_id", "operation.id"),
    UniqueConstraint("kind", "number"),
    UniqueConstraint("kind", "content_key"),
    Index(None, "customer_id", "kind"),
    CheckConstraint("kind <> ''", name="kind"),
)

saved_mapping = Table(
    "saved_mapping",
    metadata,
    id_column(),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("value", Text, nullable=False),
    ref("operation_id", "operation.id"),
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
    "dispute": ("closed_on", "decided_on", "outcome", "conceded_minor", "resolution"),
    "dispute_credit": (),
    **tables_bank.FACTS,
    **tables_dunning.FACTS,
    **tables_interest.FACTS,
    **tables_legal.FACTS,
    **tables_records.FACTS,
}
