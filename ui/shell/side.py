"""The place of the inspector: folds out and away, and gives way in a narrow window."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.state import StateFile
from ui.widgets.basic import line, row

WIDTH: Final = 304
#: Below this width of the window the pane folds away by itself.
NARROW: Final = 1180


class Side(QWidget):
    """Holds the panes of all screens; one is shown at most.

    Whether it is open is remembered for wide windows only: a narrow one starts
    folded and opens for a form or when asked.
    """

    def __init__(self, state: StateFile) -> None:
        super().__init__()
        self._state = state
        self._open_narrow = False
        self._stack = QStackedWidget()
        self._stack.setFixedWidth(WIDTH)
        self.setLayout(row(line(vertical=True), self._stack, gap=0))

    def add(self, pane: QWidget) -> None:
        """Take in a screen's pane."""
        self._stack.addWidget(pane)

    def clear(self) -> None:
        """Drop all panes."""
        while (old := self._stack.currentWidget()) is not None:
            self._stack.removeWidget(old)
            old.deleteLater()

    def show_pane(self, pane: QWidget | None, width: int) -> None:
        """Show a pane where the window and the user leave it room."""
        if pane is not None:
            self._stack.setCurrentWidget(pane)
        wanted = self._open_narrow if width < NARROW else self._state.get("panel", True)
        self.setVisible(pane is not None and wanted)

    def wish(self, *, open_: bool, width: int) -> None:
        """Note that the user wants it open or folded."""
        if width < NARROW:
            self._open_narrow = open_
        else:
            self._state.put("panel", open_)

    def leave_form(self) -> None:
        """Give a narrow window its room back."""
        self._open_narrow = False

    def crosses(self, before: int, after: int) -> bool:
        """Whether a change of the window's width folds or unfolds the pane."""
        return (before < NARROW) != (after < NARROW)
