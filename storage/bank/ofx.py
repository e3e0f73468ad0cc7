"""OFX and QFX, 1.x (SGML) and 2.x (XML), to statements.

Decisions:

* Tags are read one after the other, without a tree: in 1.x only aggregates are
  closed, and programs close what they like. An aggregate has no text of its own.
* No document type and no entities but those of characters; comments are no data.
* The date is the one written, wherever the zone puts the hour.
* An amount's point or comma is its decimal sign, unless three digits follow and the
  file's amounts show groups of thousands; ``1,234`` alone could be either: refused.
* ``CURRENCY`` says in what an amount is; ``ORIGCURRENCY`` only what it was before.
* An investment account's cash is read (``STMTTRN``), its trades are not. Pending
  entries (``STMTTRNP``) are left to the statement that books them.
* An entry that corrects or deletes an earlier one is refused, for a person to do.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from html.entities import html5
from typing import Final, NamedTuple

from domain.bank import BankFile, BankLine, BankStatement
from domain.errors import FileUnreadable
from domain.reading import codes
from domain.reading.amounts import Style
from domain.reading.dates import read_date
from domain.reading.result import Problem, Reading, Rejection
from storage.bank import found
from storage.bank.fixed import (
    MAX_FIGURE,
    figure_style,
    read_head,
    read_plain,
    refused,
    rejected,
    words,
    written_figure,
)
from storage.files import reasons

FORMAT: Final = "OFX"

_MARK: Final = re.compile(
    r"OFXHEADER\s{0,9}[:=>]|<OFX>|<(?:SIGNON|BANK|CREDITCARD|INVSTMT)MSGSRSV\d", re.IGNORECASE
)
_TAG: Final = re.compile(r"<(/?)([A-Za-z][\w.-]{0,63})\s{0,99}/?>", re.ASCII)
_FORBIDDEN: Final = re.compile(r"<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)\b", re.IGNORECASE)
_MARKED: Final = re.compile(r"<!--|<!\[CDATA\[")
_ENTITY: Final = re.compile(r"&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});", re.ASCII)
_ENCODING: Final = re.compile(r"""ENCODING\s{0,9}[:=>]\s{0,9}["']?([\w.:-]{1,40})""", re.IGNORECASE)
_CHARSET: Final = re.compile(r"CHARSET\s{0,9}[:=>]\s{0,9}([\w.:-]{1,40})", re.IGNORECASE)
_TEXTUAL: Final = re.compile(r"utf-8|utf-16|ascii|iso8859-\d+|cp\d+|gb\w+|big5|shift_jis|koi8-\w")
_DAY: Final = re.compile(
    r"(\d{8})(\d{2})?(\d{2})?(\d{2})?\d{0,9}(?:\.\d{0,9})?\s{0,9}(?:\[.*)?", re.ASCII
).fullmatch
_ISO_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d(?:[T ].*)?", re.ASCII).fullmatch
_FIGURE: Final = re.compile(r"[+-]?0*(\d{1,15})(?:([.,])(\d{0,8}))?", re.ASCII).fullmatch
_SIGNS: Final = re.compile(r"[0-9.,+\- ()']+", re.ASCII).fullmatch

#: Headers write pages of Windows as numbers, and some names in ways of their own.
_NAMES: Final = {
    "USASCII": "ASCII",
    "UNICODE": "UTF-8",
    "NONE": "",
    "8859-1": "CP1252",
    "ISO-8859-1": "CP1252",
    "8859-15": "ISO-8859-15",
}

_HEAD: Final = 2048
_MAX_COUNT: Final = 400_000
_STATEMENTS: Final = frozenset({"STMTRS", "CCSTMTRS", "INVSTMTRS"})
_ENTRY: Final = "STMTTRN"
_LISTS: Final = frozenset({"BANKTRANLIST", "INVTRANLIST", "INVBANKTRAN"})
_ACCOUNTS: Final = ("BANKACCTFROM.ACCTID", "CCACCTFROM.ACCTID", "INVACCTFROM.ACCTID", "ACCTID")
_BALANCES: Final = frozenset({"LEDGERBAL", "AVAILBAL"})
_INNER: Final = _BALANCES | {
    *("BANKACCTFROM", "CCACCTFROM", "INVACCTFROM", "BANKACCTTO", "CCACCTTO"),
    *("PAYEE", "CURRENCY", "ORIGCURRENCY", "STMTTRNP"),
}

