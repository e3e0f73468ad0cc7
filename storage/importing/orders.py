"""Orders from a table: new ones taken down, known ones brought up to what the file says.

Orders come from where they were taken: the credit check tells of them, it refuses none.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from domain.credit.orders import OpenOrder
from domain.reading import codes
from domain.reading.order_records import OrderRecord, orders
from domain.reading.result import Problem
from domain.services.records import add_record
from storage.importing.bulk import Counts, Desk

#: Later than any record: what is known is known.
_EVER: Final = date.max

Key = tuple[int, str]


def book_orders(desk: Desk) -> Counts:
    """Book the orders of a table; a row that says what the book knows changes nothing.

    What has changed holds from the file's day of delivery on, else from the day of the
    import. A number that stands in several rows with different figures is refused in all.
    """
    counts = Counts()
    found = _unambiguous(desk, orders(desk.reader))
    known = _known(desk)
    for record in found:
        customer = desk.customer(record.customer, record.customer_name, record.currency)
        if isinstance(customer, Problem):
            desk.reader.refuse(record.place, "customer", customer, record.customer)
            continue
        currency = record.currency or desk.currency_of(customer)
        _book(desk, known, customer, record._replace(currency=currency), counts)
    return counts


def _unambiguous(desk: Desk, found: list[OrderRecord]) -> list[OrderRecord]:
    """Leave out rows of a number with different figures, and repetitions."""
    first: dict[tuple[str, str], OrderRecord] = {}
    torn: set[tuple[str, str]] = set()
    for record in found:
        one = first.setdefault((record.customer, record.number), record)
        if one[1:] != record[1:]:
            torn.add((record.customer, record.number))
    for record in found:
        if (record.customer, record.number) in torn:
            problem = Problem(codes.NUMBER_AMBIGUOUS, {"number": record.number})
            desk.reader.refuse(record.place, "number", problem, record.number)
    kept = {one.place for key, one in first.items() if key not in torn}
    return [record for record in found if record.place in kept]


def _known(desk: Desk) -> dict[Key, tuple[OpenOrder, date]]:
    """Return the orders of the book as they stand, with the day of their last record."""
    chain = desk.uow.records(OpenOrder, up_to=_EVER)
    return {
        (record.customer_id, record.value.number): (record.value, record.dated_on)
        for record in chain
        if record.customer_id is not None
    }


def _book(
    desk: Desk,
    known: dict[Key, tuple[OpenOrder, date]],
    customer_id: int,
    record: OrderRecord,
    counts: Counts,
) -> None:
    key = customer_id, record.number
    if key not in known:
        value = _merged(_fresh(record), record)
        on = record.ordered_on
        counts.added += 1
    else:
        before, since = known[key]
        value = _merged(before, record)
        if value == before:
            counts.unchanged += 1
            return
        on = max(record.delivered_on or date.today(), since)
        counts.updated += 1
    add_record(desk.uow, value, customer_id=customer_id, dated_on=on)
    known[key] = value, on


def _fresh(record: OrderRecord) -> OpenOrder:
    return OpenOrder(
        number=record.number,
        currency=record.currency,
        amount=record.amount,
        ordered_on=record.ordered_on,
    )


def _merged(order: OpenOrder, record: OrderRecord) -> OpenOrder:
    """Return an order as the file has it; what the file does not say stays."""
    return replace(
        order,
        currency=record.currency,
        amount=record.amount,
        ordered_on=record.ordered_on,
        expected_on=record.expected_on or order.expected_on,
        delivered=order.delivered if record.delivered is None else record.delivered,
        closed=order.closed if record.closed is None else record.closed,
        invoices=record.invoices or order.invoices,
        note=record.description or order.note,
    )
