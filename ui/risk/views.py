"""The left of the Risk tab: heat map or region × industry, and concentration under it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from domain.services.risk import BY, RiskView
from ui import format as fmt
from ui.charts.matrix import MatrixChart
from ui.charts.shares import SharesChart
from ui.context import AppContext
from ui.lists.footer import Figure, Figures
from ui.marks import translate
from ui.risk import pictures
from ui.widgets.basic import CutLabel, column, label, line, pane, row
from ui.widgets.choice import Choice, Option


class RiskViews(QWidget):
    """Charts of a day.

    Signals:
        narrowed: the customers of the cell selected (a frozenset), None for all.
    """

    narrowed = Signal(object)

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self._view: RiskView | None = None
        self.which = Choice("pill", name="risk.view")
        self.figures = Figures()
        self.matrix = MatrixChart("risk.matrix")
        self._note = label("hint", name="risk.unvalued", wrap=True)
        self._note.hide()
        self._title = label("heading")
        self.by = Choice("pill", name="risk.by")
        self.tops = CutLabel()
        self.shares = SharesChart("risk.shares")
        self.setMinimumWidth(540)
        self._build()
        self.which.chosen.connect(lambda _which: self._show_matrix(clear=True))
        self.by.chosen.connect(lambda _by: self._show_shares())
        self.matrix.selected.connect(self._narrow)

    def _build(self) -> None:
        head = pane(row(self.which, None, self.figures, margins=(12, 0, 16, 0)), height=40)
        upper = pane(column(self.matrix, self._note, margins=(16, 2, 16, 4)))
        middle = pane(row(self._title, self.by, None, margins=(16, 0, 12, 0)), height=36)
        lower = pane(column(self.tops, self.shares, None, margins=(16, 0, 16, 8), gap=6))
        layout = column(head, upper, line(), middle, lower)
        layout.setStretch(4, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.matrix)

    def show_view(self, view: RiskView) -> None:
        """Show the views of a day."""
        self._view = view
        said = translate(
            "Risk", "%n foreign account(s) without a rate are left out", None, view.unvalued
        )
        self._note.setText(said)
        self._note.setVisible(view.unvalued > 0)
        self._show_matrix()
        self._show_shares()

    def customers(self) -> frozenset[int] | None:
        """Return the customers of the cell selected, None when none is."""
        cell, view = self.matrix.selection(), self._view
        if cell is None or view is None:
            return None
        cells = view.places.cells if self.which.value() == "places" else view.heat.cells
        return frozenset(cells[cell[0]][cell[1]].customer_ids)

    def _narrow(self, _cell: object) -> None:
        self.narrowed.emit(self.customers())

    def _show_matrix(self, *, clear: bool = False) -> None:
        view = self._view
        if view is None:
            return
        if clear and self.matrix.selection() is not None:
            self.matrix.select(None)
        if self.which.value() == "places":
            self.matrix.show_matrix(pictures.place_matrix(view, self.ctx.language))
            share = f"{view.places.total.share:.1f} %"
            self.figures.show_figures([Figure(translate("Risk", "Overdue"), share, "red")])
            return
        self.matrix.show_matrix(pictures.heat_matrix(view, self.ctx.language))
        loss = fmt.money(view.heat.loss, view.currency)
        self.figures.show_figures([Figure(translate("Risk", "Expected loss"), loss)])

    def _show_shares(self) -> None:
        view, by = self._view, self.by.value() or "customer"
        if view is None:
            return
        title = translate("Risk", "Concentration of exposure")
        self.shares.show_lines(pictures.share_lines(view, by, self.ctx.language), title)
        self.tops.setText(pictures.tops(view, by))

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.which.set_options(
            [
                Option("heat", translate("Risk", "Probability × exposure")),
                Option("places", translate("Risk", "Region × industry")),
            ]
        )
        self.which.setAccessibleName(translate("Risk", "Risk view"))
        words = {
            "customer": translate("Risk", "Customer"),
            "group": translate("Risk", "Group"),
            "industry": translate("Risk", "Industry"),
            "region": translate("Risk", "Region"),
        }
        self._title.setText(translate("Risk", "Concentration"))
        self.by.set_options([Option(by, words[by]) for by in BY])
        self.by.setAccessibleName(translate("Risk", "Concentration by"))
        if self._view is not None:
            self.show_view(self._view)
