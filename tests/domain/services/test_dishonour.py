"""Refused bills: invoices come back with their age; recourse; taking events back."""

from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.bill import deadlines, standing
from domain.errors import (
    BillNotAllowed,
    DomainError,
    MissingField,
    NothingToDo,
    StillAllocated,
    WrongSign,
)
from domain.listing import ListFilter, Order
from domain.money import plain
from domain.services import bills
from tests.bill_desk import FAR, BillDesk, desk
from tests.desk import day

__all__ = ["desk"]


@pytest.fixture
def paid(desk):
    """Pay two overdue invoices, 300 and 200, with a bill of 500 on 2026-06-01."""
    desk.a = desk.invoice("300.00", "2026-03-01", due="2026-04-01")
    desk.b = desk.invoice("200.00", "2026-04-01", due="2026-05-01")
    uses = {desk.a: "300.00", desk.b: "200.00"}
    desk.bill = desk.receive(desk.split_bill_of("500.00"), "2026-06-01", uses)
    return desk


def presented(desk, bill=None):
    desk.happen("presented", bill or desk.bill, "2026-11-20")


def test_a_refused_bill_brings_its_invoices_back_with_their_age(paid):
    before = {on: paid.ageing(on) for on in ("2026-05-31", "2026-06-01", "2026-11-22")}
    presented(paid)
    paid.refuse(paid.bill, "2026-11-23")
    assert before["2026-05-31"] == {"1-30": "200.00", "31-60": "300.00", "balance": "500.00"}
    assert {on: paid.ageing(on) for on in before} == before
    assert paid.balance("2026-11-22") == "0.00"
    # 2026-04-01 to 11-23 are 236 days, 2026-05-01 to 11-23 206: both over 90.
    assert paid.ageing("2026-11-23") == {"91+": "500.00", "balance": "500.00"}
    row = paid.book.reader.item(paid.item(paid.a), day("2026-11-23"))
    assert (row.due_on, row.days_overdue, row.open) == (day("2026-04-01"), 236, 30_000)
    assert paid.state(paid.bill) == "dishonoured"
    assert paid.state(paid.bill, "2026-11-22") == "presented"
    assert paid.check() == []


def test_the_voiding_says_that_the_payment_came_back(paid):
    presented(paid)
    void = paid.refuse(paid.bill, "2026-11-23", "账户余额不足")
    with paid.uow() as uow:
        posted = uow.document(void)
    assert (posted.kind, posted.method, posted.description) == ("void", "returned", "账户余额不足")
    assert posted.issued_on == day("2026-11-23")


def test_an_endorsed_bill_that_comes_back_unpaid_opens_the_invoices_too(paid):
    paid.endorse(paid.bill, "2026-07-01")
    assert paid.exposed("2026-11-20") == {paid.first: "500.00"}
    paid.refuse(paid.bill, "2026-11-25")
    assert paid.balance("2026-11-24") == "0.00"
    assert paid.balance("2026-11-25") == "500.00"
    assert paid.exposed("2026-11-25") == {}
    reader = paid.book.reader.bills
    found = deadlines(reader.bill(paid.bill), reader.events(paid.bill))
    assert (found.notify_by, found.recourse_by) == (day("2026-11-28"), day("2027-02-25"))
    assert paid.check() == []


def test_a_discount_taken_with_the_bill_comes_back_too(desk):
    invoice = desk.invoice("100.00", "2026-05-25", terms="2/10 NET30")
    item = desk.item(invoice)
    use = bills.Use(item_id=item, minor=9_800, discount=200)
    made = desk.new_bill("98.00")
    bill = bills.receive_bill(desk.uow(), made, day("2026-06-01"), [use]).value
    assert desk.open(invoice) == "0.00"
    presented(desk, bill)
    desk.refuse(bill, "2026-11-21")
    assert desk.open(invoice) == "100.00"
    assert desk.check() == []


