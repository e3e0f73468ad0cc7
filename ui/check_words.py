"""Words for what a check of the book finds, without Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "check.pages": (
        "文件本身有损坏（{reason}）。请从最近的备份恢复到新文件。",
        "The file itself is damaged ({reason}). Restore the newest backup to a new file.",
    ),
    "check.references": (
        "有 {count} 处引用指向不存在的记录。请从备份恢复，并保留本文件。",
        "{count} references lead nowhere. Restore a backup and keep this file.",
    ),
    "check.caches": (
        "有 {count} 个未清项目的余额缓存与核销记录不符。",
        "The kept open amounts of {count} items differ from their allocations.",
    ),
    "check.over_allocated": (
        "有 {count} 张单据的核销超过了金额。请逐张核对核销。",
        "{count} documents have more allocated than their amount. Check their allocations.",
    ),
    "check.dates": (
        "有 {count} 笔核销早于单据日期，或取消早于核销。",
        "{count} allocations are dated before their documents, or undone before they were made.",
    ),
    "check.sides": (
        "有 {count} 笔核销不是同一客户的一借一贷。",
        "{count} allocations do not join a debit and a credit of one customer.",
    ),
    "check.reversals": (
        "有 {count} 笔冲销与原记录不一致。",
        "{count} reversals do not mirror what they reverse.",
    ),
    "check.documents": (
        "有 {count} 张单据的各期之和或抬头与单据不符。",
        "The parts of {count} documents do not agree with the document.",
    ),
    "check.base_amounts": (
        "有 {count} 张单据结清后本位币仍有余额，或冲减过头。",
        "{count} documents have base-currency amounts that do not come out even.",
    ),
    "check.numbers": (
        "有 {count} 个编号系列不连续（函件缺号或多出）。",
        "{count} number series have gaps.",
    ),
    "check.bills": (
        "有 {count} 张票据与其收票登记、子票或收款单不符。请逐张核对。",
        "{count} bills do not agree with their events, parts or receipts. Check each of them.",
    ),
    "check.history": (
        "有 {count} 条记录没有对应的操作历史。",
        "{count} records belong to no operation of the history.",
    ),
    "check.attachments": (
        "有 {count} 个附件的内容丢失或与存入时不同。请从备份恢复，并保留本文件。",
        "{count} attachments are lost or changed. Restore a backup, keep this file.",
    ),
    "check.papers": (
        "有 {count} 份已发文件与发出时不同。",
        "{count} issued papers are no longer what was issued.",
    ),
    "check.triggers": (
        "缺少 {count} 个防改保护。请从备份恢复，并保留本文件。",
        "{count} guards against changing facts are missing. Restore a backup, keep this file.",
    ),
}


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"


def text(code: str, facts: Mapping[str, object], language: str) -> str:
    """Return a finding as a sentence; an unknown code with its facts."""
    words = _WORDS.get(code)
    if words is None:
        return f"{code} {dict(facts)}" if facts else code
    return words[0 if language == "zh" else 1].format_map(_Facts(facts))
