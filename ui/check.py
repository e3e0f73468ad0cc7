"""Showing every screen of a temporary book in both languages: does the built program work?"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from ui.app import application, make_window
from ui.context import OpenBook
from ui.lists.pane import ListPane
from ui.ports import Ports
from ui.screens import SCREENS
from ui.shell.window import Shell

#: Longest wait for the background to come to rest.
PATIENCE = 60.0
#: Turns of the event loop without work that count as rest.
QUIET_TURNS = 8


def settle(window: Shell, rest: float = 0.05) -> None:
    """Let background work and painting come to rest.

    Plain sleeping lets the other threads run; Qt's own test wait does not.
    """
    end = time.monotonic() + PATIENCE
    quiet, turns = time.monotonic() + rest, 0
    # A turn that paints may outlast the rest, and what it shows asks for another layout:
    # so several turns in a row must find nothing to wait for.
    while time.monotonic() < end and (turns < QUIET_TURNS or time.monotonic() < quiet):
        application().processEvents()
        QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
        turns += 1
        if window.runner.busy():
            quiet, turns = time.monotonic() + rest, 0
        time.sleep(0.002)


def open_sample(window: Shell) -> None:
    """Make a sample book of its own beside the check's other files and open it."""
    ports = window.ports
    path, as_of = ports.data_dir / "check.qz", ports.today()
    ports.store.make_sample(path, as_of, _nobody)
    book = ports.store.open(path, _nobody)
    name = f"{book.reader.company().name} · 示例 Sample"
    window.open_book(OpenBook(book=book, path=path, name=name, sample=True), as_of)
    settle(window)


def _nobody(_done: int, _total: int) -> None:
    """Report progress to nobody."""


def visit(window: Shell) -> Iterator[str]:
    """Show each screen, and a page where its list has rows; yield the name of what is shown."""
    for spec in SCREENS:
        window.open(spec.key)
        settle(window)
        yield spec.key
        lists = window.screen_of(spec.key).findChildren(ListPane)
        view = lists[0].view if lists else None
        if view is None or not view.rows.rowCount() or not spec.opens:
            continue
        view.setFocus()
        view.selectRow(min(1, view.rows.rowCount() - 1))
        settle(window)
        yield f"{spec.key}-selected"
        key = view.current_id()
        record = None if key is None else window.screen_of(spec.key).record_of(key)
        if record is None:
            continue
        window.open(f"{spec.opens[0]}/{record}")
        settle(window)
        yield f"{spec.key}-page"


def run(ports: Ports, folder: Path) -> int:
    """Return 0 when everything showed and a page could be drawn."""
    window = make_window(ports, language="zh")
    window.show()
    failed: list[object] = []
    window.runner.crashed.connect(failed.append)
    settle(window)
    open_sample(window)
    shown = []
    for language in ("zh", "en"):
        window.set_language(language)
        shown += [name for name in visit(window) if window.grab().save(str(folder / "shown.png"))]
    window.close()
    for error in failed:
        sys.stderr.write(f"{error!r}\n")
    sys.stdout.write(f"{len(shown)} screens shown\n")
    return 1 if failed or not shown else 0
