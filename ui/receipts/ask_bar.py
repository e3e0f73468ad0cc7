"""A question in the place of the acts: what is about to happen, a field, yes and no."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui.marks import translate
from ui.widgets.basic import label, row
from ui.widgets.button import Button

_HEIGHT = 44


class AskBar(QWidget):
    """Asks one thing at the foot of a pane; Enter does it, Esc leaves everything as it is.

    Signals:
        closed: the question is gone, answered or not.
    """

    closed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(_HEIGHT)
        self.purpose = ""
        self._run: Callable[[], bool] = bool
        self._extra: QWidget | None = None
        self._words = label("", name=f"{name}.words", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.field = QLineEdit()
        self.field.setObjectName(f"{name}.field")
        self.do = Button(name=f"{name}.do", kind="primary", key="Enter")
        self.leave = Button(name=f"{name}.leave", key="Esc")
        self._line = row(
            self._words, self.field, self.do, self.leave, margins=(16, 2, 16, 2), gap=8
        )
        self.setLayout(self._line)
        self.do.clicked.connect(self.answer)
        self.leave.clicked.connect(self.close_question)
        self.field.returnPressed.connect(self.answer)
        self.hide()

    def ask(
        self,
        words: str,
        do: str,
        run: Callable[[], bool],
        *,
        field: str = "",
        editor: QLineEdit | None = None,
        purpose: str = "",
    ) -> None:
        """Ask; ``run`` returns False to go on asking.

        ``field`` names a free text to type, ``editor`` is a field of the asker's own.
        ``purpose`` tells what is asked, so that the same key can answer it.
        """
        self._take_out()
        self.purpose = purpose
        self._run = run
        self._words.setText(words)
        self.do.set_words(do)
        self.leave.set_words(translate("Receipts", "Leave it"))
        self.field.setVisible(bool(field))
        self.field.setPlaceholderText(field)
        self.field.setAccessibleName(field)
        self.field.clear()
        if editor is not None:
            self._extra = editor
            self._line.insertWidget(2, editor, 1)
            editor.show()
        typed = editor if editor is not None else self.field if field else None
        short = typed is not None
        self._words.setSizePolicy(
            QSizePolicy.Policy.Maximum if short else QSizePolicy.Policy.Expanding,
            QSizePolicy.Policy.Preferred,
        )
        self.show()
        (typed or self.do).setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_out(self) -> None:
        if self._extra is not None:
            self._line.removeWidget(self._extra)
            self._extra.hide()
            self._extra = None

    def answer(self) -> None:
        """Do what was asked."""
        if self.isVisible() and self._run():
            self.close_question()

    def close_question(self) -> None:
        """Put the question away."""
        if not self.isHidden():
            self._take_out()
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves it, wherever the focus is inside."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_question()
        else:
            super().keyPressEvent(event)
