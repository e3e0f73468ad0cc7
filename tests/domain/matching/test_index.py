from dataclasses import replace

import pytest

from domain.document import Kind
from domain.errors import OverAllocation
from domain.matching.engine import propose
from domain.matching.values import Part


def test_taking_parts_lowers_what_is_open(ledger):
    debt, credit = ledger.owes("C1", "INV-1", "100.00"), ledger.owes("C1", "CN-1", "-30.00")
    index = ledger.index()
    index.take([Part(item_id=debt, minor=5000, discount=200, difference=1, fee=99)])
    index.take([Part(item_id=credit, minor=1000, is_credit=True)])
    assert (index.open(debt), index.open(credit)) == (4700, 2000)


def test_no_more_is_used_than_is_open(ledger):
    debt = ledger.owes("C1", "INV-1", "100.00")
    index = ledger.index()
    index.used(debt, 6000)
    with pytest.raises(OverAllocation):
        index.used(debt, 4001)
    assert index.open(debt) == 4000


def test_what_was_used_is_not_proposed_again(ledger):
    debt = ledger.owes("C1", "INV-1", "100.00")
    index = ledger.index()
    payment = ledger.payment("100.00", "INV-1", customer="C1")
    assert propose(index, payment).best.is_automatic
    index.used(debt, 10_000)
    (told,) = ledger.told(propose(index, payment))
    assert (told.rule, told.rest, told.automatic) == ("advance", "100.00", False)


def test_receipts_are_no_claims(ledger):
    ledger.owes("C1", "RC-1", "-100.00")
    (claim,) = ledger.claims
    ledger.claims = [replace(claim, item=replace(claim.item, kind=Kind.RECEIPT))]
    assert ledger.index().standings == {}


def test_of_an_item_not_known_nothing_is_open(ledger):
    assert ledger.index().open(99) == 0
