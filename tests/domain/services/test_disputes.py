from datetime import date

import pytest

from domain.errors import MissingField, NotFound, OverAllocation
from domain.services import disputes


def test_a_dispute_changes_chasing_and_no_number(desk):
    invoice = desk.invoice("100.00", "2026-01-01", due="2026-01-31")
    before = desk.ageing("2026-03-01")
    dispute = desk.dispute(invoice, "40.00", "2026-02-01")
    assert desk.ageing("2026-03-01") == before
    row = desk.book.reader.item(desk.item(invoice), date(2026, 3, 1))
    assert (row.disputed, row.open) == (4_000, 10_000)
    assert desk.book.reader.item(desk.item(invoice), date(2026, 1, 31)).disputed == 0
    desk.close_dispute(dispute, "2026-02-20")
    assert desk.book.reader.item(desk.item(invoice), date(2026, 2, 20)).disputed == 0
    assert desk.book.reader.item(desk.item(invoice), date(2026, 2, 19)).disputed == 4_000
    assert desk.book.reader.disputes(open_on=date(2026, 3, 1)) == []


def test_a_dispute_ends_no_earlier_than_it_began(desk):
    invoice = desk.invoice("100.00", "2026-01-01")
    desk.close_dispute(desk.dispute(invoice, "40.00", "2026-02-01"), "2026-01-15")
    (row,) = desk.book.reader.disputes()
    assert (row.opened_on, row.closed_on) == (date(2026, 2, 1), date(2026, 2, 1))


@pytest.mark.parametrize(
    "error, amount, reason",
    [(OverAllocation, 10_001, "x"), (OverAllocation, 0, "x"), (MissingField, 1, "")],
)
def test_what_is_refused_changes_nothing(desk, error, amount, reason):
    item = desk.item(desk.invoice("100.00", "2026-01-01"))
    before = desk.facts()
    with pytest.raises(error):
        disputes.open_dispute(desk.uow(), item, amount, reason, date(2026, 1, 2))
    assert desk.facts() == before


def test_a_credit_is_not_disputed_and_a_dispute_is_closed_once(desk):
    paid = desk.item(desk.receipt("5.00", "2026-01-01"))
    with pytest.raises(OverAllocation):
        disputes.open_dispute(desk.uow(), paid, 1, "x", date(2026, 1, 2))
    invoice = desk.invoice("100.00", "2026-01-01")
    dispute = desk.dispute(invoice, "40.00", "2026-02-01")
    desk.close_dispute(dispute, "2026-02-02")
    before = desk.facts()
    for unknown in (dispute, 99):
        with pytest.raises(NotFound):
            desk.close_dispute(unknown, "2026-02-03")
    assert desk.facts() == before
