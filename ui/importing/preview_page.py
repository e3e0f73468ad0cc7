"""Third step: the first rows as they will be read, and what the import would do."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from domain.importing import ImportReport
from ui import format as fmt
from ui import import_fields, import_words
from ui.context import AppContext
from ui.importing.draft import Draft
from ui.marks import translate
from ui.widgets.basic import Chips, column, label, line, row
from ui.widgets.choice import Choice, Option
from ui.widgets.paint import ChipText
from ui.widgets.text_table import TextTable

_NUMBERS = frozenset({"amount", "net", "tax", "credit_limit"})


class PreviewPage(QWidget):
    """Counts of a dry run over two tables: rows as read, rows that would be refused."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self._ctx = ctx
        self._counts = Chips()
        self.wait = label("label", name="import.wait")
        self.problem = label("error", name="import.preview_problem", wrap=True)
        self.which = Choice("pill", name="import.which")
        self.rows = TextTable("import.preview")
        self.rejected = TextTable("import.rejected")
        self._tables = QStackedWidget()
        self._tables.addWidget(self.rows)
        self._tables.addWidget(self.rejected)
        told = column(
            row(self._counts, self.wait, None, gap=12), self.problem, margins=(16, 10, 16, 8), gap=6
        )
        self.setLayout(
            column(told, line(), row(self.which, None, margins=(16, 8, 16, 8)), self._tables)
        )
        self.which.chosen.connect(self._show_table)
        self.problem.hide()

    def _show_table(self, which: str) -> None:
        self._tables.setCurrentIndex(0 if which == "rows" else 1)

    def show_waiting(self) -> None:
        """Say that the file is being read."""
        self._counts.set_chips([])
        self.problem.hide()
        self.wait.setText(translate("Import", "Reading the file…"))
        self.wait.show()
        self.rows.show_texts((), ())
        self.rejected.show_texts((), ())
        self.which.set_counts({"rows": 0, "rejected": 0})

    def show_problem(self, text: str) -> None:
        """Say why nothing can be shown."""
        self.wait.hide()
        self.problem.setText(text)
        self.problem.show()

    def show_draft(self, draft: Draft) -> None:
        """Show the preview and the dry run."""
        language = self._ctx.language
        self.wait.hide()
        if draft.preview is not None:
            names = [
                import_fields.field_name(n, language, draft.kind) for n in draft.preview.fields
            ]
            headers = [translate("Import", "Row"), *names]
            numbered = zip(draft.preview.numbers, draft.preview.rows, strict=True)
            rows = [(str(number), *cells) for number, cells in numbered]
            right = [0, *(n + 1 for n, f in enumerate(draft.preview.fields) if f in _NUMBERS)]
            self.rows.show_texts(headers, rows, right=right, marked=draft.preview.refused)
        if draft.dry is not None:
            self._counts.set_chips(count_chips(draft.dry))
            show_rejected(self.rejected, draft.dry, language)
            self.which.set_counts(
                {
                    "rows": len(draft.preview.rows) if draft.preview else 0,
                    "rejected": len(draft.dry.rejected),
                }
            )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.which.set_options(
            [
                Option("rows", translate("Import", "First rows as they will be read")),
                Option("rejected", translate("Import", "Rows refused")),
            ]
        )
        self.rows.setAccessibleName(translate("Import", "First rows as they will be read"))
        self.rejected.setAccessibleName(translate("Import", "Rows refused"))


def count_chips(report: ImportReport) -> list[ChipText]:
    """Return the counts of an import as chips."""
    kinds = (
        (translate("Import", "New"), report.added, "green"),
        (translate("Import", "Changed"), report.updated, "accent"),
        (translate("Import", "Unchanged"), report.unchanged, "neutral"),
        (translate("Import", "Refused"), len(report.rejected), "red"),
        (translate("Import", "New customers"), len(report.created_customers), "outline"),
    )
    word = translate("Import", "Read")
    read = ChipText(f"{word} {fmt.count(report.read)}", "outline")
    return [read, *(ChipText(f"{word} {fmt.count(n)}", tone) for word, n, tone in kinds if n)]


def show_rejected(table: TextTable, report: ImportReport, language: str) -> None:
    """Show refused rows with where, what and why."""
    headers = [
        translate("Import", "Row"),
        translate("Import", "Column"),
        translate("Import", "Value"),
        translate("Import", "Reason"),
    ]
    rows = [
        (str(one.row), one.column, one.value, import_words.text(one.code, one.facts, language))
        for one in report.rejected
    ]
    table.show_texts(headers, rows, right=[0])
