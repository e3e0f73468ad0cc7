"""What the domain and the screens need from outside, as protocols.

``storage`` implements them, ``main.py`` hands them over. A ``UnitOfWork`` is one
transaction: leaving it without :meth:`UnitOfWork.commit` rolls everything back.
A ``BookReader`` only reads, sees the last committed state and may be used from
any thread. Lists are read ids first, then rows by page (:class:`ListQuery`).
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import TracebackType
from typing import Any, Protocol, Self

from domain.allocation import Allocation, OpenItem
from domain.customer import Company, Customer
from domain.document import Document, Kind
from domain.dunning import Procedure, SentLevel
from domain.listing import (
    AllocationRow,
    CustomerRow,
    DisputeRow,
    HistoryRow,
    InvoiceDetail,
    ItemRow,
    ListFilter,
    MonthRow,
    Order,
    PaperRow,
    ReceiptRow,
    Totals,
)
from domain.papers import AgeingRow

#: Reports progress: done so far, total (0 when unknown). Raises ``Cancelled`` to stop.
Progress = Callable[[int, int], None]
#: Turns a printable value (:mod:`domain.papers`) into PDF bytes.
Render = Callable[[Any], bytes]


class ListQuery(Protocol):
    """Read side of one list screen; rows are loaded by page."""

    def ids(
        self, where: ListFilter, order: Order, *, limit: int | None = None, from_end: bool = False
    ) -> array[int]:
        """Return ids in order; the first ``limit``, or with ``from_end`` the last (in order)."""
        ...

    def count(self, where: ListFilter) -> int:
        """Return how many rows the filter has."""
        ...

    def rows(self, ids: Sequence[int], where: ListFilter) -> Mapping[int, Any]:
        """Return rows by id, as of the filter's date."""
        ...

    def totals(self, where: ListFilter) -> Sequence[Totals]:
        """Return count and sums of the whole filter, one per currency."""
        ...


class BookReader(Protocol):
    """Everything screens, reports and the command line read from a book."""

    @property
    def customers(self) -> ListQuery: ...
    @property
    def items(self) -> ListQuery: ...
    @property
    def receipts(self) -> ListQuery: ...

    def company(self) -> Company: ...
    def base_currency(self) -> str: ...
    def setting(self, key: str, default: Any = None) -> Any: ...
    def find_customer(self, code_or_name: str) -> int | None: ...
    def customer(self, customer_id: int) -> Customer: ...
    def customer_row(self, customer_id: int, as_of: date) -> CustomerRow: ...
    def currencies(self, customer_id: int | None = None) -> list[str]: ...
    def ageing(
        self,
        as_of: date,
        *,
        limits: Sequence[int] = (30, 60, 90),
        basis: str = "due",
        by: str = "customer",
        customer_id: int | None = None,
    ) -> list[AgeingRow]:
        """Return ageing rows by customer and currency (or by item), code order."""
        ...

    def open_items(
        self, as_of: date, *, customer_id: int | None = None, currency: str | None = None
    ) -> list[ItemRow]:
        """Return what is open on a date, debits and credits, oldest due first."""
        ...

    def open_item(self, item_id: int) -> OpenItem:
        """Return an item as the rules of allocation see it: after all facts known."""
        ...

    def open_debits(self, customer_id: int, currency: str) -> list[OpenItem]:
        """Return what can be paid, oldest due first, after all facts known."""
        ...

    def open_credits(self, customer_id: int, currency: str) -> list[OpenItem]:
        """Return what can pay, oldest first, after all facts known."""
        ...

    def unallocated_receipts(self) -> list[tuple[int, str]]:
        """Return customers and currencies that have receipts with open money, and open debits."""
        ...

    def movements(
        self, customer_id: int, currency: str, from_on: date, to_on: date
    ) -> list[ItemRow]:
        """Return the documents of a period (one row each, seq 1), by date."""
        ...

    def balance_before(self, customer_id: int, currency: str, on: date) -> int: ...
    def months(
        self, customer_id: int | None, currency: str, as_of: date, count: int
    ) -> list[MonthRow]: ...
    def item(self, item_id: int, as_of: date) -> ItemRow: ...
    def invoice_detail(self, document_id: int, as_of: date) -> InvoiceDetail: ...
    def receipt(self, document_id: int, as_of: date) -> ReceiptRow: ...
    def allocations(self, document_id: int) -> list[AllocationRow]: ...
    def disputes(
        self, *, customer_id: int | None = None, open_on: date | None = None
    ) -> list[DisputeRow]: ...
    def sent_levels(self, as_of: date) -> list[SentLevel]: ...
    def last_run_on(self) -> date | None: ...
    def papers(
        self, *, kind: str | None = None, customer_id: int | None = None, limit: int = 500
    ) -> list[PaperRow]: ...
    def paper_pdf(self, paper_id: int) -> bytes: ...
    def paper_value(self, paper_id: int) -> str: ...
    def history(
        self, *, entity: str | None = None, entity_id: int | None = None, limit: int = 500
    ) -> list[HistoryRow]: ...
    def saved_mappings(self, kind: str) -> dict[str, str]: ...
    def last_date(self) -> date | None:
        """Return the date of the newest document, None in an empty book."""
        ...


