"""Accounts ranked by customer, by group and by currency."""

import pytest

from domain.figures.accounts import AccountSum, rank_accounts, rank_currencies


def account(code, minor, *, group="", currency="CNY", country="", base=None):
    return AccountSum(
        customer_id=1,
        code=code,
        name=f"Customer {code}",
        name_en="",
        group=group,
        country=country,
        currency=currency,
        minor=minor,
        base=minor if base is None else base,
    )


BOOK = [
    account("C1", 300, group="North"),
    account("C2", 100, group="North"),
    account("C3", 500),
    account("C4", -50),
    account("C3", 20, currency="USD", base=140),
]


def test_each_currency_has_its_own_ranking():
    cny, usd = rank_accounts(BOOK, "customer")

    assert [(share.key[1], share.minor) for share in cny.shares] == [
        ("C3", 500),
        ("C1", 300),
        ("C2", 100),
    ]
    assert (cny.currency, cny.owed) == ("CNY", 50)
    assert [(share.key[1], share.share) for share in usd.shares] == [("C3", 100)]
    assert cny.names[cny.shares[0].key].name == "Customer C3"


def test_a_group_is_one_and_who_has_none_stands_alone():
    (cny, _) = rank_accounts(BOOK, "group")

    told = [(share.key[0] or share.key[1], share.minor) for share in cny.shares]
    assert told == [("C3", 500), ("North", 400)]


def test_a_group_that_is_called_like_a_customer_stays_another():
    (cny,) = rank_accounts([account("North", 10), account("C1", 30, group="North")], "group")

    assert len(cny.shares) == 2


def test_currencies_are_ranked_by_their_value_in_the_books_own():
    ranking = rank_currencies(BOOK, "CNY")

    assert ranking.currency == "CNY"
    assert [(share.key[2], share.minor) for share in ranking.shares] == [("CNY", 850), ("USD", 140)]


@pytest.mark.parametrize(
    "currency,country,base,foreign",
    [
        ("CNY", "", "CNY", False),
        ("CNY", "CN", "CNY", False),
        ("CNY", " 中国 ", "CNY", False),
        ("CNY", "DE", "CNY", True),
        ("USD", "CN", "CNY", True),
        ("USD", "CN", "USD", False),
    ],
)
def test_foreign_is_other_money_or_in_china_another_country(currency, country, base, foreign):
    assert account("C1", 1, currency=currency, country=country).is_foreign(base) is foreign
