"""The list at the left: inflows by state, newest first; what was booked today at its foot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from domain.listing import ListFilter, Order
from domain.matching.values import Answer
from domain.ports import BookReader
from ui.context import AppContext
from ui.lists.pane import ListPane, ListSpec
from ui.marks import translate
from ui.receipts.columns import list_columns
from ui.receipts.today import TodayStrip
from ui.widgets.basic import column, line, pane, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option

#: Saved filters, in the order of the pills.
STATES: Final = ("todo", "held", "done", "other", "all")
#: Pills may be so much narrower together than they like: their padding gives way.
_SPARE: Final = 16
#: What older addresses call them.
_FORMER: Final = {"unapplied": "todo", "allocated": "done"}


class InflowListPane(QWidget):
    """Pills, list and today's bookings; the screen beside it follows the current row."""

    def __init__(self, ctx: AppContext, answers: Callable[[], Mapping[int, Answer] | None]) -> None:
        super().__init__()
        self.ctx = ctx
        self.counts: dict[str, int] = {}
        self.base = "CNY"
        self.pills = Choice("pill", name="receipts.state")
        spec = ListSpec(
            name="receipts",
            query=lambda reader: reader.inflows,
            columns=list_columns(answers, lambda: ctx.as_of, lambda: self.base),
            order=Order("booked_on", True),
            noun=lambda: translate("Receipts", "lines"),
            title=lambda: translate("Receipts", "Receipts"),
            total=lambda totals: totals.open,
            amount=lambda one: one.open,
        )
        self.list = ListPane(ctx, spec)
        self.today = TodayStrip(ctx, self.list.view)
        pills = pane(row(self.pills, None, margins=(8, 0, 8, 0)), height=39)
        # The strip stands between the rows and the foot, as the rows it continues.
        inside = self.list.layout()
        inside.insertWidget(2, self.today)  # type: ignore[union-attr]
        self.setLayout(column(pills, line(), self.list))
        self._bring = Button(name="receipts.empty.import", icon="file-down", key="Ctrl+I")
        self._enter = Button(name="receipts.empty.new", icon="plus", key="Ctrl+N")
        self._others = Button(name="receipts.empty.all")
        self._wire()

    def _wire(self) -> None:
        self.pills.chosen.connect(self._choose)
        self.list.tags.dropped.connect(lambda key: self.list.narrow(**{key: None}))
        self.list.filtered.connect(self._show_tags)
        self.list.empty.cleared.connect(self.show_all)
        self._others.clicked.connect(self.show_all)
        steps = [self._bring, self._enter, self._others]
        self.list.empty.set_up(self._empty_words, steps)
        self.list.model.arrived.connect(self._show_empty)

    @property
    def bring(self) -> Button:
        """The button of the empty list that imports bank statements."""
        return self._bring

    @property
    def enter(self) -> Button:
        """The button of the empty list that enters a receipt by hand."""
        return self._enter

    def _choose(self, state: str) -> None:
        self.list.narrow(state=state)
        self._show_today()

    def _show_today(self) -> None:
        self.today.show_in(self.list.model.where.state == "todo")

    # empty

    def _is_plain(self) -> bool:
        """Whether nothing but the pill narrows the list."""
        where = self.list.model.where
        return not (where.text or where.currency or where.customer_id is not None)

    def _show_empty(self) -> None:
        """Say what an empty list means: nothing yet, all done, or a condition."""
        if self.list.model.rowCount():
            return
        state = self.list.model.where.state
        plain = self._is_plain() and (state == "todo" or not self.counts.get("all"))
        self.list.empty.show_filtered(not plain)
        nothing = not self.counts.get("all")
        for step, shown in (
            (self._bring, plain),
            (self._enter, plain and nothing),
            (self._others, plain and not nothing),
        ):
            step.setVisible(shown)

    def _empty_words(self) -> tuple[str, str]:
        if self.counts.get("all"):
            return (
                translate("Receipts", "Everything is matched"),
                translate("Receipts", "Import the next bank statement, or look at what was done."),
            )
        return (
            translate("Receipts", "No bank data yet"),
            translate(
                "Receipts",
                "Here stands the money that came in, and what it paid. Import statements of "
                "your bank (several files at once, or drop them here), or enter a receipt.",
            ),
        )

    # conditions

    def show_all(self) -> None:
        """Drop every condition."""
        self.pills.set_value("all")
        self.list.search.clear()
        self.list.narrow(state="all", text="", currency=None, customer_id=None)
        self._show_today()

    def show_state(self, state: str) -> None:
        """Show a pill's list."""
        self.pills.set_value(state)
        self._choose(state)

    def show_query(self, query: dict[str, str]) -> None:
        """Apply what an address asks for: state, customer, currency."""
        values: dict[str, Any] = {}
        state = _FORMER.get(query.get("state", ""), query.get("state", ""))
        if state in STATES:
            values["state"] = state
            self.pills.set_value(state)
        if query.get("customer", "").isdigit():
            values["customer_id"] = int(query["customer"])
        if "currency" in query:
            values["currency"] = query["currency"]
        if values:
            self.list.narrow(**values)
            self._show_today()

    def _show_tags(self) -> None:
        where = self.list.model.where
        tags = []
        if where.currency:
            said = translate("Receipts", "Currency {code}")
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

    def step(self, by: int) -> bool:
        """Make the next row the current one; False at the end."""
        view = self.list.view
        place = view.currentIndex().row() + by
        if not 0 <= place < self.list.model.rowCount():
            return False
        view.selectRow(place)
        return True

    def repaint_rows(self) -> None:
        """Draw states and confidences again, now that proposals are known."""
        self.list.view.widths.fit(self.list.model.loaded())
        self.list.view.viewport().update()

    def _show_counts(self) -> None:
        """Show the pills with their counts; where it is narrow, only that of what is to do."""
        options = [Option(value, words) for value, words in _pill_words().items()]
        self.pills.set_options(options)
        self.pills.set_counts(self.counts)
        if self.pills.sizeHint().width() > self.width() + _SPARE and self.isVisible():
            self.pills.set_options(options)
            self.pills.set_counts({"todo": self.counts.get("todo", 0)})

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let counts go where there is no room for them."""
        super().resizeEvent(event)
        self._show_counts()

    # reading

    def count(self) -> None:
        """Read the counts of the pills."""
        as_of = self.ctx.as_of

        def read(reader: BookReader) -> tuple[dict[str, int], str]:
            wheres = {state: ListFilter(as_of=as_of, state=state) for state in STATES}
            counts = {state: reader.inflows.count(where) for state, where in wheres.items()}
            return counts, reader.base_currency()

        def here(found: tuple[dict[str, int], str]) -> None:
            counts, self.base = found
            self.counts = counts
            self._show_counts()
            self.list.empty.retranslate()
            self._show_empty()

        self.ctx.query(read, here, asker=self)

    def refresh(self) -> None:
        """Read the list again."""
        self.list.refresh()
        self.count()
        self.today.read()

    def restore(self, state: dict[str, Any]) -> None:
        """Take back the remembered list, then read it."""
        kept = {**state, "state": _FORMER.get(state.get("state", ""), state.get("state", "todo"))}
        if kept["state"] not in STATES:
            kept["state"] = "todo"
        self.list.restore(kept)
        self.pills.set_value(self.list.model.where.state)
        self.list.start()
        self._show_tags()
        self.count()
        self.today.read()
        self._show_today()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._show_counts()
        self.pills.setAccessibleName(translate("Receipts", "Saved filters"))
        self._bring.set_words(translate("Receipts", "Import statements"))
        self._enter.set_words(translate("Receipts", "Enter a receipt"))
        self._others.set_words(translate("Receipts", "Show all"))
        self.list.retranslate()
        self.today.retranslate()
        self._show_tags()
        self._show_empty()


def _pill_words() -> dict[str, str]:
    return {
        "todo": translate("Receipts", "To do"),
        "held": translate("Receipts", "Advances"),
        "done": translate("Receipts", "Matched"),
        "other": translate("Receipts", "Non-trade"),
        "all": translate("Receipts", "All"),
    }
