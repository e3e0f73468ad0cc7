"""Money that went back: a payment the bank returned, and a credit paid back to the customer."""

from __future__ import annotations

from PySide6.QtCore import QObject

from domain.listing import InflowRow, ListFilter, Order
from domain.ports import BookReader
from domain.services import settlement
from ui import format as fmt
from ui.context import AppContext
from ui.marks import translate
from ui.receipts import acts
from ui.receipts.data import Case
from ui.receipts.panel import AllocationPanel

#: Receipts of a payer looked through for the one that a bank line takes back.
_LOOKED = 200


class GivingBack(QObject):
    """Asks in the place of the acts, then books what went back."""

    def __init__(self, ctx: AppContext, panel: AllocationPanel, asker: QObject) -> None:
        super().__init__(asker)
        self.ctx, self.panel, self._asker = ctx, panel, asker

    def can_return(self) -> bool:
        """Whether what is shown is a receipt that stands, or a bank line that took money back."""
        case = self.panel.case
        if case is None or case.inflow is None or case.voided:
            return False
        return case.source.document_id is not None or case.inflow.amount < 0

    def return_payment(self) -> None:
        """Ask for the reason and open again what the returned payment had paid."""
        case = self.panel.case
        if case is None or case.inflow is None or not self.can_return():
            return
        if case.inflow.amount < 0:
            self._find_receipt(case.inflow)
        else:
            self._ask(case.inflow, None)

    def _find_receipt(self, line: InflowRow) -> None:
        as_of, name = self.ctx.as_of, line.name

        def read(reader: BookReader) -> list[InflowRow]:
            where = ListFilter(as_of=as_of, state="all", text=name, currency=line.currency)
            ids = reader.inflows.ids(where, Order("booked_on", True), limit=_LOOKED)
            rows = reader.inflows.rows([key for key in ids if key < 0], where)
            return [
                row
                for row in rows.values()
                if row.amount == -line.amount
                and row.state != "void"
                and row.booked_on <= line.booked_on
            ]

        def here(found: list[InflowRow]) -> None:
            if len(found) == 1:
                self._ask(found[0], line)
                return
            words = translate(
                "Receipts",
                "Open the receipt that went back and press B there: %n fit this line.",
                None,
                len(found),
            )
            self.ctx.notify(words)

        self.ctx.query(read, here, asker=self)

    def _ask(self, receipt: InflowRow, line: InflowRow | None) -> None:
        amount = fmt.money(receipt.amount, receipt.currency)
        words = translate("Receipts", "{number}, {amount}, was returned because:")

        def run() -> bool:
            reason = self.panel.ask.field.text().strip()
            if reason and receipt.document_id is not None:
                self._book_return(receipt, line, reason)
            return bool(reason)

        self.panel.question(
            words.format(number=receipt.number, amount=amount),
            translate("Receipts", "Payment returned"),
            run,
            field=translate("Receipts", "No funds, account closed, recalled…"),
        )

    def _book_return(self, receipt: InflowRow, line: InflowRow | None, reason: str) -> None:
        said = translate("Receipts", "{number} was returned; what it paid is open again")
        self.ctx.act(
            settlement.return_receipt,
            receipt.document_id,
            self.ctx.today if line is None else line.booked_on,
            reason,
            None if line is None else line.key,
            asker=self._asker,
            notice=said.format(number=receipt.number),
        )

    def can_refund(self) -> bool:
        """Whether something of a receipt or credit note is left to be paid back."""
        case = self.panel.case
        left = case is not None and case.source.item_id is not None and not case.voided
        return left and case is not None and case.source.available > 0

    def refund(self) -> None:
        """Ask for the bank's reference and pay back what is left."""
        case = self.panel.case
        if case is None or not self.can_refund():
            return
        source = case.source
        amount = fmt.money(source.available, source.currency)
        words = translate("Receipts", "Pay {amount} of {number} back to the customer:")

        def run() -> bool:
            self._book_refund(case, self.panel.ask.field.text().strip())
            return True

        self.panel.question(
            words.format(amount=amount, number=source.number),
            translate("Receipts", "Refund"),
            run,
            field=translate("Receipts", "Bank reference"),
        )

    def _book_refund(self, case: Case, reference: str) -> None:
        source = case.source
        amount = fmt.money(source.available, source.currency)
        said = translate("Receipts", "{amount} of {number} paid back")
        self.ctx.act(
            settlement.refund,
            source.item_id,
            source.available,
            max(self.ctx.today, source.on),
            reference=reference,
            asker=self._asker,
            notice=acts.with_undo(
                self.ctx, said.format(amount=amount, number=source.number), self._asker
            ),
        )
