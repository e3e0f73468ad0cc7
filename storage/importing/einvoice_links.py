"""Red invoices and credit notes to the invoices they correct, and what was prepaid.

A credit note names its invoice by number. The two are joined in the import in which
the second of them comes, once: a join that was undone stays undone. Credit notes
never come to more than their invoice.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import text

from domain.allocation import OpenItem, allocate, earliest, spread
from domain.document import Document, Item, Kind
from domain.einvoice import (
    BLUE_DIFFERS,
    CORRECTED,
    RED_EXCEEDS,
    REPLACES,
    EInvoice,
    EStatus,
)
from domain.errors import DomainError, StillAllocated, TooManyDecimals
from domain.money import Money, from_decimal
from domain.reading.result import Problem
from domain.services.posting import base_amount, post_document
from storage.importing.bulk import Desk

_BLUES: Final = """
    SELECT d.id, d.kind, d.number, d.customer_id, d.currency, d.amount_minor,
           EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id) AS is_void
      FROM document d WHERE d.number IN :values
       AND d.kind IN ('invoice','debit_note','opening') AND d.amount_minor >= 0"""
_NOTES: Final = """
    SELECT d.id, d.number, d.amount_minor, d.extra,
           EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id) AS is_void
      FROM document d WHERE d.kind = 'credit_note' AND d.extra LIKE '%"corrects"%'"""
_BY_NUMBER: Final = """
    SELECT d.id, d.number,
           EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id) AS is_void
      FROM document d WHERE d.number IN :values AND d.kind = 'credit_note'"""
#: What credit notes have taken of an invoice, by credit note; undone ones sum to nothing.
_TAKEN: Final = """
    SELECT d.number, c.document_id, SUM(a.debit_minor)
      FROM document d JOIN item i ON i.document_id = d.id
      JOIN allocation a ON a.debit_item_id = i.id
      JOIN item c ON c.id = a.credit_item_id AND c.kind = 'credit_note'
     WHERE d.number IN :values AND d.kind IN ('invoice','debit_note','opening')
     GROUP BY d.number, c.document_id"""
_JOINED: Final = """
    SELECT 1 FROM allocation a JOIN item c ON c.id = a.credit_item_id
      JOIN item i ON i.id = a.debit_item_id
     WHERE c.document_id = :note AND i.document_id = :blue LIMIT 1"""
_SETTLED: Final = """
    SELECT DISTINCT d.number, d.kind FROM document d JOIN item i ON i.document_id = d.id
     WHERE d.number IN :values AND d.kind IN ('invoice','debit_note','credit_note')
       AND i.open_minor <> i.amount_minor
       AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id)"""
_RECEIPTS: Final = """
    SELECT COALESCE(-SUM(open_minor), 0) FROM item
     WHERE customer_id = :customer AND currency = :currency
       AND open_minor <> 0 AND open_minor < 0 AND kind = 'receipt'"""


@dataclass(slots=True, kw_only=True)
class _Blue:
    """An invoice that credit notes name: of the book (``id``), or coming with the file."""

    id: int
    customer_id: int
    currency: str
    amount: int
    credited: int = 0
    is_void: bool = False

    @property
    def left(self) -> int:
        """What credit notes may still take."""
        return (0 if self.is_void else self.amount) - self.credited


@dataclass(slots=True)
class _Note:
    """A credit note of the book that names invoices."""

    id: int
    amount: int
    blues: tuple[str, ...]


class Links:
    """Credit notes and invoices of one import, with those of the book they belong to."""

    def __init__(
        self,
        desk: Desk,
        invoices: Sequence[EInvoice],
        buyer: Callable[[EInvoice], int | Problem | None],
    ) -> None:
        self._desk = desk
        self._invoices = invoices
        self._buyer = buyer
        named = [number for one in invoices for number in (*one.reds, one.book_number)]
        self._blues = {row.number: _blue(row) for row in desk.select_in(_BLUES, named)}
        self._before = frozenset(self._blues)
        self._notes = [
            _Note(row.id, -row.amount_minor, _corrects(row.extra))
            for row in desk.uow.connection.execute(text(_NOTES))
            if not row.is_void
        ]
        numbers = [one.book_number for one in invoices if one.is_credit]
        self._known = {row.number for row in desk.select_in(_BY_NUMBER, numbers)}
        self._count(named)

    def _count(self, named: Sequence[str]) -> None:
        """Count what credit notes of the book have taken, or name, of each invoice."""
        linked = {(number, note.id) for note in self._notes for number in note.blues}
        for number, note_id, minor in self._desk.select_in(_TAKEN, named):
            if (number, note_id) not in linked and number in self._blues:
                self._blues[number].credited += minor
        for note in self._notes:
            self._take(note.blues, note.amount)

    def _take(self, numbers: Sequence[str], minor: int) -> None:
        """Take an amount of the invoices named, one after another."""
        known = [self._blues[number] for number in numbers if number in self._blues]
        for blue in known[:-1]:
            part = max(0, min(blue.left, minor))
            blue.credited += part
            minor -= part
        if known:
            known[-1].credited += minor

    # -- before booking

    def refuse(self) -> list[tuple[EInvoice, int]]:
        """Refuse what does not fit together; return credit notes whose buyer the invoice tells.

        Those are of the invoice's customer, where the book does not know their buyer.
        """
        self._refuse_settled()
        for place, one in self._open(is_credit=False):
            self._check_blue(place, one)
        told = []
        for place, one in sorted(self._open(is_credit=True), key=_by_date):
            customer = self._check_note(place, one)
            if customer is not None:
                told.append((one, customer))
        return told

    def _refuse_settled(self) -> None:
        """Refuse to void what is allocated in the book: that is undone first, by hand."""
        voids = {
            (one.book_number, one.is_credit): (place, one)
            for place, one in enumerate(self._invoices)
            if one.status is EStatus.VOID and place not in self._desk.reader.rejected
        }
        for row in list(self._desk.select_in(_SETTLED, (number for number, _ in voids))):
            entry = voids.get((row.number, row.kind == Kind.CREDIT_NOTE.value))
            if entry is not None:
                problem = Problem(StillAllocated.code, {"number": row.number})
                self._refuse(*entry, problem)

    def _open(self, *, is_credit: bool) -> list[tuple[int, EInvoice]]:
        """Return the invoices, or credit notes, of the file that were not refused."""
        return [
            (place, one)
            for place, one in enumerate(self._invoices)
            if one.is_credit is is_credit and place not in self._desk.reader.rejected
        ]

    def _check_blue(self, place: int, one: EInvoice) -> None:
        """Check a new invoice against credit notes that came before it."""
        earlier = [number for number, blue in self._named(one) if not blue.is_void]
        if one.type_code == CORRECTED and earlier:
            self._refuse(place, one, Problem(REPLACES, {"number": " ".join(earlier)}))
            return
        minor = _minor(one)
        if one.book_number in self._blues or minor is None:
            return
        blue = _Blue(id=0, customer_id=0, currency=one.currency, amount=minor)
        blue.is_void = one.status is EStatus.VOID
        for note in self._notes:
            blue.credited += note.amount if note.blues == (one.book_number,) else 0
        if blue.credited > blue.amount:
            self._refuse(place, one, _exceeds(one.book_number, blue, 0))
        else:
            self._blues[one.book_number] = blue

    def _check_note(self, place: int, one: EInvoice) -> int | None:
        """Check a new credit note; return the customer where its invoice tells it."""
        blues, minor = self._named(one), _minor(one)
        is_new = one.book_number not in self._known and one.status is not EStatus.VOID
        if not is_new or not blues or minor is None:
            return None
        customer = self._buyer(one)
        problem = next(filter(None, (_differs(*named, one, customer) for named in blues)), None)
        left = sum(blue.left for _, blue in blues)
        if problem is None and -minor > left and len(blues) == len(one.reds):
            problem = _exceeds(*blues[0], -minor)
        if problem is not None:
            self._refuse(place, one, problem)
            return None
        self._take(one.reds, -minor)
        owners = {blue.customer_id for _, blue in blues if blue.id}
        return owners.pop() if customer is None and len(owners) == 1 else None

    def _named(self, one: EInvoice) -> list[tuple[str, _Blue]]:
        """Return the known invoices that one refers to, with their numbers."""
        return [(number, self._blues[number]) for number in one.reds if number in self._blues]

    def _refuse(self, place: int, one: EInvoice, problem: Problem) -> None:
        told = Problem(problem.code, {**problem.facts, "invoice": one.book_number})
        self._desk.reader.refuse(place, "number", told, one.book_number)

    # -- after booking

    def join(self) -> int:
        """Set credit notes against their invoices; return how many of them were known before."""
        numbers = [one.book_number for _, one in self._open(is_credit=True) if one.reds]
        ids = {
            row.number: row.id
            for row in self._desk.select_in(_BY_NUMBER, numbers)
            if not row.is_void
        }
        wanted = {
            ids[one.book_number]: one.reds
            for _, one in self._open(is_credit=True)
            if one.book_number in ids and one.reds
        }
        known = {ids[number] for number in self._known if number in ids}
        mine = {one.book_number for _, one in self._open(is_credit=False)} - self._before
        wanted |= {
            note.id: note.blues
            for note in self._notes
            if note.id not in wanted and mine.intersection(note.blues)
        }
        return sum(self._join(note, blues) and note in known for note, blues in wanted.items())

    def _join(self, note_id: int, numbers: Sequence[str]) -> bool:
        """Set one credit note against what is open of its invoices, each pair only once."""
        uow = self._desk.uow
        debits: list[OpenItem] = []
        for row in self._desk.select_in(_BLUES, numbers):
            pair = {"note": note_id, "blue": row.id}
            if uow.connection.scalar(text(_JOINED), pair) is None:
                debits += uow.document_items(row.id)
        (credit,) = uow.document_items(note_id)
        return self._allocate(debits, credit, -credit.open)

    def _allocate(self, debits: Sequence[OpenItem], credit: OpenItem, minor: int) -> bool:
        rows, left = [], credit
        try:
            for debit, part in spread(debits, minor):
                rows.append(allocate(debit, left, part, earliest(debit, left)))
                left = left.after(part)
        except DomainError:  # of two customers or currencies: both stay open
            return False
        self._desk.uow.add_allocations(rows)
        return bool(rows)

    def settle_prepaid(self) -> None:
        """Post what new invoices say was prepaid as opening credits set against them."""
        fresh = {
            one.book_number: one
            for _, one in self._open(is_credit=False)
            if one.prepaid and one.prepaid > 0 and one.book_number not in self._before
        }
        for row in list(self._desk.select_in(_BLUES, fresh)):
            if not row.is_void and row.kind != Kind.OPENING.value:
                self._settle(row, fresh[row.number])

    def _settle(self, blue: Any, one: EInvoice) -> None:
        uow = self._desk.uow
        debits = uow.document_items(blue.id)
        prepaid = from_decimal(one.prepaid or Decimal(0), blue.currency).minor
        minor = min(prepaid, sum(debit.open for debit in debits))
        values = {"customer": blue.customer_id, "currency": blue.currency}
        if minor <= 0 or uow.connection.scalar(text(_RECEIPTS), values) >= prepaid:
            return
        issued_on = debits[0].issued_on
        amount = Money(-minor, blue.currency)
        document_id = post_document(
            uow,
            Document(
                kind=Kind.OPENING,
                number=_free_number(uow.number_used, one.book_number),
                customer_id=blue.customer_id,
                issued_on=issued_on,
                amount=amount,
                items=(Item(seq=1, due_on=None, amount=amount),),
                base=base_amount(uow, amount, issued_on),
                extra={"prepaid": one.book_number},
            ),
        )
        (credit,) = uow.document_items(document_id)
        self._allocate(debits, credit, minor)


def _free_number(used: Callable[[Kind, str], bool], number: str) -> str:
    while used(Kind.OPENING, number):
        number = f"{number}-P"
    return number


def _blue(row: Any) -> _Blue:
    return _Blue(
        id=row.id,
        customer_id=row.customer_id,
        currency=row.currency,
        amount=row.amount_minor,
        is_void=bool(row.is_void),
    )


def _corrects(extra: str) -> tuple[str, ...]:
    return tuple(str(json.loads(extra).get("corrects", "")).split())


def _by_date(entry: tuple[int, EInvoice]) -> tuple[date, int]:
    return entry[1].issued_on or date.max, entry[0]


def _minor(one: EInvoice) -> int | None:
    """Return the amount in minor units, None where it is none that can be booked."""
    try:
        return None if one.amount is None else from_decimal(one.amount, one.currency).minor
    except TooManyDecimals:
        return None


def _differs(
    number: str, blue: _Blue, one: EInvoice, customer: int | Problem | None
) -> Problem | None:
    if blue.currency != one.currency:
        return Problem(BLUE_DIFFERS, {"number": number, "field": "currency", "book": blue.currency})
    if blue.id and isinstance(customer, int) and customer != blue.customer_id:
        return Problem(BLUE_DIFFERS, {"number": number, "field": "customer", "book": ""})
    return None


def _exceeds(number: str, blue: _Blue, requested: int) -> Problem:
    facts = {
        "number": number,
        "amount": 0 if blue.is_void else blue.amount,
        "credited": blue.credited,
        "requested": requested,
        "currency": blue.currency,
    }
    return Problem(RED_EXCEEDS, facts)
