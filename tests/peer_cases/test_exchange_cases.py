"""What other systems prove about discounts and exchange differences. The numbers are theirs.

Base amounts are in the desk's currency; a difference is a gain when positive.
"""

from decimal import Decimal

import pytest

from domain.errors import DiscountNotDue
from domain.money import plain
from tests.desk import Desk


@pytest.fixture
def dollars(tmp_path):
    opened = Desk(tmp_path / "dollars.sqlite", currency="USD")
    yield opened
    opened.close()


def _posted(desk, kind):
    with desk.book.reading.connect() as connection:
        return connection.exec_driver_sql(
            "SELECT amount_minor, base_minor, net_minor, tax_minor FROM document"
            f" WHERE kind = '{kind}' ORDER BY id"
        ).fetchall()


def test_c51_undoing_takes_only_its_own_exchange_difference_back(desk):
    invoices = [desk.invoice("100.00", "2026-01-01", currency="USD", rate="8") for _ in range(2)]
    paid = desk.receipt("200.00", "2026-01-05", currency="USD", rate="7.5")
    desk.allocate(paid, dict.fromkeys(invoices, "100.00"), "2026-01-05")
    assert desk.exchange(paid) == ["-50.00", "-50.00"]
    desk.undo("2026-01-06", debit=invoices[0])
    assert desk.exchange(paid) == ["-50.00"]
    assert desk.exchange(invoices[0]) == []
    desk.allocate(paid, {invoices[0]: "100.00"}, "2026-01-07")
    assert desk.exchange(invoices[0]) == ["-50.00"]
    assert desk.check() == []


def test_c62_a_discount_is_split_into_income_and_tax_as_the_invoice(desk):
    invoice = desk.invoice("236.00", "2026-01-01", terms="10/10 NET30", tax=3600)
    desk.receipt("212.40", "2026-01-11", uses=[desk.use(invoice, "212.40", discount="23.60")])
    assert desk.open(invoice) == "0.00"
    assert _posted(desk, "discount") == [(-2360, -2360, -2000, -360)]


def test_c64_a_discount_keeps_the_booked_rate_and_the_rest_is_exchange(desk):
    invoice = desk.invoice("100.00", "2026-01-01", currency="USD", rate="50", terms="10/10 NET30")
    rate = Decimal(4200) / 90
    paid = desk.receipt(
        "90.00", "2026-01-05", currency="USD", rate=str(rate),
        uses=[desk.use(invoice, "90.00", currency="USD", discount="10.00")],
    )  # fmt: skip
    assert desk.exchange(paid) == ["-300.00"]
    assert _posted(desk, "discount")[0][:2] == (-1000, -50000)
    assert desk.open(invoice) == "0.00"
    assert desk.check() == []


@pytest.mark.parametrize("received", ["100.00", "200.00"])
def test_c67_the_difference_is_of_what_was_used(desk, received):
    invoice = desk.invoice("100.00", "2026-01-01", currency="EUR", rate="85")
    paid = desk.receipt(received, "2026-01-05", currency="EUR", rate="80")
    desk.allocate(paid, {invoice: "100.00"}, "2026-01-05")
    assert desk.exchange(paid) == ["-500.00"]


def test_c68_an_invoice_in_euro_paid_at_another_rate(dollars):
    invoice = dollars.invoice(
        "400.00", "2026-01-01", currency="EUR", rate=str(Decimal(1) / Decimal("1.2"))
    )
    paid = dollars.receipt(
        "400.00", "2026-02-01", currency="EUR", rate=str(Decimal(1) / Decimal("1.1"))
    )
    dollars.allocate(paid, {invoice: "400.00"}, "2026-02-01")
    assert dollars.exchange(paid) == ["30.31"]
    assert dollars.open(invoice) == "0.00"


