"""What people type into fields: amounts and dates. Doubtful input gives None, never a guess."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal, InvalidOperation

from domain.errors import DomainError
from domain.money import MAX_MINOR, from_decimal

_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?|[+-]?\d*(\.\d*)?")
_MINUSES = str.maketrans(
    {"\N{MINUS SIGN}": "-", "\N{EN DASH}": "-", "\N{FULLWIDTH HYPHEN-MINUS}": "-"}
)


def clean(text: str) -> str:
    """Return text with full-width digits and spaces made plain."""
    return unicodedata.normalize("NFKC", text).translate(_MINUSES).strip()


def amount(text: str, currency: str) -> int | None:
    """Return typed money in minor units: "1,234.5", "１２３４．５０", "-3"; None if unclear."""
    plain = clean(text).replace(" ", "").lstrip("¥￥")
    if not plain or not _GROUPED.fullmatch(plain) or not re.search(r"\d", plain):
        return None
    try:
        minor = from_decimal(Decimal(plain.replace(",", "")), currency).minor
    except (InvalidOperation, DomainError):
        return None
    return minor if abs(minor) <= MAX_MINOR else None


def day(text: str, near: date) -> date | None:
    """Return a typed date: 2026-11-20, 2026/11/20, 20261120, 11-20 (of ``near``'s year)."""
    plain = clean(text).replace("年", "-").replace("月", "-").replace("日", "")
    if re.fullmatch(r"\d{8}", plain):
        parts = [plain[:4], plain[4:6], plain[6:]]
    else:
        parts = re.split(r"[-/.]", plain)
    if len(parts) == 2:
        parts = [str(near.year), *parts]
    if len(parts) != 3 or len(parts[0]) != 4 or not all(part.isdigit() for part in parts):
        return None
    try:
        return date(int(parts[0]), int(parts[1]), int(parts[2]))
    except ValueError:
        return None
