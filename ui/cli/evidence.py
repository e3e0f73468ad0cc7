"""The command that makes an evidence bundle: evidence."""

from __future__ import annotations

import argparse
from typing import Any

from domain.evidence import words
from domain.evidence.bundle import problem_words
from domain.evidence.proof import InvoiceProof, score
from domain.policy import policy_on
from domain.services import evidence as service
from domain.services.evidence import Gathered
from ui.cli.desk import Desk, columns, money, silent
from ui.cli.figures import known_customer
from ui.evidence.export import Bundle, Written, write_bundle


def evidence(desk: Desk, args: argparse.Namespace) -> int:
    """Say what proves a customer's claim and what is missing; with ``--out`` write the bundle."""
    as_of = args.as_of or desk.today
    with desk.book() as book:
        reader = book.reader
        customer_id = known_customer(reader, args.customer)
        documents = service.claim_documents(reader, customer_id, as_of, args.invoice)
        language = desk.language if desk.chosen else None
        found = service.gather(reader, customer_id, documents, as_of, language=language)
        weights = policy_on(reader, as_of).evidence
        written = None
        if args.out:
            desk.ports.files.make_folder(args.out)
            bundle = Bundle(reader, desk.ports.papers, found)
            written = write_bundle(
                bundle,
                desk.ports.files,
                args.out,
                made_on=desk.today,
                zipped=args.zip,
                progress=silent,
            )
    told = [_invoice(one, score(one.checks, weights), desk.language) for one in found.invoices]
    desk.answer(_document(found, told, written), lambda: _lines(desk, found, told, written))
    return 0


def _invoice(one: InvoiceProof, reached: int, language: str) -> dict[str, Any]:
    return {
        "number": one.number,
        "currency": one.currency,
        "open": money(one.open, one.currency),
        "score": reached,
        "missing": [
            {
                "paper": proof.value,
                "name": words.name(proof, language),
                "get": words.get(proof, language),
            }
            for proof in one.missing
        ],
    }


def _document(
    found: Gathered, invoices: list[dict[str, Any]], written: Written | None
) -> dict[str, Any]:
    return {
        "customer": found.customer.code,
        "as_of": found.as_of.isoformat(),
        "score": found.score,
        "invoices": invoices,
        "pieces": [{"kind": one.proof.value, "title": one.title} for one in found.pieces],
        "file": str(written.path) if written else "",
        "pages": written.front.pages if written else None,
        "sha256": written.sha256 if written else "",
        "beside": [one.title for one in written.beside] if written else [],
    }


def _lines(
    desk: Desk, found: Gathered, invoices: list[dict[str, Any]], written: Written | None
) -> list[str]:
    language = desk.language
    head = desk.choose(f"完整度 {found.score} %", f"Proved {found.score} %")
    rows = [
        [
            one["number"],
            one["currency"],
            one["open"],
            f"{one['score']} %",
            "; ".join(part["name"] for part in one["missing"]),
        ]
        for one in invoices
    ]
    lines = [head, *columns(rows, frozenset({2, 3}))]
    missing = dict.fromkeys(proof for one in found.invoices for proof in one.missing)
    lines += [f"{words.name(one, language)}: {words.get(one, language)}" for one in missing]
    if written is not None:
        count, pages = len(written.front.exhibits), written.front.pages
        lines.append(
            desk.choose(
                f"已写入 {written.path}：证据 {count} 份，{pages} 页",
                f"Written to {written.path}: {count} exhibits, {pages} pages",
            )
        )
        lines += [
            f"{one.number} {one.title}: {problem_words(one.problem, language)}"
            for one in written.beside
        ]
    return lines
