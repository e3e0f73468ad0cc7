"""What a bill that is being received settles: the customer's open documents, oldest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from domain.allocation import OpenItem
from domain.services.receipts import Use
from ui import format as fmt
from ui.bills.columns import settle_columns
from ui.context import AppContext
from ui.grids.model import GridModel, Rules
from ui.grids.view import GridView
from ui.lists.footer import Figure, Figures
from ui.lists.view import WholeRows
from ui.marks import translate
from ui.receipts.draft import Draft, Limits, Source, total_open
from ui.widgets.basic import column, label, line, pane, row

#: What of a draft is a person's choice and stays when the amount is typed anew.
_CHOICES = ("typed", "picked", "left_out", "closing")


class SettlePane(QWidget):
    """The grid beside the form; it says nothing where no receipt is posted."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self.draft: Draft | None = None
        self._name, self._silent = "", ""
        self._customer = label("subhead", name="bills.settle.customer")
        self._amount = label("number", name="bills.settle.amount")
        self._heading, self._open = label("heading"), label("small")
        self._nothing = label("label", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.figures = Figures()
        rules = Rules(
            checked=lambda one: Qt.CheckState.Checked if one.used else Qt.CheckState.Unchecked,
            editable=lambda _one: True,
            edits="minor",
            name=lambda one: one.label,
        )
        self.model = GridModel(settle_columns(), lambda: ctx.language, rules)
        self.grid = GridView(self.model, lambda: ctx.language, name="bills.settle.grid")
        self._build()
        self._wire()

    def _build(self) -> None:
        head = row(self._customer, None, self._amount, margins=(16, 0, 16, 0))
        bar = row(self._heading, self._open, None, margins=(16, 0, 16, 0))
        foot = pane(row(self.figures, margins=(16, 0, 16, 0)), role="head", height=32)
        self._stack = QStackedWidget()
        self._stack.addWidget(WholeRows(self.grid))
        self._stack.addWidget(pane(column(None, self._nothing, None, None, margins=(48, 0, 48, 0))))
        layout = column(
            pane(head, height=47), line(), pane(bar, height=32), line(), self._stack, line(), foot
        )
        layout.setStretch(4, 1)
        self.setLayout(layout)

    def _wire(self) -> None:
        self.model.toggled.connect(lambda one: self._change("toggle", one.id))
        self.model.typed.connect(lambda one, minor: self._change("type", one.id, minor))
        self.grid.all_toggled.connect(lambda: self._change("toggle_all"))
        self.grid.clicked.connect(self._clicked)

    # what is shown

    def show_typed(
        self, source: Source, name: str, debits: Sequence[OpenItem], limits: Limits
    ) -> None:
        """Show what is being typed; choices made by hand stay while the customer does."""
        before, self._name, self._silent = self.draft, name, ""
        # No bank keeps anything back of a bill.
        own = Limits(difference=limits.difference)
        self.draft = Draft(source, debits, own, as_of=self.ctx.as_of)
        if before is not None and before.touched() and _same(before, self.draft):
            for choice in _CHOICES:
                setattr(self.draft, choice, getattr(before, choice))
        self._show()

    def show_nothing(self, words: str) -> None:
        """Say why nothing is settled."""
        self._silent = words
        self._show()

    def uses(self) -> list[Use]:
        """Return what is to be booked."""
        return [] if self.draft is None or self._silent else self.draft.uses()

    def _change(self, choice: str, *args: Any) -> None:
        if self.draft is not None:
            getattr(self.draft, choice)(*args)
            self._show()

    def _clicked(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if self.model.columns[index.column()].key == "closing":
            one = self.model.row_at(index.row())
            if one is not None:
                self._change("close", one.id)

    def _show(self) -> None:
        draft = self.draft
        lines = [] if draft is None or self._silent else draft.lines()
        self.model.show_rows(lines)
        self._stack.setCurrentIndex(0 if lines else 1)
        self._nothing.setText(self._silent or self._why())
        used = sum(one.used for one in lines)
        state = Qt.CheckState.PartiallyChecked if used else Qt.CheckState.Unchecked
        self.grid.show_check(Qt.CheckState.Checked if used == len(lines) and lines else state)
        self._customer.setText(self._name)
        self._heading.setText(translate("Bills", "Settles"))
        self._show_figures()

    def _why(self) -> str:
        if self.draft is None or not self.draft.source.customer_id:
            return translate("Bills", "Choose the customer to see what is open.")
        return translate(
            "Bills",
            "The customer owes nothing. The bill stays on account until there is an invoice.",
        )

    def _show_figures(self) -> None:
        draft = self.draft
        if draft is None:
            self._amount.setText("")
            self._open.setText("")
            self.figures.show_figures([])
            return
        currency, amount = draft.source.currency, draft.source.available
        self._amount.setText(fmt.money_or_dash(amount, currency))
        said = translate("Bills", "%n open document(s)", None, len(draft.debits))
        total = fmt.money(total_open(draft.debits), currency)
        self._open.setText(f"{said} · {total}" if draft.debits and not self._silent else "")
        used = 0 if self._silent else draft.allocated()
        rest = amount - used
        self.figures.show_figures(
            [
                Figure(translate("Bills", "Bill"), fmt.money(amount, currency)),
                Figure(translate("Bills", "Settled"), fmt.money(used, currency)),
                Figure(
                    translate("Bills", "On account"),
                    fmt.money(rest, currency),
                    tone="amber" if rest else "green",
                ),
            ]
            if not self._silent
            else []
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.grid.setAccessibleName(translate("Bills", "Open documents"))
        self.grid.retranslate()
        self._show()


def _same(one: Draft, other: Draft) -> bool:
    return one.source.customer_id == other.source.customer_id
