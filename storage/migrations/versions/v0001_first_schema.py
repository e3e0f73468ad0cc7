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
CREATE TABLE attachment_content (
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    content BLOB NOT NULL,
    CONSTRAINT pk_attachment_content PRIMARY KEY (sha256)
);

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

CREATE TABLE bank_account (
    id INTEGER NOT NULL,
    number TEXT NOT NULL,
    currency TEXT NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    bank TEXT DEFAULT '' NOT NULL,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_bank_account PRIMARY KEY (id),
    CONSTRAINT uq_bank_account_number_currency UNIQUE (number, currency),
    CONSTRAINT ck_bank_account_currency CHECK (length(currency) = 3),
    CONSTRAINT fk_bank_account_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);

CREATE TABLE inflow_mark (
    id INTEGER NOT NULL,
    "key" INTEGER NOT NULL,
    mark TEXT NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_inflow_mark PRIMARY KEY (id),
    CONSTRAINT ck_inflow_mark_mark CHECK (mark IN ('other', 'check', 'held', 'open')),
    CONSTRAINT fk_inflow_mark_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);

CREATE TABLE revaluation (
    id INTEGER NOT NULL,
    run_on TEXT NOT NULL,
    base_currency TEXT NOT NULL,
    rates TEXT NOT NULL,
    reverses_id INTEGER,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_revaluation PRIMARY KEY (id),
    CONSTRAINT fk_revaluation_reverses_id FOREIGN KEY(reverses_id) REFERENCES revaluation (id),
    CONSTRAINT fk_revaluation_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);

CREATE TABLE dunning_run (
    id INTEGER NOT NULL,
    run_on TEXT NOT NULL,
    value TEXT NOT NULL,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_dunning_run PRIMARY KEY (id),
    CONSTRAINT fk_dunning_run_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);

