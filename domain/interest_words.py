"""The basis of late-payment interest in words, for papers, debit notes and screens.

The language is the reader's: the customer's on a debit note, the user's on a screen. Rates
are written as agreed, the days of a year only where they matter (annual rates).
"""

from __future__ import annotations

from typing import Final

from domain.interest import Interest
from domain.interest_modes import Count, Mode, Per, Rate, Read, short
from domain.letters import long_date

_LAW: Final[dict[str, dict[str, str]]] = {
    "zh": {
        "CN_CONTRACT": "按合同约定，{rate}",
        "CN_SME_17": "按《保障中小企业款项支付条例》第17条，{rate}",
        "CN_SALE_LPR_FIXED": (
            "按违约时一年期LPR的{times}倍，全期不变（买卖合同司法解释第18条第4款）"
        ),
        "CN_SALE_LPR_FLOAT": "按同期一年期LPR的{times}倍，随LPR分段（买卖合同司法解释第18条第4款）",
        "CN_LPR_1X": "按同期一年期LPR，随LPR分段（法释〔2024〕11号）",
        "CN_LOAN_4X": "按借款合同，{rate}（上限为合同成立时一年期LPR的4倍）",
        "CN_JUDGMENT_DOUBLE": "迟延履行期间加倍部分的债务利息，{rate}（民事诉讼法第264条）",
        "EU": "按2011/7/EU号指令，欧洲央行主要再融资利率加{points}个百分点，每半年重新取率",
        "UK": (
            "按英国《1998年商业债务延迟支付（利息）法》，英格兰银行利率加8个百分点，"
            "以拖欠开始的半年为准，此后不变"
        ),
        "US": "按合同约定，{rate}；以法律允许的最高额为限",
        "OWN": "按本公司公布的利率，随变动分段",
    },
    "en": {
        "CN_CONTRACT": "As agreed in the contract, {rate}",
        "CN_SME_17": (
            "Regulation on Ensuring Payments to Small and Medium-sized Enterprises (PRC), "
            "Art. 17, {rate}"
        ),
        "CN_SALE_LPR_FIXED": (
            "One-year LPR on the day of breach × {times}, unchanged throughout "
            "(PRC Interpretation on Sales Contracts, Art. 18(4))"
        ),
        "CN_SALE_LPR_FLOAT": (
            "One-year LPR × {times}, following each change of the LPR "
            "(PRC Interpretation on Sales Contracts, Art. 18(4))"
        ),
        "CN_LPR_1X": "One-year LPR, following each of its changes (PRC Fa Shi [2024] No. 11)",
        "CN_LOAN_4X": "As agreed in the loan, {rate} (at most 4 × the one-year LPR at contract)",
        "CN_JUDGMENT_DOUBLE": (
            "Doubled part of the interest for delay after a judgment, {rate} "
            "(PRC Civil Procedure Law, Art. 264)"
        ),
        "EU": (
            "Directive 2011/7/EU: ECB main refinancing rate + {points} percentage points, "
            "read anew each half-year"
        ),
        "UK": (
            "Late Payment of Commercial Debts (Interest) Act 1998: Bank of England rate "
            "+ 8 percentage points, fixed at the half-year in which the debt became late"
        ),
        "US": "As agreed, {rate}, or the maximum permitted by law, whichever is less",
        "OWN": "Our published rate, following each of its changes",
    },
}
_PER: Final = {
    "zh": {Per.DAY: "日利率 {}%", Per.MONTH: "月利率 {}%", Per.YEAR: "年利率 {}%"},
    "en": {Per.DAY: "{}% a day", Per.MONTH: "{}% a month", Per.YEAR: "{}% a year"},
}
_DAYS: Final = {
    "zh": {
        Per.DAY: "单利，按实际天数",
        Per.MONTH: "单利，按实际天数÷30",
        Per.YEAR: "单利，按实际天数÷{year}",
    },
    "en": {
        Per.DAY: "simple interest, actual days",
        Per.MONTH: "simple interest, actual days / 30",
        Per.YEAR: "simple interest, actual days / {year}",
    },
}
_COUNT: Final = {
    "zh": {Count.TAIL: "算头不算尾", Count.BOTH: "两头都算（到期日也计）"},
    "en": {
        Count.TAIL: "from the day after due to the day of payment",
        Count.BOTH: "from the due day to the day of payment, both counted",
    },
}
#: The rate of a loan where none was computed with.
_CEILING: Final = {"zh": "一年期LPR的4倍", "en": "4 × the one-year LPR"}
_CLAIM: Final = {
    "zh": "逾期利息：{number}，{first}至{last}；{basis}",
    "en": "Late-payment interest on {number}, {first} to {last}; {basis}",
}
_FIXED: Final = {"zh": "；另加固定补偿 {sum}", "en": "; with the fixed sum of {sum}"}


def rate_words(rate: Rate, language: str) -> str:
    """Write a rate: 日利率 0.05%, 4.65% a year."""
    return _PER[language][rate.per].format(short(rate.percent))


def basis(mode: Mode, language: str, rate: Rate | None = None) -> str:
    """Return what interest is computed by: law or agreement, rate, days.

    ``rate`` is the one used where the mode alone does not tell it.
    """
    used = rate if rate is not None and mode.read in (Read.AGREED, Read.CONTRACT) else mode.agreed
    told = rate_words(used, language) if used else _CEILING[language]
    law = _LAW[language][mode.code].format(rate=told, times=mode.multiplier, points=mode.points)
    days = _DAYS[language][used.per if used else Per.YEAR].format(year=mode.year)
    semicolon, comma = ("；", "，") if language == "zh" else ("; ", ", ")
    return f"{law}{semicolon}{days}{comma}{_COUNT[language][mode.count]}"


def basis_of(found: Interest, language: str) -> str:
    """Return the basis of interest that was computed."""
    rate = found.segments[0].rate if found.segments else None
    return basis(found.mode, language, rate)


def claim_words(found: Interest, language: str, fixed: str = "") -> str:
    """Return what a debit note of interest says: invoice, period, basis.

    ``fixed`` is the fixed sum in it, written out.
    """
    first = found.segments[0].start if found.segments else found.asked.as_of
    said = _CLAIM[language].format(
        number=found.number,
        first=long_date(first, language),
        last=long_date(found.asked.as_of, language),
        basis=basis_of(found, language),
    )
    return said + (_FIXED[language].format(sum=fixed) if fixed else "")
