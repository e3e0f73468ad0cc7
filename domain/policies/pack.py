"""What a review of the policy looks at: a period's figures, each told or missing with a reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from domain.collecting.promise import PromiseStanding, PromiseState
from domain.credit.approval import Standing
from domain.credit.overrides import CreditOverride
from domain.credit.review import LimitReview
from domain.document import Kind
from domain.figures.kpi import Kpi
from domain.figures.month_ends import DaySums
from domain.policies.version import PolicyReview, Version
from domain.ports_policy import SentLetter
from domain.record import Record
from domain.warning.rules import Rule
from domain.warning.task import Outcome, TaskStanding
from domain.worklist.task import TaskMark


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodFigures:
    """Key figures at the end of a period: sums of its months, figures of its last one."""

    ended_on: date
    billed: int
    received: int
    last: Kpi


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelOutcome:
    """What the letters of one level and currency brought in.

    ``waiting`` letters are too young to be judged and in no other figure.
    """

    level: int
    currency: str
    letters: int
    settled: int
    claimed: int
    paid: int
    waiting: int = 0

    @property
    def share(self) -> Fraction | None:
        """Percent of the letters after which everything claimed was paid in time."""
        return Fraction(100 * self.settled, self.letters) if self.letters else None

    @property
    def money_share(self) -> Fraction | None:
        """Percent of the money claimed that was paid in time."""
        return Fraction(100 * self.paid, self.claimed) if self.claimed else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What was written off in a period, in one currency; positive is lost."""

    currency: str
    minor: int
    before_minor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseCount:
    """Promises that fell due in a period, by what became of them, in one currency."""

    state: PromiseState
    currency: str
    count: int
    promised: int
    paid: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertOutcome:
    """What the warnings of one rule that were given in a period came to."""

    rule: Rule
    given: int
    closed: int
    false: int

    @property
    def hit_rate(self) -> Fraction | None:
        """Percent of the reviewed warnings that were no false alarm; None: none reviewed."""
        return Fraction(100 * (self.closed - self.false), self.closed) if self.closed else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPack:
    """A period of the credit desk; an empty part has nothing in the book to be told from.

    ``from_on`` to ``to_on`` is the period; ``as_of`` the day it is looked at from.
    """

    from_on: date
    to_on: date
    as_of: date
    version: Version
    within: int
    trend: Mapping[str, Sequence[PeriodFigures]]
    letters: Sequence[LevelOutcome]
    losses: Sequence[Loss]
    promises: Sequence[PromiseCount]
    tasks: Mapping[str, tuple[int, int]]
    approvals: Sequence[Standing]
    approvals_made: int
    alerts: Sequence[AlertOutcome]
    overrides: Sequence[Record[CreditOverride]]
    limit_reviews: Sequence[Record[LimitReview]]
    reviews: Sequence[Record[PolicyReview]]


def by_period(rows: Sequence[Kpi], months: int, count: int) -> list[PeriodFigures]:
    """Return key figures by whole periods, the last ``count`` of them, oldest first.

    A period that the book does not have all months of is left out.
    """
    found = []
    for place, row in enumerate(rows):
        if row.end.month.month % months or place + 1 < months or not row.end.is_whole:
            continue
        part = rows[place + 1 - months : place + 1]
        figures = PeriodFigures(
            ended_on=row.end.on,
            billed=sum(one.end.billed for one in part),
            received=sum(one.end.received for one in part),
            last=row,
        )
        found.append(figures)
    return found[-count:]


def by_level(letters: Iterable[SentLetter], within: int, as_of: date) -> list[LevelOutcome]:
    """Return what letters came to by currency and level.

    Worked: of 4 letters of level 1, one sent yesterday, two paid in full within 14 days:
    2 of 3, 66.67 %, one waiting.
    """
    groups: dict[tuple[str, int], list[SentLetter]] = defaultdict(list)
    for letter in letters:
        groups[letter.currency, letter.level].append(letter)
    found = []
    for (currency, level), group in sorted(groups.items()):
        ripe = [one for one in group if one.sent_on + timedelta(days=within) <= as_of]
        outcome = LevelOutcome(
            level=level,
            currency=currency,
            letters=len(ripe),
            settled=sum(one.settled for one in ripe),
            claimed=sum(one.claimed for one in ripe),
            paid=sum(one.paid for one in ripe),
            waiting=len(group) - len(ripe),
        )
        found.append(outcome)
    return found


def losses_of(sums: DaySums, before_on: date, from_on: date, to_on: date) -> list[Loss]:
    """Return what was written off by currency, beside the period from ``before_on`` before it."""
    now: dict[str, int] = defaultdict(int)
    earlier: dict[str, int] = defaultdict(int)
    for row in sums.items:
        if row.kind != Kind.WRITE_OFF:
            continue
        if from_on <= row.issued_on <= to_on:
            now[row.currency] -= row.minor
        elif before_on <= row.issued_on < from_on:
            earlier[row.currency] -= row.minor
    return [
        Loss(currency=code, minor=now[code], before_minor=earlier[code])
        for code in sorted({*now, *earlier})
    ]


def alerts_of(standings: Iterable[TaskStanding], from_on: date, to_on: date) -> list[AlertOutcome]:
    """Return the warnings given in a period by rule, as they stand now.

    Worked: four given, three reviewed, one of these a false alarm: 66.67 %.
    """
    groups: dict[Rule, list[TaskStanding]] = defaultdict(list)
    for one in standings:
        if from_on <= one.opened_on <= to_on:
            groups[one.rule].append(one)
    return [
        AlertOutcome(
            rule=rule,
            given=len(groups[rule]),
            closed=sum(not one.is_open for one in groups[rule]),
            false=sum(one.outcome is Outcome.FALSE_ALARM for one in groups[rule]),
        )
        for rule in Rule
        if rule in groups
    ]


def promises_of(
    standings: Iterable[PromiseStanding], from_on: date, to_on: date
) -> list[PromiseCount]:
    """Return the promises due in a period by state and currency."""
    groups: dict[tuple[str, PromiseState], list[PromiseStanding]] = defaultdict(list)
    for one in standings:
        if from_on <= one.record.value.due_on <= to_on:
            groups[one.record.value.currency, one.state].append(one)
    order = list(PromiseState)
    return [
        PromiseCount(
            state=state,
            currency=currency,
            count=len(group),
            promised=sum(one.record.value.amount for one in group),
            paid=sum(one.paid for one in group),
        )
        for (currency, state), group in sorted(
            groups.items(), key=lambda item: (item[0][0], order.index(item[0][1]))
        )
    ]


def tasks_of(
    marks: Iterable[Record[TaskMark]], from_on: date, to_on: date
) -> dict[str, tuple[int, int]]:
    """Return how many tasks were done and put off in a period, by their kind."""
    done: dict[str, int] = defaultdict(int)
    put_off: dict[str, int] = defaultdict(int)
    for one in marks:
        if from_on <= one.dated_on <= to_on:
            counts = done if one.value.what == "done" else put_off
            counts[one.value.key.partition("/")[0]] += 1
    return {kind: (done[kind], put_off[kind]) for kind in sorted({*done, *put_off})}
