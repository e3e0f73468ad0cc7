"""Files to be kept in the book: chosen or dropped; and those kept: opened, saved out."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDir, QMimeData, QTemporaryDir, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from domain.ports import BookReader
from domain.record import AttachmentRow
from ui.context import AppContext, Notice
from ui.marks import translate
from ui.preview.pane import file_name
from ui.widgets.basic import CutLabel, column, row
from ui.widgets.button import Button

#: Kinds of files that other programs show; anything else is saved out by the user first,
#: so that nothing in a book starts a program by a click.
_KINDS: Final = (
    ".pdf .ofd .png .jpg .jpeg .tif .tiff .bmp .gif .webp .heic .txt .csv .xml .doc .docx "
    ".xls .xlsx .et .wps .ppt .pptx .eml .zip"
)
SHOWN: Final = frozenset(_KINDS.split())


def media_type(name: str) -> str:
    """Return the media type that a file's name tells, "" for an unknown one."""
    return mimetypes.guess_type(name)[0] or ""


def dropped_paths(data: QMimeData) -> list[Path]:
    """Return the files of a drop, without folders."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_file()]


class FilePick(QWidget):
    """Files chosen to be kept with a record; they are read when it is kept.

    Attributes:
        paths: the files chosen.

    Signals:
        changed: other files are chosen.
    """

    changed = Signal()

    def __init__(self, ctx: AppContext, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAcceptDrops(True)
        self._ctx = ctx
        self.paths: list[Path] = []
        self._add = Button(name=f"{name}.add", icon="file-up")
        self._add.clicked.connect(self.choose)
        self._lines = column(gap=2)
        self.setLayout(column(row(self._add, None), self._lines, gap=4))
        self.setFocusProxy(self._add)
        self.retranslate()

    def choose(self) -> None:
        """Ask for files."""
        title = translate("Records", "Files to keep in the book")
        chosen, _kind = QFileDialog.getOpenFileNames(self, title)
        self.take(Path(one) for one in chosen)

    def take(self, paths: Iterable[Path]) -> None:
        """Add files."""
        self.paths += [path for path in paths if path not in self.paths]
        self._show()

    def clear(self) -> None:
        """Choose none."""
        self.paths = []
        self._show()

    def _show(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        for place, path in enumerate(self.paths):
            self._lines.addWidget(self._line(place, path))
        self.changed.emit()

    def _line(self, place: int, path: Path) -> QWidget:
        named = CutLabel()
        named.setText(path.name)
        named.setToolTip(str(path))
        drop = Button(name=f"{self.objectName()}.drop.{place}", kind="icon", icon="x")
        drop.set_words(translate("Records", "Leave this file out"))
        drop.clicked.connect(lambda: self._drop(path))
        holder = QWidget()
        holder.setLayout(row(named, None, drop, gap=4))
        return holder

    def _drop(self, path: Path) -> None:
        self.paths = [one for one in self.paths if one != path]
        self._show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files only."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the files."""
        self.take(dropped_paths(event.mimeData()))
        event.acceptProposedAction()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._add.set_words(translate("Records", "Add files…"))
        self._show()


class KeptFiles:
    """Opens and saves out what is kept in the book; ``owner`` asks for the file."""

    def __init__(
        self,
        ctx: AppContext,
        owner: QWidget,
        show: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        self._ctx, self._owner, self._show = ctx, owner, show
        self._folder: QTemporaryDir | None = None

    def open(self, one: AttachmentRow) -> None:
        """Show a file with the program of its kind, from a copy that is thrown away."""
        name = one.attachment.name
        if Path(name).suffix.lower() not in SHOWN:
            said = translate(
                "Records", "{name} is not a kind of file that is opened from a book. Save it first."
            )
            self._ctx.notify(Notice(said.format(name=name), tone="error"))
            return
        if self._folder is None:
            self._folder = QTemporaryDir(QDir.tempPath() + "/qingzhang-XXXXXX")
        target = Path(self._folder.path()) / str(one.id) / _safe(name)
        self._write(one, target, lambda: self._shown(target))

    def _shown(self, target: Path) -> None:
        if not self._show(QUrl.fromLocalFile(str(target))):
            said = translate("Records", "No program on this computer opens {name}. Save it first.")
            self._ctx.notify(Notice(said.format(name=target.name), tone="error"))

    def save(self, one: AttachmentRow) -> None:
        """Ask for a file and write a copy to it."""
        title = translate("Records", "Save a copy")
        chosen, _kind = QFileDialog.getSaveFileName(self._owner, title, _safe(one.attachment.name))
        if chosen:
            said = translate("Records", "Saved as {name}").format(name=Path(chosen).name)
            self._write(one, Path(chosen), lambda: self._ctx.notify(Notice(said)))

    def _write(self, one: AttachmentRow, target: Path, done: Callable[[], None]) -> None:
        write = self._ctx.files.write_bytes

        def read(reader: BookReader) -> bytes:
            return reader.attachment_content(one.id)

        def here(content: bytes) -> None:
            self._ctx.work(
                lambda _report: write(target, content),
                lambda _none: done(),
                asker=self._owner,
                title=translate("Records", "Writing the file"),
            )

        self._ctx.query(read, here, asker=self._owner)


def _safe(name: str) -> str:
    """Return a name of a kept file without what no file system takes, ending kept."""
    path = Path(name)
    return file_name(path.stem.lstrip(".")) + path.suffix
