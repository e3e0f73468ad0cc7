"""Dunning: which overdue items are chased at which level on a date.

A state machine, not a calendar match. An item's level is the highest one it was
sent; the next run may raise it by one when its days are reached, never by two
and never twice the same (unique item and level). One letter per customer and
currency lists every item that has a level; its tone is the highest level in it.
Money already received but not allocated is set against the debt first, and so is
money in the bank that the customer seems to have paid and nobody has booked: where
they cover what is due, nothing is sent. Disputed parts are left out of the claim and
the rest is chased (保障中小企业款项支付条例15). What is held back (a block, a promise,
a plan) waits and says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from itertools import groupby

from domain.dunning_charges import LetterInterest, OpenFee
from domain.dunning_holds import Hold, Holds
from domain.dunning_procedure import Choices, Level, Procedure, one_for_all
from domain.errors import RunBackwards
from domain.listing import ItemRow
from domain.money import Money


@dataclass(frozen=True, slots=True, kw_only=True)
class SentLevel:
    """The highest level an item was sent, and when."""

    item_id: int
    customer_id: int
    currency: str
    level: int
    sent_on: date
    paper_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFacts:
    """What a run knows beside items and levels.

    Attributes:
        pending: money in the bank, not booked, by customer and currency.
        fees: of earlier letters, not yet claimed by a debit note, by customer and currency;
            a letter asks for them again, be the invoice paid or not.
        rates: base units per unit of a currency, to compare limits in another one.
    """

    pending: Mapping[tuple[int, str], int] = field(default_factory=dict)
    fees: Mapping[tuple[int, str], tuple[OpenFee, ...]] = field(default_factory=dict)
    rates: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedItem:
    """An item in a letter; ``raised`` when this run lifts it from ``before`` to ``level``."""

    row: ItemRow
    level: int
    raised: bool
    before: int = 0
    procedure: str = ""
    fee: int = 0

    @property
    def claim(self) -> int:
        """What is open of it and not disputed."""
        return max(self.row.open - self.row.disputed, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldItem:
    """An overdue item that a letter leaves out, and why."""

    row: ItemRow
    hold: Hold


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedLetter:
    """A draft letter to one customer in one currency.

    total = principal − unapplied − pending + interest + fees, never below zero. Interest
    and fees are claims of their own: principal, what covers it and the limits leave them out.
    ``resumed``: a hold that ended unkept raised something in it.
    """

    customer_id: int
    currency: str
    level: int
    from_level: int
    items: tuple[ProposedItem, ...]
    principal: int
    unapplied: int
    pending: int = 0
    charged: tuple[OpenFee, ...] = ()
    claimed: LetterInterest = field(default_factory=LetterInterest)
    step: Level
    held: tuple[HeldItem, ...] = ()
    resumed: bool = False
    asks_reason: bool = False

    @property
    def interest(self) -> int:
        """The interest it claims."""
        return self.claimed.amount

    @property
    def fees(self) -> int:
        """The fees it charges, those charged before, and sums for costs by the law."""
        charged = sum(fee.minor for fee in self.charged)
        return charged + sum(item.fee for item in self.items) + self.claimed.fixed

    @property
    def total(self) -> int:
        """What the letter asks for."""
        owed = self.principal - self.unapplied - self.pending
        return max(owed + self.interest + self.fees, 0)

    @property
    def oldest_days(self) -> int:
        """Days overdue of its oldest item."""
        return max(item.row.days_overdue or 0 for item in self.items)

    @property
    def raised(self) -> tuple[ProposedItem, ...]:
        """The items it lifts to their next level."""
        return tuple(item for item in self.items if item.raised)


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedCustomer:
    """A customer with overdue money and no letter, and why.

    ``reason``: "covered" (unapplied money covers it), "pending" (money in the bank does),
    "disputed", "below_minimum", "too_soon" (days since the last letter), "waiting" (next
    level not reached), "final" (all levels sent), "left_out" (by a person, this time), else
    the ``why`` of a hold. ``money`` is what covers it; ``until`` and ``detail`` are the
    hold's.
    """

    customer_id: int
    currency: str
    amount: int
    items: int
    oldest_days: int
    reason: str
    money: int = 0
    until: date | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A dunning run before it is released."""

    as_of: date
    choices: Choices
    letters: tuple[ProposedLetter, ...]
    skipped: tuple[SkippedCustomer, ...]

    @property
    def procedure(self) -> Procedure:
        """The procedure of all who have none of their own."""
        return self.choices.procedures[self.choices.default]


