"""Marking texts for the translators, with a type: Qt's own mark is typed as ``object``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, cast

from PySide6 import QtCore

#: Returns the text unchanged; ``pyside6-lupdate`` finds it by this very name.
QT_TRANSLATE_NOOP: Final[Callable[[str, str], str]] = cast("Any", QtCore.QT_TRANSLATE_NOOP)