#: These stand in no aggregate of an entry; one that is not closed ends before them.
_OWN: Final = frozenset({"TRNTYPE", "DTPOSTED", "TRNAMT", "FITID", "MEMO", "CHECKNUM", "REFNUM"})


@dataclass(slots=True)
class _Entry:
    """One ``STMTTRN``: its place among them, its elements, and how it stood."""

    row: int
    start: int
    fields: dict[str, str] = field(default_factory=dict)
    raw: str = ""
    is_closed: bool = False


@dataclass(slots=True)
class _Statement:
    fields: dict[str, str] = field(default_factory=dict)
    entries: list[_Entry] = field(default_factory=list)
    is_closed: bool = False


class _Dated(NamedTuple):
    on: date
    at: str


def recognise(head: bytes) -> bool:
    """Return whether a file that begins so is OFX."""
    return bool(_MARK.search(read_head(head)))


def read(content: bytes, path: str) -> BankFile:
    """Return the statements of a file.

    Raises:
        FileUnreadable: no statement in it, a document type or entities, or empty.
    """
    told = _told(content[:_HEAD].replace(b"\0", b"").decode("latin-1"))
    plain = read_plain(content, path, told)
    text = _bare(plain.text)
    forbidden = _FORBIDDEN.search(text)
    if forbidden:
        line = text.count("\n", 0, forbidden.start()) + 1
        raise FileUnreadable(path=path, reason=reasons.BAD_XML, line=line, found="dtd")
    scanned = _Scanner(text, path).scan()
    if not scanned:
        raise FileUnreadable(path=path, reason=found.NO_STATEMENT, format=FORMAT)
    style = figure_style(entry.fields.get("TRNAMT", "") for one in scanned for entry in one.entries)
    rejections: list[Rejection] = []
    statements = [_statement(one, style, plain.notes, rejections) for one in scanned]
    return BankFile(
        format=FORMAT,
        statements=tuple(statements),
        encoding=plain.encoding,
        rejected=tuple(rejections),
    )


def _told(head: str) -> str:
    """Return the encoding that the header names, nothing where it names none that is known."""
    charset, encoding = _CHARSET.search(head), _ENCODING.search(head)
    name = charset[1].upper() if charset else ""
    if name in {"", "NONE"}:
        name = encoding[1].upper() if encoding else ""
    name = _NAMES.get(name, f"CP{name}" if name.isdigit() else name)
    try:
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""
    return known if _TEXTUAL.fullmatch(known) else ""


def _bare(text: str) -> str:
    """Return text without comments, and with the signs of CDATA sections as entities.

    Behind one that does not end, all is a comment, too.
    """
    kept: list[str] = []
    start = 0
    mark = _MARKED.search(text)
    while mark:
        is_comment = mark[0] == "<!--"
        end = text.find("-->" if is_comment else "]]>", mark.end())
        if end < 0:
            return "".join([*kept, text[start : mark.start()]])
        kept.append(text[start : mark.start()])
        if not is_comment:
            kept.append(text[mark.end() : end].replace("&", "&amp;").replace("<", "&lt;"))
        start = end + 3
        mark = _MARKED.search(text, start)
    return "".join([*kept, text[start:]])


