"""The grid itself: one current row, boxes by click and Space, amounts typed in place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ui.grids.delegate import GridDelegate
from ui.grids.model import GridModel, Group
from ui.lists.delegate import ROW_HEIGHT
from ui.lists.header import ListHeader
from ui.lists.model import CLIP_ROLE
from ui.lists.widths import Widths
from ui.theme import theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GridView(QTableView):
    """Shows a :class:`GridModel`.

    Signals:
        current_moved: another row is current (the row, None for none or a heading).
        chosen: Enter or a double click on a row.
        all_toggled: the box in the head was clicked.
    """

    current_moved = Signal(object)
    chosen = Signal(object)
    all_toggled = Signal()

    def __init__(self, model: GridModel, language: Callable[[], str], *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.rows = model
        model.setParent(self)
        self.delegate = GridDelegate(model, language, self)
        self.header = ListHeader(model.columns, self)
        self._set_up()
        self.setModel(model)
        self.widths = Widths(cast("Any", self), language)
        self.header.setSectionsMovable(False)
        self.header.check_clicked.connect(self.all_toggled)
        self.doubleClicked.connect(self._choose)
        model.modelReset.connect(self._reset)
        model.dataChanged.connect(self._fit)
        self.selectionModel().currentRowChanged.connect(lambda now, _old: self._moved(now))

    def _set_up(self) -> None:
        self.setHorizontalHeader(self.header)
        self.setItemDelegate(self.delegate)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
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

    # rows

    def current_row(self) -> Any:
        """Return the current row, None for none or a heading."""
        index = self.currentIndex()
        row = self.rows.row_at(index.row()) if index.isValid() else None
        return None if isinstance(row, Group) else row

    def select_where(self, test: Callable[[Any], bool]) -> bool:
        """Make the first row that passes the current one."""
        for place, row in enumerate(self.rows.rows()):
            if not isinstance(row, Group) and test(row):
                self.selectRow(place)
                self.scrollTo(self.rows.index(place, 0))
                return True
        return False

    def select_first(self) -> bool:
        """Make the first row the current one."""
        return self.select_where(lambda _row: True)

    def step(self, by: int) -> None:
        """Move the current row, past headings."""
        count = self.rows.rowCount()
        place = self.currentIndex().row() + by
        while 0 <= place < count and isinstance(self.rows.row_at(place), Group):
            place += by
        if 0 <= place < count:
            self.selectRow(place)

    def edit_current(self) -> bool:
        """Open the amount of the current row (of the first, where none is) for typing."""
        if self.current_row() is None and not self.select_first():
            return False
        row = self.currentIndex().row()
        for place in range(self.rows.columnCount()):
            index = self.rows.index(row, place)
            if self.rows.can_edit(index):
                self.setFocus()
                self.edit(index)
                return True
        return False

    def _moved(self, now: QModelIndex) -> None:
        self.viewport().update()
        self.current_moved.emit(self.current_row() if now.isValid() else None)

    def _reset(self) -> None:
        self._fit()
        self.current_moved.emit(None)

    def _fit(self) -> None:
        self.widths.fit(self.rows.loaded())
        self._span()

    def _span(self) -> None:
        """Let headings and notes run over the columns behind them."""
        self.clearSpans()
        columns, rules = self.rows.columns, self.rows.rules
        first = 1 if columns[0].kind == "check" else 0
        noted = next((at for at, c in enumerate(columns) if c.key == rules.note_from), -1)
        for place, row in enumerate(self.rows.rows()):
            if isinstance(row, Group):
                self.setSpan(place, first, 1, len(columns) - first)
            elif noted >= 0 and noted + 1 < len(columns) and rules.note(row):
                self.setSpan(place, noted, 1, len(columns) - noted)

    def _choose(self, index: QModelIndex) -> None:
        if self.rows.can_edit(index):
            self.edit(index)
        elif self.current_row() is not None and self.rows.columns[index.column()].kind != "check":
            self.chosen.emit(self.current_row())

    def show_check(self, state: Qt.CheckState) -> None:
        """Set the box in the head."""
        self.header.show_check(state)

    def copy(self) -> int:
        """Put the rows on the clipboard, numbers plain, and return how many."""
        rows, columns = self.rows.rows(), self.rows.columns
        shown = [
            at for at, c in enumerate(columns) if c.kind != "check" and not self.isColumnHidden(at)
        ]
        lines = ["\t".join(columns[at].words() for at in shown)]
        for place, row in enumerate(rows):
            if not isinstance(row, Group):
                cells = (self.rows.data(self.rows.index(place, at), CLIP_ROLE) for at in shown)
                lines.append("\t".join("" if cell is None else str(cell) for cell in cells))
        QGuiApplication.clipboard().setText("\n".join(lines))
        return len(lines) - 1

    # Qt

    def event(self, event: QEvent) -> bool:
        """Space belongs to the boxes here, not to the screen's acts."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Space
            and self._has_boxes()
        ):
            event.accept()
            return True
        return super().event(event)

    def _has_boxes(self) -> bool:
        return self.rows.columns[0].kind == "check"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, F2 or a digit types an amount, arrows pass over headings."""
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Space and plain:
            self._toggle(self.currentIndex())
        elif key == Qt.Key.Key_F2 and self.edit_current():
            pass
        elif plain and event.text().isdigit() and self.edit_current():
            editor = QGuiApplication.focusObject()
            if editor is not None and hasattr(editor, "setText"):
                editor.setText(event.text())
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and plain:
            self.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in _ENTER and plain and self.current_row() is not None:
            self.chosen.emit(self.current_row())
        else:
            super().keyPressEvent(event)

    def _toggle(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index.row()) if index.isValid() else None
        if row is not None and self.rows.state_of(row) is not None:
            self.rows.toggled.emit(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click in the first column ticks the box."""
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and index.isValid() and self.rows.columns[index.column()].kind == "check":
            self._toggle(index)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the row under the pointer."""
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the pointer."""
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self.delegate.hovered:
            self.delegate.hovered = row
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The current row gets the focused ground; entering by key makes the first one current."""
        self.delegate.focused = True
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.select_first()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The current row gets the idle ground."""
        self.delegate.focused = False
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the spare width to the stretching column."""
        super().resizeEvent(event)
        self.widths.lay_out()

    def retranslate(self) -> None:
        """Measure and paint again in the current language."""
        self.widths.reset()
        self._fit()
        self.header.viewport().update()
        self.viewport().update()
