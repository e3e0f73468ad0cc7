"""Receiving bills, passing them on, splitting and discounting them, on a real book."""

from dataclasses import replace

import pytest

from domain.bill_number import BillKind
from domain.errors import (
    BadBillPart,
    BillNotAllowed,
    BillNotTransferable,
    BillRegistered,
    BillStands,
    BillTooEarly,
    MissingField,
    NothingToDo,
    OverAllocation,
    ReceiptDiffers,
)
from domain.services import bank, bills, settlement, undoing
from tests.bill_desk import desk, total
from tests.desk import day

__all__ = ["desk"]


def test_a_bill_settles_its_invoices_on_the_day_it_is_received(desk):
    old = desk.invoice("300.00", "2026-03-01", due="2026-04-01")
    new = desk.invoice("200.00", "2026-04-01", due="2026-05-01")
    bill = desk.receive(desk.new_bill("450.00"), "2026-06-01", {old: "300.00", new: "150.00"})
    assert desk.open(old, "2026-05-31") == "300.00"
    assert desk.open(old, "2026-06-01") == "0.00"
    assert desk.open(new, "2026-06-01") == "50.00"
    assert desk.balance("2026-06-01") == "50.00"
    row = desk.book.reader.bills.one(bill, day("2026-06-01"))
    receipt = desk.book.reader.receipt(row.receipt_id, day("2026-06-01"))
    assert (row.state, row.amount, receipt.amount, receipt.method) == (
        "in_hand",
        45_000,
        45_000,
        "bill",
    )
    assert receipt.reference == row.number
    assert desk.check() == []


def test_what_a_bill_does_not_pay_stays_the_customers_credit(desk):
    invoice = desk.invoice("100.00", "2026-03-01")
    desk.receive(desk.new_bill("250.00"), "2026-06-01", {invoice: "100.00"})
    assert desk.balance("2026-06-01") == "-150.00"


def test_one_act_or_nothing(desk):
    invoice = desk.invoice("100.00", "2026-03-01")
    before = desk.facts()
    with pytest.raises(OverAllocation):
        desk.receive(desk.new_bill("250.00"), uses={invoice: "101.00"})
    with pytest.raises(BillTooEarly):
        desk.receive(desk.new_bill("250.00"), "2026-05-19")
    assert desk.facts() == before


def test_a_number_stands_in_the_register_once_while_we_hold_it(desk):
    bill = desk.receive(desk.new_bill("10.00"))
    with pytest.raises(BillRegistered):
        desk.receive(desk.new_bill("10.00"))
    spaced = desk.new_bill("10.00")
    with pytest.raises(BillRegistered):
        desk.receive(replace(spaced, number=" ".join(spaced.number)))
    desk.endorse(bill, "2026-07-01")
    assert desk.receive(desk.new_bill("10.00"), "2026-08-01") != bill


def test_other_parts_of_a_number_are_other_bills(desk):
    first = replace(desk.new_bill("0.50"), part="1-50")
    desk.receive(first)
    desk.receive(replace(first, part="51-100"))
    with pytest.raises(BillRegistered):
        desk.receive(replace(first, part="26-75"))


def test_a_bill_is_registered_for_the_receipt_it_paid_by(desk):
    receipt = desk.receipt("90.00", "2026-06-05")
    with pytest.raises(ReceiptDiffers):
        bills.receive_for_receipt(desk.uow(), desk.new_bill("80.00"), receipt)
    bill = bills.receive_for_receipt(desk.uow(), desk.new_bill("90.00"), receipt).value
    row = desk.book.reader.bills.one(bill, day("2026-06-05"))
    assert (row.receipt_id, row.received_on) == (receipt, day("2026-06-05"))
    with pytest.raises(ReceiptDiffers):
        bills.receive_for_receipt(desk.uow(), desk.new_bill("90.00", serial=2), receipt)
    assert desk.check() == []


