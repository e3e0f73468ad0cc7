"""A context over a real book with the program's own storage and reports behind it."""

from dataclasses import replace

import pytest

import main
from tests.ui import fakes


@pytest.fixture
def wired(book, themed, tmp_path):
    """Return a context whose work runs at once; its notices are kept in ``said``."""
    from ui.context import AppContext, OpenBook
    from ui.state import StateFile
    from ui.tasks import ImmediateRunner

    ports = replace(
        main.wire()[0],
        config_dir=None,
        data_dir=tmp_path / "data",
        today=lambda: fakes.TODAY,
        user="林会计",
    )
    opened = OpenBook(book=book, path=tmp_path / "real.qz", name="沐川精密")
    ctx = AppContext(
        opened, ports, ImmediateRunner(), StateFile(None), language="zh", as_of=fakes.TODAY
    )
    ctx.said = []
    ctx.noticed.connect(lambda notice: ctx.said.append(notice.text))
    return ctx
