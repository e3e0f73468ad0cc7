"""Measured on the book itself: which customers that failed were warned of in time (回测).

*Failed* is a customer (in one currency) on the first day on which what is more than 90 days
overdue reaches a material part of a year's billing. Every month end before that the rules
look at the book as it was known then, and say yes or no; nothing dated later is shown to
them, no rule is fitted to the book, and after its failure a customer is out.

* **Recall** = of the customers that failed, the share warned of at a month end between a
  year and 90 days before. Since a debt fails 91 days after it was due, that is on the day
  after its due day at the latest: before it was overdue at all.
* **An alarm** begins at a month end with a warning after :data:`QUIET` without, and again
  every 365 days while warnings go on. It is *right* when the customer fails within 365 days,
  *false* when it does not. **Precision** = right ÷ (right + false). Month by month, which
  weighs an alarm by its length, it is told too.
* **Censoring.** Left: a customer is watched from :data:`WARM_UP` days after its first
  document; one that fails so early that no month end 90 days before was watched is
  *unwatched*: apart from recall, counted as missed in the strict one. Right: an alarm with
  fewer than 365 days to the end of the book and no failure yet is *undecided* and in no
  precision; a failure that has not yet come cannot be missed either.

Worked: ten customers fail, eight of them watched; six of these warned of in time: recall
75 %, strictly 60 %. Of ten alarms six right, three false, one undecided: precision 66.67 %.
"""

from __future__ import annotations

import calendar
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Final

from domain.figures.overdue import DEFAULT_AFTER
from domain.warning.debts import LOOK_BACK, AccountHistory, Debt, DebtHistory, known_on, overdue_on

#: A warning counts when it came so many days before the failure, and not longer before than that.
EARLY: Final = 90
HORIZON: Final = 365
#: A customer is watched from so many days after its first document.
WARM_UP: Final = 180
#: Failed: so much of a year's billing is more than 90 days overdue.
MATERIAL: Final = Fraction(5, 100)
#: So many month ends without a warning end an alarm.
QUIET: Final = 3
_YEAR: Final = 365

#: Says whether a rule warns of an account: its debts as known on a day, and the day.
Judge = Callable[[Sequence[Debt], int], bool]


@dataclass(slots=True, kw_only=True)
class Score:
    """What one rule was worth; counts of customers, alarms and month ends.

    ``early`` is warned of in time, ``late`` warned of only less than 90 days before.
    ``leads`` are the days from the first warning within a year to the failure.
    """

    rule: str
    failed: int = 0
    watched: int = 0
    early: int = 0
    late: int = 0
    right: int = 0
    false: int = 0
    undecided: int = 0
    months: int = 0
    flagged: int = 0
    flagged_right: int = 0
    flagged_false: int = 0
    leads: list[int] = field(default_factory=list)

    @property
    def missed(self) -> int:
        """Watched, failed, and not warned of in time."""
        return self.watched - self.early

    @property
    def recall(self) -> Fraction | None:
        """Percent of the watched failures warned of in time; None without any."""
        return _percent(self.early, self.watched)

    @property
    def strict_recall(self) -> Fraction | None:
        """The same of all failures, those that could not be watched counted as missed."""
        return _percent(self.early, self.failed)

    @property
    def precision(self) -> Fraction | None:
        """Percent of the decided alarms that were right; None without any."""
        return _percent(self.right, self.right + self.false)

    @property
    def month_precision(self) -> Fraction | None:
        """Percent of the decided month ends with a warning that were right."""
        return _percent(self.flagged_right, self.flagged_right + self.flagged_false)

    @property
    def flagged_share(self) -> Fraction | None:
        """Percent of all watched month ends with a warning: how much there is to review."""
        return _percent(self.flagged, self.months)


def _percent(part: int, whole: int) -> Fraction | None:
    return Fraction(100 * part, whole) if whole else None


@dataclass(frozen=True, slots=True, kw_only=True)
class BackTest:
    """The scores by rule over a book, with what it was measured on."""

    first: date | None
    last: date
    accounts: int
    scores: tuple[Score, ...]

    def score(self, rule: str) -> Score:
        """Return the score of a rule."""
        return next(score for score in self.scores if score.rule == rule)


def backtest(
    accounts: Sequence[AccountHistory],
    last: date,
    judges: Mapping[str, Judge],
    progress: Callable[[int, int], None] | None = None,
) -> BackTest:
    """Return how well each rule foretold what happened up to ``last``.

    ``progress`` is told how many accounts are done and may raise to stop.
    """
    scores = [Score(rule=rule) for rule in judges]
    first: int | None = None
    for done, account in enumerate(accounts):
        if progress is not None and done % 20 == 0:
            progress(done, len(accounts))
        begin = min((debt.issued for debt in account.debts), default=None)
        if begin is None:
            continue
        first = begin if first is None else min(first, begin)
        _watch(account, begin, last.toordinal(), list(zip(scores, judges.values(), strict=True)))
    return BackTest(
        first=None if first is None else date.fromordinal(first),
        last=last,
        accounts=len(accounts),
        scores=tuple(scores),
    )


