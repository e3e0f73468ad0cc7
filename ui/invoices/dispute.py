"""The forms of a dispute: opening it, deciding it, handing it on."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from domain.changes import OperationResult
from domain.disputes import (
    Dispute,
    DisputeHandling,
    DisputeKind,
    DisputeOn,
    Outcome,
    Settlement,
)
from domain.listing import ItemRow
from domain.services import disputes
from ui import format as fmt
from ui.context import AppContext, Notice
from ui.dispute_words import kind_word, outcome_word
from ui.marks import translate
from ui.widgets.basic import label
from ui.widgets.fields import AmountEdit, DateEdit, Field, needed, unclear_amount, unclear_date
from ui.widgets.form import FormFrame


class DisputeForm(FormFrame):
    """What is contested, over how much, who looks into it; the book's numbers do not change."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "invoices.dispute")
        self.places = {"allocation.exceeds_open": "amount"}
        self._item: ItemRow | None = None
        self.kind = _combo("invoices.dispute.kind", DisputeKind)
        self.amount = AmountEdit(name="invoices.dispute.amount")
        self.reason = _edit("invoices.dispute.reason")
        self.owner = _edit("invoices.dispute.owner")
        self.due = DateEdit(None, ctx.today, name="invoices.dispute.due")
        self.note = _edit("invoices.dispute.note")
        words = {
            "kind": (self.kind, lambda: translate("Dispute", "What is contested")),
            "amount": (self.amount, lambda: translate("Dispute", "Disputed amount")),
            "reason": (self.reason, lambda: translate("Dispute", "What the customer says")),
            "owner": (self.owner, lambda: translate("Dispute", "Looked into by")),
            "due": (self.due, lambda: translate("Dispute", "To be settled by")),
            "note": (self.note, lambda: translate("Dispute", "Note")),
        }
        self.lay_out({key: Field(one, say, above=True) for key, (one, say) in words.items()})

    def start(self, item: ItemRow, reason: str = "") -> None:
        """Show the form for an item; all that is open and undisputed is offered."""
        self._item = item
        self.amount.currency = item.currency
        self.amount.set_minor(item.open - item.disputed)
        self.reason.setText(reason)
        self.note.clear()
        self.due.set_day(None)
        if not self.owner.text():
            self.owner.setText(self.ctx.user)
        self.title.setText(translate("Dispute", "Dispute {number}").format(number=item.label))
        self.errors_shown({})
        self.kind.setFocus()

    def _errors(self) -> dict[str, str]:
        errors = {}
        if self.amount.minor() is None:
            errors["amount"] = unclear_amount()
        if not self.reason.text().strip():
            errors["reason"] = needed()
        if self.due.is_unclear():
            errors["due"] = unclear_date()
        return errors

    def submit(self) -> None:
        """Open the dispute."""
        item, minor = self._item, self.amount.minor()
        if self.errors_shown(self._errors()) or item is None or minor is None:
            return
        value = Dispute(
            item_id=item.id,
            amount=minor,
            kind=DisputeKind(self.kind.currentData()),
            opened_on=self.ctx.today,
            reason=self.reason.text().strip(),
            owner=self.owner.text().strip(),
            due_on=self.due.day(),
            note=self.note.text().strip(),
        )
        self.ctx.act(
            disputes.open_dispute,
            value,
            asker=self,
            notice=self._told,
            done=lambda _result: self.submitted.emit(),
            failed=self.refused,
        )

    def _told(self, result: OperationResult[int]) -> Notice:
        ctx, dispute_id, on = self.ctx, result.value, self.ctx.today
        said = translate("Dispute", "Dispute opened; this part is not chased")
        mistake = Settlement(
            outcome=Outcome.WITHDRAWN, text=translate("Dispute", "opened by mistake")
        )

        def undo() -> None:
            done = translate("Dispute", "Dispute withdrawn; the whole item is chased again")
            ctx.act(disputes.settle_dispute, dispute_id, mistake, on, asker=ctx, notice=done)

        return Notice(said, translate("Dispute", "Undo"), undo)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.do.set_words(translate("Dispute", "Mark as disputed"))
        self.due.setPlaceholderText(translate("Dispute", "empty: by the policy"))
        for at in range(self.kind.count()):
            self.kind.setItemText(at, kind_word(self.kind.itemData(at), self.ctx.language))


