"""Rows that lists and pages show, all as of one date, amounts in minor units."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from domain.credit.graded import Graded


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFilter:
    """What a list shows.

    ``state``: "all", "open", "overdue", "due_soon" (due within 7 days), "disputed",
    "unapplied" (receipts with money left), "allocated". ``text`` finds in numbers and names.
    """

    as_of: date
    state: str = "all"
    text: str = ""
    customer_id: int | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """Sort key of a list and its direction; the id always breaks ties."""

    key: str
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Count and sums of a filter in one currency."""

    currency: str
    count: int
    amount: int = 0
    open: int = 0
    overdue: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerRow:
    """A customer as the list shows it; amounts in ``currency`` (its main one).

    ``others`` are balances in further currencies. balance = open − unapplied.
    ``limit_minor`` None: no limit set. ``returned_on``: a payment was
    returned within a year. ``graded`` is read beside the list, for a page of rows.
    ``exposure`` counts every currency that has a rate.
    """

    id: int
    code: str
    name: str
    name_en: str
    currency: str
    balance: int = 0
    overdue: int = 0
    unapplied: int = 0
    disputed: int = 0
    oldest_days: int = 0
    open_items: int = 0
    limit_minor: int | None = None
    avg_days_late: int | None = None
    last_level: int = 0
    owner: str = ""
    others: tuple[tuple[str, int], ...] = ()
    returned_on: date | None = None
    graded: Graded | None = None
    exposure: int = 0
    on_hold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """An item of an invoice, credit note, receipt …; ``status`` is a ``Status`` value.

    ``open`` and ``amount`` are signed as the document; ``parts`` > 1: an instalment.
    ``aged_from`` is the day its age counts from where that is not ``issued_on``;
    ``assigned``: it stands assigned to a factor or another.
    ``unproved``: it says when the goods were delivered, and no signed paper of it is kept.
    """

    id: int
    document_id: int
    kind: str
    number: str
    seq: int
    parts: int
    customer_id: int
    customer_code: str
    customer_name: str
    currency: str
    issued_on: date
    due_on: date | None
    amount: int
    open: int
    days_overdue: int | None
    status: str
    disputed: int = 0
    level: int = 0
    description: str = ""
    order_number: str = ""
    contract_number: str = ""
    customer_name_en: str = ""
    aged_from: date | None = None
    assigned: bool = False
    unproved: bool = False

    @property
    def label(self) -> str:
        """The number, with the instalment where there are several: INV-7 (2/3)."""
        return self.number if self.parts == 1 else f"{self.number} ({self.seq}/{self.parts})"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptRow:
    """Money received; amounts positive. unapplied = amount − allocated."""

    id: int
    item_id: int
    number: str
    customer_id: int
    customer_code: str
    customer_name: str
    currency: str
    received_on: date
    amount: int
    allocated: int
    unapplied: int
    method: str = ""
    reference: str = ""
    payer: str = ""
    payer_account: str = ""
    description: str = ""
    customer_name_en: str = ""
    voided: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InflowRow:
    """Money that came in: a bank line that is not booked, or a receipt.

    ``key`` is the bank line's id, or minus the receipt's document id. ``open`` is what of
    it no document has taken (0: all allocated). ``state``: "todo", "check" (to be looked
    into), "other" (not from a customer), "held" (kept as advance), "done", "void".
    ``own_account`` is ours, ``name`` and ``account`` are the payer's. Money out, shown
    among what is not from customers, is negative.
    """

    key: int
    state: str
    booked_on: date
    currency: str
    amount: int
    open: int
    at: str = ""
    name: str = ""
    account: str = ""
    bank: str = ""
    text: str = ""
    reference: str = ""
    serial: str = ""
    own_account: str = ""
    own_bank: str = ""
    number: str = ""
    method: str = ""
    note: str = ""
    customer_id: int | None = None
    customer_name: str = ""
    customer_name_en: str = ""
    item_id: int | None = None
    line_id: int | None = None
    charges: int = 0
    is_reversal: bool = False

    @property
    def document_id(self) -> int | None:
        """The receipt, None for a bank line."""
        return -self.key if self.key < 0 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class BankAccountRow:
    """One of our bank accounts: how far its statements reach and when they were read."""

    id: int
    number: str
    name: str
    bank: str
    currency: str
    last_on: date | None
    read_at: str
    lines: int
    todo: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """A bank statement that was taken in.

    ``adds_up``: opening + lines = closing, None where a balance is missing.
    ``continues``: it opens with what the one before closed with, None where unknown.
    """

    id: int
    account_id: int
    account: str
    currency: str
    file: str
    format: str
    number: str
    from_on: date | None
    to_on: date | None
    opening: int | None
    closing: int | None
    credits: int
    debits: int
    lines: int
    added: int
    read_at: str
    adds_up: bool | None
    continues: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedRow:
    """One thing that matching has learned of a payer."""

    id: int
    kind: str
    key: str
    customer_id: int
    customer_code: str
    customer_name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AllocationRow:
    """A live or undone allocation as a page shows it, seen from either side.

    ``exchange`` is the realised difference in base currency, None if unknown.
    """

    id: int
    debit_item_id: int
    credit_item_id: int
    debit_number: str
    credit_number: str
    credit_kind: str
    amount: int
    currency: str
    credit_amount: int
    credit_currency: str
    allocated_on: date
    exchange: int | None
    user: str
    reversed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceDetail:
    """A document with everything its page shows."""

    row: ItemRow
    items: tuple[ItemRow, ...]
    net: int | None
    tax: int | None
    base: int | None
    terms: str
    delivered_on: date | None
    method: str
    reference: str
    payer: str
    allocations: tuple[AllocationRow, ...]
    letters: tuple[PaperRow, ...]
    disputes: tuple[DisputeRow, ...]
    extra: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeRow:
    """A dispute about part of an item.

    Attributes:
        kind: what is contested (:class:`domain.disputes.DisputeKind`); ``reason`` in words.
        owner, due_on: as it was opened.
        decided_on, outcome: "" while it is not decided; ``conceded`` what was given in,
            ``resolution`` why.
        closed_on: since when it is in dispute no more: decided, and credited if conceded.
        credited: what of it credit notes joined to it have taken off, ``credits`` their
            numbers; voided ones count no more.
    """

    id: int
    item_id: int
    number: str
    customer_id: int
    customer_name: str
    customer_name_en: str = ""
    currency: str
    amount: int
    kind: str
    reason: str
    opened_on: date
    due_on: date
    closed_on: date | None
    owner: str = ""
    decided_on: date | None = None
    outcome: str = ""
    conceded: int = 0
    resolution: str = ""
    credited: int = 0
    credits: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """An issued paper: statement, dunning letter or receipt note."""

    id: int
    kind: str
    number: str
    customer_id: int
    customer_name: str
    language: str
    currency: str
    dated_on: date
    total: int
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """A customer's account in one currency over a period, as statements are chosen from.

    ``movements`` counts the documents' items of the period; ``language`` "" is the book's.
    """

    customer_id: int
    code: str
    name: str
    name_en: str
    currency: str
    language: str
    opening: int
    closing: int
    movements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """One operation, or one change of it when asked for a single record."""

    operation_id: int
    at_utc: str
    user: str
    kind: str
    summary: dict[str, object]
    entity: str = ""
    entity_id: int = 0
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthRow:
    """Billed and received in one month (first day), minor units of one currency."""

    month: date
    billed: int
    received: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RevaluationRow:
    """A month-end revaluation that was kept; valued − booked is its unrealised difference."""

    id: int
    run_on: date
    base_currency: str
    rates: dict[str, Decimal]
    user: str
    at_utc: str
    items: int
    booked: int
    valued: int
    reversed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BillRow:
    """An acceptance bill as of a date; ``state`` is a ``BillState`` value.

    ``since`` and ``party`` are those of the last event that stands. ``exposed`` is what of
    it stays in the customer's exposure by recourse. ``present_by`` is the last day for its
    presentation, ``part`` its sub-range.
    """

    id: int
    kind: str
    number: str
    part: str
    state: str
    currency: str
    amount: int
    issued_on: date
    due_on: date
    present_by: date
    customer_id: int
    customer_code: str
    customer_name: str
    customer_name_en: str
    received_on: date
    since: date
    acceptor: str
    acceptor_bank: str = ""
    drawer: str = ""
    note: str = ""
    party: str = ""
    not_transferable: bool = False
    receipt_id: int | None = None
    receipt_number: str = ""
    split_of_id: int | None = None
    exposed: int = 0

    @property
    def label(self) -> str:
        """The number, with the sub-range where there is one."""
        return f"{self.number} {self.part}" if len(self.part) > 1 else self.number


@dataclass(frozen=True, slots=True, kw_only=True)
class BillSum:
    """Bills in one state and currency: count and amount, and what of it is exposed."""

    state: str
    currency: str
    count: int
    amount: int
    exposed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BillRisk:
    """What a customer's bills, passed on and not matured, keep in its exposure."""

    customer_id: int
    currency: str
    count: int
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RateRow:
    """Base units per one unit of a currency on a day."""

    currency: str
    quoted_on: date
    rate: Decimal
