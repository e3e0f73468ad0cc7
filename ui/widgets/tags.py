"""Tags: the conditions in force above a list, each with a cross to drop it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.marks import translate
from ui.widgets.button import Button


class TagBar(QWidget):
    """A row of tags.

    Signals:
        dropped: the cross of a tag was clicked (its key).
    """

    dropped = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._tags: list[Button] = []
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)

    def show_tags(self, tags: Sequence[tuple[str, str]]) -> None:
        """Show conditions as (key, words)."""
        for old in self._tags:
            self._line.removeWidget(old)
            old.deleteLater()
        self._tags = [self._made(key, words) for key, words in tags]

    def _made(self, key: str, words: str) -> Button:
        tag = Button(name=f"{self.objectName()}.{key}", kind="small", icon="x")
        tag.set_words(words, translate("Lists", "Drop this condition"))
        tag.clicked.connect(lambda: self.dropped.emit(key))
        self._line.addWidget(tag)
        return tag
