"""Whether the balances beside the movements follow each other, and where from and to.

Every movement leads from one balance to the next: from the balance beside it less its
amount, to that balance. Together they are one chain when all balances but the first and
the last are both reached and left. That holds in whatever order the rows stand: newest
first, oldest first, or mixed within one second.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from domain.bank import BankLine

#: Breaks named one by one.
_NAMED: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """A movement that does not begin where the one before it ended.

    ``told`` is the balance before it, ``found`` the one that its own balance and amount
    say it began with.
    """

    row: int
    told: Decimal
    found: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Balances of a statement's lines.

    ``opening`` is known only where two and more lines follow each other without a
    break; ``closing`` is the newest balance, where at least half of them do. ``breaks``
    are the first few of ``count``; ``is_out_of_order`` says that dates and balances run
    against each other.
    """

    opening: Decimal | None = None
    closing: Decimal | None = None
    breaks: tuple[Break, ...] = ()
    count: int = 0
    is_out_of_order: bool = False


def pieces(amounts: Sequence[Decimal | None], balances: Sequence[Decimal | None]) -> int:
    """Return into how many chains movements fall; 1 where all follow each other.

    Movements without amount or balance are no part of a chain.
    """
    pairs = [
        (amount, balance)
        for amount, balance in zip(amounts, balances, strict=True)
        if amount and balance is not None
    ]
    ends = Counter(balance for _, balance in pairs)
    ends.subtract(balance - amount for amount, balance in pairs)
    return max(1, sum(count for count in ends.values() if count > 0)) if pairs else 0


def follow(lines: Sequence[BankLine]) -> Chain:
    """Return the chain that the balances of the lines make; neutral lines are no part of it."""
    kept = [line for line in lines if line.balance is not None and not line.is_neutral]
    moved = [line for line in kept if line.amount]
    if len(moved) < 2:
        return Chain(closing=kept[-1].balance if len(kept) == 1 else None)
    starts = Counter(_before(line) for line in moved)
    starts.subtract(_after(line) for line in moved)
    breaks = sum(count for count in starts.values() if count > 0) - 1
    if breaks == 0:
        return _whole(moved, starts)
    order = _order(moved)
    if order == 0:
        return Chain(is_out_of_order=True)
    ordered = moved[::order]
    if breaks < 0:
        return Chain(opening=_before(ordered[0]), closing=_after(ordered[-1]))
    closing = _after(ordered[-1]) if 2 * (breaks + 1) <= len(moved) else None
    return Chain(closing=closing, breaks=_breaks(ordered, starts), count=breaks)


def _before(line: BankLine) -> Decimal:
    return _after(line) - line.amount


def _after(line: BankLine) -> Decimal:
    return line.balance if line.balance is not None else Decimal(0)


def _order(lines: Sequence[BankLine]) -> int:
    """Return 1 where the oldest line stands first, -1 where the newest does, 0 unclear."""
    pairs = list(pairwise(lines))
    down = sum(_after(one) == _before(other) for one, other in pairs)
    up = sum(_after(other) == _before(one) for one, other in pairs)
    first, last = _moment(lines[0]), _moment(lines[-1])
    if first == last:
        return 1 if down >= up else -1
    dated = 1 if first < last else -1
    same_day = lines[0].booked_on == lines[-1].booked_on
    if same_day or (up <= down if dated > 0 else down <= up):
        return dated
    return 0 if 2 * max(up, down) >= len(pairs) else dated


def _moment(line: BankLine) -> tuple[int, str]:
    return line.booked_on.toordinal(), line.at


def _whole(lines: Sequence[BankLine], starts: Counter[Decimal]) -> Chain:
    """Return the chain without a break, unless it runs against the dates."""
    opening = next(balance for balance, count in starts.items() if count > 0)
    closing = next(balance for balance, count in starts.items() if count < 0)
    first = min(line.booked_on for line in lines if _before(line) == opening)
    last = max(line.booked_on for line in lines if _after(line) == closing)
    if first > last:
        return Chain(is_out_of_order=True)
    return Chain(opening=opening, closing=closing)


def _breaks(ordered: Sequence[BankLine], starts: Counter[Decimal]) -> tuple[Break, ...]:
    """Return the first lines that begin where no other ends, the first of all left out."""
    left = {balance: count for balance, count in starts.items() if count > 0}
    found: list[Break] = []
    for place, line in enumerate(ordered):
        before = _before(line)
        if left.get(before, 0) <= 0:
            continue
        left[before] -= 1
        if place:
            told = _after(ordered[place - 1])
            found.append(Break(row=line.row, told=told, found=before))
        if len(found) == _NAMED:
            break
    return tuple(found)
