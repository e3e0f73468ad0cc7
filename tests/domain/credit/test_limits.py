"""Limits in force: by day, with top-ups, groups and who bears the risk."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.credit.in_force import limits_by_customer
from domain.credit.limits import CreditLimit, Given, Source, limit_in_force, split_risk
from domain.record import Record
from domain.values import dumps, loads


def kept(number, on, minor=0, ends=None, customer=1, **more):
    return Record(
        id=number,
        value=CreditLimit(currency="CNY", minor=minor, **more),
        customer_id=customer,
        dated_on=date.fromisoformat(on),
        ends_on=date.fromisoformat(ends) if ends else None,
    )


def on(records, day, **more):
    return limit_in_force(records, "CNY", date.fromisoformat(day), **more)


def test_the_newest_limit_holds_and_a_top_up_ends_by_itself():
    records = [
        kept(1, "2026-01-01", 100_000),
        kept(2, "2026-04-01", 150_000, "2026-09-30"),
        kept(3, "2026-05-01", 20_000, "2026-05-31", top_up=True),
    ]
    days = ("2025-12-31", "2026-03-31", "2026-05-10", "2026-05-31", "2026-06-01", "2026-10-01")
    found = [on(records, day) for day in days]
    assert [one.minor for one in found] == [None, 100_000, 170_000, 170_000, 150_000, 0]
    assert found[2].top_up_minor == 20_000
    assert found[2].base_minor == 150_000
    assert found[2].ends_on == date(2026, 5, 31)
    assert found[4].ends_on == date(2026, 9, 30)
    assert found[0].source is Source.NONE
    assert found[5].source is Source.EXPIRED


def test_the_customers_field_counts_only_where_no_record_is():
    assert on([], "2026-01-01", given=500).minor == 500
    assert on([], "2026-01-01", given=500).source is Source.CUSTOMER
    assert on([kept(1, "2026-01-01", 90)], "2026-01-01", given=500).minor == 90


def test_an_application_that_waits_means_no_credit_whatever_the_field_says():
    found = on([], "2026-01-01", given=500, waiting=Source.PENDING)
    assert found.minor == 0
    assert found.source is Source.PENDING
    assert on([kept(1, "2026-01-01", 90)], "2026-01-02", waiting=Source.PENDING).minor == 90


def test_no_limit_is_a_word_of_its_own_and_0_is_no_credit():
    """Case C75 of other systems: 100 owed."""
    nothing, none = on([], "2026-01-01"), on([kept(1, "2026-01-01", 0)], "2026-01-01")
    assert nothing.passes(100, 10**12)
    free = on([kept(1, "2026-01-01", unlimited=True)], "2026-01-01")
    assert free.passes(100, 10**12)
    assert (free.unlimited, nothing.unlimited) == (True, False)
    assert not none.passes(100, 1)
    two_hundred = on([kept(1, "2026-01-01", 200)], "2026-01-01")
    assert two_hundred.passes(100, 1)
    assert not two_hundred.passes(100, 150)


@pytest.mark.parametrize(
    "total, insured, split",
    [
        (100, 0, (100, 0, 100)),
        (50, 0, (50, 0, 50)),
        (50, 25, (50, 25, 25)),
        (50, 100, (100, 100, 0)),
    ],
)  # fmt: skip
def test_insured_and_own_risk_stand_apart(total, insured, split):
    """Case C78 of other systems."""
    assert split_risk(total, insured) == split
    record = kept(1, "2026-01-01", total, insured_minor=insured)
    assert on([record], "2026-01-01").own_risk == split[2]


def test_a_group_bounds_its_customers_together():
    given_ = [Given(1, "CNY", "North", 70), Given(2, "CNY", "", None)]
    records = [kept(1, "2026-01-01", 100, customer=None, group="North")]
    found = limits_by_customer(given_, records, [], [], date(2026, 2, 1))
    assert (found[1].minor, found[1].group, found[1].group_minor) == (70, "North", 100)
    assert found[2].group_minor is None
    assert found[2].minor is None


def test_a_limit_of_another_currency_says_nothing_here():
    assert limit_in_force([kept(1, "2026-01-01", 90)], "USD", date(2026, 2, 1)).minor is None


def test_a_limit_reads_back_from_the_book_as_it_was():
    value = kept(1, "2026-01-01", 5, reasons=("good",), reason="review").value
    assert loads(CreditLimit, dumps(value)) == value


days = st.integers(0, 400).map(lambda n: date(2026, 1, 1) + timedelta(days=n))


@given(
    st.lists(st.tuples(days, st.integers(0, 10**9), st.integers(0, 60)), max_size=8),
    days,
    st.integers(0, 10**9),
)
def test_a_limit_on_a_day_is_its_lasting_part_and_what_tops_it_up(top_ups, day, base):
    records = [kept(1, "2025-01-01", base)]
    for number, (start, minor, length) in enumerate(top_ups, start=2):
        records.append(
            Record(
                id=number,
                value=CreditLimit(currency="CNY", minor=minor, top_up=True),
                customer_id=1,
                dated_on=start,
                ends_on=start + timedelta(days=length),
            )
        )
    running = sum(m for s, m, n in top_ups if s <= day <= s + timedelta(days=n))
    found = limit_in_force(records, "CNY", day)
    assert found.minor == base + running == found.base_minor + found.top_up_minor
    assert found.ends_on is None or found.ends_on >= day
