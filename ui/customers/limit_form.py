"""The forms beside a customer's limits: applying for credit, and setting the stage."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from domain.changes import OperationResult
from domain.credit.approval import Standing, State
from domain.credit.stages import DEPOSIT, RelationshipStage, Stage
from domain.ports import UnitOfWork
from domain.services import approvals
from domain.services.approvals import Request
from domain.services.stages import set_stage
from ui import limit_words as words
from ui.context import AppContext
from ui.marks import translate
from ui.widgets.button import Button
from ui.widgets.fields import (
    AmountEdit,
    DateEdit,
    Field,
    needed,
    unclear_amount,
    unclear_date,
)
from ui.widgets.form import FormFrame

_RETRY: Final = (State.DRAFT, State.RETURNED)


class ApplyForm(FormFrame):
    """Amount, how long, terms, reason; kept as a draft or sent to the first level."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "customer.limits.form")
        self.places = {
            "limit.bad": "minor",
            "terms.unreadable": "terms",
            "money.too_many_decimals": "minor",
        }
        self._customer_id: int | None = None
        self._replaces: int | None = None
        self._typed = False
        self.minor = AmountEdit(name="customer.limits.form.minor")
        self.unlimited = _box("customer.limits.form.unlimited")
        self.top_up = _box("customer.limits.form.top_up")
        self.ends_on = DateEdit(None, ctx.today, name="customer.limits.form.ends_on")
        self.insured = AmountEdit(name="customer.limits.form.insured")
        self.terms = _line("customer.limits.form.terms")
        self.purchases = AmountEdit(name="customer.limits.form.purchases")
        self.reason = _line("customer.limits.form.reason")
        self.draft = Button(name="customer.limits.form.draft")
        self.foot_row.insertWidget(1, self.draft)
        self.draft.clicked.connect(lambda: self._send(submit=False))
        self.lay_out(self._made())
        self._wire()

    def _made(self) -> dict[str, Field]:
        return {
            "minor": Field(self.minor, lambda: translate("Limits", "Limit asked for"), above=True),
            "unlimited": Field(self.unlimited, lambda: "", label_width=0),
            "top_up": Field(self.top_up, lambda: "", label_width=0),
            "ends_on": Field(
                self.ends_on,
                lambda: translate("Limits", "Valid until"),
                above=True,
                hint=lambda: translate("Limits", "Empty: until another limit is granted"),
            ),
            "insured": Field(self.insured, lambda: translate("Limits", "Insured part"), above=True),
            "terms": Field(
                self.terms,
                lambda: translate("Limits", "Payment terms"),
                above=True,
                hint=lambda: translate("Limits", "Empty: unchanged"),
            ),
            "purchases": Field(
                self.purchases,
                lambda: translate("Limits", "Purchases a month"),
                above=True,
                hint=lambda: translate("Limits", "Empty: as the last twelve months"),
            ),
            "reason": Field(self.reason, lambda: translate("Limits", "Reason"), above=True),
        }

    def _wire(self) -> None:
        self.unlimited.toggled.connect(self.minor.setDisabled)
        self.unlimited.toggled.connect(self.top_up.setDisabled)
        self.top_up.toggled.connect(self.unlimited.setDisabled)
        for editor in (self.minor, self.insured, self.terms, self.purchases, self.reason):
            editor.textEdited.connect(lambda _text: self._touch())

    def _touch(self) -> None:
        self._typed = True

    def start(self, customer_id: int, currency: str, before: Standing | None) -> None:
        """Show the form; what was drafted or returned is gone on with."""
        again = before is not None and before.state in _RETRY
        self._customer_id = customer_id
        self._replaces = before.application.id if again and before is not None else None
        for edit in (self.minor, self.insured, self.purchases):
            edit.currency = currency
            edit.set_minor(None)
        for box in (self.unlimited, self.top_up):
            box.setChecked(False)
        self.ends_on.set_day(None)
        self.terms.clear()
        self.reason.clear()
        if again and before is not None:
            self._fill(before)
        self.title.setText(translate("Limits", "Apply for a limit"))
        self.errors_shown({})
        self._typed = False
        self.setFocusProxy(self.minor)
        self.minor.setFocus()

    def _fill(self, before: Standing) -> None:
        value = before.application.value
        self.minor.set_minor(value.minor)
        self.unlimited.setChecked(value.unlimited)
        self.top_up.setChecked(value.top_up)
        self.ends_on.set_day(value.ends_on)
        self.insured.set_minor(value.insured_minor or None)
        self.terms.setText(value.terms)
        self.purchases.set_minor(value.purchases_minor)
        self.reason.setText(value.reason)

    def has_draft(self) -> bool:
        """Whether something was typed."""
        return self._typed

    def submit(self) -> None:
        """Send the application in."""
        self._send(submit=True)

    def _send(self, *, submit: bool) -> None:
        asked = self._asked()
        if asked is None:
            return
        ctx, day, replaces = self.ctx, self.ctx.today, self._replaces

        def service(uow: UnitOfWork) -> OperationResult[int]:
            value = approvals.draft_application(ctx.reader, asked, ctx.user, day)
            return approvals.apply(
                uow, value, asked.customer_id, day, submit=submit, replaces_id=replaces
            )

        def done(_result: object) -> None:
            self._typed = False
            self.submitted.emit()

        said = translate("Limits", "Sent to the first level")
        if not submit:
            said = translate("Limits", "Draft kept")
        ctx.act(service, asker=self, notice=said, done=done, failed=self.refused)

    def _asked(self) -> Request | None:
        errors = {
            key: unclear_amount()
            for key, edit in (("insured", self.insured), ("purchases", self.purchases))
            if edit.is_unclear()
        }
        minor = self.minor.minor()
        if minor is None and not self.unlimited.isChecked():
            errors["minor"] = unclear_amount()
        if self.ends_on.is_unclear():
            errors["ends_on"] = unclear_date()
        elif self.top_up.isChecked() and self.ends_on.day() is None:
            errors["ends_on"] = needed()
        if not self.reason.text().strip():
            errors["reason"] = needed()
        if self.errors_shown(errors) or self._customer_id is None:
            return None
        return Request(
            customer_id=self._customer_id,
            currency=self.minor.currency,
            minor=0 if self.unlimited.isChecked() else minor or 0,
            unlimited=self.unlimited.isChecked(),
            top_up=self.top_up.isChecked(),
            ends_on=self.ends_on.day(),
            insured_minor=self.insured.minor() or 0,
            terms=self.terms.text().strip(),
            purchases_minor=self.purchases.minor(),
            reason=self.reason.text().strip(),
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.unlimited.setText(translate("Limits", "No limit"))
        self.top_up.setText(translate("Limits", "Top-up for a time"))
        self.title.setText(translate("Limits", "Apply for a limit"))
        self.do.set_words(translate("Limits", "Send in"))
        self.draft.set_words(translate("Limits", "Keep as draft"))


class StageForm(FormFrame):
    """The stage a customer deals in; its payment terms follow."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "customer.limits.stage_form")
        self.places = {"stage.bad_deposit": "deposit", "record.missing_field": "reason"}
        self._customer_id: int | None = None
        self.stage = QComboBox()
        self.stage.setObjectName("customer.limits.stage_form.stage")
        self.deposit = _line("customer.limits.stage_form.deposit")
        self.reason = _line("customer.limits.stage_form.reason")
        for name in words.stages():
            self.stage.addItem(name)
        self.lay_out(
            {
                "stage": Field(self.stage, lambda: translate("Limits", "Stage"), above=True),
                "deposit": Field(
                    self.deposit, lambda: translate("Limits", "Deposit in percent"), above=True
                ),
                "reason": Field(self.reason, lambda: translate("Limits", "Reason"), above=True),
            }
        )
        self.stage.currentIndexChanged.connect(lambda _place: self._follow())

    def start(self, customer_id: int, now: RelationshipStage | None) -> None:
        """Show the form for a customer."""
        self._customer_id = customer_id
        self.stage.setCurrentIndex(0 if now is None else int(now.stage))
        deposit = now.deposit_percent if now is not None and now.deposit_percent else DEPOSIT[0]
        self.deposit.setText(str(deposit))
        self.reason.clear()
        self.errors_shown({})
        self._follow()
        self.setFocusProxy(self.stage)
        self.stage.setFocus()

    def _follow(self) -> None:
        self.fields["deposit"].setVisible(self.stage.currentIndex() == Stage.DEPOSIT)

    def submit(self) -> None:
        """Set the stage from today on."""
        stage = Stage(self.stage.currentIndex())
        percent = 0
        errors = {}
        if stage is Stage.DEPOSIT:
            typed = self.deposit.text().strip().rstrip("%").strip()
            percent = int(typed) if typed.isdigit() else -1
            if percent not in DEPOSIT:
                errors["deposit"] = translate("Limits", "From 30 to 50")
        if not self.reason.text().strip():
            errors["reason"] = needed()
        if self.errors_shown(errors) or self._customer_id is None:
            return
        value = RelationshipStage(
            stage=stage,
            deposit_percent=percent,
            who=self.ctx.user,
            reason=self.reason.text().strip(),
        )
        self.ctx.act(
            set_stage,
            self._customer_id,
            value,
            self.ctx.today,
            asker=self,
            notice=translate("Limits", "Stage set; the payment terms follow"),
            done=lambda _result: self.submitted.emit(),
            failed=self.refused,
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.title.setText(translate("Limits", "Stage of the relationship"))
        self.do.set_words(translate("Limits", "Set"))
        for place, name in enumerate(words.stages()):
            self.stage.setItemText(place, name)


def _line(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    return made


def _box(name: str) -> QCheckBox:
    made = QCheckBox()
    made.setObjectName(name)
    return made
