"""Painting and editing of a grid: headings, boxes of their own, amounts typed in place."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from ui import parse
from ui.grids.model import GridModel, Group, Index
from ui.lists.columns import Column
from ui.lists.delegate import PADDING, RowDelegate
from ui.lists.model import ROW_ROLE
from ui.theme import fonts, icons, theme
from ui.widgets.fields import AmountEdit
from ui.widgets.paint import elided, paint_check


class GridDelegate(RowDelegate):
    """Draws a :class:`GridModel`; its boxes are the model's, not the selection's."""

    def __init__(self, model: GridModel, language: Any, parent: QWidget) -> None:
        super().__init__(model.columns, language, parent)
        self._grid = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        row = index.data(ROW_ROLE)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        column = self._columns[index.column()]
        rect = QRectF(option.rect)
        if isinstance(row, Group):
            self._heading(painter, rect, row, index)
        elif column.kind == "check":
            self._ground(painter, rect, index, selected)
            self._box(painter, rect, row)
        elif column.key == self._grid.rules.note_from and self._grid.rules.note(row):
            self._ground(painter, rect, index, selected)
            self._note(painter, rect.adjusted(PADDING, 0, -PADDING, -1), row)
        else:
            super().paint(painter, option, index)

    def _box(self, painter: QPainter, rect: QRectF, row: Any) -> None:
        state = self._grid.state_of(row)
        if state is not None:
            paint_check(painter, QPointF(rect.center().x() + 2, rect.center().y()), state)

    def _heading(self, painter: QPainter, rect: QRectF, group: Group, index: Index) -> None:
        colours = theme()
        painter.fillRect(rect, colours.colour("head"))
        line = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(line, colours.colour("grid"))
        if self._columns[index.column()].kind == "check":
            self._box(painter, rect, group)
            return
        painter.setFont(fonts.font(bold=True))
        painter.setPen(colours.colour("text"))
        inner = rect.adjusted(self._left(index), 0, -PADDING, -1)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(inner, flags, group.text)
        used = QFontMetricsF(painter.font()).horizontalAdvance(group.text) + 12
        painter.setFont(fonts.number_font())
        painter.setPen(colours.colour("text-2"))
        painter.drawText(inner.adjusted(used, 0, 0, 0), flags, group.detail)

    def _note(self, painter: QPainter, rect: QRectF, row: Any) -> None:
        square = QRectF(rect.left(), rect.center().y() - 7, 14, 14)
        icons.paint(painter, "circle-minus", theme().hex("text-2"), square)
        painter.setFont(fonts.font())
        painter.setPen(theme().colour("text-2"))
        area = rect.adjusted(20, 0, 0, 0)
        text = elided(QFontMetricsF(painter.font()), self._grid.rules.note(row), area.width())
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(area, flags, text)

    def _ink(self, column: Column, row: Any, text: str, selected: bool) -> str:
        token = super()._ink(column, row, text, selected)
        return "text-2" if token in ("text", "red") and self._grid.rules.quiet(row) else token

    # typing in place

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> AmountEdit:
        """Return a field for an amount."""
        column = self._columns[index.column()]
        currency = column.currency(index.data(ROW_ROLE))
        view = self.parent()
        name = "" if view is None else view.objectName()
        editor = AmountEdit(currency, name=f"{name}.amount", parent=parent)
        editor.setFont(fonts.number_font(bold=True))
        editor.setAccessibleName(column.words())
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the amount, ready to be typed over."""
        if isinstance(editor, AmountEdit):
            editor.set_minor(self._columns[index.column()].get(index.data(ROW_ROLE)) or None)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed: nothing means "as it comes", nonsense changes nothing."""
        if not isinstance(editor, AmountEdit) or editor.is_unclear():
            return
        minor = editor.minor() if parse.clean(editor.text()) else None
        if minor is None or minor >= 0:
            model.setData(index, minor, int(Qt.ItemDataRole.EditRole))

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Fill the cell."""
        editor.setGeometry(option.rect)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """The view itself ticks boxes: anywhere in the cell, not only on the square."""
        return False
