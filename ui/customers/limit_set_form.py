"""The form that lowers a customer's limit at once, or bounds its group."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit

from domain.changes import OperationResult
from domain.credit.limits import CreditLimit
from domain.ports import UnitOfWork
from domain.services.limits import lower_limit, set_limit
from ui.context import AppContext
from ui.marks import translate
from ui.widgets.fields import AmountEdit, Field, needed, unclear_amount
from ui.widgets.form import FormFrame


class SetForm(FormFrame):
    """Amount and reason; a rise has to be applied for. A group's bound is set here too."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "customer.limits.set_form")
        self.places = {"limit.bad": "minor", "record.missing_field": "reason"}
        self._customer_id: int | None = None
        self._group = ""
        self.minor = AmountEdit(name="customer.limits.set_form.minor")
        self.group = QCheckBox()
        self.group.setObjectName("customer.limits.set_form.group")
        self.reason = QLineEdit()
        self.reason.setObjectName("customer.limits.set_form.reason")
        self.lay_out(
            {
                "minor": Field(
                    self.minor,
                    lambda: translate("Limits", "New limit"),
                    above=True,
                    hint=lambda: translate("Limits", "0: no credit any more"),
                ),
                "group": Field(self.group, lambda: "", label_width=0),
                "reason": Field(self.reason, lambda: translate("Limits", "Reason"), above=True),
            }
        )

    def start(self, customer_id: int, currency: str, group: str) -> None:
        """Show the form for a customer and the group it belongs to, "" for none."""
        self._customer_id, self._group = customer_id, group
        self.minor.currency = currency
        self.minor.set_minor(None)
        self.reason.clear()
        self.group.setChecked(False)
        self.fields["group"].setVisible(bool(group))
        self.errors_shown({})
        self.setFocusProxy(self.minor)
        self.retranslate()
        self.minor.setFocus()

    def submit(self) -> None:
        """Set the limit from today on."""
        minor, reason = self.minor.minor(), self.reason.text().strip()
        errors = {}
        if minor is None:
            errors["minor"] = unclear_amount()
        if not reason:
            errors["reason"] = needed()
        customer_id = self._customer_id
        if self.errors_shown(errors) or minor is None or customer_id is None:
            return
        group = self._group if self.group.isChecked() else ""
        value = CreditLimit(
            currency=self.minor.currency,
            minor=minor,
            group=group,
            approver=self.ctx.user,
            reason=reason,
        )
        day = self.ctx.today

        def service(uow: UnitOfWork) -> OperationResult[int]:
            if group:
                return set_limit(uow, value, customer_id=None, dated_on=day)
            return lower_limit(uow, customer_id, value, day)

        self.ctx.act(
            service,
            asker=self,
            notice=translate("Limits", "Limit set; it holds from today"),
            done=lambda _result: self.submitted.emit(),
            failed=self.refused,
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.title.setText(translate("Limits", "Lower the limit"))
        said = translate("Limits", "For the whole group {name}")
        self.group.setText(said.format(name=self._group))
        self.do.set_words(translate("Limits", "Set"))
