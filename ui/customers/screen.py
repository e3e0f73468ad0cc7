"""The Customers screen: the list, and a page for each customer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedWidget

from domain.changes import Changes
from ui.acts import Act
from ui.common import CommonButtons
from ui.context import AppContext
from ui.customers.listing import CustomerList
from ui.lists.pane import ListPane
from ui.lists.screen import ListScreen
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.basic import column
from ui.widgets.button import Button

if TYPE_CHECKING:
    from ui.customers.page import CustomerPage


class CustomersScreen(ListScreen):
    """List and page in one place; the address says which."""

    key = "customers"

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._buttons = CommonButtons(self)
        self.list = CustomerList(ctx, self._buttons.buttons)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self._own_acts: list[Act] = []
        self._make_acts()
        self._page: CustomerPage | None = None
        self.setLayout(column(self.stack))
        self.setFocusProxy(self.stack)
        self.stack.setFocusProxy(self.list.list.view)

    @property
    def page(self) -> CustomerPage:
        """The page of a customer, built when one is first opened."""
        if self._page is None:
            from ui.customers.page import CustomerPage

            buttons = [
                Button.of(self._statement, kind="small"),
                Button.of(self._invoice, kind="small"),
            ]
            self._page = CustomerPage(self.ctx, buttons)
            self._page.added.connect(lambda key: self.ctx.navigate(f"customer/{key}"))
            self._page.tab_shown.connect(self._follow_tab)
            self._page.retranslate()
            self.stack.addWidget(self._page)
        return self._page

    def _on_page(self) -> bool:
        return self._page is not None and self.stack.currentWidget() is self._page

    def _make_acts(self) -> None:
        self._statement = self._act(
            "statement",
            QT_TRANSLATE_NOOP("Customers", "Statement"),
            lambda: self._go("statements?customer={key}"),
            key="Ctrl+Shift+S",
            icon="scale",
        )
        self._invoice = self._act(
            "invoices",
            QT_TRANSLATE_NOOP("Customers", "All its invoices"),
            lambda: self._go("invoices?state=all&customer={key}"),
            key="Ctrl+Shift+I",
            icon="file-text",
        )
        self._talk = self._act(
            "talk",
            QT_TRANSLATE_NOOP("Customers", "Note a talk"),
            lambda: self._go("customer/{key}/log/guide"),
            key="Ctrl+L",
            icon="phone",
        )
        self._save = self._act(
            "save",
            QT_TRANSLATE_NOOP("Customers", "Save customer data"),
            self._save_form,
            key="Ctrl+S",
            icon="save",
        )

    def _act(self, name: str, words: str, run: Callable[[], object], *, key: str, icon: str) -> Act:
        act = Act(self, f"customers.{name}", ("Customers", words), run, key=key, icon=icon)
        self.acts.append(act)
        self._own_acts.append(act)
        return act

    def _current(self) -> int | None:
        if self._on_page():
            return self.page.customer_id
        return self.list.list.view.current_id()

    def _go(self, address: str) -> None:
        key = self._current()
        if key is not None:
            self.ctx.navigate(address.format(key=key))

    def _save_form(self) -> None:
        if self._on_page():
            self.page.form.save()

    def _follow_tab(self) -> None:
        shown = self.page.shown_tab() if self._on_page() else None
        self.acts = [*self._own_acts, *(shown.acts if shown is not None else ())]
        self.acts_changed.emit()

    def bind_acts(self) -> None:
        """Bind its own; tabs have bound theirs."""
        for act in self._own_acts:
            self.addAction(act)

    # places

    def address(self) -> str:
        """Return the page's or the list's address."""
        if self._on_page():
            return f"customer/{self.page.customer_id or 'new'}"
        return self.key

    def open_record(self, record: str) -> None:
        """Show a customer's page: "7", or "7/file/contract" for a part of a tab, or "new"."""
        self.stack.setCurrentWidget(self.page)
        self.stack.setFocusProxy(self.page)
        key, _, place = record.partition("/")
        tab, _, part = place.partition("/")
        if key.isdigit():
            self.page.show_customer(int(key))
            self.page.show_tab(tab or self.page.tabs.value() or "overview")
            shown = self.page.shown_tab()
            if part and shown is not None:
                shown.open_part(part)
        else:
            self.page.show_new()

    def open_list(self, query: dict[str, str]) -> None:
        """Show the list."""
        self.stack.setCurrentWidget(self.list)
        self.stack.setFocusProxy(self.list.list.view)
        self._follow_tab()

    def new_record(self) -> None:
        """Open the form for a new customer."""
        self.ctx.navigate("customer/new")

    def escape(self) -> bool:
        """Leave what a tab has open, then the page."""
        if self._on_page():
            shown = self.page.shown_tab()
            if shown is not None and shown.escape():
                return True
            self.ctx.navigate(self.key)
            return True
        return False

    def has_draft(self) -> bool:
        """Whether customer data are typed and not kept."""
        return self._on_page() and self.page.has_draft()

    def help_text(self) -> str:
        """Explain the screen."""
        return translate(
            "Customers",
            "<p>Everyone who buys on credit, with balance, overdue and oldest days as of the "
            "date at the top. Enter opens the customer.</p>"
            "<p>On the page: ageing and open items, the account with its running balance, "
            "master data, papers sent, and what was changed by whom. In a chart, T shows the "
            "numbers and Ctrl+C copies the picture.</p>",
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._buttons.retranslate()
        self.list.retranslate()
        if self._page is not None:
            self._page.retranslate()

    def refresh(self, changes: Changes) -> None:
        """Read the list again."""
        self.list.list.refresh()
        self.list.count()
        if self._page is not None:
            self._page.reload()

    def state(self) -> dict[str, Any]:
        """Return what to remember."""
        return self.list.state()

    def restore(self, state: dict[str, Any]) -> None:
        """Take it back."""
        self.list.restore(state)

    def listed(self) -> ListPane:
        """Return the list."""
        return self.list.list

    def focus_filter(self) -> None:
        """Go to the filter field."""
        if self.stack.currentWidget() is not self.list:
            self.ctx.navigate(self.key)
        super().focus_filter()
