"""The first tables of a book, as they were released; later ones are changed by later steps."""

from __future__ import annotations

from typing import Final

from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Make the first tables."""
    for statement in SCHEMA.split(";\n"):
        if statement.strip():
            op.execute(statement)


SCHEMA: Final = """
CREATE TABLE setting (
    "key" TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY ("key")
);

CREATE TABLE operation (
    id INTEGER NOT NULL,
    at_utc TEXT NOT NULL,
    user TEXT NOT NULL,
    kind TEXT NOT NULL,
    summary TEXT NOT NULL,
    reverses_id INTEGER,
    CONSTRAINT pk_operation PRIMARY KEY (id),
    CONSTRAINT fk_operation_reverses_id FOREIGN KEY(reverses_id) REFERENCES operation (id)
);

CREATE TABLE number_series (
    series TEXT NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    CONSTRAINT pk_number_series PRIMARY KEY (series, year)
);

CREATE TABLE operation_change (
    id INTEGER NOT NULL,
    operation_id INTEGER NOT NULL,
    entity TEXT NOT NULL,
    entity_id INTEGER NOT NULL,
    "before" TEXT,
    "after" TEXT,
    CONSTRAINT pk_operation_change PRIMARY KEY (id),
    CONSTRAINT fk_operation_change_operation_id FOREIGN KEY(operation_id) REFERENCES operation
        (id)
);

CREATE TABLE customer (
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    name_en TEXT DEFAULT '' NOT NULL,
    sort_key BLOB NOT NULL,
    tax_id TEXT DEFAULT '' NOT NULL,
    group_name TEXT DEFAULT '' NOT NULL,
    country TEXT DEFAULT '' NOT NULL,
    language TEXT DEFAULT '' NOT NULL,
    currency TEXT DEFAULT '' NOT NULL,
    terms TEXT DEFAULT '' NOT NULL,
    credit_limit_minor INTEGER,
    email TEXT DEFAULT '' NOT NULL,
    phone TEXT DEFAULT '' NOT NULL,
    address TEXT DEFAULT '' NOT NULL,
    postcode TEXT DEFAULT '' NOT NULL,
    contact TEXT DEFAULT '' NOT NULL,
    bank_account TEXT DEFAULT '' NOT NULL,
    owner TEXT DEFAULT '' NOT NULL,
    extra TEXT DEFAULT '{}' NOT NULL,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_customer PRIMARY KEY (id),
    CONSTRAINT ck_customer_code CHECK (code <> ''),
    CONSTRAINT ck_customer_name CHECK (name <> ''),
    CONSTRAINT uq_customer_code UNIQUE (code),
    CONSTRAINT fk_customer_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);

CREATE TABLE rate (
    id INTEGER NOT NULL,
    currency TEXT NOT NULL,
    quoted_on TEXT NOT NULL,
    rate TEXT NOT NULL,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_rate PRIMARY KEY (id),
    CONSTRAINT uq_rate_currency_quoted_on UNIQUE (currency, quoted_on),
    CONSTRAINT fk_rate_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);

CREATE TABLE dunning_run (
    id INTEGER NOT NULL,
    run_on TEXT NOT NULL,
    procedure TEXT NOT NULL,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_dunning_run PRIMARY KEY (id),
    CONSTRAINT fk_dunning_run_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);

CREATE TABLE saved_mapping (
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_saved_mapping PRIMARY KEY (id),
    CONSTRAINT uq_saved_mapping_kind_name UNIQUE (kind, name),
    CONSTRAINT fk_saved_mapping_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);

CREATE TABLE customer_alias (
    id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    alias TEXT NOT NULL,
    CONSTRAINT pk_customer_alias PRIMARY KEY (id),
    CONSTRAINT uq_customer_alias_customer_id_alias UNIQUE (customer_id, alias),
    CONSTRAINT fk_customer_alias_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
);

