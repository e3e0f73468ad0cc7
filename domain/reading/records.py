"""Rows of a table to records ready for the book, column by column.

A row is refused for the first thing found wrong with it; the others go on. What
a whole column decides (decimal comma, day before month) is decided once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple, TypeVar

from domain.document import Kind
from domain.money import decimals
from domain.reading import codes
from domain.reading.amounts import Style, all_hundredths, detect_amount_style, read_amount
from domain.reading.cells import Cell, all_clean, cell_text, read_list, read_number, read_text
from domain.reading.currencies import read_currency
from domain.reading.dates import detect_day_order, read_date
from domain.reading.mapping import Mapping, Source
from domain.reading.result import Problem, Reading, Rejection
from domain.reading.words import is_void, read_kind

_MAX_SHOWN: Final = 80
#: Text that needs no second look (without an E, which may be a power of ten).
_CLEAN: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z/_#-]{0,60}").fullmatch
_BLANK: Final = (None, "")
_CREDIT_NOTE: Final = Kind.CREDIT_NOTE  # a member costs more to find than to compare
_OPENING: Final = Kind.OPENING

_new = tuple.__new__  # half the time of the class, which matters for each row
T = TypeVar("T")


class CustomerRecord(NamedTuple):
    """A row of ``customers``; ``given`` are the fields the file has, by name.

    ``place`` is the row's place among the rows read, here and in the other records.
    """

    place: int
    code: str
    name: str
    given: dict[str, str]
    credit_limit: int | None
    aliases: tuple[str, ...]
    extra: dict[str, str]


class InvoiceRecord(NamedTuple):
    """A row of ``invoices``; amounts signed, ``due_on`` None: from the terms."""

    place: int
    number: str
    customer: str
    customer_name: str
    kind: Kind
    issued_on: date
    due_on: date | None
    terms: str
    currency: str
    amount: int
    net: int | None
    tax: int | None
    order: str
    contract: str
    delivered_on: date | None
    description: str
    void: bool


class ReceiptRecord(NamedTuple):
    """A row of ``receipts``; the amount is positive."""

    place: int
    number: str
    customer: str
    customer_name: str
    received_on: date
    currency: str
    amount: int
    method: str
    reference: str
    payer: str
    payer_account: str


class AllocationRecord(NamedTuple):
    """A row of ``allocations``: a receipt, or else a credit note, against an invoice."""

    place: int
    receipt: str
    credit_note: str
    invoice: str
    amount: int
    on: date | None


class TableReader:
    """Reads the columns of one table under a mapping and collects refusals.

    ``rejected`` is by row index; ``extras(index)`` are the cells no field uses.
    ``currency_of`` a customer is what its amounts are in where neither row, amount
    nor ``currency`` (given for the file) says so.
    """

    def __init__(
        self,
        headers: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        numbers: Sequence[int],
        mapping: Mapping,
        *,
        currency: str,
        currency_of: Callable[[str], str],
    ) -> None:
        self.mapping = mapping
        self.binding = mapping.bind(headers)
        self.rows, self.numbers = list(rows), list(numbers)
        if self.binding.skips:
            keep = [i for i, row in enumerate(rows) if not self.binding.skipped(row)]
            self.rows = [rows[i] for i in keep]
            self.numbers = [numbers[i] for i in keep]
        self.currency = currency
        self._currency_of = currency_of
        self.rejected: dict[int, Rejection] = {}

    # -- columns

    def has(self, name: str) -> bool:
        """Return whether anything fills a field."""
        return name in self.binding.getters

    def column(self, name: str) -> list[Cell]:
        """Return the raw cells of a field."""
        getter = self.binding.getters.get(name)
        return [None] * len(self.rows) if getter is None else list(map(getter, self.rows))

    def texts(self, name: str) -> list[str]:
        """Return a text field of all rows, empty where there is none."""
        return self._read(name, read_text, "")

    def numbers_of(self, name: str) -> list[str]:
        """Return a field of document numbers, codes or accounts."""
        return self._read(name, read_number, "")

    def dates(self, name: str) -> list[date | None]:
        """Return a date field; the column decides the order of day and month."""
        cells = self.column(name)
        order = self.mapping.date_order or detect_day_order(cells)
        return self._each_once(name, cells, lambda cell: read_date(cell, order=order))

    def amounts(self, name: str, currencies: list[str], owners: Sequence[str]) -> list[int | None]:
        """Return an amount field in minor units of each row's currency.

        Where no column names the currency, an amount that names one (``$1,234.56``)
        sets it: ``currencies`` is filled in place. Where nothing does, the decimals
        are those of the owner's currency.
        """
        if not self.has(name):
            return [None] * len(self.rows)
        cells = self.column(name)
        scale = self.mapping.scale.get(name, 1)
        found: list[int | None] = [None] * len(cells)
        slow: Iterable[int] = range(len(cells))
        assumed = self._assumed(currencies, owners)
        if scale == 1 and self.mapping.amount_style != "comma" and _all_in_hundredths(assumed):
            found = all_hundredths(cells)
            slow = ()
            if None in found:
                slow = [
                    n for n, value in enumerate(found) if value is None and cells[n] not in _BLANK
                ]
        style = self.mapping.amount_style
        if slow and style is None:
            style = detect_amount_style(cells)
            # A decimal comma in the column also decides how its plain figures read.
            slow = range(len(cells)) if style == "comma" else slow
        for index in slow:
            reading = _amount(cells[index], currencies[index], assumed[index], style, scale)
            if reading.problem:
                self.refuse(index, name, reading.problem, cells[index])
            elif not currencies[index] and reading.currency:
                currencies[index] = reading.currency
            found[index] = reading.value
        return found

    def _assumed(self, currencies: list[str], owners: Sequence[str]) -> list[str]:
        """Return each row's currency, its owner's where it has none."""
        if "" not in currencies:
            return currencies
        known = {owner: self._currency_of(owner) for owner in set(owners)}
        pairs = zip(currencies, owners, strict=True)
        return [currency or known[owner] for currency, owner in pairs]

    def kinds(self) -> list[Kind | None]:
        """Return the kind of document of each row, None where the file does not say."""
        return self._each_once("type", self.column("type"), read_kind)

    def voids(self) -> list[bool]:
        """Return which rows are of documents cancelled before they counted."""
        cells = self.column("status")
        void = {cell for cell in set(cells) if is_void(cell)}
        return [cell in void for cell in cells]

    def currencies(self) -> list[str]:
        """Return the currency of each row: its own, else the one given for the file, else ""."""
        named = self._each_once("currency", self.column("currency"), read_currency)
        return [currency or self.currency for currency in named]

    def _each_once(
        self, name: str, cells: list[Cell], read: Callable[[Cell], Reading[T]]
    ) -> list[T | None]:
        """Read a column in which few values stand in many rows: equal cells are read once."""
        if not self.has(name):
            return [None] * len(cells)
        known = {cell: read(cell) for cell in set(cells)}
        if any(reading.problem for reading in known.values()):
            for index, cell in enumerate(cells):
                problem = known[cell].problem
                if problem:
                    self.refuse(index, name, problem, cell)
        values = {cell: reading.value for cell, reading in known.items()}
        return [values[cell] for cell in cells]

    def _read(self, name: str, read: Callable[[Cell], Reading[str]], empty: str) -> list[str]:
        if not self.has(name):
            return [empty] * len(self.rows)
        cells = self.column(name)
        if all_clean(cells):
            return cells
        known: dict[str, str] = {}
        found = []
        for index, cell in enumerate(cells):
            if type(cell) is str:
                if cell in known:
                    found.append(known[cell])
                    continue
                if _CLEAN(cell) and "e" not in cell and "E" not in cell:
                    found.append(cell)
                    continue
            value, problem, _ = read(cell)
            if problem:
                self.refuse(index, name, problem, cell)
            elif type(cell) is str:
                known[cell] = value or empty
            found.append(value or empty)
        return found

    # -- refusals

    def refuse(self, index: int, name: str, problem: Problem, cell: Cell = "") -> None:
        """Refuse a row, unless it was refused for something before."""
        if index not in self.rejected:
            self.rejected[index] = Rejection(
                row=self.numbers[index],
                code=problem.code,
                column=self.header(name),
                value=cell_text(cell)[:_MAX_SHOWN],
                facts=dict(problem.facts),
            )

    def require(self, name: str, values: Sequence[object]) -> None:
        """Refuse rows in which a needed field is empty."""
        if all(values):
            return
        for index, value in enumerate(values):
            if value is None or value == "":
                self.refuse(index, name, Problem(codes.FIELD_EMPTY, {"field": name}))

    def header(self, name: str) -> str:
        """Return the file's own header of a field, else the field's name."""
        source = self.mapping.columns.get(name)
        while isinstance(source, Source):
            source = source.columns[0]  # type: ignore[assignment]
        return source if isinstance(source, str) else name

    def extras(self, index: int) -> dict[str, str]:
        """Return the cells of a row that no field uses."""
        return self.binding.extras(self.rows[index])


_CUSTOMER_TEXTS: Final = [
    "name_en",
    "group",
    "country",
    "language",
    "terms",
    "email",
    "phone",
    "address",
    "contact",
    "owner",
    "postcode",
]


def _amount(
    cell: Cell, currency: str, assumed: str, style: Style | None, scale: int
) -> Reading[int]:
    """Read an amount; the assumed currency gives the decimals unless the cell names another."""
    if currency:
        places = decimals(currency)
        return read_amount(cell, currency=currency, decimals=places, style=style, scale=scale)
    reading = read_amount(cell, style=style, scale=scale)
    if reading.currency or reading.is_empty or decimals(assumed) == 2:
        return reading
    return read_amount(cell, decimals=decimals(assumed), style=style, scale=scale)


def _all_in_hundredths(currencies: list[str]) -> bool:
    """Return whether every row's currency is known and has two decimals."""
    return all(currency and decimals(currency) == 2 for currency in set(currencies))


