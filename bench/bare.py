"""The bare Qt table that lists are measured against: rows in memory and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt


class Rows(QAbstractTableModel):
    """Shows tuples as they are."""

    def __init__(self) -> None:
        super().__init__()
        self._found: Sequence[tuple[Any, ...]] = ()

    def show(self, found: Sequence[tuple[Any, ...]]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def rowCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008, N802  (Qt's)
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._found)

    def columnCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008, N802  (Qt's)
        """Return the six columns."""
        return 0 if parent.isValid() else 6

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a value as text."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return str(self._found[index.row()][index.column()])
