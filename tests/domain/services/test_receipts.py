from datetime import date

import pytest

from domain.errors import (
    AlreadyReversed,
    DifferenceTooLarge,
    DiscountNotDue,
    NotAllocatable,
    NotFound,
    NothingToDo,
    OverAllocation,
    WrongSign,
)
from domain.services import receipts

LATE = date(2026, 12, 31)


def test_money_received_stays_open_until_it_is_used(desk):
    paid = desk.receipt("100.00", "2026-01-05")
    row = desk.book.reader.receipt(paid, LATE)
    assert (row.number, row.amount, row.allocated, row.unapplied) == (
        "RC-2026-000001", 10_000, 0, 10_000,
    )  # fmt: skip
    invoice = desk.invoice("60.00", "2026-01-06")
    desk.allocate(paid, {invoice: "60.00"}, "2026-01-07")
    row = desk.book.reader.receipt(paid, LATE)
    assert (row.allocated, row.unapplied) == (6_000, 4_000)
    assert desk.book.reader.receipt(paid, date(2026, 1, 6)).unapplied == 10_000


def test_an_advance_is_allocated_from_the_day_its_invoice_exists(desk):
    paid = desk.receipt("100.00", "2026-01-05")
    invoice = desk.invoice("100.00", "2026-02-01")
    desk.allocate(paid, {invoice: "100.00"}, "2026-01-05")
    (row,) = desk.book.reader.allocations(paid)
    assert row.allocated_on == date(2026, 2, 1)
    assert desk.ageing("2026-01-31") == {"unapplied": "100.00", "balance": "-100.00"}


def test_a_discount_on_an_advance_is_dated_with_its_invoice(desk):
    """Paid in January for a February invoice: January's balance knows no discount yet."""
    invoice = desk.invoice("100.00", "2026-02-01", terms="10/10 NET30")
    desk.receipt("90.00", "2026-01-05", uses=[desk.use(invoice, "90.00", discount="10.00")])
    assert desk.balance("2026-01-31") == "-90.00"
    assert desk.balance("2026-02-01") == "0.00"
    assert desk.check() == []


def test_a_discount_is_taken_once_for_a_document_whatever_the_number_of_payments(desk):
    invoice = desk.invoice("200.00", "2026-01-01", terms="10/10 NET30")
    desk.receipt("90.00", "2026-01-05", uses=[desk.use(invoice, "90.00", discount="10.00")])
    with pytest.raises(DiscountNotDue):
        desk.receipt("79.99", "2026-01-06", uses=[desk.use(invoice, "79.99", discount="20.00")])
    desk.receipt("90.00", "2026-01-06", uses=[desk.use(invoice, "90.00", discount="10.00")])
    assert desk.open(invoice) == "0.00"


def test_a_discount_undone_can_be_taken_again(desk):
    invoice = desk.invoice("100.00", "2026-01-01", terms="10/10 NET30")
    paid = desk.receipt("90.00", "2026-01-05", uses=[desk.use(invoice, "90.00", discount="10.00")])
    desk.undo("2026-01-06", debit=invoice)
    assert desk.open(invoice) == "100.00"
    use = desk.use(invoice, "90.00", discount="10.00")
    desk.allocate(paid, [use], "2026-01-07")
    assert desk.open(invoice) == "0.00"


def test_instalments_share_one_discount(desk):
    invoice = desk.invoice("100.00", "2026-01-01", terms="10/10 50%@30+50%@60")
    use = desk.use(invoice, "40.00", discount="10.00")
    desk.receipt("40.00", "2026-01-05", uses=[use])
    with pytest.raises(DiscountNotDue):
        desk.receipt(
            "40.00", "2026-01-05", uses=[desk.use(invoice, "40.00", part=2, discount="0.01")]
        )


@pytest.mark.parametrize("received, kept", [("99.50", "0.00"), ("100.50", "0.00")])
def test_a_small_rest_is_written_off_on_either_side(desk, received, kept):
    invoice = desk.invoice("100.00", "2026-01-01")
    paid = desk.receipt(received, "2026-01-02")
    desk.allocate_oldest_first(paid, "2026-01-02")
    rest = invoice if desk.open(paid) == "0.00" else paid
    desk.write_off(rest, "2026-01-03")
    assert desk.open(rest) == desk.balance() == kept
    with pytest.raises(NothingToDo):
        desk.write_off(rest, "2026-01-03")


