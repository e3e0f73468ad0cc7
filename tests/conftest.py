"""What every test needs: a Qt without a screen, and the program's own fonts in it."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# Before anything imports Qt: it reads this once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same cases each time, and no clock: a slow machine is no failure.
settings.register_profile("repeatable", deadline=None, derandomize=True)
settings.load_profile("repeatable")

FONTS = Path(__file__).resolve().parents[1] / "resources" / "fonts"


@pytest.fixture(scope="session")
def qapp_args():
    """Give the application its style as the program does."""
    from ui import theme

    return ["qingzhang", *theme.STYLE]


@pytest.fixture(scope="session")
def fonts(qapp):
    """Load the bundled interface font, for tests that measure or draw text."""
    from PySide6.QtGui import QFontDatabase

    loaded = [QFontDatabase.addApplicationFont(str(path)) for path in FONTS.glob("NotoSans*.ttf")]
    assert loaded
    assert -1 not in loaded
    return qapp
