"""Words for what was found wrong with electronic invoices, without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: Code of ``domain/einvoice.py`` or ``storage/einvoice/found.py`` → (zh, en).
WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "einvoice.net_tax": (
        "金额 {net} 加税额 {tax} 不等于价税合计 {gross}。没有导入这张发票，请核对原件。",
        "Net {net} and tax {tax} are not gross {gross}. It was not imported; check the original.",
    ),
    "einvoice.capital": (
        "大写“{words}”与小写 {gross} 不符。没有导入这张发票，请核对原件。",
        "The amount in words “{words}” is not {gross}. It was not imported; check the original.",
    ),
    "einvoice.lines": (
        "明细合计 {found} 与票面 {told} 不符（{part}）。没有导入这张发票，请核对原件。",
        "The lines add up to {found}, not {told} ({part}). It was not imported; check it.",
    ),
    "einvoice.totals": (
        "明细加减折让与费用得 {found}，票面为 {told}。没有导入这张发票，请核对原件。",
        "Lines, allowances and charges come to {found}, not {told}. It was not imported; check it.",
    ),
    "einvoice.payable": (
        "应付额 {told} 与价税合计减预付 {found} 不符。没有导入这张发票，请核对原件。",
        "{told} is payable, but gross less prepaid is {found}. It was not imported; check it.",
    ),
    "einvoice.sign": (
        "金额 {gross} 的正负与单据类型 {type} 不符。没有导入，请核对原件。",
        "The sign of {gross} does not fit the type {type}. It was not imported; check it.",
    ),
    "einvoice.no_claim": (
        "这是形式发票或测试票（{type}），不构成应收，没有导入。",
        "A pro forma or test invoice ({type}): nobody owes it. It was not imported.",
    ),
    "einvoice.not_seller": (
        "销售方是 {seller}（{tax_id}），不是本账套的公司，没有导入。",
        "The seller is {seller} ({tax_id}), not this book's company. It was not imported.",
    ),
    "einvoice.red_exceeds": (
        "发票 {number} 的红字合计将超过原金额。没有导入，请核对是否重复。",
        "Credit notes would exceed invoice {number}. It was not imported; is it there twice?",
    ),
    "einvoice.blue_differs": (
        "红字与原发票 {number} 的{field}不同（账上为 {book}）。没有导入，请核对原件。",
        "It and its invoice {number} differ in {field} (the book has {book}). Check the original.",
    ),
    "einvoice.replaces": (
        "这是更正后的发票，请先作废原发票 {number}，再导入。",
        "It corrects invoice {number}: void that one first, then import it.",
    ),
    "einvoice.buyer_tax_id": (
        "购买方信用代码 {tax_id} 的校验位不对，请核对客户资料。",
        "The buyer's credit code {tax_id} has a wrong check digit. Check the customer's file.",
    ),
    "einvoice.no_invoice": (
        "压缩包内的 {file} 不是电子发票，没有读取。",
        "{file} in the archive is no electronic invoice and was left out.",
    ),
    "einvoice.not_a_figure": (
        "这里不是数字。请核对原件。",
        "This is not a figure. Check the original.",
    ),
    "einvoice.rows_differ": (
        "发票 {number} 各行的{field}不一致（首见于第 {row} 行）。没有导入，请核对。",
        "The rows of invoice {number} differ in {field} (first in row {row}). Check them.",
    ),
    "einvoice.row_lost": (
        "第 {row} 行已损坏，可能属于发票 {number}，因此没有导入这张发票。",
        "Row {row} is damaged and may belong to invoice {number}, so it was not imported.",
    ),
    "einvoice_none": (
        "文件里没有电子发票（{found}）。",
        "There is no electronic invoice in it ({found}).",
    ),
    "einvoice_other": (
        "这种电子单据（{found}）不读取。",
        "Electronic documents of this kind ({found}) are not read.",
    ),
    "archive_too_large": (
        "压缩包展开后过大（上限 {limit}）。",
        "The archive unpacks to more than is read (limit {limit}).",
    ),
    "archive_damaged": (
        "压缩包或 PDF 已损坏。",
        "The archive or PDF is damaged.",
    ),
}
