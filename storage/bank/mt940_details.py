"""What field :86: of a SWIFT statement says, in the dialects banks write it in.

Decisions:

* Numbered parts (``?20`` in Germany, ``>20``, ``~20``, ``<20`` elsewhere), coded ones
  (``/REMI/``), labelled ones (``TYT.:``, ``NAAM:``), an account and name with a blank
  line beneath, else plain text.
* A part or line as long as its form allows goes on in the next one without a space.
* ``SVWZ+`` inside is the remittance; the payer's reference is ``EREF+``. Where only
  such marks for machines are told, the text stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

_NUMBERED: Final = re.compile(r"\s*([0-9]{3})?\s?([?<>~^@|])(?=[0-9]{2})")
#: How long a part, or a line, is when it goes on in the next.
_FULL_PART: Final = (27, 35)
_FULL_LINE: Final = (65,)
_TEXT: Final = tuple(f"{number}" for number in (*range(20, 30), *range(60, 64)))
_NAME: Final = ("32", "33")

_CODES: Final = (
    "EREF|KREF|PREF|MARF|CSID|TRTP|ORDP|BENM|NAME|ADDR|IBAN|BIC|REMI|USTD|STRD|CNTP|ISDT"
    "|RTRN|PURP|CDTRREFTP|CDTRREF|CREF|RREF|SVCL|ULTC|ULTD|ULTB|OCMT|CHGS|EXCH|ID"
)
_CODED: Final = re.compile(rf"/({_CODES})(?=/)")
_SIDES: Final = ("ORDP", "BENM", "ULTC", "ULTD", "ULTB")
_LABELS: Final = {
    "OD": "name",
    "DLA": "name",
    "NAAM": "name",
    "Z RACH.": "account",
    "NA RACH.": "account",
    "REK": "account",
    "IBAN": "account",
    "BIC": "bank",
    "TYT.": "text",
    "OMSCHRIJVING": "text",
    "KENMERK": "reference",
    "TNR": "",
    "ID IPH": "",
}
_LABELLED: Final = re.compile(
    rf"(?:^|[;/\s])\s*({'|'.join(re.escape(one) for one in _LABELS)})\s*:\s*"
)
_SEPA: Final = re.compile(
    r"(?<![A-Za-z])(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|PURP|OAMT|COAM|SQTP|DDAT|MTLG)[+:]"
)
_ACCOUNT_NAME: Final = re.compile(r"([A-Z]{2}[0-9]{2}[A-Z0-9]{8,30}|[0-9]{9,10})\s+(\S.*)")
#: Words that stand where a reference would, or say that it is in field :86:.
_NOTHING: Final = frozenset(
    {"NOTPROVIDED", "NONREF", "NOREF", "EREF", "MARF", "PREF", "KREF", "KREF+", "EREF+", "N", "-"}
)


class Words(NamedTuple):
    """The other side, the remittance, the payer's reference, the bank's code of the kind."""

    name: str = ""
    account: str = ""
    bank: str = ""
    text: str = ""
    reference: str = ""
    kind: str = ""


def read_words(lines: Sequence[str], *, inward: bool) -> Words:
    """Return what field :86: says; ``inward`` is money in, so that the payer is named."""
    whole = "".join(lines)
    numbered = _NUMBERED.match(whole)
    if numbered:
        return _sepa(_numbered(whole, numbered))
    loose = _run_on(lines, _FULL_LINE)
    text = flat(loose)
    if text.startswith("/") and _CODED.search(text):
        return _coded(text, inward=inward)
    labels = set(_LABELLED.findall(loose))
    if len(labels) > 1 or "NAAM" in labels:
        return _labelled(loose)
    if len(lines) > 2 and not lines[1].strip():
        beneath = _ACCOUNT_NAME.fullmatch(lines[0].strip())
        if beneath:
            return Words(name=flat(beneath[2]), account=beneath[1], text=unwrapped(lines[1:]))
    return _sepa(Words(text=text))


def read_numbers(lines: Sequence[str]) -> Words:
    """Return what the lines of an old field :NS: say, each with its number before it."""
    text = [line[2:] for line in lines if "01" <= line[:2] <= "14"]
    name = [line[2:] for line in lines if line[:2] in {"15", "16"}]
    kind = [line[2:] for line in lines if line[:2] == "17"]
    return Words(name=flat(_run_on(name, _FULL_PART)), text=flat(_run_on(text or kind, _FULL_PART)))


def reference_or_nothing(reference: str) -> str:
    """Return a reference, nothing for the words that stand for none."""
    reference = flat(reference)
    return "" if reference.upper() in _NOTHING else reference


def unwrapped(lines: Iterable[str]) -> str:
    """Return wrapped lines as one; a full line goes on without a space."""
    return flat(_run_on(lines, _FULL_LINE))


def flat(text: str) -> str:
    """Return text with single spaces."""
    return " ".join(text.split())


def _run_on(pieces: Iterable[str], full: Sequence[int]) -> str:
    text: list[str] = []
    last = full[0]
    for piece in pieces:
        begins = _SEPA.match(piece) or _LABELLED.match(piece)
        text += [piece] if last in full and not begins else [" ", piece]
        last = len(piece)
    return "".join(text)


def _numbered(text: str, begin: re.Match[str]) -> Words:
    mark = re.escape(begin[2])
    pieces = re.split(rf"{mark}(00|1[01]|[2367][0-9])", text[begin.end() - 1 :])
    several: dict[str, list[str]] = {}
    for number, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        several.setdefault(number, []).append(piece)
    parts = {number: "".join(values) for number, values in several.items()}
    remittance = flat(_run_on((parts[one] for one in _TEXT if one in parts), _FULL_PART))
    return Words(
        name=flat(_run_on((parts[one] for one in _NAME if one in parts), _FULL_PART)),
        account="".join((parts.get("38") or parts.get("31", "")).split()),
        bank=flat(parts.get("30", "")),
        text=remittance or flat(parts.get("00", "")),
        kind=begin[1] or "",
    )


def _sepa(words: Words) -> Words:
    """Take the remittance and the payer's reference out of a text with SEPA's marks."""
    pieces = _SEPA.split(words.text)
    if len(pieces) == 1:
        return words
    parts: dict[str, str] = {}
    for code, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        parts.setdefault(code, flat(piece))
    references = (parts.get(code, "") for code in ("EREF", "KREF"))
    said = flat(" ".join((pieces[0], *(parts.get(code, "") for code in ("SVWZ", "MTLG", "ABWA")))))
    return words._replace(
        text=said or words.text,
        reference=next(filter(None, map(reference_or_nothing, references)), ""),
    )


def _coded(text: str, *, inward: bool) -> Words:
    pieces = _CODED.split(text)
    parts: dict[str, str] = {}
    side = ""
    for code, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        value = flat(piece.strip("/ "))
        if code in _SIDES:
            side = code
        parts.setdefault(f"{side}/{code}" if code in {"NAME", "ID", "ADDR"} else code, value)
    sides = ("ORDP", "BENM") if inward else ("BENM", "ORDP")
    names = [parts.get(place, "") for side in sides for place in (f"{side}/NAME", side)]
    counterparty = [*parts.get("CNTP", "").split("/"), "", "", ""]
    remittance = (parts.get(code, "") for code in ("REMI", "USTD", "STRD", "CDTRREF", "RTRN"))
    references = (parts.get(code, "") for code in ("EREF", "CDTRREF", "KREF", "PREF", "CREF"))
    return Words(
        name=next(filter(None, (*names, parts.get("/NAME", ""), counterparty[2])), ""),
        account=parts.get("IBAN") or counterparty[0],
        bank=parts.get("BIC") or counterparty[1],
        text=flat(" ".join(dict.fromkeys((pieces[0], *remittance)))) or parts.get("TRTP", ""),
        reference=next(filter(None, map(reference_or_nothing, references)), ""),
    )


def _labelled(text: str) -> Words:
    pieces = _LABELLED.split(text)
    parts: dict[str, str] = {}
    rest = [pieces[0].strip(" ;/")]
    for label, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        place, value = _LABELS[label], piece.strip(" ;/")
        if place in {"account", "bank"}:
            value, _, behind = value.partition(" ")
            rest.append(behind)
        elif place == "name":
            value = re.split(r"\s\s", value)[0]  # an address stands behind two spaces
        parts.setdefault(place, flat(value))
    return Words(
        name=parts.get("name", ""),
        account=parts.get("account", ""),
        bank=parts.get("bank", ""),
        text=parts.get("text") or flat(" ".join(rest)),
        reference=reference_or_nothing(parts.get("reference", "")),
    )
