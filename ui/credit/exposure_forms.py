"""Forms beside a customer's exposure: orders, deliveries, holds, overrides."""

from __future__ import annotations

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QLineEdit

from domain.changes import OperationResult
from domain.credit.check import CheckResult
from domain.credit.holds import CreditHold, Ground, HoldState, Scope
from domain.credit.orders import OpenOrder, OrderState
from domain.credit.overrides import CreditOverride
from domain.services import credit_holds, credit_orders
from domain.services.records import take_back_record
from ui import format as fmt
from ui import labels
from ui.context import AppContext, Notice
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.basic import line_edit
from ui.widgets.fields import AmountEdit, DateEdit, Field, needed, unclear_amount, unclear_date
from ui.widgets.form import FormFrame

_SCOPES = {
    Scope.BOTH: QT_TRANSLATE_NOOP("Exposure", "Orders and deliveries"),
    Scope.ORDERS: QT_TRANSLATE_NOOP("Exposure", "New orders only"),
    Scope.DELIVERIES: QT_TRANSLATE_NOOP("Exposure", "Deliveries only"),
}
_GROUNDS = {
    Ground.NONE: QT_TRANSLATE_NOOP("Exposure", "None: nothing is owed yet"),
    Ground.SIMULTANEOUS: QT_TRANSLATE_NOOP("Exposure", "Art. 525: both perform at once"),
    Ground.FIRST: QT_TRANSLATE_NOOP("Exposure", "Art. 526: the customer performs first"),
    Ground.INSECURITY: QT_TRANSLATE_NOOP("Exposure", "Art. 527: its means fail, proved"),
}


class ExposureForm(FormFrame):
    """A form about one customer."""

    def __init__(self, ctx: AppContext, name: str) -> None:
        super().__init__(ctx, f"exposure.{name}")
        self._name = name
        self.customer_id: int | None = None

    def edit(self, name: str) -> QLineEdit:
        """Return a line of text of the form."""
        return line_edit(f"exposure.{self._name}.{name}")

    def day(self, name: str, *, today: bool = True) -> DateEdit:
        """Return a day of the form."""
        on = self.ctx.today
        return DateEdit(on if today else None, on, name=f"exposure.{self._name}.{name}")

    def day_error(self, edit: DateEdit, *, may_be_empty: bool = False) -> dict[str, str]:
        """Return what is wrong with a day, by the last part of its name."""
        name = edit.objectName().rpartition(".")[2]
        if edit.is_unclear():
            return {name: unclear_date()}
        return {} if may_be_empty or edit.day() is not None else {name: needed()}

    def booked(self, _result: OperationResult[int]) -> None:
        """Empty the form and close it."""
        for edit in self.findChildren(QLineEdit):
            if not isinstance(edit, DateEdit):
                edit.clear()
        self.submitted.emit()


