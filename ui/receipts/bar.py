"""A row of act buttons that never cuts a word: what does not fit stays in the menu."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.basic import row

_HEIGHT: Final = 44
_EDGE: Final = 16
_GAP: Final = 8


class FittingRow(QWidget):
    """Buttons from left to right, None for the stretch; the later ones give way first.

    Every button is an act with its key and its place in the Record menu.
    """

    def __init__(self, buttons: Sequence[QWidget | None]) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._buttons = [one for one in buttons if one is not None]
        self.setLayout(row(*buttons, margins=(_EDGE, 0, _EDGE, 0), gap=_GAP))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the pane may become."""
        return QSize(0, _HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the buttons that fit."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Measure again, after a change of words."""
        left = self.width() - 2 * _EDGE
        for button in self._buttons:
            left -= button.sizeHint().width() + _GAP
            button.setVisible(left + _GAP >= 0)
