"""The head of a list: short separators, the sorted column bold with its arrow."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.lists.columns import Column
from ui.lists.delegate import EDGE, PADDING
from ui.theme import fonts, theme
from ui.widgets.paint import elided, paint_check

HEIGHT: Final = 28


class ListHeader(QHeaderView):
    """Header of a list.

    Signals:
        sort_asked: a sortable column was clicked (its position).
        check_clicked: the box in the head was clicked.
        menu_asked: the context menu is wanted at a point.
    """

    sort_asked = Signal(int)
    check_clicked = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, columns: list[Column], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns = columns
        self.sorted_key = ""
        self.descending = False
        self.check_state = Qt.CheckState.Unchecked
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self.menu_asked)
        self.sectionClicked.connect(self._clicked)
        theme().changed.connect(self.viewport().update)

    def show_order(self, key: str, descending: bool) -> None:
        """Mark the sorted column."""
        self.sorted_key, self.descending = key, descending
        self.viewport().update()

    def show_check(self, state: Qt.CheckState) -> None:
        """Set the box in the head."""
        if state != self.check_state:
            self.check_state = state
            self.viewport().update()

    def natural_width(self, section: int, language: str) -> int:
        """Return the width that a column's words and usual cells need."""
        column = self._columns[section]
        if column.kind == "check":
            return column.width
        bold = QFontMetricsF(fonts.font(fonts.SMALL, bold=True))
        words = bold.horizontalAdvance(column.words() + (" ↓" if column.order else ""))
        cells = QFontMetricsF(fonts.number_font(fonts.BASE, column.bold))
        sample = cells.horizontalAdvance(column.sample(language))
        needed = max(words, sample) + 2 * PADDING + 1
        # Chips take what they need up to their width; the column starts at its words.
        least = 0 if column.kind == "chips" else column.width
        return max(least, round(needed + 0.5))

    def _clicked(self, section: int) -> None:
        if self._columns[section].kind == "check":
            self.check_clicked.emit()
        elif self._columns[section].order:
            self.sort_asked.emit(section)

    def sizeHint(self) -> QSize:
        """The head is 28 high."""
        return QSize(super().sizeHint().width(), HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one column's head."""
        column, colours = self._columns[section], theme()
        area = QRectF(rect)
        painter.save()
        painter.fillRect(area, colours.colour("head"))
        bottom = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(bottom, colours.colour("border"))
        if self.visualIndex(section) < self.count() - 1 and column.kind != "check":
            painter.fillRect(
                QRectF(area.right() - 1, area.top() + 8, 1, area.height() - 16),
                colours.colour("border"),
            )
        if column.kind == "check":
            centre = QPointF(area.center().x() + 2, area.center().y())
            paint_check(painter, centre, self.check_state)
        else:
            self._paint_words(painter, area, column, section)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRectF, column: Column, section: int) -> None:
        is_sorted = bool(column.order) and column.order == self.sorted_key
        arrow = (" ↓" if self.descending else " ↑") if is_sorted else ""
        painter.setFont(fonts.font(fonts.SMALL, bold=is_sorted))
        painter.setPen(theme().colour("text" if is_sorted else "text-2"))
        left = EDGE if section == 0 else PADDING
        inner = area.adjusted(left, 0, -PADDING, -1)
        text = elided(QFontMetricsF(painter.font()), column.words() + arrow, inner.width() + 1)
        painter.drawText(inner, int(column.alignment()), text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill what no column covers."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme().colour("head"))
        line = QRectF(0, self.height() - 1, self.viewport().width(), 1)
        painter.fillRect(line, theme().colour("border"))
        painter.end()
        super().paintEvent(event)
