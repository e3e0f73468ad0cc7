"""The bank statements of the sample book: the last weeks' money, most of it booked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from typing import Final

from domain.bank import BankLine, BankStatement
from domain.money import Money
from domain.ports import Book, UnitOfWork
from domain.sample.events import Event, Payment
from domain.sample.firms import COMPANY
from domain.sample.writing import Writer, bank_reference
from domain.services.bank import Booking, book_one, name_account

#: Days before the last day that the statements reach back.
_REACH: Final = 42
#: Ways of paying that a bank statement shows.
_BY_BANK: Final = frozenset({"银行转账", "网银支付", "T/T"})
_ACCOUNTS: Final = {
    "CNY": COMPANY.bank_account.replace(" ", ""),
    "USD": "1102055514000093017",
}
_BANKS: Final = {"CNY": "示例银行", "USD": "示例外汇行"}
_FIRST_BALANCE: Final = {"CNY": Decimal("1286400.00"), "USD": Decimal("84210.50")}
#: Movements of every week that no customer made: day of the week, amount, name, words.
_OTHERS: Final = (
    (0, Decimal("-186000.00"), "苏州示例钢材有限公司", "采购款"),
    (2, Decimal("-12.50"), "", "网银汇划手续费"),
    (3, Decimal("-42350.00"), "国家金库苏州市示例支库", "税款"),
    (4, Decimal("318.26"), "", "存款利息"),
)


def by_bank(events: Sequence[Event], as_of: date) -> list[Payment]:
    """Return the payments that the statements of the last weeks show, by date."""
    first = as_of - timedelta(days=_REACH)
    first -= timedelta(days=first.weekday())
    return [
        event
        for event in events
        if isinstance(event, Payment) and event.on >= first and event.method in _BY_BANK
    ]


def write_statements(book: Book, user: str, writer: Writer, payments: Sequence[Payment]) -> None:
    """Take a statement a week in for each account, and book what was booked."""
    ordered = sorted(payments, key=lambda one: (one.currency, one.on))
    for currency, mine in groupby(ordered, key=lambda one: one.currency):
        balance = _FIRST_BALANCE[currency]
        for monday, week in groupby(mine, key=lambda one: _monday(one.on)):
            found = list(week)
            lines = _lines(writer, found, monday, currency)
            with book.unit_of_work(user) as uow:
                balance = _take(uow, writer, found, _statement(currency, lines, balance, monday))
                uow.commit()


def name_accounts(book: Book, user: str) -> None:
    """Name the bank that keeps each account."""
    for account in book.reader.bank_accounts():
        uow = book.unit_of_work(user)
        name_account(uow, account.id, account.name, _BANKS[account.currency])


def _monday(on: date) -> date:
    return on - timedelta(days=on.weekday())


def _lines(
    writer: Writer, payments: Sequence[Payment], monday: date, currency: str
) -> list[tuple[BankLine, Payment | None]]:
    """Return the week's movements by day, each with the payment it is."""
    last = max(payment.on for payment in payments)
    lines: list[tuple[BankLine, Payment | None]] = [
        (_line(writer, payment, place), payment) for place, payment in enumerate(payments)
    ]
    if currency == "CNY":
        lines += [(line, None) for line in _others(monday) if line.booked_on <= last]
    return sorted(lines, key=lambda pair: (pair[0].booked_on, pair[0].at))


def _line(writer: Writer, payment: Payment, place: int) -> BankLine:
    amount = Money(payment.amount, payment.currency).amount
    seconds = payment.amount % 3600
    return BankLine(
        row=place + 2,
        booked_on=payment.on,
        at=f"{9 + place % 8:02d}:{seconds // 60:02d}:{seconds % 60:02d}",
        amount=amount,
        currency=payment.currency,
        name=payment.payer,
        account=payment.payer_account,
        text=writer.bank_text(payment),
        serial=bank_reference(payment),
    )


def _others(monday: date) -> Iterable[BankLine]:
    for weekday, amount, name, words in _OTHERS:
        on = monday + timedelta(days=weekday)
        yield BankLine(
            row=100 + weekday,
            booked_on=on,
            at="17:30:00",
            amount=amount,
            currency="CNY",
            name=name,
            text=words,
            serial=f"{on:%Y%m%d}99{weekday:06d}",
        )


def _statement(
    currency: str,
    lines: Sequence[tuple[BankLine, Payment | None]],
    opening: Decimal,
    monday: date,
) -> BankStatement:
    moved = [line for line, _ in lines]
    return BankStatement(
        format="table",
        account=_ACCOUNTS[currency],
        currency=currency,
        owner=COMPANY.name,
        lines=tuple(moved),
        opening=opening,
        closing=opening + sum((line.amount for line in moved), Decimal(0)),
        from_on=monday,
        to_on=moved[-1].booked_on,
        number=f"{monday:%G%V}",
    )


def _take(
    uow: UnitOfWork, writer: Writer, payments: Sequence[Payment], statement: BankStatement
) -> Decimal:
    """Take a statement in and book what was booked of it; return its closing balance."""
    uow.begin("import.bank", {"file": _file(statement), "format": statement.format})
    keys = uow.take_statement(statement, _file(statement))
    by_serial = {line.serial: key for line, key in zip(statement.lines, keys, strict=True)}
    for payment in payments:
        if payment.applied:
            booking = Booking(
                key=by_serial[bank_reference(payment)],
                customer_id=writer.customer(payment),
                parts=writer.parts(uow, payment),
            )
            book_one(uow, booking, payment.on)
    if any(payment.applied for payment in payments):
        _sort_out(uow, statement, by_serial)
    return statement.closing or Decimal(0)


def _sort_out(uow: UnitOfWork, statement: BankStatement, by_serial: dict[str, int]) -> None:
    """Mark what no customer paid; in the last week nobody has looked yet."""
    for line in statement.lines:
        if line.amount > 0 and not line.name:
            uow.add_mark(by_serial[line.serial], "other", line.text)


def _file(statement: BankStatement) -> str:
    return f"{statement.account[-4:]}-{statement.number}.csv"
