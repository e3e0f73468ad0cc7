"""Posting the plan into a book: the services' own rules, a month to an operation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Final

from domain.customer import Customer
from domain.disputes import Dispute, DisputeKind, Outcome, Settlement
from domain.matching.values import Part
from domain.money import Money
from domain.ports import Book, Progress, UnitOfWork
from domain.sample.events import (
    Cancelling,
    Closing,
    Event,
    Objection,
    Offset,
    Payment,
    Piece,
    Sale,
)
from domain.services import disputes, posting, receipts
from domain.services.customers import check_customer
from domain.services.posting import Entry
from domain.services.receipts import ReceiptEntry, Use
from domain.values import dumps

#: Header under which an imported e-invoice number would be kept.
TAX_INVOICE: Final = "数电票号码"
#: Who looks into a dispute of a kind; the bookkeeper the others.
_OWNERS: Final = {DisputeKind.QUALITY: "质检 何工", DisputeKind.QUANTITY: "仓库 孙主管"}


class Writer:
    """Posts events by date and remembers which of the plan's keys became which document."""

    def __init__(self, book: Book, user: str) -> None:
        self._book = book
        self._user = user
        self._customers: dict[int, int] = {}
        self._documents: dict[str, int] = {}
        self._numbers: dict[str, str] = {}
        self._disputes: dict[Objection, int] = {}

    def write_customers(self, customers: Sequence[Customer]) -> None:
        """Add all customers in one operation."""
        with self._book.unit_of_work(self._user) as uow:
            uow.begin("sample.customers", {"count": len(customers)})
            for place, customer in enumerate(customers, start=1):
                customer_id = uow.add_customer(check_customer(customer))
                uow.changed("customer", customer_id, None, dumps(customer))
                self._customers[place] = customer_id
            uow.commit()

    def write_rates(self, currency: str, rates: Sequence[tuple[date, Decimal]]) -> None:
        """Keep the exchange rates in one operation."""
        with self._book.unit_of_work(self._user) as uow:
            uow.begin("sample.rates", {"currency": currency, "count": len(rates)})
            for on, rate in rates:
                uow.add_rate(currency, on, rate)
            uow.commit()

    def write_events(self, events: Sequence[Event], progress: Progress) -> None:
        """Post the events, a month to an operation; the first operation takes the openings.

        Money that a bank statement brings in is left to :mod:`domain.sample.banking`.
        """
        done = 0
        for month, group in groupby(events, key=lambda event: event.on.replace(day=1)):
            found = list(group)
            with self._book.unit_of_work(self._user) as uow:
                uow.begin("sample.month", {"month": month.isoformat()[:7], "count": len(found)})
                for event in found:
                    self._write(uow, event)
                uow.commit()
            done += len(found)
            progress(done, len(events))

    def _write(self, uow: UnitOfWork, event: Event) -> None:
        match event:
            case Sale():
                self._sell(uow, event)
            case Payment():
                self._receive(uow, event)
            case Offset():
                credit = uow.document_items(self._documents[event.credit])[0]
                receipts.apply_uses(uow, credit.id, [self._use(uow, event.piece)], event.on)
            case Objection():
                self._contest(uow, event)
            case Closing():
                self._settle(uow, event)
            case Cancelling():
                posting.post_void(uow, self._documents[event.about], event.on, event.reason)

    def _contest(self, uow: UnitOfWork, event: Objection) -> None:
        value = Dispute(
            item_id=self._item(uow, event.key, event.seq),
            amount=event.amount,
            kind=event.kind,
            reason=event.reason,
            note=event.note,
            owner=_OWNERS.get(event.kind, self._user),
            opened_on=event.on,
        )
        self._disputes[event] = disputes.mark_disputed(uow, value)

    def _settle(self, uow: UnitOfWork, event: Closing) -> None:
        dispute_id, given_in = self._disputes[event.about], bool(event.credit)
        value = Settlement(
            outcome=Outcome.ACCEPTED if given_in else Outcome.REJECTED,
            text="核对属实，开红字" if given_in else "与签收单、合同不符，不予认可",
        )
        disputes.decide(uow, dispute_id, value, event.on)
        if given_in:
            uow.add_dispute_credit(dispute_id, self._documents[event.credit])
            uow.close_dispute(dispute_id, event.on)

    def _sell(self, uow: UnitOfWork, sale: Sale) -> None:
        document = posting.document_from(
            uow,
            Entry(
                kind=sale.kind,
                customer_id=self._customers[sale.customer],
                issued_on=sale.on,
                amount=Money(sale.amount, sale.currency),
                number=sale.tax_invoice if sale.numbered_by_tax else "",
                terms=sale.terms,
                tax=sale.tax,
                order_number=sale.order_number,
                contract_number=sale.contract_number,
                delivered_on=sale.delivered_on,
                description=self._described(sale),
            ),
        )
        if sale.tax_invoice and not sale.numbered_by_tax:
            document = replace(document, extra={TAX_INVOICE: sale.tax_invoice})
        self._documents[sale.key] = posting.post_document(uow, document)
        self._numbers[sale.key] = document.number

    def _described(self, sale: Sale) -> str:
        """Return the text; a note begins with the invoice it belongs to."""
        return f"{self._numbers[sale.about]} {sale.description}" if sale.about else sale.description

    def _receive(self, uow: UnitOfWork, payment: Payment) -> None:
        entry = ReceiptEntry(
            customer_id=self._customers[payment.customer],
            received_on=payment.on,
            amount=Money(payment.amount, payment.currency),
            method=payment.method,
            reference=bank_reference(payment),
            payer=payment.payer,
            payer_account=payment.payer_account,
            description=self.bank_text(payment),
        )
        pieces = payment.pieces if payment.applied else ()
        receipts.post_receipt(uow, entry, [self._use(uow, piece) for piece in pieces])

    def parts(self, uow: UnitOfWork, payment: Payment) -> tuple[Part, ...]:
        """Return what a payment pays, as the matching of a bank line books it."""
        return tuple(
            Part(
                item_id=self._item(uow, piece.key, piece.seq),
                minor=piece.minor,
                discount=piece.discount,
                difference=piece.write_off,
            )
            for piece in payment.pieces
        )

    def customer(self, payment: Payment) -> int:
        """Return the customer who paid."""
        return self._customers[payment.customer]

    def bank_text(self, payment: Payment) -> str:
        """Return what the payer wrote: the last digits of the invoices, as people do."""
        ends = dict.fromkeys(self._numbers[piece.key][-4:] for piece in payment.pieces)
        return f"{payment.note} {' '.join(ends)}".strip()

    def _use(self, uow: UnitOfWork, piece: Piece) -> Use:
        return Use(
            item_id=self._item(uow, piece.key, piece.seq),
            minor=piece.minor,
            discount=piece.discount,
            write_off=piece.write_off,
        )

    def _item(self, uow: UnitOfWork, key: str, seq: int) -> int:
        return uow.document_items(self._documents[key])[seq - 1].id


def bank_reference(payment: Payment) -> str:
    """Return a made-up bank serial of the day."""
    serial = (payment.amount * 31 + payment.customer * 977) % 10**6
    return f"{payment.on:%Y%m%d}00{serial:06d}"
