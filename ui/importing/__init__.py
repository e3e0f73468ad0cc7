"""The import wizard."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.context import AppContext


def open_import(ctx: AppContext, parent: QWidget) -> None:
    """Open the wizard over the window."""
