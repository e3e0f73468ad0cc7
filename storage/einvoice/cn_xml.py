"""EInvoice, the XML of fully digitalised invoices (数电票).

Decisions:

* Two names look alike: the total of the invoice is ``TotalTax-includedAmount`` under
  ``BasicInformation``; ``TotaltaxIncludedAmount`` is one line's.
* The invoice is of the day of ``RequestTime`` (开票日期); ``IssueTime`` only says when
  the file was made, and stands in where the other is missing.
* What is red shows in the sign: the label InIssuType is not filled alike everywhere.
"""

from __future__ import annotations

from typing import Final

from domain.einvoice import EInvoice, ELine, Party, note_buyer
from storage.einvoice import cn_remark
from storage.einvoice.nodes import (
    Element,
    child,
    children,
    day,
    first_text,
    loose_figure,
    text,
    texts,
)

CURRENCY: Final = "CNY"
_DATA: Final = "EInvoiceData"
_GROSS: Final = "TotalTax-includedAmount"


def documents(root: Element) -> list[Element]:
    """Return the invoices in a document, which may hold several."""
    return [
        element for element in root.iter() if child(element, _DATA, "BasicInformation") is not None
    ]


def read(root: Element, row: int = 1) -> EInvoice:
    """Return one invoice.

    Raises:
        Unreadable: a figure or date cannot be read.
    """
    data = child(root, _DATA)
    basic, office = child(data, "BasicInformation"), child(root, "TaxSupervisionInfo")
    remark = text(data, "AdditionalInformation", "Remark")
    red = child(data, "SpecificInformation", "RedEInvoice")
    gross = loose_figure(text(basic, _GROSS), _GROSS)
    buyer = _party(child(data, "BuyerInformation"), "Buyer")
    version = text(root, "Header", "Version")
    is_credit = red is not None or bool(gross and gross < 0)
    return EInvoice(
        syntax=f"CN EInvoice {version}".rstrip(),
        number=text(office, "InvoiceNumber") or text(root, "Header", "EIid"),
        issued_on=day(basic, "RequestTime") or day(office, "IssueTime"),
        currency=CURRENCY,
        gross=gross,
        is_credit=is_credit,
        type_code=first_text(
            child(root, "Header", "InherentLabel"),
            ("GeneralOrSpecialVAT", "LabelName"),
            ("EInvoiceType", "LabelName"),
        ),
        profile=version,
        net=loose_figure(text(basic, "TotalAmWithoutTax"), "TotalAmWithoutTax"),
        tax=loose_figure(text(basic, "TotalTaxAm"), "TotalTaxAm"),
        seller=_party(child(data, "SellerInformation"), "Seller"),
        buyer=buyer,
        order=cn_remark.order(remark),
        contract=cn_remark.contract(remark),
        remark=remark,
        words=text(basic, f"{_GROSS}InChinese"),
        reds=_corrected(red, remark) if is_credit else (),
        lines=tuple(map(_line, children(data, "IssuItemInformation"))),
        notes=note_buyer(buyer),
        row=row,
    )


def _corrected(red: Element | None, remark: str) -> tuple[str, ...]:
    """Return the corrected invoices; platforms call the number of 20 digits a code."""
    code, number = text(red, "OriginalInvoiceCode"), text(red, "OriginalInvoiceNumber")
    told = number if number.startswith(code) else f"{code}{number}"
    return (told,) if told else cn_remark.corrected(remark)


def _party(party: Element | None, side: str) -> Party:
    tax_id = text(party, f"{side}IdNum")
    return Party(
        name=text(party, f"{side}Name"),
        tax_id=tax_id,
        tax_ids=texts(children(party, f"{side}IdNum")),
        address=text(party, f"{side}Addr"),
        phone=text(party, f"{side}TelNum"),
        bank=text(party, f"{side}BankName"),
        account=text(party, f"{side}BankAccNum"),
    )


def _line(line: Element) -> ELine:
    return ELine(
        name=text(line, "ItemName"),
        quantity=loose_figure(text(line, "Quantity"), "Quantity"),
        unit=text(line, "MeaUnits"),
        price=loose_figure(text(line, "UnPrice"), "UnPrice"),
        net=loose_figure(text(line, "Amount"), "Amount"),
        tax=loose_figure(text(line, "ComTaxAm"), "ComTaxAm"),
        rate=text(line, "TaxRate"),
    )
