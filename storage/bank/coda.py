"""CODA (Belgian coded statements, versions 1 and 2) to statements.

Decisions:

* Only movements with detail number 0000 move the balance; the details of a
  globalised movement are its parts, of nested ones the innermost.
* A communication goes on over the records of a movement without a space of its own:
  its places are one field cut in pieces.
* Structured communications 101 and 102 are the payer's reference, as it is printed
  (``+++123/4567/89012+++``); of other types the field is text as it stands.
* Figures have three decimals, of which the third is left out where it is 0.
* A file of another version is refused: its places would be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Final

from domain.bank import BankFile, BankLine, BankStatement, with_parts
from domain.errors import FileUnreadable
from domain.reading.result import Problem, Rejection
from storage.bank import found
from storage.bank.fixed import (
    control,
    lines_of,
    minor_figure,
    read_day,
    read_head,
    read_western,
    rejected,
    words,
)

FORMAT: Final = "CODA"

_WIDTH: Final = 128
_MARK: Final = re.compile(r"\s{0,99}00000\d{6}[\d ]{3}05", re.ASCII).match
_VERSIONS: Final = ("1", "2")
_REFERENCES: Final = ("101", "102")
_PAYER: Final = "001"
_MAIN: Final = "0000"
_RETURNS: Final = frozenset("12345")
_BELGIAN: Final = "0"


@dataclass(slots=True)
class _Movement:
    """The records of one movement: 21, then 22 and 23, then what 31 to 33 say."""

    row: int
    lines: list[str]

    @property
    def sequence(self) -> str:
        return self.lines[0][2:6]

    @property
    def is_main(self) -> bool:
        return self.lines[0][6:10] == _MAIN

    @property
    def level(self) -> str:
        """Return the globalisation code, nothing for 0."""
        return self.lines[0][124].strip("0 ")

    def record(self, kind: str) -> str:
        """Return the record 22 or 23, blank where there is none."""
        return next((line for line in self.lines if line[:2] == kind), " " * _WIDTH)


@dataclass(slots=True)
class _Account:
    version: str
    number: str
    currency: str
    opening: Decimal | None
    opened: date | None
    paper: str
    owner: str
    closing: Decimal | None = None
    closed: date | None = None
    is_closed: bool = False
    movements: list[_Movement] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class _Block:
    """What stands between a header and its trailer, to check the trailer by."""

    version: str = ""
    records: int = 0
    trailer: str = ""
    accounts: list[_Account] = field(default_factory=list)


def recognise(head: bytes) -> bool:
    """Return whether a file that begins so is CODA."""
    return bool(_MARK(read_head(head)))


def read(content: bytes, path: str) -> BankFile:
    """Return the statements of a file.

    Raises:
        FileUnreadable: no statement in it, only such of an unknown version, or empty.
    """
    plain = read_western(content, path)
    reader = _Reader()
    for row, line in enumerate(lines_of(plain.text, path, _WIDTH), 1):
        if line.strip():
            reader.take(row, line.ljust(_WIDTH))
    statements = [one for block in reader.blocks for one in _statements(block, reader.rejections)]
    if not statements:
        versions = [one for one in reader.rejections if one.code == found.VERSION]
        facts = {"found": versions[0].value} if versions else {"format": FORMAT}
        reason = found.VERSION if versions else found.NO_STATEMENT
        raise FileUnreadable(path=path, reason=reason, **facts)
    last = statements[-1]
    statements[-1] = replace(last, notes=(*last.notes, *plain.notes))
    return BankFile(
        format=FORMAT,
        statements=tuple(statements),
        encoding=plain.encoding,
        rejected=tuple(reader.rejections),
    )


class _Reader:
    """Sorts records into blocks, accounts and movements."""

    def __init__(self) -> None:
        self.blocks = [_Block()]
        self.rejections: list[Rejection] = []
        self._account: _Account | None = None
        self._is_skipped = False

    def take(self, row: int, line: str) -> None:
        kind = line[0]
        if kind == "0":
            self._open_block(row, line)
        elif self._is_skipped:
            return
        elif kind in "1238":
            self.blocks[-1].records += 1
            if not self._take_record(line, row):
                self.rejections.append(rejected(row, found.BAD_LINE, line[:2], line))
        elif kind == "9":
            self.blocks[-1].trailer = line
            self._account = None
        elif kind != "4":
            self.rejections.append(rejected(row, found.BAD_LINE, "", line))

    def _open_block(self, row: int, line: str) -> None:
        version = line[127]
        self._account = None
        self._is_skipped = version not in _VERSIONS
        if self._is_skipped:
            self.rejections.append(rejected(row, found.VERSION, "0", version))
        self.blocks.append(_Block(version))

    def _take_record(self, line: str, row: int) -> bool:
        """Take a record into its account; return whether it has a place there."""
        if line[0] == "1":
            self._account = _account(line, self.blocks[-1].version)
            self.blocks[-1].accounts.append(self._account)
            return True
        if not self._account:
            return False
        if line[0] == "8":
            _close(self._account, line)
            return True
        movements = self._account.movements
        if line[:2] == "21":
            movements.append(_Movement(row, [line]))
            return True
        length = 10 if line[0] == "2" else 6
        if movements and movements[-1].lines[0][2:length] == line[2:length]:
            movements[-1].lines.append(line)
            return True
        return False


def _account(line: str, version: str) -> _Account:
    is_belgian = version == "1" or line[1] == _BELGIAN
    places = (slice(5, 17), slice(18, 21)) if is_belgian else (slice(5, 39), slice(39, 42))
    number, currency = (words(line[place]) for place in places)
    account = _Account(
        version=version,
        number=number,
        currency=currency.upper(),
        opening=_signed(line[42], line[43:58]),
        opened=read_day(line[58:64], "dmy"),
        paper=line[2:5].strip(),
        owner=words(line[64:90]),
    )
    if account.opening is None:
        account.notes.append(Problem(found.BAD_AMOUNT, {"found": line[42:58]}))
    return account


def _close(account: _Account, line: str) -> None:
    account.is_closed = True
    account.closing = _signed(line[41], line[42:57])
    account.closed = read_day(line[57:63], "dmy")
    if account.closing is None:
        account.notes.append(Problem(found.BAD_AMOUNT, {"found": line[41:57]}))
    told = words(line[4:38])
    if told and account.number not in told:
        account.notes.append(control("account", told, account.number))


def _signed(sign: str, digits: str) -> Decimal | None:
    """Return a figure of three decimals, of which the third is left out where it is 0."""
    places = 2 if digits[-1:] == "0" else 3
    value = minor_figure(digits[:-1] if places == 2 else digits, places)
    if value is None or sign not in {"0", "1"}:
        return None
    return -value if sign == "1" else value


def _statements(block: _Block, rejections: list[Rejection]) -> list[BankStatement]:
    statements = [_statement(account, rejections) for account in block.accounts]
    if statements:
        last = statements[-1]
        statements[-1] = replace(last, notes=(*last.notes, *_checked(block, statements)))
    return statements


def _checked(block: _Block, statements: Sequence[BankStatement]) -> list[Problem]:
    """Return what the trailer tells otherwise than the records before it."""
    line = block.trailer
    if not line:
        is_told = any(note.code == found.CUT for note in statements[-1].notes)
        return [] if is_told else [Problem(found.CUT)]
    debits = sum((one.debits for one in statements), Decimal(0))
    credits = sum((one.credits for one in statements), Decimal(0))
    told = (
        ("records", minor_figure(line[16:22], 0), Decimal(block.records)),
        ("debits", _signed("0", line[22:37]), debits),
        ("credits", _signed("0", line[37:52]), credits),
    )
    return [control(what, one, two) for what, one, two in told if one is not None and one != two]


def _statement(account: _Account, rejections: list[Rejection]) -> BankStatement:
    lines, taken = _lines(account, rejections)
    notes = list(account.notes)
    if taken:
        notes.append(Problem(found.DATE_TAKEN, {"count": taken}))
    if not account.is_closed:
        notes.append(Problem(found.CUT))
    return BankStatement(
        format=FORMAT,
        account=account.number,
        currency=account.currency,
        lines=tuple(lines),
        opening=account.opening,
        closing=account.closing,
        from_on=account.opened,
        to_on=account.closed,
        number=account.paper,
        owner=account.owner,
        notes=tuple(notes),
    )


def _lines(account: _Account, rejections: list[Rejection]) -> tuple[list[BankLine], int]:
    """Return the main movements with their parts, and how many bear the value date."""
    lines: list[BankLine] = []
    taken = 0
    for group in _groups(account.movements):
        made = [(movement, _line(movement, account)) for movement in group]
        rejections.extend(one for _, one in made if isinstance(one, Rejection))
        read = [(movement, one) for movement, one in made if isinstance(one, BankLine)]
        if not read or read[0][0] is not group[0] or not group[0].is_main:
            rejections.extend(
                rejected(one.row, found.BAD_LINE, "21", movement.lines[0]) for movement, one in read
            )
            continue
        taken += not group[0].lines[0][115:121].strip("0 ")
        lines.append(_collective(read[0][1], group[0].level, read[1:]))
    return lines, taken


def _groups(movements: Sequence[_Movement]) -> list[list[_Movement]]:
    """Return each main movement with the details behind it."""
    groups: list[list[_Movement]] = []
    for movement in movements:
        if movement.is_main or not groups or groups[-1][0].sequence != movement.sequence:
            groups.append([movement])
        else:
            groups[-1].append(movement)
    return groups


def _collective(
    line: BankLine, level: str, details: Sequence[tuple[_Movement, BankLine]]
) -> BankLine:
    """Return a movement with its details; one detail of its amount lends it its words."""
    parts = [part for _, part in details]
    if len(parts) == 1 and parts[0].amount == line.amount:
        part = parts[0]
        return replace(
            line,
            name=line.name or part.name,
            account=line.account or part.account,
            bank=line.bank or part.bank,
            text=line.text if part.text in line.text else f"{line.text} {part.text}".strip(),
            reference=line.reference or part.reference,
        )
    whole = with_parts(line, _innermost(level, details))
    return whole if whole.parts else with_parts(line, parts)


def _innermost(level: str, details: Sequence[tuple[_Movement, BankLine]]) -> list[BankLine]:
    """Return the details without those that only total others: a code opens, then closes."""
    opened = {level} if level else set()
    innermost = []
    for movement, part in details:
        if movement.level and movement.level not in opened:
            opened.add(movement.level)
            continue
        opened.discard(movement.level)
        innermost.append(part)
    return innermost


def _line(movement: _Movement, account: _Account) -> BankLine | Rejection:
    first, second = movement.lines[0], movement.record("22")
    amount = _signed(first[31], first[32:47])
    if amount is None:
        return rejected(movement.row, found.BAD_AMOUNT, "amount", first[31:47])
    value_on = read_day(first[47:53], "dmy")
    told = first[115:121]
    on = read_day(told, "dmy") if told.strip("0 ") else value_on
    if on is None:
        reason = found.BAD_DATE if told.strip("0 ") else found.NO_DATE
        return rejected(movement.row, reason, "date", told)
    reference, text, payer = _words(movement, account.version)
    name, number = _other_side(movement.record("23"), account.version)
    return BankLine(
        row=movement.row,
        booked_on=on,
        amount=amount,
        currency=account.currency,
        value_on=value_on,
        name=name or payer,
        account=number,
        bank=second[98:109].strip(),
        text=text,
        reference=reference,
        serial=first[10:31].strip(),
        code=first[53:61].strip(),
        is_reversal=account.version != "1" and second[112] in _RETURNS,
        raw="\n".join(line.rstrip() for line in movement.lines),
    )


def _other_side(third: str, version: str) -> tuple[str, str]:
    """Return name and account number of record 23."""
    if version == "1":
        return words(third[47:73]), third[10:22].strip()
    number = third[10:22] if third[22] == " " else third[10:44]
    return words(third[47:82]), words(number)


def _words(movement: _Movement, version: str) -> tuple[str, str, str]:
    """Return the reference, all text, and the payer that an information record names."""
    first, second = movement.lines[0], movement.record("22")
    zone = first[62:115] + second[10:63]
    if version != "1":
        zone += movement.record("23")[82:125]
    reference = words(second[63:98])
    if first[61] == "1":
        kind, zone = zone[:3], zone[3:]
        digits = zone[:12]
        if kind in _REFERENCES and digits.isascii() and digits.isdigit():
            reference, zone = f"+++{digits[:3]}/{digits[3:7]}/{digits[7:]}+++", zone[12:]
    told, payer = _information(movement.lines)
    text = " ".join(filter(None, (words(zone), told)))
    return reference if reference != "NOTPROVIDED" else "", text, payer


def _information(lines: Sequence[str]) -> tuple[str, str]:
    """Return the text of records 31 to 33, and the payer's name where they give it."""
    pieces: list[str] = []
    payer = ""
    for line in lines:
        kind = line[:2]
        if kind == "31":
            is_payer = line[39:43] == "1" + _PAYER
            payer = words(line[43:113]) if is_payer and not payer else payer
            pieces.append(" " + line[43 if line[39] == "1" else 40 : 113])
        elif kind in {"32", "33"}:
            pieces.append(line[10 : 115 if kind == "32" else 100])
    return words("".join(pieces)), payer
