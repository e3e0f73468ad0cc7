"""Late-payment interest: simple interest on what was open, day by day, printed by segments.

A day's interest is on the principal open at its beginning, so the day of a payment still
counts what was paid on it, and the first day is the one after the due date. A segment ends
where the principal or the rate changes; each is rounded half up once, and the total is the
sum of the segments as printed. Nothing is ever compounded, and claims bear no interest.

A payment counts from the day the money came (its document's date), not from the day it was
allocated; an allocation that was undone never counted. So the order of the payments does
not matter, and interest that has run stays when the principal is paid (case C16).

Limits of the law give cautions. No figure is cut silently.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Final

from domain.document import ClaimKind, Kind
from domain.errors import DueDateNeeded, NoInterest, ReferenceRateMissing
from domain.interest_modes import MODES, Count, Mode, Rate, Read, mode_from
from domain.reference_rates import Rates, Source, half_year

_DAY: Final = timedelta(days=1)
#: Debits whose principal bears interest.
BEARING: Final = frozenset({Kind.INVOICE, Kind.DEBIT_NOTE, Kind.OPENING, Kind.TRANSFER})
#: Fixed sum for costs by the law: its currency, and (from what principal on, how much).
_FIXED_SUMS: Final = {
    "EU": ("EUR", ((1, 40_00),)),
    "UK": ("GBP", ((1, 40_00), (1_000_00, 70_00), (10_000_00, 100_00))),
}
#: Without a due date, these laws count 30 days from the invoice or the delivery.
_DAYS_WITHOUT_TERMS: Final = 30


@dataclass(frozen=True, slots=True)
class Payment:
    """What of an item was settled, in minor units, and the day the money came."""

    on: date
    minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LateItem:
    """An item (instalment) of a debit with everything that stands settled of it."""

    id: int
    seq: int
    parts: int
    due_on: date | None
    amount: int
    payments: tuple[Payment, ...] = ()

    def principal(self, day: date) -> int:
        """Return what was open at the beginning of a day."""
        if not self.payments:
            return self.amount
        return self.amount - sum(one.minor for one in self.payments if one.on < day)


@dataclass(frozen=True, slots=True, kw_only=True)
class LateDebt:
    """A debit as interest sees it."""

    document_id: int
    kind: Kind
    number: str
    customer_id: int
    currency: str
    issued_on: date
    items: tuple[LateItem, ...]
    delivered_on: date | None = None
    claim: ClaimKind | None = None
    voided: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of a debt.

    ``as_of`` is the day of payment, or the last day to count. ``since`` leaves out the days
    before it (claimed already, or before a judgment's deadline). ``stops_on`` is the day a
    bankruptcy was accepted: interest stops with it (企业破产法46). ``contract_on`` is the day
    of the contract, the document's date where it is not known.
    """

    as_of: date
    mode: Mode
    since: date | None = None
    stops_on: date | None = None
    contract_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Days with one principal and one rate: from ``start`` up to, not including, ``end``."""

    item_id: int
    instalment: str
    start: date
    end: date
    principal: int
    rate: Rate
    amount: int

    @property
    def days(self) -> int:
        """How many days."""
        return (self.end - self.start).days


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """Something the reader must know of the figures; worded by its code and facts."""

    code: str
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """Interest on a debit, with the parameters it was made with."""

    document_id: int
    number: str
    currency: str
    asked: Question
    segments: tuple[Segment, ...]
    fixed: int = 0
    cautions: tuple[Caution, ...] = ()

    @property
    def mode(self) -> Mode:
        """The way it was computed."""
        return self.asked.mode

    @property
    def amount(self) -> int:
        """The interest: the sum of the segments."""
        return sum(one.amount for one in self.segments)

    @property
    def total(self) -> int:
        """Interest and the fixed sum."""
        return self.amount + self.fixed


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A claim that stands: its debit note, the days and sum in it, and how it was computed.

    ``asked`` asks the same again.
    """

    document_id: int
    number: str
    from_on: date
    to_on: date
    amount: int
    asked: Question


def compute(debt: LateDebt, asked: Question, rates: Rates) -> Interest:
    """Compute the interest on a debit.

    Worked (2.5): 100,000.00 due 2024-06-30, paid 2025-06-30, LPR times 1.5 following its
    changes: 297.74, 1,252.81, 2,688.08 and 517.81, together 4,756.44.

    Raises:
        NoInterest: it is a credit, or itself a claim of interest or costs.
        DueDateNeeded: none of its items has a due date, nor does the law give one.
        ReferenceRateMissing: the table does not reach back that far.
    """
    if debt.kind not in BEARING or debt.claim is not None:
        raise NoInterest(number=debt.number)
    if debt.voided:
        debt = replace(debt, items=())
    runs = [_Run(debt, item, due, asked, rates) for item, due in _dated(debt, asked.mode)]
    segments = tuple(one for run in runs for one in run.segments())
    late = [run for run in runs if run.ran()]
    found = Interest(
        document_id=debt.document_id,
        number=debt.number,
        currency=debt.currency,
        asked=asked,
        segments=segments,
        fixed=_fixed(debt, asked, late),
    )
    return replace(found, cautions=tuple(_cautions(debt, found, late, rates)))


