"""How a report of the gallery becomes a sheet: its columns, in both languages, and its note."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from domain.money import Money, round_half_up
from domain.ports import BookReader
from domain.sheets import Cell, Sheet, SheetColumn

#: Column key → (zh, en, kind, width).
_COLUMNS: Final[dict[str, tuple[str, str, str, int]]] = {
    "code": ("客户编号", "Code", "text", 10),
    "name": ("客户名称", "Customer", "text", 28),
    "number": ("单据号", "Number", "text", 22),
    "issued_on": ("开票日期", "Issued", "date", 11),
    "due_on": ("到期日", "Due", "date", 11),
    "received_on": ("收款日期", "Received", "date", 11),
    "currency": ("币种", "Currency", "text", 6),
    "amount": ("金额", "Amount", "money", 14),
    "open": ("未收", "Open", "money", 14),
    "days_overdue": ("逾期天数", "Days overdue", "number", 8),
    "balance": ("余额", "Balance", "money", 14),
    "overdue": ("逾期", "Overdue", "money", 14),
    "unapplied": ("未核销", "Unapplied", "money", 14),
    "limit": ("信用额度", "Credit limit", "money", 14),
    "payer": ("付款方", "Payer", "text", 24),
    "reference": ("附言", "Reference", "text", 20),
    "order_number": ("订单号", "Order", "text", 14),
    "contract_number": ("合同号", "Contract", "text", 14),
    "description": ("摘要", "Description", "text", 20),
    # key figures
    "month": ("月份", "Month", "text", 8),
    "billed": ("开票", "Billed", "money", 14),
    "received": ("收款", "Received", "money", 14),
    "dso": ("DSO", "DSO", "number", 8),
    "countback": ("倒推 DSO", "Countback", "number", 8),
    "best": ("最佳 DSO", "Best DSO", "number", 8),
    "delinquent": ("ADD", "ADD", "number", 8),
    "cei": ("CEI %", "CEI %", "number", 8),
    "overdue_share": ("逾期率 %", "Overdue %", "number", 8),
    "turnover": ("周转率", "Turnover", "number", 8),
    "default_rate": ("违约率 %", "Default %", "number", 8),
    # concentration
    "rank": ("名次", "Rank", "text", 6),
    "holder": ("名称", "Name", "text", 28),
    "share": ("占比 %", "Share %", "number", 8),
    "cumulated": ("累计占比 %", "Cumulated %", "number", 10),
    # payment behaviour
    "paid": ("已付笔数", "Paid", "number", 8),
    "median": ("中位数", "Median", "number", 8),
    "mean": ("平均", "Mean", "number", 8),
    "weighted": ("加权", "Weighted", "number", 8),
    "deviation": ("MAD", "MAD", "number", 8),
    "trend": ("趋势", "Trend", "number", 8),
    "unusual": ("异常笔数", "Unusual", "number", 8),
    "weekday": ("常付星期", "Weekday", "text", 8),
    "day": ("常付日", "Day", "text", 8),
    "segment": ("类型", "Segment", "text", 14),
    # insurance need
    "test": ("测试", "Test", "text", 6),
    "measure": ("指标", "Measure", "text", 40),
    "value": ("实际", "Actual", "number", 16),
    "above": ("须大于", "Must exceed", "number", 16),
    "met": ("满足", "Met", "text", 6),
    "which": ("说明", "Which", "text", 40),
    # risk and warnings
    "band": ("敞口区间", "Exposure band", "text", 14),
    "customers": ("户数", "Customers", "number", 8),
    "exposure": ("敞口", "Exposure", "money", 14),
    "expected_loss": ("预期损失", "Expected loss", "money", 14),
    "region": ("地区", "Region", "text", 12),
    "industry": ("行业", "Industry", "text", 14),
    "pd": ("违约概率 %", "PD %", "number", 10),
    "lgd": ("违约损失率 %", "LGD %", "number", 10),
    "severity": ("级别", "Level", "text", 6),
    "rule": ("规则", "Rule", "text", 16),
    "says": ("触发情况", "What it says", "text", 60),
    "due": ("期限", "Review by", "date", 11),
    "owner": ("负责人", "Owner", "text", 10),
    "failed": ("违约户", "Failed", "number", 8),
    "watched": ("可观察", "Watched", "number", 8),
    "in_time": ("及时预警", "In time", "number", 8),
    "recall": ("召回率 %", "Recall %", "number", 8),
    "right": ("命中", "Right", "number", 8),
    "false": ("误报", "False", "number", 8),
    "undecided": ("未定", "Undecided", "number", 8),
    "precision": ("精确率 %", "Precision %", "number", 9),
    "flagged": ("预警月份 %", "Flagged %", "number", 9),
    # limitation
    "start": ("起算日", "From", "date", 11),
    "anchor": ("起算依据", "Counted from", "text", 16),
    "event": ("最近中断事由", "Last event", "text", 34),
    "safe": ("最后安全日", "Last safe day", "date", 11),
    "at_best": ("乐观估计", "At best", "date", 11),
    "days_left": ("剩余天数", "Days left", "number", 8),
    "alert": ("提醒", "Alert", "text", 10),
    "event_kind": ("事由", "Event", "text", 16),
    "happened": ("日期", "Date", "date", 11),
    "documents": ("涉及单据", "Documents", "text", 24),
    "sent": ("方式与编号", "How and number", "text", 20),
    "outcome": ("寄送结果", "What came of it", "text", 20),
    "signed_by": ("签收或签署人", "Signed by", "text", 12),
    "strength": ("证明力", "Proof", "text", 8),
    "note": ("备注", "Note", "text", 24),
    # grades
    "grade": ("等级", "Grade", "text", 6),
    "score": ("得分", "Score", "number", 8),
    "coverage": ("覆盖率 %", "Answered %", "number", 8),
    "assessed": ("评估日期", "Assessed", "date", 11),
    "review": ("复评日期", "Review by", "date", 11),
    "capped": ("等级限制", "Held at B because", "text", 30),
    # credit files
    "file_what": ("事项", "What", "text", 20),
    "file_which": ("内容", "Which", "text", 34),
    "ends_on": ("到期日", "Last day", "date", 11),
    "complete": ("完整度 %", "Complete %", "number", 8),
    "missing": ("缺少", "Missing", "text", 48),
    "outdated": ("已过期", "Out of date", "text", 34),
    # cover
    "policy": ("保险单号", "Policy", "text", 16),
    "covered": ("限额内", "In the limit", "money", 14),
    "insured": ("已承保", "Insured", "money", 14),
    "own": ("自担", "Own risk", "money", 14),
    "stop_from": ("停运起", "Stop shipping", "date", 11),
    "step": ("下一步", "Next step", "text", 10),
    "next_on": ("期限", "By", "date", 11),
    "mep_ends": ("延期届满", "Extension ends", "date", 11),
    "notify_by": ("报损截止", "Notify by", "date", 11),
    "claim_from": ("可索赔起", "Claim from", "date", 11),
    "claim_by": ("索赔截止", "Claim by", "date", 11),
    "declared_count": ("已申报笔数", "Declared, no.", "number", 10),
    "declared": ("已申报", "Declared", "money", 14),
    "waiting_count": ("待申报笔数", "To declare, no.", "number", 10),
    "waiting": ("待申报", "To declare", "money", 14),
    "declare_by": ("申报截止", "Declare by", "date", 11),
    "giver": ("保证人", "Guarantor", "text", 18),
    "liability": ("保证方式", "Kind", "text", 14),
    "matures": ("债务到期", "Matures", "date", 11),
    "last_on": ("期间届满", "Period ends", "date", 11),
    "state": ("状态", "State", "text", 10),
    "must": ("期间内须", "To be done", "text", 22),
    "shipped_on": ("交付日期", "Shipped", "date", 11),
    "country": ("国别", "Country", "text", 8),
}


def day(params: Mapping[str, str], today: date) -> date:
    """Return the date a report looks at."""
    return date.fromisoformat(params["as_of"]) if params.get("as_of") else today


def name(row: Any, language: str) -> str:
    """Return a customer's name in a language, as far as the book has one."""
    english = getattr(row, "customer_name_en", "") or getattr(row, "name_en", "")
    own = getattr(row, "customer_name", "") or row.name
    return str(english if language == "en" and english else own)


