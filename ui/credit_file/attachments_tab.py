"""The tab of a customer's attachments: all files kept of it, added, opened, saved, detached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from domain.changes import Changes, OperationResult
from domain.credit.file.forms import FORMS
from domain.evidence.words import note_words
from domain.fields import day, pick
from domain.listing import Order
from domain.ports import BookReader, UnitOfWork
from domain.record import Attachment, AttachmentRow
from domain.services.records import attach_again, attach_all, detach
from ui.context import AppContext, Notice
from ui.customers.tabs import CustomerTab
from ui.lists.columns import Column
from ui.lists.short import short_list
from ui.lists.view import WholeRows
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.records.files import FilePick, KeptFiles, dropped_paths, media_type
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.empty import EmptyState
from ui.widgets.facts import Facts
from ui.widgets.fields import DateEdit, Field, needed, unclear_date
from ui.widgets.form import FormFrame
from ui.widgets.inspector import InspectorFrame


@dataclass(frozen=True, slots=True)
class Kept:
    """An attachment with what it belongs to, in both languages."""

    row: AttachmentRow
    belongs: tuple[str, str]

    @property
    def id(self) -> int:
        """Its id."""
        return self.row.id


def size_words(size: int) -> str:
    """Return a size as people read it: 12 KB, 3.4 MB; at least 1 KB."""
    if size < 1024 * 1024:
        return f"{max(1, -(-size // 1024))} KB"
    tenths = (size * 10 + 524_288) // 1_048_576
    return f"{tenths // 10}.{tenths % 10} MB"


def breakable(text: str) -> str:
    """Return text that lines may break anywhere in, by spaces of no width."""
    return "\u200b".join(text[at : at + 8] for at in range(0, len(text), 8))


_COLUMNS: Final[tuple[Column, ...]] = (
    Column(
        key="dated_on",
        title=("Attachments", QT_TRANSLATE_NOOP("Attachments", "Date")),
        get=lambda one: one.row.attachment.dated_on,
        kind="date",
        order="dated_on",
        descending=True,
    ),
    Column(
        key="name",
        title=("Attachments", QT_TRANSLATE_NOOP("Attachments", "File")),
        get=lambda one: one.row.attachment.name,
        order="name",
        width=220,
        stretch=True,
    ),
    Column(
        key="belongs",
        title=("Attachments", QT_TRANSLATE_NOOP("Attachments", "Belongs to")),
        get=lambda one: one.belongs[0],
        say=lambda one, language: pick(one.belongs, language),
        order="belongs",
        width=130,
    ),
    Column(
        key="source",
        title=("Attachments", QT_TRANSLATE_NOOP("Attachments", "Source")),
        get=lambda one: one.row.attachment.source,
        order="source",
        width=120,
    ),
    Column(
        key="size",
        title=("Attachments", QT_TRANSLATE_NOOP("Attachments", "Size")),
        get=lambda one: one.row.attachment.size,
        say=lambda one, _language: size_words(one.row.attachment.size),
        kind="number",
        order="size",
        width=70,
    ),
    Column(
        key="user",
        title=("Attachments", QT_TRANSLATE_NOOP("Attachments", "Kept by")),
        get=lambda one: one.row.user,
        order="user",
        width=80,
    ),
)


class AttachForm(FormFrame):
    """Adds files with their source and date, in one act."""

    kept = Signal()

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "customer.attach")
        self.customer_id: int | None = None
        self.files = FilePick(ctx, name="customer.attach.files")
        self.dated = DateEdit(ctx.today, ctx.today, name="customer.attach.dated_on")
        self.source, self.note = QLineEdit(), QLineEdit()
        self.source.setObjectName("customer.attach.source")
        self.note.setObjectName("customer.attach.note")
        self.lay_out(
            {
                "files": Field(self.files, lambda: translate("Attachments", "Files"), above=True),
                "dated_on": Field(
                    self.dated, lambda: translate("Attachments", "Date of the paper"), above=True
                ),
                "source": Field(
                    self.source, lambda: translate("Attachments", "Source"), above=True
                ),
                "note": Field(self.note, lambda: translate("Attachments", "Note"), above=True),
            }
        )

    def has_draft(self) -> bool:
        """Whether files are chosen and not kept."""
        return bool(self.files.paths)

    def _errors(self) -> dict[str, str]:
        found = {}
        if not self.files.paths:
            found["files"] = needed()
        if self.dated.day() is None:
            found["dated_on"] = unclear_date()
        return found

    def submit(self) -> None:
        """Read the files and keep them."""
        if self.errors_shown(self._errors()):
            return
        paths, read = list(self.files.paths), self.ctx.files.read_bytes
        self.ctx.work(
            lambda _report: [(path.name, read(path)) for path in paths],
            self._keep,
            asker=self,
            title=translate("Attachments", "Reading the files"),
            failed=self.refused,
        )

    def _keep(self, contents: list[tuple[str, bytes]]) -> None:
        entries = [
            (
                Attachment(
                    name=name,
                    customer_id=self.customer_id,
                    media_type=media_type(name),
                    source=self.source.text().strip(),
                    note=self.note.text().strip(),
                    dated_on=self.dated.day() or self.ctx.today,
                ),
                content,
            )
            for name, content in contents
        ]
        said = translate("Attachments", "%n file(s) kept in the book", None, len(entries))
        self.ctx.act(
            attach_all, entries, asker=self, notice=said, done=self._done, failed=self.refused
        )

    def _done(self, _result: object) -> None:
        self.files.clear()
        self.note.clear()
        self.kept.emit()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.title.setText(translate("Attachments", "Keep files"))
        self.do.set_words(translate("Attachments", "Keep in the book"))
        self.files.retranslate()
        super().retranslate()


class AttachmentInspector(InspectorFrame):
    """What is known of one file."""

    def __init__(self, ctx: AppContext, buttons: Iterable[QWidget]) -> None:
        super().__init__("customer.attachment", can_open=False)
        self._ctx = ctx
        self._shown: Kept | None = None
        self._facts = Facts()
        self.body.addWidget(
            pane(column(self._facts, None, margins=(16, 14, 16, 14)), role="raised")
        )
        for button in buttons:
            self.foot_row.addWidget(button)
        self.foot_row.addStretch(1)
        self._close.hide()

    def show_kept(self, found: Kept | None) -> None:
        """Show another file, None for none."""
        self._shown = found
        self.foot.setVisible(found is not None)
        told: list[tuple[str, str]] = []
        if found is not None:
            one, language = found.row.attachment, self._ctx.language
            told = [
                (translate("Attachments", "File"), breakable(one.name)),
                (translate("Attachments", "Date"), day(one.dated_on, language)),
                (translate("Attachments", "Belongs to"), pick(found.belongs, language)),
                (translate("Attachments", "Source"), one.source),
                (translate("Attachments", "Note"), note_words(one.note, language)),
                (translate("Attachments", "Size"), size_words(one.size)),
                (translate("Attachments", "Kept by"), found.row.user),
                (translate("Attachments", "Kept on"), found.row.kept_at[:10]),
                ("SHA-256", breakable(one.sha256)),
            ]
        self._facts.show_facts(told)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.title.setText(translate("Attachments", "Attachment"))
        self.show_kept(self._shown)


class AttachmentsTab(CustomerTab):
    """Files kept of a customer; dropped files open the form with them."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self.setObjectName("customer.attachments_tab")
        self.setAcceptDrops(True)
        self._kept = KeptFiles(ctx, self)
        self.model, self.view = short_list(
            ctx,
            _COLUMNS,
            lambda one: one.id,
            name="customer.attachments",
            order=Order("dated_on", True),
        )
        self.title = label("label")
        self.add = Button(name="customer.attachments.add", kind="primary", icon="plus", key="Ins")
        self.open_it = Button(name="customer.attachments.open", icon="external-link")
        self.save = Button(name="customer.attachments.save", icon="download")
        self.drop_it = Button(name="customer.attachments.detach", icon="x")
        self.form = AttachForm(ctx)
        self.inspector = AttachmentInspector(ctx, (self.open_it, self.save, self.drop_it))
        self.empty = EmptyState("customer.attachments.empty")
        self._middle, self._side = QStackedWidget(), QStackedWidget()
        self._build()
        self._wire()

    def _build(self) -> None:
        self._middle.setProperty("role", "pane")
        self._middle.addWidget(WholeRows(self.view))
        self._middle.addWidget(self.empty)
        self._side.addWidget(self.inspector)
        self._side.addWidget(self.form)
        self._side.setFixedWidth(self.inspector.width())
        bar = pane(row(self.title, None, self.add, margins=(16, 0, 16, 0), gap=8), height=43)
        left = QWidget()
        left.setLayout(column(bar, line(), self._middle))
        whole = row(left, line(vertical=True), self._side, gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.view)

    def _wire(self) -> None:
        self.add.clicked.connect(lambda: self.add_files([]))
        self.open_it.clicked.connect(self.open_current)
        self.save.clicked.connect(self.save_current)
        self.drop_it.clicked.connect(self.detach_current)
        self.view.chosen.connect(lambda _key: self.open_current())
        self.view.current_moved.connect(lambda _key: self.inspector.show_kept(self.current()))
        self.form.closed.connect(self.close_form)
        self.form.kept.connect(self._added)
        runs = {"Ins": lambda: self.add_files([]), "Del": self.detach_current}
        for key, run in runs.items():
            short = QShortcut(QKeySequence(key), self.view)
            short.setContext(Qt.ShortcutContext.WidgetShortcut)
            short.activated.connect(run)

    # showing

    def show_customer(self, customer_id: int) -> None:
        """Show a customer's files."""
        if customer_id != self.customer_id:
            self.form.files.clear()
            self.close_form()
        super().show_customer(customer_id)
        self.form.customer_id = customer_id

        def here(found: list[Kept]) -> None:
            if self.customer_id == customer_id:
                self._show(found)

        self.ctx.query(lambda reader: read_kept(reader, customer_id), here, asker=self)

    def refresh(self, changes: Changes) -> None:
        """Read again when records changed."""
        if changes.records:
            super().refresh(changes)

    def _show(self, found: list[Kept]) -> None:
        self.model.show_rows(found)
        self._middle.setCurrentIndex(0 if found else 1)
        total = size_words(sum(one.row.attachment.size for one in found))
        said = translate("Attachments", "%n file(s) in the book", None, len(found))
        self.title.setText(f"{said} · {total}" if found else said)
        if found and self.view.current_id() is None:
            self.view.select_id(self.model.id_at(0) or 0)
        self.inspector.show_kept(self.current())

    def current(self) -> Kept | None:
        """Return the current file."""
        key = self.view.current_id()
        found = None if key is None else self.model.cached(key)
        return found if isinstance(found, Kept) else None

    # acts

    def add_files(self, paths: Iterable[Path]) -> None:
        """Show the form, with files where some were dropped."""
        self._side.setCurrentWidget(self.form)
        self.form.files.take(paths)
        (self.form.source if self.form.files.paths else self.form.files).setFocus()

    def close_form(self) -> None:
        """Show the current file again."""
        self._side.setCurrentWidget(self.inspector)
        self.view.setFocus()

    def _added(self) -> None:
        self.close_form()
        if self.customer_id is not None:
            self.show_customer(self.customer_id)

    def open_current(self) -> None:
        """Show the file with the program of its kind."""
        found = self.current()
        if found is not None:
            self._kept.open(found.row)

    def save_current(self) -> None:
        """Write a copy of the file."""
        found = self.current()
        if found is not None:
            self._kept.save(found.row)

    def detach_current(self) -> None:
        """Take the file back; its content stays in the book and the notice brings it back."""
        found = self.current()
        if found is None:
            return
        ctx, row_ = self.ctx, found.row
        said = translate("Attachments", "{name} detached").format(name=row_.attachment.name)
        again = translate("Attachments", "{name} is back").format(name=row_.attachment.name)

        def service(uow: UnitOfWork) -> OperationResult[int]:
            return attach_again(uow, row_)

        def told(_result: OperationResult[int]) -> Notice:
            undo = translate("Attachments", "Undo")
            return Notice(said, undo, lambda: _again(ctx, service, again))

        ctx.act(detach, row_.id, ctx.today, asker=self, notice=told)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files only."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the form with the files."""
        self.add_files(dropped_paths(event.mimeData()))
        event.acceptProposedAction()

    def escape(self) -> bool:
        """Close the form."""
        if self._side.currentWidget() is not self.form:
            return False
        self.close_form()
        return True

    def has_draft(self) -> bool:
        """Whether files are chosen and not kept."""
        return self.form.has_draft()

    # words

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.add.set_words(translate("Attachments", "Keep files…"))
        self.open_it.set_words(translate("Attachments", "Open"))
        self.save.set_words(translate("Attachments", "Save…"))
        self.drop_it.set_words(translate("Attachments", "Detach"))
        self.view.setAccessibleName(translate("Attachments", "Attachments"))
        self.view.widths.reset()
        self.empty.set_up(_empty_words)
        self.inspector.retranslate()
        self.form.retranslate()
        if self.customer_id is not None:
            self.show_customer(self.customer_id)


