"""SWIFT MT940 statements and MT942 interim reports, in the dialects of banks.

Decisions:

* Every message is a statement of its own, as the bank numbers it, also where it only
  goes on with the one before (:60M:, :62M:).
* The booking date is the entry date; without one, the value date. 30 February, the last
  day of banks that count 30 days to a month, is the last of February.
* RC takes a credit back, so it is money out; RD is money in.
* Figures have a comma for decimals; with a point, only what cannot be a thousand.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from domain.bank import BankFile, BankLine, BankStatement
from domain.errors import FileUnreadable
from domain.reading.currencies import is_iso
from domain.reading.result import Problem, Rejection, refuse
from storage.bank import found
from storage.bank.mt940_details import (
    Words,
    flat,
    read_numbers,
    read_words,
    reference_or_nothing,
    unwrapped,
)
from storage.bank.mt940_fields import Field, clean, read_fields
from storage.files import reasons
from storage.files.decoding import decode, shown

#: A hundred thousand movements fit; millions of empty lines do not.
MAX_BYTES: Final = 32 << 20
MAX_LINES: Final = 1_000_000
_STRONG: Final = re.compile(
    r"^:(?:61:[0-9]{6}|6[02][FM]?:[CD][0-9]{6}|86:[0-9]{3}\?)", re.MULTILINE
)
_WEAK: Final = re.compile(r"^(?:\{.*\{4:)?:(20|25P?|28C?|34F|13D|60[FM]|940):", re.MULTILINE)
_LINE: Final = re.compile(
    r"(?P<value>[0-9]{6})(?P<entry>[0-9]{4})?\s*(?P<mark>R[CD]|E[CD]|[CD])[A-Z]?\s*"
    r"(?P<amount>[0-9.,]+)\s*(?P<type>[A-Z][A-Z0-9 ]{3})?(?P<rest>.*)"
)
_BALANCE: Final = re.compile(r"([CD])\s*([0-9]{6})\s*([A-Z]{3})?\s*([0-9.,]+)")
_TOTAL: Final = re.compile(r"([0-9]{0,5})([A-Z]{3})[CD]?([0-9.,]+)")
_CHARGES: Final = re.compile(r"/CHGS/([A-Z]{3})([0-9.,]+)")
_FIGURE: Final = re.compile(r"0*([0-9]{0,15})(?:[,.]([0-9]{0,8}))?")
#: 1.234 may be a thousand and more, or one and a bit.
_AMBIGUOUS: Final = re.compile(r"[0-9]{1,3}\.[0-9]{3}")
_GROUPED: Final = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]*")
_IBAN: Final = re.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{8,30}")
#: A reference filled up to its 16 places, with the other side's name behind.
_PADDED: Final = re.compile(r"(?=.{16}\S)(\S+)\s{2,}(\S.*)")
_OLD_ACCOUNT: Final = re.compile("P?[0-9]{9,10}")
_ACCOUNT: Final = re.compile(r"(.*\S)\s+([A-Z]{3})|([A-Z]{2}[0-9]{2}[A-Z0-9]{7,26}[0-9])([A-Z]{3})")
#: Legacy numbers keep the currency, as the bank tells such accounts apart by it.
_LEGACY: Final = re.compile("[0-9./-]+([A-Z]{3})")
#: What is no text of any kind that can be told is most likely Central European.
_LAST_RESORT: Final = "cp1250"
_SHOWN: Final = 80


class _Bad(Exception):
    """Why a line is not taken."""

    def __init__(self, code: str, value: str) -> None:
        super().__init__(code)
        self.code, self.value = code, value[:_SHOWN]


class _Balance(NamedTuple):
    amount: Decimal
    currency: str
    day: date | None
    goes_on: bool


@dataclass(slots=True, kw_only=True)
class _Message:
    """The fields of one message, taken one after the other."""

    number: str = ""
    account: str = ""
    account_currency: str = ""
    opening: _Balance | None = None
    closing: _Balance | None = None
    entries: list[tuple[Field, list[Field]]] = field(default_factory=list)
    totals: list[Field] = field(default_factory=list)
    unread: list[Field] = field(default_factory=list)
    is_report: bool = False
    is_closed: bool = False
    is_said: bool = False


def recognise(head: bytes) -> bool:
    """Return whether the first bytes are those of MT940 or MT942."""
    text = head.replace(b"\0", b"").decode("latin-1")
    text = clean(text).replace("\r\n", "\n").replace("\r", "\n")
    return bool(_STRONG.search(text)) or len(set(_WEAK.findall(text))) > 1


def read(content: bytes, path: str) -> BankFile:
    """Return the statements of a file, the line of :61: as a movement's row.

    Raises:
        FileUnreadable: no text, too large, or no statement in it.
    """
    text, encoding, notes = _decoded(content, path)
    messages = list(_messages(text))
    if not messages:
        raise FileUnreadable(path=path, reason=found.NO_STATEMENT, format="MT940")
    reader = _Reader()
    statements = [reader.statement(one) for one in messages]
    if messages[-1].closing and messages[-1].closing.goes_on:
        last = statements[-1]
        statements[-1] = replace(last, notes=(*last.notes, refuse(found.CUT)))
    statements[0] = replace(statements[0], notes=(*notes, *statements[0].notes))
    return BankFile(
        format=statements[0].format,
        statements=tuple(statements),
        encoding=encoding,
        rejected=tuple(reader.rejected),
    )


def _decoded(content: bytes, path: str) -> tuple[str, str, list[Problem]]:
    if len(content) > MAX_BYTES:
        raise FileUnreadable(path=path, reason=reasons.TOO_LARGE, limit=MAX_BYTES)
    if max(content.count(b"\n"), content.count(b"\r")) > MAX_LINES:
        raise FileUnreadable(path=path, reason=reasons.TOO_LARGE, limit=MAX_LINES)
    if not content.strip(b" \t\r\n\0\x1a\xef\xbb\xbf"):
        raise FileUnreadable(path=path, reason=reasons.EMPTY)
    try:
        text = decode(content, path)
    except FileUnreadable:
        # Only names are at stake: figures, dates and tags are ASCII.
        used = _LAST_RESORT
        return content.decode(used, "replace"), used, [refuse(found.ENCODING, told="", used=used)]
    return (shown(text.text) if text.damaged else text.text), text.encoding, []


def _messages(text: str) -> Iterator[_Message]:
    """Return the messages that say anything of an account."""
    message = _Message()
    for one in read_fields(text):
        if _begins(one.tag, message):
            if message.is_said:
                yield message
            message = _Message()
        _take(one, message)
    if message.is_said:
        yield message


def _begins(tag: str, message: _Message) -> bool:
    return (
        tag in {"", "20"}
        or (tag in {"25", "25P"} and bool(message.account))
        or (tag in {"60", "60F", "60M"} and (message.opening or message.closing) is not None)
    )


def _take(one: Field, message: _Message) -> None:
    """Put a field where it belongs in its message."""
    tag = one.tag
    if tag == "61":
        message.is_closed = False
        message.entries.append((one, []))
    elif tag in {"86", "NS"} and message.entries and not message.is_closed:
        message.entries[-1][1].append(one)
    elif tag in {"20", "28", "28C"}:
        message.number = one.text or message.number
    elif tag in {"25", "25P"}:
        _take_account(one.text, message)
    elif tag in {"60", "60F", "60M", "62", "62F", "62M"}:
        _take_balance(one, message)
    elif tag in {"34F", "90C", "90D"}:
        message.is_report = True
        message.totals.append(one)
    message.is_closed |= tag[:1] in {"6", "9"} and tag not in {"60", "60F", "60M", "61"}
    message.is_said |= tag[:2] in {"25", "34", "60", "61", "62", "90"}


def _take_account(text: str, message: _Message) -> None:
    """Take the number of the account, and the currency some banks write behind it."""
    parts = _ACCOUNT.fullmatch(text)
    legacy = _LEGACY.fullmatch(text)
    currency = (parts and (parts[2] or parts[4])) or (legacy and legacy[1]) or ""
    if not is_iso(currency):
        message.account = text
        return
    message.account = (parts and (parts[1] or parts[3])) or text
    message.account_currency = currency


def _take_balance(one: Field, message: _Message) -> None:
    parts = _BALANCE.fullmatch(one.text)
    amount = _figure(parts[4]) if parts else None
    if parts is None or amount is None:
        message.unread.append(one)
        return
    signed = -amount if parts[1] == "D" else amount
    balance = _Balance(signed, parts[3] or "", _day(parts[2]), one.tag.endswith("M"))
    if one.tag.startswith("60"):
        message.opening = balance
    else:
        message.closing = balance


class _Reader:
    """Reads the messages of one file, one after the other."""

    def __init__(self) -> None:
        self.rejected: list[Rejection] = []

    def statement(self, message: _Message) -> BankStatement:
        """Return the statement of one message."""
        currency = next(filter(None, _currencies(message)), "")
        counts: Counter[str] = Counter()
        entries = (self._entry(one, words, currency, counts) for one, words in message.entries)
        lines = tuple(one for one in entries if one)
        opening, closing = message.opening, message.closing
        return BankStatement(
            format="MT942" if message.is_report and not opening else "MT940",
            account=message.account,
            currency=currency,
            lines=lines,
            opening=opening.amount if opening else None,
            closing=closing.amount if closing else None,
            from_on=opening.day if opening else None,
            to_on=closing.day if closing else None,
            number=message.number,
            notes=tuple(_notes(message, currency, counts, lines)),
        )

    def _entry(
        self, entry: Field, words: Sequence[Field], currency: str, counts: Counter[str]
    ) -> BankLine | None:
        try:
            return _line(entry, words, currency, counts)
        except _Bad as bad:
            self.rejected.append(
                Rejection(
                    row=entry.row,
                    code=bad.code,
                    column="61",
                    value=bad.value,
                    facts={"found": bad.value},
                )
            )
            return None


def _line(entry: Field, words: Sequence[Field], currency: str, counts: Counter[str]) -> BankLine:
    parts, more = _parts(entry)
    amount = _figure(parts["amount"])
    if amount is None:
        raise _Bad(found.BAD_AMOUNT, parts["amount"])
    value_on = _day(parts["value"])
    if value_on is None:
        raise _Bad(found.BAD_DATE, parts["value"])
    booked_on = _entry_day(value_on, parts["entry"] or "")
    counts[found.DATE_TAKEN] += booked_on is None
    counts[found.PENDING] += parts["mark"].startswith("E")
    inward = parts["mark"] in {"C", "RD", "EC"}
    customer, _, serial = parts["rest"].partition("//")
    padded = _PADDED.fullmatch(customer)
    customer, beside = padded.groups() if padded else (customer, "")
    told = _words(words, inward=inward)
    account = told.account or _account(customer, more, is_old=bool(padded))
    beneath = unwrapped(more)
    return BankLine(
        row=entry.row,
        booked_on=booked_on or value_on,
        value_on=value_on,
        amount=amount if inward else -amount,
        currency=currency,
        name=told.name or flat(beside),
        account=account,
        bank=told.bank,
        text=told.text or ("" if beneath == account else beneath),
        reference=told.reference or _reference(customer, account),
        serial=reference_or_nothing(serial),
        code="+".join(filter(None, ((parts["type"] or "").strip(), told.kind))),
        charges=_charges("".join([*more, *_lines(words)]), currency),
        is_reversal=parts["mark"].startswith("R"),
        raw=_raw(entry, words),
    )


def _parts(entry: Field) -> tuple[re.Match[str], list[str]]:
    """Return the parts of a line and what was written beneath it.

    Some banks wrap the line itself; its halves are put together again.
    """
    lines = [one.rstrip() for one in entry.lines]
    for size in (1, 2):
        parts = _LINE.fullmatch("".join(lines[:size]))
        if parts:
            return parts, lines[size:]
    raise _Bad(found.BAD_LINE, lines[0])


def _lines(words: Sequence[Field]) -> list[str]:
    return [line for one in words if one.tag == "86" for line in one.lines]


def _words(words: Sequence[Field], *, inward: bool) -> Words:
    lines = _lines(words)
    if any(line.strip() for line in lines):
        return read_words(lines, inward=inward)
    return read_numbers([line for one in words for line in one.lines])


def _account(customer: str, more: Sequence[str], *, is_old: bool) -> str:
    """Return the other side's account, which Dutch banks write as reference or beneath."""
    places = (customer.strip(), *(one.strip() for one in more[:1]))
    iban = next(filter(_IBAN.fullmatch, places), "")
    return iban or (places[0] if is_old and _OLD_ACCOUNT.fullmatch(places[0]) else "")


