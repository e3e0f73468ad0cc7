"""What the payments of a camt entry say: the other side, the words, the parts.

Decisions:

* The other side is the debtor of money in and the creditor of money out, unless that
  is the account itself, as in returned payments.
* Payments of a collective entry are kept where they add up to it, by their own marks or
  by the entry's (banks write either).
* Charges count where they are part of the entry's amount and in its currency.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from domain.bank import BankLine, with_parts
from storage.files.xml import child, children, text

SIGNS: Final = {"CRDT": 1, "DBIT": -1}

_FIGURE: Final = re.compile(r"0*(?:\d{1,15}(?:\.\d{0,8})?|\.\d{1,8})", re.ASCII)
_NOTHING: Final = frozenset({"NOTPROVIDED", "NOT PROVIDED", "NONREF", "NOTAVAILABLE", "-"})
_BETWEEN: Final = re.compile(r">\s+<")


class _Side(NamedTuple):
    """Debtor or creditor of a payment; ``behind`` is for whom they act."""

    name: str = ""
    account: str = ""
    bank: str = ""
    behind: str = ""


class _Words(NamedTuple):
    """What a payment says beside its figures."""

    side: _Side
    pieces: tuple[str, ...]
    reference: str
    serial: str


def with_details(line: BankLine, entry: Element, account: str) -> BankLine:
    """Return the line with the words of its payments, or with the payments themselves."""
    details = children(entry, "NtryDtls", "TxDtls") or entry.findall("TxDtls")
    remark = text(entry, "AddtlNtryInf")
    if len(details) > 1:
        whole = with_parts(line, _parts(line, details, account))
        if whole.parts:
            name = _common(one.name for one in whole.parts)
            return replace(whole, text=_joined([remark]), name=name)
    words = [_words(one, line, account) for one in details]
    written = _joined([*(piece for one in words for piece in one.pieces), remark])
    if len(words) == 1:
        return _with_one(line, details[0], words[0], written)
    return replace(
        line,
        name=_common(one.side.name for one in words),
        account=_common(one.side.account for one in words),
        text=written,
    )


def figure(written: str) -> Decimal | None:
    """Return an amount without sign; None for what is none or longer than any amount."""
    return Decimal(written) if _FIGURE.fullmatch(written) else None


def currency_of(element: Element) -> str:
    """Return the currency of an element's amount."""
    amount = element.find("Amt")
    return "" if amount is None else amount.get("Ccy", "").strip().upper()


def account_number(account: Element | None) -> str:
    """Return the number of an account: IBAN, else what the bank calls it."""
    number = child(account, "Id")
    if number is None:
        return ""
    iban = "".join(text(number, "IBAN").split())
    return iban or next((text(one) for one in number.iter() if text(one)), "")


def party_name(party: Element | None) -> str:
    """Return the name of a party, which newer versions write one element deeper."""
    if party is None:
        return ""
    names = (text(party, "Nm"), text(party, "Pty", "Nm"), text(party, "Agt", "FinInstnId", "Nm"))
    return " ".join(next(filter(None, names), "").split())


def kind(code: Element | None) -> str:
    """Return the code of a kind of movement: the common one, else the bank's own."""
    if code is None:
        return ""
    domain = code.find("Domn")
    codes = (text(domain, "Cd"), text(domain, "Fmly", "Cd"), text(domain, "Fmly", "SubFmlyCd"))
    return "-".join(filter(None, codes)) or text(code, "Prtry", "Cd")


def charges(element: Element, currency: str) -> Decimal:
    """Return the charges that the amount of an entry or payment contains."""
    total = Decimal(0)
    for one in element.findall("Chrgs"):
        for record in one.findall("Rcrd") or [one]:
            amount = record.find("Amt")
            if amount is None:
                amount = record.find("TtlChrgsAndTaxAmt")
            is_apart = text(record, "ChrgInclInd").lower() in {"false", "0"}
            if is_apart or text(record, "CdtDbtInd") == "CRDT" or amount is None:
                continue
            if amount.get("Ccy", currency) == currency:
                total += figure(text(amount)) or 0
    return total


def cut(source: str, name: str, count: int) -> list[str]:
    """Return the XML of all elements of a name; none of them holds another.

    Nothing where a comment holds one as well, so that it is unclear which is which.
    """
    starts = [one.start() for one in re.finditer(rf"<(?:[\w.-]+:)?{name}(?=[\s>])", source)]
    ends = [one.end() for one in re.finditer(rf"</(?:[\w.-]+:)?{name}\s*>", source)]
    if not len(starts) == len(ends) == count:
        return []
    return [source[start:end] for start, end in zip(starts, ends, strict=True)]


def raw(pieces: Sequence[str], place: int) -> str:
    """Return the XML at a place from 1, without the spaces between its elements."""
    return _BETWEEN.sub("><", pieces[place - 1]) if pieces else ""


