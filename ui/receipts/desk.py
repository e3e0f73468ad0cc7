"""The desk of the receipts screen: the list or the form at the left, what it pays at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from domain.allocation import OpenItem
from ui.acts import Act
from ui.context import AppContext
from ui.grids.view import GridView
from ui.marks import translate
from ui.receipts import acts
from ui.receipts.answers import Answers
from ui.receipts.bar import FittingRow
from ui.receipts.batching import Batching
from ui.receipts.data import Case, read_case, read_document
from ui.receipts.draft import Limits, Source
from ui.receipts.form import ReceiptForm
from ui.receipts.giving_back import GivingBack
from ui.receipts.listing import InflowListPane
from ui.receipts.moves import Moves
from ui.receipts.naming import NamingPane
from ui.receipts.note import NotePane
from ui.receipts.panel import AllocationPanel
from ui.receipts.spread import SpreadPreview
from ui.receipts.taken_pane import TakenPane
from ui.receipts.taking import Taken, Unnamed
from ui.widgets.basic import column
from ui.widgets.button import Button
from ui.widgets.empty import EmptyState

LEFT_WIDTH: Final = 464
#: Rows of the list looked through for the one shown: as many as it reads at first.
_LOOKED: Final = 300


class Desk(QWidget):
    """Two panes and the batch bar; follows the list, the form, the proposals.

    Signals:
        changed: something else is shown or decided: other acts are possible.
        freed: nothing in it wants the focus any more.
    """

    changed = Signal()
    freed = Signal()

    def __init__(self, ctx: AppContext, deeds: dict[str, Act], asker: QWidget) -> None:
        super().__init__(asker)
        self.ctx, self._asker = ctx, asker
        self.answers = Answers(ctx, self)
        self.list = InflowListPane(ctx, self.answers.table)
        self.form = ReceiptForm(ctx)
        self.panel = AllocationPanel(ctx, _buttons(deeds))
        self.moves = Moves(ctx, self.panel, self.list, asker)
        self.back = GivingBack(ctx, self.panel, asker)
        self.spread = SpreadPreview(ctx)
        self.note = NotePane(ctx)
        self.taken = TakenPane(ctx)
        self.naming = NamingPane(ctx)
        self.blank = EmptyState("receipts.blank")
        self.batching = Batching(ctx, self.answers, Button.of(deeds["preview"]), asker)
        self.batch = self.batching.preview
        self._shown: int | None = None
        self._document: int | None = None
        self._place = -1
        self._go_on = False
        self._choosing = False
        self.sizes = [LEFT_WIDTH, 758]
        self._build()
        self._wire()

    def _build(self) -> None:
        self.left = QStackedWidget()
        self.right = QStackedWidget()
        self.left.addWidget(self.list)
        self.left.addWidget(self.form)
        parts: tuple[QWidget, ...] = (self.blank, self.panel, self.batch, self.spread, self.note)
        for part in (*parts, self.taken, self.naming):
            self.right.addWidget(part)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.left)
        self.split.addWidget(self.right)
        self.split.setStretchFactor(1, 1)
        self.left.setMinimumWidth(360)
        self.setLayout(column(self.split, self.batching.bar))
        self.setFocusProxy(self.list.list.view)
        self.blank.set_up(self._blank_words)

    def _wire(self) -> None:
        self.list.list.current_moved.connect(self._follow)
        self.list.list.model.arrived.connect(self._stay)
        self.list.today.chosen.connect(self.show_inflow)
        self.list.today.undo_asked.connect(self._undo_last)
        self.panel.changed.connect(self.changed)
        self.panel.undo_asked.connect(self.moves.undo_allocation)
        self.panel.other_asked.connect(self.show_document)
        self.panel.customer_asked.connect(self.moves.name_customer)
        self.panel.left.connect(self.freed)
        self.moves.going.connect(self._leave)
        self.moves.named.connect(self.read)
        self.answers.arrived.connect(self._answers_here)
        self.batching.changed.connect(self.changed)
        self.batching.booked.connect(self._batch_booked)
        self.form.typed.connect(self._follow_form)
        self.form.entered.connect(self._record)
        self.form.closed.connect(self.close_form)
        for part in (self.batch, self.spread, self.note, self.taken):
            part.closed.connect(self.show_panel)
        self.taken.naming_asked.connect(self.show_naming)
        self.naming.closed.connect(lambda: self.show_taken(self.taken.taken))
        for many in (self.batch.accepted, self.spread.accepted, self.batching.asked):
            many.connect(self.book)

    # what is shown

    def typing(self) -> bool:
        """Whether a receipt is being entered by hand."""
        return self.left.currentWidget() is self.form

    def shows(self, part: QWidget) -> bool:
        """Whether a part stands at the right."""
        return self.right.currentWidget() is part

    def _follow(self, key: int | None) -> None:
        """Show the inflow that is current in the list."""
        if key is None or self.typing():
            return
        self._place = self.list.list.view.currentIndex().row()
        if key != self._shown:
            self.show_inflow(key)

    def _follow_form(
        self, source: Source, name: str, debits: list[OpenItem], limits: Limits
    ) -> None:
        """Show what is being typed; a form put away has no say."""
        if self.typing():
            self.panel.show_typed(source, name, debits, limits)

    def show_inflow(self, key: int) -> None:
        """Show a bank line or receipt."""
        self._shown, self._document = key, None
        self._show_right()

    def show_document(self, document_id: int) -> None:
        """Show a receipt or credit note."""
        self._shown, self._document = -document_id, document_id
        self._show_right()

    def _show_right(self) -> None:
        quiet = (self.blank,) if self._choosing else (self.blank, self.note, self.taken)
        if self.right.currentWidget() in quiet:
            self.right.setCurrentWidget(self.panel)
        self.read()

    def read(self) -> None:
        """Read what is shown: an inflow by its key, a credit note by its document."""
        key, document_id = self._shown, self._document
        if key is None:
            return
        answer = self.answers.answer(key)
        payer = self.moves.payers.get(key)
        added = self.moves.added.get(key, [])

        def read(reader: Any) -> Case:
            if document_id is not None:
                return read_document(reader, document_id, answer=answer)
            return read_case(reader, key, answer=answer, customer_id=payer, added=added)

        def here(case: Case) -> None:
            if self._shown == key and not self.typing():
                searching = not self.answers.known
                by_hand = payer is not None
                self.panel.show_case(case, added=added, by_hand=by_hand, searching=searching)
                self.changed.emit()

        self.ctx.query(read, here, asker=self)

    def _answers_here(self) -> None:
        """Show proposals; what a person is deciding about stays as it is."""
        self.list.repaint_rows()
        draft = self.panel.draft
        if not self.typing() and (draft is None or not draft.touched()):
            self.read()

    def _leave(self) -> None:
        self._go_on = True

    def _stay(self) -> None:
        """Go on to the next line when the one just booked has left the list.

        One that left it otherwise (undone, another filter) stays in view.
        """
        view, count = self.list.list.view, self.list.list.model.rowCount()
        going, self._go_on = self._go_on or self._shown is None, False
        if self.typing() or not going or self._is_listed():
            return
        if not count:
            self._shown = self._document = None
            self._place = -1
            if self.shows(self.panel):
                self.right.setCurrentWidget(self.blank)
            self.changed.emit()
        elif not view.currentIndex().isValid():
            self._choosing = True
            view.selectRow(min(max(self._place, 0), count - 1))
            self._choosing = False

    def _is_listed(self) -> bool:
        """Whether what is shown still stands in the list, as far as that is known."""
        rows = self.list.list.model
        few = range(min(rows.rowCount(), _LOOKED))
        return self._shown is not None and any(rows.id_at(row) == self._shown for row in few)

    def show_panel(self) -> None:
        """Show the money itself again."""
        self.right.setCurrentWidget(self.panel if self._shown is not None else self.blank)
        self.batching.show_size()
        self.freed.emit()

    def open_document(self, document_id: int) -> None:
        """Show a receipt or credit note, whether the filter has it or not."""
        self.close_form()
        self.show_document(document_id)
        self.right.setCurrentWidget(self.panel)
        self.list.list.view.select_id(-document_id)

    def escape(self) -> bool:
        """Close the question, the form, the batch, the note; False where nothing is open."""
        if not self.panel.ask.isHidden():
            self.panel.ask.close_question()
        elif self.typing():
            self.close_form()
        elif self.shows(self.naming):
            self.show_taken(self.taken.taken)
        elif self.right.currentWidget() not in (self.panel, self.blank):
            self.show_panel()
        else:
            return False
        return True

    # the form

    def new_record(self) -> None:
        """Show the form for money received."""
        case = self.panel.case
        self.left.setCurrentWidget(self.form)
        self.right.setCurrentWidget(self.panel)
        self.setFocusProxy(self.form.customer)
        known = case is not None and case.source.customer_id and not self.form.has_draft()
        self.form.start(case.source.customer_id if case is not None and known else None)
        self.changed.emit()

    def close_form(self) -> None:
        """Back to the list; what was typed stays in the form."""
        if self.typing():
            self.left.setCurrentWidget(self.list)
            self.setFocusProxy(self.list.list.view)
            self._shown = self._document = None
            self.show_panel()
            key = self.list.list.view.current_id()
            if key is not None:
                self.show_inflow(key)

    def _record(self, entry: Any) -> None:
        draft = self.panel.draft
        uses = [] if draft is None else draft.uses()

        def done(_result: object) -> None:
            self.form.clear()
            self.close_form()

        claims, failed = self.form.claims(), self.form.refused
        if claims is None:
            acts.record(self.ctx, entry, uses, self._asker, done=done, failed=failed)
        else:
            acts.record_by_statute(self.ctx, entry, claims, self._asker, done=done, failed=failed)

    # acts

    def accept(self) -> None:
        """Book what is shown."""
        if not self.typing():
            self.moves.accept()

    def next_line(self) -> None:
        """Go on to the next line."""
        self.list.step(1)

    def type_amount(self) -> None:
        """Type the amount of the current document."""
        self.panel.grid.edit_current()

    def _undo_last(self) -> None:
        if not self.shows(self.panel):
            self.right.setCurrentWidget(self.panel)
        self.moves.undo_last()

    def show_note(self) -> None:
        """Preview the receipt note."""
        case = self.panel.case
        if case is not None and has_note(case):
            self.right.setCurrentWidget(self.note)
            self.note.show_note(case.source)
            self.changed.emit()

    def show_batch(self) -> None:
        """Preview exactly what the batch would book."""
        self.close_form()
        self.right.setCurrentWidget(self.batch)
        self.batching.read()
        self.batch.setFocus()

    def show_spread(self) -> None:
        """Preview what "allocate all, oldest first" would book."""
        self.close_form()
        self.right.setCurrentWidget(self.spread)
        self.spread.read()
        self.changed.emit()
        self.spread.setFocus()

    def show_taken(self, taken: Sequence[Taken]) -> None:
        """Show what an import did."""
        self.close_form()
        self.taken.show_taken(taken)
        self.right.setCurrentWidget(self.taken)
        self.changed.emit()

    def show_naming(self, table: Unnamed) -> None:
        """Let the columns of a table be named."""
        self.naming.show_table(table)
        self.right.setCurrentWidget(self.naming)
        self.changed.emit()
        self.naming.setFocus()

    def book(self) -> None:
        """Record what is typed, read what was named, allocate all, or book the batch."""
        if self.typing():
            self.form.submit()
        elif self.shows(self.naming):
            self.naming.submit()
        elif not self.shows(self.spread):
            self.batching.book()
        elif self.spread.rows:
            acts.allocate_all(self.ctx, self._asker, lambda _result: self.show_panel())

    def _batch_booked(self) -> None:
        self._go_on = True
        if self.shows(self.batch):
            self.show_panel()

    # what is possible

    def possible(self) -> dict[str, bool]:
        """Return which acts are possible now, by their names."""
        case = self.panel.case
        listing = not self.typing()
        shown = listing and self.shows(self.panel) and case is not None
        can = self.panel.can_allocate()
        typing = self.typing() and can
        return {
            "accept": shown and self.moves.can_accept(),
            "next": listing,
            "split": shown and self.moves.can_split(),
            "amount": (shown or typing) and can,
            "other": shown and self.moves.can_mark_other(),
            "check": shown and self.moves.can_check(),
            "hold": shown and self.moves.can_hold(),
            "close": (shown or typing) and self.moves.can_close(),
            "customer": shown and self.panel.can_name(),
            "undo": shown and self.moves.can_undo(),
            "raw": shown and self.moves.line_id() is not None,
            "note": shown and case is not None and has_note(case),
            "return": shown and self.back.can_return(),
            "refund": shown and self.back.can_refund(),
            "void": shown and case is not None and can_void(case),
            "preview": True,
            "all": True,
            "book": not self.batching.busy,
        }

    def offers(self) -> int:
        """Return how many proposals can be chosen."""
        shown = not self.typing() and self.shows(self.panel)
        return len(self.panel.offers()) if shown else 0

    # common

    def grids(self) -> list[GridView]:
        """Return the grids that may have the focus, for copying."""
        return [
            self.panel.grid,
            self.panel.earlier,
            self.batch.grid,
            self.spread.grid,
            self.taken.grid,
        ]

    def refresh(self) -> None:
        """Read everything again, and look for proposals anew."""
        self.answers.ask()
        self.list.refresh()
        self.read()
        if self.shows(self.spread):
            self.spread.read()

    def _blank_words(self) -> tuple[str, str]:
        return (
            translate("Receipts", "Nothing chosen"),
            translate(
                "Receipts",
                "Choose a line at the left, import bank statements with Ctrl+I, or enter a "
                "receipt with Ctrl+N.",
            ),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        for part in (self.list, self.form, self.panel, self.spread, self.note, self.taken):
            part.retranslate()
        for more in (self.batching, self.naming, self.blank):
            more.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Divide the room once there is any."""
        super().showEvent(event)
        if self.sizes:
            left = min(self.sizes[0], self.width() * 2 // 5)
            self.split.setSizes([left, self.width() - left])
            self.sizes = []


def _buttons(deeds: dict[str, Act]) -> FittingRow:
    """Return the buttons under the grid; Undo stays where it is narrow."""
    primary = Button.of(deeds["accept"], kind="primary")
    names = ("next", "split", "amount", "other", "check")
    plain = {name: Button.of(deeds[name], icon=False) for name in names}
    icons = {plain[name]: deeds[name].icon_name for name in ("split", "other")}
    undo = Button.of(deeds["undo"], kind="flat")
    icons[undo] = deeds["undo"].icon_name
    return FittingRow([primary, *plain.values(), None, undo], icons=icons, kept=[primary, undo])


def has_note(case: Case) -> bool:
    """Whether a receipt note can be printed."""
    source = case.source
    return source.is_receipt and source.document_id is not None and not case.voided


def can_void(case: Case) -> bool:
    """Whether a receipt or credit note can be voided: a bank line's is taken back by U."""
    from_bank = case.inflow is not None and case.inflow.line_id is not None
    return case.source.document_id is not None and not case.voided and not from_bank
