"""Tinted icons as files: style sheets take pictures by path only."""

from __future__ import annotations

import atexit
import tempfile
from functools import cache
from pathlib import Path

from ui.theme import icons


@cache
def _folder() -> Path:
    made = tempfile.TemporaryDirectory(prefix="qingzhang-icons-", ignore_cleanup_errors=True)
    atexit.register(made.cleanup)
    return Path(made.name)


@cache
def tinted_file(name: str, colour: str) -> str:
    """Return the path of an icon in a colour, with forward slashes as Qt wants them."""
    path = _folder() / f"{name}-{colour.lstrip('#')}.svg"
    path.write_text(icons.svg(name, colour), encoding="utf-8")
    return path.as_posix()
