from datetime import date

import pytest

from domain.document import ClaimKind
from domain.errors import (
    AlreadyReversed,
    MissingField,
    NothingToDo,
    OverAllocation,
    SameCustomer,
    SetOffNotDue,
    WrongSign,
)
from domain.services import papers, receipts, settlement, undoing
from domain.services.settlement import Claims, SetOff
from tests.desk import printed

LATE = date(2026, 12, 31)


def _set_off(desk, uses, on, **more):
    entry = SetOff(
        customer_id=desk.first,
        currency="CNY",
        uses=tuple(uses),
        arrived_on=date.fromisoformat(on),
        payable=more.get("payable", "AP-77"),
        agreement=more.get("agreement", "抵销协议 2026-3"),
    )
    return settlement.set_off(desk.uow(), entry)


def _transfer(desk, uses, to, on, agreement="三方协议 7"):
    day = date.fromisoformat(on)
    return settlement.transfer(desk.uow(), uses, to, day, agreement)


# -- set-off


def test_a_set_off_settles_from_the_day_its_notice_arrived(desk):
    invoice = desk.invoice("100.00", "2026-01-05", due="2026-02-05")
    _set_off(desk, [desk.use(invoice, "60.00")], "2026-03-10")
    assert desk.open(invoice, "2026-03-09") == "100.00"
    assert desk.open(invoice, "2026-03-10") == "40.00"
    assert desk.balance("2026-03-10") == "40.00"
    assert desk.check() == []


def test_a_set_off_is_undone_as_a_whole(desk):
    invoice = desk.invoice("100.00", "2026-01-05")
    done = _set_off(desk, [desk.use(invoice, "100.00")], "2026-03-10")
    undoing.undo_operation(desk.uow(), done.operation_id, date(2026, 3, 11))
    assert desk.open(invoice) == "100.00"
    assert desk.balance() == "100.00"
    assert desk.check() == []


def test_a_set_off_of_nothing_or_against_nothing_is_refused(desk):
    invoice = desk.invoice("100.00", "2026-01-05")
    before = desk.facts()
    with pytest.raises(NothingToDo):
        _set_off(desk, [], "2026-03-10")
    with pytest.raises(MissingField):
        _set_off(desk, [desk.use(invoice, "1.00")], "2026-03-10", payable="")
    with pytest.raises(OverAllocation):
        _set_off(desk, [desk.use(invoice, "100.01")], "2026-03-10")
    assert desk.facts() == before


def test_by_notice_alone_only_what_is_due_is_set_off(desk):
    invoice = desk.invoice("100.00", "2026-01-05", due="2026-04-05")
    with pytest.raises(SetOffNotDue):
        _set_off(desk, [desk.use(invoice, "100.00")], "2026-04-04", agreement="")
    _set_off(desk, [desk.use(invoice, "40.00")], "2026-04-04")
    _set_off(desk, [desk.use(invoice, "60.00")], "2026-04-05", agreement="")
    assert desk.open(invoice) == "0.00"


# -- transfer


def test_a_transferred_debt_keeps_its_due_date_and_age(desk):
    other = desk.customer("C2")
    invoice = desk.invoice("100.00", "2026-01-05", due="2026-02-05")
    _transfer(desk, [desk.use(invoice, "100.00")], other, "2026-05-01")
    assert desk.ageing("2026-04-30") == {"61-90": "100.00", "balance": "100.00"}
    assert desk.ageing("2026-04-30", customer=other) == {}
    assert desk.ageing("2026-05-01") == {}
    assert desk.ageing("2026-05-01", customer=other) == {"61-90": "100.00", "balance": "100.00"}
    by_age = desk.ageing("2026-05-01", customer=other, basis="document")
    assert by_age == {"91+": "100.00", "balance": "100.00"}  # 116 days since the invoice
    (row,) = desk.book.reader.ageing(
        date(2026, 5, 1), by="item", basis="document", customer_id=other
    )
    assert row.oldest_days == 116
    assert desk.check() == []


