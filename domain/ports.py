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
from typing import TYPE_CHECKING, Any, Protocol, Self

from domain.allocation import Allocation, OpenItem
from domain.customer import Company, Customer
from domain.document import Document, Kind
from domain.letters.templates import Templates
from domain.listing import (
    AccountRow,
    AllocationRow,
    BankAccountRow,
    BillRisk,
    BillRow,
    BillSum,
    CustomerRow,
    HistoryRow,
    InflowRow,
    InvoiceDetail,
    ItemRow,
    LearnedRow,
    ListFilter,
    MonthRow,
    Order,
    PaperRow,
    RateRow,
    ReceiptRow,
    RevaluationRow,
    StatementRow,
    Totals,
)
from domain.papers import AgeingRow
from domain.ports_collecting import CollectingReads
from domain.ports_cover import CoverReads
from domain.ports_credit import CreditReads
from domain.ports_disputes import DisputeReads, DisputeWrites
from domain.ports_dunning import DunningReads, DunningWrites
from domain.ports_limits import LimitReads
from domain.ports_policy import PolicyReads
from domain.ports_records import RecordWrites

if TYPE_CHECKING:
    from domain.bank import BankStatement
    from domain.bill import Bill, BillEvent
    from domain.figures.accounts import AccountSum
    from domain.figures.month_ends import DaySums
    from domain.figures.payment_pattern import PaidAccount
    from domain.interest import Claimed, LateDebt
    from domain.legal_event import LegalEvent, LegalEventRow, PaperFacts
    from domain.limitation import Debt
    from domain.matching.values import Known, Learned, Payer, Payment, Policy
    from domain.reference_rates import KnownRate
    from domain.revaluation import ForeignItem, Valuation

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


class BillQuery(ListQuery, Protocol):
    """Acceptance bills.

    States: those of ``BillState``; all (but split ones); due (to be presented), exposed,
    passed_on (endorsed, discounted), unpaid (dishonoured, in recourse).
    """

    def one(self, bill_id: int, as_of: date) -> BillRow: ...
    def bill(self, bill_id: int) -> Bill: ...
    def events(self, bill_id: int) -> list[BillEvent]:
        """Return all that happened to a bill, taken back or not, in order."""
        ...

    def parts(self, bill_id: int, as_of: date) -> list[BillRow]:
        """Return what a bill was split into."""
        ...

    def maturing(self, as_of: date) -> list[BillRow]:
        """Return the bills whose money is still to come to us, by due date."""
        ...

    def sums(self, as_of: date) -> list[BillSum]:
        """Return count, amount and exposure by state and currency."""
        ...

    def exposure(self, as_of: date) -> list[BillRisk]:
        """Return what bills passed on keep in each customer's exposure."""
        ...


