"""The invoice list with its saved filters and the conditions in force."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from domain.listing import ListFilter, Order
from domain.ports import BookReader
from ui import labels
from ui.context import AppContext
from ui.invoices.columns import columns
from ui.lists.pane import ListPane, ListSpec
from ui.marks import translate
from ui.widgets.basic import column, line, pane, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option
from ui.widgets.head import ScreenHead

#: Saved filters, in the order of the pills.
STATES: Final = ("all", "open", "overdue", "due_soon", "disputed", "no_proof")


class InvoiceList(QWidget):
    """Head, pills, tags and list."""

    def __init__(
        self, ctx: AppContext, head: Sequence[QWidget], foot: Sequence[QWidget] = ()
    ) -> None:
        super().__init__()
        self.ctx = ctx
        self._customer = ""
        self.head = ScreenHead("invoices", head)
        self.pills = Choice("pill", name="invoices.state")
        self._condition = Button(name="invoices.condition", kind="link", icon="plus")
        spec = ListSpec(
            name="invoices",
            query=lambda reader: reader.items,
            columns=columns(),
            order=Order("open", True),
            noun=lambda: translate("Invoices", "invoices"),
            title=lambda: translate("Invoices", "Invoices"),
            total=lambda totals: totals.open,
            amount=lambda one: one.open,
        )
        self.list = ListPane(ctx, spec, buttons=foot)
        self.list.bar_left(self._condition)
        pills = pane(row(self.pills, None, margins=(12, 0, 16, 0)), height=39)
        self.setLayout(column(self.head, pills, line(), self.list))
        self._wire()

    def _wire(self) -> None:
        self.pills.chosen.connect(lambda state: self.list.narrow(state=state))
        self.list.filtered.connect(self._show_tags)
        self.list.tags.dropped.connect(lambda key: self.list.narrow(**{key: None}))
        self.list.empty.cleared.connect(self.show_all)
        self._condition.clicked.connect(self._offer_conditions)
        self._bring = Button(name="invoices.empty.import", icon="file-down", key="Ctrl+I")
        self._bring.clicked.connect(lambda: self.ctx.command.emit("book.import"))
        self.list.empty.set_up(
            lambda: (
                translate("Invoices", "No invoices yet"),
                translate(
                    "Invoices",
                    "Here stands every invoice, credit and debit note with what is open of it. "
                    "Import them from a table, or enter one with Ctrl+N.",
                ),
            ),
            [self._bring],
        )

    def show_all(self) -> None:
        """Drop every condition."""
        self.pills.set_value("all")
        self.list.search.clear()
        self.list.narrow(state="all", text="", currency=None, customer_id=None)

    def show_query(self, query: dict[str, str]) -> None:
        """Apply what an address asks for: state, customer, currency."""
        values: dict[str, Any] = {}
        if query.get("state") in STATES:
            values["state"] = query["state"]
            self.pills.set_value(query["state"])
        if query.get("customer", "").isdigit():
            values["customer_id"] = int(query["customer"])
        if "currency" in query:
            values["currency"] = query["currency"]
        if values:
            self.list.narrow(**values)

    # conditions

    def _offer_conditions(self) -> None:
        def show(currencies: list[str]) -> None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for code in currencies:
                entry = menu.addAction(labels.currency(code))
                entry.triggered.connect(
                    lambda _on=False, code=code: self.list.narrow(currency=code)
                )
            menu.popup(self._condition.mapToGlobal(self._condition.rect().bottomLeft()))

        self.ctx.query(lambda reader: reader.currencies(), show, asker=self)

    def _show_tags(self) -> None:
        where = self.list.model.where
        tags = []
        if where.currency:
            said = translate("Invoices", "Currency {code}")
            tags.append(("currency", said.format(code=where.currency)))
        if where.customer_id is not None:
            self._tag_customer(where.customer_id, tags)
            return
        self.list.tags.show_tags(tags)

    def _tag_customer(self, customer_id: int, tags: list[tuple[str, str]]) -> None:
        def show(name: str) -> None:
            self.list.tags.show_tags([*tags, ("customer_id", name)])

        self.ctx.query(lambda reader: reader.customer(customer_id).name, show, asker=self)

    def count(self) -> None:
        """Read the counts of the pills."""
        as_of = self.ctx.as_of

        def read(reader: BookReader) -> dict[str, int]:
            wheres = {state: ListFilter(as_of=as_of, state=state) for state in STATES}
            return {state: reader.items.count(where) for state, where in wheres.items()}

        self.ctx.query(read, self.pills.set_counts, asker=self)

    # state and words

    def restore(self, state: dict[str, Any]) -> None:
        """Take back the remembered list, then read it."""
        self.list.restore({"state": "open", **state})
        self.pills.set_value(self.list.model.where.state)
        self.list.start()
        self._show_tags()
        self.count()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.head.set_words(
            translate("Invoices", "Invoices"), translate("Invoices", "with credit and debit notes")
        )
        self.pills.set_options(
            [
                Option("all", translate("Invoices", "All")),
                Option("open", translate("Invoices", "Open")),
                Option("overdue", translate("Invoices", "Overdue")),
                Option("due_soon", translate("Invoices", "Due in 7 days")),
                Option("disputed", translate("Invoices", "Disputed")),
                Option("no_proof", translate("Invoices", "No delivery proof")),
            ]
        )
        self.pills.setAccessibleName(translate("Invoices", "Saved filters"))
        self._condition.set_words(translate("Invoices", "Condition"))
        self._bring.set_words(translate("Invoices", "Import"))
        self.list.retranslate()
        self._show_tags()
        self.count()
