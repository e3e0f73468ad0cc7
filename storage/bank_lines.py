"""Bank statements into the book: each line once, whatever file it came from.

A line is known again by its bank's own number, else by everything that was written of
it; genuinely identical lines of one file are counted, so that all of them stay
(the first like it, the second …). Nothing is booked to customers here.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select, text

from domain.bank import BankLine, BankStatement
from domain.errors import TooManyDecimals
from domain.money import from_decimal
from domain.reading.result import Rejection
from storage.statements import INSERTS
from storage.tables_bank import bank_account, bank_line, bank_statement

if TYPE_CHECKING:
    from storage.unit_of_work import SqlUnitOfWork

TOO_MANY_DECIMALS: Final = "amount.too_many_decimals"
#: An account of which the file says nothing.
UNNAMED: Final = "?"
#: Lines written at a time.
_BATCH: Final = 2000


@dataclass(slots=True, kw_only=True)
class Taken:
    """What taking statements came to, file by file."""

    added: int = 0
    known: int = 0
    statement_id: int = 0
    refused: list[Rejection] = field(default_factory=list)
    seen: Counter[tuple[int, str]] = field(default_factory=Counter)


def take_statement(
    uow: SqlUnitOfWork, one: BankStatement, taken: Taken, *, file: str, sha256: str, currency: str
) -> None:
    """Write the lines of a statement that its account does not have yet; count in ``taken``.

    ``currency`` is for a statement that names none. One that adds nothing is kept only
    where it has no lines and is new: the same file again leaves no trace.
    """
    currency = one.currency or currency
    account_id = _account(uow, one.account or UNNAMED, currency, one.owner)
    rows = _rows(account_id, one, currency, taken)
    fresh = _fresh(uow, account_id, rows)
    if fresh or (not one.lines and _is_new(uow, account_id, one)):
        told = {"file": file, "sha256": sha256, "added": len(fresh)}
        taken.statement_id = _write(uow, account_id, one, currency, told, fresh)
    taken.added += len(fresh)
    taken.known += len(rows) - len(fresh)


def _account(uow: SqlUnitOfWork, number: str, currency: str, owner: str) -> int:
    wanted = (bank_account.c.number == number) & (bank_account.c.currency == currency)
    found = uow.connection.scalar(select(bank_account.c.id).where(wanted))
    if found is not None:
        return int(found)
    values = {"number": number, "currency": currency, "name": owner}
    return uow.insert(bank_account, **values, operation_id=uow.operation_id)


def _rows(account_id: int, one: BankStatement, currency: str, taken: Taken) -> list[dict[str, Any]]:
    rows = []
    for line in one.lines:
        for part in line.payments():
            try:
                row = _row(part, part.currency or currency)
            except TooManyDecimals as error:
                taken.refused.append(_refused(line, part, error.facts))
                continue
            taken.seen[account_id, row["identity"]] += 1
            row["ordinal"] = taken.seen[account_id, row["identity"]]
            rows.append({**row, "account_id": account_id, "row": line.row})
    return rows


def _refused(line: BankLine, part: BankLine, facts: Mapping[str, object]) -> Rejection:
    return Rejection(row=line.row, code=TOO_MANY_DECIMALS, value=str(part.amount), facts=facts)


def _fresh(
    uow: SqlUnitOfWork, account_id: int, rows: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return the lines that the account does not have yet."""
    if not rows:
        return []
    days = [row["booked_on"] for row in rows]
    sql = """SELECT identity, ordinal FROM bank_line
              WHERE account_id = :account AND booked_on BETWEEN :first AND :last"""
    values = {"account": account_id, "first": min(days), "last": max(days)}
    known = {tuple(row) for row in uow.connection.execute(text(sql), values)}
    return [row for row in rows if (row["identity"], row["ordinal"]) not in known]


def _is_new(uow: SqlUnitOfWork, account_id: int, one: BankStatement) -> bool:
    """Return whether a statement without lines says something: up to when nothing moved."""
    if one.to_on is None or one.closing is None:
        return False
    sql = """SELECT 1 FROM bank_statement
              WHERE account_id = :account AND to_on = :day AND number = :number"""
    values = {"account": account_id, "day": one.to_on.isoformat(), "number": one.number}
    return uow.connection.scalar(text(sql), values) is None


def _write(
    uow: SqlUnitOfWork,
    account_id: int,
    one: BankStatement,
    currency: str,
    told: Mapping[str, Any],
    fresh: Sequence[dict[str, Any]],
) -> int:
    statement_id = uow.insert(
        bank_statement,
        account_id=account_id,
        format=one.format,
        number=one.number,
        from_on=_iso(one.from_on or one.first_on),
        to_on=_iso(one.to_on or one.last_on),
        opening_minor=_minor(one.opening, currency),
        closing_minor=_minor(one.closing, currency),
        lines=len(one.told()),
        credits_minor=_minor(one.credits, currency) or 0,
        debits_minor=_minor(one.debits, currency) or 0,
        operation_id=uow.operation_id,
        **told,
    )
    for start in range(0, len(fresh), _BATCH):
        batch = [
            {**row, "statement_id": statement_id, "operation_id": uow.operation_id}
            for row in fresh[start : start + _BATCH]
        ]
        uow.connection.execute(INSERTS[bank_line.name], batch)
    return statement_id


def _row(line: BankLine, currency: str) -> dict[str, Any]:
    minor = from_decimal(line.amount, currency).minor
    return {
        "booked_on": line.booked_on.isoformat(),
        "value_on": _iso(line.value_on),
        "at": line.at,
        "currency": currency,
        "amount_minor": minor,
        "charges_minor": _minor(line.charges, currency) or 0,
        "name": line.name,
        "account": line.account,
        "bank": line.bank,
        "text": line.text,
        "reference": line.reference,
        "serial": line.serial,
        "code": line.code,
        "balance_minor": _minor(line.balance, currency),
        "is_reversal": int(line.is_reversal),
        "is_neutral": int(line.is_neutral),
        "raw": line.raw,
        "identity": identity(line, minor),
    }


def identity(line: BankLine, minor: int) -> str:
    """Return what tells a movement from all others of its account.

    The bank's own number with day and amount, as some banks use one number twice; else
    day, time and everything written. Balances are left out: banks order a day anew.
    """
    words = (line.serial,) if line.serial else (line.at, line.name, line.account, line.text)
    told = (line.booked_on.isoformat(), str(minor), *(" ".join(word.split()) for word in words))
    return hashlib.sha256("\x1f".join(told).encode()).hexdigest()[:32]


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _minor(amount: Decimal | None, currency: str) -> int | None:
    """Return a balance or sum in minor units, None where it has more decimals than that."""
    if amount is None:
        return None
    try:
        return from_decimal(amount, currency).minor
    except TooManyDecimals:
        return None
