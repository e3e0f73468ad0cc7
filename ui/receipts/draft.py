"""What a person decides about money received: which debits it pays, and with how much.

Values in, values out, no widgets. Debits are filled oldest due first; a typed amount
caps its debit and what is left goes on to the next (case C53); what was ticked or
typed goes before what merely follows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from domain.allocation import OpenItem, oldest_first
from domain.errors import BadTerms
from domain.services.receipts import Use
from domain.terms import discount_amount, parse_terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Money to allocate: a receipt or credit note, or a receipt still being typed.

    ``item_id`` is None while it is being typed. ``available`` is what of it is open.
    """

    item_id: int | None
    document_id: int | None
    number: str
    customer_id: int
    currency: str
    amount: int
    available: int
    on: date
    is_receipt: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A debit and what the draft does with it; all positive minor units.

    ``offer``: early discount that the terms allow on the day of payment.
    ``spare``: rest that is small enough to be written off.
    """

    debit: OpenItem
    minor: int = 0
    discount: int = 0
    write_off: int = 0
    offer: int = 0
    spare: int = 0
    days: int | None = None

    @property
    def id(self) -> int:
        """The debit's item."""
        return self.debit.id

    @property
    def currency(self) -> str:
        """The debit's currency."""
        return self.debit.currency

    @property
    def label(self) -> str:
        """The number, with the instalment where there are several."""
        one = self.debit
        return one.number if one.parts == 1 else f"{one.number} ({one.seq}/{one.parts})"

    @property
    def used(self) -> bool:
        """Whether the draft touches it."""
        return bool(self.minor or self.discount or self.write_off)

    @property
    def left(self) -> int:
        """What is open afterwards."""
        return self.debit.open - self.minor - self.discount - self.write_off


def offer_of(debit: OpenItem, paid_on: date) -> int:
    """Return the early discount still to be had on a day, 0 for none."""
    try:
        tier = parse_terms(debit.terms).discount_on(debit.issued_on, paid_on)
    except BadTerms:
        return 0
    if tier is None:
        return 0
    rest = discount_amount(debit.gross, tier) - debit.discounted
    return min(rest, discount_amount(debit.amount, tier), debit.open)


@dataclass
class Draft:
    """Choices about one source; :meth:`lines` works out what they come to."""

    source: Source
    debits: Sequence[OpenItem] = ()
    limit: int = 0
    as_of: date = date.min
    typed: dict[int, int] = field(default_factory=dict)
    picked: set[int] = field(default_factory=set)
    left_out: set[int] = field(default_factory=set)
    discounts: set[int] = field(default_factory=set)
    written_off: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.debits = oldest_first(self.debits)
        self._offers = {debit.id: offer_of(debit, self.source.on) for debit in self.debits}
        self._match_discounts()

    def _match_discounts(self) -> None:
        """Take the discounts with which the amount comes out even: that is what was paid."""
        net = {debit.id: debit.open - self._offers[debit.id] for debit in self.debits}
        total, taken = 0, []
        for debit in self.debits:
            total += net[debit.id]
            taken.append(debit.id)
            if total == self.source.available:
                self.discounts = {one for one in taken if self._offers[one]}
                return
        for debit in self.debits:
            if self._offers[debit.id] and net[debit.id] == self.source.available:
                self.discounts, self.picked = {debit.id}, {debit.id}
                return

    def lines(self) -> list[Line]:
        """Return every debit, oldest due first, with what the draft does to it."""
        left = self.source.available
        taken: dict[int, int] = {}
        first = [d for d in self.debits if d.id in self.typed or d.id in self.picked]
        then = [d for d in self.debits if d not in first and d.id not in self.left_out]
        for debit in (*first, *then):
            taken[debit.id] = min(self._wanted(debit), left)
            left -= taken[debit.id]
        return [self._line(debit, taken.get(debit.id, 0)) for debit in self.debits]

    def _wanted(self, debit: OpenItem) -> int:
        if debit.id in self.typed:
            return min(self.typed[debit.id], debit.open)
        offer = self._offers[debit.id] if debit.id in self.discounts else 0
        return debit.open - offer

    def _line(self, debit: OpenItem, minor: int) -> Line:
        offer = self._offers[debit.id]
        days = None if debit.due_on is None else (self.as_of - debit.due_on).days
        line = Line(debit=debit, minor=minor, offer=offer, days=days)
        # A discount is for paying all of the rest; it is not owed on a part.
        if debit.id in self.discounts and minor and minor + offer >= debit.open:
            line = replace(line, discount=debit.open - minor)
        rest = line.left
        if minor and 0 < rest <= self.limit:
            written_off = rest if debit.id in self.written_off else 0
            line = replace(line, spare=rest, write_off=written_off)
        return line

    # choices

    def toggle(self, item_id: int) -> None:
        """Leave a debit out, or pay it before those that merely follow."""
        used = {line.id for line in self.lines() if line.minor}
        self.typed.pop(item_id, None)
        if item_id in used:
            self.picked.discard(item_id)
            self.left_out.add(item_id)
        else:
            self.left_out.discard(item_id)
            self.picked.add(item_id)

    def toggle_all(self) -> None:
        """Leave all out, or begin again."""
        self.typed.clear()
        self.picked.clear()
        used = any(line.minor for line in self.lines())
        self.left_out = {debit.id for debit in self.debits} if used else set()

    def type(self, item_id: int, minor: int | None) -> None:
        """Cap a debit at a typed amount; None lets it follow again."""
        self.left_out.discard(item_id)
        self.picked.discard(item_id)
        if minor is None:
            self.typed.pop(item_id, None)
        else:
            self.typed[item_id] = minor

    def toggle_discount(self, item_id: int) -> None:
        """Take the early discount of a debit, or not."""
        self.discounts ^= {item_id}

    def toggle_write_off(self, item_id: int) -> None:
        """Give up the small rest of a debit, or not."""
        self.written_off ^= {item_id}

    # outcome

    def allocated(self) -> int:
        """Return how much of the money is used."""
        return sum(line.minor for line in self.lines())

    def uses(self) -> list[Use]:
        """Return what is to be booked."""
        return [
            Use(
                item_id=line.id,
                minor=line.minor,
                discount=line.discount,
                write_off=line.write_off,
            )
            for line in self.lines()
            if line.used
        ]

    def touched(self) -> bool:
        """Whether anything was decided by hand."""
        return bool(self.typed or self.left_out or self.written_off)


def total_open(debits: Iterable[OpenItem]) -> int:
    """Return what is open of debits."""
    return sum(debit.open for debit in debits)
