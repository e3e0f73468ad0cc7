"""Reading what the receipts screen shows of one receipt or credit note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.allocation import OpenItem
from domain.document import Kind, Status
from domain.listing import AllocationRow
from domain.ports import BookReader
from domain.services.receipts import DEFAULT_WRITE_OFF_LIMIT, customer_spread
from ui.receipts.draft import Source

#: After all facts known: what can be allocated does not depend on the date shown.
ALL_KNOWN: Final = date(9999, 12, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """A receipt or credit note with everything the pane shows of it."""

    source: Source
    kind: str
    customer_name: str
    customer_name_en: str
    method: str = ""
    reference: str = ""
    payer: str = ""
    description: str = ""
    debits: tuple[OpenItem, ...] = ()
    others: tuple[OpenItem, ...] = ()
    allocations: tuple[AllocationRow, ...] = ()
    limit: int = 0
    base: str = "CNY"
    voided: bool = False


def read_money(reader: BookReader, document_id: int) -> Money:
    """Read a receipt or credit note by its document.

    Raises:
        NotFound: there is none.
    """
    detail = reader.invoice_detail(document_id, ALL_KNOWN)
    row, customer_id = detail.row, detail.row.customer_id
    credits = reader.open_credits(customer_id, row.currency)
    source = Source(
        item_id=detail.items[0].id,
        document_id=document_id,
        number=row.number,
        customer_id=customer_id,
        currency=row.currency,
        amount=-row.amount,
        available=max(0, -row.open),
        on=row.issued_on,
        is_receipt=row.kind == Kind.RECEIPT,
    )
    voided = row.status == Status.VOID
    return Money(
        source=source,
        kind=row.kind,
        customer_name=row.customer_name,
        customer_name_en=row.customer_name_en,
        method=detail.method,
        reference=detail.reference,
        payer=detail.payer,
        description=row.description,
        debits=tuple(reader.open_debits(customer_id, row.currency)),
        others=tuple(one for one in credits if one.document_id != document_id),
        allocations=() if voided else tuple(_paid(detail.allocations)),
        limit=write_off_limit(reader),
        base=reader.base_currency(),
        voided=voided,
    )


def _paid(rows: Sequence[AllocationRow]) -> list[AllocationRow]:
    """Return allocations newest first, live ones before undone ones."""
    return sorted(rows, key=lambda one: (one.reversed_on is not None, -one.id))


def write_off_limit(reader: BookReader) -> int:
    """Return up to how many minor units a small rest may be given up."""
    return int(reader.setting("write_off_limit", DEFAULT_WRITE_OFF_LIMIT))


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One allocation that the batch would book."""

    id: int
    customer: str
    receipt: str
    document: str
    currency: str
    received_on: date
    due_on: date | None
    allocated_on: date
    minor: int
    left: int


def plan_batch(reader: BookReader) -> list[Planned]:
    """Return exactly what "allocate all, oldest first" would book."""
    planned: list[Planned] = []
    for customer_id, currency in reader.unallocated_receipts():
        name = reader.customer(customer_id).name
        for debit, credit, minor in customer_spread(reader, customer_id, currency):
            label = debit.number if debit.parts == 1 else f"{debit.number} ({debit.seq})"
            planned.append(
                Planned(
                    id=len(planned) + 1,
                    customer=name,
                    receipt=credit.number,
                    document=label,
                    currency=currency,
                    received_on=credit.issued_on,
                    due_on=debit.due_on,
                    allocated_on=max(
                        debit.issued_on, credit.issued_on, debit.free_from, credit.free_from
                    ),
                    minor=minor,
                    left=debit.open - minor,
                )
            )
    return planned
