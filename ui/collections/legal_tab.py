"""The Legal tab: hand-overs and court cases left; days, steps and the form of a step right."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from domain.changes import Changes, OperationResult
from domain.listing import Order
from domain.ports import UnitOfWork
from domain.record import AttachmentRow, Record
from domain.recovery.court_case import CaseStanding, CaseStep, CourtCase
from domain.recovery.forms import CASE_STEP, COURT_CASE, FIRST, HAND_OVER, HAND_OVER_STEP, NEXT
from domain.recovery.hand_over import HandOver, HandOverStep
from domain.services.records import take_back_record
from domain.services.recovery import (
    keep_case,
    keep_case_step,
    keep_hand_over,
    keep_hand_over_step,
    take_back_case_step,
)
from ui import format as fmt
from ui.acts import Act
from ui.collections.matters import (
    Matter,
    columns,
    day_lines,
    matter_facts,
    matters,
    state,
    step_lines,
)
from ui.context import AppContext, Notice
from ui.evidence.output import EvidenceOutput
from ui.lists.footer import Figure, Figures, sums_text
from ui.lists.sheets import clip_text
from ui.lists.short import short_list
from ui.lists.view import WholeRows
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.records.files import KeptFiles
from ui.records.form import RecordFormPane
from ui.tabbed import Tab
from ui.widgets.basic import CutLabel, column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.choice import Choice, Option
from ui.widgets.empty import EmptyState
from ui.widgets.facts import Facts
from ui.widgets.inspector import InspectorFrame

_C: Final = "Court"
_N: Final = "collections.legal"
WIDTH: Final = 344
_STATES: Final = ("all", "cases", "hand_overs", "ended")


class MatterPane(InspectorFrame):
    """What one hand-over or case is, its days and its steps.

    Signals:
        back_asked: a step is to be taken back (its record).
    """

    back_asked = Signal(object)

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(f"{_N}.matter", can_open=False)
        self.ctx = ctx
        self.setFixedWidth(WIDTH)
        self._row: Matter | None = None
        self._kept = KeptFiles(ctx, self)
        self._nothing = label("label", wrap=True)
        self._titles = {key: label("heading") for key in ("days", "steps", "files")}
        self._days, self._facts = Facts(label_width=84), Facts()
        self._steps, self._files = column(gap=2), column(gap=2)
        self._hint = label("hint", wrap=True)
        inside = column(
            self._nothing,
            self._titles["days"],
            self._days,
            self._titles["steps"],
            self._steps,
            self._facts,
            self._titles["files"],
            self._files,
            self._hint,
            None,
            margins=(16, 14, 16, 14),
            gap=8,
        )
        self.body.addWidget(pane(inside, role="raised"))
        self._close.hide()

    def show_row(self, found: Matter | None) -> None:
        """Show another matter, None for none."""
        self._row = found
        self._nothing.setVisible(found is None)
        for layout in (self._steps, self._files):
            _clear(layout)
        for title in self._titles.values():
            title.setVisible(False)
        for part in (self._days, self._facts, self._hint):
            part.setVisible(found is not None)
        self.foot.setVisible(found is not None)
        self.title.setText(found.what(self.ctx.language) if found else "")
        if found is not None:
            self._show(found)

    def _show(self, found: Matter) -> None:
        language = self.ctx.language
        days = day_lines(found, language)
        self._days.show_facts(days)
        self._titles["days"].setVisible(bool(days))
        steps = step_lines(found, language)
        self._titles["steps"].setVisible(bool(steps))
        for one, words in reversed(steps):
            self._steps.addWidget(self._step_line(one, words))
        self._facts.show_facts(matter_facts(found, language))
        self._titles["files"].setVisible(bool(found.files))
        for row_ in found.files:
            self._files.addWidget(self._file_line(row_))
        self._hint.setVisible(found.is_case)

    def _step_line(self, one: Record[Any], words: str) -> QWidget:
        name = f"{_N}.step.{one.id}"
        when = label("label", fmt.short_day(one.dated_on, self.ctx.language))
        when.setFixedWidth(78)
        said = label("", words, wrap=True)
        back = Button(name=f"{name}.back", kind="icon", icon="x")
        back.set_words(translate("Court", "Take this step back"))
        back.clicked.connect(lambda: self.back_asked.emit(one))
        holder = QWidget()
        layout = row(when, said, back, gap=6)
        layout.setStretch(1, 1)
        holder.setLayout(layout)
        return holder

    def _file_line(self, one: AttachmentRow) -> QWidget:
        named = CutLabel()
        named.setText(one.attachment.name)
        named.setToolTip(f"{one.attachment.name}\nSHA-256 {one.attachment.sha256}")
        opened = Button(name=f"{_N}.file.{one.id}.open", kind="icon", icon="external-link")
        opened.set_words(translate("Court", "Open the file"))
        opened.clicked.connect(lambda: self._kept.open(one))
        holder = QWidget()
        layout = row(named, opened, gap=4)
        layout.setStretch(0, 1)
        holder.setLayout(layout)
        return holder

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self._titles["days"].setText(translate("Court", "Days to keep"))
        self._titles["steps"].setText(translate("Court", "Steps"))
        self._titles["files"].setText(translate("Court", "Files"))
        self._nothing.setText(translate("Court", "Choose a line to see its days and steps."))
        self._hint.setText(
            translate(
                "Court", "Days are counted carefully. A reminder only; this is not legal advice."
            )
        )
        self.show_row(self._row)


class LegalTab(Tab):
    """Ins (Ctrl+N) a step, Ctrl+Shift+B the pack of a hand-over; Enter opens the customer."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self._all: list[Matter] = []
        self._wanted: int | None = None
        self._matter_id = 0
        self.output = EvidenceOutput(ctx, self)
        self.pills = Choice("pill", name=f"{_N}.state")
        self.model, self.view = short_list(
            ctx, columns(), lambda one: one.id, name=_N, order=Order("next")
        )
        self.empty = EmptyState(f"{_N}.empty")
        self.empty.set_up(self._empty_words)
        self.stack, self.side = QStackedWidget(), QStackedWidget()
        self.matter = MatterPane(ctx)
        self._make_acts()
        self.forms = {
            "case": self._form(COURT_CASE, keep_case, "case"),
            "hand_over": self._form(HAND_OVER, keep_hand_over, "hand_over"),
            "case_step": self._form(CASE_STEP, self._keep_case_step, "case_step"),
            "hand_over_step": self._form(HAND_OVER_STEP, self._keep_step, "hand_over_step"),
        }
        self._build()
        self._wire()

    def _form(self, form: Any, keep: Any, name: str) -> RecordFormPane:
        made = RecordFormPane(self.ctx, form, name=f"{_N}.{name}", keep=keep)
        made.setFixedWidth(WIDTH)
        return made

    def _make_acts(self) -> None:
        def act(name: str, words: str, run: Any, key: str, icon: str) -> Act:
            made = Act(self.ctx, f"{_N}.{name}", (_C, words), run, key=key, icon=icon)
            self.acts.append(made)
            return made

        self._step = act(
            "step", QT_TRANSLATE_NOOP("Court", "New step"), self.new_record, "Ins", "plus"
        )
        self._change = act(
            "change", QT_TRANSLATE_NOOP("Court", "Correct…"), self.change, "Ctrl+R", "pencil"
        )
        self._back = act(
            "take_back", QT_TRANSLATE_NOOP("Court", "Take back"), self.take_back, "Ctrl+Del", "x"
        )
        self._pack = act(
            "pack",
            QT_TRANSLATE_NOOP("Court", "Hand-over pack…"),
            self.pack,
            "Ctrl+Shift+B",
            "folder-open",
        )
        self._evidence = act(
            "evidence",
            QT_TRANSLATE_NOOP("Court", "Evidence"),
            self.open_evidence,
            "Ctrl+Shift+E",
            "stamp",
        )

        words = QT_TRANSLATE_NOOP("Court", "List of evidence…")
        self._index = act("index", words, self.write_index, "Ctrl+Shift+D", "file-text")

    def _build(self) -> None:
        self.stack.addWidget(WholeRows(self.view))
        self.stack.addWidget(self.empty)
        self.side.addWidget(self.matter)
        for form in self.forms.values():
            self.side.addWidget(form)
        self.side.setFixedWidth(WIDTH)
        self.footer = Figures()
        self.matter.foot_row.addWidget(Button.of(self._step, kind="primary"))
        self.matter.foot_row.addWidget(Button.of(self._change, icon=False))
        self.matter.foot_row.addStretch(1)
        bar = pane(row(self.pills, None, margins=(12, 0, 16, 0)), height=39)
        acts = (self._pack, self._index, self._evidence, self._back)
        buttons = [Button.of(act, kind="small") for act in acts]
        foot = pane(row(self.footer, *buttons, margins=(16, 0, 16, 0)), role="head", height=32)
        left = QWidget()
        left.setLayout(column(bar, line(), self.stack, line(), foot))
        whole = row(left, line(vertical=True), self.side, gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.view)

    def _wire(self) -> None:
        self.pills.chosen.connect(lambda _state: self._show())
        self.view.chosen.connect(lambda _key: self.open_current())
        self.view.current_moved.connect(lambda _key: self._moved())
        self.matter.back_asked.connect(self.take_step_back)
        for form in self.forms.values():
            form.closed.connect(self.escape)
            form.kept.connect(self._kept)

    # showing

    def refresh(self, changes: Changes) -> None:
        """Read hand-overs and cases again."""
        if changes.records or changes.customers or changes.settings:
            day = self.ctx.as_of
            self.ctx.query(lambda reader: matters(reader, day), self._take, asker=self)

    def _take(self, found: list[Matter]) -> None:
        self._all = found
        counts = {key: sum(state(one) == key for one in found) for key in _STATES[1:]}
        words = dict(zip(_STATES, self._state_words(), strict=True))
        options = [Option("all", words["all"], len(found))]
        options += [Option(key, words[key], count) for key, count in counts.items() if count]
        self.pills.set_options(options)
        if self.pills.value() not in {one.value for one in options}:
            self.pills.set_value("all")
        self._show()

    def shown(self) -> list[Matter]:
        """Return the rows that the filter leaves."""
        wanted = self.pills.value() or "all"
        return [one for one in self._all if wanted in ("all", state(one))]

    def _show(self) -> None:
        rows = self.shown()
        self.model.show_rows(rows)
        self.stack.setCurrentIndex(0 if rows else 1)
        sums: dict[str, int] = {}
        for one in rows:
            sums[one.currency] = sums.get(one.currency, 0) + one.amount
        self.footer.show_figures(
            [
                Figure(translate("Court", "Rows"), fmt.count(len(rows))),
                Figure(translate("Court", "Principal"), sums_text(sums)),
            ]
        )
        if self._wanted is not None:
            self.view.select_id(self._wanted)
            self._wanted = None
        elif rows and self.view.current_id() is None:
            self.view.selectRow(0)
        self._moved()

    def current(self) -> Matter | None:
        """Return the row the cursor is on."""
        key = self.view.current_id()
        return None if key is None else self.model.cached(key)

    def _moved(self) -> None:
        found = self.current()
        if self.side.currentWidget() is self.matter:
            self.matter.show_row(found)
        for act in (self._step, self._change, self._back, self._evidence):
            act.setEnabled(found is not None)
        self._pack.setEnabled(found is not None and not found.is_case)
        self._index.setEnabled(found is not None and found.is_case)

    # acts

    def _open(self, key: str, record: Record[Any] | None, found: Matter) -> None:
        form = self.forms[key]
        self._matter_id = found.id
        self.side.setCurrentWidget(form)
        form.start(found.one.record.customer_id, record, base=found.currency)

    def new_record(self) -> None:
        """Show the form of a step of the current matter."""
        found = self.current()
        if found is None:
            return
        key = "case_step" if found.is_case else "hand_over_step"
        self._open(key, None, found)
        if isinstance(found.one, CaseStanding) and not self.forms[key].has_draft():
            last, route = found.one.last, found.one.record.value.route
            following = NEXT.get(last, last) if last else FIRST[route]
            self.forms[key].propose(step=following)

    def change(self) -> None:
        """Show the form to correct the current matter."""
        found = self.current()
        if found is not None:
            self._open("case" if found.is_case else "hand_over", found.one.record, found)

    def _keep_case_step(
        self, uow: UnitOfWork, value: CaseStep, *, dated_on: date, **more: Any
    ) -> OperationResult[int]:
        return keep_case_step(
            uow,
            value,
            case_id=self._matter_id,
            dated_on=dated_on,
            today=self.ctx.today,
            files=more.get("files", ()),
        )

    def _keep_step(
        self, uow: UnitOfWork, value: HandOverStep, *, dated_on: date, **more: Any
    ) -> OperationResult[int]:
        return keep_hand_over_step(
            uow, value, hand_over_id=self._matter_id, dated_on=dated_on, **more
        )

    def take_step_back(self, step: Record[Any]) -> None:
        """Take a step back, with what it meant for limitation and interest."""
        ctx, said = self.ctx, translate("Court", "Step taken back, with what followed from it")
        if isinstance(step.value, CaseStep):
            ctx.act(take_back_case_step, step.id, ctx.today, asker=self, notice=said)
        else:
            kind = HandOverStep
            ctx.act(take_back_record, kind, step.id, ctx.today, asker=self, notice=said)

    def take_back(self) -> None:
        """Take the current matter back; one with steps is ended by a step instead."""
        found = self.current()
        if found is None:
            return
        if found.one.steps:
            self.ctx.notify(
                Notice(
                    translate(
                        "Court",
                        "It has steps: record its end as a step, or take the steps back first.",
                    ),
                    tone="error",
                )
            )
            return
        kind = CourtCase if found.is_case else HandOver
        said = translate("Court", "Taken back")
        self.ctx.act(take_back_record, kind, found.id, self.ctx.today, asker=self, notice=said)

    def pack(self) -> None:
        """Make the pack of the current hand-over."""
        found = self.current()
        if found is not None and not found.is_case:
            self.output.save_pack(found.one.record)  # type: ignore[arg-type]

    def open_evidence(self) -> None:
        """Open the evidence of the current customer."""
        found = self.current()
        if found is not None:
            self.ctx.navigate(f"customer/{found.customer.id}/log/evidence")

    def write_index(self) -> None:
        """Begin the list of evidence of the current case, with what the file holds."""
        found = self.current()
        if found is not None and found.is_case:
            self.ctx.navigate(f"customer/{found.customer.id}/letters/evidence_index:{found.id}")

    def open_current(self) -> None:
        """Open the customer of the current row."""
        found = self.current()
        if found is not None:
            self.ctx.navigate(f"customer/{found.customer.id}/log")

    def _kept(self, record_id: int) -> None:
        form = self.side.currentWidget()
        if form in (self.forms["case"], self.forms["hand_over"]):
            self._wanted = record_id
        self.escape()

    def escape(self) -> bool:
        """Show the matter again; what is typed stays. False where it was shown."""
        if self.side.currentWidget() is self.matter:
            return False
        self.side.setCurrentWidget(self.matter)
        self._moved()
        self.view.setFocus()
        return True

    def has_draft(self) -> bool:
        """Whether something typed is not kept."""
        return any(form.has_draft() for form in self.forms.values())

    # common acts

    def offers(self) -> set[str]:
        """Return the common acts: new, copy."""
        return {"new", "copy"}

    def copy(self) -> None:
        """Copy the selection, or all that is shown, as text."""
        rows = [one for key in self.view.selected_ids() if (one := self.model.cached(key))]
        text = clip_text(self.model.columns, rows or self.shown(), self.ctx.language)
        QApplication.clipboard().setText(text)

    def help_text(self) -> str:
        """Explain the tab."""
        return translate(
            "Court",
            "<p>Claims handed over to agencies and lawyers, and cases before the courts. Begin "
            "one on the customer's page: collection log, Evidence.</p><p>The days of a case "
            "follow from its steps: a payment order (5, 15 and 15 days), a suit within 30 days "
            "of preservation, enforcement within 2 years, a claim in bankruptcy. A filing "
            "starts the limitation anew; interest stops on the day a bankruptcy is accepted. "
            "This is a reminder, not legal advice.</p>",
        )

    # words

    def _state_words(self) -> tuple[str, ...]:
        return (
            translate("Court", "All"),
            translate("Court", "Cases"),
            translate("Court", "Handed over"),
            translate("Court", "Ended"),
        )

    def _empty_words(self) -> tuple[str, str]:
        return (
            translate("Court", "No hand-overs and no cases"),
            translate(
                "Court", "Begin one on a customer's page: collection log, Evidence, tick invoices."
            ),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.pills.setAccessibleName(translate("Court", "State"))
        self.view.setAccessibleName(translate("Court", "Hand-overs and cases"))
        self.view.widths.reset()
        self.empty.retranslate()
        self.matter.retranslate()
        for form in self.forms.values():
            form.retranslate()
        self._take(self._all)


def _clear(layout: Any) -> None:
    while (item := layout.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.deleteLater()
