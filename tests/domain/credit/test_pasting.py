"""Accounts copied out of a spreadsheet, in the layouts that people have."""

from datetime import date

import pytest

from domain.credit.line_names import line_of
from domain.credit.pasting import read_pasted
from domain.credit.statements import Line

TWO_SIDED = """资产负债表
编制单位：某某公司\t\t\t单位：万元
资  产\t行次\t期末余额\t年初余额\t负债和所有者权益\t行次\t期末余额\t年初余额
流动资产：\t\t\t\t流动负债：
货币资金\t1\t1,234.50\t980.00\t短期借款\t32\t500.00\t-
应收账款\t2\t2,000\t1,900.5\t应付账款\t33\t800\t700
存货\t3\t500\t(12)\t流动负债合计\t34\t1,200\t1100
资产总计\t5\t3,000\t2,900\t所有者权益（或股东权益）合计\t36\t1,200\t1,200
"""
ENGLISH = """\tFY2025\tFY2024\tFY2023
RMB'000
Revenue\t12,000\t11,000\t10,000
Less: Cost of sales\t(9,000)\t(8,000)\t(7,500)
Finance costs\t60\t50\t40
Interest expense\t55\t50\t40
Gain on disposal\t1\t2\t3
Net loss attributable\t1\t2\t3
Net profit\t(100)\tsee note\t5
"""


def amounts(pasted, line):
    return {one.year: one.given(line) for one in pasted.statements()}


def test_a_two_sided_balance_sheet_in_ten_thousands_is_read():
    read = read_pasted(TWO_SIDED, currency="USD", latest_year=2025)
    assert (read.years, read.assumed, read.scale, read.unit_found) == (
        (2025, 2024),
        False,
        10_000,
        True,
    )
    assert amounts(read, Line.CASH) == {2025: 12_345_000_00, 2024: 9_800_000_00}
    assert amounts(read, Line.SHORT_LOANS) == {2025: 5_000_000_00, 2024: None}
    assert amounts(read, Line.INVENTORY) == {2025: 5_000_000_00, 2024: -120_000_00}
    assert amounts(read, Line.EQUITY) == {2025: 12_000_000_00, 2024: 12_000_000_00}
    assert read.problems == []


def test_three_years_in_english_with_brackets_and_a_currency_named():
    read = read_pasted(ENGLISH, currency="USD", latest_year=2020)
    assert (read.years, read.currency, read.scale) == ((2025, 2024, 2023), "CNY", 1000)
    assert amounts(read, Line.COST_OF_SALES)[2025] == 9_000_000_00
    assert amounts(read, Line.INTEREST_EXPENSE)[2025] == 55_000_00
    assert amounts(read, Line.NET_PROFIT) == {2025: -100_000_00, 2024: None, 2023: 5_000_00}
    uses = {row.label: row.use for row in read.rows}
    assert uses["Finance costs"] == "second"
    assert uses["Gain on disposal"] == "unknown"
    assert [cell.text for _row, cell in read.problems] == ["see note"]


def test_without_a_heading_the_years_are_assumed_and_said_to_be():
    read = read_pasted("营业收入\t100\t90\n净利润\t5\t-4", currency="CNY", latest_year=2025)
    assert (read.years, read.assumed, read.unit_found) == ((2025, 2024), True, False)
    assert amounts(read, Line.NET_PROFIT) == {2025: 5_00, 2024: -4_00}
    assert read.statements()[0].ended_on == date(2025, 12, 31)


def test_figures_that_look_like_years_are_no_heading():
    text = "项目\t2025年\t2024年\n其他应收款\t2000\t1990\n存货\t7\t8"
    read = read_pasted(text, currency="CNY", latest_year=2025)
    assert amounts(read, Line.INVENTORY) == {2025: 7_00, 2024: 8_00}


def test_a_unit_set_by_hand_goes_before_the_one_found():
    read = read_pasted("单位：万元\n存货\t7", currency="CNY", latest_year=2025, scale=1)
    assert amounts(read, Line.INVENTORY) == {2025: 7_00}


def test_an_ambiguous_figure_is_refused_until_the_style_is_known():
    text = "Inventory\t1,234"
    read = read_pasted(text, currency="EUR", latest_year=2025)
    assert len(read.problems) == 1
    read = read_pasted(text, currency="EUR", latest_year=2025, style="point")
    assert amounts(read, Line.INVENTORY) == {2025: 1_234_00}


@pytest.mark.parametrize(
    "label, line",
    [
        ("减：营业成本", Line.COST_OF_SALES),
        ("一、营业收入", Line.REVENUE),
        ("五、净利润（净亏损以“－”号填列）", Line.NET_PROFIT),
        ("  其中：利息费用", Line.INTEREST_EXPENSE),
        ("Property, plant and equipment", Line.FIXED_ASSETS),
        ("Total shareholders' equity", Line.EQUITY),
        ("所有者权益（或股东权益）合计", Line.EQUITY),
        ("其他应收款", None),
        ("负债和所有者权益总计", None),
        ("非流动资产合计", None),
    ],
)
def test_lines_are_known_by_their_usual_names(label, line):
    found = line_of(label)
    assert (found[0] if found else None) == line


def test_nothing_pasted_is_nothing_read():
    read = read_pasted("", currency="CNY", latest_year=2025)
    assert (read.rows, read.statements()) == ((), [])
