"""The frame of an inspector: head with title, open and close, a body, a foot for acts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ui.marks import translate
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button

WIDTH: Final = 304


class InspectorFrame(QWidget):
    """A pane at the right that follows the selection. Fill :attr:`body`.

    Signals:
        opened: the record is to be opened as a page.
        closed: the pane is to be folded away.
    """

    opened = Signal()
    closed = Signal()

    def __init__(self, name: str, *, can_open: bool = True) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.title = label("strong", name=f"{name}.title")
        self._open = Button(name=f"{name}.open", kind="icon", icon="external-link")
        self._open.setVisible(can_open)
        self._close = Button(name=f"{name}.close", kind="icon", icon="x", key="F4")
        self._open.clicked.connect(self.opened)
        self._close.clicked.connect(self.closed)
        head = row(self.title, None, self._open, self._close, margins=(16, 0, 10, 0), gap=4)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.foot_row = row(margins=(16, 0, 16, 0))
        self.foot = pane(column(line(), self.foot_row), role="raised", height=52)
        self.foot.hide()
        self.setLayout(
            column(pane(head, role="raised", height=47), line(), self._scroll(), self.foot)
        )

    def _scroll(self) -> QScrollArea:
        inside = pane(self.body, role="raised")
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        return area

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._open.set_words(translate("Inspector", "Open as a page"))
        self._close.set_words(translate("Inspector", "Close this pane"))
