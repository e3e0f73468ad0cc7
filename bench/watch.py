"""Notes when a window first paints, and when it first paints data: rows or figures."""

from __future__ import annotations

import os
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QMainWindow, QStackedWidget


# Only the window and its tables are watched: a filter over the whole application is asked
# for every event of every object, which costs more than the painting it is to measure.
class Watch(QObject):
    """Prints both moments and the processor time once data are painted; ends the process."""

    def __init__(self, window: QMainWindow, start: float) -> None:
        super().__init__(window)
        self._window, self._start = window, start
        self._painted: float | None = None
        window.installEventFilter(self)

    def table(self, view: QAbstractItemView) -> None:
        """Watch a table."""
        view.viewport().installEventFilter(self)

    def pages(self) -> None:
        """Watch the tables of pages to come."""
        for stack in self._window.findChildren(QStackedWidget):
            stack.currentChanged.connect(lambda _at, stack=stack: self._look(stack))

    def _look(self, stack: QStackedWidget) -> None:
        from ui.widgets.tile import Tile  # The bare window must not load it.

        for view in stack.findChildren(QAbstractItemView):
            self.table(view)
        for tile in stack.findChildren(Tile):
            tile.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Note the first paint, and the first of a table with rows or of a figure."""
        if event.type() == QEvent.Type.Paint:
            if self._painted is None:
                self._painted = time.monotonic() - self._start
            table = watched.parent()
            rows = isinstance(table, QAbstractItemView) and table.model().rowCount() > 0
            # Only a tile that shows a figure has a name.
            if rows or (isinstance(watched, QAbstractButton) and watched.accessibleName()):
                QTimer.singleShot(0, self._done)
        return False

    def _done(self) -> None:
        print(self._painted, time.monotonic() - self._start, time.process_time(), flush=True)
        # Leaving at once: closing the book is not part of starting.
        os._exit(0)
