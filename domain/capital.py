"""Amounts and dates in Chinese capitals (人民币大写), as bills and letters demand them.

Rules of 《正确填写票据和结算凭证的基本规定》 and 会计基础工作规范 article 52. Where they leave a
choice, the form that satisfies both is written: 整 after 元 and after 角, never
after 分; 零 before 角 when the yuan end in zero. Worked: 1680.32 is
人民币壹仟陆佰捌拾元零叁角贰分, 107000.53 is 人民币壹拾万柒仟元零伍角叁分.
"""

from __future__ import annotations

from datetime import date
from typing import Final

_DIGITS: Final = "零壹贰叁肆伍陆柒捌玖"
_PLACES: Final = ((1000, "仟"), (100, "佰"), (10, "拾"), (1, ""))
_YI: Final = 10**8
_WAN: Final = 10**4


def capital(minor: int) -> str:
    """Write fen of renminbi in capitals with the prefix 人民币; a negative amount says 负.

    The prefix stands directly before the amount, so that nothing can be added.
    """
    sign = "负" if minor < 0 else ""
    yuan, fen = divmod(abs(minor), 100)
    return f"人民币{sign}{_amount(yuan, fen)}"


def _amount(yuan: int, fen: int) -> str:
    """Join yuan, jiao and fen; amounts below one yuan have no 元."""
    if not yuan and not fen:
        return "零元整"
    whole = f"{_whole(yuan)}元" if yuan else ""
    if not fen:
        return f"{whole}整"
    jiao, rest = divmod(fen, 10)
    gap = "零" if yuan and (jiao == 0 or yuan % 10 == 0) else ""
    tenths = f"{_DIGITS[jiao]}角" if jiao else ""
    return f"{whole}{gap}{tenths}" + (f"{_DIGITS[rest]}分" if rest else "整")


def _whole(number: int) -> str:
    """Write a positive whole number; 亿 counts in units of 10^8, so 10^12 is 壹万亿."""
    if number >= _YI:
        return _joined(number, _YI, "亿")
    if number >= _WAN:
        return _joined(number, _WAN, "万")
    return _thousands(number)


def _joined(number: int, unit: int, word: str) -> str:
    """Write number as upper part, unit word and lower part, 零 between them over a gap."""
    upper, lower = divmod(number, unit)
    if not lower:
        return f"{_whole(upper)}{word}"
    gap = "零" if lower < unit // 10 else ""
    return f"{_whole(upper)}{word}{gap}{_whole(lower)}"


def _thousands(number: int) -> str:
    """Write 1 to 9999; several zeros inside become one 零, zeros at the end none."""
    words: list[str] = []
    gap = False
    for place, word in _PLACES:
        digit, number = divmod(number, place)
        if digit:
            led = "零" if gap and words else ""
            words.append(f"{led}{_DIGITS[digit]}{word}")
        gap = not digit
    return "".join(words)


def capital_date(on: date) -> str:
    """Write a date as bills want it: 2026-01-15 is 贰零贰陆年零壹月壹拾伍日.

    Months 1, 2 and 10 and days 1 to 10, 20 and 30 are led by 零, so that no
    stroke can turn them into another date.
    """
    year = "".join(_DIGITS[int(digit)] for digit in f"{on.year:04d}")
    month = _guarded(on.month, led=on.month in (1, 2, 10))
    day = _guarded(on.day, led=on.day < 10 or on.day % 10 == 0)
    return f"{year}年{month}月{day}日"


def _guarded(number: int, *, led: bool) -> str:
    """Write a month or day, led by 零 where the rule asks for it."""
    return ("零" if led else "") + _thousands(number)