def test_part_of_a_debt_is_transferred_with_its_booked_rate(desk):
    other = desk.customer("C2")
    invoice = desk.invoice("300.00", "2026-01-05", currency="USD", rate="7.1")
    _transfer(desk, [desk.use(invoice, "100.00")], other, "2026-05-01")
    (moved,) = desk.book.reader.open_debits(other, "USD")
    assert (moved.open, moved.base) == (10_000, 71_000)
    (stays,) = desk.book.reader.open_debits(desk.first, "USD")
    assert (stays.open, stays.base_open) == (20_000, 142_000)


def test_a_transfer_is_undone_as_a_whole(desk):
    other = desk.customer("C2")
    invoice = desk.invoice("100.00", "2026-01-05")
    done = _transfer(desk, [desk.use(invoice, "100.00")], other, "2026-05-01")
    undoing.undo_operation(desk.uow(), done.operation_id, date(2026, 5, 2))
    assert desk.open(invoice) == "100.00"
    assert desk.balance(customer=other) == "0.00"
    assert desk.check() == []


def test_a_debt_is_not_transferred_to_itself_nor_without_an_agreement(desk):
    other = desk.customer("C2")
    invoice = desk.invoice("100.00", "2026-01-05")
    with pytest.raises(SameCustomer):
        _transfer(desk, [desk.use(invoice, "1.00")], desk.first, "2026-05-01")
    with pytest.raises(MissingField):
        _transfer(desk, [desk.use(invoice, "1.00")], other, "2026-05-01", agreement="")
    with pytest.raises(OverAllocation):
        _transfer(desk, [desk.use(invoice, "100.01")], other, "2026-05-01")


# -- notices


def _settled(value):
    (table,) = (block.table for block in value.body if block.table is not None)
    return table.rows


def test_the_notice_of_a_set_off_lists_what_it_settled(desk):
    invoice = desk.invoice("100.00", "2026-01-05")
    done = _set_off(desk, [desk.use(invoice, "60.00")], "2026-03-10")
    value = papers.set_off_notice(desk.book.reader, done.value, date(2026, 3, 11))
    (row,) = _settled(value)
    assert row[4:] == ("100.00", "60.00", "40.00")
    assert (value.total, value.facts) == (6_000, (("生效日期", "2026年3月10日"),))
    assert "AP-77" in value.body[1].text
    assert "抵销协议 2026-3" in value.body[1].text


def test_the_agreement_on_a_transfer_lists_all_that_was_moved(desk):
    other = desk.customer("C2", "新债务人公司")
    invoices = [desk.invoice(amount, "2026-01-05") for amount in ("100.00", "50.00")]
    uses = [desk.use(invoices[0], "100.00"), desk.use(invoices[1], "20.00")]
    done = _transfer(desk, uses, other, "2026-05-01")
    value = papers.transfer_notice(desk.book.reader, done.value, other, LATE)
    assert [row[5:] for row in _settled(value)] == [("100.00", "—"), ("20.00", "30.00")]
    assert value.signers[2] == "新债务人: 新债务人公司"
    assert value.total == 12_000
    issued = papers.issue(desk.uow(), value.kind, [value], [desk.first], printed)
    assert issued.value[0].value.number == "转字〔2026〕第0001号"


# -- refund


def test_a_refund_takes_up_the_credit(desk):
    paid = desk.receipt("100.00", "2026-01-05")
    settlement.refund(desk.uow(), desk.item(paid), 4_000, date(2026, 2, 1))
    assert desk.ageing("2026-01-31") == {"unapplied": "100.00", "balance": "-100.00"}
    assert desk.ageing("2026-02-01") == {"unapplied": "60.00", "balance": "-60.00"}
    with pytest.raises(OverAllocation):
        settlement.refund(desk.uow(), desk.item(paid), 6_001, date(2026, 2, 2))
    (month, _) = desk.book.reader.months(desk.first, "CNY", date(2026, 2, 28), 2)
    assert month.received == 10_000
    (_, month) = desk.book.reader.months(desk.first, "CNY", date(2026, 2, 28), 2)
    assert month.received == -4_000
    assert desk.check() == []