class _Scanner:
    """Sorts elements into statements and entries, by the aggregate they stand in."""

    def __init__(self, text: str, path: str) -> None:
        self._text = text
        self._path = path
        self._statements: list[_Statement] = []
        self._statement: _Statement | None = None
        self._entry: _Entry | None = None
        self._inner = ""
        self._rows = 0

    def scan(self) -> list[_Statement]:
        for closes, name, value, start, end in _elements(self._text):
            if closes:
                self._close(name, end)
            elif name in _STATEMENTS:
                self._open_statement(start)
            elif name == _ENTRY:
                self._open_entry(start)
            elif name in _INNER and not value:
                if name in _BALANCES:
                    self._end_entry(start)
                self._inner = name
            else:
                self._keep(name, value)
        if self._entry:
            self._entry.raw = self._text[self._entry.start :]
        return self._statements

    def _close(self, name: str, end: int) -> None:
        if name == self._inner:
            self._inner = ""
        elif name == _ENTRY or name in _LISTS:
            self._end_entry(end)
        elif name in _STATEMENTS:
            self._end_entry(end)
            if self._statement:
                self._statement.is_closed = True
                self._statement = None

    def _open_statement(self, start: int) -> None:
        self._end_entry(start)
        if self._statement:
            self._statement.is_closed = True
        self._count()
        self._statement = _Statement()
        self._statements.append(self._statement)

    def _open_entry(self, start: int) -> None:
        self._end_entry(start)
        if not self._statement:
            self._open_statement(start)
        self._count()
        self._rows += 1
        self._entry = _Entry(self._rows, start)
        if self._statement:
            self._statement.entries.append(self._entry)

    def _count(self) -> None:
        if self._rows + len(self._statements) >= _MAX_COUNT:
            raise FileUnreadable(path=self._path, reason=reasons.TOO_LARGE, limit=_MAX_COUNT)

    def _end_entry(self, end: int) -> None:
        self._inner = ""
        if self._entry:
            self._entry.raw = self._text[self._entry.start : end]
            self._entry.is_closed = True
            self._entry = None

    def _keep(self, name: str, value: str) -> None:
        if not value:
            return
        if name in _OWN:
            self._inner = ""
        name = f"{self._inner}.{name}" if self._inner else name
        if self._entry:
            self._entry.fields.setdefault(name, value)
        elif self._statement and name == "DTEND":
            self._statement.fields[name] = value
        elif self._statement:
            self._statement.fields.setdefault(name, value)


def _elements(text: str) -> Iterator[tuple[bool, str, str, int, int]]:
    """Yield the tags with the text behind them: closes, name, value, where from and to.

    Behind the last tag there is none: what stands there may be cut.
    """
    tag = _TAG.search(text)
    while tag:
        following = _TAG.search(text, tag.end())
        closes = bool(tag[1])
        value = ""
        if following and not closes:
            value = _plain_value(text[tag.end() : following.start()])
        yield closes, tag[2].upper(), value, tag.start(), tag.end()
        tag = following


def _plain_value(text: str) -> str:
    value = text.strip()
    return _ENTITY.sub(_character, value) if "&" in value else value


def _character(entity: re.Match[str]) -> str:
    """Return the character of an entity, the entity itself where it is none."""
    name = entity[1]
    if name[0] != "#":
        return html5.get(f"{name};", entity[0])
    code = int(f"0{name[1:]}", 0) if name[1] in "xX" else int(name[1:])
    is_character = code in {9, 10, 13} or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE
    return chr(code) if is_character or 0x10000 <= code < 0x110000 else entity[0]


def _statement(
    scanned: _Statement,
    style: Style | None,
    noticed: tuple[Problem, ...],
    rejections: list[Rejection],
) -> BankStatement:
    fields = scanned.fields
    notes = list(noticed)
    currency = fields.get("CURDEF", "").upper()
    lines: list[BankLine] = []
    taken = 0
    for entry in scanned.entries:
        line = _line(entry, currency, style)
        if isinstance(line, Rejection):
            rejections.append(line)
        else:
            lines.append(line)
            taken += "DTPOSTED" not in entry.fields
    if taken:
        notes.append(Problem(found.DATE_TAKEN, {"count": taken}))
    if not scanned.is_closed:
        notes.append(Problem(found.CUT))
    return BankStatement(
        format=FORMAT,
        account=next((fields[key] for key in _ACCOUNTS if key in fields), ""),
        currency=currency,
        lines=tuple(lines),
        closing=_closing(fields, style, notes),
        from_on=_day(fields.get("DTSTART", "")),
        to_on=_day(fields.get("DTEND", "")) or _day(fields.get("LEDGERBAL.DTASOF", "")),
        notes=tuple(notes),
    )


