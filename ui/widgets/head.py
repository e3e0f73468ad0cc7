"""The head of a screen: title, a line about it, its acts at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.widgets.basic import CutLabel, column, label, line, pane, row


class ScreenHead(QWidget):
    """Title row of a screen, 48 high."""

    def __init__(self, name: str, buttons: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.title = label("title", name=f"{name}.title")
        self.about = CutLabel()
        self._row = row(self.title, self.about, None, *buttons, margins=(16, 0, 16, 0), gap=8)
        self.setLayout(column(pane(self._row, height=47), line()))
        self.setFixedHeight(48)

    def set_words(self, title: str, about: str) -> None:
        """Set both texts."""
        self.title.setText(title)
        self.about.setText(about)

    def add_buttons(self, buttons: Sequence[QWidget]) -> None:
        """Put more buttons at the right end."""
        for button in buttons:
            self._row.addWidget(button)
