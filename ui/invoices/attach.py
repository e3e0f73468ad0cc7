"""The signed papers of an invoice: delivery note, acceptance, order, copy; kept in the book."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from domain.changes import OperationResult
from domain.evidence import words
from domain.evidence.proof import SCANNED, Proof, scan_kind, scan_note, scan_words
from domain.listing import ItemRow
from domain.ports import BookReader
from domain.record import Attachment, AttachmentRow
from domain.services.records import attach_again, attach_all, detach
from ui import format as fmt
from ui.context import AppContext, Notice
from ui.marks import translate
from ui.records.files import FilePick, KeptFiles, media_type
from ui.widgets.basic import CutLabel, column, label, pane, row
from ui.widgets.button import Button
from ui.widgets.fields import DateEdit, Field, needed, unclear_date
from ui.widgets.form import FormFrame

_N: Final = "invoices.attach"


class AttachForm(FormFrame):
    """Keeps scans with an invoice, each said to be what it is; shows what is kept."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, _N)
        self._item: ItemRow | None = None
        self._kept = KeptFiles(ctx, self)
        self.kind = QComboBox()
        self.kind.setObjectName(f"{_N}.kind")
        self.files = FilePick(ctx, name=f"{_N}.files")
        self.dated = DateEdit(ctx.today, ctx.today, name=f"{_N}.dated_on")
        self.note = QLineEdit()
        self.note.setObjectName(f"{_N}.note")
        self._lines = column(gap=2)
        self._kept_title = label("heading")
        self.lay_out(
            {
                "kind": Field(self.kind, lambda: translate("Attach", "What it is"), above=True),
                "files": Field(self.files, lambda: translate("Attach", "Files"), above=True),
                "dated_on": Field(
                    self.dated, lambda: translate("Attach", "Date of the paper"), above=True
                ),
                "note": Field(
                    self.note,
                    lambda: translate("Attach", "Name or note"),
                    above=True,
                    hint=lambda: translate("Attach", "Shown in the list of evidence; may be empty"),
                ),
            }
        )
        inside = column(self._kept_title, self._lines, margins=(16, 0, 16, 14), gap=6)
        self.body.addWidget(pane(inside, role="raised"))

    def start(self, item: ItemRow) -> None:
        """Show the form for an item, with what is kept of it."""
        fresh = self._item is None or self._item.id != item.id
        self._item = item
        if fresh:
            self.files.clear()
            self.note.clear()
            self.dated.set_day(self.ctx.today)
        self.title.setText(translate("Attach", "Papers of {number}").format(number=item.label))
        self.errors_shown({})
        self.read()
        self.files.setFocus()

    def read(self) -> None:
        """Read what is kept of the document, whichever instalment it was kept with."""
        item, as_of = self._item, self.ctx.as_of
        if item is None:
            return

        def read(reader: BookReader) -> list[AttachmentRow]:
            items = reader.invoice_detail(item.document_id, as_of).items
            subjects = [f"invoice/{one.id}" for one in items]
            return [row for one in subjects for row in reader.attachments(subject=one)]

        def here(found: list[AttachmentRow]) -> None:
            if self._item is item:
                self._show(found)

        self.ctx.query(read, here, asker=self)

    def _show(self, found: list[AttachmentRow]) -> None:
        while (part := self._lines.takeAt(0)) is not None:
            old = part.widget()
            if old is not None:
                old.deleteLater()
        self._kept_title.setVisible(bool(found))
        for one in found:
            self._lines.addWidget(self._line(one))

    def _line(self, one: AttachmentRow) -> QWidget:
        entry, language = one.attachment, self.ctx.language
        named = CutLabel()
        own = scan_words(entry.note)
        kind = words.name(scan_kind(one), language)
        named.setText(f"{kind} · {own or entry.name}")
        told = (entry.name, fmt.day(entry.dated_on, language), f"SHA-256 {entry.sha256}")
        named.setToolTip("\n".join(told))
        name = f"{_N}.{one.id}"
        opened = Button(name=f"{name}.open", kind="icon", icon="external-link")
        opened.set_words(translate("Attach", "Open the file"))
        opened.clicked.connect(lambda: self._kept.open(one))
        saved = Button(name=f"{name}.save", kind="icon", icon="download")
        saved.set_words(translate("Attach", "Save a copy"))
        saved.clicked.connect(lambda: self._kept.save(one))
        back = Button(name=f"{name}.back", kind="icon", icon="x")
        back.set_words(translate("Attach", "Take it away from the invoice"))
        back.clicked.connect(lambda: self.take_away(one))
        holder = QWidget()
        layout = row(named, opened, saved, back, gap=2)
        layout.setStretch(0, 1)
        layout.setAlignment(named, Qt.AlignmentFlag.AlignVCenter)
        holder.setLayout(layout)
        return holder

    def chosen(self) -> Proof:
        """Return what the files are said to be."""
        return Proof(self.kind.currentData() or Proof.DELIVERY.value)

    def submit(self) -> None:
        """Read the files and keep them."""
        errors = {}
        if not self.files.paths:
            errors["files"] = needed()
        if self.dated.day() is None:
            errors["dated_on"] = unclear_date()
        if self.errors_shown(errors) or self._item is None:
            return
        paths, read = list(self.files.paths), self.ctx.files.read_bytes
        self.ctx.work(
            lambda _report: [(path.name, read(path)) for path in paths],
            self._keep,
            asker=self,
            title=translate("Attach", "Reading the files"),
            failed=self.refused,
        )

    def _keep(self, contents: list[tuple[str, bytes]]) -> None:
        item = self._item
        if item is None:
            return
        entries = [
            (
                Attachment(
                    name=name,
                    customer_id=item.customer_id,
                    subject=f"invoice/{item.id}",
                    media_type=media_type(name),
                    note=scan_note(self.chosen(), self.note.text().strip()),
                    dated_on=self.dated.day() or self.ctx.today,
                ),
                content,
            )
            for name, content in contents
        ]
        said = translate("Attach", "%n file(s) kept with the invoice", None, len(entries))
        self.ctx.act(
            attach_all, entries, asker=self, notice=said, done=self._done, failed=self.refused
        )

    def _done(self, _result: OperationResult[Any]) -> None:
        self.files.clear()
        self.note.clear()

    def take_away(self, one: AttachmentRow) -> None:
        """Take a file away from the invoice; it stays in the book and can come back."""
        ctx = self.ctx
        said = translate("Attach", "{name} taken away from the invoice")
        again = translate("Attach", "{name} is back").format(name=one.attachment.name)

        def undo() -> None:
            ctx.act(attach_again, one, asker=ctx, notice=again)

        def told(_result: OperationResult[int]) -> Notice:
            words_ = said.format(name=one.attachment.name)
            return Notice(words_, translate("Attach", "Undo"), undo)

        ctx.act(detach, one.id, ctx.today, asker=self, notice=told)

    def has_draft(self) -> bool:
        """Whether files are chosen and not kept."""
        return bool(self.files.paths)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        kept = self.kind.currentData()
        self.kind.clear()
        for proof in SCANNED:
            self.kind.addItem(words.name(proof, self.ctx.language), proof.value)
        self.kind.setCurrentIndex(max(0, self.kind.findData(kept)))
        self.do.set_words(translate("Attach", "Keep in the book"))
        self._kept_title.setText(translate("Attach", "Kept with it"))
        self.files.retranslate()
        super().retranslate()
        self.read()
