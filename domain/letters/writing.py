"""From an entry of the catalogue and its facts to a letter ready to print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.customer import Company, Customer
from domain.letters.catalogue import Letter
from domain.letters.markup import marked
from domain.letters.tables import balances_table
from domain.letters.templates import DeadlineTooShort, Fact, MissingFacts, Templates
from domain.letters.words import (
    cell,
    in_words,
    long_date,
    named,
    reach,
    sentence,
    short_date,
    worded,
)
from domain.listing import ItemRow
from domain.money import Money, grouped
from domain.papers import Addressee, LetterColumn, LetterLine, LetterPaper, LetterTable

_HEADERS: Final = {
    "zh": (
        *("序号", "单据号码", "开票日期", "到期日"),
        *("金额", "已付", "争议中", "本函所列", "逾期天数"),
    ),
    "en": (
        *("No.", "Document", "Issued", "Due"),
        *("Amount", "Paid", "Disputed", "Listed", "Days late"),
    ),
}
#: Place of the column of disputed parts, left out when there are none.
_DISPUTED: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFacts:
    """What a letter is made of.

    Attributes:
        addressee: the customer, or another it is sent to (a guarantor).
        values: facts of the entry by name: Money, date, bool, Decimal percent or text.
        items: open items listed; what is listed of each is open and not disputed. Credits
            count against the sum.
        tables: other tables by name.
        lines: debits it names where a table of its own lists them, not ``items``.
        shown: label and value beside the address.
    """

    company: Company
    customer: Customer
    addressee: Addressee
    language: str
    currency: str
    dated_on: date
    values: Mapping[str, object]
    items: Sequence[ItemRow] = ()
    tables: Mapping[str, LetterTable] | None = None
    lines: tuple[LetterLine, ...] = ()
    shown: tuple[tuple[str, str], ...] = ()
    total: int = 0


def write(letter: Letter, text: str, facts: LetterFacts, templates: Templates) -> LetterPaper:
    """Return a letter without a number yet.

    Raises:
        MissingFacts: a required fact is not given, or there are no items.
        BadWording, UnknownPlaceholder, …: the text cannot be filled.
    """
    names = _complete(letter, facts)
    given = dict(facts.tables or {})
    if "balances" in letter.tables and "balances" not in given:
        given["balances"] = balances_table(facts.values, facts.language)
    if letter.items:
        given["items"] = items_table(facts.items, facts.language, facts.currency)
    found = marked(templates.fill(text, names), facts.language, given)
    total = facts.total or (_claimed(facts.items) if letter.items else 0)
    return LetterPaper(
        kind=letter.key,
        company=facts.company,
        customer=facts.addressee,
        number="",
        language=facts.language,
        currency=facts.currency,
        dated_on=facts.dated_on,
        title=found.title,
        body=found.blocks,
        facts=facts.shown,
        enclosures=found.enclosures,
        answers=found.answers,
        signers=found.signers,
        total=total,
        bank=letter.bank,
        seal=letter.seal,
        addressed=letter.addressed,
        lines=tuple(_line(row) for row in facts.items) if letter.items else facts.lines,
        deadlines=tuple(
            (name, value) for name, value in facts.values.items() if isinstance(value, date)
        ),
        given=_kept(letter, names),
    )


def _line(row: ItemRow) -> LetterLine:
    return LetterLine(
        number=row.label,
        issued_on=row.issued_on,
        due_on=row.due_on,
        amount=row.amount,
        open=listed(row),
    )


def _kept(letter: Letter, names: Mapping[str, Fact]) -> tuple[tuple[str, str], ...]:
    own = {field.name for field in letter.fields} | {"amount"}
    told = ((name, names.get(name, "")) for name in sorted(own))
    return tuple((name, value) for name, value in told if isinstance(value, str) and value)


def _complete(letter: Letter, facts: LetterFacts) -> dict[str, Fact]:
    """Return every name of the letter with its text; check that nothing required is empty."""
    names: dict[str, Fact] = dict.fromkeys(letter.names(), "")
    names.update(_common(facts))
    names.update(_of_items(facts) if letter.items else {})
    for name, value in facts.values.items():
        names.update(worded(name, value, facts.language))
    missing = [field.name for field in letter.fields if field.required and not names[field.name]]
    if letter.items and not facts.items:
        missing.append("items")
    if missing:
        raise MissingFacts(names=tuple(missing))
    _long_enough(letter, facts)
    return names


def _long_enough(letter: Letter, facts: LetterFacts) -> None:
    """Check the deadline: a letter before action gives a company 14 days, a person 30."""
    days = letter.least_days[bool(facts.values.get("debtor_is_individual"))]
    pay_by = facts.values.get("pay_by")
    if days and isinstance(pay_by, date) and (pay_by - facts.dated_on).days < days:
        raise DeadlineTooShort(days=days)


def _common(facts: LetterFacts) -> dict[str, str]:
    company, customer, language = facts.company, facts.customer, facts.language
    to = facts.addressee
    values = {
        "company": named(company, language),
        "company_address": company.address,
        "company_tax_id": company.tax_id,
        "contact": company.contact,
        "customer": named(to, language),
        "customer_address": to.address,
        "customer_code": customer.code,
        "customer_tax_id": customer.tax_id,
        "email": company.email,
        "phone": company.phone,
        "today": long_date(facts.dated_on, language),
    }
    return {**values, "reach": reach(values, language)}


def listed(row: ItemRow) -> int:
    """Return what a letter lists of an item: what is open less what is disputed of it."""
    return row.open - row.disputed if row.open > 0 else row.open


def _claimed(items: Sequence[ItemRow]) -> int:
    return sum(listed(row) for row in items)


def _of_items(facts: LetterFacts) -> dict[str, str]:
    total = Money(_claimed(facts.items), facts.currency)
    due = [row.due_on or row.issued_on for row in facts.items if row.open > 0]
    return {
        "amount": sentence(total, facts.language),
        "capital": in_words(total, facts.language),
        "count": str(len(facts.items)),
        "currency": facts.currency,
        "days": str(max((row.days_overdue or 0 for row in facts.items), default=0)),
        "due_on": long_date(min(due), facts.language) if due else "",
        "sum": grouped(total.minor, facts.currency),
    }


def items_table(items: Sequence[ItemRow], language: str, currency: str) -> LetterTable:
    """Return the table of items with its sums: amount − paid − disputed = listed."""
    zh = language == "zh"
    rows = [_item(place, row, language) for place, row in enumerate(items, start=1)]
    parts = [_parts(row) for row in items]
    sums = [sum(column) for column in zip(*parts, strict=True)] if parts else [0] * 4
    last = ("", f"合计（{len(items)}笔）" if zh else f"Total ({len(items)})", "", "")
    whole = (*last, *(cell(minor, currency) for minor in sums), "")
    disputed = any(row.disputed for row in items)
    headers = _shown_cells(_HEADERS[language], disputed=disputed)
    return LetterTable(
        columns=tuple(
            LetterColumn(title=title, figures=place > 3) for place, title in enumerate(headers)
        ),
        rows=tuple(_shown_cells(row, disputed=disputed) for row in rows),
        sums=_shown_cells(whole, disputed=disputed),
        caption="款项明细" if zh else "Items",
        note=f"币种：{currency}" if zh else f"Amounts in {currency}",
    )


def _shown_cells(cells: tuple[str, ...], *, disputed: bool) -> tuple[str, ...]:
    return cells if disputed else (*cells[:_DISPUTED], *cells[_DISPUTED + 1 :])


def _parts(row: ItemRow) -> tuple[int, int, int, int]:
    """Return amount, paid, disputed and listed of an item."""
    return row.amount, row.amount - row.open, row.open - listed(row), listed(row)


def _item(place: int, row: ItemRow, language: str) -> tuple[str, ...]:
    late = row.days_overdue or 0
    return (
        str(place),
        row.label,
        short_date(row.issued_on, language),
        short_date(row.due_on, language),
        *(cell(minor, row.currency) for minor in _parts(row)),
        str(late) if late > 0 else "—",
    )
