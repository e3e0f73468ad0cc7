"""Acts on single keys, and how buttons and fields keep Enter and Space for themselves."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SingleKeys(QWidget):
    """Mixed into a screen whose acts answer to Enter, Space and letters."""

    def event(self, event: QEvent) -> bool:
        """Let Enter and Space work in the button or field that has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            focused: QObject | None = QApplication.focusWidget()
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            own = isinstance(focused, QAbstractButton | QLineEdit | QComboBox)
            if own and not held and event.key() in (*_ENTER, Qt.Key.Key_Space):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a button presses it."""
        focused = QApplication.focusWidget()
        if event.key() in _ENTER and isinstance(focused, QAbstractButton):
            focused.click()
        else:
            super().keyPressEvent(event)
