"""Payment terms: when a document, or each instalment of it, falls due.

Written and stored as short text that people also type:

=====================  ====================================================
``NET30``, ``30天``      30 days after the document date
``COD``, ``款到发货``     due on the document date
``EOM30``, ``月结30天``   end of the month, plus 30 days
``EOM30/25``           the same with cut-off: documents after the 25th count
                       to the next month (月结30天截止25日)
``DAY15``, ``DAY15+1``   the next 15th on or after the document date; the 15th
                       of the month after (次月15日)
``30%@0+70%@60``       instalments: 30 % at once, 70 % after 60 days
``2/10 NET30``         2 percent off when paid within 10 days; more tiers
                       may stand before it: ``5/10 3/20 2/30 NET60``
=====================  ====================================================

Percentages are percent, never fractions (case C73 of other systems shows the
harm): ``2/10`` is two percent.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from domain.document import Item
from domain.errors import BadTerms
from domain.money import Money, apportion, share


@dataclass(frozen=True, slots=True)
class DiscountTier:
    """``basis_points`` off (200 = 2.00 %) when paid within ``days`` of the document date."""

    basis_points: int
    days: int


@dataclass(frozen=True, slots=True)
class Part:
    """A share of the amount (``weight`` in basis points) and its own due rule."""

    weight: int
    days: int = 0
    end_of_month: bool = False
    cut_off: int = 31
    day: int = 0
    months: int = 0

    def due(self, issued_on: date) -> date:
        """Return the due date of this part.

        Worked: NET30 of 2026-01-31 is 2026-03-02; EOM30/25 of 2026-01-26 counts
        to February and is due 2026-03-30; DAY15+1 of 2026-01-20 is 2026-02-15.
        """
        if self.end_of_month:
            return self._month_end(issued_on) + timedelta(days=self.days)
        if self.day:
            return self._fixed_day(issued_on)
        return issued_on + timedelta(days=self.days)

    def _month_end(self, issued_on: date) -> date:
        late = 1 if issued_on.day > self.cut_off else 0
        return day_of_month(issued_on.year, issued_on.month + late, 31)

    def _fixed_day(self, issued_on: date) -> date:
        due = day_of_month(issued_on.year, issued_on.month + self.months, self.day)
        if due < issued_on:
            due = day_of_month(issued_on.year, issued_on.month + self.months + 1, self.day)
        return due


@dataclass(frozen=True, slots=True)
class PaymentTerms:
    """Parts that add up to the whole, and early-discount tiers, best first."""

    text: str
    parts: tuple[Part, ...]
    discounts: tuple[DiscountTier, ...] = ()

    def items(self, issued_on: date, amount: Money) -> tuple[Item, ...]:
        """Return the document's items with due dates; their amounts add up to the whole."""
        minors = apportion(amount.minor, [part.weight for part in self.parts])
        dated = sorted(
            (part.due(issued_on), minor) for part, minor in zip(self.parts, minors, strict=True)
        )
        return tuple(
            Item(seq=seq, due_on=due_on, amount=Money(minor, amount.currency))
            for seq, (due_on, minor) in enumerate(dated, start=1)
        )

    def discount_on(self, issued_on: date, paid_on: date) -> DiscountTier | None:
        """Return the best tier still open on the day of payment (last day included)."""
        taken = (paid_on - issued_on).days
        open_tiers = [tier for tier in self.discounts if taken <= tier.days]
        return max(open_tiers, key=lambda tier: tier.basis_points, default=None)


def discount_amount(gross: int, tier: DiscountTier) -> int:
    """Return the discount in minor units: 10 % of 236.00 is 23.60."""
    return share(gross, tier.basis_points, 10_000)


def split_tax(discount: int, tax: int, gross: int) -> tuple[int, int]:
    """Split a gross discount into (net, tax) as the invoice: 23.60 of 236 with 36 tax is 20 + 3.60.

    Source: case C62 of other systems (200 + 18 % tax, 10 % discount).
    """
    part = share(discount, tax, gross) if gross else 0
    return discount - part, part


def day_of_month(year: int, month: int, day: int) -> date:
    """Return a day of a month, the month's last where it has fewer; months past 12 roll over."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


_CASH = frozenset({"COD", "CASH", "PREPAID", "PIA", "款到发货", "现款", "现结", "货到付款", "预付"})
_NET = re.compile(r"(?:NET|N)?(\d{1,4})(?:DAYS?|D|天)?")
_AFTER = re.compile(r"(?:发票日后?|票到|货到|到货|开票后?)(\d{1,4})天")
_EOM = re.compile(r"(?:EOM|NETEOM|月结)\+?(\d{0,4})(?:DAYS?|天)?(?:[/(]?(?:截止)?(\d{1,2})日?\)?)?")
_DAY = re.compile(r"DAY(\d{1,2})(?:\+(\d{1,2}))?")
_CN_DAY = re.compile(r"(每|当|次)月(\d{1,2})[日号]")
_PART = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)%@?(.*)")
_TIER = re.compile(r"(\d{1,2}(?:\.\d{1,2})?)/(\d{1,3})")


def parse_terms(text: str) -> PaymentTerms:
    """Read payment terms as the module describes them.

    Raises:
        BadTerms: cannot be read, or the parts are not 100 % together.
    """
    plain = unicodedata.normalize("NFKC", text).strip().upper()
    words = plain.replace(",", " ").split()
    tiers: list[DiscountTier] = []
    while words and (match := _TIER.fullmatch(words[0])):
        tiers.append(DiscountTier(_points(match[1]), int(match[2])))
        words.pop(0)
    rest = "".join(words)
    if not rest:
        raise BadTerms(text=text)
    parts = _parts(rest, text)
    best_first = tuple(sorted(tiers, key=lambda tier: tier.days))
    return PaymentTerms(text.strip(), parts, best_first)


def _parts(rest: str, text: str) -> tuple[Part, ...]:
    if "%" not in rest:
        return (_rule(rest, 10_000, text),)
    parts = []
    for piece in re.split(r"\+(?=\d{1,3}(?:\.\d+)?%)", rest):
        match = _PART.fullmatch(piece)
        if match is None:
            raise BadTerms(text=text)
        parts.append(_rule(match[2] or "0", _points(match[1]), text))
    if sum(part.weight for part in parts) != 10_000:
        raise BadTerms(text=text)
    return tuple(parts)


def _rule(rule: str, weight: int, text: str) -> Part:
    if rule in _CASH:
        return Part(weight)
    if match := _NET.fullmatch(rule) or _AFTER.fullmatch(rule):
        return Part(weight, days=int(match[1]))
    if match := _EOM.fullmatch(rule):
        cut_off = int(match[2]) if match[2] else 31
        if not 1 <= cut_off <= 31:
            raise BadTerms(text=text)
        return Part(weight, days=int(match[1] or 0), end_of_month=True, cut_off=cut_off)
    return _fixed(rule, weight, text)


def _fixed(rule: str, weight: int, text: str) -> Part:
    if match := _DAY.fullmatch(rule):
        day, months = int(match[1]), int(match[2] or 0)
    elif match := _CN_DAY.fullmatch(rule):
        day, months = int(match[2]), 1 if match[1] == "次" else 0
    else:
        raise BadTerms(text=text)
    if not 1 <= day <= 31:
        raise BadTerms(text=text)
    return Part(weight, day=day, months=months)


def _points(percent: str) -> int:
    whole, _, part = percent.partition(".")
    return int(whole) * 100 + int(f"{part}00"[:2])
