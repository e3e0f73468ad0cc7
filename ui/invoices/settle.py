"""The forms that settle a document otherwise than by money: set-off, transfer, refund."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtWidgets import QCheckBox

from domain.allocation import spread
from domain.changes import OperationResult
from domain.listing import ItemRow
from domain.ports import UnitOfWork
from domain.services import papers, settlement, undoing
from domain.services.receipts import Use
from domain.services.settlement import SetOff
from ui import format as fmt
from ui.context import AppContext, Notice
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.basic import line_edit
from ui.widgets.customer_edit import CustomerEdit
from ui.widgets.fields import AmountEdit, DateEdit, Field, needed, unclear_amount, unclear_date
from ui.widgets.form import FormFrame

SET_OFF: Final = "set_off"
TRANSFER: Final = "transfer"
REFUND: Final = "refund"
_TITLES: Final = {
    SET_OFF: QT_TRANSLATE_NOOP("Settle", "Set off {number}"),
    TRANSFER: QT_TRANSLATE_NOOP("Settle", "Transfer {number}"),
    REFUND: QT_TRANSLATE_NOOP("Settle", "Refund {number}"),
}
_ACTS: Final = {
    SET_OFF: QT_TRANSLATE_NOOP("Settle", "Set off"),
    TRANSFER: QT_TRANSLATE_NOOP("Settle", "Transfer"),
    REFUND: QT_TRANSLATE_NOOP("Settle", "Refund"),
}
_DONE: Final = {
    SET_OFF: QT_TRANSLATE_NOOP("Settle", "The set-off is booked"),
    TRANSFER: QT_TRANSLATE_NOOP("Settle", "The debt is transferred"),
    REFUND: QT_TRANSLATE_NOOP("Settle", "The credit is paid back"),
}
_DATES: Final = {
    SET_OFF: QT_TRANSLATE_NOOP("Settle", "Notice reached the customer on"),
    TRANSFER: QT_TRANSLATE_NOOP("Settle", "Transferred on"),
    REFUND: QT_TRANSLATE_NOOP("Settle", "Paid back on"),
}
#: Fields of each act beside amount and date.
_SHOWN: Final = {
    SET_OFF: ("payable", "agreement", "paper"),
    TRANSFER: ("customer", "agreement", "paper"),
    REFUND: ("reference",),
}


class SettleForm(FormFrame):
    """One form for the three acts; it shows the fields that the act needs."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "invoices.settle")
        self.places = {
            "allocation.exceeds_open": "amount",
            "transfer.same_customer": "customer",
            "set_off.not_due": "date",
        }
        self.act = SET_OFF
        self._items: tuple[ItemRow, ...] = ()
        self.amount = AmountEdit(name="invoices.settle.amount")
        self.on = DateEdit(ctx.today, ctx.today, name="invoices.settle.date")
        self.customer = CustomerEdit(ctx, name="invoices.settle.customer")
        self.payable = line_edit("invoices.settle.payable")
        self.agreement = line_edit("invoices.settle.agreement")
        self.reference = line_edit("invoices.settle.reference")
        self.paper = QCheckBox()
        self.paper.setObjectName("invoices.settle.paper")
        self.paper.setChecked(True)
        self.lay_out(
            {
                "amount": Field(self.amount, self._amount_words, above=True),
                "date": Field(self.on, lambda: _word(_DATES, self.act), above=True),
                "customer": Field(
                    self.customer, lambda: translate("Settle", "New debtor"), above=True
                ),
                "payable": Field(
                    self.payable,
                    lambda: translate("Settle", "What we owe the customer"),
                    above=True,
                    hint=lambda: translate("Settle", "Its invoice or our account, for the notice"),
                ),
                "agreement": Field(self.agreement, self._agreement_words, above=True),
                "reference": Field(
                    self.reference, lambda: translate("Settle", "Bank reference"), above=True
                ),
                "paper": Field(self.paper, lambda: translate("Settle", "Paper"), above=True),
            }
        )

    def _amount_words(self) -> str:
        open_minor = sum(abs(item.open) for item in self._items)
        words = translate("Settle", "Amount")
        if not self._items:
            return words
        currency = self._items[0].currency
        return translate("Settle", "Amount, of {open} {currency} open").format(
            open=fmt.money(open_minor, currency), currency=currency
        )

    def _agreement_words(self) -> str:
        if self.act == TRANSFER:
            return translate("Settle", "Agreement of the three parties")
        return translate("Settle", "Agreement, where there is one")

    def start(self, act: str, items: Sequence[ItemRow]) -> None:
        """Show the form of an act for documents of one customer and currency."""
        self.act, self._items = act, tuple(items)
        first = items[0]
        self.amount.currency = first.currency
        self.amount.set_minor(sum(abs(item.open) for item in items))
        self.on.set_day(self.ctx.today)
        for name in ("customer", "payable", "agreement", "reference", "paper"):
            self.fields[name].setVisible(name in _SHOWN[act])
        number = first.label if len(items) == 1 else f"{first.label} +{len(items) - 1}"
        self.title.setText(_word(_TITLES, act).format(number=number))
        self.retranslate()
        self.errors_shown({})
        self.amount.setFocus()

    def submit(self) -> None:
        """Check what is typed and book the act."""
        minor, on = self.amount.minor(), self.on.day()
        errors = {
            "amount": "" if minor else unclear_amount(),
            "date": "" if on else unclear_date(),
            **self._missing(),
        }
        found = {name: text for name, text in errors.items() if text}
        if self.errors_shown(found) or minor is None or on is None:
            return
        self.ctx.act(
            self._service(minor, on),
            asker=self,
            notice=self._told,
            done=self._booked,
            failed=self.refused,
        )

    def _missing(self) -> dict[str, str]:
        filled: dict[str, Any] = {
            "payable": self.payable.text().strip(),
            "customer": self.customer.resolve(),
            "agreement": self.agreement.text().strip() or self.act != TRANSFER,
        }
        return {name: needed() for name in _SHOWN[self.act] if name in filled and not filled[name]}

    def _service(self, minor: int, on: date) -> Callable[[UnitOfWork], OperationResult[Any]]:
        agreement, reference = self.agreement.text().strip(), self.reference.text().strip()
        if self.act == REFUND:
            credit = self._items[0].id
            return lambda uow: settlement.refund(uow, credit, minor, on, reference=reference)
        uses = self._uses(minor)
        if self.act == TRANSFER:
            to = self.customer.customer_id or 0
            return lambda uow: settlement.transfer(uow, uses, to, on, agreement)
        entry = SetOff(
            customer_id=self._items[0].customer_id,
            currency=self._items[0].currency,
            uses=uses,
            arrived_on=on,
            payable=self.payable.text().strip(),
            agreement=agreement,
        )
        return lambda uow: settlement.set_off(uow, entry)

    def _uses(self, minor: int) -> tuple[Use, ...]:
        """Spread the amount over the documents, oldest due first."""
        opened = [self.ctx.reader.open_item(item.id) for item in self._items]
        parts = spread(opened, minor)
        left = minor - sum(take for _, take in parts)
        uses = [Use(item_id=item.id, minor=take) for item, take in parts]
        if left and uses:  # more than is open: the service says so, with the number
            last = uses[-1]
            uses[-1] = Use(item_id=last.item_id, minor=last.minor + left)
        return tuple(uses)

    def _told(self, result: OperationResult[Any]) -> Notice:
        ctx, on = self.ctx, self.on.day() or self.ctx.today
        said, operation_id = _word(_DONE, self.act), result.operation_id
        return Notice(said, translate("Settle", "Undo"), lambda: _undo(ctx, operation_id, on))

    def _booked(self, result: OperationResult[Any]) -> None:
        """Leave the form, and issue the paper that goes with the act where it is wanted."""
        self.submitted.emit()
        if self.act != REFUND and self.paper.isChecked():
            issue_notice(self.ctx, self._paper(result.value))

    def _paper(self, booked: Any) -> Callable[[], Any]:
        reader, today, to = self.ctx.reader, self.ctx.today, self.customer.customer_id or 0
        if self.act == TRANSFER:
            return lambda: papers.transfer_notice(reader, booked, to, today)
        return lambda: papers.set_off_notice(reader, booked, today)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.do.set_words(_word(_ACTS, self.act))
        words = translate("Settle", "Issue the notice of set-off")
        if self.act == TRANSFER:
            words = translate("Settle", "Issue the agreement to be signed")
        self.paper.setText(words)


def _word(table: Mapping[str, str], act: str) -> str:
    source = table[act]
    return translate("Settle", source)


def _undo(ctx: AppContext, operation_id: int, on: date) -> None:
    said = translate("Settle", "Undone; everything is open again")
    ctx.act(undoing.undo_operation, operation_id, max(on, ctx.today), asker=ctx, notice=said)


def issue_notice(ctx: AppContext, make: Callable[[], Any]) -> None:
    """Number and keep a notice of settlement, and show its page."""

    def service(uow: UnitOfWork) -> OperationResult[Any]:
        value = make()
        customer = ctx.reader.find_customer(value.customer.code) or 0
        return papers.issue(uow, value.kind, [value], [customer], ctx.papers.render)

    def show(result: OperationResult[Any]) -> None:
        (one,) = result.value
        ctx.navigate(f"paper/{one.id}")

    ctx.act(service, asker=ctx, done=show)