CREATE TABLE reference_rate (
    id INTEGER NOT NULL,
    source TEXT NOT NULL,
    from_on TEXT NOT NULL,
    percent TEXT NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_reference_rate PRIMARY KEY (id),
    CONSTRAINT uq_reference_rate_source_from_on UNIQUE (source, from_on),
    CONSTRAINT ck_reference_rate_source CHECK (source = 'lpr' OR source = 'ecb' OR source =
        'boe' OR source = 'own'),
    CONSTRAINT fk_reference_rate_operation_id FOREIGN KEY(operation_id) REFERENCES operation
        (id)
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

CREATE TABLE bank_statement (
    id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    file TEXT NOT NULL,
    format TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    number TEXT DEFAULT '' NOT NULL,
    from_on TEXT,
    to_on TEXT,
    opening_minor INTEGER,
    closing_minor INTEGER,
    lines INTEGER NOT NULL,
    credits_minor INTEGER NOT NULL,
    debits_minor INTEGER NOT NULL,
    added INTEGER NOT NULL,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_bank_statement PRIMARY KEY (id),
    CONSTRAINT fk_bank_statement_account_id FOREIGN KEY(account_id) REFERENCES bank_account
        (id),
    CONSTRAINT fk_bank_statement_operation_id FOREIGN KEY(operation_id) REFERENCES operation
        (id)
);

CREATE TABLE learned (
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    "key" TEXT NOT NULL,
    customer_id INTEGER NOT NULL,
    count INTEGER NOT NULL,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_learned PRIMARY KEY (id),
    CONSTRAINT uq_learned_kind_key_customer_id UNIQUE (kind, "key", customer_id),
    CONSTRAINT ck_learned_kind CHECK (kind IN ('account', 'name', 'keyword')),
    CONSTRAINT fk_learned_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
    CONSTRAINT fk_learned_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);

CREATE TABLE record (
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    customer_id INTEGER,
    dated_on TEXT NOT NULL,
    ends_on TEXT,
    value TEXT,
    replaces_id INTEGER,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_record PRIMARY KEY (id),
    CONSTRAINT ck_record_kind CHECK (kind <> ''),
    CONSTRAINT ck_record_value CHECK (value IS NOT NULL OR replaces_id IS NOT NULL),
    CONSTRAINT fk_record_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
    CONSTRAINT fk_record_replaces_id FOREIGN KEY(replaces_id) REFERENCES record (id),
    CONSTRAINT fk_record_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);

CREATE TABLE attachment (
    id INTEGER NOT NULL,
    customer_id INTEGER,
    subject TEXT DEFAULT '' NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    media_type TEXT DEFAULT '' NOT NULL,
    source TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    dated_on TEXT NOT NULL,
    sha256 TEXT DEFAULT '' NOT NULL,
    reverses_id INTEGER,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_attachment PRIMARY KEY (id),
    CONSTRAINT ck_attachment_content CHECK (reverses_id IS NOT NULL OR (name <> '' AND sha256 <>
        '')),
    CONSTRAINT fk_attachment_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
    CONSTRAINT fk_attachment_reverses_id FOREIGN KEY(reverses_id) REFERENCES attachment (id),
    CONSTRAINT fk_attachment_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);

CREATE TABLE customer_alias (
    id INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    alias TEXT NOT NULL,
    CONSTRAINT pk_customer_alias PRIMARY KEY (id),
    CONSTRAINT uq_customer_alias_customer_id_alias UNIQUE (customer_id, alias),
    CONSTRAINT fk_customer_alias_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
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
    CONSTRAINT ck_paper_kind CHECK (kind <> ''),
    CONSTRAINT fk_paper_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
    CONSTRAINT fk_paper_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);

CREATE TABLE bank_line (
    id INTEGER NOT NULL,
    account_id INTEGER NOT NULL,
    statement_id INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    booked_on TEXT NOT NULL,
    value_on TEXT,
    at TEXT DEFAULT '' NOT NULL,
    currency TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    charges_minor INTEGER NOT NULL,
    name TEXT DEFAULT '' NOT NULL,
    account TEXT DEFAULT '' NOT NULL,
    bank TEXT DEFAULT '' NOT NULL,
    text TEXT DEFAULT '' NOT NULL,
    reference TEXT DEFAULT '' NOT NULL,
    serial TEXT DEFAULT '' NOT NULL,
    code TEXT DEFAULT '' NOT NULL,
    balance_minor INTEGER,
    is_reversal INTEGER NOT NULL,
    is_neutral INTEGER NOT NULL,
    raw TEXT DEFAULT '' NOT NULL,
    identity TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_bank_line PRIMARY KEY (id),
    CONSTRAINT uq_bank_line_account_id_identity_ordinal UNIQUE (account_id, identity, ordinal),
    CONSTRAINT fk_bank_line_account_id FOREIGN KEY(account_id) REFERENCES bank_account (id),
    CONSTRAINT fk_bank_line_statement_id FOREIGN KEY(statement_id) REFERENCES bank_statement
        (id),
    CONSTRAINT fk_bank_line_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);

CREATE TABLE legal_event (
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    customer_id INTEGER NOT NULL,
    happened_on TEXT NOT NULL,
    arrived_on TEXT,
    returned_on TEXT,
    channel TEXT DEFAULT '' NOT NULL,
    number TEXT DEFAULT '' NOT NULL,
    signed_by TEXT DEFAULT '' NOT NULL,
    strength TEXT NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    paper_id INTEGER,
    file TEXT DEFAULT '' NOT NULL,
    sha256 TEXT DEFAULT '' NOT NULL,
    reverses_id INTEGER,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_legal_event PRIMARY KEY (id),
    CONSTRAINT ck_legal_event_kind CHECK (kind IN ('part_payment', 'promise_written',
        'instalment_plan', 'security_given', 'extension_request', 'statement_signed',
        'letter_delivered', 'assignment_notice', 'setoff_notice', 'lawsuit', 'arbitration',
        'payment_order', 'preservation', 'bankruptcy_claim', 'mediation', 'police_report',
        'paper_delivered', 'taken_back')),
    CONSTRAINT ck_legal_event_strength CHECK (strength IN ('strong', 'weak', 'none')),
    CONSTRAINT ck_legal_event_channel CHECK (channel IN ('', 'ems', 'post', 'courier', 'email',
        'wechat', 'hand')),
    CONSTRAINT ck_legal_event_dates CHECK (coalesce(arrived_on, returned_on, happened_on) >=
        happened_on AND (arrived_on IS NULL OR returned_on IS NULL)),
    CONSTRAINT ck_legal_event_reverses CHECK ((reverses_id IS NULL) = (kind <> 'taken_back')),
    CONSTRAINT fk_legal_event_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
    CONSTRAINT fk_legal_event_paper_id FOREIGN KEY(paper_id) REFERENCES paper (id),
    CONSTRAINT fk_legal_event_reverses_id FOREIGN KEY(reverses_id) REFERENCES legal_event (id),
    CONSTRAINT fk_legal_event_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
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
    claim TEXT,
    bank_line_id INTEGER,
    extra TEXT,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_document PRIMARY KEY (id),
    CONSTRAINT ck_document_number CHECK (number <> ''),
    CONSTRAINT ck_document_claim CHECK (claim IS NULL OR claim = 'cost' OR claim = 'interest'),
    CONSTRAINT ck_document_currency CHECK (length(currency) = 3),
    CONSTRAINT ck_document_kind CHECK (kind = 'invoice' OR kind = 'receipt' OR kind =
        'credit_note' OR kind = 'debit_note' OR kind = 'opening' OR kind = 'discount' OR kind =
        'write_off' OR kind = 'void' OR kind = 'bank_fee' OR kind = 'set_off' OR kind =
        'transfer' OR kind = 'refund'),
    CONSTRAINT ck_document_debit CHECK (amount_minor >= 0 OR (kind <> 'invoice' AND kind <>
        'debit_note' AND kind <> 'refund')),
    CONSTRAINT ck_document_credit CHECK (amount_minor <= 0 OR (kind <> 'receipt' AND kind <>
        'credit_note' AND kind <> 'discount' AND kind <> 'bank_fee' AND kind <> 'set_off')),
    CONSTRAINT ck_document_net_tax CHECK (net_minor IS NULL OR tax_minor IS NULL OR net_minor +
        tax_minor = amount_minor),
    CONSTRAINT fk_document_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
    CONSTRAINT fk_document_reverses_id FOREIGN KEY(reverses_id) REFERENCES document (id),
    CONSTRAINT fk_document_bank_line_id FOREIGN KEY(bank_line_id) REFERENCES bank_line (id),
    CONSTRAINT fk_document_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);

CREATE TABLE bill (
    id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    part TEXT DEFAULT '' NOT NULL,
    currency TEXT NOT NULL,
    amount_minor INTEGER NOT NULL,
    issued_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    drawer TEXT DEFAULT '' NOT NULL,
    acceptor TEXT DEFAULT '' NOT NULL,
    acceptor_bank TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    not_transferable INTEGER NOT NULL,
    customer_id INTEGER NOT NULL,
    receipt_id INTEGER,
    split_of_id INTEGER,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_bill PRIMARY KEY (id),
    CONSTRAINT ck_bill_kind CHECK (kind = 'bank' OR kind = 'commercial'),
    CONSTRAINT ck_bill_amount CHECK (amount_minor > 0),
    CONSTRAINT ck_bill_due CHECK (due_on >= issued_on),
    CONSTRAINT fk_bill_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id),
    CONSTRAINT fk_bill_receipt_id FOREIGN KEY(receipt_id) REFERENCES document (id),
    CONSTRAINT fk_bill_split_of_id FOREIGN KEY(split_of_id) REFERENCES bill (id),
    CONSTRAINT fk_bill_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);