CREATE TABLE document (
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    customer_id INTEGER NOT NULL,
    currency TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    base_minor INTEGER,
    net_minor INTEGER,
    tax_minor INTEGER,
    terms TEXT DEFAULT '' NOT NULL,
    order_number TEXT DEFAULT '' NOT NULL,
    contract_number TEXT DEFAULT '' NOT NULL,
    delivered_on TEXT,
    description TEXT DEFAULT '' NOT NULL,
    method TEXT DEFAULT '' NOT NULL,
    reference TEXT DEFAULT '' NOT NULL,
    payer TEXT DEFAULT '' NOT NULL,
    payer_account TEXT DEFAULT '' NOT NULL,
    reverses_id INTEGER,
    import_key TEXT,
    extra TEXT,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_document PRIMARY KEY (id),
    CONSTRAINT ck_document_number CHECK (number <> ''),
    CONSTRAINT ck_document_currency CHECK (length(currency) = 3),
    CONSTRAINT ck_document_kind CHECK (kind = 'invoice' OR kind = 'receipt' OR kind =
        'credit_note' OR kind = 'debit_note' OR kind = 'opening' OR kind = 'discount' OR kind =
        'write_off' OR kind = 'void'),
    CONSTRAINT ck_document_debit CHECK (amount_minor >= 0 OR (kind <> 'invoice' AND kind <>
        'debit_note')),
    CONSTRAINT ck_document_credit CHECK (amount_minor <= 0 OR (kind <> 'receipt' AND kind <>
        'credit_note' AND kind <> 'discount')),
    CONSTRAINT ck_document_net_tax CHECK (net_minor IS NULL OR tax_minor IS NULL OR net_minor +
        tax_minor = amount_minor),
    CONSTRAINT fk_document_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
    CONSTRAINT fk_document_reverses_id FOREIGN KEY(reverses_id) REFERENCES document (id),
    CONSTRAINT fk_document_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);

CREATE TABLE paper (
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    customer_id INTEGER NOT NULL,
    language TEXT NOT NULL,
    currency TEXT NOT NULL,
    dated_on TEXT NOT NULL,
    content_key TEXT NOT NULL,
    value TEXT NOT NULL,
    pdf BLOB NOT NULL,
    sha256 TEXT NOT NULL,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_paper PRIMARY KEY (id),
    CONSTRAINT uq_paper_kind_number UNIQUE (kind, number),
    CONSTRAINT uq_paper_kind_content_key UNIQUE (kind, content_key),
    CONSTRAINT ck_paper_kind CHECK (kind IN ('statement', 'dunning_letter', 'receipt_note')),
    CONSTRAINT fk_paper_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
    CONSTRAINT fk_paper_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);

CREATE TABLE item (
    id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    kind TEXT NOT NULL,
    customer_id INTEGER NOT NULL,
    currency TEXT NOT NULL,
    issued_on TEXT NOT NULL,
    due_on TEXT,
    amount_minor INTEGER NOT NULL,
    base_minor INTEGER,
    open_minor INTEGER NOT NULL,
    changed_on TEXT NOT NULL,
    CONSTRAINT pk_item PRIMARY KEY (id),
    CONSTRAINT uq_item_document_id_seq UNIQUE (document_id, seq),
    CONSTRAINT ck_item_seq CHECK (seq >= 1 AND seq <= parts),
    CONSTRAINT ck_item_due CHECK (due_on IS NULL OR due_on >= issued_on),
    CONSTRAINT ck_item_open CHECK ((amount_minor >= 0 AND open_minor BETWEEN 0 AND amount_minor)
        OR (amount_minor < 0 AND open_minor BETWEEN amount_minor AND 0)),
    CONSTRAINT fk_item_document_id FOREIGN KEY(document_id) REFERENCES document (id),
    CONSTRAINT fk_item_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
);

CREATE TABLE allocation (
    id INTEGER NOT NULL,
    debit_item_id INTEGER NOT NULL,
    credit_item_id INTEGER NOT NULL,
    debit_minor INTEGER NOT NULL,
    credit_minor INTEGER NOT NULL,
    debit_base_minor INTEGER,
    credit_base_minor INTEGER,
    allocated_on TEXT NOT NULL,
    reverses_id INTEGER,
    import_key TEXT,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_allocation PRIMARY KEY (id),
    CONSTRAINT ck_allocation_sides CHECK (debit_item_id <> credit_item_id),
    CONSTRAINT ck_allocation_sign CHECK ((reverses_id IS NULL AND debit_minor > 0 AND
        credit_minor > 0) OR (reverses_id IS NOT NULL AND debit_minor < 0 AND credit_minor <
        0)),
    CONSTRAINT fk_allocation_debit_item_id FOREIGN KEY(debit_item_id) REFERENCES item (id),
    CONSTRAINT fk_allocation_credit_item_id FOREIGN KEY(credit_item_id) REFERENCES item (id),
    CONSTRAINT fk_allocation_reverses_id FOREIGN KEY(reverses_id) REFERENCES allocation (id),
    CONSTRAINT fk_allocation_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);

