"""AEB43, also CSB43 and Norma 43 (Spanish statements), one an account.

Decisions:

* Places are counted in characters; 22 is a movement, 23 the words of the one before
  it (up to five records, one text cut in pieces), 24 its figure in another currency.
* Figures have two decimals whatever the currency; the figure of 24 is kept in ``raw``.
* The totals of 33 and the number of records of 88 are checked; what differs is a note.
* The account is bank, office and number without check digits, as the record has it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from domain.bank import BankFile, BankLine, BankStatement
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

FORMAT: Final = "AEB43"

_WIDTH: Final = 80
_MARK: Final = re.compile(r"\s{0,99}11\d{30}[12]\d{17}", re.ASCII).match
_DEBIT, _CREDIT = "1", "2"
_PLACES: Final = 2

_CODES: Final = """
    784AED 971AFN 008ALL 051AMD 973AOA 032ARS 036AUD 533AWG 944AZN 977BAM 052BBD 050BDT 975BGN
    048BHD 108BIF 060BMD 096BND 068BOB 986BRL 044BSD 064BTN 072BWP 933BYN 084BZD 124CAD 976CDF
    756CHF 152CLP 156CNY 170COP 188CRC 192CUP 132CVE 203CZK 262DJF 208DKK 214DOP 012DZD 818EGP
    232ERN 230ETB 978EUR 242FJD 238FKP 826GBP 981GEL 936GHS 292GIP 270GMD 324GNF 320GTQ 328GYD
    344HKD 340HNL 332HTG 348HUF 360IDR 376ILS 356INR 368IQD 364IRR 352ISK 388JMD 400JOD 392JPY
    404KES 417KGS 116KHR 174KMF 408KPW 410KRW 414KWD 136KYD 398KZT 418LAK 422LBP 144LKR 430LRD
    426LSL 434LYD 504MAD 498MDL 969MGA 807MKD 104MMK 496MNT 446MOP 929MRU 480MUR 462MVR 454MWK
    484MXN 458MYR 943MZN 516NAD 566NGN 558NIO 578NOK 524NPR 554NZD 512OMR 590PAB 604PEN 598PGK
    608PHP 586PKR 985PLN 600PYG 634QAR 946RON 941RSD 643RUB 646RWF 682SAR 090SBD 690SCR 938SDG
    752SEK 702SGD 654SHP 925SLE 706SOS 968SRD 728SSP 930STN 222SVC 760SYP 748SZL 764THB 972TJS
    934TMT 788TND 776TOP 949TRY 780TTD 901TWD 834TZS 980UAH 800UGX 840USD 858UYU 860UZS 926VED
    928VES 704VND 548VUV 882WST 950XAF 951XCD 952XOF 953XPF 886YER 710ZAR 967ZMW 924ZWG
