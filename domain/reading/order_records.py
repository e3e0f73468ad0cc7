"""Rows of a table of orders to records ready for the book."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from domain.reading import codes
from domain.reading.cells import read_list
from domain.reading.records import TableReader
from domain.reading.result import Problem
from domain.reading.words import is_closed


class OrderRecord(NamedTuple):
    """A row of ``orders``; amounts positive and gross.

    ``delivered`` and ``closed`` are None where the file has no such column: what the book
    knows of them stays. ``delivered_on`` is the day of the latest delivery.
    """

    place: int
    number: str
    customer: str
    customer_name: str
    ordered_on: date
    currency: str
    amount: int
    delivered: int | None
    expected_on: date | None
    delivered_on: date | None
    invoices: tuple[str, ...]
    closed: bool | None
    description: str


def orders(reader: TableReader) -> list[OrderRecord]:
    """Return the orders of a table; nothing ordered, or less than nothing delivered, is refused."""
    numbers, currencies = reader.numbers_of("number"), reader.currencies()
    who, names = reader.numbers_of("customer"), reader.texts("customer_name")
    owners = [a or b for a, b in zip(who, names, strict=True)]
    days, amounts = reader.dates("date"), reader.amounts("amount", currencies, owners)
    delivered = reader.amounts("delivered", currencies, owners)
    expected, shipped = reader.dates("expected_date"), reader.dates("delivery_date")
    invoices, states = reader.column("invoices"), reader.column("status")
    descriptions = reader.texts("description")
    for name, column in (
        ("number", numbers),
        ("customer", owners),
        ("date", days),
        ("amount", amounts),
    ):
        reader.require(name, column)
    records = []
    for index in range(len(reader.rows)):
        ordered_on, amount = days[index], amounts[index]
        if index in reader.rejected or ordered_on is None or amount is None:
            continue
        if amount <= 0 or (delivered[index] or 0) < 0:
            name = "amount" if amount <= 0 else "delivered"
            reader.refuse(index, name, Problem(codes.AMOUNT_NOT_POSITIVE), str(amount))
            continue
        records.append(
            OrderRecord(
                index,
                numbers[index],
                owners[index],
                names[index],
                ordered_on,
                currencies[index],
                amount,
                (delivered[index] or 0) if reader.has("delivered") else None,
                expected[index],
                shipped[index],
                read_list(invoices[index]),
                is_closed(states[index]) if reader.has("status") else None,
                descriptions[index],
            )
        )
    return records
