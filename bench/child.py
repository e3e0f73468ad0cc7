"""A window in a process of its own, which tells when it first painted and first showed rows.

Run as ``python -m bench.child ours|floor BOOK FOLDER START``; START is the moment of
the start on the machine's monotonic clock. Prints two numbers of seconds.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMainWindow, QTableView, QWidget

from bench.bare import Rows


class Watch(QObject):
    """Sees every event of the application; ends it when rows have been painted."""

    def __init__(self, start: float) -> None:
        super().__init__()
        self._start = start
        self.painted: float | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Note the first paint, and the first of a table with rows."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            if self.painted is None:
                self.painted = time.monotonic() - self._start
            table = watched.parent()
            if isinstance(table, QAbstractItemView) and table.viewport() is watched:
                model = table.model()
                if model is not None and model.rowCount() > 0:
                    QTimer.singleShot(0, self._done)
        return False

    def _done(self) -> None:
        print(self.painted, time.monotonic() - self._start, flush=True)
        # Leaving at once: closing the book is not part of starting.
        sys.stdout.flush()
        _leave()


def _leave() -> None:
    os._exit(0)


def ours(book: Path, folder: Path, watch: Watch) -> None:
    """Start the program as ``main.py`` does, with settings of its own."""
    import main
    from ui.app import application, open_window
    from ui.cli.parser import build_parser

    build_parser("").parse_args([])
    ports, _ = main.wire()
    application().installEventFilter(watch)
    open_window(replace(ports, config_dir=folder, data_dir=folder), book)


# The floor is a main window with one table and nothing else: no style, no menus, no
# texts to translate, no domain; the rows come from sqlite3 after the first paint.
def floor(book: Path, watch: Watch) -> None:
    """Show a bare window, then a hundred rows in it."""
    app = QApplication(sys.argv[:1])
    app.installEventFilter(watch)
    window, view, model = QMainWindow(), QTableView(), Rows()
    view.setModel(model)
    window.setCentralWidget(view)
    window.resize(1366, 768)
    window.show()

    def fill() -> None:
        with sqlite3.connect(book) as connection:
            rows = connection.execute(
                "SELECT number, customer_id, issued_on, currency, amount_minor, description"
                " FROM document ORDER BY id LIMIT 100"
            ).fetchall()
        model.show(rows)

    QTimer.singleShot(0, fill)
    app.exec()


def main_() -> None:
    """Start one of the two."""
    which, book, folder, start = sys.argv[1:5]
    watch = Watch(float(start))
    if which == "ours":
        ours(Path(book), Path(folder), watch)
    else:
        floor(Path(book), watch)


if __name__ == "__main__":
    main_()