def _again(ctx: AppContext, service: object, said: str) -> None:
    ctx.act(service, asker=ctx, notice=said)  # type: ignore[arg-type]


def _empty_words() -> tuple[str, str]:
    return (
        translate("Attachments", "No files of this customer yet"),
        translate(
            "Attachments",
            "Drop licences, contracts, reports or photos here. They are kept inside the book "
            "and copied with it.",
        ),
    )


def read_kept(reader: BookReader, customer_id: int) -> list[Kept]:
    """Return the files of a customer with what each belongs to."""
    named: dict[str, tuple[str, str]] = {}
    for form in FORMS:
        for one in reader.records(form.kind, customer_id=customer_id):
            named[f"record/{one.id}"] = form.words
    return [
        Kept(row_, named.get(row_.attachment.subject, _OTHERS.get(_kind(row_), ("", ""))))
        for row_ in reader.attachments(customer_id=customer_id)
    ]


def _kind(row_: AttachmentRow) -> str:
    return row_.attachment.subject.partition("/")[0]


_OTHERS: Final[dict[str, tuple[str, str]]] = {
    "": ("客户", "Customer"),
    "record": ("其他档案", "Another record"),
    "invoice": ("发票", "Invoice"),
    "receipt": ("收款", "Receipt"),
    "paper": ("函件", "Paper"),
    "legal_event": ("时效事由", "Limitation event"),
}
