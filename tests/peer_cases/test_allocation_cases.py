"""What other systems prove about paying, crediting and undoing. The numbers are theirs."""

import pytest

from domain.errors import AlreadyReversed, DifferenceTooLarge, OverAllocation, StillAllocated
from domain.services.receipts import reverse_allocation


def test_c24_a_payment_pays_the_oldest_term_first(desk):
    invoice = desk.invoice("100.00", "2026-01-01", terms="30%@0+50%@30+20%@60")
    desk.allocate_oldest_first(desk.receipt("40.00", "2026-01-02"), "2026-01-02")
    assert desk.open(invoice) == ["0.00", "40.00", "20.00"]


def test_c25_a_credit_note_eats_the_oldest_terms_too(desk):
    invoice = desk.invoice("200.00", "2026-01-01", terms="30%@0+50%@30+20%@60")
    desk.allocate_oldest_first(desk.receipt("40.00", "2026-01-02"), "2026-01-02")
    assert desk.open(invoice) == ["20.00", "100.00", "40.00"]
    desk.allocate_oldest_first(desk.credit_note("100.00", "2026-01-03"), "2026-01-03")
    assert desk.open(invoice) == ["0.00", "20.00", "40.00"]


def test_c31_ours_differs_an_advance_too_pays_the_oldest_term_first(desk):
    """There an advance of 50 is spread over two terms as 25 and 25; one rule is enough here."""
    advance = desk.receipt("50.00", "2026-01-01", currency="USD", rate="80")
    invoice = desk.invoice("100.00", "2026-01-10", currency="USD", rate="80", terms="50%@30+50%@60")
    desk.allocate_oldest_first(advance, "2026-01-10")
    assert desk.open(invoice) == ["0.00", "50.00"]


def test_c34_one_receipt_is_split_over_documents_and_may_stay_in_part(desk):
    first, second = desk.invoice("100.00", "2026-01-01"), desk.invoice("150.00", "2026-01-02")
    paid = desk.receipt("180.00", "2026-01-03")
    desk.allocate(paid, {first: "100.00"}, "2026-01-03")
    assert desk.open(paid) == "-80.00"
    desk.allocate(paid, {second: "80.00"}, "2026-01-03")
    assert (desk.open(first), desk.open(second), desk.open(paid)) == ("0.00", "70.00", "0.00")


def test_c37_an_overpayment_is_written_off_or_kept(desk):
    desk.set(write_off_limit=1000)
    kept = desk.invoice("100.00", "2026-01-01")
    desk.receipt("110.00", "2026-01-02", uses=[desk.use(kept, "100.00")])
    assert desk.balance() == "-10.00"
    other = desk.customer("C2")
    given = desk.invoice("100.00", "2026-01-01", customer=other)
    paid = desk.receipt("110.00", "2026-01-02", customer=other, uses=[desk.use(given, "100.00")])
    desk.write_off(paid, "2026-01-03")
    assert desk.balance(customer=other) == "0.00"


@pytest.mark.parametrize(
    "credit, debits, used",
    [
        ("10.00", ["10.00"], ["10.00"]),
        ("3.00", ["10.00"], ["3.00"]),
        ("20.00", ["10.00"], ["10.00"]),
    ],
)
def test_c39_what_is_offered_is_never_more_than_either_side_has(desk, credit, debits, used):
    """Only its plain part: choosing among several is matching, which comes later."""
    documents = [desk.invoice(amount, "2026-01-01") for amount in debits]
    paid = desk.receipt(credit, "2026-01-02")
    desk.allocate_oldest_first(paid, "2026-01-02")
    amounts = [desk.money(amount).minor for amount in used]
    rows = desk.book.reader.allocations(paid)
    assert [row.amount for row in rows] == amounts
    assert len(rows) == len(documents)


def test_c41_what_is_paid_too_much_stays_the_customers_credit(desk):
    debt = desk.invoice("50.00", "2026-01-01", due="2026-01-31")
    paid = desk.receipt("100.00", "2026-01-02", uses=[desk.use(debt, "50.00")])
    assert desk.open(debt) == "0.00"
    assert desk.open(paid) == "-50.00"
    assert desk.ageing("2026-02-01") == {"unapplied": "50.00", "balance": "-50.00"}


def test_c46_a_credit_note_may_be_used_in_part(desk):
    invoice, credit = desk.invoice("100.00", "2026-01-01"), desk.credit_note("100.00", "2026-01-02")
    desk.allocate(credit, {invoice: "80.00"}, "2026-01-02")
    assert (desk.open(invoice), desk.open(credit)) == ("20.00", "-20.00")


def test_c48_undoing_one_of_two_allocations_leaves_the_other(desk):
    first, second = desk.invoice("100.00", "2026-01-01"), desk.invoice("100.00", "2026-01-01")
    paid = desk.receipt(
        "200.00", "2026-01-02", uses=[desk.use(first, "100.00"), desk.use(second, "100.00")]
    )
    desk.undo("2026-01-03", debit=first)
    assert (desk.open(first), desk.open(second), desk.open(paid)) == ("100.00", "0.00", "-100.00")
    desk.allocate(paid, {first: "100.00"}, "2026-01-03")
    assert (desk.open(first), desk.open(paid)) == ("0.00", "0.00")


