"""Debits as cover reads them: open on any day, shipped in a period, in one query each."""

from datetime import date

from sqlalchemy import event

from domain.document import Kind

MARCH = date(2026, 3, 15)


def _numbers(found):
    return [one.number for one in found]


def test_open_debits_are_read_as_of_a_day_with_delivery_and_dispute(desk):
    other = desk.customer("C2")
    first = desk.invoice(
        "100.00", "2026-02-01", due="2026-03-03", number="A", delivered_on=date(2026, 1, 30)
    )
    desk.invoice("70.00", "2026-02-05", due="2026-03-07", number="B", customer=other)
    desk.credit_note("5.00", "2026-02-06")
    desk.dispute(first, "80.00", "2026-02-10")
    paid = desk.receipt("60.00", "2026-03-10")
    desk.allocate(paid, {first: "60.00"}, "2026-03-10")
    reader = desk.book.reader
    before, _ = reader.cover_debts(date(2026, 3, 9))
    after, second = reader.cover_debts(MARCH)
    assert (before.open, before.disputed, before.principal) == (10_000, 8_000, 2_000)
    assert (after.open, after.disputed, after.principal) == (4_000, 4_000, 0)
    assert (after.shipped_on, second.shipped_on) == (date(2026, 1, 30), date(2026, 2, 5))
    assert _numbers(reader.cover_debts(MARCH, customer_ids=[other])) == ["B"]
    assert reader.cover_debts(MARCH, customer_ids=[]) == []


def test_shipments_are_whole_documents_without_those_voided(desk):
    desk.invoice("100.00", "2026-03-01", number="A", terms="30%@0+70%@60")
    gone = desk.invoice("50.00", "2026-03-02", number="B")
    desk.invoice("20.00", "2026-03-31", number="C", delivered_on=date(2026, 2, 27))
    desk.post(Kind.DEBIT_NOTE, "9.00", "2026-03-03", number="D")
    desk.void(gone, "2026-03-04")
    reader = desk.book.reader
    (march,) = reader.shipments(date(2026, 3, 1), date(2026, 3, 31))
    assert (march.number, march.amount, march.due_on) == ("A", 10_000, date(2026, 4, 30))
    february = (date(2026, 2, 1), date(2026, 2, 28))
    assert _numbers(reader.shipments(*february)) == ["C"]
    assert _numbers(reader.shipments(*february, customer_ids=[march.customer_id])) == ["C"]
    assert reader.shipments(*february, customer_ids=[]) == []


def test_all_customers_are_read_by_one_statement(desk):
    for place in range(20):
        desk.invoice("1.00", "2026-02-01", customer=desk.customer(f"X{place}"))
    said = []
    event.listen(
        desk.book.reading,
        "before_cursor_execute",
        lambda _c, _cursor, statement, *_rest: said.append(statement),
    )
    assert len(desk.book.reader.cover_debts(MARCH)) == 20
    assert sum("CROSS JOIN document" in one for one in said) == 1
    assert len(said) <= 3
