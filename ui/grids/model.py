"""The model of a grid: rows in hand, headings between them, boxes and typed amounts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ui.lists.columns import Column
from ui.lists.model import CLIP_ROLE, ROW_ROLE

Index = QModelIndex | QPersistentModelIndex
_CHECK: Final = int(Qt.ItemDataRole.CheckStateRole)


@dataclass(frozen=True, slots=True)
class Group:
    """A heading between rows: its words, a count and sum beside them, its box."""

    key: str
    text: str
    detail: str = ""
    state: Qt.CheckState | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a grid's rows are to it.

    Attributes:
        checked: state of a row's box, None for none.
        editable: whether the amount of the ``edits`` column can be typed.
        edits: key of the column that is typed into.
        note: words in place of the columns from ``note_from`` on, "" for none.
        quiet: rows in secondary ink.
        name: what a screen reader calls a row's box.
    """

    checked: Callable[[Any], Qt.CheckState | None] = lambda _row: None
    editable: Callable[[Any], bool] = lambda _row: False
    edits: str = ""
    note: Callable[[Any], str] = lambda _row: ""
    note_from: str = ""
    quiet: Callable[[Any], bool] = lambda _row: False
    name: Callable[[Any], str] = str


class GridModel(QAbstractTableModel):
    """A table over rows in hand.

    Signals:
        toggled: the box of a row or heading was clicked (the row).
        typed: an amount was typed (the row, minor units or None for none).
    """

    toggled = Signal(object)
    typed = Signal(object, object)

    def __init__(
        self, columns: Sequence[Column], language: Callable[[], str], rules: Rules
    ) -> None:
        super().__init__()
        self.columns = list(columns)
        self.rules = rules
        self._language = language
        self._rows: list[Any] = []

    def rows(self) -> list[Any]:
        """Return what is shown, headings included."""
        return self._rows

    def loaded(self) -> list[Any]:
        """Return the rows without their headings."""
        return [row for row in self._rows if not isinstance(row, Group)]

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows, or the same ones with other figures."""
        if len(rows) == len(self._rows):
            self._rows = list(rows)
            if rows:
                last = self.index(len(rows) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_at(self, row: int) -> Any:
        """Return a row or heading, None past the end."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def state_of(self, row: Any) -> Qt.CheckState | None:
        """Return the state of a row's or heading's box."""
        return row.state if isinstance(row, Group) else self.rules.checked(row)

    def can_edit(self, index: Index) -> bool:
        """Whether the cell takes a typed amount."""
        row = self.row_at(index.row())
        if row is None or isinstance(row, Group):
            return False
        return self.columns[index.column()].key == self.rules.edits and self.rules.editable(row)

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many rows there are, headings included."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Boxes can be ticked, amounts typed."""
        flags = super().flags(index)
        if not index.isValid():
            return flags
        if self.columns[index.column()].kind == "check":
            if self.state_of(self._rows[index.row()]) is not None:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
        elif self.can_edit(index):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return words, box, row object or plain number of a cell."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None or role == ROW_ROLE:
            return row
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.alignment()
        if column.kind == "check":
            return self._check_data(row, role)
        if role not in (Qt.ItemDataRole.DisplayRole, CLIP_ROLE):
            return None
        return self._words(row, index.column(), clip=role == CLIP_ROLE)

    def _words(self, row: Any, at: int, *, clip: bool) -> str:
        column, language = self.columns[at], self._language()
        if isinstance(row, Group):
            first = 1 if self.columns[0].kind == "check" else 0
            return f"{row.text} {row.detail}".strip() if at == first else ""
        if column.key == self.rules.note_from and self.rules.note(row):
            return self.rules.note(row)
        return column.clip(row, language) if clip else column.text(row, language)

    def _check_data(self, row: Any, role: int) -> Any:
        state = self.state_of(row)
        if state is None:
            return None
        if role == _CHECK:
            return state
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.text if isinstance(row, Group) else self.rules.name(row)
        return None

    def setData(self, index: Index, value: Any, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        """Tick a box or take a typed amount; the screen decides what follows."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return False
        if role == _CHECK and self.state_of(row) is not None:
            self.toggled.emit(row)
            return True
        if role == Qt.ItemDataRole.EditRole and self.can_edit(index):
            self.typed.emit(row, value)
            return True
        return False

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        """Return the column's words."""
        if orientation == Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.columns[section].words() if section < len(self.columns) else None
