"""What can be done with a dispute at the right of the invoices: forms built when first needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from domain.disputes import DisputeOn, DisputeState
from domain.listing import ItemRow
from domain.services.disputes import disputes_on
from ui.context import AppContext
from ui.invoices.dispute import DisputeForm, HandOnForm, SettleDisputeForm
from ui.marks import translate
from ui.widgets.form import FormFrame

if TYPE_CHECKING:
    from ui.invoices.form import InvoiceForm

F = TypeVar("F", DisputeForm, SettleDisputeForm, HandOnForm)


class DisputeDesk(QObject):
    """Opens the forms; ``show`` puts one in the place at the right, ``back`` leaves it.

    ``document_form`` gives the form of a new document, for credit notes.
    """

    def __init__(
        self,
        ctx: AppContext,
        show: Callable[[QWidget], None],
        back: Callable[[], None],
        document_form: Callable[[], InvoiceForm],
    ) -> None:
        super().__init__()
        self.ctx = ctx
        self._show, self._back, self._document_form = show, back, document_form
        self._forms: dict[type[FormFrame], FormFrame] = {}

    def form(self, kind: type[F]) -> F:
        """Return a form, building it on its first use."""
        found = self._forms.get(kind)
        if not isinstance(found, kind):
            made = kind(self.ctx)
            made.retranslate()
            made.closed.connect(self._back)
            made.submitted.connect(self._back)
            if isinstance(made, SettleDisputeForm):
                made.credit_wanted.connect(lambda key: self.run("credit", key))
            self._forms[kind] = found = made
        return found

    def open(self, item: ItemRow, reason: str = "") -> None:
        """Show the form that opens a dispute about an item."""
        form = self.form(DisputeForm)
        self._show(form)
        form.start(item, reason)

    def run(self, act: str, dispute_id: int) -> None:
        """Show what an act needs: "settle", "hand_on", "credit" or "letter"."""
        day = self.ctx.today

        def here(found: DisputeOn | None) -> None:
            if found is not None:
                self._run(act, found)

        self.ctx.query(
            lambda reader: next(
                (one for one in disputes_on(reader, day) if one.row.id == dispute_id), None
            ),
            here,
            asker=self,
        )

    def _run(self, act: str, found: DisputeOn) -> None:
        if act == "letter":
            self.ctx.navigate(
                f"customer/{found.row.customer_id}/letters/dispute_reply:{found.row.id}"
            )
        elif act == "credit":
            self._credit(found)
        elif not found.open:
            self.ctx.notify(translate("Dispute", "This dispute has ended"))
        elif act == "settle":
            settle = self.form(SettleDisputeForm)
            self._show(settle)
            settle.start(found)
        else:
            hand_on = self.form(HandOnForm)
            self._show(hand_on)
            hand_on.start(found)

    def _credit(self, found: DisputeOn) -> None:
        if found.state is not DisputeState.TO_CREDIT:
            self.ctx.notify(translate("Dispute", "Nothing conceded waits for a credit note"))
            return
        form = self._document_form()
        self._show(form)
        form.start_credit(found)

    def retranslate(self) -> None:
        """Set every text in the current language."""
        for form in self._forms.values():
            form.retranslate()
