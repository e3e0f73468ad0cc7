"""Documents of the receivables ledger and the open items they consist of.

A document is posted once and never edited: a wrong one is voided by a reversing
document, a settled one stays. Its amount is signed from the customer's debt:
invoices raise it (positive), receipts and credit notes lower it (negative). It
consists of one or more items, each with its own due date (instalments); what
is open, overdue or settled is derived from items and dated allocations.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from domain.errors import (
    AmountTooLarge,
    DueBeforeIssue,
    MissingField,
    PartsDoNotAdd,
    WrongSign,
)
from domain.money import MAX_MINOR, Money


class Kind(StrEnum):
    """Kinds of documents; the value is what the book and the files store."""

    INVOICE = "invoice"
    DEBIT_NOTE = "debit_note"
    OPENING = "opening"
    CREDIT_NOTE = "credit_note"
    RECEIPT = "receipt"
    DISCOUNT = "discount"
    WRITE_OFF = "write_off"
    BANK_FEE = "bank_fee"
    SET_OFF = "set_off"
    TRANSFER = "transfer"
    REFUND = "refund"
    VOID = "void"


#: Kinds that a sales ledger lists as "invoices" (their number is unique per kind).
SALES_KINDS: Final = (Kind.INVOICE, Kind.DEBIT_NOTE, Kind.OPENING, Kind.CREDIT_NOTE)
_POSITIVE: Final = frozenset({Kind.INVOICE, Kind.DEBIT_NOTE, Kind.REFUND})
_NEGATIVE: Final = frozenset(
    {Kind.CREDIT_NOTE, Kind.RECEIPT, Kind.DISCOUNT, Kind.BANK_FEE, Kind.SET_OFF}
)


class ClaimKind(StrEnum):
    """What a debit claims beside the principal: it is paid before it (民法典561)."""

    COST = "cost"
    INTEREST = "interest"


class Status(StrEnum):
    """State of an item on a date, derived and never stored."""

    NOT_YET = "not_yet"
    VOID = "void"
    SETTLED = "settled"
    PART_PAID = "part_paid"
    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One dated piece of a document's amount: the whole, or an instalment.

    ``aged_from`` is the day its age counts from where that is not the document's date: a
    debt taken over keeps the age and the due date it had.
    """

    seq: int
    due_on: date | None
    amount: Money
    aged_from: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document ready to be posted.

    ``amount`` is gross and signed; ``net`` and ``tax`` are optional and add up
    to it. ``base`` is the amount in the book's currency at the booked rate,
    frozen at posting; None where no rate is known. ``claim`` is None for the
    principal; ``bank_line_id`` is the bank's movement that a receipt books.
    """

    kind: Kind
    number: str
    customer_id: int
    issued_on: date
    amount: Money
    items: tuple[Item, ...]
    base: Money | None = None
    net: Money | None = None
    tax: Money | None = None
    terms: str = ""
    order_number: str = ""
    contract_number: str = ""
    delivered_on: date | None = None
    description: str = ""
    method: str = ""
    reference: str = ""
    payer: str = ""
    payer_account: str = ""
    reverses_id: int | None = None
    import_key: str | None = None
    claim: ClaimKind | None = None
    bank_line_id: int | None = None
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def currency(self) -> str:
        """The document's currency code."""
        return self.amount.currency


def check(document: Document) -> Document:
    """Return the document when it may be posted.

    Raises:
        MissingField: no number.
        AmountTooLarge: the amount, or its base amount, is beyond what a book keeps.
        WrongSign: the sign does not fit the kind.
        PartsDoNotAdd: instalments, or net and tax, do not add up to the amount.
        DueBeforeIssue: an item is due before the document is issued.
    """
    if not document.number:
        raise MissingField(field="number")
    _check_size(document)
    _check_sign(document)
    _check_parts(document)
    for item in document.items if document.kind is not Kind.TRANSFER else ():
        if item.due_on is not None and item.due_on < document.issued_on:
            raise DueBeforeIssue(number=document.number, due_on=item.due_on)
    return document


def _check_size(document: Document) -> None:
    for money in (document.amount, document.base):
        if money is not None and abs(money.minor) > MAX_MINOR:
            raise AmountTooLarge(number=document.number, amount=str(money))


def _check_sign(document: Document) -> None:
    minor = document.amount.minor
    wrong = (document.kind in _POSITIVE and minor < 0) or (document.kind in _NEGATIVE and minor > 0)
    if wrong:
        raise WrongSign(kind=document.kind.value, number=document.number)


def _check_parts(document: Document) -> None:
    total = sum(item.amount.minor for item in document.items)
    if total != document.amount.minor:
        raise PartsDoNotAdd(number=document.number, part="items")
    if document.net is None or document.tax is None:
        return
    if document.net + document.tax != document.amount:
        raise PartsDoNotAdd(number=document.number, part="net_tax")


def days_overdue(due_on: date | None, as_of: date) -> int | None:
    """Return days after the due date (0 or less: not overdue), None without a due date."""
    return None if due_on is None else (as_of - due_on).days


def status(
    *, issued_on: date, due_on: date | None, amount: int, open_minor: int, as_of: date
) -> Status:
    """Return an item's state on a date from its facts on that date."""
    if issued_on > as_of:
        return Status.NOT_YET
    if open_minor == 0:
        return Status.SETTLED
    late = days_overdue(due_on, as_of)
    if late is not None and late > 0:
        return Status.OVERDUE
    if open_minor != amount:
        return Status.PART_PAID
    return Status.DUE_TODAY if late == 0 else Status.OPEN
