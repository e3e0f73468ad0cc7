"""A workbook's sheets, whoever reads them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from domain.reading.cells import Cell


class ReadRows(Protocol):
    """Returns rows from A1 on, all as wide as the widest; ``count``: only the first ones."""

    def __call__(self, *, count: int | None = None) -> list[list[Cell]]:
        """Return the rows."""


class Sheet(NamedTuple):
    """A sheet that was opened; ``width`` is 0 where nothing stands in it."""

    name: str
    width: int
    rows: ReadRows


class Entry(NamedTuple):
    """A sheet in a workbook's list, opened when it is wanted."""

    name: str
    is_visible: bool
    open: Callable[[], Sheet]