def _dated(debt: LateDebt, mode: Mode) -> list[tuple[LateItem, date]]:
    """Return the items that have, or are given by law, a due date."""
    given = _due_by_law(debt, mode)
    dated = [(item, item.due_on or given) for item in debt.items]
    found = [(item, due) for item, due in dated if due is not None]
    if debt.items and not found:
        raise DueDateNeeded(number=debt.number)
    return found


def _due_by_law(debt: LateDebt, mode: Mode) -> date | None:
    """Return when a debit without a date falls due.

    In the EU and the UK 30 days after the invoice or the delivery, whichever is later; a sale
    under Chinese law on delivery (民法典628).
    """
    if mode.fixed:
        later = max(debt.issued_on, debt.delivered_on or debt.issued_on)
        return later + timedelta(days=_DAYS_WITHOUT_TERMS)
    return debt.delivered_on if mode.code.startswith("CN_") else None


class _Run:
    """One item's interest from its first late day to the last one that counts."""

    def __init__(
        self, debt: LateDebt, item: LateItem, due: date, asked: Question, rates: Rates
    ) -> None:
        self.item, self.asked, self.rates = item, asked, rates
        # A debt taken over bears interest for the new debtor from the taking over.
        last_good = max(due, debt.issued_on) if debt.kind is Kind.TRANSFER else due
        self.breach = due + _DAY
        self.late = last_good + _DAY
        self.contract = asked.contract_on or debt.issued_on
        self.end = min(asked.as_of + _DAY, asked.stops_on or date.max)
        first = self.late if asked.mode.count is Count.TAIL else last_good
        self.start = max(first, asked.since or first)

    def ran(self) -> bool:
        """Whether something of the item was late at all."""
        return self.late < self.end and self.principal(self.late) > 0

    def principal(self, day: date) -> int:
        """Return what was late on a day; the due day, where it counts, has what was late then."""
        return self.item.principal(max(day, self.late))

    def segments(self) -> Iterator[Segment]:
        """Yield the segments in order of date."""
        if not self.start < self.end or not self.ran():
            return
        spans = self._spans()
        begins = [day for day, _rate in spans]
        steps = {one.on + _DAY for one in self.item.payments}
        inside = {day for day in steps if max(self.start, self.late) < day < self.end}
        for start, end in pairwise(sorted({*begins, *inside, self.end})):
            if (principal := self.principal(start)) > 0:
                rate = spans[bisect_right(begins, start) - 1][1]
                yield self._segment(start, end, principal, rate)

    def _segment(self, start: date, end: date, principal: int, rate: Rate) -> Segment:
        item, days = self.item, (end - start).days
        return Segment(
            item_id=item.id,
            instalment="" if item.parts == 1 else f"{item.seq}/{item.parts}",
            start=start,
            end=end,
            principal=principal,
            rate=rate,
            amount=rate.interest(principal, days, self.asked.mode.year),
        )

    def _spans(self) -> list[tuple[date, Rate]]:
        """Return from which days which rate applies, the first of them from the start."""
        mode = self.asked.mode
        if mode.agreed is not None:
            return [(self.start, self._agreed(mode.agreed))]
        source = _source(mode)
        return [
            (day, Rate(self.rates.on(source, asked) * mode.multiplier + mode.points))
            for day, asked in self.read_days()
        ]

    def _agreed(self, agreed: Rate) -> Rate:
        if not self.asked.mode.floor:
            return agreed
        floor = self.rates.on(Source.LPR, self.contract)
        return agreed if agreed.annual >= floor else Rate(floor)

    def read_days(self) -> list[tuple[date, date]]:
        """Return (from which day, on which day the table is read for it)."""
        mode, start = self.asked.mode, self.start
        if mode.read is Read.CHANGE:
            days = self.rates.changes(_source(mode), start, self.end)
            return [(day, day) for day in (start, *days)]
        if mode.read is Read.HALF_YEAR:
            return [(day, half_year(day)) for day in (start, *_half_years(start, self.end))]
        once = {
            Read.BREACH: self.breach,
            Read.HALF_YEAR_LATE: half_year(self.breach) - _DAY,
            Read.CONTRACT: self.contract,
        }
        return [(start, once[mode.read])]


def _source(mode: Mode) -> Source:
    if mode.source is None:
        raise ValueError(f"{mode.code} reads no table of rates")
    return mode.source


