"""What stands in the way of taking a document back."""

from __future__ import annotations

from typing import Final

from domain.bill import BillState, state_of
from domain.errors import BillStands
from domain.ports import UnitOfWork

#: A bill in one of these no longer stands for the receipt it was taken with.
_GONE: Final = frozenset(
    {BillState.WITHDRAWN, BillState.DISHONOURED, BillState.RECOURSE, BillState.RECOVERED}
)


def refuse_standing_bill(uow: UnitOfWork, document_id: int) -> None:
    """Pass where no bill stands behind a receipt.

    Raises:
        BillStands: it was paid by a bill that we hold or passed on; the bill's own acts
            (refused, taken back) say what becomes of it.
    """
    for bill_id in uow.bills_of_receipt(document_id):
        if state_of(uow.bill_events(bill_id)) not in _GONE:
            raise BillStands(number=uow.document(document_id).number)
