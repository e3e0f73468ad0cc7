"""The tables of bank statements, what matching has learned, bills and revaluations.

A bank line is a fact; what became of it is derived: from the receipts that name it
(``document.bank_line_id``) and from its latest mark. A bill's state follows from
its events, and a revaluation stands until another run reverses it.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from storage.columns import BigInt, id_column, metadata, one_of, ref, unique_where_set, words

bank_account = Table(
    "bank_account",
    metadata,
    id_column(),
    Column("number", Text, nullable=False),
    Column("currency", Text, nullable=False),
    words("name"),
    words("bank"),
    ref("operation_id", "operation.id"),
    UniqueConstraint("number", "currency"),
    CheckConstraint("length(currency) = 3", name="currency"),
)

bank_statement = Table(
    "bank_statement",
    metadata,
    id_column(),
    ref("account_id", "bank_account.id"),
    Column("file", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    words("number"),
    Column("from_on", Text),
    Column("to_on", Text),
    Column("opening_minor", BigInt),
    Column("closing_minor", BigInt),
    Column("lines", Integer, nullable=False),
    Column("credits_minor", BigInt, nullable=False),
    Column("debits_minor", BigInt, nullable=False),
    Column("added", Integer, nullable=False),
    ref("operation_id", "operation.id"),
    Index(None, "account_id", "to_on"),
)

bank_line = Table(
    "bank_line",
    metadata,
    id_column(),
    ref("account_id", "bank_account.id"),
    ref("statement_id", "bank_statement.id"),
    Column("row", Integer, nullable=False),
    Column("booked_on", Text, nullable=False),
    Column("value_on", Text),
    words("at"),
    Column("currency", Text, nullable=False),
    Column("amount_minor", BigInt, nullable=False),
    Column("charges_minor", BigInt, nullable=False),
    words("name"),
    words("account"),
    words("bank"),
    words("text"),
    words("reference"),
    words("serial"),
    words("code"),
    Column("balance_minor", BigInt),
    Column("is_reversal", Integer, nullable=False),
    Column("is_neutral", Integer, nullable=False),
    words("raw"),
    # What tells it from all other movements, and how many like it came before in its file.
    Column("identity", Text, nullable=False),
    Column("ordinal", Integer, nullable=False),
    ref("operation_id", "operation.id"),
    UniqueConstraint("account_id", "identity", "ordinal"),
    Index(None, "booked_on"),
    Index(None, "statement_id"),
)

#: What a person made of an inflow; its latest mark counts. ``key`` is the bank line's id,
#: or minus the receipt's document id.
inflow_mark = Table(
    "inflow_mark",
    metadata,
    id_column(),
    Column("key", BigInt, nullable=False),
    Column("mark", Text, nullable=False),
    words("note"),
    ref("operation_id", "operation.id"),
    Index(None, "key"),
    CheckConstraint("mark IN ('other','check','held','open')", name="mark"),
)

#: What matching has learned of payers; a row goes when it is forgotten.
learned = Table(
    "learned",
    metadata,
    id_column(),
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False),
    ref("customer_id", "customer.id"),
    Column("count", Integer, nullable=False),
    ref("operation_id", "operation.id"),
    UniqueConstraint("kind", "key", "customer_id"),
    CheckConstraint("kind IN ('account','name','keyword')", name="kind"),
)

bill = Table(
    "bill",
    metadata,
    id_column(),
    Column("kind", Text, nullable=False),
    Column("number", Text, nullable=False),
    words("part"),
    Column("currency", Text, nullable=False),
    Column("amount_minor", BigInt, nullable=False),
    Column("issued_on", Text, nullable=False),
    Column("due_on", Text, nullable=False),
    words("drawer"),
    words("acceptor"),
    words("acceptor_bank"),
    words("note"),
    Column("not_transferable", Integer, nullable=False),
    ref("customer_id", "customer.id"),
    ref("receipt_id", "document.id", nullable=True),
    ref("split_of_id", "bill.id", nullable=True),
    ref("operation_id", "operation.id"),
    # Not unique: a registration can be taken back, and a bill passed on can come again.
    Index(None, "number"),
    Index(None, "customer_id"),
    Index(None, "due_on"),
    CheckConstraint("kind = 'bank' OR kind = 'commercial'", name="kind"),
    CheckConstraint("amount_minor > 0", name="amount"),
    CheckConstraint("due_on >= issued_on", name="due"),
)

bill_event = Table(
    "bill_event",
    metadata,
    id_column(),
    ref("bill_id", "bill.id"),
    Column("kind", Text, nullable=False),
    Column("happened_on", Text, nullable=False),
    words("party"),
    Column("amount_minor", BigInt),
    Column("cost_minor", BigInt),
    words("rate"),
    words("note"),
    ref("document_id", "document.id", nullable=True),
    ref("reverses_id", "bill_event.id", nullable=True),
    ref("operation_id", "operation.id"),
    Index(None, "bill_id"),
    CheckConstraint(
        one_of(
            "kind",
            "received",
            "endorsed",
            "discounted",
            "pledged",
            "released",
            "presented",
            "paid",
            "refused",
            "recourse",
            "recovered",
            "split",
            "returned",
            "undone",
        ),
        name="kind",
    ),
)

revaluation = Table(
    "revaluation",
    metadata,
    id_column(),
    Column("run_on", Text, nullable=False),
    Column("base_currency", Text, nullable=False),
    Column("rates", Text, nullable=False),
    ref("reverses_id", "revaluation.id", nullable=True),
    ref("operation_id", "operation.id"),
)

revaluation_line = Table(
    "revaluation_line",
    metadata,
    id_column(),
    ref("run_id", "revaluation.id"),
    ref("item_id", "item.id"),
    Column("currency", Text, nullable=False),
    Column("open_minor", BigInt, nullable=False),
    Column("booked_minor", BigInt, nullable=False),
    Column("valued_minor", BigInt, nullable=False),
    Index(None, "run_id"),
    UniqueConstraint("run_id", "item_id"),
)

for _table, _column in ((bill_event, "reverses_id"), (revaluation, "reverses_id")):
    unique_where_set(_table, _column)

#: Tables whose rows are facts: inserted once, never updated.
FACTS: Final = {
    "bank_statement": (),
    "bank_line": (),
    "inflow_mark": (),
    "bill": (),
    "bill_event": (),
    "revaluation": (),
    "revaluation_line": (),
}
