"""Early warning: what warns on a day, the review tasks it opens, and what came of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from domain.changes import Changes, OperationResult
from domain.collecting.promise import Promise
from domain.credit.file.negative_event import EventType, NegativeEvent
from domain.credit.file.negative_event import Severity as Gravity
from domain.errors import AlreadyReversed, MissingField, NothingToDo
from domain.figures.kpi import Kpi
from domain.policy import policy_on
from domain.ports import BookReader, Progress, UnitOfWork
from domain.ports_warning import Person
from domain.quiet import without_collecting
from domain.services.exposures import exposures_in, exposures_in_base
from domain.services.figures import key_figures
from domain.services.promises import promises_on
from domain.services.records import add_record
from domain.warning.backtest import BackTest, Judge, backtest, naive
from domain.warning.debts import Account, AccountHistory, Debt
from domain.warning.measures import (
    CustomerSigns,
    FirmSigns,
    account_alerts,
    customer_alerts,
    firm_alerts,
)
from domain.warning.positions import FirmPosition
from domain.warning.rules import Alert, Rule, WarningPolicy, worst
from domain.warning.task import (
    Outcome,
    Step,
    TaskStanding,
    WarningReview,
    WarningTask,
    due_on,
    tasks_on,
    wanted,
)

CHANGED: Final = Changes(records=True)
#: Customers whose history is read at once for the back-test.
_TOGETHER: Final = 200
#: Rules that the back-test measures: those told from documents alone.
MEASURED: Final = (Rule.PATTERN, Rule.SLOWER, Rule.OVERDUE_SHARE)
#: Any of them, and no rule at all: anything overdue.
ANY, NAIVE = "any", "naive"


def find_alerts(reader: BookReader, day: date, progress: Progress | None = None) -> list[Alert]:
    """Return what warns on a day: one for each customer and rule, most urgent first.

    Only what was known on the day counts. ``progress`` may raise to stop.
    """
    policy = policy_on(reader, day).warning
    with without_collecting(), ThreadPoolExecutor(1) as beside:
        # One statement over the whole book, in C for all of its time: the other core's.
        firm = beside.submit(firm_signs, reader, day)
        found = _accounts(reader, day, policy, progress)
        for signs in customer_signs(reader, day):
            found += customer_alerts(signs, day, policy)
        found += firm_alerts(firm.result(), policy)
    return worst(found)


def _accounts(
    reader: BookReader, day: date, policy: WarningPolicy, progress: Progress | None
) -> list[Alert]:
    found: list[Alert] = []
    accounts = reader.debt_accounts(day, progress)
    for place, account in enumerate(accounts):
        if progress is not None and place % 200 == 0:
            progress(place, len(accounts))
        found += account_alerts(account, day.toordinal(), policy)
    return found


def customer_signs(reader: BookReader, day: date) -> list[CustomerSigns]:
    """Return what is known besides documents of each customer that anything is known of."""
    broken: dict[int, list[date]] = defaultdict(list)
    if reader.records(Promise, up_to=day):
        for promise in promises_on(reader, day):
            if promise.failed and promise.record.customer_id is not None:
                broken[promise.record.customer_id].append(promise.record.value.due_on)
    exposure, limits = exposures_in(reader, day), reader.limits_in_force(day)
    changes, events = _events(reader, day)
    found = []
    for person in reader.people():
        key = person.customer_id
        limit = limits.get(key)
        told = key in broken or key in changes or key in events
        if told or (limit is not None and limit.minor is not None):
            found.append(
                CustomerSigns(
                    customer_id=key,
                    currency=limit.currency if limit is not None else person.currency,
                    exposure=exposure.get(key, 0),
                    limit=limit.minor if limit is not None else None,
                    broken=tuple(broken.get(key, ())),
                    changes=tuple(changes.get(key, ())),
                    events=tuple(events.get(key, ())),
                )
            )
    return found


#: Events that are a change of who leads or owns a customer.
_CHANGES: Final = (EventType.MANAGEMENT, EventType.SHAREHOLDER)


def _events(
    reader: BookReader, day: date
) -> tuple[dict[int, list[date]], dict[int, list[tuple[date, str]]]]:
    """Return days of changes, and what is serious and not over yet, by customer."""
    changes: dict[int, list[date]] = defaultdict(list)
    events: dict[int, list[tuple[date, str]]] = defaultdict(list)
    for record in reader.records(NegativeEvent, up_to=day):
        if record.customer_id is None:
            continue
        if record.value.type in _CHANGES:
            changes[record.customer_id].append(record.dated_on)
        if record.value.severity == Gravity.RED and record.holds_on(day):
            events[record.customer_id].append((record.dated_on, record.value.type.value))
    return changes, events


def firm_signs(reader: BookReader, day: date) -> FirmSigns:
    """Return the firm's own key figures and its latest position."""
    base = reader.base_currency()
    kpis: Sequence[Kpi] = key_figures(reader, day, base).get(base, [])
    positions = reader.records(FirmPosition, firm=True, up_to=day)
    latest = positions[-1].value if positions else None
    if latest is not None and not latest.currency:
        latest = replace(latest, currency=base)
    return FirmSigns(currency=base, kpis=kpis, position=latest)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """A line of the early-warning list: what warns, and its review task if it has one.

    ``alert`` None: the task is open though nothing warns any more. ``place`` numbers the
    lines; ``exposure`` is in the book's currency, None of the firm itself.
    """

    place: int
    person: Person | None
    alert: Alert | None
    task: TaskStanding | None
    exposure: int | None

    @property
    def told(self) -> Alert | TaskStanding:
        """What is told: the warning of the day, else the task's."""
        found = self.alert or self.task
        assert found is not None  # noqa: S101 (one of both there always is)
        return found

    @property
    def is_open(self) -> bool:
        """Whether somebody has still to look at it."""
        return self.task is None or self.task.is_open