def _reference(customer: str, account: str) -> str:
    reference = reference_or_nothing(customer)
    return "" if reference == account or _IBAN.fullmatch(reference) else reference


def _charges(text: str, currency: str) -> Decimal:
    told = _CHARGES.search(text)
    return (told and told[1] == currency and _figure(told[2])) or Decimal(0)


def _raw(entry: Field, words: Sequence[Field]) -> str:
    return "\n".join(
        "\n".join([f":{one.tag}:{one.lines[0]}", *one.lines[1:]]) for one in (entry, *words)
    )


def _figure(written: str) -> Decimal | None:
    """Return an amount with a comma for decimals, None for what is no amount."""
    if _GROUPED.fullmatch(written):
        written = written.replace(".", "")
    parts = _FIGURE.fullmatch(written)
    if not parts or not any(one.isdigit() for one in written) or _AMBIGUOUS.fullmatch(written):
        return None
    return Decimal(f"{parts[1] or 0}.{parts[2] or 0}") if parts[2] else Decimal(parts[1] or 0)


def _day(written: str) -> date | None:
    """Return a date of six digits; years from 80 on are those of the last century."""
    year, month, day = int(written[:2]), int(written[2:4]), int(written[4:6])
    year += 1900 if year >= 80 else 2000
    if month == 2 and day in {29, 30}:
        day = monthrange(year, month)[1]
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _entry_day(value_on: date, written: str) -> date | None:
    """Return month and day of the entry in the year that is nearest to the value date."""
    if not written:
        return None
    near = []
    for year in (value_on.year - 1, value_on.year, value_on.year + 1):
        try:
            near.append(date(year, int(written[:2]), int(written[2:])))
        except ValueError:
            continue
    return min(near, key=lambda day: abs(day - value_on), default=None)


