"""A made-up letter of each kind, to show a text with before the book has one to send."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from domain.capital import capital
from domain.customer import Company, Customer
from domain.letters.catalogue import FactField, Letter, letter_of
from domain.letters.dunning import compose_text
from domain.letters.templates import Templates
from domain.letters.words import long_date, named
from domain.letters.writing import LetterFacts, write
from domain.listing import ItemRow
from domain.money import Money, grouped
from domain.papers import (
    Addressee,
    DunningLetter,
    DunningLine,
    LetterColumn,
    LetterPaper,
    LetterTable,
)

#: Number, amount, paid, days late.
_ROWS: Final = (("INV-0871", 12_860_000, 4_000_000, 95), ("INV-1012", 7_430_000, 0, 54))
_MONEY: Final = 50_000_000
_DAYS: Final = 14


def example(
    templates: Templates, key: str, language: str, text: str, company: Company, on: date
) -> LetterPaper | DunningLetter:
    """Return a letter of a kind to nobody in particular, written with a text.

    Raises:
        BadWording, UnknownPlaceholder, …: the text cannot be filled.
    """
    letter = letter_of(key)
    if letter.origin == "run":
        return _demand(templates, letter, language, text, (company, on))
    customer = _customer(language)
    facts = LetterFacts(
        company=company,
        customer=customer,
        addressee=_addressee(customer),
        language=language,
        currency="CNY",
        dated_on=on,
        values={field.name: _value(field, language, on) for field in letter.fields},
        items=[_item(place, on) for place in range(len(_ROWS))] if letter.items else (),
        tables={name: _table(language) for name in letter.tables},
    )
    return write(letter, text, facts, templates)


def _customer(language: str) -> Customer:
    return Customer(
        code="C0001",
        name="示例客户有限公司",
        name_en="Example Customer Ltd",
        tax_id="91000000EXAMPLE001",
        address="示例市示例路 1 号" if language == "zh" else "1 Example Road, Example City",
        contact="财务部" if language == "zh" else "Accounts payable",
    )


def _addressee(customer: Customer) -> Addressee:
    return Addressee(
        code=customer.code,
        name=customer.name,
        name_en=customer.name_en,
        address=customer.address,
        contact=customer.contact,
    )


def _value(field: FactField, language: str, on: date) -> object:
    """Return something to show in the place of a fact."""
    known: dict[str, object] = {
        "money": Money(_MONEY, "CNY"),
        "date": on + timedelta(days=_DAYS),
        "number": 10,
        "percent": Decimal("3.5"),
        "flag": False,
        "choice": field.choices[0] if field.choices else "",
    }
    if field.kind in known:
        return known[field.kind]
    if not field.required:
        return ""
    return "××××" if language == "zh" else "…………"


def _table(language: str) -> LetterTable:
    """Return an empty table of three columns: what fills it is the letter's own."""
    titles = ("序号", "内容", "金额") if language == "zh" else ("No.", "Details", "Amount")
    return LetterTable(
        columns=tuple(
            LetterColumn(title=title, figures=place == 2) for place, title in enumerate(titles)
        ),
        rows=(("1", "××××", grouped(_MONEY, "CNY")),),
    )


def _item(place: int, on: date) -> ItemRow:
    number, amount, settled, late = _ROWS[place]
    due = on - timedelta(days=late)
    return ItemRow(
        id=place,
        document_id=place,
        kind="invoice",
        number=number,
        seq=1,
        parts=1,
        customer_id=0,
        customer_code="C0001",
        customer_name="",
        currency="CNY",
        issued_on=due - timedelta(days=30),
        due_on=due,
        amount=amount,
        open=amount - settled,
        days_overdue=late,
        status="overdue",
    )


def _demand(
    templates: Templates, letter: Letter, language: str, text: str, who: tuple[Company, date]
) -> DunningLetter:
    """Return a dunning letter: its page has a table of its own."""
    company, on = who
    pay_by = on + timedelta(days=7)
    lines = tuple(_line(_item(place, on)) for place in range(len(_ROWS)))
    total = sum(one.open for one in lines)
    customer = _customer(language)
    facts = {
        "company": named(company, language),
        "customer": named(customer, language),
        "as_of": long_date(on, language),
        "pay_by": long_date(pay_by, language),
        "count": str(len(lines)),
        "sum": grouped(total, "CNY"),
        "currency": "CNY",
        "capital": capital(total),
        "days": str(max(one.days_overdue for one in lines)),
        "contact": company.contact,
        "phone": company.phone,
        "email": company.email,
    }
    title, salutation, opening, closing = compose_text(templates, letter.key, language, facts, text)
    return DunningLetter(
        company=company,
        customer=_addressee(customer),
        number="",
        language=language,
        level=int(letter.key[-1]),
        currency="CNY",
        dated_on=on,
        as_of=on,
        pay_by=pay_by,
        title=title,
        salutation=salutation,
        opening=opening,
        closing=closing,
        lines=lines,
        principal=total,
        unapplied=0,
        interest=0,
        fees=0,
        total=total,
    )


def _line(row: ItemRow) -> DunningLine:
    return DunningLine(
        number=row.number,
        issued_on=row.issued_on,
        due_on=row.due_on or row.issued_on,
        days_overdue=row.days_overdue or 0,
        amount=row.amount,
        settled=row.amount - row.open,
        disputed=0,
        open=row.open,
        level=1,
    )
