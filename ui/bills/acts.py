"""What the bills screen books, and what its notices say and take back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from domain.bill import SAFE_BANKS_SETTING, Bill, BillEvent, EventKind
from domain.changes import OperationResult
from domain.errors import QingzhangError
from domain.listing import BillRow
from domain.services import bills, dishonour, settings
from domain.services.bills import DiscountDeal
from domain.services.dishonour import Recovery
from domain.services.receipts import Use
from ui.bills import words
from ui.bills.columns import money
from ui.context import AppContext, Notice
from ui.marks import translate

Failed = Callable[[QingzhangError], bool]
Done = Callable[[OperationResult[Any]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Who asks for an act, what follows it, and who shows its error."""

    ctx: AppContext
    asker: QObject
    done: Done | None = None
    failed: Failed | None = None

    def act(
        self, service: Any, *args: object, said: str, ids: Callable[[Any], Sequence[int]]
    ) -> None:
        """Run a service; its notice takes back the last event of the bills it touched."""
        ctx = self.ctx

        def notice(result: OperationResult[Any]) -> Notice:
            touched = list(ids(result.value))
            return Notice(said, translate("Bills", "Undo"), lambda: undo(ctx, touched, ctx))

        ctx.act(
            service,
            *args,
            asker=self.asker,
            done=self.done,
            failed=self.failed,
            notice=notice,
        )


def named(rows: Sequence[BillRow]) -> str:
    """Return one bill by its end, or how many there are."""
    if len(rows) == 1:
        return words.short(rows[0].number)
    return translate("Bills", "%n bill(s)", None, len(rows))


def record(asked: Asked, rows: Sequence[BillRow], event: BillEvent) -> None:
    """Record the same event of bills."""
    ids = [one.id for one in rows]
    said = translate("Bills", "{bill}: {event}")
    text = said.format(bill=named(rows), event=_happened(event.kind))
    asked.act(bills.record, ids, event, said=text, ids=lambda _count: ids)


def _happened(kind: EventKind) -> str:
    texts = {
        EventKind.ENDORSED: translate("Bills", "endorsement recorded"),
        EventKind.PLEDGED: translate("Bills", "pledge recorded"),
        EventKind.RELEASED: translate("Bills", "in hand again"),
        EventKind.RETURNED: translate("Bills", "in hand again"),
        EventKind.PRESENTED: translate("Bills", "presentation recorded"),
        EventKind.PAID: translate("Bills", "paid"),
        EventKind.RECOURSE: translate("Bills", "recourse recorded"),
    }
    return texts.get(kind, kind.value)


def discount(asked: Asked, rows: Sequence[BillRow], deal: DiscountDeal) -> None:
    """Record that bills were discounted."""
    ids = [one.id for one in rows]
    said = translate("Bills", "{bill}: discounted with {bank}")
    text = said.format(bill=named(rows), bank=deal.party)
    asked.act(bills.discount_bills, ids, deal, said=text, ids=lambda _count: ids)


def split(asked: Asked, row: BillRow, minors: Sequence[int], on: date) -> None:
    """Split a bill into parts."""
    said = translate("Bills", "{bill}: split into {count} parts")
    text = said.format(bill=named([row]), count=len(minors))
    asked.act(bills.split_bill, row.id, list(minors), on, said=text, ids=lambda _parts: [row.id])


def refuse(asked: Asked, row: BillRow, on: date, reason: str) -> None:
    """Record that payment was refused."""
    said = translate("Bills", "{bill}: payment refused; what it settled is open again")
    text = said.format(bill=named([row]))
    asked.act(dishonour.refuse_bill, row.id, on, reason, said=text, ids=lambda _id: [row.id])


def recover(asked: Asked, row: BillRow, recovery: Recovery) -> None:
    """Record what recourse brought."""
    said = translate("Bills", "{bill}: {amount} recovered")
    amount = money(recovery.minor, row.currency)
    text = said.format(bill=named([row]), amount=amount)
    asked.act(dishonour.recover, row.id, recovery, said=text, ids=lambda _id: [row.id])


def receive(
    asked: Asked,
    bill: Bill,
    on: date,
    uses: Sequence[Use],
    *,
    how: str,
    receipt_id: int | None,
) -> None:
    """Register a bill; ``how``: "new" receipt, that of ``receipt_id``, or "opening"."""
    amount = money(bill.amount.minor, bill.amount.currency)
    if how == "receipt" and receipt_id is not None:
        said = translate("Bills", "Bill of {amount} registered for its receipt")
        call: tuple[Any, ...] = (bills.receive_for_receipt, bill, receipt_id)
    elif how == "opening":
        said = translate("Bills", "Opening bill of {amount} registered")
        call = (bills.open_bill, bill, on)
    else:
        said = translate(
            "Bills", "Bill of {amount} received, %n invoice(s) settled", None, len(uses)
        )
        call = (bills.receive_bill, bill, on, list(uses))
    asked.act(*call, said=said.format(amount=amount), ids=lambda bill_id: [bill_id])


def undo(ctx: AppContext, bill_ids: Sequence[int], asker: QObject) -> None:
    """Take back the last event of bills."""
    said = translate("Bills", "Undone; the bill is where it was before")
    ctx.act(dishonour.undo_bills, list(bill_ids), ctx.today, asker=asker, notice=said)


def keep_banks(asked: Asked, names: Sequence[str]) -> None:
    """Keep the list of banks whose bills carry no recourse exposure."""
    asked.ctx.act(
        settings.change_settings,
        {SAFE_BANKS_SETTING: list(names)},
        asker=asked.asker,
        done=asked.done,
        failed=asked.failed,
        notice=translate("Bills", "The list of banks was kept"),
    )
