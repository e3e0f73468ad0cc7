"""The form that marks part of an open item as disputed."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit

from domain.changes import OperationResult
from domain.listing import ItemRow
from domain.services import disputes
from ui.context import AppContext, Notice
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.fields import AmountEdit, Field, needed, unclear_amount
from ui.widgets.form import FormFrame

_REASONS = (
    QT_TRANSLATE_NOOP("Dispute", "Quality"),
    QT_TRANSLATE_NOOP("Dispute", "Quantity"),
    QT_TRANSLATE_NOOP("Dispute", "Price"),
    QT_TRANSLATE_NOOP("Dispute", "Late delivery"),
    QT_TRANSLATE_NOOP("Dispute", "Invoice or papers wrong"),
    QT_TRANSLATE_NOOP("Dispute", "Already paid, says the customer"),
)


class DisputeForm(FormFrame):
    """Amount, reason and note; the numbers of the book do not change."""

    def __init__(self, ctx: AppContext) -> None:
        super().__init__(ctx, "invoices.dispute")
        self.places = {"allocation.exceeds_open": "amount", "record.missing_field": "reason"}
        self._item: ItemRow | None = None
        self.amount = AmountEdit(name="invoices.dispute.amount")
        self.reason = QComboBox()
        self.reason.setObjectName("invoices.dispute.reason")
        self.reason.setEditable(True)
        self.note = QLineEdit()
        self.note.setObjectName("invoices.dispute.note")
        for text in _REASONS:
            self.reason.addItem(translate("Dispute", text))
        self.lay_out(
            {
                "amount": Field(
                    self.amount, lambda: translate("Dispute", "Disputed amount"), above=True
                ),
                "reason": Field(self.reason, lambda: translate("Dispute", "Reason"), above=True),
                "note": Field(self.note, lambda: translate("Dispute", "Note"), above=True),
            }
        )

    def start(self, item: ItemRow) -> None:
        """Show the form for an item; all that is open is offered."""
        self._item = item
        self.amount.currency = item.currency
        self.amount.set_minor(item.open - item.disputed)
        self.note.clear()
        self.title.setText(translate("Dispute", "Dispute {number}").format(number=item.label))
        self.errors_shown({})
        self.amount.setFocus()

    def submit(self) -> None:
        """Open the dispute."""
        item, minor = self._item, self.amount.minor()
        errors = {}
        if minor is None:
            errors["amount"] = unclear_amount()
        if not self.reason.currentText().strip():
            errors["reason"] = needed()
        if self.errors_shown(errors) or item is None or minor is None:
            return
        self.ctx.act(
            disputes.open_dispute,
            item.id,
            minor,
            self.reason.currentText().strip(),
            self.ctx.today,
            self.note.text().strip(),
            asker=self,
            notice=self._told,
            done=lambda _result: self.submitted.emit(),
            failed=self.refused,
        )

    def _told(self, result: OperationResult[int]) -> Notice:
        ctx, dispute_id = self.ctx, result.value
        said = translate("Dispute", "Dispute opened; this part is not chased")
        return Notice(said, translate("Dispute", "Undo"), lambda: close_dispute(ctx, dispute_id))

    def retranslate(self) -> None:
        """Set every text in the current language."""
        super().retranslate()
        self.do.set_words(translate("Dispute", "Mark as disputed"))
        for at, text in enumerate(_REASONS):
            self.reason.setItemText(at, translate("Dispute", text))


def close_dispute(ctx: AppContext, dispute_id: int) -> None:
    """Close a dispute; its item is chased again."""
    said = translate("Dispute", "Dispute settled; the whole item is chased again")
    ctx.act(disputes.close_dispute, dispute_id, ctx.today, asker=ctx, notice=said)