def _currencies(message: _Message) -> Iterator[str]:
    """Return the currencies that a message names, most telling first; some are empty."""
    for balance in (message.opening, message.closing):
        yield balance.currency if balance else ""
    yield message.account_currency
    for one in message.totals:
        parts = _TOTAL.match(flat(one.text))
        yield parts[2] if parts else ""


def _notes(
    message: _Message, currency: str, counts: Counter[str], lines: Sequence[BankLine]
) -> Iterator[Problem]:
    """Return what was noticed of a message: balances, dates, totals, its end."""
    for one in message.unread:
        yield refuse(found.BAD_LINE, found=f":{one.tag}:{one.lines[0]}"[:_SHOWN])
    for code in (found.DATE_TAKEN, found.PENDING):
        if counts[code]:
            yield refuse(code, count=counts[code])
    closing = message.closing.currency if message.closing else ""
    if closing not in ("", currency):
        yield refuse(found.CONTROL, what="currency", told=closing, found=currency)
    sums = {
        "90C": ("credits", sum((one.amount for one in lines if one.amount > 0), Decimal(0))),
        "90D": ("debits", -sum((one.amount for one in lines if one.amount < 0), Decimal(0))),
    }
    for one in message.totals:
        parts = _TOTAL.fullmatch(flat(one.text))
        told = _figure(parts[3]) if parts else None
        if one.tag in sums and told not in (None, sums[one.tag][1]):
            what, ours = sums[one.tag]
            yield refuse(found.CONTROL, what=what, told=str(told), found=str(ours))
    if message.opening and not message.closing and not message.unread:
        yield refuse(found.CUT)
