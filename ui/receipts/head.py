"""Who paid, what was written, when and where it came in, and what is known of the payer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from domain.document import Kind
from domain.listing import InflowRow
from domain.matching.payments import written
from domain.matching.values import Proposal
from ui import format as fmt
from ui import labels
from ui.marks import translate
from ui.receipts.bank_text import BankText
from ui.receipts.data import Case
from ui.receipts.evidence import findings
from ui.receipts.words import STATES, account_name, memory_words
from ui.widgets.basic import Chips, CutLabel, column, label, pane, row
from ui.widgets.paint import ChipText

#: A payer's name is cut only beyond this.
_PAYER: Final = 240


class PayerHead(QWidget):
    """The upper part of the pane: everything about the money, nothing about what it pays."""

    def __init__(self) -> None:
        super().__init__()
        self._payer = label("subhead", name="receipts.payer")
        self._payer.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._bank = CutLabel()
        self._bank.setObjectName("receipts.bank")
        self._bank.setProperty("role", "small")
        self._amount = label("number", name="receipts.amount")
        self._chips = Chips()
        self.text = BankText("receipts.text")
        self._about = CutLabel()
        self._about.setObjectName("receipts.about")
        self._known = label("small", name="receipts.known")
        self._note = label("small", name="receipts.note_of_mark", wrap=True)
        self.raw = QPlainTextEdit()
        self.raw.setObjectName("receipts.raw")
        self.raw.setReadOnly(True)
        self.raw.setFixedHeight(74)
        self.raw.hide()
        for one in (self._about, self._known):
            one.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        title = row(self._payer, self._bank, self._chips, None, self._amount, gap=8)
        about = row(self._about, None, self._known, gap=16)
        inside = column(title, self.text, self.raw, about, self._note, gap=6)
        inside.setContentsMargins(16, 10, 16, 10)
        self.setLayout(column(pane(inside)))

    def show_case(self, case: Case, proposal: Proposal | None, language: str) -> None:
        """Show an inflow, receipt or credit note; a proposal marks what it found."""
        source, inflow = case.source, case.inflow
        typed = source.key is None and source.item_id is None
        unknown = (
            translate("Receipts", "New receipt")
            if typed
            else translate("Receipts", "Payer unknown")
        )
        self._payer.setText(case.payer or case.customer(language) or unknown)
        # What a label wants is never less than the least it had: that of the payer before.
        self._payer.setMinimumWidth(0)
        self._payer.setMinimumWidth(min(_PAYER, self._payer.sizeHint().width()))
        self._payer.setToolTip(self._payer.text())
        self._amount.setText(fmt.money(source.amount, source.currency))
        self._amount.setAccessibleName(f"{source.currency} {self._amount.text()}")
        self._bank.setText("" if inflow is None else _bank_words(inflow))
        self._chips.set_chips(_chips(case))
        said = case.description if inflow is None else written(inflow)
        found = findings(proposal, said).spans if inflow is not None else ()
        self.text.show_text(translate("Receipts", "Text"), said, found)
        self.text.setVisible(bool(said))
        self._about.setText(_about_words(case, language))
        known = memory_words(case.memories, source.customer_id, language)
        self._known.setText(known)
        self._known.setVisible(bool(known))
        note = "" if inflow is None else inflow.note
        self._note.setText(translate("Receipts", "Note: {text}").format(text=note))
        self._note.setVisible(bool(note))

    def show_raw(self, text: str | None) -> None:
        """Show the row as the file had it, None to put it away."""
        self.raw.setVisible(text is not None)
        self.raw.setPlainText(text or "")

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.raw.setAccessibleName(translate("Receipts", "Original row"))


def _bank_words(inflow: InflowRow) -> str:
    return " · ".join(one for one in (inflow.bank, _spaced(inflow.account)) if one)


def _spaced(number: str) -> str:
    """Write an account number in groups of four, as on cards and statements."""
    if not number.isdigit() or len(number) < 12:
        return number
    return " ".join(number[at : at + 4] for at in range(0, len(number), 4))


def _about_words(case: Case, language: str) -> str:
    source, inflow = case.source, case.inflow
    day = fmt.day(source.on, language)
    if inflow is None:
        return " · ".join(one for one in (source.number, day, case.method, case.reference) if one)
    moment = f"{day} {inflow.at[:5]}".strip()
    own = account_name(inflow.own_account, inflow.own_bank, language)
    serial = translate("Receipts", "serial {number}").format(number=inflow.serial)
    parts = [inflow.number, moment, own, serial if inflow.serial else "", source.currency]
    if not inflow.own_account:
        parts += [case.method, case.reference]
    return " · ".join(part for part in parts if part)


def _chips(case: Case) -> list[ChipText]:
    source, inflow = case.source, case.inflow
    if case.voided:
        return [ChipText(translate("Receipts", "Void"), "neutral")]
    chips = []
    if inflow is not None and inflow.state in ("check", "held", "other"):
        words, tone = STATES[inflow.state]
        chips.append(ChipText(translate("Receipts", words), tone))
    if not source.is_receipt:
        chips.append(ChipText(labels.kind(case.kind), "green"))
    if case.kind == Kind.RECEIPT and source.item_id is None:
        chips.append(ChipText(translate("Receipts", "Draft"), "amber"))
    elif source.amount > 0 and not source.available:
        chips.append(ChipText(translate("Receipts", "Allocated"), "green"))
    elif 0 < source.available < source.amount:
        chips.append(ChipText(translate("Receipts", "Part allocated"), "amber"))
    return chips
