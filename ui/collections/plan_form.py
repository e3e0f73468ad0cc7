"""The form of an instalment plan: what it covers, its lines as they will be."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from domain.changes import OperationResult
from domain.collecting.plan import (
    GIVEN,
    NEEDED,
    PaymentPlan,
    PenaltyTerms,
    PlanLine,
    PlanMethod,
    schedule,
)
from domain.errors import BadSchedule
from domain.letters.writing import listed
from domain.listing import ItemRow
from domain.record import Record
from domain.services.plans import Consents, agree_plan, consents
from domain.terms import day_of_month
from ui import format as fmt
from ui.collections.plan_words import METHODS, PENALTIES, method_word, penalty_word
from ui.context import AppContext, Notice
from ui.marks import translate
from ui.widgets.basic import label, set_tone
from ui.widgets.fields import AmountEdit, DateEdit, Field, needed
from ui.widgets.form import FormFrame
from ui.widgets.text_table import TextTable

_ITEM = Qt.ItemDataRole.UserRole


class PlanForm(FormFrame):
    """Agrees on a plan, or on a new version of one."""

    def __init__(self, ctx: AppContext, name: str) -> None:
        super().__init__(ctx, name)
        self.places = {"plan.bad_schedule": "first", "allocation.exceeds_open": "principal"}
        self._customer_id = 0
        self._record: Record[PaymentPlan] | None = None
        self.agreed = DateEdit(ctx.today, ctx.today, name=f"{name}.agreed")
        self.items = QListWidget()
        self.items.setObjectName(f"{name}.items")
        self.items.setFixedHeight(120)
        self.principal = AmountEdit(name=f"{name}.principal")
        self.method = _combo(f"{name}.method", METHODS)
        self.rate = _edit(f"{name}.rate", "0")
        self.count = _edit(f"{name}.count", "6")
        self.first = DateEdit(None, ctx.today, name=f"{name}.first")
        self.grace = _edit(f"{name}.grace", "5")
        self.penalty = _combo(f"{name}.penalty", PENALTIES)
        self.accelerates = QCheckBox()
        self.accelerates.setObjectName(f"{name}.accelerates")
        self.accelerates.setChecked(True)
        self.guarantor = _edit(f"{name}.guarantor", "")
        self.insurer_consent = _consent(f"{name}.insurer_consent")
        self.guarantor_consent = _consent(f"{name}.guarantor_consent")
        self.needs = label("label", name=f"{name}.needs", wrap=True)
        self._consents = Consents()
        self.lines = TextTable(name=f"{name}.lines")
        self.lines.setFixedHeight(176)
        self.lay_out(self._made_fields())
        self._wire()

    def _made_fields(self) -> dict[str, Field]:
        words: dict[str, tuple[QWidget, Callable[[], str]]] = {
            "agreed": (self.agreed, lambda: translate("Plans", "Agreed on")),
            "items": (self.items, lambda: translate("Plans", "Invoices it covers")),
            "principal": (self.principal, lambda: translate("Plans", "Principal")),
            "method": (self.method, lambda: translate("Plans", "Method")),
            "rate": (self.rate, lambda: translate("Plans", "Interest, % a year")),
            "count": (self.count, lambda: translate("Plans", "Number of instalments")),
            "first": (self.first, lambda: translate("Plans", "First due on")),
            "lines": (self.lines, lambda: translate("Plans", "Schedule")),
            "grace": (self.grace, lambda: translate("Plans", "Days of grace")),
            "penalty": (self.penalty, lambda: translate("Plans", "Penalty for the time before")),
            "accelerates": (self.accelerates, lambda: translate("Plans", "On default")),
            "guarantor": (self.guarantor, lambda: translate("Plans", "Guarantor")),
            "needs": (self.needs, lambda: translate("Plans", "Consent needed")),
            "insurer_consent": (
                self.insurer_consent,
                lambda: translate("Plans", "Insurer"),
            ),
            "guarantor_consent": (
                self.guarantor_consent,
                lambda: translate("Plans", "Guarantor in writing"),
            ),
        }
        return {key: Field(editor, said, above=True) for key, (editor, said) in words.items()}

    def _wire(self) -> None:
        self.items.itemChanged.connect(lambda _item: self._sum_items())
        for edit in (self.principal, self.rate, self.count):
            edit.textEdited.connect(lambda _text: self._show_lines())
        self.method.currentIndexChanged.connect(lambda _at: self._show_lines())
        self.first.changed.connect(lambda _on: self._show_lines())
        self.agreed.changed.connect(lambda _on: self._show_lines())

    # showing

    def start(
        self, customer_id: int, rows: list[ItemRow], record: Record[PaymentPlan] | None
    ) -> None:
        """Show the form over a customer's open debits; ``record`` is to be replaced."""
        self._customer_id, self._record = customer_id, record
        self._show_items(rows, record)
        self.agreed.set_day(self.ctx.today)
        self.first.set_day(_month_end(self.ctx.today, 1))
        if record is not None:
            self._fill(record.value)
        self.retranslate()
        self.errors_shown({})
        self._sum_items()
        self.agreed.setFocus()

    def _show_items(self, rows: list[ItemRow], record: Record[PaymentPlan] | None) -> None:
        self.items.blockSignals(True)
        self.items.clear()
        currency = rows[0].currency if rows else "CNY"
        self.principal.currency = currency
        for one in rows:
            if one.currency != currency:
                continue
            said = f"{one.label}  {fmt.money(listed(one), one.currency)}"
            entry = QListWidgetItem(said)
            entry.setData(_ITEM, one)
            late = (one.days_overdue or 0) > 0 and listed(one) > 0
            chosen = one.id in record.item_ids if record else late
            state = Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
            entry.setCheckState(state)
            self.items.addItem(entry)
        self.items.blockSignals(False)

    def _fill(self, plan: PaymentPlan) -> None:
        self.method.setCurrentIndex(max(0, self.method.findData(plan.method)))
        self.rate.setText(str(plan.rate))
        self.grace.setText(str(plan.grace_days))
        self.penalty.setCurrentIndex(max(0, self.penalty.findData(plan.penalty)))
        self.accelerates.setChecked(plan.accelerates)
        self.guarantor.setText(plan.guarantor)
        self.insurer_consent.setChecked(plan.insurer_consent == GIVEN)
        self.guarantor_consent.setChecked(plan.guarantor_consent == GIVEN)

    def chosen(self) -> list[ItemRow]:
        """Return the items ticked."""
        every = [self.items.item(at) for at in range(self.items.count())]
        return [one.data(_ITEM) for one in every if one.checkState() == Qt.CheckState.Checked]

    def _sum_items(self) -> None:
        self.principal.set_minor(sum(listed(one) for one in self.chosen()))
        self._show_lines()

    # the schedule

    def made_lines(self) -> tuple[PlanLine, ...]:
        """Return the lines as typed; none while something is unclear."""
        agreed, first = self.agreed.day(), self.first.day()
        principal, count, rate = self.principal.minor(), _whole(self.count), _rate(self.rate)
        if agreed is None or first is None or principal is None or count is None or rate is None:
            return ()
        step = _month_end if _is_end(first) else _ahead
        days = [step(first, ahead) for ahead in range(count)]
        try:
            return schedule(
                principal,
                agreed,
                days,
                method=PlanMethod(self.method.currentData()),
                rate=rate,
            )
        except BadSchedule:
            return ()

    def _show_lines(self) -> None:
        currency, language = self.principal.currency, self.ctx.language
        headers = (
            translate("Plans", "Due on"),
            translate("Plans", "Principal"),
            translate("Plans", "Interest"),
            translate("Plans", "Together"),
        )
        rows = [
            (
                fmt.day(one.due_on, language),
                fmt.money(one.principal, currency),
                fmt.money_or_dash(one.interest, currency),
                fmt.money(one.total, currency),
            )
            for one in self.made_lines()
        ]
        self.lines.show_texts(headers, rows, right=(1, 2, 3))
        self._ask_consents()

    # consent

    def _ask_consents(self) -> None:
        """Ask whose consent a plan until its last day needs."""
        lines, ids = self.made_lines(), [one.id for one in self.chosen()]
        if not lines or not ids:
            self._show_consents(Consents())
            return
        last, day, customer_id = lines[-1].due_on, self.ctx.today, self._customer_id

        def here(found: Consents) -> None:
            if self._customer_id == customer_id:
                self._show_consents(found)

        self.ctx.query(
            lambda reader: consents(reader, customer_id, ids, last, day), here, asker=self
        )

    def _show_consents(self, found: Consents) -> None:
        self._consents = found
        told = [
            translate(
                "Plans", "{number}: beyond {date}, the longest extension of policy {policy}"
            ).format(
                number=one.number,
                date=fmt.day(one.mep_ends_on, self.ctx.language),
                policy=one.policy,
            )
            for one in found.insurer
        ]
        told += [
            translate(
                "Plans",
                "{name} guarantees the debt: another term binds the guarantor with written "
                "consent only (Civil Code 695)",
            ).format(name=name)
            for name in found.guarantors
        ]
        self.needs.setText("\n".join(told))
        set_tone(self.needs, "amber")
        self.fields["needs"].setVisible(bool(told))
        self.fields["insurer_consent"].setVisible(bool(found.insurer))
        self.fields["guarantor_consent"].setVisible(bool(found.guarantors))

    # keeping

    def _errors(self) -> dict[str, str]:
        errors = {}
        for key, day in (("agreed", self.agreed.day()), ("first", self.first.day())):
            if day is None:
                errors[key] = needed()
        if not self.chosen():
            errors["items"] = translate("Plans", "Tick the invoices that the plan covers")
        if _whole(self.count) is None:
            errors["count"] = translate("Plans", "Type a number from 1 to 120")
        if _rate(self.rate) is None:
            errors["rate"] = translate("Plans", "Type a rate such as 4.5")
        if _whole(self.grace, least=0) is None:
            errors["grace"] = translate("Plans", "Type a number of days")
        if not errors and not self.made_lines():
            errors["first"] = translate("Plans", "The first day must not be before the agreement")
        return errors

    def submit(self) -> None:
        """Check what is typed and keep the plan."""
        agreed = self.agreed.day()
        if self.errors_shown(self._errors()) or agreed is None:
            return
        lines = self.made_lines()
        plan = PaymentPlan(
            currency=self.principal.currency,
            principal=sum(line.principal for line in lines),
            lines=lines,
            method=PlanMethod(self.method.currentData()),
            rate=_rate(self.rate) or Decimal(0),
            penalty=PenaltyTerms(self.penalty.currentData()),
            grace_days=_whole(self.grace, least=0) or 0,
            accelerates=self.accelerates.isChecked(),
            guarantor=self.guarantor.text().strip(),
            insurer_consent=_said(self.insurer_consent, needed=bool(self._consents.insurer)),
            guarantor_consent=_said(self.guarantor_consent, needed=bool(self._consents.guarantors)),
        )
        self.ctx.act(
            agree_plan,
            self._customer_id,
            plan,
            agreed,
            [one.id for one in self.chosen()],
            self._record.id if self._record else None,
            asker=self,
            notice=self._told,
            done=lambda _result: self.submitted.emit(),
            failed=self.refused,
        )

    def _told(self, _result: OperationResult[int]) -> Notice:
        return Notice(translate("Plans", "Plan kept; its invoices are not chased while it is"))

    # words

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.do.set_words(translate("Plans", "Keep the plan"))
        self.title.setText(
            translate("Plans", "New version of the plan")
            if self._record
            else translate("Plans", "New instalment plan")
        )
        self.accelerates.setText(translate("Plans", "all that is left falls due at once"))
        for box in (self.insurer_consent, self.guarantor_consent):
            box.setText(translate("Plans", "has consented"))
        for at in range(self.method.count()):
            self.method.setItemText(at, method_word(self.method.itemData(at)))
        for at in range(self.penalty.count()):
            self.penalty.setItemText(at, penalty_word(self.penalty.itemData(at)))
        self._show_lines()


