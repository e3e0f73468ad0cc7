"""Acts on single keys, and how buttons and fields keep Enter, Space and digits for themselves."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)

from ui.grids.view import GridView

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FIELDS: Final = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox)
_HELD: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class SingleKeys(QWidget):
    """Mixed into a screen whose acts answer to Enter, Space, letters and digits."""

    def event(self, event: QEvent) -> bool:
        """Let keys work in the button, field or grid that has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            focused: QObject | None = QApplication.focusWidget()
            if self.is_own_key(event) or _keeps(focused, event):
                event.accept()
                return True
        return super().event(event)

    def is_own_key(self, event: QKeyEvent) -> bool:
        """Return whether the screen answers a key that the window has another use for."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a button presses it."""
        focused = QApplication.focusWidget()
        if event.key() in _ENTER and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)


def _keeps(focused: QObject | None, event: QKeyEvent) -> bool:
    """Return whether a key belongs to what has the focus: digits are typed into a grid."""
    if event.modifiers() & _HELD:
        return False
    if isinstance(focused, _FIELDS):
        return event.key() in (*_ENTER, Qt.Key.Key_Space)
    return isinstance(focused, GridView) and event.text().isdigit()
