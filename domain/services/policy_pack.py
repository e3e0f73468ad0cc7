"""The pack for a review of the policy, and the month for the boss: read here, told elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, TypeVar

from domain.collecting.promise import PromiseStanding
from domain.credit.approval import Standing, State
from domain.credit.overrides import CreditOverride
from domain.credit.review import LimitReview
from domain.figures.kpi import Kpi, kpis
from domain.figures.month_ends import month_ends
from domain.listing import CustomerRow, ListFilter, Order
from domain.policies.pack import (
    PromiseCount,
    ReviewPack,
    alerts_of,
    by_level,
    by_period,
    losses_of,
    promises_of,
    tasks_of,
)
from domain.policies.version import PolicyReview, period_end, period_start
from domain.ports import BookReader
from domain.record import Kept, Record
from domain.services.approvals import standings_of
from domain.services.policies import version_on
from domain.services.promises import promises_on
from domain.warning.task import WarningReview, WarningTask
from domain.warning.task import standings as task_standings
from domain.worklist.task import TaskMark

V = TypeVar("V", bound=Kept)
#: So many periods are shown of the trend, and months looked at for them.
PERIODS: Final = 6
_MONTHS: Final = 24
#: So many customers are named to the boss.
TOP: Final = 10


def review_pack(reader: BookReader, as_of: date) -> ReviewPack:
    """Return the pack of the last period that was over on a day."""
    version = version_on(reader, as_of)
    rules = version.policy.versions
    to_on = period_end(as_of, rules.review_months)
    from_on = period_start(to_on, rules.review_months)
    before_on = period_start(from_on - timedelta(days=1), rules.review_months)
    sums = reader.day_sums(to_on)
    standings = standings_of(reader)
    return ReviewPack(
        from_on=from_on,
        to_on=to_on,
        as_of=as_of,
        version=version,
        within=rules.paid_within,
        trend={
            code: by_period(
                kpis(month_ends(sums, code, to_on), _MONTHS), rules.review_months, PERIODS
            )
            for code in sums.currencies()
        },
        letters=by_level(
            reader.letters_sent(from_on, to_on, within=rules.paid_within),
            rules.paid_within,
            as_of,
        ),
        losses=losses_of(sums, before_on, from_on, to_on),
        promises=promises_of(promises_on(reader, as_of), from_on, to_on),
        tasks=tasks_of(reader.records(TaskMark, up_to=to_on), from_on, to_on),
        approvals=_late(standings, version.policy.approvals.days, from_on, to_on),
        approvals_made=sum(
            one.decided_on is not None and from_on <= one.decided_on <= to_on for one in standings
        ),
        alerts=alerts_of(
            task_standings(reader.records(WarningTask), reader.records(WarningReview), as_of),
            from_on,
            to_on,
        ),
        overrides=_within(reader.records(CreditOverride, up_to=to_on), from_on),
        limit_reviews=_within(reader.records(LimitReview, firm=True, up_to=to_on), from_on),
        reviews=reader.records(PolicyReview, firm=True, up_to=as_of),
    )


def _within(records: Sequence[Record[V]], from_on: date) -> list[Record[V]]:
    return [one for one in records if one.dated_on >= from_on]


def _late(standings: Sequence[Standing], days: int, from_on: date, to_on: date) -> list[Standing]:
    """Return what a period decided too late, or let wait for too long at its end."""
    return [one for one in standings if _waited(one, from_on, to_on) > days]


def _waited(one: Standing, from_on: date, to_on: date) -> int:
    """Return for how many days an application waited in a period, 0 where it did not."""
    ended = one.decided_on
    if ended is None and one.state is not State.WAITING:
        return 0
    if ended is not None and ended < from_on:
        return 0
    return (min(ended or to_on, to_on) - one.application.value.applied_on).days


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthFigures:
    """A month by its key figures, with the one before; ``previous`` None in the first."""

    currency: str
    now: Kpi
    previous: Kpi | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthReport:
    """What the boss is told of a month: ``from_on`` to ``to_on``, the last day may be today."""

    from_on: date
    to_on: date
    figures: Sequence[MonthFigures]
    trend: Sequence[Kpi]
    base: str
    risks: Sequence[CustomerRow]
    promises: Sequence[PromiseCount]
    due_next: dict[str, int]


def month_report(reader: BookReader, as_of: date) -> MonthReport:
    """Return the month of a day, up to that day."""
    from_on, base = as_of.replace(day=1), reader.base_currency()
    sums = reader.day_sums(as_of)
    found = {code: kpis(month_ends(sums, code, as_of), _MONTHS) for code in sums.currencies()}
    standings: Sequence[PromiseStanding] = promises_on(reader, as_of)
    return MonthReport(
        from_on=from_on,
        to_on=as_of,
        figures=[
            MonthFigures(currency=code, now=rows[-1], previous=rows[-2] if len(rows) > 1 else None)
            for code, rows in found.items()
            if rows
        ],
        trend=found.get(base, [])[-6:],
        base=base,
        risks=_risks(reader, as_of),
        promises=promises_of(standings, from_on, as_of),
        due_next=_due_next(reader, as_of),
    )


def _risks(reader: BookReader, as_of: date) -> list[CustomerRow]:
    """Return the customers with the most overdue, in each one's own currency."""
    where = ListFilter(as_of=as_of, state="overdue")
    ids = list(reader.customers.ids(where, Order("overdue", descending=True)))[:TOP]
    rows = reader.customers.rows(ids, where)
    return [rows[key] for key in ids if key in rows]


def _due_next(reader: BookReader, as_of: date) -> dict[str, int]:
    """Return what falls due in the thirty days after a day, by currency."""
    last, found = as_of + timedelta(days=30), dict[str, int]()
    for row in reader.open_items(as_of):
        if row.open > 0 and row.due_on is not None and as_of < row.due_on <= last:
            found[row.currency] = found.get(row.currency, 0) + row.open
    return dict(sorted(found.items()))