def propose(
    rows: Iterable[ItemRow],
    sent: Sequence[SentLevel],
    procedure: Procedure | Choices,
    as_of: date,
    *,
    last_run_on: date | None = None,
    holds: Sequence[Hold] = (),
    facts: RunFacts | None = None,
) -> Proposal:
    """Draft a run from the items open on ``as_of`` (debits and credits).

    Raises:
        RunBackwards: a later run was already released.
    """
    if last_run_on is not None and as_of < last_run_on:
        raise RunBackwards(as_of=as_of, last=last_run_on)
    choices = one_for_all(procedure) if isinstance(procedure, Procedure) else procedure
    run = _Run(as_of, choices, sent, holds, facts or RunFacts())
    letters, skipped = [], []
    ordered = sorted(rows, key=lambda row: (row.customer_code, row.currency))
    for _key, group in groupby(ordered, key=lambda row: (row.customer_id, row.currency)):
        outcome = run.customer(list(group))
        if isinstance(outcome, ProposedLetter):
            letters.append(outcome)
        elif outcome is not None:
            skipped.append(outcome)
    return Proposal(as_of=as_of, choices=choices, letters=tuple(letters), skipped=tuple(skipped))


class _Run:
    """The rules of one run, with what they look up."""

    def __init__(
        self,
        as_of: date,
        choices: Choices,
        sent: Sequence[SentLevel],
        holds: Sequence[Hold],
        facts: RunFacts,
    ) -> None:
        self.as_of, self.choices, self.facts = as_of, choices, facts
        self.levels = {level.item_id: level for level in sent}
        self.last: dict[tuple[int, str], date] = {}
        for level in sent:
            key = (level.customer_id, level.currency)
            self.last[key] = max(level.sent_on, self.last.get(key, level.sent_on))
        self.holds = Holds(holds, as_of)
        steps = (level for one in choices.procedures.values() for level in one.levels)
        self.reminds_early = any(level.level < 1 for level in steps)

    def customer(self, rows: list[ItemRow]) -> ProposedLetter | SkippedCustomer | None:
        """Return what becomes of one customer in one currency."""
        customer_id, currency = rows[0].customer_id, rows[0].currency
        dated = [row for row in rows if row.open > 0 and row.days_overdue is not None]
        dated.sort(key=lambda row: (row.due_on or date.max, row.number, row.seq))
        overdue = [row for row in dated if (row.days_overdue or 0) > 0]
        case = _Case(
            run=self,
            customer_id=customer_id,
            currency=currency,
            own=self.choices.of_customer(customer_id),
            unapplied=-sum(row.open for row in rows if row.open < 0),
        )
        outcome = case.outcome(overdue) if overdue else None
        if isinstance(outcome, ProposedLetter) or not self.reminds_early:
            return outcome
        return case.courtesy(dated, overdue) or outcome

    def item(self, row: ItemRow, own: Procedure) -> tuple[ProposedItem, Hold | None, bool]:
        """Return an item with the level it would have, what holds it, and if that resumed it."""
        procedure = self.choices.of_item(row.id, own)
        sent = self.levels.get(row.id)
        before = sent.level if sent else None
        hold, ended = self.holds.of(row, procedure.code)
        if row.disputed >= row.open:
            return self._waiting(row, before, procedure), hold, False
        late = row.days_overdue or 0
        since = (self.as_of - sent.sent_on).days if sent else None
        following = procedure.next_level(before, late, since)
        resumed = following is None and ended is not None and late > 0
        if resumed and (sent is None or ended is None or sent.sent_on <= ended):
            following = next(
                (step for step in procedure.levels if step.level > max(before or 0, 0)), None
            )
        if following is None:
            return self._waiting(row, before, procedure), hold, False
        raised = ProposedItem(
            row=row,
            level=following.level,
            raised=True,
            before=before or 0,
            procedure=procedure.code,
            fee=following.fee_of(row.amount) if following.fee_percent else 0,
        )
        return raised, hold, resumed

    @staticmethod
    def _waiting(row: ItemRow, before: int | None, procedure: Procedure) -> ProposedItem:
        level = before or 0
        return ProposedItem(
            row=row, level=level, raised=False, before=level, procedure=procedure.code
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """One customer in one currency."""

    run: _Run
    customer_id: int
    currency: str
    own: Procedure
    unapplied: int

    @property
    def key(self) -> tuple[int, str]:
        return self.customer_id, self.currency

    @property
    def pending(self) -> int:
        return self.run.facts.pending.get(self.key, 0)

    def outcome(self, overdue: list[ItemRow]) -> ProposedLetter | SkippedCustomer:
        """Return the demand for what is overdue, or why there is none."""
        judged = [self.run.item(row, self.own) for row in overdue]
        free = [item for item, hold, _resumed in judged if hold is None]
        held = [(item, hold) for item, hold, _resumed in judged if hold is not None]
        chased = tuple(item for item in free if item.level > 0 and item.claim > 0)
        principal = sum(item.claim for item in chased)
        reason = self._reason([item for item, _hold, _ in judged], chased, principal)
        if reason in ("waiting", "final") and any(item.raised for item, _hold in held):
            hold = next(hold for item, hold in held if item.raised)
            return self._skip(overdue, hold.why, until=hold.until, detail=hold.detail)
        if reason:
            return self._skip(overdue, reason, money=self._money(reason))
        resumed = any(back and hold is None for _item, hold, back in judged)
        return self._letter(chased, principal, held, resumed=resumed)

    def courtesy(self, dated: list[ItemRow], overdue: list[ItemRow]) -> ProposedLetter | None:
        """Return a reminder of what falls due soon, where no demand goes out."""
        soon = [row for row in dated if (row.days_overdue or 0) <= 0]
        judged = [self.run.item(row, self.own) for row in soon]
        items = tuple(item for item, hold, _ in judged if hold is None and item.raised)
        if not items or self._too_soon():
            return None
        owed = sum(max(row.open - row.disputed, 0) for row in overdue)
        left = max(self.unapplied + self.pending - owed, 0)
        principal = sum(item.claim for item in items)
        if left >= principal or self._below_minimum(principal - left):
            return None
        letter = self._letter(items, principal, [], resumed=False)
        return _only_what_is_left(letter, left)

    def _letter(
        self,
        chased: tuple[ProposedItem, ...],
        principal: int,
        held: Sequence[tuple[ProposedItem, Hold]],
        *,
        resumed: bool,
    ) -> ProposedLetter:
        raised = [item for item in chased if item.raised]
        top = max(chased, key=lambda item: item.level)
        step = self._step(top)
        items = self._with_fee(chased, raised)
        return ProposedLetter(
            customer_id=self.customer_id,
            currency=self.currency,
            level=top.level,
            from_level=max(0, *(item.before for item in raised)),
            items=items,
            principal=principal,
            unapplied=self.unapplied,
            pending=self.pending,
            charged=self.run.facts.fees.get(self.key, ()),
            step=step,
            held=tuple(HeldItem(row=item.row, hold=hold) for item, hold in held),
            resumed=resumed,
        )

    def _step(self, item: ProposedItem) -> Level:
        return self.run.choices.procedures[item.procedure].at(item.level)

    def _with_fee(
        self, chased: tuple[ProposedItem, ...], raised: Sequence[ProposedItem]
    ) -> tuple[ProposedItem, ...]:
        """Put the letter's fixed fee on the item that rises highest, once for the letter."""
        highest = max(raised, key=lambda item: item.level)
        procedure = self.run.choices.procedures[highest.procedure]
        fixed = procedure.at(highest.level).fee_minor
        if not fixed or procedure.currency not in ("", self.currency):
            return chased
        return tuple(
            replace(item, fee=item.fee + fixed) if item is highest else item for item in chased
        )

    def _reason(
        self, items: list[ProposedItem], chased: tuple[ProposedItem, ...], principal: int
    ) -> str:
        if all(item.claim == 0 for item in items):
            return "disputed"
        if not any(item.raised for item in chased):
            final = any(item.level >= self._last(item) for item in items)
            return "final" if final else "waiting"
        if principal <= self.unapplied:
            return "covered"
        if principal <= self.unapplied + self.pending:
            return "pending"
        if self._below_minimum(principal - self.unapplied - self.pending):
            return "below_minimum"
        return "too_soon" if self._too_soon() else ""

    def _last(self, item: ProposedItem) -> int:
        return self.run.choices.procedures[item.procedure].last

    def _too_soon(self) -> bool:
        last = self.run.last.get(self.key)
        return last is not None and (self.run.as_of - last).days < self.own.interval_days

    def _below_minimum(self, minor: int) -> bool:
        """Whether a sum is below the limit, compared in the book's currency where they differ.

        Without a rate nothing is below it: a letter too many is better than one forgotten.
        """
        limit = self.own.minimum_minor
        if self.own.currency in ("", self.currency):
            return minor < limit
        rates = self.run.facts.rates
        ours, theirs = rates.get(self.currency), rates.get(self.own.currency)
        if ours is None or theirs is None:
            return False
        asked, least = Money(minor, self.currency), Money(limit, self.own.currency)
        return asked.amount * ours < least.amount * theirs

    def _money(self, reason: str) -> int:
        return {"covered": self.unapplied, "pending": self.pending}.get(reason, 0)

    def _skip(
        self,
        overdue: list[ItemRow],
        reason: str,
        *,
        money: int = 0,
        until: date | None = None,
        detail: str = "",
    ) -> SkippedCustomer:
        return SkippedCustomer(
            customer_id=self.customer_id,
            currency=self.currency,
            amount=sum(row.open for row in overdue),
            items=len(overdue),
            oldest_days=max(row.days_overdue or 0 for row in overdue),
            reason=reason,
            money=money,
            until=until,
            detail=detail,
        )


def _only_what_is_left(letter: ProposedLetter, money: int) -> ProposedLetter:
    """Return a reminder without charges, less the money that overdue debts leave."""
    return replace(letter, unapplied=money, pending=0, charged=())