CREATE TABLE dispute (
    id INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    amount_minor INTEGER NOT NULL,
    reason TEXT NOT NULL,
    opened_on TEXT NOT NULL,
    closed_on TEXT,
    note TEXT DEFAULT '' NOT NULL,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_dispute PRIMARY KEY (id),
    CONSTRAINT ck_dispute_amount CHECK (amount_minor > 0),
    CONSTRAINT ck_dispute_closed CHECK (closed_on IS NULL OR closed_on >= opened_on),
    CONSTRAINT fk_dispute_item_id FOREIGN KEY(item_id) REFERENCES item (id),
    CONSTRAINT fk_dispute_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);

CREATE TABLE dunned_item (
    id INTEGER NOT NULL,
    run_id INTEGER NOT NULL,
    paper_id INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    level INTEGER NOT NULL,
    sent_on TEXT NOT NULL,
    days_overdue INTEGER NOT NULL,
    open_minor INTEGER NOT NULL,
    CONSTRAINT pk_dunned_item PRIMARY KEY (id),
    CONSTRAINT uq_dunned_item_item_id_level UNIQUE (item_id, level),
    CONSTRAINT ck_dunned_item_level CHECK (level >= 1),
    CONSTRAINT fk_dunned_item_run_id FOREIGN KEY(run_id) REFERENCES dunning_run (id),
    CONSTRAINT fk_dunned_item_paper_id FOREIGN KEY(paper_id) REFERENCES paper (id),
    CONSTRAINT fk_dunned_item_item_id FOREIGN KEY(item_id) REFERENCES item (id)
);

CREATE INDEX ix_allocation_credit ON allocation (credit_item_id, allocated_on, credit_minor);

CREATE INDEX ix_allocation_debit ON allocation (debit_item_id, allocated_on, debit_minor);

CREATE INDEX ix_customer_alias_alias ON customer_alias (alias);

CREATE INDEX ix_customer_name ON customer (name);

CREATE INDEX ix_customer_sort_key ON customer (sort_key);

CREATE INDEX ix_dispute_item_id ON dispute (item_id);

CREATE INDEX ix_document_kind ON document (kind, number);

CREATE INDEX ix_item_changed ON item (changed_on, issued_on);

CREATE INDEX ix_item_customer ON item (customer_id, issued_on);

CREATE INDEX ix_item_due ON item (kind, due_on);

CREATE INDEX ix_item_issued ON item (kind, issued_on);

CREATE INDEX ix_item_open ON item (customer_id, currency, due_on, issued_on, changed_on,
    open_minor, amount_minor, kind) WHERE open_minor <> 0;

CREATE INDEX ix_operation_change_entity_entity_id ON operation_change (entity, entity_id);

CREATE INDEX ix_operation_change_operation_id ON operation_change (operation_id);

CREATE INDEX ix_paper_customer_id_kind ON paper (customer_id, kind);

CREATE UNIQUE INDEX uq_allocation_import_key ON allocation (import_key) WHERE import_key IS NOT
    NULL;

CREATE UNIQUE INDEX uq_allocation_reverses_id ON allocation (reverses_id) WHERE reverses_id IS
    NOT NULL;

CREATE UNIQUE INDEX uq_document_import_key ON document (import_key) WHERE import_key IS NOT NULL;

CREATE UNIQUE INDEX uq_document_number ON document (number, kind, coalesce(reverses_id, 0));

CREATE UNIQUE INDEX uq_document_reverses_id ON document (reverses_id) WHERE reverses_id IS NOT
    NULL;
"""
