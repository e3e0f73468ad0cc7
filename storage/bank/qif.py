"""QIF of Quicken, Money and others to statements, one a section of an account.

Decisions:

* A section belongs to the account whose block stands alone before it; a block of
  several accounts is a list. Lists (categories, classes, securities) hold no money.
* The order of day and month is found in all dates of the file, unless ``!Option``
  or the caller tells it; where nothing shows it, only days that can be read one way
  are taken. ``1/31'04`` is 2004, two digits from 80 on are of the last century.
  ``25/03/24`` may begin with the year, unless the file's dates show that they do not.
* Amounts are read by what all amounts of the file show; ``T`` and ``U`` must agree.
* A split says what a payment is for; it is no payment of its own.
* Records of an investment section move securities. They are kept as neutral lines
  with the figure written, which has no sign.
* A last record without ``^`` or line end may be cut within a figure and is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final

from domain.bank import BankFile, BankLine, BankStatement
from domain.errors import FileUnreadable
from domain.reading import codes
from domain.reading.amounts import Style
from domain.reading.dates import DayOrder, detect_day_order, read_date
from domain.reading.result import Problem, Reading, Rejection, refuse
from storage.bank import found
from storage.bank.fixed import (
    figure_style,
    full_year,
    lines_of,
    read_head,
    read_plain,
    refused,
    rejected,
    words,
    written_figure,
)

FORMAT: Final = "QIF"

_MARK: Final = re.compile(
    r"^[ \t]{0,9}!(?:type:|account|option:|clear:)", re.IGNORECASE | re.MULTILINE
)
_YEAR_LAST: Final = re.compile(
    r"(\d{1,2})[/.-](\d{1,2})([/.'-])(\d{4}|\d{1,2})", re.ASCII
).fullmatch
_LISTS: Final = frozenset(
    {"cat", "class", "memorized", "security", "prices", "budget", "tag", "payee", "template"}
    | {"invitem", "account"}
)
_LONGEST: Final = 80
_INVESTMENT: Final = "invst"
#: These are a split's own behind the first ``S``.
_OWN: Final = frozenset("DTU$")
_ORDERS: Final[dict[str, DayOrder]] = {"option:mdy": "mdy", "option:dmy": "dmy"}


@dataclass(slots=True)
class _Record:
    """Fields by their letters; of a letter the first counts, but all words of splits."""

    row: int
    fields: dict[str, str] = field(default_factory=dict)
    splits: list[str] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)
    is_closed: bool = False

    def add(self, line: str) -> None:
        letter, text = line[0].upper(), line[1:].strip()
        self.raw.append(line)
        if letter == "E":
            self.splits.append(text)
        elif letter not in _OWN or "S" not in self.fields:
            self.fields.setdefault(letter, text)


@dataclass(slots=True)
class _Section:
    kind: str
    account: str = ""
    records: list[_Record] = field(default_factory=list)

    @property
    def holds_money(self) -> bool:
        return bool(self.kind) and self.kind not in _LISTS


@dataclass(slots=True)
class _Parsed:
    sections: list[_Section] = field(default_factory=list)
    order: DayOrder | None = None


def recognise(head: bytes) -> bool:
    """Return whether a file that begins so is QIF."""
    return bool(_MARK.search(read_head(head)))


def read(content: bytes, path: str, *, order: DayOrder | None = None) -> BankFile:
    """Return the statements of a file; ``order`` is that of day and month, where known.

    Raises:
        FileUnreadable: no section of an account in it, or empty.
    """
    plain = read_plain(content, path)
    parsed = _sections(lines_of(plain.text, path))
    sections = [section for section in parsed.sections if section.holds_money]
    if not sections:
        raise FileUnreadable(path=path, reason=found.NO_STATEMENT, format=FORMAT)
    records = [record for section in sections for record in section.records]
    reader = _Reader(
        order or parsed.order or _shown_order(records),
        figure_style(text for record in records for text in _figures(record)),
        plain.notes,
    )
    return BankFile(
        format=FORMAT,
        statements=tuple(reader.statement(section) for section in sections),
        encoding=plain.encoding,
        rejected=tuple(reader.rejections),
    )


def _sections(lines: Sequence[str]) -> _Parsed:
    parsed = _Parsed()
    section = _Section("")
    account = ""
    record: _Record | None = None
    for row, line in enumerate(lines, 1):
        text = line.strip()
        if text[:1] == "!":
            record = None
            kind = text[1:].lower().replace(" ", "")
            if kind.startswith(("option:", "clear:")):
                parsed.order = _ORDERS.get(kind, parsed.order)
                continue
            account = _named(section) or account
            is_known = kind.startswith(("type:", "account"))
            section = _Section(kind.removeprefix("type:") if is_known else "", account)
            parsed.sections.append(section)
        elif text[:1] == "^":
            if record:
                record.is_closed = True
            record = None
        elif text and section.kind:
            if not record:
                record = _Record(row)
                section.records.append(record)
            record.add(text)
    if record and not lines[-1].strip() and _figures(record):
        record.is_closed = True
    return parsed


def _named(section: _Section) -> str:
    """Return the account of a block that names one."""
    if section.kind != "account" or len(section.records) != 1:
        return ""
    return section.records[0].fields.get("N", "")


def _parts(record: _Record) -> re.Match[str] | None:
    """Return the parts of a date with the year last: 1/31'04, 1/ 1/89, 31.12.2023."""
    return _YEAR_LAST(record.fields.get("D", "")[:_LONGEST].replace(" ", ""))


