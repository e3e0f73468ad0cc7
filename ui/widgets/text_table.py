"""A short table of plain texts: previews, rejected rows, rates, history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.theme import fonts, theme

_Index = QModelIndex | QPersistentModelIndex
_ROOT: Final = QModelIndex()
#: Rows looked at for the width of a column, and the widest a column starts with.
_MEASURED: Final = 60
_WIDEST: Final = 280
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class TextModel(QAbstractTableModel):
    """Rows of texts under headers; some columns are numbers, some rows are marked."""

    def __init__(self) -> None:
        super().__init__()
        self.headers: Sequence[str] = ()
        self.rows: Sequence[Sequence[str]] = ()
        self.right: frozenset[int] = frozenset()
        self.marked: frozenset[int] = frozenset()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.headers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, where it stands and its ink."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.rows[row][column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in self.right else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole and row in self.marked:
            return theme().colour("red")
        if role == Qt.ItemDataRole.FontRole and column in self.right:
            return fonts.number_font()
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a header, standing as its column does."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.headers):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in self.right else _LEFT
        return None

    def show(
        self,
        headers: Sequence[str],
        rows: Sequence[Sequence[str]],
        right: frozenset[int],
        marked: frozenset[int],
    ) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.headers, self.rows, self.right, self.marked = headers, rows, right, marked
        self.endResetModel()


class TextTable(QTableView):
    """Shows a :class:`TextModel`. Ctrl+C copies the selected rows with their headers.

    Signals:
        moved: another row is current (its place, -1 for none).
    """

    moved = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "texts")
        self.texts = TextModel()
        self.texts.setParent(self)
        self.setModel(self.texts)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        head = self.horizontalHeader()
        head.setProperty("role", "plain")
        head.setFixedHeight(28)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setStretchLastSection(True)
        theme().changed.connect(self.viewport().update)
        self.selectionModel().currentRowChanged.connect(
            lambda now, _old: self.moved.emit(now.row())
        )

    def selectRow(self, row: int) -> None:
        """Select a row alone, also while Ctrl is held: Qt's own would take it out again."""
        index = self.model().index(row, 0)
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)

    def show_texts(
        self,
        headers: Sequence[str],
        rows: Sequence[Sequence[str]],
        *,
        right: Sequence[int] = (),
        marked: frozenset[int] = frozenset(),
    ) -> None:
        """Show rows and give each column the width of what it holds."""
        self.texts.show(headers, rows, frozenset(right), marked)
        cells = QFontMetrics(fonts.font())
        for place, header in enumerate(headers):
            told = [header, *(row[place] for row in rows[:_MEASURED])]
            width = max(cells.horizontalAdvance(text) for text in told) + 32
            self.setColumnWidth(place, min(width, _WIDEST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, or move as tables do."""
        if event.matches(QKeySequence.StandardKey.Copy):
            picked = sorted({index.row() for index in self.selectedIndexes()})
            lines = [self.texts.headers, *(self.texts.rows[row] for row in picked)]
            QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))
        else:
            super().keyPressEvent(event)