def test_a_voided_receipt_or_another_customers_has_no_bill(desk):
    other = desk.customer("C2")
    receipt = desk.receipt("90.00", "2026-06-05", customer=other)
    with pytest.raises(ReceiptDiffers):
        bills.receive_for_receipt(desk.uow(), desk.new_bill("90.00"), receipt)
    desk.void(receipt, "2026-06-06")
    with pytest.raises(ReceiptDiffers):
        bills.receive_for_receipt(desk.uow(), desk.new_bill("90.00", customer_id=other), receipt)


def test_a_bill_from_before_the_book_moves_nothing(desk):
    opening = bills.open_bill(desk.uow(), desk.new_bill("70.00"), day("2026-06-01")).value
    assert desk.balance() == "0.00"
    assert desk.book.reader.bills.one(opening, day("2026-06-01")).receipt_id is None
    assert desk.check() == []


# -- passing on


def test_a_bill_goes_its_way_and_each_day_shows_where_it_was(desk):
    bill = desk.receive(desk.new_bill("10.00"))
    desk.happen("pledged", bill, "2026-07-01", "工商银行")
    desk.happen("released", bill, "2026-08-01")
    desk.happen("presented", bill, "2026-11-20")
    desk.happen("paid", bill, "2026-11-21")
    days = ("2026-06-30", "2026-07-01", "2026-08-01", "2026-11-20", "2026-11-21")
    states = [desk.state(bill, on) for on in days]
    assert states == ["in_hand", "pledged", "in_hand", "presented", "paid"]
    assert desk.check() == []


def test_several_bills_are_presented_in_one_act_or_none(desk):
    both = [desk.receive(desk.new_bill("10.00", serial=n)) for n in (1, 2)]
    desk.happen("presented", both, "2026-11-20")
    assert [desk.state(bill) for bill in both] == ["presented", "presented"]
    third = desk.receive(desk.new_bill("10.00", serial=3))
    with pytest.raises(BillNotAllowed):
        desk.happen("presented", [third, both[0]], "2026-11-21")
    assert desk.state(third) == "in_hand"
    with pytest.raises(NothingToDo):
        desk.happen("presented", [], "2026-11-21")


def test_it_is_said_to_whom_a_bill_goes(desk):
    bill = desk.receive(desk.new_bill("10.00"))
    with pytest.raises(MissingField):
        desk.endorse(bill, "2026-07-01", to="")
    with pytest.raises(MissingField):
        desk.discount(bill, "2026-07-01", "2.1", bank="")


def test_refusals_and_discounts_have_services_of_their_own(desk):
    bill = desk.receive(desk.new_bill("10.00"))
    for kind in ("received", "discounted", "split", "refused", "recovered", "undone"):
        with pytest.raises(BillNotAllowed):
            desk.happen(kind, bill, "2026-07-01", "X")


def test_a_bill_marked_not_transferable_is_kept_and_presented(desk):
    bill = desk.receive(desk.new_bill("10.00", not_transferable=True))
    with pytest.raises(BillNotTransferable):
        desk.endorse(bill, "2026-07-01")
    desk.happen("presented", bill, "2026-11-20")


def test_an_endorsed_bill_given_back_is_in_hand_again(desk):
    bill = desk.receive(desk.new_bill("10.00"))
    desk.endorse(bill, "2026-07-01")
    desk.happen("returned", bill, "2026-08-01")
    assert desk.state(bill) == "in_hand"


# -- discounting


def test_discounting_keeps_interest_and_proceeds(desk):
    bill = desk.receive(desk.new_bill("500000.00"))
    desk.discount(bill, "2026-07-23", "2.1")
    event = desk.book.reader.bills.events(bill)[-1]
    assert (event.cost, event.amount, event.rate, event.party) == (
        350_000,
        49_650_000,
        "2.1",
        "招商银行",
    )
    late = desk.receive(desk.new_bill("1.00", serial=2))
    with pytest.raises(BillNotTransferable):
        desk.discount(late, "2026-11-20", "2.1")


def test_each_of_several_bills_has_its_own_interest(desk):
    first = desk.receive(desk.new_bill("500000.00"))
    second = desk.receive(desk.new_bill("100000.00", serial=2, due="2026-08-22"))
    desk.discount([first, second], "2026-07-23", "2.1")
    costs = [desk.book.reader.bills.events(bill)[-1].cost for bill in (first, second)]
    assert costs == [350_000, 17_500]


