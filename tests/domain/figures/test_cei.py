"""Collection effectiveness: the worked numbers, and its bounds."""

from hypothesis import given
from hypothesis import strategies as st

from domain.figures.cei import collection_effectiveness

SUMS = st.integers(0, 10**12)


def test_the_worked_numbers():
    told = collection_effectiveness(1_000_000, 2_700_000, 1_200_000, 900_000)

    assert round(float(told), 2) == 89.29


def test_the_numbers_of_another_system():
    assert collection_effectiveness(100, 1_000, 120, 100) == 98


def test_with_nothing_to_collect_it_cannot_be_told():
    assert collection_effectiveness(0, 100, 100, 100) is None


@given(begin=SUMS, billed=SUMS, collected=SUMS, overdue=SUMS)
def test_it_is_what_was_collected_of_that_and_what_is_overdue(begin, billed, collected, overdue):
    collected = min(collected, begin + billed)
    end = begin + billed - collected
    overdue = min(overdue, end)

    told = collection_effectiveness(begin, billed, end, end - overdue)

    if collected + overdue:
        assert told * (collected + overdue) == 100 * collected
        assert 0 <= told <= 100
    else:
        assert told is None
