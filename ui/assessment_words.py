"""Words of accounts, ratios, score cards and assessments, for the window and for pages."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from domain.credit.assessment import Assessment
from domain.credit.figure import Figure, Light, Unit
from domain.credit.score_model import Group, Indicator, ScoreModel
from domain.credit.statements import Finding
from domain.money import grouped, round_half_up

_LINES: Final = {
    "cash": ("货币资金", "Cash"),
    "receivables": ("应收账款", "Receivables"),
    "inventory": ("存货", "Inventory"),
    "current_assets": ("流动资产合计", "Current assets"),
    "fixed_assets": ("固定资产", "Fixed assets"),
    "intangibles": ("无形资产", "Intangible assets"),
    "total_assets": ("资产总计", "Total assets"),
    "short_loans": ("短期借款", "Short-term loans"),
    "payables": ("应付账款", "Payables"),
    "current_liabilities": ("流动负债合计", "Current liabilities"),
    "long_debt": ("长期借款", "Long-term debt"),
    "total_liabilities": ("负债合计", "Total liabilities"),
    "paid_in_capital": ("实收资本", "Paid-in capital"),
    "retained_earnings": ("未分配利润", "Retained earnings"),
    "equity": ("所有者权益合计", "Equity"),
    "revenue": ("营业收入", "Revenue"),
    "cost_of_sales": ("营业成本", "Cost of sales"),
    "operating_profit": ("营业利润", "Operating profit"),
    "interest_expense": ("利息费用", "Interest expense"),
    "pretax_profit": ("利润总额", "Profit before tax"),
    "ebit": ("息税前利润", "EBIT"),
    "net_profit": ("净利润", "Net profit"),
    "operating_cash_flow": ("经营活动现金流量净额", "Operating cash flow"),
}
_SECTIONS: Final = {
    "assets": ("资产", "Assets"),
    "funding": ("负债和所有者权益", "Liabilities and equity"),
    "income": ("利润", "Income"),
    "cash_flow": ("现金流量", "Cash flow"),
}
_FIGURES: Final = {
    "current_ratio": ("流动比率", "Current ratio"),
    "quick_ratio": ("速动比率", "Quick ratio"),
    "cash_ratio": ("现金比率", "Cash ratio"),
    "debt_ratio": ("资产负债率", "Debt ratio"),
    "gearing": ("有息负债权益比", "Gearing"),
    "interest_cover": ("利息保障倍数", "Interest cover"),
    "cash_flow_cover": ("经营现金流动负债比", "Cash flow cover"),
    "gross_margin": ("毛利率", "Gross margin"),
    "operating_margin": ("营业利润率", "Operating margin"),
    "net_margin": ("净利率", "Net margin"),
    "roa": ("总资产收益率", "Return on assets"),
    "roe": ("净资产收益率", "Return on equity"),
    "receivable_days": ("应收账款周转天数", "Receivable days"),
    "inventory_days": ("存货周转天数", "Inventory days"),
    "z_double_prime": ("Z″ 值", "Z″"),
    "z_emerging": ("Z″ 值（新兴市场）", "Z″ emerging markets"),
    "z_prime": ("Z′ 值（制造业）", "Z′ manufacturers"),
    "working_assets": ("营运资产", "Working assets"),
    "working_rating": ("营运资产评估值", "Working-asset rating"),
    "working_share": ("可授信比例", "Share"),
    "working_limit": ("营运资产模型额度", "Working-asset limit"),
    "x1": ("X1 营运资本/总资产", "X1 working capital/assets"),
    "x2": ("X2 留存收益/总资产", "X2 retained/assets"),
    "x3": ("X3 息税前利润/总资产", "X3 EBIT/assets"),
    "x4": ("X4 净资产/总负债", "X4 equity/liabilities"),
    "x5": ("X5 营业收入/总资产", "X5 revenue/assets"),
}
_MODELS: Final = {"features": ("特征分析模型", "Features model"), "five_c": ("5C 模型", "5C model")}
_GROUPS: Final = {
    "character": ("品质", "Character"),
    "capacity": ("能力", "Capacity"),
    "capital": ("资本", "Capital"),
    "collateral": ("抵押担保", "Collateral"),
    "conditions": ("条件", "Conditions"),
    "own_features": ("客户自身特征", "The customer itself"),
    "priority_features": ("客户优先性特征", "What it is to us"),
    "credit_features": ("信用及财务特征", "Credit and finances"),
}
_INDICATORS: Final = {
    "payment_record": ("付款记录", "Payment record"),
    "reputation": ("商业信誉与诉讼", "Reputation and lawsuits"),
    "management": ("经营者品行", "Integrity of management"),
    "solvency": ("偿债能力", "Solvency"),
    "profitability": ("获利能力", "Profitability"),
    "cash_flow": ("现金流", "Cash flow"),
    "net_worth": ("资本总额", "Capital"),
    "balance_sheet": ("资产负债表评估", "Balance sheet"),
    "security": ("担保条件", "Security"),
    "realisable_assets": ("可供执行资产", "Realisable assets"),
    "industry": ("行业景气", "State of the trade"),
    "market": ("市场与客户结构", "Market and customers"),
    "environment": ("政策与地区环境", "Policy and region"),
    "impression": ("表面印象", "First impression"),
    "organisation": ("组织管理", "Organisation"),
    "products": ("产品与市场", "Products and market"),
    "competition": ("市场竞争性", "Competitive position"),
    "operation": ("经营状况", "State of business"),
    "prospects": ("发展前景", "Prospects"),
    "deal_margin": ("交易利润率", "Margin of our trade"),
    "demands": ("对产品的要求", "Demands on our product"),
    "attraction": ("对市场吸引力的影响", "Effect on our market appeal"),
    "advantage": ("对市场竞争力的影响", "Effect on our competitiveness"),
    "replaceable": ("可替代性", "How easily replaced"),
    "bank_credit": ("银行信用", "Credit with banks"),
}
_PARTS: Final = {
    "registry": ("工商登记", "Registry"),
    "accounts": ("三年财务报表", "Three years of accounts"),
    "credit_record": ("信用记录", "Credit record"),
    "site_visit": ("实地考察", "Site visit"),
    "coverage": ("答题覆盖率不足", "too little answered"),
}
_REASONS: Final = {
    "missing": ("缺少数据", "data missing"),
    "zero": ("分母为零", "divisor is zero"),
    "negative": ("分母为负", "divisor not above zero"),
}
_LIGHTS: Final = {
    Light.GREEN: ("良好", "good"),
    Light.AMBER: ("关注", "watch"),
    Light.RED: ("预警", "poor"),
}
_ZONES: Final = {
    Light.GREEN: ("安全区", "safe"),
    Light.AMBER: ("灰色区", "grey zone"),
    Light.RED: ("危险区", "distress"),
}
_FINDINGS: Final = {
    "unbalanced": (
        "{year} 年资产与负债及所有者权益相差 {amount}",
        "{year}: assets differ from liabilities and equity by {amount}",
    ),
    "parts_exceed": (
        "{year} 年{line}小于其中各项之和，差 {amount}",
        "{year}: the parts of {line} exceed it by {amount}",
    ),
    "negative": ("{year} 年{line}为负数", "{year}: {line} is negative"),
    "jump": (
        "{year} 年{line}与上年相差 50 倍以上，请核对金额单位",
        "{year}: {line} is 50 times that of the year before, or a fiftieth: check the unit",
    ),
    "currencies": (
        "{year} 年与上年币种不同，无法比较",
        "{year}: in another currency than the year before, not comparable",
    ),
    "years": ("{year} 年之前缺年度报表", "accounts are missing before {year}"),
}
_OPERATORS: Final = {" / ": " ÷ ", " * ": " × ", " - ": " − "}
_TERM: Final = re.compile(r"[a-z][a-z_0-9]*")
_PLACES: Final = {Unit.RATIO: 2, Unit.SCORE: 2, Unit.SHARE: 1, Unit.DAYS: 0}


def _pick(pair: tuple[str, str], language: str) -> str:
    return pair[0] if language == "zh" else pair[1]


def line(code: str, language: str) -> str:
    """Return a line of the accounts."""
    return _pick(_LINES[code], language)


def section(code: str, language: str) -> str:
    """Return a heading of the accounts."""
    return _pick(_SECTIONS[code], language)


def term(code: str, language: str) -> str:
    """Return a figure or a line of the accounts by its code."""
    return _pick(_FIGURES.get(code) or _LINES.get(code) or (code, code), language)


def model(found: ScoreModel, language: str) -> str:
    """Return a score card's name: its own, else that of the one shipped."""
    return found.name or _pick(_MODELS.get(found.code, (found.code,) * 2), language)