def _with_one(line: BankLine, detail: Element, words: _Words, written: str) -> BankLine:
    """Return an entry of one payment with what that says of itself."""
    return replace(
        line,
        name=words.side.name,
        account=words.side.account,
        text=written,
        bank=words.side.bank,
        reference=words.reference,
        serial=line.serial or words.serial,
        code=line.code or kind(detail.find("BkTxCd")),
        charges=line.charges or charges(detail, line.currency),
    )


def _parts(line: BankLine, details: Sequence[Element], account: str) -> list[BankLine]:
    """Return the payments of a collective entry, nothing where they do not add up."""
    amounts = [_part_amount(one, line.currency) for one in details]
    figures = [one for one in amounts if one is not None]
    if len(figures) < len(details):
        return []
    ours = 1 if line.amount >= 0 else -1
    marks = [SIGNS.get(text(one, "CdtDbtInd"), ours) for one in details]
    for signs in (marks, [ours] * len(details)):
        signed = [
            amount if sign > 0 else -amount for amount, sign in zip(figures, signs, strict=True)
        ]
        if sum(signed) == line.amount:
            pieces = cut(line.raw, "TxDtls", len(details))
            return [
                _part(replace(line, amount=amount, raw=raw(pieces, place)), one, account)
                for place, (amount, one) in enumerate(zip(signed, details, strict=True), start=1)
            ]
    return []


def _part(line: BankLine, detail: Element, account: str) -> BankLine:
    words = _words(detail, line, account)
    return replace(
        line,
        name=words.side.name,
        account=words.side.account,
        bank=words.side.bank,
        text=_joined(words.pieces),
        reference=words.reference,
        serial=words.serial,
        code=kind(detail.find("BkTxCd")) or line.code,
        charges=charges(detail, line.currency),
    )


def _part_amount(detail: Element, currency: str) -> Decimal | None:
    """Return the amount of a payment in the entry's currency, whichever element has it."""
    for place in ((), ("AmtDtls", "TxAmt"), ("AmtDtls", "CntrValAmt"), ("AmtDtls", "InstdAmt")):
        amount = child(detail, *place, "Amt")
        if amount is not None and amount.get("Ccy", currency) == currency:
            return figure(text(amount))
    return None


def _words(detail: Element, line: BankLine, account: str) -> _Words:
    side = _other_side(detail, line, account)
    refs = detail.find("Refs")
    remittance = detail.find("RmtInf")
    structured = children(remittance, "Strd")
    asked = [_asked(one) for one in structured]
    named = (
        text(refs, "EndToEndId"),
        *asked,
        text(refs, "TxId"),
        text(refs, "UETR"),
        text(refs, "MsgId"),
    )
    pieces = (
        *(text(one) for one in children(remittance, "Ustrd")),
        *asked,
        *(piece for one in structured for piece in _documents(one)),
        side.behind,
        text(detail, "RtrInf", "AddtlInf"),
        text(detail, "AddtlTxInf"),
    )
    reference = next((one for one in named if one and one.upper() not in _NOTHING), "")
    return _Words(side, pieces, reference, text(refs, "AcctSvcrRef"))


def _asked(structured: Element) -> str:
    """Return the reference that the creditor asked to be named."""
    return text(structured, "CdtrRefInf", "Ref") or text(structured, "CdtrRefInf", "CdtrRef")


def _documents(structured: Element) -> list[str]:
    """Return the numbers of the invoices that are paid, and what was added."""
    invoices = structured.findall("RfrdDocInf")
    numbers = [text(one, "Nb") or text(one, "RfrdDocNb") for one in invoices]
    return [*numbers, *(text(one) for one in structured.findall("AddtlRmtInf"))]


def _other_side(detail: Element, line: BankLine, account: str) -> _Side:
    here, there = ("Dbtr", "Cdtr") if line.amount >= 0 else ("Cdtr", "Dbtr")
    side = _side(detail, here)
    is_own = bool(side.account) and side.account == account
    if is_own or (line.is_reversal and not (side.name or side.account)):
        other = _side(detail, there)
        if (other.name or other.account) and other.account != account:
            return other
    return side


def _side(detail: Element, role: str) -> _Side:
    parties, agents = detail.find("RltdPties"), detail.find("RltdAgts")
    behind = party_name(child(parties, f"Ultmt{role}"))
    name = party_name(child(parties, role))
    return _Side(
        name or behind,
        account_number(child(parties, f"{role}Acct")),
        _bank(child(agents, f"{role}Agt", "FinInstnId")),
        behind if name and name != behind else "",
    )


def _bank(agent: Element | None) -> str:
    if agent is None:
        return ""
    codes = (text(agent, "BICFI"), text(agent, "BIC"), text(agent, "Nm"))
    return next(filter(None, codes), "") or text(agent, "ClrSysMmbId", "MmbId")


def _joined(pieces: Iterable[str]) -> str:
    """Return pieces in one line, each once."""
    return " ".join(" ".join(dict.fromkeys(filter(None, pieces))).split())


def _common(names: Iterable[str]) -> str:
    """Return the name that all payments bear."""
    different = set(names)
    return different.pop() if len(different) == 1 else ""