def test_two_currencies_of_one_customer_are_joined_with_both_amounts(desk):
    invoice = desk.invoice("710.00", "2026-01-01")
    paid = desk.receipt("100.00", "2026-01-02", currency="USD", rate="7.2")
    use = receipts.Use(item_id=desk.item(invoice), minor=71_000, credit_minor=10_000)
    desk.allocate(paid, [use], "2026-01-02")
    assert desk.open(invoice) == desk.open(paid) == "0.00"
    assert desk.exchange(paid) == ["10.00"]
    assert desk.check() == []


def test_undoing_is_dated_no_earlier_than_what_it_undoes(desk):
    invoice = desk.invoice("100.00", "2026-01-01")
    paid = desk.receipt("100.00", "2026-01-10", uses=[desk.use(invoice, "100.00")])
    desk.undo("2026-01-02", credit=paid)
    (row,) = desk.book.reader.allocations(paid)
    assert row.reversed_on == date(2026, 1, 10)


def _story(desk):
    desk.invoice("100.00", "2026-01-01", number="A1")
    desk.receipt("50.00", "2026-01-02", number="R1")
    desk.receipt("5.00", "2026-01-02", number="R2", customer=desk.customer("C2"))
    desk.allocate(2, {1: "10.00"}, "2026-01-03")
    desk.undo("2026-01-04", debit=1)


REFUSED = {
    "more than the receipt has": (OverAllocation, lambda d: d.allocate(2, {1: "50.01"}, LATE)),
    "nothing chosen": (NothingToDo, lambda d: d.allocate(2, {}, LATE)),
    "another customer's": (NotAllocatable, lambda d: d.allocate(3, {1: "1.00"}, LATE)),
    "the second use is too much": (
        OverAllocation,
        lambda d: d.allocate(2, [d.use(1, "30.00"), d.use(1, "30.00")], LATE),
    ),
    "less than nothing": (NotAllocatable, lambda d: d.allocate(2, {1: "-1.00"}, LATE)),
    "a receipt of nothing": (WrongSign, lambda d: d.receipt("0.00", LATE)),
    "a negative receipt": (WrongSign, lambda d: d.receipt("-1.00", LATE)),
    "nothing to spread over": (NothingToDo, lambda d: d.allocate_oldest_first(3, LATE)),
    "a discount without terms": (
        DiscountNotDue,
        lambda d: d.receipt("1.00", LATE, uses=[d.use(1, "1.00", discount="1.00")]),
    ),
    "too much to write off": (DifferenceTooLarge, lambda d: d.write_off(1, LATE)),
    "undone twice": (
        AlreadyReversed,
        lambda d: receipts.reverse_allocation(d.uow(), [1], LATE),
    ),
    "the undoing undone": (
        AlreadyReversed,
        lambda d: receipts.reverse_allocation(d.uow(), [2], LATE),
    ),
    "an unknown allocation": (
        NotFound,
        lambda d: receipts.reverse_allocation(d.uow(), [9], LATE),
    ),
    "an unknown item": (
        NotFound,
        lambda d: receipts.allocate(d.uow(), 99, [receipts.Use(item_id=1, minor=1)], LATE),
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_changes_nothing(desk, case):
    _story(desk)
    before = desk.facts()
    error, act = REFUSED[case]
    with pytest.raises(error):
        act(desk)
    assert desk.facts() == before


def test_one_undo_of_several_is_all_or_nothing(desk):
    _story(desk)
    desk.allocate(2, {1: "10.00"}, "2026-01-05")
    before = desk.facts()
    with pytest.raises(AlreadyReversed):
        receipts.reverse_allocation(desk.uow(), [3, 1], LATE)
    assert desk.facts() == before


def test_all_receipts_are_spread_over_their_own_customers_debits(desk):
    other = desk.customer("C2")
    first = desk.invoice("100.00", "2026-01-01", due="2026-01-31")
    second = desk.invoice("30.00", "2026-01-01", customer=other)
    desk.receipt("70.00", "2026-01-10")
    desk.receipt("50.00", "2026-01-05")
    desk.receipt("30.00", "2026-01-06", customer=other)
    steps = []
    result = receipts.allocate_all_oldest_first(desk.uow(), lambda *done: steps.append(done))
    assert result.value == 3
    assert steps == [(0, 2), (1, 2)]
    assert (desk.open(first), desk.open(second)) == ("0.00", "0.00")
    assert desk.balance() == "-20.00"
    assert desk.check() == []
    before = desk.facts()
    with pytest.raises(NothingToDo):
        receipts.allocate_all_oldest_first(desk.uow())
    assert desk.facts() == before
