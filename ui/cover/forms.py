"""Forms of cover that ask for more than a record: whose it is, which documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from domain.cover.assignment import FORBIDS
from domain.fields import RecordForm
from domain.ports import BookReader
from domain.services.assignment import Candidate, candidates
from ui import cover_words as words
from ui import format as fmt
from ui.context import AppContext
from ui.marks import translate
from ui.records.form import Keep, RecordFormPane
from ui.widgets.basic import column, pane
from ui.widgets.customer_edit import CustomerEdit
from ui.widgets.fields import Field, needed

_LIST_HEIGHT = 132


class CustomerForm(RecordFormPane):
    """A form of a record of a customer, who is chosen in it."""

    def __init__(self, ctx: AppContext, form: RecordForm[Any], *, name: str, keep: Keep) -> None:
        super().__init__(ctx, form, name=name, keep=keep)
        self.customer = CustomerEdit(ctx, name=f"{name}.customer")
        self.who = Field(self.customer, lambda: translate("Cover", "Customer"), above=True)
        holder = column(self.who, margins=(16, 14, 16, 0), gap=10)
        self.body.insertWidget(1, pane(holder, role="raised"))
        self.fields["customer"] = self.who

    def start_for(self, customer_id: int | None, *, base: str) -> None:
        """Show the form for a customer, or with nobody chosen yet."""
        self.customer.set_customer(customer_id)
        self.start(customer_id, base=base)
        if customer_id is None:
            self.customer.setFocus()

    def submit(self) -> None:
        """Find whose it is, then keep it."""
        self._customer_id = self.customer.resolve()
        if self._customer_id is None:
            self.errors_shown({"customer": needed()})
            return
        super().submit()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        if hasattr(self, "who"):
            self.who.retranslate()


class AssignForm(CustomerForm):
    """An assignment: the customer's open debts are ticked, those without a finding at first."""

    def __init__(self, ctx: AppContext, form: RecordForm[Any], *, name: str, keep: Keep) -> None:
        super().__init__(ctx, form, name=name, keep=keep)
        self._found: list[Candidate] = []
        self.debts = QListWidget()
        self.debts.setObjectName(f"{name}.debts")
        self.debts.setFixedHeight(_LIST_HEIGHT)
        self.which = Field(self.debts, lambda: translate("Cover", "Documents"), above=True)
        holder = column(self.which, margins=(16, 10, 16, 0), gap=10)
        self.body.insertWidget(2, pane(holder, role="raised"))
        self.fields["items"] = self.which
        self.customer.picked.connect(self._read)

    def _read(self, customer_id: object) -> None:
        if not isinstance(customer_id, int):
            self._show([])
            return
        day = self.ctx.as_of

        def read(reader: BookReader) -> list[Candidate]:
            return candidates(reader, customer_id, day)

        self.ctx.query(read, self._show, asker=self)

    def _show(self, found: Sequence[Candidate]) -> None:
        self._found = [one for one in found if not FORBIDS.intersection(one.findings)]
        self.debts.clear()
        for one in self._found:
            debt = one.debt
            amount = f"{debt.currency} {fmt.money(debt.open, debt.currency)}"
            said = "  ".join((debt.number, amount, words.joined(one.findings, self.ctx.language)))
            item = QListWidgetItem(said.rstrip())
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            state = Qt.CheckState.Unchecked if one.findings else Qt.CheckState.Checked
            item.setCheckState(state)
            self.debts.addItem(item)

    def ticked(self) -> list[Candidate]:
        """Return the debts ticked."""
        return [
            one
            for at, one in enumerate(self._found)
            if self.debts.item(at).checkState() is Qt.CheckState.Checked
        ]

    def submit(self) -> None:
        """Refuse an assignment of nothing."""
        if self.customer.resolve() is not None and not self.ticked():
            self.errors_shown({"items": needed()})
            return
        super().submit()
