"""The quarterly review of limits: what each customer's conduct says of its limit (额度评审).

The rule looks at one quarter: how much was paid on time, how late on average (what is still
overdue counts with its days so far), how far the limit was used, disputes, the grade, broken
promises, red events. It proposes; a person accepts or changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar, Final

from domain.credit.limit_policy import ReviewPolicy
from domain.figures.overdue import weighted_days_late
from domain.figures.payment_pattern import Paid
from domain.money import decimals, round_half_up


class Reason(StrEnum):
    """Why a review says what it says."""

    GOOD = "good"
    LITTLE_USED = "little_used"
    PARTLY_LATE = "partly_late"
    LATE = "late"
    VERY_LATE = "very_late"
    BROKEN_PLAN = "broken_plan"
    RED_EVENT = "red_event"
    DISPUTE = "dispute"
    GRADE_DOWN = "grade_down"
    ALERT = "alert"
    NOTHING_PAID = "nothing_paid"
    BY_HAND = "by_hand"


#: What keeps a limit from rising, however well it pays.
_BARS: Final = (Reason.DISPUTE, Reason.GRADE_DOWN, Reason.ALERT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conduct:
    """A customer's quarter in one currency.

    Attributes:
        paid: what was paid in full in the quarter.
        overdue: (amount, days so far) of what is still overdue on its last day.
        peak_minor: the highest balance of the quarter.
        open_disputes: how many of its items are in dispute.
        grade_steps: how many grades it fell (negative: rose), None where not graded twice.
        broken: a promise or plan was not kept; red: an event such as insolvency;
            alert: an early warning is open.
    """

    paid: tuple[Paid, ...] = ()
    overdue: tuple[tuple[int, int], ...] = ()
    peak_minor: int = 0
    open_disputes: int = 0
    grade_steps: int | None = None
    broken: bool = False
    red: bool = False
    alert: bool = False

    @property
    def on_time(self) -> Fraction | None:
        """The part paid on time in percent by value, of what was paid or is overdue.

        Worked: 900 on time, 50 late and 50 not paid yet: 90 %.
        """
        total = sum(one.minor for one in self.paid) + sum(minor for minor, _ in self.overdue)
        punctual = sum(one.minor for one in self.paid if one.days_late <= 0)
        return Fraction(100 * punctual, total) if total else None

    @property
    def days_late(self) -> Fraction | None:
        """Average days late by value; what is still overdue counts with its days so far."""
        late = [(one.minor, one.days_late) for one in self.paid]
        return weighted_days_late([*late, *self.overdue])

    def use(self, limit: int) -> Fraction | None:
        """The limit's use at its peak in percent; None without a limit above 0."""
        return Fraction(100 * self.peak_minor, limit) if limit > 0 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What the rule proposes: a change in percent, the new limit, and why."""

    percent: int
    minor: int
    reasons: tuple[str, ...]


def assess(conduct: Conduct, limit: int, currency: str, policy: ReviewPolicy) -> Outcome:
    """Return what the rule proposes for a limit.

    A red event ends credit. A broken plan or more than 30 days late on average halves the
    limit, 16 to 30 days cut 20 %, 4 to 15 leave it. With 95 % on time, not more than 3 days
    late and 60 % of the limit used it rises by 10 % (80 %: 20, 95 %: 25), unless a dispute
    or an early warning is open or the grade fell.

    Worked, limit 100,000: 97 % on time, 1 day late, peak 70,000: +10 %, 110,000. 20 days
    late: 80,000. 31 days late: 50,000. Red event: 0.
    """
    percent, reasons = _rule(conduct, limit, policy)
    return Outcome(
        percent=percent, minor=_changed(limit, percent, currency), reasons=tuple(reasons)
    )


def _rule(conduct: Conduct, limit: int, policy: ReviewPolicy) -> tuple[int, list[Reason]]:
    late = conduct.days_late
    if conduct.red:
        return -100, [Reason.RED_EVENT]
    if conduct.broken:
        return -policy.deep_cut_percent, [Reason.BROKEN_PLAN]
    if late is None:
        return 0, [Reason.NOTHING_PAID]
    if late > policy.cut_days:
        return -policy.deep_cut_percent, [Reason.VERY_LATE]
    if late > policy.hold_days:
        return -policy.cut_percent, [Reason.LATE]
    return _rise(conduct, limit, policy)


def _rise(conduct: Conduct, limit: int, policy: ReviewPolicy) -> tuple[int, list[Reason]]:
    late, on_time, use = conduct.days_late, conduct.on_time, conduct.use(limit)
    if late is None or late > policy.late_days:
        return 0, [Reason.PARTLY_LATE]
    if on_time is None or on_time < policy.on_time_percent:
        return 0, [Reason.PARTLY_LATE]
    reached = [rise for least, rise in policy.rises if use is not None and use >= least]
    if not reached:
        return 0, [Reason.LITTLE_USED]
    holds = {
        Reason.DISPUTE: conduct.open_disputes > 0,
        Reason.GRADE_DOWN: (conduct.grade_steps or 0) > 0,
        Reason.ALERT: conduct.alert,
    }
    bars = [reason for reason in _BARS if holds[reason]]
    return (0, [Reason.GOOD, *bars]) if bars else (max(reached), [Reason.GOOD])


def _changed(limit: int, percent: int, currency: str) -> int:
    """Return a limit changed by a percentage, rounded half up to whole units of its currency."""
    unit = 10 ** decimals(currency)
    return limit if not percent else round_half_up(limit * (100 + percent), 100 * unit) * unit


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """One customer of a review as it was booked; amounts in ``currency``.

    Percentages and days are kept as they were shown, with one decimal.
    """

    customer_id: int
    currency: str
    before_minor: int
    proposed_minor: int
    after_minor: int
    percent: int
    reasons: tuple[str, ...]
    on_time: Decimal | None = None
    days_late: Decimal | None = None
    use: Decimal | None = None
    peak_minor: int = 0
    disputes: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitReview:
    """A review as it was booked, on its record's day."""

    KIND: ClassVar[str] = "limit_review"

    who: str
    from_on: date
    lines: tuple[ReviewLine, ...]


def totals(lines: Sequence[ReviewLine]) -> dict[str, tuple[int, int, int]]:
    """Return (before, proposed, after) by currency."""
    found: dict[str, tuple[int, int, int]] = {}
    for line in lines:
        before, proposed, after = found.get(line.currency, (0, 0, 0))
        found[line.currency] = (
            before + line.before_minor,
            proposed + line.proposed_minor,
            after + line.after_minor,
        )
    return dict(sorted(found.items()))


def tenth(value: Fraction | None) -> Decimal | None:
    """Return a figure with one decimal, rounded half up; None stays."""
    if value is None:
        return None
    return Decimal(round_half_up(value.numerator * 10, value.denominator)).scaleb(-1)
