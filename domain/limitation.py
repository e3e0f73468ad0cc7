"""The limitation clock (诉讼时效): the last day to act on a debt, safely and at best.

A debt is barred some years after it could be claimed; events start the years anew. Two
days are told: the *conservative* one, moved by well-proved events alone, and the
*optimistic* one, moved by weakly proved ones too. Both stay on the safe side of the calendar:
the first day is counted and a holiday at the end is not passed over. A reminder, no advice.

Worked: due 2023-11-20, nothing happened: 2026-11-20. A part payment on 2025-03-05: 2028-03-05.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import MAXYEAR, date
from enum import StrEnum
from functools import cache, lru_cache
from operator import attrgetter
from typing import Final, NamedTuple

from domain.legal_event import DEBTOR_ACTS, EventKind, Strength

#: Days before the last safe day on which it is told again.
ALERTS: Final = (7, 30, 90, 180)


class Anchor(StrEnum):
    """What a clock starts from."""

    DUE = "due"
    LAST_INSTALMENT = "last_instalment"
    DELIVERY = "delivery"
    ISSUE = "issue"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Law:
    """How a country bars debts from the sale of goods.

    ``restarts`` are the events that start the years anew by its statute, ``may_restart``
    those that do so on disputed ground. ``year_end``: the first run ends with a year.
    ``one_debt``: instalments run together, from the last. ``revives`` are acts that count
    even after the end, on disputed ground. ``absolute_years`` end it whatever happened.
    """

    code: str
    years: int
    source: str
    countries: frozenset[str] = field(repr=False)
    restarts: frozenset[EventKind] = field(repr=False)
    may_restart: frozenset[EventKind] = field(default=frozenset(), repr=False)
    revives: frozenset[EventKind] = field(default=frozenset(), repr=False)
    year_end: bool = False
    one_debt: bool = False
    absolute_years: int | None = None


_NO_EVENT: Final = frozenset(
    {EventKind.PAPER_DELIVERED, EventKind.TAKEN_BACK, EventKind.SETOFF_NOTICE}
)
_ACKNOWLEDGED: Final = frozenset(
    {EventKind.PART_PAYMENT, EventKind.PROMISE_WRITTEN, EventKind.INSTALMENT_PLAN}
)

CHINA: Final = Law(
    code="CN",
    years=3,
    source="民法典188、189、192、195",
    countries=frozenset({"CN", "CHN", "CHINA", "中国"}),
    restarts=frozenset(EventKind) - _NO_EVENT,
    # Set off out of court: argued whether it demands the rest.
    may_restart=frozenset({EventKind.SETOFF_NOTICE}),
    revives=DEBTOR_ACTS,
    one_debt=True,
    absolute_years=20,
)
ENGLAND: Final = Law(
    code="GB",
    years=6,
    source="Limitation Act 1980 s.5, 29, 30",
    countries=frozenset({"GB", "UK", "GBR", "GB-ENG", "GB-WLS", "UNITED KINGDOM", "英国"}),
    restarts=_ACKNOWLEDGED,
    may_restart=DEBTOR_ACTS - _ACKNOWLEDGED,
)
SCOTLAND: Final = Law(
    code="GB-SCT",
    years=5,
    source="Prescription and Limitation (Scotland) Act 1973 s.6, 9, 10",
    countries=frozenset({"GB-SCT", "SCOTLAND", "苏格兰"}),
    restarts=_ACKNOWLEDGED | {EventKind.LAWSUIT, EventKind.ARBITRATION, EventKind.BANKRUPTCY_CLAIM},
    may_restart=DEBTOR_ACTS - _ACKNOWLEDGED,
)
GERMANY: Final = Law(
    code="DE",
    years=3,
    source="BGB §§ 195, 199, 212",
    countries=frozenset({"DE", "DEU", "GERMANY", "德国"}),
    restarts=_ACKNOWLEDGED | {EventKind.SECURITY_GIVEN},
    may_restart=frozenset({EventKind.STATEMENT_SIGNED, EventKind.EXTENSION_REQUEST}),
    year_end=True,
)
FRANCE: Final = Law(
    code="FR",
    years=5,
    source="C. com. L110-4; C. civ. 2224, 2240, 2241",
    countries=frozenset({"FR", "FRA", "FRANCE", "法国"}),
    restarts=_ACKNOWLEDGED | {EventKind.SECURITY_GIVEN, EventKind.LAWSUIT, EventKind.PRESERVATION},
    may_restart=frozenset(
        {
            EventKind.STATEMENT_SIGNED,
            EventKind.EXTENSION_REQUEST,
            EventKind.ARBITRATION,
            EventKind.PAYMENT_ORDER,
        }
    ),
)
UNITED_STATES: Final = Law(
    code="US",
    years=4,
    source="UCC 2-725",
    countries=frozenset({"US", "USA", "UNITED STATES", "美国"}),
    restarts=frozenset(),
    # Each state has its own law of new promises and part payments.
    may_restart=DEBTOR_ACTS,
)
LAWS: Final = {law.code: law for law in (CHINA, ENGLAND, SCOTLAND, GERMANY, FRANCE, UNITED_STATES)}


@cache
def laws_for(country: str) -> tuple[Law, ...]:
    """Return the laws a debt of a customer in a country may be judged by.

    The contract decides, and the book does not know it: abroad both the seller's law and
    the customer's come into question, and the earlier day is the safe one. A country that is
    not listed, or none: the seller's.
    """
    wanted = country.strip().upper()
    abroad = next((law for law in LAWS.values() if wanted in law.countries), CHINA)
    return (CHINA,) if abroad is CHINA else (CHINA, abroad)


@dataclass(frozen=True, slots=True)
class Event:
    """An event as the clock sees it.

    ``ref`` names it (a receipt, a letter), ``mine`` is False for one on another instalment
    of the same document.
    """

    kind: EventKind
    on: date
    strength: Strength
    ref: str = ""
    mine: bool = True


class Debt(NamedTuple):
    """What is open of a debit on a day, with all that its clock depends on.

    A light value, as a hundred thousand are made at once. ``last_due_on`` is the latest due
    date of its document's instalments, None where there is one item only. ``delivered_on``,
    ``aged_from`` and ``issued_on``, in this order, stand in for a due date not agreed.
    """

    item_id: int
    document_id: int
    number: str
    customer_id: int
    customer_code: str
    customer_name: str
    customer_name_en: str
    country: str
    currency: str
    amount: int
    open: int
    issued_on: date
    due_on: date | None
    delivered_on: date | None = None
    aged_from: date | None = None
    last_due_on: date | None = None
    events: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a claim reaches: its last day, by which law, from what, moved by what.

    ``event`` is the last that moved the day; ``capped``: no event moves it any more.
    """

    on: date
    law: Law
    start: date
    anchor: Anchor
    event: Event | None = None
    capped: bool = False


