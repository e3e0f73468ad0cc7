"""The page of one document: head with figures, facts and chain, allocations, instalments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from domain.listing import AllocationRow, InvoiceDetail, ItemRow
from domain.ports import BookReader
from domain.services import receipts
from domain.services.interest import InvoiceInterest, claim_interest, interest_so_far
from domain.services.legal import ItemClock, item_clock
from ui import format as fmt
from ui import labels
from ui.context import AppContext
from ui.invoices.columns import late_days, state_chips
from ui.invoices.facts import chain, clock_tones, fact_lines, open_item
from ui.invoices.parts import ALLOCATION_COLUMNS, PART_COLUMNS
from ui.lists.short import short_list
from ui.marks import translate
from ui.shell.ask import confirm
from ui.widgets.basic import Chips, column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.facts import Chain, Facts, Number

#: Heights: the bars of the page with their lines, and what the list keeps at least.
_BARS: Final = 71 + 39 + 40 + 3
_LIST: Final = 28 * 4
#: What the page shows: the item, its document, interest and limitation.
Shown = tuple[ItemRow, InvoiceDetail, InvoiceInterest | None, ItemClock | None]


class InvoicePage(QWidget):
    """Everything about one document as of the date shown."""

    def __init__(self, ctx: AppContext, buttons: Sequence[QWidget]) -> None:
        super().__init__()
        self.ctx = ctx
        self.item_id: int | None = None
        self.item: ItemRow | None = None
        self._detail: InvoiceDetail | None = None
        self._title = label("record", name="invoice.title")
        self._kind = label("label")
        self._chips = Chips()
        self._customer = Button(name="invoice.customer", kind="link")
        self._numbers = [Number(f"invoice.{key}") for key in ("amount", "settled", "open")]
        self._facts = Facts(label_width=96)
        self._chain = Chain("invoice.chain")
        self._headings = {key: label("heading") for key in ("facts", "chain", "used", "parts")}
        self._used_about = label("small")
        self._reverse = Button(name="invoice.reverse", kind="small", icon="undo-2")
        self._claim = Button(name="invoice.claim_interest", icon="receipt-text")
        self._unclaimed = 0
        self._used, self._used_view = short_list(
            ctx, ALLOCATION_COLUMNS, lambda one: one.id, name="invoice.allocations"
        )
        self._parts, self._parts_view = short_list(
            ctx, PART_COLUMNS, lambda one: one.id, name="invoice.parts"
        )
        self._build(buttons)
        self._wire()

    def _build(self, buttons: Sequence[QWidget]) -> None:
        title = row(self._title, self._kind, None, gap=10)
        under = row(self._customer, self._chips, None, gap=10)
        left = column(None, title, under, None, gap=4)
        head = row(left, None, *self._numbers, margins=(16, 0, 0, 0), gap=0)
        strip = row(None, self._claim, *buttons, margins=(16, 0, 16, 0))
        bar = pane(strip, height=39)
        self._area = _Area(
            column(self._headings["facts"], 8, self._facts, None, margins=(16, 14, 16, 14)),
            self._room,
        )
        links = pane(
            column(self._headings["chain"], 8, self._chain, None, margins=(16, 14, 16, 14)),
            role="raised",
        )
        links.setFixedWidth(360)
        used = row(
            self._headings["used"], self._used_about, None, self._reverse, margins=(16, 0, 16, 0)
        )
        parts = row(self._headings["parts"], None, margins=(16, 0, 16, 0))
        self._parts_box = QWidget()
        self._parts_view.setFixedHeight(28 * 5)
        self._parts_box.setLayout(column(line(), pane(parts, height=36), self._parts_view))
        upper = row(self._area, line(vertical=True), links, gap=0)
        self.setLayout(
            column(
                *(pane(head, height=71), line(), bar, line(), upper, self._parts_box),
                *(line(), pane(used, height=40), self._used_view),
            )
        )
        layout = self.layout()
        if layout is not None:
            self._used_view.setMinimumHeight(_LIST)
        self.setFocusProxy(self._used_view)

    def _room(self) -> int:
        """Return the height that the facts may take: all but the bars and some of the list."""
        parts = self._parts_box.height() if self._parts_box.isVisibleTo(self) else 0
        return self.height() - _BARS - parts - _LIST

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The facts follow the height."""
        super().resizeEvent(event)
        self._area.fit()

    def _wire(self) -> None:
        self._customer.clicked.connect(self._go_customer)
        self._reverse.clicked.connect(self.reverse_selected)
        self._claim.clicked.connect(self.claim)
        self._used_view.selection_moved.connect(self._show_reverse)
        self._used_view.chosen.connect(self._open_other)
        self._parts_view.chosen.connect(lambda key: self.ctx.navigate(f"invoice/{key}"))

    def show_item(self, item_id: int) -> None:
        """Read and show a document by one of its items."""
        self.item_id = item_id
        as_of = self.ctx.as_of

        def read(reader: BookReader) -> Shown:
            item = reader.item(item_id, as_of)
            interest = interest_so_far(reader, item.document_id, as_of)
            clock = item_clock(reader, item, as_of)
            return item, reader.invoice_detail(item.document_id, as_of), interest, clock

        def here(found: Shown) -> None:
            if self.item_id == item_id:
                self._show(*found)

        self.ctx.query(read, here, asker=self)

    def reload(self) -> None:
        """Read again."""
        if self.item_id is not None:
            self.show_item(self.item_id)

    def _show(
        self,
        item: ItemRow,
        detail: InvoiceDetail,
        interest: InvoiceInterest | None,
        clock: ItemClock | None,
    ) -> None:
        self.item, self._detail = item, detail
        language, currency = self.ctx.language, item.currency
        self._title.setText(item.label)
        self._kind.setText(labels.kind(item.kind))
        self._chips.set_chips(state_chips(item))
        name = fmt.name(item.customer_name, item.customer_name_en, language)
        self._customer.set_words(f"{name}  {item.customer_code}")
        late = late_days(item) is not None
        figures = (
            (translate("Invoice", "Amount"), item.amount, "text"),
            (translate("Invoice", "Settled"), item.amount - item.open, "text"),
            (translate("Invoice", "Open"), item.open, "red" if late else "text"),
        )
        for widget, (words, minor, tone) in zip(self._numbers, figures, strict=True):
            widget.show_figure(f"{words} {currency}", fmt.money_or_dash(minor, currency), tone)
        self._unclaimed = 0 if interest is None else interest.found.total - interest.claimed
        self._claim.setVisible(self._unclaimed > 0)
        lines = fact_lines(detail, item, language, interest, clock)
        self._facts.show_facts(lines, clock_tones(clock))
        QTimer.singleShot(0, self._area, self._area.fit)
        self._chain.show_links(chain(detail, item, self.ctx, clock))
        self._used.show_rows(detail.allocations)
        plain = all(one.exchange is None for one in detail.allocations)
        self._used_view.widths.set_needless("exchange", needless=plain)
        none = "" if detail.allocations else translate("Invoice", "none yet")
        self._used_about.setText(none)
        self._parts.show_rows(detail.items)
        self._parts_box.setVisible(len(detail.items) > 1)
        self._show_reverse()

    # allocations

    def _selected(self) -> list[AllocationRow]:
        rows = (self._used.cached(key) for key in self._used_view.selected_ids())
        return [one for one in rows if one is not None and one.reversed_on is None]

    def _show_reverse(self) -> None:
        self._reverse.setEnabled(bool(self._selected()))

    def reverse_selected(self) -> None:
        """Undo the selected allocations; their amounts are open again."""
        ids = [one.id for one in self._selected()]
        if ids:
            number = len(ids)
            said = translate("Invoice", "%n allocation(s) undone", None, number)
            self.ctx.act(receipts.reverse_allocation, ids, self.ctx.today, asker=self, notice=said)

    def claim(self) -> None:
        """Ask, then claim the interest so far by a debit note of its own."""
        item = self.item
        if item is None or self._unclaimed <= 0:
            return
        title = translate("Invoice", "Claim the interest on {number}?").format(number=item.number)
        text = translate(
            "Invoice",
            "A debit note over {amount} is posted, due at once: interest up to {date}. The "
            "invoice stays as it is, and later days can be claimed later.",
        )
        amount = f"{item.currency} {fmt.money(self._unclaimed, item.currency)}"
        on = self.ctx.as_of
        said = text.format(amount=amount, date=fmt.day(on, self.ctx.language))
        if confirm(self, title, said, translate("Invoice", "Post the debit note")):
            notice = translate("Invoice", "Interest claimed: {amount}").format(amount=amount)
            self.ctx.act(claim_interest, item.document_id, on, asker=self, notice=notice)

    def _open_other(self, key: int) -> None:
        one = self._used.cached(key)
        if one is None or self.item is None or self._detail is None:
            return
        own = {item.id for item in self._detail.items}
        from_credit = one.credit_item_id in own
        other = one.debit_item_id if from_credit else one.credit_item_id
        receipt = not from_credit and one.credit_kind == "receipt"
        open_item(self.ctx, other, receipt=receipt)

    def _go_customer(self) -> None:
        if self.item is not None:
            self.ctx.navigate(f"customer/{self.item.customer_id}")

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._headings["facts"].setText(translate("Invoice", "Document"))
        self._headings["chain"].setText(translate("Invoice", "Document chain"))
        self._headings["used"].setText(translate("Invoice", "Allocations"))
        self._headings["parts"].setText(translate("Invoice", "Instalments"))
        self._reverse.set_words(translate("Invoice", "Undo the selected"))
        self._claim.set_words(translate("Invoice", "Claim interest…"))
        self._used_view.setAccessibleName(translate("Invoice", "Allocations"))
        self._parts_view.setAccessibleName(translate("Invoice", "Instalments"))
        for view in (self._used_view, self._parts_view):
            view.widths.reset()
        self.reload()


class _Area(QScrollArea):
    """As high as what it holds where ``room`` allows, else it scrolls."""

    def __init__(self, layout: QLayout, room: Callable[[], int]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._held, self._room = layout, room
        self.setWidget(pane(layout))

    def fit(self) -> None:
        """Take the height that the text needs at the width there is."""
        needed = self._held.totalHeightForWidth(self.viewport().width())
        self.setMinimumHeight(max(0, min(needed, self._room())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks lines elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()
