"""Words for what readers of bank files noticed and refused, without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: Code of ``storage/bank/found.py`` → (zh, en); the codes are the readers' own.
WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "bank.no_statement": (
        "文件里没有对账单（格式 {format}）。",
        "The file holds no statement (format {format}).",
    ),
    "bank.not_recognised": (
        "看不出这是哪家银行的流水。请换一种导出格式（Excel、CSV、MT940、CAMT）再试。",
        "No bank statement was recognised in it. Export it as Excel, CSV, MT940 or CAMT.",
    ),
    "bank.bad_line": (
        "该行不符合此格式：{found}。",
        "The line is not of this format: {found}.",
    ),
    "bank.bad_amount": (
        "无法识别的金额：{found}。",
        "This is not an amount: {found}.",
    ),
    "bank.bad_date": (
        "无法识别的日期：{found}。",
        "This is not a date: {found}.",
    ),
    "bank.date_taken": (
        "{count} 笔没有记账日期，按起息日或对账单日期记。",
        "{count} lines without a booking date bear the value date or the statement's.",
    ),
    "bank.no_date": (
        "该行没有日期。",
        "The row has no date.",
    ),
    "bank.pending": (
        "含 {count} 笔银行尚未入账的流水。",
        "{count} lines that the bank has not booked yet are among them.",
    ),
    "bank.sign_taken": (
        "{count} 个余额没有借贷标志，按贷方余额读。",
        "{count} balances without a debit or credit mark were read as credit.",
    ),
    "bank.control": (
        "文件写明的{what}为 {told}，与各笔流水得出的 {found} 不符。",
        "The file gives {told} as {what}; its lines come to {found}.",
    ),
    "bank.cut": (
        "文件在对账单结束之前中断。",
        "The file ends before the statement does.",
    ),
    "bank.encoding": (
        "文件写明编码 {told}，实际按 {used} 读。",
        "The file says it is {told}; it was read as {used}.",
    ),
    "bank.version": (
        "文件的格式版本（{found}）不能读。",
        "This version of the format cannot be read: {found}.",
    ),
    "bank.no_columns": (
        "没有认出这几列：{missing}。请指定对应的列，此后同样的文件会自动识别。",
        "No column was found for {missing}. Name it; files like this are then read by themselves.",
    ),
    "bank.no_sign": (
        "看不出哪些是收入、哪些是支出。请指定，此后同样的文件会自动识别。",
        "Nothing shows what came in and what went out. Name it; the next file is then known.",
    ),
    "bank.date_order": (
        "日期 {sample} 的日月顺序有两种读法。请指定，此后同样的文件会自动识别。",
        "Day and month of {sample} can be read in two orders. Name it; the next file is known.",
    ),
    "bank.no_amount": (
        "该行没有金额。",
        "The row has no amount.",
    ),
    "bank.both_sides": (
        "该行既有收入又有支出。",
        "The row has money in and money out.",
    ),
    "bank.way_unknown": (
        "看不出该行是收入还是支出：{found}。",
        "Nothing shows whether this came in or went out: {found}.",
    ),
    "bank.other_table": (
        "这一行的表头与前面的表不同，没有读取。请另存为单独的文件后再导入。",
        "It stands under other headers than the table's. Save it as a file of its own.",
    ),
    "bank.currency_taken": (
        "文件没有写币种，按 {currency} 读。",
        "The file names no currency; {currency} was taken.",
    ),
    "bank.unmoved": (
        "{count} 笔已关闭或失败的交易没有资金变动，未导入（第 {rows} 行）。",
        "{count} closed or failed trades moved no money and were left out (rows {rows}).",
    ),
    "bank.number_cut": (
        "“{column}”列有 {count} 个账号被表格软件改成了近似数，已留空。",
        "{count} account numbers in “{column}” were rounded by a spreadsheet and left empty.",
    ),
    "bank.bad_balance": (
        "{count} 个余额无法识别，未采用。",
        "{count} balances could not be read and were left out.",
    ),
    "bank.order": (
        "各笔的日期与余额顺序相反，期初和期末余额不明。",
        "Dates and balances run against each other; opening and closing balance are unknown.",
    ),
    "bank.member": (
        "压缩包中的 {name} 不是对账单，未读入。",
        "{name} in the archive is no statement and was left out.",
    ),
    "bank.archive": (
        "压缩包内容过多（上限 {limit}），或其中还有压缩包。",
        "The archive holds too much (limit {limit}), or another archive.",
    ),
}

#: What a total of a file is of → (zh, en).
_WHAT: Final[Mapping[str, tuple[str, str]]] = {
    "balance": ("余额", "balance"),
    "opening": ("期初余额", "opening balance"),
    "closing": ("期末余额", "closing balance"),
    "credits": ("收入合计", "money in"),
    "debits": ("支出合计", "money out"),
    "net": ("净额", "net"),
    "sum": ("合计", "sum"),
    "entries": ("笔数", "number of lines"),
    "count": ("笔数", "number of lines"),
    "records": ("记录数", "number of records"),
    "currency": ("币种", "currency"),
    "account": ("账号", "account"),
}


def what(name: str, language: str) -> str:
    """Return what a total is of; one without a word of its own as the file calls it."""
    return _WHAT.get(name, (name, name))[0 if language == "zh" else 1]
