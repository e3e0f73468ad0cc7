"""Painting of rows: ground, marks, words, amounts, chips and check cells."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from ui.format import DASH
from ui.lists.columns import WHOLE, Column
from ui.lists.model import ROW_ROLE
from ui.theme import fonts, theme
from ui.widgets.paint import elided, paint_check, paint_chips, paint_share

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 28
PADDING = 8
EDGE = 16


class RowDelegate(QStyledItemDelegate):
    """Draws every cell of a list from its column's declaration.

    ``first_text``: the first column with words starts at 16 pixels, so that it
    lines up with header and footer. ``hovered``: row under the pointer.
    """

    def __init__(self, columns: list[Column], language: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns, self._language = columns, language
        self.hovered = -1
        self.focused = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Rows are 28 high."""
        return QSize(60, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        column = self._columns[index.column()]
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        rect = QRectF(option.rect)
        self._ground(painter, rect, index, selected)
        row = index.data(ROW_ROLE)
        if column.kind == "check":
            state = Qt.CheckState.Checked if selected else Qt.CheckState.Unchecked
            paint_check(painter, QPointF(rect.center().x() + 2, rect.center().y()), state)
            return
        if row is None:
            return
        inner = rect.adjusted(self._left(index), 0, -PADDING, -1)
        if column.kind == "chips":
            painter.save()
            painter.setClipRect(inner)
            paint_chips(painter, inner, column.chips(row), selected=selected)
            painter.restore()
        else:
            self._words(painter, inner, column, row, selected)
            if column.share is not None:
                paint_share(painter, inner, *column.share(row))

    def _left(self, index: Index) -> int:
        return EDGE if index.column() == 0 else PADDING

    def _ground(self, painter: QPainter, rect: QRectF, index: Index, selected: bool) -> None:
        colours = theme()
        view = self.parent()
        if selected:
            painter.fillRect(rect, colours.colour("select" if self.focused else "select-idle"))
        elif index.row() == self.hovered:
            painter.fillRect(rect, colours.colour("hover"))
        line = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(line, colours.colour("grid"))
        if not isinstance(view, QAbstractItemView):
            return
        if view.currentIndex().row() == index.row() and index.column() == self._first(view):
            mark = QRectF(rect.left(), rect.top(), 2, rect.height() - 1)
            painter.fillRect(mark, colours.colour("accent"))

    def _first(self, view: QAbstractItemView) -> int:
        header = getattr(view, "horizontalHeader", None)
        return header().logicalIndex(0) if header is not None else 0

    def _ink(self, column: Column, row: Any, text: str, selected: bool) -> str:
        if text == DASH:
            return "text-2" if selected else "text-3"
        tone = column.tone(row) if column.tone is not None else ""
        ink = tone or column.ink
        return "text-2" if selected and ink == "text-3" else ink

    def _words(
        self, painter: QPainter, rect: QRectF, column: Column, row: Any, selected: bool
    ) -> None:
        text = column.text(row, self._language())
        plain = column.kind in ("text", "chips")
        face = fonts.font if plain else fonts.number_font
        painter.setFont(face(fonts.BASE, column.bold and text != DASH))
        painter.setPen(theme().colour(self._ink(column, row, text, selected)))
        if column.kind not in WHOLE:
            text = elided(QFontMetricsF(painter.font()), text, rect.width())
        painter.drawText(rect, int(column.alignment() | Qt.TextFlag.TextSingleLine), text)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole text of a cut cell, and all chips, as a tooltip."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        column, row = self._columns[index.column()], index.data(ROW_ROLE)
        text = "" if row is None else column.text(row, self._language())
        metrics = QFontMetricsF(fonts.font(fonts.BASE, column.bold))
        room = option.rect.width() - PADDING - self._left(index)
        cut = metrics.horizontalAdvance(text) > room
        if column.kind == "chips" and row is not None:
            cut = len(column.chips(row)) > 1
        QToolTip.showText(event.globalPos(), text if cut else "", view)
        return True
