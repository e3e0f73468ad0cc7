"""The list at the left: receipts by state, newest first."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QWidget

from domain.listing import ListFilter, Order
from domain.ports import BookReader
from ui.context import AppContext
from ui.lists.pane import ListPane, ListSpec
from ui.marks import translate
from ui.receipts.columns import list_columns
from ui.widgets.basic import column, line, pane, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option

#: Saved filters, in the order of the pills.
STATES: Final = ("unapplied", "allocated", "all")


class ReceiptList(QWidget):
    """Pills and list; the screen beside it follows the current row."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self.pills = Choice("pill", name="receipts.state")
        spec = ListSpec(
            name="receipts",
            query=lambda reader: reader.receipts,
            columns=list_columns(),
            order=Order("received_on", True),
            noun=lambda: translate("Receipts", "receipts"),
            title=lambda: translate("Receipts", "Receipts"),
            total=lambda totals: totals.open,
            amount=lambda one: one.unapplied,
        )
        self.list = ListPane(ctx, spec)
        pills = pane(row(self.pills, None, margins=(8, 0, 16, 0)), height=39)
        self.setLayout(column(pills, line(), self.list))
        self._bring = Button(name="receipts.empty.import", icon="file-down", key="Ctrl+I")
        self._wire()

    def _wire(self) -> None:
        self.pills.chosen.connect(lambda state: self.list.narrow(state=state))
        self.list.tags.dropped.connect(lambda key: self.list.narrow(**{key: None}))
        self.list.filtered.connect(self._show_tags)
        self.list.empty.cleared.connect(self.show_all)
        self._bring.clicked.connect(lambda: self.ctx.command.emit("book.import"))
        self.list.empty.set_up(self._empty_words, [self._bring])

    def _empty_words(self) -> tuple[str, str]:
        return (
            translate("Receipts", "No receipts yet"),
            translate(
                "Receipts",
                "Here stands the money that came in, and what it paid. "
                "Enter a receipt with Ctrl+N, or import a table of receipts.",
            ),
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

    def _show_tags(self) -> None:
        where = self.list.model.where
        tags = []
        if where.currency:
            said = translate("Receipts", "Currency {code}")
            tags.append(("currency", said.format(code=where.currency)))
        if where.customer_id is None:
            self.list.tags.show_tags(tags)
            return
        customer_id = where.customer_id
        self.ctx.query(
            lambda reader: reader.customer(customer_id).name,
            lambda name: self.list.tags.show_tags([*tags, ("customer_id", name)]),
            asker=self,
        )

    def step(self, by: int) -> bool:
        """Make the next row the current one; False at the end."""
        view = self.list.view
        place = view.currentIndex().row() + by
        if not 0 <= place < self.list.model.rowCount():
            return False
        view.selectRow(place)
        return True

    def count(self) -> None:
        """Read the counts of the pills."""
        as_of = self.ctx.as_of

        def read(reader: BookReader) -> dict[str, int]:
            wheres = {state: ListFilter(as_of=as_of, state=state) for state in STATES}
            return {state: reader.receipts.count(where) for state, where in wheres.items()}

        self.ctx.query(read, self.pills.set_counts, asker=self)

    def refresh(self) -> None:
        """Read the list again."""
        self.list.refresh()
        self.count()

    def restore(self, state: dict[str, Any]) -> None:
        """Take back the remembered list, then read it."""
        self.list.restore({"state": "unapplied", **state})
        self.pills.set_value(self.list.model.where.state)
        self.list.start()
        self._show_tags()
        self.count()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.pills.set_options(
            [
                Option("unapplied", translate("Receipts", "To allocate")),
                Option("allocated", translate("Receipts", "Allocated")),
                Option("all", translate("Receipts", "All")),
            ]
        )
        self.pills.setAccessibleName(translate("Receipts", "Saved filters"))
        self._bring.set_words(translate("Receipts", "Import"))
        self.list.retranslate()
        self._show_tags()
        self.count()
