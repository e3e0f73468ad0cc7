"""What a batch would book, line by line: read once, shown, and booked exactly so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from domain.listing import InflowRow, ItemRow, ListFilter
from domain.matching.values import Part, Payment
from domain.ports import BookReader
from domain.services.bank import Booking
from domain.services.matching import used_items
from ui.receipts.data import ALL_KNOWN, Party


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPart:
    """One document that a line pays; amounts in minor units, ``left`` what stays open."""

    key: str
    booking: int
    number: str
    customer: str
    currency: str
    minor: int
    discount: int = 0
    fee: int = 0
    difference: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedLine:
    """One line of the batch: the money, for whom it is booked, what is left of it."""

    booking: Booking
    inflow: InflowRow
    party: Party
    parts: tuple[PlannedPart, ...]
    rest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much a batch is, for the bar: lines, sums by currency, documents, what is left."""

    lines: int = 0
    documents: int = 0
    sums: Mapping[str, int] = field(default_factory=dict)
    rests: Mapping[str, int] = field(default_factory=dict)


def size_of(bookings: Sequence[Booking], payments: Mapping[int, Payment]) -> Size:
    """Return how much bookings are; ``rests`` names only currencies with something left."""
    sums: dict[str, int] = {}
    rests: dict[str, int] = {}
    for one in bookings:
        payment = payments[one.key]
        sums[payment.currency] = sums.get(payment.currency, 0) + payment.minor
        rest = payment.minor - paid_by(one.parts)
        if rest:
            rests[payment.currency] = rests.get(payment.currency, 0) + rest
    return Size(lines=len(bookings), documents=len(used_items(bookings)), sums=sums, rests=rests)


def paid_by(parts: Sequence[Part]) -> int:
    """Return what parts take of the money: debits less the credit notes put against them."""
    return sum(-part.minor if part.is_credit else part.minor for part in parts)


def read_plan(reader: BookReader, bookings: Sequence[Booking]) -> list[PlannedLine]:
    """Return what bookings do, in their order."""
    where = ListFilter(as_of=ALL_KNOWN)
    inflows = reader.inflows.rows([one.key for one in bookings], where)
    items = reader.items.rows(sorted(used_items(bookings)), where)
    parties: dict[int, Party] = {}
    for one in bookings:
        if one.customer_id not in parties:
            customer = reader.customer(one.customer_id)
            parties[one.customer_id] = Party(
                id=one.customer_id, name=customer.name, name_en=customer.name_en
            )
    return [_line(one, inflows[one.key], parties[one.customer_id], items) for one in bookings]


def _line(
    booking: Booking, inflow: InflowRow, party: Party, items: Mapping[int, ItemRow]
) -> PlannedLine:
    return PlannedLine(
        booking=booking,
        inflow=inflow,
        party=party,
        parts=tuple(_part(booking, part, items[part.item_id]) for part in booking.parts),
        rest=inflow.open - paid_by(booking.parts),
    )


def _part(booking: Booking, part: Part, row: ItemRow) -> PlannedPart:
    paid = -part.minor if part.is_credit else part.minor
    return PlannedPart(
        key=f"{booking.key}/{part.item_id}",
        booking=booking.key,
        number=row.label,
        customer=row.customer_name,
        currency=row.currency,
        minor=paid,
        discount=part.discount,
        fee=part.fee,
        difference=part.difference,
        left=row.open - paid - part.discount - part.fee - part.difference,
    )
