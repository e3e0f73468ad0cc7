"""A quick start: what is left out of it, and what is set going again after it."""

import builtins
import gc
import importlib
import linecache
import subprocess
import sys

import pytest

from tests.project.source import ROOT
from ui.quick import quicken, settle

#: What only an open book needs, or a command.
LATER = {
    *("sqlalchemy", "sqlite3", "decimal", "concurrent.futures", "reportlab", "openpyxl"),
    *("storage.book", "domain.listing", "domain.ports", "ui.context", "ui.screen", "ui.wording"),
    *("ui.lists.pane", "ui.customers.screen", "ui.cli.parser", "ui.firstrun.page"),
}


@pytest.fixture
def _restored(monkeypatch):
    monkeypatch.setattr(builtins, "__import__", builtins.__import__)
    yield
    gc.enable()


@pytest.mark.usefixtures("_restored")
def test_a_module_is_loaded_without_a_look_at_its_source(tmp_path, monkeypatch):
    (tmp_path / "unread_module.py").write_text("import json\nONE = 1\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "unread_module", raising=False)

    quicken()
    import unread_module

    assert unread_module.ONE == 1
    assert str(tmp_path / "unread_module.py") not in linecache.cache
    importlib.invalidate_caches()


@pytest.mark.usefixtures("_restored")
def test_the_collector_rests_until_the_start_is_over():
    quicken()
    assert not gc.isenabled()
    settle()
    assert gc.isenabled()


def test_the_frame_is_painted_before_a_book_can_be_read():
    code = f"""
import sys
from dataclasses import replace
import main
from ui.quick import quicken
quicken()
from ui.app import application, make_window
window = make_window(replace(main.wire()[0], config_dir=None))
window.first_painted.connect(application().quit)
window.show()
application().exec()
print(*({LATER!r} & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.split()) == (0, []), done.stderr
