"""May I sell? Customer, amount and days; the answer follows while typing."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from domain.credit.check import CheckResult
from domain.money import Money
from domain.services.credit_check import Asked, check_sale
from ui.context import AppContext
from ui.credit.verdict import VerdictView
from ui.marks import translate
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.customer_edit import CustomerEdit
from ui.widgets.fields import AmountEdit, Field

#: The longest term that can be asked for.
_MOST_DAYS = 3650


class CheckDialog(QDialog):
    """Stays open beside the work; nothing is booked."""

    def __init__(self, ctx: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("credit.check")
        self.ctx = ctx
        self.customer = CustomerEdit(ctx, name="credit.check.customer")
        self.amount = AmountEdit(name="credit.check.amount")
        self.days = QLineEdit()
        self.days.setObjectName("credit.check.days")
        self.days.setValidator(QIntValidator(0, _MOST_DAYS, self))
        self._hint = label("label", name="credit.check.hint", wrap=True)
        self.verdict = VerdictView("credit.check")
        self.open_page = Button(name="credit.check.open", kind="primary", icon="external-link")
        self.leave = Button(name="credit.check.close", key="Esc")
        self._fields = [
            Field(self.customer, lambda: translate("CreditCheck", "Customer"), above=True),
            Field(self.amount, self._amount_words, above=True),
            Field(self.days, lambda: translate("CreditCheck", "Days of credit"), above=True),
        ]
        self._delay = QTimer(self, singleShot=True, interval=150)
        self._lay_out()
        self._wire()
        self.retranslate()

    def _lay_out(self) -> None:
        self._fields[0].setMinimumWidth(260)
        self._fields[1].setFixedWidth(140)
        self._fields[2].setFixedWidth(100)
        typed = pane(row(*self._fields, margins=(20, 16, 20, 12), gap=12))
        told = pane(column(self._hint, self.verdict, None, margins=(20, 14, 20, 12)))
        foot = pane(row(self.open_page, None, self.leave, margins=(20, 0, 20, 0)), height=48)
        whole = column(typed, line(), told, line(), foot)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.resize(620, 420)

    def _wire(self) -> None:
        self._delay.timeout.connect(self.ask)
        self.customer.picked.connect(self._picked)
        self.amount.textChanged.connect(lambda _text: self._delay.start())
        self.days.textChanged.connect(lambda _text: self._delay.start())
        self.open_page.clicked.connect(self._open)
        self.leave.clicked.connect(self.close)
        self.ctx.changed.connect(lambda _changes: self._delay.start())
        self.ctx.as_of_changed.connect(self._delay.start)
        self.ctx.language_changed.connect(self.retranslate)

    def start(self, customer_id: int | None) -> None:
        """Show the dialog, for a customer where one is known."""
        if customer_id is not None:
            self.customer.set_customer(customer_id)
        self.show()
        self.raise_()
        self.activateWindow()
        (self.customer if customer_id is None else self.amount).setFocus()

    def _amount_words(self) -> str:
        words = translate("CreditCheck", "Amount with tax ({currency})")
        return words.format(currency=self.amount.currency)

    def _picked(self, customer_id: int | None) -> None:
        if customer_id is not None:
            as_of = self.ctx.as_of

            def here(currency: str) -> None:
                self.amount.currency = currency
                self._fields[1].retranslate()

            self.ctx.query(
                lambda reader: reader.customer_row(customer_id, as_of).currency, here, asker=self
            )
        self._delay.start()

    def ask(self) -> None:
        """Check what is typed."""
        customer_id, minor = self.customer.customer_id, self.amount.minor()
        self.open_page.setEnabled(customer_id is not None)
        self._hint.setVisible(customer_id is None)
        if customer_id is None:
            self.verdict.show_result(None, self.ctx.language)
            return
        days = int(self.days.text()) if self.days.text() else None
        amount = Money(minor, self.amount.currency) if minor else None
        asked, on = Asked(customer_id=customer_id, amount=amount, days=days), self.ctx.as_of

        def here(result: CheckResult) -> None:
            if self.customer.customer_id == customer_id:
                self.verdict.show_result(result, self.ctx.language)

        self.ctx.query(lambda reader: check_sale(reader, asked, on), here, asker=self)

    def _open(self) -> None:
        if self.customer.customer_id is not None:
            self.ctx.navigate(f"customer/{self.customer.customer_id}/exposure")

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.setWindowTitle(translate("CreditCheck", "May I sell?"))
        for field in self._fields:
            field.retranslate()
        self.customer.setPlaceholderText(translate("CreditCheck", "code or name"))
        self.days.setPlaceholderText(translate("CreditCheck", "not said"))
        self._hint.setText(
            translate(
                "CreditCheck",
                "Name the customer; the answer appears here and follows what you type. "
                "Nothing is booked.",
            )
        )
        self.open_page.set_words(translate("CreditCheck", "Open its exposure"))
        self.leave.set_words(translate("CreditCheck", "Close"))
        self.ask()


def show(parent: QWidget, ctx: AppContext, address: str = "") -> CheckDialog:
    """Show the dialog over the window; a customer's page fills its customer in."""
    found = parent.findChild(CheckDialog, "credit.check")
    dialog = found if found is not None and found.ctx is ctx else CheckDialog(ctx, parent)
    kind, record, *_ = [*address.partition("?")[0].split("/"), ""]
    dialog.start(int(record) if kind == "customer" and record.isdigit() else None)
    return dialog
