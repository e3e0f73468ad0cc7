"""The form for a bill that is received; what it settles stands beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from domain.allocation import OpenItem
from domain.bill import Bill, latest_due
from domain.bill_number import (
    BillKind,
    NumberFinding,
    check_number,
    kind_of,
    normal,
    parse_part,
    part_text,
    registered_on,
)
from domain.errors import BadBillPart
from domain.listing import ListFilter, Order, ReceiptRow
from domain.money import Money
from domain.ports import BookReader
from ui import format as fmt
from ui import labels
from ui.bills import words
from ui.context import AppContext
from ui.marks import translate
from ui.receipts.data import read_limits
from ui.receipts.draft import Limits, Source
from ui.widgets.basic import line_edit, set_tone
from ui.widgets.choice import Choice, Option
from ui.widgets.customer_edit import CustomerEdit
from ui.widgets.fields import AmountEdit, DateEdit, Field, needed, unclear_amount, unclear_date
from ui.widgets.form import FormFrame

#: Errors of the domain and the field they belong to.
_PLACES: Final = {
    "bill.bad_number": "number",
    "bill.registered": "number",
    "bill.bad_part": "part",
    "bill.bad_dates": "due",
    "bill.too_early": "received",
    "bill.receipt_differs": "receipt",
    "money.too_large": "amount",
    "document.wrong_sign": "amount",
    "rate.missing": "amount",
}
_WIDTH: Final = 460
#: Receipts of a customer that are looked through for one of the bill's amount.
_RECEIPTS: Final = 500
HOW: Final = ("new", "receipt", "opening")


class _Told(Field):
    """A field with a line under it that changes while one types."""

    def tell(self, text: str, tone: str = "") -> None:
        """Show a line in a tone, "" for none."""
        self._hint_label.setText(text)
        self._hint_label.setVisible(bool(text) and not self.error())
        set_tone(self._hint_label, tone)

    def set_error(self, text: str) -> None:
        """An error takes the line's place."""
        super().set_error(text)
        self._hint_label.setVisible(bool(self._hint_label.text()) and not text)