def test_c70_ours_differs_what_is_written_off_keeps_the_booked_rate(dollars):
    """Debt 90.00 EUR carried at 50.00, 89.00 paid as 45.00. There 0.50 is written off and
    4.50 is exchange; here the euro is written off at the rate it was booked, 0.56, and 4.44
    is exchange. The sum is the same 5.00."""
    rate = str(Decimal(50) / 90)
    invoice = dollars.invoice("90.00", "2026-01-01", currency="EUR", rate=rate)
    paid = dollars.receipt(
        "89.00", "2026-01-05", currency="EUR", rate=str(Decimal(45) / 89),
        uses=[dollars.use(invoice, "89.00", write_off="1.00")],
    )  # fmt: skip
    assert dollars.exchange(paid) == ["-4.44"]
    assert [plain(row[1], "USD") for row in _posted(dollars, "write_off")] == ["-0.56"]
    assert dollars.check() == []


def test_c70_paid_in_full_all_of_the_difference_is_exchange(dollars):
    rate = str(Decimal(50) / 90)
    invoice = dollars.invoice("90.00", "2026-01-01", currency="EUR", rate=rate)
    paid = dollars.receipt("90.00", "2026-01-05", currency="EUR", rate="0.5")
    dollars.allocate(paid, {invoice: "90.00"}, "2026-01-05")
    assert dollars.exchange(paid) == ["-5.00"]


@pytest.mark.parametrize("parts", [["110.00"], ["50.00", "60.00"], ["33.33", "33.33", "43.34"]])
def test_c72_a_settled_document_has_nothing_left_in_either_currency(desk, parts):
    invoice = desk.invoice("110.00", "2026-01-01", currency="USD", rate=str(Decimal(100) / 110))
    for part in parts:
        paid = desk.receipt(part, "2026-01-05", currency="USD", rate="1.10")
        desk.allocate(paid, {invoice: part}, "2026-01-05")
    with desk.uow() as uow:
        (item,) = uow.document_items(invoice)
    assert (item.open, item.base, item.base_open) == (0, 10000, 0)


def test_c72_without_a_rate_the_difference_is_unknown_and_never_guessed(desk):
    """There a missing gain account is an error; here a missing rate leaves base amounts empty."""
    invoice = desk.invoice("110.00", "2026-01-01", currency="USD")
    paid = desk.receipt("110.00", "2026-01-05", currency="USD", rate="7")
    desk.allocate(paid, {invoice: "110.00"}, "2026-01-05")
    assert desk.book.reader.allocations(paid)[0].exchange is None
    assert desk.check() == []


def test_c73_ten_percent_is_ten_percent(desk):
    """0.1 of 1,000,000 may be 10 % or 0.1 %: terms say percent, so both can be written."""
    tenth = desk.invoice("1000000.00", "2026-01-01", terms="0.1/30 NET60")
    ten = desk.invoice("1000000.00", "2026-01-01", terms="10/30 NET60")
    use = desk.use(tenth, "999000.00", discount="1000.00")
    desk.receipt("999000.00", "2026-01-31", uses=[use])
    use = desk.use(ten, "900000.00", discount="100000.00")
    desk.receipt("900000.00", "2026-01-31", uses=[use])
    assert desk.open(tenth) == desk.open(ten) == "0.00"


def test_c73_after_the_last_day_there_is_no_discount(desk):
    invoice = desk.invoice("1000000.00", "2026-01-01", terms="0.1/30 NET60")
    with pytest.raises(DiscountNotDue):
        desk.receipt(
            "999000.00", "2026-02-01", uses=[desk.use(invoice, "999000.00", discount="1000.00")]
        )
    assert desk.open(invoice) == "1000000.00"


def test_c85_a_rate_known_later_changes_nothing_that_is_booked(tmp_path):
    desk = Desk(tmp_path / "euro.sqlite", currency="EUR")
    desk.rate("CHF", "2026-01-01", "1.07")
    paid = desk.receipt("250.00", "2026-01-02", currency="CHF")
    desk.rate("CHF", "2026-01-02", "1.09004")
    assert _posted(desk, "receipt")[0][:2] == (-25000, -26750)
    invoice = desk.invoice("250.00", "2026-01-01", currency="CHF", rate="1.07")
    desk.allocate(paid, {invoice: "250.00"}, "2026-01-03")
    assert desk.exchange(paid) == ["0.00"]
    desk.close()
