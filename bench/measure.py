"""Timing two ways of one thing in turns, and what is printed about it."""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from typing import Any, Final

#: Rounds of a measure that takes seconds, and of one that takes milliseconds.
FEW: Final = 5
MANY: Final = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A result: ``ours`` and ``floor`` are medians, ``best`` the ratio of the best rounds.

    ``goal`` and ``limit`` are ratios: not above them, or with ``better`` "higher"
    (rates) not below.
    """

    name: str
    ours: float
    floor: float
    unit: str
    size: int
    best: float
    goal: float | None = None
    limit: float | None = None
    better: str = "lower"
    note: str = ""

    @property
    def ratio(self) -> float:
        """Ours divided by the floor."""
        return self.ours / self.floor if self.floor else float("inf")

    @property
    def verdict(self) -> str:
        """Say "goal", "limit" (the limit is met) or "missed"; empty without a goal."""
        for name, bound in (("goal", self.goal), ("limit", self.limit)):
            if bound is None:
                continue
            if self.ratio <= bound if self.better == "lower" else self.ratio >= bound:
                return name
        return "missed" if self.limit is not None else ""

    def json(self) -> str:
        """Return the measure as one line of JSON."""
        found: dict[str, Any] = {
            "name": self.name,
            "ours": float(f"{self.ours:.4g}"),
            "floor": float(f"{self.floor:.4g}"),
            "ratio": round(self.ratio, 3),
            "unit": self.unit,
            "size": self.size,
            "best": round(self.best, 3),
            "better": self.better,
        }
        more = {"goal": self.goal, "limit": self.limit, "verdict": self.verdict, "note": self.note}
        found |= {key: value for key, value in more.items() if value not in {None, ""}}
        return json.dumps(found, ensure_ascii=False)

    def line(self) -> str:
        """Return the measure as a line of a table."""
        bounds = f"goal {self.goal:g}, limit {self.limit:g}" if self.goal and self.limit else ""
        return (
            f"{self.name:20} {self.ours:10.4g} {self.floor:10.4g} {self.unit:10} "
            f"{self.ratio:7.2f}x {self.verdict:7} {bounds}"
        )


def seconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes, without the collector of garbage in between."""
    gc.collect()
    gc.disable()
    try:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start
    finally:
        gc.enable()


def in_turns(
    ours: Callable[[], object], floor: Callable[[], object], rounds: int = FEW
) -> tuple[list[float], list[float]]:
    """Time both in turns, so that a slow moment of the machine meets both; one round is lost.

    The first round warms caches and is not counted.
    """
    pairs = [(seconds(ours), seconds(floor)) for _ in range(rounds + 1)]
    return [pair[0] for pair in pairs[1:]], [pair[1] for pair in pairs[1:]]


def compared(
    name: str,
    times: tuple[list[float], list[float]],
    *,
    size: int,
    goal: float | None = None,
    limit: float | None = None,
    note: str = "",
) -> Measure:
    """Return a measure of seconds from the times of ours and of the floor."""
    ours, floor = times
    return Measure(
        name=name,
        ours=median(ours),
        floor=median(floor),
        unit="s",
        size=size,
        best=min(ours) / min(floor),
        goal=goal,
        limit=limit,
        note=note,
    )


def rated(
    name: str,
    times: tuple[list[float], list[float]],
    count: int,
    *,
    unit: str,
    size: int,
    goal: float | None = None,
    limit: float | None = None,
    note: str = "",
) -> Measure:
    """Return a measure of things per second from the times for ``count`` of them."""
    ours, floor = times
    return Measure(
        name=name,
        ours=count / median(ours),
        floor=count / median(floor),
        unit=unit,
        size=size,
        best=min(floor) / min(ours),
        goal=goal,
        limit=limit,
        better="higher",
        note=note,
    )
