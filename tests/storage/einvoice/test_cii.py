"""Cross Industry Invoices, newer and older."""

from datetime import date

import pytest

from domain.einvoice import cross_check
from tests.storage.einvoice.samples import cii, zugferd_1


@pytest.mark.parametrize("text,syntax", [(cii(), "CII D16B"), (zugferd_1(), "ZUGFeRD 1.0 CII")])
def test_both_generations_read_alike(one, text, syntax):
    invoice = one(text)
    assert (invoice.syntax, invoice.number, invoice.type_code) == (syntax, "F-1", "380")
    assert (invoice.issued_on, invoice.due_on) == (date(2026, 1, 31), date(2026, 3, 2))
    assert (invoice.net, invoice.tax, invoice.gross, invoice.payable) == (100, 19, 119, 119)
    assert (invoice.seller.name, invoice.seller.tax_id) == ("Spruce GmbH", "DE 123")
    assert (invoice.buyer.name, invoice.order) == ("Cherry AG", "PO-7")
    assert (invoice.payment_reference, invoice.reds) == ("RF-1", ("F-0",))
    assert [(line.name, line.quantity, line.net) for line in invoice.lines] == [("Board", 2, 100)]
    assert cross_check(invoice) == ()


def test_a_credit_note_lowers_the_debt(one):
    note = one(cii(type_code="381"))
    assert (note.is_credit, note.gross, note.amount) == (True, 119, -119)


def test_a_corrected_invoice_below_zero_is_a_credit_note(one):
    note = one(cii(type_code="384", net="-100.00", tax="-19.00", gross="-119.00"))
    assert (note.is_credit, note.amount) == (True, -119)
    assert cross_check(note) == ()


def test_a_test_is_marked(one):
    mark = "<ram:TestIndicator><udt:Indicator>true</udt:Indicator></ram:TestIndicator>"
    assert one(cii(test=mark)).is_test
    assert not one(cii()).is_test


def test_lines_that_head_others_are_not_added_up(one):
    line = cii().partition("<ram:IncludedSupplyChainTradeLineItem>")
    head = (
        "<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument>"
        "<ram:LineStatusReasonCode>GROUP</ram:LineStatusReasonCode>"
        "</ram:AssociatedDocumentLineDocument></ram:IncludedSupplyChainTradeLineItem>"
    )
    invoice = one(line[0] + head + line[1] + line[2])
    assert [item.net for item in invoice.lines] == [None, 100]
    assert cross_check(invoice) == ()
