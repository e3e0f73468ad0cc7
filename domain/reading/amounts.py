"""Amounts in the spellings people and programs use, to integer minor units.

A value is read when only one amount can be meant, else refused. Decisions:

* Without a style, ``1,234`` and ``1.234`` are refused: 1234, or 1.234 with a
  comma or point for decimals. So is ``12,34``. A file's style is found by
  :func:`detect_amount_style` from the whole column, or set in the mapping.
  ``1,234.56``, ``1.234,56``, ``1 234,56``, ``1'234.56``, ``1,234,567`` and the
  Indian ``1,23,456.78`` show their own style. With a style set, a value that can
  only be read in the other one is refused as ambiguous.
* A currency that never uses a comma for decimals decides as well: ``¥1,234`` is
  1234.00 CNY, while ``€1,234`` and ``$1,234`` stay refused.
* ``5.678`` is refused for its third decimal only where it cannot mean 5678.
* Scientific notation (``1e3``, ``1.13E+03``) is refused: it is what remains after a
  spreadsheet has cut off digits. NaN, inf, 0x10, digits of other scripts: refused.
* Nothing, dashes and ``/`` are empty. ``-0.00`` is 0.
* Negative: minus of any shape before or behind, or parentheses; two of them at
  once are refused. ``CR`` and ``DR`` are refused, they mean different things to
  different programs.
* Chinese capitals are read (壹仟贰佰叁拾肆元伍角陆分), and 万 behind digits (1.2万元).
* Number cells of spreadsheets are binary: 1129.9999999999998 is 1130.00. They are
  rounded only over less than a thousandth of a minor unit, so 12.345 is refused,
  and beyond 15 digits they are refused, because the digits are made up. Text with
  twelve and more decimals is such a number printed, and treated alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from math import isfinite
from typing import Final, Literal

from domain.money import MAX_MINOR
from domain.money import decimals as decimals_of
from domain.reading import chinese, codes, currencies
from domain.reading.cells import Cell, plain, unguarded
from domain.reading.result import Problem, Reading, refuse

Style = Literal["point", "comma"]

_SIMPLE: Final = re.compile(r"-?[0-9]{1,14}\.[0-9]{2}").fullmatch
_GROUPED: Final = re.compile(r"-?[1-9][0-9]{0,2}(?:,[0-9]{3}){1,4}\.[0-9]{2}").fullmatch
_SIMPLE_COLUMN: Final = re.compile(r"(?:(?:-?[0-9]{1,14}\.[0-9]{2})?\n)*+").fullmatch
_WHOLE: Final = re.compile(r"-?[0-9]{1,14}").fullmatch

_NAME: Final = r"[^0-9\s.,'()+\-万亿萬億整正]{1,9}"
_PARTS: Final = re.compile(
    rf"(?P<open>\()?(?P<s1>[+-])? *(?P<c1>{_NAME})? *(?P<open2>\()?(?P<s2>[+-])? *"
    r"(?P<body>[0-9.][0-9., ']*)(?P<unit>[万亿萬億])? *"
    rf"(?P<s3>-)?(?P<close2>\))? *(?P<c2>{_NAME})?[整正]? *(?P<s4>-)?(?P<close>\))?"
).fullmatch
_SYMBOLS: Final = {"¥": "CNY", "￥": "CNY", "€": "EUR", "£": "GBP", "$": "USD"}
_POINT: Final = re.compile(
    r"(?:[0-9]+|[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+|(?: [0-9]{3})+|(?:'[0-9]{3})+)"
    r"|[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3})?(?:\.[0-9]+)?"
).fullmatch
_COMMA: Final = re.compile(
    r"(?:[0-9]+|[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?: [0-9]{3})+|(?:'[0-9]{3})+))?(?:,[0-9]+)?"
).fullmatch
_SCIENTIFIC: Final = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?[eE][+-]?[0-9]+").fullmatch
_FORMULA: Final = re.compile(r"[=@]|[+-].*(?:[!|]|[A-Za-z]\()").match

_UNITS: Final = {"万": 4, "萬": 4, "亿": 8, "億": 8}
#: Nobody writes a decimal comma in these.
_POINT_CURRENCIES: Final = frozenset({"CNY", "HKD", "TWD", "MOP", "GBP", "JPY", "KRW"})
#: From this many decimals on, text is a binary number printed by a program.
_NOISY: Final = 12
#: Binary noise is rounded away below this part of a minor unit.
_NOISE: Final = Decimal("0.001")
_EXACT_DIGITS: Final = 15
_ENOUGH: Final = 3
#: Below this, a float times 100 keeps the noise smaller than it allows.
_SMALL: Final = 1e9

_new = tuple.__new__  # half the time of the class, which matters for each cell


def read_amount(
    cell: Cell,
    *,
    currency: str | None = None,
    decimals: int | None = None,
    style: Style | None = None,
    scale: int = 1,
) -> Reading[int]:
    """Read an amount as minor units.

    Args:
        cell: text, or the typed cell of a spreadsheet.
        currency: the row's currency; text that names another is refused. None: any.
        decimals: of the currency; by default those of the currency found, else 2.
        style: what the column writes between the decimals, where it was found or set.
        scale: how many units the figure 1 stands for (10000 under a header 万元).
    """
    if decimals == 2 and scale == 1 and style != "comma":
        minor = hundredths(cell)
        if minor is not None:
            return _new(Reading, (minor, None, None))
    if isinstance(cell, str):
        return _read_text(cell, currency, decimals, style, scale)
    if cell is None:
        return Reading()
    if isinstance(cell, bool) or not isinstance(cell, (int, float, Decimal)):
        return _refused(codes.AMOUNT_UNREADABLE)
    places = decimals if decimals is not None else decimals_of(currency or "")
    return _typed(cell, places, scale)


def detect_amount_style(cells: Iterable[Cell]) -> Style | None:
    """Return which sign a column writes before decimals, None when it does not show.

    One value that shows its style decides for all, unless another shows the
    opposite. Without any, three different values such as ``12,50`` make a comma column.
    """
    shown = {"point": 0, "comma": 0, "hint": 0}
    others: set[str] = set()
    for cell in cells:
        if type(cell) is str:
            if _SIMPLE(cell):
                shown["point"] = 1
            else:
                others.add(cell)
    for text in others:
        style = _shown_style(text)
        if style:
            shown[style] += 1
    if shown["point"]:
        return None if shown["comma"] else "point"
    return "comma" if shown["comma"] or shown["hint"] >= _ENOUGH else None


def hundredths(cell: Cell) -> int | None:
    """Read the commonest spellings at once, None for all others (to be read with care)."""
    if type(cell) is str:
        if _SIMPLE(cell):
            return int(cell.replace(".", ""))
        if _GROUPED(cell):
            return int(cell.replace(",", "").replace(".", ""))
        return int(cell) * 100 if _WHOLE(cell) else None
    if type(cell) is float and -_SMALL < cell < _SMALL:
        exact = cell * 100
        near = round(exact)
        return near if -0.0009 < exact - near < 0.0009 else None
    return None


def all_hundredths(cells: Sequence[Cell]) -> list[int | None]:
    """Read a column as :func:`hundredths` does a cell, the plainest in one pass."""
    try:
        lines = "\n".join(cells) + "\n"  # type: ignore[arg-type]
    except TypeError:  # numbers of a workbook
        lines = ""
    if lines.count("\n") != len(cells) or not _SIMPLE_COLUMN(lines):
        return [hundredths(cell) for cell in cells]
    return [int(digits) if digits else None for digits in lines.replace(".", "").split("\n")[:-1]]


def _refused(code: str, **facts: object) -> Reading[int]:
    return Reading(None, refuse(code, **facts))


def _read_text(
    cell: str, currency: str | None, decimals: int | None, style: Style | None, scale: int
) -> Reading[int]:
    text = unguarded(plain(cell))
    if not text.strip("-/ "):
        return Reading()
    if _FORMULA(text):
        return _refused(codes.AMOUNT_FORMULA)
    symbol = _SYMBOLS.get(text[0])
    if symbol and currency in (None, symbol) and style != "comma" and scale == 1:
        minor = hundredths(text[1:]) if decimals in (None, 2) else None
        if minor is not None and minor >= 0:
            return Reading(minor, None, symbol)
    parts = _PARTS(text)
    if not parts:
        return _read_words(text, currency, decimals, scale)
    found, problem = _currency(parts, currency)
    number = None
    if problem is None:
        number, problem = _signed(parts, style, found)
    if number is None:
        return Reading(None, problem, found)
    places = decimals if decimals is not None else decimals_of(currency or found or "")
    return _minor(number, places, scale, found)


def _signed(
    parts: re.Match[str], style: Style | None, currency: str | None
) -> tuple[Decimal | None, Problem | None]:
    """Read the number with its sign and unit (万)."""
    negative = _negative(parts)
    if negative is None:
        return None, refuse(codes.AMOUNT_UNREADABLE)
    if currency in _POINT_CURRENCIES and style is None:
        style = "point"
    number, problem = _number(parts["body"].strip(), style)
    if number is None:
        return None, problem
    if parts["unit"]:
        number = number.scaleb(_UNITS[parts["unit"]])
    return -number if negative else number, None


def _read_words(text: str, currency: str | None, decimals: int | None, scale: int) -> Reading[int]:
    """Read what has no plain digits: Chinese capitals; else say what it is not."""
    if _SCIENTIFIC(text):
        return _refused(codes.AMOUNT_SCIENTIFIC)
    value = chinese.amount(text) if len(text) < 64 else None
    if value is None:
        return _refused(codes.AMOUNT_UNREADABLE)
    if currency not in (None, *currencies.NAMES["元"]):
        facts = {"found": "CNY", "expected": currency}
        return Reading(None, Problem(codes.AMOUNT_WRONG_CURRENCY, facts), "CNY")
    found = currency or "CNY"
    places = decimals if decimals is not None else decimals_of(found)
    return _minor(value, places, scale, found)


def _negative(parts: re.Match[str]) -> bool | None:
    """Return the sign, None when signs or parentheses contradict or do not pair up."""
    signs = [sign for sign in parts.group("s1", "s2", "s3", "s4") if sign]
    opened = (parts["open"], parts["open2"])
    closed = (parts["close"], parts["close2"])
    brackets = sum(mark is not None for mark in opened)
    paired = brackets == sum(mark is not None for mark in closed) and brackets <= 1
    if not paired or len(signs) + brackets > 1:
        return None
    return bool(brackets) or signs == ["-"]


def _currency(parts: re.Match[str], expected: str | None) -> tuple[str | None, Problem | None]:
    """Return the currency named, and a problem when it is not the expected one."""
    found: str | None = None
    for name in (parts["c1"], parts["c2"]):
        if not name:
            continue
        meant = currencies.meaning(name, found or expected)
        if meant is None:
            return None, refuse(codes.AMOUNT_UNREADABLE)
        if found and meant != found:
            return found, refuse(codes.AMOUNT_WRONG_CURRENCY, found=meant, expected=found)
        found = meant
    if expected and found and found != expected:
        return found, refuse(codes.AMOUNT_WRONG_CURRENCY, found=found, expected=expected)
    return found, None


def _value(match: re.Match[str] | None, point: str) -> Decimal | None:
    if not match:
        return None
    group = "," if point == "." else "."
    digits = match[0].replace(group, "").replace(" ", "").replace("'", "")
    return Decimal(digits.replace(point, ".")) if digits else None


def _number(body: str, style: Style | None) -> tuple[Decimal | None, Problem | None]:
    """Read digits with separators; the problem when they are none, or two numbers."""
    if len(body) > 64:
        return None, refuse(codes.AMOUNT_TOO_LARGE)
    point, comma = _value(_POINT(body), "."), _value(_COMMA(body), ",")
    if style:
        mine, other = (point, comma) if style == "point" else (comma, point)
        if mine is not None or other is None:
            return mine, None if mine is not None else refuse(codes.AMOUNT_UNREADABLE)
    elif point == comma:
        return point, None if point is not None else refuse(codes.AMOUNT_UNREADABLE)
    elif comma is None:
        return point, None
    elif point is None and _mixed(body):
        return comma, None
    facts = {"point": _fact(point), "comma": _fact(comma)}
    return None, Problem(codes.AMOUNT_AMBIGUOUS, facts)


def _fact(value: Decimal | None) -> str:
    return "" if value is None else format(value, "f")


def _mixed(body: str) -> bool:
    """Return whether digits are grouped by something else than the comma."""
    return any(mark in body for mark in ".' ")


def _shown_style(cell: str) -> str | None:
    """Return the style one value shows, "hint" for the likes of 12,50."""
    if _GROUPED(cell):
        return "point"
    parts = _PARTS(plain(cell))
    if not parts:
        return None
    body = parts["body"].strip()
    point, comma = _value(_POINT(body), "."), _value(_COMMA(body), ",")
    if point == comma or len(body) > 64:
        return None
    if comma is None:
        return "point"
    if point is None:
        return "comma" if _mixed(body) else "hint"
    return "point" if _currency(parts, None)[0] in _POINT_CURRENCIES else None


def _typed(number: float | Decimal, places: int, scale: int) -> Reading[int]:
    """Read a number cell; a float through its shortest exact spelling."""
    if isinstance(number, float):
        if not isfinite(number):
            return _refused(codes.AMOUNT_UNREADABLE)
        if abs(number) >= 10 ** (_EXACT_DIGITS - places):
            return _refused(codes.AMOUNT_IMPRECISE)
        return _minor(_quiet(Decimal(repr(number)), places, scale), places, scale, None)
    if isinstance(number, Decimal) and not number.is_finite():
        return _refused(codes.AMOUNT_UNREADABLE)
    return _minor(Decimal(number), places, scale, None)


def _quiet(number: Decimal, places: int, scale: int) -> Decimal:
    """Return the number without binary noise, unchanged when the rest is more than that."""
    minor = (number * scale).scaleb(places)
    near = minor.to_integral_value()
    return near.scaleb(-places) / scale if abs(minor - near) < _NOISE else number


def _minor(number: Decimal, places: int, scale: int, currency: str | None) -> Reading[int]:
    if number.adjusted() > 20:
        return Reading(None, refuse(codes.AMOUNT_TOO_LARGE), currency)
    exponent = -int(number.as_tuple().exponent)
    if exponent >= _NOISY:
        number = _quiet(number, places, scale)
    minor = (number * scale).scaleb(places)
    if abs(minor) > MAX_MINOR:
        return Reading(None, refuse(codes.AMOUNT_TOO_LARGE), currency)
    if minor != minor.to_integral_value():
        facts = {"decimals": places, "found": exponent}
        return Reading(None, Problem(codes.AMOUNT_TOO_MANY_DECIMALS, facts), currency)
    return Reading(int(minor), None, currency)
