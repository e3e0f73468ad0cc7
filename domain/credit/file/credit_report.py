"""Reports of third parties on a customer: score, recommended limit, lawsuits, defaults."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Final

from domain.fields import FieldSpec, Pair, RecordForm, Said, Shape, State, both
from domain.record import Record
from domain.terms import day_of_month

#: Months for which a report counts where it names no last day itself.
VALID_MONTHS: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditReport:
    """What a report says; the record's day is the report's, its last day when it expires.

    ``lawsuits``, ``enforced`` (被执行) and ``dishonest`` (失信被执行) are counts; None: the
    report does not tell.
    """

    KIND: ClassVar[str] = "credit_report"

    provider: str
    score: Decimal | None = None
    scale: str = ""
    recommended: int | None = None
    currency: str = ""
    lawsuits: int | None = None
    enforced: int | None = None
    dishonest: int | None = None
    summary: str = ""


def usual_end(on: date) -> date:
    """Return the last day a report of a day counts: 12 months later."""
    return day_of_month(on.year, on.month + VALID_MONTHS, on.day)


def valid_until(record: Record[CreditReport]) -> date:
    """Return the last day of a report: its own, else twelve months from its date."""
    return record.ends_on or usual_end(record.dated_on)


def valid_on(records: list[Record[CreditReport]], day: date) -> list[Record[CreditReport]]:
    """Return the reports that count on a day, newest first."""
    found = [one for one in records if one.dated_on <= day <= valid_until(one)]
    return sorted(found, key=lambda one: (one.dated_on, one.id), reverse=True)


def external_limit(records: list[Record[CreditReport]], day: date) -> Record[CreditReport] | None:
    """Return the newest valid report that recommends a limit: it caps our own."""
    return next((one for one in valid_on(records, day) if one.value.recommended is not None), None)


def _states(record: Record[CreditReport], day: date) -> list[Said]:
    found = []
    if valid_until(record) < day:
        found.append(Said(state=State.NEAR, words=("已过期", "Expired")))
    if record.value.dishonest:
        found.append(Said(state=State.BAD, words=("失信", "Dishonest debtor")))
    if record.value.enforced:
        found.append(Said(state=State.BAD, words=("被执行", "Under enforcement")))
    return found


def _derived(record: Record[CreditReport]) -> list[tuple[Pair, Pair]]:
    if record.ends_on is not None:
        return []
    return [(("有效至", "Valid until"), both(valid_until(record)))]


REPORT: Final = RecordForm(
    kind=CreditReport,
    words=("第三方资信报告", "Credit report"),
    dated=("报告日期", "Dated"),
    ends=("有效至", "Valid until"),
    usual_end=usual_end,
    about=(
        "报告有效 12 个月；其建议额度是我方额度的上限。",
        "A report counts for 12 months; the limit it recommends caps ours.",
    ),
    states=_states,
    derived=_derived,
    headline="provider",
    fields=(
        FieldSpec(key="provider", words=("出具机构", "Provider"), needed=True, width=150),
        FieldSpec(key="score", words=("评分", "Score"), shape=Shape.DECIMAL, least=0, width=64),
        FieldSpec(key="scale", words=("评分制", "Scale"), hint=("如 0–100、A–E", "0–100, A–E …")),
        FieldSpec(
            key="recommended",
            words=("建议额度", "Recommended limit"),
            shape=Shape.AMOUNT,
            currency="currency",
            least=0,
            width=120,
        ),
        FieldSpec(key="currency", words=("币种", "Currency"), shape=Shape.CURRENCY),
        FieldSpec(
            key="lawsuits",
            words=("诉讼", "Lawsuits"),
            shape=Shape.WHOLE,
            unit=("件", ""),
            least=0,
            width=64,
        ),
        FieldSpec(
            key="enforced",
            words=("被执行", "Enforcements"),
            shape=Shape.WHOLE,
            unit=("件", ""),
            least=0,
            width=64,
        ),
        FieldSpec(
            key="dishonest",
            words=("失信", "Dishonest-debtor entries"),
            shape=Shape.WHOLE,
            unit=("件", ""),
            least=0,
            width=64,
        ),
        FieldSpec(key="summary", words=("结论摘要", "Summary"), shape=Shape.LONG),
    ),
)
