"""Making the sample book: settings, customers, months, dunning runs, statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, timedelta
from typing import Final

from domain.dunning import ProposedLetter
from domain.ports import Book, Progress, Render
from domain.sample import banking, days
from domain.sample.assessments import add_assessments
from domain.sample.bills import add_bills
from domain.sample.chasing import PROCEDURES, UNREASONED, add_blocks, tell_reasons
from domain.sample.collecting import add_collecting
from domain.sample.cover import add_cover
from domain.sample.credit import add_credit
from domain.sample.credit_files import add_credit_files
from domain.sample.disputes import add_disputes
from domain.sample.firms import COMPANY
from domain.sample.letters import send_letters
from domain.sample.limits import PEOPLE, add_limits
from domain.sample.plan import plan
from domain.sample.policy import add_policy
from domain.sample.recovery import add_recovery
from domain.sample.warnings import add_warnings
from domain.sample.writing import Writer
from domain.services import dunning, papers, settings

#: Who keeps the sample book.
USER: Final = "林会计"
#: Small differences up to 20.00 are written off: a bank's fee abroad.
_WRITE_OFF_LIMIT: Final = 2000
#: Days before the last day on which letters went out, and how many of them.
_RUNS: Final = (112, 84, 56, 23)
_LETTERS: Final = 4
_STATEMENTS: Final = 15


def make_sample(
    book: Book, as_of: date, *, render: Render, progress: Progress | None = None
) -> None:
    """Fill an empty book with the sample as it stands on ``as_of``.

    Args:
        book: just created; its company is replaced by the made-up one.
        as_of: the last day; nothing is dated after it.
        render: draws the letters and statements that were sent.
        progress: told how far it is; raises ``Cancelled`` to stop between months.
    """
    told = progress or _silent
    made = plan(as_of)
    total = len(made.events) * 5 // 4
    _set_up(book)
    writer = Writer(book, USER)
    writer.write_customers(made.customers)
    writer.write_rates("USD", made.rates)
    by_bank = banking.by_bank(made.events, as_of)
    rest = [event for event in made.events if event not in by_bank]
    writer.write_events(rest, lambda done, _: told(done, total))
    banking.write_statements(book, USER, writer, by_bank)
    banking.name_accounts(book, USER)
    for place, before in enumerate(_RUNS, start=1):
        _dun(book, days.on_or_before(as_of - timedelta(days=before)), place, render)
        told(len(made.events) + (total - len(made.events)) * place // 5, total)
    add_blocks(book, USER, as_of)
    _send_statements(book, as_of, render)
    add_bills(book, USER, as_of)
    add_collecting(book, USER, as_of)
    add_credit_files(book, USER, as_of)
    add_assessments(book, USER, as_of)
    add_limits(book, as_of, render)
    add_credit(book, USER, as_of, render)
    send_letters(book, USER, as_of, render)
    add_cover(book, USER, as_of, render)
    add_disputes(book, USER, as_of, render)
    add_warnings(book, USER, as_of)
    add_policy(book, as_of)
    add_recovery(book, USER, as_of)
    told(total, total)


def _silent(_done: int, _total: int) -> None:
    """Tell no one."""


def _set_up(book: Book) -> None:
    values = {
        "company": asdict(COMPANY),
        "language": "zh",
        "write_off_limit": _WRITE_OFF_LIMIT,
        "people": list(PEOPLE),
        "dunning_procedures": PROCEDURES,
        "sample": True,
    }
    settings.change_settings(book.unit_of_work(USER), values)


def _dun(book: Book, on: date, place: int, render: Render) -> None:
    """Send the letters of one run: those furthest on, and others that change from run to run."""
    proposal = dunning.draft_run(book.reader, on)
    chosen = _worst(proposal.letters, place)
    if chosen:
        drafts = dunning.draft_letters(book.reader, proposal, chosen)
        tell_reasons(book, USER, proposal, chosen)
        said = dunning.Release(unreasoned=UNREASONED)
        dunning.release_run(book.unit_of_work(USER), proposal, drafts, render, said=said)


def _worst(letters: Sequence[ProposedLetter], place: int) -> list[ProposedLetter]:
    ranked = sorted(letters, key=lambda letter: (-letter.level, -letter.oldest_days))
    others = ranked[_LETTERS + place :: 3]
    chosen = {letter.customer_id for letter in (*ranked[:_LETTERS], *others)}
    return [letter for letter in letters if letter.customer_id in chosen]


def _send_statements(book: Book, as_of: date, render: Render) -> None:
    """Send the customers with the highest balances their account of the last full month."""
    to_on = as_of.replace(day=1) - timedelta(days=1)
    issued_on = min(days.on_or_after(to_on + timedelta(days=3)), as_of)
    ids = _largest(book, to_on)
    values = papers.statement_values(book.reader, ids, to_on=to_on, issued_on=issued_on)
    owners = [_customer_id(book, value.customer.code) for value in values]
    papers.issue(book.unit_of_work(USER), "statement", values, owners, render)


def _largest(book: Book, on: date) -> list[int]:
    rows = sorted(book.reader.ageing(on), key=lambda row: (-row.balance, row.code))
    return [_customer_id(book, row.code) for row in rows[:_STATEMENTS]]


def _customer_id(book: Book, code: str) -> int:
    found = book.reader.find_customer(code)
    if found is None:
        raise LookupError(code)
    return found