def test_c49_undoing_one_receipts_part_changes_nothing_else(desk):
    invoices = [desk.invoice("100.00", "2026-01-01") for _ in range(2)]
    receipts = [
        desk.receipt("100.00", "2026-01-02", uses=[desk.use(i, "50.00") for i in invoices])
        for _ in range(2)
    ]
    desk.undo("2026-01-03", debit=invoices[0], credit=receipts[1])
    assert [desk.open(i) for i in invoices] == ["50.00", "0.00"]
    assert [desk.open(r) for r in receipts] == ["0.00", "-50.00"]


def test_c52_a_receipt_of_too_much_and_one_with_a_deduction(desk):
    desk.set(write_off_limit=500)
    first, second = desk.invoice("100.00", "2026-01-01"), desk.invoice("100.00", "2026-01-01")
    paid = desk.receipt("110.00", "2026-01-02", uses=[desk.use(first, "100.00")])
    assert desk.open(paid) == "-10.00"
    desk.receipt("95.00", "2026-01-02", uses=[desk.use(second, "95.00", write_off="5.00")])
    assert desk.open(second) == "0.00"
    assert desk.balance() == "-10.00"


def test_c53_a_typed_amount_leaves_the_rest_for_the_next(desk):
    first, second = desk.invoice("100.00", "2026-01-01"), desk.invoice("100.00", "2026-01-02")
    desk.allocate_oldest_first(desk.receipt("100.00", "2026-01-03"), "2026-01-03", {first: "70.00"})
    assert (desk.open(first), desk.open(second)) == ("30.00", "70.00")


@pytest.mark.parametrize("limit, fits", [(5, False), (10, True), (11, True)])
def test_c55_a_small_overpayment_is_given_up_within_the_limit(desk, limit, fits):
    """Invoice 50, receipt 50.10. The limit is inclusive: 0.10 is within 0.10."""
    desk.set(write_off_limit=limit)
    invoice = desk.invoice("50.00", "2026-01-01")
    paid = desk.receipt("50.10", "2026-01-02", uses=[desk.use(invoice, "50.00")])
    if fits:
        desk.write_off(paid, "2026-01-02")
        assert desk.balance() == "0.00"
        return
    with pytest.raises(DifferenceTooLarge):
        desk.write_off(paid, "2026-01-02")
    assert desk.balance() == "-0.10"


@pytest.mark.parametrize("limit, fits", [(0, False), (500, False), (999, False), (1000, True)])
def test_c57_ours_differs_the_limit_is_an_amount_not_a_percentage(desk, limit, fits):
    """Invoice 1,000, receipt 990: there 1 % is allowed, here 10.00; both limits inclusive."""
    desk.set(write_off_limit=limit)
    invoice = desk.invoice("1000.00", "2026-01-01")
    uses = [desk.use(invoice, "990.00", write_off="10.00")]
    if fits:
        desk.receipt("990.00", "2026-01-02", uses=uses)
        assert desk.open(invoice) == "0.00"
        return
    before = desk.facts()
    with pytest.raises(DifferenceTooLarge):
        desk.receipt("990.00", "2026-01-02", uses=uses)
    assert desk.facts() == before


def test_c60_an_advance_settles_a_receivable_once_and_is_undone_once(desk):
    advance = desk.receipt("300.00", "2026-01-01")
    debt = desk.invoice("300.00", "2026-01-05")
    desk.allocate(advance, {debt: "300.00"}, "2026-01-05")
    assert (desk.open(debt), desk.open(advance)) == ("0.00", "0.00")
    more, big = desk.invoice("600.00", "2026-01-06"), desk.receipt("900.00", "2026-01-06")
    with pytest.raises(OverAllocation):
        desk.allocate(big, {more: "700.00"}, "2026-01-06")
    desk.allocate(big, {more: "600.00"}, "2026-01-06")
    with pytest.raises(StillAllocated):
        desk.void(big, "2026-01-07")
    (row,) = desk.book.reader.allocations(advance)
    desk.undo("2026-01-07", credit=advance)
    with pytest.raises(AlreadyReversed):
        reverse_allocation(desk.uow(), [row.id], row.allocated_on)


def test_an_undone_credit_note_can_be_used_again(desk):
    """Elsewhere (erpnext 59014) it could never be matched again."""
    invoice, credit = desk.invoice("100.00", "2026-01-01"), desk.credit_note("100.00", "2026-01-02")
    for day in ("2026-01-02", "2026-01-03", "2026-01-04"):
        desk.allocate(credit, {invoice: "100.00"}, day)
        desk.undo(day, credit=credit)
    desk.allocate(credit, {invoice: "100.00"}, "2026-01-05")
    assert (desk.open(invoice), desk.open(credit)) == ("0.00", "0.00")
