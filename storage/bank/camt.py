"""ISO 20022 of banks: camt.052 reports, camt.053 statements, camt.054 notices, all versions.

Decisions:

* An entry is signed by its own mark; a reversal's mark already tells where the money went.
* Dates are those written: a time zone moves no booking to another day. The placeholder
  years before 1900 are no dates.
* A balance in another currency stays, with a note.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from domain.bank import BankFile, BankLine, BankStatement
from domain.errors import FileUnreadable
from domain.reading.result import Problem, Rejection, refuse
from storage.bank import found
from storage.bank.camt_details import (
    SIGNS,
    account_number,
    charges,
    currency_of,
    cut,
    figure,
    kind,
    party_name,
    raw,
    with_details,
)
from storage.files.xml import child, head_text, parse_text, read_text, text

_BOX: Final = "BkToCstmr"
_KINDS: Final = {"Stmt": "camt.053", "Rpt": "camt.052", "Ntfctn": "camt.054"}
_MARKS: Final = re.compile(
    r"<(?:[\w.-]+:)?BkToCstmr(?:Stmt|AcctRpt|DbtCdtNtfctn)"
    r"|(?:[:\"'$]|MsgDefIdr>)camt\.05[234]\.\d{3}"
)
_CURRENCY: Final = re.compile("[A-Z]{3}")
_DATE: Final = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d:\d\d(?::\d\d)?).*|[Z+-].*)?", re.ASCII)
_FIRST_YEAR: Final = 1900
_SHOWN: Final = 80


class _Bad(Exception):
    """Why an entry is not taken."""

    def __init__(self, code: str, column: str, value: str = "") -> None:
        super().__init__(code)
        self.code, self.column, self.value = code, column, value[:_SHOWN]


class _Moment(NamedTuple):
    day: date
    at: str = ""


class _Balance(NamedTuple):
    code: str
    amount: Decimal
    currency: str
    day: date | None


@dataclass(slots=True, kw_only=True)
class _Own:
    """What an entry needs to know of its statement, and what its entries made known."""

    account: str
    currency: str
    day: date | None
    counts: Counter[str] = field(default_factory=Counter)


def recognise(head: bytes) -> bool:
    """Return whether the first bytes are those of a camt message."""
    return bool(_MARKS.search(head_text(head)))


def read(content: bytes, path: str) -> BankFile:
    """Return the statements of a camt message, the entry's place in the file as its row.

    Raises:
        FileUnreadable: no XML that is read, or no statement in it.
    """
    source = read_text(content, path)
    root = parse_text(source.text, path)
    boxes = [one for one in root.iter() if one.tag.startswith(_BOX)]
    if not boxes:
        raise FileUnreadable(path=path, reason=found.NOT_RECOGNISED)
    pages = [(box, one) for box in boxes for one in box if one.tag in _KINDS]
    if not pages:
        raise FileUnreadable(path=path, reason=found.NO_STATEMENT, format="camt")
    entries = sum(len(one.findall("Ntry")) for _, one in pages)
    reader = _Reader(cut(source.text, "Ntry", entries))
    statements = [reader.statement(one, _written(box.find("GrpHdr"))) for box, one in pages]
    notes = (*source.notes(), *statements[0].notes)
    statements[0] = replace(statements[0], notes=notes)
    return BankFile(
        format=statements[0].format,
        statements=tuple(statements),
        encoding=source.encoding,
        rejected=tuple(reader.rejected),
    )


class _Reader:
    """Reads the statements of one file, one after the other."""

    def __init__(self, raws: Sequence[str]) -> None:
        self.rejected: list[Rejection] = []
        self._row = 0
        self._raws = raws

    def statement(self, element: Element, written: date | None) -> BankStatement:
        """Return one statement; ``written`` is when the message was."""
        counts: Counter[str] = Counter()
        balances, problems = _balances(element, counts)
        currency = _currency(element)
        opening = _pick(balances, ("OPBD", "PRCD"), currency)
        closing = _pick(balances, ("CLBD",), currency, last=True)
        from_on = _period(element, "Fr") or (opening.day if opening else None)
        to_on = _period(element, "To") or (closing.day if closing else None)
        own = _Own(
            account=account_number(element.find("Acct")),
            currency=currency,
            day=to_on or _written(element) or written,
            counts=counts,
        )
        entries = (self._entry(one, own) for one in element.findall("Ntry"))
        lines = tuple(one for one in entries if one)
        foreign = [one for one in (opening, closing) if one and one.currency not in ("", currency)]
        return BankStatement(
            format=_KINDS[element.tag],
            account=own.account,
            currency=currency,
            lines=lines,
            opening=opening.amount if opening else None,
            closing=closing.amount if closing else None,
            from_on=from_on,
            to_on=to_on,
            number=text(element, "Id") or text(element, "ElctrncSeqNb"),
            owner=_owner(element.find("Acct")),
            notes=(
                *_counted(counts),
                *problems,
                *(_differs("currency", one.currency, currency) for one in foreign),
                *_control(element.find("TxsSummry"), lines),
            ),
        )

    def _entry(self, entry: Element, own: _Own) -> BankLine | None:
        self._row += 1
        try:
            return self._line(entry, own)
        except _Bad as bad:
            facts = {"found": bad.value} if bad.value else {}
            self.rejected.append(
                Rejection(
                    row=self._row, code=bad.code, column=bad.column, value=bad.value, facts=facts
                )
            )
            return None

    def _line(self, entry: Element, own: _Own) -> BankLine:
        amount, sign = _amount(entry)
        booked, value_on = _days(entry, own)
        currency = _line_currency(entry, own.currency)
        status = entry.find("Sts")
        if status is not None and (text(status) or text(status, "Cd")) != "BOOK":
            own.counts[found.PENDING] += 1
        line = BankLine(
            row=self._row,
            booked_on=booked.day,
            at=booked.at,
            value_on=value_on,
            amount=amount if sign > 0 else -amount,
            currency=currency,
            serial=text(entry, "AcctSvcrRef"),
            code=kind(entry.find("BkTxCd")),
            charges=charges(entry, currency),
            is_reversal=text(entry, "RvslInd").lower() in {"true", "1"},
            raw=raw(self._raws, self._row),
        )
        return with_details(line, entry, own.account)


def _owner(account: Element | None) -> str:
    return party_name(child(account, "Ownr")) or text(account, "Nm")


def _amount(entry: Element) -> tuple[Decimal, int]:
    """Return amount and sign of an entry."""
    written, mark = text(entry, "Amt"), text(entry, "CdtDbtInd").upper()
    amount = figure(written)
    if amount is None:
        raise _Bad(found.BAD_AMOUNT, "Amt", written)
    if mark not in SIGNS:
        raise _Bad(found.BAD_LINE, "CdtDbtInd", mark)
    return amount, SIGNS[mark]


def _line_currency(entry: Element, usual: str) -> str:
    currency = currency_of(entry) or usual
    if currency and not _CURRENCY.fullmatch(currency):
        raise _Bad(found.BAD_LINE, "Ccy", currency)
    return currency


def _currency(element: Element) -> str:
    """Return the currency of an account, else that of its balances or entries."""
    told = text(element, "Acct", "Ccy").upper()
    shown = (currency_of(one) for name in ("Bal", "Ntry") for one in element.findall(name))
    return next(filter(_CURRENCY.fullmatch, (told, *shown)), "")


def _days(entry: Element, own: _Own) -> tuple[_Moment, date | None]:
    """Return when an entry was booked and its value date, by the statement's if need be."""
    booked, value = _moment(entry, "BookgDt"), _moment(entry, "ValDt")
    value_on = value.day if value else None
    if booked:
        return booked, value_on
    day = value_on or own.day
    if day is None:
        raise _Bad(found.NO_DATE, "BookgDt")
    own.counts[found.DATE_TAKEN] += 1
    return _Moment(day), value_on