CREATE TABLE interest_claim (
    id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    invoice_id INTEGER NOT NULL,
    from_on TEXT NOT NULL,
    to_on TEXT NOT NULL,
    value TEXT NOT NULL,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_interest_claim PRIMARY KEY (id),
    CONSTRAINT uq_interest_claim_document_id UNIQUE (document_id),
    CONSTRAINT ck_interest_claim_period CHECK (to_on >= from_on),
    CONSTRAINT fk_interest_claim_document_id FOREIGN KEY(document_id) REFERENCES document (id),
    CONSTRAINT fk_interest_claim_invoice_id FOREIGN KEY(invoice_id) REFERENCES document (id),
    CONSTRAINT fk_interest_claim_operation_id FOREIGN KEY(operation_id) REFERENCES operation
        (id)
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
    aged_from TEXT,
    amount_minor INTEGER NOT NULL,
    base_minor INTEGER,
    open_minor INTEGER NOT NULL,
    changed_on TEXT NOT NULL,
    CONSTRAINT pk_item PRIMARY KEY (id),
    CONSTRAINT uq_item_document_id_seq UNIQUE (document_id, seq),
    CONSTRAINT ck_item_seq CHECK (seq >= 1 AND seq <= parts),
    CONSTRAINT ck_item_due CHECK (due_on IS NULL OR due_on >= issued_on OR kind = 'transfer'),
    CONSTRAINT ck_item_open CHECK ((amount_minor >= 0 AND open_minor BETWEEN 0 AND amount_minor)
        OR (amount_minor < 0 AND open_minor BETWEEN amount_minor AND 0)),
    CONSTRAINT fk_item_document_id FOREIGN KEY(document_id) REFERENCES document (id),
    CONSTRAINT fk_item_customer_id FOREIGN KEY(customer_id) REFERENCES customer (id)
);

