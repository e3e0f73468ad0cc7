"""Assignment: what speaks against it, what it brings, how it is entered."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from domain.cover.assignment import (
    Account,
    AssignedItem,
    Assignment,
    Finding,
    closing_entry,
    findings,
    is_eligible,
    opening_entry,
    proceeds,
)
from tests.domain.cover.cover_desk import debt


def deal(*amounts, percent=100, fee=0, **more):
    values = {
        "assignee": "示例商业保理有限公司",
        "is_factor": True,
        "recourse": True,
        "contract_number": "BL-1",
        "contract_on": date(2026, 4, 1),
        "currency": "CNY",
        "advance_percent": Decimal(percent),
        "fee_minor": fee,
    }
    items = tuple(
        AssignedItem(
            item_id=n,
            number=f"INV-{n}",
            issued_on=date(2026, 3, 1),
            due_on=date(2026, 5, 1),
            amount_minor=amount,
            assigned_minor=amount,
        )
        for n, amount in enumerate(amounts, start=1)
    )
    return Assignment(items=items, **(values | more))


def test_a_debt_is_eligible_when_open_not_due_undisputed_and_without_set_off():
    day = date(2026, 3, 3)
    assert findings(debt(), day) == []
    assert findings(debt(), date(2026, 3, 4)) == [Finding.OVERDUE]
    assert findings(debt(disputed=1), day) == [Finding.DISPUTED]
    assert findings(debt(), day, credits=5) == [Finding.SET_OFF]
    assert findings(debt(), day, assigned={1}) == [Finding.ASSIGNED]
    assert findings(debt(open_minor=0), day) == [Finding.NOT_OPEN]


def test_a_clause_against_assignment_does_not_hinder_a_debt_of_money():
    found = findings(debt(), date(2026, 3, 3), not_assignable=True)
    assert found == [Finding.CLAUSE]
    assert is_eligible(found)
    assert not is_eligible([Finding.CLAUSE, Finding.OVERDUE])


def test_the_advance_less_the_fee_is_what_comes_in():
    assert proceeds(deal(20_000, 50_000, percent=80, fee=2_000)) == (56_000, 54_000)


def test_without_recourse_the_receivable_leaves_the_books_unless_said_otherwise():
    assert not deal(1).leaves_books
    assert deal(1, recourse=False).leaves_books
    assert not deal(1, recourse=False, derecognised=False).leaves_books
    sold = opening_entry(deal(50_000, percent=80, fee=1_000, recourse=False))
    assert [(line.account, line.minor) for line in sold] == [
        (Account.BANK, 39_000),
        (Account.CHARGES, 1_000),
        (Account.RETAINED, 10_000),
        (Account.RECEIVABLE, -50_000),
    ]
    assert closing_entry(deal(50_000, recourse=False), paid=False) == []


@given(
    st.lists(st.integers(1, 10**9), min_size=1, max_size=5),
    st.integers(0, 100),
    st.booleans(),
    st.booleans(),
)
def test_every_entry_adds_up_to_nothing(amounts, percent, recourse, paid):
    made = deal(*amounts, percent=percent, fee=sum(amounts) // 50, recourse=recourse)
    for lines in (opening_entry(made), closing_entry(made, paid=paid)):
        assert sum(line.minor for line in lines) == 0
