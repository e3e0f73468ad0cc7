"""Making, opening, copying and restoring books, with what the window says about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from domain.errors import QingzhangError
from ui.acts import Act
from ui.labels import error_text
from ui.marks import translate
from ui.tasks import DATABASE

if TYPE_CHECKING:
    # Types only: these modules are loaded after the first paint.
    from domain.ports import Book, Progress
    from ui.context import AppContext, OpenBook
    from ui.ports import NewBook
    from ui.shell.window import Shell

#: Books kept in the list of recent ones.
RECENT: Final = 8


class Books(QObject):
    """Carries out the commands about whole books."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell

    def commands(self) -> dict[str, Callable[[], Any]]:
        """Return what each command of the menus does."""
        return {
            "book.new": self.ask_new,
            "book.open": self.ask_open,
            "book.sample": self.open_sample,
            "book.import": self.import_file,
            "book.backup": self.back_up,
            "book.restore": self.ask_restore,
            "book.check": self.check,
            "book.close": self.close,
        }

    # opening

    def ask_new(self) -> None:
        """Go to the welcome page, where a new book is made."""
        self.close()

    def ask_open(self) -> None:
        """Ask for a book file and open it."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _kind = QFileDialog.getOpenFileName(
            self._shell,
            translate("Books", "Open a book"),
            str(self._shell.ports.data_dir),
            translate("Books", "Qingzhang books (*.qz);;All files (*)"),
        )
        if chosen:
            self.open_path(Path(chosen))

    def open_path(self, path: Path, missing: Callable[[], None] | None = None) -> None:
        """Open a book in the background; ``missing`` follows where it cannot be opened."""
        ctx = self._shell.ctx
        if ctx is not None and ctx.opened.path == path:
            return

        def failed(_error: QingzhangError) -> bool:
            if missing is not None:
                missing()
            return False

        store = self._shell.ports.store
        self._run(
            lambda report: _named(store.open(path, report), path),
            self._shell.open_book,
            translate("Books", "Opening the book"),
            failed,
        )

    def create(self, new: NewBook, failed: Callable[[QingzhangError], bool] | None = None) -> None:
        """Make a book and open it."""
        store = self._shell.ports.store
        self._run(
            lambda _report: _named(store.create(new), new.path),
            self._shell.open_book,
            translate("Books", "Making the book"),
            failed,
        )

    def open_sample(self) -> None:
        """Make the sample book afresh and open it."""
        store = self._shell.ports.store

        def job(report: Progress) -> tuple[OpenBook, date]:
            book, path, as_of = store.sample(report)
            return _named(book, path, sample=True), as_of

        ctx = self._shell.ctx
        if ctx is not None and ctx.opened.sample:
            # The file is made afresh; an open one cannot be replaced on Windows.
            self.close()
        self._run(
            job,
            lambda made: self._shell.open_book(made[0], made[1]),
            translate("Books", "Making the sample book"),
        )

    def close(self) -> None:
        """Close the book and show the welcome page."""
        self._shell.leave_book()
        self._shell.show_welcome()

    def import_file(self) -> None:
        """Open the import wizard."""
        if self._shell.ctx is not None:
            from ui.importing import open_import

            open_import(self._shell.ctx, self._shell)

    # safety

    def back_up(self) -> None:
        """Make a safety copy in the user's data folder."""
        ctx = self._shell.ctx
        if ctx is None:
            return
        folder = backup_folder(ctx)
        said = translate("Books", "Backed up to {file}")
        self._run(
            lambda _report: ctx.store.backup(ctx.book, folder),
            lambda made: self._told(said.format(file=made)),
            translate("Books", "Backing up"),
        )

    def _told(self, text: str) -> None:
        self._shell.tell(text)
        self._shell.show_last()

    def ask_restore(self) -> None:
        """Ask for a backup, show what it holds, and restore it to a new file."""
        from ui.firstrun.restore import ask_restore

        ask_restore(self._shell, self._shell.ports, self.restore)

    def restore(self, backup: Path, to: Path) -> None:
        """Restore a backup to a new file and open it."""
        store = self._shell.ports.store

        def job(report: Progress) -> OpenBook:
            store.restore(backup, to)
            return _named(store.open(to, report), to)

        said = translate("Books", "Restoring the backup")
        self._run(job, self._shell.open_book, said)

    def check(self) -> None:
        """Recompute everything in the background and tell the outcome."""
        ctx = self._shell.ctx
        if ctx is None:
            return
        good = translate("Books", "The book is in order: everything derived agrees with its facts.")
        bad = translate("Books", "{count} findings. First: {text}")

        def tell(findings: list[Any]) -> None:
            if not findings:
                self._shell.tell(good)
                return
            from ui import check_words

            first = check_words.text(findings[0].code, findings[0].facts, ctx.language)
            text = bad.format(count=len(findings), text=first)
            self._shell.tell(text, tone="error")

        self._run(
            lambda _report: list(ctx.store.check(ctx.book)),
            tell,
            translate("Books", "Checking the book"),
        )

    # machinery

    def _run(
        self,
        job: Callable[[Progress], Any],
        done: Callable[[Any], None],
        title: str,
        failed: Callable[[QingzhangError], bool] | None = None,
    ) -> None:
        self._shell.runner.run(
            job,
            done=done,
            failed=partial(self._failed, failed),
            asker=self._shell,
            lane=DATABASE,
            title=title,
        )

    def _failed(self, failed: Callable[[QingzhangError], bool] | None, error: Exception) -> None:
        if not isinstance(error, QingzhangError):
            self._shell.runner.crashed.emit(error)
        elif failed is None or not failed(error):
            self._shell.tell(error_text(error, self._shell.language), tone="error")

    # recent books

    def remember(self, opened: OpenBook) -> None:
        """Put a book at the top of the recent ones."""
        if not opened.sample:
            entry = [opened.name, str(opened.path)]
            known = [one for one in self._recent() if one[1] != entry[1]]
            self._shell.state.put("recent", [entry, *known][:RECENT])
            self._shell.state.put("book", str(opened.path))
        self.retranslate()

    def _recent(self) -> list[list[str]]:
        kept = self._shell.state.get("recent", [])
        return [one for one in kept if isinstance(one, list) and len(one) == 2]

    def recent(self) -> list[tuple[str, Callable[[], object]]]:
        """Return books opened lately with what opens them."""
        return [
            (f"{name}  {path}", partial(self.open_path, Path(path)))
            for name, path in self._recent()
        ]

    def retranslate(self) -> None:
        """List the recent books again."""
        self._shell.show_recent(self.recent())

    def fill_menu(self, menu: QMenu, acts: dict[str, Act]) -> None:
        """Fill the menu under the book's name."""
        for words, run in self.recent():
            menu.addAction(words).triggered.connect(lambda _on=False, run=run: run())
        menu.addSeparator()
        for name in ("book.open", "book.new", "book.sample", "book.backup", "book.close"):
            menu.addAction(acts[name])


def backup_folder(ctx: AppContext) -> Path:
    """Return where safety copies go: the folder chosen in the settings, else the usual one."""
    chosen = ctx.state.get("backup_folder", "")
    return Path(chosen) if chosen else ctx.ports.data_dir / "backups"


def _named(book: Book, path: Path, *, sample: bool = False) -> OpenBook:
    from ui.context import OpenBook

    name = book.reader.company().name
    # In both languages at once: nobody shall take the made-up firm for a real one.
    shown = f"{name} · 示例 Sample" if sample else name
    return OpenBook(book=book, path=path, name=shown, sample=sample)