def group(found: Group, language: str) -> str:
    """Return a group's name: its own, else that of the one shipped."""
    return found.name or _pick(_GROUPS.get(found.code, (found.code,) * 2), language)


def code(told: str, language: str) -> str:
    """Return an indicator or figure by its code, as an error names it; else the code."""
    return _pick(_INDICATORS.get(told) or _FIGURES.get(told) or (told, told), language)


def indicator(found: Indicator, language: str) -> str:
    """Return an indicator's name: its own, else that of the one shipped."""
    return found.name or _pick(_INDICATORS.get(found.code, (found.code,) * 2), language)


def part(code: str, language: str) -> str:
    """Return one of the four parts of the file, or "too little answered"."""
    return _pick(_PARTS[code], language)


def part_short(code: str, language: str) -> str:
    """Return a part of the file as a tab calls it."""
    return _pick(("财务报表", "Accounts"), language) if code == "accounts" else part(code, language)


def caps(codes: tuple[str, ...], language: str) -> str:
    """Return what holds a grade at B, as one phrase."""
    comma = "、" if language == "zh" else ", "
    empty = comma.join(part(code, language) for code in codes if code != "coverage")
    said = [f"缺{empty}" if language == "zh" else f"without {empty}"] if empty else []
    said += [part("coverage", language)] if "coverage" in codes else []
    return ("；" if language == "zh" else "; ").join(said)


