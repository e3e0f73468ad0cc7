"""UBL 2 invoices and credit notes (Peppol, XRechnung, EN 16931 and older ones).

The due date of older invoices stands with the means of payment. A party's name is
the registered one. Credit notes are written above zero; an invoice below zero
corrects an earlier one and is a credit note here.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from domain.einvoice import CREDIT_TYPES, UBL_CREDIT, EInvoice, ELine, Party
from storage.einvoice.nodes import (
    Element,
    child,
    children,
    day,
    figure,
    figure_of,
    first_text,
    text,
    texts,
)

ROOTS: Final = ("Invoice", "CreditNote")
_INVOICE: Final = "UBL Invoice"
_CURRENCY: Final = "currencyID"


def is_ubl(root: Element) -> bool:
    """Return whether this is one of UBL; other documents are called Invoice as well."""
    return root.tag in ROOTS and (
        child(root, "LegalMonetaryTotal") is not None
        or child(root, "AccountingSupplierParty") is not None
    )


def read(root: Element, row: int = 1) -> EInvoice:
    """Return the invoice or credit note of a document.

    Raises:
        Unreadable: a figure or date cannot be read.
    """
    is_note = root.tag == "CreditNote"
    totals = child(root, "LegalMonetaryTotal")
    type_code = first_text(root, ("InvoiceTypeCode",), ("CreditNoteTypeCode",))
    currency = text(root, "DocumentCurrencyCode") or _currency_of(totals)
    gross = figure(totals, "TaxInclusiveAmount")
    taxes = _taxes(root, currency)
    return EInvoice(
        syntax=UBL_CREDIT if is_note else _INVOICE,
        number=text(root, "ID"),
        issued_on=day(root, "IssueDate"),
        currency=currency,
        gross=gross,
        is_credit=is_note or type_code in CREDIT_TYPES or bool(gross and gross < 0),
        type_code=type_code,
        profile=text(root, "CustomizationID"),
        due_on=None
        if is_note
        else day(root, "DueDate") or day(root, "PaymentMeans", "PaymentDueDate"),
        delivered_on=day(root, "Delivery", "ActualDeliveryDate"),
        line_total=figure(totals, "LineExtensionAmount"),
        allowances=figure(totals, "AllowanceTotalAmount"),
        charges=figure(totals, "ChargeTotalAmount"),
        net=figure(totals, "TaxExclusiveAmount"),
        tax=next((amount for code, amount in taxes if code == currency), None),
        taxes=taxes,
        tax_currency=text(root, "TaxCurrencyCode"),
        rounding=figure(totals, "PayableRoundingAmount"),
        payable=figure(totals, "PayableAmount"),
        prepaid=figure(totals, "PrepaidAmount"),
        seller=_party(child(root, "AccountingSupplierParty", "Party")),
        buyer=_party(child(root, "AccountingCustomerParty", "Party")),
        payee=_name(child(root, "PayeeParty")),
        buyer_reference=text(root, "BuyerReference"),
        order=text(root, "OrderReference", "ID"),
        contract=text(root, "ContractDocumentReference", "ID"),
        payment_reference=_first(root, "PaymentMeans", "PaymentID"),
        payment_account=_first(root, "PaymentMeans", "PayeeFinancialAccount", "ID"),
        remark=" ".join(texts(children(root, "Note"))),
        reds=texts(children(root, "BillingReference", "InvoiceDocumentReference", "ID")),
        attachments=len(
            children(
                root, "AdditionalDocumentReference", "Attachment", "EmbeddedDocumentBinaryObject"
            )
        ),
        lines=tuple(
            map(_line, children(root, "CreditNoteLine" if is_note else "InvoiceLine")),
        ),
        row=row,
    )


def _currency_of(totals: Element | None) -> str:
    """Return the currency that the totals bear, where the document names none."""
    named = (inner.get(_CURRENCY, "") for inner in (() if totals is None else totals))
    return next(filter(None, named), "")


def _taxes(root: Element, currency: str) -> tuple[tuple[str, Decimal], ...]:
    """Return the tax totals by currency: one in the document's, perhaps one for the tax office."""
    found = []
    for total in children(root, "TaxTotal"):
        inner = child(total, "TaxAmount")
        amount = figure(total, "TaxAmount")
        if inner is not None and amount is not None:
            found.append((inner.get(_CURRENCY, "") or currency, amount))
    return tuple(found)


def _party(party: Element | None) -> Party:
    schemes = children(party, "PartyTaxScheme")
    ids = texts(schemes, "CompanyID")
    vat = [one for one in schemes if text(one, "TaxScheme", "ID").upper() == "VAT"]
    address = child(party, "PostalAddress")
    parts = ("StreetName", "AdditionalStreetName", "PostalZone", "CityName")
    country = text(address, "Country", "IdentificationCode")
    return Party(
        name=_name(party),
        tax_id=next(iter((*texts(vat, "CompanyID"), *ids)), ""),
        tax_ids=ids,
        address=", ".join(filter(None, (*(text(address, part) for part in parts), country))),
        phone=text(party, "Contact", "Telephone"),
    )


def _name(party: Element | None) -> str:
    return first_text(party, ("PartyLegalEntity", "RegistrationName"), ("PartyName", "Name"))


def _first(root: Element, *names: str) -> str:
    """Return the first text at a path, over all elements of its first name."""
    return next(iter(texts(children(root, *names))), "")


def _line(line: Element) -> ELine:
    quantity = _quantity(line)
    return ELine(
        name=first_text(line, ("Item", "Name"), ("Item", "Description")),
        quantity=None if quantity is None else figure_of((quantity.text or "").strip(), "Quantity"),
        unit="" if quantity is None else quantity.get("unitCode", ""),
        price=figure(line, "Price", "PriceAmount"),
        net=figure(line, "LineExtensionAmount"),
        rate=text(line, "Item", "ClassifiedTaxCategory", "Percent"),
    )


def _quantity(line: Element) -> Element | None:
    invoiced = child(line, "InvoicedQuantity")
    return child(line, "CreditedQuantity") if invoiced is None else invoiced
