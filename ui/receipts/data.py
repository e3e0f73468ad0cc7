"""Reading what the receipts screen shows of one inflow, receipt or credit note."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from domain.allocation import OpenItem
from domain.document import Kind, Status
from domain.listing import AllocationRow, InflowRow, InvoiceDetail
from domain.matching.learning import learn
from domain.matching.payments import payment_of
from domain.matching.values import Answer, Proposal
from domain.ports import BookReader
from domain.services.receipts import (
    DEFAULT_BANK_FEE_LIMIT,
    DEFAULT_WRITE_OFF_LIMIT,
    customer_spread,
)
from ui import format as fmt
from ui.receipts.draft import Limits, Source

#: After all facts known: what can be allocated does not depend on the date shown.
ALL_KNOWN: Final = date(9999, 12, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A customer by its names."""

    id: int
    name: str
    name_en: str = ""

    def named(self, language: str) -> str:
        """Return the name for the window's language."""
        return fmt.name(self.name, self.name_en, language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """For whom an account or name has paid before, and how often that was confirmed."""

    kind: str
    party: Party
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Money that came in (or a credit note) with everything the pane shows of it.

    ``debits`` and ``credits`` are those of every customer that could be meant;
    ``proposals`` are those that the book still allows.
    """

    source: Source
    kind: str
    inflow: InflowRow | None = None
    parties: dict[int, Party] = field(default_factory=dict)
    method: str = ""
    reference: str = ""
    payer: str = ""
    description: str = ""
    debits: tuple[OpenItem, ...] = ()
    credits: tuple[OpenItem, ...] = ()
    others: tuple[OpenItem, ...] = ()
    allocations: tuple[AllocationRow, ...] = ()
    limits: Limits = field(default_factory=Limits)
    base: str = "CNY"
    voided: bool = False
    proposals: tuple[Proposal, ...] = ()
    memories: tuple[Memory, ...] = ()

    def customer(self, language: str) -> str:
        """Return the customer's name, "" where nobody knows yet."""
        party = self.parties.get(self.source.customer_id)
        return "" if party is None else party.named(language)


def read_document(reader: BookReader, document_id: int, *, answer: Answer | None = None) -> Case:
    """Read a receipt or credit note by its document.

    Raises:
        NotFound: there is none.
    """
    detail = reader.invoice_detail(document_id, ALL_KNOWN)
    if detail.row.kind == Kind.RECEIPT:
        return read_case(reader, -document_id, answer=answer)
    open_ = _read_open(reader, [detail.row.customer_id], detail.row.currency)
    return _case_of(reader, detail, open_)


def read_case(
    reader: BookReader,
    key: int,
    *,
    answer: Answer | None = None,
    customer_id: int | None = None,
    added: Sequence[int] = (),
) -> Case:
    """Read an inflow with its proposals and the open documents of whoever could have paid.

    ``customer_id`` is who a person says has paid; ``added`` further customers of a split.

    Raises:
        NotFound: there is none of this key.
    """
    inflow = reader.inflow(key, ALL_KNOWN)
    proposals = () if answer is None or inflow.open <= 0 else answer.proposals
    best = proposals[0].customer_id if proposals else 0
    main = inflow.customer_id or customer_id or best
    wanted = [one for one in (main, *added, *(p.customer_id for p in proposals)) if one]
    open_ = _read_open(reader, wanted, inflow.currency)
    _add_owners(reader, open_, proposals, inflow.currency)
    usable = tuple(one for one in proposals if _holds(one, open_))
    if inflow.document_id is not None:
        detail = reader.invoice_detail(inflow.document_id, ALL_KNOWN)
        return _case_of(reader, detail, open_, inflow, usable)
    source = Source(
        key=key,
        item_id=None,
        document_id=None,
        number=inflow.serial,
        customer_id=main,
        currency=inflow.currency,
        amount=inflow.amount,
        available=max(0, inflow.open),
        on=inflow.booked_on,
    )
    return Case(
        source=source,
        kind="line",
        inflow=inflow,
        parties=_parties(reader, open_.debits.keys()),
        payer=inflow.name,
        description=inflow.text,
        debits=open_.all_debits(),
        credits=open_.notes(),
        others=open_.others(main, None),
        limits=read_limits(reader),
        base=reader.base_currency(),
        proposals=usable,
        memories=_memories(reader, inflow),
    )


def _case_of(
    reader: BookReader,
    detail: InvoiceDetail,
    open_: _Open,
    inflow: InflowRow | None = None,
    proposals: tuple[Proposal, ...] = (),
) -> Case:
    """Return a receipt or credit note that is in the book."""
    row, is_receipt = detail.row, detail.row.kind == Kind.RECEIPT
    voided = row.status == Status.VOID
    return Case(
        source=Source(
            key=-row.document_id if is_receipt else None,
            item_id=detail.items[0].id,
            document_id=row.document_id,
            number=row.number,
            customer_id=row.customer_id,
            currency=row.currency,
            amount=-row.amount,
            available=max(0, -row.open),
            on=row.issued_on,
            is_receipt=is_receipt,
        ),
        kind=row.kind,
        inflow=inflow,
        parties=_parties(reader, open_.debits.keys()),
        method=detail.method,
        reference=detail.reference,
        payer=detail.payer,
        description=row.description if inflow is None else inflow.text,
        debits=open_.all_debits(),
        credits=open_.notes() if is_receipt else (),
        others=open_.others(row.customer_id, row.document_id),
        allocations=() if voided else tuple(_newest_first(detail.allocations)),
        limits=read_limits(reader),
        base=reader.base_currency(),
        voided=voided,
        proposals=proposals,
        memories=() if inflow is None else _memories(reader, inflow),
    )


# open documents of whoever could be meant


@dataclass(frozen=True, slots=True)
class _Open:
    """Open debits and credits by customer."""

    debits: dict[int, list[OpenItem]]
    credits: dict[int, list[OpenItem]]

    def all_debits(self) -> tuple[OpenItem, ...]:
        return tuple(one for items in self.debits.values() for one in items)

    def notes(self) -> tuple[OpenItem, ...]:
        """Return the credit notes: they can be put against the debits together with money."""
        every = (one for items in self.credits.values() for one in items)
        return tuple(one for one in every if one.kind is Kind.CREDIT_NOTE)

    def others(self, customer_id: int, document_id: int | None) -> tuple[OpenItem, ...]:
        """Return what else of a customer could be allocated: money, beside its credit notes."""
        mine = self.credits.get(customer_id, [])
        money = (one for one in mine if one.kind is not Kind.CREDIT_NOTE)
        return tuple(one for one in money if one.document_id != document_id)

    def item(self, item_id: int) -> OpenItem | None:
        """Return an open document by its item."""
        groups = (*self.debits.values(), *self.credits.values())
        return next((one for items in groups for one in items if one.id == item_id), None)


def _read_open(reader: BookReader, customers: Iterable[int], currency: str) -> _Open:
    found = _Open({}, {})
    for customer_id in dict.fromkeys(customers):
        found.debits[customer_id] = reader.open_debits(customer_id, currency)
        found.credits[customer_id] = reader.open_credits(customer_id, currency)
    return found


def _add_owners(
    reader: BookReader, open_: _Open, proposals: Sequence[Proposal], currency: str
) -> None:
    """Add the customers whose documents proposals name: of a group there can be several."""
    ids = {part.item_id for one in proposals for part in one.parts}
    far = sorted(item_id for item_id in ids if open_.item(item_id) is None)
    owners = {reader.item(item_id, ALL_KNOWN).customer_id for item_id in far}
    more = _read_open(reader, sorted(owners - open_.debits.keys()), currency)
    open_.debits.update(more.debits)
    open_.credits.update(more.credits)


def _holds(proposal: Proposal, open_: _Open) -> bool:
    """Return whether the book still has open what a proposal pays."""
    for part in proposal.parts:
        one = open_.item(part.item_id)
        if one is None or part.minor + part.discount + part.difference + part.fee > abs(one.open):
            return False
    return True


def _parties(reader: BookReader, customers: Iterable[int]) -> dict[int, Party]:
    found = {}
    for customer_id in customers:
        one = reader.customer(customer_id)
        found[customer_id] = Party(id=customer_id, name=one.name, name_en=one.name_en)
    return found


def _memories(reader: BookReader, inflow: InflowRow) -> tuple[Memory, ...]:
    """Return for whom this account (else this name) has paid before, most often first."""
    keys = {(one.kind, one.key) for one in learn(payment_of(inflow), 0)}
    rows = [row for row in reader.learned() if (row.kind, row.key) in keys]
    for kind in ("account", "name"):
        mine = [row for row in rows if row.kind == kind]
        if mine:
            mine.sort(key=lambda row: -row.count)
            return tuple(
                Memory(
                    kind=kind,
                    party=_parties(reader, [row.customer_id])[row.customer_id],
                    count=row.count,
                )
                for row in mine
            )
    return ()


def _newest_first(rows: Sequence[AllocationRow]) -> list[AllocationRow]:
    """Return allocations newest first, live ones before undone ones."""
    return sorted(rows, key=lambda one: (one.reversed_on is not None, -one.id))


def read_limits(reader: BookReader) -> Limits:
    """Return up to how many minor units a rest may be closed, and by what."""
    return Limits(
        difference=int(reader.setting("write_off_limit", DEFAULT_WRITE_OFF_LIMIT)),
        fee=int(reader.setting("bank_fee_limit", DEFAULT_BANK_FEE_LIMIT)),
    )


# everything, oldest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One allocation that "allocate all" would book."""

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
