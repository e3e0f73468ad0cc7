"""Credit limits: what holds on a day, what the methods propose, and setting one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final, Protocol

from domain.changes import Changes, OperationResult
from domain.credit.approval import ApprovalStep, CreditApplication, standings, withheld
from domain.credit.carried import clean_peak
from domain.credit.grades import LimitMethod
from domain.credit.in_force import with_group
from domain.credit.limits import CreditLimit, LimitOnDay, limit_in_force
from domain.credit.methods import Known, Proposal, propose
from domain.credit.signals import open_alerts
from domain.credit.statements import Line
from domain.credit.working_assets import working_assets
from domain.customer import Customer
from domain.errors import AlertOpen, BadLimit, MissingField
from domain.figures.accounts import AccountSum
from domain.money import Money, convert, round_half_up
from domain.policy import CreditPolicy, policy_on
from domain.ports import BookReader, UnitOfWork
from domain.ports_records import RecordReads
from domain.record import Record
from domain.services.assessments import grade_on, statements_on
from domain.services.cover import insurance
from domain.services.figures import year_before
from domain.services.records import add_record
from domain.terms import parse_terms

CHANGED: Final = Changes(records=True, customers=True)


class LimitSource(RecordReads, Protocol):
    """What a limit is told from: in a unit of work and beside it."""

    def customer(self, customer_id: int) -> Customer: ...
    def setting(self, key: str, default: Any = None) -> Any: ...


def main_currency(reader: LimitSource, customer: Customer) -> str:
    """Return the currency a customer deals in: its own, else the book's."""
    return customer.currency or str(reader.setting("base_currency", "CNY"))


def limit_on(reader: LimitSource, customer_id: int, currency: str, day: date) -> LimitOnDay:
    """Return the limit of a customer in a currency on a day, with that of its group.

    The field of the customer counts in its own currency, and only where no record is.
    """
    customer = reader.customer(customer_id)
    own = currency == main_currency(reader, customer)
    records = reader.records(CreditLimit, customer_id=customer_id, up_to=day)
    found = limit_in_force(
        records,
        currency,
        day,
        given=customer.credit_limit_minor if own else None,
        waiting=withheld(_standings(reader, customer_id, day), currency),
    )
    groups = reader.records(CreditLimit, firm=True, up_to=day) if customer.group else []
    return with_group(found, customer.group, groups, day)


def _standings(reader: RecordReads, customer_id: int, day: date) -> list[Any]:
    applications = reader.records(CreditApplication, customer_id=customer_id, up_to=day)
    return standings(applications, reader.records(ApprovalStep, customer_id=customer_id, up_to=day))


def limits_on(reader: BookReader, day: date) -> Mapping[int, LimitOnDay]:
    """Return the limits of all customers in their own currency on a day, in one read each."""
    return reader.limits_in_force(day)


def limit_history(reader: RecordReads, customer_id: int) -> list[Record[CreditLimit]]:
    """Return all limits of a customer that stand, the newest first."""
    records = reader.records(CreditLimit, customer_id=customer_id)
    return sorted(records, key=lambda record: (record.dated_on, record.id), reverse=True)