def _half_years(start: date, end: date) -> list[date]:
    found = []
    day = start
    while (day := half_year(half_year(day) + timedelta(days=184))) < end:
        found.append(day)
    return found


def _fixed(debt: LateDebt, asked: Question, late: Sequence[_Run]) -> int:
    """Return the fixed sum for costs: once for a debt, with the period in which it got late.

    EUR 40 (2011/7/EU Art. 6); GBP 40, 70 or 100 by the size of the debt (Late Payment Act
    1998 s. 5A). In another currency than the law's it is left out, with a caution.
    """
    table = _FIXED_SUMS.get(asked.mode.fixed)
    if table is None or not late or debt.currency != table[0]:
        return 0
    if asked.since is not None and asked.since > min(run.late for run in late):
        return 0
    principal = sum(run.principal(run.late) for run in late)
    return max((sum_ for least, sum_ in table[1] if principal >= least), default=0)


def _cautions(
    debt: LateDebt, found: Interest, late: Sequence[_Run], rates: Rates
) -> Iterator[Caution]:
    """Yield what must be known of the figures, the most basic first."""
    asked, mode = found.asked, found.mode
    if any(item.due_on is None for item in debt.items):
        yield Caution(code="due_by_law" if _due_by_law(debt, mode) else "undated")
    if asked.stops_on is not None and asked.stops_on <= asked.as_of:
        yield Caution(code="bankrupt", facts={"on": asked.stops_on})
    if not late:
        return
    yield from _unverified(found, late, rates)
    table = _FIXED_SUMS.get(mode.fixed)
    if table is not None and debt.currency != table[0]:
        yield Caution(code="fixed_elsewhere", facts={"currency": table[0]})
    if mode.code == "CN_JUDGMENT_DOUBLE":
        yield Caution(code="judgment_only" if asked.since else "judgment_start")
    if asked.contract_on is None and (mode.floor or mode.read is Read.CONTRACT):
        yield Caution(code="contract_day", facts={"on": debt.issued_on})
    yield from _limits(debt, found, rates)


def _unverified(found: Interest, late: Sequence[_Run], rates: Rates) -> Iterator[Caution]:
    source = found.mode.source
    if source is None or not found.segments:
        return
    known = rates.known_until(source)
    read = [day for run in late for _start, day in run.read_days()]
    if found.mode.read is Read.CHANGE:
        read.append(max(one.end for one in found.segments) - _DAY)
    if known is not None and max(read) > known:
        yield Caution(code="unverified", facts={"source": source.value, "until": known})


def _limits(debt: LateDebt, found: Interest, rates: Rates) -> Iterator[Caution]:
    """Yield what the law would say of the rate: nothing is cut here."""
    mode, asked = found.mode, found.asked
    contract = asked.contract_on or debt.issued_on
    agreed = mode.agreed.annual if mode.agreed else None
    if mode.code == "CN_LOAN_4X" and agreed is None:
        yield Caution(code="loan_ceiling")
    try:
        prime = rates.on(Source.LPR, contract)
        if mode.code in {"CN_CONTRACT", "CN_LOAN_4X"} and agreed and agreed > 4 * prime:
            limit = Rate(4 * prime)
            yield Caution(code="above_4_lpr", facts={"rate": mode.agreed, "limit": limit})
        if mode.floor and agreed is not None and agreed < prime:
            yield Caution(code="raised_to_lpr", facts={"rate": mode.agreed, "lpr": Rate(prime)})
        if mode.code == "CN_CONTRACT":
            yield from _above_loss(debt, found, rates)
    except ReferenceRateMissing:
        return


def _above_loss(debt: LateDebt, found: Interest, rates: Rates) -> Iterator[Caution]:
    """Warn where agreed interest is over 130 % of the loss, which is the LPR's interest.

    Beyond it a court may cut a penalty as excessive (民法典585, 合同编通则解释65).
    """
    mode = found.mode
    plain = replace(MODES["CN_LPR_1X"], year=mode.year, count=mode.count)
    loss = compute(debt, replace(found.asked, mode=plain), rates).amount
    if found.amount * 100 > loss * 130:
        yield Caution(
            code="above_loss",
            facts={"interest": found.amount, "loss": loss, "currency": found.currency},
        )


def question_from(kept: Mapping[str, Any], from_on: date, to_on: date) -> Question:
    """Return what a kept computation had asked, from the parameters stored with it."""
    mode = replace(mode_from(kept["mode"]), year=kept["year"], count=Count(kept["count"]))
    contract = kept.get("contract_on")
    return Question(
        as_of=to_on,
        mode=mode,
        since=from_on,
        contract_on=date.fromisoformat(contract) if contract else None,
    )
