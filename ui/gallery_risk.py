"""Reports of risk: heat map, region × industry, expected loss, warnings, their back-test."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from domain.errors import NotFound
from domain.forms import FormBlock, FormFacts, FormPaper, FormTable, FormText
from domain.letters import long_date
from domain.money import round_half_up
from domain.ports import BookReader
from domain.ports_warning import Person
from domain.risk.expected import GradeSum
from domain.services import warnings
from domain.services.risk import RiskView, grades_on, risk_view
from domain.services.warnings import BoardRow
from domain.sheets import Cell, Sheet
from domain.warning import words
from domain.warning.rules import DEFAULTS
from ui import format as fmt
from ui.gallery_sheets import money, sheet
from ui.warning_words import bound, grades, judge, place

#: What a report is asked for: customer, language, date.
Build = Callable[[BookReader, int | None, str, date], Any]

_FIRM: Final = ("本公司", "Our firm")
_TOTAL: Final = ("合计", "Total")


def _percent(value: Fraction | None) -> Decimal | None:
    if value is None:
        return None
    return Decimal(round_half_up(100 * value.numerator, value.denominator)).scaleb(-2)


def _hundredths(share: Decimal) -> Decimal:
    """Return a share in percent with two places."""
    return (100 * share).quantize(Decimal("0.01"))


def _name(person: Person, language: str) -> str:
    return fmt.name(person.name, person.name_en, language)


# heat map


def _heat(reader: BookReader, _customer: int | None, language: str, as_of: date) -> Sheet:
    view = risk_view(reader, as_of)
    heat, currency = view.heat, view.currency
    rows: list[Sequence[Cell]] = []
    for row, cells in zip(heat.rows, heat.cells, strict=True):
        for column, cell in enumerate(cells):
            if cell.count:
                within = bound(heat.bounds, column, currency, language)
                sums = (money(cell.exposure, currency), money(cell.loss, currency))
                rows.append((grades(row, language), within, cell.count, *sums))
    total = (
        *(words.pick(_TOTAL, language), None, heat.total[0]),
        *(money(heat.total[1], currency), money(heat.loss, currency)),
    )
    titles = ("风险热力图", "Risk heat map")
    keys = "grade band customers exposure expected_loss"
    notes = _currency_notes(view)
    return sheet(reader, titles, keys, rows, language, as_of, notes=notes, totals=[total])


def _currency_notes(view: RiskView) -> tuple[str, str]:
    zh, en = f"单位：{view.currency}", f"Amounts in {view.currency}"
    if view.unvalued:
        zh += f"；{view.unvalued} 户外币往来无汇率，未计入"
        en += f"; {view.unvalued} foreign accounts without a rate are left out"
    return zh, en


# region × industry


def _places(reader: BookReader, _customer: int | None, language: str, as_of: date) -> Sheet:
    view = risk_view(reader, as_of)
    places, currency = view.places, view.currency
    rows: list[Sequence[Cell]] = []
    for region, cells in zip(places.regions, places.cells, strict=True):
        for industry, cell in zip(places.industries, cells, strict=True):
            if cell.count:
                sums = (money(cell.exposure, currency), money(cell.overdue, currency))
                where = (place(region, language), place(industry, language))
                rows.append((*where, cell.count, *sums, cell.share))
    whole = places.total
    sums = (money(whole.exposure, currency), money(whole.overdue, currency))
    total = (words.pick(_TOTAL, language), None, whole.count, *sums, whole.share)
    titles = ("地区 × 行业风险", "Risk by region and industry")
    keys = "region industry customers exposure overdue overdue_share"
    notes = _currency_notes(view)
    return sheet(reader, titles, keys, rows, language, as_of, notes=notes, totals=[total])


# expected loss


def _losses(reader: BookReader, _customer: int | None, language: str, as_of: date) -> Sheet:
    view = risk_view(reader, as_of)
    currency = view.currency
    rows = [_grade_cells(one, currency, language) for one in view.grades]
    total = (
        *(words.pick(_TOTAL, language), None, None, sum(one.count for one in view.grades)),
        money(sum(one.exposure for one in view.grades), currency),
        money(sum(one.loss for one in view.grades), currency),
    )
    zh, en = _currency_notes(view)
    notes = (f"敞口 × 违约概率 × 违约损失率；{zh}", f"Exposure × PD × LGD; {en}")
    titles = ("预期损失", "Expected loss")
    keys = "grade pd lgd customers exposure expected_loss"
    return sheet(reader, titles, keys, rows, language, as_of, notes=notes, totals=[total])


def _grade_cells(one: GradeSum, currency: str, language: str) -> Sequence[Cell]:
    shares = (_hundredths(one.pd), _hundredths(one.lgd))
    sums = (money(one.exposure, currency), money(one.loss, currency))
    return (grades((one.grade,), language), *shares, one.count, *sums)


# warnings


def _warnings(reader: BookReader, customer: int | None, language: str, as_of: date) -> Sheet:
    currency = reader.base_currency()
    rows = [
        _warning_cells(one, currency, language)
        for one in warnings.board(reader, as_of)
        if customer is None or (one.person is not None and one.person.customer_id == customer)
    ]
    titles = ("早期预警清单", "Early warnings")
    keys = "severity code name rule says exposure due state owner"
    return sheet(reader, titles, keys, rows, language, as_of)


def _warning_cells(one: BoardRow, currency: str, language: str) -> Sequence[Cell]:
    told, task = one.told, one.task
    person = one.person
    return (
        words.severity(told.severity, language),
        person.code if person else "",
        _name(person, language) if person else words.pick(_FIRM, language),
        words.rule(told.rule, language),
        words.long(told.rule, told.value, told.threshold, told.facts, language),
        None if one.exposure is None else money(one.exposure, currency),
        task.due_on if task else None,
        words.state(task.state, language) if task else words.pick(("未开单", "No task"), language),
        task.owner if task else "",
    )


# back-test

_BACKTEST: Final = (
    (
        "违约：逾期超过 90 天的金额达到近一年开票额的 5 %；及时：违约前 90 天至一年内的月末已预警；"
        "仅用当时已知的事实"
    ),
    (
        "Failed: 5 % of a year's billing more than 90 days overdue. In time: warned at a month end "
        "90 days to a year before, from what was known then"
    ),
)


def _backtest(reader: BookReader, _customer: int | None, language: str, as_of: date) -> Sheet:
    found = warnings.back_test(reader, as_of)
    rows = [
        (
            *(judge(one.rule, language), one.failed, one.watched, one.early),
            *(_percent(one.recall), one.right, one.false, one.undecided),
            *(_percent(one.precision), _percent(one.flagged_share)),
        )
        for one in found.scores
    ]
    titles = ("预警回测", "Back-test of the warnings")
    keys = "rule failed watched in_time recall right false undecided precision flagged"
    return sheet(reader, titles, keys, rows, language, as_of, notes=_BACKTEST)


# review sheet

_ZH: Final = {
    "title": "客户信用复核单", "facts": "客户与敞口", "grade": "信用等级", "exposure": "当前敞口",
    "limit": "信用额度", "owner": "业务负责人", "found": "预警与依据", "level": "级别",
    "rule": "规则", "says": "触发情况", "due": "复核期限", "state": "状态", "how": "复核要点",
    "result": "复核结论",
    "boxes": "□ 风险属实，继续关注　□ 下调额度或收紧账期　□ 暂停赊销　□ 约定还款计划　"
    "□ 已付清或已消除　□ 误报", "note": "说明",
    "none": "当日没有预警。", "maker": "复核人", "checker": "财务负责人", "head": "批准",
    "hold": "复核单关闭前，该客户的信用额度不得上调。", "unrated": "未评级", "no_limit": "未设定",
}  # fmt: skip
_EN: Final = {
    "title": "Customer credit review", "facts": "Customer and exposure", "grade": "Grade",
    "exposure": "Exposure", "limit": "Credit limit", "owner": "In charge",
    "found": "Warnings and what they rest on", "level": "Level", "rule": "Rule",
    "says": "What it says", "due": "Review by", "state": "Review", "how": "What to look at",
    "result": "Outcome of the review",
    "boxes": "[  ] confirmed, watched on   [  ] limit lowered or terms tightened   [  ] on hold   "
    "[  ] payment plan   [  ] paid or solved   [  ] false alarm", "note": "Note",
    "none": "Nothing warns on this day.", "maker": "Reviewed by", "checker": "Finance",
    "head": "Approved by", "unrated": "Unrated", "no_limit": "None set",
    "hold": "The customer's limit may not rise before this review is closed.",
}  # fmt: skip


def _review(reader: BookReader, customer: int | None, language: str, as_of: date) -> Any:
    """Return a customer's review sheet; without a customer the list of all warnings."""
    if customer is None:
        return _warnings(reader, None, language, as_of)
    person = next((one for one in reader.people() if one.customer_id == customer), None)
    if person is None:
        raise NotFound(record=f"customer/{customer}")
    mine = [one for one in warnings.board(reader, as_of) if one.person == person]
    told = _ZH if language == "zh" else _EN
    return FormPaper(
        company=reader.company(),
        title=told["title"],
        subject=f"{_name(person, language)}  {person.code}",
        language=language,
        dated_on=as_of,
        blocks=_review_blocks(reader, person, mine, language, as_of),
        signatures=(told["maker"], told["checker"], told["head"]),
    )


