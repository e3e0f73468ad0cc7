"""The maturity calendar: bills whose money is still to come, by the day they fall due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from domain.bill import PRESENT_DAYS
from domain.listing import BillRow
from ui import format as fmt
from ui.bills.columns import calendar_columns
from ui.context import AppContext
from ui.grids.model import GridModel, Group, Rules
from ui.grids.view import GridView
from ui.lists.footer import Figure, Figures, sums_text
from ui.lists.view import WholeRows
from ui.marks import translate
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.empty import EmptyState

#: Days before and after maturity that are shown day by day.
WINDOW: Final = PRESENT_DAYS


def section_of(row: BillRow, as_of: date) -> str:
    """Return under what a bill stands: "missed", its due date near by, or its month."""
    if row.state == "in_hand" and as_of > row.present_by:
        return "missed"
    near = abs((row.due_on - as_of).days) <= WINDOW
    return row.due_on.isoformat() if near else row.due_on.isoformat()[:7]


def sections(rows: Sequence[BillRow], as_of: date) -> list[tuple[str, list[BillRow]]]:
    """Return bills under what they stand, what was missed first, then by day."""
    missed = [one for one in rows if section_of(one, as_of) == "missed"]
    rest = [one for one in rows if one not in missed]
    found = [("missed", missed)] if missed else []
    groups = groupby(rest, key=lambda one: section_of(one, as_of))
    return found + [(key, list(inside)) for key, inside in groups]


def _month(key: str, language: str) -> str:
    """Write a month: 2026-12 or Dec 2026."""
    return key if language == "zh" else fmt.day(date.fromisoformat(f"{key}-01"), language)[2:]


class CalendarPane(QWidget):
    """Bills by day, ten days before maturity to ten after; then by month.

    Signals:
        moved: another bill is current (its id or None).
        closed: back to the register.
    """

    moved = Signal(object)
    closed = Signal()

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self._rows: list[BillRow] = []
        self._title = label("subhead", name="bills.calendar.title")
        self._about = label("small")
        self._back = Button(name="bills.calendar.close", icon="x", key="K")
        self.model = GridModel(
            calendar_columns(lambda: ctx.as_of), lambda: ctx.language, Rules(name=str)
        )
        self.grid = GridView(self.model, lambda: ctx.language, name="bills.calendar")
        self.figures = Figures()
        self.empty = EmptyState("bills.calendar.empty")
        self._build()
        self.grid.current_moved.connect(lambda one: self.moved.emit(one.id if one else None))
        self._back.clicked.connect(self.closed)

    def _build(self) -> None:
        head = row(self._title, self._about, None, self._back, margins=(16, 0, 16, 0))
        foot = pane(row(self.figures, margins=(16, 0, 16, 0)), role="head", height=32)
        self._stack = QStackedWidget()
        self._stack.addWidget(WholeRows(self.grid))
        self._stack.addWidget(self.empty)
        layout = column(pane(head, height=40), line(), self._stack, line(), foot)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.grid)
        self.empty.set_up(
            lambda: (
                translate("Bills", "Nothing matures"),
                translate("Bills", "No bill in hand, pledged or presented waits for its money."),
            ),
            [],
        )

    def read(self) -> None:
        """Read the bills that are still to be paid to us."""
        as_of = self.ctx.as_of
        self.ctx.query(lambda reader: reader.bills.maturing(as_of), self._show, asker=self)

    def _show(self, rows: list[BillRow]) -> None:
        self._rows = rows
        current = self.grid.current_row()
        as_of, shown = self.ctx.as_of, []
        for key, inside in sections(rows, as_of):
            shown += [self._group(key, inside), *inside]
        self.model.show_rows(shown)
        self._stack.setCurrentIndex(0 if rows else 1)
        if current is None or not self.grid.select_where(lambda one: one.id == current.id):
            self.grid.select_first()
        self._show_foot()
        if self.isVisible():
            one = self.current()
            self.moved.emit(None if one is None else one.id)

    def _group(self, key: str, inside: Sequence[BillRow]) -> Group:
        sums: dict[str, int] = {}
        for one in inside:
            sums[one.currency] = sums.get(one.currency, 0) + one.amount
        count = translate("Bills", "%n bill(s)", None, len(inside))
        return Group(key, self._group_words(key), f"{count} · {sums_text(sums)}")

    def _group_words(self, key: str) -> str:
        as_of, language = self.ctx.as_of, self.ctx.language
        if key == "missed":
            return translate("Bills", "Presentation missed")
        if len(key) == 7:
            return translate("Bills", "Due in {month}").format(month=_month(key, language))
        due = date.fromisoformat(key)
        days = (due - as_of).days
        said = fmt.day(due, language)
        if not days:
            return translate("Bills", "{date} · due today").format(date=said)
        if days > 0:
            left = translate("Bills", "due in %n day(s)", None, days)
            return f"{said} · {left}"
        last = (due - as_of).days + PRESENT_DAYS
        left = translate("Bills", "%n day(s) left to present", None, last)
        return f"{said} · {left}"

    def _show_foot(self) -> None:
        sums: dict[str, int] = {}
        for one in self._rows:
            sums[one.currency] = sums.get(one.currency, 0) + one.amount
        noun = translate("Bills", "bills")
        figures = [Figure("", fmt.count(len(self._rows)), after=noun)]
        if sums:
            figures.append(Figure(translate("Bills", "To come in"), sums_text(sums)))
        self.figures.show_figures(figures)

    def current(self) -> BillRow | None:
        """Return the current bill."""
        found = self.grid.current_row()
        return found if isinstance(found, BillRow) else None

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._title.setText(translate("Bills", "Maturity calendar"))
        self._about.setText(
            translate("Bills", "T is the day of maturity; present by T+10 at the latest")
        )
        self._back.set_words(translate("Bills", "Register"))
        self.grid.setAccessibleName(translate("Bills", "Maturity calendar"))
        self.grid.retranslate()
        self.empty.retranslate()
        self._show(self._rows)
