"""Everything that happens in the sample book up to a day, before anything is posted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from domain.customer import Customer
from domain.sample import days, goods
from domain.sample.account import Account, Due
from domain.sample.dice import Dice
from domain.sample.events import (
    Cancelling,
    Closing,
    Event,
    Objection,
    Offset,
    Payment,
    Sale,
)
from domain.sample.firms import Firm, firms

#: Months of business before the month of the last day.
MONTHS: Final = 24
#: Receipts of the last days that no one has allocated yet.
WAITING: Final = 10
_WAITING_DAYS: Final = 9
#: Firms whose newest overdue invoice is contested, and that paid in advance.
_CONTESTING: Final = ("C0001", "C0004", "C0009", "C0016")
_ADVANCING: Final = ("C0014", "C0033")
#: Firms beyond their limit, without credit, and without a limit.
_BEYOND: Final = ("C0001", "C0006", "C0034")
_WITHOUT_CREDIT: Final = ("C0003", "C0020")
_RANKS: Final = (Sale, Objection, Offset, Payment, Closing, Cancelling)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Customers by code, monthly dollar rates, and events by date."""

    customers: tuple[Customer, ...]
    rates: tuple[tuple[date, Decimal], ...]
    events: tuple[Event, ...]


def plan(as_of: date) -> Plan:
    """Return the sample as it stands on a day; the same for the same day."""
    months = days.months_back(as_of, MONTHS)
    accounts = [Account(firm, as_of, months) for firm in firms()]
    for account in accounts:
        account.live()
        _contest(account, as_of)
        _pay_in_advance(account, as_of)
    events = sorted((e for account in accounts for e in account.events), key=_order)
    return Plan(
        customers=tuple(_customer(account) for account in accounts),
        rates=_rates(months),
        events=tuple(_kept_waiting(events, as_of)),
    )


def _order(event: Event) -> tuple[date, int]:
    return (event.on, _RANKS.index(type(event)))


def _kept_waiting(events: list[Event], as_of: date) -> list[Event]:
    """Leave the newest receipts unallocated, as a book looks before the bookkeeper's day."""
    newest = [
        place
        for place, event in enumerate(events)
        if isinstance(event, Payment) and event.pieces and (as_of - event.on).days <= _WAITING_DAYS
    ]
    waiting = set(newest[-WAITING:])
    return [
        _waiting(event) if place in waiting and isinstance(event, Payment) else event
        for place, event in enumerate(events)
    ]


def _waiting(payment: Payment) -> Payment:
    """Return a payment that the bank brought and nobody has booked yet."""
    method = "银行转账" if payment.currency == "CNY" else payment.method
    return replace(payment, applied=False, method=method)


def _contest(account: Account, as_of: date) -> None:
    """Let some firms contest a part of what they are late with."""
    late = [due for due in _by_due(account) if _is_late(due, as_of) and not due.contested]
    if account.firm.code not in _CONTESTING or not late:
        return
    due = late[-1]
    kind, reason, note = goods.DISPUTES[account.firm.place % len(goods.DISPUTES)]
    on = max(as_of - timedelta(days=9 + account.firm.place), due.sale.on + timedelta(days=1))
    account.events.append(
        Objection(
            key=due.sale.key,
            seq=due.item.seq,
            amount=due.left * 23 // 1000 * 10,
            kind=kind,
            reason=reason,
            note=note,
            on=max(days.on_or_before(on), due.sale.on),
        )
    )


def _is_late(due: Due, as_of: date) -> bool:
    return due.item.due_on is not None and due.item.due_on < as_of


def _by_due(account: Account) -> list[Due]:
    return sorted(account.open.values(), key=lambda due: due.item.due_on or due.sale.on)


def _pay_in_advance(account: Account, as_of: date) -> None:
    firm = account.firm
    if firm.code not in _ADVANCING:
        return
    on = days.on_or_before(as_of - timedelta(days=4 + firm.place % 13))
    payment = Payment(
        customer=firm.place,
        on=on,
        currency=firm.currency,
        amount=firm.size * 100 // 4 // 100_000 * 100_000,
        method=goods.METHODS[0],
        note="预付货款",
        payer=firm.name,
        payer_account=firm.bank_account,
    )
    account.events.append(payment)


def _rates(months: list[date]) -> tuple[tuple[date, Decimal], ...]:
    """Return dollar rates of each month, from some months before the first document."""
    dice = Dice("qingzhang/rates")
    quoted = [*days.months_back(months[0] - timedelta(days=1), 3), *months]
    points, rates = 71200, []
    for on in quoted:
        points += dice.between(-420, 430)
        points = min(max(points, 69500), 73300)
        rates.append((on, Decimal(points).scaleb(-4)))
    return tuple(rates)


def _customer(account: Account) -> Customer:
    firm = account.firm
    return Customer(
        code=firm.code,
        name=firm.name,
        name_en=firm.name_en,
        tax_id=firm.tax_id,
        group=firm.group,
        country=firm.country,
        language=firm.language,
        currency=firm.currency,
        terms=firm.terms,
        credit_limit_minor=_limit(account),
        email=firm.email,
        phone=firm.phone,
        address=firm.address,
        postcode=firm.postcode,
        contact=firm.contact,
        bank_account=firm.bank_account,
        owner=firm.owner,
        aliases=_aliases(firm),
    )


def _aliases(firm: Firm) -> tuple[str, ...]:
    if firm.country != "CN":
        return (firm.name.upper().rstrip("."),)
    return (firm.short,) if firm.place % 3 else (firm.short, f"{firm.short}（财务）")


def _limit(account: Account) -> int | None:
    """Return a credit limit that fits the business done; some firms are beyond theirs."""
    firm = account.firm
    open_minor = sum(d.left for d in account.open.values() if d.sale.currency == firm.currency)
    step = 5_000_000 if firm.currency == "CNY" else 500_000
    if firm.code in _WITHOUT_CREDIT:
        return 0
    if firm.place % 13 == 12:
        return None
    if firm.code in _BEYOND:
        return max(open_minor * 88 // 100 // step, 1) * step
    business = firm.size * 100 * firm.pace // 15 * 3
    return (max(business, open_minor * 135 // 100) // step + 1) * step