class SettleDisputeForm(FormFrame):
    """How a dispute ends: the decision, what is conceded, what the customer is told.

    Signals:
        credit_wanted: something was conceded; its credit note comes next (the dispute's id).
    """

    credit_wanted = Signal(int)

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "invoices.settle_dispute")
        self.places = {"dispute.bad_concession": "conceded"}
        self._dispute: DisputeOn | None = None
        self.outcome = _combo("invoices.settle_dispute.outcome", Outcome)
        self.conceded = AmountEdit(name="invoices.settle_dispute.conceded")
        self.text = _long("invoices.settle_dispute.text")
        self._about = label("small", wrap=True)
        words = {
            "outcome": (self.outcome, lambda: translate("Dispute", "Decision")),
            "conceded": (self.conceded, lambda: translate("Dispute", "Conceded")),
            "text": (self.text, lambda: translate("Dispute", "Why; told to the customer")),
        }
        self.lay_out({key: Field(one, say, above=True) for key, (one, say) in words.items()})
        self.body.insertWidget(0, self._about)
        self._about.setContentsMargins(16, 12, 16, 0)
        self.outcome.currentIndexChanged.connect(lambda _at: self._follow())

    def start(self, found: DisputeOn) -> None:
        """Show the form for a dispute."""
        self._dispute = found
        self.conceded.currency = found.row.currency
        self.conceded.set_minor(found.row.conceded or None)
        self.text.setPlainText(found.row.resolution)
        self.outcome.setCurrentIndex(max(0, self.outcome.findData(found.row.outcome)))
        self.title.setText(translate("Dispute", "Settle: {number}").format(number=found.row.number))
        kind = kind_word(found.row.kind, self.ctx.language)
        amount = fmt.money(found.row.amount, found.row.currency)
        self._about.setText(f"{kind} · {found.row.reason} · {found.row.currency} {amount}")
        self.errors_shown({})
        self._follow()
        self.outcome.setFocus()

    def _follow(self) -> None:
        part = self.outcome.currentData() == Outcome.PART_ACCEPTED
        self.fields["conceded"].setVisible(part)

    def submit(self) -> None:
        """Keep the decision."""
        found, outcome = self._dispute, Outcome(self.outcome.currentData())
        text, minor = self.text.toPlainText().strip(), self.conceded.minor()
        errors = {}
        if outcome is Outcome.PART_ACCEPTED and minor is None:
            errors["conceded"] = unclear_amount()
        if outcome is Outcome.REJECTED and not text:
            errors["text"] = needed()
        if self.errors_shown(errors) or found is None:
            return
        value = Settlement(outcome=outcome, conceded=minor or 0, text=text)
        self.ctx.act(
            disputes.settle_dispute,
            found.row.id,
            value,
            self.ctx.today,
            asker=self,
            notice=self._told(value),
            done=lambda _result: self._settled(found, value),
            failed=self.refused,
        )

    def _told(self, value: Settlement) -> str:
        if value.outcome in (Outcome.ACCEPTED, Outcome.PART_ACCEPTED):
            return translate(
                "Dispute", "Decided; what is conceded is not chased, post its credit note"
            )
        return translate("Dispute", "Dispute settled; the whole item is chased again")

    def _settled(self, found: DisputeOn, value: Settlement) -> None:
        self.submitted.emit()
        if value.outcome in (Outcome.ACCEPTED, Outcome.PART_ACCEPTED):
            self.credit_wanted.emit(found.row.id)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.do.set_words(translate("Dispute", "Settle"))
        for at in range(self.outcome.count()):
            self.outcome.setItemText(at, outcome_word(self.outcome.itemData(at), self.ctx.language))


class HandOnForm(FormFrame):
    """Another owner or another day."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "invoices.hand_on")
        self._dispute: DisputeOn | None = None
        self.owner = _edit("invoices.hand_on.owner")
        self.due = DateEdit(None, ctx.today, name="invoices.hand_on.due")
        self.note = _edit("invoices.hand_on.note")
        words = {
            "owner": (self.owner, lambda: translate("Dispute", "Looked into by")),
            "due": (self.due, lambda: translate("Dispute", "To be settled by")),
            "note": (self.note, lambda: translate("Dispute", "Note")),
        }
        self.lay_out({key: Field(one, say, above=True) for key, (one, say) in words.items()})

    def start(self, found: DisputeOn) -> None:
        """Show the form for a dispute."""
        self._dispute = found
        self.owner.setText(found.owner)
        self.due.set_day(found.due_on)
        self.note.clear()
        self.title.setText(
            translate("Dispute", "Hand on: {number}").format(number=found.row.number)
        )
        self.errors_shown({})
        self.owner.setFocus()

    def submit(self) -> None:
        """Keep owner and day."""
        found, owner, due_on = self._dispute, self.owner.text().strip(), self.due.day()
        errors = {}
        if not owner:
            errors["owner"] = needed()
        if due_on is None:
            errors["due"] = unclear_date() if self.due.is_unclear() else needed()
        if self.errors_shown(errors) or found is None or due_on is None:
            return
        value = DisputeHandling(
            dispute_id=found.row.id, owner=owner, due_on=due_on, note=self.note.text().strip()
        )
        self.ctx.act(
            disputes.hand_on,
            value,
            self.ctx.today,
            asker=self,
            notice=translate("Dispute", "Dispute handed on to {name}").format(name=owner),
            done=lambda _result: self.submitted.emit(),
            failed=self.refused,
        )

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.do.set_words(translate("Dispute", "Hand on"))


def _combo(name: str, values: Iterable[str]) -> QComboBox:
    made = QComboBox()
    made.setObjectName(name)
    for value in values:
        made.addItem("", str(value))
    return made


def _edit(name: str) -> QLineEdit:
    made = QLineEdit()
    made.setObjectName(name)
    return made


def _long(name: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setObjectName(name)
    made.setTabChangesFocus(True)
    made.setFixedHeight(96)
    return made