class Limited(NamedTuple):
    """A debt with its two last days; ``days_left`` are those to the conservative one."""

    debt: Debt
    conservative: Reach
    optimistic: Reach
    days_left: int

    @property
    def alert(self) -> int | None:
        """The alert that is on: see :func:`alert`."""
        return alert(self.days_left)


def add_years(on: date, years: int) -> date:
    """Return the same day some years on; 29 February becomes the 28th, the calendar ends in 9999.

    Source: 民法典202; the day itself, not the one after it, so as to be safe.
    """
    year = on.year + years
    if year > MAXYEAR:
        return date.max
    try:
        return on.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def alert(days_left: int) -> int | None:
    """Return the alert that is on: 7, 30, 90 or 180 days, 0 past the day, None before all."""
    if days_left < 0:
        return 0
    return next((days for days in ALERTS if days_left <= days), None)


def started(debt: Debt, law: Law) -> tuple[date, Anchor]:
    """Return the day a debt's clock starts, and what day that is.

    The due date; of one debt in instalments the last due date (民法典189); without any, the
    delivery (628), and where the book has none, the day of issue.
    """
    if law.one_debt and debt.last_due_on is not None:
        return debt.last_due_on, Anchor.LAST_INSTALMENT
    return _by_itself(debt)


def _by_itself(debt: Debt) -> tuple[date, Anchor]:
    """Return where an item's clock starts without regard to its fellow instalments."""
    if debt.due_on is not None:
        return debt.due_on, Anchor.DUE
    if debt.delivered_on is not None:
        return debt.delivered_on, Anchor.DELIVERY
    return debt.aged_from or debt.issued_on, Anchor.ISSUE


