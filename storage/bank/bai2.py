"""BAI2 (cash management balance reporting, version 2) to statements, one an account.

Decisions:

* A record goes on in lines of ``88`` and in lines that begin with no record code.
  Programs that pack lines put several records into one; they are taken apart only
  where what follows a slash has the whole form of a record.
* Digits behind an amount that are no funds type may be its thousands: refused.
* A field of text goes on without a space where the line before was filled to its end.
* Figures have the decimals of their currency implied: JPY none, most others two.
* Codes 1xx to 3xx are money in, 4xx to 6xx money out; of 7xx and 9xx those that the
  standard makes credits and debits. 890 says words only and is no movement.
* Lines bear the day of their group. Groups of tests and deletions are refused.
* The last record of a file without a trailer may be cut within a figure: refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from domain.bank import BankFile, BankLine, BankStatement
from domain.errors import FileUnreadable
from domain.money import decimals
from domain.reading.result import Problem, Rejection
from storage.bank import found
from storage.bank.fixed import (
    control,
    lines_of,
    minor_figure,
    read_day,
    read_head,
    read_plain,
    rejected,
    words,
)

FORMAT: Final = "BAI2"

_MARK: Final = re.compile(r"\s{0,99}01,[^,\n]{0,99},[^,\n]{0,99},\d{6},", re.ASCII).match
_RECORD: Final = re.compile(r"(01|02|03|16|49|88|98|99)(?=[,/])").match
_PACKED: Final = re.compile(
    r"/[ \t]{1,99}(?=02,[^,/]{0,40},[^,/]{0,40},[1-4]?,\d{6},|03,[^,/]{1,40},(?:[A-Z]{3})?,"
    r"|16,\d{3},\d{0,18},|88,|49,[+-]?\d{1,18},\d{1,9} {0,99}/|9[89],[+-]?\d{1,18},\d{1,9},\d)",
    re.ASCII,
)
_FIGURE: Final = re.compile(r"[+-]?\d{1,18}", re.ASCII).fullmatch
_CODE: Final = re.compile(r"\d{3}", re.ASCII).fullmatch
_LENGTH: Final = re.compile(r"\d{1,4}", re.ASCII).fullmatch
_CURRENCY: Final = re.compile(r"[A-Z]{3}").fullmatch

_OPENING: Final = "010"
_CLOSING: Final = "015"
_WORDS_ONLY: Final = "890"
_CREDITS: Final = (range(100, 400), range(720, 760), range(920, 960))
_DEBITS: Final = (range(400, 700), range(760, 800), range(960, 1000))
_FUNDS: Final = {"": 0, "0": 0, "1": 0, "2": 0, "Z": 0, "S": 3, "V": 2}
_REFUSED_GROUPS: Final = frozenset("24")
_CARD: Final = 80
#: Whose trailer it is, and what its fields tell.
_TRAILERS: Final = {
    "49": ("account", "sum", "records"),
    "98": ("group", "sum", "parts", "records"),
    "99": ("file", "sum", "parts", "records"),
}
#: Where one line ends within a field of text: filled to its end, or not.
_JOINED, _APART = "\x02", "\x03"


@dataclass(slots=True)
class _Record:
    """A record with its continuations; ``size`` counts them as the trailers do."""

    row: int
    code: str
    body: str
    is_ended: bool
    raw: list[str]
    size: int = 1

    def fields(self) -> list[str]:
        return self.body.split(",")


@dataclass(slots=True)
class _Total:
    """What a trailer is checked against."""

    amount: int = 0
    records: int = 0
    parts: int = 0


@dataclass(slots=True)
class _Group:
    on: date | None = None
    told: str = ""
    currency: str = ""
    is_refused: bool = False


@dataclass(slots=True)
class _Account:
    number: str
    currency: str
    group: _Group
    opening: Decimal | None = None
    closing: Decimal | None = None
    lines: list[BankLine] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    taken: int = 0

    def statement(self) -> BankStatement:
        taken = [Problem(found.DATE_TAKEN, {"count": self.taken})] if self.taken else []
        return BankStatement(
            format=FORMAT,
            account=self.number,
            currency=self.currency,
            lines=tuple(self.lines),
            opening=self.opening,
            closing=self.closing,
            from_on=self.group.on,
            to_on=self.group.on,
            notes=(*self.notes, *taken),
        )


def recognise(head: bytes) -> bool:
    """Return whether a file that begins so is BAI2."""
    return bool(_MARK(read_head(head)))


def read(content: bytes, path: str) -> BankFile:
    """Return the statements of a file.

    Raises:
        FileUnreadable: no account in it, or empty.
    """
    plain = read_plain(content, path)
    reader = _Reader()
    lines = lines_of(plain.text, path)
    records = list(_records(lines, reader.rejections))
    if records and _is_cut(records[-1], lines[-1]):
        last = records.pop()
        reader.rejections.append(rejected(last.row, found.CUT, last.code))
    for record in records:
        reader.take(record)
    if not reader.accounts:
        raise FileUnreadable(path=path, reason=found.NO_STATEMENT, format=FORMAT)
    if not records or records[-1].code != "99":
        reader.accounts[-1].notes.append(Problem(found.CUT))
    reader.accounts[-1].notes.extend(plain.notes)
    return BankFile(
        format=FORMAT,
        statements=tuple(account.statement() for account in reader.accounts),
        encoding=plain.encoding,
        rejected=tuple(reader.rejections),
    )


def _is_cut(record: _Record, last_line: str) -> bool:
    """Return whether the end of the last record cannot be told from a cut."""
    return record.code != "99" and not record.is_ended and bool(last_line.strip())


def _unpacked(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines with their rows, one record each."""
    for row, line in enumerate(lines, 1):
        if "/ " not in line and "/\t" not in line:
            yield row, line.strip()
            continue
        start = 0
        for match in _PACKED.finditer(line):
            yield row, line[start : match.start() + 1].strip()
            start = match.end()
        yield row, line[start:].strip()


