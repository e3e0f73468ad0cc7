"""What the window remembers between runs: language, theme, lists, panes.

One small JSON file in the user's configuration folder. A damaged or unwritable
file never stops the program: it starts with defaults.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any


class StateFile:
    """Values by dotted key, kept in a JSON file; ``path`` None keeps them in memory."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._values: dict[str, Any] = {}
        if path is not None:
            with suppress(OSError, ValueError):
                loaded = json.loads(path.read_text(encoding="utf-8"))
                if isinstance(loaded, dict):
                    self._values = loaded

    def get(self, key: str, default: Any = None) -> Any:
        """Return a value, or the default when it is missing or of another type."""
        value = self._values.get(key, default)
        if default is not None and not isinstance(value, type(default)):
            return default
        return value

    def put(self, key: str, value: Any) -> None:
        """Remember a JSON-ready value."""
        self._values[key] = value

    def save(self) -> None:
        """Write the file in one step; a full disk loses only the remembered layout."""
        if self._path is None:
            return
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._path.with_suffix(".new")
            fresh.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), "utf-8")
            fresh.replace(self._path)