def reach(debt: Debt, law: Law, *, certain: bool) -> Reach:
    """Return how far a claim reaches under a law; ``certain``: by well-proved events alone.

    An event within the years starts them anew, if that is later than they would have ended;
    one after their end does nothing (but what may revive the debt, for the optimist).
    """
    unmoved = _unmoved(law, *started(debt, law))
    if not debt.events:
        return unmoved
    start, last, moved_by = unmoved.start, unmoved.on, None
    for event in _counted(debt.events, law, certain=certain):
        if event.on <= last or (not certain and event.kind in law.revives):
            moved = add_years(event.on, law.years)
            if moved > last:
                last, moved_by = moved, event
    if law.absolute_years is not None:
        end = add_years(start, law.absolute_years)
        if last > end:
            return replace(unmoved, on=end, event=moved_by, capped=True)
    return unmoved if moved_by is None else replace(unmoved, on=last, event=moved_by)


@lru_cache(maxsize=8192)
def _unmoved(law: Law, start: date, anchor: Anchor) -> Reach:
    """Return how far a claim reaches when nothing happens."""
    first = add_years(start, law.years)
    return Reach(date(first.year, 12, 31) if law.year_end else first, law, start, anchor)


def _counted(events: Sequence[Event], law: Law, *, certain: bool) -> list[Event]:
    """Return the events that count under a law, in the order of their days."""
    kinds = law.restarts if certain else law.restarts | law.may_restart
    strengths = (Strength.STRONG,) if certain else (Strength.STRONG, Strength.WEAK)
    found = [
        event
        for event in events
        if event.kind in kinds and event.strength in strengths and (event.mine or law.one_debt)
    ]
    return sorted(found, key=lambda one: (one.on, one.kind, one.ref, one.strength, one.mine))


#: Order of reaches: by their last day.
_on: Final = attrgetter("on")


def clock(debt: Debt, as_of: date, laws: Iterable[Law] | None = None) -> Limited:
    """Return a debt's last days as of a date: the earliest of its laws, and the latest at best.

    Events after the date are not known yet. The optimistic day is never before the
    conservative one.
    """
    if debt.events and any(event.on > as_of for event in debt.events):
        debt = debt._replace(events=tuple(one for one in debt.events if one.on <= as_of))
    if laws is None and not debt.events and debt.last_due_on is None:
        safe, best = _quiet(debt.country, *_by_itself(debt))
    else:
        chosen = laws_for(debt.country) if laws is None else tuple(laws)
        safe = min((reach(debt, law, certain=True) for law in chosen), key=_on)
        best = max((reach(debt, law, certain=False) for law in chosen), key=_on)
    return Limited(debt, safe, best, (safe.on - as_of).days)


@lru_cache(maxsize=8192)
def _quiet(country: str, start: date, anchor: Anchor) -> tuple[Reach, Reach]:
    """Return the last days of whole debts of which nothing is known: many begin on one day."""
    found = [_unmoved(law, start, anchor) for law in laws_for(country)]
    return min(found, key=_on), max(found, key=_on)
