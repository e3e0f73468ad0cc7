"""Notices of settlement: 抵销通知书 and 债务转移（转账）协议, worded in Chinese and English.

A set-off by notice ends both debts when the notice arrives (民法典568, 合同编通则
解释55); it needs the other side's debt to be due. A transfer of a debt needs the
creditor's consent (民法典551) and is signed by all three.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from domain.customer import Company
from domain.letters.catalogue import letter_of
from domain.letters.dunning import parted
from domain.letters.markup import marked
from domain.letters.wording import Wordings, text_in_force
from domain.letters.words import long_date, named, sentence
from domain.money import Money
from domain.papers import Addressee, LetterTable, Notice, NoticeLine

SET_OFF: Final = "set_off_notice"
TRANSFER: Final = "transfer_notice"
_ITEMS: Final = LetterTable(columns=(), rows=())


def notice(
    kind: str,
    reader: Wordings,
    *,
    company: Company,
    customer: Addressee,
    language: str,
    currency: str,
    lines: tuple[NoticeLine, ...],
    effective_on: date,
    issued_on: date,
    payable: str = "",
    agreement: str = "",
    other: Addressee | None = None,
) -> Notice:
    """Return a notice worded from the text in force, without a number yet."""
    total = sum(line.settled for line in lines)
    values = {
        **dict.fromkeys(letter_of(kind).names(), ""),
        "company": named(company, language),
        "customer": named(customer, language),
        "other": named(other, language) if other else "",
        "payable": payable,
        "amount": sentence(Money(total, currency), language),
        "on": long_date(effective_on, language),
        "agreement": agreement,
    }
    known = {name: values[name] for name in letter_of(kind).names()}
    text = reader.templates.fill(text_in_force(reader, kind, language), known)
    found = marked(text, language, {"items": _ITEMS})
    salutation, before, after = parted(found)
    return Notice(
        kind=kind,
        company=company,
        customer=customer,
        other=other,
        number="",
        language=language,
        currency=currency,
        issued_on=issued_on,
        effective_on=effective_on,
        title=found.title,
        salutation=salutation,
        opening=before,
        closing=after,
        lines=lines,
        total=total,
    )
