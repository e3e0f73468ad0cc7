"""UBL invoices and credit notes."""

from datetime import date
from decimal import Decimal

import pytest

from domain.einvoice import cross_check
from tests.storage.einvoice.samples import ubl


def test_an_invoice(one):
    invoice = one(ubl(prepaid="19.00", payable="100.00"))
    assert (invoice.syntax, invoice.number, invoice.currency) == ("UBL Invoice", "F-1", "EUR")
    assert (invoice.issued_on, invoice.due_on) == (date(2026, 1, 31), date(2026, 3, 2))
    assert (invoice.net, invoice.tax, invoice.gross) == (100, 19, 119)
    assert (invoice.prepaid, invoice.payable, invoice.amount) == (19, 100, 119)
    assert invoice.taxes == (("EUR", Decimal("19.00")), ("SEK", Decimal("99.00")))
    assert (invoice.lines[0].name, invoice.lines[0].quantity) == ("Board", 2)
    assert cross_check(invoice) == ()


def test_a_party_bears_its_registered_name_and_its_vat_number(one):
    seller = one(ubl()).seller
    assert (seller.name, seller.tax_id) == ("Spruce GmbH", "DE 123")
    assert seller.tax_ids == ("201/113", "DE 123")
    assert one(ubl()).buyer.name == "Cherry AG"


def test_a_credit_note_is_written_above_zero_and_lowers_the_debt(one):
    note = one(ubl("C-1", is_note=True, blue="F-1"))
    assert (note.syntax, note.is_credit, note.reds) == ("UBL CreditNote", True, ("F-1",))
    assert (note.gross, note.amount, note.lines[0].quantity) == (119, -119, 2)
    assert cross_check(note) == ()


def test_an_invoice_below_zero_is_a_credit_note(one):
    note = one(ubl("C-1", "-119.00", net="-100.00", tax="-19.00"))
    assert (note.is_credit, note.gross, note.amount) == (True, -119, -119)
    assert cross_check(note) == ()


def test_a_credit_note_below_zero_is_a_contradiction(one):
    note = one(ubl("C-1", "-119.00", net="-100.00", tax="-19.00", is_note=True))
    assert [problem.code for problem in cross_check(note)] == ["einvoice.sign"]


def test_older_ones_say_with_the_means_of_payment_when_they_are_due(one):
    means = (
        "<cac:PaymentMeans><cbc:PaymentDueDate>2026-02-15</cbc:PaymentDueDate></cac:PaymentMeans>"
    )
    text = ubl(due="", reference=means)
    assert one(text).due_on == date(2026, 2, 15)


def test_an_invoice_that_names_only_what_is_payable(one):
    text = ubl()
    for name in ("TaxInclusiveAmount", "TaxExclusiveAmount", "LineExtensionAmount"):
        text = text.replace(f"cbc:{name}", "cbc:Other")
    invoice = one(text.replace("<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>", ""))
    assert (invoice.gross, invoice.amount, invoice.currency) == (None, 119, "EUR")


def test_an_envelope_is_opened(one):
    text = ubl().partition("?>")[2]
    assert (
        one(f"<StandardBusinessDocument><Header/>{text}</StandardBusinessDocument>").number == "F-1"
    )


@pytest.mark.parametrize("amount", ["119,00", "1,119.00", "1.2E2", "INF", "١١٩"])
def test_a_figure_of_another_spelling_is_refused_and_not_guessed(read, amount):
    (refused,) = read(ubl(gross=amount)).rejected
    assert (refused.code, refused.value) == ("einvoice.not_a_figure", amount)


def test_a_zone_behind_a_day_is_dropped(one):
    assert one(ubl(issued="2026-01-31+08:00")).issued_on == date(2026, 1, 31)
