"""What the lines of annual accounts are called, in Chinese and English.

Names of a line stand in order of preference: of two rows that mean the same line, the one
named earlier is taken (利息费用 before 财务费用). They are compared without numbering, spaces,
brackets and "其中/减/加".
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from domain.credit.statements import Line
from domain.reading.cells import plain

_NAMES: Final[Mapping[Line, str]] = {
    Line.CASH: "货币资金|现金及现金等价物|现金及银行存款|cash and cash equivalents|"
    "cash and bank balances|cash at bank and in hand|cash at bank|cash",
    Line.RECEIVABLES: "应收账款|应收帐款|应收账款净额|应收票据及应收账款|trade receivables|"
    "accounts receivable|trade and other receivables|debtors|receivables",
    Line.INVENTORY: "存货|存货净额|inventories|inventory|stock|stocks",
    Line.CURRENT_ASSETS: "流动资产合计|流动资产总计|流动资产|total current assets|current assets",
    Line.FIXED_ASSETS: "固定资产|固定资产净额|固定资产净值|固定资产账面价值|固定资产合计|"
    "property plant and equipment|property plant & equipment|fixed assets|tangible assets",
    Line.INTANGIBLES: "无形资产|无形资产净额|intangible assets|intangibles",
    Line.TOTAL_ASSETS: "资产总计|资产合计|资产总额|总资产|total assets",
    Line.SHORT_LOANS: "短期借款|短期银行借款|short-term loans|short-term borrowings|"
    "short term loans|short term borrowings|bank overdrafts and loans|current borrowings",
    Line.PAYABLES: "应付账款|应付帐款|应付票据及应付账款|trade payables|accounts payable|"
    "trade and other payables|trade creditors|payables",
    Line.CURRENT_LIABILITIES: "流动负债合计|流动负债总计|流动负债|total current liabilities|"
    "current liabilities|creditors: amounts falling due within one year",
    Line.LONG_DEBT: "长期借款|长期负债|长期负债合计|非流动负债合计|long-term debt|long-term loans|"
    "long-term borrowings|long term debt|long term loans|non-current borrowings|"
    "total non-current liabilities",
    Line.TOTAL_LIABILITIES: "负债合计|负债总计|负债总额|总负债|total liabilities|liabilities",
    Line.PAID_IN_CAPITAL: "实收资本|股本|实收资本净额|注册资本|share capital|paid-in capital|"
    "paid in capital|called up share capital|issued capital",
    Line.RETAINED_EARNINGS: "未分配利润|留存收益|retained earnings|retained profits|"
    "profit and loss account|accumulated profits",
    Line.EQUITY: "所有者权益合计|股东权益合计|所有者权益总计|股东权益|所有者权益|净资产|"
    "total equity|shareholders' equity|total shareholders' equity|shareholders' funds|equity|"
    "net assets",
    Line.REVENUE: "营业收入|营业总收入|主营业务收入|销售收入|revenue|turnover|sales|net sales|"
    "total revenue",
    Line.COST_OF_SALES: "营业成本|主营业务成本|销售成本|cost of sales|cost of goods sold|cogs|"
    "cost of revenue",
    Line.OPERATING_PROFIT: "营业利润|经营利润|operating profit|operating income|"
    "profit from operations",
    Line.INTEREST_EXPENSE: "利息费用|利息支出|财务费用|interest expense|interest expenses|"
    "interest payable|finance costs|finance cost",
    Line.PRETAX_PROFIT: "利润总额|税前利润|profit before tax|profit before taxation|"
    "profit before income tax|income before tax",
    Line.EBIT: "息税前利润|ebit|earnings before interest and tax",
    Line.NET_PROFIT: "净利润|净利|税后利润|net profit|net income|profit for the year|"
    "profit after tax|profit for the period",
    Line.OPERATING_CASH_FLOW: "经营活动产生的现金流量净额|经营活动现金流量净额|经营活动现金净流量|"
    "经营现金流|net cash from operating activities|net cash generated from operating activities|"
    "net cash provided by operating activities|operating cash flow|cash flow from operations",
}
_BRACKETS: Final = re.compile(r"[((\[【〔][^))\]】〕]*[))\]】〕]")
_NUMBERING: Final = re.compile(
    r"^(?:[一二三四五六七八九十]+[、.]|[((][一二三四五六七八九十\d]+[))]|\d{1,2}[、.)])"
)
_BEFORE: Final = re.compile(r"^(?:其中|减|加|less|plus|add|of which|thereof)[::]?")
_DROPPED: Final = re.compile(r"[\s'’:*_,,.。、&-]|(?<=[a-z])/")


def _folded(text: str) -> str:
    """Return a label as it is compared."""
    folded = plain(text).strip().casefold()
    folded = _NUMBERING.sub("", folded)
    folded = _BRACKETS.sub("", folded)
    for _twice in range(2):
        folded = _BEFORE.sub("", _NUMBERING.sub("", folded.strip()))
    return _DROPPED.sub("", folded)


#: Folded name → line and its place in the order of preference.
_KNOWN: Final[Mapping[str, tuple[Line, int]]] = {
    _folded(name): (line, place)
    for line, names in _NAMES.items()
    for place, name in enumerate(names.split("|"))
}


def line_of(label: str) -> tuple[Line, int] | None:
    """Return the line a label means and how far down its list of names it stands.

    Worked: "减:营业成本" and "Cost of sales" are the cost of sales; "其他应收款" is nothing.
    """
    return _KNOWN.get(_folded(label))
