"""Ageing day by day: the place where receivables programs differ most."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ageing import BadBuckets, Buckets, bucket_sums, parse_limits

TODAY = date(2026, 6, 30)
AGES = {
    -31: "not_due", -30: "not_due", -1: "not_due", 0: "not_due",
    1: "1-30", 29: "1-30", 30: "1-30", 31: "31-60", 59: "31-60", 60: "31-60",
    61: "61-90", 89: "61-90", 90: "61-90", 91: "91+", 120: "91+", 121: "91+",
    None: "no_due_date",
}  # fmt: skip


@pytest.mark.parametrize("age, bucket", AGES.items())
def test_the_bucket_of_an_age(age, bucket):
    buckets = Buckets()
    assert buckets.keys[buckets.index(age)] == bucket


@pytest.mark.parametrize("basis", ["due", "document"])
def test_the_book_ages_each_day_as_the_rule_says(desk, basis):
    """One item of each age, 1 yuan more each, so that a wrong place changes a sum."""
    wanted = dict.fromkeys(Buckets().keys, 0)
    for n, (age, bucket) in enumerate(AGES.items(), start=1):
        day = TODAY - timedelta(days=age or 0)
        if basis == "document" and (age is None or age < 0):
            continue
        issued = day if basis == "document" else date(2025, 1, 1)
        due = None if age is None or basis == "document" else day
        desk.invoice(f"{n}.00", issued, due=due, number=f"A{n:02}")
        wanted[bucket] += n * 100
    desk.receipt("7.00", "2026-06-01")
    (row,) = desk.book.reader.ageing(TODAY, basis=basis)
    assert dict(zip(Buckets().keys, row.buckets, strict=True)) == wanted
    assert row.unapplied == 700
    assert row.balance == sum(wanted.values()) - 700
    assert row.overdue() == sum(wanted[key] for key in ("1-30", "31-60", "61-90", "91+"))
    assert row.oldest_days == 121
    items = desk.book.reader.ageing(TODAY, basis=basis, by="item")
    assert [sum(part) for part in zip(*(item.buckets for item in items), strict=True)] == list(
        wanted.values()
    )
    assert sum(item.balance for item in items) == row.balance


def test_a_day_later_every_item_is_a_day_older(desk):
    desk.invoice("1.00", "2026-01-01", due="2026-05-31")
    assert desk.ageing("2026-06-30")["1-30"] == "1.00"
    assert desk.ageing("2026-07-01")["31-60"] == "1.00"
    assert desk.ageing("2026-05-31")["not_due"] == "1.00"
    assert desk.ageing("2025-12-31") == {}


def test_buckets_are_named_by_their_limits():
    assert Buckets((7, 15)).keys == ("not_due", "1-7", "8-15", "16+", "no_due_date")
    assert Buckets((30,)).oldest_dates(TODAY) == [date(2026, 5, 31)]


@pytest.mark.parametrize(
    "text, limits", [("30,60,90", (30, 60, 90)), ("7", (7,)), ("1, 2", (1, 2))]
)
def test_limits_are_read_from_text(text, limits):
    assert parse_limits(text) == limits


@pytest.mark.parametrize("text", ["", "x", "30,30", "60,30", "0,30", "-1", "30,", "1.5"])
def test_limits_are_whole_rising_days(text):
    with pytest.raises(BadBuckets):
        parse_limits(text)


@given(st.lists(st.tuples(st.none() | st.integers(-400, 400), st.integers(1, 10**9))))
def test_every_amount_lands_in_one_bucket(ages):
    sums = bucket_sums(ages, Buckets((30, 60, 90, 180)))
    assert len(sums) == 7
    assert sum(sums) == sum(minor for _, minor in ages)
