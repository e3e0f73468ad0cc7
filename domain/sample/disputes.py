"""The sample's disputes: one is conceded in part and answered, one handed on."""

from __future__ import annotations

from datetime import date, timedelta

from domain.disputes import DisputeHandling, DisputeOn, Outcome, Settlement
from domain.ports import Book, Render
from domain.sample import days
from domain.services import disputes, letters
from domain.services.letter_facts import known_facts


def add_disputes(book: Book, user: str, as_of: date, render: Render) -> None:
    """Decide, hand on and answer some of the disputes that are open on the last day."""
    found = [
        one
        for one in disputes.disputes_on(book.reader, as_of)
        if one.open and one.row.amount > 200 and one.row.currency == book.reader.base_currency()
    ]
    if len(found) < 3:
        return
    _concede(book, user, found[1], as_of)
    _hand_on(book, user, found[-1], as_of)
    _answer(book, user, found[1], as_of, render)


def _concede(book: Book, user: str, one: DisputeOn, as_of: date) -> None:
    """Concede two fifths; the credit note is not posted yet."""
    value = Settlement(
        outcome=Outcome.PART_ACCEPTED,
        conceded=one.row.amount * 2 // 5 // 10 * 10,
        text="经核对，部分属实",
    )
    on = max(days.on_or_before(as_of - timedelta(days=1)), one.row.opened_on)
    disputes.settle_dispute(book.unit_of_work(user), one.row.id, value, on)


def _hand_on(book: Book, user: str, one: DisputeOn, as_of: date) -> None:
    value = DisputeHandling(
        dispute_id=one.row.id, owner="销售 许佳", due_on=as_of + timedelta(days=7)
    )
    disputes.hand_on(book.unit_of_work(user), value, max(as_of, one.row.opened_on))


def _answer(book: Book, user: str, one: DisputeOn, as_of: date, render: Render) -> None:
    known = known_facts(book.reader, "dispute_reply", one.row.id, as_of, "zh")
    paper = letters.draft(
        book.reader,
        "dispute_reply",
        known.customer_id,
        dated_on=as_of,
        values=known.values,
        language="zh",
        currency=known.currency,
        total=one.row.amount,
    )
    letters.issue_letter(book.unit_of_work(user), paper, known.customer_id, render)
