"""Backups and the check of the book."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from domain.errors import QingzhangError
from domain.ports import Progress
from ui import check_words, labels
from ui import format as fmt
from ui.context import AppContext
from ui.marks import translate
from ui.ports import Finding
from ui.settings.section import Section
from ui.shell.books import backup_folder
from ui.tasks import DATABASE
from ui.widgets.basic import column, label, line, row, set_tone
from ui.widgets.button import Button
from ui.widgets.text_table import TextTable


class SafetySection(Section):
    """Where copies go, the last one, a copy now; everything recomputed and compared."""

    key = "safety"

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._folder = label("", name="settings.safety.folder", wrap=True)
        self._last = label("label", name="settings.safety.last")
        self.change = Button(name="settings.safety.change", icon="folder-open")
        self.now = Button(name="settings.safety.now", icon="hard-drive", key="Ctrl+B")
        self.restore = Button(name="settings.safety.restore", icon="history")
        self.check = Button(name="settings.safety.check", icon="list-checks")
        self._backup_head, self._check_head = label("heading"), label("heading")
        self._about_check = label("label", wrap=True)
        self._verdict = label("strong", name="settings.safety.verdict", wrap=True)
        self.findings = TextTable("settings.safety.findings")
        self.findings.hide()
        self._verdict.hide()
        self.save.hide()
        self.setLayout(
            column(
                *(self._backup_head, self._folder, self._last),
                row(self.now, self.change, self.restore, None),
                *(8, line(role="hairline"), 8, self._check_head, self._about_check),
                *(row(self.check, None), self._verdict, self.findings, self.problem, None),
                gap=8,
            )
        )
        self.now.clicked.connect(self._back_up)
        self.change.clicked.connect(self.ask_folder)
        self.restore.clicked.connect(partial(ctx.command.emit, "book.restore"))
        self.check.clicked.connect(self.run_check)

    def title(self) -> str:
        """Return the section's name."""
        return translate("Settings", "Backups and check")

    def about(self) -> str:
        """Return one line about it."""
        return translate("Settings", "A copy is checked before it gets its name")

    def load(self) -> None:
        """Show folder and last copy."""
        folder, path, store = backup_folder(self.ctx), self.ctx.opened.path, self.ctx.store
        self._folder.setText(str(folder))

        def read(_report: Progress) -> datetime | None:
            return store.last_backup(path, folder)

        self.ctx.work(read, self._show_last, asker=self, title="")

    def _show_last(self, at: datetime | None) -> None:
        if at is None:
            self._last.setText(translate("Settings", "No copy of this book in the folder yet"))
            return
        local = at.astimezone() if at.tzinfo else at
        said = translate("Settings", "Last copy: {moment}")
        shown = fmt.moment(local, self.ctx.ports.today(), self.ctx.language)
        self._last.setText(said.format(moment=shown))

    def ask_folder(self) -> None:
        """Choose where copies go."""
        title = translate("Settings", "Folder for backups")
        chosen = QFileDialog.getExistingDirectory(self, title, str(backup_folder(self.ctx)))
        if chosen:
            self.use_folder(Path(chosen))

    def use_folder(self, folder: Path) -> None:
        """Keep copies in another folder from now on."""
        self.ctx.state.put("backup_folder", str(folder))
        self.load()

    def _back_up(self) -> None:
        ctx, folder = self.ctx, backup_folder(self.ctx)
        said = translate("Settings", "Backed up to {file}")

        def done(made: Path) -> None:
            ctx.notify(said.format(file=made))
            self.load()

        self.ctx.runner.run(
            lambda _report: ctx.store.backup(ctx.book, folder),
            done=done,
            failed=self._failed,
            asker=self,
            lane=DATABASE,
            title=translate("Settings", "Backing up"),
        )

    def run_check(self) -> None:
        """Recompute everything in the background."""
        ctx = self.ctx
        self.check.setEnabled(False)
        self._verdict.hide()
        self.findings.hide()
        self.ctx.runner.run(
            lambda _report: list(ctx.store.check(ctx.book)),
            done=self._checked,
            failed=self._failed,
            asker=self,
            lane=DATABASE,
            title=translate("Settings", "Checking the book"),
        )

    def _failed(self, error: Exception) -> None:
        self.check.setEnabled(True)
        if isinstance(error, QingzhangError):
            self.problem.setText(labels.error_text(error, self.ctx.language))
            self.problem.show()
        else:
            self.ctx.runner.crashed.emit(error)

    def _checked(self, findings: Sequence[Finding]) -> None:
        self.check.setEnabled(True)
        self.problem.hide()
        good = translate("Settings", "In order: everything the book derives agrees with its facts.")
        bad = translate("Settings", "%n finding(s)", None, len(findings))
        self._verdict.setText(bad if findings else good)
        set_tone(self._verdict, "red" if findings else "green")
        self._verdict.show()
        language = self.ctx.language
        rows = [
            (check_words.text(one.code, one.facts, language), ", ".join(one.refs))
            for one in findings
        ]
        headers = (translate("Settings", "Finding"), translate("Settings", "Records"))
        self.findings.show_texts(headers, rows)
        self.findings.setVisible(bool(rows))

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._backup_head.setText(translate("Settings", "Backups"))
        self._check_head.setText(translate("Settings", "Check"))
        self._about_check.setText(
            translate(
                "Settings",
                "Recomputes balances, allocations, numbers and issued papers and compares them "
                "with what is kept. Nothing is changed.",
            )
        )
        self.change.set_words(translate("Settings", "Another folder…"))
        self.now.set_words(translate("Settings", "Back up now"))
        self.restore.set_words(translate("Settings", "Restore to a new file…"))
        self.check.set_words(translate("Settings", "Check the book"))
        self.findings.setAccessibleName(translate("Settings", "Findings"))
        self.load()
