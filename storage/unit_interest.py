"""Reading and keeping what late-payment interest needs, inside a unit of work and beside it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from sqlalchemy import Connection, Table, text

from domain.document import ClaimKind, Kind
from domain.errors import NotFound
from domain.interest import Claimed, LateDebt, LateItem, Payment, question_from
from domain.reference_rates import KnownRate, Source
from storage.mappers import to_json
from storage.tables_interest import interest_claim, reference_rate

_DEBT: Final = """
    SELECT d.id, d.kind, d.number, d.customer_id, d.currency, d.issued_on, d.delivered_on, d.claim,
           EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id) AS voided
      FROM document d WHERE d.id = :id"""
_ITEMS: Final = """
    SELECT id, seq, parts, due_on, amount_minor FROM item WHERE document_id = :id ORDER BY seq"""
#: The same of many debits at once, by their ids.
_DEBTS: Final = """
    SELECT d.id, d.kind, d.number, d.customer_id, d.currency, d.issued_on, d.delivered_on, d.claim,
           EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id) AS voided
      FROM document d WHERE d.id IN ({ids})"""
_ITEMS_OF: Final = """
    SELECT id, seq, parts, due_on, amount_minor, document_id FROM item
     WHERE document_id IN ({ids}) ORDER BY document_id, seq"""
_PAYMENTS_OF: Final = """
    SELECT a.debit_item_id, c.issued_on, a.debit_minor
      FROM item i JOIN allocation a ON a.debit_item_id = i.id
      JOIN item c ON c.id = a.credit_item_id
     WHERE i.document_id IN ({ids}) AND a.reverses_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM allocation r WHERE r.reverses_id = a.id)
     ORDER BY c.issued_on, a.id"""
_CLAIMS_OF: Final = """
    SELECT k.document_id, d.number, k.from_on, k.to_on, d.amount_minor, k.value, k.invoice_id
      FROM interest_claim k JOIN document d ON d.id = k.document_id
     WHERE k.invoice_id IN ({ids})
       AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id)
     ORDER BY k.from_on, k.id"""
#: Ids in one statement; they are the program's own numbers.
_CHUNK: Final = 2000
_KINDS: Final = {kind.value: kind for kind in Kind}
#: What stands allocated of the items, by the day the money came.
_PAYMENTS: Final = """
    SELECT a.debit_item_id, c.issued_on, a.debit_minor
      FROM item i JOIN allocation a ON a.debit_item_id = i.id
      JOIN item c ON c.id = a.credit_item_id
     WHERE i.document_id = :id AND a.reverses_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM allocation r WHERE r.reverses_id = a.id)
     ORDER BY c.issued_on, a.id"""
_CLAIMS: Final = """
    SELECT k.document_id, d.number, k.from_on, k.to_on, d.amount_minor, k.value
      FROM interest_claim k JOIN document d ON d.id = k.document_id
     WHERE k.invoice_id = :id
       AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = d.id)
     ORDER BY k.from_on, k.id"""
_FIND: Final = """
    SELECT id FROM document
     WHERE number = :number AND kind IN ('invoice', 'opening', 'debit_note', 'transfer')
       AND amount_minor > 0
     ORDER BY CASE kind WHEN 'invoice' THEN 0 WHEN 'opening' THEN 1 WHEN 'debit_note' THEN 2
              ELSE 3 END, id LIMIT 1"""


class InterestReads:
    """What a unit of work, and the read side too, reads for interest."""

    connection: Connection

    def late_debt(self, document_id: int) -> LateDebt:
        """Return a debit as interest sees it: its items and what stands settled of them.

        Raises:
            NotFound: there is none of this id.
        """
        wanted = {"id": document_id}
        row = self.connection.execute(text(_DEBT), wanted).first()
        if row is None:
            raise NotFound(record=f"document/{document_id}")
        payments = self.connection.execute(text(_PAYMENTS), wanted).all()
        items = self.connection.execute(text(_ITEMS), wanted).all()
        return _late_debt(row, tuple(_item(item, payments) for item in items))

    def late_debts(self, document_ids: Sequence[int]) -> dict[int, LateDebt]:
        """Return debits as interest sees them, many at once."""
        found: dict[int, LateDebt] = {}
        for ids in _chunks(document_ids):
            payments: dict[int, list[Any]] = defaultdict(list)
            for one in self._of(_PAYMENTS_OF, ids):
                payments[one[0]].append(one)
            items: dict[int, list[LateItem]] = defaultdict(list)
            for one in self._of(_ITEMS_OF, ids):
                items[one[5]].append(_item(one, payments.get(one[0], ())))
            for row in self._of(_DEBTS, ids):
                found[row[0]] = _late_debt(row, tuple(items[row[0]]))
        return found

    def claims_of(self, document_ids: Sequence[int]) -> dict[int, list[Claimed]]:
        """Return the claims of interest on debits that stand; debits without one are left out."""
        found: dict[int, list[Claimed]] = defaultdict(list)
        for ids in _chunks(document_ids):
            for row in self._of(_CLAIMS_OF, ids):
                found[row[6]].append(_claimed(row))
        return found

    def _of(self, sql: str, ids: str) -> list[tuple[Any, ...]]:
        """Return rows as SQLite's own tuples: there may be tens of thousands."""
        driver: Any = self.connection.connection.driver_connection
        found: list[tuple[Any, ...]] = driver.execute(sql.format(ids=ids)).fetchall()
        return found

    def find_debit(self, number: str) -> int | None:
        """Return the document of a number that bears interest: an invoice before others."""
        found = self.connection.scalar(text(_FIND), {"number": number})
        return None if found is None else int(found)

    def reference_rates(self) -> list[KnownRate]:
        """Return the reference rates entered in the book, by table and day."""
        sql = "SELECT source, from_on, percent, note FROM reference_rate ORDER BY source, from_on"
        return [
            KnownRate(
                source=Source(row[0]),
                from_on=date.fromisoformat(row[1]),
                percent=Decimal(row[2]),
                note=row[3],
                entered=True,
            )
            for row in self.connection.execute(text(sql))
        ]

    def interest_claims(self, document_id: int) -> list[Claimed]:
        """Return the claims of interest on a debit that stand, by period."""
        rows = self.connection.execute(text(_CLAIMS), {"id": document_id})
        return [_claimed(row) for row in rows]


