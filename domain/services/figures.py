"""Figures of the whole book as reports show them: read here, told by :mod:`domain.figures`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.errors import RateMissing
from domain.figures.accounts import AccountSum, Ranking, rank_accounts, rank_currencies
from domain.figures.insurance_need import Check, insurance_need
from domain.figures.kpi import Kpi, kpis
from domain.figures.month_ends import month_ends
from domain.figures.payment_pattern import PaidAccount, PaymentPattern, payment_pattern
from domain.money import decimals
from domain.ports import BookReader
from domain.terms import day_of_month

#: How many months key figures are shown of.
MONTHS = 24


def year_before(day: date) -> date:
    """Return the same day a year before; of a 29 February the 28th."""
    return day_of_month(day.year - 1, day.month, day.day)


def key_figures(reader: BookReader, as_of: date, currency: str | None) -> dict[str, list[Kpi]]:
    """Return the key figures of the last 24 months by currency, of one or of all."""
    sums = reader.day_sums(as_of)
    wanted = [currency] if currency else sums.currencies()
    return {code: kpis(month_ends(sums, code, as_of), MONTHS) for code in wanted}


def concentration(
    reader: BookReader, as_of: date, *, by: str, of: str, currency: str | None
) -> list[Ranking]:
    """Return who the balance, or what twelve months billed, hangs on.

    ``by`` is "customer" or "group", a ranking for each currency, or "currency", one in the
    book's own; ``of`` is "balance" or "sales".

    Raises:
        RateMissing: by currency, and something foreign was booked without a rate.
    """
    accounts = reader.balances(as_of) if of == "balance" else _year_of_sales(reader, as_of)
    if currency is not None:
        accounts = [account for account in accounts if account.currency == currency]
    if by != "currency":
        return rank_accounts(accounts, by)
    for account in accounts:
        if account.unvalued:
            raise RateMissing(currency=account.currency, on=as_of)
    return [rank_currencies(accounts, reader.base_currency())] if accounts else []


def payment_behaviour(
    reader: BookReader, as_of: date, currency: str | None
) -> list[tuple[PaidAccount, PaymentPattern]]:
    """Return how each customer paid over twelve months, by code and currency."""
    found = []
    for account in reader.paid_accounts(year_before(as_of), as_of):
        pattern = payment_pattern(account.paid)
        if pattern is not None and currency in (None, account.currency):
            found.append((account, pattern))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class InsuranceNeed:
    """The four tests over twelve months, with what they do not see.

    ``foreign`` are customers abroad and currencies of others; ``unvalued`` counts what was
    billed without a rate: it is in no sum.
    """

    checks: Sequence[Check]
    currency: str
    foreign: Sequence[str]
    unvalued: int


def insurance_tests(reader: BookReader, as_of: date) -> InsuranceNeed:
    """Return whether twelve months of sales call for credit insurance."""
    accounts = _year_of_sales(reader, as_of)
    base = reader.base_currency()
    sold: dict[str, int] = {}
    for account in accounts:
        sold[account.code] = sold.get(account.code, 0) + account.base
    foreign = _foreign(accounts, base)
    terms = reader.terms_given(*_year(as_of))
    return InsuranceNeed(
        checks=insurance_need(sold, decimals(base), foreign, terms),
        currency=base,
        foreign=foreign,
        unvalued=sum(account.unvalued for account in accounts),
    )


def _year(as_of: date) -> tuple[date, date]:
    return year_before(as_of) + timedelta(days=1), as_of


def _year_of_sales(reader: BookReader, as_of: date) -> list[AccountSum]:
    return reader.sales(*_year(as_of))


def _foreign(accounts: Sequence[AccountSum], base: str) -> list[str]:
    """Return the currencies of others, then the customers abroad who buy in our own."""
    abroad = [account for account in accounts if account.is_foreign(base)]
    currencies = {account.currency for account in abroad} - {base}
    customers = {account.code for account in abroad if account.currency == base}
    return [*sorted(currencies), *sorted(customers)]
