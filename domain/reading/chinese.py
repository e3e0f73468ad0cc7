"""Numerals in Chinese characters: 壹仟贰佰叁拾肆元伍角陆分, 二十三, 二〇二五.

Written amounts are read strictly by place, so that a slip is refused rather than
added up to something: digits fall from place to place, and 拾 may stand alone
only for ten.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

_DIGITS: Final = {
    char: value
    for value, chars in enumerate(
        "零〇○ 一壹弌 二贰貳两兩 三叁參 四肆 五伍 六陆陸 七柒 八捌 九玖".split()  # noqa: SIM905
    )
    for char in chars
}
_PLACES: Final = {
    "十": 10,
    "拾": 10,
    "百": 100,
    "佰": 100,
    "千": 1000,
    "仟": 1000,
}
#: 亿 and 万, and below what the number before each of them stays.
_BLOCKS: Final = (("亿億", 10**8, 10**8), ("万萬", 10**4, 10**4))
_AMOUNT: Final = re.compile(
    r"(?:人民币|人民幣)?(?P<sign>负|負)?"
    r"(?:(?P<whole>[^元圆圓角分整正]+)[元圆圓])?"
    r"零?(?:(?P<jiao>[^元圆圓角分整正零])角)?零?(?:(?P<fen>[^元圆圓角分整正零])分)?[整正]?"
).fullmatch


def whole(text: str) -> int | None:
    """Read a whole number such as 二十三 or 壹拾万柒仟, None when it is not one.

    >>> whole("壹拾万柒仟")
    107000
    """
    for chars, size, limit in _BLOCKS:
        head, found, tail = _cut(text, chars)
        if found:
            high = whole(head)
            low = whole(tail.removeprefix("零")) if tail else 0
            if not high or high >= limit or low is None or low >= size:
                return None
            return high * size + low
    return _below_ten_thousand(text)


def digits(text: str) -> str | None:
    """Read digit by digit, 二〇二五 as ``2025``; None when another character occurs."""
    values = [_DIGITS.get(char) for char in text]
    return None if not values or None in values else "".join(map(str, values))


def amount(text: str) -> Decimal | None:
    """Read an amount of yuan in Chinese capitals, None when it is not one.

    >>> amount("壹仟贰佰叁拾肆元伍角陆分")
    Decimal('1234.56')
    """
    found = _AMOUNT(text)
    if not found or not any(found.group("whole", "jiao", "fen")):
        return None
    yuan = whole(found["whole"]) if found["whole"] else 0
    jiao, fen = _digit(found["jiao"]), _digit(found["fen"])
    if yuan is None or jiao is None or fen is None:
        return None
    value = Decimal(yuan * 100 + jiao * 10 + fen).scaleb(-2)
    return -value if found["sign"] else value


def _digit(text: str | None) -> int | None:
    return 0 if text is None else _DIGITS.get(text)


def _cut(text: str, chars: str) -> tuple[str, bool, str]:
    """Split at the last of the characters: 万 of 十二万三千."""
    place = max(text.rfind(char) for char in chars)
    return (text[:place], True, text[place + 1 :]) if place >= 0 else (text, False, "")


def _below_ten_thousand(text: str) -> int | None:
    if text in _DIGITS:
        return _DIGITS[text]
    total, pending, last = 0, None, 10_000
    for char in text:
        if char in _PLACES:
            size = _PLACES[char]
            if size >= last or pending == 0 or (pending is None and (total or size > 10)):
                return None
            total, pending, last = total + (pending or 1) * size, None, size
        elif char in _DIGITS and not pending:
            pending = _DIGITS[char]
        else:
            return None
    if pending and last == 10_000:
        return None
    return total + (pending or 0) if total else None