def test_what_was_allocated_later_and_what_was_not_allocated_comes_back(desk):
    bill = desk.receive(desk.new_bill("100.00"))
    invoice = desk.invoice("60.00", "2026-06-10")
    receipt = desk.book.reader.bills.bill(bill).receipt_id
    desk.allocate(receipt, {invoice: "60.00"}, "2026-06-20")
    assert desk.balance() == "-40.00"
    presented(desk, bill)
    desk.refuse(bill, "2026-11-21")
    assert desk.open(invoice) == "60.00"
    assert desk.balance("2026-11-20") == "-40.00"
    assert desk.balance("2026-11-21") == "60.00"
    assert desk.check() == []


def test_a_refusal_recorded_for_an_earlier_day_counts_from_that_day(paid):
    presented(paid)
    other = paid.invoice("10.00", "2026-12-01")
    paid.refuse(paid.bill, "2026-11-23")
    assert paid.balance("2026-11-23") == "500.00"
    assert paid.open(other) == "10.00"


def test_a_reason_is_needed_and_a_bill_in_hand_is_presented_first(paid):
    with pytest.raises(MissingField):
        paid.refuse(paid.bill, "2026-11-23", reason="")
    with pytest.raises(BillNotAllowed):
        paid.refuse(paid.bill, "2026-11-23")


def test_a_bill_from_before_the_book_leaves_a_debt_due_at_once(desk):
    bill = bills.open_bill(desk.uow(), desk.new_bill("70.00"), day("2026-06-01")).value
    presented(desk, bill)
    refund = desk.refuse(bill, "2026-11-23")
    assert desk.balance("2026-11-22") == "0.00"
    assert desk.ageing("2026-12-03") == {"1-30": "70.00", "balance": "70.00"}
    receipt = desk.recover(bill, "2026-12-05", "70.00")
    assert desk.open(refund) == "0.00"
    assert desk.check() == []
    desk.undo_bill(bill, "2026-12-06")
    desk.undo_bill(bill, "2026-12-07")
    assert desk.balance() == "0.00"
    assert receipt
    assert desk.state(bill) == "presented"
    assert desk.check() == []


def test_a_receipt_voided_by_hand_is_left_alone(paid):
    receipt = paid.book.reader.bills.bill(paid.bill).receipt_id
    paid.undo("2026-07-01", credit=receipt)
    paid.void_behind_its_back(receipt, "2026-07-01")
    presented(paid)
    assert paid.refuse(paid.bill, "2026-11-23") == 0
    assert paid.balance() == "500.00"


# -- parts


def test_a_refused_part_takes_back_its_own_amount_from_what_falls_due_last(paid):
    first, second = paid.split(paid.bill, "2026-07-01", "200.00", "300.00")
    presented(paid, first)
    refund = paid.refuse(first, "2026-11-23")
    assert (paid.open(paid.a), paid.open(paid.b)) == ("0.00", "200.00")
    assert paid.open(refund) == "0.00"
    assert paid.balance("2026-11-23") == "200.00"
    assert paid.balance("2026-11-22") == "0.00"
    assert paid.state(second) == "in_hand"
    presented(paid, second)
    paid.refuse(second, "2026-11-24")
    assert (paid.open(paid.a), paid.open(paid.b)) == ("300.00", "200.00")
    assert paid.ageing("2026-11-24") == {"91+": "500.00", "balance": "500.00"}
    assert paid.check() == []


def test_a_part_of_another_size_opens_a_part_of_an_invoice(paid):
    first, _second = paid.split(paid.bill, "2026-07-01", "250.00", "250.00")
    presented(paid, first)
    paid.refuse(first, "2026-11-23")
    assert (paid.open(paid.a), paid.open(paid.b)) == ("50.00", "200.00")
    assert paid.open(paid.a, "2026-11-22") == "0.00"
    paid.undo_bill(first, "2026-11-24")
    assert (paid.open(paid.a), paid.open(paid.b)) == ("0.00", "0.00")
    assert paid.check() == []