CREATE TABLE bill_event (
    id INTEGER NOT NULL,
    bill_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    happened_on TEXT NOT NULL,
    party TEXT DEFAULT '' NOT NULL,
    amount_minor INTEGER,
    cost_minor INTEGER,
    rate TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    document_id INTEGER,
    reverses_id INTEGER,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_bill_event PRIMARY KEY (id),
    CONSTRAINT ck_bill_event_kind CHECK (kind = 'received' OR kind = 'endorsed' OR kind =
        'discounted' OR kind = 'pledged' OR kind = 'released' OR kind = 'presented' OR kind =
        'paid' OR kind = 'refused' OR kind = 'recourse' OR kind = 'recovered' OR kind = 'split'
        OR kind = 'returned' OR kind = 'undone'),
    CONSTRAINT fk_bill_event_bill_id FOREIGN KEY(bill_id) REFERENCES bill (id),
    CONSTRAINT fk_bill_event_document_id FOREIGN KEY(document_id) REFERENCES document (id),
    CONSTRAINT fk_bill_event_reverses_id FOREIGN KEY(reverses_id) REFERENCES bill_event (id),
    CONSTRAINT fk_bill_event_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);

CREATE TABLE revaluation_line (
    id INTEGER NOT NULL,
    run_id INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    currency TEXT NOT NULL,
    open_minor INTEGER NOT NULL,
    booked_minor INTEGER NOT NULL,
    valued_minor INTEGER NOT NULL,
    CONSTRAINT pk_revaluation_line PRIMARY KEY (id),
    CONSTRAINT uq_revaluation_line_run_id_item_id UNIQUE (run_id, item_id),
    CONSTRAINT fk_revaluation_line_run_id FOREIGN KEY(run_id) REFERENCES revaluation (id),
    CONSTRAINT fk_revaluation_line_item_id FOREIGN KEY(item_id) REFERENCES item (id)
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
    fee_minor INTEGER NOT NULL,
    interest TEXT DEFAULT '' NOT NULL,
    CONSTRAINT pk_dunned_item PRIMARY KEY (id),
    CONSTRAINT uq_dunned_item_item_id_level UNIQUE (item_id, level),
    CONSTRAINT ck_dunned_item_fee CHECK (fee_minor >= 0),
    CONSTRAINT fk_dunned_item_run_id FOREIGN KEY(run_id) REFERENCES dunning_run (id),
    CONSTRAINT fk_dunned_item_paper_id FOREIGN KEY(paper_id) REFERENCES paper (id),
    CONSTRAINT fk_dunned_item_item_id FOREIGN KEY(item_id) REFERENCES item (id)
);

