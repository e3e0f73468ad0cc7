"""A field to search or filter with: magnifier at its left, its key at its right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.theme import icons, theme
from ui.widgets.paint import cap_width, paint_cap


class SearchEdit(QLineEdit):
    """A field with a magnifier at its left and its key at its right while empty.

    Signals:
        escaped: Esc in an empty field.
        down: the arrow that leads to the list.
    """

    escaped = Signal()
    down = Signal()

    def __init__(self, *, name: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._key = key
        self.setTextMargins(20, 0, round(cap_width(key)) + 2 if key else 0, 0)
        self.textChanged.connect(lambda _text: self._room())
        theme().changed.connect(self.update)

    def _room(self) -> None:
        side = round(cap_width(self._key)) + 2 if self._key and not self.text() else 0
        self.setTextMargins(20, 0, side, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Add magnifier and key."""
        super().paintEvent(event)
        painter = QPainter(self)
        middle = self.height() / 2
        icons.paint(painter, "search", theme().hex("text-2"), QRectF(8, middle - 7, 14, 14))
        if self._key and not self.text():
            left = self.width() - cap_width(self._key) - 7
            colours = theme()
            paint_cap(
                painter, left, middle, self._key, colours.colour("text-3"), colours.colour("border")
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc clears, then leaves; down goes to the list."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.escaped.emit()
            return
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
            return
        super().keyPressEvent(event)
