"""Invoices in OFD."""

from datetime import date

import pytest

from domain.einvoice import cross_check
from domain.errors import FileUnreadable
from tests.storage.einvoice.samples import (
    BLUE,
    BUYER,
    SELLER,
    cn_xml,
    ofd_attached,
    ofd_custom,
    packed,
)


def test_the_attached_invoice_is_read(one):
    invoice = one(ofd_attached(), "a.ofd")
    assert (invoice.syntax, invoice.code, invoice.number) == ("OFD", "031001900111", "10011939")
    assert invoice.issued_on == date(2020, 4, 7)
    assert (invoice.net, invoice.tax, invoice.gross) == (100, 13, 113)
    assert (invoice.buyer.name, invoice.buyer.tax_id) == BUYER
    assert [line.name for line in invoice.lines] == ["驱动板"]
    assert cross_check(invoice) == ()


def test_an_attached_einvoice_is_read_as_one(one):
    invoice = one(ofd_attached(cn_xml()), "a.ofd")
    assert (invoice.syntax, invoice.number) == ("CN EInvoice 0.32", BLUE)


def test_custom_data_tell_the_invoice_where_nothing_is_attached(one):
    invoice = one(ofd_custom(), "a.ofd")
    assert (invoice.number, invoice.issued_on) == (BLUE, date(2025, 3, 5))
    assert (invoice.net, invoice.tax, invoice.gross) == (1000, 130, 1130)
    assert (invoice.seller.tax_id, invoice.buyer.tax_id) == (SELLER[1], BUYER[1])
    assert one(ofd_custom(价税合计="1,130.00"), "b.ofd").gross == 1130


@pytest.mark.parametrize(
    "content",
    [
        packed({"OFD.xml": "<OFD/>", "Doc_0/Pages/Page_0/Content.xml": "<Page>价税合计</Page>"}),
        ofd_custom(发票号码="", 开票日期="2025年03月05日"),
        packed({"OFD.xml": "<OFD/>", "Doc_0/Attachs/original_invoice.xml": "<a/>"}),
    ],
)
def test_a_page_alone_is_no_invoice(read, content):
    with pytest.raises(FileUnreadable) as fault:
        read(content, "a.ofd")
    assert (fault.value.facts["reason"], fault.value.facts["found"]) == ("einvoice_none", "ofd")
