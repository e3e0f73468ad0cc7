"""Electronic invoices as their file says, before anything is booked.

Readers (``storage/einvoice``) hand over these values; :func:`cross_check` compares
the figures of a file with each other. Amounts are decimals of the file.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from stdnum.cn import ric, uscc

from domain.reading.chinese import amount as read_words
from domain.reading.result import Problem, Rejection

#: Figures of an invoice may differ from each other by this much before it is a finding.
TOLERANCE: Final = Decimal("0.01")

NET_TAX: Final = "einvoice.net_tax"
"""Net plus tax is not gross. Facts: net, tax, gross."""
CAPITAL: Final = "einvoice.capital"
"""The amount in words is not the amount in figures. Facts: words, gross."""
LINES: Final = "einvoice.lines"
"""The lines do not add up. Facts: part (net, tax or gross), told, found."""
TOTALS: Final = "einvoice.totals"
"""Lines less allowances plus charges are not the net total. Facts: told, found."""
PAYABLE: Final = "einvoice.payable"
"""Gross less prepaid plus rounding is not what is payable. Facts: told, found."""
SIGN: Final = "einvoice.sign"
"""A credit note is written below zero, or a red invoice above it. Facts: type, gross."""
NO_CLAIM: Final = "einvoice.no_claim"
"""A test or a pro forma invoice: nobody owes it. Facts: type (test, or the type code)."""
NOT_SELLER: Final = "einvoice.not_seller"
"""The seller is somebody else than the book's company. Facts: seller, tax_id."""
RED_EXCEEDS: Final = "einvoice.red_exceeds"
"""Credit notes of an invoice are more than the invoice, in minor units.
Facts: number (the invoice), amount, credited (before), requested, currency."""
BLUE_DIFFERS: Final = "einvoice.blue_differs"
"""A credit note and its invoice are of two customers or currencies.
Facts: number (the invoice), field, book."""
REPLACES: Final = "einvoice.replaces"
"""A corrected invoice would stand beside the one it replaces: void that one first.
Facts: number (the earlier one)."""
BUYER_TAX_ID: Final = "einvoice.buyer_tax_id"
"""A note: the buyer's credit code has a wrong check digit. Facts: tax_id."""

#: Kinds of credit notes in UNTDID 1001, as EN 16931 lists them.
CREDIT_TYPES: Final = frozenset(
    {"81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532"}
)
#: A corrected invoice (384) takes the place of an earlier one; a pro forma (325) claims nothing.
CORRECTED: Final = "384"
_PRO_FORMA: Final = "325"
UBL_CREDIT: Final = "UBL CreditNote"

_NOT_IN_TAX_ID: Final = re.compile(r"[^0-9A-Z]+")
_NOT_IN_NAME: Final = re.compile(r"[\W_]+")
_NEGATIVE_WORDS: Final = re.compile(r"[(（]?负数[)）]?")
_BEFORE_WORDS: Final = "ⓧ⊗⊕×✕Xx¥￥:：　 "
_USCC_LENGTH: Final = 18


