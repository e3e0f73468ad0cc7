"""Methods of finding a limit side by side: each is a leg, the lowest one is proposed.

Every leg shows what it was computed from; one without data says what is missing and takes
no part. What a leg yields is rounded half up to the minor unit, the proposal down to whole
thousands.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import NamedTuple

from domain.credit.limit_policy import LimitPolicy
from domain.money import decimals


class Method(StrEnum):
    """The methods in the order in which they are shown."""

    DEMAND = "demand"
    NET_WORTH = "net_worth"
    WORKING_ASSETS = "working_assets"
    RECORD = "record"
    INSURER = "insurer"
    CAP = "cap"


@dataclass(frozen=True, slots=True)
class Input:
    """A figure a leg was computed from. ``unit``: money (minor), percent, factor, days, grade."""

    name: str
    value: str
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """What one method yields; ``minor`` None: ``missing`` says what it would need."""

    method: str
    minor: int | None
    inputs: tuple[Input, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a customer and of us, in the currency of the limit (minor units).

    Attributes:
        monthly_purchases: what it buys of us in a month.
        term_days: how long it is given.
        net_worth: equity less what cannot be touched.
        working_limit: what the model of working assets yields (营运资产分析模型).
        multiplier, grade: what the grade makes of that.
        clean_peak: the highest exposure of twelve months while nothing was overdue.
        insurer_limit: what the insurer covers, its discretionary limit included.
        own_equity, own_receivables: ours; the second is taken where the first is unknown.
        no_credit: the customer's grade gets none, whatever the legs yield.
    """

    currency: str
    monthly_purchases: int | None = None
    term_days: int | None = None
    net_worth: int | None = None
    working_limit: int | None = None
    multiplier: Decimal | None = None
    grade: str = ""
    clean_peak: int | None = None
    insurer_limit: int | None = None
    own_equity: int | None = None
    own_receivables: int | None = None
    no_credit: bool = False


class Proposal(NamedTuple):
    """The legs, and the lowest of them rounded down; None: nothing speaks for a limit."""

    legs: tuple[Leg, ...]
    minor: int | None


def propose(known: Known, policy: LimitPolicy) -> Proposal:
    """Return all legs and what they propose together.

    Our own cap bounds a proposal but makes none: it says nothing of the customer.

    Worked: 300,000 a month on 30 days, a net worth of 2,000,000, a clean peak of 250,500
    and receivables of 4,000,000 of our own give 360,000; 200,000; 313,125 and 800,000: the
    proposal is 200,000.
    """
    legs = (
        _demand(known, policy),
        _net_worth(known, policy),
        _working_assets(known),
        _record(known, policy),
        _insurer(known),
        _cap(known, policy),
    )
    if known.no_credit:
        return Proposal(legs, 0)
    return Proposal(legs, lowest(legs, known.currency, policy.step))


def lowest(legs: Sequence[Leg], currency: str, step: int) -> int | None:
    """Return the lowest leg that has data, at least 0, rounded down to ``step`` whole units."""
    speaking = [leg for leg in legs if leg.minor is not None]
    if all(leg.method == Method.CAP for leg in speaking):
        return None
    found = min(leg.minor for leg in speaking if leg.minor is not None)
    unit: int = max(step, 1) * 10 ** decimals(currency)
    return max(found, 0) // unit * unit


def _demand(known: Known, policy: LimitPolicy) -> Leg:
    """Return what a term's purchases need: monthly purchases × days ÷ 30 × 1.2."""
    inputs = [
        _money("monthly_purchases", known.monthly_purchases),
        None if known.term_days is None else Input("term_days", str(known.term_days), "days"),
        Input("factor", str(policy.demand_factor), "factor"),
    ]
    minor = None
    if known.monthly_purchases is not None and known.term_days is not None:
        days = Decimal(known.term_days) / 30
        minor = _whole(known.monthly_purchases * days * policy.demand_factor)
    return _leg(Method.DEMAND, minor, inputs, ("monthly_purchases", "term_days"))


def _net_worth(known: Known, policy: LimitPolicy) -> Leg:
    """Return a tenth of the tangible net worth."""
    inputs = [_money("net_worth", known.net_worth), _percent("share", policy.net_worth_percent)]
    minor = None
    if known.net_worth is not None:
        minor = _whole(known.net_worth * policy.net_worth_percent / 100)
    return _leg(Method.NET_WORTH, minor, inputs, ("net_worth",))


def _working_assets(known: Known) -> Leg:
    """Return what working assets carry, times what the grade makes of it."""
    factor = known.multiplier
    inputs = [
        _money("working_limit", known.working_limit),
        Input("grade", known.grade, "grade") if known.grade else None,
        None if factor is None else Input("multiplier", str(factor), "factor"),
    ]
    minor = None
    if known.working_limit is not None and factor is not None:
        minor = _whole(known.working_limit * factor)
    return _leg(Method.WORKING_ASSETS, minor, inputs, ("working_limit", "multiplier"))


def _record(known: Known, policy: LimitPolicy) -> Leg:
    """Return what it has shown to carry: the clean peak of twelve months × 1.25."""
    factor = Input("factor", str(policy.record_factor), "factor")
    inputs = [_money("clean_peak", known.clean_peak), factor]
    peak = known.clean_peak
    minor = None if peak is None else _whole(peak * policy.record_factor)
    return _leg(Method.RECORD, minor, inputs, ("clean_peak",))


def _insurer(known: Known) -> Leg:
    inputs = [_money("insurer_limit", known.insurer_limit)]
    return _leg(Method.INSURER, known.insurer_limit, inputs, ("insurer_limit",))


def _cap(known: Known, policy: LimitPolicy) -> Leg:
    """Return how much one customer may be of ourselves: 20 % of equity, else of receivables."""
    name = "own_receivables" if known.own_equity is None else "own_equity"
    base = known.own_receivables if known.own_equity is None else known.own_equity
    inputs = [_money(name, base), _percent("share", policy.cap_percent)]
    minor = None if base is None else _whole(base * policy.cap_percent / 100)
    return _leg(Method.CAP, minor, inputs, (name,))


def _leg(
    method: Method, minor: int | None, inputs: Iterable[Input | None], needed: tuple[str, ...]
) -> Leg:
    kept = tuple(entry for entry in inputs if entry is not None)
    names = {entry.name for entry in kept}
    missing = tuple(name for name in needed if name not in names)
    return Leg(method=method.value, minor=minor, inputs=kept, missing=missing)


def _money(name: str, minor: int | None) -> Input | None:
    return None if minor is None else Input(name, str(minor), "money")


def _percent(name: str, percent: Decimal) -> Input:
    return Input(name, str(percent), "percent")


def _whole(value: Decimal) -> int:
    return int(value.quantize(Decimal(1), rounding=ROUND_HALF_UP))
