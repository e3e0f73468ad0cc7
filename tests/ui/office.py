"""The window over the real book with real pages and files, for screens that print."""

from dataclasses import replace

import pytest

from main import Printer, Writer
from tests.ui import fakes
from tests.ui.conftest import Unclosed


@pytest.fixture
def office(shell, book, tmp_path):
    """Return the window over the real book; pages are drawn and files written."""
    from ui.context import OpenBook

    shell.ports = replace(shell.ports, papers=Printer(), files=Writer())
    opened = OpenBook(book=Unclosed(book), path=tmp_path / "real.qz", name="沐川精密")
    shell.open_book(opened, fakes.TODAY)
    shell.said = []
    shell.ctx.noticed.connect(shell.said.append)
    return shell
