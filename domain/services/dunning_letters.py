"""The page of a dunning letter: items, interest by segments, fees, what all of it comes to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from domain.dunning import Proposal, ProposedItem, ProposedLetter
from domain.interest_words import basis_of, rate_words
from domain.letters.dunning import compose
from domain.letters.words import figures, in_words, long_date, named, sentence
from domain.money import Money, grouped
from domain.papers import DunningLetter, DunningLine, FeeLine, InterestLine
from domain.ports import BookReader
from domain.services.papers import addressee, paper_language

#: From this level on a letter recites the one before.
_RECITES: Final = 3


def letter_value(reader: BookReader, letter: ProposedLetter, proposal: Proposal) -> DunningLetter:
    """Compute the page of one letter; worded by the text in force."""
    customer = reader.customer(letter.customer_id)
    language = paper_language(reader, customer)
    due_by = proposal.as_of + timedelta(days=letter.step.pay_days)
    facts = _facts(reader, letter, language, proposal.as_of, due_by)
    title, salutation, opening, closing = compose(reader, letter.level, language, facts)
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
    principal = Money(letter.principal, letter.currency)
    return {
        "company": named(company, language),
        "customer": named(customer, language),
        "as_of": long_date(as_of, language),
        "pay_by": long_date(pay_by, language),
        "count": str(len(letter.items)),
        "principal": sentence(principal, language),
        "sum": grouped(letter.total, letter.currency),
        "currency": letter.currency,
        "capital": in_words(Money(letter.total, letter.currency), language),
        "days": str(letter.oldest_days),
        "contact": company.contact,
        "phone": company.phone,
        "email": company.email,
        **_interest_facts(letter, language),
        **(_earlier(reader, letter, language, as_of) if letter.level >= _RECITES else {}),
    }


def _interest_facts(letter: ProposedLetter, language: str) -> dict[str, str]:
    """Return what the sentence about interest says; nothing where none is claimed."""
    segments = letter.claimed.segments
    if not segments:
        return {}
    daily = Money(letter.claimed.daily, letter.currency)
    return {
        "interest": figures(Money(letter.interest, letter.currency), language),
        "interest_basis": basis_of(letter.claimed.found[0], language),
        "interest_from": long_date(min(part.start for _, part in segments), language),
        "interest_daily": figures(daily, language) if daily.minor else "",
    }


def _earlier(
    reader: BookReader, letter: ProposedLetter, language: str, as_of: date
) -> dict[str, str]:
    """Return the last letter sent before, for the recital; nothing where there was none."""
    sent = reader.papers(kind="dunning_letter", customer_id=letter.customer_id)
    before = [one for one in sent if one.dated_on < as_of and one.currency == letter.currency]
    if not before:
        return {}
    last = max(before, key=lambda one: (one.dated_on, one.id))
    return {"earlier_number": last.number, "earlier_on": long_date(last.dated_on, language)}


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
