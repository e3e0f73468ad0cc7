"""Invoices, credit notes, debit notes and opening items from a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, TypeAlias

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
#: What a row and its customer settle together: customer, currency, terms.
_Settled: TypeAlias = tuple[int, str, str]
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
    new: list[tuple[InvoiceRecord, _Settled]] = []
    for record in found:
        known = existing.get((record.number, record.kind.value)) if existing else None
        if known is not None:
            _again(desk, record, known, counts)
        elif _fits(desk, record) and (settled := _settled(desk, record)):
            new.append((record, settled))
    _book(desk, new)
    counts.added = len(new)
    return counts


def _once(desk: Desk, found: list[InvoiceRecord], counts: Counts) -> list[InvoiceRecord]:
    """Drop rows that repeat a number: equal ones count as unchanged, different ones are refused.

    Where rows differ none of them is right (an invoice given line by line), so all go.
    """
    if len({record.number for record in found}) == len(found):
        return found
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


def _fits(desk: Desk, record: InvoiceRecord) -> bool:
    """Refuse a row in which parts, due date or terms are wrong."""
    net, due_on = record.net, record.due_on
    if net is not None and net + (record.tax or 0) != record.amount:
        return _refuse(desk, record, "amount", "document.parts_do_not_add", number=record.number)
    if due_on is not None:
        if due_on < record.issued_on:
            facts = {"number": record.number, "due_on": due_on.isoformat()}
            return _refuse(desk, record, "due_date", "document.due_before_issue", **facts)
    elif record.terms and desk.terms(record.terms) is None:
        return _refuse(desk, record, "terms", "terms.unreadable", text=record.terms)
    return True


def _refuse(desk: Desk, record: InvoiceRecord, column: str, code: str, **facts: object) -> bool:
    desk.reader.refuse(record.place, column, Problem(code, facts))
    return False


def _settled(desk: Desk, record: InvoiceRecord) -> _Settled | None:
    """Find or make the customer; currency and terms are its own where the row has none."""
    customer_id = desk.seen.get(record.customer) or _customer(desk, record)
    if not customer_id:
        return None
    terms = record.terms
    if not terms and record.due_on is None and record.amount > 0:
        terms = desk.terms_of(customer_id)
    return customer_id, record.currency or desk.currency_of(customer_id), terms


def _customer(desk: Desk, record: InvoiceRecord) -> int:
    """Look a customer up for the first time; 0 when the row is refused for it."""
    found = desk.customer(record.customer, record.customer_name, record.currency)
    if isinstance(found, Problem):
        desk.reader.refuse(record.place, "customer", found, record.customer)
        return 0
    if desk.is_code(record.customer):
        # A code names its customer in every row; a name may need the one beside it.
        desk.seen[record.customer] = found
    return found


def _parts(
    desk: Desk, record: InvoiceRecord, currency: str, terms: str
) -> list[tuple[date | None, int]]:
    """Return due date and amount of each instalment."""
    found = desk.terms(terms) if terms and record.due_on is None else None
    if record.amount <= 0 or found is None:
        return [(record.due_on, record.amount)]
    items = found.items(record.issued_on, Money(record.amount, currency))
    return [(part.due_on, part.amount.minor) for part in items]


def _book(desk: Desk, new: list[tuple[InvoiceRecord, _Settled]]) -> None:
    """Post new documents, a batch at a time: what was just made is bound while it is at hand."""
    rows = _Rows(desk)
    with (
        desk.without_indexes(document, _DOCUMENT, len(new)),
        desk.without_indexes(item, _ITEM, len(new)),
    ):
        for batch in desk.batches(new):
            for record, settled in batch:
                rows.add(record, settled)
            rows.write()
    for void_id in rows.voids:
        post_void(desk.uow, void_id, date.min, "void")


class _Rows:
    """Documents and items to be, with what the book adds to the file's rows.

    ``voids`` are the documents that the file says were cancelled.
    """

    def __init__(self, desk: Desk) -> None:
        self.voids: list[int] = []
        self._desk = desk
        self._operation_id = desk.uow.operation_id
        # The values of all rows, one row after the other, as they will be bound.
        self._documents: list[Any] = []
        self._items: list[Any] = []
        self._document_id, self._item_id = desk.next_id(document), desk.next_id(item)

    def write(self) -> None:
        """Insert what was added since the last time."""
        self._desk.insert(document, _DOCUMENT, self._documents)
        self._desk.insert(item, _ITEM, self._items)
        self._documents.clear()
        self._items.clear()

    def add(self, record: InvoiceRecord, settled: _Settled) -> None:
        """Add a document with its items."""
        desk, document_id = self._desk, self._document_id
        customer_id, currency, terms = settled
        (
            place, number, _, _, of_kind, issued_on, due_on, _, _, minor, net, tax,
            order, contract, delivered_on, description, void,
        ) = record  # fmt: skip
        kind, issued, delivered = _KINDS[of_kind], desk.iso[issued_on], desk.iso[delivered_on]
        base = minor if currency == desk.base else desk.base_minor(minor, currency, issued_on)
        self._documents += (
            document_id, kind, number, customer_id, currency, issued, minor, base, net, tax,
            terms, order, contract, delivered, description, desk.extra_of(place),
            self._operation_id,
        )  # fmt: skip
        if due_on is not None or not terms:
            self._items += (
                self._item_id, document_id, 1, 1, kind, customer_id, currency, issued,
                desk.iso[due_on], minor, base, minor, issued,
            )  # fmt: skip
            self._item_id += 1
        else:
            parts = _parts(desk, record, currency, terms)
            self._add_parts((kind, customer_id, currency, issued), base, parts)
        if void:
            self.voids.append(document_id)
        self._document_id += 1

    def _add_parts(
        self,
        head: tuple[str, int, str, str | None],
        base: int | None,
        parts: list[tuple[date | None, int]],
    ) -> None:
        """Add the items of the document at hand, each with its share of the base amount."""
        bases: Sequence[int | None] = [base] * len(parts)
        if base is not None and len(parts) > 1:
            bases = apportion(base, [minor for _, minor in parts])
        for place, (due_on, minor) in enumerate(parts):
            here = (self._item_id, self._document_id, place + 1, len(parts))
            there = (self._desk.iso[due_on], minor, bases[place], minor, head[-1])
            self._items += (*here, *head, *there)
            self._item_id += 1


def _again(desk: Desk, record: InvoiceRecord, known: Any, counts: Counts) -> None:
    """Compare a row with the document of its number: same, completed, or in conflict."""
    settled = _settled(desk, record)
    if settled is None:
        return
    customer_id, currency, terms = settled
    parts = _parts(desk, record, currency, terms)
    for name, column, mine in (
        ("customer_id", "customer", customer_id),
        ("currency", "currency", currency),
        ("issued_on", "issue_date", record.issued_on.isoformat()),
        ("amount_minor", "amount", record.amount),
        ("due_on", "due_date", max((desk.iso[due_on] or "" for due_on, _ in parts)) or None),
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
