"""Exchange rates: base units per one unit of a currency on a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation

from PySide6.QtWidgets import QComboBox, QSizePolicy

from domain.listing import RateRow
from domain.ports import BookReader
from domain.services.settings import add_rate
from ui import format as fmt
from ui import labels, parse
from ui.context import AppContext
from ui.marks import translate
from ui.settings.section import Section
from ui.widgets.basic import column, label, line_edit, pane, row
from ui.widgets.fields import DateEdit, Field, unclear_date
from ui.widgets.text_table import TextTable


class RatesSection(Section):
    """The list of rates and a line to add one."""

    key = "rates"

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self.currency = QComboBox()
        self.currency.setObjectName("settings.rates.currency")
        self.on = DateEdit(ctx.today, ctx.today, name="settings.rates.date")
        self.rate = line_edit("settings.rates.rate")
        self.table = TextTable("settings.rates.list")
        self._empty = label("label", wrap=True)
        self._base = ""
        self.fields = {
            "currency": Field(self.currency, lambda: translate("Settings", "Currency"), above=True),
            "date": Field(self.on, lambda: translate("Settings", "From"), above=True),
            "rate": Field(self.rate, self._rate_words, above=True),
        }
        line = pane(row(*self.fields.values(), column(22, self.save, None), None, gap=12))
        line.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        layout = column(line, self.problem, 4, self._empty, self.table, gap=8)
        layout.setStretchFactor(self.table, 1)
        layout.addStretch(0)
        self.setLayout(layout)
        self.currency.setMinimumWidth(160)
        self.rate.returnPressed.connect(self.submit)
        self.watch([self.rate])

    def _rate_words(self) -> str:
        return translate("Settings", "Rate in {currency}").format(currency=self._base)

    def title(self) -> str:
        """Return the section's name."""
        return translate("Settings", "Exchange rates")

    def about(self) -> str:
        """Return one line about it."""
        return translate("Settings", "Each holds until the next; what is booked keeps its own")

    def load(self) -> None:
        """Show the rates."""

        def read(reader: BookReader) -> tuple[str, list[RateRow]]:
            return reader.base_currency(), reader.rates()

        self.ctx.query(read, self._show, asker=self)

    def _show(self, found: tuple[str, list[RateRow]]) -> None:
        self._base, rates = found
        self._fill_currencies()
        self.fields["rate"].retranslate()
        headers = [
            translate("Settings", "Currency"),
            translate("Settings", "From"),
            self._rate_words(),
        ]
        language = self.ctx.language
        rows = [
            (labels.currency(one.currency), fmt.day(one.quoted_on, language), f"{one.rate:f}")
            for one in rates
        ]
        self.table.show_texts(headers, rows, right=[2])
        self.table.setVisible(bool(rows))
        self._empty.setVisible(not rows)

    def _fill_currencies(self) -> None:
        kept = self.currency.currentData()
        self.currency.clear()
        for code in labels.currencies():
            if code != self._base:
                self.currency.addItem(labels.currency(code), code)
        self.currency.setCurrentIndex(max(0, self.currency.findData(kept)))

    def submit(self) -> None:
        """Keep the rate."""
        on, rate = self.on.day(), _rate(self.rate.text())
        wrong = translate("Settings", "Type a rate above zero, such as 7.1234")
        errors = {
            "date": unclear_date() if on is None else "",
            "rate": wrong if rate is None else "",
        }
        if self.errors_shown(errors) or on is None or rate is None:
            return
        self._book(str(self.currency.currentData()), on, rate)

    def _book(self, currency: str, on: date, rate: Decimal) -> None:
        def done(_result: object) -> None:
            self.dirty = False
            self.rate.clear()
            self.load()

        self.ctx.act(
            add_rate,
            currency,
            on,
            rate,
            asker=self,
            notice=translate("Settings", "Rate kept"),
            done=done,
            failed=self.refused,
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.save.set_words(translate("Settings", "Add the rate"))
        self._empty.setText(
            translate(
                "Settings", "No rates yet. They are needed for documents in other currencies."
            )
        )
        self.table.setAccessibleName(self.title())


def _rate(text: str) -> Decimal | None:
    """Return a typed rate above zero, with at most 8 decimals, None when unclear."""
    plain = parse.clean(text).replace(" ", "")
    try:
        found = Decimal(plain)
    except InvalidOperation:
        return None
    exponent = found.as_tuple().exponent
    fits = found.is_finite() and isinstance(exponent, int) and exponent >= -8
    return found if fits and 0 < found < 10**9 else None
