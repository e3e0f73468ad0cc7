"""What happens in the sample book, as plain values before anything is posted.

Documents have a ``key`` of their own, because numbers and ids exist only once
they are posted; ``about`` names the document that a note or cancelling refers to.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.disputes import DisputeKind
from domain.document import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """An invoice, debit note, opening or credit note; ``amount`` positive as typed."""

    key: str
    customer: int
    kind: Kind
    on: date
    amount: int
    currency: str
    terms: str = ""
    due_on: date | None = None
    tax: int | None = None
    description: str = ""
    order_number: str = ""
    contract_number: str = ""
    delivered_on: date | None = None
    tax_invoice: str = ""
    numbered_by_tax: bool = False
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What a credit pays of one instalment; ``minor`` from the credit itself."""

    key: str
    seq: int
    minor: int
    discount: int = 0
    write_off: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Money that comes in; not ``applied``: it waits, and ``pieces`` is what it is meant for."""

    customer: int
    on: date
    currency: str
    amount: int
    pieces: tuple[Piece, ...] = ()
    applied: bool = True
    method: str = ""
    note: str = ""
    payer: str = ""
    payer_account: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offset:
    """A credit note set against an instalment."""

    credit: str
    piece: Piece
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """A dispute is opened."""

    key: str
    seq: int
    amount: int
    kind: DisputeKind
    reason: str
    note: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """The end of a dispute: rejected, or conceded by a credit note (its key)."""

    about: Objection
    on: date
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelling:
    """An invoice made out wrongly and voided."""

    about: str
    on: date
    reason: str


Event = Sale | Payment | Offset | Objection | Closing | Cancelling
