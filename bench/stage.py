"""The invoice list in a window of its own, and what a person does to it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

import main
from bench.books import LAST, big_book, opened
from domain.listing import Order
from ui import language, theme
from ui.app import application
from ui.context import AppContext, OpenBook
from ui.invoices.listing import InvoiceList
from ui.state import StateFile
from ui.tasks import TaskRunner

_PATIENCE: Final = 60.0
#: Waits for the next event instead of asking again and again, which would hold up the
#: threads that read.
_EVENTS: Final = (
    QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
)


class Stage:
    """One list on one book, shown.

    Attributes:
        stall: longest time that the window could not answer.
    """

    def __init__(self, size: int) -> None:
        self._app = _application()
        self.book = opened(size)
        ports = replace(main.wire()[0], config_dir=None)
        where = OpenBook(book=self.book, path=big_book(size), name="bench")
        self.runner = TaskRunner(self._app)
        state = StateFile(None)
        self.ctx = AppContext(where, ports, self.runner, state, language="zh", as_of=LAST)
        self.screen = InvoiceList(self.ctx, [])
        self.model, self.view = self.screen.list.model, self.screen.list.view
        self.stall = 0.0
        self._seen = time.perf_counter()
        self._arrived = False
        self.model.arrived.connect(self._here)
        self._wake = QTimer(interval=20)
        self._wake.start()
        self._heart = QTimer(interval=5)
        self._heart.timeout.connect(self._beat)
        self.screen.resize(1366, 768)
        self.screen.show()
        self.narrow(state="all")
        self.rest()

    def close(self) -> None:
        """Put everything away."""
        self.runner.close()
        self.screen.deleteLater()
        self._app.processEvents()
        self.book.close()

    # what a person does; each returns when the rows are painted

    def narrow(self, **values: Any) -> None:
        """Change the filter."""
        self._arrived = False
        self.model.set_filter(replace(self.model.where, as_of=LAST, **values))
        self._shown()

    def sort(self, order: Order) -> None:
        """Sort otherwise."""
        self._arrived = False
        self.model.set_order(order)
        self._shown()

    def scroll(self, row: int) -> None:
        """Go to a row."""
        self.view.verticalScrollBar().setValue(row)
        self._painted()

    def page_down(self) -> None:
        """Go on by a page."""
        bar = self.view.verticalScrollBar()
        self.scroll(bar.value() + bar.pageStep())

    def end(self) -> None:
        """Go to the last row."""
        self.scroll(self.view.verticalScrollBar().maximum())

    def rest(self) -> None:
        """Wait until nothing is being read in the background."""
        self._until(lambda: not self.runner.busy())
        self._app.processEvents()

    def breathe(self) -> None:
        """Let the window answer what has come in, as between two keys of a person."""
        self._app.processEvents()

    def watch(self) -> None:
        """Begin to look for moments in which the window does not answer."""
        self.stall, self._seen = 0.0, time.perf_counter()
        self._heart.start()

    def unwatch(self) -> float:
        """Return the longest of them."""
        self._heart.stop()
        return self.stall

    # waiting

    def _until(self, happened: Callable[[], bool]) -> None:
        until = time.perf_counter() + _PATIENCE
        while not happened():
            if time.perf_counter() > until:
                raise TimeoutError
            self._app.processEvents(_EVENTS)

    def _here(self) -> None:
        self._arrived = True

    def _beat(self) -> None:
        now = time.perf_counter()
        self.stall, self._seen = max(self.stall, now - self._seen), now

    def _shown(self) -> None:
        self._until(lambda: self._arrived)
        self._painted()

    def _painted(self) -> None:
        """Paint until no visible row is blank any more."""
        viewport = self.view.viewport()
        viewport.repaint()
        if self._blank():
            self._until(lambda: not self._blank())
            viewport.repaint()

    def _blank(self) -> bool:
        top = self.view.verticalScrollBar().value()
        rows = range(top, min(top + 20, self.model.rowCount()))
        ids = [self.model.id_at(row) for row in rows]
        return any(key is None or self.model.cached(key) is None for key in ids)


def _application() -> QApplication:
    app = application()
    language.install("zh")
    theme.install(app, "light")
    return app