class UnitOfWork(Protocol):
    """One transaction of writing, with the reads that its rules need."""

    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...
    def commit(self) -> None: ...

    # history
    def begin(self, kind: str, summary: Mapping[str, Any], *, reverses: int | None = None) -> int:
        """Open this transaction's one history record and return its id."""
        ...

    def changed(self, entity: str, entity_id: int, before: Any, after: Any) -> None:
        """Add a before/after pair to the history record (JSON-ready values)."""
        ...

    # settings and numbers
    def setting(self, key: str, default: Any = None) -> Any: ...
    def put_setting(self, key: str, value: Any) -> None: ...
    def next_number(self, series: str, year: int) -> int: ...
    def number_used(self, kind: Kind, number: str) -> bool: ...
    def rate(self, currency: str, on: date) -> Decimal | None: ...
    def add_rate(self, currency: str, on: date, rate: Decimal) -> None: ...

    # customers
    def customer_id(self, code_or_name: str) -> int | None: ...
    def customer(self, customer_id: int) -> Customer: ...
    def add_customer(self, customer: Customer) -> int: ...
    def replace_customer(self, customer_id: int, customer: Customer) -> None: ...

    # documents and allocations
    def add_document(self, document: Document) -> int: ...
    def document(self, document_id: int) -> Document: ...
    def is_voided(self, document_id: int) -> bool: ...
    def document_items(self, document_id: int) -> list[OpenItem]: ...
    def open_item(self, item_id: int) -> OpenItem: ...
    def open_debits(self, customer_id: int, currency: str) -> list[OpenItem]:
        """Return the customer's open debit items, oldest due first."""
        ...

    def unallocated_receipts(self) -> list[tuple[int, str]]:
        """Return customers and currencies that have receipts with open money, and open debits."""
        ...

    def open_credits(self, customer_id: int, currency: str) -> list[OpenItem]: ...
    def add_allocations(self, allocations: Iterable[Allocation]) -> list[int]: ...
    def allocation(self, allocation_id: int) -> Allocation: ...
    def is_reversed(self, allocation_id: int) -> bool: ...

    # disputes, papers, dunning
    def add_dispute(
        self, item_id: int, amount: int, reason: str, opened_on: date, note: str
    ) -> int: ...
    def close_dispute(self, dispute_id: int, closed_on: date) -> None: ...
    def find_paper(self, kind: str, content_key: str) -> tuple[int, str] | None: ...
    def paper_pdf(self, paper_id: int) -> bytes: ...
    def add_paper(
        self,
        *,
        kind: str,
        number: str,
        customer_id: int,
        language: str,
        currency: str,
        dated_on: date,
        content_key: str,
        value: str,
        pdf: bytes,
    ) -> int: ...
    def add_run(self, run_on: date, procedure: Procedure) -> int: ...
    def add_dunned_item(
        self,
        *,
        run_id: int,
        paper_id: int,
        item_id: int,
        level: int,
        sent_on: date,
        days_overdue: int,
        open_minor: int,
    ) -> None: ...
    def save_mapping(self, kind: str, name: str, value: str) -> None: ...


class Book(Protocol):
    """An open book: reads, and one unit of work at a time."""

    @property
    def reader(self) -> BookReader: ...
    def unit_of_work(self, user: str) -> UnitOfWork: ...
    def close(self) -> None: ...
