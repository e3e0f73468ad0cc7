"""Cross Industry Invoices: D16B of Factur-X, ZUGFeRD 2 and XRechnung, and ZUGFeRD 1.0.

The two name the same things differently in places; both names are tried. A credit
note (381) is written above zero, an invoice below zero corrects an earlier one.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from domain.einvoice import CREDIT_TYPES, EInvoice, ELine, Party
from storage.einvoice.nodes import (
    Element,
    child,
    children,
    day,
    day_of,
    figure,
    figure_of,
    first_text,
    text,
    texts,
)

ROOTS: Final = ("CrossIndustryInvoice", "CrossIndustryDocument")
_NEWER: Final = "CII D16B"
_OLDER: Final = "ZUGFeRD 1.0 CII"
_ISSUER: Final = ("IssuerAssignedID", "ID")
#: Lines that only head or explain others, whose amounts are in those.
_NOT_COUNTED: Final = frozenset({"GROUP", "INFORMATION"})


def read(root: Element, row: int = 1) -> EInvoice:
    """Return the invoice or credit note of a document.

    Raises:
        Unreadable: a figure or date cannot be read.
    """
    parts = _Parts(root)
    type_code = text(parts.head, "TypeCode")
    currency = text(parts.settlement, "InvoiceCurrencyCode")
    taxes = _taxes(parts.totals, currency)
    gross = figure(parts.totals, "GrandTotalAmount")
    account = ("SpecifiedTradeSettlementPaymentMeans", "PayeePartyCreditorFinancialAccount")
    terms = ("SpecifiedTradePaymentTerms", "DueDateDateTime", "DateTimeString")
    return EInvoice(
        syntax=_NEWER if root.tag == ROOTS[0] else _OLDER,
        number=text(parts.head, "ID"),
        issued_on=day(parts.head, "IssueDateTime", "DateTimeString"),
        currency=currency,
        gross=gross,
        is_credit=type_code in CREDIT_TYPES or bool(gross and gross < 0),
        type_code=type_code,
        profile=text(parts.context, "GuidelineSpecifiedDocumentContextParameter", "ID"),
        due_on=_first_day(parts.settlement, *terms),
        delivered_on=day(
            parts.delivery,
            *("ActualDeliverySupplyChainEvent", "OccurrenceDateTime", "DateTimeString"),
        ),
        line_total=figure(parts.totals, "LineTotalAmount"),
        allowances=figure(parts.totals, "AllowanceTotalAmount"),
        charges=figure(parts.totals, "ChargeTotalAmount"),
        net=figure(parts.totals, "TaxBasisTotalAmount"),
        tax=next((amount for code, amount in taxes if code == currency), None),
        taxes=taxes,
        tax_currency=text(parts.settlement, "TaxCurrencyCode"),
        rounding=figure(parts.totals, "RoundingAmount"),
        payable=figure(parts.totals, "DuePayableAmount"),
        prepaid=figure(parts.totals, "TotalPrepaidAmount"),
        seller=_party(child(parts.agreement, "SellerTradeParty")),
        buyer=_party(child(parts.agreement, "BuyerTradeParty")),
        payee=text(parts.settlement, "PayeeTradeParty", "Name"),
        buyer_reference=text(parts.agreement, "BuyerReference"),
        order=_issuer(parts.agreement, "BuyerOrderReferencedDocument"),
        contract=_issuer(parts.agreement, "ContractReferencedDocument"),
        payment_reference=text(parts.settlement, "PaymentReference"),
        payment_account=_account(children(parts.settlement, *account)),
        remark=" ".join(texts(children(parts.head, "IncludedNote"), "Content")),
        reds=_preceding(parts.settlement),
        is_test=text(parts.context, "TestIndicator", "Indicator").lower() == "true",
        attachments=len(
            children(parts.agreement, "AdditionalReferencedDocument", "AttachmentBinaryObject")
        ),
        lines=tuple(map(_line, parts.lines)),
        row=row,
    )


class _Parts:
    """The parts of a document, whichever of the two names each has."""

    def __init__(self, root: Element) -> None:
        self.context = _either(
            root, "ExchangedDocumentContext", "SpecifiedExchangedDocumentContext"
        )
        self.head = _either(root, "ExchangedDocument", "HeaderExchangedDocument")
        trade = _either(root, "SupplyChainTradeTransaction", "SpecifiedSupplyChainTradeTransaction")
        self.agreement = _trade(trade, "Agreement")
        self.delivery = _trade(trade, "Delivery")
        self.settlement = _trade(trade, "Settlement")
        self.totals = _either(
            self.settlement,
            "SpecifiedTradeSettlementHeaderMonetarySummation",
            "SpecifiedTradeSettlementMonetarySummation",
        )
        self.lines = children(trade, "IncludedSupplyChainTradeLineItem")


def _either(element: Element | None, *names: str) -> Element | None:
    found = (child(element, name) for name in names)
    return next((one for one in found if one is not None), None)


def _trade(trade: Element | None, part: str) -> Element | None:
    return _either(trade, f"ApplicableHeaderTrade{part}", f"ApplicableSupplyChainTrade{part}")


def _taxes(totals: Element | None, currency: str) -> tuple[tuple[str, Decimal], ...]:
    """Return the tax totals by currency: one in the document's, perhaps one for the tax office."""
    found = []
    for inner in children(totals, "TaxTotalAmount"):
        amount = figure_of((inner.text or "").strip(), "TaxTotalAmount")
        if amount is not None:
            found.append((inner.get("currencyID", "") or currency, amount))
    return tuple(found)


