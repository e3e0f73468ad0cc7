"""What a customer's exposure consists of: the documents of each component."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from domain.credit.check_parts import SecurityPart, is_money
from domain.credit.exposure import Part
from domain.listing import BillRow, ItemRow, ListFilter, Order
from domain.ports import BookReader
from domain.record import Record
from domain.services.credit_check import exposures


@dataclass(frozen=True, slots=True, kw_only=True)
class ExposureLine:
    """A document with what of it is exposure (positive, also where it lessens).

    ``address`` opens it in the window, "" where it has no page.
    """

    part: Part
    address: str
    number: str
    on: date
    due_on: date | None
    currency: str
    amount: int


def exposure_lines(
    reader: BookReader, customer_id: int, on: date
) -> dict[Part, list[ExposureLine]]:
    """Return the documents of every component; their sums are the components."""
    found: dict[Part, list[ExposureLine]] = defaultdict(list)
    returned = reader.returned_items(on, customer_id)
    for row in reader.open_items(on, customer_id=customer_id):
        for line in _of_item(row, returned.get(row.id, 0)):
            found[line.part].append(line)
    others = (_orders, _bills, _deposits)
    for line in (line for read in others for line in read(reader, customer_id, on)):
        found[line.part].append(line)
    return dict(found)


def _of_item(row: ItemRow, returned: int) -> list[ExposureLine]:
    if row.open < 0:
        return [_line(Part.UNAPPLIED, row, -row.open)]
    late = (row.days_overdue or 0) > 0
    rest = _line(Part.OVERDUE if late else Part.NOT_DUE, row, row.open - returned)
    back = _line(Part.RETURNED, row, returned)
    return [one for one in (rest, back) if one.amount]


def _line(part: Part, row: ItemRow, minor: int) -> ExposureLine:
    place = "receipt" if row.kind == "receipt" else "invoice"
    return ExposureLine(
        part=part,
        address=f"{place}/{row.document_id if place == 'receipt' else row.id}",
        number=row.label,
        on=row.issued_on,
        due_on=row.due_on,
        currency=row.currency,
        amount=minor,
    )


def _orders(reader: BookReader, customer_id: int, on: date) -> list[ExposureLine]:
    return [
        ExposureLine(
            part=part,
            address="",
            number=state.order.number,
            on=state.order.ordered_on,
            due_on=state.order.expected_on,
            currency=state.order.currency,
            amount=minor,
        )
        for state in reader.order_states(on, customer_ids=[customer_id])
        for part, minor in ((Part.ORDERS, state.to_deliver), (Part.DELIVERIES, state.to_invoice))
        if minor
    ]


def _bills(reader: BookReader, customer_id: int, on: date) -> list[ExposureLine]:
    where = ListFilter(as_of=on, state="exposed", customer_id=customer_id)
    ids = reader.bills.ids(where, Order("due_on"))
    rows: list[BillRow] = [*reader.bills.rows(ids, where).values()]
    return [
        ExposureLine(
            part=Part.BILLS,
            address=f"bill/{row.id}",
            number=row.number,
            on=row.received_on,
            due_on=row.due_on,
            currency=row.currency,
            amount=row.exposed,
        )
        for row in rows
    ]


def _deposits(reader: BookReader, customer_id: int, on: date) -> list[ExposureLine]:
    """Return the deposits that come off, the latest first, as far as they do."""
    left = {
        one.currency: one.part(Part.DEPOSITS)
        for one in exposures(reader, on, customer_ids=[customer_id])
    }
    base = reader.base_currency()
    lines = []
    kept = reader.records(SecurityPart, customer_id=customer_id, up_to=on)
    for record in reversed([one for one in kept if is_money(one, on)]):
        currency = record.value.currency or base
        minor = min(record.value.amount or 0, left.get(currency, 0))
        if minor:
            left[currency] -= minor
            lines.append(_deposit(record, currency, minor))
    return lines


def _deposit(record: Record[SecurityPart], currency: str, minor: int) -> ExposureLine:
    return ExposureLine(
        part=Part.DEPOSITS,
        address="",
        number=record.value.number,
        on=record.dated_on,
        due_on=record.ends_on,
        currency=currency,
        amount=minor,
    )