# -- returned payment (C79)


def test_a_returned_payment_opens_its_invoices_with_their_age(desk):
    invoice = desk.invoice("500.00", "2026-01-05", due="2026-02-05")
    paid = desk.receipt("500.00", "2026-02-01", uses=[desk.use(invoice, "500.00")])
    settlement.return_receipt(desk.uow(), paid, date(2026, 2, 20), "余额不足")
    assert desk.open(invoice, "2026-02-19") == "0.00"
    assert desk.ageing("2026-02-20") == {"1-30": "500.00", "balance": "500.00"}
    assert desk.check() == []
    row = desk.book.reader.customer_row
    assert row(desk.first, date(2026, 2, 19)).returned_on is None
    assert row(desk.first, date(2026, 3, 1)).returned_on == date(2026, 2, 20)
    with pytest.raises(AlreadyReversed):
        settlement.return_receipt(desk.uow(), paid, date(2026, 2, 21), "again")


def test_a_returned_payment_takes_its_discount_and_write_off_back(desk):
    desk.set(write_off_limit=100)
    invoice = desk.invoice("100.00", "2026-01-01", terms="10/10 NET30")
    desk.receipt(
        "89.50", "2026-01-05",
        uses=[desk.use(invoice, "89.50", discount="10.00", write_off="0.50")],
    )  # fmt: skip
    paid = desk.book.reader.open_item(desk.item(invoice))
    assert paid.open == 0
    receipt = desk.book.reader.allocations(invoice)[0]
    document = desk.book.reader.open_item(receipt.credit_item_id).document_id
    settlement.return_receipt(desk.uow(), document, date(2026, 1, 20), "退票")
    assert desk.open(invoice) == "100.00"
    assert desk.balance() == "100.00"
    assert desk.check() == []


def test_only_a_receipt_is_returned(desk):
    invoice = desk.invoice("500.00", "2026-01-05")
    with pytest.raises(WrongSign):
        settlement.return_receipt(desk.uow(), invoice, date(2026, 2, 20), "x")
    paid = desk.receipt("5.00", "2026-01-06")
    with pytest.raises(MissingField):
        settlement.return_receipt(desk.uow(), paid, date(2026, 2, 20), "")


# -- statutory order


def _by_statute(desk, amount, on, **claims):
    entry = receipts.ReceiptEntry(
        customer_id=desk.first, received_on=date.fromisoformat(on), amount=desk.money(amount)
    )
    return settlement.receive_by_statute(desk.uow(), entry, Claims(**claims))


def test_money_pays_costs_then_interest_then_principal(desk):
    """Principal 100,000.00, interest 4,756.44, costs 500.00, received 30,000.00."""
    invoice = desk.invoice("100000.00", "2024-06-01", due="2024-06-30")
    done = _by_statute(desk, "30000.00", "2025-06-30", costs=50_000, interest=475_644)
    assert desk.open(invoice) == "75256.44"
    paid = desk.book.reader.allocations(done.value)
    assert [row.amount for row in paid] == [50_000, 475_644, 2_474_356]
    assert desk.balance() == "75256.44"
    assert desk.check() == []


def test_what_the_money_does_not_reach_of_the_claims_stays_open(desk):
    invoice = desk.invoice("1000.00", "2026-01-05", due="2026-02-05")
    _by_statute(desk, "120.00", "2026-06-30", costs=10_000, interest=5_000)
    left = desk.book.reader.open_debits(desk.first, "CNY")
    assert {(item.claim, item.open) for item in left} == {
        (ClaimKind.INTEREST, 3_000), (None, 100_000),
    }  # fmt: skip
    assert desk.open(invoice) == "1000.00"
    assert desk.balance() == "1030.00"


def test_claims_booked_before_are_paid_first_as_well(desk):
    old = desk.invoice("100.00", "2026-01-05", due="2026-01-10")
    _by_statute(desk, "1.00", "2026-02-01", costs=5_000)  # 49.00 of the costs stay
    _by_statute(desk, "60.00", "2026-03-01")
    assert desk.open(old) == "89.00"
