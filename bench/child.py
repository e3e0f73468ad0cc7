"""A window in a process of its own, which tells when it first painted and first showed rows.

Run as ``python -m bench.child ours|floor BOOK FOLDER START``; START is the moment of
the start on the machine's monotonic clock. Prints three numbers of seconds: the two moments,
and the processor time taken until the second.

Qt is imported when the one or the other does it, not before.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any


# The program's own ``main``: only its folders are others, and the window is watched.
def ours(folder: Path, start: float) -> None:
    """Start the program as a user does who worked on a book before."""
    from dataclasses import replace

    import main
    from ui.quick import quicken

    wire = main.wire

    def watched_wire() -> tuple[Any, Path]:
        ports, book = wire()
        quicken()  # What main does next.
        from bench.watch import Watch
        from ui import app

        make = app.make_window

        def watched(*args: Any, **options: Any) -> Any:
            window = make(*args, **options)
            Watch(window, start).pages()
            return window

        app.make_window = watched
        return replace(ports, config_dir=folder, data_dir=folder), book

    main.wire = watched_wire
    main.main([])


# The floor is a main window with one table and nothing else: no style, no menus, no
# texts to translate, no domain; the rows come from sqlite3 after the first paint.
def floor(book: Path, start: float) -> None:
    """Show a bare window, then a hundred rows in it."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

    from bench.bare import Rows
    from bench.watch import Watch

    app = QApplication(sys.argv[:1])
    window, view, model = QMainWindow(), QTableView(), Rows()
    view.setModel(model)
    window.setCentralWidget(view)
    window.resize(1366, 768)
    Watch(window, start).table(view)
    window.show()

    def fill() -> None:
        import sqlite3

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
    if which == "ours":
        ours(Path(folder), float(start))
    else:
        floor(Path(book), float(start))


if __name__ == "__main__":
    main_()
