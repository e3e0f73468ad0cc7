"""Invoices, credit notes, debit notes and opening items from a table."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Final

from domain.document import Kind
from domain.money import Money, apportion
from domain.reading import codes, records
from domain.reading.records import InvoiceRecord
from domain.reading.result import Problem
from domain.services.posting import post_void
from storage.importing.bulk import Counts, Desk
from storage.tables import document, item

_DOCUMENT: Final = [
    "id",
    "kind",
    "number",
    "customer_id",
    "currency",
    "issued_on",
    "amount_minor",
    "base_minor",
    "net_minor",
    "tax_minor",
    "terms",
    "order_number",
    "contract_number",
    "delivered_on",
    "description",
    "extra",
    "operation_id",
]
_ITEM: Final = [
    "id",
    "document_id",
    "seq",
    "parts",
    "kind",
    "customer_id",
    "currency",
    "issued_on",
    "due_on",
    "amount_minor",
    "base_minor",
    "open_minor",
    "changed_on",
]
_EXISTING: Final = """
    SELECT d.id, d.kind, d.number, d.customer_id, d.currency, d.issued_on, d.amount_minor,
           d.order_number, d.contract_number, d.delivered_on, d.description,
           (SELECT MAX(i.due_on) FROM item i WHERE i.document_id = d.id) AS due_on,
           (SELECT v.id FROM document v WHERE v.reverses_id = d.id) AS void_id
      FROM document d WHERE d.number IN :values
       AND d.kind IN ('invoice','debit_note','credit_note','opening')"""
_KINDS: Final = {kind: kind.value for kind in Kind}
_TEXTS: Final = {
    "order_number": "order",
    "contract_number": "contract",
    "delivered_on": "delivered_on",
    "description": "description",
}


def book_invoices(desk: Desk) -> Counts:
    """Post the documents of a table that the book does not have yet."""
    counts = Counts()
    found = _once(desk, records.invoices(desk.reader), counts)
    existing = {} if desk.is_empty(document) else _existing(desk, found)
    documents: list[tuple[Any, ...]] = []
    items: list[tuple[Any, ...]] = []
    voids: list[int] = []
    document_id, item_id = desk.next_id(document), desk.next_id(item)
    for record in found:
        row = _Row(desk, record)
        known = existing.get((record.number, row.kind)) if existing else None
        if known is not None:
            _again(desk, row, known, counts)
        elif row.check():
            documents.append(row.document(document_id))
            rows = row.items(document_id, item_id)
            items += rows
            if record.void:
                voids.append(document_id)
            document_id, item_id = document_id + 1, item_id + len(rows)
            counts.added += 1
    with desk.without_indexes(document, len(documents)):
        desk.insert(document, _DOCUMENT, documents)
    with desk.without_indexes(item, len(items)):
        desk.insert(item, _ITEM, items)
    for void_id in voids:
        post_void(desk.uow, void_id, date.min, "void")
    return counts


def _once(desk: Desk, found: list[InvoiceRecord], counts: Counts) -> list[InvoiceRecord]:
    """Drop rows that repeat a number: equal ones count as unchanged, different ones are refused.

    Where rows differ none of them is right (an invoice given line by line), so all go.
    """
    first: dict[tuple[str, Kind], InvoiceRecord] = {}
    torn: set[tuple[str, Kind]] = set()
    kept = []
    for record in found:
        key = (record.number, record.kind)
        known = first.setdefault(key, record)
        if known is record:
            kept.append(record)
        elif known[1:] == record[1:]:
            counts.unchanged += 1
        else:
            torn.add(key)
            _repeated(desk, record, known)
    if not torn:
        return kept
    for record in kept:
        if (record.number, record.kind) in torn:
            _repeated(desk, record, record)
    return [record for record in kept if (record.number, record.kind) not in torn]


def _repeated(desk: Desk, record: InvoiceRecord, first: InvoiceRecord) -> None:
    facts = {"number": record.number, "first": desk.reader.numbers[first.place]}
    problem = Problem(codes.NUMBER_REPEATED, facts)
    desk.reader.refuse(record.place, "number", problem, record.number)


def _existing(desk: Desk, found: list[InvoiceRecord]) -> dict[tuple[str, str], Any]:
    rows = desk.select_in(_EXISTING, (record.number for record in found))
    return {(row.number, row.kind): row for row in rows}


class _Row:
    """One document to be, with what the book adds to the file's row."""

    __slots__ = ("base", "currency", "customer_id", "desk", "issued", "kind", "record", "terms")

    def __init__(self, desk: Desk, record: InvoiceRecord) -> None:
        self.desk = desk
        self.record = record
        self.kind = _KINDS[record.kind]
        self.issued = desk.iso(record.issued_on)
        self.customer_id = 0
        self.currency = record.currency
        self.terms = record.terms
        self.base: int | None = None

    def check(self) -> bool:
        """Settle customer, currency, terms and due date; refuse the row where one is wrong."""
        record = self.record
        net, due_on = record.net, record.due_on
        if net is not None and net + (record.tax or 0) != record.amount:
            return self._refuse("amount", "document.parts_do_not_add", number=record.number)
        if due_on is not None:
            if due_on < record.issued_on:
                facts = {"number": record.number, "due_on": due_on.isoformat()}
                return self._refuse("due_date", "document.due_before_issue", **facts)
        elif record.terms and self.desk.terms(record.terms) is None:
            return self._refuse("terms", "terms.unreadable", text=record.terms)
        return self.settle()

    def settle(self) -> bool:
        """Find or make the customer; currency and terms are its own where the row has none."""
        record, desk = self.record, self.desk
        found = desk.seen.get(record.customer) or self._customer()
        if not found:
            return False
        self.customer_id = found
        if not self.currency:
            self.currency = desk.currency_of(found)
        if not self.terms and record.due_on is None and record.amount > 0:
            self.terms = desk.terms_of(found)
        if self.currency == desk.base:
            self.base = record.amount
        else:
            self.base = desk.base_minor(record.amount, self.currency, record.issued_on)
        return True

    def _customer(self) -> int:
        """Look a customer up for the first time; 0 when the row is refused for it."""
        record, desk = self.record, self.desk
        found = desk.customer(record.customer, record.customer_name, record.currency)
        if isinstance(found, Problem):
            desk.reader.refuse(record.place, "customer", found, record.customer)
            return 0
        if desk.is_code(record.customer):
            # A code names its customer in every row; a name may need the one beside it.
            desk.seen[record.customer] = found
        return found

    def _refuse(self, column: str, code: str, **facts: object) -> bool:
        self.desk.reader.refuse(self.record.place, column, Problem(code, facts))
        return False

    def document(self, document_id: int) -> tuple[Any, ...]:
        """Return the document's row."""
        record, desk = self.record, self.desk
        extra = desk.reader.extras(record.place) if desk.reader.binding.extra else None
        return (
            document_id,
            self.kind,
            record.number,
            self.customer_id,
            self.currency,
            self.issued,
            record.amount,
            self.base,
            record.net,
            record.tax,
            self.terms,
            record.order,
            record.contract,
            desk.iso(record.delivered_on),
            record.description,
            json.dumps(extra, ensure_ascii=False) if extra else None,
            desk.uow.operation_id,
        )

    def items(self, document_id: int, item_id: int) -> list[tuple[Any, ...]]:
        """Return the rows of the document's items."""
        head = (self.kind, self.customer_id, self.currency, self.issued)
        parts, iso, issued = self._parts(), self.desk.iso, self.issued
        if len(parts) == 1:
            due_on, minor = parts[0]
            tail = (iso(due_on), minor, self.base, minor, issued)
            return [(item_id, document_id, 1, 1, *head, *tail)]
        minors = [minor for _, minor in parts]
        bases: list[int | None] = [None] * len(parts)
        if self.base is not None:
            bases = [*apportion(self.base, minors)]
        return [
            (
                *(item_id + place, document_id, place + 1, len(parts)),
                *head,
                *(iso(due_on), minor, bases[place], minor, issued),
            )
            for place, (due_on, minor) in enumerate(parts)
        ]

    def _parts(self) -> list[tuple[date | None, int]]:
        """Return due date and amount of each instalment."""
        record = self.record
        terms = self.desk.terms(self.terms) if self.terms and record.due_on is None else None
        if record.amount <= 0 or terms is None:
            return [(record.due_on, record.amount)]
        items = terms.items(record.issued_on, Money(record.amount, self.currency))
        return [(part.due_on, part.amount.minor) for part in items]

    def due_on(self) -> str | None:
        """Return the last due date of the document as the row gives it."""
        return max((self.desk.iso(due_on) or "" for due_on, _ in self._parts()), default="") or None


