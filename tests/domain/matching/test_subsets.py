from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from domain.matching.subsets import Budget, exact_sets

PLENTY = 1_000_000


def test_the_only_set_that_adds_up_is_found():
    sets, complete = exact_sets([100, 200, 300, 450], 650, Budget(PLENTY), largest=8)
    assert (sets, complete) == ([(1, 3)], True)


def test_credit_notes_count_against():
    sets, _ = exact_sets([8000_00, 2260_50, -500_00], 9760_50, Budget(PLENTY), largest=8)
    assert sets == [(0, 1, 2)]


def test_amounts_above_the_sum_are_left_out_unless_credits_allow_them():
    assert exact_sets([900, 100], 500, Budget(PLENTY), largest=8)[0] == []
    assert exact_sets([900, -400], 500, Budget(PLENTY), largest=8)[0] == [(0, 1)]


def test_sets_are_no_larger_than_allowed():
    assert exact_sets([1, 2, 4, 8], 15, Budget(PLENTY), largest=3)[0] == []
    assert exact_sets([1, 2, 4, 8], 15, Budget(PLENTY), largest=4)[0] == [(0, 1, 2, 3)]


def test_the_search_says_when_it_was_not_complete():
    amounts = [2**n for n in range(40)]
    budget = Budget(20_000)
    sets, complete = exact_sets(amounts, 2**30 + 2**31 + 2**32, budget, largest=8)
    assert (sets, complete) == ([], False)
    assert 0 <= budget.left < 20_000


def test_pairs_are_found_even_then():
    amounts = [2**n for n in range(40)]
    assert exact_sets(amounts, 2**30 + 2**35, Budget(20_000), largest=8)[0] == [(30, 35)]


def test_without_steps_nothing_is_searched():
    assert exact_sets([1, 2, 3], 5, Budget(0), largest=8) == ([], False)


@given(
    st.lists(st.integers(-60, 99).filter(bool), max_size=9),
    st.integers(1, 250),
    st.integers(1, 9),
)
def test_it_finds_what_trying_everything_finds(amounts, target, largest):
    sets, complete = exact_sets(amounts, target, Budget(PLENTY), largest=largest)
    places = range(len(amounts))
    every = {
        chosen
        for size in range(1, largest + 1)
        for chosen in combinations(places, size)
        if sum(amounts[n] for n in chosen) == target
    }
    assert complete
    assert set(sets) <= every
    assert len(sets) >= min(len(every), 4)


@given(st.lists(st.integers(1, 10**6), max_size=60), st.integers(1, 10**7), st.integers(0, 5000))
def test_it_never_takes_more_steps_than_it_may(amounts, target, steps):
    budget = Budget(steps)
    sets, _ = exact_sets(amounts, target, budget, largest=8)
    assert budget.left >= 0
    assert all(sum(amounts[n] for n in chosen) == target for chosen in sets)
