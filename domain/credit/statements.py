"""A customer's annual accounts in fixed lines, and whether they add up.

Amounts are minor units of the accounts' own currency. A line that was not given is unknown,
never 0. Accounts that do not add up are taken as they are and the difference is told: they
are the customer's, and a difference is a finding of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import ClassVar, Final

from domain.errors import BadStatement
from domain.money import MAX_MINOR
from domain.terms import day_of_month


class Line(StrEnum):
    """A line of the accounts, in the order of the sheet."""

    CASH = "cash"
    RECEIVABLES = "receivables"
    INVENTORY = "inventory"
    CURRENT_ASSETS = "current_assets"
    FIXED_ASSETS = "fixed_assets"
    INTANGIBLES = "intangibles"
    TOTAL_ASSETS = "total_assets"
    SHORT_LOANS = "short_loans"
    PAYABLES = "payables"
    CURRENT_LIABILITIES = "current_liabilities"
    LONG_DEBT = "long_debt"
    TOTAL_LIABILITIES = "total_liabilities"
    PAID_IN_CAPITAL = "paid_in_capital"
    RETAINED_EARNINGS = "retained_earnings"
    EQUITY = "equity"
    REVENUE = "revenue"
    COST_OF_SALES = "cost_of_sales"
    OPERATING_PROFIT = "operating_profit"
    INTEREST_EXPENSE = "interest_expense"
    PRETAX_PROFIT = "pretax_profit"
    EBIT = "ebit"
    NET_PROFIT = "net_profit"
    OPERATING_CASH_FLOW = "operating_cash_flow"


#: Headings of the sheet: balance sheet, income, cash flow.
SECTIONS: Final[Mapping[str, tuple[Line, ...]]] = {
    "assets": tuple(Line)[:7],
    "funding": tuple(Line)[7:15],
    "income": tuple(Line)[15:22],
    "cash_flow": tuple(Line)[22:],
}

#: What follows from other lines where it is not given: the sum of these, with their signs.
DERIVED: Final[Mapping[Line, tuple[tuple[int, Line], ...]]] = {
    Line.TOTAL_LIABILITIES: ((1, Line.TOTAL_ASSETS), (-1, Line.EQUITY)),
    Line.EQUITY: ((1, Line.TOTAL_ASSETS), (-1, Line.TOTAL_LIABILITIES)),
    Line.EBIT: ((1, Line.PRETAX_PROFIT), (1, Line.INTEREST_EXPENSE)),
}

#: Parts that cannot be more than their whole.
_WHOLES: Final[Mapping[Line, tuple[Line, ...]]] = {
    Line.CURRENT_ASSETS: (Line.CASH, Line.RECEIVABLES, Line.INVENTORY),
    Line.TOTAL_ASSETS: (Line.CURRENT_ASSETS, Line.FIXED_ASSETS, Line.INTANGIBLES),
    Line.CURRENT_LIABILITIES: (Line.SHORT_LOANS, Line.PAYABLES),
    Line.TOTAL_LIABILITIES: (Line.CURRENT_LIABILITIES, Line.LONG_DEBT),
}
_NEVER_NEGATIVE: Final = (
    *SECTIONS["assets"],
    Line.SHORT_LOANS,
    Line.CURRENT_LIABILITIES,
    Line.LONG_DEBT,
    Line.TOTAL_LIABILITIES,
    Line.PAID_IN_CAPITAL,
    Line.REVENUE,
)
#: From one year to the next nothing grows or shrinks like this; a unit (万元) does.
_JUMP: Final = 50
#: Accounts older than this are stale, in months after their last day.
STALE_MONTHS: Final = 12
#: How many fiscal years a full file has.
YEARS: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FinancialStatement:
    """The accounts of one fiscal year.

    Attributes:
        ended_on: last day of the fiscal year.
        amounts: minor units by line; a line that is not here was not given.
        audited: whether an auditor stands behind them.
        source: where they came from (annual report, tax return, the customer).
    """

    KIND: ClassVar[str] = "financial_statement"

    ended_on: date
    currency: str
    amounts: dict[str, int] = field(default_factory=dict)
    audited: bool = False
    source: str = ""

    @property
    def year(self) -> int:
        """The year the fiscal year ended in."""
        return self.ended_on.year

    def given(self, line: Line) -> int | None:
        """Return a line as it was given."""
        return self.amounts.get(line.value)

    def value(self, line: Line) -> int | None:
        """Return a line as given, else as it follows from the others; None: unknown.

        Worked: no EBIT given, profit before tax 180, interest 60: EBIT 240.
        """
        given = self.given(line)
        if given is not None or line not in DERIVED:
            return given
        parts = [(sign, self.given(part)) for sign, part in DERIVED[line]]
        known = [sign * part for sign, part in parts if part is not None]
        return sum(known) if len(known) == len(parts) else None

    def follows(self, line: Line) -> bool:
        """Whether a line is not given but follows from the others."""
        return self.given(line) is None and self.value(line) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a reader of the accounts should look at.

    ``code``: "unbalanced" (``minor`` is assets less liabilities and equity), "parts_exceed"
    (``minor``: by how much), "negative", "jump" (``year`` against the year before),
    "currencies", "years" (not consecutive).
    """

    code: str
    year: int
    line: Line | None = None
    minor: int = 0


