"""What an empty list says: what belongs there and the next step."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.marks import translate
from ui.widgets.basic import column, label
from ui.widgets.button import Button

_WIDEST = 420
_EDGE = 24


class EmptyState(QWidget):
    """Words and next steps in the middle of an empty pane.

    Signals:
        cleared: the filter is to be dropped.
    """

    cleared = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._words: Callable[[], tuple[str, str]] = lambda: ("", "")
        self._filtered = False
        self._title = label("subhead")
        self._text = label("label", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._clear = Button(name=f"{name}.clear", icon="x")
        self._clear.clicked.connect(self.cleared)
        self._steps: list[QWidget] = []
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self._clear)
        centre = Qt.AlignmentFlag.AlignHCenter
        layout = column(None, self._title, 8, self._text, 16, self._buttons, None, None)
        layout.setAlignment(self._title, centre)
        layout.setAlignment(self._text, centre)
        layout.setAlignment(self._buttons, centre)
        self.setLayout(layout)
        self.retranslate()

    def set_up(self, words: Callable[[], tuple[str, str]], steps: Sequence[QWidget] = ()) -> None:
        """Say what belongs here (title, text) and offer buttons for the next step."""
        self._words = words
        self._steps = list(steps)
        for step in steps:
            self._buttons.addWidget(step)
        self.retranslate()

    def show_filtered(self, filtered: bool) -> None:
        """Say that the filter hides everything, rather than that there is nothing."""
        self._filtered = filtered
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        title, text = self._words()
        if self._filtered:
            title = translate("Lists", "Nothing matches the filter")
            text = translate("Lists", "Drop a condition or type something else.")
        self._title.setText(title)
        self._text.setText(text)
        self._fit()
        self._clear.set_words(translate("Lists", "Show all"))
        self._clear.setVisible(self._filtered)
        for step in self._steps:
            step.setVisible(not self._filtered)

    def _fit(self) -> None:
        """Give the text its lines: an aligned label is not measured at its own width."""
        width = max(120, min(_WIDEST, self.width() - 2 * _EDGE))
        self._text.setFixedSize(width, max(0, self._text.heightForWidth(width)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._fit()
