"""Every order, state and page of a list against the same computed plainly from its rows."""

from datetime import date

import pytest

from domain.listing import ListFilter, Order
from storage.queries import paging

DAYS = [date(2026, 3, 12), date(2027, 1, 1)]
ITEM_KEYS = {
    "number": lambda r: r.number,
    "customer": lambda r: r.customer_code,
    "issued_on": lambda r: r.issued_on,
    "due_on": lambda r: r.due_on or date.min,
    "amount": lambda r: r.amount,
    "open": lambda r: r.open,
    "id": lambda r: r.id,
}


@pytest.fixture
def mixed(desk):
    """Invoices paid, open, overdue, due soon and disputed, of two customers and currencies."""
    other = desk.customer("C2", name="Customer C2")
    for n in range(24):
        document = desk.invoice(
            f"{100 + 7 * (n % 5)}.00", f"2026-0{1 + n % 3}-0{1 + n % 7}",
            number=f"N{n * 7 % 24:02}",
            customer=other if n % 3 else desk.first, currency="USD" if n % 8 == 7 else None,
            due=f"2026-0{3 + n % 3}-1{n % 8}" if n % 6 else None,
        )  # fmt: skip
        if n % 4 == 0:
            paid = desk.receipt(
                "100.00" if n % 8 else "50.00", "2026-03-12" if n % 8 else "2026-02-28",
                customer=other if n % 3 else desk.first, number=f"R{n:02}",
            )  # fmt: skip
            desk.allocate_oldest_first(paid, "2026-03-12")
        if n % 5 == 0 and desk.open(document) not in {"0.00", "-0.00"}:
            desk.dispute(document, "1.00", "2026-03-01")
    desk.credit_note("9.00", "2026-02-01", number="CN1")
    desk.receipt("500.00", "2026-03-01", number="R99", customer=desk.customer("C3"))
    return desk


def _all(reader, day):
    where = ListFilter(as_of=day)
    ids = reader.items.ids(where, Order("id"))
    return list(reader.items.rows(ids, where).values())


def _state(row, state, day):
    late = (day - row.due_on).days if row.due_on else None
    debit_late = late is not None and row.amount > 0
    return {
        "all": True,
        "open": row.open != 0,
        "overdue": row.open != 0 and debit_late and late > 0,
        "due_soon": row.open != 0 and debit_late and -7 <= late <= 0,
        "disputed": row.open != 0 and row.disputed > 0,
    }[state]


@pytest.mark.parametrize("budget", [1, 2_000_000])
@pytest.mark.parametrize("day", DAYS)
def test_items_by_every_order_and_state(mixed, monkeypatch, day, budget):
    """With no budget for walking the set is sorted: both ways must agree."""
    monkeypatch.setattr(paging, "FOR_OPEN", budget)
    monkeypatch.setattr(paging, "FOR_WORDS", budget)
    reader = mixed.book.reader
    rows = _all(reader, day)
    assert len(rows) == 25
    for state in ("all", "open", "overdue", "due_soon", "disputed"):
        where = ListFilter(as_of=day, state=state)
        mine = [row for row in rows if _state(row, state, day)]
        assert reader.items.count(where) == len(mine), state
        for key, value in ITEM_KEYS.items():
            wanted = [row.id for row in sorted(mine, key=lambda r, v=value: (v(r), r.id))]
            for order, expected in ((Order(key), wanted), (Order(key, True), wanted[::-1])):
                assert list(reader.items.ids(where, order)) == expected, (state, order)
                assert list(reader.items.ids(where, order, limit=3)) == expected[:3]
                page = reader.items.ids(where, order, limit=3, from_end=True)
                assert list(page) == expected[-3:]
        late = [row.id for row in sorted(mine, key=lambda r: (r.due_on or date.min, r.id))]
        assert list(reader.items.ids(where, Order("days_overdue", True), limit=5)) == late[:5]


@pytest.mark.parametrize("day", DAYS)
def test_totals_count_and_add_up_the_same_rows(mixed, day):
    reader = mixed.book.reader
    for state in ("all", "open", "overdue"):
        mine = [row for row in _all(reader, day) if _state(row, state, day)]
        totals = {t.currency: t for t in reader.items.totals(ListFilter(as_of=day, state=state))}
        for currency, total in totals.items():
            own = [row for row in mine if row.currency == currency]
            overdue = sum(row.open for row in own if _state(row, "overdue", day))
            assert (total.count, total.amount, total.open, total.overdue) == (
                len(own), sum(r.amount for r in own), sum(r.open for r in own), overdue,
            )  # fmt: skip
        assert sum(total.count for total in totals.values()) == len(mine)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("words", ["", "N1", "C2", "99"])
