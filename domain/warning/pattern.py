"""Whether a customer pays otherwise than it used to: robust, and explained in days.

The *habit* is the median lateness of what fell due more than :data:`RECENT` days ago, its
*spread* the median absolute deviation made comparable with a standard deviation (at least
:data:`LEAST_SPREAD` days: nobody pays to the day). Where the customer was later at this time
last year, that season is its habit. *Now* is the median of the newest debts, at least three;
where fewer have told anything, the habit stands in for the rest.

An unpaid invoice is a censored observation: 20 days overdue says "20 days late or more".
It counts as what it says once that is beyond the habit; before, it says nothing.

A hundred points are spread over eight signs; each can be read by itself:

========  =====  ===============================================================
sign      up to  full when
========  =====  ===============================================================
shift        22  newest debts 20 days, and 5 spreads, later than the habit
rising       23  the last 45 days' debts 30 days later than those of 45 days before
unpaid       15  two of the newest still open beyond the habit
earlier      13  what fell due 60 to 120 days ago was 15 days late beyond the habit already
drift        10  excesses over habit + half a spread add up to 10 spreads (CUSUM)
silence       8  no money for 3 usual gaps, 30 days beyond one at least, something overdue
stuck         6  half of what is open is overdue beyond the habit
parts         3  half of the newest paid in parts, more than before
========  =====  ===============================================================

The weights were chosen on made-up payers of known truth; the test beside them proves them
on others. What they are worth on a book is measured on that book.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Final, NamedTuple

from domain.figures.payment_pattern import median, median_deviation
from domain.warning.debts import Debt

#: Debts due in the last so many days are "now", at least the newest so many.
RECENT: Final = 75
NEWEST: Final = 3
#: A habit needs so many debts; with fewer, the due day is the habit and the spread is wide.
HABIT_NEEDS: Final = 5
LEAST_SPREAD: Final = 4
UNKNOWN_SPREAD: Final = 10
#: Lateness is cut to this range: an invoice forgotten for a year says no more than 120 days.
EARLIEST, LATEST = -15, 120
#: 1 ÷ 0.6745: a median deviation in units of a standard deviation.
_NORMAL: Final = Fraction(10_000, 6745)
_YEAR, _SEASON = 365, 40
#: Days ago between which "earlier" lies, and how many debts the drift looks at.
_EARLIER: Final = (120, 60)
_SPELL: Final = 45
_DRIFTING: Final = 12

#: The most points of each sign.
POINTS: Final = {
    "shift": 22,
    "rising": 23,
    "unpaid": 15,
    "earlier": 13,
    "drift": 10,
    "silence": 8,
    "stuck": 6,
    "parts": 3,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """How a customer pays now beside its habit; lateness in days after the due day.

    Attributes:
        debts: how many told something; ``newest`` of them now, ``unpaid`` of these open.
        season: lateness at this time last year; None: too few to tell.
        late_now: median of the newest.
        rising: by how much what fell due in the last 45 days is later than in the 45 before.
        earlier: by how much what fell due 60 to 120 days ago went beyond the habit.
        stuck: percent of what is open that is overdue beyond the habit.
        silent: days since money last came; ``gap`` the usual days between payments.
        parts: percent of the newest paid in parts.
        points: by sign, those without any left out.
    """

    debts: int
    habit: int
    spread: int
    season: int | None
    late_now: int
    newest: int
    unpaid: int
    rising: int
    earlier: int
    drift: int
    stuck: int
    silent: int | None
    gap: int | None
    parts: int
    points: dict[str, int]

    @property
    def total(self) -> int:
        """The sum of the points of all signs, 0 to 100."""
        return sum(self.points.values())

    @property
    def expected(self) -> int:
        """The lateness that would be no news: the habit, or this season's."""
        return self.habit if self.season is None else max(self.habit, self.season)

    @property
    def shift(self) -> int:
        """How many days later than expected the customer pays now."""
        return self.late_now - self.expected


#: A debt that tells something: its due day, how late it was or is, itself. Bare, since half a
#: million of them are looked at.
_Seen = tuple[int, int, Debt]


class _Usual(NamedTuple):
    habit: int
    spread: int
    season: int | None

    @property
    def expected(self) -> int:
        return self.habit if self.season is None else max(self.habit, self.season)


def pattern(debts: Sequence[Debt], day: int) -> Pattern | None:
    """Return how an account pays on a day beside its habit; None when nothing told it yet.

    ``debts`` are by due day, as known on the day. Worked: monthly invoices paid 5, 4, 6, 5,
    5, 7, 5, 6 days late, then 19, 34, and one open for 41 days: the newest 34 days late
    beside a habit of 5, shift +29.
    """
    seen = _observed(debts, day)
    if not seen:
        return None
    place = _newest_from(seen, day)
    usual = _usual(seen[:place], seen, day)
    newest = _telling(seen[place:], usual.expected)
    return _measured(debts, day, _telling(seen, usual.expected), newest, usual)


def _observed(debts: Iterable[Debt], day: int) -> list[_Seen]:
    """Return how late each debt was paid, or is by now; what tells nothing yet is left out."""
    seen = []
    for debt in debts:
        _, due, _, left, paid, _ = debt
        if paid:
            late = paid - due
        elif left and due < day:
            late = day - due
        else:
            continue
        if not EARLIEST <= late <= LATEST:
            late = EARLIEST if late < EARLIEST else LATEST
        seen.append((due, late, debt))
    return seen


def _telling(seen: Iterable[_Seen], expected: int) -> list[_Seen]:
    """Leave out what is open and no later than expected: that tells nothing yet."""
    return [one for one in seen if one[1] > expected or not one[2].open]


