"""Receipts from a table."""

from __future__ import annotations

from collections import Counter
from itertools import count
from typing import Any, Final, TypeAlias

from domain.reading import codes, records
from domain.reading.records import ReceiptRecord
from domain.reading.result import Problem
from storage.importing.bulk import Counts, Desk, import_key
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
    "method",
    "reference",
    "payer",
    "payer_account",
    "import_key",
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
    "amount_minor",
    "base_minor",
    "open_minor",
    "changed_on",
]
_BY_NUMBER: Final = """
    SELECT number, customer_id, currency, issued_on, amount_minor FROM document
     WHERE kind = 'receipt' AND number IN :values"""
#: A receipt's customer, and the currency it is in.
_Who: TypeAlias = tuple[int, str]
_BY_KEY: Final = "SELECT import_key FROM document WHERE import_key IN :values"


def book_receipts(desk: Desk) -> Counts:
    """Post the receipts of a table that the book does not have yet.

    A receipt without a number is known again by its contents; genuinely identical
    rows of one file are counted, so that all of them stay.
    """
    counts = Counts()
    found = [
        (record, who) for record in records.receipts(desk.reader) if (who := _who(desk, record))
    ]
    numbered = _numbered(desk, found)
    keys = _keys(found)
    taken = {row[0] for row in desk.select_in(_BY_KEY, keys.values())}
    new = []
    for record, who in found:
        known = numbered.get(record.number) if record.number else None
        facts = (*who, record.received_on.isoformat(), -record.amount)
        if known is not None and known != facts:
            _conflict(desk, record, known, facts)
        elif known is not None or keys.get(record.place) in taken:
            counts.unchanged += 1
        else:
            if record.number:
                numbered[record.number] = facts
            new.append((record, who))
    _book(desk, new, keys)
    counts.added = len(new)
    return counts


def _who(desk: Desk, record: ReceiptRecord) -> _Who | None:
    found = desk.customer(record.customer, record.customer_name, record.currency)
    if isinstance(found, Problem):
        desk.reader.refuse(record.place, "customer", found, record.customer)
        return None
    return found, record.currency or desk.currency_of(found)


def _numbered(
    desk: Desk, found: list[tuple[ReceiptRecord, _Who]]
) -> dict[str, tuple[int, str, str, int]]:
    numbers = (record.number for record, _ in found if record.number)
    rows = desk.select_in(_BY_NUMBER, numbers)
    return {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}


def _keys(found: list[tuple[ReceiptRecord, _Who]]) -> dict[int, str]:
    """Return a key for each receipt without a number: its contents and which such row it is."""
    seen: Counter[tuple[object, ...]] = Counter()
    keys = {}
    for record, (customer_id, currency) in found:
        if not record.number:
            contents = (customer_id, currency, *record[4:5], *record[6:])
            seen[contents] += 1
            keys[record.place] = import_key(*contents, seen[contents])
    return keys


def _conflict(
    desk: Desk, record: ReceiptRecord, known: tuple[object, ...], mine: tuple[object, ...]
) -> None:
    names = ("customer", "currency", "date", "amount")
    place = next(n for n in range(len(names)) if known[n] != mine[n])
    facts = {"number": record.number, "field": names[place], "book": str(known[place])}
    desk.reader.refuse(record.place, "number", Problem(codes.NUMBER_TAKEN, facts), record.number)


def _book(desk: Desk, new: list[tuple[ReceiptRecord, _Who]], keys: dict[int, str]) -> None:
    """Post new receipts; those without a number get the next of their year."""
    document_ids, item_ids = count(desk.next_id(document)), count(desk.next_id(item))
    years = Counter(record.received_on.year for record, _ in new if not record.number)
    free = {year: iter(desk.numbers("RC", year, many)) for year, many in years.items()}
    with (
        desk.without_indexes(document, _DOCUMENT, len(new)),
        desk.without_indexes(item, _ITEM, len(new)),
    ):
        for batch in desk.batches(new):
            documents: list[Any] = []
            items: list[Any] = []
            for record, who in batch:
                year, ids = record.received_on.year, (next(document_ids), next(item_ids))
                number = record.number or f"RC-{year}-{next(free[year]):06d}"
                _add(desk, record, (*ids, *who), (number, keys.get(record.place)), documents, items)
            desk.insert(document, _DOCUMENT, documents)
            desk.insert(item, _ITEM, items)


def _add(
    desk: Desk,
    record: ReceiptRecord,
    head: tuple[int, int, int, str],
    known_by: tuple[str, str | None],
    documents: list[Any],
    items: list[Any],
) -> None:
    """Add the values of a receipt and its item; it is known by its number and its key."""
    document_id, item_id, customer_id, currency = head
    number, key = known_by
    on, minor = desk.iso[record.received_on], -record.amount
    base = desk.base_minor(minor, currency, record.received_on)
    documents += (
        document_id, "receipt", number, customer_id, currency, on, minor, base,
        record.method, record.reference, record.payer, record.payer_account,
        key, desk.extra_of(record.place), desk.uow.operation_id,
    )  # fmt: skip
    items += (
        item_id, document_id, 1, 1, "receipt", customer_id, currency, on, minor, base, minor, on,
    )  # fmt: skip
