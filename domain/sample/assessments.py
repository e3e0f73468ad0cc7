"""Accounts and assessments of the sample's customers: most in order, some with gaps.

The figures are made up around a size and a health, so that good payers have good accounts
more often than not; every balance sheet adds up but one.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from domain.credit.assessment import Override
from domain.credit.grades import Grade
from domain.credit.score_model import FEATURES
from domain.credit.scoring import Answer
from domain.credit.statements import FinancialStatement
from domain.listing import ListFilter, Order
from domain.ports import Book
from domain.sample.dice import Dice
from domain.services import assessments
from domain.services.assessments import AssessmentEntry
from domain.terms import day_of_month

_SEED: Final = "assessments"
#: Of a thousand customers: with accounts, with only two years of them, assessed.
_WITH_ACCOUNTS, _TWO_YEARS, _ASSESSED = 750, 130, 750
_EVIDENCE: Final = {
    "payment_record": "近十二个月回款记录",
    "solvency": "三年财务报表",
    "profitability": "三年财务报表",
    "security": "担保合同",
    "bank_credit": "开户行出具的资信证明",
    "organisation": "拜访记录",
}
_MILLION: Final = 100_000_000
#: Who was set by hand, by place in the list.
_BY_HAND: Final = 11
_DOES_NOT_ADD_UP: Final = 5


def add_assessments(book: Book, user: str, as_of: date) -> None:
    """Give most customers accounts and an assessment."""
    dice = Dice(_SEED)
    where = ListFilter(as_of=as_of)
    ids = list(book.reader.customers.ids(where, Order("code")))
    rows = book.reader.customers.rows(ids, where)
    for place, customer_id in enumerate(ids):
        row = rows[customer_id]
        late = row.avg_days_late
        health = _health(dice, late)
        seen = _seen(book, customer_id, as_of)
        if dice.chance(_WITH_ACCOUNTS) or seen:
            known = as_of - timedelta(days=dice.between(235, 280))
            years = _years(dice, health, known, row.currency, off=place == _DOES_NOT_ADD_UP)
            assessments.keep_statements(book.unit_of_work(user), customer_id, years, known)
        if dice.chance(_ASSESSED) or seen:
            back = 0 if seen else dice.between(0, 7)
            on = min(day_of_month(as_of.year - 1, as_of.month + 12 - back, as_of.day), as_of)
            entry = _entry(dice, customer_id, health, on, late, place)
            assessments.keep_assessment(book.unit_of_work(user), entry)


def _seen(book: Book, customer_id: int, as_of: date) -> bool:
    """Whether registry and site were looked at: such customers are assessed on the last day."""
    parts = assessments.parts_on(book.reader, customer_id, as_of)
    return parts.registry.filled and parts.site_visit.filled


def _health(dice: Dice, late: int | None) -> int:
    """Return a health from 1 to 10, better for those who pay in time."""
    base = 6 if late is None else 9 if late <= 3 else 7 if late <= 15 else 5 if late <= 40 else 3
    return max(1, min(10, base + dice.between(-2, 1)))


def _years(
    dice: Dice, health: int, known: date, currency: str, *, off: bool
) -> list[FinancialStatement]:
    last = known.year - 1
    first = last - (1 if dice.chance(_TWO_YEARS) else 2)
    revenue = dice.between(12, 180) * _MILLION
    found = []
    for year in range(first, last + 1):
        found.append(_year(dice, health, date(year, 12, 31), currency, revenue))
        revenue = revenue * dice.between(92 + health, 108 + health) // 100
    if off:
        last_year = found[-1]
        amounts = {**last_year.amounts, "equity": last_year.amounts["equity"] - 12_500_000}
        found[-1] = FinancialStatement(
            ended_on=last_year.ended_on, currency=currency, amounts=amounts, source="客户提供"
        )
    return found


def _year(
    dice: Dice, health: int, ended_on: date, currency: str, revenue: int
) -> FinancialStatement:
    def part(low: int, high: int) -> int:
        return revenue * dice.between(low, high) // 1000

    cash, stock = part(20 + 9 * health, 60 + 14 * health), part(90, 170)
    receivables = part(260 - 14 * health, 340 - 15 * health)
    current = cash + stock + receivables + part(10, 40)
    fixed, intangible = part(120, 260), part(5, 40)
    total = current + fixed + intangible + part(5, 30)
    owed = total * (92 - 6 * health + dice.between(-4, 4)) // 100
    long_debt = owed * dice.between(4, 18) // 100
    current_owed = owed - long_debt - owed // 50
    equity = total - owed
    cost = revenue * (940 - 18 * health + dice.between(-20, 20)) // 1000
    interest = (owed // 3) * dice.between(38, 56) // 1000
    operating = revenue - cost - revenue * dice.between(50, 90) // 1000
    pretax = operating - interest
    net = pretax * 3 // 4 if pretax > 0 else pretax
    amounts = {
        "cash": cash, "receivables": receivables, "inventory": stock, "current_assets": current,
        "fixed_assets": fixed, "intangibles": intangible, "total_assets": total,
        "short_loans": current_owed * 2 // 5, "payables": current_owed * 2 // 5,
        "current_liabilities": current_owed, "long_debt": long_debt, "total_liabilities": owed,
        "paid_in_capital": equity // 3, "retained_earnings": equity // 2, "equity": equity,
        "revenue": revenue, "cost_of_sales": cost, "operating_profit": operating,
        "interest_expense": interest, "pretax_profit": pretax, "net_profit": net,
        "operating_cash_flow": net + part(-30, 40),
    }  # fmt: skip
    return FinancialStatement(
        ended_on=ended_on,
        currency=currency,
        amounts=amounts,
        audited=dice.chance(600),
        source="年度审计报告" if dice.chance(600) else "企业所得税年度申报表",
    )


def _entry(
    dice: Dice, customer_id: int, health: int, made_on: date, late: int | None, place: int
) -> AssessmentEntry:
    answers = tuple(
        Answer(
            indicator=one.code,
            points=max(1, min(10, health + dice.between(-2, 2))),
            evidence=_EVIDENCE.get(one.code, ""),
        )
        for one in FEATURES.indicators
        if not dice.chance(60)
    )
    by_hand = (
        Override(grade=Grade.C, reason="母公司涉诉，待判决后重评") if place == _BY_HAND else None
    )
    return AssessmentEntry(
        customer_id=customer_id,
        made_on=made_on,
        model=FEATURES.code,
        answers=answers,
        override=by_hand,
        days_late=late,
    )
