from datetime import date
from decimal import Decimal

import pytest

from domain.document import Kind
from domain.errors import (
    AlreadyReversed,
    AmountTooLarge,
    BadTerms,
    DueBeforeIssue,
    DuplicateNumber,
    MissingField,
    NotFound,
    RateMissing,
    StillAllocated,
    TooManyDecimals,
    WrongSign,
)
from domain.money import Money
from domain.services import posting
from tests.desk import day

LATE = date(2026, 12, 31)


def _detail(desk, document):
    return desk.book.reader.invoice_detail(document, LATE)


def test_an_invoice_takes_number_terms_and_due_date_from_what_is_known(desk):
    buyer = desk.customer("C2", terms="月结30天")
    detail = _detail(desk, desk.invoice("113.00", "2026-01-15", customer=buyer, tax=1300))
    assert (detail.row.number, detail.row.due_on, detail.terms) == (
        "INV-2026-000001", date(2026, 3, 2), "月结30天",
    )  # fmt: skip
    assert (detail.net, detail.tax, detail.base) == (10_000, 1_300, 11_300)
    assert detail.row.status == "overdue"


def test_a_given_due_date_outranks_terms(desk):
    detail = _detail(desk, desk.invoice("1.00", "2026-01-15", terms="NET30", due="2026-01-20"))
    assert detail.row.due_on == date(2026, 1, 20)


def test_without_terms_there_is_no_due_date(desk):
    assert _detail(desk, desk.invoice("1.00", "2026-01-15")).row.due_on is None


def test_instalments_share_the_base_amount_without_loss(desk):
    invoice = desk.invoice(
        "100.00", "2026-01-15", currency="USD", rate="7.1111", terms="33%@0+33%@9+34%@99"
    )
    with desk.uow() as uow:
        items = uow.document_items(invoice)
    assert [item.amount for item in items] == [3300, 3300, 3400]
    assert sum(item.base for item in items) == 71_111


@pytest.mark.parametrize("kind", [Kind.CREDIT_NOTE, Kind.DEBIT_NOTE, Kind.OPENING])
def test_each_kind_has_a_series_and_a_sign(desk, kind):
    detail = _detail(desk, desk.post(kind, "5.00", "2026-02-01", tax=50))
    sign = -1 if kind is Kind.CREDIT_NOTE else 1
    assert detail.row.amount == sign * 500
    assert detail.tax == sign * 50
    assert detail.row.number == f"{posting.SERIES[kind]}-2026-000001"


def test_numbers_run_by_kind_and_year_and_skip_those_already_used(desk):
    desk.invoice("1.00", "2026-01-01", number="INV-2026-000002")
    desk.credit_note("1.00", "2026-01-01", number="INV-2026-000001")
    numbers = [_detail(desk, desk.invoice("1.00", "2026-01-01")).row.number for _ in range(2)]
    assert numbers == ["INV-2026-000001", "INV-2026-000003"]
    assert _detail(desk, desk.invoice("1.00", "2027-01-01")).row.number == "INV-2027-000001"


def test_the_days_rate_is_booked_and_a_given_rate_outranks_it(desk):
    desk.rate("USD", "2026-01-01", "7")
    desk.rate("USD", "2026-01-10", "7.2")
    base = [
        _detail(desk, desk.invoice("10.00", on, currency="USD", rate=rate)).base
        for on, rate in (("2026-01-09", None), ("2026-01-10", None), ("2026-01-10", "8"))
    ]
    assert base == [7_000, 7_200, 8_000]
    assert _detail(desk, desk.invoice("10.00", "2025-12-31", currency="USD")).base is None


REFUSED = [
    (WrongSign, {"amount": "-1.00"}),
    (TooManyDecimals, {"amount": "0.001"}),
    (AmountTooLarge, {"amount": "1e18"}),
    (BadTerms, {"terms": "soon"}),
    (DueBeforeIssue, {"due": "2025-12-31"}),
    (DuplicateNumber, {"number": "A1"}),
    (NotFound, {"customer": 99}),
    (RateMissing, {"currency": "USD", "rate": "-1"}),
]


@pytest.mark.parametrize("error, entry", REFUSED)
def test_what_cannot_be_posted_changes_nothing(desk, error, entry):
    desk.invoice("1.00", "2026-01-01", number="A1")
    before = desk.facts()
    with pytest.raises(error):
        desk.invoice(**{"amount": "5.00", "issued": "2026-01-01", **entry})
    assert desk.facts() == before


def test_voiding_takes_a_document_back_in_every_currency(desk):
    invoice = desk.invoice("90.00", "2026-01-01", currency="USD", rate="7.01", terms="50%@0+50%@9")
    void = desk.void(invoice, "2026-01-05", "wrong customer")
    assert desk.open(invoice) == ["0.00", "0.00"]
    assert desk.open(void) == ["0.00", "0.00"]
    detail = _detail(desk, void)
    assert (detail.row.kind, detail.row.number, detail.base) == ("void", "INV-2026-000001", -63_090)
    assert _detail(desk, invoice).row.status == "void"
    assert desk.book.reader.item(desk.item(invoice), day("2026-01-04")).status == "overdue"
    assert desk.check() == []


def test_a_voiding_is_never_dated_before_its_document_or_its_last_undoing(desk):
    invoice = desk.invoice("90.00", "2026-01-10")
    paid = desk.receipt("90.00", "2026-01-12", uses=[desk.use(invoice, "90.00")])
    desk.undo("2026-01-20", credit=paid)
    void = desk.void(invoice, "2026-01-01")
    assert _detail(desk, void).row.issued_on == date(2026, 1, 20)
    early = desk.void(desk.invoice("1.00", "2026-03-01"), "2026-01-01")
    assert _detail(desk, early).row.issued_on == date(2026, 3, 1)


def test_a_document_of_nothing_can_be_voided(desk):
    invoice = desk.invoice("0.00", "2026-01-10")
    desk.void(invoice, "2026-01-11")
    assert desk.check() == []


def test_what_cannot_be_voided_changes_nothing(desk):
    paid = desk.invoice("90.00", "2026-01-10")
    desk.receipt("10.00", "2026-01-12", uses=[desk.use(paid, "10.00")])
    gone = desk.invoice("5.00", "2026-01-10")
    void = desk.void(gone, "2026-01-11")
    before = desk.facts()
    for document, reason, error in (
        (paid, "x", StillAllocated), (gone, "x", AlreadyReversed), (void, "x", AlreadyReversed),
        (paid, "", MissingField), (99, "x", NotFound),
    ):  # fmt: skip
        with pytest.raises(error):
            desk.void(document, "2026-01-13", reason)
        assert desk.facts() == before


def test_base_amounts_need_a_rate_above_zero(desk):
    with desk.uow() as uow:
        assert posting.base_amount(uow, Money(5, "CNY"), LATE) == Money(5, "CNY")
        assert posting.base_amount(uow, Money(500, "USD"), LATE) is None
        with pytest.raises(RateMissing):
            posting.base_amount(uow, Money(5, "USD"), LATE, Decimal(0))


def test_the_history_tells_what_was_posted_and_voided(desk):
    invoice = desk.invoice("5.00", "2026-01-10")
    desk.void(invoice, "2026-01-11", "typing error")
    rows = desk.book.reader.history(entity="document", entity_id=invoice)
    assert [row.kind for row in rows] == ["document.void", "invoice.post"]
    assert "typing error" in rows[0].after
    assert rows[1].user == "tester"
