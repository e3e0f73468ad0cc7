"""How often customers get their statements: the firm's terms; a customer's own on its page."""

from __future__ import annotations

from domain.changes import Changes
from domain.statement_forms import TERMS
from ui.context import AppContext
from ui.records.panel import RecordPanel
from ui.tabbed import Tab
from ui.widgets.basic import column


class TermsTab(Tab):
    """The terms of all customers without their own."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self.panel = RecordPanel(ctx, TERMS, name="statements.terms")
        self.setLayout(column(self.panel))
        self.setFocusProxy(self.panel)

    def refresh(self, changes: Changes) -> None:
        """Read the terms again."""
        self.panel.show_customer(None)

    def has_draft(self) -> bool:
        """Whether something typed is not kept."""
        return self.panel.has_draft()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.panel.retranslate()
