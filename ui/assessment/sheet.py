"""The accounts of three years, side by side: typed, or pasted from a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QScrollArea, QWidget

from domain.credit.statements import (
    SECTIONS,
    YEARS,
    FinancialStatement,
    Line,
    findings,
    latest_years,
)
from domain.terms import day_of_month
from ui import assessment_words as words
from ui import format as fmt
from ui.context import AppContext
from ui.marks import translate
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.fields import AmountEdit, DateEdit

_TOTALS: Final = frozenset(
    {
        Line.CURRENT_ASSETS,
        Line.TOTAL_ASSETS,
        Line.CURRENT_LIABILITIES,
        Line.TOTAL_LIABILITIES,
        Line.EQUITY,
        Line.NET_PROFIT,
    }
)


class YearEdits:
    """The fields of one fiscal year."""

    def __init__(self, place: int, near: date) -> None:
        name = f"accounts.{place}"
        self.ended = DateEdit(None, near, name=f"{name}.ended")
        self.audited = QCheckBox()
        self.audited.setObjectName(f"{name}.audited")
        self.source = QLineEdit()
        self.source.setObjectName(f"{name}.source")
        self.amounts = {one: AmountEdit(name=f"{name}.{one.value}") for one in Line}

    def show_year(self, found: FinancialStatement | None, ended: date, currency: str) -> None:
        """Show accounts, or empty fields for a year."""
        self.ended.set_day(found.ended_on if found is not None else ended)
        self.audited.setChecked(found is not None and found.audited)
        self.source.setText(found.source if found is not None else "")
        for one, edit in self.amounts.items():
            edit.currency = currency
            edit.set_minor(found.given(one) if found is not None else None)
            edit.setPlaceholderText("")
            if found is not None and found.follows(one):
                edit.setPlaceholderText(fmt.money(found.value(one) or 0, currency))

    def value(self, currency: str) -> FinancialStatement | None:
        """Return what is typed, None where no amount is."""
        typed = {one.value: edit.minor() for one, edit in self.amounts.items()}
        amounts = {name: minor for name, minor in typed.items() if minor is not None}
        ended = self.ended.day()
        if not amounts or ended is None:
            return None
        return FinancialStatement(
            ended_on=ended,
            currency=currency,
            amounts=amounts,
            audited=self.audited.isChecked(),
            source=self.source.text().strip(),
        )

    def unclear(self) -> QWidget | None:
        """Return the first field that cannot be read."""
        if self.ended.is_unclear():
            return self.ended
        return next((edit for edit in self.amounts.values() if edit.is_unclear()), None)


class AccountsSheet(QWidget):
    """Twenty-three lines by three years.

    Signals:
        kept_asked: the accounts typed are to be kept (list of statements), and years whose
            fields were all emptied taken back (list of years).
        paste_asked: a table on the clipboard is to be read.
    """

    kept_asked = Signal(object, object)
    paste_asked = Signal()

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self._currency = "CNY"
        self._shown: list[FinancialStatement] = []
        self.years = [YearEdits(place, ctx.as_of) for place in range(YEARS)]
        self._labels = {one: label("strong" if one in _TOTALS else "label") for one in Line}
        self._heads = {key: label("heading") for key in SECTIONS}
        self._ends, self._audits, self._sources = label("label"), label("label"), label("label")
        self._findings = label("small", name="accounts.findings", wrap=True)
        self.keep = Button(name="accounts.keep", kind="primary", key="Ctrl+Enter", icon="save")
        self.drop = Button(name="accounts.drop")
        self.paste = Button(name="accounts.paste", key="Ctrl+Shift+V", icon="copy")
        self.keep.clicked.connect(self.keep_typed)
        self.drop.clicked.connect(lambda: self.show_statements(self._shown, self._currency))
        self.paste.clicked.connect(self.paste_asked)
        self._build()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(16, 8, 16, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        for place, year in enumerate(self.years, start=1):
            grid.addWidget(year.ended, 0, place)
            grid.setColumnMinimumWidth(place, 160)
        grid.addWidget(self._ends, 0, 0)
        at = 1
        for section, lines in SECTIONS.items():
            grid.addWidget(self._heads[section], at, 0)
            for one in lines:
                at += 1
                grid.addWidget(self._labels[one], at, 0)
                for place, year in enumerate(self.years, start=1):
                    grid.addWidget(year.amounts[one], at, place)
            at += 1
        for about, name in ((self._audits, "audited"), (self._sources, "source")):
            grid.addWidget(about, at, 0)
            for place, year in enumerate(self.years, start=1):
                grid.addWidget(getattr(year, name), at, place)
            at += 1
        grid.setColumnMinimumWidth(0, 190)
        inside = pane(column(row(grid, None), None))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        foot = row(self.keep, self.drop, self.paste, None, margins=(16, 0, 16, 0))
        told = pane(row(self._findings, margins=(16, 4, 16, 4)), role="head")
        self.setLayout(column(area, line(), told, pane(foot, height=44, role="head")))
        self._order()
        self.setFocusProxy(self.years[-1].amounts[Line.CASH])

    def _order(self) -> None:
        """Tab goes down a year, then on to the next."""
        before: QWidget | None = None
        for year in reversed(self.years):
            for one in (year.ended, *year.amounts.values(), year.audited, year.source):
                if before is not None:
                    QWidget.setTabOrder(before, one)
                before = one

    def show_statements(self, statements: Sequence[FinancialStatement], currency: str) -> None:
        """Show accounts, the latest at the right; years not there yet are empty columns."""
        self._shown = latest_years(statements)
        self._currency = self._shown[-1].currency if self._shown else currency
        ended = self._shown[-1].ended_on if self._shown else date(self.ctx.as_of.year - 1, 12, 31)
        absent = YEARS - len(self._shown)
        columns = [*self._shown[::-1], *(None,) * absent]
        for back, (year, found) in enumerate(zip(reversed(self.years), columns, strict=True)):
            day = day_of_month(ended.year - back, ended.month, ended.day)
            year.show_year(found, day, self._currency)
        self._tell()

    def value(self) -> list[FinancialStatement]:
        """Return the accounts as typed, oldest first."""
        typed = [year.value(self._currency) for year in self.years]
        return sorted((one for one in typed if one is not None), key=lambda one: one.ended_on)

    def has_draft(self) -> bool:
        """Whether something typed is not kept yet."""
        unclear = any(year.unclear() is not None for year in self.years)
        return unclear or self.value() != self._shown

    def keep_typed(self) -> None:
        """Keep what is typed; fields that cannot be read are pointed at."""
        unclear = next((one for one in (year.unclear() for year in self.years) if one), None)
        if unclear is not None:
            unclear.setFocus(Qt.FocusReason.OtherFocusReason)
            said = translate("Assessment", "This field cannot be read. Nothing was kept.")
            self._findings.setText(said)
            return
        typed = self.value()
        changed = [one for one in typed if one not in self._shown]
        years = {one.year for one in typed}
        emptied = [one.year for one in self._shown if one.year not in years]
        if changed or emptied:
            self.kept_asked.emit(changed, emptied)

    def _tell(self) -> None:
        language = self.ctx.language
        found = findings(self._shown)
        if not self._shown:
            said = translate(
                "Assessment",
                "Copy the balance sheet and income statement in a spreadsheet and paste them "
                "here, or type the lines that are known.",
            )
        elif found:
            said = "\n".join(words.finding(one, language, self._currency) for one in found)
        else:
            said = translate("Assessment", "The accounts add up.")
        self._findings.setText(said)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        language = self.ctx.language
        for one, told in self._labels.items():
            told.setText(words.line(one.value, language))
            for year in self.years:
                year.amounts[one].setAccessibleName(words.line(one.value, language))
        for key, told in self._heads.items():
            told.setText(words.section(key, language))
        self._ends.setText(translate("Assessment", "Fiscal year to"))
        self._audits.setText(translate("Assessment", "Audited"))
        self._sources.setText(translate("Assessment", "Source"))
        for year in self.years:
            year.ended.setAccessibleName(self._ends.text())
            year.audited.setAccessibleName(self._audits.text())
            year.source.setAccessibleName(self._sources.text())
        self.keep.set_words(translate("Assessment", "Keep the accounts"))
        self.drop.set_words(translate("Assessment", "Take back what was typed"))
        self.paste.set_words(translate("Assessment", "Paste from a spreadsheet"))
        self._tell()