class BookReader(
    CreditReads,
    CollectingReads,
    LimitReads,
    DunningReads,
    CoverReads,
    DisputeReads,
    PolicyReads,
    Protocol,
):
    """Everything screens, reports and the command line read from a book."""

    @property
    def customers(self) -> ListQuery: ...
    @property
    def items(self) -> ListQuery: ...
    @property
    def receipts(self) -> ListQuery: ...
    @property
    def inflows(self) -> ListQuery:
        """Bank lines to be booked and receipts: states todo, check, held, done, other, all."""
        ...

    @property
    def bills(self) -> BillQuery: ...

    @property
    def templates(self) -> Templates:
        """The texts of letters the program ships, and what fills a text."""
        ...

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
        self, customer_id: int, currency: str, from_on: date, to_on: date, *, kind: str = ""
    ) -> list[ItemRow]:
        """Return the documents of a period, all or of one kind (one row each, seq 1), by date."""
        ...

    def balance_before(self, customer_id: int, currency: str, on: date) -> int: ...
    def accounts(self, from_on: date, to_on: date) -> list[AccountRow]:
        """Return accounts with a balance or movement in a period, by customer code."""
        ...

    def months(
        self, customer_id: int | None, currency: str, as_of: date, count: int
    ) -> list[MonthRow]: ...
    def item(self, item_id: int, as_of: date) -> ItemRow: ...
    def invoice_detail(self, document_id: int, as_of: date) -> InvoiceDetail: ...
    def receipt(self, document_id: int, as_of: date) -> ReceiptRow: ...
    def allocations(self, document_id: int) -> list[AllocationRow]: ...
    def papers(
        self, *, kind: str | None = None, customer_id: int | None = None, limit: int = 500
    ) -> list[PaperRow]: ...
    def paper_pdf(self, paper_id: int) -> bytes: ...
    def paper_value(self, paper_id: int) -> str: ...
    def history(
        self, *, entity: str | None = None, entity_id: int | None = None, limit: int = 500
    ) -> list[HistoryRow]: ...
    def changes_of(self, operation_id: int) -> list[HistoryRow]: ...
    def rates(self) -> list[RateRow]: ...
    def saved_mappings(self, kind: str) -> dict[str, str]: ...
    # bank
    def inflow(self, key: int, as_of: date) -> InflowRow: ...
    def known(self, policy: Policy) -> Known:
        """Return what matching needs to know: customers, open documents, what was learned."""
        ...

    def payers(self) -> tuple[list[Payer], list[Learned]]:
        """Return of what matching needs to know the customers and what was learned of them."""
        ...

    def payments(self, as_of: date) -> list[Payment]:
        """Return the money still to be matched, by date: bank lines and unapplied receipts."""
        ...

    def bank_accounts(self) -> list[BankAccountRow]: ...
    def bank_statements(self, account_id: int | None = None) -> list[StatementRow]:
        """Return the statements taken in, newest first, with their continuity."""
        ...

    def line_raw(self, line_id: int) -> str:
        """Return a bank line as its file had it."""
        ...

    def learned(self) -> list[LearnedRow]: ...

    # revaluation
    def foreign_items(self, as_of: date) -> list[ForeignItem]:
        """Return what is open in other currencies than the book's."""
        ...

    def last_revaluation(self) -> int | None:
        """Return the latest run that stands."""
        ...

    def valuations(self, run_id: int) -> list[Valuation]: ...
    def revaluations(self) -> list[RevaluationRow]: ...
    # interest
    def late_debt(self, document_id: int) -> LateDebt:
        """Return a debit as interest sees it: its items and what stands settled of them."""
        ...

    def reference_rates(self) -> list[KnownRate]:
        """Return the reference rates entered in the book, by table and day."""
        ...

    def interest_claims(self, document_id: int) -> list[Claimed]:
        """Return the claims of interest on a debit that stand, by period."""
        ...

    def find_debit(self, number: str) -> int | None:
        """Return the document of a number that bears interest: an invoice before others."""
        ...

    # limitation
    def limited_debts(
        self, as_of: date, *, customer_id: int | None = None, document_id: int | None = None
    ) -> list[Debt]:
        """Return the debits open on a date with what their limitation clock depends on."""
        ...

    def legal_events(
        self, *, customer_id: int | None = None, paper_id: int | None = None
    ) -> list[LegalEventRow]:
        """Return the legal events that stand, of all, a customer or a paper, by their days."""
        ...

    def last_date(self) -> date | None:
        """Return the date of the newest document, None in an empty book."""
        ...

    # grades
    # figures
    def day_sums(self, as_of: date) -> DaySums:
        """Return items and allocations up to a day, summed by currency, day and due day."""
        ...

    def balances(self, as_of: date) -> list[AccountSum]:
        """Return the balance of each customer and currency with something open, by code."""
        ...

    def sales(
        self, from_on: date, to_on: date, *, customer_id: int | None = None
    ) -> list[AccountSum]:
        """Return what each customer was billed in a period, by code and currency."""
        ...

    def terms_given(self, from_on: date, to_on: date) -> list[tuple[int, int]]:
        """Return (base amount, days until due) of what a period billed."""
        ...

    def paid_accounts(self, since: date, as_of: date) -> list[PaidAccount]:
        """Return what each customer paid after ``since`` up to ``as_of``, by code."""
        ...


