"""The calendar of deadlines: limitation, guarantees, insurance, bills, limits, promises."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QScrollArea, QWidget

from domain.changes import Changes
from domain.listing import ListFilter
from domain.ports import BookReader
from domain.services.promises import promises_on
from domain.services.worklist import deadlines
from domain.worklist.task import Deadline
from ui import format as fmt
from ui.context import AppContext
from ui.lists.footer import Figure, Figures, sums_text
from ui.marks import translate
from ui.tabbed import Tab
from ui.today.side import WIDTH, DeadlineRow
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.month_grid import DayMark, MonthGrid


def read_days(reader: BookReader, day: date) -> list[Deadline]:
    """Return the deadlines seen from a day, with the promises that run."""
    running = [
        (one.record.customer_id, one)
        for one in promises_on(reader, day)
        if one.pauses and one.record.customer_id is not None
    ]
    ids = sorted({customer_id for customer_id, _one in running})
    names = reader.customers.rows(ids, ListFilter(as_of=day))
    promised = [
        Deadline(
            on=one.record.value.due_on,
            reason="promise.runs",
            address=f"customer/{customer_id}/log",
            customer_name=names[customer_id].name,
            customer_name_en=names[customer_id].name_en,
            amount=one.missing,
            currency=one.record.value.currency,
        )
        for customer_id, one in running
    ]
    return sorted([*deadlines(reader, day), *promised], key=lambda one: one.on)


class CalendarTab(Tab):
    """A month at the left, the chosen day's deadlines at the right."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._all: list[Deadline] = []
        self.grid = MonthGrid("collections.calendar", ctx.as_of)
        self.back = Button(name="collections.calendar.back", kind="icon", icon="chevron-left")
        self.on = Button(name="collections.calendar.on", kind="icon", icon="chevron-right")
        self.now = Button(name="collections.calendar.now", kind="small", key="Home")
        self._month = label("subhead", name="collections.calendar.month")
        self._day = label("heading")
        self._list = QScrollArea()
        self._list.setObjectName("collections.calendar.day")
        self._list.setWidgetResizable(True)
        self.footer = Figures()
        self._build()
        self._wire()

    def _build(self) -> None:
        bar = row(self.back, self.on, self._month, None, self.now, margins=(12, 0, 16, 0), gap=8)
        foot = pane(row(self.footer, margins=(16, 0, 16, 0)), role="head", height=32)
        left = QWidget()
        inside = column(pane(bar, height=39), line(), self.grid, line(), foot)
        inside.setStretch(2, 1)
        left.setLayout(inside)
        side = QWidget()
        side.setFixedWidth(WIDTH)
        head = pane(row(self._day, None, margins=(16, 0, 16, 0)), role="raised", height=39)
        side.setLayout(column(head, line(), self._list))
        whole = row(left, line(vertical=True), side, gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.grid)

    def _wire(self) -> None:
        self.back.clicked.connect(lambda: self.grid.step_month(-1))
        self.on.clicked.connect(lambda: self.grid.step_month(1))
        self.now.clicked.connect(lambda: self.grid.set_day(self.ctx.as_of))
        self.grid.chosen.connect(lambda _day: self._show_day())

    def refresh(self, changes: Changes) -> None:
        """Read the deadlines again."""
        day = self.ctx.as_of
        self.ctx.query(lambda reader: read_days(reader, day), self._take, asker=self)

    def _take(self, found: list[Deadline]) -> None:
        self._all = found
        by_day: dict[date, list[Deadline]] = {}
        for one in found:
            by_day.setdefault(one.on, []).append(one)
        marks = {day: self._mark(day, inside) for day, inside in by_day.items()}
        self.grid.show_marks(marks, self.ctx.as_of)
        self._show_day()

    def _mark(self, day: date, inside: Sequence[Deadline]) -> DayMark:
        said = translate("Calendar", "%n deadline(s)", None, len(inside))
        tone = "red" if day < self.ctx.as_of else "amber" if len(inside) else "text"
        return DayMark(said, sums_text(_sums(inside)), tone)

    def _show_day(self) -> None:
        day, language = self.grid.day(), self.ctx.language
        self._month.setText(f"{day.year}-{day.month:02d}")
        self._day.setText(fmt.day(day, language))
        inside = QWidget()
        inside.setProperty("role", "raised")
        rows: list[QWidget] = []
        for one in self._all:
            if one.on == day:
                made = DeadlineRow(one, (one.on - self.ctx.as_of).days, language)
                made.clicked.connect(lambda _on=False, to=one.address: self.ctx.navigate(to))
                rows.append(made)
        none = label("small", translate("Calendar", "Nothing ends on this day"), wrap=True)
        edge = 0 if rows else 16
        inside.setLayout(column(*(rows or [none]), None, margins=(edge, 8, edge, 0)))
        self._list.setWidget(inside)
        month = [one for one in self._all if (one.on.year, one.on.month) == (day.year, day.month)]
        self.footer.show_figures(
            [
                Figure(translate("Calendar", "This month"), fmt.count(len(month))),
                Figure(translate("Calendar", "Amounts"), sums_text(_sums(month))),
            ]
        )

    def help_text(self) -> str:
        """Explain the tab."""
        return translate(
            "Calendar",
            "<p>Days after which a right or a chance is gone: limitation (its safe day), "
            "guarantees, insurance, bills, limits, and the days of promises. Arrows move the day, "
            "PageUp and PageDown the month, Home goes to today.</p>",
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.back.set_words(translate("Calendar", "Month before"))
        self.on.set_words(translate("Calendar", "Month after"))
        self.now.set_words(translate("Calendar", "Today"))
        days = (
            translate("Calendar", "Mon"),
            translate("Calendar", "Tue"),
            translate("Calendar", "Wed"),
            translate("Calendar", "Thu"),
            translate("Calendar", "Fri"),
            translate("Calendar", "Sat"),
            translate("Calendar", "Sun"),
        )
        self.grid.set_words(translate("Calendar", "Calendar of deadlines"), days)
        self._take(self._all)


def _sums(found: Sequence[Deadline]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for one in found:
        if one.currency:
            sums[one.currency] = sums.get(one.currency, 0) + one.amount
    return sums
