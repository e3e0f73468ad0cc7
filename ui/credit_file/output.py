"""A customer's credit file to a PDF or a folder, and the visit form to the printer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from domain.ports import Progress
from domain.services import credit_file
from ui.context import AppContext, Notice
from ui.credit_file.export import Exported, write_folder
from ui.marks import translate
from ui.papers.output import PaperOutput, Sheaf, paper_name


class FileOutput:
    """Prints and saves; ``owner`` asks for file, folder and printer."""

    def __init__(self, ctx: AppContext, owner: QWidget) -> None:
        self._ctx, self._owner = ctx, owner
        self._papers = PaperOutput(ctx, owner)

    def save_pdf(self, customer_id: int, code: str) -> None:
        """Ask for a file and write the credit file into it."""
        ctx, day, language = self._ctx, self._ctx.as_of, self._ctx.language
        name = paper_name(code, translate("CreditFile", "Credit file"))

        def load(_progress: Progress) -> list[Sheaf]:
            value = credit_file.paper(ctx.reader, customer_id, day, language, maker=ctx.user)
            return [Sheaf(name=name, pdf=ctx.papers.render(value))]

        self._papers.save_one(name, load)

    def print_visit_form(self, customer_id: int) -> None:
        """Print an empty form for the next visit, with the customer's name."""
        ctx, language = self._ctx, self._ctx.language

        def load(_progress: Progress) -> list[Sheaf]:
            value = credit_file.visit(ctx.reader, customer_id, ctx.as_of, language, blank=True)
            return [Sheaf(name="visit", pdf=ctx.papers.render(value))]

        self._papers.print_all(load)

    def save_folder(self, customer_id: int) -> None:
        """Ask for a folder and write file, attachments and list into one of its own."""
        title = translate("CreditFile", "Folder to export to")
        chosen = QFileDialog.getExistingDirectory(self._owner, title)
        if chosen:
            self.write(customer_id, Path(chosen))

    def write(self, customer_id: int, parent: Path) -> None:
        """Write file, attachments and list in the background."""
        ctx, day, language = self._ctx, self._ctx.as_of, self._ctx.language

        def job(progress: Progress) -> Exported:
            return write_folder(
                ctx.reader,
                ctx.papers,
                ctx.files,
                parent,
                customer_id=customer_id,
                day=day,
                language=language,
                maker=ctx.user,
                progress=progress,
            )

        def done(made: Exported) -> None:
            said = translate("CreditFile", "%n file(s) written to {folder}", None, made.count)
            ctx.notify(Notice(said.format(folder=made.folder.name)))

        ctx.work(job, done, asker=self._owner, title=translate("CreditFile", "Exporting the file"))
