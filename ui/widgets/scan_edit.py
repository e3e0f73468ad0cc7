"""A scan that proves something: read when chosen, kept in the book with what it proves."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCryptographicHash, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.context import AppContext
from ui.marks import translate
from ui.widgets.basic import CutLabel, row
from ui.widgets.button import Button


class ScanEdit(QWidget):
    """Chooses a file and reads it; the file stays where it is.

    Attributes:
        file, sha256: its name and hash, "" where none is chosen.
        content: what is in a file just chosen; empty for one that the book has already.

    Signals:
        changed: another file was chosen, or none.
    """

    changed = Signal()

    def __init__(self, ctx: AppContext, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._ctx = ctx
        self.file, self.sha256, self.content = "", "", b""
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
        """Read a file in the background and show its name."""
        title, read = translate("Scan", "Reading the file"), self._ctx.files.read_bytes

        def here(content: bytes) -> None:
            self.show_scan(path.name, _sha256(content), content)

        self._ctx.work(lambda _report: read(path), here, asker=self, title=title)

    def show_scan(self, file: str, sha256: str, content: bytes = b"") -> None:
        """Show a file; one that was kept before comes without its content."""
        self.file, self.sha256, self.content = file, sha256, content
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
        self.show_scan(self.file, self.sha256, self.content)


def _sha256(content: bytes) -> str:
    """Return the SHA-256 of a file's content as hex."""
    algorithm = QCryptographicHash.Algorithm.Sha256
    return QCryptographicHash.hash(content, algorithm).toHex().toStdString()