def light(figure: Figure, language: str) -> str:
    """Return what the light beside a figure says."""
    if figure.light is None:
        return ""
    words = _ZONES if figure.code.startswith("z_") else _LIGHTS
    return _pick(words[figure.light], language)


def reason(figure: Figure, language: str) -> str:
    """Return why a figure has no value, naming what is missing."""
    said = _pick(_REASONS[figure.reason], language) if figure.reason else ""
    if figure.reason == "missing":
        comma, colon = ("、", "：") if language == "zh" else (", ", ": ")
        said += colon + comma.join(term(name, language) for name in figure.missing)
    return said


def formula(figure: Figure, language: str) -> str:
    """Return a figure's formula in words."""
    said = _TERM.sub(lambda found: term(found[0], language), figure.formula)
    for plain, printed in _OPERATORS.items():
        said = said.replace(plain, printed)
    return said


def rounded(value: Decimal, places: int) -> Decimal:
    """Return a figure rounded half up, once, for print."""
    over, under = value.scaleb(places).as_integer_ratio()
    return Decimal(round_half_up(over, under)).scaleb(-places)


def value(amount: Decimal | None, unit: Unit, currency: str) -> str:
    """Return a figure as printed: 1.50, 60.0%, 45, 1,234.00; a dash for none."""
    if amount is None:
        return "—"
    if unit == Unit.MONEY:
        return grouped(int(rounded(amount, 0)), currency).replace("-", "−")
    shown = amount * 100 if unit == Unit.SHARE else amount
    said = f"{rounded(shown, _PLACES[unit]):,f}".replace("-", "−")
    return f"{said}%" if unit == Unit.SHARE else said


def figure(found: Figure, currency: str) -> str:
    """Return a figure's value as printed."""
    return value(found.value, found.unit, currency)


def inputs(found: Figure, language: str, currency: str) -> list[tuple[str, str]]:
    """Return what a figure is made of: name and value of each input."""
    return [
        (term(one.name, language), value(one.value, one.unit, currency)) for one in found.inputs
    ]


def change(found: Figure, currency: str) -> str:
    """Return the change from the year before with its sign; "" for none."""
    if found.change is None:
        return ""
    said = value(abs(found.change), found.unit, currency)
    return ("+" if found.change > 0 else "−" if found.change < 0 else "") + said


def finding(found: Finding, language: str, currency: str) -> str:
    """Return a finding of the accounts as a sentence."""
    named = line(found.line.value, language) if found.line is not None else ""
    amount = f"{currency} {grouped(found.minor, currency)}"
    said = _pick(_FINDINGS[found.code], language)
    return said.format(year=found.year, line=named, amount=amount)


def score(found: Assessment) -> str:
    """Return an assessment's score, a dash while nothing is answered."""
    return "—" if found.score is None else str(found.score)


#: States of the register of companies, as a part of the file sums them up.
_SUMMARIES: Final = {
    "existing": ("存续", "existing"),
    "operating": ("在业", "operating"),
    "revoked": ("吊销", "licence revoked"),
    "cancelled": ("注销", "struck off"),
    "moved_out": ("迁出", "moved out"),
    "abnormal": ("经营异常", "listed as abnormal"),
    "serious": ("严重违法失信", "seriously in breach"),
}


def summary(told: str, language: str) -> str:
    """Return what a part of the file says, words of the register in the language."""
    return _pick(_SUMMARIES.get(told, (told, told)), language)
