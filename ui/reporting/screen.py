"""The Reports screen: the gallery, and each report with its parameters and real pages."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from domain.changes import Changes
from domain.ports import Progress
from ui import format as fmt
from ui.acts import Act
from ui.context import AppContext
from ui.gallery import gallery
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.preview.pane import PagePreview, file_name
from ui.printing import print_pdf
from ui.reporting import making
from ui.reporting.making import Made
from ui.reporting.params import ParameterPanel
from ui.screen import Screen
from ui.widgets.basic import column, label, line, pane, row, set_tone
from ui.widgets.button import Button
from ui.widgets.head import ScreenHead
from ui.widgets.steps import Step

_ABOUT: Final = {
    "ageing": QT_TRANSLATE_NOOP("Reports", "What each customer owes, by how long it is overdue"),
    "ageing-items": QT_TRANSLATE_NOOP("Reports", "The same, item by item"),
    "open-items": QT_TRANSLATE_NOOP("Reports", "Every invoice, credit and receipt still open"),
    "customers": QT_TRANSLATE_NOOP("Reports", "Balance, overdue and limit of every customer"),
    "receipts": QT_TRANSLATE_NOOP("Reports", "Money received, and what of it is not applied"),
    "kpi": QT_TRANSLATE_NOOP("Reports", "DSO, collection and overdue by month, the last 24 months"),
    "concentration": QT_TRANSLATE_NOOP(
        "Reports", "Who the balance hangs on: shares, largest customers, HHI"
    ),
    "payment-behaviour": QT_TRANSLATE_NOOP(
        "Reports", "How each customer pays: days late, habit, trend"
    ),
    "insurance-need": QT_TRANSLATE_NOOP(
        "Reports", "Four tests whether credit insurance is worth asking for"
    ),
    "limitation": QT_TRANSLATE_NOOP("Reports", "The last safe day of every open item, and why"),
    "legal-events": QT_TRANSLATE_NOOP("Reports", "Letters sent, promises, filings, as recorded"),
    "risk-map": QT_TRANSLATE_NOOP("Reports", "Customers by grade and exposure, expected loss"),
    "risk-places": QT_TRANSLATE_NOOP("Reports", "Percent overdue by region and industry"),
    "expected-loss": QT_TRANSLATE_NOOP("Reports", "Exposure × PD × LGD by grade"),
    "warnings": QT_TRANSLATE_NOOP("Reports", "What warns, with its figures and its review"),
    "warning-review": QT_TRANSLATE_NOOP("Reports", "A customer's review sheet; or all warnings"),
    "warning-backtest": QT_TRANSLATE_NOOP("Reports", "Recall and false alarms on your own book"),
    "assessment": QT_TRANSLATE_NOOP("Reports", "A customer's grade explained; or all grades"),
    "assessment-report": QT_TRANSLATE_NOOP(
        "Reports", "Registry, accounts, credit record and visit of a customer"
    ),
    "credit-policy": QT_TRANSLATE_NOOP("Reports", "The policy in force, as the firm's own manual"),
    "policy-review": QT_TRANSLATE_NOOP(
        "Reports", "What the last quarter brought: figures, letters, losses, overrides"
    ),
    "monthly": QT_TRANSLATE_NOOP(
        "Reports", "For the boss: balance, overdue, cash in, who is most overdue"
    ),
}
_C: Final = "Reports"


class ReportsScreen(Screen):
    """A list of reports; one of them open with its parameters left and its page right."""

    key = "reports"

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._reports = gallery()
        self._name = ""
        self._made: Made | None = None
        self._asked: dict[str, Any] = {}
        self.params = ParameterPanel(ctx)
        self.preview = PagePreview(ctx, "reports.preview")
        self.preview.set_zoom("width")
        self._make_acts()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._gallery_page())
        self._stack.addWidget(self._report_page())
        self.setLayout(column(self._stack))
        self.params.changed.connect(self.run)
        self.preview.shown.connect(self._shown)

    def _make_acts(self) -> None:
        self._pdf = Act(
            self,
            "reports.pdf",
            (_C, QT_TRANSLATE_NOOP("Reports", "Save as PDF…")),
            self.save_pdf,
            key="Ctrl+Shift+P",
            icon="file-down",
        )
        self._csv = Act(
            self,
            "reports.csv",
            (_C, QT_TRANSLATE_NOOP("Reports", "Save as CSV…")),
            partial(self._ask_table, "csv"),
            icon="file-text",
        )
        self.acts = [self._pdf, self._csv]

    def _gallery_page(self) -> Any:
        self._gallery_head = ScreenHead("reports.gallery")
        self._steps = {
            name: Step(
                f"reports.open.{name}",
                "chart-column" if "ageing" in name else "sheet",
                partial(self.ctx.navigate, f"report/{name}"),
            )
            for name in self._reports
        }
        inside = column(*self._steps.values(), None, margins=(16, 8, 16, 16))
        return pane(column(self._gallery_head, pane(inside)))

    def _report_page(self) -> Any:
        self._back = Button(name="reports.back", kind="link")
        self._back.clicked.connect(lambda: self.ctx.navigate("reports"))
        self._title = label("title", name="reports.title")
        self._print = Button(name="reports.print", kind="primary", icon="printer", key="Ctrl+P")
        self._save_pdf = Button(name="reports.save_pdf", icon="file-down")
        self._excel = Button(name="reports.export", icon="sheet", key="Ctrl+E")
        self._save_csv = Button(name="reports.save_csv")
        self._copy = Button(name="reports.copy", icon="copy")
        for button, run in (
            (self._print, self.print_list),
            (self._save_pdf, self.save_pdf),
            (self._excel, self.export_list),
            (self._save_csv, partial(self._ask_table, "csv")),
            (self._copy, self.copy),
        ):
            button.clicked.connect(lambda _on=False, run=run: run())
        arrow = label("label", "›")
        head = row(
            *(self._back, arrow, self._title, None, self._print, self._save_pdf, self._excel),
            *(self._save_csv, self._copy),
            margins=(16, 0, 16, 0),
        )
        self._tie = label("label", name="reports.tie")
        strip = pane(row(self._tie, None, margins=(16, 0, 16, 0)), role="raised", height=31)
        right = column(strip, line(), self.preview)
        body = row(self.params, line(vertical=True), right, gap=0)
        return pane(column(pane(head, height=47), line(), body))

    # making

    def run(self) -> None:
        """Make the report with the parameters that stand in the panel."""
        if not self._name or not self.params.check():
            return
        report, language = self._reports[self._name], self.ctx.language
        params = {**self.params.values(), "maker": self.ctx.user}
        ctx, today = self.ctx, self.ctx.today
        asked: dict[str, Any] = {}
        self._asked = asked

        def job() -> bytes:
            made = making.make(report, ctx.reader, params, language, today)
            asked["made"] = made
            return making.pages(ctx.papers, made.value, limit=making.SHOWN)

        self.preview.show_made(job, translate("Reports", "Making the report…"))

    def _shown(self) -> None:
        self._made = self._asked.get("made") if self.preview.pdf else None
        made = self._made
        text = "" if made is None else making.tie_line(made)
        tied = None if made is None else making.ties(made)
        if made is not None and made.is_cut():
            first = translate("Reports", "first {count} rows shown, all are printed")
            text = f"{text} · {first.format(count=fmt.count(making.SHOWN))}"
        if tied is not None:
            good = translate("Reports", "agrees with the customer list")
            bad = translate("Reports", "differs from the customer list")
            text += f" · {good if tied else bad}"
        self._tie.setText(text)
        set_tone(self._tie, "red" if tied is False else "")
        self._enable()

    def _enable(self) -> None:
        ready = self._made is not None
        for button in (self._print, self._save_pdf):
            button.setEnabled(ready)
        table = self._made is not None and making.has_table(self._made.value)
        for button in (self._excel, self._save_csv, self._copy):
            button.setEnabled(table)
        for act in self.acts:
            act.setEnabled(ready)

    # paper and files

    def _file_name(self) -> str:
        title = self._reports[self._name].title(self.ctx.language)
        return file_name(f"{title} {self.params.values().get('as_of', '')}".strip())

    def print_list(self) -> None:
        """Ctrl+P."""
        if self._made is not None:
            self._with_pages(lambda pdf: print_pdf(self.ctx, pdf, self))

    def save_pdf(self) -> None:
        """Ask where to save the pages."""
        if self._made is not None:
            name = self._file_name()
            self._with_pages(lambda pdf: self.preview.save_as(name, pdf))

    def _with_pages(self, use: Any) -> None:
        """Hand over all pages, laying out what the preview left out."""
        made, papers = self._made, self.ctx.papers
        if made is None:
            return
        if not made.is_cut():
            use(self.preview.pdf)
            return
        self.ctx.work(
            lambda _report: making.pages(papers, made.value),
            use,
            asker=self,
            title=translate("Reports", "Laying out pages"),
        )

    def export_list(self) -> None:
        """Ctrl+E."""
        self._ask_table("xlsx")

    def _ask_table(self, ending: str) -> None:
        if self._made is None or not making.has_table(self._made.value):
            return
        kinds = {
            "xlsx": translate("Reports", "Excel workbook (*.xlsx)"),
            "csv": translate("Reports", "CSV text (*.csv)"),
        }[ending]
        title = translate("Reports", "Save the report")
        name = f"{self._file_name()}.{ending}"
        chosen, _kind = QFileDialog.getSaveFileName(self, title, name, kinds)
        if chosen:
            path = Path(chosen)
            self.write(path if path.suffix else path.with_suffix(f".{ending}"))

    def write(self, path: Path) -> None:
        """Write the report as Excel or CSV, by the name's ending."""
        made, ctx = self._made, self.ctx
        if made is None:
            return

        def job(_report: Progress) -> None:
            ctx.files.write_sheet(making.sheet(ctx.papers, made.value), path)

        said = translate("Reports", "Saved as {file}").format(file=path.name)
        ctx.work(
            job,
            lambda _none: ctx.notify(said),
            asker=self,
            title=translate("Reports", "Saving the report"),
        )

    def copy(self) -> None:
        """Put the report on the clipboard as plain numbers."""
        made, papers = self._made, self.ctx.papers
        if made is None or not making.has_table(made.value):
            return

        def clip(text: str) -> None:
            QGuiApplication.clipboard().setText(text)
            self.ctx.notify(translate("Reports", "%n row(s) copied", None, made.rows))

        self.ctx.work(
            lambda _report: making.clip_text(making.sheet(papers, made.value)),
            clip,
            asker=self,
            title=translate("Reports", "Copying"),
        )

    # the frame

    def open_record(self, record: str) -> None:
        """Show a report by its name, "assessment", or "assessment/12" for a customer."""
        record, _, customer = record.partition("/")
        if record not in self._reports:
            return
        other = record != self._name
        self._name = record
        self.params.use(self._reports[record])
        if customer.isdigit():
            # Once the customer is read the report is made, as when one is picked.
            self.params.customer.set_customer(int(customer))
            other, self._made = False, None
        self._word_report()
        self._stack.setCurrentIndex(1)
        self.setFocusProxy(self.params.as_of)
        if other or (self._made is None and not customer):
            self.run()

    def open_list(self, query: dict[str, str]) -> None:
        """Show the gallery."""
        self._name = ""
        self._made = None
        self._stack.setCurrentIndex(0)
        self.setFocusProxy(next(iter(self._steps.values())))

    def address(self) -> str:
        """Return the report shown."""
        return f"report/{self._name}" if self._name else "reports"

    def refresh(self, changes: Changes) -> None:
        """Make the report anew from what the book says now."""
        if self._name:
            self.params.read_currencies()
            self.run()

    def _on_as_of(self) -> None:
        self.params.follow_date()
        super()._on_as_of()

    def escape(self) -> bool:
        """Go back to the gallery."""
        if self._name:
            self.ctx.navigate("reports")
            return True
        return False

    def offers(self) -> set[str]:
        """Reports are printed, exported and copied."""
        return {"print", "export", "copy"} if self._name else set()

    def state(self) -> dict[str, Any]:
        """Remember the parameters and the report."""
        return {"name": self._name, "params": self.params.state()}

    def restore(self, state: dict[str, Any]) -> None:
        """Take back what was remembered."""
        self.params.restore(state.get("params", {}))
        name = state.get("name", "")
        self._name = name if name in self._reports else ""

    def help_text(self) -> str:
        """Explain the screen."""
        return translate(
            "Reports",
            "<p>Choose a report, set its parameters at the left; the page at the right is the "
            "real one that is printed.</p><p>The line above the page gives the totals and says "
            "whether they agree with the customer list. Excel, CSV and Copy give plain "
            "numbers.</p>",
        )

    def _word_report(self) -> None:
        if self._name:
            self._title.setText(self._reports[self._name].title(self.ctx.language))

    def retranslate(self) -> None:
        """Set every text in the current language."""
        language = self.ctx.language
        self._gallery_head.set_words(
            translate("Navigation", "Reports"),
            translate("Reports", "As of any date"),
        )
        for name, step in self._steps.items():
            about = _ABOUT.get(name, "")
            step.set_words(self._reports[name].title(language), translate(_C, about))
        self._back.set_words(translate("Navigation", "Reports"))
        self._print.set_words(translate("Reports", "Print"))
        self._save_pdf.set_words("PDF")
        self._excel.set_words("Excel")
        self._save_csv.set_words("CSV")
        self._copy.set_words(translate("Reports", "Copy"))
        self.params.retranslate()
        self.preview.retranslate()
        self._word_report()
        if self._name and self._stack.currentIndex() == 1:
            self.run()
        self._enable()
