"""The page of one customer: head with the three numbers that matter, and tabs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from domain.customer import Customer
from domain.listing import ListFilter, Order
from domain.ports import BookReader
from ui import format as fmt
from ui.assessment.marks import head_chip
from ui.context import AppContext
from ui.customers import data
from ui.customers.columns import chips, name_of
from ui.customers.columns_page import HISTORY_COLUMNS, MOVEMENT_COLUMNS, PAPER_COLUMNS
from ui.customers.data import Overview
from ui.customers.form import CustomerForm
from ui.customers.overview import OverviewTab
from ui.customers.tabs import TABS as MORE_TABS
from ui.customers.tabs import CustomerTab
from ui.lists.short import ShortModel, short_list
from ui.lists.view import ListView, WholeRows
from ui.marks import translate
from ui.widgets.basic import Chips, column, label, line, pane, row
from ui.widgets.choice import Choice, Option
from ui.widgets.facts import Number
from ui.widgets.paint import ChipText

_OWN_TABS: Final = ("overview", "movements", "details", "papers", "history")


def tab_order() -> list[str]:
    """Return the names of all tabs: the page's own, each followed by those placed after it."""
    placed = {key: [one.key for one in MORE_TABS if one.after == key] for key in _OWN_TABS}
    return [name for key in _OWN_TABS for name in (key, *placed[key])]


