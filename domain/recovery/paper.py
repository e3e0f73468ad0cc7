"""The list of what is handed over (移交清单): claims, papers, what is still missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.customer import Company
from domain.papers import Addressee

#: The kind of paper it is.
HAND_OVER: Final = "hand_over_list"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverLine:
    """One claim; ``score`` is how well it is proved, in percent, ``missing`` worded."""

    number: str
    issued_on: date
    due_on: date | None
    amount: int
    open: int
    score: int
    missing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverPiece:
    """One paper handed over; no pages: a file beside the bundle."""

    number: int
    title: str
    proves: str
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverPaper:
    """The list, addressed to whom it is handed; total = Σ open of its lines.

    ``gaps`` are papers that are missing, with how to get them; ``fee`` is worded.
    """

    company: Company
    customer: Addressee
    debtor: Addressee
    number: str
    language: str
    currency: str
    issued_on: date
    as_of: date
    party: str
    fee: str
    lines: tuple[HandOverLine, ...]
    pieces: tuple[HandOverPiece, ...]
    gaps: tuple[tuple[str, str], ...]
    total: int
    copy: bool = False
