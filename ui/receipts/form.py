"""The form for money received; what it pays stands beside it and is booked with it."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox

from domain.allocation import OpenItem
from domain.money import Money
from domain.ports import BookReader
from domain.services.receipts import ReceiptEntry
from domain.services.settlement import Claims
from ui import labels, parse
from ui.context import AppContext
from ui.marks import translate
from ui.receipts.columns import METHODS
from ui.receipts.data import read_limits
from ui.receipts.draft import Limits, Source
from ui.widgets.basic import line_edit
from ui.widgets.customer_edit import CustomerEdit
from ui.widgets.fields import AmountEdit, DateEdit, Field, needed, unclear_amount, unclear_date
from ui.widgets.form import FormFrame

#: Errors of the domain and the field they belong to.
_PLACES = {
    "document.duplicate_number": "number",
    "document.wrong_sign": "amount",
    "money.too_large": "amount",
    "rate.missing": "rate",
    "discount.not_due": "received",
}
_NO_LIMIT = 16_777_215
_LABELS = 128


class ReceiptForm(FormFrame):
    """Customer, date, amount and how it came; the number comes by itself.

    Signals:
        typed: what is to be allocated changed: source, name, open debits, limits.
        entered: the form is complete and to be booked (``ReceiptEntry``).
    """

    typed = Signal(object, str, object, object)
    entered = Signal(object)

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "receipts.form")
        self.setMinimumWidth(304)
        self.setMaximumWidth(_NO_LIMIT)
        self.places = _PLACES
        self.customer = CustomerEdit(ctx, name="receipts.form.customer")
        self.amount = AmountEdit("CNY", name="receipts.form.amount")
        self.received = DateEdit(ctx.today, ctx.today, name="receipts.form.received")
        self.currency = QComboBox()
        self.currency.setObjectName("receipts.form.currency")
        self.rate = line_edit("receipts.form.rate")
        self.method = QComboBox(editable=True)
        self.method.setObjectName("receipts.form.method")
        self.reference = line_edit("receipts.form.reference")
        self.payer = line_edit("receipts.form.payer")
        self.text = line_edit("receipts.form.text")
        self.number = line_edit("receipts.form.number")
        self.statute = QCheckBox()
        self.statute.setObjectName("receipts.form.statute")
        self.costs = AmountEdit("CNY", name="receipts.form.costs")
        self.interest = AmountEdit("CNY", name="receipts.form.interest")
        self._base = "CNY"
        self._name = ""
        self._limits = Limits()
        self._debits: list[OpenItem] = []
        self._delay = QTimer(self, singleShot=True, interval=150)
        self._lay_out()
        self._wire()
        ctx.query(lambda reader: reader.base_currency(), self._set_base, asker=self)

    def _lay_out(self) -> None:
        words = {
            "customer": (self.customer, lambda: translate("Receipts", "Customer")),
            "amount": (self.amount, lambda: translate("Receipts", "Amount received")),
            "received": (self.received, lambda: translate("Receipts", "Date received")),
            "currency": (self.currency, lambda: translate("Receipts", "Currency")),
            "rate": (self.rate, lambda: translate("Receipts", "Exchange rate")),
            "method": (self.method, lambda: translate("Receipts", "Method")),
            "reference": (self.reference, lambda: translate("Receipts", "Bank reference")),
            "payer": (self.payer, lambda: translate("Receipts", "Paid by")),
            "text": (self.text, lambda: translate("Receipts", "Note of the payment")),
            "number": (self.number, lambda: translate("Receipts", "Receipt number")),
            "statute": (self.statute, lambda: translate("Receipts", "Order of payment")),
            "costs": (self.costs, lambda: translate("Receipts", "Costs of recovery")),
            "interest": (self.interest, lambda: translate("Receipts", "Interest claimed")),
        }
        made = {key: Field(*pair, label_width=_LABELS) for key, pair in words.items()}
        self.lay_out(made)

    def _wire(self) -> None:
        self._delay.timeout.connect(self._tell)
        self.customer.picked.connect(self._customer_picked)
        self.amount.textChanged.connect(lambda _text: self._delay.start())
        self.received.changed.connect(lambda _on: self._delay.start())
        self.currency.currentIndexChanged.connect(lambda _at: self._currency_changed())
        self.statute.toggled.connect(self._show_claims)
        self._show_claims(on=False)
        for code in labels.currencies():
            self.currency.addItem(code, code)

    def _show_claims(self, on: bool) -> None:
        for name in ("costs", "interest"):
            self.fields[name].setVisible(on)

    def claims(self) -> Claims | None:
        """Return costs and interest to be paid before the principal, None for the usual order."""
        if not self.statute.isChecked():
            return None
        return Claims(costs=self.costs.minor() or 0, interest=self.interest.minor() or 0)

    def start(self, customer_id: int | None = None) -> None:
        """Show the form, for a customer where one is known."""
        if customer_id is not None and self.customer.customer_id is None:
            self.customer.set_customer(customer_id)
        self.received.set_day(self.received.day() or self.ctx.today)
        (self.amount if customer_id is not None else self.customer).setFocus()
        self._tell()

    def clear(self) -> None:
        """Empty the form after booking; date and method stay for the next one."""
        self.customer.set_customer(None)
        for editor in (self.amount, self.rate, self.reference, self.payer, self.text, self.number):
            editor.clear()
        self.costs.clear()
        self.interest.clear()
        self.statute.setChecked(False)
        self._delay.stop()
        self._debits, self._name = [], ""
        self.errors_shown({})

    def has_draft(self) -> bool:
        """Whether an amount is typed."""
        return bool(self.amount.text().strip())

    # what follows from what

    def _set_base(self, base: str) -> None:
        self._base = base
        self.currency.setCurrentIndex(max(0, self.currency.findData(base)))
        self._currency_changed()

    def _currency_changed(self) -> None:
        code = str(self.currency.currentData())
        for editor in (self.amount, self.costs, self.interest):
            editor.currency = code
        self.fields["rate"].setVisible(code != self._base)
        self._read_debits()

    def _customer_picked(self, customer_id: int | None) -> None:
        self._debits, self._name = [], ""
        if customer_id is not None:
            self._read_debits()
        else:
            self._tell()

    def _read_debits(self) -> None:
        customer_id, currency = self.customer.customer_id, str(self.currency.currentData())
        if customer_id is None:
            self._tell()
            return

        def read(reader: BookReader) -> tuple[str, list[OpenItem], Limits]:
            debits = reader.open_debits(customer_id, currency)
            return reader.customer(customer_id).name, debits, read_limits(reader)

        def here(found: tuple[str, list[OpenItem], Limits]) -> None:
            if self.customer.customer_id == customer_id:
                self._name, self._debits, self._limits = found
                self._tell()

        self.ctx.query(read, here, asker=self)

    def _tell(self) -> None:
        amount = max(0, self.amount.minor() or 0)
        source = Source(
            item_id=None,
            document_id=None,
            number=self.number.text().strip(),
            customer_id=self.customer.customer_id or 0,
            currency=str(self.currency.currentData()),
            amount=amount,
            available=amount,
            on=self.received.day() or self.ctx.today,
        )
        self.typed.emit(source, self._name, self._debits, self._limits)

    # booking

    def _rate(self) -> Decimal | None:
        text = parse.clean(self.rate.text()).replace(",", "")
        try:
            return Decimal(text) if text else None
        except InvalidOperation:
            return None

    def _errors(self) -> dict[str, str]:
        found: dict[str, str] = {}
        if self.customer.resolve() is None:
            found["customer"] = translate("Receipts", "Choose a customer from the list")
        if self.amount.minor() is None:
            found["amount"] = unclear_amount() if self.amount.text().strip() else needed()
        elif (self.amount.minor() or 0) <= 0:
            found["amount"] = translate("Receipts", "The amount must be above zero")
        if self.received.day() is None:
            found["received"] = unclear_date()
        for name, editor in (("costs", self.costs), ("interest", self.interest)):
            if self.statute.isChecked() and editor.is_unclear():
                found[name] = unclear_amount()
        if self.rate.text().strip() and self._rate() is None:
            found["rate"] = translate("Receipts", "Type a rate such as 7.1052")
        return found

    def submit(self) -> None:
        """Check what is typed and ask for it to be booked."""
        if self.errors_shown(self._errors()):
            return
        customer_id, on, minor = self.customer.customer_id, self.received.day(), self.amount.minor()
        if customer_id is None or on is None or minor is None:
            return
        self._delay.stop()
        self._tell()
        foreign = str(self.currency.currentData()) != self._base
        self.entered.emit(
            ReceiptEntry(
                customer_id=customer_id,
                received_on=on,
                amount=Money(minor, str(self.currency.currentData())),
                number=self.number.text().strip(),
                method=self.method.currentText().strip(),
                reference=self.reference.text().strip(),
                payer=self.payer.text().strip(),
                description=self.text.text().strip(),
                rate=self._rate() if foreign else None,
            )
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        if not self.fields:
            return
        self.title.setText(translate("Receipts", "New receipt"))
        self.do.set_words(translate("Receipts", "Record"))
        self.number.setPlaceholderText(translate("Receipts", "comes by itself"))
        self.statute.setText(
            translate("Receipts", "By law: costs, interest, then principal, oldest first")
        )
        self.rate.setPlaceholderText(translate("Receipts", "that of the day, when empty"))
        self.payer.setPlaceholderText(translate("Receipts", "when it is not the customer"))
        kept = self.method.currentText()
        self.method.clear()
        for words in METHODS:
            self.method.addItem(translate("Receipts", words))
        if kept:
            self.method.setCurrentText(kept)
