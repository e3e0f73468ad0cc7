"""Restoring a backup: choose it, see what it holds, name the new file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from domain.errors import QingzhangError
from ui import format as fmt
from ui.context import Notice
from ui.labels import error_text
from ui.marks import translate
from ui.ports import BackupInfo, Ports
from ui.shell.ask import confirm
from ui.tasks import WORK

if TYPE_CHECKING:
    from ui.shell.window import Shell


def ask_restore(shell: Shell, ports: Ports, restore: Callable[[Path, Path], None]) -> None:
    """Ask for a backup and a new file, showing what the backup holds in between."""
    kinds = translate("Books", "Backups and books (*.qz *.zip *.sqlite *.backup);;All files (*)")
    folder = str(ports.data_dir / "backups")
    title = translate("Books", "Choose a backup")
    chosen, _kind = QFileDialog.getOpenFileName(shell, title, folder, kinds)
    if not chosen:
        return
    backup = Path(chosen)

    def failed(error: Exception) -> None:
        if isinstance(error, QingzhangError):
            shell.notify(Notice(error_text(error, shell.language), tone="error"))
        else:
            shell.runner.crashed.emit(error)

    shell.runner.run(
        lambda _report: ports.store.preview(backup),
        done=lambda info: _shown(shell, backup, info, restore),
        failed=failed,
        asker=shell,
        lane=WORK,
        title=translate("Books", "Reading the backup"),
    )


def _shown(
    shell: Shell, backup: Path, info: BackupInfo, restore: Callable[[Path, Path], None]
) -> None:
    made = "-" if info.made_at is None else info.made_at.strftime("%Y-%m-%d %H:%M")
    said = translate(
        "Books",
        "{company}. Made {made}. {customers} customers, {documents} documents, the last of "
        "{last}. It is restored to a new file; no existing book is replaced.",
    )
    text = said.format(
        company=info.company,
        made=made,
        customers=fmt.count(info.customers),
        documents=fmt.count(info.documents),
        last=fmt.day(info.last_date, shell.language),
    )
    if not confirm(
        shell, translate("Books", "Restore this backup?"), text, translate("Books", "Restore…")
    ):
        return
    suggested = str(shell.ports.data_dir / f"{backup.stem}-restored.qz")
    kinds = translate("Books", "Qingzhang books (*.qz);;All files (*)")
    title = translate("Books", "Restore to a new file")
    chosen, _kind = QFileDialog.getSaveFileName(shell, title, suggested, kinds)
    if chosen:
        restore(backup, Path(chosen))
