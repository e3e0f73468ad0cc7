"""One page of paper on the desk: drawn at a scale, scrolled, turned at its ends."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.theme import fonts, theme

#: Desk left free around the page.
MARGIN: Final = 16
_LINE: Final = 48
_TURNS: Final = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Space: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Left: -1,
}


class PageView(QAbstractScrollArea):
    """Shows the picture of a page; the preview around it decides which and how large.

    Signals:
        turned: another page is wanted (+1 or −1).
        jumped: the first (−1) or last (+1) page is wanted.
        zoomed: a larger (+1) or smaller (−1) page is wanted.
        resized: the room changed.
    """

    turned = Signal(int)
    jumped = Signal(int)
    zoomed = Signal(int)
    resized = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(120, 120)
        self._picture = QPixmap()
        self._size = QSizeF()
        self._words = ""
        theme().changed.connect(self.viewport().update)

    def room(self) -> QSizeF:
        """Return the room for a page when no scroll bar is shown."""
        return QSizeF(self.width() - 2 * MARGIN, self.height() - 2 * MARGIN)

    def show_page(self, picture: QPixmap, size: QSizeF, *, from_end: bool = False) -> None:
        """Show a page at a size; ``from_end``: its foot first."""
        self._picture, self._size, self._words = picture, size, ""
        self._set_bars()
        if from_end:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        self.viewport().update()

    def to_top(self) -> None:
        """Scroll to the head of the page."""
        self.verticalScrollBar().setValue(0)

    def say(self, words: str) -> None:
        """Show words in place of a page."""
        self._picture, self._size, self._words = QPixmap(), QSizeF(), words
        self._set_bars()
        self.viewport().update()

    def _set_bars(self) -> None:
        room = self.viewport().size()
        for bar, page, seen in (
            (self.horizontalScrollBar(), self._size.width(), room.width()),
            (self.verticalScrollBar(), self._size.height(), room.height()),
        ):
            whole = round(page) + 2 * MARGIN if page else 0
            bar.setRange(0, max(0, whole - seen))
            bar.setPageStep(max(1, seen - _LINE))
            bar.setSingleStep(_LINE)

    # Qt

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw desk and page."""
        painter, colours = QPainter(self.viewport()), theme()
        area = QRectF(self.viewport().rect())
        painter.fillRect(area, colours.colour("desk"))
        if self._words:
            painter.setFont(fonts.font())
            painter.setPen(colours.colour("text-2"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area.adjusted(32, 32, -32, -32), int(flags), self._words)
        if not self._picture.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            page = QRectF(self._corner(area), self._size)
            painter.drawPixmap(page, self._picture, QRectF(self._picture.rect()))
        if self.hasFocus():
            painter.fillRect(QRectF(0, 0, area.width(), 2), colours.colour("accent"))

    def _corner(self, area: QRectF) -> QPointF:
        left = max(float(MARGIN), (area.width() - self._size.width()) / 2)
        top = float(MARGIN)
        return QPointF(
            left - self.horizontalScrollBar().value(), top - self.verticalScrollBar().value()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page again."""
        super().resizeEvent(event)
        self._set_bars()
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; at an end turn the page; with Ctrl zoom."""
        steps = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if steps:
                self.zoomed.emit(1 if steps > 0 else -1)
            return
        bar = self.verticalScrollBar()
        at_end = bar.value() == (bar.minimum() if steps > 0 else bar.maximum())
        if steps and at_end:
            self.turned.emit(-1 if steps > 0 else 1)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys scroll, then turn; Home and End go to the first and last page."""
        key = Qt.Key(event.key())
        if key in _TURNS:
            self._scroll_or_turn(_TURNS[key], sideways=key in (Qt.Key.Key_Left, Qt.Key.Key_Right))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.jumped.emit(-1 if key == Qt.Key.Key_Home else 1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoomed.emit(1)
        elif key == Qt.Key.Key_Minus:
            self.zoomed.emit(-1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = _LINE if key == Qt.Key.Key_Down else -_LINE
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + step)
        else:
            super().keyPressEvent(event)

    def _scroll_or_turn(self, step: int, *, sideways: bool) -> None:
        bar = self.verticalScrollBar()
        end = bar.maximum() if step > 0 else bar.minimum()
        if sideways or bar.value() == end:
            self.turned.emit(step)
        else:
            bar.setValue(bar.value() + step * bar.pageStep())