def _moment(entry: Element, column: str) -> _Moment | None:
    element = entry.find(column)
    if element is None:
        return None
    written = text(element, "Dt") or text(element, "DtTm") or text(element)
    try:
        return _read_moment(written)
    except ValueError:
        raise _Bad(found.BAD_DATE, column, written) from None


def _read_moment(written: str) -> _Moment | None:
    """Read a date with or without a time, None where there is none.

    Raises:
        ValueError: it is neither.
    """
    if not written:
        return None
    parts = _DATE.fullmatch(written)
    if not parts:
        raise ValueError(written)
    if int(parts[1]) < _FIRST_YEAR:
        return None
    return _Moment(date(int(parts[1]), int(parts[2]), int(parts[3])), parts[4] or "")


def _day(element: Element | None, *names: str) -> date | None:
    try:
        moment = _read_moment(text(element, *names))
    except ValueError:
        return None
    return moment.day if moment else None


def _written(element: Element | None) -> date | None:
    return _day(element, "CreDtTm")


def _period(element: Element, end: str) -> date | None:
    period = element.find("FrToDt")
    return _day(period, f"{end}DtTm") or _day(period, f"{end}Dt")


def _balances(element: Element, counts: Counter[str]) -> tuple[list[_Balance], list[Problem]]:
    """Return the balances of a statement, and those that cannot be read."""
    balances, problems = [], []
    for one in element.findall("Bal"):
        named = child(one, "Tp", "CdOrPrtry")
        code = text(named, "Cd") or text(named, "Prtry") or text(one, "Tp", "Cd")
        if code not in {"OPBD", "PRCD", "CLBD"}:
            continue
        written, mark = text(one, "Amt"), text(one, "CdtDbtInd").upper()
        size = figure(written if mark else written.removeprefix("-"))
        if size is None or mark not in {"", *SIGNS}:
            problems.append(refuse(found.BAD_AMOUNT, found=f"{code} {mark} {written}"[:_SHOWN]))
            continue
        counts[found.SIGN_TAKEN] += not mark
        is_debit = mark == "DBIT" or written.startswith("-")
        amount = -size if is_debit else size
        day = _day(one, "Dt", "Dt") or _day(one, "Dt", "DtTm") or _day(one, "Dt")
        balances.append(_Balance(code, amount, currency_of(one), day))
    return balances, problems


