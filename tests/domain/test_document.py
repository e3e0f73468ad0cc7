from dataclasses import replace
from datetime import date

import pytest

from domain.document import Document, Item, Kind, Status, check, days_overdue, status
from domain.errors import (
    AmountTooLarge,
    DueBeforeIssue,
    MissingField,
    PartsDoNotAdd,
    WrongSign,
)
from domain.money import MAX_MINOR, Money

DAY = date(2026, 3, 1)


def _document(kind=Kind.INVOICE, minor=10_000, **more):
    amount = Money(minor, "CNY")
    items = more.pop("items", None) or (Item(seq=1, due_on=None, amount=amount),)
    return Document(
        kind=kind, number="A1", customer_id=1, issued_on=DAY, amount=amount, items=items, **more
    )


@pytest.mark.parametrize(
    "kind, minor, fits",
    [
        (Kind.INVOICE, 1, True),
        (Kind.INVOICE, 0, True),
        (Kind.INVOICE, -1, False),
        (Kind.DEBIT_NOTE, -1, False),
        (Kind.CREDIT_NOTE, 1, False),
        (Kind.CREDIT_NOTE, -1, True),
        (Kind.RECEIPT, 1, False),
        (Kind.DISCOUNT, 1, False),
        (Kind.OPENING, -1, True),
        (Kind.OPENING, 1, True),
        (Kind.WRITE_OFF, 1, True),
        (Kind.WRITE_OFF, -1, True),
        (Kind.VOID, 1, True),
    ],
)
def test_the_sign_fits_the_kind(kind, minor, fits):
    document = _document(kind, minor)
    if fits:
        assert check(document) is document
        assert document.currency == "CNY"
        return
    with pytest.raises(WrongSign):
        check(document)


def test_a_document_has_a_number():
    with pytest.raises(MissingField):
        check(replace(_document(), number=""))


@pytest.mark.parametrize("minor", [MAX_MINOR + 1, 10**30])
def test_amounts_have_a_limit(minor):
    assert check(_document(minor=MAX_MINOR))
    with pytest.raises(AmountTooLarge):
        check(_document(minor=minor))
    with pytest.raises(AmountTooLarge):
        check(_document(base=Money(minor, "CNY")))


def test_items_add_up_to_the_document():
    parts = tuple(Item(seq=n, due_on=DAY, amount=Money(5000, "CNY")) for n in (1, 2))
    assert check(_document(items=parts))
    with pytest.raises(PartsDoNotAdd) as caught:
        check(_document(minor=9999, items=parts))
    assert caught.value.facts["part"] == "items"


def test_net_and_tax_add_up_where_both_are_known():
    net, tax = Money(8850, "CNY"), Money(1150, "CNY")
    assert check(_document(net=net, tax=tax))
    assert check(_document(net=Money(1, "CNY")))
    with pytest.raises(PartsDoNotAdd) as caught:
        check(_document(net=net, tax=net))
    assert caught.value.facts["part"] == "net_tax"


def test_nothing_is_due_before_its_document():
    late = (Item(seq=1, due_on=date(2026, 2, 28), amount=Money(10_000, "CNY")),)
    with pytest.raises(DueBeforeIssue):
        check(_document(items=late))


@pytest.mark.parametrize(
    "as_of, open_minor, state",
    [
        (date(2026, 2, 28), 100, Status.NOT_YET),
        (date(2026, 3, 1), 100, Status.OPEN),
        (date(2026, 3, 31), 100, Status.DUE_TODAY),
        (date(2026, 4, 1), 100, Status.OVERDUE),
        (date(2026, 4, 1), 40, Status.OVERDUE),
        (date(2026, 3, 31), 40, Status.PART_PAID),
        (date(2026, 3, 15), 40, Status.PART_PAID),
        (date(2026, 4, 1), 0, Status.SETTLED),
    ],
)
def test_the_state_of_an_item_on_a_date(as_of, open_minor, state):
    due = date(2026, 3, 31)
    found = status(issued_on=DAY, due_on=due, amount=100, open_minor=open_minor, as_of=as_of)
    assert found == state


def test_what_has_no_due_date_is_never_overdue():
    found = status(issued_on=DAY, due_on=None, amount=100, open_minor=100, as_of=date(2030, 1, 1))
    assert found == Status.OPEN
    assert days_overdue(None, DAY) is None
    assert days_overdue(DAY, date(2026, 3, 4)) == 3
