"""Exposure by component and orders: what is added, what is taken off, nothing twice."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from domain.credit.exposure import Exposure, Part, across, together
from domain.credit.orders import OpenOrder, OrderInvoice, OrderState, spread_invoices
from domain.money import Money


def order(record_id, amount, *, delivered=0, on=date(2026, 1, 5), closed=False):
    value = OpenOrder(
        number=f"SO-{record_id}",
        currency="CNY",
        amount=amount,
        ordered_on=on,
        delivered=delivered,
        closed=closed,
    )
    return OrderState(record_id=record_id, customer_id=1, order=value)


def left(states):
    return {one.record_id: (one.to_deliver, one.to_invoice) for one in states}


def test_of_100_ordered_60_delivered_40_invoiced_60_are_exposure_besides_the_invoice():
    (state,) = spread_invoices([order(1, 100, delivered=60)], [OrderInvoice(1, 9, 40)])
    assert (state.to_deliver, state.to_invoice, state.left) == (40, 20, 60)


def test_an_invoice_before_delivery_takes_the_place_of_the_order():
    assert left(spread_invoices([order(1, 100)], [OrderInvoice(1, 9, 70)])) == {1: (30, 0)}


def test_a_closed_order_keeps_what_was_delivered_and_not_invoiced():
    assert left([order(1, 100, delivered=60, closed=True)]) == {1: (0, 60)}


def test_more_delivered_than_ordered_is_exposure_too():
    assert left([order(1, 100, delivered=110)]) == {1: (0, 110)}


def test_one_invoice_for_two_orders_fills_the_earlier_first_and_none_twice():
    earlier, later = order(1, 60, on=date(2026, 1, 1)), order(2, 80, on=date(2026, 2, 1))
    both = [OrderInvoice(1, 9, 100), OrderInvoice(2, 9, 100)]
    assert left(spread_invoices([later, earlier], both)) == {1: (0, 0), 2: (40, 0)}


@given(
    st.lists(st.tuples(st.integers(1, 999), st.integers(0, 999)), min_size=1, max_size=5),
    st.lists(st.integers(1, 2000), max_size=4),
)
def test_what_invoices_took_of_orders_is_what_they_amount_to(orders, invoices):
    states = [order(n, amount, delivered=part) for n, (amount, part) in enumerate(orders)]
    pairs = [
        OrderInvoice(state.record_id, 100 + n, minor)
        for n, minor in enumerate(invoices)
        for state in states
    ]
    found = spread_invoices(states, pairs)
    assert sum(one.invoiced for one in found) == sum(invoices)
    assert all(one.invoiced >= 0 for one in found)


def test_unapplied_money_and_deposits_lessen_exposure():
    parts = {Part.NOT_DUE: 100, Part.OVERDUE: 50, Part.UNAPPLIED: 30, Part.DEPOSITS: 20}
    one = Exposure(customer_id=1, currency="CNY", parts=parts)
    assert (one.total, one.billed, one.late) == (100, 150, 50)


def test_currencies_together_in_the_books_and_in_the_limits_currency():
    yuan = Exposure(customer_id=1, currency="CNY", parts={Part.NOT_DUE: 710_00})
    dollars = Exposure(
        customer_id=1,
        currency="USD",
        parts={Part.OVERDUE: 100_00, Part.UNAPPLIED: 10_00},
        disputed=5_00,
        rate=Decimal("7.10"),
    )
    euros = Exposure(customer_id=1, currency="EUR", parts={Part.NOT_DUE: 1})
    found = together([yuan, dollars, euros], "CNY")
    assert found.parts == {Part.NOT_DUE: 710_00, Part.OVERDUE: 710_00, Part.UNAPPLIED: 71_00}
    assert (found.total, found.disputed, found.unvalued) == (1349_00, 35_50, ("EUR",))
    found = together([yuan, dollars], "CNY", "USD", Decimal("7.10"))
    assert found.parts == {Part.NOT_DUE: 100_00, Part.OVERDUE: 100_00, Part.UNAPPLIED: 10_00}
    assert together([yuan], "CNY", "USD", None).unvalued == ("CNY",)


def test_money_goes_across_two_rates_with_one_rounding():
    assert across(Money(7_100_00, "CNY"), Decimal(1), "USD", Decimal("7.10")) == 1_000_00
    assert across(Money(7, "CNY"), Decimal(1), "EUR", Decimal(14)) == 1
    assert across(Money(1000, "JPY"), Decimal("0.05"), "CNY", Decimal(1)) == 50_00