def _review_blocks(
    reader: BookReader, person: Person, mine: Sequence[BoardRow], language: str, as_of: date
) -> tuple[FormBlock, ...]:
    told = _ZH if language == "zh" else _EN
    facts = FormFacts(
        title=told["facts"], rows=_review_facts(reader, person, mine, language, as_of)
    )
    if not mine:
        return (facts, FormText(title=told["found"], text=told["none"]))
    heads = ("level", "rule", "says", "due", "state")
    table = FormTable(
        title=told["found"],
        headers=tuple(told[key] for key in heads),
        rows=tuple(_review_row(one, language) for one in mine),
    )
    actions = dict.fromkeys(words.action(DEFAULTS[one.told.rule].action, language) for one in mine)
    comma, stop = ("；", "。") if language == "zh" else ("; ", ". ")
    how = comma.join(actions) + stop + told["hold"]
    return (
        facts,
        table,
        FormText(title=told["how"], text=how),
        FormText(title=told["result"], text=told["boxes"]),
        FormText(title=told["note"], text="\N{NO-BREAK SPACE}"),
    )


def _review_facts(
    reader: BookReader, person: Person, mine: Sequence[BoardRow], language: str, as_of: date
) -> tuple[tuple[str, str], ...]:
    told, base = _ZH if language == "zh" else _EN, reader.base_currency()
    row = reader.customer_row(person.customer_id, as_of)
    grade = grades_on(reader, as_of).get(person.customer_id)
    exposure = mine[0].exposure if mine else None
    limit = row.limit_minor
    return (
        (told["grade"], grade.value if grade else told["unrated"]),
        (told["exposure"], "—" if exposure is None else f"{money(exposure, base):,.2f} {base}"),
        (
            told["limit"],
            told["no_limit"]
            if limit is None
            else f"{money(limit, row.currency):,.2f} {row.currency}",
        ),
        (told["owner"], person.owner or "—"),
    )


def _review_row(one: BoardRow, language: str) -> tuple[str, ...]:
    told, task = one.told, one.task
    return (
        words.severity(told.severity, language),
        words.rule(told.rule, language),
        words.long(told.rule, told.value, told.threshold, told.facts, language),
        long_date(task.due_on, language) if task else "—",
        words.state(task.state, language) if task else "—",
    )


#: Report → how it is built.
BUILDS: Final[dict[str, Build]] = {
    "risk-map": _heat,
    "risk-places": _places,
    "expected-loss": _losses,
    "warnings": _warnings,
    "warning-backtest": _backtest,
    "warning-review": _review,
}