# -- the methods


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What an application says that the book does not know."""

    terms: str = ""
    purchases_minor: int | None = None


def propose_limit(
    reader: BookReader, customer_id: int, currency: str, day: date, asked: Asked | None = None
) -> Proposal:
    """Return the methods side by side for a customer, and the limit they propose."""
    policy = policy_on(reader, day)
    return propose(known_of(reader, customer_id, currency, day, asked or Asked()), policy.limits)


def known_of(reader: BookReader, customer_id: int, currency: str, day: date, asked: Asked) -> Known:
    """Return what the book knows for the methods; what it does not know stays None."""
    policy = policy_on(reader, day)
    customer = reader.customer(customer_id)
    carried = reader.carried(customer_id, currency, day)
    bought = asked.purchases_minor
    if bought is None:
        first = min((item.issued_on for item in carried if item.minor > 0), default=day)
        bought = _monthly(reader, customer_id, currency, first, day)
    outside = _assessed(reader, customer_id, currency, day)
    return replace(
        outside,
        monthly_purchases=bought,
        term_days=_term_days(asked.terms or customer.terms),
        clean_peak=clean_peak(carried, year_before(day), day, policy.limits.clean_days),
        own_equity=_ours(reader, policy.limits.own_equity_minor, currency, day),
        own_receivables=_receivables(reader, policy, currency, day),
    )


def _insured(reader: BookReader, customer_id: int, currency: str, day: date) -> int | None:
    """Return the limit that insurers give a buyer on a day, None where none was asked."""
    cover = insurance(reader)
    held = [one.value for one in cover.policies if one.holds_on(day)]
    given = [cover.limit_on(one, customer_id, day) for one in held if one.currency == currency]
    return max((one for one in given if one is not None), default=None)


def _assessed(reader: BookReader, customer_id: int, currency: str, day: date) -> Known:
    """Return what the customer's newest accounts and its grade say.

    Accounts in another currency say nothing; intangibles that were not given are none.
    """
    policy = policy_on(reader, day)
    graded = grade_on(reader, day, [customer_id]).get(customer_id)
    grade = None if graded is None else graded.grade
    rule = policy.grades.rule(grade)
    known = Known(
        currency=currency,
        insurer_limit=_insured(reader, customer_id, currency, day),
        multiplier=rule.multiplier,
        grade="" if grade is None else grade.value,
        no_credit=rule.limit_method is LimitMethod.NONE,
    )
    accounts = statements_on(reader, customer_id, day)
    if not accounts or accounts[-1].currency != currency:
        return known
    newest = accounts[-1]
    equity = newest.value(Line.EQUITY)
    tangible = None if equity is None else equity - (newest.value(Line.INTANGIBLES) or 0)
    model = working_assets(newest, policy.assessment.shares)
    return replace(known, net_worth=tangible, working_limit=model.limit_minor)


def _monthly(
    reader: BookReader, customer_id: int, currency: str, first: date, day: date
) -> int | None:
    """Return the average month of the last twelve, of fewer where it buys for a shorter time."""
    since = year_before(day) + timedelta(days=1)
    sold = [
        account.minor
        for account in reader.sales(since, day, customer_id=customer_id)
        if account.currency == currency
    ]
    if not sold or sold[0] <= 0:
        return None
    begun = max(first, since)
    months = (day.year - begun.year) * 12 + day.month - begun.month + 1
    return round_half_up(sold[0], min(max(months, 1), 12))


def _term_days(terms: str) -> int | None:
    """Return the longest time that terms give, from the first of a month with 31 days."""
    if not terms:
        return None
    first = date(2026, 1, 1)
    return max((part.due(first) - first).days for part in parse_terms(terms).parts)


def _receivables(reader: BookReader, policy: CreditPolicy, currency: str, day: date) -> int | None:
    """Return what all customers owe us; None where our equity is known and asked for instead."""
    if policy.limits.own_equity_minor is not None:
        return None
    accounts: Sequence[AccountSum] = reader.balances(day)
    owed = sum(account.base for account in accounts if account.base > 0)
    return _ours(reader, owed, currency, day)


def _ours(reader: BookReader, base_minor: int | None, currency: str, day: date) -> int | None:
    """Return an amount of the book's currency in another; None without a rate."""
    base = reader.base_currency()
    if base_minor is None or currency == base:
        return base_minor
    rate = rate_on(reader, currency, day)
    return None if rate is None else convert(Money(base_minor, base), 1 / rate, currency).minor


def rate_on(reader: BookReader, currency: str, day: date) -> Decimal | None:
    """Return the newest rate not after a day, in base units per one unit."""
    known = [row for row in reader.rates() if row.currency == currency and row.quoted_on <= day]
    return max(known, key=lambda row: row.quoted_on).rate if known else None


def in_base(reader: BookReader, minor: int, currency: str, day: date) -> int | None:
    """Return an amount in the book's currency; None without a rate."""
    base = reader.base_currency()
    if currency == base:
        return minor
    rate = rate_on(reader, currency, day)
    return None if rate is None else convert(Money(minor, currency), rate, base).minor


# -- acts


