"""Reference rates of late-payment interest: the tables, and a line to enter a new rate."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import partial
from typing import Final

from PySide6.QtWidgets import QComboBox, QSizePolicy

from domain.interest_modes import percent
from domain.ports import BookReader
from domain.reference_rates import KnownRate, Rates, Source
from domain.services.interest import add_reference_rate
from ui import format as fmt
from ui import interest_words, parse
from ui.context import AppContext
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.settings.section import Section
from ui.widgets.basic import column, label, line_edit, pane, row
from ui.widgets.fields import DateEdit, Field, unclear_date
from ui.widgets.text_table import TextTable

#: Where a built-in rate comes from, in words.
_NOTES: Final = {
    "published": QT_TRANSLATE_NOOP("Settings", "As published"),
    "benchmark": QT_TRANSLATE_NOOP("Settings", "Benchmark of the time before the LPR"),
    "secondary": QT_TRANSLATE_NOOP("Settings", "One secondary source, to be verified"),
}


class ReferenceRatesSection(Section):
    """One table at a time, the newest rate first; a rate entered goes before the built-in one."""

    key = "reference_rates"

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        self.source = QComboBox()
        self.source.setObjectName("settings.reference_rates.source")
        self.on = DateEdit(ctx.today, ctx.today, name="settings.reference_rates.date")
        self.rate = line_edit("settings.reference_rates.rate")
        self.note = line_edit("settings.reference_rates.note")
        self.table = TextTable("settings.reference_rates.list")
        self.known = label("label", name="settings.reference_rates.known", wrap=True)
        self._rates = Rates()
        words = {
            "source": (self.source, QT_TRANSLATE_NOOP("Settings", "Table of rates")),
            "date": (self.on, QT_TRANSLATE_NOOP("Settings", "From")),
            "rate": (self.rate, QT_TRANSLATE_NOOP("Settings", "Percent a year")),
            "note": (self.note, QT_TRANSLATE_NOOP("Settings", "Where it was published")),
        }
        self.fields = {
            name: Field(editor, partial(translate, "Settings", source), above=True)
            for name, (editor, source) in words.items()
        }
        self._build()
        self.source.activated.connect(lambda _place: self._show_table())
        for typed in (self.rate, self.note):
            typed.returnPressed.connect(self.submit)
        self.watch([self.rate, self.note])

    def _build(self) -> None:
        self.source.setMinimumWidth(184)
        first = row(self.fields["source"], self.fields["date"], self.fields["rate"], gap=12)
        second = row(self.fields["note"], column(22, self.save, None), gap=12)
        lines = pane(column(first, second, gap=8))
        lines.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        layout = column(lines, self.problem, 4, self.known, self.table, gap=8)
        layout.setStretchFactor(self.table, 1)
        self.setLayout(layout)

    def title(self) -> str:
        """Return the section's name."""
        return translate("Settings", "Reference rates")

    def about(self) -> str:
        """Return one line about it."""
        return translate("Settings", "What late-payment interest follows; each holds to the next")

    def load(self) -> None:
        """Show the tables with what the book has entered."""

        def read(reader: BookReader) -> Rates:
            return Rates(reader.reference_rates())

        self.ctx.query(read, self._show, asker=self)

    def _show(self, rates: Rates) -> None:
        self._rates = rates
        self.dirty = False
        self._show_table()

    def _chosen(self) -> Source:
        return Source(self.source.currentData() or Source.LPR)

    def _show_table(self) -> None:
        source, language = self._chosen(), self.ctx.language
        headers = [
            translate("Settings", "From"),
            translate("Settings", "Percent a year"),
            translate("Settings", "Origin"),
        ]
        found = self._rates.rows(source)[::-1]
        rows = [
            (fmt.day(one.from_on, language), percent(one.percent), _origin(one)) for one in found
        ]
        self.table.show_texts(headers, rows, right=[1])
        self.table.setVisible(bool(rows))
        until = self._rates.known_until(source)
        if until is None:
            said = translate("Settings", "Your own table; it holds what you enter.")
        else:
            told = translate("Settings", "Checked up to {date}; interest beyond it warns.")
            said = told.replace("{date}", fmt.day(until, language))
        self.known.setText(said)

    def submit(self) -> None:
        """Keep the rate."""
        on, rate = self.on.day(), _percent(self.rate.text())
        wrong = translate("Settings", "Type a percentage such as 3.00")
        errors = {
            "date": unclear_date() if on is None else "",
            "rate": wrong if rate is None else "",
        }
        if self.errors_shown(errors) or on is None or rate is None:
            return

        def done(_result: object) -> None:
            self.dirty = False
            self.rate.clear()
            self.note.clear()
            self.load()

        self.ctx.act(
            add_reference_rate,
            self._chosen(),
            on,
            rate,
            self.note.text().strip(),
            asker=self,
            notice=translate("Settings", "Reference rate kept"),
            done=done,
            failed=self.refused,
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.save.set_words(translate("Settings", "Enter the rate"))
        kept = self.source.currentData()
        self.source.clear()
        for source in Source:
            self.source.addItem(interest_words.source(source, self.ctx.language), source.value)
        self.source.setCurrentIndex(max(0, self.source.findData(kept)))
        self.table.setAccessibleName(self.title())
        self._show_table()


def _origin(one: KnownRate) -> str:
    if not one.entered:
        source = _NOTES[one.note]
        return translate("Settings", source)
    entered = translate("Settings", "Entered")
    return f"{entered} · {one.note}" if one.note else entered


def _percent(text: str) -> Decimal | None:
    """Return a typed percentage below 100 with at most 6 decimals, None when unclear."""
    plain = parse.clean(text).replace(" ", "").removesuffix("%")
    return Decimal(plain) if re.fullmatch(r"\d{1,2}(\.\d{1,6})?", plain, re.ASCII) else None