def test_filters_by_customer_currency_and_words_together(mixed, day, words):
    reader = mixed.book.reader
    rows = _all(reader, day)
    for customer in (None, mixed.first, mixed.first + 1):
        for currency in (None, "USD"):
            where = ListFilter(as_of=day, text=words, customer_id=customer, currency=currency)
            mine = [
                row.id
                for row in sorted(rows, key=lambda r: (r.number, r.id))
                if customer in (None, row.customer_id)
                and currency in (None, row.currency)
                and any(words in text for text in (row.number, row.customer_code))
            ]
            assert list(reader.items.ids(where, Order("number"), limit=50)) == mine
            assert reader.items.count(where) == len(mine)


@pytest.mark.parametrize("day", DAYS)
def test_receipts_by_every_order_and_state(mixed, day):
    reader = mixed.book.reader
    where = ListFilter(as_of=day)
    rows = list(reader.receipts.rows(reader.receipts.ids(where, Order("id")), where).values())
    assert len(rows) == 7
    keys = {
        "received_on": lambda r: r.received_on, "number": lambda r: r.number,
        "customer": lambda r: r.customer_code, "amount": lambda r: r.amount,
        "unapplied": lambda r: r.unapplied, "id": lambda r: r.id,
    }  # fmt: skip
    for state, fits in (
        ("all", lambda r: True),
        ("unapplied", lambda r: r.unapplied != 0),
        ("allocated", lambda r: r.unapplied == 0),
    ):
        mine = [row for row in rows if fits(row)]
        where = ListFilter(as_of=day, state=state)
        assert reader.receipts.count(where) == len(mine)
        total = sum(t.open for t in reader.receipts.totals(where))
        assert total == sum(row.unapplied for row in mine)
        for key, value in keys.items():
            wanted = [row.id for row in sorted(mine, key=lambda r, v=value: (v(r), r.id))]
            assert list(reader.receipts.ids(where, Order(key), limit=4)) == wanted[:4], (state, key)
            assert list(reader.receipts.ids(where, Order(key, True))) == _flipped(mine, value)


def _flipped(rows, value):
    return [row.id for row in sorted(rows, key=lambda r: (value(r), r.id), reverse=True)]


@pytest.mark.parametrize("day", DAYS)
def test_open_items_are_the_open_rows_of_the_lists(mixed, day):
    reader = mixed.book.reader
    found = reader.open_items(day)
    assert {row for row in found if row.kind != "receipt"} == {
        row for row in _all(reader, day) if row.open
    }
    order = [(row.due_on or date.max, row.issued_on, row.number, row.seq) for row in found]
    assert order == sorted(order)
    assert reader.open_items(day, customer_id=mixed.first, currency="CNY") == [
        row for row in found if (row.customer_id, row.currency) == (mixed.first, "CNY")
    ]


def test_months_take_voided_documents_back_where_they_were_counted(desk):
    desk.invoice("100.00", "2026-01-05")
    desk.void(desk.receipt("30.00", "2026-01-06"), "2026-02-01", "bounced")
    desk.void(desk.invoice("7.00", "2026-01-07"), "2026-02-02")
    desk.credit_note("5.00", "2026-02-03")
    paid = desk.receipt("99.50", "2026-02-04")
    desk.allocate_oldest_first(paid, "2026-02-04")
    desk.write_off(1, "2026-02-05")
    months = desk.book.reader.months(desk.first, "CNY", date(2026, 2, 28), 2)
    assert [(m.month.month, m.billed, m.received) for m in months] == [
        (1, 10_700, 3_000),
        (2, -1_200, 9_950 - 3_000),
    ]


def test_a_customer_row_tells_how_late_it_pays(desk):
    for amount, paid in (("100.00", "2026-01-20"), ("300.00", "2026-01-14")):
        invoice = desk.invoice(amount, "2026-01-01", due="2026-01-10")
        desk.receipt(amount, paid, uses=[desk.use(invoice, amount)])
    desk.void(desk.invoice("900.00", "2026-01-01", due="2026-01-02"), "2026-02-01")
    desk.dispute(desk.invoice("50.00", "2026-01-01", due="2026-01-31"), "20.00", "2026-02-01")
    row = desk.book.reader.customer_row(desk.first, date(2026, 2, 10))
    assert (row.avg_days_late, row.disputed, row.overdue, row.oldest_days) == (6, 2_000, 5_000, 10)
    assert desk.book.reader.customer_row(desk.first, date(2027, 6, 1)).avg_days_late is None
