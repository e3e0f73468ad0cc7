"""Month-end revaluation: what it would post, and the runs that were kept."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtWidgets import QSizePolicy

from domain.errors import QingzhangError
from domain.listing import RevaluationRow
from domain.ports import BookReader
from domain.services import revaluation
from domain.services.revaluation import Draft
from ui import format as fmt
from ui.context import AppContext
from ui.marks import translate
from ui.settings.section import Section
from ui.widgets.basic import column, label, pane, row
from ui.widgets.button import Button
from ui.widgets.fields import DateEdit, Field
from ui.widgets.text_table import TextTable

#: All columns fit, and the last does not run away to the right.
_WIDTH: Final = 780


class RevaluationSection(Section):
    """The draft of a day above, the runs below; the last run can be reversed."""

    key = "revaluation"
    wide = True

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx)
        last = ctx.today.replace(day=1) - timedelta(days=1)
        self.on = DateEdit(last, ctx.today, name="settings.revaluation.date")
        self.draft_table = TextTable("settings.revaluation.draft")
        self.runs_table = TextTable("settings.revaluation.runs")
        self.reverse = Button(name="settings.revaluation.reverse", kind="small", icon="undo-2")
        for table in (self.draft_table, self.runs_table):
            table.setMaximumWidth(_WIDTH)
        self._about_draft = label("label", wrap=True)
        self._runs_heading = label("heading")
        self._draft: Draft | None = None
        self._runs: list[RevaluationRow] = []
        self.fields = {
            "date": Field(self.on, lambda: translate("Settings", "Month end"), above=True)
        }
        line = pane(row(self.fields["date"], column(22, self.save, None), None, gap=12))
        line.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        runs = row(self._runs_heading, None, self.reverse)
        layout = column(
            line,
            self.problem,
            4,
            self._about_draft,
            self.draft_table,
            12,
            pane(runs, height=28),
            self.runs_table,
            gap=8,
        )
        layout.setStretchFactor(self.draft_table, 1)
        layout.setStretchFactor(self.runs_table, 1)
        layout.addStretch(0)
        self.setLayout(layout)
        self.on.changed.connect(lambda _day: self.load())
        self.reverse.clicked.connect(self.reverse_last)

    def title(self) -> str:
        """Return the section's name."""
        return translate("Settings", "Revaluation")

    def about(self) -> str:
        """Return one line about it."""
        return translate(
            "Settings", "Open items in foreign currency at the closing rate; nothing booked changes"
        )

    def load(self) -> None:
        """Read what the day would post, and the runs."""
        on = self.on.day()
        self.problem.hide()

        def read(reader: BookReader) -> tuple[Draft | None, list[RevaluationRow]]:
            runs = reader.revaluations()
            return (None if on is None else revaluation.draft(reader, on)), runs

        self.ctx.query(read, self._show, asker=self, failed=self._without_rate)

    def _without_rate(self, error: QingzhangError) -> bool:
        self._draft = None
        self.draft_table.hide()
        self.save.setEnabled(False)
        self.ctx.query(lambda reader: reader.revaluations(), self._show_runs, asker=self)
        return self.refused(error)

    def _show(self, found: tuple[Draft | None, list[RevaluationRow]]) -> None:
        self._draft, runs = found
        self._show_draft()
        self._show_runs(runs)

    def _show_draft(self) -> None:
        draft = self._draft
        postings = draft.postings if draft else ()
        self.draft_table.setVisible(bool(postings))
        self.save.setEnabled(bool(postings))
        if draft is None or not postings:
            self._about_draft.setText(
                translate("Settings", "Nothing is open in a foreign currency on that day.")
            )
            return
        left_out = len(draft.without_rate)
        words = translate("Settings", "Gain is positive, loss negative, in {currency}.")
        text = words.format(currency=draft.base)
        if left_out:
            text += " " + translate(
                "Settings", "%n item(s) booked without a rate are not valued.", None, left_out
            )
        self._about_draft.setText(text)
        headers = [
            translate("Settings", "Currency"),
            translate("Settings", "Closing rate"),
            translate("Settings", "Items"),
            translate("Settings", "Open"),
            translate("Settings", "Booked"),
            translate("Settings", "Valued"),
            translate("Settings", "Posted before"),
            translate("Settings", "To post"),
        ]
        rows = [
            (
                one.currency,
                f"{one.rate:f}" if one.rate else "—",
                str(one.items),
                fmt.money(one.open, one.currency),
                fmt.money(one.booked, draft.base),
                fmt.money(one.valued, draft.base),
                fmt.money_or_dash(one.before, draft.base),
                fmt.money_or_dash(one.change, draft.base),
            )
            for one in postings
        ]
        self.draft_table.show_texts(headers, rows, right=range(1, 8))

    def _show_runs(self, runs: list[RevaluationRow]) -> None:
        self._runs = runs
        language = self.ctx.language
        headers = [
            translate("Settings", "Month end"),
            translate("Settings", "Items"),
            translate("Settings", "Difference"),
            translate("Settings", "By"),
            translate("Settings", "Reversed"),
        ]
        rows = [
            (
                fmt.day(one.run_on, language),
                str(one.items),
                fmt.money(one.valued - one.booked, one.base_currency),
                one.user,
                fmt.day(one.reversed_on, language) if one.reversed_on else "—",
            )
            for one in runs
        ]
        self.runs_table.show_texts(headers, rows, right=[1, 2])
        self.runs_table.setVisible(bool(runs))
        self._runs_heading.setVisible(bool(runs))
        self.reverse.setVisible(any(one.reversed_on is None for one in runs))

    def submit(self) -> None:
        """Book the revaluation of the day."""
        if self._draft is None:
            return
        self.ctx.act(
            revaluation.run,
            self._draft,
            asker=self,
            notice=translate("Settings", "The revaluation is booked"),
            done=lambda _result: self.load(),
            failed=self.refused,
        )

    def reverse_last(self) -> None:
        """Take the latest run that stands back."""
        last = next((one for one in self._runs if one.reversed_on is None), None)
        if last is None:
            return
        on = max(self.ctx.today, _next_month(last.run_on))
        self.ctx.act(
            revaluation.reverse,
            last.id,
            on,
            asker=self,
            notice=translate("Settings", "The revaluation is reversed"),
            done=lambda _result: self.load(),
            failed=self.refused,
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.save.set_words(translate("Settings", "Book the revaluation"))
        self.reverse.set_words(translate("Settings", "Reverse the last run"))
        self._runs_heading.setText(translate("Settings", "Runs"))
        self.draft_table.setAccessibleName(translate("Settings", "What the day would post"))
        self.runs_table.setAccessibleName(translate("Settings", "Runs"))


def _next_month(on: date) -> date:
    """Return the first day of the month that follows."""
    return (on.replace(day=28) + timedelta(days=4)).replace(day=1)
