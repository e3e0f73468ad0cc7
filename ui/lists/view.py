"""The table itself: selection kept by id, check cells, hover, type-to-find."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from domain.listing import ListFilter
from ui.lists.delegate import ROW_HEIGHT, RowDelegate
from ui.lists.header import HEIGHT, ListHeader
from ui.lists.model import ListModel
from ui.lists.widths import Widths
from ui.theme import theme

#: More selected rows than this are not carried over a new sort one by one.
CARRY: Final = 5_000
_SELECT: Final = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
_TOGGLE: Final = QItemSelectionModel.SelectionFlag.Toggle | QItemSelectionModel.SelectionFlag.Rows
_NO_KEYS: Final = Qt.KeyboardModifier.NoModifier


class WholeRows(QWidget):
    """Holds a table so that its last row is never partly drawn."""

    def __init__(self, view: QTableView) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._view = view
        view.setParent(self)
        self.setFocusProxy(view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the height that no whole row fills empty."""
        super().resizeEvent(event)
        spare = (self.height() - HEIGHT) % ROW_HEIGHT if self.height() > HEIGHT else 0
        self._view.setGeometry(0, 0, self.width(), self.height() - spare)


class ListView(QTableView):
    """Shows a :class:`ListModel`.

    Signals:
        current_moved: another row is current (its id, or None).
        chosen: Enter or a double click on a row (its id).
        selection_moved: which rows are selected changed (sent once per turn).
        typed: a character that starts a search.
    """

    current_moved = Signal(object)
    chosen = Signal(object)
    selection_moved = Signal()
    typed = Signal(str)

    def __init__(
        self, model: ListModel, language: Any, *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.rows: ListModel = model
        self._remembered: list[int] = []
        self._all: ListFilter | None = None
        self._current: int | None = None
        self._ticking = False
        self.delegate = RowDelegate(model.columns, language, self)
        self.header = ListHeader(model.columns, self)
        self._quiet = QTimer(self, singleShot=True, interval=0)
        self._quiet.timeout.connect(self.selection_moved)
        self._set_up()
        self.setModel(model)
        self.widths = Widths(self, language)
        self._wire(model)

    def _set_up(self) -> None:
        self.setHorizontalHeader(self.header)
        self.setItemDelegate(self.delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        theme().changed.connect(self.viewport().update)

    def _wire(self, model: ListModel) -> None:
        model.modelAboutToBeReset.connect(self._remember)
        model.placed.connect(self._restore)
        model.arrived.connect(self._arrived)
        model.rows_arrived.connect(self.widths.fit)
        self.header.check_clicked.connect(self._toggle_all)
        self.header.sort_asked.connect(self._sort)
        self.doubleClicked.connect(self._choose)
        self.selectionModel().selectionChanged.connect(lambda *_args: self._quiet.start())
        self.selectionModel().currentRowChanged.connect(lambda now, _old: self._moved(now))

    # order

    def _sort(self, section: int) -> None:
        column, order = self.rows.columns[section], self.rows.order
        descending = not order.descending if order.key == column.order else column.descending
        direction = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.header.show_order(column.order, descending)
        self.remember_selection()
        self.rows.sort(section, direction)

    # selection

    def selected_count(self) -> int:
        """Return how many rows are selected, counting ranges only."""
        return sum(one.bottom() - one.top() + 1 for one in self._ranges())

    def _ranges(self) -> list[QItemSelectionRange]:
        # Moved columns split a row into ranges; the first column stands in each row once.
        selection = self.selectionModel().selection()
        every = [selection.at(place) for place in range(selection.count())]
        return [one for one in every if one.left() == 0]

    def selected_rows(self) -> list[int]:
        """Return the selected rows in order."""
        rows: list[int] = []
        for one in self._ranges():
            rows.extend(range(one.top(), one.bottom() + 1))
        return sorted(rows)

    def selected_ids(self) -> list[int]:
        """Return the ids of selected rows whose place is known, in the list's order."""
        ids = (self.rows.id_at(row) for row in self.selected_rows())
        return [key for key in ids if key is not None]

    def all_selected(self) -> bool:
        """Whether the whole filter is selected."""
        count = self.rows.rowCount()
        return count > 0 and self.selected_count() == count

    def current_id(self) -> int | None:
        """Return the id of the current row."""
        index = self.currentIndex()
        return self.rows.id_at(index.row()) if index.isValid() else None

    def select_id(self, key: int) -> None:
        """Select a row by id once its place is known, and scroll to it."""
        self._remembered, self._current, self._all = [key], key, None
        self.rows.want([key])
        for row in range(min(self.rows.rowCount(), 400)):
            if self.rows.id_at(row) == key:
                self._restore({key: row})
                return

    def remember_selection(self) -> None:
        """Note what is selected by id, to be selected again in a new order."""
        whole = self.all_selected()
        self._all = self.rows.where if whole else None
        few = not whole and self.selected_count() <= CARRY
        self._remembered = self.selected_ids() if few else []
        self._current = self.current_id()
        current = [] if self._current is None else [self._current]
        self.rows.want([*self._remembered, *current])

    def _remember(self) -> None:
        if self.rows.rowCount():
            self.remember_selection()

    def _restore(self, places: dict[int, int]) -> None:
        selection, model = self.selectionModel(), self.rows
        picked = QItemSelection()
        for key in self._remembered:
            if key in places:
                left = model.index(places[key], 0)
                picked.select(left, model.index(places[key], len(model.columns) - 1))
        selection.select(picked, _SELECT)
        if self._current in places:
            index = model.index(places[self._current], 0)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)
        left_over = [key for key in self._remembered if key not in places]
        self._remembered = left_over

    def _arrived(self) -> None:
        self.header.show_order(self.rows.order.key, self.rows.order.descending)
        if self._all is not None and self._all == self.rows.where:
            self.selectAll()
        self._all = None
        self._quiet.start()

    def _toggle_all(self) -> None:
        if self.all_selected():
            self.clearSelection()
        else:
            self.selectAll()

    def _moved(self, now: QModelIndex) -> None:
        self.viewport().update()
        self.current_moved.emit(self.rows.id_at(now.row()) if now.isValid() else None)

    def _choose(self, index: QModelIndex) -> None:
        key = self.rows.id_at(index.row())
        if key is not None and self.rows.columns[index.column()].kind != "check":
            self.chosen.emit(key)

    def show_check_state(self) -> None:
        """Set the box in the head from what is selected."""
        count = self.selected_count()
        state = Qt.CheckState.PartiallyChecked if count else Qt.CheckState.Unchecked
        self.header.show_check(Qt.CheckState.Checked if self.all_selected() else state)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space selects, other characters start a search."""
        key, index = event.key(), self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            row_id = self.rows.id_at(index.row())
            if row_id is not None:
                self.chosen.emit(row_id)
        elif key == Qt.Key.Key_Space and index.isValid():
            self._tick(index)
        elif self._starts_search(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _tick(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Space or a box ticks a row; from then on the arrows move without selecting.

        The first tick keeps the one row that the arrows had selected.
        """
        only = self.selected_count() == 1 and self.selectionModel().isRowSelected(index.row())
        if self._ticking or not only:
            self.selectionModel().select(index, _TOGGLE)
        self._ticking = True

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Keep what is ticked while the arrows move; a plain click starts anew."""
        plain = getattr(event, "modifiers", lambda: _NO_KEYS)() == _NO_KEYS
        if self._ticking and plain and isinstance(event, QKeyEvent):
            return QItemSelectionModel.SelectionFlag.NoUpdate
        if plain and event is not None and event.type() == QEvent.Type.MouseButtonPress:
            self._ticking = False
        return super().selectionCommand(index, event)

    def _starts_search(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        return not held and bool(event.text()) and event.text().isprintable()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the box adds or removes the row, as a word processor's list does."""
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and index.isValid() and self.rows.columns[index.column()].kind == "check":
            self._ticking = True
            self._tick(index)
            quiet = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(index, quiet)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the row under the pointer."""
        self._hover(self.indexAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer."""
        self._hover(QModelIndex())
        super().leaveEvent(event)

    def _hover(self, index: QModelIndex | QPersistentModelIndex) -> None:
        row = index.row() if index.isValid() else -1
        if row != self.delegate.hovered:
            self.delegate.hovered = row
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Selected rows get the focused ground; entering by key makes the first row current."""
        self.delegate.focused = True
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            quiet = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self.rows.index(0, 0), quiet)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Selected rows get the idle ground."""
        self.delegate.focused = False
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the spare width to the stretching column."""
        super().resizeEvent(event)
        self.widths.lay_out()
