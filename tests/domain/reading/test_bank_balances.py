"""Chains of balances, in whatever order the rows stand."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from domain.bank import BankLine
from domain.reading.bank_balances import Break, Chain, follow, pieces

START = Decimal(1000)


def _line(row, amount, balance, day=0, at="", **more):
    return BankLine(
        row=row,
        booked_on=date(2025, 3, 1) + timedelta(days=day),
        amount=Decimal(amount),
        currency="CNY",
        balance=None if balance is None else Decimal(balance),
        at=at,
        **more,
    )


def test_oldest_first():
    lines = [_line(1, 50, 150), _line(2, -20, 130, 1), _line(3, 5, 135, 2)]
    assert follow(lines) == Chain(opening=Decimal(100), closing=Decimal(135))


def test_newest_first():
    lines = [_line(1, 5, 135, 2), _line(2, -20, 130, 1), _line(3, 50, 150)]
    assert follow(lines) == Chain(opening=Decimal(100), closing=Decimal(135))


def test_rows_of_one_second_stand_in_any_order():
    at = "10:00:00"
    lines = [_line(1, 50, 150, 0, at), _line(2, 5, 135, 1, at), _line(3, -20, 130, 1, at)]
    assert follow(lines) == Chain(opening=Decimal(100), closing=Decimal(135))


def test_a_balance_that_comes_back_begins_by_the_order():
    up = [_line(1, 50, 150), _line(2, -50, 100, 1)]
    assert follow(up) == Chain(opening=Decimal(100), closing=Decimal(100))
    assert follow(up[::-1]) == Chain(opening=Decimal(100), closing=Decimal(100))


def test_a_break_leaves_the_opening_open_and_names_the_row():
    lines = [_line(1, 50, 150), _line(2, -20, 130, 1), _line(3, 5, 140, 2), _line(4, 1, 141, 3)]
    assert follow(lines) == Chain(
        closing=Decimal(141),
        breaks=(Break(row=3, told=Decimal(130), found=Decimal(135)),),
        count=1,
    )


def test_balances_that_hardly_follow_tell_no_end():
    lines = [_line(1, 50, 7), _line(2, -20, 8, 1), _line(3, 5, 9, 2)]
    chain = follow(lines)
    assert (chain.opening, chain.closing, chain.count) == (None, None, 2)
    assert [one.row for one in chain.breaks] == [2, 3]


def test_dates_and_balances_against_each_other_tell_nothing():
    lines = [_line(1, 5, 135), _line(2, -20, 130, 1), _line(3, 50, 150, 2)]
    assert follow(lines) == Chain(is_out_of_order=True)


def test_one_line_proves_no_opening():
    assert follow([_line(1, 50, 150)]) == Chain(closing=Decimal(150))
    assert follow([_line(1, 50, None)]) == follow([]) == Chain()


def test_neutral_lines_and_lines_of_nothing_are_no_part_of_it():
    lines = [_line(1, 50, 150), _line(2, 9, 3, 1, is_neutral=True), _line(3, 0, 150, 1)]
    assert follow([*lines, _line(4, 5, 155, 2)]).opening == 100


def test_pieces_are_counted():
    amounts = [Decimal(50), Decimal(-20), Decimal(5)]
    assert pieces(amounts, [Decimal(150), Decimal(130), Decimal(135)]) == 1
    assert pieces(amounts, [Decimal(150), Decimal(130), Decimal(140)]) == 2
    assert pieces(amounts, [None] * 3) == 0


@given(
    st.lists(st.integers(-(10**9), 10**9).filter(bool), min_size=2, max_size=30),
    st.lists(st.integers(0, 3), min_size=30, max_size=30),
    st.booleans(),
)
def test_every_chain_is_followed_in_both_orders(amounts, steps, is_down):
    days = list(accumulate(steps))
    balances = list(accumulate(amounts, initial=int(START)))[1:]
    rows = zip(amounts, balances, days, strict=False)
    lines = [_line(n, *row) for n, row in enumerate(rows)]
    chain = follow(lines[::-1] if is_down else lines)
    assert (chain.breaks, chain.is_out_of_order) == ((), False)
    assert (chain.opening, chain.closing) == (START, balances[-1])
