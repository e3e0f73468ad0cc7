"""Closing review tasks: what the review came to, and a word on why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from domain.changes import OperationResult
from domain.errors import QingzhangError
from domain.services import warnings
from domain.warning import words
from domain.warning.task import Outcome
from ui import labels
from ui.context import AppContext
from ui.marks import translate
from ui.widgets.basic import column, label, row
from ui.widgets.button import Button


class CloseForm(QWidget):
    """A line under the list: outcome, note, Close.

    Signals:
        left: it is done with.
    """

    left = Signal()

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self._task_ids: list[int] = []
        self._about = label("small", name="risk.close.about")
        self.outcome = QComboBox()
        self.outcome.setObjectName("risk.close.outcome")
        self.note = QLineEdit()
        self.note.setObjectName("risk.close.note")
        self._problem = label("error", name="risk.close.error", wrap=True)
        self._problem.hide()
        self.do = Button(name="risk.close.submit", kind="primary", key="Enter")
        self.cancel = Button(name="risk.close.cancel", key="Esc")
        self.do.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.left)
        self.note.returnPressed.connect(self.submit)
        line = row(self.outcome, self.note, self.do, self.cancel)
        line.setStretch(1, 1)
        self.setLayout(column(self._about, line, self._problem, margins=(16, 10, 16, 10), gap=6))

    def start(self, task_ids: Sequence[int], about: str) -> None:
        """Ask for the outcome of some tasks."""
        self._task_ids = list(task_ids)
        self._about.setText(about)
        self._problem.hide()
        self.note.clear()
        self.outcome.setFocus()

    def submit(self) -> None:
        """Close the tasks."""
        count = len(self._task_ids)

        def told(_result: OperationResult[int]) -> str:
            return translate("Risk", "%n review(s) closed", None, count)

        self.ctx.act(
            warnings.close_tasks,
            self._task_ids,
            Outcome(self.outcome.currentData()),
            self.note.text(),
            self.ctx.as_of,
            asker=self,
            notice=told,
            done=lambda _result: self.left.emit(),
            failed=self._refused,
        )

    def _refused(self, error: QingzhangError) -> bool:
        self._problem.setText(labels.error_text(error, self.ctx.language))
        self._problem.show()
        self.note.setFocus()
        return True

    def retranslate(self) -> None:
        """Set every text in the current language."""
        chosen = self.outcome.currentData()
        self.outcome.clear()
        for outcome in Outcome:
            self.outcome.addItem(words.outcome(outcome, self.ctx.language), outcome.value)
        self.outcome.setCurrentIndex(max(self.outcome.findData(chosen), 0))
        self.outcome.setAccessibleName(translate("Risk", "Outcome of the review"))
        self.note.setPlaceholderText(translate("Risk", "Why, and what was agreed"))
        self.note.setAccessibleName(translate("Risk", "Note"))
        self.do.set_words(translate("Risk", "Close review"))
        self.cancel.set_words(translate("Risk", "Cancel"))
