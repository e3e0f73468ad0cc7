"""Money as integer minor units with a currency; never a float.

The decimals follow ISO 4217: 2 for most currencies, 0 for JPY or KRW, 3 for
KWD or BHD. Division happens only through :func:`apportion`, whose pieces add
up to the whole, and :func:`share`, which rounds half up once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from domain.errors import CurrencyMismatch, TooManyDecimals

#: ISO 4217 currencies whose minor unit is not a hundredth.
_DECIMALS: Final = {
    **dict.fromkeys(("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW"), 0),
    **dict.fromkeys(("PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"), 0),
    **dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3),
}

#: Largest amount kept, in minor units: ninety of the largest still add up within 64 bits.
MAX_MINOR: Final = 10**17 - 1


def decimals(currency: str) -> int:
    """Return how many decimals the currency has (CNY 2, JPY 0, KWD 3)."""
    return _DECIMALS.get(currency, 2)


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An amount of one currency in its minor unit (fen, cent, yen)."""

    minor: int
    currency: str

    def __add__(self, other: Money) -> Money:
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.minor - self._same(other), self.currency)

    def __neg__(self) -> Money:
        return Money(-self.minor, self.currency)

    def __abs__(self) -> Money:
        return Money(abs(self.minor), self.currency)

    def __bool__(self) -> bool:
        return self.minor != 0

    def __lt__(self, other: Money) -> bool:
        return self.minor < self._same(other)

    def __le__(self, other: Money) -> bool:
        return self.minor <= self._same(other)

    def __gt__(self, other: Money) -> bool:
        return self.minor > self._same(other)

    def __ge__(self, other: Money) -> bool:
        return self.minor >= self._same(other)

    def __str__(self) -> str:
        return f"{self.currency} {plain(self.minor, self.currency)}"

    def _same(self, other: Money) -> int:
        if other.currency != self.currency:
            raise CurrencyMismatch(expected=self.currency, found=other.currency)
        return other.minor

    @property
    def amount(self) -> Decimal:
        """The amount as a decimal number of the major unit."""
        return Decimal(self.minor).scaleb(-decimals(self.currency))


def zero(currency: str) -> Money:
    """Return nothing of a currency."""
    return Money(0, currency)


def from_decimal(amount: Decimal, currency: str) -> Money:
    """Return the exact money, refusing more decimals than the currency has.

    Raises:
        TooManyDecimals: 0.005 CNY, or 0.5 JPY, would have to be rounded.
    """
    minor = amount.scaleb(decimals(currency))
    if minor != minor.to_integral_value():
        raise TooManyDecimals(amount=str(amount), currency=currency)
    return Money(int(minor), currency)


def plain(minor: int, currency: str) -> str:
    """Write minor units as a plain number with the currency's decimals: 123450 CNY → 1234.50."""
    places = decimals(currency)
    sign = "-" if minor < 0 else ""
    if places == 0:
        return f"{minor}"
    whole, part = divmod(abs(minor), 10**places)
    return f"{sign}{whole}.{part:0{places}d}"


def grouped(minor: int, currency: str) -> str:
    """Write minor units with thousands separators: 123456789 CNY → 1,234,567.89."""
    places = decimals(currency)
    sign = "-" if minor < 0 else ""
    if places == 0:
        return f"{minor:,}"
    whole, part = divmod(abs(minor), 10**places)
    return f"{sign}{whole:,}.{part:0{places}d}"


def round_half_up(numerator: int, denominator: int) -> int:
    """Divide two integers, rounding halves away from zero (commercial rounding)."""
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    quotient, rest = divmod(abs(numerator), denominator)
    if 2 * rest >= denominator:
        quotient += 1
    return quotient if numerator >= 0 else -quotient


def share(minor: int, part: int, whole: int) -> int:
    """Return the part/whole share of minor units, rounded half up once.

    Worked: the share of 333.33 base for 100 of 400 is 83.33.
    """
    return round_half_up(minor * part, whole)


def apportion(minor: int, weights: Sequence[int]) -> list[int]:
    """Split minor units by weights so that the pieces add up to the whole.

    Each piece is the difference of two rounded running shares, so no piece is
    off by more than one minor unit: 100 by 1, 1, 1 gives 33, 34, 33.
    """
    total = sum(weights)
    if total == 0:
        return [0 for _ in weights]
    pieces, running, given = [], 0, 0
    for weight in weights:
        running += weight
        upto = round_half_up(minor * running, total)
        pieces.append(upto - given)
        given = upto
    return pieces


def convert(money: Money, rate: Decimal, base: str) -> Money:
    """Return money in the base currency; rate is base units per one unit of the money.

    Worked (Tryton's case C68): 400.00 EUR at 1/1.2 is 333.33.
    """
    exact = money.amount * rate
    scaled = exact.scaleb(decimals(base))
    numerator, denominator = scaled.as_integer_ratio()
    return Money(round_half_up(numerator, denominator), base)
