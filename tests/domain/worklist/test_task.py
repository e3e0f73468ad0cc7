"""The rank of tasks: amount × chance × urgency, with the worked example."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from domain.worklist.task import WEIGHTS, Act, Task, TaskKind, rank

DAY = date(2026, 11, 20)


def _task(key, minor, chance="1", due=None, base=None):
    return Task(
        key=key,
        kind=TaskKind.CHASE,
        act=Act.CALL,
        reason="chase.first",
        address="today",
        amount=minor,
        currency="CNY",
        base=base,
        chance=Decimal(chance),
        due_on=due,
    )


def test_a_promise_due_today_comes_before_a_larger_receipt():
    promise = _task("promise", 8_000_000, "0.8", due=DAY)
    receipt = _task("receipt", 18_640_000)
    found = rank([receipt, promise], DAY, WEIGHTS)
    assert [(one.task.key, one.value) for one in found] == [
        ("promise", 19_200_000),
        ("receipt", 18_640_000),
    ]


def test_foreign_amounts_count_in_the_books_currency():
    found = rank([_task("usd", 100, base=720), _task("cny", 500)], DAY, WEIGHTS)
    assert [one.task.key for one in found] == ["usd", "cny"]


def test_old_debts_and_far_days_weigh_less():
    assert [WEIGHTS.chance(days) for days in (1, 30, 31, 90, 180, 181, 4000)] == [
        Decimal(share) for share in ("0.6", "0.6", "0.5", "0.4", "0.25", "0.1", "0.1")
    ]
    days = [date(2026, 11, 19), DAY, date(2026, 11, 27), date(2026, 11, 28), date(2027, 1, 1)]
    assert [WEIGHTS.urgent(day, DAY) for day in days] == [3, 3, 2, Decimal("1.5"), 1]


@given(st.lists(st.tuples(st.integers(0, 10**12), st.integers(0, 100)), max_size=20))
def test_the_order_is_that_of_the_values(pairs):
    tasks = [
        _task(str(place), minor, str(Decimal(part) / 100))
        for place, (minor, part) in enumerate(pairs)
    ]
    values = [one.value for one in rank(tasks, DAY, WEIGHTS)]
    assert values == sorted(values, reverse=True)
    assert len(values) == len(tasks)