def _first_day(element: Element | None, *names: str) -> date | None:
    """Return the first date at a path: where there are instalments, that of the first."""
    for inner in children(element, *names):
        found = day_of((inner.text or "").strip(), "DueDateDateTime")
        if found is not None:
            return found
    return None


def _issuer(element: Element | None, document: str) -> str:
    return first_text(element, *((document, name) for name in _ISSUER))


def _preceding(settlement: Element | None) -> tuple[str, ...]:
    documents = children(settlement, "InvoiceReferencedDocument")
    found = (first_text(one, *((name,) for name in _ISSUER)) for one in documents)
    return tuple(dict.fromkeys(number for number in found if number))


def _account(accounts: list[Element]) -> str:
    found = (first_text(one, ("IBANID",), ("ProprietaryID",)) for one in accounts)
    return next(filter(None, found), "")


def _party(party: Element | None) -> Party:
    ids = children(party, "SpecifiedTaxRegistration", "ID")
    vat = [one for one in ids if one.get("schemeID", "").upper() in ("VA", "VAT")]
    address = child(party, "PostalTradeAddress")
    parts = ("LineOne", "LineTwo", "LineThree", "PostcodeCode", "CityName", "CountryID")
    contact = child(party, "DefinedTradeContact")
    return Party(
        name=text(party, "Name"),
        tax_id=next(iter((*texts(vat), *texts(ids))), ""),
        tax_ids=texts(ids),
        address=", ".join(filter(None, (text(address, part) for part in parts))),
        phone=text(contact, "TelephoneUniversalCommunication", "CompleteNumber"),
    )


def _line(line: Element) -> ELine:
    agreement = _either(line, "SpecifiedLineTradeAgreement", "SpecifiedSupplyChainTradeAgreement")
    delivery = _either(line, "SpecifiedLineTradeDelivery", "SpecifiedSupplyChainTradeDelivery")
    settlement = _either(
        line, "SpecifiedLineTradeSettlement", "SpecifiedSupplyChainTradeSettlement"
    )
    totals = _either(
        settlement,
        "SpecifiedTradeSettlementLineMonetarySummation",
        "SpecifiedTradeSettlementMonetarySummation",
    )
    quantity = child(delivery, "BilledQuantity")
    status = text(line, "AssociatedDocumentLineDocument", "LineStatusReasonCode").upper()
    return ELine(
        name=text(line, "SpecifiedTradeProduct", "Name"),
        quantity=figure(delivery, "BilledQuantity"),
        unit="" if quantity is None else quantity.get("unitCode", ""),
        price=figure(agreement, "NetPriceProductTradePrice", "ChargeAmount"),
        net=None if status in _NOT_COUNTED else figure(totals, "LineTotalAmount"),
        rate=first_text(
            settlement,
            ("ApplicableTradeTax", "RateApplicablePercent"),
            ("ApplicableTradeTax", "ApplicablePercent"),
        ),
    )