CREATE TABLE legal_event_item (
    event_id INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    CONSTRAINT pk_legal_event_item PRIMARY KEY (event_id, item_id),
    CONSTRAINT fk_legal_event_item_event_id FOREIGN KEY(event_id) REFERENCES legal_event (id),
    CONSTRAINT fk_legal_event_item_item_id FOREIGN KEY(item_id) REFERENCES item (id)
);

CREATE TABLE record_item (
    record_id INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    CONSTRAINT pk_record_item PRIMARY KEY (record_id, item_id),
    CONSTRAINT fk_record_item_record_id FOREIGN KEY(record_id) REFERENCES record (id),
    CONSTRAINT fk_record_item_item_id FOREIGN KEY(item_id) REFERENCES item (id)
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
    kind TEXT NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    owner TEXT DEFAULT '' NOT NULL,
    opened_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    closed_on TEXT,
    decided_on TEXT,
    outcome TEXT DEFAULT '' NOT NULL,
    conceded_minor INTEGER DEFAULT 0 NOT NULL,
    resolution TEXT DEFAULT '' NOT NULL,
    note TEXT DEFAULT '' NOT NULL,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_dispute PRIMARY KEY (id),
    CONSTRAINT ck_dispute_amount CHECK (amount_minor > 0),
    CONSTRAINT ck_dispute_closed CHECK (closed_on IS NULL OR closed_on >= opened_on),
    CONSTRAINT ck_dispute_outcome CHECK ((decided_on IS NULL) = (outcome = '')),
    CONSTRAINT ck_dispute_decided CHECK (closed_on IS NULL OR decided_on IS NOT NULL),
    CONSTRAINT ck_dispute_conceded CHECK (conceded_minor BETWEEN 0 AND amount_minor),
    CONSTRAINT fk_dispute_item_id FOREIGN KEY(item_id) REFERENCES item (id),
    CONSTRAINT fk_dispute_operation_id FOREIGN KEY(operation_id) REFERENCES operation (id)
);

CREATE TABLE dunning_fee_claim (
    id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    dunned_item_id INTEGER NOT NULL,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_dunning_fee_claim PRIMARY KEY (id),
    CONSTRAINT uq_dunning_fee_claim_document_id_dunned_item_id UNIQUE (document_id,
        dunned_item_id),
    CONSTRAINT fk_dunning_fee_claim_document_id FOREIGN KEY(document_id) REFERENCES document
        (id),
    CONSTRAINT fk_dunning_fee_claim_dunned_item_id FOREIGN KEY(dunned_item_id) REFERENCES
        dunned_item (id),
    CONSTRAINT fk_dunning_fee_claim_operation_id FOREIGN KEY(operation_id) REFERENCES operation
        (id)
);

CREATE TABLE dispute_credit (
    id INTEGER NOT NULL,
    dispute_id INTEGER NOT NULL,
    document_id INTEGER NOT NULL,
    operation_id INTEGER NOT NULL,
    CONSTRAINT pk_dispute_credit PRIMARY KEY (id),
    CONSTRAINT uq_dispute_credit_document_id UNIQUE (document_id),
    CONSTRAINT fk_dispute_credit_dispute_id FOREIGN KEY(dispute_id) REFERENCES dispute (id),
    CONSTRAINT fk_dispute_credit_document_id FOREIGN KEY(document_id) REFERENCES document (id),
    CONSTRAINT fk_dispute_credit_operation_id FOREIGN KEY(operation_id) REFERENCES operation
        (id)
);

CREATE INDEX ix_allocation_credit ON allocation (credit_item_id, allocated_on, credit_minor);

CREATE INDEX ix_allocation_debit ON allocation (debit_item_id, allocated_on, debit_minor);

CREATE INDEX ix_attachment_customer_id ON attachment (customer_id);

CREATE INDEX ix_attachment_subject ON attachment (subject);

CREATE INDEX ix_bank_line_booked_on ON bank_line (booked_on);

CREATE INDEX ix_bank_line_statement_id ON bank_line (statement_id);