def check_limit(value: CreditLimit, dated_on: date, ends_on: date | None) -> None:
    """Refuse a limit that says nothing.

    Raises:
        BadLimit: below 0, a top-up of nothing or without an end, an end before its day,
            or more insured than a limit without bound has.
    """
    if value.minor < 0 or value.insured_minor < 0:
        raise BadLimit(rule="negative")
    if value.top_up and (value.unlimited or value.minor == 0):
        raise BadLimit(rule="top_up_amount")
    if value.top_up and ends_on is None:
        raise BadLimit(rule="top_up_end")
    if ends_on is not None and ends_on < dated_on:
        raise BadLimit(rule="ends_before")


def set_limit(
    uow: UnitOfWork,
    value: CreditLimit,
    *,
    customer_id: int | None,
    dated_on: date,
    ends_on: date | None = None,
    replaces_id: int | None = None,
) -> OperationResult[int]:
    """Set a limit of a customer, or of a group (``value.group``), and return its record.

    Raises:
        BadLimit: see :func:`check_limit`.
        AlertOpen: it would rise while an early warning is open.
        AlreadyReversed: the record it replaces does not stand any more.
    """
    with uow:
        told = {"customer": customer_id, "group": value.group, "amount": value.amount}
        operation = uow.begin("credit_limit.set", {**told, "currency": value.currency})
        record_id = add_limit(
            uow,
            value,
            customer_id=customer_id,
            dated_on=dated_on,
            ends_on=ends_on,
            replaces_id=replaces_id,
        )
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=CHANGED)


def add_limit(
    uow: UnitOfWork,
    value: CreditLimit,
    *,
    customer_id: int | None,
    dated_on: date,
    ends_on: date | None = None,
    replaces_id: int | None = None,
) -> int:
    """Set a limit inside an operation that is already open."""
    check_limit(value, dated_on, ends_on)
    if customer_id is not None:
        refuse_rise(uow, customer_id, value, dated_on)
    elif not value.group:
        raise BadLimit(rule="group")
    return add_record(
        uow,
        value,
        customer_id=customer_id,
        dated_on=dated_on,
        ends_on=ends_on,
        replaces_id=replaces_id,
    )


def lower_limit(
    uow: UnitOfWork, customer_id: int, value: CreditLimit, on: date
) -> OperationResult[int]:
    """Lower a customer's limit at once (0: no credit any more); more needs an application.

    Raises:
        BadLimit: it is not lower than the limit of the day.
        MissingField: no reason.
    """
    if not value.reason.strip():
        raise MissingField(field="reason")
    with uow:
        before = limit_on(uow, customer_id, value.currency, on)
        if value.top_up or not is_rise(value.amount, before.base_minor):
            raise BadLimit(rule="not_lower")
        told = {"customer": customer_id, "amount": value.amount, "currency": value.currency}
        operation = uow.begin("credit_limit.lower", told)
        record_id = add_limit(uow, value, customer_id=customer_id, dated_on=on)
        uow.commit()
    return OperationResult(value=record_id, operation_id=operation, changes=CHANGED)


def limit_before(reader: RecordReads, record: Record[CreditLimit]) -> CreditLimit | None:
    """Return the lasting limit that stood before a record; None: it is the first."""
    known = reader.records(CreditLimit, customer_id=record.customer_id)
    earlier = [
        one
        for one in known
        if not one.value.top_up and (one.dated_on, one.id) < (record.dated_on, record.id)
    ]
    return max(earlier, key=lambda one: (one.dated_on, one.id)).value if earlier else None


def refuse_rise(uow: UnitOfWork, customer_id: int, value: CreditLimit, day: date) -> None:
    """Pass a limit that does not rise, or no early warning is open.

    Raises:
        AlertOpen: names the customer.
    """
    if customer_id not in open_alerts(uow, day):
        return
    before = limit_on(uow, customer_id, value.currency, day)
    if value.top_up or is_rise(before.base_minor, value.amount):
        raise AlertOpen(customer=uow.customer(customer_id).name)


def is_rise(before: int | None, after: int | None) -> bool:
    """Whether a limit becomes more; none at all is more than any."""
    return before is not None and (after is None or after > before)
