"""What reading a cell gives: a value, nothing, or a problem."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class Problem(NamedTuple):
    """Why a cell or row was refused: a code of ``codes.py`` and its facts."""

    code: str
    facts: Mapping[str, object] = {}


class Reading(NamedTuple, Generic[T]):
    """A value, or why there is none; both None: the cell is empty.

    ``currency`` is the one that an amount's own text names, None when it names none.
    """

    value: T | None = None
    problem: Problem | None = None
    currency: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the cell held nothing."""
        return self.value is None and self.problem is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """One reason why a row of a file was not taken, for the list of rejected rows."""

    row: int
    code: str
    column: str = ""
    value: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


def refuse(code: str, **facts: object) -> Problem:
    """Return a problem with its facts."""
    return Problem(code, facts)
