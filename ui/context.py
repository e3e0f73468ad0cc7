"""The only thing a screen gets: the open book and the ways to act on it.

Screens never import each other, ``storage`` or ``reports``. They read with
:meth:`AppContext.query`, change with :meth:`AppContext.act`, open records with
:meth:`AppContext.navigate` and refresh when :attr:`AppContext.changed` says so.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from domain.errors import Cancelled, QingzhangError
from ui.labels import error_text
from ui.ports import BookStore, Files, Papers, Ports
from ui.state import StateFile
from ui.tasks import DATABASE, READING, WORK, Task, TaskRunner

if TYPE_CHECKING:
    # Types only: these modules are loaded after the first paint.
    from domain.changes import Changes, OperationResult
    from domain.ports import Book, BookReader, Progress

T = TypeVar("T")
#: The setting that names who works with a book.
PEOPLE: Final = "people"


class Notice(NamedTuple):
    """One line at the foot of the window, with one act that answers it.

    ``tone``: "done" or "error"; an error stays until it is closed.
    """

    text: str
    action: str = ""
    run: Callable[[], None] | None = None
    tone: str = "done"


class OpenBook(NamedTuple):
    """A book and where it lies. ``sample``: the made-up one, free to play with."""

    book: Book
    path: Path
    name: str
    sample: bool = False


class AppContext(QObject):
    """One open book with everything that works on it.

    Attributes:
        book, reader: the open book and its read side.
        store, papers, files: see ``ui.ports``.
        user: who works here.
        state: what the window remembers between runs.

    Signals:
        changed: an operation was booked (``Changes``).
        as_of_changed: all screens show another date.
        language_changed: words changed; screens retranslate themselves.
        navigated: an address is to be opened ("customer/12", "invoice/7", "receipts").
        noticed: a ``Notice`` to show.
        command: a global command to run, by its name ("import", "backup").
        user_changed: someone else is at the desk.
    """

    changed = Signal(object)
    as_of_changed = Signal()
    language_changed = Signal()
    navigated = Signal(str)
    noticed = Signal(object)
    command = Signal(str)
    user_changed = Signal()

    def __init__(
        self,
        opened: OpenBook,
        ports: Ports,
        runner: TaskRunner,
        state: StateFile,
        *,
        language: str,
        as_of: date | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.opened = opened
        self.ports = ports
        self.runner = runner
        self.state = state
        self._language = language
        self._as_of = as_of or ports.today()
        self._people: tuple[str, ...] = ()

    @property
    def book(self) -> Book:
        """The open book."""
        return self.opened.book

    @property
    def reader(self) -> BookReader:
        """The read side of the book."""
        return self.opened.book.reader

    @property
    def store(self) -> BookStore:
        """Making, opening and keeping books safe."""
        return self.ports.store

    @property
    def papers(self) -> Papers:
        """Pages and sheets to bytes."""
        return self.ports.papers

    @property
    def files(self) -> Files:
        """Files the user keeps or brings."""
        return self.ports.files

    @property
    def user(self) -> str:
        """Who is at the desk, for the history: one of the book's people, else who logged in."""
        kept = str(self.state.get("person", ""))
        if kept in self._people:
            return kept
        return self._people[0] if self.opened.sample and self._people else self.ports.user

    @property
    def people(self) -> tuple[str, ...]:
        """Who may be at the desk, as the book's settings name them."""
        return self._people

    def read_people(self) -> None:
        """Read the names again: a book was opened, or its settings changed."""
        before = self.user
        self._people = tuple(self.reader.setting(PEOPLE, []))
        if self.user != before:
            self.user_changed.emit()

    def set_user(self, name: str) -> None:
        """Let someone be at the desk from now on, here and the next time."""
        if name in self._people and name != self.user:
            self.state.put("person", name)
            self.user_changed.emit()

    @property
    def today(self) -> date:
        """The day, which is what new records are dated; lists follow :attr:`as_of`."""
        return self._as_of if self.opened.sample else self.ports.today()

    @property
    def language(self) -> str:
        """Language of the window: "zh" or "en"."""
        return self._language

    def set_language(self, language: str) -> None:
        """Tell every screen that words changed; the shell has installed the translation."""
        self._language = language
        self.language_changed.emit()

    @property
    def as_of(self) -> date:
        """The date all screens show."""
        return self._as_of

    def set_as_of(self, on: date) -> None:
        """Show another date everywhere."""
        if on != self._as_of:
            self._as_of = on
            self.as_of_changed.emit()

    def navigate(self, address: str) -> None:
        """Open a screen or record by its address."""
        self.navigated.emit(address)

    def notify(self, notice: Notice | str) -> None:
        """Show a short notice."""
        self.noticed.emit(Notice(notice) if isinstance(notice, str) else notice)

    def act(
        self,
        service: Callable[..., OperationResult[Any]],
        *args: object,
        asker: QObject | None,
        notice: Callable[[OperationResult[Any]], Notice | str] | str = "",
        done: Callable[[OperationResult[Any]], None] | None = None,
        failed: Callable[[QingzhangError], bool] | None = None,
        title: str = "",
        progress: bool = False,
        **options: object,
    ) -> Task:
        """Run ``service(uow, *args, **options)`` in the database thread.

        Then broadcast what changed, call ``done`` and show the notice. ``failed``
        may show the error beside its field and return True; otherwise it is worded
        in a notice. ``progress`` passes a progress function under that name.
        """

        def job(report: Progress) -> OperationResult[Any]:
            if progress:
                options["progress"] = report
            return service(self.book.unit_of_work(self.user), *args, **options)

        def booked(result: OperationResult[Any]) -> None:
            self.changed.emit(result.changes)
            if done is not None:
                done(result)
            said = notice(result) if callable(notice) else notice
            if said:
                self.notify(said)

        return self.runner.run(
            job,
            done=booked,
            failed=lambda error: self._failed(error, failed),
            asker=asker,
            lane=DATABASE,
            title=title,
        )

    def query(
        self,
        read: Callable[[BookReader], T],
        done: Callable[[T], None],
        *,
        asker: QObject | None,
        failed: Callable[[QingzhangError], bool] | None = None,
    ) -> Task:
        """Run ``read(reader)`` in the reading thread and hand the value to ``done``."""
        return self.runner.run(
            lambda _report: read(self.reader),
            done=done,
            failed=lambda error: self._failed(error, failed),
            asker=asker,
            lane=READING,
        )

    def work(
        self,
        job: Callable[[Progress], T],
        done: Callable[[T], None] | None = None,
        *,
        asker: QObject | None,
        title: str,
        failed: Callable[[QingzhangError], bool] | None = None,
    ) -> Task:
        """Run long work other than an operation (pages, files), shown in the status bar."""
        return self.runner.run(
            job,
            done=done,
            failed=lambda error: self._failed(error, failed),
            asker=asker,
            lane=WORK,
            title=title,
        )

    def broadcast(self, changes: Changes) -> None:
        """Tell every screen what changed outside an operation of its own."""
        self.changed.emit(changes)

    def _failed(self, error: Exception, failed: Callable[[QingzhangError], bool] | None) -> None:
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, QingzhangError):
            self.runner.crashed.emit(error)
            return
        if failed is None or not failed(error):
            self.notify(Notice(error_text(error, self._language), tone="error"))