def _again(desk: Desk, row: _Row, known: Any, counts: Counts) -> None:
    """Compare a row with the document of its number: same, completed, or in conflict."""
    record = row.record
    if not row.settle():
        return
    for name, column, mine in (
        ("customer_id", "customer", row.customer_id),
        ("currency", "currency", row.currency),
        ("issued_on", "issue_date", record.issued_on.isoformat()),
        ("amount_minor", "amount", record.amount),
        ("due_on", "due_date", row.due_on()),
    ):
        if getattr(known, name) != mine:
            facts = {"number": record.number, "field": column, "book": str(getattr(known, name))}
            desk.reader.refuse(record.place, column, Problem(codes.NUMBER_TAKEN, facts))
            return
    changed = _complete(desk, record, known)
    if record.void and known.void_id is None:
        post_void(desk.uow, known.id, date.min, "void")
        changed = True
    counts.updated += changed
    counts.unchanged += not changed


def _complete(desk: Desk, record: InvoiceRecord, known: Any) -> bool:
    """Write texts that the row has and the document has otherwise; figures never change."""
    given = {
        name: _text(getattr(record, field))
        for name, field in _TEXTS.items()
        if getattr(record, field)
    }
    before = {name: getattr(known, name) for name in given}
    if before == given:
        return False
    desk.uow.connection.execute(document.update().where(document.c.id == known.id).values(**given))
    desk.uow.changed("document", known.id, before, given)
    return True


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
