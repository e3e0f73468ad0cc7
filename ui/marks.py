"""Marking and looking up texts of the window; Qt types its mark as ``object``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, cast

from PySide6 import QtCore

#: Returns the text unchanged; ``pyside6-lupdate`` finds it by this very name.
QT_TRANSLATE_NOOP: Final[Callable[[str, str], str]] = cast("Any", QtCore.QT_TRANSLATE_NOOP)

#: Looks a text up in the language of the window: context, text, then None and a number
#: for texts with ``%n``. lupdate finds it by this name, and misses any other.
translate: Final = QtCore.QCoreApplication.translate
