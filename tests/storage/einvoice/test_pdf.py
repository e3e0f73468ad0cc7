"""The XML inside a PDF."""

import pytest

from domain.errors import FileUnreadable
from tests.storage.einvoice.samples import cii, pdf, ubl


@pytest.mark.parametrize(
    "name",
    ["factur-x.xml", "ZUGFeRD-invoice.xml", "zugferd-invoice.xml", "xrechnung.xml", "other.xml"],
)
def test_the_embedded_invoice_is_read(one, name):
    content = pdf({"picture.png": b"1", name: cii().encode()})
    assert (one(content, "a.pdf").number, one(content, "a.pdf").gross) == ("F-1", 119)


@pytest.mark.parametrize("layers", [1, 2])
def test_an_embedded_invoice_may_be_packed(one, layers):
    assert one(pdf({"factur-x.xml": cii().encode()}, layers=layers), "a.pdf").number == "F-1"


def test_an_empty_attachment_is_passed_over(one):
    assert one(pdf({"a.xml": b"", "b.xml": cii().encode()}), "a.pdf").number == "F-1"


def test_a_standard_name_comes_before_another(one):
    content = pdf({"other.xml": ubl("F-2").encode(), "factur-x.xml": cii().encode()})
    assert one(content, "a.pdf").number == "F-1"


def test_an_embedded_file_that_is_no_invoice_is_passed_over(one):
    content = pdf({"a.xml": b"<order/>", "b.xml": b"broken", "c.xml": cii().encode()})
    assert one(content, "a.pdf").number == "F-1"


@pytest.mark.parametrize(
    "content,reason,found",
    [
        (pdf(), "einvoice_none", "pdf"),
        (pdf({"terms.txt": b"30 days"}), "einvoice_none", "pdf"),
        (pdf({"factur-x.xml": b"<order/>"}), "einvoice_none", "order"),
        (pdf({"factur-x.xml": cii().encode()}, locked=True), "encrypted", None),
        (b"%PDF-1.7\nbroken", "archive_damaged", None),
    ],
)
def test_a_pdf_without_an_invoice_is_refused(read, content, reason, found):
    with pytest.raises(FileUnreadable) as fault:
        read(content, "a.pdf")
    assert (fault.value.facts["reason"], fault.value.facts.get("found")) == (reason, found)
