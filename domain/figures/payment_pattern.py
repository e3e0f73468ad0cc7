"""How a customer pays: its habit, how firm it is, and whether it gets worse (付款习惯)."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from math import ceil, floor
from typing import Final, NamedTuple

from domain.figures.overdue import weighted_days_late

#: Fewer paid documents show no habit.
_FEWEST: Final = 3
#: The newest payments that are compared with the whole, and how many a trend needs.
_NEWEST: Final = 3
_TREND_NEEDS: Final = 6
#: Getting worse: so many days more to pay, or so much of the usual time.
_WORSE_DAYS: Final = 10
_WORSE_PART: Final = Fraction(30, 100)
#: On time: late by so little on average; a habit of paying late goes up to so many days.
_ON_TIME: Final = 3
_HABIT: Final = 15
#: How much of all makes a habit.
_HALF: Final = Fraction(1, 2)
_QUARTER: Final = Fraction(1, 4)
_DISPUTES: Final = 2
_MONTH_END_DAYS: Final = 5
#: 0.6745 makes the median deviation comparable with a standard deviation; beyond 3.5 of
#: them a payment is unusual (Iglewicz and Hoaglin).
_NORMAL: Final = Fraction(6745, 10_000)
_UNUSUAL: Final = Fraction(7, 2)


class Segment(StrEnum):
    """What kind of payer a customer is, for the choice of how to collect."""

    TOO_FEW = "too_few"
    ON_TIME = "on_time"
    HABITUALLY_LATE = "habitually_late"
    MONTH_END = "month_end"
    WHEN_CHASED = "when_chased"
    DISPUTING = "disputing"
    WORSENING = "worsening"
    VERY_LATE = "very_late"


class Paid(NamedTuple):
    """A debit that was paid in full on ``paid_on``; letters and disputes were before that."""

    issued_on: date
    due_on: date
    paid_on: date
    minor: int
    chased: bool = False
    disputed: bool = False

    @property
    def days_late(self) -> int:
        """Days after the due date; negative: early."""
        return (self.paid_on - self.due_on).days

    @property
    def days_to_pay(self) -> int:
        """Days from the document to the payment."""
        return (self.paid_on - self.issued_on).days


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidAccount:
    """What a customer has paid in one currency over a period, in order of payment."""

    code: str
    name: str
    name_en: str
    currency: str
    paid: tuple[Paid, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentPattern:
    """A customer's habit in days after the due date (negative: early).

    ``deviation`` is the median absolute deviation, ``weighted`` the average by amount with
    early as 0, ``trend`` how many days more the newest three took than all on average,
    ``unusual`` how many payments break the habit. ``weekday`` (Monday 0) and ``day`` of
    the month (31: its last) are told where half of the days of payment agree.
    """

    paid: int
    median: Fraction
    mean: Fraction
    deviation: Fraction
    weighted: Fraction | None
    trend: Fraction | None
    unusual: int
    weekday: int | None
    day: int | None
    segment: Segment


def payment_pattern(paid: Sequence[Paid]) -> PaymentPattern | None:
    """Return the pattern of what was paid, oldest payment first; None when nothing was.

    Worked: six invoices on NET30 paid 5, 5, 6, 4, 5 and 45 days late: median 5, mean
    11.67, deviation 0.5, the last one unusual (z = 53.96), trend +6.33 days.
    """
    if not paid:
        return None
    late = [one.days_late for one in paid]
    days = sorted({one.paid_on for one in paid})
    habit = habitual(late)
    return PaymentPattern(
        paid=len(paid),
        median=median(late),
        mean=mean_days(paid),
        deviation=median_deviation(late),
        weighted=weighted_days_late(zip((one.minor for one in paid), late, strict=True)),
        trend=trend(paid),
        unusual=0 if habit is None else sum(value not in habit for value in late),
        weekday=_usual(day.weekday() for day in days),
        day=_usual(31 if _days_left(day) == 0 else day.day for day in days),
        segment=segment(paid),
    )


def mean_days(paid: Sequence[Paid]) -> Fraction:
    """Return the mean of days after the due date; early ones count as what they are."""
    return Fraction(sum(one.days_late for one in paid), len(paid))


def median(values: Sequence[int]) -> Fraction:
    """Return the median of whole numbers; of an even count the mean of the middle two."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return Fraction(ordered[middle])
    return Fraction(ordered[middle - 1] + ordered[middle], 2)