def _newest_from(seen: Sequence[_Seen], day: int) -> int:
    """Return the place from which debts are "now"."""
    place = len(seen)
    while place and (seen[place - 1][0] > day - RECENT or len(seen) - place < NEWEST):
        place -= 1
    return place


def _usual(old: Iterable[_Seen], seen: Iterable[_Seen], day: int) -> _Usual:
    late = [days for _, days, debt in old if not debt.open]
    habit, spread = 0, UNKNOWN_SPREAD
    if len(late) >= HABIT_NEEDS:
        habit = round(median(late))
        spread = max(round(median_deviation(late) * _NORMAL), LEAST_SPREAD)
    first, last = day - _YEAR - _SEASON - RECENT // 2, day - _YEAR + _SEASON
    season = [days for due, days, debt in seen if first <= due <= last and not debt.open]
    return _Usual(habit, spread, round(median(season)) if len(season) >= NEWEST else None)


def _measured(
    debts: Sequence[Debt],
    day: int,
    told: Sequence[_Seen],
    newest: Sequence[_Seen],
    usual: _Usual,
) -> Pattern:
    silent, gap = _silence(debts, day)
    late_now = [days for _, days, _ in newest] + [usual.expected] * (NEWEST - len(newest))
    before = _in_parts(debts)
    found = {
        "late_now": round(median(late_now)),
        "unpaid": sum(debt.open > 0 for _, _, debt in newest),
        "rising": _rising(told),
        "earlier": _earlier(told, day, usual),
        "drift": _drift([days for _, days, _ in told[-_DRIFTING:]], usual),
        "stuck": _stuck(debts, day, max(usual.expected, 0)),
        "parts": _in_parts([debt for _, _, debt in newest]),
    }
    points = _points(found, usual, before)
    points["silence"] = _silent_points(silent, gap, debts, day)
    return Pattern(
        debts=len(told),
        newest=len(newest),
        **usual._asdict(),
        **found,
        silent=silent,
        gap=gap,
        points={sign: points[sign] for sign in POINTS if points[sign]},
    )


def _points(found: dict[str, int], usual: _Usual, parts_before: int) -> dict[str, int]:
    shift = found["late_now"] - usual.expected
    return {
        "shift": min(_part("shift", shift, 20), _part("shift", shift, 5 * usual.spread)),
        "rising": _part("rising", found["rising"], 30),
        "unpaid": _part("unpaid", found["unpaid"], 2),
        "earlier": _part("earlier", found["earlier"], 15),
        "drift": _part("drift", found["drift"], 10 * usual.spread),
        "stuck": _part("stuck", found["stuck"], 50),
        "parts": _part("parts", found["parts"] - parts_before, 50),
    }


def _part(sign: str, value: int, full: int) -> int:
    """Return the points of a sign: in proportion, none below zero, all from ``full`` on."""
    most = POINTS[sign]
    return max(min(most * value // full, most), 0)


def _rising(told: Sequence[_Seen]) -> int:
    """Return by how much the last spell is later than the one before; three debts each at least."""
    place = _spell(told, len(told))
    before = _spell(told, place)
    if place - before < NEWEST:
        return 0
    late = [days for _, days, _ in told[before:]]
    return round(median(late[place - before :]) - median(late[: place - before]))


def _spell(told: Sequence[_Seen], end: int) -> int:
    """Return where the spell begins that ends before a place: 45 days, and three debts at least."""
    place = end
    while place and (end - place < NEWEST or told[place - 1][0] > told[end - 1][0] - _SPELL):
        place -= 1
    return place


def _earlier(told: Iterable[_Seen], day: int, usual: _Usual) -> int:
    first, last = (day - days for days in _EARLIER)
    late = [days for due, days, _ in told if first < due <= last]
    return round(median(late)) - usual.expected if late else 0


def _drift(late: Sequence[int], usual: _Usual) -> int:
    """Return the CUSUM of what goes beyond the habit and half a spread, over the newest."""
    total = 0
    for value in late:
        excess = min(value - usual.expected, 4 * usual.spread)
        total = max(total + excess - usual.spread // 2, 0)
    return total


def _stuck(debts: Iterable[Debt], day: int, beyond: int) -> int:
    """Return the percent of what is open that is overdue by more than ``beyond`` days."""
    opened = [debt for debt in debts if debt.open]
    total = sum(debt.open for debt in opened)
    late = sum(debt.open for debt in opened if day - debt.due > beyond)
    return 100 * late // total if total else 0


def _silence(debts: Iterable[Debt], day: int) -> tuple[int | None, int | None]:
    """Return the days since money last came, and the usual days between payments."""
    days = sorted({debt.paid for debt in debts if debt.paid > day - _YEAR})
    if len(days) <= NEWEST:
        return (day - days[-1] if days else None), None
    return day - days[-1], round(median([after - before for before, after in pairwise(days)]))


def _silent_points(silent: int | None, gap: int | None, debts: Iterable[Debt], day: int) -> int:
    if silent is None or gap is None or silent <= gap + 15:
        return 0
    if not any(debt.open and debt.due < day for debt in debts):
        return 0
    return _part("silence", silent - gap, max(2 * gap, 30))


def _in_parts(debts: Iterable[Debt]) -> int:
    """Return the percent of debts paid, so far, in more than one part or not in full."""
    begun = [debt for debt in debts if debt.parts]
    told = sum(debt.parts > 1 or debt.open > 0 for debt in begun)
    return 100 * told // len(begun) if begun else 0