# -- splitting


def test_a_split_bill_goes_on_as_its_parts(desk):
    invoice = desk.invoice("500000.00", "2026-03-01")
    whole = desk.receive(desk.split_bill_of("500000.00"), uses={invoice: "500000.00"})
    first, second = desk.split(whole, "2026-07-01", "200000.00", "300000.00")
    assert desk.registered(first) == ("1-20000000", "200000.00")
    assert desk.registered(second) == ("20000001-50000000", "300000.00")
    assert desk.state(whole) == "split"
    desk.endorse(first, "2026-07-02")
    assert [desk.state(part) for part in (first, second)] == ["endorsed", "in_hand"]
    assert desk.balance() == "0.00"
    assert desk.check() == []


def test_parts_are_split_again_and_add_up(desk):
    whole = desk.receive(desk.split_bill_of("100.00"))
    _, rest = desk.split(whole, "2026-07-01", "30.00", "70.00")
    pieces = desk.split(rest, "2026-07-02", "20.00", "25.00", "25.00")
    parts = [desk.registered(one)[0] for one in pieces]
    assert parts == ["3001-5000", "5001-7500", "7501-10000"]
    assert total(parts) == 7_000
    assert desk.check() == []


def test_amounts_that_do_not_add_up_or_no_range_are_not_split(desk):
    whole = desk.receive(desk.split_bill_of("100.00"))
    with pytest.raises(BadBillPart):
        desk.split(whole, "2026-07-01", "30.00", "60.00")
    plain = desk.receive(desk.new_bill("100.00", serial=2))
    with pytest.raises(BadBillPart):
        desk.split(plain, "2026-07-01", "30.00", "70.00")


def test_before_the_split_the_parts_are_not_there(desk):
    whole = desk.receive(desk.split_bill_of("100.00"))
    desk.split(whole, "2026-07-01", "30.00", "70.00")
    reader = desk.book.reader.bills
    assert [(s.state, s.count, s.amount) for s in reader.sums(day("2026-06-30"))] == [
        ("in_hand", 1, 10_000)
    ]
    assert [(s.state, s.count, s.amount) for s in reader.sums(day("2026-07-01"))] == [
        ("in_hand", 2, 10_000)
    ]


def test_a_bank_bill_and_a_foreign_amount_are_kept_as_they_are(desk):
    made = desk.new_bill("10.00", kind=BillKind.BANK)
    bill = desk.receive(replace(made, number="1" + made.number[1:], note="背书连续"))
    row = desk.book.reader.bills.one(bill, day("2026-06-01"))
    assert (row.kind, row.note, row.currency) == ("bank", "背书连续", "CNY")


def test_an_invoice_of_later_is_paid_from_the_day_it_exists(desk):
    later = desk.invoice("10.00", "2026-07-01")
    desk.receive(desk.new_bill("10.00"), "2026-06-01", {later: "10.00"})
    assert desk.open(later, "2026-07-01") == "0.00"
    assert desk.check() == []


def test_the_receipt_of_a_bill_that_stands_is_not_taken_back_behind_its_back(desk):
    invoice = desk.invoice("100.00", "2026-03-01")
    bill = desk.receive(desk.new_bill("100.00"), "2026-06-01", {invoice: "100.00"})
    receipt = desk.book.reader.bills.one(bill, day("2026-06-01")).receipt_id
    operation = desk.book.reader.history(limit=1)[0].operation_id
    before = desk.facts()
    for act in (
        lambda: settlement.return_receipt(desk.uow(), receipt, day("2026-06-02"), "x"),
        lambda: bank.unbook(desk.uow(), -receipt, day("2026-06-02")),
        lambda: undoing.undo_operation(desk.uow(), operation, day("2026-06-02")),
    ):
        with pytest.raises(BillStands):
            act()
    assert desk.facts() == before
    free = desk.receive(desk.new_bill("50.00", serial=2), "2026-06-01")
    with pytest.raises(BillStands):
        desk.void(desk.book.reader.bills.one(free, day("2026-06-01")).receipt_id, "2026-06-02")
