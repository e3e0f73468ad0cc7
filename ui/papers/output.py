"""Papers to the printer or to files: many at once, in the background, with Cancel."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from domain.ports import Progress
from domain.services import papers
from ui.context import AppContext, Notice
from ui.marks import translate
from ui.preview.pane import file_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheaf:
    """A finished page file and the name it is saved under."""

    name: str
    pdf: bytes


#: Gets the papers ready in the background.
Load = Callable[[Progress], Sequence[Sheaf]]


def issued_copy(ctx: AppContext, paper_id: int, kind: str) -> bytes:
    """Return an issued paper's pages marked as a copy."""
    return ctx.papers.render(papers.reprint(ctx.reader, paper_id, kind))


def paper_name(customer: str, number: str) -> str:
    """Return what a paper is saved as: customer and number."""
    return file_name(f"{customer} {number}")


class PaperOutput:
    """Prints and saves; ``owner`` asks for printer and folder."""

    def __init__(self, ctx: AppContext, owner: QWidget) -> None:
        self._ctx, self._owner = ctx, owner

    def print_all(self, load: Load, after: Callable[[], None] | None = None) -> None:
        """Join the papers and ask for a printer once."""

        def here(pdf: bytes) -> None:
            from ui.printing import print_pdf

            if pdf:
                print_pdf(self._ctx, pdf, self._owner)
            if after is not None:
                after()

        self._join(load, here)

    def save_one(self, name: str, load: Load, after: Callable[[], None] | None = None) -> None:
        """Ask for a file and write all papers into it."""
        title = translate("Papers", "Save as one PDF")
        kinds = translate("Papers", "PDF pages (*.pdf)")
        chosen, _kind = QFileDialog.getSaveFileName(
            self._owner, title, f"{file_name(name)}.pdf", kinds
        )
        if not chosen:
            return
        path = Path(chosen).with_suffix(".pdf")
        said = translate("Papers", "Saved as {name}").format(name=path.name)

        def job(progress: Progress) -> None:
            sheaves = load(progress)
            self._ctx.files.write_bytes(path, self._ctx.papers.joined([one.pdf for one in sheaves]))

        self._run(job, lambda _none: self._said(said, after))

    def save_each(self, load: Load, after: Callable[[], None] | None = None) -> None:
        """Ask for a folder and write a file for each paper."""
        title = translate("Papers", "Folder for the files")
        chosen = QFileDialog.getExistingDirectory(self._owner, title)
        if not chosen:
            return
        folder, files = Path(chosen), self._ctx.files

        def job(progress: Progress) -> int:
            sheaves = load(progress)
            files.make_folder(folder)
            for one in sheaves:
                files.write_bytes(folder / f"{one.name}.pdf", one.pdf)
            return len(sheaves)

        def done(count: int) -> None:
            said = translate("Papers", "%n file(s) saved in {folder}", None, count)
            self._said(said.format(folder=folder.name), after)

        self._run(job, done)

    def _join(self, load: Load, here: Callable[[bytes], None]) -> None:
        def job(progress: Progress) -> bytes:
            sheaves = load(progress)
            return self._ctx.papers.joined([one.pdf for one in sheaves]) if sheaves else b""

        self._run(job, here)

    def _run(self, job: Callable[[Progress], object], done: Callable[..., None]) -> None:
        title = translate("Papers", "Preparing pages")
        self._ctx.work(job, done, asker=self._owner, title=title)

    def _said(self, words: str, after: Callable[[], None] | None) -> None:
        self._ctx.notify(Notice(words))
        if after is not None:
            after()
