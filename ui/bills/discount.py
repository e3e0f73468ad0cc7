"""The discount calculator: what discounting costs, and recording that it was done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from domain.bill import Discounting
from domain.bill import discount as cost_of
from domain.errors import DomainError
from domain.listing import BillRow
from domain.services.bills import DiscountDeal
from ui import format as fmt
from ui import parse
from ui.bills import acts
from ui.bills.columns import money
from ui.context import AppContext
from ui.marks import translate
from ui.widgets.basic import column, label, line, line_edit, pane
from ui.widgets.choice import Choice, Option
from ui.widgets.facts import Facts
from ui.widgets.fields import AmountEdit, DateEdit, Field, needed, unclear_amount, unclear_date
from ui.widgets.form import FormFrame

_BASES = (360, 365)
_PLACES = {
    "bill.too_early": "on",
    "bill.not_transferable": "on",
    "bill.bad_dates": "on",
    "document.wrong_sign": "rate",
}


class DiscountPane(FormFrame):
    """Reckons for any amount; of bills in hand the discount can be recorded."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "bills.discount")
        self.places = _PLACES
        self._rows: list[BillRow] = []
        self.about = label("small", name="bills.discount.about", wrap=True)
        self.amount = AmountEdit(name="bills.discount.amount")
        self.due = DateEdit(None, ctx.today, name="bills.discount.due")
        self.on = DateEdit(ctx.today, ctx.today, name="bills.discount.on")
        self.rate = line_edit("bills.discount.rate")
        self.basis = Choice("segment", name="bills.discount.basis")
        self.extra = line_edit("bills.discount.extra")
        self.bank = line_edit("bills.discount.bank")
        self.result = Facts()
        self._result_title = label("heading")
        self.body.addWidget(pane(column(self.about, margins=(16, 14, 16, 0)), role="raised"))
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        words = {
            "amount": (self.amount, lambda: translate("Bills", "Face amount")),
            "due": (self.due, lambda: translate("Bills", "Due date")),
            "on": (self.on, lambda: translate("Bills", "Discounted on")),
            "rate": (self.rate, lambda: translate("Bills", "Rate, % a year")),
            "basis": (self.basis, lambda: translate("Bills", "Day basis")),
            "extra": (self.extra, lambda: translate("Bills", "Days added")),
            "bank": (self.bank, lambda: translate("Bills", "Bank")),
        }
        self.lay_out({key: Field(editor, said) for key, (editor, said) in words.items()})
        inside = column(self._result_title, 6, self.result, None, margins=(16, 10, 16, 14))
        self._result_box = pane(column(line(), inside), role="raised")
        self.body.addWidget(self._result_box)

    def _wire(self) -> None:
        for editor in (self.amount, self.rate, self.extra):
            editor.textChanged.connect(lambda _text: self._reckon())
        for dates in (self.due, self.on):
            dates.changed.connect(lambda _on: self._reckon())
        self.basis.chosen.connect(lambda _value: self._reckon())

    def start(self, rows: Sequence[BillRow]) -> None:
        """Show the pane for bills to be discounted, or for any amount where there are none."""
        self._rows = list(rows)
        one = rows[0] if len(rows) == 1 else None
        for name in ("amount", "due"):
            self.fields[name].setVisible(len(rows) < 2)
            self.fields[name].setEnabled(not rows)
        self.fields["bank"].setVisible(bool(rows))
        self.foot.setVisible(bool(rows))
        if one is not None:
            self.amount.currency = one.currency
            self.amount.set_minor(one.amount)
            self.due.set_day(one.due_on)
        self.on.set_day(max([self.ctx.today, *(each.since for each in rows)]))
        self.retranslate()
        self.errors_shown({})
        (self.amount if not rows and not self.amount.text() else self.rate).setFocus()

    # reckoning

    def _rate(self) -> Decimal | None:
        text = parse.clean(self.rate.text()).rstrip("%").replace(",", "")
        try:
            rate = Decimal(text) if text else None
        except InvalidOperation:
            return None
        return rate if rate is not None and rate.is_finite() and 0 <= rate <= 100 else None

    def _extra(self) -> int | None:
        text = parse.clean(self.extra.text())
        if not text:
            return 0
        return int(text) if text.isascii() and text.isdigit() and len(text) < 3 else None

    def _asked(self) -> list[tuple[int, date]]:
        """Return amounts and due dates to be reckoned."""
        if self._rows:
            return [(one.amount, one.due_on) for one in self._rows]
        minor, due = self.amount.minor(), self.due.day()
        return [] if minor is None or minor <= 0 or due is None else [(minor, due)]

    def reckoned(self) -> list[Discounting]:
        """Return what discounting costs, one value a bill; nothing while something is unclear."""
        rate, extra, on, asked = self._rate(), self._extra(), self.on.day(), self._asked()
        if rate is None or extra is None or on is None:
            return []
        basis = int(self.basis.value() or _BASES[0])
        try:
            return [
                cost_of(minor, due, on, rate, basis=basis, extra_days=extra) for minor, due in asked
            ]
        except DomainError:
            return []

    def _reckon(self) -> None:
        found = self.reckoned()
        self._result_title.setText(translate("Bills", "Cost") if found else "")
        currency = self._rows[0].currency if self._rows else self.amount.currency
        if not found:
            self.result.show_facts([])
            return
        cost, proceeds = sum(one.cost for one in found), sum(one.proceeds for one in found)
        days = fmt.count(found[0].days) if len(found) == 1 else ""
        yearly = f"{found[0].yearly()} %" if len(found) == 1 else ""
        self.result.show_facts(
            [
                (translate("Bills", "Days of interest"), days),
                (translate("Bills", "Interest"), money(cost, currency)),
                (translate("Bills", "Proceeds"), money(proceeds, currency)),
                (translate("Bills", "Cost a year of the proceeds"), yearly),
            ]
        )

    # booking

    def _errors(self) -> dict[str, str]:
        found: dict[str, str] = {}
        if self.on.day() is None:
            found["on"] = unclear_date()
        elif (self.on.day() or self.ctx.today) > max(
            [self.ctx.today, *(each.since for each in self._rows)]
        ):
            found["on"] = translate("Bills", "Not after today")
        if self._rate() is None:
            found["rate"] = translate("Bills", "Type a rate such as 2.1")
        if self._extra() is None:
            found["extra"] = unclear_amount()
        if not self.bank.text().strip():
            found["bank"] = needed()
        return found

    def submit(self) -> None:
        """Record the discount of the bills shown."""
        on, rate, extra = self.on.day(), self._rate(), self._extra()
        if not self._rows or self.errors_shown(self._errors()):
            return
        if on is None or rate is None or extra is None:
            return
        deal = DiscountDeal(
            on=on,
            party=self.bank.text().strip(),
            rate=rate,
            basis=int(self.basis.value()),
            extra_days=extra,
        )
        asked = acts.Asked(
            ctx=self.ctx,
            asker=self,
            done=lambda _result: self.submitted.emit(),
            failed=self.refused,
        )
        acts.discount(asked, self._rows, deal)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        if not self.fields:
            return
        free = translate("Bills", "Discount calculator")
        self.title.setText(translate("Bills", "Discount") if self._rows else free)
        self.do.set_words(translate("Bills", "Record the discount"))
        self.basis.set_options([Option(str(days), str(days)) for days in _BASES])
        self.basis.setAccessibleName(translate("Bills", "Day basis"))
        self.extra.setPlaceholderText(translate("Bills", "0; paper: 3"))
        self.about.setText(self._words())
        self._reckon()

    def _words(self) -> str:
        said = translate(
            "Bills", "Face × rate × days ÷ 360 or 365, from the day of the discount to maturity."
        )
        if not self._rows:
            return said
        total = sum(one.amount for one in self._rows)
        return f"{acts.named(self._rows)} · {money(total, self._rows[0].currency)}\n{said}"
