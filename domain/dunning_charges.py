"""What dunning charges beside the principal: interest and fees, claims of their own.

Neither is added to an invoice, and neither ends when the invoice is paid: both wait until a
person claims them by a debit note, gives them up, or the invoice is voided (case C16).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Any, Final

from domain.interest import Caution, Interest, LateDebt, Segment
from domain.money import round_half_up


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFee:
    """A fee that a letter charged and nothing has claimed; ``letter`` is the letter's number."""

    dunned_id: int
    item_id: int
    customer_id: int
    currency: str
    number: str
    level: int
    charged_on: date
    minor: int
    letter: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DunnedItem:
    """An item whose interest a letter has claimed, and the way it did.

    ``disputed``: something of it is in dispute.
    """

    item_id: int
    document_id: int
    customer_id: int
    currency: str
    mode: str
    disputed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedRun:
    """A run as it was released: procedures and everything left out, in ``value``."""

    id: int
    run_on: date
    value: Mapping[str, Any]
    user: str
    released_at: str
    letters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterInterest:
    """The interest that a letter claims.

    ``daily`` is what one more day costs on what the letter claims; ``fixed`` are sums for
    costs by the law. The segments of all debts add up to ``amount``.
    """

    found: tuple[Interest, ...] = ()
    daily: int = 0
    cautions: tuple[Caution, ...] = ()

    @property
    def segments(self) -> tuple[tuple[str, Segment], ...]:
        """The segments with the number of their debt."""
        return tuple((one.number, part) for one in self.found for part in one.segments)

    @property
    def amount(self) -> int:
        """The interest: the sum of the segments."""
        return sum(one.amount for one in self.found)

    @property
    def fixed(self) -> int:
        """The sums for costs."""
        return sum(one.fixed for one in self.found)

    def of_item(self, item_id: int) -> int:
        """The interest of one item."""
        return sum(part.amount for _n, part in self.segments if part.item_id == item_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCharges:
    """What a customer owes beside principal and nothing has claimed yet."""

    customer_id: int
    currency: str
    fees: tuple[OpenFee, ...] = ()
    interest: tuple[Interest, ...] = ()
    cautions: tuple[Caution, ...] = field(default=())

    @property
    def fee_total(self) -> int:
        """The sum of the fees."""
        return sum(one.minor for one in self.fees)

    @property
    def interest_total(self) -> int:
        """The interest with the sums for costs."""
        return sum(one.total for one in self.interest)

    @property
    def total(self) -> int:
        """Fees and interest."""
        return self.fee_total + self.interest_total


def daily(found: Interest, debt: LateDebt, day: date) -> Fraction:
    """Return what the day after ``day`` adds, exactly: principal × rate of the last segment.

    Worked: 366,250.00 at 0.05 % a day adds 183.125 a day, printed as 183.13.
    """
    total = Fraction(0)
    for item in debt.items:
        own = [one for one in found.segments if one.item_id == item.id]
        if own and own[-1].end > day:
            left = item.principal(own[-1].end)
            total += own[-1].rate.a_day(left, found.mode.year)
    return total


def rounded(exact: Fraction) -> int:
    """Round minor units half up, once."""
    return round_half_up(exact.numerator, exact.denominator)


def without(debt: LateDebt, disputed: Mapping[int, int]) -> LateDebt:
    """Return a debt less what is disputed of its items, which no letter claims interest on.

    Worked: 52,180.00 of which 12,180.00 is disputed bears interest on 40,000.00.
    """
    items = tuple(
        replace(item, amount=item.amount - disputed.get(item.id, 0)) for item in debt.items
    )
    return replace(debt, items=items)


_FEE_WORDS: Final = {"zh": "催款费：", "en": "Dunning fees: "}
_FEE_LINE: Final = {"zh": "{number}（{letter}，{day}）", "en": "{number} ({letter}, {day})"}


def fee_words(fees: Iterable[OpenFee], language: str) -> str:
    """Return what a debit note of fees says: for which invoices, by which letters."""
    told = (
        _FEE_LINE[language].format(
            number=one.number, letter=one.letter, day=one.charged_on.isoformat()
        )
        for one in fees
    )
    return _FEE_WORDS[language] + ("；" if language == "zh" else "; ").join(told)
