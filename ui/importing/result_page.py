"""Last step: the import under way, then what it did."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar, QStackedWidget, QWidget

from domain.importing import ImportReport
from ui import format as fmt
from ui import import_words
from ui.context import AppContext
from ui.importing.preview_page import count_chips, show_rejected
from ui.marks import translate
from ui.tasks import Task
from ui.widgets.basic import Chips, column, label, line, row
from ui.widgets.button import Button
from ui.widgets.text_table import TextTable


class ResultPage(QWidget):
    """Progress with Cancel; then counts, refused rows, customers made.

    Signals:
        again: another file is to be imported.
    """

    again = Signal()

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self._ctx = ctx
        self._report: ImportReport | None = None
        self._doing = label("strong", name="import.doing")
        self._at = label("label", name="import.at")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.stop = Button(name="import.stop", icon="x")
        self._head = label("subhead", name="import.done")
        self._counts = Chips()
        self._made = label("small", wrap=True, name="import.customers")
        self.problem = label("error", name="import.failed", wrap=True)
        self.rejected = TextTable("import.result.rejected")
        self.save = Button(name="import.save_rejected", icon="file-down")
        self.next = Button(name="import.again", icon="file-up")
        self._pages = QStackedWidget()
        self._build()
        self.save.clicked.connect(self.ask)
        self.next.clicked.connect(self.again)

    def _build(self) -> None:
        working = column(
            *(None, self._doing, 10, self._bar, 8, self._at, 12, row(self.stop, None), None, None),
            margins=(48, 0, 48, 0),
        )
        wait = QWidget()
        wait.setLayout(working)
        buttons = row(self.save, self.next, None)
        head = column(
            *(self._head, self._counts, self._made, self.problem, buttons),
            margins=(16, 14, 16, 12),
            gap=8,
        )
        done = QWidget()
        done.setLayout(column(head, line(), self.rejected))
        self._pages.addWidget(wait)
        self._pages.addWidget(done)
        self.setLayout(column(self._pages))

    def show_working(self, file: str) -> None:
        """Show progress."""
        self._pages.setCurrentIndex(0)
        self._doing.setText(translate("Import", "Importing {file}").format(file=file))
        self._bar.setRange(0, 0)
        self._at.setText("")
        self.stop.setEnabled(True)

    def show_progress(self, task: Task) -> None:
        """Show how far it is."""
        if task.total:
            self._bar.setRange(0, task.total)
            self._bar.setValue(task.done)
            said = translate("Import", "{done} of {total} rows")
            self._at.setText(said.format(done=fmt.count(task.done), total=fmt.count(task.total)))

    def show_failed(self, text: str) -> None:
        """Say why nothing was imported."""
        self._pages.setCurrentIndex(1)
        self._head.setText(translate("Import", "Nothing was imported"))
        self._counts.set_chips([])
        self._made.hide()
        self.problem.setText(text)
        self.problem.show()
        self.save.hide()
        self.rejected.show_texts((), ())

    def show_report(self, report: ImportReport) -> None:
        """Show what the import did."""
        self._report = report
        self._pages.setCurrentIndex(1)
        self.problem.hide()
        self._head.setText(
            translate("Import", "{file} is imported").format(file=Path(report.file).name)
        )
        self._counts.set_chips(count_chips(report))
        made = report.created_customers
        told = translate("Import", "Customers made because the file names them: {codes}")
        more = f" … ({fmt.count(len(made))})" if len(made) > 12 else ""
        self._made.setText(told.format(codes=", ".join(made[:12]) + more))
        self._made.setVisible(bool(made))
        self.save.setVisible(bool(report.rejected))
        show_rejected(self.rejected, report, self._ctx.language)
        self.rejected.setVisible(bool(report.rejected))

    def ask(self) -> None:
        """Ask where the refused rows go."""
        if self._report is None:
            return
        name = f"{Path(self._report.file).stem}-rejected.csv"
        title = translate("Import", "Save the refused rows")
        kinds = translate("Import", "CSV text (*.csv)")
        chosen, _kind = QFileDialog.getSaveFileName(self, title, name, kinds)
        if chosen:
            self.write_to(Path(chosen))

    def write_to(self, path: Path) -> None:
        """Write the refused rows with their reasons, to be corrected and imported again."""
        report, language = self._report, self._ctx.language
        if report is None:
            return
        reasons = [import_words.text(one.code, one.facts, language) for one in report.rejected]
        said = translate(
            "Import", "Refused rows written to {file}. Correct them there and import it"
        )
        self._ctx.work(
            lambda _report: self._ctx.ports.importer.write_rejected(report, reasons, path),
            lambda _none: self._ctx.notify(said.format(file=path.name)),
            asker=self,
            title=translate("Import", "Writing the refused rows"),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.stop.set_words(translate("Import", "Cancel the import"))
        self.save.set_words(translate("Import", "Save refused rows…"))
        self.next.set_words(translate("Import", "Import another file"))
        self.rejected.setAccessibleName(translate("Import", "Rows refused"))
        self._bar.setAccessibleName(translate("Import", "Progress of the import"))
