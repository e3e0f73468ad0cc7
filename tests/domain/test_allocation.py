from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.allocation import (
    Allocation,
    OpenItem,
    allocate,
    earliest,
    oldest_first,
    reverse,
    spread,
)
from domain.document import Kind
from domain.errors import AllocationTooEarly, AlreadyReversed, NotAllocatable, OverAllocation

DAY = date(2026, 3, 1)


def _item(number, amount, **more):
    values = {
        "id": 1 if amount > 0 else 2, "document_id": 1, "kind": Kind.INVOICE, "number": number,
        "seq": 1, "parts": 1, "customer_id": 1, "currency": "CNY", "issued_on": DAY,
        "due_on": DAY, "amount": amount, "open": amount,
    }  # fmt: skip
    return OpenItem(**{**values, **more})


INVOICE, RECEIPT = _item("A1", 10_000), _item("R1", -8_000)


def test_an_allocation_takes_from_both_sides():
    row = allocate(INVOICE, RECEIPT, 8_000, DAY, import_key="k")
    assert (row.debit_item_id, row.credit_item_id) == (1, 2)
    assert (row.debit_minor, row.credit_minor, row.allocated_on) == (8_000, 8_000, DAY)
    assert (row.exchange_difference, row.import_key) == (None, "k")
    assert INVOICE.is_debit
    assert not RECEIPT.is_debit
    assert INVOICE.after(8_000).open == 2_000
    assert RECEIPT.after(8_000).open == 0


@pytest.mark.parametrize("minor, number", [(10_001, "A1"), (8_001, "R1")])
def test_neither_side_gives_more_than_it_has(minor, number):
    with pytest.raises(OverAllocation) as caught:
        allocate(INVOICE, RECEIPT, minor, DAY)
    assert caught.value.facts["number"] == number


@pytest.mark.parametrize(
    "debit, credit, minor, reason",
    [
        (RECEIPT, INVOICE, 1, "sides"),
        (INVOICE, INVOICE, 1, "sides"),
        (INVOICE, replace(RECEIPT, customer_id=2), 1, "customer"),
        (INVOICE, replace(RECEIPT, currency="USD"), 1, "currency"),
        (INVOICE, RECEIPT, 0, "amount"),
        (INVOICE, RECEIPT, -1, "amount"),
    ],
)
def test_only_a_debit_and_a_credit_of_one_customer_are_joined(debit, credit, minor, reason):
    with pytest.raises(NotAllocatable) as caught:
        allocate(debit, credit, minor, DAY)
    assert caught.value.facts["reason"] == reason


def test_two_currencies_are_joined_with_both_amounts_given():
    euro = replace(RECEIPT, currency="EUR")
    row = allocate(INVOICE, euro, 8_000, DAY, credit_minor=1_000)
    assert (row.debit_minor, row.credit_minor) == (8_000, 1_000)
    with pytest.raises(NotAllocatable):
        allocate(INVOICE, euro, 8_000, DAY, credit_minor=0)


def test_nothing_is_joined_before_both_exist_and_are_free():
    later, freed = date(2026, 3, 5), date(2026, 3, 9)
    credit = replace(RECEIPT, issued_on=later)
    assert earliest(INVOICE, credit) == later
    assert earliest(replace(INVOICE, free_from=freed), credit) == freed
    with pytest.raises(AllocationTooEarly):
        allocate(INVOICE, credit, 1, date(2026, 3, 4))
    assert allocate(INVOICE, credit, 1, later).allocated_on == later


def test_undoing_gives_the_negative_row_once():
    row = allocate(replace(INVOICE, base=80_000, base_open=80_000), RECEIPT, 8_000, DAY)
    undo = reverse(row, 7, date(2026, 3, 2), done=False)
    assert (undo.debit_minor, undo.credit_minor, undo.reverses_id) == (-8_000, -8_000, 7)
    assert (undo.debit_base_minor, undo.credit_base_minor) == (-64_000, None)
    with pytest.raises(AlreadyReversed):
        reverse(row, 7, DAY, done=True)
    with pytest.raises(AlreadyReversed):
        reverse(undo, 8, DAY, done=False)
    with pytest.raises(AllocationTooEarly):
        reverse(row, 7, date(2026, 2, 28), done=False)


def test_the_exchange_difference_is_what_the_credit_brought_more():
    row = Allocation(
        debit_item_id=1, credit_item_id=2, debit_minor=100, credit_minor=100,
        allocated_on=DAY, debit_base_minor=8_500, credit_base_minor=8_000,
    )  # fmt: skip
    assert row.exchange_difference == -500


def test_the_last_part_takes_all_the_base_that_is_left():
    item = _item("A1", 300_00, base=8_500, base_open=8_500)
    assert item.base_for(100_00) == 2_833
    assert item.after(100_00).base_for(200_00) == 5_667
    assert item.after(100_00).after(200_00).base_open == 0


@given(
    st.integers(1, 10_000),
    st.integers(0, 10_000),
    st.lists(st.integers(1, 10), max_size=40),
    st.sampled_from([1, -1]),
)
def test_base_parts_are_never_negative_and_add_up_to_the_base(amount, base, parts, sign):
    """Five parts of 0.01 out of 0.05 booked at 0.03 must not take 0.05."""
    item = _item("A1", sign * amount, base=sign * base, base_open=sign * base)
    taken = 0
    for part in [*parts, amount]:
        minor = min(part, abs(item.open))
        if minor == 0:
            break
        share = item.base_for(minor)
        assert share >= 0
        taken += share
        item = item.after(minor)
        assert abs(abs(item.base_open) - base * abs(item.open) / amount) <= 1
    if item.open == 0:
        assert taken == base
        assert item.base_open == 0


def test_without_a_rate_there_is_no_base():
    assert INVOICE.base_for(1) is None
    assert INVOICE.after(1).base_open is None


def test_oldest_due_first_and_no_due_date_last():
    items = [
        _item("E", 1, due_on=None),
        _item("D", 1, seq=2),
        _item("D", 1, seq=1),
        _item("B", 1, issued_on=date(2026, 2, 1)),
        _item("A", 1, due_on=date(2026, 2, 2)),
    ]
    assert [(i.number, i.seq) for i in oldest_first(items)] == [
        ("A", 1), ("B", 1), ("D", 1), ("D", 2), ("E", 1),
    ]  # fmt: skip


def test_a_typed_amount_caps_one_and_the_rest_goes_on():
    first = _item("A1", 10_000, id=11)
    second = _item("A2", 10_000, id=12)
    assert [(i.id, m) for i, m in spread([second, first], 10_000)] == [(11, 10_000)]
    assert [(i.id, m) for i, m in spread([first, second], 10_000, {11: 7_000})] == [
        (11, 7_000), (12, 3_000),
    ]  # fmt: skip
    assert spread([first, second], 10_000, {11: 0, 12: 0}) == []
    assert spread([first], 0) == []


@given(st.lists(st.integers(1, 1000), max_size=20), st.integers(0, 20_000))
def test_spreading_gives_away_all_it_can_and_no_more(opens, available):
    debits = [_item(f"A{n:02}", minor, id=n) for n, minor in enumerate(opens)]
    parts = spread(debits, available)
    assert sum(minor for _, minor in parts) == min(available, sum(opens))
    assert all(0 < minor <= debit.open for debit, minor in parts)
    assert all(minor == debit.open for debit, minor in parts[:-1])
