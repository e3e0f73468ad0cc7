"""What a person decides about money received: which documents it pays, and with how much.

Values in, values out, no widgets. Debits are filled oldest due first; a typed amount
caps its debit and what is left goes on to the next (case C53); what was ticked or
typed goes before what merely follows. A draft that begins with a proposal pays what
the proposal names and nothing else, until an amount is typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date

from domain.allocation import OpenItem, oldest_first
from domain.errors import BadTerms
from domain.matching.values import Part
from domain.services.receipts import Use
from domain.terms import discount_amount, parse_terms

#: What can close the rest of a debit besides money, in the order in which D offers it.
CLOSINGS = ("discount", "difference", "fee")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Money to allocate: a bank line, a receipt or credit note, or a receipt being typed.

    ``key`` names the inflow (``listing.InflowRow.key``), None where it is none.
    ``item_id`` is None until there is a document. ``available`` is what of it is open.
    ``customer_id`` 0: nobody knows yet.
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
    key: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Up to what a rest may be closed, in minor units: by a write-off, as a bank charge."""

    difference: int = 0
    fee: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A document and what the draft does with it; all positive minor units.

    ``offer``: early discount that the terms allow on the day of payment. ``spare``: rest
    small enough to be given up; ``kept``: rest small enough to be what banks kept back.
    Of a credit note ``minor`` is what is put against the customer's debits.
    """

    item: OpenItem
    minor: int = 0
    discount: int = 0
    write_off: int = 0
    fee: int = 0
    offer: int = 0
    spare: int = 0
    kept: int = 0
    days: int | None = None

    @property
    def id(self) -> int:
        """The document's item."""
        return self.item.id

    @property
    def currency(self) -> str:
        """The document's currency."""
        return self.item.currency

    @property
    def label(self) -> str:
        """The number, with the instalment where there are several."""
        one = self.item
        return one.number if one.parts == 1 else f"{one.number} ({one.seq}/{one.parts})"

    @property
    def is_credit(self) -> bool:
        """Whether it is a credit note."""
        return not self.item.is_debit

    @property
    def closed(self) -> int:
        """What closes it besides money."""
        return self.discount + self.write_off + self.fee

    @property
    def used(self) -> bool:
        """Whether the draft touches it."""
        return bool(self.minor or self.closed)

    @property
    def paid(self) -> int:
        """The amount with the sign of the document, as the grid shows it."""
        return -self.minor if self.is_credit else self.minor

    @property
    def left(self) -> int:
        """What is open afterwards, with the sign of the document."""
        return self.item.open - self.paid - self.closed


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
    """Choices about one source; :meth:`lines` works out what they come to.

    ``debits`` and ``credits`` may be of several customers, the source's own first.
    ``seed`` are the parts of a proposal. ``follow``: money goes on to what nobody chose.
    """

    source: Source
    debits: Sequence[OpenItem] = ()
    limits: Limits = field(default_factory=Limits)
    as_of: date = date.min
    credits: Sequence[OpenItem] = ()
    seed: dict[int, Part] = field(default_factory=dict)
    follow: bool = True
    typed: dict[int, int] = field(default_factory=dict)
    picked: set[int] = field(default_factory=set)
    left_out: set[int] = field(default_factory=set)
    closing: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.debits = _by_customer(self.debits, self.source.customer_id)
        self.credits = _by_customer(self.credits, self.source.customer_id)
        self._offers = {debit.id: offer_of(debit, self.source.on) for debit in self.debits}
        self._own = {one.id for one in (*self.debits, *self.credits)}
        self.seed = {key: part for key, part in self.seed.items() if key in self._own}
        if self.follow and not self.seed:
            self._match_discounts()
        self._begun = self._choices()

    def _match_discounts(self) -> None:
        """Take the discounts with which the amount comes out even: that is what was paid."""
        net = {debit.id: debit.open - self._offers[debit.id] for debit in self.debits}
        total, taken = 0, []
        for debit in self.debits:
            total += net[debit.id]
            taken.append(debit.id)
            if total == self.source.available:
                self.closing = {one: "discount" for one in taken if self._offers[one]}
                return
        for debit in self.debits:
            if self._offers[debit.id] and net[debit.id] == self.source.available:
                self.closing, self.picked = {debit.id: "discount"}, {debit.id}
                return

    # what it comes to

    def lines(self) -> list[Line]:
        """Return every document with what the draft does to it, credit notes last."""
        money = self.source.available
        pots = self._pots()
        taken: dict[int, int] = {}
        for debit in self._in_turn():
            wanted = self._wanted(debit)
            credit = min(wanted, sum(pots.get(debit.customer_id, {}).values()))
            paid = min(wanted - credit, money)
            money -= paid
            taken[debit.id] = credit + paid
            self._spend(pots.get(debit.customer_id, {}), credit, taken)
        return [self._line(one, taken.get(one.id, 0)) for one in (*self.debits, *self.credits)]

    def _in_turn(self) -> list[OpenItem]:
        """Return the debits to be paid: those chosen, then those that merely follow."""
        chosen = {*self.typed, *self.picked, *self.seed}
        first = [one for one in self.debits if one.id in chosen]
        if not self.follow:
            return first
        own = self.source.customer_id
        then = [one for one in self.debits if one.id not in chosen and one.customer_id == own]
        return [*first, *(one for one in then if one.id not in self.left_out)]

    def _pots(self) -> dict[int, dict[int, int]]:
        """Return what the credit notes chosen give, by customer: they pay its debits alone."""
        pots: dict[int, dict[int, int]] = {}
        for one in self.credits:
            wanted = self._wanted(one) if self._is_chosen(one.id) else 0
            if wanted:
                pots.setdefault(one.customer_id, {})[one.id] = wanted
        return pots

    def _spend(self, pot: dict[int, int], amount: int, taken: dict[int, int]) -> None:
        """Take an amount out of a customer's credit notes, first to first."""
        for one, held in pot.items():
            part = min(held, amount)
            pot[one] = held - part
            amount -= part
            taken[one] = taken.get(one, 0) + part

    def _is_chosen(self, item_id: int) -> bool:
        return item_id in self.typed or item_id in self.picked or item_id in self.seed

    def _wanted(self, one: OpenItem) -> int:
        if one.id in self.typed:
            return min(self.typed[one.id], abs(one.open))
        if one.id in self.seed:
            return min(self.seed[one.id].minor, abs(one.open))
        offer = self._offers[one.id] if self.closing.get(one.id) == "discount" else 0
        return abs(one.open) - offer

    def _line(self, one: OpenItem, minor: int) -> Line:
        days = None if one.due_on is None else (self.as_of - one.due_on).days
        line = Line(item=one, minor=minor, offer=self._offers.get(one.id, 0), days=days)
        if line.is_credit:
            return line
        seed = self.seed.get(one.id)
        if seed is not None and minor == seed.minor and seed.discount + seed.difference + seed.fee:
            return replace(line, discount=seed.discount, write_off=seed.difference, fee=seed.fee)
        return self._closed(line)

    def _closed(self, line: Line) -> Line:
        """Add what closes the rest, taken or only offered; nothing is closed on no payment."""
        how, rest = self.closing.get(line.id, ""), line.left
        # A discount is for paying all of the rest; it is not owed on a part.
        if how == "discount" and line.minor and line.minor + line.offer >= line.item.open:
            line = replace(line, discount=rest)
            rest = 0
        if not line.minor or not rest:
            return line
        if rest <= self.limits.difference:
            line = replace(line, spare=rest, write_off=rest if how == "difference" else 0)
        if rest <= self.limits.fee and self.source.is_receipt:
            line = replace(line, kept=rest, fee=rest if how == "fee" else 0)
        return line

    # choices

    def _touch(self, item_id: int) -> None:
        """From now on the person decides about this document, not the proposal."""
        self.seed.pop(item_id, None)
        self.typed.pop(item_id, None)

    def toggle(self, item_id: int) -> None:
        """Leave a document out, or take it before those that merely follow."""
        used = {line.id for line in self.lines() if line.used}
        self._touch(item_id)
        if item_id in used or item_id in self.picked:
            self.picked.discard(item_id)
            self.left_out.add(item_id)
        else:
            self.left_out.discard(item_id)
            self.picked.add(item_id)

    def toggle_all(self) -> None:
        """Leave all out, or begin with the oldest."""
        used = any(line.used for line in self.lines())
        self.typed.clear()
        self.picked.clear()
        self.seed.clear()
        self.follow = True
        self.left_out = {debit.id for debit in self.debits} if used else set()

    def type(self, item_id: int, minor: int | None) -> None:
        """Cap a document at a typed amount; None lets it follow again."""
        self._touch(item_id)
        self.left_out.discard(item_id)
        self.picked.discard(item_id)
        self.follow = True
        if minor is not None:
            self.typed[item_id] = minor

    def close(self, item_id: int) -> bool:
        """Close the rest by what is offered, or by the next thing; False where there is none."""
        now = next((_closing_of(one) for one in self.lines() if one.id == item_id), "")
        trial = self._open_again(item_id)
        offered = next((_offered(one) for one in trial.lines() if one.id == item_id), [])
        if not offered:
            return False
        later = offered[offered.index(now) + 1 :] if now in offered else offered
        self.typed, self.picked, self.seed = trial.typed, trial.picked, trial.seed
        self.closing = trial.closing
        if later:
            self.closing[item_id] = later[0]
        return True

    def _open_again(self, item_id: int) -> Draft:
        """Return this draft with nothing closing a debit, to see what could."""
        trial = copy(self)
        trial.typed, trial.picked = dict(self.typed), set(self.picked)
        trial.seed, trial.closing = dict(self.seed), dict(self.closing)
        trial.closing.pop(item_id, None)
        part = trial.seed.pop(item_id, None)
        whole = self.typed.get(item_id) == next(
            (one.open for one in self.debits if one.id == item_id), 0
        )
        if (part is not None or whole) and self._offers.get(item_id):
            trial.typed.pop(item_id, None)
            trial.picked.add(item_id)
        elif part is not None:
            trial.typed[item_id] = part.minor
        return trial

    def take_over(self, other: Draft) -> None:
        """Decide as in another draft, as far as the same documents are here."""
        self.typed, self.picked = dict(other.typed), set(other.picked)
        self.left_out, self.closing = set(other.left_out), dict(other.closing)
        self.seed = {key: part for key, part in other.seed.items() if key in self._own}
        self.follow = other.follow

    def go_on_from(self, other: Draft) -> None:
        """Begin with what another draft comes to; what is ticked now gets what that leaves."""
        self.seed = {part.item_id: part for part in other.parts() if part.item_id in self._own}
        self.follow = False

    # outcome

    def allocated(self) -> int:
        """Return how much of the money is used."""
        return sum(line.paid for line in self.lines())

    def uses(self) -> list[Use]:
        """Return what is to be booked of a receipt or credit note."""
        return [
            Use(
                item_id=line.id,
                minor=line.minor,
                discount=line.discount,
                write_off=line.write_off,
                fee=line.fee,
            )
            for line in self.lines()
            if line.used and not line.is_credit
        ]

    def parts(self) -> tuple[Part, ...]:
        """Return what is to be booked of an inflow, credit notes among it."""
        return tuple(
            Part(
                item_id=line.id,
                minor=line.minor,
                is_credit=line.is_credit,
                discount=line.discount,
                difference=line.write_off,
                fee=line.fee,
            )
            for line in self.lines()
            if line.used
        )

    def touched(self) -> bool:
        """Whether anything was decided by hand."""
        return self._choices() != self._begun

    def _choices(self) -> tuple[object, ...]:
        chosen = (dict(self.typed), set(self.picked), set(self.left_out))
        return (*chosen, dict(self.closing), dict(self.seed))


def _offered(line: Line) -> list[str]:
    """Return what can close a line's rest, in order."""
    can = {"discount": line.offer, "difference": line.spare, "fee": line.kept}
    return [how for how in CLOSINGS if can[how]]


def _closing_of(line: Line) -> str:
    taken = {"discount": line.discount, "difference": line.write_off, "fee": line.fee}
    return next((how for how in CLOSINGS if taken[how]), "")


def _by_customer(items: Sequence[OpenItem], first: int) -> list[OpenItem]:
    """Return documents oldest first, those of one customer together, the first's before all."""
    order = {first: -1}
    for one in items:
        order.setdefault(one.customer_id, len(order))
    return sorted(oldest_first(items), key=lambda one: order[one.customer_id])


def total_open(items: Iterable[OpenItem]) -> int:
    """Return what is open of documents."""
    return sum(item.open for item in items)