class EStatus(StrEnum):
    """What a platform says of an invoice."""

    NORMAL = "normal"
    VOID = "void"
    RED_FULL = "red_full"
    RED_PART = "red_part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Seller or buyer; ``tax_id`` is 统一社会信用代码, VAT number or the like.

    ``tax_ids`` are all registrations in the order of the file, where there are several.
    """

    name: str = ""
    tax_id: str = ""
    tax_ids: tuple[str, ...] = ()
    address: str = ""
    phone: str = ""
    bank: str = ""
    account: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ELine:
    """One line: what was sold, net and tax as printed."""

    name: str = ""
    quantity: Decimal | None = None
    unit: str = ""
    price: Decimal | None = None
    net: Decimal | None = None
    tax: Decimal | None = None
    rate: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EInvoice:
    """An invoice or credit note of a file, with its figures as they are written.

    ``number`` is 20 digits for 数电票; older ones have ``code`` and number, which are
    unique together. ``is_credit`` says that it lowers the debt: red invoices of China
    are written below zero, credit notes elsewhere above (see :attr:`amount`).
    ``reds`` are the numbers of the invoices that it refers to, for a credit note those
    that it corrects. ``payable`` is what is left after prepayments. ``words`` is the
    amount in 大写. ``type_code`` is the format's own (380, 381, 384, 增值税专用发票 …),
    ``profile`` the version or rules that the file claims. ``line_total``,
    ``allowances``, ``charges`` and ``rounding`` are the totals of the document,
    ``taxes`` the tax by currency where it is given in two. ``payment_reference`` is
    what the payer is asked to quote, ``payment_account`` where to pay, ``payee`` to
    whom when not to the seller. ``row`` is where it stands in the file.
    """

    syntax: str
    number: str
    issued_on: date | None
    currency: str
    gross: Decimal | None
    is_credit: bool = False
    code: str = ""
    type_code: str = ""
    profile: str = ""
    due_on: date | None = None
    delivered_on: date | None = None
    line_total: Decimal | None = None
    allowances: Decimal | None = None
    charges: Decimal | None = None
    net: Decimal | None = None
    tax: Decimal | None = None
    taxes: tuple[tuple[str, Decimal], ...] = ()
    tax_currency: str = ""
    rounding: Decimal | None = None
    payable: Decimal | None = None
    prepaid: Decimal | None = None
    seller: Party = field(default_factory=Party)
    buyer: Party = field(default_factory=Party)
    payee: str = ""
    buyer_reference: str = ""
    order: str = ""
    contract: str = ""
    payment_reference: str = ""
    payment_account: str = ""
    remark: str = ""
    words: str = ""
    reds: tuple[str, ...] = ()
    status: EStatus = EStatus.NORMAL
    is_test: bool = False
    attachments: int = 0
    lines: tuple[ELine, ...] = ()
    notes: tuple[Problem, ...] = ()
    row: int = 1

    @property
    def book_number(self) -> str:
        """The number that a book keeps: the older ones' code stands before it, unspaced."""
        return self.number if self.number.startswith(self.code) else f"{self.code}{self.number}"

    @property
    def amount(self) -> Decimal | None:
        """What it adds to the debt, credit notes below zero; None when the file does not say.

        Where no gross total is given, it is what is payable and was prepaid.
        """
        gross = self.gross
        if gross is None and self.payable is not None:
            gross = self.payable + (self.prepaid or 0) - (self.rounding or 0)
        return -abs(gross) if self.is_credit and gross is not None else gross


@dataclass(frozen=True, slots=True, kw_only=True)
class EInvoiceFile:
    """The invoices of one file, and what of it could not be read."""

    syntax: str
    invoices: tuple[EInvoice, ...]
    rejected: tuple[Rejection, ...] = ()


def cross_check(one: EInvoice) -> tuple[Problem, ...]:
    """Return what in an invoice's own figures does not agree, nothing when all does.

    Only figures that the file gives are compared, each to 0.01: lines and totals as
    EN 16931 (BR-CO-10, 13, 15 and 16) and the tax platform form them, words with
    figures as bills demand. Words that cannot be read are told like words that differ.
    """
    return (*_sign(one), *_net_tax(one), *_capital(one), *_lines(one), *_totals(one))


def no_claim(one: EInvoice) -> tuple[Problem, ...]:
    """Return why nobody owes an invoice that is right in itself: a test, a pro forma."""
    if one.is_test or one.type_code == _PRO_FORMA:
        return (Problem(NO_CLAIM, {"type": "test" if one.is_test else one.type_code}),)
    return ()


def is_seller(party: Party, name: str, tax_id: str) -> bool:
    """Return whether a party is the company of this name and tax number.

    The tax number decides where both have one, else the name.
    """
    ids = {tax_key(one) for one in (party.tax_id, *party.tax_ids)} - {""}
    if tax_key(tax_id) and ids:
        return tax_key(tax_id) in ids
    return bool(name_key(name)) and name_key(name) == name_key(party.name)


