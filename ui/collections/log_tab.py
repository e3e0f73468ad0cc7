"""A customer's collection log: call guide, talks, promises, plans, its terms of statements."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from PySide6.QtWidgets import QStackedWidget

from domain.changes import Changes, OperationResult
from domain.collecting.forms import PROMISE, TALK
from domain.collecting.promise import Promise
from domain.ports import UnitOfWork
from domain.services.promises import keep_promise
from domain.statement_forms import TERMS
from ui.collections.guide_pane import GuidePane
from ui.collections.plans_pane import PlansPane
from ui.context import AppContext
from ui.customers.tabs import CustomerTab
from ui.evidence.pane import EvidencePane
from ui.marks import translate
from ui.records.panel import RecordPanel
from ui.widgets.basic import column, line, pane, row
from ui.widgets.choice import Choice, Option

_PARTS: Final = ("guide", "talks", "promises", "plans", "terms", "evidence")


class LogTab(CustomerTab):
    """What was said and agreed with one customer."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self.parts = Choice("pill", name="log.part")
        self.guide = GuidePane(ctx, name="log.guide", keep_promise=self._keep_promise)
        self.talks = RecordPanel(ctx, TALK, name="log.talks")
        self.promises = RecordPanel(ctx, PROMISE, name="log.promises", keep=self._keep_promise)
        self.plans = PlansPane(ctx, name="log.plans")
        self.terms = RecordPanel(ctx, TERMS, name="log.terms")
        self.evidence = EvidencePane(ctx)
        self._places: dict[str, GuidePane | RecordPanel | PlansPane | EvidencePane] = {
            "guide": self.guide,
            "talks": self.talks,
            "promises": self.promises,
            "plans": self.plans,
            "terms": self.terms,
            "evidence": self.evidence,
        }
        self.stack = QStackedWidget()
        for place in self._places.values():
            self.stack.addWidget(place)
        bar = pane(row(self.parts, None, margins=(12, 0, 16, 0)), height=39)
        self.setLayout(column(bar, line(), self.stack))
        self.setFocusProxy(self.stack)
        self.parts.chosen.connect(self.show_part)

    def _keep_promise(self, uow: UnitOfWork, value: Promise, **more: Any) -> OperationResult[int]:
        """Keep a promise; one without a currency is in the book's."""
        named = replace(value, currency=value.currency or self.ctx.reader.base_currency())
        return keep_promise(uow, named, **more)

    def show_part(self, key: str) -> None:
        """Show the call guide, talks, promises, plans or terms."""
        self.parts.set_value(key)
        place = self._places[key]
        self.stack.setCurrentWidget(place)
        self.stack.setFocusProxy(place)
        if self.customer_id is not None:
            place.show_customer(self.customer_id)
        place.setFocus()

    def open_part(self, part: str) -> None:
        """Show a part of the log: what follows its name in the address."""
        if part in self._places:
            self.show_part(part)

    def show_customer(self, customer_id: int) -> None:
        """Show a customer as of the window's date."""
        super().show_customer(customer_id)
        self._places[self.parts.value() or "talks"].show_customer(customer_id)

    def refresh(self, changes: Changes) -> None:
        """Read what is shown again."""
        if self.customer_id is not None:
            self.show_customer(self.customer_id)

    def escape(self) -> bool:
        """Close the form of a plan, a hand-over or a case."""
        shown = self._places.get(self.parts.value() or "")
        return isinstance(shown, GuidePane | PlansPane | EvidencePane) and shown.escape()

    def has_draft(self) -> bool:
        """Whether something typed is not kept."""
        return any(place.has_draft() for place in self._places.values())

    def retranslate(self) -> None:
        """Set every text in the current language."""
        words = (
            translate("Log", "Call guide"),
            translate("Log", "Talks"),
            translate("Log", "Promises"),
            translate("Log", "Instalment plans"),
            translate("Log", "Statements"),
            translate("Log", "Evidence"),
        )
        self.parts.set_options([Option(key, text) for key, text in zip(_PARTS, words, strict=True)])
        self.parts.setAccessibleName(translate("Log", "Part of the log"))
        if not self.parts.value():
            self.parts.set_value("talks")
        for place in self._places.values():
            place.retranslate()