def median_deviation(values: Sequence[int]) -> Fraction:
    """Return the median absolute deviation (MAD) from the median: of 4, 5, 5, 5, 6, 45 it is 0.5.

    One wild value does not move it, as it does a standard deviation.
    """
    middle = 2 * median(values)
    return median([abs(2 * value - middle.numerator) for value in values]) / 2


def habitual(values: Sequence[int]) -> range | None:
    """Return the values that a robust z-score does not call unusual: |z| up to 3.5.

    z = 0.6745 × (value − median) ÷ MAD. Worked: of 4, 5, 5, 5, 6, 45 the last has z =
    53.96, and 3 to 7 are habitual (z of 7 is 2.70, of 8 it is 4.05). None without any
    deviation: nothing can be told.
    """
    middle, deviation = median(values), median_deviation(values)
    if not deviation:
        return None
    reach = _UNUSUAL * deviation / _NORMAL
    return range(ceil(middle - reach), floor(middle + reach) + 1)


def trend(paid: Sequence[Paid]) -> Fraction | None:
    """Return how many days longer the newest three took to be paid than all on average.

    None with fewer than six: too few to compare.
    """
    if len(paid) < _TREND_NEEDS:
        return None
    return _days_to_pay(paid[-_NEWEST:]) - _days_to_pay(paid)


def segment(paid: Sequence[Paid]) -> Segment:
    """Return what kind of payer this is; the first of these that holds.

    Fewer than three payments: too few. Worsening: the newest three late, and by 10 days or
    30 % slower than all. Disputing: a quarter of the documents, two at least. When chased:
    half of them paid only after a letter. On time: median not late and mean at most 3 days.
    Month end: half of the days of payment among the last five of their month, median not
    above 31 days. Habitually late: median up to 15 days; beyond that very late.
    """
    if len(paid) < _FEWEST:
        return Segment.TOO_FEW
    if _worsens(paid):
        return Segment.WORSENING
    disputed = sum(one.disputed for one in paid)
    if disputed >= _DISPUTES and Fraction(disputed, len(paid)) >= _QUARTER:
        return Segment.DISPUTING
    if _part(one.chased for one in paid) >= _HALF:
        return Segment.WHEN_CHASED
    return _by_days(paid)


def _by_days(paid: Sequence[Paid]) -> Segment:
    middle = median([one.days_late for one in paid])
    if middle <= 0 and mean_days(paid) <= _ON_TIME:
        return Segment.ON_TIME
    days = {one.paid_on for one in paid}
    at_the_end = _part(_days_left(day) < _MONTH_END_DAYS for day in days)
    if len(days) >= _FEWEST and at_the_end >= _HALF and middle <= 31:
        return Segment.MONTH_END
    return Segment.HABITUALLY_LATE if middle <= _HABIT else Segment.VERY_LATE


def _worsens(paid: Sequence[Paid]) -> bool:
    slower = trend(paid)
    if slower is None or sum(one.days_late for one in paid[-_NEWEST:]) <= 0:
        return False
    return slower > 0 and (slower >= _WORSE_DAYS or slower >= _WORSE_PART * _days_to_pay(paid))


def _days_to_pay(paid: Sequence[Paid]) -> Fraction:
    return Fraction(sum(one.days_to_pay for one in paid), len(paid))


def _part(marks: Iterable[bool]) -> Fraction:
    found = list(marks)
    return Fraction(sum(found), len(found))


def _days_left(day: date) -> int:
    return calendar.monthrange(day.year, day.month)[1] - day.day


def _usual(values: Iterable[int]) -> int | None:
    """Return the most frequent value when at least half are it (and three were looked at)."""
    counts = Counter(values)
    value, count = min(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    total = counts.total()
    return value if total >= _FEWEST and 2 * count >= total else None
