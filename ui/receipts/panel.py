"""The pane that allocates: who paid what, the open debits, what was allocated before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from domain.allocation import OpenItem
from domain.listing import AllocationRow
from ui import format as fmt
from ui import labels
from ui.context import AppContext
from ui.grids.model import GridModel, Rules
from ui.grids.view import GridView
from ui.lists.footer import Figure, Figures
from ui.lists.view import WholeRows
from ui.marks import translate
from ui.receipts.bar import FittingRow
from ui.receipts.columns import allocation_columns, grid_columns
from ui.receipts.data import Money
from ui.receipts.draft import Draft, Line, Source, total_open
from ui.widgets.basic import Chips, column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.paint import ChipText

_ALLOCATIONS_SHOWN = 4
_ALLOCATIONS_MOST = 12


class AllocationPanel(QWidget):
    """Shows one :class:`Money` and keeps the draft of what it pays.

    Signals:
        changed: the draft says something else.
        undo_asked: an allocation is to be undone (its row).
        other_asked: another open credit of the customer is to be shown (its document).
    """

    changed = Signal()
    undo_asked = Signal(object)
    other_asked = Signal(int)

    def __init__(self, ctx: AppContext, buttons: Sequence[QWidget]) -> None:
        super().__init__()
        self.ctx = ctx
        self.money: Money | None = None
        self.draft: Draft | None = None
        self._customer = label("subhead", name="receipts.customer")
        self._customer.setMinimumWidth(60)
        self._open_customer = Button(name="receipts.open_customer", kind="link")
        self._amount = label("number", name="receipts.amount")
        self._chips = Chips()
        self._about = label("small", name="receipts.about", wrap=True)
        self._text = label("", name="receipts.text", wrap=True)
        self._heading = label("heading")
        self._open = label("small")
        self._other = Button(name="receipts.other", kind="link")
        self._earlier_heading = label("heading")
        self.footer = Figures()
        self._make_grids()
        self._build(buttons)
        self._wire()

    def _make_grids(self) -> None:
        rules = Rules(
            checked=lambda one: Qt.CheckState.Checked if one.used else Qt.CheckState.Unchecked,
            editable=lambda _one: True,
            edits="minor",
            name=lambda one: one.label,
        )
        language = self._language
        self.grid_model = GridModel(grid_columns(), language, rules)
        self.grid = GridView(self.grid_model, language, name="receipts.grid")
        self.earlier_model = GridModel(allocation_columns("CNY"), language, Rules())
        self.earlier = GridView(self.earlier_model, language, name="receipts.allocations")

    def _language(self) -> str:
        return self.ctx.language

    def _build(self, buttons: Sequence[QWidget]) -> None:
        self._text_box = pane(column(self._text, margins=(10, 7, 10, 7)), role="head")
        title = row(self._customer, self._chips, None, self._amount, gap=8)
        about = row(self._about, self._open_customer)
        about.setStretch(0, 1)
        head = column(title, about, self._text_box, margins=(16, 12, 16, 10), gap=6)
        bar = row(self._heading, self._open, None, self._other, margins=(16, 0, 16, 0), gap=8)
        self._empty = label("label", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(WholeRows(self.grid))
        self._stack.addWidget(pane(column(None, self._empty, None, None, margins=(48, 8, 48, 8))))
        earlier_bar = pane(row(self._earlier_heading, None, margins=(16, 0, 16, 0)), height=32)
        self._earlier_box = pane(column(line(), earlier_bar, line(), self.earlier))
        foot = pane(row(self.footer, margins=(16, 0, 16, 0)), role="head", height=32)
        self._acts = FittingRow(buttons)
        self._foot = pane(column(line(), foot, line(), self._acts))
        self._bar = pane(column(pane(bar, height=32), line()))
        layout = column(pane(head), line(), self._bar, self._stack, self._earlier_box)
        layout.addWidget(self._foot)
        layout.setStretch(3, 1)
        self.setLayout(layout)

    def _wire(self) -> None:
        self.grid_model.toggled.connect(lambda one: self._change("toggle", one.id))
        self.grid_model.typed.connect(lambda one, minor: self._change("type", one.id, minor))
        self.grid.all_toggled.connect(lambda: self._change("toggle_all"))
        self.grid.clicked.connect(self._clicked)
        self.earlier.clicked.connect(self._earlier_clicked)
        self._open_customer.clicked.connect(self._go_customer)
        self._other.clicked.connect(self._go_other)

    # what is shown

    def show_money(self, money: Money | None) -> None:
        """Show a receipt or credit note; the draft begins with the oldest due."""
        before = self.draft
        self.money = money
        self.setEnabled(money is not None)
        if money is None:
            self.draft = None
            return
        self.draft = Draft(money.source, money.debits, money.limit, as_of=self.ctx.as_of)
        same = before is not None and before.source.item_id == money.source.item_id
        self.earlier_model.columns[:] = allocation_columns(money.base)
        self._show_head(money)
        self._show_earlier(money.allocations)
        self._show_draft()
        if not same:
            self.grid.select_first()

    def show_typed(self, source: Source, name: str, debits: Sequence[OpenItem], limit: int) -> None:
        """Show a receipt that is still being typed; choices made by hand stay."""
        before = self.draft
        self.draft = Draft(source, debits, limit, as_of=self.ctx.as_of)
        if before is not None and before.source.customer_id == source.customer_id:
            for one in ("typed", "picked", "left_out", "written_off"):
                setattr(self.draft, one, getattr(before, one))
        self.money = Money(
            source=source, kind="receipt", customer_name=name, customer_name_en=name, limit=limit
        )
        self.setEnabled(True)
        self._show_head(self.money)
        self._show_earlier(())
        self._show_draft()

    def _show_head(self, money: Money) -> None:
        language, source = self.ctx.language, money.source
        english = language == "en" and money.customer_name_en
        self._customer.setText(money.customer_name_en if english else money.customer_name)
        self._amount.setText(f"{fmt.money(source.amount, source.currency)} {source.currency}")
        self._open_customer.set_words(translate("Receipts", "Customer page"))
        self._open_customer.setVisible(bool(source.customer_id))
        payer = money.payer if money.payer != money.customer_name else ""
        day = fmt.day(source.on, language)
        parts = [source.number, day, money.method, money.reference, payer]
        self._about.setText(" · ".join(part for part in parts if part))
        self._text.setText(money.description)
        self._text_box.setVisible(bool(money.description))
        self._chips.set_chips(self._state_chips(money))
        self._heading.setText(translate("Receipts", "Allocate to"))
        said = translate("Receipts", "%n open document(s)", None, len(money.debits))
        sum_open = fmt.money(total_open(money.debits), source.currency)
        self._open.setText(f"{said} · {sum_open}" if money.debits else "")
        self._show_other(money)

    def _state_chips(self, money: Money) -> list[ChipText]:
        source = money.source
        if money.voided:
            return [ChipText(translate("Receipts", "Void"), "neutral")]
        chips = []
        if not source.is_receipt:
            chips.append(ChipText(labels.kind(money.kind), "green"))
        if source.item_id is None:
            chips.append(ChipText(translate("Receipts", "Draft"), "amber"))
        elif not source.available:
            chips.append(ChipText(translate("Receipts", "Allocated"), "green"))
        elif source.available < source.amount:
            chips.append(ChipText(translate("Receipts", "Part allocated"), "amber"))
        return chips

    def _show_other(self, money: Money) -> None:
        self._other.setVisible(bool(money.others))
        if money.others:
            one = money.others[0]
            said = translate("Receipts", "Also unallocated: {number} {amount}")
            amount = fmt.money(-one.open, one.currency)
            self._other.set_words(said.format(number=one.number, amount=amount))

    def _show_earlier(self, rows: Sequence[AllocationRow]) -> None:
        self.earlier_model.show_rows(rows)
        self._earlier_box.setVisible(bool(rows))
        live = [one for one in rows if one.reversed_on is None]
        said = translate("Receipts", "Allocated before: %n", None, len(live))
        none = translate("Receipts", "Undone allocations")
        self._earlier_heading.setText(said if live else none)

    def _show_draft(self) -> None:
        draft = self.draft
        if draft is None:
            return
        lines = draft.lines()
        self.grid_model.show_rows(lines)
        self._divide()
        used = sum(one.used for one in lines)
        state = Qt.CheckState.PartiallyChecked if used else Qt.CheckState.Unchecked
        self.grid.show_check(Qt.CheckState.Checked if used == len(lines) and lines else state)
        self._show_figures(draft, lines)
        self.changed.emit()

    def _divide(self) -> None:
        """Give the room to the grid, or to what was allocated where nothing is left."""
        can, rows = self.can_allocate(), self.earlier_model.rowCount()
        self._stack.setCurrentIndex(0 if can else 1)
        self._empty.setText(self._nothing_words())
        self._bar.setVisible(can)
        shown = rows if not can else min(rows, _ALLOCATIONS_SHOWN)
        self.earlier.setMaximumHeight(28 + 28 * min(max(shown, 1), _ALLOCATIONS_MOST))
        self.earlier.setMinimumHeight(28 + 28 * min(max(shown, 1), _ALLOCATIONS_SHOWN))

    def _nothing_words(self) -> str:
        draft = self.draft
        if draft is None or draft.source.available:
            return translate(
                "Receipts",
                "The customer owes nothing in this currency. "
                "The money stays on account until there is an invoice.",
            )
        if self.money is not None and self.money.voided:
            return translate("Receipts", "This document was voided.")
        return translate("Receipts", "All of it is allocated. Undo an allocation to change it.")

    def _show_figures(self, draft: Draft, lines: Sequence[Line]) -> None:
        currency = draft.source.currency
        allocated = sum(one.minor for one in lines)
        free = draft.source.available - allocated
        closed = sum(one.discount + one.write_off for one in lines)
        figures = [
            Figure(
                translate("Receipts", "To allocate"), fmt.money(draft.source.available, currency)
            ),
            Figure(translate("Receipts", "Allocating"), fmt.money(allocated, currency)),
            Figure(
                translate("Receipts", "Unallocated"),
                fmt.money(free, currency),
                tone="amber" if free else "green",
            ),
        ]
        if closed:
            words = translate("Receipts", "Discount and write-off")
            figures.append(Figure(words, fmt.money(closed, currency)))
        after = sum(one.left for one in lines)
        figures.append(Figure(translate("Receipts", "Open afterwards"), fmt.money(after, currency)))
        self.footer.show_figures(figures)

    # choices

    def can_allocate(self) -> bool:
        """Whether there is money and something to pay with it."""
        draft = self.draft
        return draft is not None and draft.source.available > 0 and bool(draft.debits)

    def _change(self, what: str, *args: Any) -> None:
        if self.draft is not None:
            getattr(self.draft, what)(*args)
            self._show_draft()

    def _clicked(self, index: Any) -> None:
        one = self.grid_model.row_at(index.row())
        if one is not None and self.grid_model.columns[index.column()].key == "closing":
            self.close_rest(one)

    def close_rest(self, one: Line | None = None) -> bool:
        """Take or leave the discount or write-off of a line; False where none is offered."""
        chosen = one or self.grid.current_row()
        if not isinstance(chosen, Line):
            return False
        if chosen.spare or chosen.write_off:
            self._change("toggle_write_off", chosen.id)
        elif chosen.offer or chosen.discount:
            self._change("toggle_discount", chosen.id)
        else:
            return False
        return True

    def _earlier_clicked(self, index: Any) -> None:
        one = self.earlier_model.row_at(index.row())
        if self.earlier_model.columns[index.column()].key == "undo" and one.reversed_on is None:
            self.undo_asked.emit(one)

    def undo_row(self) -> AllocationRow | None:
        """Return the allocation that U undoes: the current one, else the newest."""
        if self.money is None or self.money.voided:
            return None
        chosen = self.earlier.current_row() if self.earlier.hasFocus() else None
        if isinstance(chosen, AllocationRow) and chosen.reversed_on is None:
            return chosen
        return next((one for one in self.money.allocations if one.reversed_on is None), None)

    def _go_customer(self) -> None:
        if self.money is not None:
            self.ctx.navigate(f"customer/{self.money.source.customer_id}")

    def _go_other(self) -> None:
        if self.money is not None and self.money.others:
            self.other_asked.emit(self.money.others[0].document_id)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.grid.setAccessibleName(translate("Receipts", "Open documents"))
        self.earlier.setAccessibleName(translate("Receipts", "Allocations of this receipt"))
        self.grid.retranslate()
        self.earlier.retranslate()
        self._acts.fit()
        if self.money is not None:
            self._show_head(self.money)
            self._show_earlier(self.money.allocations)
            self._show_draft()
