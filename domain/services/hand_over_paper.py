"""Making the list of what is handed over from the hand-over and the evidence of its claims."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from domain.evidence import words
from domain.evidence.bundle import Exhibit
from domain.evidence.proof import InvoiceProof, score
from domain.money import grouped
from domain.papers import Addressee
from domain.policy import policy_on
from domain.ports import BookReader
from domain.record import Record
from domain.recovery.hand_over import HandOver
from domain.recovery.paper import HandOverLine, HandOverPaper, HandOverPiece
from domain.services.evidence import Gathered
from domain.services.papers import addressee


def hand_over_documents(reader: BookReader, item_ids: Sequence[int], as_of: date) -> list[int]:
    """Return the documents of items, each once."""
    return list(dict.fromkeys(reader.item(one, as_of).document_id for one in item_ids))


def hand_over_paper(
    reader: BookReader,
    record: Record[HandOver],
    found: Gathered,
    exhibits: Sequence[Exhibit],
    issued_on: date,
) -> HandOverPaper:
    """Return the list of a hand-over with the exhibits of its bundle."""
    value, language = record.value, found.language
    currency = value.currency or reader.base_currency()
    weights = policy_on(reader, found.as_of).evidence
    mine = [one for one in found.invoices if one.currency == currency]
    missing = dict.fromkeys(proof for one in mine for proof in one.missing)
    return HandOverPaper(
        company=reader.company(),
        customer=Addressee(code=found.customer.code, name=value.name, contact=value.contact),
        debtor=addressee(found.customer),
        number="",
        language=language,
        currency=currency,
        issued_on=issued_on,
        as_of=found.as_of,
        party=value.party.value,
        fee=_fee(value, currency, language),
        lines=tuple(_line(one, score(one.checks, weights), language) for one in mine),
        pieces=tuple(
            HandOverPiece(number=one.number, title=one.title, proves=one.proves, pages=one.pages)
            for one in exhibits
        ),
        gaps=tuple((words.name(one, language), words.get(one, language)) for one in missing),
        total=sum(one.open for one in mine),
    )


def _line(one: InvoiceProof, reached: int, language: str) -> HandOverLine:
    return HandOverLine(
        number=one.number,
        issued_on=one.issued_on,
        due_on=one.due_on,
        amount=one.amount,
        open=one.open,
        score=reached,
        missing=("、" if language == "zh" else ", ").join(
            words.short(proof, language) for proof in one.missing
        ),
    )


def _fee(value: HandOver, currency: str, language: str) -> str:
    """Return the terms of the fee in words, "" where none are set."""
    zh, parts = language == "zh", []
    if value.fee_percent:
        share = f"{value.fee_percent.normalize():f}%"
        parts.append(f"按实际回款的 {share}" if zh else f"{share} of what is recovered")
    if value.fee_fixed:
        fixed = f"{currency} {grouped(value.fee_fixed, currency)}"
        parts.append(f"固定费用 {fixed}" if zh else f"{fixed} in any case")
    if value.terms:
        parts.append(" ".join(value.terms.split()))
    return ("；" if zh else "; ").join(parts)
