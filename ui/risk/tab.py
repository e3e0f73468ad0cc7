"""The Risk tab: charts at the left, early warnings and their reviews at the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from domain.changes import Changes
from domain.ports import BookReader
from domain.services import warnings
from domain.services.risk import risk_view
from domain.services.warnings import BoardRow
from domain.warning.task import tasks_on
from ui.acts import Act
from ui.charts.base import Chart
from ui.context import AppContext
from ui.lists.sheets import clip_text
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.risk.board import WarningBoard
from ui.risk.measured import MeasuredPane
from ui.risk.views import RiskViews
from ui.tabbed import Tab
from ui.widgets.basic import line, row
from ui.widgets.button import Button


def waiting(reader: BookReader, ctx: AppContext) -> int:
    """Return how many review tasks are open."""
    return sum(task.is_open for task in tasks_on(reader, ctx.as_of))


class RiskTab(Tab):
    """Where the risk sits, and what warns of it."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self.views = RiskViews(ctx)
        self.board = WarningBoard(ctx, ctx.reader.base_currency())
        self.measured = MeasuredPane(ctx)
        self._make_acts()
        self._table = Button(name="risk.table", icon="sheet", key="T")
        self._table.clicked.connect(self.show_table)
        self._picture = Button(name="risk.picture", icon="copy", key="Ctrl+C")
        self._picture.clicked.connect(self.copy_picture)
        self._measure = Button.of(self.measure_act)
        self._open = Button.of(self.open_act, kind="small")
        self._open.set_key("Ctrl+N")
        self.board.head_row.addWidget(self._open)
        self._right = QStackedWidget()
        self._right.addWidget(self.board)
        self._right.addWidget(self.measured)
        layout = row(self.views, line(vertical=True), self._right, gap=0)
        layout.setStretch(0, 9)
        layout.setStretch(2, 11)
        self.setLayout(layout)
        self.setFocusProxy(self._right)
        self._right.setFocusProxy(self.board)
        self._wire()

    def _wire(self) -> None:
        self.views.narrowed.connect(self.board.narrow)
        self.board.moved.connect(self._enable)
        self.board.typed.connect(self._typed)
        self.measured.closed.connect(self._leave_measured)
        self.open_act.changed.connect(lambda: self._open.set_key("Ctrl+N"))

    def _make_acts(self) -> None:
        self.open_act = self._act(
            "open", QT_TRANSLATE_NOOP("Risk", "Open review task"), self.new_record, "plus"
        )
        self.all_act = self._act(
            "open_all",
            QT_TRANSLATE_NOOP("Risk", "Open tasks for all warnings"),
            self.open_all,
            "list-checks",
            "Ctrl+Shift+N",
        )
        self.take_act = self._act(
            "take", QT_TRANSLATE_NOOP("Risk", "Begin review"), self.board.take_up, "user", "Alt+R"
        )
        self.close_act = self._act(
            "close",
            QT_TRANSLATE_NOOP("Risk", "Close review…"),
            self.board.close_review,
            "circle-check",
            "Alt+X",
        )
        self.sheet_act = self._act(
            "sheet", QT_TRANSLATE_NOOP("Risk", "Review sheet"), self.print_list, "printer"
        )
        self.measure_act = self._act(
            "measure", QT_TRANSLATE_NOOP("Risk", "Back-test"), self.measure, "history", "Alt+B"
        )

    def _act(
        self, name: str, source: str, run: Callable[[], object], icon: str, key: str = ""
    ) -> Act:
        act = Act(self, f"risk.{name}", ("Risk", source), run, key=key, icon=icon)
        self.acts.append(act)
        return act

    def buttons(self) -> list[QWidget]:
        """Return what stands in the screen's head."""
        return [self._measure, self._table, self._picture]

    # showing

    def refresh(self, changes: Changes) -> None:
        """Read charts and warnings again."""
        if not (changes.records or changes.allocations or changes.documents or changes.customers):
            return
        day, ctx = self.ctx.as_of, self.ctx
        ctx.query(lambda reader: risk_view(reader, day), self.views.show_view, asker=self.views)
        ctx.work(
            lambda progress: warnings.board(ctx.reader, day, progress),
            self.board.show_rows,
            asker=self.board,
            title=translate("Risk", "Looking for warnings"),
        )

    def _enable(self) -> None:
        can = self.board.can
        self.open_act.setEnabled(can(_has_no_task))
        self.take_act.setEnabled(can(_is_open))
        self.close_act.setEnabled(can(_is_open))
        current = self.board.current()
        self.sheet_act.setEnabled(current is not None and current.person is not None)

    def _typed(self, letter: str) -> None:
        if letter.upper() == "T":
            self.show_table()

    # acts

    def new_record(self) -> None:
        """Ctrl+N: open review tasks for what is selected."""
        if self.board.can(_has_no_task):
            self.board.open_tasks(self.board.selected())

    def open_all(self) -> None:
        """Open a review task for every warning listed that has none."""
        self.board.open_tasks(self.board.listed())

    def measure(self) -> None:
        """Measure on the book what the warnings were worth."""
        ctx, day = self.ctx, self.ctx.as_of

        def show(found: Any) -> None:
            self.measured.show_found(found)
            self._right.setCurrentWidget(self.measured)
            self.measured.setFocus()

        ctx.work(
            lambda progress: warnings.back_test(ctx.reader, day, progress),
            show,
            asker=self.measured,
            title=translate("Risk", "Measuring the warnings"),
        )

    def _leave_measured(self) -> None:
        self._right.setCurrentWidget(self.board)
        self.board.setFocus()

    def _chart(self) -> Chart:
        return self.views.shares if self.views.shares.hasFocus() else self.views.matrix

    def show_table(self) -> None:
        """Show the numbers behind the chart."""
        self._chart().show_table()

    def copy_picture(self) -> None:
        """Copy the chart as a picture."""
        QApplication.clipboard().setPixmap(self._chart().grab())
        self.ctx.notify(translate("Risk", "Picture copied"))

    def copy(self) -> None:
        """Ctrl+C: the lines selected in the list, else the picture."""
        if not self.board.view.hasFocus():
            self.copy_picture()
            return
        rows = self.board.selected()
        text = clip_text(self.board.model.columns, rows, self.ctx.language)
        QApplication.clipboard().setText(text)
        self.ctx.notify(translate("Risk", "%n line(s) copied", None, len(rows)))

    def print_list(self) -> None:
        """Ctrl+P: the review sheet of the customer on the current line."""
        one = self.board.current()
        if one is not None and one.person is not None:
            self.ctx.navigate(f"report/warning-review/{one.person.customer_id}")

    def export_list(self) -> None:
        """Ctrl+E: the warnings as a report."""
        self.ctx.navigate("report/warnings")

    def escape(self) -> bool:
        """Esc leaves the form, the back-test, then the cell selected."""
        if self._right.currentWidget() is self.measured:
            self._leave_measured()
            return True
        if self.board.leave_form():
            return True
        if self.views.matrix.selection() is not None:
            self.views.matrix.select(None)
            return True
        return False

    def offers(self) -> set[str]:
        """Return the common acts."""
        return {"new", "copy", "print", "export"}

    def has_draft(self) -> bool:
        """Whether a note was typed and not kept."""
        return self.board.has_draft()

    # words

    def about(self) -> str:
        """Return the line beside the title."""
        return translate("Risk", "as known on the day shown")

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._table.set_words(translate("Risk", "Table"))
        self._picture.set_words(translate("Risk", "Copy picture"))
        self.views.retranslate()
        self.board.retranslate()
        self.measured.retranslate()

    def help_text(self) -> str:
        """Explain the tab."""
        return translate(
            "Risk",
            "<p>Left: customers by probability of default and exposure, worst at the top; or "
            "region beside industry by percent overdue. Arrows move between cells, Enter selects "
            "one and narrows the list, Esc shows all again. T shows the numbers, Ctrl+C copies "
            "the picture.</p><p>Right: what warns on the day shown. Ctrl+N opens a review task; "
            "while one is open the customer's limit cannot rise. Alt+R begins the review, Alt+X "
            "closes it with its outcome, Ctrl+P prints the review sheet. The back-test (Alt+B) "
            "measures on this book what the warnings were worth.</p>",
        )


def _has_no_task(one: BoardRow) -> bool:
    return one.alert is not None and (one.task is None or not one.task.is_open)


def _is_open(one: BoardRow) -> bool:
    return one.task is not None and one.task.is_open