class OrderForm(ExposureForm):
    """Take an order down; a blocked one is refused with its reasons."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "order")
        self.places = {
            "document.duplicate_number": "number",
            "document.wrong_sign": "amount",
            "credit.blocked": "amount",
        }
        self.number, self.note = self.edit("number"), self.edit("note")
        self.on, self.expected = self.day("on"), self.day("expected", today=False)
        self.currency = QComboBox()
        self.currency.setObjectName("exposure.order.currency")
        self.amount = AmountEdit(name="exposure.order.amount")
        self.days = self.edit("days")
        self.days.setValidator(QIntValidator(0, 3650, self))
        for code in labels.currencies():
            self.currency.addItem(code, code)
        self.currency.currentIndexChanged.connect(self._follow_currency)
        words = {
            "number": (self.number, lambda: translate("Exposure", "Order number")),
            "on": (self.on, lambda: translate("Exposure", "Ordered on")),
            "currency": (self.currency, lambda: translate("Exposure", "Currency")),
            "amount": (self.amount, lambda: translate("Exposure", "Amount with tax")),
            "days": (self.days, lambda: translate("Exposure", "Days of credit")),
            "expected": (self.expected, lambda: translate("Exposure", "Expected delivery")),
            "note": (self.note, lambda: translate("Exposure", "Note")),
        }
        self.lay_out({key: Field(one, say, above=True) for key, (one, say) in words.items()})

    def start(self, customer_id: int, currency: str) -> None:
        """Show the form for a customer."""
        self.customer_id = customer_id
        if self.currency.findData(currency) < 0:
            self.currency.addItem(currency, currency)
        self.currency.setCurrentIndex(self.currency.findData(currency))
        self.errors_shown({})
        self.number.setFocus()

    def _follow_currency(self) -> None:
        self.amount.currency = str(self.currency.currentData())

    def submit(self) -> None:
        """Take the order down."""
        errors = {**self.day_error(self.on), **self.day_error(self.expected, may_be_empty=True)}
        if not self.number.text().strip():
            errors["number"] = needed()
        if (self.amount.minor() or 0) <= 0:
            errors["amount"] = unclear_amount()
        minor, on, customer_id = self.amount.minor(), self.on.day(), self.customer_id
        if self.errors_shown(errors) or not minor or on is None or customer_id is None:
            return
        value = OpenOrder(
            number=self.number.text().strip(),
            currency=str(self.currency.currentData()),
            amount=minor,
            ordered_on=on,
            expected_on=self.expected.day(),
            note=self.note.text().strip(),
        )
        self.ctx.act(
            credit_orders.take_order,
            customer_id,
            value,
            days=int(self.days.text()) if self.days.text() else None,
            asker=self,
            notice=self._told,
            done=self.booked,
            failed=self.refused,
        )

    def _told(self, result: OperationResult[int]) -> Notice:
        ctx, record_id = self.ctx, result.value
        said = translate("Exposure", "Order taken")
        back = translate("Exposure", "The order was taken back")

        def undo() -> None:
            ctx.act(take_back_record, OpenOrder, record_id, ctx.today, asker=ctx, notice=back)

        return Notice(said, translate("Exposure", "Undo"), undo)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.title.setText(translate("Exposure", "New order"))
        self.do.set_words(translate("Exposure", "Take the order"))
        self.days.setPlaceholderText(translate("Exposure", "not said"))


class DeliverForm(ExposureForm):
    """Take down what of an order was delivered."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "deliver")
        self.places = {"document.wrong_sign": "amount"}
        self._state: OrderState | None = None
        self.on, self.amount = self.day("on"), AmountEdit(name="exposure.deliver.amount")
        self.lay_out(
            {
                "amount": Field(
                    self.amount, lambda: translate("Exposure", "Delivered, with tax"), above=True
                ),
                "on": Field(self.on, lambda: translate("Exposure", "Delivered on"), above=True),
            }
        )

    def start(self, state: OrderState) -> None:
        """Show the form for an order; all that is left of it is offered."""
        self._state, self.customer_id = state, state.customer_id
        self.amount.currency = state.order.currency
        self.amount.set_minor(state.to_deliver)
        said = translate("Exposure", "Delivery of {number}")
        self.title.setText(said.format(number=state.order.number))
        self.errors_shown({})
        self.amount.setFocus()

    def submit(self) -> None:
        """Take the delivery down."""
        errors = self.day_error(self.on)
        minor, on, state = self.amount.minor(), self.on.day(), self._state
        if not minor:
            errors["amount"] = unclear_amount()
        if self.errors_shown(errors) or not minor or on is None or state is None:
            return
        self.ctx.act(
            credit_orders.deliver,
            state.customer_id,
            state.order.number,
            minor,
            on,
            asker=self,
            notice=translate("Exposure", "Delivery recorded"),
            done=self.booked,
            failed=self.refused,
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.do.set_words(translate("Exposure", "Record"))


class HoldForm(ExposureForm):
    """Put a customer on hold: what stops, on which ground, what cures it."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "hold")
        self.places = {"credit.ends_early": "cure_by"}
        self.on, self.cure_by = self.day("on"), self.day("cure_by", today=False)
        self.scope, self.ground = _combo("scope", _SCOPES), _combo("ground", _GROUNDS)
        names = ("reason", "clause", "proof", "cure", "held_by")
        self.texts = {name: self.edit(name) for name in names}
        words = {
            "reason": (self.texts["reason"], lambda: translate("Exposure", "Reason")),
            "scope": (self.scope, lambda: translate("Exposure", "What stops")),
            "on": (self.on, lambda: translate("Exposure", "From")),
            "ground": (self.ground, lambda: translate("Exposure", "Ground in law (Civil Code)")),
            "clause": (
                self.texts["clause"],
                lambda: translate("Exposure", "Clause of the contract"),
            ),
            "proof": (self.texts["proof"], lambda: translate("Exposure", "Proof")),
            "cure": (self.texts["cure"], lambda: translate("Exposure", "What lifts it")),
            "cure_by": (self.cure_by, lambda: translate("Exposure", "To be done by")),
            "held_by": (self.texts["held_by"], lambda: translate("Exposure", "Asked for by")),
        }
        self.lay_out({key: Field(one, say, above=True) for key, (one, say) in words.items()})

    def start(self, customer_id: int) -> None:
        """Show the form for a customer."""
        self.customer_id = customer_id
        if not self.texts["held_by"].text():
            self.texts["held_by"].setText(self.ctx.user)
        self.errors_shown({})
        self.texts["reason"].setFocus()

    def submit(self) -> None:
        """Put the customer on hold."""
        errors = {**self.day_error(self.on), **self.day_error(self.cure_by, may_be_empty=True)}
        for name in ("reason", "held_by"):
            if not self.texts[name].text().strip():
                errors[name] = needed()
        on, customer_id = self.on.day(), self.customer_id
        if self.errors_shown(errors) or on is None or customer_id is None:
            return
        value = CreditHold(
            scope=Scope(self.scope.currentData()),
            ground=Ground(self.ground.currentData()),
            cure_by=self.cure_by.day(),
            **{name: edit.text().strip() for name, edit in self.texts.items()},
        )
        self.ctx.act(
            credit_holds.hold,
            customer_id,
            value,
            on,
            asker=self,
            notice=translate("Exposure", "On hold; new orders are refused until it is released"),
            done=self.booked,
            failed=self.refused,
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.title.setText(translate("Exposure", "Put on hold"))
        self.do.set_words(translate("Exposure", "Put on hold"))
        self.texts["cure"].setPlaceholderText(
            translate("Exposure", "empty: payment of what is overdue, or security")
        )
        for combo, words in ((self.scope, _SCOPES), (self.ground, _GROUNDS)):
            for at, text in enumerate(words.values()):
                combo.setItemText(at, translate("Exposure", text))


class ReleaseForm(ExposureForm):
    """Release a hold; another person than the one who asked for it."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "release")
        self.places = {"credit.same_person": "released_by", "credit.ends_early": "on"}
        self._hold: HoldState | None = None
        self.on = self.day("on")
        self.reason, self.by = self.edit("reason"), self.edit("released_by")
        words = {
            "reason": (self.reason, lambda: translate("Exposure", "Reason")),
            "released_by": (self.by, lambda: translate("Exposure", "Released by")),
            "on": (self.on, lambda: translate("Exposure", "From")),
        }
        self.lay_out({key: Field(one, say, above=True) for key, (one, say) in words.items()})

    def start(self, hold: HoldState) -> None:
        """Show the form for a hold."""
        self._hold = hold
        if self.ctx.user != hold.hold.value.held_by and not self.by.text():
            self.by.setText(self.ctx.user)
        self.errors_shown({})
        self.reason.setFocus()

    def submit(self) -> None:
        """Release the hold."""
        errors = self.day_error(self.on)
        for name, edit in (("reason", self.reason), ("released_by", self.by)):
            if not edit.text().strip():
                errors[name] = needed()
        on, hold = self.on.day(), self._hold
        if self.errors_shown(errors) or on is None or hold is None:
            return
        self.ctx.act(
            credit_holds.release,
            hold.hold.id,
            self.reason.text().strip(),
            self.by.text().strip(),
            on,
            asker=self,
            notice=translate("Exposure", "Hold released"),
            done=self.booked,
            failed=self.refused,
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.title.setText(translate("Exposure", "Release the hold"))
        self.do.set_words(translate("Exposure", "Release"))


class OverrideForm(ExposureForm):
    """Sell in spite of the check: two persons, a ceiling, an end."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "override")
        self.places = {
            "credit.same_person": "allowed_by",
            "credit.ends_early": "until",
            "document.wrong_sign": "ceiling",
        }
        self._result: CheckResult | None = None
        self.ceiling = AmountEdit(name="exposure.override.ceiling")
        self.until = self.day("until", today=False)
        names = ("reason", "asked_by", "allowed_by")
        self.texts = {name: self.edit(name) for name in names}
        words = {
            "ceiling": (self.ceiling, self._ceiling_words),
            "until": (self.until, lambda: translate("Exposure", "Until")),
            "reason": (self.texts["reason"], lambda: translate("Exposure", "Reason")),
            "asked_by": (self.texts["asked_by"], lambda: translate("Exposure", "Asked for by")),
            "allowed_by": (self.texts["allowed_by"], lambda: translate("Exposure", "Given by")),
        }
        self.lay_out({key: Field(one, say, above=True) for key, (one, say) in words.items()})

    def _ceiling_words(self) -> str:
        words = translate("Exposure", "Exposure up to ({currency})")
        return words.format(currency=self.ceiling.currency)

    def start(self, customer_id: int, result: CheckResult) -> None:
        """Show the form; the exposure as it is is offered as the ceiling."""
        self.customer_id, self._result = customer_id, result
        self.ceiling.currency = result.asked.currency
        self.ceiling.set_minor(max(result.after, 0))
        if not self.texts["allowed_by"].text():
            self.texts["allowed_by"].setText(self.ctx.user)
        self.errors_shown({})
        self.fields["ceiling"].retranslate()
        self.ceiling.setFocus()

    def submit(self) -> None:
        """Give the override."""
        errors = self.day_error(self.until)
        if (self.ceiling.minor() or 0) <= 0:
            errors["ceiling"] = unclear_amount()
        for name, edit in self.texts.items():
            if not edit.text().strip():
                errors[name] = needed()
        until, minor, customer_id = self.until.day(), self.ceiling.minor(), self.customer_id
        if self.errors_shown(errors) or not minor or customer_id is None or self._result is None:
            return
        value = CreditOverride(
            ceiling=minor,
            currency=self.ceiling.currency,
            reason=self.texts["reason"].text().strip(),
            asked_by=self.texts["asked_by"].text().strip(),
            allowed_by=self.texts["allowed_by"].text().strip(),
        )
        day = "" if until is None else fmt.day(until, self.ctx.language)
        self.ctx.act(
            credit_holds.allow,
            customer_id,
            value,
            self.ctx.today,
            until,
            asker=self,
            notice=translate("Exposure", "Override given until {date}").format(date=day),
            done=self.booked,
            failed=self.refused,
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.title.setText(translate("Exposure", "Credit override"))
        self.do.set_words(translate("Exposure", "Give an override"))


def _combo(name: str, words: dict[Scope, str] | dict[Ground, str]) -> QComboBox:
    made = QComboBox()
    made.setObjectName(f"exposure.hold.{name}")
    for value, text in words.items():
        made.addItem(translate("Exposure", text), value.value)
    return made