def _pick(
    balances: Iterable[_Balance], codes: Sequence[str], currency: str, *, last: bool = False
) -> _Balance | None:
    """Return the first or last balance of the first code that occurs, in the own currency."""
    for code in codes:
        fitting = [one for one in balances if one.code == code]
        same = [one for one in fitting if one.currency in ("", currency)] or fitting
        if same:
            order = max if last else min
            return order(same, key=lambda one: one.day or date.min)
    return None


def _counted(counts: Counter[str]) -> list[Problem]:
    codes = (found.SIGN_TAKEN, found.DATE_TAKEN, found.PENDING)
    return [refuse(code, count=counts[code]) for code in codes if counts[code]]


def _control(summary: Element | None, lines: Sequence[BankLine]) -> list[Problem]:
    """Compare the totals that a statement gives with its entries."""
    if summary is None or len({one.currency for one in lines}) > 1:
        return []
    inward = sum((one.amount for one in lines if one.amount > 0), Decimal(0))
    outward = -sum((one.amount for one in lines if one.amount < 0), Decimal(0))
    every = summary.find("TtlNtries")
    told = (
        ("entries", figure(text(every, "NbOfNtries")), Decimal(len(lines))),
        ("sum", figure(text(every, "Sum")), inward + outward),
        ("net", _net(every), inward - outward),
        ("credits", figure(text(summary, "TtlCdtNtries", "Sum")), inward),
        ("debits", figure(text(summary, "TtlDbtNtries", "Sum")), outward),
    )
    return [_differs(what, one, ours) for what, one, ours in told if one not in (None, ours)]


def _net(every: Element | None) -> Decimal | None:
    """Return the net of all entries, which newer versions write one element deeper."""
    deeper = child(every, "TtlNetNtry")
    amount = figure(text(deeper, "Amt") or text(every, "TtlNetNtryAmt"))
    mark = text(deeper, "CdtDbtInd") or text(every, "CdtDbtInd")
    return None if amount is None or mark not in SIGNS else amount * SIGNS[mark]


def _differs(what: str, told: object, ours: object) -> Problem:
    return refuse(found.CONTROL, what=what, told=str(told), found=str(ours))
