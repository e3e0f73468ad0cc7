"""Names of files made from what a person called a thing."""

from __future__ import annotations

from typing import Final

_LONGEST: Final = 80


def safe_name(text: str) -> str:
    """Return text as a part of a file name that every system takes, not too long."""
    kept = "".join("-" if char in '\\/:*?"<>|' or ord(char) < 32 else char for char in text)
    return kept.strip(" .")[:_LONGEST].strip(" .") or "-"
