"""Older Chinese invoices: tags in pinyin, in Chinese, and those of OFD files.

There is no one scheme; what a value is shows in its name, wherever it stands. A
party's value may also show in what it stands under (销售方信息/名称). Values of a line
are never taken for those of the invoice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final

from domain.einvoice import EInvoice, ELine, EStatus, Party, note_buyer
from domain.reading.headers import key as _slow_key
from domain.reading.words import is_void
from storage.einvoice import cn_remark
from storage.einvoice.cn_xml import CURRENCY
from storage.einvoice.nodes import Element, Unreadable, day_of, loose_figure

_NAMES: Final = """
number: 数电发票号码 数电票号码 全电发票号码 发票号码 发票号 fphm invoiceno invoicenumber
code: 发票代码 fpdm invoicecode
issued: 开票日期 开票时间 开具日期 发票日期 kprq kpsj issuedate invoicedate issuetime
gross: 价税合计 价税合计小写 价税合计金额 含税总金额 jshj jshjxx taxinclusivetotalamount
words: 价税合计大写 大写金额 jshjdx taxinclusivetotalamountcn
net: 合计金额 金额合计 不含税金额 合计不含税金额 hjje hjbhsje taxexclusivetotalamount
tax: 合计税额 税额合计 hjse taxtotalamount
type: 发票类型 发票种类 发票票种 票种 fplx
remark: 备注 bz note remark
status: 发票状态 作废标志 zfbz
red_code: 原发票代码 蓝字发票代码 yfpdm originalinvoicecode
red_number: 原发票号码 蓝字发票号码 被红冲蓝字数电发票号码 被红冲蓝字数电票号码 对应蓝字发票号码
    原蓝字发票号码 yfphm originalinvoiceno originalinvoicenumber
gross_lines: 含税标志 hsbz
seller_name: 销售方名称 销方名称 销货单位名称 销售方 xsfmc xfmc xhfmc xhdwmc sellername
seller_tax_id: 销售方纳税人识别号 销售方统一社会信用代码 销售方识别号 销售方税号 销方纳税人识别号
    销方识别号 销方税号 销售方统一社会信用代码纳税人识别号 xsfnsrsbh xfnsrsbh xhfnsrsbh xsfsh xfsh
    sellertaxid sellertaxno
seller_address: 销售方地址电话 销方地址电话 销售方地址 xsfdzdh xfdzdh selleraddrtel
seller_account: 销售方开户行及账号 销方开户行及账号 xsfyhzh xfyhzh sellerfinancialaccount
buyer_name: 购买方名称 购方名称 购货单位名称 受票方名称 购买方 gmfmc gfmc ghfmc ghdwmc buyername
buyer_tax_id: 购买方纳税人识别号 购买方统一社会信用代码 购买方识别号 购买方税号 购方纳税人识别号
    购方识别号 购方税号 购买方统一社会信用代码纳税人识别号 gmfnsrsbh gfnsrsbh ghfnsrsbh gmfsh gfsh
    buyertaxid buyertaxno
buyer_address: 购买方地址电话 购方地址电话 购买方地址 gmfdzdh gfdzdh buyeraddrtel
buyer_account: 购买方开户行及账号 购方开户行及账号 gmfyhzh gfyhzh buyerfinancialaccount
"""
_LINE_NAMES: Final = """
name: 货物或应税劳务名称 货物或应税劳务服务名称 项目名称 货物名称 商品名称 名称 xmmc spmc hwmc item
    itemname
