"""The sample's cover: a policy at work, a guarantee near its end, an assignment notified."""

from datetime import date, timedelta

import pytest

from domain.sample.cover import add_cover
from domain.services import assignment, cover, guarantees
from storage.integrity import check
from tests.desk import desk, printed

__all__ = ["desk"]

AS_OF = date(2026, 11, 20)


@pytest.fixture
def book(desk):
    """Return a book of nine customers with debts past due, due soon and not due."""
    for place in range(9):
        customer = desk.customer(f"K{place}")
        for days in (90, 40, -20):
            due = AS_OF - timedelta(days=days)
            issued = due - timedelta(days=30)
            desk.invoice(f"{90 - place}000.00", issued, due=due, customer=customer)
    return desk.book


def test_every_part_of_cover_has_something_to_show(book):
    add_cover(book, "x", AS_OF, printed)
    reader = book.reader
    assert cover.pressing(reader, AS_OF)
    assert any(one.insured for one in cover.exposure(reader, AS_OF))
    assert cover.months(reader, AS_OF)
    near, later = guarantees.guarantees(reader, AS_OF)
    assert near.position.alert == 30
    assert later.position.assumed
    assert guarantees.credit_letters(reader, AS_OF)
    (sold,) = assignment.assignments(reader, AS_OF)
    assert sold.notice
    assert reader.papers(kind="loss_notice")
    assert check(book) == []


def test_a_book_without_debts_gets_a_policy_and_nothing_else(desk):
    add_cover(desk.book, "x", AS_OF, printed)
    assert cover.deadlines(desk.book.reader, AS_OF) == []
    assert assignment.assignments(desk.book.reader, AS_OF) == []
