"""What was understood of accounts pasted from a spreadsheet, shown before it is kept."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from domain.credit.pasting import Pasted, PastedRow, read_pasted
from domain.credit.statements import FinancialStatement
from domain.money import grouped
from ui import assessment_words as words
from ui.context import AppContext
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.basic import column, label, line, pane, row
from ui.widgets.button import Button
from ui.widgets.fields import Field
from ui.widgets.text_table import TextTable

_SCALES: Final = {
    0: QT_TRANSLATE_NOOP("Assessment", "As the table says"),
    1: QT_TRANSLATE_NOOP("Assessment", "Single units"),
    1_000: QT_TRANSLATE_NOOP("Assessment", "Thousands"),
    10_000: QT_TRANSLATE_NOOP("Assessment", "Ten thousands"),
    1_000_000: QT_TRANSLATE_NOOP("Assessment", "Millions"),
    100_000_000: QT_TRANSLATE_NOOP("Assessment", "Hundred millions"),
}
_USES: Final = {
    "unknown": QT_TRANSLATE_NOOP("Assessment", "no such line, not used"),
    "second": QT_TRANSLATE_NOOP("Assessment", "said by another row, not used"),
}


class PastePane(QWidget):
    """The pasted text, its unit and year, and the table of what was understood.

    Signals:
        taken: the accounts are to be kept (list of statements).
        closed: nothing is to be kept.
    """

    taken = Signal(object)
    closed = Signal()

    def __init__(self, ctx: AppContext) -> None:
        super().__init__()
        self.ctx = ctx
        self._currency = "CNY"
        self._read: Pasted | None = None
        self.text = QPlainTextEdit()
        self.text.setObjectName("accounts.pasted")
        self.text.setFixedHeight(96)
        self.text.setTabChangesFocus(True)
        self.scale = QComboBox()
        self.scale.setObjectName("accounts.paste.scale")
        self.year = QLineEdit()
        self.year.setObjectName("accounts.paste.year")
        self.source = QLineEdit()
        self.source.setObjectName("accounts.paste.source")
        self.table = TextTable("accounts.paste.table")
        self._told = label("small", name="accounts.paste.told", wrap=True)
        self.do = Button(name="accounts.paste.keep", kind="primary", key="Ctrl+Enter", icon="save")
        self.leave = Button(name="accounts.paste.close", key="Esc")
        self._fields = (
            Field(self.scale, lambda: translate("Assessment", "Unit"), above=True),
            Field(self.year, lambda: translate("Assessment", "Latest year"), above=True),
            Field(self.source, lambda: translate("Assessment", "Source"), above=True),
        )
        head = row(*self._fields, None, gap=16)
        top = pane(column(self.text, head, margins=(16, 12, 16, 12)), height=188)
        acts = row(self.do, self.leave, self._told, margins=(16, 0, 16, 0))
        acts.setStretch(2, 1)
        foot = pane(
            acts,
            height=52,
            role="head",
        )
        layout = column(top, line(), self.table, line(), foot)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.text)
        self._wire()

    def _wire(self) -> None:
        self.text.textChanged.connect(self._reread)
        self.year.textChanged.connect(self._reread)
        self.scale.currentIndexChanged.connect(self._reread)
        self.do.clicked.connect(self.take)
        self.leave.clicked.connect(self.closed)

    def show_text(self, text: str, currency: str) -> None:
        """Show what the clipboard holds and what is understood of it."""
        self._currency = currency
        self.scale.setCurrentIndex(0)
        self.year.setText(str(self.ctx.as_of.year - 1))
        self.source.setText("")
        self.text.setPlainText(text)
        self._reread()

    def _reread(self) -> None:
        year = self.year.text().strip()
        latest = int(year) if year.isdecimal() and len(year) == 4 else self.ctx.as_of.year - 1
        self._read = read_pasted(
            self.text.toPlainText(),
            currency=self._currency,
            latest_year=latest,
            scale=self.scale.currentData() or None,
        )
        self._show()

    def statements(self) -> list[FinancialStatement]:
        """Return the accounts that were understood, latest first."""
        if self._read is None:
            return []
        source = self.source.text().strip()
        return [
            FinancialStatement(
                ended_on=one.ended_on, currency=one.currency, amounts=one.amounts, source=source
            )
            for one in self._read.statements()
        ]

    def take(self) -> None:
        """Hand over what was understood."""
        found = self.statements()
        if found:
            self.taken.emit(found)

    def _show(self) -> None:
        found = self._read
        if found is None:
            return
        heads = [
            translate("Assessment", "Row"),
            translate("Assessment", "Line"),
            *(str(year) for year in found.years),
            translate("Assessment", "Remark"),
        ]
        rows = [self._row(one, found) for one in found.rows]
        wrong = frozenset(
            place
            for place, one in enumerate(found.rows)
            if one.use == "taken" and any(cell.problem for cell in one.cells)
        )
        right = range(2, 2 + len(found.years))
        self.table.show_texts(heads, rows, right=list(right), marked=wrong)
        self._told.setText(self._summary(found))
        self.do.setEnabled(bool(found.statements()))

    def _row(self, one: PastedRow, found: Pasted) -> list[str]:
        by_year = {cell.year: cell for cell in one.cells}
        shown = []
        for year in found.years:
            cell = by_year.get(year)
            if cell is None or (cell.minor is None and cell.problem is None):
                shown.append("")
            elif cell.minor is None or one.use != "taken":
                shown.append(cell.text)
            else:
                shown.append(grouped(cell.minor, found.currency))
        known = words.line(one.line.value, self.ctx.language) if one.line is not None else ""
        use = _USES.get(one.use, "")
        remark = translate("Assessment", use) if use else ""
        if one.use == "taken" and any(cell.problem for cell in one.cells):
            remark = translate("Assessment", "a figure cannot be read, not used")
        return [one.label, known, *shown, remark]

    def _summary(self, found: Pasted) -> str:
        taken = sum(one.use == "taken" for one in found.rows)
        if not taken:
            return translate("Assessment", "No line of accounts was found in this text.")
        parts = [translate("Assessment", "%n line(s) understood", None, taken)]
        unit = translate("Assessment", "amounts times {scale} {currency}")
        parts.append(unit.format(scale=f"{found.scale:,}", currency=found.currency))
        if not found.unit_found and not self.scale.currentData():
            parts.append(translate("Assessment", "no unit named: check it"))
        if found.assumed:
            parts.append(translate("Assessment", "years assumed for want of a heading"))
        return " · ".join(parts)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        kept = self.scale.currentIndex()
        self.scale.blockSignals(True)
        self.scale.clear()
        for scale, told in _SCALES.items():
            self.scale.addItem(translate("Assessment", told), scale)
        self.scale.setCurrentIndex(max(kept, 0))
        self.scale.blockSignals(False)
        for field in self._fields:
            field.retranslate()
        self.text.setAccessibleName(translate("Assessment", "Pasted table"))
        self.text.setPlaceholderText(
            translate("Assessment", "Paste the copied table here: names of lines, then figures.")
        )
        self.table.setAccessibleName(translate("Assessment", "What was understood"))
        self.do.set_words(translate("Assessment", "Keep the accounts"))
        self.leave.set_words(translate("Assessment", "Cancel"))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter keeps, Esc leaves."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.take()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
