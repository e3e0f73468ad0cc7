"""Which of several amounts add up to a sum: a search that always ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

#: More sets than these say no more than that there are many.
ENOUGH: Final = 12

Chosen = tuple[int, ...]


class Budget:
    """Steps that are left for one payment; a step is one sum looked at."""

    __slots__ = ("left",)

    def __init__(self, steps: int) -> None:
        self.left = steps

    def takes(self, steps: int) -> bool:
        """Use so many steps, or none and return False where there are not as many."""
        if steps > self.left:
            return False
        self.left -= steps
        return True


def exact_sets(
    amounts: Sequence[int], target: int, budget: Budget, *, largest: int
) -> tuple[list[Chosen], bool]:
    """Return sets of places whose amounts add up to the target, and whether all were tried.

    Amounts may be negative (credit notes). The list is halved and each half's sums are
    made: of 24 amounts that is 8,192 sums, not 16 million. With more amounts than the
    budget allows, all pairs are tried, and all sets of the first ones (the oldest).
    Sets larger than ``largest`` are left out, and sets of one where it is 2.
    """
    if largest < 1 or not amounts:
        return [], True
    places = _useful(amounts, target)
    kept = [amounts[place] for place in places]
    if largest == 2 and budget.takes(len(kept)):
        return [(places[one], places[other]) for one, other in _pairs(kept, target)], True
    count, whole = len(kept), True
    while count > 0 and not budget.takes(_cost(count)):
        count, whole = max(count - 2, 0), False
    found: dict[Chosen, None] = dict.fromkeys(_halved(kept[:count], target, largest))
    if not whole and largest > 1 and budget.takes(len(kept)):
        found.update(dict.fromkeys(_pairs(kept, target)))
    sets = [tuple(places[n] for n in chosen) for chosen in found]
    return sets[:ENOUGH], whole


def _useful(amounts: Sequence[int], target: int) -> list[int]:
    """Return the places of amounts that can be in a set: none above what may be paid."""
    most = target - sum(amount for amount in amounts if amount < 0)
    return [place for place, amount in enumerate(amounts) if amount <= most]


def _cost(count: int) -> int:
    half = count // 2
    return (1 << half) + (1 << (count - half))


def _halved(amounts: Sequence[int], target: int, largest: int) -> list[Chosen]:
    half = len(amounts) // 2
    sums, marks = _sums(amounts[:half], 0)
    others, other_marks = _sums(amounts[half:], half)
    first = dict(zip(sums, marks, strict=True))
    wanted = [
        (target - other, mark)
        for other, mark in zip(others, other_marks, strict=True)
        if target - other in first
    ]
    found = []
    for need, mark in wanted[: 4 * ENOUGH]:
        same = [first[need]]
        if len(first) < len(sums):
            same = [one for total, one in zip(sums, marks, strict=True) if total == need]
        found += [one | mark for one in same[:ENOUGH] if 0 < (one | mark).bit_count() <= largest]
    found.sort(key=lambda mark: (mark.bit_count(), mark))
    return [_places(mark) for mark in found]


def _sums(amounts: Sequence[int], offset: int) -> tuple[list[int], list[int]]:
    """Return the sum of every set, and the set as bits."""
    sums, marks = [0], [0]
    for place, amount in enumerate(amounts, start=offset):
        bit = 1 << place
        sums += [total + amount for total in sums]
        marks += [mark | bit for mark in marks]
    return sums, marks


def _places(mark: int) -> Chosen:
    return tuple(place for place in range(mark.bit_length()) if mark >> place & 1)


def _pairs(amounts: Sequence[int], target: int) -> list[tuple[int, int]]:
    first: dict[int, int] = {}
    found: list[tuple[int, int]] = []
    for place, amount in enumerate(amounts):
        other = first.get(target - amount)
        if other is not None:
            found.append((other, place))
        first.setdefault(amount, place)
    return found[:ENOUGH]
