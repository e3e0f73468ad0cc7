"""A row of act buttons that never cuts a word: what does not fit stays in the menu."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets.basic import row
from ui.widgets.button import Button

_HEIGHT: Final = 44
_EDGE: Final = 16
_GAP: Final = 8


class FittingRow(QWidget):
    """Buttons from left to right, None for the stretch; where it is narrow, icons go first.

    Then the buttons that are not kept, from the right. Every button is an act with its key
    and its place in the Record menu.
    """

    def __init__(
        self,
        buttons: Sequence[QWidget | None],
        *,
        icons: Mapping[Button, str] | None = None,
        kept: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        every = [one for one in buttons if one is not None]
        self._in_turn = [*kept, *(one for one in every if one not in kept)]
        self._icons = dict(icons or {})
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
        room = self.width() - 2 * _EDGE + _GAP
        self._show_icons(True)
        if self._needed() > room:
            self._show_icons(False)
        for one in self._in_turn:
            room -= one.sizeHint().width() + _GAP
            one.setVisible(room >= 0)

    def _show_icons(self, shown: bool) -> None:
        for button, icon in self._icons.items():
            button.set_icon(icon if shown else "")
            button.updateGeometry()

    def _needed(self) -> int:
        return sum(one.sizeHint().width() + _GAP for one in self._in_turn)
