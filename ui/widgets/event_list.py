"""What was recorded in law about a document or a paper, each with a way to take it back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from domain.changes import OperationResult
from domain.legal_event import LegalEventRow
from domain.services import legal
from ui import legal_words as words
from ui.context import AppContext, Notice
from ui.marks import translate
from ui.widgets.basic import column, label, line, row
from ui.widgets.button import Button


class EventList(QWidget):
    """Recorded events under each other; hidden where there are none."""

    def __init__(self, ctx: AppContext, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._ctx = ctx
        self._rows: tuple[LegalEventRow, ...] = ()
        self._title = label("heading")
        self._lines = column(gap=8)
        self.setLayout(column(line(), 12, self._title, 6, self._lines, margins=(0, 4, 0, 0)))
        self.show_rows(())

    def show_rows(self, rows: Sequence[LegalEventRow]) -> None:
        """Show other events."""
        self._rows = tuple(rows)
        while (old := self._lines.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.deleteLater()
        for one in rows:
            self._lines.addWidget(self._line(one))
        self._title.setText(translate("Legal", "Recorded so far"))
        self.setVisible(bool(rows))

    def _line(self, one: LegalEventRow) -> QWidget:
        about = label("label", words.described(one, self._ctx.language), wrap=True)
        about.setToolTip(one.event.note)
        back = Button(name=f"{self.objectName()}.back.{one.id}", kind="link")
        back.set_words(translate("Legal", "Take back"))
        back.clicked.connect(lambda _on=False, key=one.id: take_back(self._ctx, key))
        holder = QWidget()
        layout = row(about, back, gap=8)
        layout.setStretch(0, 1)
        layout.setAlignment(back, Qt.AlignmentFlag.AlignTop)
        holder.setLayout(layout)
        return holder

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.show_rows(self._rows)


def take_back(ctx: AppContext, event_id: int) -> None:
    """Take a recorded event back; the last safe days are computed without it."""
    said = translate("Legal", "Taken back; the last safe days no longer count it")
    ctx.act(legal.take_back, event_id, ctx.today, asker=ctx, notice=said)


def undoable(ctx: AppContext, said: str, result: OperationResult[int]) -> Notice:
    """Return a notice that offers to take back what was just recorded."""
    event_id = result.value
    return Notice(said, translate("Legal", "Undo"), lambda: take_back(ctx, event_id))
