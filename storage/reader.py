"""Everything screens, reports and the command line read from a book."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, select, text

from domain.ageing import Buckets
from domain.allocation import OpenItem
from domain.customer import Company, Customer
from domain.errors import NotFound
from domain.listing import (
    AccountRow,
    AllocationRow,
    BankAccountRow,
    CustomerRow,
    HistoryRow,
    InflowRow,
    InvoiceDetail,
    ItemRow,
    LearnedRow,
    MonthRow,
    PaperRow,
    RateRow,
    ReceiptRow,
    RevaluationRow,
    StatementRow,
)
from domain.papers import AgeingRow
from domain.values import loads
from storage import mappers
from storage.columns import metadata
from storage.queries import accounts, ageing, customers, details, items, opened, receipts
from storage.reader_collecting import CollectingSide
from storage.reader_cover import CoverSide
from storage.reader_disputes import DisputeSide
from storage.reader_dunning import DunningSide
from storage.reader_limits import LimitSide
from storage.reader_policy import PolicySide
from storage.reader_records import RecordSide
from storage.reads_credit import CreditSide
from storage.tables import paper, saved_mapping, setting
from storage.unit_items import OpenReads

if TYPE_CHECKING:
    from domain.figures.accounts import AccountSum
    from domain.figures.month_ends import DaySums
    from domain.figures.payment_pattern import PaidAccount
    from domain.interest import Claimed, LateDebt
    from domain.legal_event import LegalEventRow
    from domain.limitation import Debt
    from domain.matching.values import Known, Learned, Payer, Payment, Policy
    from domain.reference_rates import KnownRate
    from domain.revaluation import ForeignItem, Valuation
    from storage.queries.bills import BillList
    from storage.queries.inflows import InflowList
    from storage.templates import ShippedTemplates


class SqlReader(
    RecordSide,
    CollectingSide,
    LimitSide,
    CreditSide,
    DunningSide,
    CoverSide,
    PolicySide,
    DisputeSide,
):
    """Implements :class:`domain.ports.BookReader`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.customers = customers.CustomerList(engine)
        self.items = items.ItemList(engine)
        self.receipts = receipts.ReceiptList(engine)

    @cached_property
    def inflows(self) -> InflowList:
        """Bank lines and receipts; read by their screen, not at the start."""
        from storage.queries.inflows import InflowList

        return InflowList(self._engine)

    @cached_property
    def bills(self) -> BillList:
        """Acceptance bills; read by their screen, not at the start."""
        from storage.queries.bills import BillList

        return BillList(self._engine)

    @cached_property
    def templates(self) -> ShippedTemplates:
        """Texts of letters and what fills them; loaded when a letter is written."""
        from storage.templates import TEMPLATES

        return TEMPLATES

    def _connect(self) -> Connection:
        return self._engine.connect()

    def probe(self) -> None:
        """Read a row of every table, all its columns.

        As plain text: compiling twenty statements would take most of the time that
        opening a book takes.
        """
        with self._connect() as connection:
            for table in metadata.tables.values():
                columns = ", ".join(f'"{column.name}"' for column in table.columns)
                connection.exec_driver_sql(f'SELECT {columns} FROM "{table.name}" LIMIT 1').first()

    # -- book

    def company(self) -> Company:
        """Return the firm whose book this is."""
        return loads(Company, json.dumps(self.setting("company")))

    def base_currency(self) -> str:
        """Return the book's own currency."""
        return str(self.setting("base_currency", "CNY"))

    def setting(self, key: str, default: Any = None) -> Any:
        """Return a setting's value."""
        with self._connect() as connection:
            found = connection.scalar(select(setting.c.value).where(setting.c.key == key))
        return default if found is None else json.loads(found)

    def last_date(self) -> date | None:
        """Return the date of the newest fact about an item, None in an empty book."""
        with self._connect() as connection:
            found = connection.scalar(text("SELECT MAX(changed_on) FROM item"))
        return None if found is None else date.fromisoformat(found)

    # -- customers

    def find_customer(self, code_or_name: str) -> int | None:
        """Return a customer by code, else by name or alias where just one has it."""
        with self._connect() as connection:
            return mappers.find_customer(connection, code_or_name)

    def customer(self, customer_id: int) -> Customer:
        """Return a customer's master data."""
        with self._connect() as connection:
            return mappers.load_customer(connection, customer_id)

    def customer_row(self, customer_id: int, as_of: date) -> CustomerRow:
        """Return a customer as the list shows it."""
        with self._connect() as connection:
            rows = customers.load_rows(connection, [customer_id], as_of)
        if customer_id not in rows:
            raise NotFound(record=f"customer/{customer_id}")
        return rows[customer_id]

    def currencies(self, customer_id: int | None = None) -> list[str]:
        """Return the currencies documents have, of one customer or the book."""
        with self._connect() as connection:
            return ageing.currencies(connection, customer_id)

    # -- ageing and items

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
        buckets = Buckets(tuple(limits))
        with self._connect() as connection:
            if by == "item":
                rows = opened.open_items(connection, as_of, customer_id, None)
                return ageing.by_item(rows, buckets, basis, as_of)
            return ageing.by_customer(connection, as_of, buckets, basis, customer_id)

    def open_items(
        self, as_of: date, *, customer_id: int | None = None, currency: str | None = None
    ) -> list[ItemRow]:
        """Return what is open on a date, debits and credits, oldest due first."""
        with self._connect() as connection:
            return opened.open_items(connection, as_of, customer_id, currency)

    def item(self, item_id: int, as_of: date) -> ItemRow:
        """Return one item as of a date."""
        with self._connect() as connection:
            rows = items.load_rows(connection, [item_id], as_of)
        if item_id not in rows:
            raise NotFound(record=f"item/{item_id}")
        return rows[item_id]

    def open_item(self, item_id: int) -> OpenItem:
        """Return an item as the rules of allocation see it: after all facts known."""
        with self._connect() as connection:
            return OpenReads(connection).open_item(item_id)

    def open_debits(self, customer_id: int, currency: str) -> list[OpenItem]:
        """Return what can be paid, oldest due first, after all facts known."""
        with self._connect() as connection:
            return OpenReads(connection).open_debits(customer_id, currency)

    def open_credits(self, customer_id: int, currency: str) -> list[OpenItem]:
        """Return what can pay, oldest first, after all facts known."""
        with self._connect() as connection:
            return OpenReads(connection).open_credits(customer_id, currency)

    def unallocated_receipts(self) -> list[tuple[int, str]]:
        """Return customers and currencies that have receipts with open money, and open debits."""
        with self._connect() as connection:
            return OpenReads(connection).unallocated_receipts()

    def movements(
        self, customer_id: int, currency: str, from_on: date, to_on: date, *, kind: str = ""
    ) -> list[ItemRow]:
        """Return the documents of a period, all or of one kind, by date; whole amounts."""
        with self._connect() as connection:
            return items.movements(connection, customer_id, currency, from_on, to_on, kind)

    def accounts(self, from_on: date, to_on: date) -> list[AccountRow]:
        """Return accounts with a balance or movement in a period, by customer code."""
        with self._connect() as connection:
            return accounts.accounts(connection, from_on, to_on)

    def balance_before(self, customer_id: int, currency: str, on: date) -> int:
        """Return a customer's balance at the end of the day before."""
        with self._connect() as connection:
            return ageing.balance_before(connection, customer_id, currency, on)

    def months(
        self, customer_id: int | None, currency: str, as_of: date, count: int
    ) -> list[MonthRow]:
        """Return billed and received by month, the last ``count`` months up to ``as_of``."""
        with self._connect() as connection:
            return ageing.months(connection, customer_id, currency, as_of, count)

    # -- pages

    def invoice_detail(self, document_id: int, as_of: date) -> InvoiceDetail:
        """Return a document with everything its page shows."""
        with self._connect() as connection:
            return details.invoice_detail(connection, document_id, as_of)

    def receipt(self, document_id: int, as_of: date) -> ReceiptRow:
        """Return a receipt as of a date."""
        with self._connect() as connection:
            rows = receipts.load_rows(connection, [document_id], as_of)
        if document_id not in rows:
            raise NotFound(record=f"receipt/{document_id}")
        return rows[document_id]

    def allocations(self, document_id: int) -> list[AllocationRow]:
        """Return the allocations of a document, undone ones with the day of undoing."""
        with self._connect() as connection:
            return details.allocations(connection, document_id)

    # -- bank

    def inflow(self, key: int, as_of: date) -> InflowRow:
        """Return a bank line (its id) or a receipt (minus its document id) as of a date."""
        from storage.queries import inflows

        with self._connect() as connection:
            return inflows.one(connection, key, as_of)

    def known(self, policy: Policy) -> Known:
        """Return what matching needs to know: customers, open documents, what was learned."""
        from storage.queries import banking

        with self._connect() as connection:
            return banking.known(connection, policy)

    def payers(self) -> tuple[list[Payer], list[Learned]]:
        """Return of what matching needs to know the customers and what was learned of them."""
        from storage.queries import banking

        with self._connect() as connection:
            return banking.payers(connection)

    def payments(self, as_of: date) -> list[Payment]:
        """Return the money still to be matched, by date."""
        from storage.queries import inflows

        with self._connect() as connection:
            return inflows.payments(connection, as_of)

    def bank_accounts(self) -> list[BankAccountRow]:
        """Return our bank accounts and how far their statements reach."""
        from storage.queries import banking

        with self._connect() as connection:
            return banking.accounts(connection)

    def bank_statements(self, account_id: int | None = None) -> list[StatementRow]:
        """Return the statements taken in, newest first, with their continuity."""
        from storage.queries import banking

        with self._connect() as connection:
            return banking.statements(connection, account_id)

    def line_raw(self, line_id: int) -> str:
        """Return a bank line as its file had it."""
        with self._connect() as connection:
            found = connection.scalar(
                text("SELECT raw FROM bank_line WHERE id = :id"), {"id": line_id}
            )
        return str(found or "")

    def learned(self) -> list[LearnedRow]:
        """Return what matching has learned of payers, by customer."""
        from storage.queries import banking

        with self._connect() as connection:
            return banking.learned(connection)

    # -- revaluation

    def foreign_items(self, as_of: date) -> list[ForeignItem]:
        """Return what is open in other currencies than the book's on a day."""
        from storage.queries import revaluations

        base = self.base_currency()
        with self._connect() as connection:
            return revaluations.foreign_items(connection, as_of, base)

    def last_revaluation(self) -> int | None:
        """Return the latest run that stands."""
        from storage.queries import revaluations

        with self._connect() as connection:
            return revaluations.last_standing(connection)

    def valuations(self, run_id: int) -> list[Valuation]:
        """Return the items of a revaluation."""
        from storage.queries import revaluations

        with self._connect() as connection:
            return revaluations.valuations(connection, run_id)

    def revaluations(self) -> list[RevaluationRow]:
        """Return the revaluations kept, newest first."""
        from storage.queries import revaluations

        with self._connect() as connection:
            return revaluations.runs(connection)

    # -- interest

    def find_debit(self, number: str) -> int | None:
        """Return the document of a number that bears interest: an invoice before others."""
        from storage.unit_interest import InterestReader

        with self._connect() as connection:
            return InterestReader(connection).find_debit(number)

    def late_debt(self, document_id: int) -> LateDebt:
        """Return a debit as interest sees it: its items and what stands settled of them."""
        from storage.unit_interest import InterestReader

        with self._connect() as connection:
            return InterestReader(connection).late_debt(document_id)

    def reference_rates(self) -> list[KnownRate]:
        """Return the reference rates entered in the book, by table and day."""
        from storage.unit_interest import InterestReader

        with self._connect() as connection:
            return InterestReader(connection).reference_rates()

    def interest_claims(self, document_id: int) -> list[Claimed]:
        """Return the claims of interest on a debit that stand, by period."""
        from storage.unit_interest import InterestReader

        with self._connect() as connection:
            return InterestReader(connection).interest_claims(document_id)

    # -- limitation

    def limited_debts(
        self, as_of: date, *, customer_id: int | None = None, document_id: int | None = None
    ) -> list[Debt]:
        """Return the debits open on a date with what their limitation clock depends on."""
        from storage.queries import limitation

        with self._connect() as connection:
            return limitation.limited_debts(
                connection, as_of, customer_id=customer_id, document_id=document_id
            )

    def legal_events(
        self, *, customer_id: int | None = None, paper_id: int | None = None
    ) -> list[LegalEventRow]:
        """Return the legal events that stand, of all, a customer or a paper, by their days."""
        from storage.unit_legal import LegalReader

        with self._connect() as connection:
            return LegalReader(connection).legal_events(customer_id=customer_id, paper_id=paper_id)

    # -- figures

    def day_sums(self, as_of: date) -> DaySums:
        """Return items and allocations up to a day, summed by currency, day and due day."""
        from storage.queries import figures

        with self._connect() as connection:
            return figures.day_sums(connection, as_of)

    def balances(self, as_of: date) -> list[AccountSum]:
        """Return the balance of each customer and currency with something open, by code."""
        from storage.queries import figures

        base = self.base_currency()
        with self._connect() as connection:
            return figures.balances(connection, as_of, base)

    def sales(
        self, from_on: date, to_on: date, *, customer_id: int | None = None
    ) -> list[AccountSum]:
        """Return what each customer was billed in a period, by code and currency."""
        from storage.queries import figures

        with self._connect() as connection:
            return figures.sales(connection, from_on, to_on, customer_id)

    def terms_given(self, from_on: date, to_on: date) -> list[tuple[int, int]]:
        """Return (base amount, days until due) of what a period billed."""
        from storage.queries import figures

        with self._connect() as connection:
            return figures.terms_given(connection, from_on, to_on)

    def paid_accounts(self, since: date, as_of: date) -> list[PaidAccount]:
        """Return what each customer paid after ``since`` up to ``as_of``, by code."""
        from storage.queries import figures

        with self._connect() as connection:
            return figures.paid_accounts(connection, since, as_of)

    # -- papers

    def papers(
        self, *, kind: str | None = None, customer_id: int | None = None, limit: int = 500
    ) -> list[PaperRow]:
        """Return issued papers, newest first."""
        with self._connect() as connection:
            return details.papers(connection, kind, customer_id, limit)

    def paper_pdf(self, paper_id: int) -> bytes:
        """Return an issued paper's PDF, byte for byte as it was issued."""
        return bytes(self._paper(paper_id)["pdf"])

    def paper_value(self, paper_id: int) -> str:
        """Return an issued paper's value as JSON."""
        return str(self._paper(paper_id)["value"])

    def _paper(self, paper_id: int) -> Mapping[Any, Any]:
        with self._connect() as connection:
            query = select(paper).where(paper.c.id == paper_id)
            row = connection.execute(query).mappings().first()
        if row is None:
            raise NotFound(record=f"paper/{paper_id}")
        return row

    # -- history and mappings

    def history(
        self, *, entity: str | None = None, entity_id: int | None = None, limit: int = 500
    ) -> list[HistoryRow]:
        """Return operations, newest first; of one record: its changes."""
        with self._connect() as connection:
            return details.history(connection, entity, entity_id, limit)

    def changes_of(self, operation_id: int) -> list[HistoryRow]:
        """Return what one operation changed."""
        with self._connect() as connection:
            return details.changes_of(connection, operation_id)

    def rates(self) -> list[RateRow]:
        """Return the exchange rates kept, by currency, the newest first."""
        with self._connect() as connection:
            return details.rates(connection)

    def saved_mappings(self, kind: str) -> dict[str, str]:
        """Return the saved column mappings of a kind of file by name."""
        query = select(saved_mapping.c.name, saved_mapping.c.value).where(
            saved_mapping.c.kind == kind
        )
        with self._connect() as connection:
            return {str(name): str(value) for name, value in connection.execute(query)}