"""
_CURRENCIES: Final = {code[:3]: code[3:] for code in _CODES.split()}


@dataclass(slots=True)
class _Movement:
    row: int
    lines: list[str]


@dataclass(slots=True)
class _Account:
    header: str
    movements: list[_Movement] = field(default_factory=list)
    trailer: str = ""

    @property
    def currency(self) -> str:
        """Return the currency; a number of none known stays as it is."""
        told = self.header[47:50].strip()
        return _CURRENCIES.get(told, told)


def recognise(head: bytes) -> bool:
    """Return whether a file that begins so is AEB43."""
    return bool(_MARK(read_head(head)))


def read(content: bytes, path: str) -> BankFile:
    """Return the statements of a file.

    Raises:
        FileUnreadable: no account in it, or empty.
    """
    plain = read_western(content, path)
    reader = _Reader()
    for row, line in enumerate(lines_of(plain.text, path, _WIDTH), 1):
        if line.strip():
            reader.take(row, line.ljust(_WIDTH))
    if not reader.accounts:
        raise FileUnreadable(path=path, reason=found.NO_STATEMENT, format=FORMAT)
    statements = [_statement(account, reader.rejections) for account in reader.accounts]
    last = statements[-1]
    statements[-1] = replace(last, notes=(*last.notes, *reader.notes, *plain.notes))
    return BankFile(
        format=FORMAT,
        statements=tuple(statements),
        encoding=plain.encoding,
        rejected=tuple(reader.rejections),
    )


class _Reader:
    """Sorts records into accounts and movements."""

    def __init__(self) -> None:
        self.accounts: list[_Account] = []
        self.rejections: list[Rejection] = []
        self.notes: list[Problem] = []
        self._is_open = False
        self._records = 0

    def take(self, row: int, line: str) -> None:
        kind = line[:2]
        if kind == "88":
            self._check(line)
            return
        self._records += 1
        if kind == "11":
            self.accounts.append(_Account(line))
            self._is_open = True
        elif kind == "22" and self._is_open:
            self.accounts[-1].movements.append(_Movement(row, [line]))
        elif kind in {"23", "24"} and self._is_open and self.accounts[-1].movements:
            self.accounts[-1].movements[-1].lines.append(line)
        elif kind == "33" and self._is_open:
            self.accounts[-1].trailer = line
            self._is_open = False
        else:
            self.rejections.append(rejected(row, found.BAD_LINE, kind.strip(), line))

    def _check(self, line: str) -> None:
        told = minor_figure(line[20:26], 0)
        if told is not None and told != self._records:
            self.notes.append(control("records", told, self._records))
        self._records = 0


def _statement(account: _Account, rejections: list[Rejection]) -> BankStatement:
    header, trailer = account.header, account.trailer
    made = [_line(movement, account.currency) for movement in account.movements]
    rejections.extend(one for one in made if isinstance(one, Rejection))
    lines = [one for one in made if isinstance(one, BankLine)]
    taken = sum(
        isinstance(one, BankLine) and _is_blank(movement.lines[0][10:16])
        for movement, one in zip(account.movements, made, strict=True)
    )
    opening = _signed(header[32], header[33:47])
    closing = _signed(trailer[58], trailer[59:73]) if trailer else None
    statement = BankStatement(
        format=FORMAT,
        account=header[2:20].strip(),
        currency=account.currency,
        lines=tuple(lines),
        opening=opening,
        closing=closing,
        from_on=read_day(header[20:26], "ymd"),
        to_on=read_day(header[26:32], "ymd"),
        owner=words(header[51:77]),
    )
    notes = [Problem(found.BAD_AMOUNT, {"found": header[32:47]})] if opening is None else []
    if taken:
        notes.append(Problem(found.DATE_TAKEN, {"count": taken}))
    notes += _checked(statement, trailer) if trailer else [Problem(found.CUT)]
    return replace(statement, notes=tuple(notes))


def _checked(statement: BankStatement, trailer: str) -> list[Problem]:
    """Return what the trailer tells otherwise than the records before it."""
    told = (
        ("account", trailer[2:20].strip(), statement.account),
        ("entries", _count(trailer), Decimal(len(statement.lines))),
        ("debits", minor_figure(trailer[25:39], _PLACES), statement.debits),
        ("credits", minor_figure(trailer[44:58], _PLACES), statement.credits),
    )
    notes = [control(what, one, two) for what, one, two in told if one not in {None, two}]
    if statement.closing is None:
        notes.append(Problem(found.BAD_AMOUNT, {"found": trailer[58:73]}))
    return notes


def _count(trailer: str) -> Decimal | None:
    debits, credits = (minor_figure(told, 0) for told in (trailer[20:25], trailer[39:44]))
    return None if debits is None or credits is None else debits + credits


def _signed(sign: str, digits: str) -> Decimal | None:
    value = minor_figure(digits, _PLACES)
    if value is None or sign not in {_DEBIT, _CREDIT}:
        return None
    return -value if sign == _DEBIT else value


def _is_blank(digits: str) -> bool:
    return not digits.strip("0 ")


def _line(movement: _Movement, currency: str) -> BankLine | Rejection:
    first = movement.lines[0]
    amount = _signed(first[27], first[28:42])
    if amount is None:
        return rejected(movement.row, found.BAD_AMOUNT, "amount", first[27:42])
    told, value_on = first[10:16], read_day(first[16:22], "ymd")
    on = value_on if _is_blank(told) else read_day(told, "ymd")
    if on is None:
        reason = found.NO_DATE if _is_blank(told) else found.BAD_DATE
        return rejected(movement.row, reason, "date", told)
    zones = "".join(line[4:80] for line in movement.lines if line[:2] == "23")
    references = (words(first[52:64]), words(first[64:80]))
    return BankLine(
        row=movement.row,
        booked_on=on,
        amount=amount,
        currency=currency,
        value_on=value_on,
        text=words(zones),
        reference=" ".join(one for one in references if one.strip("0")),
        serial="" if _is_blank(first[42:52]) else first[42:52].strip(),
        code=first[22:27].strip(),
        raw="\n".join(line.rstrip() for line in movement.lines),
    )
