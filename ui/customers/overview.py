"""The overview of a customer: ageing, 24 months, open items, the collection log."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from domain.ageing import Buckets
from ui import format as fmt
from ui.charts.ageing import AgeingBar
from ui.charts.months import MonthsChart
from ui.context import AppContext
from ui.customers.columns_page import ITEM_COLUMNS
from ui.customers.data import LIMITS, Overview
from ui.customers.log_side import LogSide
from ui.lists.footer import Figure, Figures
from ui.lists.short import short_list
from ui.lists.view import WholeRows
from ui.marks import translate
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.swatch import Legend


class OverviewTab(QWidget):
    """Everything about what is owed, without scrolling at 1366 x 768."""

    def __init__(self, ctx: AppContext, buttons: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.ctx = ctx
        self._data: Overview | None = None
        self._ageing_title, self._ageing_side = label("heading"), label("small")
        self._months_title, self._months_side = label("heading"), label("small")
        self._items_title, self._items_about = label("heading"), label("small")
        self.ageing = AgeingBar("customer.ageing")
        self.months = MonthsChart("customer.months")
        self._legend = Legend()
        self.items, self.view = short_list(
            ctx, ITEM_COLUMNS, lambda one: one.id, name="customer.items"
        )
        self.foot = Figures()
        self.log = LogSide(ctx)
        self._build(buttons)
        self.view.chosen.connect(self._open)
        self.view.selection_moved.connect(self._show_foot)

    def _build(self, buttons: Sequence[QWidget]) -> None:
        head = row(self._ageing_title, None, self._ageing_side)
        ageing = pane(column(head, 8, self.ageing, margins=(16, 10, 16, 8)))
        months_head = row(self._months_title, self._legend, None, self._months_side, gap=16)
        months = pane(column(months_head, 6, self.months, margins=(16, 8, 16, 4)))
        items_head = pane(
            row(self._items_title, self._items_about, None, *buttons, margins=(16, 0, 16, 0)),
            height=32,
        )
        foot = pane(row(self.foot, margins=(16, 0, 16, 0)), role="head", height=31)
        rows = WholeRows(self.view)
        parts = (ageing, line(), months, line(), items_head, rows, line(), foot)
        layout = column(*parts)
        layout.setStretchFactor(rows, 1)
        left = QWidget()
        left.setLayout(layout)
        whole = row(left, line(vertical=True), self.log, gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.view)

    def show_data(self, data: Overview) -> None:
        """Show a customer."""
        self._data = data
        keys = Buckets(LIMITS).keys
        self.ageing.show_amounts(keys, data.ageing.buckets, data.currency)
        self.months.show_months(data.months, data.currency, self.ctx.language)
        self.items.show_rows(data.items)
        self._show_words()
        self.log.show_customer(data.row.id)

    def _show_words(self) -> None:
        data = self._data
        if data is None:
            return
        currency = data.currency
        money = lambda minor: fmt.money(minor, currency)  # noqa: E731 (one currency below)
        billed = sum(one.billed for one in data.months)
        received = sum(one.received for one in data.months)
        self._ageing_title.setText(translate("Customer", "Ageing by due date"))
        self._ageing_side.setText(self._beside_ageing(data))
        unit = translate("Customer", "Billed and received in 24 months, thousands")
        self._months_title.setText(unit)
        self._legend.show_entries(
            [
                ("billed", translate("Customer", "Billed"), money(billed)),
                ("received", translate("Customer", "Received"), money(received)),
            ]
        )
        self._months_side.setText(self._equation(data, billed, received))
        self._items_title.setText(translate("Customer", "Open items"))
        number = len(data.items)
        said = translate("Customer", "%n with credits and money on account", None, number)
        self._items_about.setText(said)
        self._show_foot()

    def _beside_ageing(self, data: Overview) -> str:
        parts = []
        if data.ageing.unapplied:
            said = translate("Customer", "on account {amount}")
            parts.append(said.format(amount=fmt.money(data.ageing.unapplied, data.currency)))
        if data.row.limit_minor is not None:
            said = translate("Customer", "limit {amount}")
            parts.append(said.format(amount=fmt.money(data.row.limit_minor, data.row.currency)))
        if data.row.avg_days_late is not None:
            # Who pays early is not late; and -1 means "no number" to Qt.
            late = max(data.row.avg_days_late, 0)
            parts.append(translate("Customer", "%n day(s) late on average", None, late))
        return " · ".join(parts)

    def _equation(self, data: Overview, billed: int, received: int) -> str:
        """Opening + billed − received = balance; other movements are named where there are any."""
        currency = data.currency
        other = data.ageing.balance - (data.before + billed - received)
        said = translate("Customer", "Opening {opening} + billed − received = {balance}")
        if other:
            said = translate(
                "Customer", "Opening {opening} + billed − received + other {other} = {balance}"
            )
        return said.format(
            opening=fmt.money(data.before, currency),
            other=fmt.money(other, currency),
            balance=fmt.money(data.ageing.balance, currency),
        )

    def _show_foot(self) -> None:
        data = self._data
        if data is None:
            return
        currency = data.currency
        picked = [self.items.cached(key) for key in self.view.selected_ids()]
        chosen = sum(one.open for one in picked if one is not None)
        figures = [
            Figure("", fmt.count(len(data.items)), after=translate("Customer", "items")),
            Figure(translate("Customer", "Balance"), fmt.money(data.ageing.balance, currency)),
            Figure(
                translate("Customer", "of it overdue"),
                fmt.money_or_dash(data.ageing.overdue(), currency),
                tone="red" if data.ageing.overdue() else "text",
            ),
        ]
        if picked:
            said = translate("Lists", "Selection total")
            figures.append(Figure(said, fmt.money(chosen, currency), tone="accent"))
        self.foot.show_figures(figures)

    def _open(self, key: int) -> None:
        one = self.items.cached(key)
        if one is None:
            return
        if one.kind == "receipt":
            self.ctx.navigate(f"receipt/{one.document_id}")
        else:
            self.ctx.navigate(f"invoice/{one.id}")

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.view.setAccessibleName(translate("Customer", "Open items"))
        self.view.widths.reset()
        self.log.retranslate()
        if self._data is not None:
            self.show_data(self._data)
