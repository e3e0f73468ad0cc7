"""The draft of a dunning run: parameters, letters to send, customers passed over, the letter."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QSplitter, QStackedWidget, QWidget

from domain.dunning import Proposal
from domain.dunning_records import LeftOut
from domain.errors import QingzhangError
from domain.services.dunning_letters import letter_value
from ui import format as fmt
from ui import labels
from ui.collections.rows import (
    Run,
    RunRow,
    columns,
    interests,
    principals,
    read_run,
    sums,
    why,
)
from ui.collections.run_bar import RunBar
from ui.collections.words import skipped_told
from ui.context import AppContext
from ui.grids.model import GridModel, Group, Rules
from ui.grids.view import GridView
from ui.lists.footer import Figure, Figures, sums_text
from ui.lists.view import WholeRows
from ui.marks import translate
from ui.preview.pane import PagePreview
from ui.widgets.basic import column, label, line, pane, row, set_tone
from ui.widgets.button import Button
from ui.widgets.empty import EmptyState
from ui.widgets.fields import DateEdit

PREVIEW: Final = 440
#: Without a receipt for longer than this, letters may chase what was paid.
STALE_DAYS: Final = 7


class RunPane(QWidget):
    """Shows a draft run and remembers which letters are left out.

    Signals:
        changed: another draft is shown, or other letters are chosen.
    """

    changed = Signal()

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self.run: Run | None = None
        self.left_out: dict[tuple[int, str], LeftOut] = {}
        self.draft_id: int | None = None
        self._asked = 0
        self.as_of = DateEdit(ctx.as_of, ctx.as_of, name="collections.as_of")
        self.as_of.setFixedWidth(132)
        self.procedure = QComboBox()
        self.procedure.setObjectName("collections.procedure")
        self.procedure.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.procedure.setMinimumContentsLength(10)
        self._as_of_label = label("label")
        self._procedure_label = label("label")
        self._limits = label("small", name="collections.limits")
        # Where there is no room for the limits, the tooltip has them.
        self._limits.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._promise = label("small", name="collections.draft")
        self._warning = label("small", name="collections.warning", wrap=True)
        set_tone(self._warning, "amber")
        self._allocate = Button(name="collections.allocate", kind="link")
        self._test = Button(name="collections.test_print", kind="small", icon="printer")
        rules = Rules(
            checked=self._state,
            note=lambda one: why(one, ctx.language),
            note_from="charges",
            quiet=lambda one: one.letter is None,
            name=lambda one: one.name,
        )
        self.model = GridModel(columns(), lambda: ctx.language, rules)
        self.grid = GridView(self.model, lambda: ctx.language, name="collections.grid")
        self.preview = PagePreview(ctx, "collections.preview", extra=[self._test])
        self.bar = RunBar(ctx)
        self.footer = Figures()
        self.empty = EmptyState("collections.empty")
        self._build()
        self._wire()

    def _build(self) -> None:
        bar = row(
            self._as_of_label,
            self.as_of,
            8,
            self._procedure_label,
            self.procedure,
            8,
            self._limits,
            self._promise,
            margins=(16, 0, 16, 0),
        )
        bar.setStretchFactor(self._limits, 1)
        warn = row(self._warning, self._allocate, margins=(16, 4, 16, 4))
        warn.setStretch(0, 1)
        self._warn_box = pane(column(warn, line()), role="raised")
        self.stack = QStackedWidget()
        self.stack.addWidget(WholeRows(self.grid))
        self.stack.addWidget(self.empty)
        foot = pane(row(self.footer, margins=(16, 0, 16, 0)), role="head", height=32)
        left = QWidget()
        inside = column(
            *(pane(bar, height=39), line(), self._warn_box, self.stack),
            *(self.bar, line(), foot),
        )
        inside.setStretch(3, 1)
        left.setLayout(inside)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(1)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(left)
        self.split.addWidget(self.preview)
        self.split.setStretchFactor(0, 1)
        self.split.setSizes([782, PREVIEW])
        self.setLayout(column(self.split))
        self.setFocusProxy(self.grid)
        self.empty.set_up(self._empty_words)

    def _wire(self) -> None:
        self.as_of.changed.connect(lambda _on: self.read())
        self.procedure.activated.connect(lambda _at: self.read())
        self.model.toggled.connect(self._toggle)
        self.grid.all_toggled.connect(self._toggle_all)
        self.grid.current_moved.connect(self._follow)
        self.bar.left_out.connect(self._tell_left_out)
        self.grid.chosen.connect(lambda one: self.ctx.navigate(f"customer/{one.customer_id}"))
        self._allocate.clicked.connect(lambda: self.ctx.navigate("receipts?state=unapplied"))
        self._test.clicked.connect(self.preview.print_now)

    # drafting

    def date(self) -> date:
        """Return the day of the run."""
        return self.as_of.day() or self.ctx.as_of

    def read(self) -> None:
        """Draft the run again, keeping which letters are left out."""
        self._asked += 1
        mark, as_of, code = self._asked, self.date(), self.procedure.currentData()

        def here(run: Run) -> None:
            if mark == self._asked:
                self._take(run)

        def failed(error: QingzhangError) -> bool:
            if mark == self._asked:
                self._refused(error)
            return True

        self.ctx.query(
            lambda reader: read_run(reader, as_of, code), here, asker=self, failed=failed
        )

    def _take(self, run: Run) -> None:
        current = self.grid.current_row()
        self.run = run
        self._take_draft(run)
        self._fill_procedures(run)
        self._show()
        key = None if current is None else current.key
        if not self.grid.select_where(lambda one: one.key == key):
            self.grid.select_first()
        if not run.rows:
            self.preview.say(translate("Collections", "No letters"))

    def _take_draft(self, run: Run) -> None:
        """Go on with a draft that was saved: what it left out, today's figures."""
        kept = None if run.draft is None else run.draft.id
        if run.draft is not None and kept != self.draft_id:
            self.left_out = {
                (one.customer_id, one.currency): one
                for one in run.draft.value.left_out
                if not one.item_ids
            }
        self.draft_id = kept

    def _refused(self, error: QingzhangError) -> None:
        """Say calmly why there is no draft."""
        self.run = None
        self.model.show_rows([])
        self.empty.set_up(
            lambda: (
                translate("Collections", "There is no draft for this date"),
                labels.error_text(error, self.ctx.language),
            )
        )
        self.stack.setCurrentIndex(1)
        self.preview.say("")
        self._warn_box.hide()
        self.footer.show_figures([])
        self.changed.emit()

    def _fill_procedures(self, run: Run) -> None:
        code = run.proposal.procedure.code
        self.procedure.clear()
        for known in run.procedures:
            self.procedure.addItem(_procedure_name(known), known)
        self.procedure.setCurrentIndex(max(0, self.procedure.findData(code)))
        several = len(run.procedures) > 1
        self.procedure.setVisible(several)
        self._procedure_label.setVisible(several)

    # what is shown

    def chosen(self) -> list[RunRow]:
        """Return the letters to be released."""
        return [one for one in self._letters() if one.key not in self.left_out]

    def _letters(self) -> list[RunRow]:
        return [] if self.run is None else [one for one in self.run.rows if one.letter is not None]

    def _skipped(self) -> list[RunRow]:
        return [] if self.run is None else [one for one in self.run.rows if one.letter is None]

    def _state(self, one: RunRow) -> Qt.CheckState | None:
        if one.letter is None:
            return None
        return Qt.CheckState.Unchecked if one.key in self.left_out else Qt.CheckState.Checked

    def _show(self) -> None:
        letters, skipped, chosen = self._letters(), self._skipped(), self.chosen()
        state = Qt.CheckState.PartiallyChecked if chosen else Qt.CheckState.Unchecked
        if chosen and len(chosen) == len(letters):
            state = Qt.CheckState.Checked
        rows: list[Any] = []
        if letters:
            said = translate("Collections", "To send: %n letter(s)", None, len(chosen))
            rows += [Group("send", said, "", state), *letters]
        if skipped:
            said = translate("Collections", "Passed over: %n customer(s)", None, len(skipped))
            rows += [Group("skipped", said, sums_text(sums(skipped))), *skipped]
        self.model.show_rows(rows)
        self.grid.show_check(state)
        self.stack.setCurrentIndex(0 if rows else 1)
        self.empty.set_up(self._empty_words)
        self._show_figures(chosen)
        self._show_facts()
        self.changed.emit()

    def _show_figures(self, chosen: list[RunRow]) -> None:
        items = sum(one.items for one in chosen)
        self.footer.show_figures(
            [
                Figure(translate("Collections", "Letters"), fmt.count(len(chosen))),
                Figure(translate("Collections", "Items"), fmt.count(items)),
                Figure(translate("Collections", "Total"), sums_text(sums(chosen))),
                Figure(translate("Collections", "Interest, fees"), sums_text(interests(chosen))),
                Figure(translate("Collections", "Principal"), sums_text(principals(chosen))),
            ]
        )

    def _show_facts(self) -> None:
        run = self.run
        if run is None:
            return
        procedure = run.proposal.procedure
        minimum = fmt.money(procedure.minimum_minor, procedure.currency or "CNY")
        parts = [
            translate("Collections", "levels after {days} days").format(
                days=" / ".join(str(level.days) for level in procedure.levels)
            ),
            translate("Collections", "at least {amount}").format(amount=minimum),
            translate("Collections", "{count} days between letters").format(
                count=procedure.interval_days
            ),
        ]
        self._limits.setText(" · ".join(parts))
        number = "" if run.draft is None else run.draft.value.number
        saved = translate("Collections", "Draft {number}, saved").format(number=number)
        self._promise.setText(number)
        self._promise.setToolTip(saved if number else "")
        self._limits.setToolTip(self._limits.text())
        self._show_warning(run)

    def _show_warning(self, run: Run) -> None:
        said = self._bank_ages(run) if run.has_accounts else self._receipt_age(run)
        if said:
            said.append(translate("Collections", "Enter what came in before you chase it."))
        if run.unallocated:
            said.append(
                translate(
                    "Collections", "%n receipt(s) wait to be allocated.", None, run.unallocated
                )
            )
        self._warning.setText(" ".join(said))
        self._warn_box.setVisible(bool(said))
        self._allocate.setVisible(bool(run.unallocated))

    def _bank_ages(self, run: Run) -> list[str]:
        """Say of each account whose data are old how old they are."""
        said = []
        for account, age in run.old_accounts:
            name = f"{account.bank} …{account.number[-4:]}".strip()
            if age is None or account.last_on is None:
                words = translate("Collections", "Nothing was ever read of {account}.")
                said.append(words.format(account=name))
                continue
            words = translate(
                "Collections", "Bank data of {account} end on {date}, %n day(s) ago.", None, age
            )
            date_of = fmt.day(account.last_on, self.ctx.language)
            said.append(words.format(account=name, date=date_of))
        return said

    def _receipt_age(self, run: Run) -> list[str]:
        """Say how old the newest receipt is, where no bank data were read."""
        on = run.last_receipt
        if on is None:
            return [translate("Collections", "No receipt has been entered yet.")]
        age = (run.proposal.as_of - on).days
        if age <= STALE_DAYS:
            return []
        words = translate(
            "Collections", "The newest receipt is of {date}, %n day(s) ago.", None, age
        )
        return [words.format(date=fmt.day(on, self.ctx.language))]

    def _empty_words(self) -> tuple[str, str]:
        return (
            translate("Collections", "Nobody is overdue"),
            translate(
                "Collections",
                "Customers with overdue invoices stand here, each with the letter that is due. "
                "On this date there is none.",
            ),
        )

    # choices

    def _toggle(self, one: RunRow | Group) -> None:
        if isinstance(one, Group):
            self._toggle_all()
            return
        if one.key in self.left_out:
            del self.left_out[one.key]
        else:
            self.left_out[one.key] = LeftOut(customer_id=one.customer_id, currency=one.currency)
        self._show()
        self.bar.follow(self.grid.current_row(), self._said_of(self.grid.current_row()))

    def _toggle_all(self) -> None:
        every = {one.key for one in self._letters()}
        if every & self.left_out.keys():
            self.left_out = {k: v for k, v in self.left_out.items() if k not in every}
        else:
            for customer_id, currency in every:
                out = LeftOut(customer_id=customer_id, currency=currency)
                self.left_out[customer_id, currency] = out
        self._show()
        self.bar.follow(self.grid.current_row(), self._said_of(self.grid.current_row()))

    def _tell_left_out(self, said: LeftOut) -> None:
        self.left_out[said.customer_id, said.currency] = said
        self.changed.emit()

    def _said_of(self, one: RunRow | None) -> LeftOut | None:
        return None if one is None else self.left_out.get(one.key)

    def letters_left_out(self) -> list[LeftOut]:
        """Return what was taken out of this run, of the letters it has."""
        return [self.left_out[one.key] for one in self._letters() if one.key in self.left_out]

    # letter

    def _follow(self, one: RunRow | None) -> None:
        run = self.run
        self.bar.follow(one, self._said_of(one))
        if run is None or one is None:
            return
        if one.letter is None:
            self.preview.say(f"{why(one, self.ctx.language)}\n\n{skipped_told(one.reason)}")
            return
        make = partial(self._page, one, run.proposal)
        self.preview.show_made(make, translate("Collections", "Drawing the letter…"))

    def _page(self, one: RunRow, proposal: Proposal) -> bytes:
        """Draw a draft letter; called in the background."""
        if one.letter is None:
            return b""
        value = letter_value(self.ctx.reader, one.letter, proposal)
        return self.ctx.papers.render(value)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self._as_of_label.setText(translate("Collections", "As of"))
        self.as_of.setAccessibleName(translate("Collections", "Date of the run"))
        self._procedure_label.setText(translate("Collections", "Procedure"))
        self.procedure.setAccessibleName(translate("Collections", "Procedure"))
        self._allocate.set_words(translate("Collections", "Allocate them"))
        self._test.set_words(translate("Collections", "Test print"))
        self.grid.setAccessibleName(translate("Collections", "Draft run"))
        self.bar.retranslate()
        self.preview.retranslate()
        self.empty.retranslate()
        self.grid.retranslate()
        if self.run is not None:
            self._fill_procedures(self.run)
            self._show()


def _procedure_name(code: str) -> str:
    return translate("Collections", "Standard") if code == "standard" else code
