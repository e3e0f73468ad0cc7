"""Ratios, Z scores, working assets and findings, with the figures of the trade's examples."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.credit.altman import z_scores
from domain.credit.figure import Light
from domain.credit.ratios import ratio_sheet, ratios
from domain.credit.statements import (
    FinancialStatement,
    Line,
    check_statement,
    findings,
    has_three_years,
    is_stale,
)
from domain.credit.working_assets import SHARES, ShareStep, check_steps, share_of, working_assets
from domain.errors import BadPolicy, BadStatement

EXAMPLE = {
    "current_assets": 1800_00, "inventory": 500_00, "current_liabilities": 1200_00,
    "total_assets": 3000_00, "retained_earnings": 450_00, "ebit": 240_00, "equity": 1200_00,
    "total_liabilities": 1800_00,
}  # fmt: skip


def accounts(year=2025, **lines):
    return FinancialStatement(
        ended_on=date(year, 12, 31), currency="CNY", amounts={**EXAMPLE, **lines}
    )


def by_code(figures):
    return {one.code: one for one in figures}


def rounded(figure, places="0.0001"):
    return figure.value.quantize(Decimal(places))


def test_altman_of_the_textbook_firm():
    found = by_code(z_scores(accounts()))
    assert rounded(found["z_double_prime"]) == Decimal("3.0386")
    assert rounded(found["z_emerging"]) == Decimal("6.2886")
    assert found["z_double_prime"].light == Light.GREEN
    assert found["z_prime"].reason == "missing"
    assert found["z_prime"].missing == ("x5",)


def test_working_assets_of_the_textbook_firm():
    found = working_assets(accounts())
    assert found.assets.value == 900_00
    assert found.rating.value == Decimal("0.08")
    assert found.share == Decimal("0.175")
    assert found.limit_minor == 157_50


def test_ratios_say_what_they_are_made_of():
    found = by_code(ratios(accounts()))
    assert rounded(found["current_ratio"], "0.01") == Decimal("1.50")
    assert rounded(found["quick_ratio"]) == Decimal("1.0833")
    assert found["quick_ratio"].formula == "(current_assets - inventory) / current_liabilities"
    assert [one.name for one in found["quick_ratio"].inputs] == [
        "current_assets",
        "inventory",
        "current_liabilities",
    ]
    assert (found["debt_ratio"].value, found["debt_ratio"].light) == (Decimal("0.6"), Light.GREEN)
    assert (found["net_margin"].value, found["net_margin"].reason) == (None, "missing")


def test_days_are_of_a_year_of_365():
    found = by_code(ratios(accounts(receivables=600_00, revenue=3650_00, cost_of_sales=2500_00)))
    assert found["receivable_days"].value == 60
    assert found["receivable_days"].light == Light.GREEN
    assert found["inventory_days"].value == 73


def test_no_interest_is_good_and_no_equity_is_bad():
    found = by_code(ratios(accounts(interest_expense=0, equity=-5, net_profit=10, long_debt=1)))
    assert (found["interest_cover"].reason, found["interest_cover"].light) == ("zero", Light.GREEN)
    assert (found["roe"].reason, found["roe"].light) == ("negative", Light.RED)


def test_the_trend_is_the_change_and_whether_it_is_for_the_better():
    first = accounts(2024, total_liabilities=1500_00, current_assets=1500_00)
    years = [by_code(one) for one in ratio_sheet([accounts(2025), first])]
    assert years[0]["current_ratio"].change is None
    assert (years[1]["current_ratio"].change, years[1]["current_ratio"].better) == (
        Decimal("0.25"),
        True,
    )
    assert (years[1]["debt_ratio"].change, years[1]["debt_ratio"].better) == (
        Decimal("0.1"),
        False,
    )


def test_ebit_and_equity_follow_where_they_are_not_given():
    lines = {"total_assets": 100, "total_liabilities": 60, "pretax_profit": 18}
    one = FinancialStatement(ended_on=date(2025, 12, 31), currency="CNY", amounts=lines)
    assert (one.value(Line.EQUITY), one.follows(Line.EQUITY)) == (40, True)
    assert one.value(Line.EBIT) is None
    with_interest = replace(one, amounts={**lines, "interest_expense": 6})
    assert with_interest.value(Line.EBIT) == 24


def test_accounts_that_do_not_add_up_are_told_not_refused():
    one = accounts(equity=1100_00, cash=1700_00, inventory=200_00, short_loans=-1)
    found = {(each.code, each.line): each.minor for each in findings([one])}
    assert found == {
        ("unbalanced", None): 100_00,
        ("parts_exceed", Line.CURRENT_ASSETS): 100_00,
        ("negative", Line.SHORT_LOANS): 0,
    }
    assert findings([accounts()]) == []


def test_years_are_compared_for_units_gaps_and_currencies():
    before = accounts(2023, revenue=10)
    after = accounts(2025, revenue=100_000)
    assert [each.code for each in findings([after, before])] == ["years", "jump"]
    other = replace(accounts(2026), currency="USD")
    assert [each.code for each in findings([accounts(2025), other])] == ["currencies"]


def test_three_consecutive_years_and_their_age():
    years = [accounts(year) for year in (2023, 2024, 2025)]
    assert has_three_years(years)
    assert not has_three_years(years[:2])
    assert not has_three_years([accounts(2022), *years[1:]])
    assert not is_stale(years, date(2026, 12, 31))
    assert is_stale(years, date(2027, 1, 1))


def test_accounts_with_nothing_or_an_unknown_line_are_refused():
    for amounts in ({}, {"goodwill": 1}, {"cash": 10**17}):
        with pytest.raises(BadStatement):
            check_statement(replace(accounts(), amounts=amounts))


@pytest.mark.parametrize(
    "rating, share",
    [("-9", "0"), ("-4.6", "0"), ("-4.59", "0.025"), ("-0.39", "0.175"), ("0.3", "0.175"),
     ("0.31", "0.2"), ("1.0", "0.2"), ("1.01", "0.25")],
)  # fmt: skip
def test_the_share_table(rating, share):
    assert share_of(Decimal(rating)) == Decimal(share)


def test_a_share_table_rises_and_has_an_end():
    check_steps(SHARES)
    top = ShareStep(up_to=None, share=Decimal("0.1"))
    low = ShareStep(up_to=Decimal(1), share=Decimal("0.2"))
    for wrong in ((), (low,), (low, top), (top, top), (replace(top, share=Decimal(2)),)):
        with pytest.raises(BadPolicy):
            check_steps(wrong)


def test_without_net_assets_there_is_no_rating_and_no_limit():
    found = working_assets(accounts(equity=0))
    assert (found.limit_minor, found.rating.reason) == (None, "negative")


@given(
    st.dictionaries(st.sampled_from([line.value for line in Line]), st.integers(-(10**12), 10**12))
)
def test_any_accounts_give_figures_or_a_reason(amounts):
    one = FinancialStatement(ended_on=date(2025, 12, 31), currency="CNY", amounts=amounts)
    model = working_assets(one)
    for figure in [*ratios(one), *z_scores(one), model.assets, model.rating, model.limit]:
        assert (figure.value is None) == bool(figure.reason)
    assert model.limit_minor is None or model.limit_minor >= 0
