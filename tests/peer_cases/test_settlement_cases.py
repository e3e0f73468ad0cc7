"""What other systems prove about statements, set-off and returned payments."""

from datetime import date
from decimal import Decimal

from domain.bank import BankLine, BankStatement
from domain.services import settlement
from domain.services.settlement import SetOff
from storage.bank.recognise import read_bank


def _statement(*amounts):
    return BankStatement(
        format="test",
        account="A",
        currency="CNY",
        opening=Decimal(50),
        closing=Decimal(150),
        lines=tuple(
            BankLine(row=row, booked_on=date(2026, 1, 5), amount=Decimal(amount), currency="CNY")
            for row, amount in enumerate(amounts, start=1)
        ),
    )


def test_c35_a_statement_that_does_not_add_up_is_flagged_and_taken_in(desk):
    """There it is refused; here the money that came in is not held back, but told."""
    assert _statement("60").adds_up is False
    assert _statement("60", "40").adds_up is True
    with desk.uow() as uow:
        uow.begin("import.bank", {"file": "x"})
        assert len(uow.take_statement(_statement("60"), "x")) == 1
        uow.commit()
    (row,) = desk.book.reader.bank_statements()
    assert row.adds_up is False


def test_c59_a_set_off_settles_the_receivable_and_nothing_more(desk):
    """100 receivable against 1,200 payable: 100 on each side; our payable is not kept here."""
    invoice = desk.invoice("100.00", "2026-01-05")
    entry = SetOff(
        customer_id=desk.first,
        currency="CNY",
        uses=(desk.use(invoice, "100.00"),),
        arrived_on=date(2026, 2, 1),
        payable="BILL-1200",
        agreement="netting",
    )
    settlement.set_off(desk.uow(), entry)
    assert desk.open(invoice) == "0.00"
    assert desk.balance() == "0.00"


def test_c79_a_returned_payment_is_owed_again_until_the_return_is_taken_back(desk):
    invoice = desk.invoice("500.00", "2026-01-05")
    paid = desk.receipt("500.00", "2026-01-20", uses=[desk.use(invoice, "500.00")])
    settlement.return_receipt(desk.uow(), paid, date(2026, 1, 25), "bounced")
    assert desk.balance() == "500.00"
    again = desk.receipt("500.00", "2026-01-26", uses=[desk.use(invoice, "500.00")])
    assert desk.balance() == "0.00"
    assert again != paid


def test_c44_decimal_commas_are_read_and_the_row_is_kept(tmp_path):
    path = tmp_path / "bank.csv"
    path.write_text("Date;Text;Amount\n05.01.2026;rent;1.000,50\n06.01.2026;fee;-20\n", "utf-8")
    (statement,) = read_bank(path, currency="EUR").statements
    assert [line.amount for line in statement.lines] == [Decimal("1000.50"), Decimal(-20)]
    assert statement.credits - statement.debits == Decimal("980.50")
    assert [("1.000,50" in line.raw, "fee" in line.raw) for line in statement.lines] == [
        (True, False), (False, True),
    ]  # fmt: skip
