"""What the receipts screen books, and what its notices say and take back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject

from domain.changes import OperationResult
from domain.errors import QingzhangError
from domain.listing import AllocationRow
from domain.services import posting, receipts, undoing
from domain.services.receipts import ReceiptEntry, Use
from ui import format as fmt
from ui.context import AppContext, Notice
from ui.marks import translate
from ui.receipts.draft import Source

Done = Callable[[OperationResult[Any]], None]


def undo_of(ctx: AppContext, operation_id: int, asker: QObject) -> Callable[[], None]:
    """Return what takes an act back."""

    def undo() -> None:
        ctx.act(
            undoing.undo_operation,
            operation_id,
            ctx.today,
            asker=asker,
            notice=translate("Receipts", "Undone; everything is open as before"),
        )

    return undo


def _with_undo(
    ctx: AppContext, words: str, asker: QObject
) -> Callable[[OperationResult[Any]], Notice]:
    def made(result: OperationResult[Any]) -> Notice:
        run = undo_of(ctx, result.operation_id, asker)
        return Notice(words, translate("Receipts", "Undo"), run)

    return made


def allocate(
    ctx: AppContext, source: Source, uses: Sequence[Use], asker: QObject, done: Done
) -> None:
    """Book what the draft says."""
    if source.item_id is None or not uses:
        return
    said = translate("Receipts", "%n document(s) paid, {amount} allocated", None, len(uses))
    amount = fmt.money(sum(use.minor for use in uses), source.currency)
    ctx.act(
        receipts.allocate,
        source.item_id,
        list(uses),
        ctx.today,
        asker=asker,
        done=done,
        notice=_with_undo(ctx, said.format(amount=amount), asker),
    )


def record(
    ctx: AppContext,
    entry: ReceiptEntry,
    uses: Sequence[Use],
    asker: QObject,
    *,
    done: Done,
    failed: Callable[[QingzhangError], bool],
) -> None:
    """Book money received together with what it pays."""
    amount = fmt.money(entry.amount.minor, entry.amount.currency)
    if uses:
        said = translate("Receipts", "{amount} received, %n document(s) paid", None, len(uses))
    else:
        said = translate("Receipts", "{amount} received, nothing allocated yet")
    ctx.act(
        receipts.record_receipt,
        entry,
        list(uses),
        asker=asker,
        done=done,
        failed=failed,
        notice=_with_undo(ctx, said.format(amount=amount), asker),
    )


def allocate_all(ctx: AppContext, asker: QObject, done: Done) -> None:
    """Book every receipt over its customer's debits, oldest due first."""

    def words(result: OperationResult[int]) -> Notice:
        said = translate("Receipts", "%n allocation(s) booked", None, result.value)
        run = undo_of(ctx, result.operation_id, asker)
        return Notice(said, translate("Receipts", "Undo"), run)

    ctx.act(
        receipts.allocate_all_oldest_first,
        asker=asker,
        done=done,
        notice=words,
        title=translate("Receipts", "Allocating"),
        progress=True,
    )


def undo_allocation(ctx: AppContext, row: AllocationRow, asker: QObject) -> None:
    """Undo one allocation; discount and write-off that came with it go too."""
    said = translate("Receipts", "Allocation to {number} undone, {amount} is free again")
    amount = fmt.money(row.credit_amount, row.credit_currency)
    ctx.act(
        undoing.undo_allocation,
        row.id,
        ctx.today,
        asker=asker,
        notice=said.format(number=row.debit_number, amount=amount),
    )


def write_off_rest(ctx: AppContext, source: Source, asker: QObject) -> None:
    """Give up the small rest of a receipt that was paid too much."""
    if source.item_id is None:
        return
    said = translate("Receipts", "The small rest of {number} was written off")
    ctx.act(
        receipts.write_off_rest,
        source.item_id,
        ctx.today,
        asker=asker,
        notice=_with_undo(ctx, said.format(number=source.number), asker),
    )


def void(ctx: AppContext, source: Source, reason: str, asker: QObject) -> None:
    """Void a receipt; it must be free of allocations."""
    if source.document_id is None or not reason:
        return
    said = translate("Receipts", "{number} voided").format(number=source.number)
    ctx.act(posting.void, source.document_id, ctx.today, reason, asker=asker, notice=said)