def note_buyer(buyer: Party) -> tuple[Problem, ...]:
    """Return a note where the buyer's credit code has a wrong check digit.

    No reason to refuse the invoice: the tax bureau issued it, and the debt is the same.
    """
    wrong = any(map(is_wrong_code, (buyer.tax_id, *buyer.tax_ids)))
    return (Problem(BUYER_TAX_ID, {"tax_id": buyer.tax_id}),) if wrong else ()


def tax_key(tax_id: str) -> str:
    """Return what tax numbers are compared by: capitals and digits, half width."""
    return _NOT_IN_TAX_ID.sub("", unicodedata.normalize("NFKC", tax_id).upper())


def name_key(name: str) -> str:
    """Return what names are compared by: half width, without case, spaces and signs.

    云杉（上海）有限公司 equals 云杉(上海)有限公司; Müller & Co. equals MÜLLER CO.
    """
    return _NOT_IN_NAME.sub("", unicodedata.normalize("NFKC", name).casefold())


def is_wrong_code(tax_id: str) -> bool:
    """Return whether it has the form of a 统一社会信用代码 and a wrong check digit.

    The first letter may be A, N or Y; eighteen digits may be a person's own number.
    """
    code = tax_key(tax_id)
    if len(code) != _USCC_LENGTH or not code.isascii() or ric.is_valid(code):
        return False
    try:
        return bool(uscc.calc_check_digit(code[:-1]) != code[-1])
    except ValueError:
        return True


def _sign(one: EInvoice) -> tuple[Problem, ...]:
    """A credit note below zero would raise the debt, a red invoice above zero as well."""
    if not one.is_credit or not one.gross:
        return ()
    above = one.syntax == UBL_CREDIT or one.type_code in CREDIT_TYPES
    if (one.gross > 0) == above:
        return ()
    return (Problem(SIGN, {"type": one.type_code, "gross": one.gross}),)


def _net_tax(one: EInvoice) -> tuple[Problem, ...]:
    if one.net is None or one.tax is None or one.gross is None:
        return ()
    if _agree(one.net + one.tax, one.gross):
        return ()
    return (Problem(NET_TAX, {"net": one.net, "tax": one.tax, "gross": one.gross}),)


def _capital(one: EInvoice) -> tuple[Problem, ...]:
    if not one.words or one.gross is None:
        return ()
    told = read_words(_bare_words(one.words))
    if told is not None and abs(told) == abs(one.gross):
        return ()
    return (Problem(CAPITAL, {"words": one.words, "gross": one.gross}),)


def _bare_words(words: str) -> str:
    """Return words without what platforms write before them: ⓧ, （负数）."""
    return "".join(_NEGATIVE_WORDS.sub("负", words).lstrip(_BEFORE_WORDS).split())


def _lines(one: EInvoice) -> tuple[Problem, ...]:
    told_net = one.net if one.line_total is None else one.line_total
    found: list[Problem] = []
    for part, told, values in (
        ("net", told_net, [line.net for line in one.lines]),
        ("tax", one.tax, [line.tax for line in one.lines]),
    ):
        given = [value for value in values if value is not None]
        if told is None or not given or len(given) < len(values):
            continue
        if not _agree(sum(given), told):
            found.append(Problem(LINES, {"part": part, "told": told, "found": sum(given)}))
    return tuple(found)


def _totals(one: EInvoice) -> tuple[Problem, ...]:
    found: list[Problem] = []
    if one.line_total is not None and one.net is not None:
        net = one.line_total - (one.allowances or 0) + (one.charges or 0)
        if not _agree(net, one.net):
            found.append(Problem(TOTALS, {"told": one.net, "found": net}))
    if one.payable is not None and one.gross is not None:
        left = one.gross - (one.prepaid or 0) + (one.rounding or 0)
        if not _agree(left, one.payable):
            found.append(Problem(PAYABLE, {"told": one.payable, "found": left}))
    return tuple(found)


def _agree(one: Decimal | int, other: Decimal) -> bool:
    return abs(one - other) <= TOLERANCE
