"""A letter that should not have gone out: void, with its number, for all to see.

The number stays taken, so the series has no gap; the paper stays as it was issued, and its
reprint says that it is void.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from domain.ports_records import RecordReads


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperVoid:
    """An issued paper was declared void, and why."""

    KIND: ClassVar[str] = "paper_void"

    paper_id: int
    number: str
    reason: str


def voided(reader: RecordReads) -> dict[int, PaperVoid]:
    """Return the papers that are void, by their ids."""
    return {one.value.paper_id: one.value for one in reader.records(PaperVoid)}
