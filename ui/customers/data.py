"""What a customer's page shows, read in one go off the GUI thread."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

from domain.customer import Customer
from domain.document import Kind
from domain.listing import CustomerRow, HistoryRow, ItemRow, ListFilter, MonthRow, PaperRow
from domain.papers import AgeingRow
from domain.ports import BookReader
from domain.services import assessments
from ui.records.history import Told, described, told

#: Ageing of the page: finer than the list, as a collector looks at it.
LIMITS: Final = (30, 60, 90, 180)
MONTHS: Final = 24
#: Days of movements shown at first, and then everything.
PERIODS: Final = {"year": 365, "two_years": 730, "all": 36_500}


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """A customer in one currency on a date."""

    row: CustomerRow
    customer: Customer
    currencies: tuple[str, ...]
    currency: str
    ageing: AgeingRow
    months: tuple[MonthRow, ...]
    before: int
    items: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """A line of the account: debit or credit and the balance after it."""

    id: int
    item_id: int
    document_id: int
    on: date
    kind: str
    number: str
    due_on: date | None
    text: str
    debit: int
    credit: int
    balance: int
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A line of the history: when, who, what, and what became what."""

    id: int
    at_utc: str
    user: str
    kind: str
    fields: tuple[tuple[str, str, str], ...]
    told: tuple[Told, ...] = ()


def read_overview(
    reader: BookReader, customer_id: int, currency: str | None, as_of: date
) -> Overview:
    """Read the overview; the customer's own currency where none is asked for."""
    row = with_grades(reader, {customer_id: reader.customer_row(customer_id, as_of)}, as_of)[
        customer_id
    ]
    known = reader.currencies(customer_id) or [row.currency]
    chosen = (
        currency if currency in known else (row.currency if row.currency in known else known[0])
    )
    months = reader.months(customer_id, chosen, as_of, MONTHS)
    first = months[0].month if months else as_of
    return Overview(
        row=row,
        customer=reader.customer(customer_id),
        currencies=tuple(known),
        currency=chosen,
        ageing=_ageing(reader, customer_id, chosen, as_of, row),
        months=tuple(months),
        before=reader.balance_before(customer_id, chosen, first),
        items=tuple(reader.open_items(as_of, customer_id=customer_id, currency=chosen)),
    )


def with_grades(
    reader: BookReader, rows: Mapping[int, CustomerRow], as_of: date
) -> dict[int, CustomerRow]:
    """Return rows of the list with the grades of their customers, read at one go."""
    found = assessments.grade_on(reader, as_of, list(rows))
    return {key: replace(row, graded=found.get(key)) for key, row in rows.items()}


class GradedCustomers:
    """The list of customers, each page of rows with its grades."""

    def __init__(self, reader: BookReader) -> None:
        self._reader = reader
        self.ids = reader.customers.ids
        self.count = reader.customers.count
        self.totals = reader.customers.totals

    def rows(self, ids: Sequence[int], where: ListFilter) -> dict[int, CustomerRow]:
        """Return rows by id, as of the filter's date."""
        return with_grades(self._reader, self._reader.customers.rows(ids, where), where.as_of)


def _ageing(
    reader: BookReader, customer_id: int, currency: str, as_of: date, row: CustomerRow
) -> AgeingRow:
    for found in reader.ageing(as_of, limits=LIMITS, customer_id=customer_id):
        if found.currency == currency:
            return found
    none = (0,) * (len(LIMITS) + 3)
    return AgeingRow(
        code=row.code, name=row.name, currency=currency, balance=0, unapplied=0, buckets=none
    )


def read_movements(
    reader: BookReader, customer_id: int, currency: str, as_of: date, period: str
) -> list[Movement]:
    """Read the documents of a period with their running balance, newest first."""
    from_on = as_of - timedelta(days=PERIODS[period])
    balance = reader.balance_before(customer_id, currency, from_on)
    rows = reader.movements(customer_id, currency, from_on, as_of)
    lines = [_brought_forward(balance, from_on, currency)] if balance else []
    for place, row in enumerate(rows, start=1):
        balance += row.amount
        lines.append(_movement(place, row, balance))
    return lines[::-1]


def _brought_forward(balance: int, on: date, currency: str) -> Movement:
    return Movement(
        id=0,
        item_id=0,
        document_id=0,
        on=on,
        kind="brought_forward",
        number="",
        due_on=None,
        text="",
        debit=0,
        credit=0,
        balance=balance,
        currency=currency,
    )


def _movement(place: int, row: ItemRow, balance: int) -> Movement:
    # A voiding takes an invoice back: on the account it stands on the debit side, negative.
    debit = row.amount > 0 if row.kind != Kind.VOID else row.amount < 0
    return Movement(
        id=place,
        item_id=row.id,
        document_id=row.document_id,
        on=row.issued_on,
        kind=row.kind,
        number=row.number,
        due_on=row.due_on,
        text=row.description,
        debit=row.amount if debit else 0,
        credit=0 if debit else -row.amount,
        balance=balance,
        currency=row.currency,
    )


def read_papers(reader: BookReader, customer_id: int) -> list[PaperRow]:
    """Read the papers issued to a customer."""
    return reader.papers(customer_id=customer_id)


def read_history(reader: BookReader, customer_id: int) -> list[Change]:
    """Read what was changed of a customer's master data and file, newest first."""
    rows, base = reader.history(entity="customer", entity_id=customer_id), reader.base_currency()
    return [_change(place, row, base) for place, row in enumerate(rows, start=1)]


def _change(place: int, row: HistoryRow, base: str) -> Change:
    form = described(row.kind)
    if form is not None:
        words = tuple(told(form, row.before, row.after, base))
        return Change(
            id=place, at_utc=row.at_utc, user=row.user, kind=row.kind, fields=(), told=words
        )
    before, after = _fields(row.before), _fields(row.after)
    changed = [
        (key, _text(before.get(key)), _text(after.get(key)))
        for key in {**before, **after}
        if before.get(key) != after.get(key)
        and (before or after.get(key) not in ("", None, [], {}))
    ]
    return Change(id=place, at_utc=row.at_utc, user=row.user, kind=row.kind, fields=tuple(changed))


def _fields(text: str | None) -> dict[str, Any]:
    loaded: Any = text
    # A value may have been kept as JSON inside JSON.
    for _depth in range(2):
        if isinstance(loaded, str):
            try:
                loaded = json.loads(loaded)
            except ValueError:
                return {}
    return loaded if isinstance(loaded, dict) else {}


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(str(one) for one in value)
    return str(value)


def next_code(codes: Iterable[str]) -> str:
    """Return the code after the highest numbered one: C0017 → C0018."""
    best, width, prefix = 0, 4, "C"
    for code in codes:
        head = code.rstrip("0123456789")
        digits = code[len(head) :]
        if digits and int(digits) >= best:
            best, width, prefix = int(digits), len(digits), head
    return f"{prefix}{best + 1:0{width}d}"
