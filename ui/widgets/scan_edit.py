"""A scan that proves something: its name and what it is, told by its SHA-256."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QFile, QIODevice, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from domain.errors import FileUnreadable
from ui.context import AppContext
from ui.marks import translate
from ui.widgets.basic import CutLabel, row
from ui.widgets.button import Button


class ScanEdit(QWidget):
    """Chooses a file and reads its hash; the file stays where it is.

    Attributes:
        file, sha256: its name and hash, "" where none is chosen.

    Signals:
        changed: another file was chosen, or none.
    """

    changed = Signal()

    def __init__(self, ctx: AppContext, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._ctx = ctx
        self.file, self.sha256 = "", ""
        self._choose = Button(name=f"{name}.choose", icon="file-text")
        self._drop = Button(name=f"{name}.drop", kind="icon", icon="x")
        self._shown = CutLabel()
        self.setLayout(row(self._choose, self._shown, None, self._drop, gap=6))
        self.setFocusProxy(self._choose)
        self._choose.clicked.connect(self.choose)
        self._drop.clicked.connect(self.clear)
        self.retranslate()

    def choose(self) -> None:
        """Ask for the file."""
        title = translate("Scan", "The signed copy or the proof of delivery")
        chosen, _kind = QFileDialog.getOpenFileName(self, title)
        if chosen:
            self.take(Path(chosen))

    def take(self, path: Path) -> None:
        """Read a file's hash in the background and show its name."""
        title = translate("Scan", "Reading the file")
        self._ctx.work(
            lambda _report: _sha256(path),
            lambda found: self.show_scan(path.name, found),
            asker=self,
            title=title,
        )

    def show_scan(self, file: str, sha256: str) -> None:
        """Show a file that was chosen before."""
        self.file, self.sha256 = file, sha256
        self._shown.setText(file)
        self._shown.setToolTip(f"{file}\nSHA-256 {sha256}" if file else "")
        self._drop.setVisible(bool(file))
        self.changed.emit()

    def clear(self) -> None:
        """Forget the file."""
        self.show_scan("", "")

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._choose.set_words(translate("Scan", "Choose a file…"))
        self._drop.set_words(translate("Scan", "Leave the file out"))
        self.show_scan(self.file, self.sha256)


def _sha256(path: Path) -> str:
    """Return a file's SHA-256 as hex.

    Raises:
        FileUnreadable: it cannot be opened.
    """
    found, file = QCryptographicHash(QCryptographicHash.Algorithm.Sha256), QFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.ReadOnly) or not found.addData(file):
        raise FileUnreadable(path=str(path))
    return found.result().toHex().toStdString()