def _closing(fields: dict[str, str], style: Style | None, notes: list[Problem]) -> Decimal | None:
    told = fields.get("LEDGERBAL.BALAMT", "")
    balance = _figure(told, style)
    if balance.problem:
        notes.append(Problem(found.BAD_AMOUNT, {"found": told[:80]}))
    return balance.value


def _line(entry: _Entry, currency: str, style: Style | None) -> BankLine | Rejection:
    fields, row = entry.fields, entry.row
    if not entry.is_closed:
        return rejected(row, found.CUT)
    if "CORRECTACTION" in fields:
        return rejected(row, found.BAD_LINE, "CORRECTACTION", fields["CORRECTACTION"])
    told = fields.get("TRNAMT", "")
    amount = _figure(told, style)
    if amount.problem:
        return refused(row, amount.problem, "TRNAMT", told)
    if amount.value is None:
        return rejected(row, found.BAD_AMOUNT, "TRNAMT", told)
    dated = _dated(entry)
    if isinstance(dated, Rejection):
        return dated
    return BankLine(
        row=row,
        booked_on=dated.on,
        amount=amount.value,
        currency=_currency(fields) or currency,
        value_on=_day(fields.get("DTAVAIL", "")),
        at=dated.at,
        name=_name(fields),
        account=_first(fields, "BANKACCTTO.ACCTID", "CCACCTTO.ACCTID"),
        bank=fields.get("BANKACCTTO.BANKID", ""),
        text=words(fields.get("MEMO", "")),
        reference=_reference(fields),
        serial=fields.get("FITID", ""),
        code=fields.get("TRNTYPE", ""),
        raw=entry.raw.strip(),
    )


def _dated(entry: _Entry) -> _Dated | Rejection:
    """Return the day an entry was posted; without one, when the money was there or sent."""
    told = entry.fields.get("DTPOSTED", "")
    if told:
        day = _day(told)
        if day:
            return _Dated(day, _time(told))
        return rejected(entry.row, found.BAD_DATE, "DTPOSTED", told)
    day = _day(entry.fields.get("DTAVAIL", "")) or _day(entry.fields.get("DTUSER", ""))
    return _Dated(day, "") if day else rejected(entry.row, found.NO_DATE, "DTPOSTED")


def _day(text: str) -> date | None:
    match = _DAY(text)
    if match:
        return read_date(match[1]).value
    return read_date(text).value if _ISO_DAY(text) else None


def _time(text: str) -> str:
    match = _DAY(text)
    hour, minute, second = match.group(2, 3, 4) if match else (None, None, None)
    told = f"{hour}:{minute}:{second or '00'}" if hour and minute else ""
    return "" if told == "00:00:00" else told


def _figure(text: str, style: Style | None) -> Reading[Decimal]:
    """Read an amount: its one point or comma is the decimal sign where nothing shows groups."""
    if not text:
        return Reading()
    if len(text) > MAX_FIGURE or not _SIGNS(text):
        return Reading(None, Problem(found.BAD_AMOUNT, {"found": text[:80]}))
    match = _FIGURE(text)
    is_grouped = match is not None and len(match[3] or "") == 3
    if match and (not is_grouped or (match[2] == "." and style != "comma")):
        return Reading(Decimal(text.replace(",", ".")))
    if is_grouped and style is None:
        facts = {"point": text.replace(",", ""), "comma": text.replace(",", ".")}
        return Reading(None, Problem(codes.AMOUNT_AMBIGUOUS, facts))
    return written_figure(text, style)


def _currency(fields: dict[str, str]) -> str:
    return _first(fields, "CURRENCY.CURSYM", "CURRENCY").upper()


def _name(fields: dict[str, str]) -> str:
    """Return the other side's name, in full where ``NAME`` was cut to fit."""
    name = words(_first(fields, "NAME", "PAYEE.NAME", "PAYEE"))
    full = words(fields.get("EXTDNAME", ""))
    return full if full.startswith(name) else name


def _reference(fields: dict[str, str]) -> str:
    told = (fields.get("REFNUM", ""), fields.get("CHECKNUM", ""))
    return next((one for one in told if one.strip("0")), "")


def _first(fields: dict[str, str], *names: str) -> str:
    return next((fields[name] for name in names if name in fields), "")
