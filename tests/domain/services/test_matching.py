"""Proposals from a real book: what is known of it reaches the engine."""

from datetime import date
from decimal import Decimal

from domain.bank import BankLine, BankStatement
from domain.services import bank, matching

LATE = date(2026, 12, 31)


def _take(desk, *lines):
    made = [
        BankLine(
            row=row,
            booked_on=date.fromisoformat(on),
            amount=Decimal(amount),
            currency="CNY",
            name=name,
            account="622200001111",
            text=text,
            serial=str(row),
        )
        for row, (on, amount, name, text) in enumerate(lines, start=1)
    ]
    with desk.uow() as uow:
        uow.begin("import.bank", {})
        statement = BankStatement(format="t", account="A", currency="CNY", lines=tuple(made))
        keys = uow.take_statement(statement, "t.csv")
        uow.commit()
    return keys


def _automatic(desk, confidence=95):
    found = matching.answers(desk.book.reader, LATE)
    return {one.key: one for one in matching.automatic(found, confidence)}


def test_what_is_sure_is_booked_and_nothing_is_left_to_propose(desk):
    payer = desk.customer("C2", "海棠示例商贸有限公司")
    invoice = desk.invoice("1130.00", "2026-01-05", customer=payer, number="INV-2026-000478")
    (key,) = _take(desk, ("2026-02-01", "1130.00", "海棠示例商贸有限公司", "货款 0478"))
    booked = _automatic(desk)
    assert list(booked) == [key]
    bank.book(desk.uow(), list(booked.values()), LATE)
    assert desk.open(invoice) == "0.00"
    assert matching.answers(desk.book.reader, LATE) == {}


def test_money_that_names_a_settled_invoice_again_is_asked_about(desk):
    """The same number and amount a second time, while another invoice of that amount is open."""
    payer = desk.customer("C2", "海棠示例商贸有限公司")
    desk.invoice("1130.00", "2026-01-05", customer=payer, number="INV-2026-000478")
    desk.invoice("1130.00", "2026-01-20", customer=payer, number="INV-2026-000499")
    first, second = _take(
        desk,
        ("2026-02-01", "1130.00", "海棠示例商贸有限公司", "货款 INV-2026-000478"),
        ("2026-02-03", "1130.00", "海棠示例商贸有限公司", "货款 INV-2026-000478"),
    )
    booked = _automatic(desk)
    assert first in booked
    assert second not in booked
    bank.book(desk.uow(), [booked[first]], LATE)
    assert _automatic(desk) == {}


def test_the_limits_are_those_of_the_book(desk):
    desk.set(write_off_limit=20, bank_fee_limit=900, match_automatic=97)
    policy = matching.policy_of(desk.book.reader)
    assert (policy.difference_limit, policy.fee_limit, policy.automatic, policy.home) == (
        20, 900, 97, "CNY",
    )  # fmt: skip
