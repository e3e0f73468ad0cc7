"""The basis of interest in words."""

from dataclasses import replace
from decimal import Decimal

import pytest

from domain.interest_modes import Count, Per, Rate, mode_from
from domain.interest_words import basis, rate_words


@pytest.mark.parametrize(
    "mode,zh,en",
    [
        ("CN_SALE_LPR_FLOAT:1.5", "LPR的1.5倍，随LPR分段", "One-year LPR × 1.5, following"),
        ("CN_SALE_LPR_FIXED:1.3", "违约时一年期LPR的1.3倍", "on the day of breach × 1.3"),
        ("CN_SME_17", "第17条，日利率 0.05%", "Art. 17, 0.05% a day"),
        ("CN_CONTRACT:1%/month", "月利率 1%；单利，按实际天数÷30", "1% a month; simple interest"),
        ("CN_LOAN_4X", "借款合同，一年期LPR的4倍", "4 × the one-year LPR"),
        ("EU:10", "加10个百分点，每半年", "+ 10 percentage points, read anew"),
        ("UK", "以拖欠开始的半年为准", "half-year in which the debt became late"),
        ("US:18%/year", "年利率 18%；以法律允许的最高额为限", "whichever is less"),
    ],
)
def test_law_rate_and_days_are_told(mode, zh, en):
    assert zh in basis(mode_from(mode), "zh")
    assert en in basis(mode_from(mode), "en")


def test_day_counts_are_told():
    mode = replace(mode_from("CN_LPR_1X"), year=360, count=Count.BOTH)
    assert basis(mode, "zh").endswith("单利，按实际天数÷360，两头都算（到期日也计）")
    assert basis(mode, "en").endswith(
        "actual days / 360, from the due day to the day of payment, both counted"
    )


def test_rates_are_written_without_needless_zeros():
    assert rate_words(Rate(Decimal("4.650")), "en") == "4.65% a year"
    assert rate_words(Rate(Decimal("0.050"), Per.DAY), "zh") == "日利率 0.05%"
    assert rate_words(Rate(Decimal("10.0")), "en") == "10% a year"
