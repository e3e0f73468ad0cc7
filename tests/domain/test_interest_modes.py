"""How ways of computing interest are written and read."""

from decimal import Decimal

import pytest

from domain.errors import AgreedRateNeeded, BadInterestMode
from domain.interest_modes import (
    MODES,
    Per,
    Rate,
    Read,
    Takes,
    mode_from,
    percent,
    rate_from,
    short,
)


@pytest.mark.parametrize("code", sorted(MODES))
def test_every_mode_is_read_back_from_its_own_text(code):
    needs = {"CN_CONTRACT", "US"}
    mode = mode_from(f"{code}:12%/year" if code in needs else code)
    assert mode_from(mode.text) == mode


@pytest.mark.parametrize(
    "text,kept",
    [
        ("cn_sale_lpr_float:1.5", "CN_SALE_LPR_FLOAT:1.5"),
        ("CN_SALE_LPR_FIXED:1.30", "CN_SALE_LPR_FIXED:1.30"),
        ("CN-SALE-LPR-FLOAT：1.0", "CN_SALE_LPR_FLOAT:1.0"),
        ("CN_SALE_LPR_FLOAT", "CN_SALE_LPR_FLOAT:1.5"),
        ("CN_SME_17", "CN_SME_17"),
        ("CN_SME_17:0.05%/day", "CN_SME_17:0.05%/day"),
        ("CN_CONTRACT:日万分之五", "CN_CONTRACT:0.05%/day"),
        ("CN_CONTRACT:0.05%/day", "CN_CONTRACT:0.05%/day"),
        ("EU", "EU"),
        ("EU:10", "EU:10"),
        ("UK", "UK"),
        ("US:1.5%/month", "US:1.5%/month"),
        ("CN_LOAN_4X", "CN_LOAN_4X"),
    ],
)
def test_modes_are_kept_in_one_spelling(text, kept):
    assert mode_from(text).text == kept


@pytest.mark.parametrize(
    "text",
    [
        *("", "CN", "LPR:1.5", "CN_SALE_LPR_FLOAT:1.6", "CN_SALE_LPR_FLOAT:0.9"),
        *("CN_SALE_LPR_FLOAT:x", "CN_SALE_LPR_FLOAT:12%/year", "UK:8", "CN_LPR_1X:1.5"),
        *("EU:7", "EU:80", "US:18", "US:18%", "US:0%/year", "CN_CONTRACT:0.0005"),
    ],
)
def test_what_is_doubtful_is_refused(text):
    with pytest.raises(BadInterestMode):
        mode_from(text)


@pytest.mark.parametrize("code", ["CN_CONTRACT", "US"])
def test_an_agreed_rate_is_asked_for(code):
    with pytest.raises(AgreedRateNeeded):
        mode_from(code)


@pytest.mark.parametrize(
    "text,percent,per",
    [
        ("0.05%/day", "0.05", Per.DAY),
        ("0.05% / 日", "0.05", Per.DAY),
        ("日万分之五", "0.05", Per.DAY),
        ("每日万分之5", "0.05", Per.DAY),
        ("日利率万分之一点七五", "0.0175", Per.DAY),
        ("千分之三/天", "0.3", Per.DAY),
        ("0.5‰每日", "0.05", Per.DAY),
        ("月1%", "1", Per.MONTH),
        ("月息1.5％", "1.5", Per.MONTH),
        ("1.5% per month", "1.5", Per.MONTH),
        ("百分之十二/年", "12", Per.YEAR),
        ("年利率 18.25 %", "18.25", Per.YEAR),
        ("18% p.a.", "18", Per.YEAR),
    ],
)
def test_agreed_rates_are_read_with_their_unit(text, percent, per):
    assert rate_from(text) == Rate(Decimal(percent), per)


@pytest.mark.parametrize(
    "text", ["18", "18%", "0.0005/day", "日1%/月", "万分之五", "万分之五点/日", "-1%/day", "五%/日"]
)
def test_rates_without_percent_or_period_are_refused(text):
    with pytest.raises(BadInterestMode):
        rate_from(text)


def test_rates_compare_by_the_year():
    assert Rate(Decimal("0.05"), Per.DAY).annual == Decimal("18.25")
    assert Rate(Decimal("1.5"), Per.MONTH).annual == 18


def test_interest_is_rounded_half_up_once():
    assert Rate(Decimal(1), Per.DAY).interest(50, 1, 365) == 1
    assert Rate(Decimal("0.99"), Per.DAY).interest(50, 1, 365) == 0
    assert Rate(Decimal("5.025")).interest(10_000_000, 91, 365) == 125_281
    assert Rate(Decimal("1.5"), Per.MONTH).interest(1_000_000, 45, 365) == 22_500


def test_only_reference_rates_have_a_table_and_only_agreed_ones_a_rate():
    for mode in MODES.values():
        assert (mode.source is None) == (mode.read is Read.AGREED)
        assert mode.agreed is None or mode.read is Read.AGREED
        assert mode.takes is not Takes.POINTS or mode.points == 8


@pytest.mark.parametrize(
    "rate,two,least",
    [
        ("4.650", "4.65", "4.65"),
        ("5.175", "5.175", "5.175"),
        ("12", "12.00", "12"),
        ("1E+1", "10.00", "10"),
    ],
)
def test_percentages_are_written_exactly(rate, two, least):
    assert (percent(Decimal(rate)), short(Decimal(rate))) == (two, least)
