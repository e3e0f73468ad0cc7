"""The pane beside a list of records: what one holds, its files, what can be done with it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from domain.fields import RecordForm, day, facts, pick
from domain.record import AttachmentRow
from ui.context import AppContext
from ui.marks import translate
from ui.records.columns import RecordRow, state_chips
from ui.records.files import KeptFiles
from ui.widgets.basic import Chips, CutLabel, column, label, pane, row, set_tone
from ui.widgets.button import Button
from ui.widgets.facts import Facts
from ui.widgets.inspector import InspectorFrame


class RecordInspector(InspectorFrame):
    """Follows the current record.

    Signals:
        change_asked, back_asked: the record is to be corrected, or taken back.
        add_asked: another one is to be added.
    """

    change_asked = Signal()
    back_asked = Signal()
    add_asked = Signal()

    def __init__(self, ctx: AppContext, form: RecordForm[Any], *, name: str) -> None:
        super().__init__(name, can_open=False)
        self.ctx, self.form = ctx, form
        self._row: RecordRow | None = None
        self._kept = KeptFiles(ctx, self)
        self._chips = Chips()
        self._facts = Facts()
        self._remarks = label("small", wrap=True)
        self._files_title = label("heading")
        self._files = column(gap=2)
        self._by = label("hint", wrap=True)
        self._nothing = label("label", wrap=True)
        self.change = Button(name=f"{name}.change", icon="pencil", key="Enter")
        self.back = Button(name=f"{name}.take_back", icon="x", key="Del")
        self.change.clicked.connect(self.change_asked)
        self.back.clicked.connect(self.back_asked)
        inside = column(
            self._nothing,
            self._chips,
            self._facts,
            self._remarks,
            self._files_title,
            self._files,
            self._by,
            None,
            margins=(16, 14, 16, 14),
            gap=10,
        )
        self.body.addWidget(pane(inside, role="raised"))
        self.foot_row.addWidget(self.change)
        self.foot_row.addWidget(self.back)
        self.foot_row.addStretch(1)
        self._close.hide()

    def show_row(self, found: RecordRow | None) -> None:
        """Show another record, None for none."""
        self._row = found
        there = found is not None
        self.foot.setVisible(there)
        self._nothing.setVisible(not there)
        shown = (self._facts, self._remarks, self._files_title, self._by, self._chips)
        for widget in shown:
            widget.setVisible(there)
        self._clear_files()
        if found is not None:
            self._show(found)

    def _show(self, found: RecordRow) -> None:
        language, record = self.ctx.language, found.record
        self._chips.set_chips(state_chips(self.form, found, language))
        self._facts.show_facts(facts(self.form, record, language, found.base))
        remarks = [pick(one.words, language) for one in self.form.remarks(record.value)]
        self._remarks.setText("\n".join(remarks))
        self._remarks.setVisible(bool(remarks))
        set_tone(self._remarks, "amber")
        self._files_title.setVisible(bool(found.files))
        for one in found.files:
            self._files.addWidget(self._file_line(one))
        said = translate("Records", "Kept by {user}, {day}")
        self._by.setText(said.format(user=record.user, day=record.kept_at[:10]))

    def _clear_files(self) -> None:
        while (item := self._files.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()

    def _file_line(self, one: AttachmentRow) -> QWidget:
        name = f"{self.objectName()}.file.{one.id}"
        named = CutLabel()
        named.setText(one.attachment.name)
        told = (one.attachment.name, day(one.attachment.dated_on, self.ctx.language))
        named.setToolTip("\n".join((*told, f"SHA-256 {one.attachment.sha256}")))
        opened = Button(name=f"{name}.open", kind="icon", icon="external-link")
        opened.set_words(translate("Records", "Open the file"))
        opened.clicked.connect(lambda: self._kept.open(one))
        saved = Button(name=f"{name}.save", kind="icon", icon="download")
        saved.set_words(translate("Records", "Save a copy"))
        saved.clicked.connect(lambda: self._kept.save(one))
        holder = QWidget()
        layout = row(named, opened, saved, gap=2)
        layout.setStretch(0, 1)
        layout.setAlignment(named, Qt.AlignmentFlag.AlignVCenter)
        holder.setLayout(layout)
        return holder

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.title.setText(pick(self.form.words, self.ctx.language))
        self.change.set_words(translate("Records", "Correct"))
        self.back.set_words(translate("Records", "Take back"))
        self._files_title.setText(translate("Records", "Files"))
        said = translate("Records", "Choose a line to see all of it, or add one.")
        self._nothing.setText(said)
        self.show_row(self._row)
