"""Pages of assessments: 《客户信用评估表》, 《3+1评估报告》, and the list of all grades."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Final

from domain.credit.assessment import PARTS, Assessment, figures_of
from domain.credit.figure import Figure
from domain.credit.scoring import Point
from domain.credit.statements import (
    SECTIONS,
    FinancialStatement,
    Line,
    findings,
    latest_years,
)
from domain.forms import FormBlock, FormFacts, FormPaper, FormTable, FormText
from domain.letters import long_date
from domain.listing import ListFilter, Order
from domain.money import grouped
from domain.ports import BookReader
from domain.record import Record
from domain.services import assessments
from domain.services.assessments import AssessmentFile
from domain.sheets import Cell, Sheet
from ui import assessment_words as words
from ui.gallery_sheets import name, sheet

#: What a page is asked for: customer (None: all), language, date.
Build = Callable[[BookReader, int | None, str, date], FormPaper | Sheet]

_ZH: Final = {
    "grade": "信用等级", "score": "得分", "coverage": "答题覆盖率", "model": "评分模型",
    "made": "评估日期", "until": "有效期至", "by": "评估人", "computed": "按得分等级",
    "override": "人工定级及理由", "caps": "等级限制（不高于 B）", "conclusion": "评估结论",
    "sheet": "客户信用评估表", "report": "“3+1”信用评估报告", "parts": "三项核查与实地考察",
    "part": "项目", "state": "情况", "as_of": "日期", "told": "内容", "card": "评分明细",
    "indicator": "评价指标", "weight": "权重", "points": "评分", "gives": "得分",
    "evidence": "依据",
    "total": "合计", "accounts": "近三年财务报表", "line": "项目", "ratios": "财务指标",
    "figure": "指标", "change": "较上年", "light": "评价", "how": "计算依据",
    "findings": "报表核对", "value": "数值",
    "adds_up": "报表勾稽相符。", "done": "已完成", "missing": "未取得", "none": "尚未评估",
    "unit": "单位：{currency}", "maker": "评估人", "checker": "复核", "head": "批准",
    "entails": "等级对应的信用条件", "term": "最长账期（天）", "deposit": "定金比例",
    "multiplier": "额度系数", "limit": "营运资产模型额度", "days_late": "平均迟付 {days} 天",
    "no_accounts": "尚无财务报表。",
}  # fmt: skip
_EN: Final = {
    "grade": "Grade", "score": "Score", "coverage": "Answered", "model": "Score card",
    "made": "Made on", "until": "Valid to", "by": "Assessed by", "computed": "By score alone",
    "override": "Set by hand, and why", "caps": "Held at B because", "conclusion": "Conclusion",
    "sheet": "Credit assessment", "report": "3+1 assessment report",
    "parts": "The three checks and the visit",
    "part": "Part", "state": "State", "as_of": "As of", "told": "What it says",
    "card": "Score card",
    "indicator": "Indicator", "weight": "Weight", "points": "Points", "gives": "Gives",
    "evidence": "Evidence",
    "value": "Value", "total": "Total", "accounts": "Accounts of three years", "line": "Line",
    "ratios": "Ratios", "figure": "Figure", "change": "Change", "light": "Light", "how": "Made of",
    "findings": "Do the accounts add up?",
    "adds_up": "They do.", "done": "done", "missing": "missing", "none": "Not assessed yet",
    "unit": "Amounts in {currency}", "maker": "Assessed by", "checker": "Checked by",
    "head": "Approved by",
    "entails": "What the grade entails", "term": "Longest term, days", "deposit": "Deposit",
    "multiplier": "Limit times", "limit": "Working-asset limit",
    "days_late": "{days} day(s) late on average", "no_accounts": "No accounts yet.",
}  # fmt: skip
_RULES: Final = (
    "等级取截至当日最近一次评估；“逾期复评”表示已过有效期",
    "Grade of the latest assessment up to the day; overdue: past its review",
)
_COLUMNS: Final = "code name grade score coverage assessed review capped"


class _Page:
    """The words and figures of one customer's page."""

    def __init__(self, reader: BookReader, customer_id: int, language: str, as_of: date) -> None:
        self.language, self.as_of = language, as_of
        self.row = reader.customer_row(customer_id, as_of)
        self.company = reader.company()
        self.file: AssessmentFile = assessments.file_on(reader, customer_id, as_of)
        self.record: Record[Assessment] | None = (
            self.file.previous[-1] if self.file.previous else None
        )

    def word(self, key: str, **values: object) -> str:
        found = (_ZH if self.language == "zh" else _EN)[key]
        return found.format(**values) if values else found

    def day(self, on: date | None) -> str:
        return long_date(on, self.language) if on is not None else "—"

    def paper(self, title: str, blocks: tuple[FormBlock, ...]) -> FormPaper:
        subject = f"{name(self.row, self.language)}  {self.row.code}"
        return FormPaper(
            company=self.company,
            title=self.word(title),
            subject=subject,
            language=self.language,
            dated_on=self.as_of,
            blocks=blocks,
            signatures=(self.word("maker"), self.word("checker"), self.word("head")),
        )

    # blocks

    def result(self) -> FormFacts:
        """Grade, score and what they rest on."""
        if self.record is None:
            return FormFacts(rows=((self.word("grade"), self.word("none")),))
        made, language = self.record.value, self.language
        rule = self.file.policy.grades.rule(made.grade)
        hand = made.override
        told = [
            ("grade", made.grade.value if made.grade else "—"),
            ("score", words.score(made)),
            ("coverage", f"{made.coverage}%"),
            ("model", words.model(made.model, language)),
            ("made", self.day(self.record.dated_on)),
            ("until", self.day(self.record.ends_on)),
            ("by", self.record.user),
            ("computed", made.computed.value if made.computed else "—"),
            ("caps", words.caps(made.caps, language)),
            ("override", f"{hand.grade.value} · {hand.reason}" if hand is not None else ""),
            ("term", str(rule.max_term_days)),
            ("deposit", f"{(rule.deposit * 100).normalize():f}%"),
            ("multiplier", f"{rule.multiplier:f}"),
            ("conclusion", made.comment),
        ]
        return FormFacts(rows=tuple((self.word(key), value) for key, value in told if value))

    def parts(self) -> FormTable:
        """The four parts as the assessment found them, or as they are now."""
        parts = self.record.value.parts if self.record is not None else self.file.parts
        rows = []
        for code in PARTS:
            note = parts.part(code)
            told = words.summary(note.summary, self.language)
            if code == "credit_record" and note.filled and note.record_id is None:
                told = self.word("days_late", days=note.summary)
            state = self.word("done" if note.filled else "missing")
            rows.append((words.part(code, self.language), state, self.day(note.dated_on), told))
        heads = tuple(self.word(key) for key in ("part", "state", "as_of", "told"))
        return FormTable(title=self.word("parts"), headers=heads, rows=tuple(rows))

    def card(self) -> FormTable:
        """Every indicator with its weight, points and what it gave; blank before the first."""
        heads = tuple(
            self.word(key) for key in ("indicator", "weight", "points", "gives", "evidence")
        )
        made = self.record.value if self.record is not None else None
        model = made.model if made is not None else next(iter(self.file.models.values()))
        points = {one.indicator: one for one in made.points} if made is not None else {}
        rows: list[tuple[str, ...]] = []
        for group in model.groups:
            title = words.group(group, self.language)
            rows.append((f"【{title}】", _plain(group.weight), "", "", ""))
            for one in group.indicators:
                named = words.indicator(one, self.language)
                blank = (named, _plain(one.weight), "", "", "")
                rows.append(_point(named, points[one.code]) if one.code in points else blank)
        reached = words.score(made) if made is not None else ""
        sums = [(self.word("total"), "100", "", reached, "")]
        return FormTable(
            title=self.word("card"),
            headers=heads,
            rows=tuple(rows),
            right=(1, 2, 3),
            sums=tuple(sums),
        )

    def ratios(self) -> FormTable:
        """Ratios and models of the last accounts, each with its formula."""
        policy = self.file.policy.assessment
        made = self.record.value if self.record is not None else None
        known = figures_of(self.file.statements, policy)
        figures = (made.figures if made is not None else ()) or known
        currency = self.currency()
        rows = [_figure(one, self.language, currency) for one in figures]
        heads = tuple(self.word(key) for key in ("figure", "value", "change", "light", "how"))
        return FormTable(title=self.word("ratios"), headers=heads, rows=tuple(rows), right=(1, 2))

    def currency(self) -> str:
        statements = self.file.statements
        return statements[-1].currency if statements else self.row.currency

    def accounts(self) -> FormTable:
        """The lines of the last three fiscal years."""
        years = latest_years(self.file.statements)
        heads = (self.word("line"), *(one.ended_on.isoformat() for one in years))
        rows = [
            (words.line(line.value, self.language), *(_amount(one, line) for one in years))
            for lines in SECTIONS.values()
            for line in lines
        ]
        note = self.word("unit", currency=self.currency())
        right = tuple(range(1, len(heads)))
        return FormTable(
            title=self.word("accounts"), headers=heads, rows=tuple(rows), right=right, note=note
        )

    def findings(self) -> FormText:
        """What does not add up in the accounts."""
        found = findings(latest_years(self.file.statements))
        end = "。" if self.language == "zh" else "."
        told = " ".join(words.finding(o, self.language, self.currency()) + end for o in found)
        return FormText(title=self.word("findings"), text=told or self.word("adds_up"))