def check_statement(statement: FinancialStatement) -> None:
    """Refuse accounts in which nothing is said or an amount cannot be.

    Raises:
        BadStatement: no line at all, an unknown line, or an amount beyond what a book holds.
    """
    known = {line.value for line in Line}
    wrong = [name for name in statement.amounts if name not in known]
    wrong += [name for name, minor in statement.amounts.items() if abs(minor) > MAX_MINOR]
    if wrong or not statement.amounts or not statement.currency:
        raise BadStatement(year=statement.year, line=wrong[0] if wrong else "")


def findings(statements: Sequence[FinancialStatement]) -> list[Finding]:
    """Return what does not add up, within each year and from year to year; oldest first."""
    ordered = sorted(statements, key=lambda one: one.ended_on)
    found = [finding for one in ordered for finding in _of_year(one)]
    for before, after in pairwise(ordered):
        found += _between(before, after)
    return found


def _of_year(one: FinancialStatement) -> list[Finding]:
    found = []
    assets, owed, own = (
        one.given(line) for line in (Line.TOTAL_ASSETS, Line.TOTAL_LIABILITIES, Line.EQUITY)
    )
    if assets is not None and owed is not None and own is not None and assets != owed + own:
        found.append(Finding(code="unbalanced", year=one.year, minor=assets - owed - own))
    for whole, parts in _WHOLES.items():
        total, known = one.given(whole), sum(one.given(part) or 0 for part in parts)
        if total is not None and known > total:
            over = Finding(code="parts_exceed", year=one.year, line=whole, minor=known - total)
            found.append(over)
    negative = [line for line in _NEVER_NEGATIVE if (one.given(line) or 0) < 0]
    return found + [Finding(code="negative", year=one.year, line=line) for line in negative]


def _between(before: FinancialStatement, after: FinancialStatement) -> list[Finding]:
    if before.currency != after.currency:
        return [Finding(code="currencies", year=after.year)]
    found = [] if after.year - before.year == 1 else [Finding(code="years", year=after.year)]
    for line in (Line.TOTAL_ASSETS, Line.REVENUE):
        first, second = before.given(line) or 0, after.given(line) or 0
        low, high = sorted((first, second))
        if low > 0 and high >= _JUMP * low:
            found.append(Finding(code="jump", year=after.year, line=line))
    return found


def latest_years(
    statements: Sequence[FinancialStatement], count: int = YEARS
) -> list[FinancialStatement]:
    """Return the last ``count`` accounts, oldest first."""
    return sorted(statements, key=lambda one: one.ended_on)[-count:]


def has_three_years(statements: Sequence[FinancialStatement]) -> bool:
    """Whether the last three accounts are of three consecutive years."""
    years = [one.year for one in latest_years(statements)]
    return len(years) == YEARS and all(b - a == 1 for a, b in pairwise(years))


def is_stale(statements: Sequence[FinancialStatement], day: date) -> bool:
    """Whether the latest accounts ended more than twelve months before a day.

    Worked: accounts to 2025-12-31 are stale from 2027-01-01.
    """
    if not statements:
        return False
    last = max(one.ended_on for one in statements)
    return day > day_of_month(last.year + STALE_MONTHS // 12, last.month, last.day)
