"""Words of bills: states, events, acts, kinds, and what is wrong with a number."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Final

from domain.bill import BillState, EventKind
from domain.bill_number import NumberFinding
from domain.listing import BillRow
from ui import format as fmt
from ui.marks import QT_TRANSLATE_NOOP, translate
from ui.widgets.paint import ChipText

_STATES: Final[Mapping[str, str]] = {
    BillState.IN_HAND: QT_TRANSLATE_NOOP("Bills", "In hand"),
    BillState.ENDORSED: QT_TRANSLATE_NOOP("Bills", "Endorsed"),
    BillState.DISCOUNTED: QT_TRANSLATE_NOOP("Bills", "Discounted"),
    BillState.PLEDGED: QT_TRANSLATE_NOOP("Bills", "Pledged"),
    BillState.PRESENTED: QT_TRANSLATE_NOOP("Bills", "Presented"),
    BillState.PAID: QT_TRANSLATE_NOOP("Bills", "Paid"),
    BillState.DISHONOURED: QT_TRANSLATE_NOOP("Bills", "Dishonoured"),
    BillState.RECOURSE: QT_TRANSLATE_NOOP("Bills", "In recourse"),
    BillState.RECOVERED: QT_TRANSLATE_NOOP("Bills", "Recovered"),
    BillState.SPLIT: QT_TRANSLATE_NOOP("Bills", "Split"),
    BillState.WITHDRAWN: QT_TRANSLATE_NOOP("Bills", "Withdrawn"),
}
_TONES: Final[Mapping[str, str]] = {
    BillState.IN_HAND: "accent",
    BillState.PRESENTED: "amber",
    BillState.PAID: "green",
    BillState.DISHONOURED: "red",
    BillState.RECOURSE: "red",
    BillState.RECOVERED: "green",
    BillState.PLEDGED: "outline",
    BillState.ENDORSED: "outline",
    BillState.DISCOUNTED: "outline",
}
_EVENTS: Final[Mapping[str, str]] = {
    EventKind.RECEIVED: QT_TRANSLATE_NOOP("Bills", "Received"),
    EventKind.ENDORSED: QT_TRANSLATE_NOOP("Bills", "Endorsed to"),
    EventKind.DISCOUNTED: QT_TRANSLATE_NOOP("Bills", "Discounted with"),
    EventKind.PLEDGED: QT_TRANSLATE_NOOP("Bills", "Pledged to"),
    EventKind.RELEASED: QT_TRANSLATE_NOOP("Bills", "Released from pledge"),
    EventKind.PRESENTED: QT_TRANSLATE_NOOP("Bills", "Presented for payment"),
    EventKind.PAID: QT_TRANSLATE_NOOP("Bills", "Paid at maturity"),
    EventKind.REFUSED: QT_TRANSLATE_NOOP("Bills", "Payment refused"),
    EventKind.RECOURSE: QT_TRANSLATE_NOOP("Bills", "Recourse claimed"),
    EventKind.RECOVERED: QT_TRANSLATE_NOOP("Bills", "Paid by recourse"),
    EventKind.SPLIT: QT_TRANSLATE_NOOP("Bills", "Split into parts"),
    EventKind.RETURNED: QT_TRANSLATE_NOOP("Bills", "Given back to us"),
}
#: Event → act's words, key, icon.
ACTS: Final[Mapping[EventKind, tuple[str, str, str]]] = {
    EventKind.PRESENTED: (QT_TRANSLATE_NOOP("Bills", "Present…"), "P", "stamp"),
    EventKind.ENDORSED: (QT_TRANSLATE_NOOP("Bills", "Endorse…"), "E", "handshake"),
    EventKind.DISCOUNTED: (QT_TRANSLATE_NOOP("Bills", "Discount…"), "D", "landmark"),
    EventKind.PLEDGED: (QT_TRANSLATE_NOOP("Bills", "Pledge…"), "G", "lock"),
    EventKind.SPLIT: (QT_TRANSLATE_NOOP("Bills", "Split…"), "S", "split"),
    EventKind.RELEASED: (QT_TRANSLATE_NOOP("Bills", "Release…"), "L", "check"),
    EventKind.PAID: (QT_TRANSLATE_NOOP("Bills", "Paid…"), "Y", "circle-check"),
    EventKind.REFUSED: (QT_TRANSLATE_NOOP("Bills", "Refused…"), "F", "ban"),
    EventKind.RETURNED: (QT_TRANSLATE_NOOP("Bills", "Given back…"), "B", "corner-down-left"),
    EventKind.RECOURSE: (QT_TRANSLATE_NOOP("Bills", "Recourse…"), "C", "gavel"),
    EventKind.RECOVERED: (QT_TRANSLATE_NOOP("Bills", "Recovered…"), "V", "hand-coins"),
}
_KINDS: Final[Mapping[str, str]] = {
    "bank": QT_TRANSLATE_NOOP("Bills", "Bank"),
    "commercial": QT_TRANSLATE_NOOP("Bills", "Commercial"),
}
_LONG_KINDS: Final[Mapping[str, str]] = {
    "bank": QT_TRANSLATE_NOOP("Bills", "Bank acceptance bill"),
    "commercial": QT_TRANSLATE_NOOP("Bills", "Commercial acceptance bill"),
}
_FINDINGS: Final[Mapping[str, str]] = {
    "digits": QT_TRANSLATE_NOOP("Bills", "Only digits: “{found}” is none"),
    "length": QT_TRANSLATE_NOOP("Bills", "{length} digits; an electronic bill has 30"),
    "first": QT_TRANSLATE_NOOP("Bills", "The first digit cannot be 0"),
    "date": QT_TRANSLATE_NOOP("Bills", "Digits 14 to 21 are no date: {date}"),
    "bank": QT_TRANSLATE_NOOP("Bills", "Check digit of the bank code {bank} does not fit: compare"),
    "issued": QT_TRANSLATE_NOOP("Bills", "Registered on {date}, not on the issue date"),
    "kind": QT_TRANSLATE_NOOP("Bills", "By its number it is the other kind of bill"),
    "paper": QT_TRANSLATE_NOOP("Bills", "A paper bill of 16 digits: not checked further"),
}


def _worded(table: Mapping[str, str], code: str) -> str:
    source = table.get(code)
    return code if source is None else translate("Bills", source)


def state(code: str) -> str:
    """Return a state in words."""
    return _worded(_STATES, code)


def event(kind: str) -> str:
    """Return what happened in words."""
    return _worded(_EVENTS, kind)


def kind(code: str, *, long: bool = False) -> str:
    """Return a kind of bill in words."""
    return _worded(_LONG_KINDS if long else _KINDS, code)


def finding(found: NumberFinding, language: str) -> str:
    """Return what is wrong with a number."""
    facts = {
        key: fmt.day(value, language) if isinstance(value, date) else value
        for key, value in found.facts.items()
    }
    return _worded(_FINDINGS, found.code).format_map(facts)


def grouped(number: str) -> str:
    """Write a number in its parts, as it is read aloud: 1 102100099996 20260520 00012345 7."""
    cuts = (0, 1, 13, 21, 29, 30)
    pieces = (number[start:end] for start, end in pairwise(cuts))
    return " ".join(piece for piece in pieces if piece)


def short(number: str) -> str:
    """Return the end of a number, by which people name a bill: …00123457."""
    return f"…{number[-9:]}" if len(number) > 9 else number


def chips(row: BillRow, as_of: date) -> list[ChipText]:
    """Return a bill's state, or what is urgent about it in its place, and what is special."""
    found = [ChipText(state(row.state), _TONES.get(row.state, "neutral"))]
    if row.state == BillState.IN_HAND and as_of > row.present_by:
        found = [ChipText(translate("Bills", "Presentation missed"), "red")]
    elif row.state == BillState.IN_HAND and as_of >= row.due_on:
        found = [ChipText(translate("Bills", "To present"), "amber")]
    if row.not_transferable:
        found.append(ChipText(translate("Bills", "Not transferable"), "outline"))
    if row.exposed:
        found.append(ChipText(translate("Bills", "Recourse"), "amber"))
    return found


def place_in_time(row: BillRow, as_of: date) -> str:
    """Return where a day lies from maturity: T−5, T, T+3."""
    days = (as_of - row.due_on).days
    if not days:
        return "T"
    return f"T{fmt.MINUS if days < 0 else '+'}{abs(days)}"


def customer(row: BillRow, language: str) -> str:
    """Return the customer's name for the window's language."""
    return fmt.name(row.customer_name, row.customer_name_en, language)
