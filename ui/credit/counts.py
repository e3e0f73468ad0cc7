"""Live counts of the Credit screen's tabs."""

from __future__ import annotations

from domain.credit.check import Level
from domain.ports import BookReader
from domain.services.credit_check import standings
from ui.context import AppContext


def blocked(reader: BookReader, ctx: AppContext) -> int:
    """Return how many customers are blocked."""
    found = standings(reader, ctx.as_of).values()
    return sum(one.verdict is Level.BLOCK for one in found)
