"""Instalment plans: their lines to the cent, and what becomes of them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.collecting.plan import (
    PaymentPlan,
    PlanLine,
    PlanMethod,
    PlanState,
    plan_standing,
    schedule,
)
from domain.collecting.promise import Money
from domain.errors import BadSchedule

MONTH_ENDS = [
    date(2026, 12, 31),
    date(2027, 1, 31),
    date(2027, 2, 28),
    date(2027, 3, 31),
    date(2027, 4, 30),
    date(2027, 5, 31),
]


def test_equal_principal_is_the_worked_schedule():
    lines = schedule(12_000_000, date(2026, 11, 30), MONTH_ENDS, rate=Decimal("4.5"))
    assert [line.interest for line in lines] == [45_863, 38_219, 27_616, 22_932, 14_795, 7_644]
    assert sum(line.interest for line in lines) == 157_069
    assert {line.principal for line in lines} == {2_000_000}
    assert (lines[0].total, lines[-1].total) == (2_045_863, 2_007_644)


def test_equal_payments_are_equal_and_the_last_takes_up_the_rounding():
    lines = schedule(
        12_000_000,
        date(2026, 11, 30),
        MONTH_ENDS,
        method=PlanMethod.EQUAL_PAYMENT,
        rate=Decimal("4.5"),
    )
    assert len({line.total for line in lines[:-1]}) == 1
    assert abs(lines[-1].total - lines[0].total) <= 6
    assert sum(line.principal for line in lines) == 12_000_000


def test_without_interest_thirds_add_up():
    lines = schedule(10_000, date(2026, 11, 30), MONTH_ENDS[:3])
    assert [line.total for line in lines] == [3_333, 3_333, 3_334]


@pytest.mark.parametrize("days", [[], [date(2026, 12, 31)] * 2, [date(2026, 11, 29)]])
def test_days_must_rise_from_the_beginning(days):
    with pytest.raises(BadSchedule):
        schedule(10_000, date(2026, 11, 30), days)


@given(
    st.integers(100, 10**12),
    st.integers(1, 60),
    st.decimals(0, 24, places=2),
    st.sampled_from([PlanMethod.EQUAL_PRINCIPAL, PlanMethod.EQUAL_PAYMENT]),
)
def test_principal_adds_up_and_what_is_left_never_grows(principal, count, rate, method):
    days = [date(2027 + place // 12, place % 12 + 1, 28) for place in range(count)]
    lines = schedule(principal, date(2026, 12, 28), days, method=method, rate=rate)
    assert sum(line.principal for line in lines) == principal
    assert all(line.interest >= 0 for line in lines)
    if method is PlanMethod.EQUAL_PRINCIPAL:
        interests = [line.interest * 31 // 28 + 1 for line in lines]
        assert all(
            later.interest <= most for later, most in zip(lines[1:], interests, strict=False)
        )


PLAN = PaymentPlan(
    currency="CNY",
    principal=3_000_000,
    lines=tuple(
        PlanLine(due_on=day, principal=1_000_000)
        for day in (date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31))
    ),
)
JANUARY = [Money(on=date(2026, 1, 20), amount=1_200_000)]


@pytest.mark.parametrize(
    "day, state, overdue, due_now",
    [
        (date(2026, 2, 28), PlanState.PERFORMING, 0, 0),
        (date(2026, 3, 4), PlanState.GRACE, 800_000, 800_000),
        (date(2026, 3, 5), PlanState.GRACE, 800_000, 800_000),
        (date(2026, 3, 6), PlanState.DEFAULT, 800_000, 1_800_000),
    ],
)
def test_a_plan_goes_from_grace_into_default_and_all_falls_due(day, state, overdue, due_now):
    found = plan_standing(PLAN, JANUARY, day)
    assert (found.state, found.overdue, found.due_now) == (state, overdue, due_now)
    assert found.left == 1_800_000
    assert found.a_fifth is (overdue > 0)
    assert found.next_line.open == 800_000
    assert found.broken_on == (date(2026, 3, 6) if state is PlanState.DEFAULT else None)


def test_default_is_not_healed_by_paying_the_line_late():
    money = [*JANUARY, Money(on=date(2026, 3, 10), amount=800_000)]
    found = plan_standing(PLAN, money, date(2026, 3, 11))
    assert (found.state, found.overdue, found.due_now) == (PlanState.DEFAULT, 0, 1_000_000)


def test_a_plan_paid_is_completed_whatever_was_late():
    money = [*JANUARY, Money(on=date(2026, 3, 20), amount=1_800_000)]
    found = plan_standing(PLAN, money, date(2026, 3, 20))
    assert (found.state, found.left, found.paid) == (PlanState.COMPLETED, 0, 3_000_000)
