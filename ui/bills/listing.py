"""The register: pills with counts, conditions, the list."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtWidgets import QWidget

from domain.listing import ListFilter, Order
from domain.ports import BookReader
from ui.bills import words
from ui.bills.columns import list_columns
from ui.context import AppContext
from ui.lists.pane import ListPane, ListSpec
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.basic import column, line, pane, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option

#: Pills in their order; further states are reached by the strip and shown as a condition.
STATES: Final = (
    *("all", "in_hand", "due", "endorsed", "discounted", "pledged", "presented", "paid"),
    *("dishonoured", "recourse"),
)
#: States without a pill, worded as conditions.
_CONDITIONS: Final = {
    "exposed": QT_TRANSLATE_NOOP("Bills", "Recourse exposure"),
    "passed_on": QT_TRANSLATE_NOOP("Bills", "Endorsed, discounted"),
    "unpaid": QT_TRANSLATE_NOOP("Bills", "Refused, in recourse"),
}


class BillList(QWidget):
    """Pills and list; the inspector follows the current row."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self.pills = Choice("pill", name="bills.state")
        spec = ListSpec(
            name="bills",
            query=lambda reader: reader.bills,
            columns=list_columns(lambda: ctx.as_of),
            order=Order("due_on"),
            noun=lambda: translate("Bills", "bills"),
            title=lambda: translate("Bills", "Bill register"),
            total=lambda totals: totals.amount,
            amount=lambda one: one.amount,
        )
        self.list = ListPane(ctx, spec)
        pills = pane(row(self.pills, None, margins=(12, 0, 16, 0)), height=39)
        self.setLayout(column(pills, line(), self.list))
        self._receive = Button(name="bills.empty.receive", icon="plus", key="Ctrl+N")
        self._wire()

    def _wire(self) -> None:
        self.pills.chosen.connect(lambda state: self.list.narrow(state=state))
        self.list.tags.dropped.connect(self._drop)
        self.list.filtered.connect(self._show_tags)
        self.list.empty.cleared.connect(self.show_all)
        self._receive.clicked.connect(lambda: self.ctx.command.emit("screen.new"))
        self.list.empty.set_up(self._empty_words, [self._receive])

    def _empty_words(self) -> tuple[str, str]:
        return (
            translate("Bills", "No bills yet"),
            translate(
                "Bills",
                "Here stand the acceptance bills that customers pay with: what is in hand, "
                "passed on, presented, or refused. Receive one with Ctrl+N; it settles its "
                "invoices like money.",
            ),
        )

    def _drop(self, key: str) -> None:
        self.list.narrow(**{key: "all" if key == "state" else None})
        self.pills.set_value(self.list.model.where.state)

    def show_all(self) -> None:
        """Drop every condition."""
        self.pills.set_value("all")
        self.list.search.clear()
        self.list.narrow(state="all", text="", currency=None, customer_id=None)

    def show_state(self, state: str) -> None:
        """Show the bills in a state; one without a pill is a condition on all."""
        self.pills.set_value(state if state in STATES else "all")
        self.list.narrow(state=state)

    def show_query(self, query: dict[str, str]) -> None:
        """Apply what an address asks for: state, customer, currency."""
        values: dict[str, Any] = {}
        state = query.get("state", "")
        if state in STATES or state in _CONDITIONS:
            values["state"] = state
            self.pills.set_value(state if state in STATES else "all")
        if query.get("customer", "").isdigit():
            values["customer_id"] = int(query["customer"])
        if "currency" in query:
            values["currency"] = query["currency"]
        if values:
            self.list.narrow(**values)

    def _show_tags(self) -> None:
        where = self.list.model.where
        tags = []
        if where.state in _CONDITIONS:
            said = _CONDITIONS[where.state]
            tags.append(("state", translate("Bills", said)))
        if where.currency:
            said = translate("Bills", "Currency {code}")
            tags.append(("currency", said.format(code=where.currency)))
        if where.customer_id is None:
            self.list.tags.show_tags(tags)
            return
        customer_id = where.customer_id
        self.ctx.query(
            lambda reader: reader.customer(customer_id).name,
            lambda name: self.list.tags.show_tags([*tags, ("customer_id", name)]),
            asker=self,
        )

    def count(self) -> None:
        """Read the counts of the pills."""
        as_of = self.ctx.as_of

        def read(reader: BookReader) -> dict[str, int]:
            wheres = {state: ListFilter(as_of=as_of, state=state) for state in STATES}
            return {state: reader.bills.count(where) for state, where in wheres.items()}

        self.ctx.query(read, self.pills.set_counts, asker=self)

    def refresh(self) -> None:
        """Read the list again."""
        self.list.refresh()
        self.count()

    def restore(self, state: dict[str, Any]) -> None:
        """Take back the remembered list, then read it."""
        self.list.restore({"state": "all", **state})
        self.pills.set_value(self.list.model.where.state)
        self.list.start()
        self._show_tags()
        self.count()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.pills.set_options([Option(state, _pill(state)) for state in STATES])
        self.pills.setAccessibleName(translate("Bills", "Saved filters"))
        self._receive.set_words(translate("Bills", "Receive a bill"))
        self.list.retranslate()
        self._show_tags()
        self.count()


def _pill(state: str) -> str:
    if state == "all":
        return translate("Bills", "All")
    return translate("Bills", "Due soon") if state == "due" else words.state(state)