def _records(lines: Iterable[str], rejections: list[Rejection]) -> Iterator[_Record]:
    """Yield the records with their continuations; lines before the first are refused."""
    record: _Record | None = None
    pieces: list[str] = []
    mark, width = _APART, _CARD
    for row, line in _unpacked(lines):
        begins = _RECORD(line)
        if not line:
            continue
        if begins and begins[1] != "88":
            if record:
                yield _finished(record, pieces)
            record = _Record(row, begins[1], "", is_ended=False, raw=[])
            pieces = []
        elif record is None:
            rejections.append(rejected(row, found.BAD_LINE, "", line))
            continue
        elif begins:
            record.size += 1
        record.raw.append(line)
        record.is_ended = line.endswith("/")
        text = line.removesuffix("/")[3 if begins else 0 :]
        pieces.append(("," if begins and pieces else "") + (mark if pieces else "") + text)
        if record.code == "01":
            width = _width("".join(pieces))
        mark = _JOINED if len(line) == width else _APART
    if record:
        yield _finished(record, pieces)


def _width(header: str) -> int:
    """Return the length of lines that the header tells."""
    told = [_clean(text) for text in header.split(",")][5:6]
    return int(told[0]) if told and _LENGTH(told[0]) else _CARD


def _finished(record: _Record, pieces: list[str]) -> _Record:
    record.body = "".join(pieces)
    return record


class _Reader:
    """Sorts records into accounts and checks the trailers."""

    def __init__(self) -> None:
        self.accounts: list[_Account] = []
        self.rejections: list[Rejection] = []
        self._group = _Group()
        self._account: _Account | None = None
        self._totals = {"49": _Total(), "98": _Total(), "99": _Total()}

    def take(self, record: _Record) -> None:
        self._begin(record.code)
        for total in self._totals.values():
            total.records += record.size
        if record.code == "02":
            self._open_group(record)
        elif self._group.is_refused and record.code in {"03", "16", "49", "98"}:
            self._pass_up(record)
        elif record.code == "03":
            self._open_account(record)
        elif record.code == "16":
            self._take_detail(record)
        elif record.code in self._totals:
            self._check(record)

    def _begin(self, code: str) -> None:
        """Start the totals that a header begins; count it among its siblings."""
        begun = {"01": ("49", "98", "99"), "02": ("49", "98"), "03": ("49",)}.get(code, ())
        for name in begun:
            self._totals[name] = _Total()
        if begun:
            self._account = None
        if code == "01":
            self._group = _Group()
        elif begun:
            self._totals["99" if code == "02" else "98"].parts += 1

    def _open_group(self, record: _Record) -> None:
        fields = [_clean(text) for text in record.fields()] + [""] * 6
        status, told, currency = fields[2], fields[3], fields[5].upper()
        day = read_day(told, "ymd")
        currency = currency if _CURRENCY(currency) else ""
        self._group = _Group(day, told, currency, status in _REFUSED_GROUPS)
        if self._group.is_refused:
            self.rejections.append(rejected(record.row, found.BAD_LINE, "status", status))

    def _open_account(self, record: _Record) -> None:
        fields = [_clean(text) for text in record.fields()]
        told = fields[1].upper() if len(fields) > 1 else ""
        currency = told if _CURRENCY(told) else self._group.currency or "USD"
        account = self._account = _Account(fields[0], currency, self._group)
        self.accounts.append(account)
        balances: dict[str, str] = {}
        for code, amount in _summaries(fields):
            balances.setdefault(code, amount)
            self._totals["49"].amount += int(amount) if _FIGURE(amount) else 0
        account.opening = _balance(account, balances.get(_OPENING, ""))
        account.closing = _balance(account, balances.get(_CLOSING, ""))

    def _take_detail(self, record: _Record) -> None:
        if not self._account:
            self.rejections.append(rejected(record.row, found.BAD_LINE, "16", record.raw[0]))
            return
        fields = [*record.fields(), ""]
        code, told = _clean(fields[0]), _clean(fields[1])
        if code == _WORDS_ONLY and not told.strip("0"):
            return
        self._totals["49"].amount += int(told) if _FIGURE(told) else 0
        line = _line(record, fields, self._account)
        if isinstance(line, Rejection):
            self.rejections.append(line)
        else:
            self._account.lines.append(line)
            self._account.taken += self._group.on is None

    def _check(self, record: _Record) -> None:
        """Compare a trailer with what stood before it."""
        total = self._totals[record.code]
        whose, *what = _TRAILERS[record.code]
        counted = {"sum": total.amount, "parts": total.parts, "records": total.records}
        told = [_clean(text) for text in record.fields()]
        if self.accounts:
            self.accounts[-1].notes.extend(
                control(f"{whose}.{key}", one, counted[key])
                for key, one in zip(what, told, strict=False)
                if one and (not _FIGURE(one) or int(one) != counted[key])
            )
        if record.code == "49":
            self._account = None
        self._pass_up(record)

    def _pass_up(self, record: _Record) -> None:
        """Add what a trailer tells to the total of the one above it."""
        above = {"49": "98", "98": "99"}.get(record.code)
        told = _clean(record.fields()[0])
        if above and _FIGURE(told):
            self._totals[above].amount += int(told)


