"""Shares, the largest together, and the index of concentration."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.figures.concentration import Band, band, hhi, ranked, top

AMOUNTS = st.dictionaries(
    st.text("ABCDEFG", min_size=1, max_size=4), st.integers(-(10**6), 10**12), max_size=20
)


def test_shares_are_ranked_and_cumulated():
    shares = ranked({"f": 5, "e": 5, "a": 40, "c": 15, "b": 25, "d": 10})

    assert [share.key for share in shares] == ["a", "b", "c", "d", "e", "f"]
    assert [share.cumulated for share in shares] == [40, 65, 80, 90, 95, 100]
    assert (top(shares, 1), top(shares, 3), top(shares, 5), top(shares, 10)) == (40, 80, 95, 100)


def test_the_index_of_the_worked_shares_is_2600():
    assert hhi([40, 25, 15, 10, 5, 5]) == 2_600


def test_who_is_owed_has_no_share():
    assert [(share.key, share.share) for share in ranked({"a": 50, "b": -50, "c": 0})] == [
        ("a", 100)
    ]


def test_of_nobody_nothing_can_be_told():
    assert ranked({"a": 0}) == []
    assert top([], 5) == 0
    assert hhi([0, -3]) is None


@pytest.mark.parametrize(
    "index,told",
    [
        (1_499, Band.LOW),
        (1_500, Band.MODERATE),
        (2_500, Band.MODERATE),
        (2_501, Band.HIGH),
        (2_600, Band.HIGH),
    ],
)
def test_bands_include_their_limits(index, told):
    assert band(index) is told


@given(AMOUNTS)
def test_shares_fall_and_add_up_and_the_index_is_theirs(amounts):
    shares = ranked(amounts)
    parts = [share.share for share in shares]

    assert parts == sorted(parts, reverse=True)
    if shares:
        assert sum(parts) == shares[-1].cumulated == 100
        index = hhi(amounts.values())
        assert index == sum(part * part for part in parts)
        assert 10_000 >= index >= Fraction(10_000, len(shares))
