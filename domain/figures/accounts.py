"""What each customer owes or was billed, by currency, as concentration looks at it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from domain.figures.concentration import Share, ranked

#: How a country of ours is written where the book is kept in renminbi.
_CHINA: Final = frozenset({"CN", "CHN", "CHINA", "PRC", "P.R.CHINA", "中国", "中华人民共和国"})


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountSum:
    """A sum of one customer and currency: a balance, or what a period billed.

    ``base`` is its value in the book's currency at the booked rates; ``unvalued`` counts
    the items that have no rate and are not in it.
    """

    customer_id: int
    code: str
    name: str
    name_en: str
    group: str
    country: str
    currency: str
    minor: int
    base: int
    unvalued: int = 0

    def is_foreign(self, base_currency: str) -> bool:
        """Whether the money, or as far as the book tells the customer, is from abroad.

        Only a book in renminbi tells by the country which customers are at home.
        """
        if self.currency != base_currency:
            return True
        country = self.country.strip().upper().replace(" ", "")
        return base_currency == "CNY" and bool(country) and country not in _CHINA


#: Group, customer code, currency: what a part of the whole is told by; the others are "".
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """Shares in one currency.

    ``names`` are a customer's names by its key. ``owed`` is the sum of those that are owed
    money: they have no share; the shares' total less it is the balance.
    """

    currency: str
    shares: tuple[Share[Key], ...]
    names: Mapping[Key, AccountSum]
    owed: int


def rank_accounts(accounts: Iterable[AccountSum], by: str) -> list[Ranking]:
    """Return a ranking for each currency, by "customer" or by "group".

    A customer without a group is a group of its own.
    """
    found: dict[str, dict[Key, int]] = {}
    names: dict[Key, AccountSum] = {}
    for account in accounts:
        in_group = by == "group" and bool(account.group)
        key = (account.group, "", "") if in_group else ("", account.code, "")
        sums = found.setdefault(account.currency, {})
        sums[key] = sums.get(key, 0) + account.minor
        names[key] = account
    return [_ranking(currency, found[currency], names) for currency in sorted(found)]


def rank_currencies(accounts: Iterable[AccountSum], base_currency: str) -> Ranking:
    """Return the currencies by what they are worth in the book's currency at booked rates."""
    sums: dict[Key, int] = {}
    for account in accounts:
        key = ("", "", account.currency)
        sums[key] = sums.get(key, 0) + account.base
    return _ranking(base_currency, sums, {})


def _ranking(currency: str, sums: Mapping[Key, int], names: Mapping[Key, AccountSum]) -> Ranking:
    owed = -sum(minor for minor in sums.values() if minor < 0)
    return Ranking(currency=currency, shares=tuple(ranked(sums)), names=names, owed=owed)
