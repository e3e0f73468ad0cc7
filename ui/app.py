"""Starting the window: application, language, theme, book. ``main.py`` hands over the ports."""

from __future__ import annotations

import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from ui import language as languages
from ui import theme
from ui.ports import Ports
from ui.quick import settle
from ui.shell.window import Shell
from ui.state import StateFile
from ui.tasks import TaskRunner

#: By then a slow machine shows its book, too; a little garbage until then does no harm.
_STARTED_MS: Final = 3_000


def application() -> QApplication:
    """Return the application, making it on the first call."""
    made = QApplication.instance()
    if isinstance(made, QApplication):
        return made
    fresh = QApplication([*sys.argv[:1], *theme.STYLE])
    fresh.setApplicationName("Qingzhang")
    QGuiApplication.setDesktopFileName("qingzhang")
    # A short turn lets the window answer while a report is being computed.
    sys.setswitchinterval(0.001)
    return fresh


def make_window(ports: Ports, *, language: str | None = None) -> Shell:
    """Build the window with the remembered language and look."""
    app = application()
    state = StateFile(None if ports.config_dir is None else ports.config_dir / "window.json")
    chosen = language or state.get("language", "") or languages.guess()
    languages.install(chosen)
    theme.install(app, state.get("look", "system"))
    return Shell(ports, TaskRunner(app), state, language=chosen)


def open_window(
    ports: Ports, book: Path | None = None, *, language: str | None = None, sample: bool = False
) -> int:
    """Show the window and run until it is closed. The book opens after the first paint."""
    window = make_window(ports, language=language)
    sys.excepthook = lambda _kind, error, _trace: _unhandled(window, error)
    window.first_painted.connect(lambda: _open_first(window, book, sample))
    window.show()
    QTimer.singleShot(_STARTED_MS, window, settle)
    return application().exec()


def _unhandled(window: Shell, error: BaseException) -> None:
    """A mistake in a slot of the window is told like one in the background."""
    if isinstance(error, KeyboardInterrupt):
        window.close()
    else:
        window.runner.crashed.emit(error)


def _open_first(window: Shell, book: Path | None, sample: bool) -> None:
    if sample:
        window.show_welcome()
        window.books.open_sample()
        return
    kept = window.state.get("book", "")
    path = book or (Path(kept) if kept else None)
    if path is not None and (book is not None or path.exists()):
        window.books.open_path(path, missing=window.show_welcome)
    else:
        window.show_welcome()


def self_check(ports: Ports) -> int:
    """Open the window on a temporary sample book, show every screen in both languages, leave."""
    from ui.check import run

    with tempfile.TemporaryDirectory(prefix="qingzhang-check-") as folder:
        own = replace(ports, config_dir=None, data_dir=Path(folder))
        return run(own, Path(folder))
