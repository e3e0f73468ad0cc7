"""Limits over the real book: in force, in lists, set, and found by the methods."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.cover.insurance import BuyerLimit, InsurancePolicy
from domain.credit.limits import CreditLimit, Source
from domain.credit.statements import FinancialStatement
from domain.errors import AlertOpen, BadLimit
from domain.listing import ListFilter, Order
from domain.services import limits
from domain.services.assessments import keep_statements
from domain.services.records import keep_record, take_back_record

DAY = date(2026, 6, 30)


def put(desk, minor=0, on="2026-06-01", ends=None, customer=None, **more):
    return limits.set_limit(
        desk.uow(),
        CreditLimit(currency=more.pop("currency", "CNY"), minor=minor, **more),
        customer_id=None if more.get("group") else customer or desk.first,
        dated_on=date.fromisoformat(on),
        ends_on=date.fromisoformat(ends) if ends else None,
    ).value


def minor(desk, customer=None, day=DAY):
    return limits.limit_on(desk.book.reader, customer or desk.first, "CNY", day).minor


def test_the_limit_in_force_reaches_lists_and_the_one_customer_alike(desk):
    other = desk.customer("C2", credit_limit_minor=70_000)
    put(desk, 100_000)
    put(desk, 5_000, "2026-06-20", "2026-06-30", top_up=True)
    reader = desk.book.reader
    for day, first in ((DAY, 105_000), (date(2026, 7, 1), 100_000), (date(2026, 5, 31), None)):
        assert minor(desk, day=day) == first
        assert reader.customer_row(desk.first, day).limit_minor == first
        assert limits.limits_on(reader, day)[desk.first].minor == first
    assert minor(desk, other) == reader.customer_row(other, DAY).limit_minor == 70_000


def test_the_list_sorts_by_the_limit_in_force(desk):
    low = desk.customer("C2", credit_limit_minor=900)
    high = desk.customer("C3", credit_limit_minor=10)
    put(desk, 500)
    put(desk, 1_000, customer=high)
    where = ListFilter(as_of=DAY)
    found = desk.book.reader.customers.ids(where, Order("limit", descending=True))
    assert list(found) == [high, low, desk.first]


def test_a_limit_taken_back_leaves_the_one_before(desk):
    put(desk, 100)
    second = put(desk, 200, "2026-06-10")
    assert minor(desk) == 200
    take_back_record(desk.uow(), CreditLimit, second, DAY)
    assert minor(desk) == 100
    assert [r.value.minor for r in limits.limit_history(desk.book.reader, desk.first)] == [100]
    assert desk.check() == []


def test_a_group_has_a_limit_of_its_own(desk):
    member = desk.customer("C2", group="North", credit_limit_minor=50)
    put(desk, 80, group="North")
    found = limits.limit_on(desk.book.reader, member, "CNY", DAY)
    assert (found.minor, found.group, found.group_minor) == (50, "North", 80)
    assert desk.book.reader.limits_in_force(DAY)[member] == found
    assert desk.book.reader.limits_in_force(DAY, [member])[member] == found


@pytest.mark.parametrize(
    "more, rule",
    [
        ({"minor": -1}, "negative"),
        ({"minor": 5, "insured_minor": -1}, "negative"),
        ({"minor": 5, "top_up": True}, "top_up_end"),
        ({"top_up": True, "ends": "2026-07-01"}, "top_up_amount"),
        ({"minor": 5, "ends": "2026-05-31"}, "ends_before"),
    ],
)
def test_a_limit_that_says_nothing_is_refused(desk, more, rule):
    before = desk.facts()
    with pytest.raises(BadLimit) as raised:
        put(desk, **more)
    assert raised.value.facts["rule"] == rule
    assert desk.facts() == before


def test_a_limit_does_not_rise_while_an_early_warning_is_open(desk, monkeypatch):
    put(desk, 100)
    monkeypatch.setattr(limits, "open_alerts", lambda _reader, _day: {desk.first})
    with pytest.raises(AlertOpen):
        put(desk, 101, "2026-06-02")
    with pytest.raises(AlertOpen):
        put(desk, unlimited=True, on="2026-06-02")
    with pytest.raises(AlertOpen):
        put(desk, 1, "2026-06-02", "2026-06-30", top_up=True)
    put(desk, 90, "2026-06-02")
    assert minor(desk) == 90


def test_methods_find_their_figures_in_the_book(desk):
    """Twelve months from the first invoice on: four months of 1,200.00 make 300.00 a month."""
    reader = desk.book.reader
    for month in (3, 4, 5, 6):
        invoice = desk.invoice("300.00", f"2026-0{month}-01", due=f"2026-0{month}-28")
        if month < 6:
            money = desk.receipt("300.00", f"2026-0{month}-28")
            desk.allocate(money, {invoice: "300.00"}, f"2026-0{month}-28")
    other = desk.customer("C2")
    desk.invoice("9700.00", "2026-06-01", customer=other, due="2026-08-01")
    found = limits.known_of(
        reader, desk.first, "CNY", DAY, limits.Asked(terms="NET45", purchases_minor=None)
    )
    assert found.monthly_purchases == 300_00
    assert found.term_days == 45
    assert found.clean_peak == 300_00
    assert found.own_receivables == 10_000_00
    legs = {
        leg.method: leg.minor for leg in limits.propose_limit(reader, desk.first, "CNY", DAY).legs
    }
    assert legs["record"] == 375_00
    assert legs["cap"] == 2_000_00
    assert legs["demand"] is None


def test_the_insurers_limit_is_a_leg_as_long_as_the_policy_holds(desk):
    policy = InsurancePolicy(
        insurer="示例保险",
        number="P1",
        currency="CNY",
        insured_percent=Decimal(90),
        max_term_days=180,
        mep_days=30,
        noa_days=15,
        waiting_months=4,
        claim_window_months=6,
        declare_days=15,
    )
    keep_record(
        desk.uow(),
        policy,
        customer_id=None,
        dated_on=date(2026, 1, 1),
        ends_on=date(2026, 12, 31),
    )
    given = BuyerLimit(policy="P1", amount_minor=250_000)
    keep_record(desk.uow(), given, customer_id=desk.first, dated_on=date(2026, 2, 1))
    for day, most in ((DAY, 250_000), (date(2026, 1, 31), None), (date(2027, 1, 1), None)):
        known = limits.known_of(desk.book.reader, desk.first, "CNY", day, limits.Asked())
        assert known.insurer_limit == most


def test_our_own_figures_are_told_in_the_currency_of_the_limit(desk):
    desk.invoice("8000.00", "2026-06-01")
    reader = desk.book.reader
    assert limits.known_of(reader, desk.first, "USD", DAY, limits.Asked()).own_receivables is None
    desk.rate("USD", "2026-06-01", "8")
    found = limits.known_of(reader, desk.first, "USD", DAY, limits.Asked())
    assert found.own_receivables == 1_000_00
    assert limits.in_base(reader, 100, "USD", DAY) == 800
    assert limits.rate_on(reader, "USD", date(2026, 5, 31)) is None
    assert limits.rate_on(reader, "USD", DAY) == Decimal(8)


def test_the_field_of_a_customer_counts_in_its_own_currency_only(desk):
    abroad = desk.customer("C2", currency="USD", credit_limit_minor=9)
    assert limits.limit_on(desk.book.reader, abroad, "CNY", DAY).source is Source.NONE
    assert limits.limit_on(desk.book.reader, abroad, "USD", DAY).minor == 9


@given(
    st.lists(
        st.tuples(
            st.integers(0, 40), st.integers(0, 90), st.booleans(), st.integers(0, 20),
            st.sampled_from(["CNY", "USD"]), st.booleans(),
        ),
        max_size=12,
    ),
    st.integers(0, 45),
)  # fmt: skip
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_all_at_once_says_the_same_as_one_by_one(desk, kept, day):
    """The book keeps what earlier examples wrote: all the more to tell apart."""
    start = date(2026, 1, 1)
    reader = desk.book.reader
    owner = desk.customer(f"P{len(reader.given_limits())}", group="North", credit_limit_minor=7)
    for after, amount, top_up, length, currency, group in kept:
        ends = start + timedelta(days=after + length) if top_up or length % 2 else None
        limits.set_limit(
            desk.uow(),
            CreditLimit(
                currency=currency, minor=amount + top_up, top_up=top_up,
                group="North" if group else "",
            ),
            customer_id=None if group else owner,
            dated_on=start + timedelta(days=after),
            ends_on=ends,
        )  # fmt: skip
    asked = start + timedelta(days=day)
    found = reader.limits_in_force(asked)
    assert found[owner] == limits.limit_on(reader, owner, "CNY", asked)
    assert reader.limits_in_force(asked, [owner])[owner] == found[owner]


def test_accounts_and_the_grade_speak_in_their_legs(desk):
    """Figures of the worked case: working assets 900, 17.5 %: 157.50, 0.4 of it ungraded."""
    lines = {
        "current_assets": 1_800, "inventory": 500, "current_liabilities": 1_200,
        "total_liabilities": 1_800, "equity": 1_200, "intangibles": 200, "total_assets": 3_000,
    }  # fmt: skip
    amounts = {name: figure * 1_000_00 for name, figure in lines.items()}
    accounts = FinancialStatement(ended_on=date(2025, 12, 31), currency="CNY", amounts=amounts)
    keep_statements(desk.uow(), desk.first, [accounts], date(2026, 3, 1))
    found = limits.known_of(desk.book.reader, desk.first, "CNY", DAY, limits.Asked())
    assert (found.net_worth, found.working_limit) == (1_000_000_00, 157_500_00)
    assert (found.grade, found.multiplier) == ("", Decimal("0.4"))
    legs = limits.propose_limit(desk.book.reader, desk.first, "CNY", DAY).legs
    said = {leg.method: leg.minor for leg in legs}
    assert (said["net_worth"], said["working_assets"]) == (100_000_00, 63_000_00)
    before = limits.known_of(desk.book.reader, desk.first, "CNY", date(2026, 2, 1), limits.Asked())
    assert before.net_worth is None
    abroad = limits.known_of(desk.book.reader, desk.first, "USD", DAY, limits.Asked())
    assert abroad.working_limit is None
