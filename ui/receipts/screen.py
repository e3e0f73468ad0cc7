"""The Receipts screen: receipts at the left, what the current one pays at the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget

from domain.allocation import OpenItem
from domain.changes import Changes
from ui.acts import Act
from ui.common import CommonButtons
from ui.context import AppContext
from ui.lists.output import Output
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.receipts import acts
from ui.receipts.batch import BatchPreview
from ui.receipts.data import Money, read_money
from ui.receipts.draft import Source
from ui.receipts.form import ReceiptForm
from ui.receipts.keys import SingleKeys
from ui.receipts.listing import ReceiptList
from ui.receipts.note import NotePane
from ui.receipts.panel import AllocationPanel
from ui.screen import Screen
from ui.shell.ask import ask_reason
from ui.widgets.basic import column
from ui.widgets.button import Button
from ui.widgets.empty import EmptyState
from ui.widgets.head import ScreenHead

LEFT_WIDTH = 488
#: Name of an act → words, key, icon.
_ACTS = {
    "accept": (QT_TRANSLATE_NOOP("Receipts", "Allocate"), "Return", "check"),
    "next": (QT_TRANSLATE_NOOP("Receipts", "Next"), "Space", ""),
    "amount": (QT_TRANSLATE_NOOP("Receipts", "Amount"), "A", ""),
    "close": (QT_TRANSLATE_NOOP("Receipts", "Discount, rest"), "D", ""),
    "undo": (QT_TRANSLATE_NOOP("Receipts", "Undo"), "U", "undo-2"),
    "note": (QT_TRANSLATE_NOOP("Receipts", "Note"), "R", "printer"),
    "void": (QT_TRANSLATE_NOOP("Receipts", "Void…"), "Ctrl+Del", "ban"),
    "all": (QT_TRANSLATE_NOOP("Receipts", "Allocate all…"), "P", "list-checks"),
    "book": (QT_TRANSLATE_NOOP("Receipts", "Book what is shown"), "Ctrl+Return", ""),
}


class ReceiptsScreen(SingleKeys, Screen):
    """List or form at the left; allocation, batch or receipt note at the right."""

    key = "receipts"

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._act: dict[str, Act] = {}
        self._make_acts()
        self._common = CommonButtons(self, ("new",))
        self.head = ScreenHead("receipts", [Button.of(self._act["all"]), *self._common.buttons])
        self.list = ReceiptList(ctx)
        self.form = ReceiptForm(ctx)
        self.panel = AllocationPanel(ctx, self._panel_buttons())
        self.batch = BatchPreview(ctx)
        self.note = NotePane(ctx)
        self.blank = EmptyState("receipts.blank")
        self._shown: int | None = None
        self._place = -1
        self._go_on = False
        self._sizes = [LEFT_WIDTH, 760]
        self._build()
        self._wire()
        self._enable()

    def _make_acts(self) -> None:
        runs = {
            "accept": self.accept,
            "next": self.next_receipt,
            "amount": self.type_amount,
            "close": self.close_rest,
            "undo": self.undo_allocation,
            "note": self.show_note,
            "void": self.ask_void,
            "all": self.show_batch,
            "book": self.book,
        }
        for name, (words, key, icon) in _ACTS.items():
            act = Act(self, f"receipts.{name}", ("Receipts", words), runs[name], key=key, icon=icon)
            self._act[name] = act
            self.acts.append(act)
        self._act["accept"].setShortcuts([QKeySequence("Return"), QKeySequence("Enter")])
        self._act["book"].setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])

    def _panel_buttons(self) -> list[Any]:
        primary = Button.of(self._act["accept"], kind="primary")
        plain = [Button.of(self._act[name], icon=False) for name in ("next", "amount", "close")]
        last = [Button.of(self._act[name], kind="flat") for name in ("note", "undo")]
        return [primary, *plain, None, *last]

    def _build(self) -> None:
        self.left = QStackedWidget()
        self.right = QStackedWidget()
        self.left.addWidget(self.list)
        self.left.addWidget(self.form)
        for part in (self.blank, self.panel, self.batch, self.note):
            self.right.addWidget(part)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.left)
        self.split.addWidget(self.right)
        self.split.setStretchFactor(1, 1)
        self.left.setMinimumWidth(360)
        self.setLayout(column(self.head, self.split))
        self.setFocusProxy(self.list.list.view)
        self.blank.set_up(self._blank_words)

    def _wire(self) -> None:
        self.list.list.current_moved.connect(self._follow)
        self.list.list.model.arrived.connect(self._stay)
        self.panel.changed.connect(self._enable)
        self.panel.undo_asked.connect(lambda one: acts.undo_allocation(self.ctx, one, self))
        self.panel.other_asked.connect(self._show_document)
        self.form.typed.connect(self._follow_form)
        self.form.entered.connect(self._record)
        self.form.closed.connect(self.close_form)
        self.batch.accepted.connect(self.book)
        self.batch.closed.connect(self._show_panel)
        self.note.closed.connect(self._show_panel)

    # places

    def _typing(self) -> bool:
        return self.left.currentWidget() is self.form

    def _follow(self, key: int | None) -> None:
        """Show the receipt that is current in the list."""
        if key is None or self._typing():
            return
        self._place = self.list.list.view.currentIndex().row()
        if key != self._shown:
            self._show_document(key)

    def _follow_form(self, source: Source, name: str, debits: list[OpenItem], limit: int) -> None:
        """Show what is being typed; a form put away has no say."""
        if self._typing():
            self.panel.show_typed(source, name, debits, limit)

    def _show_document(self, document_id: int) -> None:
        self._shown = document_id
        if self.right.currentWidget() in (self.note, self.blank):
            self.right.setCurrentWidget(self.panel)
        self._read()

    def _read(self) -> None:
        document_id = self._shown
        if document_id is None:
            return

        def here(money: Money) -> None:
            if self._shown == document_id and not self._typing():
                self.panel.show_money(money)
                self._enable()

        self.ctx.query(lambda reader: read_money(reader, document_id), here, asker=self)

    def _stay(self) -> None:
        """Go on to the next receipt when the one just allocated has left the list.

        One that left it otherwise (undone, another filter) stays in view.
        """
        view, count = self.list.list.view, self.list.list.model.rowCount()
        going, self._go_on = self._go_on or self._shown is None, False
        if self._typing() or not going:
            return
        if not count:
            self._shown = None
            self._place = -1
            if self.right.currentWidget() is self.panel:
                self.right.setCurrentWidget(self.blank)
            self._enable()
        elif not view.currentIndex().isValid():
            view.selectRow(min(max(self._place, 0), count - 1))

    def _show_panel(self) -> None:
        self.right.setCurrentWidget(self.panel if self._shown is not None else self.blank)
        self._enable()
        self.setFocus()

    def address(self) -> str:
        """Return the address of the list; the current receipt belongs to its state."""
        return self.key

    def open_record(self, record: str) -> None:
        """Show a receipt or credit note, whether the filter has it or not."""
        if record.isdigit():
            self.close_form()
            self._show_document(int(record))
            self.right.setCurrentWidget(self.panel)
            self.list.list.view.select_id(int(record))

    def open_list(self, query: dict[str, str]) -> None:
        """Show the list, filtered as the address asks."""
        self.list.show_query(query)
        if "new" in query:
            self.new_record()

    def escape(self) -> bool:
        """Close the form, the note, the batch."""
        if self._typing():
            self.close_form()
            return True
        if self.right.currentWidget() in (self.batch, self.note):
            self._show_panel()
            return True
        return False

    # acts

    def new_record(self) -> None:
        """Show the form for money received."""
        money = self.panel.money
        self.left.setCurrentWidget(self.form)
        self.right.setCurrentWidget(self.panel)
        self.setFocusProxy(self.form.customer)
        started = None if money is None or self.form.has_draft() else money.source.customer_id
        self.form.start(started)
        self._enable()

    def close_form(self) -> None:
        """Back to the list; what was typed stays in the form."""
        if self._typing():
            self.left.setCurrentWidget(self.list)
            self.setFocusProxy(self.list.list.view)
            self._shown = None
            self._show_panel()
            key = self.list.list.view.current_id()
            if key is not None:
                self._show_document(key)

    def accept(self) -> None:
        """Book what the draft says."""
        draft = self.panel.draft
        if draft is None or self._typing():
            return
        self._go_on = draft.allocated() == draft.source.available
        acts.allocate(self.ctx, draft.source, draft.uses(), self, lambda _result: None)

    def _record(self, entry: Any) -> None:
        draft = self.panel.draft
        uses = [] if draft is None else draft.uses()

        def done(_result: object) -> None:
            self.form.clear()
            self.close_form()

        acts.record(self.ctx, entry, uses, self, done=done, failed=self.form.refused)

    def book(self) -> None:
        """Ctrl+Enter: record what is typed, or book the batch shown."""
        if self._typing():
            self.form.submit()
        elif self.right.currentWidget() is self.batch and self.batch.rows:
            acts.allocate_all(self.ctx, self, lambda _result: self._show_panel())

    def next_receipt(self) -> None:
        """Go on to the next receipt."""
        self.list.step(1)

    def type_amount(self) -> None:
        """Type the amount of the current line."""
        self.panel.grid.edit_current()

    def close_rest(self) -> None:
        """Take or leave discount or small rest, of the line or of the receipt itself."""
        draft = self.panel.draft
        if draft is None or self.panel.close_rest():
            return
        if draft.source.item_id is not None and 0 < draft.source.available <= draft.limit:
            acts.write_off_rest(self.ctx, draft.source, self)

    def undo_allocation(self) -> None:
        """Undo the current allocation, else the newest."""
        one = self.panel.undo_row()
        if one is not None:
            acts.undo_allocation(self.ctx, one, self)

    def show_note(self) -> None:
        """Preview the receipt note."""
        money = self.panel.money
        if money is not None and self._has_note(money):
            self.right.setCurrentWidget(self.note)
            self.note.show_note(money.source)
            self._enable()

    def _has_note(self, money: Money) -> bool:
        source = money.source
        return source.is_receipt and source.document_id is not None and not money.voided

    def show_batch(self) -> None:
        """Preview what "allocate all" would book."""
        self.close_form()
        self.right.setCurrentWidget(self.batch)
        self.batch.read()
        self._enable()

    def ask_void(self) -> None:
        """Void the receipt after asking for the reason."""
        money = self.panel.money
        if money is None or money.source.document_id is None:
            return
        title = translate("Receipts", "Void {number}?").format(number=money.source.number)
        text = translate(
            "Receipts",
            "A reversing document of the same number is posted; nothing is deleted. "
            "Allocations must be undone first.",
        )
        reason = ask_reason(self, title, text, translate("Receipts", "Void"))
        acts.void(self.ctx, money.source, reason, self)

    def _enable(self) -> None:
        """Offer only what is possible now."""
        money, draft = self.panel.money, self.panel.draft
        listing = not self._typing()
        shown = listing and self.right.currentWidget() is self.panel and money is not None
        lines = [] if draft is None else draft.lines()
        can = shown and self.panel.can_allocate()
        self._act["accept"].setEnabled(can and any(line.used for line in lines))
        self._act["next"].setEnabled(listing)
        typing = self._typing() and self.panel.can_allocate()
        self._act["amount"].setEnabled(can or typing)
        rest = draft is not None and 0 < draft.source.available <= draft.limit
        closable = any(line.spare or line.offer for line in lines)
        self._act["close"].setEnabled(((can or typing) and (closable or rest)) or (shown and rest))
        self._act["undo"].setEnabled(shown and self.panel.undo_row() is not None)
        self._act["note"].setEnabled(shown and money is not None and self._has_note(money))
        self._act["void"].setEnabled(shown and money is not None and not money.voided)
        self._act["book"].setEnabled(not listing or self.right.currentWidget() is self.batch)

    # common acts

    def offers(self) -> set[str]:
        """Return the common acts of a list."""
        return {"new", "filter", "export", "print", "copy"}

    def focus_filter(self) -> None:
        """Ctrl+F."""
        self.close_form()
        self.list.list.search.setFocus()
        self.list.list.search.selectAll()

    def export_list(self) -> None:
        """Ctrl+E."""
        self._output().export()

    def print_list(self) -> None:
        """Ctrl+P: the note where it is shown, the list otherwise."""
        if self.right.currentWidget() is self.note:
            self.note.print.click()
        else:
            self._output().print_pages()

    def _output(self) -> Output:
        return self.list.list.output

    def copy(self) -> None:
        """Ctrl+C: the table that has the focus."""
        focused = QApplication.focusWidget()
        for grid in (self.panel.grid, self.panel.earlier, self.batch.grid):
            if focused is grid:
                grid.copy()
                return
        self.list.list.copy()

    # words and state

    def _blank_words(self) -> tuple[str, str]:
        return (
            translate("Receipts", "No receipt chosen"),
            translate("Receipts", "Choose one at the left, or enter one with Ctrl+N."),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.head.set_words(
            translate("Receipts", "Receipts"),
            translate("Receipts", "money received and what it paid"),
        )
        self._common.retranslate()
        for part in (self.list, self.form, self.panel, self.batch, self.note, self.blank):
            part.retranslate()

    def help_text(self) -> str:
        """Explain the screen."""
        return translate(
            "Receipts",
            "<p>Each receipt pays the customer's open documents, oldest due first. Tick or untick "
            "a document, or press A and type an amount: it caps that document, and what is left "
            "goes on to the next. Enter books what is shown, Space goes on to the next receipt.</p>"
            "<p>D takes the early discount that the terms allow on the day of payment, or writes "
            "off a small rest within the limit of the settings. U undoes an allocation; nothing "
            "is ever deleted.</p>",
        )

    def refresh(self, changes: Changes) -> None:
        """Read the list and what is shown again."""
        self.list.refresh()
        self._read()
        if self.right.currentWidget() is self.batch:
            self.batch.read()

    def has_draft(self) -> bool:
        """Whether a receipt is being typed."""
        return self.form.has_draft()

    def undo(self) -> bool:
        """Ctrl+Z takes back what was decided but not booked."""
        draft = self.panel.draft
        if draft is None or not draft.touched():
            return False
        self._read()
        return True

    def state(self) -> dict[str, Any]:
        """Return what to remember."""
        return {**self.list.list.state(), "split": self.split.sizes()}

    def restore(self, state: dict[str, Any]) -> None:
        """Take it back."""
        sizes = state.get("split", [])
        if len(sizes) == 2 and all(sizes):
            self._sizes = sizes
        self.list.restore(state)

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Divide the room once there is any."""
        super().showEvent(event)
        if self._sizes:
            left = min(self._sizes[0], self.width() * 2 // 5)
            self.split.setSizes([left, self.width() - left])
            self._sizes = []