def test_unapplied_money_of_the_receipt_is_given_back_first(desk):
    invoice = desk.invoice("60.00", "2026-03-01")
    whole = desk.receive(desk.split_bill_of("100.00"), uses={invoice: "60.00"})
    first, _second = desk.split(whole, "2026-07-01", "30.00", "70.00")
    presented(desk, first)
    desk.refuse(first, "2026-11-23")
    assert desk.open(invoice) == "0.00"
    assert desk.balance() == "-10.00"
    assert desk.check() == []


# -- recourse


def test_recourse_that_is_paid_pays_the_invoices_oldest_first(paid):
    presented(paid)
    paid.refuse(paid.bill, "2026-11-23")
    paid.happen("recourse", paid.bill, "2026-11-24", "前手", amount=50_000)
    assert paid.state(paid.bill) == "recourse"
    receipt = paid.recover(paid.bill, "2026-12-20", "350.00", party="前手")
    assert (paid.open(paid.a), paid.open(paid.b)) == ("0.00", "150.00")
    rest = paid.recover(paid.bill, "2027-01-10", "155.25")
    assert paid.open(paid.b) == "0.00"
    assert paid.balance() == "-5.25"
    assert paid.state(paid.bill) == "recovered"
    assert receipt != rest
    assert paid.check() == []


def test_money_booked_by_its_bank_line_is_only_noted(paid):
    presented(paid)
    paid.refuse(paid.bill, "2026-11-23")
    assert paid.recover(paid.bill, "2026-12-20", "500.00", book=False) == 0
    assert paid.balance() == "500.00"
    with pytest.raises(WrongSign):
        paid.recover(paid.bill, "2026-12-21", "0")


# -- taking back


def test_a_refusal_taken_back_pays_the_invoices_again_from_that_day(paid):
    presented(paid)
    paid.refuse(paid.bill, "2026-11-23")
    paid.undo_bill(paid.bill, "2026-11-25")
    assert paid.state(paid.bill) == "presented"
    assert paid.balance("2026-11-24") == "500.00"
    assert paid.balance("2026-11-25") == "0.00"
    assert (paid.open(paid.a), paid.open(paid.b)) == ("0.00", "0.00")
    assert paid.check() == []
    paid.refuse(paid.bill, "2026-11-26")
    assert (paid.open(paid.a), paid.open(paid.b)) == ("300.00", "200.00")
    assert paid.check() == []


def test_a_registration_taken_back_voids_its_receipt_and_frees_the_number(paid):
    paid.undo_bill(paid.bill, "2026-06-03")
    assert paid.ageing("2026-06-03")["balance"] == "500.00"
    assert paid.balance("2026-06-02") == "0.00"
    with pytest.raises(NothingToDo):
        paid.undo_bill(paid.bill, "2026-06-03")
    assert paid.receive(paid.split_bill_of("500.00"), "2026-06-03")
    assert paid.check() == []


def test_a_receipt_that_was_there_before_stays(desk):
    receipt = desk.receipt("90.00", "2026-06-05")
    bill = bills.receive_for_receipt(desk.uow(), desk.new_bill("90.00"), receipt).value
    desk.undo_bill(bill, "2026-06-06")
    assert desk.balance() == "-90.00"
    again = bills.receive_for_receipt(desk.uow(), desk.new_bill("90.00"), receipt).value
    assert again != bill
    assert desk.check() == []


def test_what_moved_nothing_is_taken_back_as_if_it_had_not_been(paid):
    paid.endorse(paid.bill, "2026-07-01")
    paid.undo_bill(paid.bill, "2026-11-20")
    assert paid.state(paid.bill, "2026-07-01") == "in_hand"
    paid.discount(paid.bill, "2026-07-02", "2.1")
    assert paid.events(paid.bill) == ["received", "endorsed", "undone", "discounted"]


