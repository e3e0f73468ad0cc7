"""Orders and deliveries not invoiced yet: what of an order still has to become an invoice.

An order is a chain of records with its number: the first says what was ordered, later ones
what was delivered since, or that nothing more will come. The latest dated up to a day says
how it stood then. What was invoiced is never written down: it is the sum of the invoices
that name the order, so that posting one takes the order's place and nothing counts twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenOrder:
    """An order as it stands from its record's day on; amounts gross in minor units.

    Attributes:
        delivered: what of ``amount`` has been delivered, invoiced or not.
        closed: nothing more will be delivered (cancelled, or delivered short).
        invoices: numbers of invoices that belong to it without naming it themselves.
    """

    KIND: ClassVar[str] = "open_order"

    number: str
    currency: str
    amount: int
    ordered_on: date
    expected_on: date | None = None
    delivered: int = 0
    closed: bool = False
    invoices: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderState:
    """An order as of a day. ``invoiced``: what invoices took of it."""

    record_id: int
    customer_id: int
    order: OpenOrder
    invoiced: int = 0

    @property
    def to_deliver(self) -> int:
        """Ordered, neither delivered nor invoiced; nothing once the order is closed."""
        if self.order.closed:
            return 0
        return max(self.order.amount - max(self.order.delivered, self.invoiced), 0)

    @property
    def to_invoice(self) -> int:
        """Delivered and not invoiced. Worked: 60 of 100 delivered, 40 invoiced: 20."""
        return max(self.order.delivered - self.invoiced, 0)

    @property
    def left(self) -> int:
        """What of the order is exposure and no invoice yet. Worked, as above: 40 + 20 = 60."""
        return self.to_deliver + self.to_invoice


@dataclass(frozen=True, slots=True)
class OrderInvoice:
    """An invoice that belongs to an order (``record_id``), each pair once."""

    record_id: int
    document_id: int
    amount: int


def spread_invoices(
    orders: Iterable[OrderState], invoices: Iterable[OrderInvoice]
) -> list[OrderState]:
    """Return orders with what invoices took of them.

    An invoice that belongs to several orders fills them one after the other, the earliest
    first, each up to what was ordered or delivered of it: no part of it counts for two.
    What is more than all of them stays with the last one.
    """
    by_order: dict[int, list[OrderInvoice]] = defaultdict(list)
    left: dict[int, int] = {}
    last: dict[int, int] = {}
    ordered = sorted(orders, key=lambda one: (one.order.ordered_on, one.record_id))
    for invoice in invoices:
        by_order[invoice.record_id].append(invoice)
        left[invoice.document_id] = invoice.amount
    for state in ordered:
        last |= {one.document_id: state.record_id for one in by_order[state.record_id]}
    return [_filled(state, by_order[state.record_id], left, last) for state in ordered]


def _filled(
    state: OrderState, invoices: list[OrderInvoice], left: dict[int, int], last: dict[int, int]
) -> OrderState:
    room = max(state.order.amount, state.order.delivered)
    taken = 0
    for one in sorted(invoices, key=lambda invoice: invoice.document_id):
        rest = left[one.document_id]
        part = rest if last[one.document_id] == state.record_id else min(rest, room - taken)
        part = max(part, 0)
        left[one.document_id] -= part
        taken += part
    return replace(state, invoiced=taken)