def customers(reader: TableReader) -> list[CustomerRecord]:
    """Return the customers of a table."""
    codes_, names = reader.numbers_of("code"), reader.texts("name")
    texts = {name: reader.texts(name) for name in _CUSTOMER_TEXTS if reader.has(name)}
    for name in ("tax_id", "bank_account"):
        if reader.has(name):
            texts[name] = reader.numbers_of(name)
    currencies = reader.currencies()
    limits = reader.amounts("credit_limit", list(currencies), codes_)
    aliases = reader.column("aliases")
    reader.require("code", [code or name for code, name in zip(codes_, names, strict=True)])
    records = []
    for index in range(len(reader.rows)):
        if index in reader.rejected:
            continue
        given = {name: column[index] for name, column in texts.items() if column[index]}
        if reader.has("currency") and currencies[index]:
            given["currency"] = currencies[index]
        records.append(
            CustomerRecord(
                index,
                codes_[index],
                names[index],
                given,
                limits[index],
                read_list(aliases[index]),
                reader.extras(index),
            )
        )
    return records


def invoices(reader: TableReader) -> list[InvoiceRecord]:
    """Return the sales documents of a table; a negative amount is a credit note."""
    numbers, currencies = reader.numbers_of("number"), reader.currencies()
    who, names = reader.numbers_of("customer"), reader.texts("customer_name")
    issued, due = reader.dates("issue_date"), reader.dates("due_date")
    owners = [a or b for a, b in zip(who, names, strict=True)]
    amounts = reader.amounts("amount", currencies, owners)
    nets = reader.amounts("net", currencies, owners)
    taxes = reader.amounts("tax", currencies, owners)
    kinds = reader.kinds()
    terms, orders = reader.texts("terms"), reader.numbers_of("order")
    contracts, descriptions = reader.numbers_of("contract"), reader.texts("description")
    delivered = reader.dates("delivery_date")
    states = reader.voids()
    reader.require("number", numbers)
    reader.require("customer", owners)
    reader.require("issue_date", issued)
    reader.require("amount", amounts)
    records = []
    for (
        place, number, owner, name, told, issued_on, due_on, words, currency, amount, net, tax,
        order, contract, delivered_on, description, void,
    ) in zip(
        range(len(reader.rows)), numbers, owners, names, kinds, issued, due, terms, currencies,
        amounts, nets, taxes, orders, contracts, delivered, descriptions, states, strict=True,
    ):  # fmt: skip
        if place in reader.rejected:
            continue
        kind, sign = _signed(told, amount)
        net_minor, tax_minor = _net_tax(net, tax, amount, sign)
        records.append(_new(InvoiceRecord, (
            place, number, owner, name, kind, issued_on, due_on, words, currency, sign * amount,
            net_minor, tax_minor, order, contract, delivered_on, description, void,
        )))  # fmt: skip
    return records