class BillForm(FormFrame):
    """Customer, number, amount, dates, acceptor, and how the bill is booked.

    Signals:
        typed: what it settles changed: source, name, open debits, limits.
        silent: nothing is settled, and why (words).
        entered: to be booked: bill, day received, how, receipt's document or None.
    """

    typed = Signal(object, str, object, object)
    silent = Signal(str)
    entered = Signal(object, object, str, object)

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "bills.form")
        self.setFixedWidth(_WIDTH)
        self.places = _PLACES
        self.customer = CustomerEdit(ctx, name="bills.form.customer")
        self.number = line_edit("bills.form.number")
        self.part = line_edit("bills.form.part")
        self.amount = AmountEdit("CNY", name="bills.form.amount")
        self.kind = Choice("segment", name="bills.form.kind")
        self.issued = DateEdit(None, ctx.today, name="bills.form.issued")
        self.due = DateEdit(None, ctx.today, name="bills.form.due")
        self.received = DateEdit(ctx.today, ctx.today, name="bills.form.received")
        self.acceptor, self.bank, self.drawer = (
            line_edit("bills.form.acceptor"),
            line_edit("bills.form.bank"),
            line_edit("bills.form.drawer"),
        )
        self.fixed = QCheckBox()
        self.fixed.setObjectName("bills.form.not_transferable")
        self.note = line_edit("bills.form.note")
        self.how = QComboBox()
        self.how.setObjectName("bills.form.how")
        self.receipt = QComboBox()
        self.receipt.setObjectName("bills.form.receipt")
        self._name = ""
        self._limits = Limits()
        self._debits: list[OpenItem] = []
        self._delay = QTimer(self, singleShot=True, interval=150)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        said: dict[str, tuple[QWidget, Callable[[], str]]] = {
            "customer": (self.customer, lambda: translate("Bills", "Received from")),
            "number": (self.number, lambda: translate("Bills", "Bill number")),
            "part": (self.part, lambda: translate("Bills", "Sub-range")),
            "amount": (self.amount, lambda: translate("Bills", "Amount")),
            "kind": (self.kind, lambda: translate("Bills", "Kind")),
            "issued": (self.issued, lambda: translate("Bills", "Issued")),
            "due": (self.due, lambda: translate("Bills", "Due")),
            "acceptor": (self.acceptor, lambda: translate("Bills", "Acceptor")),
            "received": (self.received, lambda: translate("Bills", "Date received")),
            "how": (self.how, lambda: translate("Bills", "Books")),
            "receipt": (self.receipt, lambda: translate("Bills", "Receipt")),
            "drawer": (self.drawer, lambda: translate("Bills", "Drawer")),
            "bank": (self.bank, lambda: translate("Bills", "Acceptor's bank")),
            "fixed": (self.fixed, lambda: translate("Bills", "Marked")),
            "note": (self.note, lambda: translate("Bills", "Note")),
        }
        self._told = {key: _Told(*said[key]) for key in ("number", "part", "due")}
        self.lay_out({key: self._told.get(key) or Field(*said[key]) for key in said})
        for how in HOW:
            self.how.addItem("", how)
        self.fields["receipt"].hide()

    def _wire(self) -> None:
        self._delay.timeout.connect(self._settle)
        self.customer.picked.connect(self._customer_picked)
        self.number.textChanged.connect(lambda _text: self._number_typed(anew=True))
        self.part.textChanged.connect(lambda _text: self._part_typed())
        self.amount.textChanged.connect(lambda _text: self._delay.start())
        self.kind.chosen.connect(lambda _kind: self._number_typed())
        self.issued.changed.connect(lambda _on: self._dates_typed())
        self.due.changed.connect(lambda _on: self._dates_typed())
        self.received.changed.connect(lambda _on: self._delay.start())
        self.how.currentIndexChanged.connect(lambda _at: self._how_chosen())

    def start(self, customer_id: int | None = None) -> None:
        """Show the form, for a customer where one is known."""
        if customer_id is not None and self.customer.customer_id is None:
            self.customer.set_customer(customer_id)
        self.received.set_day(self.received.day() or self.ctx.today)
        (self.number if self.customer.customer_id is not None else self.customer).setFocus()
        self._settle()

    def clear(self) -> None:
        """Empty the form after booking; customer, date and acceptor often come again."""
        for editor in (self.number, self.part, self.amount, self.note, self.drawer):
            editor.clear()
        for dates in (self.issued, self.due):
            dates.set_day(None)
        self.fixed.setChecked(False)
        self.how.setCurrentIndex(0)
        self._delay.stop()
        self._debits = []
        self.errors_shown({})
        self._number_typed()
        self._dates_typed()

    def has_draft(self) -> bool:
        """Whether a number or amount is typed."""
        return bool(self.number.text().strip() or self.amount.text().strip())

    # what follows from what

    def findings(self, *, typing: bool = False) -> list[NumberFinding]:
        """Return what is wrong or odd about the number typed."""
        kind = BillKind(self.kind.value()) if self.kind.value() else None
        return check_number(
            self.number.text(), kind=kind, issued_on=self.issued.day(), typing=typing
        )

    def _number_typed(self, *, anew: bool = False) -> None:
        """Say what the number is worth; a number typed anew tells kind and issue date."""
        number = normal(self.number.text())
        told, on = kind_of(number), registered_on(number)
        if told is not None and anew:
            self.kind.set_value(told.value)
        if on is not None and self.issued.day() is None:
            self.issued.set_day(on)
            self._dates_typed()
        found = self.findings(typing=True)
        if found:
            said = " · ".join(words.finding(one, self.ctx.language) for one in found)
            self._told["number"].tell(said, "red" if found[0].serious else "amber")
        elif not number:
            self._told["number"].tell("")
        else:
            left = translate("Bills", "{count} of 30 digits").format(count=len(number))
            whole = len(number) == 30
            fits = translate("Bills", "bank code and date fit")
            tail = fits if whole else left
            self._told["number"].tell(f"{words.grouped(number)} · {tail}", "green" if whole else "")

    def _part_typed(self) -> None:
        try:
            part = parse_part(self.part.text())
        except BadBillPart:
            said = translate("Bills", "first-last, such as 1-50000000; 0: not to be split")
            self._told["part"].tell(said)
            return
        if part is None:
            self._told["part"].tell("")
            return
        self.amount.set_minor(part.minor)
        said = translate("Bills", "{count} units of 0.01 = {amount}")
        count, amount = fmt.count(part.minor), fmt.money(part.minor, "CNY")
        self._told["part"].tell(said.format(count=count, amount=amount))

    def _dates_typed(self) -> None:
        issued, due = self.issued.day(), self.due.day()
        if issued is None:
            self._told["due"].tell("")
            return
        latest = latest_due(issued)
        if due is None:
            said = translate("Bills", "{date} at the latest: six months")
            self._told["due"].tell(said.format(date=fmt.day(latest, self.ctx.language)))
            return
        days = translate("Bills", "runs %n day(s)", None, (due - issued).days)
        wrong = not issued <= due <= latest
        said = translate("Bills", "longer than the law allows: {date} at the latest")
        late = said.format(date=fmt.day(latest, self.ctx.language))
        self._told["due"].tell(late if wrong else days, "red" if wrong else "")

    def _customer_picked(self, customer_id: int | None) -> None:
        self._debits, self._name = [], ""
        if customer_id is None:
            self._settle()
            return

        english = self.ctx.language == "en"

        def read(reader: BookReader) -> tuple[str, list[OpenItem], Limits]:
            debits, one = reader.open_debits(customer_id, "CNY"), reader.customer(customer_id)
            name = (one.name_en or one.name) if english else one.name
            return name, debits, read_limits(reader)

        def here(found: tuple[str, list[OpenItem], Limits]) -> None:
            if self.customer.customer_id == customer_id:
                self._name, self._debits, self._limits = found
                self._settle()

        self.ctx.query(read, here, asker=self)

    def reload(self) -> None:
        """Read the customer's open documents again."""
        if self.customer.customer_id is not None:
            self._customer_picked(self.customer.customer_id)

    def _how_chosen(self) -> None:
        self.fields["receipt"].setVisible(self._how() == "receipt")
        self.fields["received"].setVisible(self._how() != "receipt")
        self._settle()

    def _how(self) -> str:
        return str(self.how.currentData() or HOW[0])

    def _settle(self) -> None:
        """Tell the pane beside what is settled, and look for receipts of the amount."""
        amount = max(0, self.amount.minor() or 0)
        source = Source(
            item_id=None,
            document_id=None,
            number="",
            customer_id=self.customer.customer_id or 0,
            currency="CNY",
            amount=amount,
            available=amount,
            on=self.received.day() or self.ctx.today,
        )
        self.typed.emit(source, self._name, self._debits, self._limits)
        if self._how() == "receipt":
            said = translate(
                "Bills", "The receipt has paid its invoices already; nothing is booked."
            )
            self.silent.emit(said)
            self._find_receipts(amount)
        elif self._how() == "opening":
            said = translate("Bills", "What it paid is from before this book; nothing is booked.")
            self.silent.emit(said)

    def _find_receipts(self, amount: int) -> None:
        customer_id = self.customer.customer_id
        if customer_id is None or not amount:
            self.receipt.clear()
            return
        where = ListFilter(as_of=date.max, customer_id=customer_id, currency="CNY")

        def read(reader: BookReader) -> list[ReceiptRow]:
            ids = reader.receipts.ids(where, Order("received_on", True), limit=_RECEIPTS)
            rows = reader.receipts.rows(ids, where)
            found = [rows[key] for key in ids if key in rows]
            return [one for one in found if one.amount == amount and not one.voided]

        self.ctx.query(read, self._show_receipts, asker=self)

    def _show_receipts(self, found: list[ReceiptRow]) -> None:
        chosen = self.receipt.currentData()
        self.receipt.clear()
        for one in found:
            day = fmt.day(one.received_on, self.ctx.language)
            self.receipt.addItem(f"{one.number} · {day}", one.id)
        self.receipt.setCurrentIndex(max(0, self.receipt.findData(chosen)) if found else -1)

    # booking

    def _errors(self) -> dict[str, str]:
        found: dict[str, str] = {}
        if self.customer.resolve() is None:
            found["customer"] = translate("Bills", "Choose a customer from the list")
        serious = [one for one in self.findings() if one.serious]
        if not self.number.text().strip():
            found["number"] = needed()
        elif serious:
            found["number"] = words.finding(serious[0], self.ctx.language)
        if (self.amount.minor() or 0) <= 0:
            found["amount"] = unclear_amount()
        found |= self._part_errors()
        days = {"issued": self.issued, "due": self.due, "received": self.received}
        for key, edit in days.items():
            if edit.day() is None:
                found[key] = unclear_date() if edit.is_unclear() else needed()
        received = self.received.day()
        if received is not None and received > self.ctx.today:
            found["received"] = translate("Bills", "Not after today")
        if not self.acceptor.text().strip():
            found["acceptor"] = needed()
        if self._how() == "receipt" and self.receipt.currentData() is None:
            found["receipt"] = translate("Bills", "This customer has no receipt of this amount")
        return found

    def _part_errors(self) -> dict[str, str]:
        try:
            part = parse_part(self.part.text())
        except BadBillPart as error:
            return {"part": labels.error_text(error, self.ctx.language)}
        if part is None or part.minor == self.amount.minor():
            return {}
        said = translate("Bills", "The sub-range is {amount}")
        return {"part": said.format(amount=fmt.money(part.minor, "CNY"))}

    def submit(self) -> None:
        """Check what is typed and ask for it to be booked."""
        if self.errors_shown(self._errors()):
            return
        customer_id, minor = self.customer.customer_id, self.amount.minor()
        issued, due, received = self.issued.day(), self.due.day(), self.received.day()
        if customer_id is None or minor is None:
            return
        if issued is None or due is None or received is None:
            return
        self._delay.stop()
        self._settle()
        bill = Bill(
            kind=BillKind(self.kind.value()),
            number=normal(self.number.text()),
            part=part_text(self.part.text()),
            amount=Money(minor, "CNY"),
            issued_on=issued,
            due_on=due,
            acceptor=self.acceptor.text().strip(),
            acceptor_bank=self.bank.text().strip(),
            drawer=self.drawer.text().strip(),
            note=self.note.text().strip(),
            not_transferable=self.fixed.isChecked(),
            customer_id=customer_id,
        )
        receipt_id = self.receipt.currentData() if self._how() == "receipt" else None
        self.entered.emit(bill, received, self._how(), receipt_id)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        if not self.fields:
            return
        self.title.setText(translate("Bills", "Receive a bill"))
        self.do.set_words(translate("Bills", "Receive"))
        self.kind.set_options([Option(kind, words.kind(kind)) for kind in BillKind])
        self.kind.setAccessibleName(translate("Bills", "Kind"))
        self.fixed.setText(translate("Bills", "Not transferable"))
        self.part.setPlaceholderText(translate("Bills", "as the bank shows it; 0: not to be split"))
        self.number.setPlaceholderText(translate("Bills", "30 digits"))
        self.drawer.setPlaceholderText(translate("Bills", "when it is not the customer"))
        texts = (
            translate("Bills", "a receipt now, which settles its invoices"),
            translate("Bills", "nothing: its receipt is in the book"),
            translate("Bills", "nothing: from before this book"),
        )
        for at, text in enumerate(texts):
            self.how.setItemText(at, text)
        self._number_typed()
        self._dates_typed()
