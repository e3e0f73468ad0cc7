"""What the receipts screen books, and what its notices say and take back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject

from domain.changes import OperationResult
from domain.errors import QingzhangError
from domain.listing import AllocationRow, InflowRow
from domain.services import bank, posting, receipts, settlement, undoing
from domain.services.bank import Booking
from domain.services.receipts import ReceiptEntry, Use
from domain.services.settlement import Claims
from ui import format as fmt
from ui.context import AppContext, Notice
from ui.lists.footer import sums_text
from ui.marks import translate
from ui.receipts.draft import Source
from ui.tasks import Task

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


def with_undo(
    ctx: AppContext, words: str, asker: QObject
) -> Callable[[OperationResult[Any]], Notice]:
    """Return the notice of an act, with what takes it back."""

    def made(result: OperationResult[Any]) -> Notice:
        run = undo_of(ctx, result.operation_id, asker)
        return Notice(words, translate("Receipts", "Undo"), run)

    return made


def book(ctx: AppContext, booking: Booking, inflow: InflowRow, asker: QObject, done: Done) -> None:
    """Book one inflow as a person has decided."""
    count = sum(not part.is_credit for part in booking.parts)
    amount = fmt.money(inflow.open, inflow.currency)
    if count:
        said = translate("Receipts", "%n document(s) paid with {amount}", None, count)
    else:
        said = translate("Receipts", "{amount} kept as advance")
    ctx.act(
        bank.book,
        [booking],
        ctx.today,
        asker=asker,
        done=done,
        notice=with_undo(ctx, said.format(amount=amount), asker),
    )


def book_many(
    ctx: AppContext,
    bookings: Sequence[Booking],
    sums: dict[str, int],
    asker: QObject,
    *,
    done: Done,
    failed: Callable[[QingzhangError], bool],
) -> Task:
    """Book a batch in one act, shown in the status bar with Cancel."""
    said = translate("Receipts", "%n line(s) booked, {amount}", None, len(bookings))
    return ctx.act(
        bank.book,
        list(bookings),
        ctx.today,
        asker=asker,
        done=done,
        failed=failed,
        notice=with_undo(ctx, said.format(amount=sums_text(sums)), asker),
        title=translate("Receipts", "Booking lines"),
        progress=True,
    )


def mark(ctx: AppContext, keys: Sequence[int], what: str, note: str, asker: QObject) -> None:
    """Mark inflows: "other" (non-trade), "check", "held", or "open" again."""
    count = len(keys)
    words = {
        "other": translate("Receipts", "%n line(s) marked as non-trade", None, count),
        "check": translate("Receipts", "%n line(s) to be checked", None, count),
        "held": translate("Receipts", "%n receipt(s) kept as advance", None, count),
        "open": translate("Receipts", "%n line(s) to be matched again", None, count),
    }

    def back(_result: OperationResult[int]) -> Notice:
        again = "open" if what != "open" else ""
        run = (lambda: mark(ctx, keys, again, "", asker)) if again else None
        return Notice(words[what], translate("Receipts", "Undo") if run else "", run)

    ctx.act(bank.mark, list(keys), what, note, asker=asker, notice=back)


def unbook(ctx: AppContext, inflow: InflowRow, asker: QObject, done: Done) -> None:
    """Take back a receipt: its allocations, and where it is a bank line's, the receipt."""
    amount = fmt.money(inflow.amount, inflow.currency)
    if inflow.line_id is not None:
        said = translate("Receipts", "{number} taken back, {amount} is to be matched again")
    else:
        said = translate("Receipts", "Allocations of {number} undone, {amount} is free again")
    ctx.act(
        bank.unbook,
        inflow.key,
        ctx.today,
        asker=asker,
        done=done,
        notice=said.format(number=inflow.number, amount=amount),
    )


def undo_batch(ctx: AppContext, operation_id: int, asker: QObject) -> None:
    """Take back a whole act."""
    ctx.act(
        undoing.undo_operation,
        operation_id,
        ctx.today,
        asker=asker,
        notice=translate("Receipts", "Taken back; everything is open as before"),
    )


def allocate(
    ctx: AppContext, source: Source, uses: Sequence[Use], asker: QObject, done: Done
) -> None:
    """Book what the draft says of a credit note."""
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
        notice=with_undo(ctx, said.format(amount=amount), asker),
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
        notice=with_undo(ctx, said.format(amount=amount), asker),
    )


def record_by_statute(
    ctx: AppContext,
    entry: ReceiptEntry,
    claims: Claims,
    asker: QObject,
    *,
    done: Done,
    failed: Callable[[QingzhangError], bool],
) -> None:
    """Book money received in the statutory order: costs, interest, principal."""
    said = translate("Receipts", "{amount} received: costs, then interest, then principal")
    amount = fmt.money(entry.amount.minor, entry.amount.currency)
    ctx.act(
        settlement.receive_by_statute,
        entry,
        claims,
        asker=asker,
        done=done,
        failed=failed,
        notice=with_undo(ctx, said.format(amount=amount), asker),
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
        notice=with_undo(ctx, said.format(number=source.number), asker),
    )


def void(ctx: AppContext, source: Source, reason: str, asker: QObject) -> None:
    """Void a receipt; it must be free of allocations."""
    if source.document_id is None or not reason:
        return
    said = translate("Receipts", "{number} voided").format(number=source.number)
    ctx.act(posting.void, source.document_id, ctx.today, reason, asker=asker, notice=said)


def undo_words(inflow: InflowRow, rows: Sequence[AllocationRow], base: str) -> str:
    """Return what taking back a receipt will undo, before it is done."""
    parts = []
    if rows:
        amount = fmt.money(sum(one.credit_amount for one in rows), inflow.currency)
        said = translate("Receipts", "Undoes %n allocation(s) of {amount}", None, len(rows))
        parts.append(said.format(amount=amount))
        parts += _exchange_words(rows, base)
        parts.append(translate("Receipts", "with their discounts, charges and differences"))
    if inflow.line_id is not None:
        said = translate("Receipts", "voids {number}; the bank line is to be matched again")
        parts.append(said.format(number=inflow.number))
    return translate("Receipts", ", ").join(parts)


def undo_allocation_words(row: AllocationRow, base: str) -> str:
    """Return what undoing one allocation will undo."""
    said = translate("Receipts", "Undoes the allocation of {amount} to {number}")
    amount = fmt.money(row.amount, row.currency)
    parts = [said.format(amount=amount, number=row.debit_number), *_exchange_words([row], base)]
    parts.append(translate("Receipts", "with the discount, charge or difference booked with it"))
    return translate("Receipts", ", ").join(parts)


def _exchange_words(rows: Sequence[AllocationRow], base: str) -> list[str]:
    exchange = sum(one.exchange or 0 for one in rows)
    if not exchange:
        return []
    said = translate("Receipts", "the exchange difference of {amount} {currency}")
    return [said.format(amount=fmt.money(exchange, base), currency=base)]