class CustomerPage(QWidget):
    """One customer as of the date shown.

    Signals:
        added: a new customer was kept (its id).
        tab_shown: another tab is shown, with acts of its own.
    """

    added = Signal(int)
    tab_shown = Signal()

    def __init__(self, ctx: AppContext, buttons: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.ctx = ctx
        self.customer_id: int | None = None
        self._overview: Overview | None = None
        self._wanted_currency: str | None = None
        self._name = label("record", name="customer.name")
        self._code = label("label")
        self._chips = Chips()
        self._numbers = [Number(f"customer.{key}") for key in ("balance", "overdue", "third")]
        self.tabs = Choice("tab", name="customer.tabs")
        self.currencies = Choice("segment", name="customer.currency")
        self.period = Choice("pill", name="customer.period")
        self.overview = OverviewTab(ctx, buttons)
        self.form = CustomerForm(ctx)
        self._lists: dict[str, tuple[ShortModel, ListView]] = {
            "movements": short_list(
                ctx, MOVEMENT_COLUMNS, lambda one: one.id, name="customer.movements"
            ),
            "papers": short_list(
                ctx,
                PAPER_COLUMNS,
                lambda one: one.id,
                name="customer.papers",
                order=Order("on", True),
            ),
            "history": short_list(
                ctx, HISTORY_COLUMNS, lambda one: one.id, name="customer.history"
            ),
        }
        self._more: dict[str, CustomerTab] = {}
        self.stack = QStackedWidget()
        self._build()
        self._wire()

    def _build(self) -> None:
        left = column(None, row(self._name, self._code, None, gap=8), self._chips, None, gap=6)
        head = row(left, None, *self._numbers, margins=(16, 0, 0, 0), gap=0)
        strip = row(self.tabs, None, self.currencies, margins=(6, 0, 16, 0))
        movements = QWidget()
        period = pane(row(self.period, None, margins=(12, 0, 16, 0)), height=40)
        movements.setLayout(column(period, WholeRows(self._lists["movements"][1])))
        self._places = {
            "overview": self.overview,
            "movements": movements,
            "details": self.form,
            "papers": WholeRows(self._lists["papers"][1]),
            "history": WholeRows(self._lists["history"][1]),
        }
        for key in _OWN_TABS:
            self.stack.addWidget(self._places[key])
        self.setLayout(
            column(pane(head, height=71), line(), pane(strip, height=36), line(), self.stack)
        )
        self.setFocusProxy(self.stack)

    def _wire(self) -> None:
        self.tabs.chosen.connect(self.show_tab)
        self.currencies.chosen.connect(self._choose_currency)
        self.period.chosen.connect(lambda _key: self._read_tab("movements"))
        self.form.saved.connect(self._saved)
        self._lists["movements"][1].chosen.connect(self._open_movement)
        self._lists["papers"][1].chosen.connect(lambda key: self.ctx.navigate(f"paper/{key}"))

    # showing

    def show_customer(self, customer_id: int) -> None:
        """Show a customer, on the tab shown last."""
        if customer_id != self.customer_id:
            self._wanted_currency = None
        fresh = customer_id != self.customer_id
        self.customer_id = customer_id
        self._read(fresh=fresh)
        self._read_tab(self.tabs.value())

    def show_new(self) -> None:
        """Show the form for a new customer with the next code."""
        self.customer_id, self._overview = None, None
        self._name.setText(translate("Customer", "New customer"))
        self._code.setText("")
        self._chips.set_chips([])
        for number in self._numbers:
            number.hide()
        self.tabs.hide()
        self.currencies.hide()
        self.stack.setCurrentWidget(self.form)
        self.form.show_customer(None, Customer(code="", name=""))

        def read(reader: BookReader) -> str:
            where, order = ListFilter(as_of=self.ctx.as_of), Order("code", True)
            ids = reader.customers.ids(where, order, limit=50)
            rows = reader.customers.rows(ids, where)
            return data.next_code(one.code for one in rows.values())

        self.ctx.query(
            read,
            lambda code: self.form.show_customer(None, Customer(code=code, name="")),
            asker=self,
        )
        self.form.setFocus()

    def _read(self, *, fresh: bool) -> None:
        wanted, currency, as_of = self.customer_id, self._wanted_currency, self.ctx.as_of
        if wanted is None:
            return

        def here(found: Overview) -> None:
            if self.customer_id == wanted:
                self._show(found, fresh=fresh)

        self.ctx.query(
            lambda reader: data.read_overview(reader, wanted, currency, as_of), here, asker=self
        )

    def _show(self, found: Overview, *, fresh: bool) -> None:
        self._overview = found
        row_, language = found.row, self.ctx.language
        self._name.setText(name_of(row_, language))
        self._code.setText(row_.code)
        self._chips.set_chips(self._states(found))
        self.tabs.show()
        self._show_numbers(found)
        self.currencies.set_options([Option(code, code) for code in found.currencies])
        self.currencies.keep_only(found.currencies)
        self.currencies.set_value(found.currency)
        self.currencies.setVisible(len(found.currencies) > 1)
        self.overview.show_data(found)
        if fresh or not self.form.has_draft():
            self.form.show_customer(row_.id, found.customer)

    def _states(self, found: Overview) -> list[ChipText]:
        row_, states = found.row, []
        if row_.oldest_days > 0:
            late = row_.oldest_days
            said = translate("Customer", "%n day(s) overdue", None, late)
            states.append(ChipText(said, "red"))
        states += [*head_chip(row_.graded, self.ctx.as_of), *chips(row_)]
        if found.customer.terms:
            states.append(ChipText(found.customer.terms, "outline"))
        if row_.owner:
            said = translate("Customer", "owner {name}")
            states.append(ChipText(said.format(name=row_.owner), "outline"))
        return states

    def _show_numbers(self, found: Overview) -> None:
        currency, ageing = found.currency, found.ageing
        limit = found.row.limit_minor if currency == found.row.currency else None
        overdue = ageing.overdue()
        third = (translate("Customer", "On account"), ageing.unapplied, "text")
        if limit is not None:
            left = limit - found.row.exposure
            third = (translate("Customer", "Credit left"), left, "amber" if left < 0 else "text")
        figures = (
            (translate("Customer", "Balance"), ageing.balance, "text"),
            (translate("Customer", "Overdue"), overdue, "red" if overdue else "text"),
            third,
        )
        for widget, (words, minor, tone) in zip(self._numbers, figures, strict=True):
            widget.show_figure(words, fmt.money(minor, currency), tone)
            widget.show()

    # tabs

    def show_tab(self, key: str) -> None:
        """Show a tab and read what it shows."""
        self.tabs.set_value(key)
        place = self._more_tab(key) or self._places.get(key, self.overview)
        self.stack.setCurrentWidget(place)
        self._read_tab(key)
        focus = self._lists[key][1] if key in self._lists else place
        self.stack.setFocusProxy(focus)
        self.tab_shown.emit()
        focus.setFocus()

    def _more_tab(self, key: str) -> CustomerTab | None:
        """Return a further tab, building it on its first showing."""
        spec = next((one for one in MORE_TABS if one.key == key), None)
        if spec is None:
            return None
        if key not in self._more:
            made = spec.load(self.ctx)
            for act in made.acts:
                # On the tab: a hidden tab's keys must not answer.
                made.addAction(act)
            made.retranslate()
            self._more[key] = made
            self.stack.addWidget(made)
        return self._more[key]

    def shown_tab(self) -> CustomerTab | None:
        """Return the further tab shown, None for one of the page's own."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, CustomerTab) else None

    def has_draft(self) -> bool:
        """Whether something typed would be lost by leaving."""
        return self.form.has_draft() or any(one.has_draft() for one in self._more.values())

    def _read_tab(self, key: str) -> None:
        wanted, as_of, period = self.customer_id, self.ctx.as_of, self.period.value() or "year"
        currency = self._wanted_currency or (self._overview.currency if self._overview else "")
        if wanted is not None and key in self._more:
            self._more[key].show_customer(wanted)
        if wanted is None or key not in self._lists:
            return

        def read(reader: BookReader) -> Sequence[Any]:
            if key == "papers":
                return data.read_papers(reader, wanted)
            if key == "history":
                return data.read_history(reader, wanted)
            shown = currency or reader.customer_row(wanted, as_of).currency
            return data.read_movements(reader, wanted, shown, as_of, period)

        self.ctx.query(read, self._lists[key][0].show_rows, asker=self)

    def _choose_currency(self, code: str) -> None:
        self._wanted_currency = code
        self._read(fresh=False)
        self._read_tab(self.tabs.value())

    def _open_movement(self, key: int) -> None:
        one = self._lists["movements"][0].cached(key)
        if one is None or not one.document_id:
            return
        if one.kind == "receipt":
            self.ctx.navigate(f"receipt/{one.document_id}")
        else:
            self.ctx.navigate(f"invoice/{one.item_id}")

    def _saved(self, customer_id: int) -> None:
        if self.customer_id is None:
            self.added.emit(customer_id)

    # words

    def reload(self) -> None:
        """Read again."""
        if self.customer_id is not None:
            self._read(fresh=False)
            self._read_tab(self.tabs.value())

    def retranslate(self) -> None:
        """Set every text in the current language."""
        words = {
            "overview": translate("Customer", "Overview"),
            "movements": translate("Customer", "Movements"),
            "details": translate("Customer", "Details"),
            "papers": translate("Customer", "Letters and statements"),
            "history": translate("Customer", "History"),
            **{one.key: one.words() for one in MORE_TABS},
        }
        self.tabs.set_options([Option(key, words[key]) for key in tab_order()])
        self.period.set_options(
            [
                Option("year", translate("Customer", "12 months")),
                Option("two_years", translate("Customer", "24 months")),
                Option("all", translate("Customer", "Everything")),
            ]
        )
        names = {
            "movements": translate("Customer", "Movements"),
            "papers": translate("Customer", "Letters and statements"),
            "history": translate("Customer", "History"),
        }
        self.currencies.setAccessibleName(translate("Customer", "Currency"))
        for key, (_model, view) in self._lists.items():
            view.setAccessibleName(names[key])
            view.widths.reset()
        self.overview.retranslate()
        self.form.retranslate()
        for more in self._more.values():
            for act in more.acts:
                act.retranslate()
            more.retranslate()
        self.reload()
