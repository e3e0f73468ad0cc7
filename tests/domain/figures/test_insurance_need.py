"""The four tests for credit insurance."""

import pytest

from domain.figures.insurance_need import Measure, average_term, count_met, insurance_need

EVEN = {f"C{n:02}": 100_000_00 for n in range(25)}


def need(sales=EVEN, decimals=2, foreign=(), terms=((100, 30),)):
    return {check.measure: check for check in insurance_need(sales, decimals, foreign, terms)}


def met(**values):
    return count_met(list(need(**values).values()))


def test_a_small_even_business_at_home_meets_none():
    assert met() == 0
    assert need()[Measure.SALES].value == 2_500_000


@pytest.mark.parametrize("minor,is_met", [(5_000_000_00, False), (5_000_000_01, True)])
def test_sales_must_exceed_five_million(minor, is_met):
    each = {f"C{n:02}": minor // 25 for n in range(24)}
    sales = {**each, "C99": minor - sum(each.values())}

    assert need(sales=sales)[Measure.SALES].is_met is is_met


def test_units_follow_the_decimals_of_the_currency():
    assert need(sales={"a": 6_000_000}, decimals=0)[Measure.SALES].value == 6_000_000


def test_one_measure_of_concentration_is_enough_for_its_test():
    sales = {"big": 25, **{f"C{n:02}": 1 for n in range(75)}}
    found = need(sales=sales)

    assert [found[one].is_met for one in (Measure.TOP_1, Measure.TOP_5, Measure.HHI)] == [
        True,
        False,
        False,
    ]
    assert count_met(list(found.values())) == 1


def test_a_fifth_is_not_above_a_fifth():
    assert not need(sales=dict.fromkeys("abcde", 20))[Measure.TOP_1].is_met


def test_the_worked_shares_meet_all_three():
    found = need(sales={"a": 40, "b": 25, "c": 15, "d": 10, "e": 5, "f": 5})

    told = {one: found[one].value for one in (Measure.TOP_1, Measure.TOP_5, Measure.HHI)}
    assert told == {Measure.TOP_1: 40, Measure.TOP_5: 95, Measure.HHI: 2_600}
    assert all(found[one].is_met for one in told)


def test_anything_foreign_meets_the_third():
    assert met(foreign=["USD"]) == 1


def test_the_longest_or_the_average_term_meets_the_fourth():
    found = need(terms=[(300, 30), (100, 90)])

    assert (found[Measure.LONGEST_TERM].value, found[Measure.AVERAGE_TERM].value) == (90, 45)
    assert (found[Measure.LONGEST_TERM].is_met, found[Measure.AVERAGE_TERM].is_met) == (True, False)
    assert not need(terms=[(1, 60)])[Measure.LONGEST_TERM].is_met
    assert average_term([(100, 30), (300, 90)]) == 75


def test_without_sales_nothing_is_met():
    assert met(sales={}, terms=()) == 0