def money(minor: int, currency: str) -> Decimal:
    """Return an amount as a cell."""
    return Money(minor, currency).amount


def rounded(value: Fraction | None, places: int = 2) -> Decimal | None:
    """Return a figure as a cell, rounded half up once; nothing for what cannot be told."""
    if value is None:
        return None
    scaled = round_half_up(value.numerator * 10**places, value.denominator)
    return Decimal(scaled).scaleb(-places)


def sheet(
    reader: BookReader,
    titles: tuple[str, str],
    keys: str,
    rows: Sequence[Sequence[Cell]],
    language: str,
    as_of: date,
    *,
    notes: tuple[str, str] = ("", ""),
    totals: Sequence[Sequence[Cell]] = (),
) -> Sheet:
    """Return a sheet with the columns of ``keys``; titles and notes are (zh, en)."""
    zh = language == "zh"
    columns = tuple(
        SheetColumn(title=chinese if zh else english, kind=kind, width=width)
        for chinese, english, kind, width in (_COLUMNS[key] for key in keys.split())
    )
    note, more = (f"截至 {as_of}", notes[0]) if zh else (f"As of {as_of}", notes[1])
    return Sheet(
        title=titles[0] if zh else titles[1],
        company=reader.company().name,
        note=f"{note} · {more}" if more else note,
        language=language,
        columns=columns,
        rows=rows,
        totals=tuple(totals),
    )
