"""Rows that lists and pages show, all as of one date, amounts in minor units."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


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
    ``limit_minor`` None: no limit set.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRow:
    """An item of an invoice, credit note, receipt …; ``status`` is a ``Status`` value.

    ``open`` and ``amount`` are signed as the document; ``parts`` > 1: an instalment.
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
    """A dispute about part of an item."""

    id: int
    item_id: int
    number: str
    customer_id: int
    customer_name: str
    currency: str
    amount: int
    reason: str
    opened_on: date
    closed_on: date | None
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
class RateRow:
    """Base units per one unit of a currency on a day."""

    currency: str
    quoted_on: date
    rate: Decimal