def _combo(name: str, values: Iterable[str]) -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    for value in values:
        made.addItem("", value)
    return made


def _consent(name: str) -> QCheckBox:
    made = QCheckBox()
    made.setObjectName(name)
    return made


def _said(box: QCheckBox, *, needed: bool) -> str:
    """Return what the plan says of a consent: "" where none is needed."""
    if not needed:
        return ""
    return GIVEN if box.isChecked() else NEEDED


def _edit(name: str, text: str) -> QLineEdit:
    made = QLineEdit(text)
    made.setObjectName(name)
    return made


def _whole(edit: QLineEdit, *, least: int = 1) -> int | None:
    text = edit.text().strip()
    return int(text) if text.isdecimal() and least <= int(text) <= 120 else None


def _rate(edit: QLineEdit) -> Decimal | None:
    try:
        found = Decimal(edit.text().strip().rstrip("%") or "0")
    except InvalidOperation:
        return None
    return found if 0 <= found <= 100 else None


def _is_end(on: date) -> bool:
    return day_of_month(on.year, on.month, 31) == on


def _month_end(on: date, ahead: int) -> date:
    return day_of_month(on.year, on.month + ahead, 31)


def _ahead(on: date, ahead: int) -> date:
    return day_of_month(on.year, on.month + ahead, on.day)
