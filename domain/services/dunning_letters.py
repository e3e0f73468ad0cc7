"""The page of a dunning letter: items, interest by segments, fees, what all of it comes to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from domain import letters
from domain.capital import capital
from domain.courtesy import LEVEL, with_courtesy
from domain.dunning import Proposal, ProposedItem, ProposedLetter
from domain.interest_words import rate_words
from domain.money import grouped
from domain.papers import DunningLetter, DunningLine, FeeLine, InterestLine
from domain.ports import BookReader
from domain.services.papers import addressee, paper_language


def letter_value(reader: BookReader, letter: ProposedLetter, proposal: Proposal) -> DunningLetter:
    """Compute the page of one letter; wording from the book's settings or the default."""
    customer = reader.customer(letter.customer_id)
    language = paper_language(reader, customer)
    due_by = proposal.as_of + timedelta(days=letter.step.pay_days)
    title, salutation, opening, closing = letters.compose(
        max(letter.level, LEVEL),
        language,
        _facts(reader, letter, language, proposal.as_of, due_by),
        with_courtesy(reader.setting("letter_wording")),
    )
    return DunningLetter(
        company=reader.company(),
        customer=addressee(customer),
        number="",
        language=language,
        level=letter.level,
        currency=letter.currency,
        dated_on=proposal.as_of,
        as_of=proposal.as_of,
        pay_by=due_by,
        title=title,
        salutation=salutation,
        opening=opening,
        closing=closing,
        lines=tuple(_line(item, letter) for item in letter.items),
        principal=letter.principal,
        unapplied=letter.unapplied + letter.pending,
        interest=letter.interest,
        fees=letter.fees,
        total=letter.total,
        interest_lines=tuple(_interest_lines(letter, language)),
        fee_lines=tuple(_fee_lines(letter, proposal.as_of)),
        daily=letter.claimed.daily,
    )


def _facts(
    reader: BookReader, letter: ProposedLetter, language: str, as_of: date, pay_by: date
) -> dict[str, Any]:
    company, customer = reader.company(), reader.customer(letter.customer_id)
    firm = company.name if language == "zh" else company.name_en or company.name
    debtor = customer.name if language == "zh" else customer.name_en or customer.name
    # The sentence speaks of the items; interest and fees stand beside them.
    owed = max(letter.principal - letter.unapplied - letter.pending, 0)
    return {
        "company": firm,
        "customer": debtor,
        "as_of": letters.long_date(as_of, language),
        "pay_by": letters.long_date(pay_by, language),
        "count": str(len(letter.items)),
        "sum": grouped(owed, letter.currency),
        "currency": letter.currency,
        "capital": capital(owed) if letter.currency == "CNY" else "",
        "days": str(letter.oldest_days),
        "contact": company.contact,
        "phone": company.phone,
        "email": company.email,
    }


def _line(item: ProposedItem, letter: ProposedLetter) -> DunningLine:
    row = item.row
    return DunningLine(
        number=row.number,
        issued_on=row.issued_on,
        due_on=row.due_on or row.issued_on,
        days_overdue=max(row.days_overdue or 0, 0),
        amount=row.amount,
        settled=row.amount - row.open,
        disputed=row.disputed,
        open=item.claim,
        level=item.level,
        instalment="" if row.parts == 1 else f"{row.seq}/{row.parts}",
        interest=letter.claimed.of_item(row.id),
    )


def _interest_lines(letter: ProposedLetter, language: str) -> Iterator[InterestLine]:
    """Yield the segments; the last day printed is the last that counts."""
    for number, one in letter.claimed.segments:
        yield InterestLine(
            number=f"{number} ({one.instalment})" if one.instalment else number,
            principal=one.principal,
            from_on=one.start,
            to_on=one.end - timedelta(days=1),
            days=one.days,
            rate=rate_words(one.rate, language),
            amount=one.amount,
        )


def _fee_lines(letter: ProposedLetter, as_of: date) -> Iterator[FeeLine]:
    """Yield the fees charged before, those of this letter, and sums for costs by the law."""
    for fee in letter.charged:
        yield FeeLine(
            number=fee.number,
            charged_on=fee.charged_on,
            amount=fee.minor,
            level=fee.level,
            letter=fee.letter,
        )
    for item in letter.items:
        if item.fee:
            yield FeeLine(
                number=item.row.label, charged_on=as_of, amount=item.fee, level=item.level
            )
    for one in letter.claimed.found:
        if one.fixed:
            yield FeeLine(number=one.number, charged_on=as_of, amount=one.fixed, by_law=True)
