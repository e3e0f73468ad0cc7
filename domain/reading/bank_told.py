"""What a bank's table says above and below its rows: account, holder, balances, totals.

A label and its value stand in one cell (``账号: 6222…``, ``起始时间：[2025-03-01]``), in
neighbouring cells, or in two rows under each other (the totals of WeChat).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final

from domain.reading import currencies
from domain.reading.amounts import Style
from domain.reading.bank_cells import read_figure
from domain.reading.cells import Cell, cell_text, plain
from domain.reading.dates import read_date

#: A cell longer than this is prose.
_LONGEST: Final = 200
_FIRST: Final = 400
_ASIDE: Final = r"(?: ?[\[(][^\])]{0,60}[\])])?"
_LABELS: Final = {
    "account": r"(?:查询|本方|我方|银行|支付宝|结算|交易)?"
    r"(?:账户?号?/卡号|卡号/账号|账 ?号|账户|账户号|卡号|账户账号)"
    r"|account(?: ?(?:number|no\.?|id))?|iban|kontonummer|konto|rekening(?:nummer)?|compte",
    "owner": r"(?:本方|账户)?户 ?名|账户名称?|公司名称|单位名称|客户名称|客户姓名|姓名"
    r"|account (?:name|holder|owner)|kontoinhaber|titulaire|titular|customer name",
    "currency": r"币 ?种|币别|货币|currency|devise|w[äa]e?hrung|moneda|valuta",
    "opening": r"(?:期|月|年)初余额|期初|上期(?:余额|结余)|上月结余|承前页"
    r"|opening balance|balance at start(?: of period)?|(?:start(?:ing)?|begin(?:ning)?) balance"
    r"|balance brought forward|brought forward|previous balance"
    r"|anfangssaldo|solde (?:initial|pr[ée]c[ée]dent)|saldo inicial|beginsaldo",
    "closing": r"(?:期|月|年)末余额|期末|本期余额|closing balance|balance at end(?: of period)?"
    r"|end(?:ing)? balance|balance carried forward"
    r"|endsaldo|nouveau solde|solde final|saldo final|eindsaldo",
    "from": r"(?:查询)?(?:起始|开始)(?:日期|时间)?|起日"
    r"|(?:[a-z]+ )?(?:start|from)(?: date)?|von|du",
    "to": r"(?:查询)?(?:终止|截止|结束)(?:日期|时间)?|止日|(?:[a-z]+ )?(?:end|to)(?: date)?|bis|au",
}
_LABEL: Final = {
    name: re.compile(rf"(?<![^\s\[(,，;；#])(?:{words}){_ASIDE} ?(?::|$)", re.IGNORECASE)
    for name, words in _LABELS.items()
}
_PERIOD: Final = re.compile(r"期间|周期|范围|起止|查询(?:日期|时间)|period|\bfrom\b", re.IGNORECASE)
_DAY: Final = re.compile(r"(?:19|20)\d\d(?:[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{4})(?!\d)", re.ASCII)
_TOTAL: Final = {
    "credits": re.compile(
        r"(?:^|[ #])(?:已收入|收入合计|总收入|收入): ?(?:(\d{1,9}) ?笔)?[ ,共]*"
        r"(-?[\d,]{1,20}(?:\.\d+)?) ?元"
    ),
    "debits": re.compile(
        r"(?:^|[ #])(?:已支出|支出合计|总支出|支出): ?(?:(\d{1,9}) ?笔)?[ ,共]*"
        r"(-?[\d,]{1,20}(?:\.\d+)?) ?元"
    ),
}
_UNDER: Final = {
    "应结订单总金额": "credits",
    "收入金额": "credits",
    "退款总金额": "debits",
    "支出金额": "debits",
}
_CARD: Final = re.compile(r"信用卡|贷记卡|credit ?card|kreditkarte|carte de crédit", re.IGNORECASE)


@dataclass(slots=True)
class Told:
    """What the rows around a table say; empty and None where they say nothing.

    ``totals`` are sums that the file states itself: "credits" and "debits", positive.
    ``is_card`` is set where a credit card is spoken of.
    """

    account: str = ""
    owner: str = ""
    currency: str = ""
    opening: Decimal | None = None
    closing: Decimal | None = None
    from_on: date | None = None
    to_on: date | None = None
    totals: dict[str, Decimal] = field(default_factory=dict)
    is_card: bool = False


def read_told(rows: Sequence[Sequence[Cell]], style: Style | None = None) -> Told:
    """Return what the rows above and below a table say; the first to say it counts."""
    told = Told()
    texts = [_texts(row) for row in rows[:_FIRST]]
    for cells in texts:
        _names(told, cells)
        _balances(told, cells, style)
        _period(told, cells)
        _totals(told, cells)
    for labels, values in pairwise(texts):
        _totals_under(told, labels, values)
    told.is_card = any(_CARD.search(cell) for cells in texts for cell in cells)
    return told


def balance_label(text: str) -> str:
    """Return "opening" or "closing" where a text begins with the name of such a balance."""
    bare = plain(text)[:_LONGEST]
    for name in ("opening", "closing"):
        if re.match(_LABELS[name], bare, re.IGNORECASE):
            return name
    return ""


def _texts(row: Iterable[Cell]) -> list[str]:
    texts = (plain(cell_text(cell)) for cell in row)
    return [text.replace("帐", "账") for text in texts if 0 < len(text) <= _LONGEST]


def _value(cells: Sequence[str], name: str) -> str:
    """Return what stands behind a label, in its cell or in the next."""
    for place, cell in enumerate(cells):
        found = _LABEL[name].search(cell)
        if found:
            rest = cell[found.end() :].strip(" []")
            return rest or (cells[place + 1] if place + 1 < len(cells) else "")
    return ""


def _names(told: Told, cells: Sequence[str]) -> None:
    if not told.account:
        told.account = _number(_value(cells, "account"))
    if not told.owner:
        told.owner = re.split(r"  |\]|[,，;；]| \S{1,8}:", _value(cells, "owner"))[0].strip(" []:")
    if not told.currency:
        told.currency = _currency(cells)


def _number(text: str) -> str:
    """Return the account number that a text begins with, without its spaces."""
    found = re.match(r"[\[:' ]*([0-9A-Za-z*@._-]+(?: [0-9]{2,6}(?![0-9A-Za-z:-]))*)", text)
    number = found[1].replace(" ", "") if found else ""
    return number if len(number) >= 4 and re.search(r"[0-9@*]", number) else ""


def _currency(cells: Sequence[str]) -> str:
    named = _value(cells, "currency")
    words = [named.split(" ")[0]] if named else []
    words += [cell.strip(": ") for cell in cells if len(cell) <= 5 and cell[:1] == ":"]
    return next((found for word in words if (found := currencies.meaning(word))), "")


def _balances(told: Told, cells: Sequence[str], style: Style | None) -> None:
    for name in ("opening", "closing"):
        if getattr(told, name) is not None or not any(map(balance_label, cells)):
            continue
        if not any(balance_label(cell) == name for cell in cells):
            continue
        figures = [read_figure(cell, style=style).value for cell in _behind(cells, name)]
        setattr(told, name, next((one for one in figures if one is not None), None))


def _behind(cells: Sequence[str], name: str) -> list[str]:
    """Return the texts behind the label of a balance."""
    place = next(n for n, cell in enumerate(cells) if balance_label(cell) == name)
    rest = re.split(r"[:\]]", cells[place])[-1].strip(" []元")
    return [rest, *cells[place + 1 :]]


def _period(told: Told, cells: Sequence[str]) -> None:
    for cell in cells:
        days = [day for found in _DAY.findall(cell) if (day := read_date(found).value)]
        if not days:
            continue
        starts, ends = _LABEL["from"].search(cell), _LABEL["to"].search(cell)
        if starts or (len(days) > 1 and _PERIOD.search(cell)):
            told.from_on = told.from_on or days[0]
        if (ends or _PERIOD.search(cell)) and (len(days) > 1 or not starts):
            told.to_on = told.to_on or days[-1]


def _totals(told: Told, cells: Sequence[str]) -> None:
    for cell in cells:
        for name, pattern in _TOTAL.items():
            found = pattern.search(cell)
            value = read_figure(found[2], style="point").value if found else None
            if value is not None:
                told.totals.setdefault(name, abs(value))


def _totals_under(told: Told, labels: Sequence[str], values: Sequence[str]) -> None:
    for label, value in zip(labels, values, strict=False):
        name = _UNDER.get(label)
        figure = read_figure(value, style="point").value if name else None
        if name and figure is not None:
            told.totals.setdefault(name, abs(figure))
