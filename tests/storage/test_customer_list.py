"""The customer list by every order and filter against the same computed from its rows."""

from datetime import date

import pytest

from domain.listing import ListFilter, Order

DAY = date(2026, 6, 30)
KEYS = {
    "code": lambda r: r.code,
    "id": lambda r: r.id,
    "owner": lambda r: r.owner,
    "balance": lambda r: r.balance,
    "overdue": lambda r: r.overdue,
    "unapplied": lambda r: r.unapplied,
    "open_items": lambda r: r.open_items,
    "limit": lambda r: r.limit_minor or 0,
}


@pytest.fixture
def several(desk):
    """Customers with debts, credits, another currency, and one with nothing."""
    for n, name in enumerate(("赵一", "钱二", "孙三"), start=2):
        customer = desk.customer(f"C{n}", name=name, owner=f"W{n % 2}", credit_limit_minor=n * 100)
        desk.invoice(f"{n}00.00", "2026-01-01", due=f"2026-0{n + 2}-15", customer=customer)
    desk.receipt("350.00", "2026-02-01", customer=2)
    desk.invoice("9.00", "2026-02-01", currency="USD", customer=3)
    return desk


def _rows(reader, **more):
    where = ListFilter(as_of=DAY, **more)
    return list(reader.customers.rows(reader.customers.ids(where, Order("id")), where).values())


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("state", ["all", "open", "overdue"])
def test_customers_by_every_order_and_state(several, key, state):
    reader = several.book.reader
    mine = [
        row
        for row in _rows(reader)
        if state == "all" or (row.open_items if state == "open" else row.overdue)
    ]
    where = ListFilter(as_of=DAY, state=state)
    wanted = [row.id for row in sorted(mine, key=lambda r: (KEYS[key](r), r.id))]
    assert reader.customers.count(where) == len(wanted)
    for order, expected in ((Order(key), wanted), (Order(key, True), wanted[::-1])):
        assert list(reader.customers.ids(where, order)) == expected
        assert list(reader.customers.ids(where, order, limit=2)) == expected[:2]
        assert list(reader.customers.ids(where, order, limit=2, from_end=True)) == expected[-2:]


def test_names_stand_as_chinese_readers_expect(several):
    ids = several.book.reader.customers.ids(ListFilter(as_of=DAY), Order("name"))
    assert [several.book.reader.customer(i).name for i in ids] == [
        "Customer C1", "钱二", "孙三", "赵一",
    ]  # fmt: skip


@pytest.mark.parametrize("words, codes", [("C3", ["C3"]), ("孙", ["C4"]), ("%", []), ("", None)])
def test_words_find_codes_and_names(several, words, codes):
    found = [row.code for row in _rows(several.book.reader, text=words)]
    assert found == (codes if codes is not None else ["C1", "C2", "C3", "C4"])


def test_a_row_has_its_own_currency_and_the_others_beside(several):
    row = several.book.reader.customer_row(3, DAY)
    assert (row.currency, row.balance, row.others) == ("CNY", 30_000, (("USD", 900),))
    assert several.book.reader.customers.rows([], ListFilter(as_of=DAY)) == {}


def test_totals_are_by_currency(several):
    totals = several.book.reader.customers.totals(ListFilter(as_of=DAY))
    assert [(t.currency, t.count, t.open, t.overdue) for t in totals] == [
        ("CNY", 3, 55_000, 90_000),
        ("USD", 1, 900, 0),
    ]
