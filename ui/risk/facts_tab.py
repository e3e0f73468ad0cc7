"""What the warnings and risk views rest on besides the ledger: risk levels, own position."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QStackedWidget

from domain.changes import Changes
from domain.fields import pick
from domain.warning.forms import FIRM_FORMS
from ui.context import AppContext
from ui.marks import translate
from ui.records.panel import RecordPanel
from ui.tabbed import Tab
from ui.widgets.basic import column, line, pane, row
from ui.widgets.choice import Choice, Option


class RiskFactsTab(Tab):
    """A register of each kind that the firm keeps by hand."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self.panels = {
            form.kind.KIND: RecordPanel(ctx, form, name=f"risk.{form.kind.KIND}")
            for form in FIRM_FORMS
        }
        self.pills = Choice("pill", name="risk.facts")
        self.stack = QStackedWidget()
        for panel in self.panels.values():
            self.stack.addWidget(panel)
        bar = pane(row(self.pills, None, margins=(12, 0, 16, 0)), height=39)
        self.setLayout(column(bar, line(), self.stack))
        self.setFocusProxy(self.stack)
        self.pills.chosen.connect(self.show_part)
        self.retranslate()

    def current(self) -> RecordPanel:
        """Return the register shown."""
        return self.panels[self.pills.value() or next(iter(self.panels))]

    def show_part(self, kind: str) -> None:
        """Show a register."""
        self.pills.set_value(kind if kind in self.panels else next(iter(self.panels)))
        shown = self.current()
        self.stack.setCurrentWidget(shown)
        self.stack.setFocusProxy(shown)

    def open(self, query: dict[str, str]) -> None:
        """Show the register that the address asks for."""
        self.show_part(query.get("part", self.pills.value()))

    def refresh(self, changes: Changes) -> None:
        """Read both again."""
        if changes.records:
            for panel in self.panels.values():
                panel.show_customer(None)

    def state(self) -> dict[str, Any]:
        """Return what to remember."""
        return {"part": self.pills.value()}

    def restore(self, state: dict[str, Any]) -> None:
        """Take it back."""
        self.show_part(state.get("part", ""))

    def offers(self) -> set[str]:
        """Return the common acts."""
        return {"new"}

    def new_record(self) -> None:
        """Ctrl+N: another level or position."""
        self.current().add_one()

    def has_draft(self) -> bool:
        """Whether something typed is not kept."""
        return any(panel.has_draft() for panel in self.panels.values())

    def retranslate(self) -> None:
        """Set every text in the current language."""
        kept = self.pills.value()
        self.pills.set_options(
            [Option(form.kind.KIND, pick(form.words, self.ctx.language)) for form in FIRM_FORMS]
        )
        self.show_part(kept)
        for panel in self.panels.values():
            panel.retranslate()

    def help_text(self) -> str:
        """Explain the tab."""
        return translate(
            "Risk",
            "<p>Risk levels stand beside their industry, region or country in the risk views; the "
            "own position raises the warnings of the firm itself. Ctrl+N or Ins keeps another "
            "one, Enter corrects, Del takes back. The latest of each counts from its day; "
            "earlier days keep what was in force then.</p>",
        )
