"""The command that matches money with documents: reconcile."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from domain.listing import InflowRow
from domain.matching.payments import written
from domain.matching.values import Answer, Proposal
from domain.ports import Book
from domain.services import bank, matching
from ui import match_words
from ui.cli.desk import Desk, columns, money, silent


def reconcile(desk: Desk, args: argparse.Namespace) -> int:
    """Propose matches for unallocated money; with ``--apply`` book the sure ones."""
    with desk.book() as book:
        reader, today = book.reader, desk.today
        policy = matching.policy_of(reader)
        if args.min_confidence is not None:
            policy = replace(policy, automatic=args.min_confidence)
        found = matching.answers(reader, today, policy=policy)
        told = [_proposal(desk, book, key, one) for key, one in found.items()]
        booked = matching.automatic(found, policy.automatic) if args.apply else []
        if booked:
            bank.book(book.unit_of_work(desk.ports.user), booked, today, silent)
    document = {"proposals": told, "applied": len(booked), "left": len(found) - len(booked)}
    desk.answer(document, lambda: _lines(desk, document, apply=args.apply))
    return 0


def _proposal(desk: Desk, book: Book, key: int, one: Answer) -> dict[str, Any]:
    inflow = book.reader.inflow(key, desk.today)
    best = one.best
    return {
        "line": (inflow.serial or str(key)) if key > 0 else None,
        "receipt": inflow.number or None,
        "date": inflow.booked_on.isoformat(),
        "payer": inflow.name,
        "amount": money(inflow.open, inflow.currency),
        "currency": inflow.currency,
        "customer": book.reader.customer(best.customer_id).code if best else None,
        "confidence": best.confidence / 100 if best else 0,
        "automatic": best.is_automatic if best else False,
        "rule": best.rule.value if best else None,
        "allocations": _allocations(book, inflow, best) if best else [],
        "residual": money(best.rest if best else inflow.open, inflow.currency),
        "reason": match_words.reason(best, written(inflow), desk.language) if best else "",
    }


def _allocations(book: Book, inflow: InflowRow, best: Proposal) -> list[dict[str, str]]:
    rows = []
    for part in best.parts:
        item = book.reader.open_item(part.item_id)
        minor = -part.minor if part.is_credit else part.minor
        row = {"invoice": item.number, "amount": money(minor, inflow.currency)}
        extra = {"discount": part.discount, "difference": part.difference, "fee": part.fee}
        row |= {name: money(minor, inflow.currency) for name, minor in extra.items() if minor}
        rows.append(row)
    return rows


def _lines(desk: Desk, document: dict[str, Any], *, apply: bool) -> list[str]:
    rows = [
        [
            one["date"],
            one["payer"],
            f"{one['amount']} {one['currency']}",
            one["customer"] or "—",
            f"{one['confidence']:.0%}",
            " ".join(f"{part['invoice']}={part['amount']}" for part in one["allocations"]) or "—",
            one["reason"],
        ]
        for one in document["proposals"]
    ]
    done, left = document["applied"], document["left"]
    if apply:
        last = desk.choose(
            f"已核销 {done} 笔，余 {left} 笔待处理。", f"{done} booked, {left} left to do."
        )
    else:
        last = desk.choose(
            f"共 {len(rows)} 笔待核销；未记账，记账请加 --apply。",
            f"{len(rows)} to be matched; nothing was booked, --apply books the sure ones.",
        )
    return [*columns(rows, frozenset({2, 4})), last]
