"""The Customers screen: the list, and a page for each customer."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QStackedWidget

from domain.changes import Changes
from ui.common import CommonButtons
from ui.context import AppContext
from ui.customers.listing import CustomerList
from ui.screen import Screen
from ui.widgets.basic import column


class CustomersScreen(Screen):
    """List and page in one place; the address says which."""

    key = "customers"

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._buttons = CommonButtons(self)
        self.list = CustomerList(ctx, self._buttons.buttons)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.setLayout(column(self.stack))
        self.setFocusProxy(self.list.list.view)

    def offers(self) -> set[str]:
        """Return the common acts of a list."""
        return {"new", "filter", "export", "print", "copy"}

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._buttons.retranslate()
        self.list.retranslate()

    def refresh(self, changes: Changes) -> None:
        """Read the list again."""
        self.list.list.refresh()
        self.list.count()

    def state(self) -> dict[str, Any]:
        """Return what to remember."""
        return self.list.state()

    def restore(self, state: dict[str, Any]) -> None:
        """Take it back."""
        self.list.restore(state)

    def focus_filter(self) -> None:
        """Go to the filter field."""
        self.list.list.search.setFocus()

    def export_list(self) -> None:
        """Export the list."""
        self.list.list.output.export()

    def print_list(self) -> None:
        """Print the list."""
        self.list.list.output.print_pages()

    def copy(self) -> None:
        """Copy the selection."""
        self.list.list.copy()