class InterestReader(InterestReads):
    """Reads for interest over a connection of the read side."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection


class InterestWrites(InterestReads):
    """What a unit of work keeps of interest."""

    _operation_id: int

    def insert(self, table: Table, **values: Any) -> int:
        """Insert one row and return its id."""
        raise NotImplementedError

    def add_reference_rate(self, rate: KnownRate) -> None:
        """Keep a rate; a day's rate given again replaces it."""
        table, day = reference_rate, rate.from_on.isoformat()
        mine = (table.c.source == rate.source.value) & (table.c.from_on == day)
        self.connection.execute(table.delete().where(mine))
        self.insert(
            table,
            source=rate.source.value,
            from_on=day,
            percent=str(rate.percent),
            note=rate.note,
            operation_id=self._operation_id,
        )

    def add_interest_claim(
        self,
        document_id: int,
        invoice_id: int,
        period: tuple[date, date],
        value: Mapping[str, Any],
    ) -> None:
        """Keep what a debit note of interest claims: invoice, days, computation."""
        self.insert(
            interest_claim,
            document_id=document_id,
            invoice_id=invoice_id,
            from_on=period[0].isoformat(),
            to_on=period[1].isoformat(),
            value=to_json(value),
            operation_id=self._operation_id,
        )


def _chunks(document_ids: Sequence[int]) -> Iterator[str]:
    """Yield ids as lists for SQL, so many at a time."""
    for start in range(0, len(document_ids), _CHUNK):
        yield ", ".join(str(int(one)) for one in document_ids[start : start + _CHUNK])


def _late_debt(row: Sequence[Any], items: tuple[LateItem, ...]) -> LateDebt:
    document_id, kind, number, customer_id, currency, issued_on, delivered_on, claim, voided = row
    return LateDebt(
        document_id=document_id,
        kind=_KINDS[kind],
        number=number,
        customer_id=customer_id,
        currency=currency,
        issued_on=date.fromisoformat(issued_on),
        items=items,
        delivered_on=_day(delivered_on),
        claim=ClaimKind(claim) if claim else None,
        voided=bool(voided),
    )


def _item(row: Any, payments: Sequence[Any]) -> LateItem:
    return LateItem(
        id=row[0],
        seq=row[1],
        parts=row[2],
        due_on=_day(row[3]),
        amount=row[4],
        payments=tuple(
            Payment(date.fromisoformat(on), minor) for item, on, minor in payments if item == row[0]
        ),
    )


def _claimed(row: Any) -> Claimed:
    from_on, to_on = date.fromisoformat(row[2]), date.fromisoformat(row[3])
    return Claimed(
        document_id=row[0],
        number=row[1],
        from_on=from_on,
        to_on=to_on,
        amount=row[4],
        asked=question_from(json.loads(row[5]), from_on, to_on),
    )


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)
