"""The customer list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from domain.listing import ListFilter, Order
from domain.ports import BookReader
from ui.context import AppContext
from ui.customers.columns import columns
from ui.customers.data import GradedCustomers
from ui.lists.pane import ListPane, ListSpec
from ui.marks import translate
from ui.widgets.basic import column, line, pane, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option
from ui.widgets.head import ScreenHead

#: Saved filters, in the order of the pills.
STATES = ("all", "open", "overdue")


class CustomerList(QWidget):
    """Head, pills and list."""

    def __init__(self, ctx: AppContext, buttons: Sequence[QWidget]) -> None:
        super().__init__()
        self.ctx = ctx
        self.head = ScreenHead("customers", buttons)
        self.pills = Choice("pill", name="customers.state")
        spec = ListSpec(
            name="customers",
            query=GradedCustomers,
            columns=columns(),
            order=Order("overdue", True),
            noun=lambda: translate("Customers", "customers"),
            title=lambda: translate("Customers", "Customers"),
            total=lambda totals: totals.open,
            amount=lambda one: one.balance,
        )
        self.list = ListPane(ctx, spec)
        pills = pane(row(self.pills, None, margins=(12, 0, 16, 0)), height=39)
        self.setLayout(column(self.head, pills, line(), self.list))
        self.pills.chosen.connect(lambda state: self.list.narrow(state=state))
        self.list.empty.cleared.connect(self.show_all)
        self.list.chosen.connect(lambda key: ctx.navigate(f"customer/{key}"))
        self._offer()

    def _offer(self) -> None:
        bring = Button(name="customers.empty.import", icon="file-down", key="Ctrl+I")
        bring.clicked.connect(lambda: self.ctx.command.emit("book.import"))
        self._bring = bring
        self.list.empty.set_up(
            lambda: (
                translate("Customers", "No customers yet"),
                translate(
                    "Customers",
                    "Here stand the firms that buy on credit, with what they owe. "
                    "Import them from a table, or add one.",
                ),
            ),
            [bring],
        )

    def show_all(self) -> None:
        """Drop every condition."""
        self.pills.set_value("all")
        self.list.search.clear()
        self.list.narrow(state="all", text="", currency=None)

    def count(self) -> None:
        """Read the counts of the pills."""
        as_of = self.ctx.as_of

        def read(reader: BookReader) -> dict[str, int]:
            wheres = {state: ListFilter(as_of=as_of, state=state) for state in STATES}
            return {state: reader.customers.count(where) for state, where in wheres.items()}

        self.ctx.query(read, self.pills.set_counts, asker=self)

    def state(self) -> dict[str, Any]:
        """Return what to remember."""
        return self.list.state()

    def restore(self, state: dict[str, Any]) -> None:
        """Take it back, then read the list."""
        self.list.restore(state)
        self.pills.set_value(self.list.model.where.state)
        self.list.start()
        self.count()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.head.set_words(
            translate("Customers", "Customers"),
            translate("Customers", "what they owe, most overdue first"),
        )
        self.pills.set_options(
            [
                Option("all", translate("Customers", "All")),
                Option("open", translate("Customers", "With balance")),
                Option("overdue", translate("Customers", "Overdue")),
            ]
        )
        self.pills.setAccessibleName(translate("Customers", "Saved filters"))
        self._bring.set_words(translate("Customers", "Import"))
        self.list.retranslate()
        self.count()
