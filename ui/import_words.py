"""Words for the reasons why an import refused a row or a file, without Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from ui import bank_words, einvoice_words
from ui.import_fields import field_name, kind_name

#: Code of ``domain/reading/codes.py`` or of a note on a table → (zh, en).
ROWS: Final[Mapping[str, tuple[str, str]]] = {
    "amount.ambiguous": (
        "金额有两种读法：{point} 或 {comma}。请改写，或指定小数点。",
        "The amount can be read as {point} or {comma}. Rewrite it, or set the decimal mark.",
    ),
    "amount.unreadable": (
        "无法识别的金额。请改成数字，如 1234.50。",
        "This is not an amount the program can read. Write it as 1234.50.",
    ),
    "amount.scientific": (
        "金额是科学计数法，表格软件已舍去部分数字。请填写完整金额。",
        "The amount is in scientific notation; a spreadsheet has dropped digits. Enter it in full.",
    ),
    "amount.too_many_decimals": (
        "金额有 {found} 位小数，该币种最多 {decimals} 位。",
        "The amount has {found} decimals; the currency allows {decimals}.",
    ),
    "amount.too_large": (
        "金额过大。",
        "The amount is too large.",
    ),
    "amount.imprecise": (
        "数字超过 15 位，表格软件保存的末几位不可靠。请把单元格设为文本后重填。",
        "More than 15 digits: a spreadsheet has made up the last ones. Enter it as text.",
    ),
    "amount.formula": (
        "单元格是公式文本，程序不计算公式。请填写数值。",
        "The cell holds the text of a formula; formulas are not evaluated. Enter the number.",
    ),
    "amount.wrong_currency": (
        "金额写的是 {found}，而该行币种是 {expected}。",
        "The amount is in {found}, but the row is in {expected}.",
    ),
    "amount.not_positive": (
        "收款和核销金额必须大于零。",
        "Receipts and allocations must be above zero.",
    ),
    "currency.unknown": (
        "无法识别的币种，请用 CNY、USD 等三位代码。",
        "Unknown currency. Use a three-letter code such as CNY or USD.",
    ),
    "date.ambiguous": (
        "日期有多种读法（{readings}）。请写成 年-月-日，或指定日月顺序。",
        "The date can be {readings}. Write it as year-month-day, or set the order.",
    ),
    "date.order_conflict": (
        "日期与所定的日月顺序不符。请改正日期或顺序。",
        "The date does not fit the order of day and month in use. Correct one of them.",
    ),
    "date.unreadable": (
        "无法识别的日期。请写成 2025-03-05。",
        "This is not a full date the program can read. Write it as 2025-03-05.",
    ),
    "date.impossible": (
        "没有这一天。",
        "There is no such day.",
    ),
    "date.calendar": (
        "三位数年份没有写明纪年。请写公历日期。",
        "A three-digit year without its era. Write the date in the common calendar.",
    ),
    "date.formula": (
        "单元格是公式文本，程序不计算公式。请填写日期。",
        "The cell holds the text of a formula; formulas are not evaluated. Enter the date.",
    ),
    "number.mangled": (
        "号码被表格软件改成了近似数，末几位已丢失。请把单元格设为文本后重填。",
        "A spreadsheet has rounded this number and lost its last digits. Enter it as text.",
    ),
    "number.repeated": (
        "号码 {number} 与第 {first} 行重复而内容不同。请核对后只留一行。",
        "{number} already stands in row {first} with other contents. Check them and keep one row.",
    ),
    "number.taken": (
        "账套中已有 {number}，其“{field}”为 {book}。已入账单据只能冲销，不能修改。",
        "The book has {number} with {field} {book}. Posted documents are reversed, not edited.",
    ),
    "number.ambiguous": (
        "账套中有多张单据使用号码 {number}。请在程序中核销。",
        "Several documents in the book have the number {number}. Allocate it in the program.",
    ),
    "customer.ambiguous": (
        "有多个客户名为“{name}”，请填写客户编号。",
        "Several customers are named “{name}”. Give the code.",
    ),
    "document.unknown": (
        "账套中没有单据 {number}。请先导入它。",
        "The book has no document {number}. Import it first.",
    ),
    "type.unknown": (
        "无法识别的单据类型。可用：发票、红字发票、借项、期初。",
        "Unknown type. Use invoice, credit_note, debit_note or opening.",
    ),
    "text.too_long": (
        "文字有 {length} 个字符，最多 {limit} 个。",
        "The text has {length} characters; at most {limit} are kept.",
    ),
    "encoding.bad_bytes": (
        "该行含有不属于 {encoding} 编码的字节。请改正原文件或指定编码。",
        "The row holds bytes that are not {encoding}. Correct the file or name its encoding.",
    ),
    "row.nul_bytes": (
        "该行含有空字节，文件可能已损坏。",
        "The row holds zero bytes; the file may be damaged.",
    ),
    "row.unclosed_quote": (
        "该行的引号没有闭合。",
        "A quotation mark in this row is never closed.",
    ),
    "row.bad_quotes": (
        "该行的右引号后面还有文字。",
        "Text follows a closing quotation mark in this row.",
    ),
    "row.field_too_long": (
        "该行有超过 131072 个字符的单元格。",
        "A cell of this row is longer than 131,072 characters.",
    ),
    "row.too_many_cells": (
        "该行有 {found} 格，表头只有 {expected} 格。含逗号的金额请加引号。",
        "{found} cells under {expected} headers. Put amounts with commas in quotation marks.",
    ),
    "row.field_empty": (
        "“{field}”不能为空。",
        "{field} must not be empty.",
    ),
    "mapping.column_missing": (
        "文件中没有“{column}”列（用于{field}）。",
        "The file has no column “{column}” (used for {field}).",
    ),
    "mapping.field_missing": (
        "没有找到“{field}”列，请指定对应的列。",
        "No column was found for {field}. Choose one.",
    ),
    "mapping.unreadable": (
        "导入方案中的“{key}”无法识别。",
        "“{key}” in the saved mapping is not understood.",
    ),
    "terms.unreadable": (
        "看不懂付款条件“{text}”。可以写 NET30、月结30天、次月15日。",
        "The payment terms “{text}” are not understood. Write NET30, EOM30 or DAY15+1.",
    ),
    "document.parts_do_not_add": (
        "不含税金额加税额不等于价税合计。请改正其中一个。",
        "Net and tax do not add up to the amount. Correct one of them.",
    ),
    "document.due_before_issue": (
        "到期日 {due_on} 早于开票日期。请改正其中一个日期。",
        "It would be due on {due_on}, before it is issued. Correct one of the dates.",
    ),
    "allocation.exceeds_open": (
        "核销金额超过发票 {number} 或所用款项的未清余额。请改小金额。",
        "More than is open of {number} or of the money used. Make the amount smaller.",
    ),
    "allocation.not_allocatable": (
        "{credit} 不能核销到 {debit}：须为同一客户的收款与发票，且金额大于零。",
        "{credit} cannot pay {debit}: it takes money and an invoice of one customer, above zero.",
    ),
    "allocation.too_early": (
        "核销日期 {on} 早于单据日期，最早可为 {earliest}。请改用较晚的日期。",
        "The date {on} is before its documents; the earliest is {earliest}. Choose a later one.",
    ),
    "money.currency_mismatch": (
        "币种不一致：需要 {expected}，给的是 {found}。请改用同一币种。",
        "The currencies differ: {expected} is needed, {found} was given. Use one currency.",
    ),
    "rate.missing": (
        "缺少 {currency} 在 {on} 的汇率。请先在设置中录入汇率。",
        "There is no rate for {currency} on {on}. Enter it in the settings first.",
    ),
    "table.above": (
        "表头以上的第 {rows} 行未导入。",
        "Rows {rows} above the header were left out.",
    ),
    "table.between": (
        "第 {rows} 行是小计或重复表头，未导入。",
        "Rows {rows} are totals or repeated headers and were left out.",
    ),
    "table.below": (
        "表格以下的第 {rows} 行未导入。",
        "Rows {rows} below the table were left out.",
    ),
    "table.sheet": (
        "读取了工作表“{sheet}”，未读取：{others}。",
        "Sheet “{sheet}” was read; not read: {others}.",
    ),
}

#: ``reason`` of a file that could not be used at all → (zh, en).
FILES: Final[Mapping[str, tuple[str, str]]] = {
    "missing": (
        "找不到文件。",
        "There is no such file.",
    ),
    "no_access": (
        "无法打开文件：没有权限，或正被其他程序占用。",
        "The file cannot be opened: no permission, or another program holds it.",
    ),
    "empty": (
        "文件是空的。",
        "The file is empty.",
    ),
    "too_large": (
        "文件过大（上限 {limit}）。",
        "The file is too large (limit {limit}).",
    ),
    "encoding": (
        "无法识别文件编码，请指定编码。",
        "The encoding was not recognised. Name it.",
    ),
    "encoding_unknown": (
        "没有名为“{encoding}”的编码。",
        "There is no encoding named “{encoding}”.",
    ),
    "header_damaged": (
        "表头行已损坏，无法读取。",
        "The header row is damaged and cannot be read.",
    ),
    "not_a_table": (
        "这不是表格文件（{found}）。",
        "This is not a table ({found}).",
    ),
    "encrypted": (
        "工作簿有密码保护，请先去除密码。",
        "The workbook is protected with a password. Remove it first.",
    ),
    "workbook_damaged": (
        "工作簿已损坏或不完整。",
        "The workbook is damaged or cut off.",
    ),
    "sheet_missing": (
        "没有工作表“{sheet}”，现有：{sheets}。",
        "There is no sheet “{sheet}”. The workbook has: {sheets}.",
    ),
    "bad_xml": (
        "XML 文件有错误或不安全（第 {line} 行，{found}）。请重新下载原文件。",
        "The XML is broken or unsafe (line {line}, {found}). Download the file again.",
    ),
    "kind_bank": (
        "这是银行流水，请在“收款核销”中按 Ctrl+I 导入。",
        "This is a bank statement. Import it in Receipts, with Ctrl+I.",
    ),
    "mapping_missing": (
        "没有这个文件，账套里也没有名为“{name}”的导入方案。",
        "There is no such file, and no mapping “{name}” in the book.",
    ),
    "kind_unclear": (
        "看不出这是哪一种表（客户、发票、收款、核销或订单），请指定种类。",
        "It is unclear which table this is (customers, invoices, receipts, allocations, orders). Name it.",
    ),
    "mapping_kind": (
        "导入方案是给“{found}”表用的。",
        "The mapping is for a table of {found}.",
    ),
    "mapping_unreadable": (
        "导入方案无法识别：{found}。",
        "The mapping file is not understood: {found}.",
    ),
}

_FOUND: Final[Mapping[str, tuple[str, str]]] = {
    "pdf": ("PDF 文件", "a PDF"),
    "image": ("图片", "a picture"),
    "archive": ("压缩包", "an archive"),
    "xml": ("XML 文件", "XML"),
    "html": ("网页", "a web page"),
    "syntax": ("语法", "syntax"),
    "dtd": ("含有禁用的声明", "a forbidden declaration"),
    "depth": ("层次过深", "nested too deep"),
    "count": ("元素过多", "too many elements"),
    "namespace": ("命名空间过多", "too many namespaces"),
    "binary": ("二进制文件", "binary data"),
}
#: Rows named one by one in a note.
_SHOWN: Final = 8


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"


def text(code: str, facts: Mapping[str, object], language: str) -> str:
    """Return the sentence of a reason or note; an unknown code is shown as it is."""
    words = _words(code)
    if words is None:
        return code
    return _pick(words, language).format_map(_told(facts, language))


def _words(code: str) -> tuple[str, str] | None:
    return ROWS.get(code) or bank_words.WORDS.get(code) or einvoice_words.WORDS.get(code)


def file_reason(facts: Mapping[str, object], language: str) -> str:
    """Return why a file cannot be used, "" where the reason has no words."""
    reason = str(facts.get("reason", ""))
    found = str(facts.get("found", ""))
    if reason == "kind_unclear" and found == "bank":
        reason = "kind_bank"
    words = FILES.get(reason) or _words(reason)
    if words is None:
        return ""
    told = _told(facts, language)
    if reason == "mapping_kind":
        told["found"] = kind_name(found, language)
    elif found in _FOUND:
        told["found"] = _pick(_FOUND[found], language)
    if "code" in facts:
        told["code"] = text(str(facts["code"]), facts, language)
    return _pick(words, language).format_map(told)


def _pick(words: tuple[str, str], language: str) -> str:
    return words[0 if language == "zh" else 1]


def _told(facts: Mapping[str, object], language: str) -> _Facts:
    """Return facts as words: fields by their name, lists joined, large numbers grouped."""
    kind = str(facts.get("kind", ""))
    told = _Facts()
    for name, value in facts.items():
        if name == "field":
            told[name] = field_name(str(value), language, kind)
        elif name == "what":
            told[name] = bank_words.what(str(value), language)
        elif name == "missing" and isinstance(value, list | tuple):
            told[name] = _listed([field_name(str(v), language, "bank") for v in value], language)
        elif isinstance(value, list | tuple):
            told[name] = _listed(value, language) if value else "…"
        else:
            told[name] = f"{value:,}" if name == "limit" and isinstance(value, int) else value
    return told


def _listed(values: Sequence[object], language: str) -> str:
    """Return values in a row, many of them cut short with their count."""
    joined = ("、" if language == "zh" else ", ").join(map(str, values[:_SHOWN]))
    if len(values) <= _SHOWN:
        return joined
    return joined + (f" 等 {len(values)} 个" if language == "zh" else f" … ({len(values)})")
