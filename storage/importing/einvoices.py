"""Electronic invoices into the book: those in which the book's company is the seller.

Decisions:

* What contradicts itself is refused, with both figures; so is what somebody else sold.
* The number decides whether an invoice is known: the same one again, in another file
  or form, changes nothing; with other figures it is refused.
* A buyer is known by the tax number, then by name or alias. One whose tax number has a
  wrong check digit is known by name; the number is kept with the invoice alone.
* The amount booked is gross. What the invoice says was prepaid is an opening credit set
  against it, unless receipts of the customer that are still open cover it: then the
  money is in the book already.
* Net and tax are kept where they are gross to the cent, else gross alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Final

from sqlalchemy import text

from domain.customer import Company, Customer
from domain.document import Kind
from domain.einvoice import (
    NOT_SELLER,
    EInvoice,
    EInvoiceFile,
    EStatus,
    Party,
    cross_check,
    is_seller,
    is_wrong_code,
    name_key,
    no_claim,
    tax_key,
)
from domain.importing import ImportReport
from domain.money import decimals
from domain.ports import Progress
from domain.reading import codes
from domain.reading.cells import MAX_TEXT, Cell, read_number, read_text
from domain.reading.mapping import Mapping, Source
from domain.reading.result import Problem, Rejection
from domain.values import dumps
from storage.book import SqlBook
from storage.einvoice.recognise import read_einvoices
from storage.files.reader import RawTable
from storage.importing.bulk import MADE_UP, Counts, Desk
from storage.importing.einvoice_links import Links
from storage.importing.invoices import book_invoices
from storage.importing.take import Plan, finish
from storage.unit_of_work import SqlUnitOfWork

KIND: Final = "einvoice"
#: Columns as a table of invoices has them, so that refused ones can be corrected and read.
_FIELDS: Final = (
    *("number", "type", "issue_date", "due_date", "customer", "customer_name", "tax_id"),
    *("currency", "amount", "net", "tax", "order", "contract", "delivery_date"),
    *("description", "status"),
)
#: What no field keeps and the document's ``extra`` does.
_EXTRA: Final = (
    *("corrects", "state", "prepaid", "payable", "reference", "invoice_type", "buyer_tax_id"),
)
_RED: Final = (EStatus.RED_FULL, EStatus.RED_PART)
_DEBIT_NOTE: Final = "383"


def take_einvoices(
    book: SqlBook,
    file: Path,
    *,
    dry_run: bool = False,
    encoding: str | None = None,
    progress: Progress | None = None,
    user: str = "",
) -> ImportReport:
    """Take electronic invoices into a book, or with ``dry_run`` only say what that would do.

    ``encoding`` is that of a table in text. Rows of the report are those of a table,
    elsewhere the place of the invoice in its file.

    Raises:
        FileUnreadable: the file holds no electronic invoice, or cannot be used at all.
        Cancelled: ``progress`` stopped it. Either way nothing is changed.
    """
    told = progress or _nobody
    told(0, 0)
    company = book.reader.company()
    read, repeated = _without_doubles(read_einvoices(file, encoding=encoding), company)
    told(0, len(read.invoices))
    planned = _plan(file, read)
    with book.unit_of_work(user) as uow:
        desk = _Desk(uow, planned, told, read.invoices)
        counts = _booked(desk, company)
        counts.unchanged += repeated
        report = finish(desk, planned, counts, dry_run=dry_run)
    return replace(report, read=report.read + repeated)


def _nobody(_done: int, _total: int) -> None:
    """Report progress to nobody."""


# -- the invoices of a file as a table


def _without_doubles(read: EInvoiceFile, company: Company) -> tuple[EInvoiceFile, int]:
    """Return a file with each of the company's invoices once, and how many were doubles.

    The same invoice often comes as XML, OFD and PDF: the one that says most is kept.
    Where figures of one number differ none of them is right, so all are refused.
    """
    groups: dict[tuple[str, bool], list[EInvoice]] = {}
    kept, refused, doubles = [], list(read.rejected), 0
    for one in read.invoices:
        if one.book_number and not _not_ours(one, company):
            groups.setdefault((one.book_number, one.is_credit), []).append(one)
        else:
            kept.append(one)
    for same in groups.values():
        if len({(one.issued_on, one.amount, one.currency) for one in same}) > 1:
            refused += [_repeated(one, same[0]) for one in same]
            continue
        best = max(same, key=lambda one: (len(one.lines), bool(one.buyer.name), -one.row))
        void = any(one.status is EStatus.VOID for one in same)
        kept.append(replace(best, status=EStatus.VOID) if void else best)
        doubles += len(same) - 1
    kept.sort(key=lambda one: one.row)
    return replace(read, invoices=tuple(kept), rejected=tuple(refused)), doubles


def _repeated(one: EInvoice, first: EInvoice) -> Rejection:
    facts = {"number": one.book_number, "first": first.row}
    return Rejection(
        row=one.row,
        code=codes.NUMBER_REPEATED,
        column="number",
        value=one.book_number,
        facts=facts,
    )


def _plan(file: Path, read: EInvoiceFile) -> Plan:
    table = RawTable(
        path=str(file),
        headers=(*_FIELDS, *_EXTRA),
        rows=[_row(one) for one in read.invoices],
        row_numbers=[one.row for one in read.invoices],
        rejected=read.rejected,
    )
    columns = {name: Source((name,)) for name in _FIELDS}
    return Plan(table=table, mapping=Mapping(kind=KIND, columns=columns), problems=())


def _row(one: EInvoice) -> list[Cell]:
    """Return the cells of an invoice, in the order of the headers."""
    net, tax = _net_tax(one)
    is_prepaid = bool(one.prepaid)
    lines = (line.name for line in one.lines if line.name)
    return [
        one.book_number,
        _kind(one).value,
        one.issued_on,
        None if one.is_credit else one.due_on,
        buyer_key(one.buyer),
        one.buyer.name,
        one.buyer.tax_id,
        one.currency,
        one.amount,
        net,
        tax,
        one.order,
        one.contract,
        one.delivered_on,
        " ".join((one.remark or next(lines, "")).split())[:MAX_TEXT],
        "void" if one.status is EStatus.VOID else "",
        " ".join(one.reds) if one.is_credit else "",
        one.status.value if one.status in _RED else "",
        one.prepaid if is_prepaid else None,
        one.payable if is_prepaid else None,
        one.payment_reference if one.payment_reference != one.number else "",
        one.type_code,
        one.buyer.tax_id if is_wrong_code(one.buyer.tax_id) else "",
    ]


def _kind(one: EInvoice) -> Kind:
    if one.is_credit:
        return Kind.CREDIT_NOTE
    return Kind.DEBIT_NOTE if one.type_code == _DEBIT_NOTE else Kind.INVOICE


def _net_tax(one: EInvoice) -> tuple[Decimal | None, Decimal | None]:
    """Return net and tax with the sign of the amount, nothing where they are not gross."""
    if one.net is None or one.tax is None or one.net + one.tax != one.gross:
        return None, None
    sign = 1 if one.gross == one.amount else -1
    return sign * one.net, sign * one.tax


def buyer_key(buyer: Party) -> str:
    """Return what a buyer is called among the rows: the tax number, else the name."""
    tax_id = usable_tax_id(buyer)
    return tax_id or (read_number(buyer.name).value or "")


def usable_tax_id(party: Party) -> str:
    """Return the tax number to know a party by, nothing where its check digit is wrong."""
    key = tax_key(party.tax_id)
    return "" if is_wrong_code(key) else key


# -- booking


class _Desk(Desk):
    """An import of electronic invoices, which knows buyers by more than their code."""

    def __init__(
        self,
        uow: SqlUnitOfWork,
        planned: Plan,
        progress: Progress,
        invoices: Sequence[EInvoice],
    ) -> None:
        super().__init__(uow, planned, progress, "")
        self.invoices = invoices
        self._buyers = _Buyers(uow)
        self._parties = {buyer_key(one.buyer): one.buyer for one in reversed(invoices)}

    def buyer(self, one: EInvoice) -> int | Problem | None:
        """Return the customer of an invoice, None when the book does not have it."""
        return self._buyers.find(one.buyer)

    def take_as(self, one: EInvoice, customer_id: int) -> None:
        """Know the buyer of an invoice as a customer of the book."""
        self._buyers.add(customer_id, one.buyer)

    def customer(self, key: str, name: str, currency: str) -> int | Problem:
        """Return the customer a row names, making an unknown one with what the invoice tells."""
        party = self._parties.get(key, Party(name=name or key))
        found = self._buyers.find(party)
        return self._add(party, key, currency) if found is None else found

    def _add(self, party: Party, key: str, currency: str) -> int:
        name = read_text(party.name).value or key
        made = Customer(
            code=self.code_for(name),
            name=name,
            tax_id=usable_tax_id(party),
            currency=currency,
            address=read_text(party.address).value or "",
            phone=read_text(party.phone).value or "",
            bank_account=read_text(party.account).value or "",
            extra={MADE_UP: "1"},
        )
        customer_id = self.uow.add_customer(made)
        self.uow.changed("customer", customer_id, None, dumps(made))
        self.remember(customer_id, made)
        self._buyers.add(customer_id, party)
        self.created.append(made.code)
        return customer_id


class _Buyers:
    """Customers of the book by tax number, and by name or alias."""

    def __init__(self, uow: SqlUnitOfWork) -> None:
        self._by_tax: dict[str, set[int]] = {}
        self._by_name: dict[str, set[int]] = {}
        self._tax: dict[int, str] = {}
        for row in uow.connection.execute(text("SELECT id, name, name_en, tax_id FROM customer")):
            self._put(row[0], row[3], row[1], row[2])
        for row in uow.connection.execute(text("SELECT customer_id, alias FROM customer_alias")):
            self._put(row[0], "", row[1])

    def _put(self, customer_id: int, tax_id: str, *names: str) -> None:
        tax = usable_tax_id(Party(tax_id=tax_id))
        if tax:
            self._by_tax.setdefault(tax, set()).add(customer_id)
            self._tax[customer_id] = tax
        for name in filter(None, map(name_key, names)):
            self._by_name.setdefault(name, set()).add(customer_id)

    def add(self, customer_id: int, party: Party) -> None:
        """Remember a customer under the names of a party."""
        self._put(customer_id, party.tax_id, party.name)

    def find(self, party: Party) -> int | Problem | None:
        """Return the customer that a party is; a problem where several may be meant.

        A namesake with another tax number is somebody else.
        """
        tax, named = usable_tax_id(party), self._by_name.get(name_key(party.name), set())
        known = self._by_tax.get(tax, set()) if tax else set()
        if len(known) > 1:
            known = known & named or known
        if not known:
            known = {one for one in named if not tax or self._tax.get(one, tax) == tax}
        if len(known) > 1:
            return Problem(codes.CUSTOMER_AMBIGUOUS, {"name": party.name or tax})
        return next(iter(known), None)


def _booked(desk: _Desk, company: Company) -> Counts:
    for place, one in enumerate(desk.invoices):
        for problem in _problems(one, company):
            facts = {name: str(value) for name, value in problem.facts.items()}
            facts["invoice"] = one.book_number
            desk.reader.refuse(place, "amount", Problem(problem.code, facts), str(one.gross))
    links = Links(desk, desk.invoices, desk.buyer)
    for one, blue_customer in links.refuse():
        desk.take_as(one, blue_customer)
    counts = book_invoices(desk)
    joined = min(links.join(), counts.unchanged)
    counts.updated += joined
    counts.unchanged -= joined
    links.settle_prepaid()
    return counts


def _problems(one: EInvoice, company: Company) -> tuple[Problem, ...]:
    """Return why an invoice is not booked, whatever the book holds."""
    problems = (*_not_ours(one, company), *no_claim(one), *cross_check(one))
    if not one.currency:
        problems += (Problem(codes.FIELD_EMPTY, {"field": "currency"}),)
    places = decimals(one.currency)
    if one.prepaid is not None and one.prepaid != round(one.prepaid, places):
        facts = {"decimals": places, "found": len(str(one.prepaid).partition(".")[2])}
        problems += (Problem(codes.AMOUNT_TOO_MANY_DECIMALS, facts),)
    return problems


def _not_ours(one: EInvoice, company: Company) -> tuple[Problem, ...]:
    if is_seller(one.seller, company.name, company.tax_id):
        return ()
    facts = {"seller": one.seller.name, "tax_id": one.seller.tax_id}
    return (Problem(NOT_SELLER, facts),)