CREATE INDEX ix_bank_statement_account_id_to_on ON bank_statement (account_id, to_on);

CREATE INDEX ix_bill_customer_id ON bill (customer_id);

CREATE INDEX ix_bill_due_on ON bill (due_on);

CREATE INDEX ix_bill_event_bill_id ON bill_event (bill_id);

CREATE INDEX ix_bill_number ON bill (number);

CREATE INDEX ix_customer_alias_alias ON customer_alias (alias);

CREATE INDEX ix_customer_name ON customer (name);

CREATE INDEX ix_customer_sort_key ON customer (sort_key);

CREATE INDEX ix_dispute_credit_dispute_id ON dispute_credit (dispute_id);

CREATE INDEX ix_dispute_item_id ON dispute (item_id);

CREATE INDEX ix_document_bank_line ON document (bank_line_id) WHERE bank_line_id IS NOT NULL;

CREATE INDEX ix_document_kind ON document (kind, number);

CREATE INDEX ix_document_returned ON document (customer_id, issued_on) WHERE kind = 'void' AND
    method = 'returned';

CREATE INDEX ix_dunning_fee_claim_dunned_item_id ON dunning_fee_claim (dunned_item_id);

CREATE INDEX ix_inflow_mark_key ON inflow_mark ("key");

CREATE INDEX ix_interest_claim_invoice_id ON interest_claim (invoice_id);

CREATE INDEX ix_item_changed ON item (changed_on, issued_on);

CREATE INDEX ix_item_customer ON item (customer_id, issued_on);

CREATE INDEX ix_item_due ON item (kind, due_on);

CREATE INDEX ix_item_issued ON item (kind, issued_on);

CREATE INDEX ix_item_open ON item (customer_id, currency, due_on, issued_on, changed_on,
    open_minor, amount_minor, kind) WHERE open_minor <> 0;

CREATE INDEX ix_legal_event_customer_id ON legal_event (customer_id);

CREATE INDEX ix_legal_event_paper_id ON legal_event (paper_id);

CREATE INDEX ix_operation_change_entity_entity_id ON operation_change (entity, entity_id);

CREATE INDEX ix_operation_change_operation_id ON operation_change (operation_id);

CREATE INDEX ix_paper_customer_id_kind ON paper (customer_id, kind);

CREATE INDEX ix_record_customer_id ON record (customer_id);

CREATE INDEX ix_record_item_item_id ON record_item (item_id);

CREATE INDEX ix_record_kind_customer_id_dated_on ON record (kind, customer_id, dated_on);

CREATE INDEX ix_revaluation_line_run_id ON revaluation_line (run_id);

CREATE UNIQUE INDEX uq_allocation_import_key ON allocation (import_key) WHERE import_key IS NOT
    NULL;

CREATE UNIQUE INDEX uq_allocation_reverses_id ON allocation (reverses_id) WHERE reverses_id IS
    NOT NULL;

CREATE UNIQUE INDEX uq_attachment_reverses_id ON attachment (reverses_id) WHERE reverses_id IS
    NOT NULL;

CREATE UNIQUE INDEX uq_bill_event_reverses_id ON bill_event (reverses_id) WHERE reverses_id IS
    NOT NULL;

CREATE UNIQUE INDEX uq_document_import_key ON document (import_key) WHERE import_key IS NOT NULL;

CREATE UNIQUE INDEX uq_document_number ON document (number, kind, coalesce(reverses_id, 0));

CREATE UNIQUE INDEX uq_document_reverses_id ON document (reverses_id) WHERE reverses_id IS NOT
    NULL;

CREATE UNIQUE INDEX uq_legal_event_reverses_id ON legal_event (reverses_id) WHERE reverses_id IS
    NOT NULL;

CREATE UNIQUE INDEX uq_record_replaces_id ON record (replaces_id) WHERE replaces_id IS NOT NULL;

CREATE UNIQUE INDEX uq_revaluation_reverses_id ON revaluation (reverses_id) WHERE reverses_id IS
    NOT NULL;
"""