quantity: 数量 xmsl spsl quantity
unit: 单位 计量单位 dw measurementdimension
price: 单价 xmdj spdj price
net: 金额 不含税金额 xmje spje je amount
tax: 税额 se taxamount
rate: 税率 slv taxscheme taxrate
"""
#: Names that mean something only under the party they belong to.
_UNDER: Final = {
    "name": frozenset({"名称", "单位名称", "企业名称", "mc", "name"}),
    "tax_id": frozenset(
        {"纳税人识别号", "统一社会信用代码", "识别号", "税号", "nsrsbh", "taxid"}
        | {"统一社会信用代码纳税人识别号"}
    ),
}
_SIDES: Final = {
    "seller": ("销售方", "销方", "销货", "seller", "xsf", "xhf"),
    "buyer": ("购买方", "购方", "购货", "受票方", "buyer", "gmf", "ghf"),
}
_ITEM: Final = frozenset(
    {"货物或应税劳务名称", "货物或应税劳务服务名称", "项目名称", "货物名称", "商品名称"}
    | {"xmmc", "spmc", "hwmc", "item", "itemname"}
)
key = lru_cache(maxsize=4096)(_slow_key)
_YES: Final = frozenset({"1", "y", "是", "true"})


def _index(names: str) -> dict[str, list[tuple[str, int]]]:
    """Return for each name the fields it may be, with its rank among their names."""
    index: dict[str, list[tuple[str, int]]] = {}
    field, rank = "", 0
    for line in names.strip().splitlines():
        head, colon, rest = line.partition(":")
        if colon:
            field, rank = head, 0
        for word in (rest if colon else line).split():
            index.setdefault(word, []).append((field, rank))
            rank += 1
    return index


_FIELDS: Final = _index(_NAMES)
_LINE: Final = _index(_LINE_NAMES)
_NUMBERS: Final = frozenset(name for name, places in _FIELDS.items() if places[0][0] == "number")
#: Every name that says something, alone or under its party.
_KNOWN: Final = frozenset(_FIELDS).union(*_UNDER.values())


def documents(root: Element) -> list[Element]:
    """Return the elements that hold one invoice each, none when this is something else."""
    holders = {path[-1]: path for path in _numbered(root)}
    if len(holders) < 2:
        return [root] if holders and _is_invoice(root) else []
    inside = Counter(element for path in holders.values() for element in path)
    tops = [[one for one in path if inside[one] == 1][:1] for path in holders.values()]
    return [top for found in tops for top in found if _is_invoice(top)]


def _numbered(root: Element) -> Iterator[tuple[Element, ...]]:
    """Return the way from the root to each element that holds a number."""
    way: list[Element] = []
    waiting: list[Iterator[Element]] = [iter((root,))]
    while waiting:
        element = next(waiting[-1], None)
        if element is None:
            waiting.pop()
            if way:
                way.pop()
        elif len(element):
            way.append(element)
            waiting.append(iter(element))
        elif way and key(element.tag) in _NUMBERS and _text(element):
            yield tuple(way)


def _is_invoice(element: Element) -> bool:
    values, _ = _values(element)
    return bool(values.get("number")) and any(map(values.get, ("gross", "net", "words")))


def read(element: Element, syntax: str, row: int = 1) -> EInvoice:
    """Return the invoice that an element holds.

    Raises:
        Unreadable: a figure or date cannot be read.
    """
    values, lines = _values(element)
    return invoice_of(values, lines, syntax, row)


def named(values: Mapping[str, str]) -> dict[str, str]:
    """Return what values under foreign names are, by field; the better name wins."""
    return _fields([((), key(name), value) for name, value in values.items()], _FIELDS)


def invoice_of(
    values: Mapping[str, str], lines: list[dict[str, str]], syntax: str, row: int
) -> EInvoice:
    """Return the invoice of values by field; a total that is missing is net and tax together.

    Raises:
        Unreadable: a figure or date cannot be read.
    """
    net, tax = _figure(values, "net"), _figure(values, "tax")
    gross = _figure(values, "gross")
    if gross is None and net is not None and tax is not None:
        gross = net + tax
    remark = values.get("remark", "")
    buyer = _party(values, "buyer")
    red = values.get("red_code", "") + values.get("red_number", "")
    is_credit = bool(red) or bool(gross and gross < 0)
    is_gross = values.get("gross_lines", "").lower() in _YES
    return EInvoice(
        syntax=syntax,
        number=values.get("number", ""),
        issued_on=day_of(values.get("issued", ""), "issued"),
        currency=CURRENCY,
        gross=gross,
        is_credit=is_credit,
        code=values.get("code", ""),
        type_code=values.get("type", ""),
        net=net,
        tax=tax,
        seller=_party(values, "seller"),
        buyer=buyer,
        order=cn_remark.order(remark),
        contract=cn_remark.contract(remark),
        remark=remark,
        words=values.get("words", ""),
        reds=((red,) if red else cn_remark.corrected(remark)) if is_credit else (),
        status=EStatus.VOID if _is_void(values.get("status", "")) else EStatus.NORMAL,
        lines=tuple(_line(line, is_gross=is_gross) for line in lines),
        notes=note_buyer(buyer),
        row=row,
    )


def _is_void(status: str) -> bool:
    return is_void(status) or status.strip().lower() in _YES


def _values(element: Element) -> tuple[dict[str, str], list[dict[str, str]]]:
    """Return the values of an invoice by field, and those of its lines."""
    leaves: list[tuple[tuple[str, ...], str, str]] = []
    lines: list[dict[str, str]] = []
    waiting: list[tuple[Element, tuple[str, ...]]] = [(element, ())]
    while waiting:
        outer, path = waiting.pop()
        if outer is not element and _is_line(outer):
            lines.append(_fields([((), key(one.tag), _text(one)) for one in outer], _LINE))
            continue
        for inner in reversed(outer):
            name = key(inner.tag)
            if len(inner):
                waiting.append((inner, (*path, name)))
            elif name in _KNOWN:
                leaves.append((path, name, _text(inner)))
    return _fields(leaves, _FIELDS), lines


def _is_line(element: Element) -> bool:
    return any(key(inner.tag) in _ITEM and not len(inner) for inner in element)


def _text(element: Element) -> str:
    return (element.text or "").strip()


def _fields(
    leaves: list[tuple[tuple[str, ...], str, str]],
    index: Mapping[str, list[tuple[str, int]]],
) -> dict[str, str]:
    """Give each field the value of its best name, the first of equals."""
    best: dict[str, tuple[int, str]] = {}
    for path, name, value in leaves:
        if not value:
            continue
        for field, rank in index.get(name) or _by_party(path, name):
            if field not in best or rank < best[field][0]:
                best[field] = (rank, value)
    return {field: value for field, (_, value) in best.items()}


def _by_party(path: tuple[str, ...], name: str) -> list[tuple[str, int]]:
    """Return the field of a name that says what it is only with what it stands under."""
    for part, words in _UNDER.items():
        if name in words:
            for side, marks in _SIDES.items():
                if any(mark in outer for outer in path for mark in marks):
                    return [(f"{side}_{part}", 99)]
    return []


def _party(values: Mapping[str, str], side: str) -> Party:
    tax_id = values.get(f"{side}_tax_id", "")
    return Party(
        name=values.get(f"{side}_name", ""),
        tax_id=tax_id,
        tax_ids=(tax_id,) if tax_id else (),
        address=values.get(f"{side}_address", ""),
        account=values.get(f"{side}_account", ""),
    )


def _figure(values: Mapping[str, str], name: str) -> Decimal | None:
    return loose_figure(values.get(name, ""), name)


def _line(values: Mapping[str, str], *, is_gross: bool) -> ELine:
    """Return a line; amounts that include the tax are no net amounts."""
    return ELine(
        name=values.get("name", ""),
        quantity=_maybe(values, "quantity"),
        unit=values.get("unit", ""),
        price=None if is_gross else _maybe(values, "price"),
        net=None if is_gross else _figure(values, "net"),
        tax=_figure(values, "tax"),
        rate=values.get("rate", ""),
    )


def _maybe(values: Mapping[str, str], name: str) -> Decimal | None:
    """Return a figure that nothing depends on, None where it is none."""
    try:
        return _figure(values, name)
    except Unreadable:
        return None
