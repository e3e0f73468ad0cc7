"""A list with its filter row, table, foot and empty state: what a screen shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from domain.listing import ListFilter, Order, Totals
from domain.ports import BookReader, ListQuery
from ui import format as fmt
from ui.context import AppContext
from ui.lists import sheets
from ui.lists.columns import Column, shown
from ui.lists.footer import Footer
from ui.lists.model import ListModel
from ui.lists.output import Output
from ui.lists.view import ListView, WholeRows
from ui.marks import translate
from ui.widgets.basic import column, pane, row
from ui.widgets.button import Button
from ui.widgets.empty import EmptyState
from ui.widgets.search_edit import SearchEdit
from ui.widgets.tags import TagBar


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSpec:
    """What a list is.

    Attributes:
        name: stable name: "invoices".
        query: the list query of a reader.
        columns, order: see ``columns.py``; the order it starts with.
        noun: word behind the count ("invoices").
        title: heading of printed and exported sheets.
        total: the figure of ``Totals`` that the foot sums, None for none.
        amount: the same figure of a row.
    """

    name: str
    query: Callable[[BookReader], ListQuery]
    columns: Sequence[Column]
    order: Order
    noun: Callable[[], str]
    title: Callable[[], str]
    total: Callable[[Totals], int] | None = None
    amount: Callable[[Any], int] | None = None
    currency: Callable[[Any], str] = attrgetter("currency")


class ListPane(QWidget):
    """A list. The screen adds pills above it and says what an empty one means.

    Signals:
        current_moved: another row is current (id or None).
        chosen: a row was opened (id).
        filtered: the filter changed.
    """

    current_moved = Signal(object)
    chosen = Signal(object)
    filtered = Signal()

    def __init__(
        self,
        ctx: AppContext,
        spec: ListSpec,
        *,
        buttons: Sequence[QWidget] = (),
        extra: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()
        self.ctx, self.spec = ctx, spec
        self.model = ListModel(ctx, spec.query, spec.columns, spec.order)
        self.model.setParent(self)
        self.view = ListView(self.model, lambda: ctx.language, name=f"{spec.name}.list")
        self.search = SearchEdit(name=f"{spec.name}.filter", key="Ctrl+F")
        self.tags = TagBar(f"{spec.name}.tag")
        self.choose_columns = Button(name=f"{spec.name}.columns", icon="columns-3", kind="small")
        self.footer = Footer(buttons)
        self.empty = EmptyState(f"{spec.name}.empty")
        self.output = Output(self)
        self._asked = 0
        self._delay = QTimer(self, singleShot=True, interval=150)
        self._build(extra)
        self._wire()

    def _build(self, extra: Sequence[QWidget]) -> None:
        self.search.setFixedWidth(216)
        bar = row(self.search, self.tags, None, *extra, self.choose_columns, margins=(16, 0, 16, 0))
        self.bar = pane(bar, height=40, name=f"{self.spec.name}.bar")
        self.stack = QStackedWidget()
        self.stack.addWidget(WholeRows(self.view))
        self.stack.addWidget(self.empty)
        self.setLayout(column(self.bar, self.stack, self.footer))

    def _wire(self) -> None:
        self._delay.timeout.connect(self._apply_text)
        self.search.textChanged.connect(lambda _text: self._delay.start())
        self.search.escaped.connect(self.view.setFocus)
        self.search.returnPressed.connect(self._to_list)
        self.search.down.connect(self._to_list)
        self.view.typed.connect(self._type)
        self.view.chosen.connect(self.chosen)
        self.view.current_moved.connect(self.current_moved)
        self.view.selection_moved.connect(self._sum_selection)
        self.view.header.menu_asked.connect(self._column_menu)
        self.choose_columns.clicked.connect(self._columns_under_button)
        self.model.totals_arrived.connect(self._totals_here)
        self.model.arrived.connect(self._arrived)
        self.model.count_arrived.connect(self._sum_selection)

    def bar_left(self, widget: QWidget) -> None:
        """Put a widget behind the tags of the filter row."""
        bar = self.bar.layout()
        if isinstance(bar, QHBoxLayout):
            bar.insertWidget(2, widget)

    # filter

    def start(self) -> None:
        """Read the list for the first time."""
        self.model.set_filter(replace(self.model.where, as_of=self.ctx.as_of))

    def narrow(self, **values: Any) -> None:
        """Change parts of the filter (state, customer_id, currency, as_of)."""
        where = replace(self.model.where, **values)
        if where != self.model.where:
            self.view.remember_selection()
            self.model.set_filter(where)
            self.filtered.emit()

    def refresh(self) -> None:
        """Read again for the date shown, keeping selection and place."""
        self.view.remember_selection()
        self.model.set_filter(replace(self.model.where, as_of=self.ctx.as_of))

    def _apply_text(self) -> None:
        self.narrow(text=self.search.text().strip())

    def _to_list(self) -> None:
        if self._delay.isActive():
            self._delay.stop()
            self._apply_text()
        self.view.setFocus()

    def _type(self, text: str) -> None:
        self.search.setFocus()
        self.search.setText(self.search.text() + text)

    def _arrived(self) -> None:
        none = self.model.rowCount() == 0
        filtered = self.model.where != ListFilter(as_of=self.model.where.as_of)
        self.empty.show_filtered(filtered)
        self.stack.setCurrentIndex(1 if none else 0)
        self._sum_selection()

    # foot

    def _totals_here(self, totals: Sequence[Totals]) -> None:
        # Amounts of several currencies must never stand unmarked under each other.
        self.view.widths.set_needless("currency", needless=len(totals) <= 1)
        self._sum_selection()

    def _sums(self, totals: Sequence[Totals]) -> dict[str, int]:
        figure = self.spec.total
        return {} if figure is None else {one.currency: figure(one) for one in totals}

    def _sum_selection(self) -> None:
        self.view.show_check_state()
        self._asked += 1
        if self.spec.amount is None or self.view.selected_count() == 0:
            self._show_foot({})
        elif self.view.all_selected():
            self._show_foot(self._sums(self.model.totals))
        else:
            self._sum_ids(self.view.selected_ids())

    def _sum_ids(self, ids: list[int]) -> None:
        """Sum selected rows: from those at hand, else read in the background."""
        rows = [self.model.cached(key) for key in ids]
        if all(one is not None for one in rows):
            self._show_foot(self._add_up(rows))
            return
        mark, where = self._asked, self.model.where

        def read(reader: BookReader) -> dict[str, int]:
            found = sheets.read_rows(reader, self.spec.query, where, ids, lambda _a, _b: None)
            return self._add_up(found)

        def here(sums: dict[str, int]) -> None:
            if mark == self._asked:
                self._show_foot(sums)

        self.ctx.query(read, here, asker=self)

    def _add_up(self, rows: Sequence[Any]) -> dict[str, int]:
        sums: dict[str, int] = {}
        amount = self.spec.amount
        for one in rows if amount is not None else ():
            currency = self.spec.currency(one)
            sums[currency] = sums.get(currency, 0) + amount(one)  # type: ignore[misc]
        return sums

    def _show_foot(self, picked: dict[str, int]) -> None:
        self.footer.show_sums(
            self.model.rowCount() if self.model.counted else None,
            self.spec.noun(),
            self._sums(self.model.totals),
            self.view.selected_count(),
            picked,
        )

    # columns

    def _columns_under_button(self) -> None:
        at = QPoint(0, self.choose_columns.height() + 2)
        self._open_menu(self.choose_columns.mapToGlobal(at))

    def _column_menu(self, at: QPoint) -> None:
        self._open_menu(self.view.header.mapToGlobal(at))

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in shown(self.spec.columns):
            entry = menu.addAction(one.words())
            entry.setCheckable(True)
            entry.setChecked(one.key not in self.view.widths.hidden)
            entry.setEnabled(not one.fixed)
            entry.toggled.connect(lambda on, key=one.key: self.view.widths.set_hidden(key, not on))
        menu.popup(at)

    def visible_columns(self) -> list[Column]:
        """Return the columns shown, in the order shown."""
        header, columns = self.view.header, self.model.columns
        places = [header.logicalIndex(at) for at in range(len(columns))]
        return shown(
            [columns[at] for at in places if columns[at].key not in self.view.widths.hidden]
        )

    # common acts

    def copy(self) -> None:
        """Put the selected rows on the clipboard."""
        ids = self.view.selected_ids()
        columns, language, where = self.visible_columns(), self.ctx.language, self.model.where
        rows = [self.model.cached(key) for key in ids]
        if all(one is not None for one in rows):
            self._clip(sheets.clip_text(columns, rows, language), len(rows))
            return

        def read(reader: BookReader) -> str:
            found = sheets.read_rows(reader, self.spec.query, where, ids, lambda _a, _b: None)
            return sheets.clip_text(columns, found, language)

        self.ctx.query(read, lambda text: self._clip(text, len(ids)), asker=self)

    def _clip(self, text: str, count: int) -> None:
        if count:
            QGuiApplication.clipboard().setText(text)
            said = translate("Lists", "{count} rows copied")
            self.ctx.notify(said.format(count=fmt.count(count)))

    # state and words

    def state(self) -> dict[str, Any]:
        """Return what to remember: order, columns, filter text and state."""
        order, where = self.model.order, self.model.where
        return {
            "order": [order.key, order.descending],
            "columns": self.view.widths.state(),
            "text": where.text,
            "state": where.state,
            "currency": where.currency,
        }

    def restore(self, state: dict[str, Any]) -> None:
        """Take back what :meth:`state` gave, before :meth:`start`."""
        key, descending = state.get("order", (self.spec.order.key, self.spec.order.descending))
        if any(one.order == key for one in self.spec.columns):
            self.model.order = Order(key, bool(descending))
        self.view.widths.restore(state.get("columns", {}))
        self.model.where = replace(
            self.model.where,
            text=state.get("text", ""),
            state=state.get("state", "all"),
            currency=state.get("currency"),
        )
        self.search.blockSignals(True)
        self.search.setText(self.model.where.text)
        self.search.blockSignals(False)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.search.setPlaceholderText(translate("Lists", "Filter this list"))
        self.search.setAccessibleName(translate("Lists", "Filter this list"))
        self.choose_columns.set_words(translate("Lists", "Columns"))
        self.view.setAccessibleName(self.spec.title())
        self.view.widths.reset()
        self.view.header.viewport().update()
        self.view.viewport().update()
        self.empty.retranslate()
        self._sum_selection()
