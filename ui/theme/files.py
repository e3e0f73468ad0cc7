"""Tinted icons as files: style sheets take pictures by path only."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QTemporaryDir

from ui.theme import icons

_made: list[QTemporaryDir] = []


def _folder() -> Path:
    """Return a folder that goes when the program ends."""
    if not _made:
        _made.append(QTemporaryDir())
    return Path(_made[0].path())


@cache
def tinted_file(name: str, colour: str) -> str:
    """Return the path of an icon in a colour, with forward slashes as Qt wants them."""
    path = _folder() / f"{name}-{colour.lstrip('#')}.svg"
    path.write_text(icons.svg(name, colour), encoding="utf-8")
    return path.as_posix()
