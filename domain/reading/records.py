"""Rows of a table to records ready for the book, column by column.

A row is refused for the first thing found wrong with it; the others go on. What
a whole column decides (decimal comma, day before month) is decided once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, NamedTuple

from domain.document import Kind
from domain.money import decimals
from domain.reading import codes
from domain.reading.amounts import detect_amount_style, read_amount
from domain.reading.cells import Cell, cell_text, read_list, read_number, read_text
from domain.reading.currencies import read_currency
from domain.reading.dates import detect_day_order, read_date
from domain.reading.mapping import Mapping, Source
from domain.reading.result import Problem, Reading, Rejection
from domain.reading.words import is_void, read_kind

_MAX_SHOWN: Final = 80


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
    """

    def __init__(
        self,
        headers: Sequence[str],
        rows: Sequence[Sequence[Cell]],
        numbers: Sequence[int],
        mapping: Mapping,
        *,
        currency: str,
    ) -> None:
        self.mapping = mapping
        self.binding = mapping.bind(headers)
        keep = [i for i, row in enumerate(rows) if not self.binding.skipped(row)]
        self.rows = [rows[i] for i in keep]
        self.numbers = [numbers[i] for i in keep]
        self.currency = currency
        self.rejected: dict[int, Rejection] = {}

    # -- columns

    def has(self, name: str) -> bool:
        """Return whether anything fills a field."""
        return name in self.binding.getters

    def column(self, name: str) -> list[Cell]:
        """Return the raw cells of a field."""
        return self.binding.column(name, self.rows)

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
        known: dict[Cell, date | None] = {}
        found: list[date | None] = []
        for index, cell in enumerate(cells):
            if type(cell) is str and cell in known:
                found.append(known[cell])
                continue
            reading = read_date(cell, order=order)
            if reading.problem:
                self.refuse(index, name, reading.problem, cell)
            elif type(cell) is str:
                known[cell] = reading.value
            found.append(reading.value)
        return found

    def amounts(self, name: str, currencies: list[str]) -> list[int | None]:
        """Return an amount field in minor units of each row's currency.

        Where no column names the currency, an amount that names one (``$1,234.56``)
        sets it: ``currencies`` is filled in place.
        """
        cells = self.column(name)
        style = self.mapping.amount_style or detect_amount_style(cells)
        scale = self.mapping.scale.get(name, 1)
        found: list[int | None] = []
        for index, cell in enumerate(cells):
            currency = currencies[index]
            reading = read_amount(
                cell,
                currency=currency or None,
                decimals=decimals(currency) if currency else None,
                style=style,
                scale=scale,
            )
            if reading.problem:
                self.refuse(index, name, reading.problem, cell)
            elif not currency and reading.currency:
                currencies[index] = reading.currency
            found.append(reading.value)
        return found

    def currencies(self) -> list[str]:
        """Return the currency of each row: its own, else the one given for the file, else ""."""
        if not self.has("currency"):
            return [self.currency] * len(self.rows)
        known: dict[str, str] = {}
        found = []
        for index, cell in enumerate(self.column("currency")):
            key = cell_text(cell)
            if key not in known:
                reading = read_currency(cell)
                if reading.problem:
                    self.refuse(index, "currency", reading.problem, cell)
                    found.append("")
                    continue
                known[key] = reading.value or self.currency
            found.append(known[key])
        return found

    def _read(self, name: str, read: Callable[[Cell], Reading[str]], empty: str) -> list[str]:
        if not self.has(name):
            return [empty] * len(self.rows)
        found = []
        for index, cell in enumerate(self.column(name)):
            value, problem, _ = read(cell)
            if problem:
                self.refuse(index, name, problem, cell)
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


def customers(reader: TableReader) -> list[CustomerRecord]:
    """Return the customers of a table."""
    codes_, names = reader.numbers_of("code"), reader.texts("name")
    texts = {name: reader.texts(name) for name in _CUSTOMER_TEXTS if reader.has(name)}
    for name in ("tax_id", "bank_account"):
        if reader.has(name):
            texts[name] = reader.numbers_of(name)
    currencies = reader.currencies()
    limits = reader.amounts("credit_limit", list(currencies))
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
    amounts = reader.amounts("amount", currencies)
    nets, taxes = reader.amounts("net", currencies), reader.amounts("tax", currencies)
    kinds = _kinds(reader)
    terms, orders = reader.texts("terms"), reader.numbers_of("order")
    contracts, descriptions = reader.numbers_of("contract"), reader.texts("description")
    delivered = reader.dates("delivery_date")
    states = reader.column("status")
    reader.require("number", numbers)
    reader.require("customer", [a or b for a, b in zip(who, names, strict=True)])
    reader.require("issue_date", issued)
    reader.require("amount", amounts)
    records = []
    for index in range(len(reader.rows)):
        issued_on, amount = issued[index], amounts[index]
        if index in reader.rejected or issued_on is None or amount is None:
            continue
        kind, sign = _signed(kinds[index], amount)
        net, tax = _net_tax(nets[index], taxes[index], amount)
        records.append(
            InvoiceRecord(
                index,
                numbers[index],
                who[index] or names[index],
                names[index],
                kind,
                issued_on,
                due[index],
                terms[index],
                currencies[index],
                sign * amount,
                None if net is None else sign * net,
                None if tax is None else sign * tax,
                orders[index],
                contracts[index],
                delivered[index],
                descriptions[index],
                is_void(states[index]),
            )
        )
    return records


def _kinds(reader: TableReader) -> list[Kind | None]:
    if not reader.has("type"):
        return [None] * len(reader.rows)
    found: list[Kind | None] = []
    for index, cell in enumerate(reader.column("type")):
        reading = read_kind(cell)
        if reading.problem:
            reader.refuse(index, "type", reading.problem, cell)
        found.append(reading.value)
    return found


def _signed(kind: Kind | None, amount: int) -> tuple[Kind, int]:
    """Return the kind and by what the typed amount is multiplied."""
    if kind is Kind.OPENING:
        return kind, 1
    if kind is Kind.CREDIT_NOTE:
        return kind, -1 if amount > 0 else 1
    if amount < 0:
        return Kind.CREDIT_NOTE, 1
    return kind or Kind.INVOICE, 1


def _net_tax(net: int | None, tax: int | None, amount: int) -> tuple[int | None, int | None]:
    """Complete net or tax from the other; the sum is checked when the row is posted."""
    if net is None and tax is not None:
        return amount - tax, tax
    if tax is None and net is not None:
        return net, amount - net
    return net, tax


def receipts(reader: TableReader) -> list[ReceiptRecord]:
    """Return the receipts of a table."""
    numbers, currencies = reader.numbers_of("number"), reader.currencies()
    who, names = reader.numbers_of("customer"), reader.texts("customer_name")
    days, amounts = reader.dates("date"), reader.amounts("amount", currencies)
    methods, references = reader.texts("method"), reader.texts("reference")
    payers, accounts = reader.texts("payer"), reader.numbers_of("payer_account")
    customers_ = [a or b or c for a, b, c in zip(who, names, payers, strict=True)]
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
    amounts = reader.amounts("amount", currencies)
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