def _clean(text: str) -> str:
    return text.replace(_JOINED, "").replace(_APART, "").strip()


def _summaries(fields: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the codes with their figures, over counts and the days of funds."""
    place = 2
    while place < len(fields):
        if not fields[place]:
            place += 1
            continue
        yield fields[place], fields[place + 1] if place + 1 < len(fields) else ""
        place = _behind_funds(fields, place + 3)


def _behind_funds(fields: Sequence[str], place: int) -> int:
    """Return the place behind the funds type and what it brings with it."""
    kind = _clean(fields[place]).upper() if place < len(fields) else ""
    if kind == "D":
        told = _clean(fields[place + 1]) if place + 1 < len(fields) else ""
        count = int(told) if _FIGURE(told) and len(told) < 4 else 0
        return place + 2 + 2 * max(count, 0)
    return place + 1 + _FUNDS[kind] if kind in _FUNDS else place


def _balance(account: _Account, told: str) -> Decimal | None:
    if not told:
        return None
    value = _signed(told, account.currency)
    if value is None:
        account.notes.append(Problem(found.BAD_AMOUNT, {"found": told[:_CARD]}))
    return value


def _signed(told: str, currency: str) -> Decimal | None:
    if not _FIGURE(told):
        return None
    value = minor_figure(told.lstrip("+-"), decimals(currency))
    return -value if value is not None and told[0] == "-" else value


def _line(record: _Record, fields: list[str], account: _Account) -> BankLine | Rejection:
    code, told = _clean(fields[0]), _clean(fields[1])
    sign = _sign(code)
    if not sign:
        return rejected(record.row, found.BAD_LINE, "code", code)
    amount = _signed(told, account.currency)
    if amount is None:
        return rejected(record.row, found.BAD_AMOUNT, "amount", told)
    value_on = None
    if _clean(fields[2]) not in _FUNDS and _FIGURE(_clean(fields[2])):
        return rejected(record.row, found.BAD_LINE, "funds", record.raw[0])
    if _clean(fields[2]).upper() == "V" and len(fields) > 3:
        value_on = read_day(_clean(fields[3]), "ymd")
    on = account.group.on or value_on
    if not on:
        is_empty = not account.group.told
        reason = found.NO_DATE if is_empty else found.BAD_DATE
        return rejected(record.row, reason, "date", account.group.told)
    serial, reference, text = _words(fields)
    return BankLine(
        row=record.row,
        booked_on=on,
        amount=sign * amount,
        currency=account.currency,
        value_on=value_on,
        text=text,
        reference=reference,
        serial=serial,
        code=code,
        raw="\n".join(record.raw),
    )


def _sign(code: str) -> int:
    """Return 1 for money in, -1 for money out, 0 for what is no movement."""
    number = int(code) if _CODE(code) else 0
    if any(number in span for span in _CREDITS):
        return 1
    return -1 if any(number in span for span in _DEBITS) else 0


def _words(fields: list[str]) -> tuple[str, str, str]:
    """Return the bank's reference, the customer's, and the text.

    Programs that leave out empty fields put the text of the first continuation where
    a reference would be; as the last of all it is text.
    """
    funds = _clean(fields[2]).upper()
    place = _behind_funds(fields, 2)
    skipped = [""] * 2 if funds not in _FUNDS and funds != "D" else []
    serial, reference, *rest = [*skipped, *fields[place:-1], "", ""]
    text = ",".join(rest)
    if not text.strip(", ") and reference[:1] in {_JOINED, _APART} and reference:
        reference, text = "", reference
    text = text.replace("," + _JOINED, "").replace(_JOINED, "")
    text = text.replace("," + _APART, " ").replace(_APART, " ")
    return _reference(serial), _reference(reference), words(text.strip(", "))


def _reference(text: str) -> str:
    told = words(_clean(text))
    return told if told.strip("0") else ""
