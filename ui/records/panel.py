"""A whole pane for records of one kind: list, what one holds, the form."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from domain.changes import OperationResult
from domain.fields import RecordForm, pick
from domain.listing import Order
from domain.ports import BookReader
from domain.record import AttachmentRow, Record
from domain.services.records import keep_again, keep_described, take_back_record
from ui.context import AppContext, Notice
from ui.lists.short import short_list
from ui.lists.view import WholeRows
from ui.marks import translate
from ui.records.columns import RecordRow, columns_of
from ui.records.form import Keep, RecordFormPane
from ui.records.inspector import RecordInspector
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.empty import EmptyState


class _Found(NamedTuple):
    records: Sequence[Record[Any]]
    files: Sequence[AttachmentRow]
    base: str


class RecordPanel(QWidget):
    """Records of a kind that stand, of one customer or (None) of the firm, newest first.

    Ins adds, Enter corrects, Del takes back.

    Signals:
        counted: how many there are.
        asked_to_add: the form for another one is shown (the kind), to be filled in.
    """

    counted = Signal(int)
    asked_to_add = Signal(str)

    def __init__(
        self,
        ctx: AppContext,
        form: RecordForm[Any],
        *,
        name: str,
        keep: Keep = keep_described,
        buttons: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.ctx, self.form = ctx, form
        self.customer_id: int | None = None
        self._base = "CNY"
        columns = columns_of(form, lambda: ctx.language)
        self.model, self.view = short_list(
            ctx,
            columns,
            lambda one: one.record.id,
            name=f"{name}.list",
            order=Order("dated_on", True),
        )
        self.add = Button(name=f"{name}.add", kind="primary", icon="plus", key="Ins")
        self.title = label("heading")
        self.edit = RecordFormPane(ctx, form, name=f"{name}.form", keep=keep)
        self.inspector = RecordInspector(ctx, form, name=f"{name}.inspector")
        self.empty = EmptyState(f"{name}.empty")
        self._middle, self._side = QStackedWidget(), QStackedWidget()
        self._build(buttons)
        self._wire()

    def _build(self, buttons: Sequence[QWidget]) -> None:
        self._middle.addWidget(WholeRows(self.view))
        self._middle.addWidget(self.empty)
        self._middle.setProperty("role", "pane")
        self._side.addWidget(self.inspector)
        self._side.addWidget(self.edit)
        self._side.setFixedWidth(self.inspector.width())
        bar = pane(
            row(self.title, None, *buttons, self.add, margins=(16, 0, 16, 0), gap=8), height=43
        )
        left = QWidget()
        left.setLayout(column(bar, line(), self._middle))
        whole = row(left, line(vertical=True), self._side, gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.view)

    def _wire(self) -> None:
        self.add.clicked.connect(self.add_one)
        self.view.current_moved.connect(self._moved)
        self.view.chosen.connect(lambda _key: self.change())
        self.inspector.change_asked.connect(self.change)
        self.inspector.back_asked.connect(self.take_back)
        self.edit.closed.connect(self.close_form)
        self.edit.kept.connect(self._kept)
        for key, run in (("Ins", self.add_one), ("Del", self.take_back)):
            short = QShortcut(QKeySequence(key), self.view)
            short.setContext(Qt.ShortcutContext.WidgetShortcut)
            short.activated.connect(run)

    # showing

    def show_customer(self, customer_id: int | None) -> None:
        """Show the records of a customer, None for the firm's own."""
        if customer_id != self.customer_id:
            self.edit.clear()
            self.close_form()
        self.customer_id = customer_id
        self.reload()

    def reload(self) -> None:
        """Read again."""
        wanted, kind, day = self.customer_id, self.form.kind, self.ctx.as_of

        def read(reader: BookReader) -> _Found:
            firm = wanted is None
            found = reader.records(kind, customer_id=wanted, firm=firm, up_to=day)
            files = reader.attachments(customer_id=wanted) if self.form.files else []
            return _Found(found, files, reader.base_currency())

        self.ctx.query(read, lambda found: self._show(wanted, found), asker=self)

    def _show(self, wanted: int | None, found: _Found) -> None:
        if wanted != self.customer_id:
            return
        self._base = found.base
        kept: dict[str, list[AttachmentRow]] = {}
        for one in found.files:
            kept.setdefault(one.attachment.subject, []).append(one)
        rows = [
            RecordRow(one, self.ctx.as_of, found.base, tuple(kept.get(f"record/{one.id}", ())))
            for one in found.records
        ]
        self.model.show_rows(rows)
        self._middle.setCurrentIndex(0 if rows else 1)
        self.counted.emit(len(rows))
        if rows and self.view.current_id() is None:
            self.view.select_id(self.model.id_at(0) or 0)
        self._moved(self.view.current_id())

    def current(self) -> RecordRow | None:
        """Return the current row."""
        key = self.view.current_id()
        found = None if key is None else self.model.cached(key)
        return found if isinstance(found, RecordRow) else None

    def _moved(self, _key: object) -> None:
        self.inspector.show_row(self.current())

    # acts

    def add_one(self) -> None:
        """Show the form for another one."""
        self._open(None)
        if not self.edit.has_draft():
            self.asked_to_add.emit(self.form.kind.KIND)

    def change(self) -> None:
        """Show the form to correct the current one."""
        found = self.current()
        if found is not None:
            self._open(found.record)

    def _open(self, record: Record[Any] | None) -> None:
        self._side.setCurrentWidget(self.edit)
        self.edit.start(self.customer_id, record, base=self._base)

    def close_form(self) -> None:
        """Show what the current one holds again; what is typed stays."""
        self._side.setCurrentWidget(self.inspector)
        self.view.setFocus()

    def escape(self) -> bool:
        """Close the form; False when none is open."""
        if self._side.currentWidget() is not self.edit:
            return False
        self.close_form()
        return True

    def has_draft(self) -> bool:
        """Whether something typed is not kept yet."""
        return self.edit.has_draft()

    def take_back(self) -> None:
        """Take the current one back; the notice offers to keep it again."""
        found = self.current()
        if found is None:
            return
        ctx, kind, record_id = self.ctx, self.form.kind, found.record.id
        named = pick(self.form.words, ctx.language)
        said = translate("Records", "{record} taken back").format(record=named)
        again = translate("Records", "{record} kept").format(record=named)

        def undo() -> None:
            ctx.act(keep_again, kind, record_id, asker=ctx, notice=again)

        def told(_result: OperationResult[int]) -> Notice:
            return Notice(said, translate("Records", "Undo"), undo)

        ctx.act(take_back_record, kind, record_id, ctx.today, asker=self, notice=told)

    def _kept(self, record_id: int) -> None:
        self.close_form()
        self.reload()
        self.view.select_id(record_id)

    # words

    def retranslate(self) -> None:
        """Set every text in the current language."""
        language = self.ctx.language
        named = pick(self.form.words, language)
        self.title.setText(named)
        self.add.set_words(translate("Records", "Add"))
        self.view.setAccessibleName(named)
        self.view.widths.reset()
        self.empty.set_up(partial(self._empty_words))
        self.inspector.retranslate()
        self.edit.retranslate()

    def _empty_words(self) -> tuple[str, str]:
        language = self.ctx.language
        title = translate("Records", "Nothing here yet: {record}")
        named = pick(self.form.words, language)
        return title.format(record=named), pick(self.form.about, language)