def _point(named: str, point: Point) -> tuple[str, ...]:
    given = "—" if point.points is None else str(point.points)
    gives = "" if point.points is None else str(point.contribution)
    return (named, _plain(point.weight), given, gives, point.evidence)


def _figure(one: Figure, language: str, currency: str) -> tuple[str, ...]:
    how = words.formula(one, language) if one.value is not None else words.reason(one, language)
    return (
        words.term(one.code, language),
        words.figure(one, currency),
        words.change(one, currency),
        words.light(one, language),
        how,
    )


def _amount(statement: FinancialStatement, line: Line) -> str:
    minor = statement.value(line)
    return "—" if minor is None else grouped(minor, statement.currency).replace("-", "−")


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _form(
    reader: BookReader, customer_id: int | None, language: str, as_of: date
) -> FormPaper | Sheet:
    if customer_id is None:
        return _grades(reader, language, as_of)
    page = _Page(reader, customer_id, language, as_of)
    return page.paper("sheet", (page.result(), page.card(), page.ratios()))


def _report(
    reader: BookReader, customer_id: int | None, language: str, as_of: date
) -> FormPaper | Sheet:
    if customer_id is None:
        return _grades(reader, language, as_of)
    page = _Page(reader, customer_id, language, as_of)
    blocks: tuple[FormBlock, ...] = (page.result(), page.parts())
    if page.file.statements:
        blocks += (page.accounts(), page.findings(), page.ratios())
    else:
        blocks += (FormText(title=page.word("accounts"), text=page.word("no_accounts")),)
    return page.paper("report", (*blocks, page.card()))


def _grades(reader: BookReader, language: str, as_of: date) -> Sheet:
    """Return the grades of all customers."""
    where = ListFilter(as_of=as_of)
    ids = list(reader.customers.ids(where, Order("code")))
    rows, graded = reader.customers.rows(ids, where), assessments.grade_on(reader, as_of)
    cells: list[tuple[Cell, ...]] = []
    for key in ids:
        row, found = rows[key], graded.get(key)
        told: tuple[Cell, ...] = ("—", None, None, None, None, "")
        if found is not None:
            late = found.expired_on(as_of)
            overdue = ("逾期复评" if language == "zh" else "review overdue") if late else ""
            told = (
                found.grade.value if found.grade else "—",
                found.score,
                found.coverage,
                found.assessed_on,
                found.valid_to,
                overdue or words.caps(found.caps, language),
            )
        cells.append((row.code, name(row, language), *told))
    titles = ("客户评级一览表", "Grades of customers")
    return sheet(reader, titles, _COLUMNS, cells, language, as_of, notes=_RULES)


#: Report → how it is built.
BUILDS: Final[dict[str, Build]] = {"assessment": _form, "assessment-report": _report}
