"""The Today screen: tiles, the ranked worklist, deadlines, the age of the bank data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from domain.changes import Changes, OperationResult
from domain.ports import BookReader
from ui import format as fmt
from ui.acts import Act
from ui.context import AppContext, Notice
from ui.lists.footer import Figure, Figures
from ui.lists.sheets import clip_text
from ui.lists.short import short_list
from ui.lists.view import WholeRows
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.screen import Screen
from ui.today import words
from ui.today.columns import TaskRow, columns, name_of
from ui.today.data import Glance, TileSum, read_glance
from ui.today.side import TodaySide
from ui.today.strip import TodayStrip
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option
from ui.widgets.empty import EmptyState
from ui.widgets.head import ScreenHead

if TYPE_CHECKING:
    # Types only: the worklist knows every part of the desk, and the figures are read first.
    from domain.services.worklist import Worklist

#: A task done is not shown for so long; what is still true then comes back.
_DONE_DAYS: Final = 7


class TodayScreen(Screen):
    """What to do today, the most worth first."""

    key = "today"

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._glance: Glance | None = None
        self._work: Worklist | None = None
        self._asked = 0
        self._make_acts()
        self.head = ScreenHead("today", [self._button(self.do_act, "Enter", "primary")])
        self.strip = TodayStrip()
        self.pills = Choice("pill", name="today.kind", wraps=True)
        self._said = label("small", name="today.said")
        self.model, self.view = short_list(ctx, columns(), lambda one: one.place, name="today.list")
        self.empty = EmptyState("today.empty")
        self.stack = QStackedWidget()
        self.stack.addWidget(WholeRows(self.view))
        self.stack.addWidget(self.empty)
        self.footer = Figures()
        self.side = TodaySide(ctx)
        self._build()
        self._wire()

    def _build(self) -> None:
        bar = pane(row(self.pills, margins=(12, 7, 16, 7)))
        later = self._button(self.later_act, "Z", "small")
        done = self._button(self.done_act, "X", "small")
        foot = row(self.footer, self._said, None, later, done, margins=(16, 0, 16, 0))
        left = QWidget()
        left.setLayout(column(bar, line(), self.stack, line(), pane(foot, role="head", height=32)))
        below = row(left, line(vertical=True), self.side, gap=0)
        self.setLayout(column(self.head, self.strip, line(), below))
        self.setFocusProxy(self.view)
        self.empty.set_up(self._empty_words)

    def _wire(self) -> None:
        self.view.chosen.connect(lambda _key: self.do())
        self.view.typed.connect(self._typed)
        self.view.current_moved.connect(lambda _key: self._enable())
        self.pills.chosen.connect(lambda _kind: self._show_rows())
        self.strip.chosen.connect(self.ctx.navigate)
        self.side.chosen.connect(self.ctx.navigate)

    def _make_acts(self) -> None:
        self.do_act = self._act("do", QT_TRANSLATE_NOOP("Today", "Do it"), self.do, "check")
        self.later_act = self._act(
            "later", QT_TRANSLATE_NOOP("Today", "Put off"), self.put_off, "clock"
        )
        self.done_act = self._act(
            "done", QT_TRANSLATE_NOOP("Today", "Done"), self.done, "circle-check"
        )

    def _act(self, name: str, source: str, run: Callable[[], None], icon: str) -> Act:
        # Their keys are the list's own: as shortcuts they would answer in every field.
        act = Act(self, f"today.{name}", ("Today", source), run, icon=icon)
        self.acts.append(act)
        return act

    def _button(self, act: Act, key: str, kind: str) -> Button:
        made = Button.of(act, kind=kind, show_key=False)
        act.changed.connect(lambda: made.set_key(key))
        made.set_key(key)
        return made

    # showing

    def refresh(self, changes: Changes) -> None:
        """Read the tiles, which is done at once, then the worklist."""
        self._asked += 1
        asked, day = self._asked, self.ctx.as_of

        def here(glance: Glance) -> None:
            self._show_glance(glance)
            if asked == self._asked:
                # What is read next must not hold up the paint of the figures.
                self.strip.repaint()
                self._read_work(day)

        self.ctx.query(lambda reader: read_glance(reader, day), here, asker=self)

    def _show_glance(self, glance: Glance) -> None:
        self._glance = glance
        self._show_tiles()
        self.side.show_accounts(glance.accounts, glance.day)

    def _read_work(self, day: date) -> None:
        def read(reader: BookReader) -> Worklist:
            from domain.services.worklist import worklist

            return worklist(reader, day)

        self.ctx.query(read, self._work_here, asker=self)

    def _show_tiles(self) -> None:
        if self._glance is None:
            return
        tasks = [] if self._work is None else [one.task for one in self._work.ranked]
        over = [one for one in tasks if one.reason == "limit.over"]
        above = TileSum(amount=sum(one.base or 0 for one in over), count=len(over))
        self.strip.show_sums({**self._glance.tiles, "over": above}, self._glance.home)

    def _work_here(self, work: Worklist) -> None:
        self._work = work
        from domain.services.worklist import kinds_of

        self._show_tiles()
        self.side.show_deadlines(work.deadlines, self.ctx.as_of)
        counts = kinds_of(work.ranked)
        options = [Option("all", translate("Today", "All"), len(work.ranked))]
        options += [Option(kind, words.kind_word(kind), n) for kind, n in counts.items()]
        self.pills.set_options(options)
        if self.pills.value() not in {"all", *counts}:
            self.pills.set_value("all")
        said = translate("Today", "{done} done · {later} put off")
        self._said.setText(said.format(done=work.done, later=work.put_off))
        self._show_rows()

    def _rows(self) -> list[TaskRow]:
        if self._work is None or self._glance is None:
            return []
        kind, home = self.pills.value() or "all", self._glance.home
        every = [
            TaskRow(place=place, ranked=one, home=home)
            for place, one in enumerate(self._work.ranked, start=1)
        ]
        return [one for one in every if kind in ("all", one.ranked.task.kind.value)]

    def _show_rows(self) -> None:
        rows = self._rows()
        self.model.show_rows(rows)
        self.stack.setCurrentIndex(0 if rows else 1)
        if rows and self.view.current_id() is None:
            self.view.selectRow(0)
        self._show_foot(rows)
        self._enable()

    def _show_foot(self, rows: Sequence[TaskRow]) -> None:
        home = self._glance.home if self._glance else "CNY"
        worth = sum(one.ranked.task.base or 0 for one in rows)
        self.footer.show_figures(
            [
                Figure(translate("Today", "Tasks"), fmt.count(len(rows))),
                Figure(translate("Today", "At stake"), fmt.money(worth, home)),
            ]
        )

    def current(self) -> TaskRow | None:
        """Return the task the cursor is on."""
        key = self.view.current_id()
        return None if key is None else self.model.cached(key)

    def _enable(self) -> None:
        for act in self.acts:
            act.setEnabled(self.current() is not None)

    # acts

    def do(self) -> None:
        """Open what the task's next step needs."""
        found = self.current()
        if found is not None:
            self.ctx.navigate(found.ranked.task.address)

    def _typed(self, letter: str) -> None:
        found, key = self.current(), letter.upper()
        if found is None:
            return
        if key == words.ACTS[found.ranked.task.act][1]:
            self.do()
        elif key in ("Z", "X"):
            self.put_off() if key == "Z" else self.done()

    def put_off(self) -> None:
        """Hide the task until the next working day."""
        self._mark("put_off", _next_working_day(self.ctx.today))

    def done(self) -> None:
        """Hide the task; what is still true in a week comes back."""
        self._mark("done", self.ctx.today + timedelta(days=_DONE_DAYS))

    def _mark(self, what: str, until: date) -> None:
        from domain.services.records import take_back_record
        from domain.services.worklist import mark_tasks
        from domain.worklist.task import TaskMark

        found, ctx = self.current(), self.ctx
        if found is None:
            return
        name = name_of(found, ctx.language)

        def told(result: OperationResult[int]) -> Notice:
            said = translate("Today", "{name}: shown again from {date}")
            day = fmt.day(until, ctx.language)

            def undo() -> None:
                ctx.act(take_back_record, TaskMark, result.value, ctx.today, asker=ctx)

            return Notice(said.format(name=name, date=day), translate("Today", "Undo"), undo)

        ctx.act(mark_tasks, found.ranked.task, what, ctx.today, until, asker=self, notice=told)

    # words

    def _empty_words(self) -> tuple[str, str]:
        return (
            translate("Today", "Nothing to do today"),
            translate(
                "Today",
                "Money to be allocated, promises, overdue invoices, deadlines and reviews stand "
                "here by what they are worth. Import customers and invoices to begin.",
            ),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.head.set_words(
            translate("Today", "Today"),
            translate("Today", "ranked by amount × chance × urgency"),
        )
        self.strip.retranslate()
        self.side.retranslate()
        self.view.setAccessibleName(translate("Today", "Worklist"))
        self.view.widths.reset()
        self.pills.setAccessibleName(translate("Today", "Kind of task"))
        self.empty.retranslate()
        if self._glance is not None:
            self._show_glance(self._glance)
        if self._work is not None:
            self._work_here(self._work)

    def help_text(self) -> str:
        """Explain the screen."""
        return translate(
            "Today",
            "<p>One list of what to do, the most worth first: amount × chance that the act brings "
            "it × urgency. Customers who promised to pay, have a plan that is kept, or whose money "
            "only waits to be allocated are not chased.</p><p>Enter or the letter in the last "
            "column does the next step, Z puts a task off to the next working day, X marks it "
            "done: what is still true after a week comes back.</p>",
        )

    def offers(self) -> set[str]:
        """Return the common acts: copy."""
        return {"copy"}

    def copy(self) -> None:
        """Copy the selection, or the whole list, as text with a header row."""
        rows = [one for key in self.view.selected_ids() if (one := self.model.cached(key))]
        text = clip_text(self.model.columns, rows or self._rows(), self.ctx.language)
        QApplication.clipboard().setText(text)
        said = translate("Today", "%n row(s) copied", None, len(rows or self._rows()))
        self.ctx.notify(said)

    def restore(self, state: dict[str, Any]) -> None:
        """Read for the first time."""
        self.refresh(self.everything())


def _next_working_day(day: date) -> date:
    following = day + timedelta(days=1)
    while following.weekday() >= 5:
        following += timedelta(days=1)
    return following