def board(reader: BookReader, day: date, progress: Progress | None = None) -> list[BoardRow]:
    """Return what warns on a day with its tasks, and open tasks of what warned before.

    Most urgent first, the largest exposure first among equals.
    """
    alerts = find_alerts(reader, day, progress)
    latest: dict[tuple[int | None, Rule], TaskStanding] = {}
    for task in sorted(tasks_on(reader, day), key=lambda one: (one.opened_on, one.task_id)):
        latest[task.customer_id, task.rule] = task
    people = {person.customer_id: person for person in reader.people()}
    sums, _ = exposures_in_base(reader, day)
    exposure = {key: one.total for key, one in sums.items()}
    pairs: list[tuple[Alert | None, TaskStanding | None]] = [
        (one, latest.pop((one.customer_id, one.rule), None)) for one in alerts
    ]
    pairs += [(None, task) for task in latest.values() if task.is_open]
    pairs.sort(key=lambda pair: _board_order(pair, exposure))
    return [_board_row(place, pair, people, exposure) for place, pair in enumerate(pairs, start=1)]


def _board_order(
    pair: tuple[Alert | None, TaskStanding | None], exposure: dict[int, int]
) -> tuple[int, int]:
    told = pair[0] or pair[1]
    key = told.customer_id if told else None
    return (told.severity.rank if told else 9, -exposure.get(key, 0) if key else 1)


