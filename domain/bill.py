"""Acceptance bills (承兑汇票): what a bill is, what may happen to it, and what that means.

A bill's state is never stored: it follows from its events, each a dated fact; an event is
taken back by another (*undone*) that points at it. Articles without a name are those of
the Negotiable Instruments Law (票据法).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Final

from domain.bill_number import LARGEST, BillKind, check_number, parse_part
from domain.errors import (
    AmountTooLarge,
    BadBillDates,
    BadBillNumber,
    BadBillPart,
    BillNotAllowed,
    BillNotTransferable,
    BillTooEarly,
    MissingField,
    WrongSign,
)
from domain.money import Money, round_half_up
from domain.terms import day_of_month

#: From this day on a bill runs six months at most (商业汇票承兑、贴现与再贴现管理办法25).
SHORTER_FROM: Final = date(2023, 1, 1)
MONTHS: Final = 6
#: An electronic bill of before ran up to a year.
MONTHS_BEFORE: Final = 12
#: Days after maturity within which it is presented (53).
PRESENT_DAYS: Final = 10
#: Days after the proof of refusal within which the party before us is told (66).
NOTIFY_DAYS: Final = 3
#: Months for recourse from the refusal, and from our payment when it came back to us (17).
RECOURSE_MONTHS: Final = 6
AGAIN_MONTHS: Final = 3
#: Years from maturity in which drawer and acceptor are liable (17).
ACCEPTOR_YEARS: Final = 2
#: Words in the names of banks whose acceptances are taken as free of recourse once passed
#: on: the six large and nine joint-stock banks. The book's setting overrides them.
SAFE_BANKS: Final = (
    *("工商银行", "农业银行", "中国银行", "建设银行", "交通银行", "邮政储蓄银行", "邮储银行"),
    *("招商银行", "浦东发展银行", "浦发银行", "中信银行", "光大银行", "华夏银行", "民生银行"),
    *("平安银行", "兴业银行", "浙商银行"),
)
SAFE_BANKS_SETTING: Final = "bill_safe_banks"


class BillState(StrEnum):
    """Where a bill stands on a date. WITHDRAWN: its registration was taken back."""

    IN_HAND = "in_hand"
    ENDORSED = "endorsed"
    DISCOUNTED = "discounted"
    PLEDGED = "pledged"
    PRESENTED = "presented"
    PAID = "paid"
    DISHONOURED = "dishonoured"
    RECOURSE = "recourse"
    RECOVERED = "recovered"
    SPLIT = "split"
    WITHDRAWN = "withdrawn"


class EventKind(StrEnum):
    """What happens to a bill; the value is what the book stores."""

    RECEIVED = "received"
    ENDORSED = "endorsed"
    DISCOUNTED = "discounted"
    PLEDGED = "pledged"
    RELEASED = "released"
    PRESENTED = "presented"
    PAID = "paid"
    REFUSED = "refused"
    RECOURSE = "recourse"
    RECOVERED = "recovered"
    SPLIT = "split"
    RETURNED = "returned"
    UNDONE = "undone"


#: The state each event leads to.
LEADS_TO: Final = {
    EventKind.RECEIVED: BillState.IN_HAND,
    EventKind.RELEASED: BillState.IN_HAND,
    EventKind.RETURNED: BillState.IN_HAND,
    EventKind.ENDORSED: BillState.ENDORSED,
    EventKind.DISCOUNTED: BillState.DISCOUNTED,
    EventKind.PLEDGED: BillState.PLEDGED,
    EventKind.PRESENTED: BillState.PRESENTED,
    EventKind.PAID: BillState.PAID,
    EventKind.REFUSED: BillState.DISHONOURED,
    EventKind.RECOURSE: BillState.RECOURSE,
    EventKind.RECOVERED: BillState.RECOVERED,
    EventKind.SPLIT: BillState.SPLIT,
}
_PASSED_ON: Final = (EventKind.PAID, EventKind.REFUSED, EventKind.RETURNED)
#: What may happen next, in the order in which it is offered.
ALLOWED: Final[dict[BillState | None, tuple[EventKind, ...]]] = {
    None: (EventKind.RECEIVED,),
    BillState.IN_HAND: (
        EventKind.PRESENTED,
        EventKind.ENDORSED,
        EventKind.DISCOUNTED,
        EventKind.PLEDGED,
        EventKind.SPLIT,
    ),
    BillState.ENDORSED: _PASSED_ON,
    BillState.DISCOUNTED: _PASSED_ON,
    BillState.PLEDGED: (EventKind.RELEASED, EventKind.PAID, EventKind.REFUSED),
    BillState.PRESENTED: (EventKind.PAID, EventKind.REFUSED),
    BillState.DISHONOURED: (EventKind.RECOURSE, EventKind.RECOVERED),
    BillState.RECOURSE: (EventKind.RECOVERED,),
    # Recourse may be paid in several sums.
    BillState.RECOVERED: (EventKind.RECOVERED,),
    BillState.PAID: (),
    BillState.SPLIT: (),
    BillState.WITHDRAWN: (),
}
#: States in which we have passed a bill on and may be held liable for it.
PASSED_ON: Final = (BillState.ENDORSED, BillState.DISCOUNTED)
#: Events by which a bill is passed on: never one that says 不得转让 (27, 34).
TRANSFERS: Final = (EventKind.ENDORSED, EventKind.DISCOUNTED, EventKind.PLEDGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """A bill as it was received, or a part of one that was split.

    ``part`` is its sub-range ("" none, "0" not to be split). ``receipt_id`` is the receipt
    that it paid by, None for a bill from before the book. A part names the bill it was
    split of, and has that bill's receipt.
    """

    kind: BillKind
    number: str
    amount: Money
    issued_on: date
    due_on: date
    acceptor: str
    customer_id: int
    part: str = ""
    drawer: str = ""
    acceptor_bank: str = ""
    note: str = ""
    not_transferable: bool = False
    receipt_id: int | None = None
    split_of_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BillEvent:
    """One thing that happened to a bill; ``id`` 0 before it is kept.

    ``party``: to or from whom. ``amount``: proceeds of a discount, sum claimed or
    recovered; ``cost``: the discount's interest; both in minor units. ``rate``: percent a
    year. ``document_id``: the receipt, its voiding, or the refund posted with it.
    """

    kind: EventKind
    on: date
    party: str = ""
    amount: int | None = None
    cost: int | None = None
    rate: str = ""
    note: str = ""
    document_id: int | None = None
    reverses_id: int | None = None
    id: int = 0
    operation_id: int = 0


def check_bill(bill: Bill) -> Bill:
    """Return a bill when it may be registered.

    Raises:
        MissingField: no number, or nobody accepted it.
        BadBillNumber: the number cannot be one.
        WrongSign, AmountTooLarge: not above zero, or above 1,000,000,000.00.
        BadBillPart: the sub-range has another amount.
        BadBillDates: due before issue, or later than the law allows.
    """
    for name in ("number", "acceptor"):
        if not getattr(bill, name):
            raise MissingField(field=name)
    for finding in check_number(bill.number):
        if finding.serious:
            raise BadBillNumber(number=bill.number, reason=finding.code, **finding.facts)
    if bill.amount.minor <= 0:
        raise WrongSign(kind="bill", number=bill.number)
    if bill.amount.minor > LARGEST:
        raise AmountTooLarge(number=bill.number, amount=str(bill.amount))
    _check_part(bill)
    if not bill.issued_on <= bill.due_on <= latest_due(bill.issued_on):
        latest = latest_due(bill.issued_on)
        raise BadBillDates(issued_on=bill.issued_on, due_on=bill.due_on, latest=latest)
    return bill


def _check_part(bill: Bill) -> None:
    part = parse_part(bill.part)
    if part is None:
        return
    if bill.amount.currency != "CNY" or part.minor != bill.amount.minor:
        raise BadBillPart(part=bill.part, reason="amount", amount=str(bill.amount))


def latest_due(issued_on: date) -> date:
    """Return the last day a bill may run to: six months, a year for one of before 2023.

    Months end on the same day, or on the month's last (107): of 2026-08-31 2027-02-28.
    """
    months = MONTHS if issued_on >= SHORTER_FROM else MONTHS_BEFORE
    return _months_after(issued_on, months)


def _months_after(on: date, months: int) -> date:
    return day_of_month(on.year, on.month + months, on.day)


# -- events


def until(events: Iterable[BillEvent], on: date) -> list[BillEvent]:
    """Return the events known to have happened by the end of a day."""
    return [event for event in events if event.on <= on]


def standing(events: Sequence[BillEvent]) -> list[BillEvent]:
    """Return the events that were not taken back, in their order."""
    undone = {event.reverses_id for event in events if event.kind is EventKind.UNDONE}
    return [e for e in events if e.kind is not EventKind.UNDONE and e.id not in undone]


def state_of(events: Sequence[BillEvent]) -> BillState | None:
    """Return where a bill stands after its events; None before it was received."""
    live = standing(events)
    if live:
        return LEADS_TO[live[-1].kind]
    return BillState.WITHDRAWN if events else None


def allowed(bill: Bill, state: BillState | None, on: date | None = None) -> tuple[EventKind, ...]:
    """Return what may happen to a bill next, on a day where one is given.

    One without a sub-range is not split; for passing on see :func:`check_event`.
    """
    barred: set[EventKind] = set()
    if bill.not_transferable or (on is not None and on > present_by(bill.due_on)):
        barred |= set(TRANSFERS)
    if on is not None and on >= bill.due_on:
        barred.add(EventKind.DISCOUNTED)
    if parse_part(bill.part) is None or bill.amount.minor < 2:
        barred.add(EventKind.SPLIT)
    return tuple(kind for kind in ALLOWED[state] if kind not in barred)


def check_event(bill: Bill, events: Sequence[BillEvent], kind: EventKind, on: date) -> None:
    """Let an event pass, or say why it cannot be.

    A bill is not passed on when it says so (27), was refused or is past the days of its
    presentation (36); it is discounted before it is due only.

    Raises:
        BillNotTransferable: it must not be passed on.
        BillNotAllowed: its state does not allow it.
        BillTooEarly: dated before its last event, or before its issue.
    """
    if kind in TRANSFERS and bill.not_transferable:
        raise BillNotTransferable(number=bill.number, reason="marked")
    state = state_of(events)
    if kind not in allowed(bill, state):
        raise BillNotAllowed(number=bill.number, state=state, act=kind.value)
    last = max((event.on for event in events), default=bill.issued_on)
    if on < last:
        raise BillTooEarly(number=bill.number, on=on, earliest=last)
    if kind in TRANSFERS and on > present_by(bill.due_on):
        raise BillNotTransferable(number=bill.number, reason="late")
    if kind is EventKind.DISCOUNTED and on >= bill.due_on:
        raise BillNotTransferable(number=bill.number, reason="due")


# -- deadlines


def present_by(due_on: date) -> date:
    """Return the last day to present a bill: ten days after maturity (53).

    Where it is no working day, the day after the holiday counts too; that is not waited for.
    """
    return due_on + timedelta(days=PRESENT_DAYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """Last days after a refusal. None: the right is lost, or there is nobody to tell.

    ``notify_by`` for telling the party before us (66), ``recourse_by`` for recourse against
    those before us, ``acceptor_by`` for claims on drawer and acceptor (17).
    """

    notify_by: date | None
    recourse_by: date | None
    acceptor_by: date


def deadlines(bill: Bill, events: Sequence[BillEvent]) -> Deadlines | None:
    """Return the deadlines of a bill that was refused, None for one that was not.

    As its holder we have six months from the refusal; a bill that we had passed on and paid
    for gives three from that day. One presented too late leaves only drawer and acceptor
    (65). Worked: due 2026-08-20, presented 08-21, refused 2026-08-31: tell by 09-03,
    recourse by 2027-02-28, drawer and acceptor until 2028-08-20.
    """
    live = standing(events)
    place = next((at for at, e in enumerate(live) if e.kind is EventKind.REFUSED), None)
    if place is None:
        return None
    refused, before = live[place].on, live[:place]
    came_back = bool(before) and LEADS_TO[before[-1].kind] in PASSED_ON
    presented = [e.on for e in before if e.kind is EventKind.PRESENTED]
    late = not came_back and bool(presented) and presented[-1] > present_by(bill.due_on)
    months = AGAIN_MONTHS if came_back else RECOURSE_MONTHS
    return Deadlines(
        notify_by=None if late else refused + timedelta(days=NOTIFY_DAYS),
        recourse_by=None if late else _months_after(refused, months),
        acceptor_by=_months_after(bill.due_on, 12 * ACCEPTOR_YEARS),
    )


# -- recourse exposure


def is_safe(bill: Bill, banks: Iterable[str] = SAFE_BANKS) -> bool:
    """Return whether a bill's acceptor is a bank of the list, so that no recourse is feared.

    The acceptor's own name decides: a finance company with an account at a large bank is
    none. Names are compared by the words of the list within them.
    """
    if bill.kind is not BillKind.BANK:
        return False
    return any(word and word in bill.acceptor for word in banks)


def exposure(
    bill: Bill, events: Sequence[BillEvent], on: date, banks: Iterable[str] = SAFE_BANKS
) -> int:
    """Return what of a bill stays in the customer's exposure on a day, in minor units.

    All of it while it is endorsed or discounted and not matured (its due date included),
    unless a bank of the list has accepted it; nothing otherwise: a bill that came back
    unpaid counts by the invoices it opened again.
    """
    open_risk = state_of(until(events, on)) in PASSED_ON and bill.due_on >= on
    return bill.amount.minor if open_risk and not is_safe(bill, banks) else 0


# -- discounting


@dataclass(frozen=True, slots=True, kw_only=True)
class Discounting:
    """What a discount (贴现) costs: days, interest and proceeds in minor units."""

    days: int
    cost: int
    proceeds: int

    def yearly(self) -> Decimal:
        """Return the cost in percent a year of the money received, two decimals (actual/365)."""
        if not self.days or not self.proceeds:
            return Decimal(0)
        hundredths = round_half_up(self.cost * 365 * 10_000, self.proceeds * self.days)
        return Decimal(hundredths).scaleb(-2)


def discount(
    face: int,
    due_on: date,
    on: date,
    rate: Decimal,
    *,
    basis: int = 360,
    extra_days: int = 0,
) -> Discounting:
    """Return what discounting a bill on a day costs.

    Interest = face × rate × days / basis, rounded half up once; the days run from the day of
    the discount to the day before maturity. ``rate`` in percent a year, ``basis`` 360 or
    365, ``extra_days`` for a due date put off or a paper bill from elsewhere (three).
    Worked: 500,000.00 at 2.1 % for 120 days by 360: 3,500.00.

    Raises:
        BadBillDates: not before maturity.
        WrongSign: a rate below zero or so high that nothing is left.
    """
    days = (due_on - on).days + extra_days
    if on >= due_on or extra_days < 0:
        raise BadBillDates(issued_on=on, due_on=due_on, latest=due_on)
    numerator, denominator = rate.as_integer_ratio()
    cost = round_half_up(face * numerator * days, denominator * 100 * basis)
    if not 0 <= cost < face:
        raise WrongSign(kind="discount", number="")
    return Discounting(days=days, cost=cost, proceeds=face - cost)
