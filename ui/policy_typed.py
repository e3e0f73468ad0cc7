"""A parameter of the policy as it stands in a form, and what was typed for it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any, Final

from domain.errors import DomainError
from domain.money import from_decimal
from domain.policies.catalogue import Unit
from domain.policies.shape import Cell
from ui import parse
from ui import policy_words as words

_BETWEEN: Final = re.compile(r"[、,，;；]+")
_MOST: Final = 10**15


class NotUnderstood(Exception):
    """What was typed is no value of the parameter."""


def shown(cell: Cell, language: str, base: str) -> str:
    """Return a parameter as it stands to be typed over: bare numbers, words of lists."""
    if cell.value is None:
        return ""
    if cell.value in ("", ()):
        return ""
    told = words.value(cell, language, base, bare=True)
    if not words.parts_of_number(cell.value):
        return told
    if isinstance(cell.value, tuple):
        # Where numbers stand in a row a comma parts them and no thousands.
        each = [shown(replace(cell, value=one), language, base) for one in cell.value]
        return ("、" if language == "zh" else ", ").join(one.replace(",", "") for one in each)
    unit = words.unit_of(cell)
    behind = base if unit is Unit.MONEY else words.after(unit, language)
    return told.removesuffix(f" {behind}")


def typed(cell: Cell, text: str, language: str, base: str) -> Any:
    """Return the value that was typed for a parameter.

    Raises:
        NotUnderstood: it is none.
    """
    text = text.strip()
    shape = cell.shape
    if shape.many:
        parts = [part for part in _BETWEEN.split(text) if part.strip()]
        return tuple(_single(cell, part.strip(), language, base) for part in parts)
    if not text and shape.optional:
        return None
    return _single(cell, text, language, base)


def _single(cell: Cell, text: str, language: str, base: str) -> Any:
    kind = cell.shape.kind
    if issubclass(kind, Enum):
        return _member(kind, text, language)
    if issubclass(kind, str):
        return words.code_of(text, language)
    if text == words.every(language):
        return words.ALL
    return _counted(cell, _number(text), base)


def _counted(cell: Cell, number: Decimal, base: str) -> Decimal | int:
    unit = words.unit_of(cell)
    if unit is Unit.MONEY:
        return _minor(number, base)
    if unit is Unit.SHARE:
        return number / 100
    if issubclass(cell.shape.kind, int):
        if number != int(number):
            raise NotUnderstood
        return int(number)
    return number


def _member(kind: type[Enum], text: str, language: str) -> Enum:
    for one in kind:
        if text in (one.value, words.code(str(one.value), language)):
            return one
    raise NotUnderstood


def _number(text: str) -> Decimal:
    plain = parse.clean(text).replace(",", "").removesuffix("%").strip()
    try:
        number = Decimal(plain)
    except InvalidOperation:
        raise NotUnderstood from None
    if not number.is_finite() or abs(number) > _MOST:
        raise NotUnderstood
    return number


def _minor(number: Decimal, base: str) -> int:
    try:
        return from_decimal(number, base).minor
    except DomainError:
        raise NotUnderstood from None
