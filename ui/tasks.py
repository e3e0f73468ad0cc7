"""Work off the GUI thread, its outcome back on it.

Three lanes, one thread each: ``database`` (operations, so that two never contend
for the write lock and commit in the order asked), ``reading`` (a report does not
hold up a list) and ``work`` (drawing pages, files). Work gets values and returns
values; it never touches a widget.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import TYPE_CHECKING, Any, Final

import shiboken6
from PySide6.QtCore import QObject, Signal

from domain.errors import Cancelled

if TYPE_CHECKING:
    # Loaded with the first task, not before the first paint.
    from concurrent.futures import Future, ThreadPoolExecutor

DATABASE: Final = "database"
READING: Final = "reading"
WORK: Final = "work"

#: Work as the runner takes it: gets a progress function, returns a value.
Job = Callable[[Callable[[int, int], None]], Any]


@dataclass(eq=False)
class Task:
    """One piece of work under way.

    Attributes:
        title: what the status bar says; empty for short reads, which are not shown.
        done, total: progress, total 0 when unknown.
    """

    lane: str
    title: str = ""
    done: int = 0
    total: int = 0
    cancel_asked: Event = field(default_factory=Event)

    def cancel(self) -> None:
        """Ask the work to stop at its next report of progress."""
        self.cancel_asked.set()


@dataclass(eq=False)
class _Asked:
    task: Task
    on_done: Callable[[Any], None] | None
    on_failed: Callable[[Exception], None] | None
    asker: weakref.ref[QObject] | None

    def alive(self) -> bool:
        """Whether whoever asked still exists; a closed screen gets no answer."""
        if self.asker is None:
            return True
        asker = self.asker()
        return asker is not None and shiboken6.isValid(asker)


class TaskRunner(QObject):
    """Runs work in the background.

    Signals:
        changed: a shown task began, progressed or ended.
        crashed: a task failed and nobody asked to hear of it (the exception).
    """

    changed = Signal()
    crashed = Signal(object)
    _progressed = Signal(object)
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[str, ThreadPoolExecutor] = {}
        self._tasks: list[Task] = []
        self._progressed.connect(self._show_progress)
        self._finished.connect(self._deliver)

    def run(
        self,
        job: Job,
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        asker: QObject | None = None,
        lane: str = READING,
        title: str = "",
    ) -> Task:
        """Run ``job`` in a lane; ``done`` or ``failed`` follows on the GUI thread.

        Neither is called once ``asker`` has been deleted.
        """
        task = Task(lane, title)
        asked = _Asked(task, done, failed, None if asker is None else weakref.ref(asker))
        self._tasks.append(task)
        if title:
            self.changed.emit()
        self._submit(asked, lambda: job(lambda at, of: self._report(task, at, of)))
        return task

    def busy(self, lane: str | None = None) -> bool:
        """Whether a lane (or any) has work under way."""
        return any(lane in (None, task.lane) for task in self._tasks)

    def shown(self) -> list[Task]:
        """Return the tasks that the status bar shows, oldest first."""
        return [task for task in self._tasks if task.title]

    def close(self) -> None:
        """Cancel what is under way and wait for the threads."""
        for task in self._tasks:
            task.cancel()
        for lane in self._lanes.values():
            lane.shutdown(wait=True, cancel_futures=True)
        self._lanes.clear()

    def _submit(self, asked: _Asked, call: Callable[[], Any]) -> None:
        lane = asked.task.lane
        if lane not in self._lanes:
            from concurrent.futures import ThreadPoolExecutor

            self._lanes[lane] = ThreadPoolExecutor(1, thread_name_prefix=lane)
        future = self._lanes[lane].submit(call)
        future.add_done_callback(lambda ended: self._finished.emit((asked, ended)))

    def _report(self, task: Task, at: int, of: int) -> None:
        """Called from the working thread."""
        if task.cancel_asked.is_set():
            raise Cancelled
        task.done, task.total = at, of
        self._progressed.emit(task)

    def _show_progress(self, task: Task) -> None:
        if task.title:
            self.changed.emit()

    def _deliver(self, ended: tuple[_Asked, Future[Any]]) -> None:
        asked, future = ended
        if asked.task in self._tasks:
            self._tasks.remove(asked.task)
        if asked.task.title:
            self.changed.emit()
        if future.cancelled() or not asked.alive():
            return
        error = future.exception()
        if error is None:
            if asked.on_done is not None:
                asked.on_done(future.result())
        elif isinstance(error, Exception):
            self._fail(asked, error)

    def _fail(self, asked: _Asked, error: Exception) -> None:
        if asked.on_failed is not None:
            asked.on_failed(error)
        elif not isinstance(error, Cancelled):
            self.crashed.emit(error)


class ImmediateRunner(TaskRunner):
    """Runs everything at once on the calling thread: for tests and pictures."""

    def _submit(self, asked: _Asked, call: Callable[[], Any]) -> None:
        from concurrent.futures import Future

        future: Future[Any] = Future()
        try:
            future.set_result(call())
        except Exception as error:  # noqa: BLE001 (handed to whoever asked)
            future.set_exception(error)
        self._deliver((asked, future))