def _board_row(
    place: int,
    pair: tuple[Alert | None, TaskStanding | None],
    people: dict[int, Person],
    exposure: dict[int, int],
) -> BoardRow:
    alert, task = pair
    told = alert or task
    key = told.customer_id if told else None
    return BoardRow(
        place=place,
        person=people.get(key) if key else None,
        alert=alert,
        task=task,
        exposure=exposure.get(key, 0) if key else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """Ids of the tasks a run opened, and of those that it told to be more urgent."""

    opened: tuple[int, ...]
    raised: tuple[int, ...]


def open_tasks(
    uow: UnitOfWork, alerts: Sequence[Alert], day: date, owners: dict[int, str] | None = None
) -> OperationResult[Opened]:
    """Open a review task for each warning that has none, in one operation.

    ``owners`` says who reviews by customer; else the policy's.

    Raises:
        NothingToDo: each of them has its task, or was reviewed lately.
    """
    with uow:
        policy = policy_on(uow, day).warning
        todo = wanted(alerts, tasks_on(uow, day), day, policy)
        if todo.nothing:
            raise NothingToDo
        told = {"day": day.isoformat(), "opened": len(todo.open), "raised": len(todo.raised)}
        operation = uow.begin("warning.open", told)
        owner = owners or {}
        opened = [
            _open(uow, alert, day, policy, owner.get(alert.customer_id or 0) or policy.owner)
            for alert in todo.open
        ]
        for task, alert in todo.raised:
            _raise(uow, task, alert, day)
        uow.commit()
    raised = tuple(task.task_id for task, _ in todo.raised)
    return OperationResult(
        value=Opened(opened=tuple(opened), raised=raised), operation_id=operation, changes=CHANGED
    )


def _open(uow: UnitOfWork, alert: Alert, day: date, policy: WarningPolicy, owner: str) -> int:
    task = WarningTask(
        rule=alert.rule,
        severity=alert.severity,
        value=alert.value,
        threshold=alert.threshold,
        due_on=due_on(alert, day, policy),
        facts=alert.facts,
        currency=alert.currency,
        owner=owner,
    )
    return add_record(uow, task, customer_id=alert.customer_id, dated_on=day)


def _raise(uow: UnitOfWork, task: TaskStanding, alert: Alert, day: date) -> None:
    review = WarningReview(
        task_id=task.task_id,
        step=Step.RAISED,
        severity=alert.severity,
        value=alert.value,
        facts=alert.facts,
    )
    add_record(uow, review, customer_id=task.customer_id, dated_on=day)


def take_up(
    uow: UnitOfWork, task_ids: Sequence[int], owner: str, day: date
) -> OperationResult[int]:
    """Begin the review of tasks, in somebody's name.

    Raises:
        AlreadyReversed: one of them is closed.
    """
    review = WarningReview(task_id=0, step=Step.TAKEN, owner=owner)
    return _review(uow, "warning.take_up", task_ids, review, day)


def close_tasks(
    uow: UnitOfWork, task_ids: Sequence[int], outcome: Outcome, note: str, day: date
) -> OperationResult[int]:
    """Close tasks with what their review came to.

    Raises:
        MissingField: a false alarm or a confirmed risk without a word of reason.
        AlreadyReversed: one of them is closed.
    """
    if not note.strip() and outcome in (Outcome.FALSE_ALARM, Outcome.CONFIRMED):
        raise MissingField(field="note")
    review = WarningReview(task_id=0, step=Step.CLOSED, outcome=outcome, note=note.strip())
    return _review(uow, "warning.close", task_ids, review, day)


def _review(
    uow: UnitOfWork, kind: str, task_ids: Sequence[int], review: WarningReview, day: date
) -> OperationResult[int]:
    with uow:
        standing = {task.task_id: task for task in tasks_on(uow, day) if task.is_open}
        for task_id in task_ids:
            if task_id not in standing:
                raise AlreadyReversed(record=f"record/{task_id}")
        operation = uow.begin(kind, {"tasks": list(task_ids), "day": day.isoformat()})
        for task_id in task_ids:
            value = replace(review, task_id=task_id)
            customer_id = standing[task_id].customer_id
            add_record(uow, value, customer_id=customer_id, dated_on=day)
        uow.commit()
    return OperationResult(value=len(task_ids), operation_id=operation, changes=CHANGED)


def back_test(reader: BookReader, last: date, progress: Progress | None = None) -> BackTest:
    """Measure on the book itself how well the rules foretold who failed, up to a day."""
    judges = _judges(policy_on(reader, last).warning)
    with without_collecting():
        histories = _histories(reader, last, progress)
        return backtest(histories, last, judges, progress)


def _histories(reader: BookReader, last: date, progress: Progress | None) -> list[AccountHistory]:
    ids = sorted(person.customer_id for person in reader.people())
    found: list[AccountHistory] = []
    for place in range(0, len(ids), _TOGETHER):
        if progress is not None:
            progress(place, 2 * len(ids))
        found += reader.debt_histories(last, ids[place : place + _TOGETHER])
    return found


def _judges(policy: WarningPolicy) -> dict[str, Judge]:
    """Return what says by rule whether it warns; an account is judged once for all of them."""
    seen: list[object] = [None, 0, frozenset()]

    def warned(debts: Sequence[Debt], day: int) -> frozenset[Rule]:
        if seen[0] is not debts or seen[1] != day:
            alerts = account_alerts(Account(0, "", debts), day, policy)
            seen[:] = [debts, day, frozenset(one.rule for one in alerts)]
        found = seen[2]
        return found if isinstance(found, frozenset) else frozenset()

    def judge(rule: Rule) -> Judge:
        return lambda debts, day: rule in warned(debts, day)

    judges: dict[str, Judge] = {rule.value: judge(rule) for rule in MEASURED}
    judges[ANY] = lambda debts, day: bool(warned(debts, day))
    judges[NAIVE] = naive
    return judges
