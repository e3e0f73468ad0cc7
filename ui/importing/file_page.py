"""First step: choose a file, see what it is recognised as."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QSizePolicy, QWidget

from domain.importing import Survey
from domain.reading.headers import KINDS
from ui import import_fields, import_words
from ui.context import AppContext
from ui.importing.draft import EINVOICE, Draft
from ui.marks import translate
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.fields import Field
from ui.widgets.text_table import TextTable

_ENCODINGS: Final = ("utf-8", "gb18030", "big5", "utf-16", "cp1252", "shift_jis", "euc_kr")


class FilePage(QWidget):
    """Drop a file or choose one; kind, encoding and sheet can be corrected.

    Signals:
        picked: a file was dropped or chosen (its path).
        changed: kind, encoding or sheet was set by the user.
    """

    picked = Signal(object)
    changed = Signal()

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self._ctx = ctx
        self.setAcceptDrops(True)
        self.choose = Button(name="import.choose", kind="primary", icon="folder-open")
        self.choose.clicked.connect(self.ask)
        self._title = label("strong", name="import.file")
        self._hint = label("label", wrap=True)
        self._hint.setMinimumWidth(560)
        self.problem = label("error", name="import.problem", wrap=True)
        self.kind = _combo("import.kind")
        self.encoding = _combo("import.encoding")
        self.sheet = _combo("import.sheet")
        self._fields = [
            Field(self.kind, lambda: translate("Import", "It holds"), above=True),
            Field(self.encoding, lambda: translate("Import", "Encoding"), above=True),
            Field(self.sheet, lambda: translate("Import", "Sheet"), above=True),
        ]
        self._facts = label("label", name="import.facts")
        self._notes = label("small", name="import.notes", wrap=True)
        self.columns = TextTable("import.columns")
        self._build()
        self.show_nothing()

    def _build(self) -> None:
        drop = row(
            column(self._title, self._hint, gap=2), None, self.choose, margins=(16, 14, 16, 14)
        )
        top = pane(drop, role="raised", name="import.drop")
        settings = row(*self._fields, None, margins=(16, 12, 16, 4), gap=16)
        for field in self._fields:
            field.setFixedWidth(210)
        told = column(self._facts, self._notes, self.problem, margins=(16, 4, 16, 8), gap=4)
        self._below = pane(column(settings, told, line(), self.columns))
        layout = column(top, line(), self._below)
        layout.setStretchFactor(self._below, 1)
        layout.addStretch(0)
        self.setLayout(layout)
        top.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._below.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        for box in (self.kind, self.encoding, self.sheet):
            box.activated.connect(lambda _place: self.changed.emit())

    def ask(self) -> None:
        """Choose a file in the system's dialog."""
        kinds = translate(
            "Import",
            "Tables and e-invoices (*.csv *.txt *.tsv *.xlsx *.xls *.xlsb *.ods *.html *.xml *.ofd "
            "*.pdf *.zip);;All files (*)",
        )
        title = translate("Import", "Choose a file to import")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, "", kinds)
        if chosen:
            self.picked.emit(Path(chosen))

    def show_nothing(self) -> None:
        """Say what can be dropped here."""
        self._title.setText(translate("Import", "Drop a file here, or choose one"))
        self._hint.setText(
            translate(
                "Import",
                "Customers, invoices, receipts or past allocations, as CSV or Excel. Nothing is "
                "booked before you have seen what it does.",
            )
        )
        self.problem.hide()
        self.choose.set_kind("primary")
        self._below.setVisible(False)

    def show_problem(self, file: Path, text: str) -> None:
        """Say why the file cannot be read; encoding and sheet can still be changed."""
        self._title.setText(file.name)
        self._hint.setText(str(file.parent))
        self.problem.setText(text)
        self.problem.show()
        self._facts.setText("")
        self._notes.hide()
        self.columns.show_texts((), ())
        self._below.setVisible(True)
        self._fill_encodings("")

    def show_survey(self, draft: Draft, survey: Survey) -> None:
        """Show what the file was recognised as."""
        file = Path(survey.file)
        self._title.setText(file.name)
        self._hint.setText(str(file.parent))
        self._fill_kinds(draft, survey)
        self._fill_encodings(draft.encoding or "")
        self.sheet.clear()
        for name in survey.sheets:
            self.sheet.addItem(name, name)
        self._fields[1].setVisible(bool(survey.encoding))
        self._fields[2].setVisible(len(survey.sheets) > 1)
        self.choose.set_kind("outline")
        self._facts.setText(_facts_of(survey))
        self._show_notes(survey)
        self._show_columns(survey)
        self._below.setVisible(True)

    def _fill_kinds(self, draft: Draft, survey: Survey) -> None:
        language = self._ctx.language
        self.kind.clear()
        kinds = (survey.kind,) if survey.kind == EINVOICE else KINDS
        for kind in kinds:
            self.kind.addItem(import_fields.kind_name(kind, language), kind)
        known = (*KINDS, EINVOICE)
        unclear = survey.recognised not in known and survey.kind not in known
        if unclear:
            self.kind.insertItem(0, translate("Import", "Please choose"), "")
        self.kind.setCurrentIndex(max(0, self.kind.findData(draft.kind if not unclear else "")))
        reason = {"reason": "kind_unclear", "found": survey.recognised}
        self.problem.setText(import_words.file_reason(reason, language) if unclear else "")
        self.problem.setVisible(unclear)

    def _fill_encodings(self, chosen: str) -> None:
        self.encoding.clear()
        self.encoding.addItem(translate("Import", "Recognise it"), "")
        for name in _ENCODINGS:
            self.encoding.addItem(name.upper(), name)
        self.encoding.setCurrentIndex(max(0, self.encoding.findData(chosen)))

    def _show_notes(self, survey: Survey) -> None:
        language = self._ctx.language
        told = [import_words.text(code, facts, language) for code, facts in survey.notes]
        self._notes.setText("\n".join(told))
        self._notes.setVisible(bool(told))

    def _show_columns(self, survey: Survey) -> None:
        headers = (translate("Import", "Column"), translate("Import", "First value"))
        names = survey.headers
        if survey.kind == EINVOICE:  # its fields have no words of their own
            language = self._ctx.language
            names = tuple(import_fields.field_name(n, language, EINVOICE) for n in names)
        rows = [(head or "—", cell) for head, cell in zip(names, survey.samples, strict=True)]
        self.columns.show_texts(headers, rows)
        self.columns.setColumnWidth(0, max(220, self.columns.columnWidth(0)))

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.choose.set_words(translate("Import", "Choose a file…"))
        self.columns.setAccessibleName(translate("Import", "Columns of the file"))
        for field in self._fields:
            field.retranslate()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if event.mimeData().hasUrls() and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file dropped."""
        self.picked.emit(Path(event.mimeData().urls()[0].toLocalFile()))
        event.acceptProposedAction()


def _combo(name: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    return box


def _facts_of(survey: Survey) -> str:
    """Return rows, encoding and delimiter in one line."""
    marks = {
        ",": translate("Import", "comma"),
        ";": translate("Import", "semicolon"),
        "\t": translate("Import", "tab"),
        "|": translate("Import", "vertical bar"),
    }
    parts = [
        translate("Import", "%n row(s)", None, survey.rows),
        translate("Import", "%n column(s)", None, len([h for h in survey.headers if h])),
    ]
    if survey.encoding:
        parts.append(survey.encoding.upper())
    if survey.delimiter:
        said = translate("Import", "separated by {mark}")
        parts.append(said.format(mark=marks.get(survey.delimiter, survey.delimiter)))
    if survey.sheet:
        parts.append(translate("Import", "sheet {name}").format(name=survey.sheet))
    return " · ".join(parts)
