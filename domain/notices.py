"""Notices of settlement: 抵销通知书 and 债务转移（转账）协议, made of what was booked.

A set-off by notice ends both debts when the notice arrives (民法典568, 合同编通则
解释55); it needs the other side's debt to be due. A transfer of a debt needs the
creditor's consent (民法典551) and is signed by all three.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.customer import Company, Customer
from domain.letters.catalogue import letter_of
from domain.letters.tables import made_table
from domain.letters.wording import Wordings, text_in_force
from domain.letters.words import cell, long_date, short_date
from domain.letters.writing import LetterFacts, write
from domain.money import Money
from domain.papers import Addressee, LetterLine, LetterPaper, LetterTable

SET_OFF: Final = "set_off_notice"
TRANSFER: Final = "transfer_notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledLine:
    """One document of a notice: its amount, and what of it is settled or moved."""

    number: str
    issued_on: date
    due_on: date | None
    amount: int
    settled: int
    left: int


def notice(
    kind: str,
    reader: Wordings,
    *,
    company: Company,
    customer: tuple[Customer, Addressee],
    language: str,
    currency: str,
    lines: tuple[SettledLine, ...],
    effective_on: date,
    issued_on: date,
    values: Mapping[str, object],
) -> LetterPaper:
    """Return a notice worded from the text in force, without a number yet; total = Σ settled."""
    total = sum(line.settled for line in lines)
    label = "生效日期" if language == "zh" else "Effective"
    facts = LetterFacts(
        company=company,
        customer=customer[0],
        addressee=customer[1],
        language=language,
        currency=currency,
        dated_on=issued_on,
        values={"amount": Money(total, currency), **values},
        tables={"settled": settled_table(lines, language, currency)},
        lines=tuple(_line(line) for line in lines),
        shown=((label, long_date(effective_on, language)),),
        total=total,
    )
    return write(letter_of(kind), text_in_force(reader, kind, language), facts, reader.templates)


def _line(line: SettledLine) -> LetterLine:
    return LetterLine(
        number=line.number,
        issued_on=line.issued_on,
        due_on=line.due_on,
        amount=line.amount,
        open=line.left,
    )


def settled_table(lines: tuple[SettledLine, ...], language: str, currency: str) -> LetterTable:
    """Return the documents of a notice, with what of each is settled or moved and what is left."""
    zh = language == "zh"
    rows = tuple(
        (
            str(place),
            line.number,
            short_date(line.issued_on, language),
            short_date(line.due_on, language),
            *(cell(minor, currency) for minor in (line.amount, line.settled, line.left)),
        )
        for place, line in enumerate(lines, start=1)
    )
    total = cell(sum(line.settled for line in lines), currency)
    return made_table(
        "settled",
        rows,
        language,
        sums=("", "合计" if zh else "Total", "", "", "", total, ""),
        caption="债权明细" if zh else "Claims",
        note=f"币种：{currency}" if zh else f"Amounts in {currency}",
    )
