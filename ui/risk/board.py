"""The right of the Risk tab: what warns, why, and its review tasks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from domain.changes import OperationResult
from domain.services import warnings
from domain.services.warnings import BoardRow, Opened
from domain.warning import words
from domain.warning.rules import DEFAULTS, Severity
from ui import format as fmt
from ui.context import AppContext
from ui.lists.footer import Figure, Figures
from ui.lists.short import short_list
from ui.lists.view import WholeRows
from ui.marks import translate
from ui.risk.closing import CloseForm
from ui.risk.columns import columns, customer_of
from ui.widgets.basic import CutLabel, column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option
from ui.widgets.empty import EmptyState

_FOOT: Final = 96


class WarningBoard(QWidget):
    """The list, its filters, and the explanation of the current line.

    Signals:
        moved: another line is current.
        typed: a letter was typed in the list.
    """

    moved = Signal()
    typed = Signal(str)

    def __init__(self, ctx: AppContext, base: str) -> None:
        super().__init__()
        self.ctx, self._base = ctx, base
        self._rows: list[BoardRow] = []
        self._within: frozenset[int] | None = None
        self.pills = Choice("pill", name="risk.severity")
        made = columns(lambda: ctx.language, lambda: ctx.as_of, base)
        self.model, self.view = short_list(ctx, made, lambda one: one.place, name="risk.list")
        self.empty = EmptyState("risk.empty")
        self._stack = QStackedWidget()
        self.head_row = row(self.pills, None, margins=(8, 0, 16, 0))
        self.who = CutLabel()
        self.open_customer = Button(name="risk.customer", kind="link", key="Enter")
        self.why = label("", name="risk.why", wrap=True)
        self.closing = CloseForm(ctx)
        self._foot = QStackedWidget()
        self.figures = Figures()
        self._build()
        self._wire()

    def _build(self) -> None:
        self._stack.addWidget(WholeRows(self.view))
        self._stack.addWidget(self.empty)
        said = column(
            row(self.who, None, self.open_customer),
            self.why,
            None,
            margins=(16, 10, 16, 8),
            gap=4,
        )
        self._foot.addWidget(pane(said))
        self._foot.addWidget(self.closing)
        self._foot.setFixedHeight(_FOOT)
        sums = pane(row(self.figures, margins=(16, 0, 16, 0)), role="head", height=32)
        layout = column(
            pane(self.head_row, height=40), line(), self._stack, line(), self._foot, line(), sums
        )
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.view)
        self.empty.set_up(self._empty_words)

    def _wire(self) -> None:
        self.pills.chosen.connect(lambda _which: self.show_again())
        self.view.current_moved.connect(lambda _key: self._tell())
        self.view.selection_moved.connect(self.moved)
        self.view.chosen.connect(lambda _key: self.open_current())
        self.view.typed.connect(self.typed)
        self.open_customer.clicked.connect(self.open_current)
        self.closing.left.connect(self.leave_form)

    # showing

    def show_rows(self, rows: Sequence[BoardRow]) -> None:
        """Show what warns on a day."""
        self._rows = list(rows)
        self.show_again()

    def narrow(self, customers: frozenset[int] | None) -> None:
        """Show only some customers, or all."""
        self._within = customers
        self.show_again()

    def show_again(self) -> None:
        """Show the lines that the filters leave."""
        self._show_pills([one for one in self._rows if self._is_within(one)])
        shown = self.listed()
        self.model.show_rows(shown)
        self._stack.setCurrentIndex(0 if shown else 1)
        if shown and self.view.current_id() is None:
            self.view.selectRow(0)
        self._show_sums(shown)
        self._tell()

    def _is_within(self, one: BoardRow) -> bool:
        if self._within is None:
            return True
        return one.person is not None and one.person.customer_id in self._within

    def _show_pills(self, rows: Sequence[BoardRow]) -> None:
        language = self.ctx.language
        options = [Option("all", translate("Risk", "Early warning"), len(rows))]
        options += [
            Option(
                one.value,
                words.severity(one, language),
                sum(row.told.severity == one for row in rows),
            )
            for one in (Severity.HIGH, Severity.MEDIUM)
        ]
        self.pills.set_options(options)

    def _show_sums(self, rows: Sequence[BoardRow]) -> None:
        exposed = {
            one.person.customer_id: one.exposure or 0 for one in rows if one.person is not None
        }
        waiting = sum(one.is_open for one in rows)
        self.figures.show_figures(
            [
                Figure(translate("Risk", "Warnings"), fmt.count(len(rows))),
                Figure(translate("Risk", "Customers"), fmt.count(len(exposed))),
                Figure(translate("Risk", "Exposure"), fmt.money(sum(exposed.values()), self._base)),
                Figure(translate("Risk", "Not reviewed"), fmt.count(waiting)),
            ]
        )

    def current(self) -> BoardRow | None:
        """Return the line the cursor is on."""
        key = self.view.current_id()
        return None if key is None else self.model.cached(key)

    def listed(self) -> list[BoardRow]:
        """Return the lines that the filters leave."""
        which = self.pills.value() or "all"
        mine = [one for one in self._rows if self._is_within(one)]
        return [one for one in mine if which in ("all", one.told.severity.value)]

    def selected(self) -> list[BoardRow]:
        """Return the lines selected, else the current one."""
        rows = [one for key in self.view.selected_ids() if (one := self.model.cached(key))]
        current = self.current()
        return rows or ([current] if current is not None else [])

    def _tell(self) -> None:
        """Explain the current line."""
        one, language = self.current(), self.ctx.language
        self.open_customer.setVisible(one is not None and one.person is not None)
        self.moved.emit()
        if one is None:
            self.who.setText("")
            self.why.setText("")
            return
        told = one.told
        parts = [customer_of(one, language), words.rule(told.rule, language)]
        if one.task is not None and one.task.owner:
            parts.append(translate("Risk", "reviewed by {owner}").format(owner=one.task.owner))
        self.who.setText(" · ".join(parts))
        figures = (told.rule, told.value, told.threshold, told.facts, language)
        gap = "" if language == "zh" else " "
        self.why.setText(gap.join((words.long(*figures), self._next(one))))

    def _next(self, one: BoardRow) -> str:
        """Return what follows: the outcome, that it is over, or what to do."""
        language = self.ctx.language
        if one.task is not None and not one.task.is_open:
            said = translate("Risk", "Reviewed on {date}: {outcome}. {note}")
            return said.format(
                date=fmt.day(one.task.closed_on, language),
                outcome=words.outcome(one.task.outcome, language),
                note=one.task.note,
            ).strip()
        if one.alert is None:
            return translate("Risk", "Nothing warns any more; the review is still open.")
        action = words.action(DEFAULTS[one.told.rule].action, language)
        if one.task is None or one.person is None:
            return translate("Risk", "Proposed: {action}.").format(action=action)
        said = translate(
            "Risk", "Proposed: {action}. Its limit cannot rise before the review is closed."
        )
        return said.format(action=action)

    # acts

    def open_current(self) -> None:
        """Show the customer of the current line."""
        one = self.current()
        if one is not None and one.person is not None:
            self.ctx.navigate(f"customer/{one.person.customer_id}")

    def open_tasks(self, rows: Sequence[BoardRow]) -> None:
        """Open review tasks for lines that have none."""
        alerts = [one.alert for one in rows if one.alert is not None]
        owners = {
            one.person.customer_id: one.person.owner for one in rows if one.person is not None
        }

        def told(result: OperationResult[Opened]) -> str:
            count = len(result.value.opened)
            return translate("Risk", "%n review task(s) opened", None, count)

        self.ctx.act(warnings.open_tasks, alerts, self.ctx.as_of, owners, asker=self, notice=told)

    def take_up(self) -> None:
        """Begin the review of the selected lines in the user's name."""
        ids = self._open_ids()
        if ids:
            said = translate("Risk", "%n review(s) begun", None, len(ids))
            self.ctx.act(
                warnings.take_up, ids, self.ctx.user, self.ctx.as_of, asker=self, notice=said
            )

    def close_review(self) -> None:
        """Ask what the review of the selected lines came to."""
        ids = self._open_ids()
        if ids:
            about = " · ".join(
                dict.fromkeys(customer_of(one, self.ctx.language) for one in self.selected())
            )
            self._foot.setCurrentIndex(1)
            self.closing.start(ids, about)

    def _open_ids(self) -> list[int]:
        rows = self.selected()
        return [one.task.task_id for one in rows if one.task is not None and one.task.is_open]

    def can(self, what: Callable[[BoardRow], bool]) -> bool:
        """Whether anything selected is such."""
        return any(what(one) for one in self.selected())

    def leave_form(self) -> bool:
        """Go back from the form to the explanation; False when it was not there."""
        if self._foot.currentIndex() == 0:
            return False
        self._foot.setCurrentIndex(0)
        self.view.setFocus()
        return True

    def has_draft(self) -> bool:
        """Whether a note was typed and not kept."""
        return self._foot.currentIndex() == 1 and bool(self.closing.note.text().strip())

    # words

    def _empty_words(self) -> tuple[str, str]:
        if self._rows:
            return (
                translate("Risk", "Nothing here warns"),
                translate("Risk", "Press Esc in the picture to see all customers again."),
            )
        return (
            translate("Risk", "Nothing warns today"),
            translate(
                "Risk",
                "Customers who pay later than they used to, whose overdue share or use of the "
                "limit grows, or who break promises stand here.",
            ),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.pills.setAccessibleName(translate("Risk", "Level"))
        self.view.setAccessibleName(translate("Risk", "Early warnings"))
        self.view.widths.reset()
        self.open_customer.set_words(translate("Risk", "Open customer"))
        self.empty.retranslate()
        self.closing.retranslate()
        self.show_again()
