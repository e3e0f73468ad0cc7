"""Invoices that say when they were delivered and keep nothing that was signed for it."""

from datetime import date

from domain.listing import ListFilter, Order
from domain.record import Attachment
from domain.services.records import attach, detach
from tests.desk import day

TODAY = date(2026, 6, 30)


def _keep(desk, document, note, part=1):
    entry = Attachment(
        name="s.pdf",
        customer_id=desk.first,
        subject=f"invoice/{desk.item(document, part)}",
        note=note,
        dated_on=day("2026-03-01"),
    )
    return attach(desk.uow(), entry, b"%PDF s").value


def _listed(desk, as_of=TODAY):
    where = ListFilter(as_of=as_of, state="no_proof")
    items = desk.book.reader.items
    ids = list(items.ids(where, Order("number")))
    assert items.count(where) == len(ids)
    assert sum(one.count for one in items.totals(where)) == len(ids)
    rows = items.rows(ids, where)
    assert all(rows[key].unproved for key in ids)
    return [rows[key].number for key in ids]


def _unproved(desk, document):
    return desk.book.reader.item(desk.item(document), TODAY).unproved


def test_delivered_invoices_without_a_signed_paper_are_listed(desk):
    delivered = {"delivered_on": day("2026-01-30")}
    bare = desk.invoice("10.00", "2026-02-01", number="A", **delivered)
    other = desk.invoice("10.00", "2026-02-01", number="B", **delivered)
    signed = desk.invoice("10.00", "2026-02-01", number="C", **delivered)
    desk.invoice("10.00", "2026-02-01", number="D")
    _keep(desk, other, "invoice")
    kept = _keep(desk, signed, "delivery_note: 张三")
    assert _listed(desk) == ["A", "B"]
    assert _listed(desk, date(2026, 2, 10)) == ["A", "B"]
    assert [_unproved(desk, one) for one in (bare, other, signed)] == [True, True, False]
    detach(desk.uow(), kept, TODAY)
    assert _listed(desk) == ["A", "B", "C"]


def test_an_acceptance_counts_and_what_is_paid_is_not_listed(desk):
    delivered = {"delivered_on": day("2026-01-30")}
    accepted = desk.invoice("10.00", "2026-02-01", number="A", **delivered)
    paid = desk.invoice("10.00", "2026-02-01", number="B", **delivered)
    _keep(desk, accepted, "acceptance")
    receipt = desk.receipt("10.00", "2026-02-03")
    desk.allocate(receipt, {paid: "10.00"}, "2026-02-03")
    assert _listed(desk) == []
