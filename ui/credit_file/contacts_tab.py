"""The tab of a customer's contacts, by what they decide."""

from __future__ import annotations

from domain.changes import Changes
from domain.credit.file.contacts import CONTACT
from ui.context import AppContext
from ui.customers.tabs import CustomerTab
from ui.records.panel import RecordPanel
from ui.widgets.basic import column


class ContactsTab(CustomerTab):
    """People at the customer."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self.setObjectName("customer.contacts_tab")
        self.panel = RecordPanel(ctx, CONTACT, name="customer.contacts")
        self.setLayout(column(self.panel))
        self.setFocusProxy(self.panel)

    def show_customer(self, customer_id: int) -> None:
        """Show a customer's contacts."""
        super().show_customer(customer_id)
        self.panel.show_customer(customer_id)

    def refresh(self, changes: Changes) -> None:
        """Read again when records changed."""
        if changes.records:
            super().refresh(changes)

    def escape(self) -> bool:
        """Close the form that is open."""
        return self.panel.escape()

    def has_draft(self) -> bool:
        """Whether something typed would be lost."""
        return self.panel.has_draft()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.panel.retranslate()
