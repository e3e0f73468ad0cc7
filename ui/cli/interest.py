"""The command that computes late-payment interest, and claims it when asked: interest."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import Any

from domain.errors import NotFound
from domain.interest import Interest, Segment
from domain.interest_modes import Count, Per, percent, short
from domain.interest_words import basis_of, rate_words
from domain.ports import Book
from domain.services.interest import (
    Asked,
    InvoiceInterest,
    claim_interest,
    interest_on,
    unclaimed,
)
from ui import interest_words
from ui.cli.desk import Desk, columns, iso, money


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """What is shown: the interest, what was claimed before, and the debit note just posted."""

    found: Interest
    before: InvoiceInterest
    debit_note: str = ""


def interest(desk: Desk, args: argparse.Namespace) -> int:
    """Show interest on an invoice segment by segment; with ``--claim`` post what is unclaimed."""
    asked = Asked(
        mode=args.mode or "",
        year=args.year,
        count=Count(args.count) if args.count else None,
        since=args.from_on,
        contract_on=args.contract_on,
    )
    with desk.book() as book:
        document_id = book.reader.find_debit(args.invoice)
        if document_id is None:
            raise NotFound(record=f"invoice/{args.invoice}")
        answer = _answer(desk, book, document_id, args, asked)
    desk.answer(_document(desk, answer), lambda: _lines(desk, answer))
    return 0


def _answer(
    desk: Desk, book: Book, document_id: int, args: argparse.Namespace, asked: Asked
) -> _Answer:
    before = interest_on(book.reader, document_id, args.as_of, asked)
    if not args.claim:
        return _Answer(found=before.found, before=before)
    found = unclaimed(book.reader, document_id, args.as_of, asked)
    uow = book.unit_of_work(desk.ports.user)
    note_id = claim_interest(uow, document_id, args.as_of, asked).value
    number = book.reader.invoice_detail(note_id, args.as_of).row.number
    return _Answer(found=found, before=before, debit_note=number)


def _document(desk: Desk, answer: _Answer) -> dict[str, Any]:
    """Return the answer as the contract shapes it, with currency, cautions and claims added."""
    found, currency = answer.found, answer.found.currency
    told: dict[str, Any] = {
        "invoice": found.number,
        "as_of": found.asked.as_of.isoformat(),
        "mode": found.mode.text,
        "currency": currency,
        "segments": [_segment(one, currency) for one in found.segments],
        "interest": money(found.amount, currency),
        "fixed": money(found.fixed, currency),
        "total": money(found.total, currency),
        "basis": basis_of(found, desk.language),
        "year": found.mode.year,
        "count": found.mode.count.value,
        "claimed": money(answer.before.claimed, currency),
        "claimed_to": iso(answer.before.claimed_to),
        "warnings": [
            {"code": one.code, "message": interest_words.caution(one, desk.language)}
            for one in found.cautions
        ],
    }
    return told | ({"debit_note": answer.debit_note} if answer.debit_note else {})


def _segment(one: Segment, currency: str) -> dict[str, Any]:
    """Return a segment; ``to`` is the first day that is not in it, the rate is percent a year."""
    told: dict[str, Any] = {
        "from": one.start.isoformat(),
        "to": one.end.isoformat(),
        "days": one.days,
        "principal": money(one.principal, currency),
        "rate": percent(one.rate.annual),
        "amount": money(one.amount, currency),
    }
    if one.rate.per is not Per.YEAR:
        told[f"rate_per_{one.rate.per}"] = short(one.rate.percent)
    return told | ({"instalment": one.instalment} if one.instalment else {})


def _lines(desk: Desk, answer: _Answer) -> list[str]:
    found, currency = answer.found, answer.found.currency
    zh = f"{found.number} 截至 {found.asked.as_of} 的逾期利息（{found.mode.text}）"
    en = f"Late-payment interest on {found.number} as of {found.asked.as_of} ({found.mode.text})"
    lines = [desk.choose(zh, en), *_table(desk, found)]
    if found.fixed:
        fixed = money(found.fixed, currency)
        lines.append(desk.choose(f"固定补偿 {fixed}", f"Fixed sum {fixed}"))
    total = f"{money(found.total, currency)} {currency}"
    lines.append(desk.choose(f"合计 {total}", f"Total {total}"))
    lines.append(desk.choose("依据：", "Basis: ") + basis_of(found, desk.language))
    lines += interest_words.cautions(found.cautions, desk.language)
    lines += _claim_lines(desk, answer)
    return [*lines, interest_words.no_advice(desk.language)]


def _table(desk: Desk, found: Interest) -> list[str]:
    if not found.segments:
        return [desk.choose("没有逾期天数。", "Nothing was late.")]
    head = [
        desk.choose("自", "From"),
        desk.choose("至（不含）", "To (not incl.)"),
        desk.choose("天数", "Days"),
        desk.choose("本金", "Principal"),
        desk.choose("利率", "Rate"),
        desk.choose("利息", "Interest"),
        desk.choose("分期", "Instalment"),
    ]
    rows = [
        [
            one.start.isoformat(),
            one.end.isoformat(),
            str(one.days),
            money(one.principal, found.currency),
            rate_words(one.rate, desk.language),
            money(one.amount, found.currency),
            one.instalment,
        ]
        for one in found.segments
    ]
    shown = [head, *rows]
    if not any(one.instalment for one in found.segments):
        shown = [row[:-1] for row in shown]
    return columns(shown, frozenset({2, 3, 4, 5}))


def _claim_lines(desk: Desk, answer: _Answer) -> list[str]:
    lines = []
    if answer.before.claims:
        sum_ = money(answer.before.claimed, answer.found.currency)
        until = answer.before.claimed_to
        lines.append(
            desk.choose(
                f"其中已主张 {sum_}（至 {until}）。", f"Claimed before: {sum_}, up to {until}."
            )
        )
    if answer.debit_note:
        number = answer.debit_note
        lines.append(desk.choose(f"已记借项通知单 {number}。", f"Posted as debit note {number}."))
    return lines
