"""The wizard's frame: four steps, the work between them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from domain.changes import Changes
from domain.errors import QingzhangError
from domain.importing import ImportPreview, ImportReport, Survey
from domain.ports import BookReader, Progress
from domain.reading.headers import KINDS
from domain.services.settings import save_mapping
from ui import labels
from ui.context import AppContext
from ui.importing.draft import EINVOICE, Draft
from ui.importing.file_page import FilePage
from ui.importing.mapping_page import MappingPage
from ui.importing.preview_page import PreviewPage
from ui.importing.result_page import ResultPage
from ui.marks import translate
from ui.tasks import DATABASE, WORK, Task
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button

FILE, MAPPING, PREVIEW, RESULT = range(4)
#: What the wizard takes in; a bank's statement has its own place.
KNOWN = (*KINDS, EINVOICE)


class ImportWizard(QDialog):
    """Takes one file after another into the book. Nothing is booked before the third step."""

    def __init__(self, ctx: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ctx = ctx
        self.draft = Draft()
        self._asked = 0
        self._task: Task | None = None
        self.file_page = FilePage(ctx)
        self.mapping_page = MappingPage(ctx)
        self.preview_page = PreviewPage(ctx)
        self.result_page = ResultPage(ctx)
        self._pages = QStackedWidget()
        self._steps = [label("label") for _ in range(4)]
        self.back = Button(name="import.back", key="Alt+B")
        self.forward = Button(name="import.next", kind="primary", key="Enter")
        self.leave = Button(name="import.close", key="Esc")
        self._build()
        self._wire()
        self.retranslate()
        self.resize(960, 620)
        self._go(FILE)

    def _build(self) -> None:
        for page in (self.file_page, self.mapping_page, self.preview_page, self.result_page):
            self._pages.addWidget(page)
        rail = pane(row(*self._steps, None, margins=(16, 0, 16, 0), gap=24), role="head", height=40)
        foot = pane(
            row(self.leave, None, self.back, self.forward, margins=(16, 0, 16, 0)),
            role="raised",
            height=52,
        )
        self.setLayout(column(rail, line(), self._pages, line(), foot))

    def _wire(self) -> None:
        self.file_page.picked.connect(self.start)
        self.file_page.changed.connect(self._resurvey)
        self.mapping_page.changed.connect(self._show_buttons)
        self.mapping_page.load_asked.connect(self._load)
        self.mapping_page.save_asked.connect(self._keep)
        self.result_page.again.connect(self._again)
        self.result_page.stop.clicked.connect(self._stop)
        self.back.clicked.connect(self._go_back)
        self.forward.clicked.connect(self.next)
        self.leave.clicked.connect(self.reject)
        self.back.setShortcut("Alt+B")
        self.ctx.runner.changed.connect(self._show_progress)
        self.ctx.language_changed.connect(self.retranslate)

    # steps

    def step(self) -> int:
        """Return the step shown."""
        return self._pages.currentIndex()

    def _go(self, step: int) -> None:
        self._pages.setCurrentIndex(max(FILE, step))
        for place, told in enumerate(self._steps):
            told.setProperty("role", "strong" if place == self.step() else "label")
            told.style().unpolish(told)
            told.style().polish(told)
        self._show_buttons()
        first = {FILE: self.file_page.choose, MAPPING: self.mapping_page.saved}
        first.get(self.step(), self.forward).setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        straight = self.step() == PREVIEW and not self.draft.needs_columns
        self._go(FILE if straight else self.step() - 1)

    def _show_buttons(self) -> None:
        step, draft = self.step(), self.draft
        self.back.setVisible(step in (MAPPING, PREVIEW))
        self.forward.setVisible(step != RESULT)
        ready = {
            FILE: draft.survey is not None and draft.kind in KNOWN and self._is_kind_settled(),
            MAPPING: not draft.problems(),
            PREVIEW: draft.dry is not None and draft.dry.added + draft.dry.updated > 0,
        }
        self.forward.setEnabled(ready.get(step, False))
        self._word_buttons()

    def _is_kind_settled(self) -> bool:
        survey = self.draft.survey
        return survey is not None and survey.kind in KNOWN

    def _word_buttons(self) -> None:
        words = {PREVIEW: translate("Import", "Import"), MAPPING: translate("Import", "Preview")}
        if self.step() == PREVIEW and self.draft.dry is not None:
            count = self.draft.dry.added + self.draft.dry.updated
            words[PREVIEW] = translate("Import", "Import %n row(s)", None, count)
        self.forward.set_words(words.get(self.step(), translate("Import", "Next")))
        done = self.step() == RESULT and self._task is None
        close = translate("Import", "Close") if done else translate("Import", "Cancel")
        self.leave.set_words(close)

    def next(self) -> None:
        """Go on to the next step."""
        if self.step() == FILE and self.draft.needs_columns:
            self._show_mapping()
        elif self.step() in (FILE, MAPPING):
            self._try()
        elif self.step() == PREVIEW:
            self._import()

    # first step

    def start(self, file: Path) -> None:
        """Look at a file."""
        self.draft = Draft(file=file)
        self._survey("auto")

    def _resurvey(self) -> None:
        page = self.file_page
        self.draft.encoding = page.encoding.currentData() or None
        chosen = page.sheet.currentData()
        first = self.draft.survey.sheet if self.draft.survey else ""
        self.draft.sheet = chosen if chosen and chosen != first else self.draft.sheet
        self._survey(str(page.kind.currentData() or "auto"))

    def _survey(self, kind: str, mapping: dict[str, Any] | Path | None = None) -> None:
        draft, importer = self.draft, self.ctx.ports.importer
        file = draft.file
        if file is None:
            return

        def job(_report: Progress) -> Survey:
            return importer.survey(
                file, kind, mapping=mapping, encoding=draft.encoding, sheet=draft.sheet
            )

        self._work(job, self._surveyed, self._unread, translate("Import", "Looking at the file"))

    def _surveyed(self, survey: Survey) -> None:
        self.draft.survey = survey
        self.draft.mapping = dict(survey.mapping)
        self.file_page.show_survey(self.draft, survey)
        if self.step() == MAPPING:
            self._show_mapping()
        self._show_buttons()
        if self.forward.isEnabled():
            self.forward.setFocus(Qt.FocusReason.OtherFocusReason)

    def _unread(self, text: str) -> None:
        if self.step() == MAPPING:
            self.mapping_page.problem.setText(text)
            self.mapping_page.problem.show()
            return
        self.draft.survey = None
        if self.draft.file is not None:
            self.file_page.show_problem(self.draft.file, text)
        self._show_buttons()

    # second step

    def _show_mapping(self) -> None:
        kind = self.draft.kind

        def read(reader: BookReader) -> dict[str, str]:
            return reader.saved_mappings(kind)

        def here(saved: dict[str, str]) -> None:
            self.mapping_page.show_draft(self.draft, saved, self.ctx.language)
            self._go(MAPPING)

        self.ctx.query(read, here, asker=self)

    def _load(self, name: str) -> None:
        """Use a saved mapping: a name of the book, "file:…", or "" for what is recognised."""
        kind = self.draft.kind
        if not name:
            self._survey(kind)
        elif name.startswith("file:"):
            self._survey("auto", Path(name.removeprefix("file:")))
        else:
            self.mapping_page.name.setText(name)
            self.ctx.query(
                lambda reader: json.loads(reader.saved_mappings(kind)[name]),
                lambda saved: self._survey(kind, saved),
                asker=self,
            )

    def _keep(self, name: str) -> None:
        text = json.dumps(self.draft.full_mapping(), ensure_ascii=False)
        said = translate("Import", "Mapping kept as {name}").format(name=name)

        def kept(_result: object) -> None:
            self._show_mapping()

        self.ctx.act(save_mapping, self.draft.kind, name, text, asker=self, notice=said, done=kept)

    # third step

    def _try(self) -> None:
        """Read the file and count what it would do."""
        self._go(PREVIEW)
        self.draft.preview = self.draft.dry = None
        self.preview_page.show_waiting()
        self._show_buttons()
        mapping, file, ctx = self.draft.full_mapping(), self.draft.file, self.ctx
        if file is None:
            return

        def job(report: Progress) -> tuple[ImportPreview, ImportReport]:
            shown = ctx.ports.importer.preview(
                file,
                mapping,
                currency=ctx.reader.base_currency(),
                encoding=self.draft.encoding,
                progress=report,
            )
            return shown, self._take(file, mapping, report, dry_run=True)

        def failed(text: str) -> None:
            self.preview_page.show_problem(text)
            self._show_buttons()

        title = translate("Import", "Trying the import")
        self._task = self._work(job, self._tried, failed, title, lane=DATABASE)

    def _take(
        self, file: Path, mapping: dict[str, Any], report: Progress, *, dry_run: bool
    ) -> ImportReport:
        return self.ctx.ports.importer.take(
            self.ctx.book,
            str(mapping["kind"]),
            file,
            mapping=mapping if self.draft.needs_columns else None,
            dry_run=dry_run,
            currency=None,
            encoding=self.draft.encoding,
            progress=report,
            user=self.ctx.user,
        )

    def _tried(self, told: tuple[ImportPreview, ImportReport]) -> None:
        self._task = None
        self.draft.preview, self.draft.dry = told
        self.preview_page.show_draft(self.draft)
        self._show_buttons()
        self.forward.setFocus(Qt.FocusReason.OtherFocusReason)

    # last step

    def _import(self) -> None:
        mapping, file = self.draft.full_mapping(), self.draft.file
        if file is None:
            return
        self._go(RESULT)
        self.result_page.show_working(file.name)

        def job(report: Progress) -> ImportReport:
            return self._take(file, mapping, report, dry_run=False)

        def failed(text: str) -> None:
            self._task = None
            self.result_page.show_failed(text)
            self._show_buttons()

        title = translate("Import", "Importing {file}").format(file=file.name)
        self._task = self._work(job, self._imported, failed, title, lane=DATABASE)

    def _imported(self, report: ImportReport) -> None:
        self._task = None
        self.draft.report = report
        self.result_page.show_report(report)
        self._show_buttons()
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
        ctx = self.ctx
        ctx.broadcast(Changes(customers=True, documents=True, allocations=True))
        ctx.work(
            lambda _report: ctx.store.settle(ctx.book),
            asker=ctx,
            title=translate("Import", "Bringing the search up to date"),
        )

    def _again(self) -> None:
        self.draft = Draft()
        self.file_page.show_nothing()
        self._go(FILE)

    # machinery

    def _work(
        self,
        job: Any,
        done: Any,
        failed: Any,
        title: str,
        *,
        lane: str = WORK,
    ) -> Task:
        """Run work; only the last asked for arrives. A stop says that nothing changed."""
        self._asked += 1
        mark = self._asked

        def told(value: Any) -> None:
            if mark == self._asked:
                done(value)

        def refused(error: Exception) -> None:
            if mark != self._asked:
                return
            self._task = None
            if isinstance(error, QingzhangError):
                failed(labels.error_text(error, self.ctx.language))
            else:
                failed(translate("Import", "The program made a mistake. Nothing was imported."))
                self.ctx.runner.crashed.emit(error)

        return self.ctx.runner.run(
            job, done=told, failed=refused, asker=self, lane=lane, title=title
        )

    def _show_progress(self) -> None:
        if self._task is not None and self.step() == RESULT:
            self.result_page.show_progress(self._task)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self.result_page.stop.setEnabled(False)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.setWindowTitle(translate("Import", "Import"))
        words = (
            translate("Import", "1 File"),
            translate("Import", "2 Columns"),
            translate("Import", "3 Preview"),
            translate("Import", "4 Result"),
        )
        for told, text in zip(self._steps, words, strict=True):
            told.setText(text)
        self.back.set_words(translate("Import", "Back"))
        for page in (self.file_page, self.mapping_page, self.preview_page, self.result_page):
            page.retranslate()
        if self.draft.survey is None:
            self.file_page.show_nothing()
        self._show_buttons()

    def reject(self) -> None:
        """Close; an import under way is stopped first and says so."""
        if self._task is not None and self.step() == RESULT:
            self._stop()
            return
        if self._task is not None:
            self._task.cancel()
        super().reject()
