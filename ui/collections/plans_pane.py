"""A customer's instalment plans: list, lines of the current one, the form."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from domain.changes import OperationResult
from domain.collecting.plan import PaymentPlan
from domain.listing import ItemRow
from domain.ports import BookReader
from domain.services.plans import PlanOn, plans_on, sign_plan
from domain.services.records import take_back_record
from ui import format as fmt
from ui.collections.plan_form import PlanForm
from ui.collections.plan_words import columns
from ui.context import AppContext, Notice
from ui.lists.short import short_list
from ui.lists.view import WholeRows
from ui.marks import translate
from ui.shell.ask import ask_reason
from ui.widgets.basic import column, label, line, pane, row, set_tone
from ui.widgets.button import Button
from ui.widgets.empty import EmptyState
from ui.widgets.text_table import TextTable


class PlansPane(QWidget):
    """Ins agrees on a plan, Enter on a new version of the current one, Del takes it back."""

    def __init__(self, ctx: AppContext, *, name: str) -> None:
        super().__init__()
        self.ctx = ctx
        self.customer_id: int | None = None
        self._items: Sequence[ItemRow] = ()
        self.title = label("heading")
        self.add = Button(name=f"{name}.add", kind="primary", icon="plus", key="Ins")
        self.again = Button(name=f"{name}.again", kind="small", icon="pencil")
        self.back = Button(name=f"{name}.back", kind="small", icon="undo-2")
        self.paper = Button(name=f"{name}.agreement", kind="small", icon="file-text")
        self.sign = Button(name=f"{name}.sign", kind="small", icon="stamp")
        self.waits = label("label", name=f"{name}.waits")
        self.model, self.view = short_list(
            ctx, columns(), lambda one: one.record.id, name=f"{name}.list"
        )
        self.lines = TextTable(name=f"{name}.lines")
        self.lines.setFixedHeight(204)
        self.form = PlanForm(ctx, f"{name}.form")
        self.form.hide()
        self.empty = EmptyState(f"{name}.empty")
        self.empty.set_up(self._empty_words)
        self.stack = QStackedWidget()
        self._build()
        self._wire()

    def _build(self) -> None:
        shown = QWidget()
        foot = pane(
            row(
                self.waits,
                None,
                *(self.paper, self.sign, self.again, self.back),
                margins=(16, 0, 16, 0),
            ),
            height=36,
        )
        shown.setLayout(column(WholeRows(self.view), line(), self.lines, foot))
        self.stack.addWidget(shown)
        self.stack.addWidget(self.empty)
        bar = pane(row(self.title, None, self.add, margins=(16, 0, 16, 0)), height=43)
        left = QWidget()
        left.setLayout(column(bar, line(), self.stack))
        whole = row(left, line(vertical=True), self.form, gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.setFocusProxy(self.view)

    def _wire(self) -> None:
        self.add.clicked.connect(lambda: self._open(None))
        self.again.clicked.connect(self.renew)
        self.back.clicked.connect(self.take_back)
        self.paper.clicked.connect(self.write_agreement)
        self.sign.clicked.connect(self.ask_signature)
        self.view.chosen.connect(lambda _key: self.renew())
        self.view.current_moved.connect(lambda _key: self._show_lines())
        self.form.closed.connect(self.escape)
        self.form.submitted.connect(self.escape)
        for key, run in (("Ins", self.add.click), ("Del", self.take_back)):
            short = QShortcut(QKeySequence(key), self.view)
            short.setContext(Qt.ShortcutContext.WidgetShortcut)
            short.activated.connect(run)

    # showing

    def show_customer(self, customer_id: int | None) -> None:
        """Show a customer's plans as of the window's date."""
        if customer_id != self.customer_id:
            self.escape()
        self.customer_id = customer_id
        day = self.ctx.as_of
        if customer_id is None:
            return

        def read(reader: BookReader) -> tuple[list[PlanOn], list[ItemRow]]:
            items = [one for one in reader.open_items(day, customer_id=customer_id) if one.open > 0]
            return plans_on(reader, day, customer_id=customer_id), items

        self.ctx.query(read, self._show, asker=self)

    def _show(self, found: tuple[list[PlanOn], list[ItemRow]]) -> None:
        plans, self._items = found
        self.model.show_rows(plans)
        self.stack.setCurrentIndex(0 if plans else 1)
        if plans and self.view.current_id() is None:
            self.view.selectRow(0)
        self.add.setEnabled(bool(self._items))
        self._show_lines()

    def current(self) -> PlanOn | None:
        """Return the plan the cursor is on."""
        key = self.view.current_id()
        return None if key is None else self.model.cached(key)

    def _show_lines(self) -> None:
        found, language = self.current(), self.ctx.language
        headers = (
            translate("Plans", "Due on"),
            translate("Plans", "Principal"),
            translate("Plans", "Interest"),
            translate("Plans", "Paid"),
            translate("Plans", "Left"),
        )
        rows, late = [], set()
        for place, one in enumerate(found.standing.lines if found else ()):
            code = found.record.value.currency if found else ""
            figures = (one.line.principal, one.line.interest, one.paid, one.open)
            words = [fmt.money_or_dash(minor, code) for minor in figures]
            rows.append((fmt.day(one.line.due_on, language), *words))
            if one.open and one.line.due_on < self.ctx.as_of:
                late.add(place)
        self.lines.show_texts(headers, rows, right=(1, 2, 3, 4), marked=frozenset(late))
        self._show_waits(found)

    def _show_waits(self, found: PlanOn | None) -> None:
        """Say whose consent is missing, or who signed; offer what is still to be done."""
        plan = found.record.value if found else None
        words = {
            "insurer": translate("Plans", "the insurer's consent is missing"),
            "guarantor": translate("Plans", "the guarantor's consent is missing"),
        }
        told = [words[who] for who in plan.waits_for] if plan else []
        if plan and plan.signed_by:
            told.append(translate("Plans", "signed by {name}").format(name=plan.signed_by))
        self.waits.setText(" · ".join(told))
        set_tone(self.waits, "amber" if plan and plan.waits_for else "")
        self.paper.setEnabled(plan is not None)
        self.sign.setEnabled(plan is not None and not plan.signed_by)

    # acts

    def _open(self, found: PlanOn | None) -> None:
        if self.customer_id is None or not self._items:
            return
        self.form.show()
        self.form.start(self.customer_id, list(self._items), found.record if found else None)

    def renew(self) -> None:
        """Agree on a new version of the current plan."""
        found = self.current()
        if found is not None:
            self._open(found)

    def write_agreement(self) -> None:
        """Write the repayment agreement of the current plan."""
        found = self.current()
        if found is not None:
            part = f"repayment_agreement:{found.record.id}"
            self.ctx.navigate(f"customer/{self.customer_id}/letters/{part}")

    def ask_signature(self) -> None:
        """Ask who signed for the debtor, and mark the plan as signed today."""
        found = self.current()
        if found is None:
            return
        title = translate("Plans", "Who signed the agreement?")
        text = translate(
            "Plans",
            "A signed plan acknowledges the debt: the limitation of its invoices starts anew "
            "today. Keep the signed copy with the customer's attachments.",
        )
        name = ask_reason(self, title, text, translate("Plans", "Mark as signed"))
        if name:
            self.mark_signed(found, name)

    def mark_signed(self, found: PlanOn, name: str) -> None:
        """Mark a plan as signed."""
        said = translate("Plans", "Marked as signed; the limitation starts anew")
        today = self.ctx.today
        self.ctx.act(sign_plan, found.record.id, name, today, today, asker=self, notice=said)

    def take_back(self) -> None:
        """Take the current plan back."""
        found = self.current()
        if found is None:
            return
        said = translate("Plans", "Plan taken back; its invoices are chased again")

        def told(_result: OperationResult[int]) -> Notice:
            return Notice(said)

        self.ctx.act(
            take_back_record, PaymentPlan, found.record.id, self.ctx.today, asker=self, notice=told
        )

    def escape(self) -> bool:
        """Close the form; False where it was closed."""
        if self.form.isHidden():
            return False
        self.form.hide()
        self.view.setFocus()
        return True

    def has_draft(self) -> bool:
        """Whether a plan is being typed."""
        return not self.form.isHidden()

    # words

    def _empty_words(self) -> tuple[str, str]:
        return (
            translate("Plans", "No instalment plan"),
            translate(
                "Plans",
                "A plan spreads what is overdue over agreed days. While it is kept its invoices "
                "are not chased; their age goes on.",
            ),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.title.setText(translate("Plans", "Instalment plans"))
        self.add.set_words(translate("Plans", "Add"))
        self.again.set_words(translate("Plans", "New version"))
        self.back.set_words(translate("Plans", "Take back"))
        self.paper.set_words(translate("Plans", "Agreement…"))
        self.sign.set_words(translate("Plans", "Signed…"))
        self.view.setAccessibleName(translate("Plans", "Instalment plans"))
        self.view.widths.reset()
        self.empty.retranslate()
        self.form.retranslate()
        self._show_lines()
