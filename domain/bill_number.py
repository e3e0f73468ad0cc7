"""Numbers of acceptance bills (票据号码) and the sub-ranges (子票区间) they are split by.

A number has 30 digits in the old electronic system and the new one alike: kind, the
twelve digits of the drawer's bank (联行号) with its check digit, the day of registration,
a serial of eight, a check digit whose rule is not public. A paper bill has 16 digits.
What is surely wrong is refused; what is only odd is told, since a real bill may have it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from stdnum.iso7064 import mod_11_10

from domain.errors import BadBillPart

#: Digits of an electronic and of a paper bill.
LENGTH: Final = 30
PAPER_LENGTH: Final = 16
#: Largest sub-range: 1,000,000,000.00 yuan in units of 0.01.
LARGEST: Final = 10**11
#: A bill that is not to be split has this in place of a range.
WHOLE: Final = "0"
_RANGE: Final = re.compile(r"0*(\d{1,12})[-,~至]0*(\d{1,12})")
_BLANKS: Final = re.compile(r"[\s.·-]+")
_DASHES: Final = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\uff5e", "-"))


class BillKind(StrEnum):
    """Who accepted: a bank (银行承兑汇票), or a firm (商业承兑汇票)."""

    BANK = "bank"
    COMMERCIAL = "commercial"


_FIRST: Final = {"1": BillKind.BANK, "2": BillKind.COMMERCIAL}
#: The seventh digit of a paper bill.
_PAPER_KIND: Final = {"5": BillKind.BANK, "6": BillKind.COMMERCIAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberFinding:
    """What a number's check found: ``serious`` is refused, the rest is only told.

    Codes: digits, length, first, date (serious); bank, issued, kind, paper.
    """

    code: str
    serious: bool = False
    facts: dict[str, object] = field(default_factory=dict)


def normal(number: str) -> str:
    """Return a number without spaces, hyphens and full-width digits, as it is kept."""
    return _BLANKS.sub("", unicodedata.normalize("NFKC", number))


def check_number(
    number: str,
    *,
    kind: BillKind | None = None,
    issued_on: date | None = None,
    typing: bool = False,
) -> list[NumberFinding]:
    """Return what is wrong or odd about a number, serious findings first.

    While it is being typed (``typing``) a short number is no fault: only the parts that
    are complete are looked at. Worked: 1 102100099996 20260520 00012345 7 has a bank whose
    check digit fits (ISO 7064 MOD 11,10) and was registered on 2026-05-20.
    """
    number = normal(number)
    strange = "".join(dict.fromkeys(one for one in number if one not in "0123456789"))
    if strange:
        return [NumberFinding(code="digits", serious=True, facts={"found": strange})]
    if len(number) == PAPER_LENGTH and not typing:
        return _check_paper(number, kind)
    found = [] if typing and len(number) <= LENGTH else _check_length(number)
    found += _check_first(number[:1], kind)
    if len(number) >= 13 and not mod_11_10.is_valid(number[1:13]):
        found.append(NumberFinding(code="bank", facts={"bank": number[1:13]}))
    if len(number) >= 21:
        found += _check_date(number[13:21], issued_on)
    return sorted(found, key=lambda one: not one.serious)


def _check_length(number: str) -> list[NumberFinding]:
    if len(number) == LENGTH:
        return []
    facts: dict[str, object] = {"length": len(number), "expected": LENGTH}
    return [NumberFinding(code="length", serious=True, facts=facts)]


def _check_first(first: str, kind: BillKind | None) -> list[NumberFinding]:
    if first == "0":
        return [NumberFinding(code="first", serious=True)]
    told = _FIRST.get(first)
    if kind is not None and told is not None and told is not kind:
        return [NumberFinding(code="kind", facts={"kind": told.value})]
    return []


def _check_date(digits: str, issued_on: date | None) -> list[NumberFinding]:
    day = registered_on(digits)
    if day is None:
        return [NumberFinding(code="date", serious=True, facts={"date": digits})]
    if issued_on is not None and day != issued_on:
        return [NumberFinding(code="issued", facts={"date": day, "issued_on": issued_on})]
    return []


def _check_paper(number: str, kind: BillKind | None) -> list[NumberFinding]:
    found = [NumberFinding(code="paper")]
    told = _PAPER_KIND.get(number[6])
    if kind is not None and told is not None and told is not kind:
        found.append(NumberFinding(code="kind", facts={"kind": told.value}))
    return found


def kind_of(number: str) -> BillKind | None:
    """Return the kind a number begins with, None where it does not say (3 to 9)."""
    return _FIRST.get(normal(number)[:1])


def registered_on(digits: str) -> date | None:
    """Return the day that eight digits name, or the one within a whole number; None for none."""
    digits = digits[13:21] if len(digits) > 8 else digits
    if len(digits) != 8 or not digits.isascii() or not digits.isdigit():
        return None
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A sub-range of a bill, both ends included, in units of 0.01 yuan.

    Worked: 1-50000000 is 500,000.00; 20000001-50000000 is 300,000.00.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 1 <= self.start <= self.end <= LARGEST:
            raise BadBillPart(part=str(self), reason="range")

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"

    @property
    def minor(self) -> int:
        """The amount in fen: (end − start + 1) × 0.01 yuan."""
        return self.end - self.start + 1

    def overlaps(self, other: Part) -> bool:
        """Return whether the two have a unit in common."""
        return self.start <= other.end and other.start <= self.end

    def split(self, minors: list[int]) -> list[Part]:
        """Return the range cut from its start into pieces of so many fen, which add up to it.

        Raises:
            BadBillPart: fewer than two pieces, one of nothing, or another sum.
        """
        if len(minors) < 2 or min(minors) <= 0 or sum(minors) != self.minor:
            raise BadBillPart(part=str(self), reason="pieces")
        pieces, start = [], self.start
        for minor in minors:
            pieces.append(Part(start, start + minor - 1))
            start += minor
        return pieces


def parse_part(text: str) -> Part | None:
    """Return the sub-range that a text names; None for "" and "0", which name no range.

    Banks write it 1-50000000, 000000000001-000050000000 or 1,50000000.

    Raises:
        BadBillPart: it cannot be read, or its end lies before its start.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES).replace(" ", "")
    if plain.strip(WHOLE) == "":
        return None
    found = _RANGE.fullmatch(plain)
    if found is None:
        raise BadBillPart(part=text, reason="unreadable")
    return Part(int(found[1]), int(found[2]))


def part_text(text: str) -> str:
    """Return a sub-range as it is kept: "" for none, "0" for whole, else start-end."""
    part = parse_part(text)
    if part is not None:
        return str(part)
    return WHOLE if text.strip() else ""


def overlap(one: str, other: str) -> bool:
    """Return whether two bills of one number have a unit in common; without ranges they do."""
    first, second = parse_part(one), parse_part(other)
    return first is None or second is None or first.overlaps(second)