def test_a_split_is_taken_back_by_a_part_unless_one_has_moved_on(paid):
    first, second = paid.split(paid.bill, "2026-07-01", "200.00", "300.00")
    paid.endorse(first, "2026-07-02")
    with pytest.raises(BillNotAllowed):
        paid.undo_bill(second, "2026-07-03")
    paid.undo_bill(first, "2026-07-03")
    paid.undo_bill(second, "2026-07-03")
    assert paid.state(paid.bill) == "in_hand"
    assert [s.count for s in paid.book.reader.bills.sums(day("2026-07-03"))] == [1]
    assert paid.check() == []


def test_recovered_money_taken_back_opens_the_invoices_again(paid):
    presented(paid)
    paid.refuse(paid.bill, "2026-11-23")
    paid.recover(paid.bill, "2026-12-20", "500.00")
    paid.undo_bill(paid.bill, "2026-12-21")
    assert paid.balance() == "500.00"
    assert paid.state(paid.bill) == "dishonoured"
    assert paid.check() == []


def test_a_refund_settled_since_must_be_freed_first(desk):
    bill = bills.open_bill(desk.uow(), desk.new_bill("70.00"), day("2026-06-01")).value
    presented(desk, bill)
    refund = desk.refuse(bill, "2026-11-23")
    receipt = desk.receipt("70.00", "2026-12-01")
    desk.allocate(receipt, {refund: "70.00"}, "2026-12-01")
    with pytest.raises(StillAllocated):
        desk.undo_bill(bill, "2026-12-02")
    assert desk.state(bill) == "dishonoured"


# -- any order

_EVENTS = {
    "pledge": "pledged",
    "release": "released",
    "present": "presented",
    "pay": "paid",
    "return": "returned",
    "recourse": "recourse",
}
_ACTS = (*_EVENTS, "endorse", "discount", "refuse", "refuse", "split", "recover", "undo")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(_ACTS), st.integers(0, 9)), max_size=14))
def test_whatever_is_done_the_customer_owes_what_no_bill_stands_for(tmp_path_factory, acts):
    desk = BillDesk(tmp_path_factory.mktemp("any") / "book.sqlite")
    try:
        a = desk.invoice("3.00", "2026-03-01", due="2026-04-01")
        b = desk.invoice("2.00", "2026-04-01", due="2026-05-01")
        known = [desk.receive(desk.split_bill_of("5.00"), uses={a: "3.00", b: "2.00"})]
        on = day("2026-07-01")
        for act, pick in acts:
            on += timedelta(days=1)
            with suppress(DomainError):
                known += _do(desk, act, known[pick % len(known)], on) or []
        assert desk.check() == []
        assert desk.balance() == plain(500 - _standing_for(desk), "CNY")
    finally:
        desk.close()


def _do(desk, act, bill, on):
    if act == "split":
        whole = desk.book.reader.bills.bill(bill).amount.minor
        minors = [whole // 2, whole - whole // 2]
        return bills.split_bill(desk.uow(), bill, minors, on).value
    if act == "discount":
        return desk.discount(bill, on, "2") and []
    if act == "recover":
        return desk.recover(bill, on, "1.00") and []
    if act in _EVENTS:
        return desk.happen(_EVENTS[act], bill, on, "X") and []
    acts = {"endorse": desk.endorse, "refuse": desk.refuse, "undo": desk.undo_bill}
    return acts[act](bill, on) and []


def _standing_for(desk):
    """Return what bills that were not refused, and recoveries, have paid."""
    reader, where = desk.book.reader.bills, ListFilter(as_of=FAR)
    rows = reader.rows(reader.ids(where, Order("id")), where).values()
    refused = {"dishonoured", "recourse", "recovered"}
    recovered = [
        event.amount
        for row in rows
        for event in standing(reader.events(row.id))
        if event.kind == "recovered"
    ]
    return sum(row.amount for row in rows if row.state not in refused) + sum(recovered)
