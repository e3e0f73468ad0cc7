"""Commands about credit: exposure as `balance` tells it, and the credit check."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from domain.credit.check import CheckResult, Level
from domain.credit.exposure import Part, together
from domain.credit.holds import Scope
from domain.listing import CustomerRow, ItemRow
from domain.money import Money, decimals
from domain.ports import BookReader
from domain.reading.amounts import read_amount
from domain.services.credit_check import Asked, Rates, check_sale, exposures
from ui import credit_words
from ui.cli.desk import Desk, WrongUsage, columns, money


def exposure(
    reader: BookReader, row: CustomerRow, items: list[ItemRow], as_of: date
) -> dict[str, Any]:
    """Return exposure beside the limit: the ledger's part of it, and all by component.

    ``amount`` and ``by_currency`` are open documents less unapplied money; ``total`` and
    ``components`` count orders, deliveries, bills and deposits as well, each once.
    """
    found = exposures(reader, as_of, customer_ids=[row.id])
    rates = Rates(reader, as_of)
    whole = together(found, rates.base, row.currency, rates.of(row.currency))
    sums: dict[str, int] = {}
    for item in items:
        sums[item.currency] = sums.get(item.currency, 0) + item.open
    return {
        "currency": row.currency,
        "limit": None if row.limit_minor is None else money(row.limit_minor, row.currency),
        "amount": money(sums.get(row.currency, 0), row.currency),
        "by_currency": {code: money(sums[code], code) for code in sorted(sums)},
        "total": money(whole.total, row.currency),
        "components": _parts(whole.parts, row.currency),
        "components_by_currency": {one.currency: _parts(one.parts, one.currency) for one in found},
        "unvalued": list(whole.unvalued),
    }


def _parts(parts: Mapping[Part, int], currency: str) -> dict[str, str]:
    return {part.value: money(parts.get(part, 0), currency) for part in Part}


def lines(desk: Desk, told: dict[str, Any]) -> list[str]:
    """Return exposure for a person: components with something in them, and the total."""
    body = [
        [credit_words.part(part, desk.language), told["components"][part.value]]
        for part in Part
        if Decimal(told["components"][part.value])
    ]
    head = desk.choose("敞口", "Exposure")
    body.append([f"{head} {told['currency']}", told["total"]])
    return columns(body, right=frozenset({1}))


def credit_check(desk: Desk, args: argparse.Namespace) -> int:
    """Say whether a customer may buy on credit, with every reason; exit 0 only on a pass."""
    as_of = args.as_of or desk.today
    with desk.book() as book:
        from ui.cli.figures import known_customer

        customer_id = known_customer(book.reader, args.customer)
        row = book.reader.customer_row(customer_id, as_of)
        asked = Asked(
            customer_id=customer_id,
            amount=_amount(args.amount, args.currency or row.currency),
            days=args.days,
            scope=Scope.DELIVERIES if args.deliver else Scope.ORDERS,
        )
        result = check_sale(book.reader, asked, as_of)
    desk.answer(_document(desk, row, args, result), lambda: _lines(desk, row, result))
    return 0 if result.verdict is Level.PASSES else 1


def _amount(text: str | None, currency: str) -> Money | None:
    """Return the amount asked for.

    Raises:
        WrongUsage: it cannot be read without doubt, or is not above zero.
    """
    if text is None:
        return None
    found = read_amount(text, decimals=decimals(currency), style="point")
    minor = found.value
    if found.problem or minor is None or minor <= 0:
        raise WrongUsage(
            f"--amount 看不懂，或不大于零：{text}", f"--amount is no amount above zero: {text}"
        )
    return Money(minor, found.currency or currency)


def _document(
    desk: Desk, row: CustomerRow, args: argparse.Namespace, result: CheckResult
) -> dict[str, Any]:
    asked, currency = result.asked, result.asked.currency
    return {
        "customer": row.code,
        "name": row.name,
        "as_of": asked.on.isoformat(),
        "verdict": result.verdict.value,
        "currency": currency,
        "asked": money(asked.amount, currency),
        "days": args.days,
        "exposure": money(asked.exposure, currency),
        "after": money(result.after, currency),
        "limit": None if asked.limit is None else money(asked.limit, currency),
        "components": _parts(asked.parts, currency),
        "reasons": [
            {
                "level": one.level.value,
                "code": one.code,
                "message": credit_words.reason(one, currency, desk.language),
            }
            for one in result.reasons
        ],
        "override": result.override.id if result.override else None,
    }


def _lines(desk: Desk, row: CustomerRow, result: CheckResult) -> list[str]:
    currency = result.asked.currency
    limit = result.asked.limit
    none = desk.choose("未设额度", "none set")
    figures = desk.choose(
        "敞口 {e}，加上本次 {a}，额度 {l}", "exposure {e}, with it {a}, limit {l}"
    )
    head = f"{row.code} {row.name}: {credit_words.verdict(result.verdict, desk.language)}"
    told = figures.format(
        e=money(result.asked.exposure, currency),
        a=money(result.after, currency),
        l=none if limit is None else money(limit, currency),
    )
    marks = {Level.BLOCK: "✗", Level.WARN: "!", Level.PASSES: "·"}
    worded = credit_words.reasons(result, desk.language)
    return [head, f"{told} ({currency})", *(f"{marks[level]} {text}" for level, text in worded)]
