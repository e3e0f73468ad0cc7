"""Taking back acts: nothing is deleted, and the books close as before."""

from datetime import date

import pytest

from domain.errors import AlreadyReversed, NothingToDo, StillAllocated
from domain.services import receipts, undoing

ON = date(2026, 3, 10)


def test_undoing_a_receipt_voids_it_and_opens_what_it_paid(desk):
    invoice = desk.invoice("100.00", "2026-03-01")
    before = desk.balance()
    entry = receipts.ReceiptEntry(
        customer_id=desk.first, received_on=ON, amount=desk.money("60.00")
    )
    booked = receipts.record_receipt(desk.uow(), entry, [desk.use(invoice, "60.00")])
    undoing.undo_operation(desk.uow(), booked.operation_id, ON)
    assert desk.open(invoice) == "100.00"
    assert desk.balance() == before
    assert not desk.check()


def test_undoing_one_allocation_takes_its_discount_back_too(desk):
    invoice = desk.invoice("100.00", "2026-03-01", terms="2/10 NET30")
    receipt = desk.receipt("98.00", "2026-03-05")
    desk.allocate(receipt, [desk.use(invoice, "98.00", discount="2.00")], "2026-03-05")
    assert desk.open(invoice) == "0.00"
    (row,) = desk.book.reader.allocations(receipt)
    undoing.undo_allocation(desk.uow(), row.id, ON)
    assert desk.open(invoice) == "100.00"
    assert desk.open(receipt) == "-98.00"
    assert desk.balance() == "2.00"
    assert not desk.check()


def test_undoing_the_batch_opens_everything_again(desk):
    first, second = desk.invoice("100.00", "2026-03-01"), desk.invoice("50.00", "2026-03-02")
    desk.receipt("120.00", "2026-03-05")
    booked = receipts.allocate_all_oldest_first(desk.uow())
    undone = undoing.undo_operation(desk.uow(), booked.operation_id, ON)
    assert undone.value == 2
    assert [desk.open(first), desk.open(second)] == ["100.00", "50.00"]
    assert not desk.check()


def test_nothing_is_undone_twice(desk):
    desk.invoice("100.00", "2026-03-01")
    desk.receipt("100.00", "2026-03-05")
    booked = receipts.allocate_all_oldest_first(desk.uow())
    undoing.undo_operation(desk.uow(), booked.operation_id, ON)
    with pytest.raises(NothingToDo):
        undoing.undo_operation(desk.uow(), booked.operation_id, ON)


def test_a_receipt_allocated_later_is_not_voided_by_undoing_its_entry(desk):
    invoice = desk.invoice("100.00", "2026-03-01")
    entry = receipts.ReceiptEntry(
        customer_id=desk.first, received_on=ON, amount=desk.money("60.00")
    )
    booked = receipts.record_receipt(desk.uow(), entry)
    desk.allocate(booked.value, {invoice: "60.00"}, "2026-03-11")
    with pytest.raises(StillAllocated):
        undoing.undo_operation(desk.uow(), booked.operation_id, ON)
    assert desk.open(invoice) == "40.00"


def test_the_join_of_a_document_with_its_voiding_stands_for_good(desk):
    receipt = desk.receipt("60.00", "2026-03-05")
    desk.void(receipt, ON)
    (row,) = desk.book.reader.allocations(receipt)
    with pytest.raises(AlreadyReversed):
        undoing.undo_allocation(desk.uow(), row.id, ON)
    with pytest.raises(AlreadyReversed):
        receipts.reverse_allocation(desk.uow(), [row.id], ON)
    assert desk.open(receipt) == "0.00"
