"""Concentration: how much hangs on a few customers, groups or currencies (集中度)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import accumulate
from typing import Final, Generic, TypeVar

K = TypeVar("K")

#: Largest how many are told together.
TOPS: Final = (1, 3, 5, 10)


class Band(StrEnum):
    """How concentrated an index is: below 1,500, up to 2,500, above."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(Generic[K]):
    """One holder of a part of the whole; ``share`` and ``cumulated`` are percent."""

    key: K
    minor: int
    share: Fraction
    cumulated: Fraction


def ranked(amounts: Mapping[K, int]) -> list[Share[K]]:
    """Return the shares, largest first, equal ones by key.

    Who owes nothing, or is owed, has no share. Worked: 40, 25, 15, 10, 5, 5 cumulate to
    40, 65, 80, 90, 95, 100 %.
    """
    owing = [(key, minor) for key, minor in amounts.items() if minor > 0]
    owing.sort(key=lambda pair: (-pair[1], str(pair[0])))
    total = sum(minor for _, minor in owing)
    return [
        Share(
            key=key,
            minor=minor,
            share=Fraction(100 * minor, total),
            cumulated=Fraction(100 * running, total),
        )
        for (key, minor), running in zip(
            owing, accumulate(minor for _, minor in owing), strict=True
        )
    ]


def top(shares: Sequence[Share[K]], count: int) -> Fraction:
    """Return the percent of the ``count`` largest of :func:`ranked`; 0 when there are none."""
    found = shares[:count]
    return found[-1].cumulated if found else Fraction(0)


def hhi(amounts: Iterable[int]) -> Fraction | None:
    """Return the Herfindahl-Hirschman index Σ share²: 10,000 when one has all.

    Worked: shares of 40, 25, 15, 10, 5 and 5 % give 2,600. None when nobody has a share.
    """
    owing = [minor for minor in amounts if minor > 0]
    total = sum(owing)
    return (
        Fraction(10_000 * sum(minor * minor for minor in owing), total * total) if total else None
    )


def band(index: Fraction) -> Band:
    """Return how concentrated an index is: 2,600 is high.

    Source: US merger guidelines of 2010, 1,500 and 2,500 both still moderate.
    """
    if index < 1_500:
        return Band.LOW
    return Band.MODERATE if index <= 2_500 else Band.HIGH
