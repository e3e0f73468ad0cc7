from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import BadTerms
from domain.money import Money
from domain.terms import DiscountTier, day_of_month, discount_amount, parse_terms, split_tax


def _due(terms, issued, amount=10_000):
    items = parse_terms(terms).items(date.fromisoformat(issued), Money(amount, "CNY"))
    return [(item.due_on.isoformat(), item.amount.minor) for item in items]


@pytest.mark.parametrize(
    "terms, issued, due",
    [
        ("NET30", "2026-01-31", "2026-03-02"),
        ("net 30 days", "2026-01-31", "2026-03-02"),
        ("N30", "2024-01-31", "2024-03-01"),
        ("30", "2026-02-28", "2026-03-30"),
        ("30天", "2026-01-01", "2026-01-31"),
        ("NET0", "2026-01-01", "2026-01-01"),
        ("30", "2026-01-01", "2026-01-31"),
        ("发票日后45天", "2026-01-01", "2026-02-15"),
        ("票到30天", "2026-01-01", "2026-01-31"),
        ("货到7天", "2026-01-01", "2026-01-08"),
        ("COD", "2026-01-01", "2026-01-01"),
        ("款到发货", "2026-01-01", "2026-01-01"),
        ("现结", "2026-01-01", "2026-01-01"),
        ("EOM", "2026-02-10", "2026-02-28"),
        ("EOM", "2024-02-10", "2024-02-29"),
        ("EOM30", "2026-01-26", "2026-03-02"),
        ("EOM+30", "2026-01-26", "2026-03-02"),
        ("NETEOM30", "2026-01-26", "2026-03-02"),
        ("EOM30/25", "2026-01-25", "2026-03-02"),
        ("EOM30/25", "2026-01-26", "2026-03-30"),
        ("EOM/25", "2026-12-26", "2027-01-31"),
        ("月结30天", "2026-01-26", "2026-03-02"),
        ("月结", "2026-01-26", "2026-01-31"),
        ("月结30天截止25日", "2026-01-26", "2026-03-30"),
        ("月结３０天", "2026-01-26", "2026-03-02"),
        ("DAY15", "2026-01-15", "2026-01-15"),
        ("DAY15", "2026-01-16", "2026-02-15"),
        ("DAY31", "2026-02-10", "2026-02-28"),
        ("DAY31", "2024-02-29", "2024-02-29"),
        ("DAY15+1", "2026-01-20", "2026-02-15"),
        ("DAY15+1", "2026-12-20", "2027-01-15"),
        ("每月10日", "2026-01-11", "2026-02-10"),
        ("当月25日", "2026-01-11", "2026-01-25"),
        ("次月15日", "2026-01-20", "2026-02-15"),
        ("次月15号", "2026-01-31", "2026-02-15"),
        ("100%@30", "2026-01-01", "2026-01-31"),
        ("2/10 NET30", "2026-01-01", "2026-01-31"),
    ],
)
def test_one_due_date(terms, issued, due):
    assert _due(terms, issued) == [(due, 10_000)]


@pytest.mark.parametrize(
    "terms, amount, due",
    [
        ("30%@0+70%@60", 10_000, [("2026-01-31", 3000), ("2026-04-01", 7000)]),
        ("30%+70%@60", 10_000, [("2026-01-31", 3000), ("2026-04-01", 7000)]),
        ("70%@60 + 30%@0", 10_000, [("2026-01-31", 3000), ("2026-04-01", 7000)]),
        ("30%预付+70%@NET60", 10_000, [("2026-01-31", 3000), ("2026-04-01", 7000)]),
        ("50%@EOM+50%@DAY15+1", 101, [("2026-01-31", 51), ("2026-02-15", 50)]),
        (
            "33.33%@0+33.33%@30+33.34%@60",
            10_000,
            [("2026-01-31", 3333), ("2026-03-02", 3333), ("2026-04-01", 3334)],
        ),
        ("50%@30+50%@0", -101, [("2026-01-31", -50), ("2026-03-02", -51)]),
    ],
)
def test_instalments_add_up_and_stand_by_date(terms, amount, due):
    assert _due(terms, "2026-01-31", amount) == due
    assert [item.seq for item in parse_terms(terms).items(date(2026, 1, 31), Money(9, "CNY"))] == [
        *range(1, len(due) + 1)
    ]


@pytest.mark.parametrize(
    "terms",
    """
    |  |soon|2/10|30%@0|30%@0+80%@60|x%@0+100%@0|DAY0|DAY32|次月32日|EOM30/0|EOM30/32|NET|NET-30
    |50%@soon+50%@0|150%@0|30%@0+70|NET99999
    """.replace("\n    ", "").split("|"),
)
def test_what_cannot_be_read_is_never_guessed(terms):
    with pytest.raises(BadTerms) as caught:
        parse_terms(terms)
    assert caught.value.facts == {"text": terms}


def test_terms_keep_their_spelling():
    assert parse_terms(" 月结30天 ").text == "月结30天"


def test_several_tiers_and_the_best_that_is_still_open():
    terms = parse_terms("2/30 5/10, 3/20 NET60")
    assert terms.discounts == (DiscountTier(500, 10), DiscountTier(300, 20), DiscountTier(200, 30))
    issued = date(2026, 1, 1)
    best = {day: terms.discount_on(issued, date(2026, 1, day)) for day in (1, 11, 12, 21, 22, 31)}
    assert {day: tier.basis_points for day, tier in best.items()} == {
        1: 500, 11: 500, 12: 300, 21: 300, 22: 200, 31: 200,
    }  # fmt: skip
    assert terms.discount_on(issued, date(2026, 2, 1)) is None
    assert parse_terms("NET30").discount_on(issued, issued) is None


def test_a_percentage_is_percent():
    assert parse_terms("1.25/10 NET30").discounts == (DiscountTier(125, 10),)
    assert discount_amount(1_000_000, DiscountTier(125, 10)) == 12_500


@pytest.mark.parametrize(
    "discount, tax, gross, parts",
    [(2360, 3600, 23600, (2000, 360)), (100, 0, 1000, (100, 0)), (5, 3, 0, (5, 0))],
)
def test_a_discount_is_split_as_its_invoice(discount, tax, gross, parts):
    assert split_tax(discount, tax, gross) == parts


@pytest.mark.parametrize(
    "year, month, day, found",
    [
        (2026, 2, 31, date(2026, 2, 28)),
        (2024, 2, 30, date(2024, 2, 29)),
        (2026, 13, 1, date(2027, 1, 1)),
        (2026, 24, 31, date(2027, 12, 31)),
    ],
)
def test_a_day_of_a_month(year, month, day, found):
    assert day_of_month(year, month, day) == found


RULES = ["NET30", "COD", "EOM", "EOM30/25", "DAY15", "DAY31", "DAY15+1", "月结60天"]


@given(
    st.sampled_from([*RULES, "30%@0+70%@60", "10%@DAY5+30%@EOM+60%@NET90"]),
    st.dates(date(1990, 1, 1), date(2090, 1, 1)),
    st.integers(-(10**15), 10**15),
)
def test_nothing_is_due_before_it_is_issued_and_nothing_is_lost(terms, issued, minor):
    items = parse_terms(terms).items(issued, Money(minor, "CNY"))
    assert sum(item.amount.minor for item in items) == minor
    assert [item.due_on for item in items] == sorted(item.due_on for item in items)
    assert all(item.due_on >= issued for item in items)