class UnitOfWork(CreditReads, RecordWrites, DunningWrites, DisputeWrites, Protocol):
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
    def operation_allocations(self, operation_id: int) -> list[int]: ...
    def operation_documents(self, operation_id: int) -> list[int]: ...
    def closing_allocations(self, allocation_id: int) -> list[int]:
        """Return the live discounts and write-offs booked with an allocation on its debit."""
        ...

    def live_allocations(self, document_id: int) -> list[int]:
        """Return the allocations of a document that stand, but for discounts and the like."""
        ...

    # bank lines and what is made of them
    def take_statement(self, statement: BankStatement, file: str) -> list[int]:
        """Take a bank statement in; return its new lines in order."""
        ...

    def inflow(self, key: int) -> InflowRow:
        """Return a bank line (its id) or a receipt (minus its document id) as it stands."""
        ...

    def line_receipts(self, line_id: int) -> list[int]:
        """Return the receipts (documents, not voided) that book a bank line."""
        ...

    def name_account(self, account_id: int, name: str, bank: str) -> None: ...
    def add_mark(self, key: int, what: str, note: str) -> None: ...
    def learn(self, lesson: Learned) -> None:
        """Keep a lesson; one known already counts once more."""
        ...

    def forget(self, learned_id: int) -> None: ...

    # revaluation
    def last_revaluation_on(self) -> date | None: ...
    def revaluation_on(self, run_id: int) -> date | None:
        """Return the day of a run that stands, None when it does not."""
        ...

    def add_revaluation(
        self,
        on: date,
        base: str,
        rates: Mapping[str, Decimal],
        values: Sequence[Valuation],
        *,
        reverses_id: int | None = None,
    ) -> int: ...

    # interest
    def late_debt(self, document_id: int) -> LateDebt:
        """Return a debit as interest sees it: its items and what stands settled of them."""
        ...

    def reference_rates(self) -> list[KnownRate]:
        """Return the reference rates entered in the book, by table and day."""
        ...

    def interest_claims(self, document_id: int) -> list[Claimed]:
        """Return the claims of interest on a debit that stand, by period."""
        ...

    def add_reference_rate(self, rate: KnownRate) -> None: ...
    def add_interest_claim(
        self,
        document_id: int,
        invoice_id: int,
        period: tuple[date, date],
        value: Mapping[str, Any],
    ) -> None:
        """Keep what a debit note of interest claims: invoice, days, computation."""
        ...

    # what matters in law
    def add_legal_event(self, event: LegalEvent) -> int: ...
    def legal_event(self, event_id: int) -> LegalEvent: ...
    def is_taken_back(self, event_id: int) -> bool: ...
    def legal_events(
        self, *, customer_id: int | None = None, paper_id: int | None = None
    ) -> list[LegalEventRow]: ...
    def paper_facts(self, paper_id: int) -> PaperFacts:
        """Return an issued paper with the debits it names; a statement's are those open in it."""
        ...

    # bills
    def add_bill(self, value: Bill) -> int: ...
    def bill(self, bill_id: int) -> Bill: ...
    def add_bill_event(self, bill_id: int, event: BillEvent) -> int: ...
    def bill_events(self, bill_id: int) -> list[BillEvent]: ...
    def bills_numbered(self, number: str) -> list[int]:
        """Return the bills of a number: once received, received again, or split."""
        ...

    def bill_parts(self, bill_id: int) -> list[int]: ...
    def bills_of_receipt(self, document_id: int) -> list[int]:
        """Return the whole bills that a receipt was paid by."""
        ...

    # papers
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
    def save_mapping(self, kind: str, name: str, value: str) -> None: ...
    def drop_mapping(self, kind: str, name: str) -> None: ...


class Book(Protocol):
    """An open book: reads, and one unit of work at a time."""

    @property
    def reader(self) -> BookReader: ...
    def unit_of_work(self, user: str) -> UnitOfWork: ...
    def close(self) -> None: ...
