"""Words beside a payment that say what kind of money it is."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

#: What each group of words says; the first that stands at a place counts.
_WORDS: Final = {
    "fee": r"LESS (?:OUR |BANK |ALL )*(?:CHGS?|CHARGES?|FEES?|COMM)"
    r"|(?:CHGS?|CHARGES?|FEES?) (?:DEDUCTED|DED)"
    r"|扣(?:除|减|了)?(?:银行)?(?:手续|转账|汇款)?费|已扣费|手续费已?扣|净额",
    "credit": r"扣红字|红字|红冲|冲红|[扣减抵](?:除|减|扣)?退货款?|扣退|已扣减|扣减|扣款|折让|冲抵"
    r"|抵扣|CREDIT NOTE|LESS CN|\bCN\b",
    "prepaid": r"预付|订金|定金|预收|诚意金|DEPOSIT|ADVANCE|PREPA(?:Y|ID)|DOWN ?PAYMENT",
    "other": r"退款|退货款|退回|退税|退还|返还|借款|贷款|放款|投资款|注资|利息|结息|赔款|理赔"
    r"|备用金|押金|工资|报销|REFUND|\bLOAN\b|\bINTEREST\b|SALARY|CAPITAL CONTRIB",
    "part": r"部分|首付|进度款|分期|PART(?:IAL)? (?:PAYMENT|PMT)|\bPARTIAL\b|ON ACCOUNT",
    "rest": r"尾款|余款|结清|清款|\bBALANCE\b|\bFINAL\b",
}
_ANY: Final = re.compile("|".join(f"(?P<{name}>{words})" for name, words in _WORDS.items()))
_MONTHS: Final = re.compile(
    r"(?:(20)?([0-9]{2})年?[-./]?)?(?<![0-9])((?:1[0-2]|0?[1-9])(?:[-~、,/至](?:1[0-2]|0?[1-9]))*)月"
    r"(?![0-9]{1,2}[日号])"
    r"|(?<![0-9])20([0-9]{2})(1[0-2]|0[1-9])(?=货|账|份|款|结)"
    r"|(上|本|当)个?月"
)
_SPLIT: Final = re.compile(r"[、,/]")
_RANGE: Final = re.compile(r"([0-9]+)[-~至]([0-9]+)")

Month = tuple[int, int]


def said(folded: str) -> dict[str, tuple[int, int]]:
    """Return what a folded text says by the kind of word, with its place: {"fee": (9, 18)}."""
    found: dict[str, tuple[int, int]] = {}
    for match in _ANY.finditer(folded):
        found.setdefault(str(match.lastgroup), match.span())
    return found


def months(folded: str, on: date) -> tuple[dict[Month, None], int, int]:
    """Return the months a folded text names, as (year, month), and where.

    A month without a year is the last one not after the payment: 12月 in January is
    last year's. 上月 is the month before the payment's.
    """
    if "月" not in folded and "20" not in folded:
        return {}, 0, 0
    found: dict[Month, None] = {}
    start = end = 0
    for match in _MONTHS.finditer(folded):
        named = _named(match, on)
        if named and not found:
            start, end = match.span()
        found.update(dict.fromkeys(named))
    return found, start, end


def _named(match: re.Match[str], on: date) -> list[Month]:
    if match[6]:
        back = 1 if match[6] == "上" else 0
        return [divmod_month(on.year * 12 + on.month - 1 - back)]
    if match[5]:
        return [(2000 + int(match[4]), int(match[5]))]
    year = 2000 + int(match[2]) if match[2] else 0
    return [(year or _year(month, on), month) for month in _each(match[3])]


def _each(listed: str) -> list[int]:
    found: list[int] = []
    for piece in _SPLIT.split(listed):
        ends = _RANGE.fullmatch(piece)
        found += range(int(ends[1]), int(ends[2]) + 1) if ends else [int(piece)]
    return found


def _year(month: int, on: date) -> int:
    return on.year if month <= on.month else on.year - 1


def divmod_month(months_since: int) -> Month:
    """Return year and month from a count of months: 24316 is (2026, 5)."""
    year, month = divmod(months_since, 12)
    return year, month + 1
