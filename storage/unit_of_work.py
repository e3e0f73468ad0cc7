"""One transaction of writing: documents, allocations, customers, papers, history."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import Connection, Engine, Table, bindparam, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from domain.allocation import Allocation, OpenItem
from domain.customer import Customer
from domain.document import Document, Kind
from domain.errors import DuplicateNumber, NotFound
from storage import mappers, statements
from storage.reads_credit import CreditUnit
from storage.tables import (
    allocation,
    customer,
    customer_alias,
    document,
    item,
    operation,
    operation_change,
    paper,
    rate,
    saved_mapping,
    setting,
)
from storage.unit_bank import BankWrites
from storage.unit_bills import BillWrites
from storage.unit_disputes import DisputeWrites
from storage.unit_dunning import DunningWrites
from storage.unit_interest import InterestWrites
from storage.unit_items import ItemReads
from storage.unit_legal import LegalWrites
from storage.unit_records import RecordWrites
from storage.unit_revaluation import RevaluationWrites

if TYPE_CHECKING:
    from domain.bank import BankStatement


class SqlUnitOfWork(
    ItemReads,
    CreditUnit,
    BankWrites,
    BillWrites,
    RevaluationWrites,
    DunningWrites,
    DisputeWrites,
    InterestWrites,
    LegalWrites,
    RecordWrites,
):
    """Implements :class:`domain.ports.UnitOfWork`; enter it once."""

    def __init__(self, engine: Engine, user: str) -> None:
        self._engine = engine
        self._user = user
        self._operation_id = 0
        self._settings: dict[str, str | None] = {}

    def __enter__(self) -> Self:
        self.connection: Connection = self._engine.connect()
        try:
            self._transaction = self.connection.begin()
        except BaseException:
            self.connection.close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            if self._transaction.is_active:
                self._transaction.rollback()
        finally:
            self.connection.close()

    def commit(self) -> None:
        """Make everything done since entering durable."""
        self._transaction.commit()

    def take_statement(self, statement: BankStatement, file: str) -> list[int]:
        """Take a bank statement in; return its new lines in order."""
        from storage.bank_lines import Taken, take_statement

        taken = Taken()
        base = str(self.setting("base_currency", "CNY"))
        take_statement(self, statement, taken, file=file, sha256="", currency=base)
        sql = text("SELECT id FROM bank_line WHERE statement_id = :id ORDER BY id")
        return list(self.connection.scalars(sql, {"id": taken.statement_id}))

    def schema_version(self) -> int:
        """Return the version of the tables in the open file."""
        return int(self.connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)

    # -- history

    def begin(self, kind: str, summary: Mapping[str, Any], *, reverses: int | None = None) -> int:
        """Write the history record of this operation and return its id."""
        self._operation_id = self.insert(
            operation,
            at_utc=datetime.now(UTC).isoformat(timespec="seconds"),
            user=self._user,
            kind=kind,
            summary=mappers.to_json(summary),
            reverses_id=reverses,
        )
        return self._operation_id

    @property
    def operation_id(self) -> int:
        """The id of this operation's history record (0 before ``begin``)."""
        return self._operation_id

    def changed(self, entity: str, entity_id: int, before: Any, after: Any) -> None:
        """Add what a record was before and is after; text is taken as JSON."""
        self.insert(
            operation_change,
            operation_id=self._operation_id,
            entity=entity,
            entity_id=entity_id,
            before=_as_json(before),
            after=_as_json(after),
        )

    # -- settings, numbers, rates

    def setting(self, key: str, default: Any = None) -> Any:
        """Return a setting's value; read once, as no one else writes meanwhile."""
        if key not in self._settings:
            self._settings[key] = self.connection.scalar(statements.SETTING, {"wanted": key})
        found = self._settings[key]
        return default if found is None else json.loads(found)

    def put_setting(self, key: str, value: Any) -> None:
        """Store a setting."""
        self._settings.pop(key, None)
        self.connection.execute(setting.delete().where(setting.c.key == key))
        self.connection.execute(insert(setting).values(key=key, value=mappers.to_json(value)))

    def next_number(self, series: str, year: int) -> int:
        """Return the next number of a series and year; rolled back with the transaction."""
        wanted = {"name": series, "in_year": year}
        last = self.connection.scalar(statements.LAST_NUMBER, wanted)
        if last is None:
            first = {"series": series, "year": year, "last": 1}
            self.connection.execute(statements.INSERTS["number_series"], first)
            return 1
        self.connection.execute(statements.TAKE_NUMBER, {**wanted, "taken": last + 1})
        return int(last) + 1

    def number_used(self, kind: Kind, number: str) -> bool:
        """Return whether a document of a kind has this number."""
        values = {"of_kind": kind.value, "as_number": number}
        return self.connection.scalar(statements.NUMBERED, values) is not None

    def add_rate(self, currency: str, on: date, value: Decimal) -> None:
        """Keep a rate; a day's rate given again replaces it (booked documents keep theirs)."""
        quoted = on.isoformat()
        self.connection.execute(
            rate.delete().where(rate.c.currency == currency, rate.c.quoted_on == quoted)
        )
        self.insert(
            rate,
            currency=currency,
            quoted_on=quoted,
            rate=str(value),
            operation_id=self._operation_id,
        )

    # -- customers

    def customer_id(self, code_or_name: str) -> int | None:
        """Return a customer by code, else by name or alias where just one has it."""
        return mappers.find_customer(self.connection, code_or_name)

    def customer(self, customer_id: int) -> Customer:
        """Return a customer's master data."""
        return mappers.load_customer(self.connection, customer_id)

    def add_customer(self, value: Customer) -> int:
        """Add a customer and return its id."""
        row = mappers.customer_row(value)
        customer_id = self.insert(customer, **row, operation_id=self._operation_id)
        self._put_aliases(customer_id, value)
        return customer_id

    def replace_customer(self, customer_id: int, value: Customer) -> None:
        """Replace a customer's master data."""
        row = mappers.customer_row(value)
        self.connection.execute(update(customer).where(customer.c.id == customer_id).values(**row))
        self.connection.execute(
            customer_alias.delete().where(customer_alias.c.customer_id == customer_id)
        )
        self._put_aliases(customer_id, value)

    def _put_aliases(self, customer_id: int, value: Customer) -> None:
        rows = [
            {"customer_id": customer_id, "alias": alias} for alias in dict.fromkeys(value.aliases)
        ]
        if rows:
            self.connection.execute(insert(customer_alias), rows)

    # -- documents and allocations

    def add_document(self, value: Document) -> int:
        """Post a document with its items and return its id.

        Raises:
            DuplicateNumber: the kind has this number already.
        """
        row = mappers.document_row(value)
        try:
            document_id = self.insert(document, **row, operation_id=self._operation_id)
        except IntegrityError as error:
            if "UNIQUE" not in str(error.orig):
                raise
            raise DuplicateNumber(number=value.number, kind=value.kind.value) from error
        self.connection.execute(statements.INSERTS["item"], mappers.item_rows(document_id, value))
        return document_id

    def document(self, document_id: int) -> Document:
        """Return a posted document."""
        return mappers.load_document(self.connection, document_id)

    def is_voided(self, document_id: int) -> bool:
        """Return whether a document was voided."""
        query = select(document.c.id).where(document.c.reverses_id == document_id)
        return self.connection.scalar(query) is not None

    def add_allocations(self, allocations: Iterable[Allocation]) -> list[int]:
        """Book allocation rows and bring their items' caches up to date."""
        ids = []
        for value in allocations:
            row = mappers.allocation_row(value)
            ids.append(self.insert(allocation, **row, operation_id=self._operation_id))
            on = row["allocated_on"]
            self._move(value.debit_item_id, -value.debit_minor, on)
            self._move(value.credit_item_id, value.credit_minor, on)
        return ids

    def _move(self, item_id: int, minor: int, on: str) -> None:
        self.connection.execute(MOVE, {"item_id": item_id, "minor": minor, "day": on})

    def allocation(self, allocation_id: int) -> Allocation:
        """Return an allocation."""
        query = select(allocation).where(allocation.c.id == allocation_id)
        row = self.connection.execute(query).mappings().first()
        if row is None:
            raise NotFound(record=f"allocation/{allocation_id}")
        return mappers.allocation_from(row)

    def is_reversed(self, allocation_id: int) -> bool:
        """Return whether an allocation was undone."""
        query = select(allocation.c.id).where(allocation.c.reverses_id == allocation_id)
        return self.connection.scalar(query) is not None

    # -- papers

    def find_paper(self, kind: str, content_key: str) -> tuple[int, str] | None:
        """Return id and value of the paper with this content, if it was issued."""
        query = select(paper.c.id, paper.c.value).where(
            paper.c.kind == kind, paper.c.content_key == content_key
        )
        row = self.connection.execute(query).first()
        return None if row is None else (int(row[0]), str(row[1]))

    def paper_pdf(self, paper_id: int) -> bytes:
        """Return a paper's frozen PDF."""
        found = self.connection.scalar(select(paper.c.pdf).where(paper.c.id == paper_id))
        if found is None:
            raise NotFound(record=f"paper/{paper_id}")
        return bytes(found)

    def add_paper(self, *, dated_on: date, pdf: bytes, **values: Any) -> int:
        """Keep an issued paper: its value and its PDF, byte for byte."""
        return self.insert(
            paper,
            **values,
            dated_on=dated_on.isoformat(),
            pdf=pdf,
            sha256=mappers.sha256(pdf),
            operation_id=self._operation_id,
        )

    def save_mapping(self, kind: str, name: str, value: str) -> None:
        """Keep a column mapping, replacing one of the same name."""
        self.connection.execute(
            saved_mapping.delete().where(saved_mapping.c.kind == kind, saved_mapping.c.name == name)
        )
        self.insert(
            saved_mapping, kind=kind, name=name, value=value, operation_id=self._operation_id
        )

    def drop_mapping(self, kind: str, name: str) -> None:
        """Forget a column mapping."""
        self.connection.execute(
            saved_mapping.delete().where(saved_mapping.c.kind == kind, saved_mapping.c.name == name)
        )

    def insert(self, table: Table, **values: Any) -> int:
        """Insert one row and return its id."""
        key = self.connection.execute(statements.INSERTS[table.name], values).inserted_primary_key
        return int(key[0]) if key is not None else 0


#: Takes :minor from an item's open amount as of :day.
MOVE = (
    update(item)
    .where(item.c.id == bindparam("item_id"))
    .values(
        open_minor=item.c.open_minor + bindparam("minor"),
        changed_on=text("CASE WHEN changed_on < :day THEN :day ELSE changed_on END"),
    )
)


def _as_json(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return mappers.to_json(value)


__all__ = ["OpenItem", "SqlUnitOfWork"]
