"""What comes of a hand-over: fee, net, what is left, how it stands."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from domain.record import Record
from domain.recovery.hand_over import (
    HandOver,
    HandOverState,
    HandOverStep,
    Happened,
    Party,
    standing,
)

DAY = date(2026, 11, 20)


def _record(**more):
    facts = {"party": Party.AGENCY, "name": "示例", "amount": 100_000_00, "currency": "CNY"}
    return Record(id=1, value=HandOver(**{**facts, **more}), customer_id=1, dated_on=DAY)


def _step(what, amount=None, on=DAY, number=2):
    value = HandOverStep(what=what, amount=amount, hand_over_id=1)
    return Record(id=number, value=value, customer_id=1, dated_on=on)


def test_the_worked_fee():
    steps = [_step(Happened.RECOVERED, 40_000_00), _step(Happened.COST, 600_00, number=3)]
    found = standing(_record(fee_percent=Decimal(15)), steps, DAY)
    assert (found.fee, found.net, found.left) == (6_000_00, 33_400_00, 60_000_00)


def test_a_fixed_fee_is_owed_whatever_comes():
    found = standing(_record(fee_fixed=800_00), [], DAY)
    assert (found.fee, found.net) == (800_00, -800_00)


def test_it_stands_as_its_last_step_says():
    steps = [_step(Happened.CLOSED, on=date(2026, 11, 25))]
    assert standing(_record(), steps, DAY).state is HandOverState.OPEN
    assert standing(_record(), steps, date(2026, 11, 25)).state is HandOverState.CLOSED
    back = [_step(Happened.RETURNED)]
    assert standing(_record(), back, DAY).state is HandOverState.RETURNED


@given(st.integers(0, 10**9), st.decimals(0, 100, places=2))
def test_the_fee_is_its_share_rounded_half_up_once(recovered, percent):
    steps = [_step(Happened.RECOVERED, recovered)]
    found = standing(_record(fee_percent=percent), steps, DAY)
    assert abs(Decimal(found.fee) - percent * recovered / 100) <= Decimal("0.5")
    assert found.net + found.fee + found.costs == found.recovered
