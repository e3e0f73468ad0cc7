"""The parts of a review: letters by level, losses, tasks, periods."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from domain.document import Kind
from domain.figures.month_ends import DaySums, ItemSum
from domain.policies.pack import alerts_of, by_level, losses_of, tasks_of
from domain.ports_policy import SentLetter
from domain.record import Record
from domain.warning.rules import Rule, Severity
from domain.warning.task import Outcome, TaskStanding, TaskState
from domain.worklist.task import TaskMark


def letter(paper, level, sent, claimed, paid, currency="CNY"):
    return SentLetter(paper, level, currency, date.fromisoformat(sent), claimed, paid)


def test_letters_count_by_level_once_they_are_old_enough():
    sent = [
        letter(1, 1, "2026-07-01", 100_00, 100_00),
        letter(2, 1, "2026-07-05", 50_00, 50_00),
        letter(3, 1, "2026-07-05", 50_00, 20_00),
        letter(4, 1, "2026-09-29", 80_00, 0),
        letter(5, 2, "2026-07-01", 10_00, 0, "USD"),
    ]
    first, second = by_level(sent, 14, date(2026, 9, 30))
    assert (first.letters, first.settled, first.waiting) == (3, 2, 1)
    assert first.share == Fraction(200, 3)
    assert (first.claimed, first.paid, first.money_share) == (200_00, 170_00, Fraction(85))
    assert (second.level, second.currency, second.share) == (2, "USD", Fraction(0))


def test_a_level_whose_letters_are_all_young_has_no_rate():
    (only,) = by_level([letter(1, 1, "2026-09-29", 80_00, 0)], 14, date(2026, 9, 30))
    assert (only.letters, only.waiting, only.share, only.money_share) == (0, 1, None, None)


def test_losses_are_what_was_written_off_beside_the_period_before():
    def off(on, minor, kind=Kind.WRITE_OFF):
        return ItemSum("CNY", kind, date.fromisoformat(on), None, minor)

    items = [
        off("2026-03-31", -9),
        off("2026-04-01", -100),
        off("2026-06-30", -20),
        off("2026-07-01", -7),
        off("2026-09-30", -5),
        off("2026-08-01", 2),
        off("2026-08-01", -1000, Kind.RECEIPT),
    ]
    sums = DaySums(items, [])
    (found,) = losses_of(sums, date(2026, 4, 1), date(2026, 7, 1), date(2026, 9, 30))
    assert (found.minor, found.before_minor) == (10, 120)


def test_warnings_are_right_unless_their_review_says_false_alarm():
    def given(on, outcome=None, rule=Rule.SLOWER):
        return TaskStanding(
            task_id=1,
            customer_id=1,
            rule=rule,
            severity=Severity.HIGH,
            value=Decimal(1),
            threshold=Decimal(1),
            facts={},
            currency="CNY",
            owner="",
            opened_on=date.fromisoformat(on),
            due_on=date(2026, 12, 1),
            state=TaskState.CLOSED if outcome else TaskState.OPEN,
            outcome=outcome,
        )

    found = alerts_of(
        [
            given("2026-07-01", Outcome.HELD),
            given("2026-08-01", Outcome.FALSE_ALARM),
            given("2026-09-01", Outcome.SOLVED),
            given("2026-09-30"),
            given("2026-06-30", Outcome.FALSE_ALARM),
            given("2026-09-30", rule=Rule.DSO),
        ],
        date(2026, 7, 1),
        date(2026, 9, 30),
    )
    assert [(one.rule, one.given, one.closed, one.false) for one in found] == [
        (Rule.SLOWER, 4, 3, 1),
        (Rule.DSO, 1, 0, 0),
    ]
    assert (found[0].hit_rate, found[1].hit_rate) == (Fraction(200, 3), None)


def test_tasks_count_by_kind_what_was_done_and_put_off():
    def mark(on, key, what):
        value = TaskMark(key=key, what=what, until=date(2027, 1, 1))
        return Record(id=1, value=value, customer_id=None, dated_on=date.fromisoformat(on))

    marks = [
        mark("2026-07-01", "chase/1", "done"),
        mark("2026-08-01", "chase/2", "put_off"),
        mark("2026-08-01", "promise/9", "done"),
        mark("2026-10-01", "chase/3", "done"),
    ]
    found = tasks_of(marks, date(2026, 7, 1), date(2026, 9, 30))
    assert found == {"chase": (1, 1), "promise": (1, 0)}
