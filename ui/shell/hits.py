"""What the global search shows: one thing found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

#: Hits shown in each group.
FEW: Final = 6


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing found: group, icon, words, detail at the right, and where it leads."""

    group: str
    icon: str
    text: str
    detail: str
    address: str
