"""What the imports of documents share: customers, rates, ids and bulk inserts.

Facts go in as tuples through one prepared statement per table; ids are given
here, which the one-program-per-book lock makes safe.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeVar

from sqlalchemy import Index, Table, bindparam, select, text

from domain.customer import Customer
from domain.errors import BadTerms
from domain.money import Money, convert
from domain.ports import Progress
from domain.reading import codes
from domain.reading.records import TableReader
from domain.reading.result import Problem
from domain.terms import PaymentTerms, parse_terms
from domain.values import dumps
from storage import statements
from storage.unit_of_work import SqlUnitOfWork

if TYPE_CHECKING:
    from storage.importing.take import Plan

T = TypeVar("T")

#: Marks a customer whose code the program made because a file only named it.
MADE_UP: Final = "made_up_code"
#: Numbers looked up by one statement; every database takes this many values.
CHUNK: Final = 500
#: From this many rows on, building indexes anew may pay.
_MANY: Final = 5000
#: Rows written between two reports of progress.
BATCH: Final = 5000
#: Values bound by one statement; every database takes as many.
_VALUES: Final = 900


class Counts:
    """How many rows were added, updated and left as they are."""

    def __init__(self) -> None:
        self.added = self.updated = self.unchanged = 0


class Desk:
    """One import in one transaction.

    Attributes:
        reader: the file's columns; refusals collect there.
        created: customers made because a row named an unknown one.
        seen: customers by code, as the rows before named them.
        iso: dates as the book keeps them; few stand in many rows.
    """

    def __init__(
        self, uow: SqlUnitOfWork, planned: Plan, progress: Progress, currency: str
    ) -> None:
        self.uow = uow
        self.progress = progress
        self.base = str(uow.setting("base_currency", "CNY"))
        self._customers = _Directory(uow)
        self.reader = TableReader(
            planned.table.headers,
            planned.table.rows,
            planned.table.row_numbers,
            planned.mapping,
            currency=currency,
            currency_of=self._currency_of_name,
        )
        self.created: list[str] = []
        self.seen: dict[str, int] = {}
        self._rates: dict[tuple[str, date], Decimal | None] = {}
        self.iso = _Days({None: None})
        self._terms: dict[str, PaymentTerms | None] = {}
        uow.begin(f"import.{planned.mapping.kind}", {"file": planned.table.path})

    # -- customers

    def customer(self, key: str, name: str, currency: str) -> int | Problem:
        """Return the customer a row names, making an unknown one."""
        found = self._customers.find(key, name)
        if found is not None:
            return found
        code = self._customers.code_for(key)
        made = Customer(code=code, name=name or key, currency=currency, extra={MADE_UP: "1"})
        customer_id = self.uow.add_customer(made)
        self.uow.changed("customer", customer_id, None, dumps(made))
        self._customers.add(customer_id, made, key)
        self.created.append(code)
        return customer_id

    def known_customer(self, code: str, name: str) -> int | Problem | None:
        """Return the customer a row of customers means: by code, or by name without one.

        Two codes are two customers, also of one name, unless the book's code was made up.
        """
        return self._customers.find(code or name, name)

    def code_for(self, name: str) -> str:
        """Return a free code for a customer without one."""
        return self._customers.code_for(name)

    def remember(self, customer_id: int, customer: Customer) -> None:
        """Know a customer just added or changed by the rows that follow."""
        self._customers.add(customer_id, customer, customer.name)

    def is_code(self, key: str) -> bool:
        """Return whether a customer of the book has this code."""
        return self._customers.has_code(key)

    def terms_of(self, customer_id: int) -> str:
        """Return a customer's payment terms."""
        return self._customers.terms(customer_id)

    def currency_of(self, customer_id: int) -> str:
        """Return a customer's currency, else the book's."""
        return self._customers.currency(customer_id) or self.base

    def _currency_of_name(self, name: str) -> str:
        found = self._customers.find(name, "")
        return self.currency_of(found) if isinstance(found, int) else self.base

    # -- terms and rates

    def terms(self, words: str) -> PaymentTerms | None:
        """Return payment terms, None when they cannot be read."""
        if words not in self._terms:
            try:
                self._terms[words] = parse_terms(words)
            except BadTerms:
                self._terms[words] = None
        return self._terms[words]

    def base_minor(self, minor: int, currency: str, on: date) -> int | None:
        """Return an amount in the book's currency, None where no rate is known."""
        if currency == self.base:
            return minor
        key = (currency, on)
        if key not in self._rates:
            self._rates[key] = self.uow.rate(currency, on)
        rate = self._rates[key]
        return None if rate is None else convert(Money(minor, currency), rate, self.base).minor

    # -- writing

    def extra_of(self, place: int) -> str | None:
        """Return the cells of a row that no field uses, as the book keeps them."""
        found = self.reader.binding.extra and self.reader.extras(place)
        return json.dumps(found, ensure_ascii=False) if found else None

    def next_id(self, table: Table) -> int:
        """Return the next free id of a table."""
        found = self.uow.connection.scalar(text(f"SELECT MAX(id) FROM {table.name}"))
        return int(found or 0) + 1

    def numbers(self, series: str, year: int, count: int) -> range:
        """Take so many numbers of a series and year at once."""
        first = self.uow.next_number(series, year)
        last = {"name": series, "in_year": year, "taken": first + count - 1}
        self.uow.connection.execute(statements.TAKE_NUMBER, last)
        return range(first, first + count)

    def batches(self, rows: Sequence[T]) -> Iterator[Sequence[T]]:
        """Hand rows out in batches, telling progress before each."""
        for start in range(0, len(rows), BATCH):
            self.progress(start, len(rows))
            yield rows[start : start + BATCH]

    def insert(self, table: Table, columns: Sequence[str], values: Iterable[Any]) -> None:
        """Insert rows given as their values, one row after the other; many by one statement.

        Columns that no row fills are left to their default, NULL or empty text: a None
        takes sqlite3 as long to bind as ten texts, for it first looks for an adapter.
        """
        names, values = list(columns), list(values)
        if not values:
            return
        for place in reversed(range(len(columns))):
            empty = None if table.c[names[place]].server_default is None else ""
            column = values[place :: len(names)]
            if column[0] == empty and column.count(empty) == len(column):
                del values[place :: len(names)], names[place]
        width = len(names)
        many = width * (_VALUES // width)
        whole = len(values) - len(values) % many
        for first, last, step in ((0, whole, many), (whole, len(values), width)):
            together = [tuple(values[place : place + step]) for place in range(first, last, step)]
            if together:
                statement = _insert(table, names, step // width)
                self.uow.connection.exec_driver_sql(statement, together)

    @contextmanager
    def without_indexes(self, table: Table, columns: Sequence[str], coming: int) -> Iterator[None]:
        """Set a table's indexes aside while many rows come in, and build them anew after.

        Sorted once they cost a third of growing row by row; where the table is much
        larger than what comes, they stay, and so do those whose condition asks for
        columns that these rows do not fill. DDL is part of the transaction.
        """
        aside: list[Index] = []
        if coming >= _MANY and coming * 2 > self.next_id(table):
            aside = [index for index in table.indexes if _grows(table, index, columns)]
        connection = self.uow.connection
        for index in aside:
            index.drop(connection)
        yield
        for index in aside:
            index.create(connection)

    def select_in(self, sql: str, values: Iterable[str]) -> Iterator[Any]:
        """Run a statement with ``IN :values`` over many values, in chunks."""
        wanted = list(dict.fromkeys(values))
        query = text(sql).bindparams(bindparam("values", expanding=True))
        for start in range(0, len(wanted), CHUNK):
            chunk = wanted[start : start + CHUNK]
            yield from self.uow.connection.execute(query, {"values": chunk})

    def is_empty(self, table: Table) -> bool:
        """Return whether a table has no rows yet, so that nothing need be looked up in it."""
        return self.uow.connection.scalar(select(table.c.id).limit(1)) is None


def _insert(table: Table, columns: Sequence[str], rows: int) -> str:
    """Return the INSERT of so many rows."""
    row = f"({', '.join('?' * len(columns))})"
    return f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES {', '.join([row] * rows)}"


def _grows(table: Table, index: Index, columns: Sequence[str]) -> bool:
    """Return whether rows of these columns come into an index: its condition may ask for others."""
    words = set(str(index.dialect_options["sqlite"]["where"]).split())
    return words.intersection(table.columns.keys()) <= set(columns)


class _Days(dict[date | None, str | None]):
    """ISO texts of dates, each made when first asked for."""

    def __missing__(self, day: date) -> str:
        found = self[day] = day.isoformat()
        return found


class _Directory:
    """Customers of the book by code, name and alias."""

    def __init__(self, uow: SqlUnitOfWork) -> None:
        self._codes: dict[str, int] = {}
        self._names: dict[str, int | None] = {}
        self._facts: dict[int, tuple[str, str]] = {}
        self._made_up: set[int] = set()
        sql = "SELECT id, code, name, terms, currency, extra FROM customer"
        for row in uow.connection.execute(text(sql)):
            if MADE_UP in row[5]:
                self._made_up.add(row[0])
            self._codes[row[1]] = row[0]
            self._put_name(row[2], row[0])
            self._facts[row[0]] = (row[3], row[4])
        for row in uow.connection.execute(text("SELECT customer_id, alias FROM customer_alias")):
            self._put_name(row[1], row[0])
        self._next = len(self._codes) + 1

    def _put_name(self, name: str, customer_id: int) -> None:
        """Remember a name; one that two customers have names neither."""
        known = self._names.get(name, customer_id)
        self._names[name] = customer_id if known == customer_id else None

    def find(self, key: str, name: str) -> int | Problem | None:
        """Return a customer by code, then by name; a problem when several have the name.

        Where the key is a code the book does not have, the name beside it only finds a
        customer whose own code was made up.
        """
        if key in self._codes:
            return self._codes[key]
        if key in self._names:
            return self._names[key] or Problem(codes.CUSTOMER_AMBIGUOUS, {"name": key})
        found = self._names.get(name) if name else None
        return found if found in self._made_up else None

    def has_code(self, key: str) -> bool:
        """Return whether a customer has this code."""
        return key in self._codes

    def code_for(self, key: str) -> str:
        """Return a code for a customer that a file only names: short Latin names are their own."""
        if key.isascii() and len(key) <= _LONGEST_CODE and key not in self._codes:
            return key
        while f"C{self._next:04d}" in self._codes:
            self._next += 1
        return f"C{self._next:04d}"

    def add(self, customer_id: int, made: Customer, key: str) -> None:
        """Remember a customer just made or changed."""
        self._made_up.discard(customer_id)
        if MADE_UP in made.extra:
            self._made_up.add(customer_id)
        self._codes[made.code] = customer_id
        self._put_name(made.name, customer_id)
        self._put_name(key, customer_id)
        self._facts[customer_id] = (made.terms, made.currency)

    def terms(self, customer_id: int) -> str:
        """Return a customer's terms."""
        return self._facts[customer_id][0]

    def currency(self, customer_id: int) -> str:
        """Return a customer's currency."""
        return self._facts[customer_id][1]


_LONGEST_CODE: Final = 40


def import_key(*parts: object) -> str:
    """Return a short key that the same row gives again."""
    joined = json.dumps([str(part) for part in parts], ensure_ascii=False)
    return hashlib.sha256(joined.encode()).hexdigest()[:32]
