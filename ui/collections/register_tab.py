"""A register of Collections: rows by state, sums below, Enter opens what a row is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.changes import Changes
from domain.listing import Order
from domain.ports import BookReader
from ui import format as fmt
from ui.acts import Act
from ui.context import AppContext
from ui.lists.columns import Column
from ui.lists.footer import Figure, Figures, sums_text
from ui.lists.form_tab import ListTab
from ui.marks import translate
from ui.widgets.basic import column, line, pane, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """What a register shows.

    Attributes:
        read: its rows as of a day.
        key, state, sum: of a row: its id, its state, (currency, minor units).
        words: of a state; in the order of ``states``.
        address: what Enter opens.
        empty, about: what is said where there is nothing, and for F1.
        over: states that are over: only their own filter shows them.
        more: further figures of the rows shown, for the foot.
    """

    name: str
    read: Callable[[BookReader, date], Sequence[Any]]
    columns: Callable[[], list[Column]]
    key: Callable[[Any], int]
    state: Callable[[Any], str]
    sum: Callable[[Any], tuple[str, int]]
    states: Mapping[str, Any]
    words: Callable[[str], str]
    address: Callable[[Any], str]
    empty: Callable[[], tuple[str, str]]
    about: Callable[[], str]
    order: Order | None = None
    over: frozenset[str] = frozenset()
    more: Callable[[Sequence[Any]], list[Figure]] | None = None


class RegisterTab(ListTab):
    """One register."""

    def __init__(self, ctx: AppContext, register: Register, acts: Sequence[Act] = ()) -> None:
        self._register = register
        super().__init__(ctx, register.name, register.columns(), register.key, register.order)
        self._all: list[Any] = []
        self.acts += acts
        self.pills = Choice("pill", name=f"{register.name}.state")
        self.footer = Figures()
        bar = pane(row(self.pills, None, margins=(12, 0, 16, 0)), height=39)
        buttons = [Button.of(act, kind="small") for act in acts]
        foot = row(self.footer, *buttons, margins=(16, 0, 16, 0))
        self.setLayout(column(bar, line(), self.stack, line(), pane(foot, role="head", height=32)))
        self.pills.chosen.connect(lambda _state: self._show())
        self.view.chosen.connect(lambda _key: self.open_current())
        self.view.current_moved.connect(lambda _key: self._enable())

    def refresh(self, changes: Changes) -> None:
        """Read the register again."""
        day, read = self.ctx.as_of, self._register.read
        self.ctx.query(lambda reader: list(read(reader, day)), self._take, asker=self)

    def _take(self, found: list[Any]) -> None:
        register = self._register
        self._all = found
        counts = {key: sum(register.state(one) == key for one in found) for key in register.states}
        running = sum(register.state(one) not in register.over for one in found)
        options = [Option("all", translate("Registers", "All"), running)]
        options += [Option(key, register.words(key), n) for key, n in counts.items() if n]
        self.pills.set_options(options)
        if self.pills.value() not in {one.value for one in options}:
            self.pills.set_value("all")
        self._show()

    def shown(self) -> list[Any]:
        """Return the rows that the filter leaves."""
        state = self.pills.value() or "all"
        register = self._register
        if state == "all":
            return [one for one in self._all if register.state(one) not in register.over]
        return [one for one in self._all if register.state(one) == state]

    def _show(self) -> None:
        rows = self.shown()
        self.model.show_rows(rows)
        self.stack.setCurrentIndex(0 if rows else 1)
        sums: dict[str, int] = {}
        for one in rows:
            currency, minor = self._register.sum(one)
            sums[currency] = sums.get(currency, 0) + minor
        self.footer.show_figures(
            [
                Figure(translate("Registers", "Rows"), fmt.count(len(rows))),
                Figure(translate("Registers", "Sum"), sums_text(sums)),
                *(self._register.more(rows) if self._register.more else ()),
            ]
        )
        if rows and self.view.current_id() is None:
            self.view.selectRow(0)
        self._enable()

    def _enable(self) -> None:
        for act in self.acts:
            act.setEnabled(self.current() is not None)

    def open_current(self) -> None:
        """Open what the current row is about."""
        found = self.current()
        if found is not None:
            self.ctx.navigate(self._register.address(found))

    def _empty_words(self) -> tuple[str, str]:
        return self._register.empty()

    def help_text(self) -> str:
        """Explain the register."""
        return self._register.about()

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.view.widths.reset()
        self.pills.setAccessibleName(translate("Registers", "State"))
        self.view.setAccessibleName(self._register.empty()[0])
        self.empty.retranslate()
        self._take(self._all)
