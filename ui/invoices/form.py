"""The form for a new invoice, debit note, credit note or opening item."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation

from PySide6.QtWidgets import QComboBox

from domain.changes import OperationResult
from domain.disputes import DisputeOn
from domain.document import Kind
from domain.errors import BadTerms
from domain.money import Money
from domain.ports import BookReader
from domain.services import disputes, posting
from domain.terms import parse_terms
from ui import labels, parse
from ui.context import AppContext, Notice
from ui.credit.note import VerdictNote
from ui.dispute_words import kind_word
from ui.marks import translate
from ui.widgets.basic import line_edit
from ui.widgets.customer_edit import CustomerEdit
from ui.widgets.fields import AmountEdit, DateEdit, Field, needed, unclear_amount, unclear_date
from ui.widgets.form import FormFrame

_KINDS = (Kind.INVOICE, Kind.CREDIT_NOTE, Kind.DEBIT_NOTE, Kind.OPENING)
#: Errors of the domain and the field they belong to.
_PLACES = {
    "document.duplicate_number": "number",
    "terms.unreadable": "terms",
    "document.due_before_issue": "due",
    "document.wrong_sign": "amount",
    "document.parts_do_not_add": "tax",
    "money.too_large": "amount",
    "rate.missing": "rate",
    "money.currency_mismatch": "currency",
    "dispute.not_conceded": "amount",
}


class InvoiceForm(FormFrame):
    """What is typed becomes one posted document; the customer stays for the next one."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "invoices.form")
        self.places = _PLACES
        today = ctx.today
        self.kind = QComboBox()
        self.kind.setObjectName("invoices.form.kind")
        self.customer = CustomerEdit(ctx, name="invoices.form.customer")
        self.number = line_edit("invoices.form.number")
        self.issued = DateEdit(today, today, name="invoices.form.issued")
        self.currency = QComboBox()
        self.currency.setObjectName("invoices.form.currency")
        self.amount = AmountEdit("CNY", name="invoices.form.amount")
        self.tax = AmountEdit("CNY", name="invoices.form.tax")
        self.terms = line_edit("invoices.form.terms")
        self.due = DateEdit(None, today, name="invoices.form.due")
        self.rate = line_edit("invoices.form.rate")
        self.order = line_edit("invoices.form.order")
        self.contract = line_edit("invoices.form.contract")
        self.delivered = DateEdit(None, today, name="invoices.form.delivered")
        self.text = line_edit("invoices.form.text")
        self._base = "CNY"
        self._dispute_id: int | None = None
        self.credit = VerdictNote(ctx, "invoices.form.credit")
        self._lay_out()
        self.body.insertWidget(0, self.credit)
        self.customer.picked.connect(self._customer_picked)
        self.amount.textChanged.connect(lambda _text: self._ask_credit())
        self.kind.currentIndexChanged.connect(lambda _at: self._ask_credit())
        self.currency.currentIndexChanged.connect(lambda _at: self._currency_changed())
        for code in labels.currencies():
            self.currency.addItem(code, code)
        for kind in _KINDS:
            self.kind.addItem(labels.kind(kind), kind.value)
        ctx.query(lambda reader: reader.base_currency(), self._set_base, asker=self)

    def _lay_out(self) -> None:
        self.lay_out(
            {
                "kind": Field(self.kind, lambda: translate("Invoice", "Kind"), above=True),
                "customer": Field(
                    self.customer, lambda: translate("Invoice", "Customer"), above=True
                ),
                "amount": Field(
                    self.amount, lambda: translate("Invoice", "Amount with tax"), above=True
                ),
                "issued": Field(
                    self.issued, lambda: translate("Invoice", "Issue date"), above=True
                ),
                "terms": Field(
                    self.terms, lambda: translate("Invoice", "Payment terms"), above=True
                ),
                "due": Field(self.due, lambda: translate("Invoice", "Due date"), above=True),
                "number": Field(self.number, lambda: translate("Invoice", "Number"), above=True),
                "currency": Field(
                    self.currency, lambda: translate("Invoice", "Currency"), above=True
                ),
                "rate": Field(self.rate, lambda: translate("Invoice", "Exchange rate"), above=True),
                "tax": Field(self.tax, lambda: translate("Invoice", "Tax in it"), above=True),
                "order": Field(self.order, lambda: translate("Invoice", "Order"), above=True),
                "contract": Field(
                    self.contract, lambda: translate("Invoice", "Contract"), above=True
                ),
                "delivered": Field(
                    self.delivered, lambda: translate("Invoice", "Delivered"), above=True
                ),
                "text": Field(self.text, lambda: translate("Invoice", "Text"), above=True),
            }
        )

    def start(self, customer_id: int | None = None) -> None:
        """Show the form, for a customer where one is known."""
        self._belong_to(None)
        if customer_id is not None and self.customer.customer_id is None:
            self.customer.set_customer(customer_id)
        (self.amount if customer_id is not None else self.customer).setFocus()

    def start_credit(self, found: DisputeOn) -> None:
        """Show the form for the credit note of a dispute, over what was conceded."""
        self._belong_to(found.row.id)
        self.kind.setCurrentIndex(self.kind.findData(Kind.CREDIT_NOTE.value))
        self.customer.set_customer(found.row.customer_id)
        self._choose_currency(found.row.currency)
        self.amount.set_minor(found.to_credit)
        reason = kind_word(found.row.kind, self.ctx.language)
        self.text.setText(f"{found.row.number} {reason}")
        self.title.setText(
            translate("Invoice", "Credit note for {number}").format(number=found.row.number)
        )
        self.errors_shown({})
        self.number.setFocus()

    def _belong_to(self, dispute_id: int | None) -> None:
        """Fix what the dispute says of its credit note, or free it again."""
        self._dispute_id = dispute_id
        for edit in (self.kind, self.customer, self.currency):
            edit.setEnabled(dispute_id is None)
        self.title.setText(translate("Invoice", "New document"))

    def has_draft(self) -> bool:
        """Whether an amount or number is typed."""
        return bool(self.amount.text().strip() or self.number.text().strip())

    # what follows from what

    def _set_base(self, base: str) -> None:
        self._base = base
        self._choose_currency(base)
        self._currency_changed()

    def _choose_currency(self, code: str) -> None:
        if self.currency.findData(code) < 0:
            self.currency.addItem(code, code)
        self.currency.setCurrentIndex(self.currency.findData(code))

    def _customer_picked(self, customer_id: int | None) -> None:
        self._ask_credit()
        if customer_id is None:
            return

        def here(found: tuple[str, str]) -> None:
            terms, currency = found
            self.terms.setPlaceholderText(terms or translate("Invoice", "none: no due date"))
            if self._dispute_id is None:
                self._choose_currency(currency or self._base)

        def read(reader: BookReader) -> tuple[str, str]:
            customer = reader.customer(customer_id)
            return customer.terms, customer.currency

        self.ctx.query(read, here, asker=self)

    def _ask_credit(self) -> None:
        """Ask the credit check; it tells and refuses nothing: the goods are gone."""
        code = str(self.currency.currentData() or self._base)
        sold = self.kind.currentData() in (Kind.INVOICE.value, Kind.DEBIT_NOTE.value)
        minor = self.amount.minor() or 0
        self.credit.ask(self.customer.customer_id if sold else None, Money(minor, code))

    def _currency_changed(self) -> None:
        code = str(self.currency.currentData() or self._base)
        for edit in (self.amount, self.tax):
            minor = edit.minor()
            edit.currency = code
            if minor is not None:
                edit.set_minor(minor)
        self.fields["rate"].setVisible(code != self._base)

    # booking

    def _rate(self) -> Decimal | None:
        text = parse.clean(self.rate.text())
        try:
            return Decimal(text) if text else None
        except InvalidOperation:
            return Decimal(0)

    def _errors(self) -> dict[str, str]:
        found: dict[str, str] = {}
        if self.customer.resolve() is None:
            found["customer"] = translate("Invoice", "Choose a customer from the list")
        if self.amount.minor() is None:
            found["amount"] = unclear_amount()
        if self.tax.is_unclear():
            found["tax"] = unclear_amount()
        if self.issued.day() is None:
            found["issued"] = unclear_date() if self.issued.is_unclear() else needed()
        for key, edit in (("due", self.due), ("delivered", self.delivered)):
            if edit.is_unclear():
                found[key] = unclear_date()
        if self.terms.text().strip():
            try:
                parse_terms(self.terms.text())
            except BadTerms as error:
                found["terms"] = labels.error_text(error, self.ctx.language)
        return found

    def submit(self) -> None:
        """Post the document."""
        customer_id, minor, issued = self.customer.resolve(), self.amount.minor(), self.issued.day()
        if self.errors_shown(self._errors()):
            return
        if customer_id is None or minor is None or issued is None:
            return
        entry, dispute_id = self._entry(customer_id, minor, issued), self._dispute_id
        service = posting.post if dispute_id is None else disputes.credit_dispute
        self.ctx.act(
            service,
            *((entry,) if dispute_id is None else (dispute_id, entry)),
            asker=self,
            notice=self._told,
            done=self._posted,
            failed=self.refused,
        )

    def _entry(self, customer_id: int, minor: int, issued: date) -> posting.Entry:
        code = str(self.currency.currentData())
        return posting.Entry(
            kind=Kind(str(self.kind.currentData())),
            customer_id=customer_id,
            issued_on=issued,
            amount=Money(minor, code),
            number=self.number.text().strip(),
            due_on=self.due.day(),
            terms=self.terms.text().strip(),
            tax=self.tax.minor(),
            rate=self._rate() if code != self._base else None,
            order_number=self.order.text().strip(),
            contract_number=self.contract.text().strip(),
            delivered_on=self.delivered.day(),
            description=self.text.text().strip(),
        )

    def _posted(self, _result: OperationResult[int]) -> None:
        for edit in (self.amount, self.tax, self.number, self.order, self.text):
            edit.clear()
        self.due.set_day(None)
        self.delivered.set_day(None)
        self._belong_to(None)
        self.amount.setFocus()
        self.submitted.emit()

    def _told(self, result: OperationResult[int]) -> Notice:
        document_id, ctx, on = result.value, self.ctx, self.ctx.today
        reason = translate("Invoice", "entered by mistake")

        def void() -> None:
            done = translate("Invoice", "The document was voided")
            ctx.act(posting.void, document_id, on, reason, asker=ctx, notice=done)

        if self._dispute_id is not None:
            return Notice(translate("Invoice", "Credit note posted; the dispute has ended"))
        said = translate("Invoice", "The document was posted")
        return Notice(said, translate("Invoice", "Void it"), void)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.title.setText(translate("Invoice", "New document"))
        self.do.set_words(translate("Invoice", "Post"))
        self.number.setPlaceholderText(translate("Invoice", "empty: next of the series"))
        self.due.setPlaceholderText(translate("Invoice", "empty: from the terms"))
        for at, kind in enumerate(_KINDS):
            self.kind.setItemText(at, labels.kind(kind))
