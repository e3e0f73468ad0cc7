"""Bank statements as the bank wrote them, before anything is booked.

Readers (``storage/bank``) hand over these values; figures stay the decimals of
the file, so that one with too many decimals can be shown and refused instead of
rounded. A line's amount is signed from the account holder: money in is positive.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from domain.reading.result import Problem, Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class BankLine:
    """One movement of an account.

    ``row`` is where it stands in the file (line or row from 1, in XML the entry's
    place). ``name`` and ``account`` are the other side's. ``text`` is all the
    words the payer or bank gave, ``reference`` a structured or end-to-end reference,
    ``serial`` the bank's own number of the movement, ``code`` its kind of movement.
    ``charges`` is what the bank kept back of it, where the file says so (positive).
    ``parts`` are the payments of a collective entry; they add up to ``amount`` or
    are left empty. ``is_neutral`` marks a movement that a wallet counts neither as
    income nor as expense; it is no part of the statement's sums. ``raw`` is the row
    as it stood.
    """

    row: int
    booked_on: date
    amount: Decimal
    currency: str
    value_on: date | None = None
    at: str = ""
    name: str = ""
    account: str = ""
    bank: str = ""
    text: str = ""
    reference: str = ""
    serial: str = ""
    code: str = ""
    balance: Decimal | None = None
    charges: Decimal = Decimal(0)
    is_reversal: bool = False
    is_neutral: bool = False
    parts: tuple[BankLine, ...] = ()
    raw: str = ""

    def payments(self) -> tuple[BankLine, ...]:
        """Return the movements to match: the parts of a collective entry, or the line."""
        return self.parts or (self,)


@dataclass(frozen=True, slots=True, kw_only=True)
class BankStatement:
    """What one statement of one account says; empty and None where it says nothing.

    ``number`` is the bank's number of the statement, ``owner`` the account holder.
    ``notes`` tells what the reader noticed and went on from (codes with facts).
    """

    format: str
    account: str
    currency: str
    lines: tuple[BankLine, ...]
    opening: Decimal | None = None
    closing: Decimal | None = None
    from_on: date | None = None
    to_on: date | None = None
    number: str = ""
    owner: str = ""
    notes: tuple[Problem, ...] = ()

    @property
    def credits(self) -> Decimal:
        """Money in, positive."""
        return _sum(line.amount for line in self.counted() if line.amount > 0)

    @property
    def debits(self) -> Decimal:
        """Money out, positive."""
        return -_sum(line.amount for line in self.counted() if line.amount < 0)

    @property
    def adds_up(self) -> bool | None:
        """Whether opening + lines = closing; None where a balance is missing."""
        if self.opening is None or self.closing is None:
            return None
        return self.opening + self.credits - self.debits == self.closing

    @property
    def first_on(self) -> date | None:
        """The date of the earliest line told (see ``told``)."""
        return min((line.booked_on for line in self.told()), default=None)

    @property
    def last_on(self) -> date | None:
        """The date of the latest line told (see ``told``)."""
        return max((line.booked_on for line in self.told()), default=None)

    def counted(self) -> list[BankLine]:
        """Return the lines that move the balance."""
        return [line for line in self.lines if not line.is_neutral]

    def told(self) -> Sequence[BankLine]:
        """Return the lines to count and date: those that move the balance.

        Where none does (an investment account, a file of notices), all of them.
        """
        return self.counted() or self.lines


@dataclass(frozen=True, slots=True, kw_only=True)
class BankFile:
    """A file of one or more statements, with the rows that could not be read."""

    format: str
    statements: tuple[BankStatement, ...]
    encoding: str = ""
    rejected: tuple[Rejection, ...] = ()
    headers: tuple[str, ...] = ()
    mapping: dict[str, object] = field(default_factory=dict)


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))


def with_parts(line: BankLine, parts: Sequence[BankLine]) -> BankLine:
    """Return a collective entry with its payments, where they add up to it.

    One payment lends its words to the entry instead; payments that do not add up
    stay out, and the entry is matched as a whole.
    """
    if len(parts) == 1:
        return line
    return replace(line, parts=tuple(parts)) if _adds_up(line, parts) else line


def _adds_up(line: BankLine, parts: Sequence[BankLine]) -> bool:
    same = all(part.currency == line.currency for part in parts)
    return bool(parts) and same and _sum(part.amount for part in parts) == line.amount
