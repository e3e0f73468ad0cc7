"""The words of cover in both languages: steps, exclusions, states; for screens and reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from domain.cover.assignment import Finding
from domain.cover.claims import ClaimState
from domain.cover.credit_letter import CreditStep
from domain.cover.deadlines import Step
from domain.cover.guarantee import Deed, Demand, Liability, PeriodState
from domain.cover.insurance import Exclusion

Words = tuple[str, str]

_WORDS: Final[Mapping[StrEnum, Words]] = {
    Step.NOTIFY: ("应报损", "Notify"),
    Step.WAIT: ("等待期", "Waiting"),
    Step.CLAIM: ("应索赔", "Claim"),
    Step.CLAIMED: ("已索赔", "Claimed"),
    Exclusion.NO_POLICY: ("无保单", "no policy"),
    Exclusion.NO_LIMIT: ("无限额", "no limit"),
    Exclusion.COUNTRY: ("国别不承保", "country not insured"),
    Exclusion.RELATED: ("关联方", "related party"),
    Exclusion.INTEREST: ("利息、费用", "interest or costs"),
    Exclusion.ADVERSE: ("风险异动后出货", "shipped after adverse information"),
    Exclusion.OVERDUE: ("逾期停运后出货", "shipped while overdue"),
    Exclusion.TERM: ("账期超限", "term too long"),
    Exclusion.NO_DUE_DATE: ("无到期日", "no due date"),
    Exclusion.DISPUTED: ("争议部分", "disputed part"),
    Exclusion.ABOVE_LIMIT: ("超出限额", "above the limit"),
    ClaimState.FILED: ("已提出", "Filed"),
    ClaimState.DOCUMENTS_ASKED: ("补充单证", "Documents asked"),
    ClaimState.ACCEPTED: ("已核定", "Accepted"),
    ClaimState.REFUSED: ("拒赔", "Refused"),
    ClaimState.PAID: ("已赔付", "Paid"),
    ClaimState.CLOSED: ("已结案", "Closed"),
    Liability.ORDINARY: ("一般保证", "Ordinary"),
    Liability.JOINT: ("连带责任保证", "Joint and several"),
    Demand.SUE_DEBTOR: ("对债务人起诉或仲裁", "sue or arbitrate against the debtor"),
    Demand.DEMAND_GUARANTOR: ("要求保证人承担责任", "demand from the guarantor"),
    PeriodState.NOT_YET: ("债务未到期", "Not matured"),
    PeriodState.RUNNING: ("保证期间内", "Running"),
    PeriodState.KEPT: ("已主张", "Kept"),
    PeriodState.LOST: ("已脱保", "Lost"),
    Deed.SUED: ("已起诉或仲裁", "Debtor sued"),
    Deed.DEMANDED: ("已要求保证人承担责任", "Guarantor asked"),
    Deed.SHIPPED: ("已装运", "Shipped"),
    Deed.PRESENTED: ("已交单", "Documents presented"),
    CreditStep.SHIP: ("应装运", "Ship"),
    CreditStep.PRESENT: ("应交单", "Present"),
    CreditStep.PRESENTED: ("已交单", "Presented"),
    CreditStep.LAPSED: ("已过期", "Lapsed"),
    Finding.NOT_OPEN: ("已结清", "not open"),
    Finding.ASSIGNED: ("已转让", "assigned"),
    Finding.OVERDUE: ("已逾期", "overdue"),
    Finding.DISPUTED: ("有争议", "disputed"),
    Finding.SET_OFF: ("可能被抵销", "may be set off"),
    Finding.CLAUSE: ("约定不得转让（不对抗第三人）", "non-assignment clause (no bar)"),
}


def word(code: StrEnum, language: str) -> str:
    """Return a code in words."""
    return _WORDS[code][0 if language == "zh" else 1]


def joined(codes: Iterable[StrEnum], language: str) -> str:
    """Return several codes in words."""
    mark = "、" if language == "zh" else ", "
    return mark.join(word(code, language) for code in codes)


def alert(days: int | None, language: str) -> str:
    """Return an alert in words: how near a day is."""
    if days is None:
        return ""
    if days == 0:
        return "已过期" if language == "zh" else "missed"
    return f"{days} 天内" if language == "zh" else f"within {days} days"