def _is_short(parts: re.Match[str]) -> bool:
    """Return whether the year may as well be a day."""
    return len(parts[4]) < 3 and parts[3] != "'"


def _day_text(record: _Record) -> str:
    """Return the date with its year in full."""
    parts = _parts(record)
    if not parts:
        return record.fields.get("D", "")[:_LONGEST]
    year = int(parts[4])
    if year < 100:
        year = 2000 + year if parts[3] == "'" else full_year(year)
    return f"{parts[1]}/{parts[2]}/{year:04}"


def _shown_order(records: Sequence[_Record]) -> DayOrder | None:
    """Return the order that the dates show; days before months only where years are last.

    Years are last when one is longer, above 31 or marked, and when the last parts
    differ less than the first.
    """
    order = detect_day_order(map(_day_text, records))
    dates = list(filter(None, map(_parts, records)))
    firsts, lasts = {one[1] for one in dates}, {one[4] for one in dates}
    is_last = (
        not all(map(_is_short, dates))
        or any(int(last) > 31 for last in lasts)
        or len(lasts) < len(firsts)
    )
    return order if is_last or order == "mdy" else None


def _figures(record: _Record) -> list[str]:
    return [record.fields[letter] for letter in "TU" if record.fields.get(letter)]


class _Reader:
    """Makes lines of records by what the whole file shows."""

    def __init__(
        self, order: DayOrder | None, style: Style | None, notes: tuple[Problem, ...]
    ) -> None:
        self._order = order
        self._style = style
        self._notes = notes
        self.rejections: list[Rejection] = []

    def statement(self, section: _Section) -> BankStatement:
        lines = []
        for record in section.records:
            line = self._line(record, is_neutral=section.kind == _INVESTMENT)
            if isinstance(line, Rejection):
                self.rejections.append(line)
            else:
                lines.append(line)
        return BankStatement(
            format=FORMAT,
            account=section.account,
            currency="",
            lines=tuple(lines),
            notes=self._notes,
        )

    def _line(self, record: _Record, *, is_neutral: bool) -> BankLine | Rejection:
        fields, row = record.fields, record.row
        if not record.is_closed:
            return rejected(row, found.CUT)
        day = self._day(record)
        if day.value is None:
            told = fields.get("D", "")
            return refused(row, day.problem or Problem(found.NO_DATE), "D", told)
        amount = self._security(fields) if is_neutral else self._amount(fields)
        if amount.value is None:
            told = " ".join(_figures(record))
            problem = amount.problem or Problem(found.BAD_AMOUNT, {"found": told})
            return refused(row, problem, "T", told)
        return BankLine(
            row=row,
            booked_on=day.value,
            amount=amount.value,
            currency="",
            name=words(fields.get("Y" if is_neutral else "P", "")),
            text=words(" ".join([fields.get("M", ""), *record.splits])),
            reference="" if is_neutral else fields.get("N", ""),
            code=fields.get("N" if is_neutral else "L", ""),
            is_neutral=is_neutral,
            raw="\n".join(record.raw),
        )

    def _day(self, record: _Record) -> Reading[date]:
        parts = _parts(record)
        if self._order is None and parts and _is_short(parts) and int(parts[4]) <= 31:
            return Reading(None, refuse(codes.DATE_AMBIGUOUS, readings=()))
        return read_date(_day_text(record), order=self._order)

    def _amount(self, fields: dict[str, str]) -> Reading[Decimal]:
        """Read ``T`` or ``U``; two figures that differ leave it open which is meant."""
        told = written_figure(fields.get("T", ""), self._style)
        longer = written_figure(fields.get("U", ""), self._style)
        if told.is_empty or longer.is_empty or told.value == longer.value:
            return longer if told.is_empty else told
        return Reading()

    def _security(self, fields: dict[str, str]) -> Reading[Decimal]:
        """Read what a trade came to; a split of shares and the like come to nothing."""
        told = next((fields[letter] for letter in "TU$" if fields.get(letter)), "0")
        return written_figure(told, self._style)
