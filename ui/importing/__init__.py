"""The import wizard: a file, its columns, a look at what would happen, the import."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.context import AppContext


def open_import(ctx: AppContext, parent: QWidget, file: Path | None = None) -> None:
    """Open the wizard over the window, with a file already chosen where one was dropped."""
    from ui.importing.wizard import ImportWizard

    wizard = ImportWizard(ctx, parent)
    wizard.open()
    if file is not None:
        wizard.start(file)