def _watch(
    account: AccountHistory, begin: int, last: int, judged: Sequence[tuple[Score, Judge]]
) -> None:
    """Walk one account through its month ends and count what each rule said."""
    book = _Book(account.debts)
    failed = failed_on(account.debts, last)
    until = last if failed is None else failed - 1
    days = list(month_ends(begin + WARM_UP, until))
    flags: list[list[int]] = [[] for _ in judged]
    for day in days:
        debts = book.on(day)
        for found, (_, judge) in zip(flags, judged, strict=True):
            if debts and judge(debts, day):
                found.append(day)
    for found, (score, _) in zip(flags, judged, strict=True):
        score.months += len(days)
        _count_failure(score, days, found, failed)
        _count_months(score, found, failed, last)
        for start in _alarms(days, found):
            _count_alarm(score, start, failed, last)


def _count_failure(
    score: Score, days: Sequence[int], flagged: Sequence[int], failed: int | None
) -> None:
    if failed is None:
        return
    score.failed += 1
    if not any(day <= failed - EARLY for day in days):
        return
    score.watched += 1
    told = [day for day in flagged if day >= failed - HORIZON]
    if told and told[0] <= failed - EARLY:
        score.early += 1
        score.leads.append(failed - told[0])
    elif told:
        score.late += 1


def _count_months(score: Score, flagged: Sequence[int], failed: int | None, last: int) -> None:
    score.flagged += len(flagged)
    for day in flagged:
        if failed is not None and failed - day <= HORIZON:
            score.flagged_right += 1
        elif failed is not None or day + HORIZON <= last:
            score.flagged_false += 1


def _count_alarm(score: Score, start: int, failed: int | None, last: int) -> None:
    if failed is not None and failed - start <= HORIZON:
        score.right += 1
    elif failed is not None or start + HORIZON <= last:
        score.false += 1
    else:
        score.undecided += 1


def _alarms(days: Sequence[int], flagged: Sequence[int]) -> Iterator[int]:
    """Return the month ends on which an alarm begins."""
    warned, start, calm = set(flagged), 0, QUIET
    for day in days:
        calm = 0 if day in warned else calm + 1
        if calm >= QUIET:
            start = 0
        elif not calm and (not start or day - start >= HORIZON):
            start = day
            yield day


def month_ends(first: int, last: int) -> Iterator[int]:
    """Return the last days of months from one day to another, both counted."""
    day = date.fromordinal(first)
    year, month = day.year, day.month
    while True:
        end = date(year, month, calendar.monthrange(year, month)[1]).toordinal()
        if end > last:
            return
        yield end
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def failed_on(debts: Sequence[DebtHistory], last: int) -> int | None:
    """Return the first day on which an account has failed, None while it has not.

    Worked: billed 100,000 in the year before; 6,000 due on 1 March and never paid: failed
    on 31 May, the 91st day. Of 4,000 it had not: below 5 %.
    """
    bad = []
    for debt in debts:
        day = max(debt.due + DEFAULT_AFTER + 1, debt.issued)
        if day <= last and known_on(debt, day).open:
            bad.append((day, debt))
    bad.sort(key=lambda pair: pair[0])
    for day in dict.fromkeys(day for day, _ in bad):
        standing = sum(known_on(debt, day).open for since, debt in bad if since <= day)
        billed = sum(debt.minor for debt in debts if day - _YEAR < debt.issued <= day)
        if standing >= MATERIAL * billed:
            return day
    return None


class _Book:
    """One account's debts on any day; what is settled for good is worked out once."""

    def __init__(self, debts: Sequence[DebtHistory]) -> None:
        self._debts = sorted(debts, key=lambda debt: debt.due)
        self._due = [debt.due for debt in self._debts]
        self._last = [
            max((max(move.known, move.undone) for move in debt.moves), default=debt.issued)
            for debt in self._debts
        ]
        ends = zip(self._debts, self._last, strict=True)
        self._final = [known_on(debt, last) for debt, last in ends]

    def on(self, day: int) -> list[Debt]:
        """Return what :func:`domain.warning.debts.debts_on` does, by due day."""
        start = bisect_right(self._due, day - LOOK_BACK)
        found = []
        for place, debt in enumerate(self._debts):
            if debt.issued > day:
                continue
            if place < start and self._last[place] <= day and not self._final[place].open:
                continue
            known = self._final[place] if self._last[place] <= day else known_on(debt, day)
            if place >= start or known.open:
                found.append(known)
        return found


def naive(debts: Sequence[Debt], day: int) -> bool:
    """Warn as one does without a rule: anything is overdue."""
    return overdue_on(debts, day) > 0
