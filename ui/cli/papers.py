"""Commands that print: dun, statements."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from domain.dunning import ProposedLetter, SkippedCustomer
from domain.papers import DunningLetter, StatementOfAccount
from domain.ports import Book, BookReader
from domain.services import dunning, papers
from domain.services.papers import Issued
from ui.cli import words
from ui.cli.desk import Desk, WrongUsage, columns, file_name, money, silent
from ui.cli.figures import known_customer


def dun(desk: Desk, args: argparse.Namespace) -> int:
    """Draft a dunning run; with ``--apply`` number, keep and print its letters."""
    if args.out:
        # A run is released once: find out before it that its letters can be written.
        desk.ports.files.make_folder(args.out)
    with desk.book() as book:
        proposal = dunning.draft_run(book.reader, args.as_of, args.procedure)
        drafts = dunning.draft_letters(book.reader, proposal)
        values: list[Any] = [draft.value for draft in drafts]
        files = [""] * len(drafts)
        if args.apply and drafts:
            issued = dunning.release_run(
                book.unit_of_work(desk.ports.user),
                proposal,
                drafts,
                desk.ports.papers.render,
                said=dunning.Release(unreasoned=desk.choose("命令行发布", "command line")),
            ).value
            values = [paper.value for paper in issued]
            files = _write_issued(desk, args.out, issued)
        elif args.out:
            files = _write_drafts(desk, args.out, values)
        codes = _codes(book.reader, [s.customer_id for s in proposal.skipped])
    letters = [
        _letter(value, draft.proposed, file)
        for value, draft, file in zip(values, drafts, files, strict=True)
    ]
    skipped = [_skipped(skip, codes) for skip in proposal.skipped]
    document = {
        "as_of": args.as_of.isoformat(),
        "procedure": proposal.procedure.code,
        "applied": bool(args.apply),
        "letters": letters,
        "skipped": skipped,
    }
    desk.answer(document, lambda: _dun_lines(desk, letters, skipped))
    return 0


def _letter(value: Any, proposed: ProposedLetter, file: str) -> dict[str, Any]:
    currency = proposed.currency
    return {
        "number": value.number,
        "customer": value.customer.code,
        "name": value.customer.name,
        "level": value.level,
        "language": value.language,
        "currency": currency,
        "principal": money(value.principal, currency),
        "unapplied": money(value.unapplied, currency),
        "interest": money(value.interest, currency),
        "fees": money(value.fees, currency),
        "total": money(value.total, currency),
        "items": [
            {
                "invoice": item.row.label,
                "level": item.level,
                "days_overdue": item.row.days_overdue or 0,
                "open": money(item.claim, currency),
            }
            for item in proposed.items
        ],
        "file": file,
    }


def _skipped(skip: SkippedCustomer, codes: dict[int, str]) -> dict[str, Any]:
    return {
        "customer": codes[skip.customer_id],
        "currency": skip.currency,
        "amount": money(skip.amount, skip.currency),
        "reason": skip.reason,
        "until": skip.until.isoformat() if skip.until else None,
        "detail": skip.detail,
    }


def _codes(reader: BookReader, customer_ids: Sequence[int]) -> dict[int, str]:
    return {i: reader.customer(i).code for i in dict.fromkeys(customer_ids)}


def _dun_lines(
    desk: Desk, letters: list[dict[str, Any]], skipped: list[dict[str, Any]]
) -> list[str]:
    head = [desk.choose(f"催款函 {len(letters)} 封", f"{len(letters)} letters")]
    told = ("number", "customer", "name", "level", "currency")
    keys = (*told, "principal", "interest", "fees", "total", "file")
    body = [[str(letter[key]) for key in keys] for letter in letters]
    tail = [desk.choose(f"跳过 {len(skipped)} 户", f"{len(skipped)} skipped")]
    passed = [
        [s["customer"], s["currency"], s["amount"], words.skipped(s["reason"], desk.language)]
        for s in skipped
    ]
    return head + columns(body, frozenset({5, 6, 7, 8})) + tail + columns(passed, frozenset({2}))


def statements(desk: Desk, args: argparse.Namespace) -> int:
    """Show customer statements; with ``--out`` number, keep and print them."""
    if args.from_on and args.from_on > args.to:
        raise WrongUsage("--from 晚于 --to", "--from is after --to")
    if args.out:
        desk.ports.files.make_folder(args.out)
    with desk.book() as book:
        values, ids = _statement_values(desk, book, args)
        files = [""] * len(values)
        if args.out and values:
            issued = papers.issue(
                book.unit_of_work(desk.ports.user),
                "statement",
                values,
                ids,
                desk.ports.papers.render,
                silent,
            ).value
            values = [paper.value for paper in issued]
            files = _write_issued(desk, args.out, issued)
    told = [_statement(value, file) for value, file in zip(values, files, strict=True)]
    keys = ("number", "customer", "currency", "opening", "debits", "credits", "closing", "file")
    desk.answer(
        {"statements": told},
        lambda: columns([[str(one[key]) for key in keys] for one in told], frozenset({3, 4, 5, 6})),
    )
    return 0


def _statement_values(
    desk: Desk, book: Book, args: argparse.Namespace
) -> tuple[list[Any], list[int]]:
    reader = book.reader
    if args.customer:
        wanted = [known_customer(reader, args.customer)]
    else:
        wanted = papers.all_customers(reader, args.to)
    values: list[Any] = []
    ids: list[int] = []
    for customer_id in wanted:
        found = papers.statement_values(
            reader,
            [customer_id],
            to_on=args.to,
            from_on=args.from_on,
            style=args.style,
            issued_on=max(desk.today, args.to),
        )
        values += found
        ids += [customer_id] * len(found)
    return values, ids


def _statement(value: StatementOfAccount, file: str) -> dict[str, Any]:
    currency = value.currency
    return {
        "number": value.number,
        "customer": value.customer.code,
        "name": value.customer.name,
        "language": value.language,
        "currency": currency,
        "opening": money(value.opening, currency),
        "debits": money(value.debits, currency),
        "credits": money(value.receipts + value.credits, currency),
        "closing": money(value.closing, currency),
        "file": file,
    }


def _write_issued(desk: Desk, folder: Path | None, issued: Sequence[Issued]) -> list[str]:
    """Write the kept PDFs; they are in the book already, so a full disk loses nothing."""
    if folder is None:
        return [""] * len(issued)
    names = []
    for paper in issued:
        value: Any = paper.value
        names.append(file_name(value.customer.code, value.currency, value.number) + ".pdf")
        desk.ports.files.write_bytes(folder / names[-1], paper.pdf)
    return names


def _write_drafts(desk: Desk, folder: Path, values: Sequence[DunningLetter]) -> list[str]:
    names = []
    for value in values:
        names.append(file_name("draft", value.customer.code, value.currency) + ".pdf")
        desk.ports.files.write_bytes(folder / names[-1], desk.ports.papers.render(value))
    return names