def _signed(kind: Kind | None, amount: int) -> tuple[Kind, int]:
    """Return the kind and by what the typed amount is multiplied."""
    if kind is _OPENING:
        return kind, 1
    if kind is _CREDIT_NOTE:
        return kind, -1 if amount > 0 else 1
    if amount < 0:
        return _CREDIT_NOTE, 1
    return kind or Kind.INVOICE, 1


def _net_tax(
    net: int | None, tax: int | None, amount: int, sign: int
) -> tuple[int | None, int | None]:
    """Complete net or tax from the other; the sum is checked when the row is posted."""
    if net is None:
        if tax is None:
            return None, None
        net = amount - tax
    return sign * net, sign * (amount - net if tax is None else tax)


def receipts(reader: TableReader) -> list[ReceiptRecord]:
    """Return the receipts of a table."""
    numbers, currencies = reader.numbers_of("number"), reader.currencies()
    who, names = reader.numbers_of("customer"), reader.texts("customer_name")
    methods, references = reader.texts("method"), reader.texts("reference")
    payers, accounts = reader.texts("payer"), reader.numbers_of("payer_account")
    customers_ = [a or b or c for a, b, c in zip(who, names, payers, strict=True)]
    days, amounts = reader.dates("date"), reader.amounts("amount", currencies, customers_)
    reader.require("customer", customers_)
    reader.require("date", days)
    reader.require("amount", amounts)
    records = []
    for index in range(len(reader.rows)):
        received_on, amount = days[index], amounts[index]
        if index in reader.rejected or received_on is None or amount is None:
            continue
        if amount <= 0:
            reader.refuse(index, "amount", Problem(codes.AMOUNT_NOT_POSITIVE), str(amount))
            continue
        records.append(
            ReceiptRecord(
                index,
                numbers[index],
                customers_[index],
                names[index],
                received_on,
                currencies[index],
                amount,
                methods[index],
                references[index],
                payers[index],
                accounts[index],
            )
        )
    return records


def allocations(
    reader: TableReader, currency_of: Callable[[str], str | None]
) -> list[AllocationRecord]:
    """Return the allocations of a table; ``currency_of`` an invoice decides the decimals."""
    receipts_, notes = reader.numbers_of("receipt"), reader.numbers_of("credit_note")
    invoices_, days = reader.numbers_of("invoice"), reader.dates("date")
    currencies = [currency_of(number) or "" for number in invoices_]
    amounts = reader.amounts("amount", currencies, invoices_)
    reader.require("receipt", [a or b for a, b in zip(receipts_, notes, strict=True)])
    reader.require("invoice", invoices_)
    reader.require("amount", amounts)
    records = []
    for index, amount in enumerate(amounts):
        if index in reader.rejected or amount is None:
            continue
        if amount <= 0:
            reader.refuse(index, "amount", Problem(codes.AMOUNT_NOT_POSITIVE), str(amount))
            continue
        records.append(
            AllocationRecord(
                index, receipts_[index], notes[index], invoices_[index], amount, days[index]
            )
        )
    return records
