"""The form for what happens to a bill: when, to whom, how much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from domain.bill import BillEvent, EventKind, present_by
from domain.changes import OperationResult
from domain.listing import AllocationRow, BillRow
from domain.ports import BookReader
from domain.services.dishonour import Recovery
from ui import format as fmt
from ui.bills import acts, words
from ui.bills.columns import money
from ui.context import AppContext
from ui.marks import translate
from ui.widgets.basic import column, label, line_edit, pane
from ui.widgets.fields import AmountEdit, DateEdit, Field, needed, unclear_amount, unclear_date
from ui.widgets.form import FormFrame

#: Event → the fields its form has, in the order of the form.
_FIELDS: Final[Mapping[EventKind, tuple[str, ...]]] = {
    EventKind.PRESENTED: ("on", "note"),
    EventKind.ENDORSED: ("on", "party", "note"),
    EventKind.PLEDGED: ("on", "party", "note"),
    EventKind.RELEASED: ("on", "note"),
    EventKind.RETURNED: ("on", "note"),
    EventKind.PAID: ("on", "note"),
    EventKind.REFUSED: ("on", "reason"),
    EventKind.RECOURSE: ("on", "party", "amount", "note"),
    EventKind.RECOVERED: ("on", "party", "amount", "book", "note"),
    EventKind.SPLIT: ("on", "amount"),
}
#: Errors of the domain and the field they belong to.
_PLACES: Final = {
    "bill.too_early": "on",
    "bill.not_transferable": "on",
    "bill.bad_part": "amount",
    "document.wrong_sign": "amount",
}


class ActForm(FormFrame):
    """One form for all events but the discount; it shows the fields that the event has.

    Signals:
        split: a bill was split (the id of its first part).
    """

    split = Signal(int)

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "bills.act")
        self.places = _PLACES
        self.kind = EventKind.PRESENTED
        self._rows: list[BillRow] = []
        self._allocations: list[AllocationRow] = []
        self.about = label("small", name="bills.act.about", wrap=True)
        self.on = DateEdit(ctx.today, ctx.today, name="bills.act.on")
        self.party = line_edit("bills.act.party")
        self.amount = AmountEdit(name="bills.act.amount")
        self.reason = line_edit("bills.act.reason")
        self.book = QCheckBox()
        self.book.setObjectName("bills.act.book")
        self.book.setChecked(True)
        self.note = line_edit("bills.act.note")
        self.body.addWidget(pane(column(self.about, margins=(16, 14, 16, 0)), role="raised"))
        self.lay_out(
            {
                "on": Field(self.on, lambda: translate("Bills", "Date"), above=True),
                "party": Field(self.party, self._party_words, above=True),
                "amount": Field(self.amount, self._amount_words, above=True),
                "reason": Field(self.reason, lambda: translate("Bills", "Reason"), above=True),
                "book": Field(self.book, lambda: translate("Bills", "Money"), above=True),
                "note": Field(self.note, lambda: translate("Bills", "Note"), above=True),
            }
        )
        self.on.changed.connect(lambda _on: self._tell())

    def start(self, kind: EventKind, rows: Sequence[BillRow]) -> None:
        """Show the form for an event of some bills."""
        fresh = kind is not self.kind or [one.id for one in rows] != [one.id for one in self._rows]
        self.kind, self._rows = kind, list(rows)
        if fresh:
            self._clear()
        for name, field in self.fields.items():
            field.setVisible(name in _FIELDS[kind])
        self.retranslate()
        self.errors_shown({})
        if kind is EventKind.REFUSED:
            self._read_allocations()
        first = next((n for n in _FIELDS[kind] if n not in ("on", "book")), "on")
        (self.fields[first].editor if first != "note" else self.on).setFocus()

    def _clear(self) -> None:
        self._allocations = []
        self.on.set_day(self._usual_day())
        for editor in (self.party, self.amount, self.reason, self.note):
            editor.clear()
        first = self._rows[0]
        self.amount.currency = first.currency
        if self.kind in (EventKind.RECOURSE, EventKind.RECOVERED):
            self.amount.set_minor(first.amount)

    def _usual_day(self) -> date:
        """Return today, or the bill's last day where that is later: the sample may be ahead."""
        return max([self.ctx.today, *(one.since for one in self._rows)])

    def _read_allocations(self) -> None:
        one = self._rows[0]
        receipt_id = one.receipt_id if one.split_of_id is None else None
        if receipt_id is None:
            return

        def read(reader: BookReader) -> list[AllocationRow]:
            return [row for row in reader.allocations(receipt_id) if row.reversed_on is None]

        def here(found: list[AllocationRow]) -> None:
            if self.kind is EventKind.REFUSED and self._rows == [one]:
                self._allocations = found
                self._tell()

        self.ctx.query(read, here, asker=self)

    # words

    def _party_words(self) -> str:
        return {
            EventKind.PLEDGED: translate("Bills", "Pledgee"),
            EventKind.RECOURSE: translate("Bills", "Claimed from"),
            EventKind.RECOVERED: translate("Bills", "Paid by"),
        }.get(self.kind, translate("Bills", "Endorsee"))

    def _amount_words(self) -> str:
        return {
            EventKind.SPLIT: translate("Bills", "Amount of the first part"),
            EventKind.RECOVERED: translate("Bills", "Amount received"),
        }.get(self.kind, translate("Bills", "Amount claimed, with interest and costs"))

    def _tell(self) -> None:
        """Say what the act will do."""
        if not self._rows:
            return
        total = sum(one.amount for one in self._rows)
        said = f"{acts.named(self._rows)} · {money(total, self._rows[0].currency)}"
        more = self._meaning()
        self.about.setText(f"{said}\n{more}" if more else said)

    def _meaning(self) -> str:
        one, on = self._rows[0], self.on.day() or self.ctx.today
        if self.kind is EventKind.REFUSED:
            return self._opened_again()
        if self.kind in (EventKind.PRESENTED, EventKind.PAID) and on < one.due_on:
            days = (one.due_on - on).days
            return translate("Bills", "%n day(s) before maturity.", None, days)
        if self.kind is EventKind.PRESENTED and on > present_by(one.due_on):
            said = translate(
                "Bills",
                "The days of presentation ended on {date}: only drawer and acceptor are still "
                "liable.",
            )
            return said.format(date=fmt.day(one.present_by, self.ctx.language))
        return {
            EventKind.ENDORSED: translate(
                "Bills", "Endorsed in full and without conditions; we stay liable by recourse."
            ),
            EventKind.RECOURSE: translate(
                "Bills", "Unpaid sum, interest from maturity, and costs can be claimed."
            ),
            EventKind.SPLIT: translate("Bills", "The rest becomes the second part."),
            EventKind.RETURNED: translate("Bills", "The bill came back without being refused."),
        }.get(self.kind, "")

    def _opened_again(self) -> str:
        if self._rows[0].split_of_id is not None:
            return translate(
                "Bills", "Its amount is open again from what falls due last, with its age."
            )
        said = translate(
            "Bills", "What it settled is open again from that day, with its due date and age:"
        )
        lines = [
            f"{row.debit_number}  {money(row.amount, row.currency)}" for row in self._allocations
        ]
        return "\n".join([said, *lines]) if lines else said.rstrip(":：")

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        if not self.fields:
            return
        self.title.setText(words.event(self.kind))
        self.do.set_words(translate("Bills", "Record"))
        self.book.setText(translate("Bills", "Book it as a receipt of these invoices"))
        self.book.setToolTip(
            translate("Bills", "Leave it off where the bank statement brings the money in.")
        )
        self._tell()

    # booking

    def _errors(self) -> dict[str, str]:
        shown, found = _FIELDS[self.kind], {}
        if self.on.day() is None:
            found["on"] = unclear_date() if self.on.is_unclear() else needed()
        elif (self.on.day() or self.ctx.today) > self._usual_day():
            found["on"] = translate("Bills", "Not after today")
        if "amount" in shown and (self.amount.minor() or 0) <= 0:
            found["amount"] = unclear_amount()
        if self.kind is EventKind.SPLIT and (self.amount.minor() or 0) >= self._rows[0].amount:
            found["amount"] = translate("Bills", "Less than the whole bill")
        if "reason" in shown and not self.reason.text().strip():
            found["reason"] = needed()
        if self.kind in (EventKind.ENDORSED, EventKind.PLEDGED) and not self.party.text().strip():
            found["party"] = needed()
        return {name: text for name, text in found.items() if name in shown}

    def submit(self) -> None:
        """Check what is typed and record it."""
        on = self.on.day()
        if self.errors_shown(self._errors()) or on is None or not self._rows:
            return
        asked = acts.Asked(
            ctx=self.ctx,
            asker=self,
            done=self._booked,
            failed=self.refused,
        )
        self._book(asked, on)

    def _book(self, asked: acts.Asked, on: date) -> None:
        one, minor = self._rows[0], self.amount.minor() or 0
        party, note = self.party.text().strip(), self.note.text().strip()
        if self.kind is EventKind.REFUSED:
            acts.refuse(asked, one, on, self.reason.text().strip())
        elif self.kind is EventKind.SPLIT:
            acts.split(asked, one, [minor, one.amount - minor], on)
        elif self.kind is EventKind.RECOVERED:
            book = self.book.isChecked()
            acts.recover(
                asked, one, Recovery(on=on, minor=minor, party=party, note=note, book=book)
            )
        else:
            event = BillEvent(kind=self.kind, on=on, party=party, note=note)
            if self.kind is EventKind.RECOURSE:
                event = replace(event, amount=minor)
            acts.record(asked, self._rows, event)

    def _booked(self, result: OperationResult[Any]) -> None:
        self._rows = []
        self.submitted.emit()
        if self.kind is EventKind.SPLIT:
            self.split.emit(result.value[0])
