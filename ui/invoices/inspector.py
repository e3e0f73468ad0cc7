"""The inspector of the invoice list: what is open, why, and the chain of documents."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from domain.disputes import DisputeOn
from domain.listing import InvoiceDetail, ItemRow
from domain.ports import BookReader
from domain.services.disputes import disputes_on
from domain.services.legal import ItemClock, item_clock
from ui import format as fmt
from ui.context import AppContext
from ui.invoices.columns import state_chips
from ui.invoices.dispute_box import DisputeBox
from ui.invoices.facts import chain, clock_tones, fact_lines
from ui.marks import translate
from ui.widgets.basic import Chips, column, label, line, pane, row, set_tone
from ui.widgets.button import Button
from ui.widgets.facts import Chain, Facts
from ui.widgets.inspector import InspectorFrame

#: What the inspector shows: the item, its document, its limitation, its customer's disputes.
Shown = tuple[ItemRow, InvoiceDetail, ItemClock | None, list[DisputeOn]]


class InvoiceInspector(InspectorFrame):
    """Follows the current row of the list.

    Signals:
        dispute_act: something is to be done with a dispute ("settle", "hand_on", "credit",
            "letter"; its id).
    """

    dispute_act = Signal(str, int)

    def __init__(self, ctx: AppContext, buttons: list[Button]) -> None:
        super().__init__("invoices.inspector")
        self.ctx = ctx
        self.item: ItemRow | None = None
        self._detail: InvoiceDetail | None = None
        self._wanted: int | None = None
        self._open_amount = label("number", name="invoices.inspector.open")
        self._chips = Chips()
        self._customer = Button(name="invoices.inspector.customer", kind="link")
        self._facts = Facts()
        self._chain_title = label("heading")
        self._chain = Chain("invoices.chain")
        self._disputes_title = label("heading")
        self._disputes = column(gap=6)
        self._nothing = label("label", wrap=True)
        self._fill()
        for button in buttons:
            self.foot_row.addWidget(button)
        self.foot_row.addStretch(1)
        self._customer.clicked.connect(self._go_customer)
        self.opened.connect(self._go_page)
        self.show_item(None)

    def _fill(self) -> None:
        customer = row(self._customer, None)
        top = column(
            row(self._open_amount, None, self._chips), customer, margins=(16, 14, 16, 12), gap=4
        )
        facts = column(self._facts, margins=(16, 14, 16, 14))
        links = column(self._chain_title, 6, self._chain, margins=(16, 12, 16, 12))
        disputes = column(self._disputes_title, 6, self._disputes, margins=(16, 12, 16, 12))
        self._dispute_box = pane(column(line(), disputes), role="raised")
        self._content = pane(
            column(top, line(), facts, line(), links, self._dispute_box, None),
            role="raised",
        )
        self._blank = pane(column(self._nothing, None, margins=(16, 16, 16, 16)), role="raised")
        self.body.addWidget(self._content)
        self.body.addWidget(self._blank)

    def show_item(self, item_id: int | None) -> None:
        """Read and show an item; nothing where none is current."""
        self._wanted = item_id
        if item_id is None:
            self._show(None)
            return
        as_of = self.ctx.as_of

        def read(reader: BookReader) -> Shown:
            item = reader.item(item_id, as_of)
            clock = item_clock(reader, item, as_of)
            detail = reader.invoice_detail(item.document_id, as_of)
            contested = bool(detail.disputes)
            found = disputes_on(reader, as_of, customer_id=item.customer_id) if contested else []
            return item, detail, clock, found

        def here(found: Shown) -> None:
            if self._wanted == item_id:
                self._show(found)

        self.ctx.query(read, here, asker=self)

    def _show(self, found: Shown | None) -> None:
        self.item, self._detail, clock, disputes = found or (None, None, None, [])
        self._content.setVisible(found is not None)
        self._blank.setVisible(found is None)
        self.foot.setVisible(found is not None)
        if found is None:
            self.title.setText(translate("Invoice", "Nothing chosen"))
            return
        item, detail, _, _ = found
        self.title.setText(item.label)
        self._open_amount.setText(fmt.money(item.open, item.currency))
        set_tone(self._open_amount, "")
        self._chips.set_chips(state_chips(item)[:1])
        name = fmt.name(item.customer_name, item.customer_name_en, self.ctx.language)
        self._customer.set_words(name)
        lines = fact_lines(detail, item, self.ctx.language, clock=clock)
        self._facts.show_facts(lines, clock_tones(clock))
        self._chain.show_links(chain(detail, item, self.ctx, clock))
        self._show_disputes(disputes, item)

    def _show_disputes(self, found: Sequence[DisputeOn], item: ItemRow) -> None:
        while (old := self._disputes.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.deleteLater()
        mine = [one for one in found if one.row.item_id == item.id]
        self._dispute_box.setVisible(bool(mine))
        for one in mine:
            self._disputes.addWidget(DisputeBox(one, self.ctx.language, self.dispute_act.emit))

    def _go_customer(self) -> None:
        if self.item is not None:
            self.ctx.navigate(f"customer/{self.item.customer_id}")

    def _go_page(self) -> None:
        if self.item is not None:
            self.ctx.navigate(f"invoice/{self.item.id}")

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._chain_title.setText(translate("Invoice", "Document chain"))
        self._disputes_title.setText(translate("Invoice", "Disputes"))
        self._nothing.setText(
            translate("Invoice", "Choose a row to see what is open of it and why.")
        )
        self.show_item(self._wanted)
