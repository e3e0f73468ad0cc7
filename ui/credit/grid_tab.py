"""A tab of Credit that is one grid: a filter above it, figures below, words where it is empty."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from ui.context import AppContext
from ui.grids.model import GridModel, Rules
from ui.grids.view import GridView
from ui.lists.columns import Column
from ui.lists.footer import Figures
from ui.lists.view import WholeRows
from ui.marks import translate
from ui.tabbed import Tab
from ui.widgets.basic import column, line, pane, row
from ui.widgets.choice import Choice
from ui.widgets.empty import EmptyState


class GridTab(Tab):
    """The parts of such a tab; Enter opens the limits of the current row's customer."""

    def __init__(self, ctx: AppContext, name: str, columns: list[Column], rules: Rules) -> None:
        super().__init__(ctx)
        self.states = Choice("pill", name=f"{name}.state")
        self.model = GridModel(columns, lambda: ctx.language, rules)
        self.grid = GridView(self.model, lambda: ctx.language, name=f"{name}.grid")
        self.figures = Figures()
        self.empty = EmptyState(f"{name}.empty")
        self.empty.set_up(self._empty_words)
        self.stack = QStackedWidget()
        self.stack.addWidget(WholeRows(self.grid))
        self.stack.addWidget(self.empty)
        self.setFocusProxy(self.grid)
        self.states.chosen.connect(lambda _state: self._show())
        self.grid.chosen.connect(lambda one: ctx.navigate(f"customer/{one.customer_id}/limits"))

    def framed(self, *beside: QWidget | int | None) -> QBoxLayout:
        """Return filter, grid and figures under each other; ``beside`` stands by the filter."""
        bar = pane(row(self.states, *(beside or (None,)), margins=(12, 0, 16, 0)), height=40)
        foot = pane(row(self.figures, margins=(16, 0, 16, 0)), role="head", height=32)
        return column(bar, line(), self.stack, line(), foot)

    def _show(self) -> None:
        """Show the rows that the filter leaves."""
        raise NotImplementedError

    def _empty_words(self) -> tuple[str, str]:
        """Return title and words where there is nothing."""
        raise NotImplementedError

    def offers(self) -> set[str]:
        """Return the common acts: copy."""
        return {"copy"}

    def copy(self) -> None:
        """Ctrl+C: the grid as a table."""
        count = self.grid.copy()
        self.ctx.notify(translate("Limits", "%n row(s) copied", None, count))
