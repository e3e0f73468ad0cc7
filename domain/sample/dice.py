"""Chance that falls the same on every computer and Python: whole numbers from a named seed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Final, TypeVar

T = TypeVar("T")
_MASK: Final = 2**64 - 1


class Dice:
    """A stream of numbers that depends on its name alone (splitmix64)."""

    def __init__(self, name: str) -> None:
        self._state = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big")

    def upto(self, limit: int) -> int:
        """Return a number from 0 to ``limit`` - 1."""
        self._state = (self._state + 0x9E3779B97F4A7C15) & _MASK
        mixed = self._state
        mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & _MASK
        return (mixed ^ (mixed >> 31)) % limit

    def between(self, low: int, high: int) -> int:
        """Return a number from ``low`` to ``high``, both possible, all alike."""
        return low + self.upto(high - low + 1)

    def around(self, low: int, high: int) -> int:
        """Return a number from ``low`` to ``high``, more often near the middle."""
        return (self.between(low, high) + self.between(low, high)) // 2

    def chance(self, permille: int) -> bool:
        """Return True ``permille`` times in a thousand."""
        return self.upto(1000) < permille

    def pick(self, values: Sequence[T]) -> T:
        """Return one of the values."""
        return values[self.upto(len(values))]
