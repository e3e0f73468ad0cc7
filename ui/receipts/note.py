"""The receipt note: its page, issued with a number, printed or saved."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from domain.changes import OperationResult
from domain.ports import UnitOfWork
from domain.services import papers
from domain.services.papers import Issued
from ui.context import AppContext
from ui.marks import translate
from ui.preview.pane import PagePreview, file_name
from ui.receipts.draft import Source
from ui.widgets.basic import column, line, pane, row
from ui.widgets.button import Button


class NotePane(QWidget):
    """Previews the note of a receipt; printing and saving give it its number first.

    Signals:
        closed: back to the receipt.
    """

    closed = Signal()

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self._source: Source | None = None
        self.print = Button(name="receipts.note.print", kind="primary", icon="printer")
        self.save = Button(name="receipts.note.save", icon="file-down")
        self.leave = Button(name="receipts.note.close", key="Esc")
        self.preview = PagePreview(ctx, "receipts.note")
        acts = pane(row(self.print, self.save, None, self.leave, margins=(16, 0, 16, 0)), height=44)
        self.setLayout(column(self.preview, line(), acts))
        self.print.clicked.connect(lambda: self._issue(self._print))
        self.save.clicked.connect(lambda: self._issue(self._save))
        self.leave.clicked.connect(self.closed)
        self.setFocusProxy(self.preview)

    def show_note(self, source: Source) -> None:
        """Show the note as it would be issued today."""
        self._source = source
        document_id, today = source.document_id, self.ctx.today
        if document_id is None:
            return

        def make() -> bytes:
            value = papers.receipt_note_value(self.ctx.reader, document_id, today)
            return self.ctx.papers.render(value)

        self.preview.show_made(make, translate("Receipts", "Drawing the page…"))

    def _issue(self, then: Callable[[str, bytes], None]) -> None:
        source, today = self._source, self.ctx.today
        if source is None or source.document_id is None:
            return
        document_id = source.document_id

        def service(uow: UnitOfWork) -> OperationResult[list[Issued]]:
            value = papers.receipt_note_value(self.ctx.reader, document_id, today)
            return papers.issue(
                uow,
                "receipt_note",
                [value],
                [source.customer_id],
                self.ctx.papers.render,
            )

        said = translate("Receipts", "Receipt note {number} issued")
        again = translate("Receipts", "{number} was issued before; this is a copy")

        def words(result: OperationResult[list[Issued]]) -> str:
            (one,) = result.value
            return (said if one.is_new else again).format(number=one.value.number)

        def done(result: OperationResult[list[Issued]]) -> None:
            (one,) = result.value
            self._take(one, then)

        self.ctx.act(service, asker=self, done=done, notice=words)

    def _take(self, one: Issued, then: Callable[[str, bytes], None]) -> None:
        """Show what was issued, an earlier one marked as a copy, and go on with it."""
        if one.is_new:
            self.preview.show_pdf(one.pdf)
            then(one.value.number, one.pdf)
            return

        def job(_report: object) -> bytes:
            copy = papers.reprint(self.ctx.reader, one.id, "receipt_note")
            return self.ctx.papers.render(copy)

        def here(pdf: bytes) -> None:
            self.preview.show_pdf(pdf)
            then(one.value.number, pdf)

        self.ctx.work(job, here, asker=self, title=translate("Receipts", "Drawing the page"))

    def _print(self, _number: str, pdf: bytes) -> None:
        from ui.printing import print_pdf

        print_pdf(self.ctx, pdf, self)

    def _save(self, number: str, pdf: bytes) -> None:
        self.preview.save_as(file_name(number), pdf)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.print.set_words(translate("Receipts", "Issue and print"))
        self.save.set_words(translate("Receipts", "Issue and save as PDF"))
        self.leave.set_words(translate("Receipts", "Back"))
        self.preview.retranslate()
