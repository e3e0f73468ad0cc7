"""Past allocations from a table: which receipt or credit note paid which invoice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import chain
from typing import Any, Final

from domain.allocation import Allocation, OpenItem, allocate, earliest, spread
from domain.document import Kind
from domain.errors import DomainError, OverAllocation
from domain.reading import codes, records
from domain.reading.records import AllocationRecord
from domain.reading.result import Problem
from storage.importing.bulk import Counts, Desk, import_key
from storage.tables import allocation
from storage.unit_items import COLUMNS, open_item_from
from storage.unit_of_work import MOVE

_ALLOCATION: Final = [
    "debit_item_id",
    "credit_item_id",
    "debit_minor",
    "credit_minor",
    "debit_base_minor",
    "credit_base_minor",
    "allocated_on",
    "import_key",
    "operation_id",
]
_BY_KEY: Final = "SELECT import_key FROM allocation WHERE import_key IN :values"
_CURRENCY: Final = """
    SELECT number, currency FROM document
     WHERE number IN :values AND kind IN ('invoice','debit_note','opening')"""
_DEBITS: Final = frozenset({Kind.INVOICE, Kind.DEBIT_NOTE, Kind.OPENING})


def book_allocations(desk: Desk) -> Counts:
    """Book the allocations of a table; a document's instalments are paid oldest term first."""
    counts = Counts()
    named = {row[0]: row[1] for row in desk.select_in(_CURRENCY, desk.reader.numbers_of("invoice"))}
    desk.reader.rejected.clear()
    found = records.allocations(desk.reader, named.get)
    keys = _keys(found)
    taken = {row[0] for row in desk.select_in(_BY_KEY, keys.values())}
    shelf = _Shelf(desk, found)
    rows: list[Allocation] = []
    for record in sorted(found, key=lambda one: (one.on or date.max, one.place)):
        if keys[record.place] in taken:
            counts.unchanged += 1
            continue
        booked = shelf.book(record, keys[record.place])
        rows += booked
        counts.added += bool(booked)
    _write(desk, rows)
    return counts


def _keys(found: Iterable[AllocationRecord]) -> dict[int, str]:
    seen: Counter[tuple[object, ...]] = Counter()
    keys = {}
    for record in found:
        contents = record[1:]
        seen[contents] += 1
        keys[record.place] = import_key(*contents, seen[contents])
    return keys


class _Shelf:
    """The open items a table names, as they become while its rows are booked."""

    def __init__(self, desk: Desk, found: list[AllocationRecord]) -> None:
        self._desk = desk
        self._items: dict[int, OpenItem] = {}
        self._documents: dict[tuple[str, str], dict[int, list[int]]] = defaultdict(dict)
        numbers = [number for record in found for number in record[1:4] if number]
        for row in desk.select_in(f"{COLUMNS} WHERE d.number IN :values", numbers):
            self._put(open_item_from(row._mapping))  # noqa: SLF001  (the public name of a row's dict)

    def _put(self, item: OpenItem) -> None:
        self._items[item.id] = item
        side = _side(item)
        if side:
            documents = self._documents[(side, item.number)]
            documents.setdefault(item.document_id, []).append(item.id)

    def book(self, record: AllocationRecord, key: str) -> list[Allocation]:
        """Return the allocations of one row, or refuse it and return none."""
        side, number = (
            ("receipt", record.receipt) if record.receipt else ("note", record.credit_note)
        )
        credit = self._one(record, side, number, "receipt")
        debits = self._one(record, "debit", record.invoice, "invoice")
        if credit is None or debits is None:
            return []
        try:
            return self._join(record, credit[0], debits, key)
        except DomainError as error:
            problem = Problem(error.code, {k: str(v) for k, v in error.facts.items()})
            self._desk.reader.refuse(record.place, "amount", problem, str(record.amount))
            return []

    def _one(
        self, record: AllocationRecord, side: str, number: str, column: str
    ) -> list[OpenItem] | None:
        documents = self._documents.get((side, number), {})
        if len(documents) != 1:
            code = codes.NUMBER_AMBIGUOUS if documents else codes.DOCUMENT_UNKNOWN
            problem = Problem(code, {"number": number})
            self._desk.reader.refuse(record.place, column, problem, number)
            return None
        return [self._items[i] for ids in documents.values() for i in ids]

    def _join(
        self, record: AllocationRecord, credit: OpenItem, debits: list[OpenItem], key: str
    ) -> list[Allocation]:
        parts = spread(debits, record.amount)
        given = sum(minor for _, minor in parts)
        if given < record.amount:
            open_minor = sum(debit.open for debit in debits)
            raise OverAllocation(number=record.invoice, open=open_minor, requested=record.amount)
        rows = []
        left = credit
        for place, (debit, minor) in enumerate(parts):
            on = record.on or earliest(debit, left)
            row = allocate(debit, left, minor, on, import_key=key if place == 0 else None)
            rows.append(row)
            left = left.after(minor)
        for row, (debit, minor) in zip(rows, parts, strict=True):
            self._items[row.debit_item_id] = debit.after(minor)
        self._items[credit.id] = left
        return rows


def _side(item: OpenItem) -> str:
    """Return where a row may name the item: "receipt", "note" or "debit"."""
    if item.kind is Kind.RECEIPT:
        return "receipt"
    if item.kind is Kind.CREDIT_NOTE:
        return "note"
    return "debit" if item.kind in _DEBITS and item.amount > 0 else ""


def _write(desk: Desk, rows: list[Allocation]) -> None:
    operation_id = desk.uow.operation_id
    values: list[tuple[Any, ...]] = [
        (
            row.debit_item_id,
            row.credit_item_id,
            row.debit_minor,
            row.credit_minor,
            row.debit_base_minor,
            row.credit_base_minor,
            row.allocated_on.isoformat(),
            row.import_key,
            operation_id,
        )
        for row in rows
    ]
    for batch in desk.batches(values):
        desk.insert(allocation, _ALLOCATION, chain.from_iterable(batch))
    moves = [
        {"item_id": item_id, "minor": minor, "day": row.allocated_on.isoformat()}
        for row in rows
        for item_id, minor in (
            (row.debit_item_id, -row.debit_minor),
            (row.credit_item_id, row.credit_minor),
        )
    ]
    for moved in desk.batches(moves):
        desk.uow.connection.execute(MOVE, moved)
