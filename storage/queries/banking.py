"""Bank accounts and statements, and what matching needs to know of the book."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Final

from sqlalchemy import Connection, text

from domain.listing import BankAccountRow, LearnedRow, StatementRow
from domain.matching.values import Claim, Known, Learned, Payer, Policy
from storage.queries.inflows import LINE_STATE, UNBOOKED
from storage.unit_items import FIELDS, open_item_from

_CLAIMS: Final = f"""
SELECT {FIELDS}, d.order_number, d.contract_number, d.reference, d.extra
  FROM item i INDEXED BY {{index}} CROSS JOIN document d ON d.id = i.document_id
 WHERE {{where}} AND i.kind NOT IN ('receipt', 'refund', 'void')"""
#: Settled of late: money that names one of these again is asked about.
_LATE: Final = 45
_SETTLED: Final = "i.open_minor = 0 AND i.amount_minor > 0 AND i.changed_on > :since"
_PAYERS: Final = """
SELECT id, code, name, name_en, group_name, tax_id, bank_account FROM customer ORDER BY id"""
#: Numbers of letters that list an item, and the latest statement of each account.
_LETTERS: Final = """
SELECT n.item_id, p.number FROM dunned_item n JOIN paper p ON p.id = n.paper_id
  JOIN item i ON i.id = n.item_id WHERE i.open_minor <> 0"""
_STATEMENTS: Final = """
SELECT p.number, p.customer_id, p.currency, p.value FROM paper p
 WHERE p.id IN (SELECT MAX(s.id) FROM paper s WHERE s.kind = 'statement'
                 GROUP BY s.customer_id, s.currency)"""


def known(connection: Connection, policy: Policy) -> Known:
    """Return customers, open documents and lessons as matching wants them."""
    found, lessons = payers(connection)
    return Known(
        payers=tuple(found),
        claims=tuple(_claims(connection)),
        learned=tuple(lessons),
        policy=policy,
    )


def payers(connection: Connection) -> tuple[list[Payer], list[Learned]]:
    """Return customers and lessons alone, which is little beside the open documents."""
    lessons = [
        Learned(kind=row.kind, key=row.key, customer_id=row.customer_id, count=row.count)
        for row in learned(connection)
    ]
    return list(_payers(connection)), lessons


def _payers(connection: Connection) -> Iterator[Payer]:
    aliases: dict[int, list[str]] = defaultdict(list)
    for customer_id, alias in connection.execute(
        text("SELECT customer_id, alias FROM customer_alias ORDER BY id")
    ):
        aliases[customer_id].append(alias)
    for row in connection.execute(text(_PAYERS)):
        yield Payer(
            id=row[0],
            code=row[1],
            name=row[2],
            name_en=row[3],
            group=row[4],
            tax_id=row[5],
            aliases=tuple(aliases.get(row[0], ())),
            accounts=(row[6],) if row[6] else (),
        )


def _claims(connection: Connection) -> Iterator[Claim]:
    letters: dict[int, list[str]] = defaultdict(list)
    for item_id, number in connection.execute(text(_LETTERS)):
        letters[item_id].append(number)
    listed = _listed(connection)
    for row in _claim_rows(connection):
        item = open_item_from(row)
        statement = listed.get((item.customer_id, item.currency, item.number))
        yield Claim(
            item=item,
            order=row["order_number"],
            contract=row["contract_number"],
            others=_others(row),
            statements=(*letters.get(item.id, ()), *((statement,) if statement else ())),
        )


def _claim_rows(connection: Connection) -> Iterator[Mapping[Any, Any]]:
    """Return the rows of open documents, and of those settled of late."""
    opened = _CLAIMS.format(index="ix_item_open", where="i.open_minor <> 0")
    yield from connection.execute(text(opened)).mappings()
    last = connection.scalar(text("SELECT MAX(changed_on) FROM item"))
    if last is not None:
        since = date.fromisoformat(last) - timedelta(days=_LATE)
        settled = _CLAIMS.format(index="ix_item_changed", where=_SETTLED)
        yield from connection.execute(text(settled), {"since": since.isoformat()}).mappings()


def _others(row: Mapping[Any, Any]) -> tuple[str, ...]:
    """Return further numbers of a document: its reference, and columns named so in its file."""
    extra = json.loads(row["extra"]) if row["extra"] else {}
    told = [str(value) for key, value in extra.items() if "号" in key or "number" in key.lower()]
    return tuple(dict.fromkeys(word for word in (row["reference"], *told) if word))


def _listed(connection: Connection) -> dict[tuple[int, str, str], str]:
    """Return the number of the latest statement that lists a document."""
    found = {}
    for number, customer_id, currency, value in connection.execute(text(_STATEMENTS)):
        for line in json.loads(value).get("lines", ()):
            if line.get("number"):
                found[customer_id, currency, str(line["number"])] = str(number)
    return found


def accounts(connection: Connection) -> list[BankAccountRow]:
    """Return our bank accounts by number."""
    sql = f"""
        SELECT b.id, b.number, b.name, b.bank, b.currency, COUNT(l.id),
               (SELECT MAX(COALESCE(s.to_on, (SELECT MAX(x.booked_on) FROM bank_line x
                                               WHERE x.statement_id = s.id)))
                  FROM bank_statement s WHERE s.account_id = b.id),
               (SELECT MAX(o.at_utc) FROM bank_statement s JOIN operation o
                    ON o.id = s.operation_id WHERE s.account_id = b.id),
               SUM(CASE WHEN l.id IS NOT NULL AND {UNBOOKED} AND {LINE_STATE} <> 'other'
                        THEN 1 ELSE 0 END)
          FROM bank_account b LEFT JOIN bank_line l ON l.account_id = b.id
         GROUP BY b.id ORDER BY b.number, b.currency"""
    return [
        BankAccountRow(
            id=row[0],
            number=row[1],
            name=row[2],
            bank=row[3],
            currency=row[4],
            lines=row[5],
            last_on=date.fromisoformat(row[6]) if row[6] else None,
            read_at=row[7] or "",
            todo=row[8] or 0,
        )
        for row in connection.execute(text(sql))
    ]


def statements(connection: Connection, account_id: int | None) -> list[StatementRow]:
    """Return the statements taken in, newest first, each compared with the one before it."""
    where = "" if account_id is None else "WHERE s.account_id = :account"
    sql = f"""
        SELECT s.*, b.number AS account, b.currency, o.at_utc
          FROM bank_statement s JOIN bank_account b ON b.id = s.account_id
          JOIN operation o ON o.id = s.operation_id {where}
         ORDER BY s.account_id, COALESCE(s.to_on, s.from_on, ''), s.id"""
    values = {} if account_id is None else {"account": account_id}
    rows = [_statement(row) for row in connection.execute(text(sql), values).mappings()]
    rows[1:] = [
        replace(after, continues=_continues(before, after)) for before, after in pairwise(rows)
    ]
    return sorted(rows, key=lambda row: (row.to_on or date.min, row.id), reverse=True)


def _continues(before: StatementRow, after: StatementRow) -> bool | None:
    """Return whether a statement opens with the closing balance before it, None if unknown.

    Overlapping statements open in the middle of one another: that tells nothing.
    """
    if before.account_id != after.account_id or None in (before.closing, after.opening):
        return None
    overlaps = before.to_on and after.from_on and after.from_on <= before.to_on
    return None if overlaps and before.closing != after.opening else before.closing == after.opening


def _statement(row: Mapping[Any, Any]) -> StatementRow:
    opening, closing = row["opening_minor"], row["closing_minor"]
    known_both = opening is not None and closing is not None
    moved = row["credits_minor"] - row["debits_minor"]
    return StatementRow(
        id=row["id"],
        account_id=row["account_id"],
        account=row["account"],
        currency=row["currency"],
        file=row["file"],
        format=row["format"],
        number=row["number"],
        from_on=date.fromisoformat(row["from_on"]) if row["from_on"] else None,
        to_on=date.fromisoformat(row["to_on"]) if row["to_on"] else None,
        opening=opening,
        closing=closing,
        credits=row["credits_minor"],
        debits=row["debits_minor"],
        lines=row["lines"],
        added=row["added"],
        read_at=row["at_utc"],
        adds_up=opening + moved == closing if known_both else None,
        continues=None,
    )


def learned(connection: Connection) -> list[LearnedRow]:
    """Return what matching has learned, by customer."""
    sql = """
        SELECT t.id, t.kind, t."key", t.customer_id, c.code, c.name, t."count"
          FROM learned t JOIN customer c ON c.id = t.customer_id
         ORDER BY c.code, t.kind, t."key" """
    return [
        LearnedRow(
            id=row[0],
            kind=row[1],
            key=row[2],
            customer_id=row[3],
            customer_code=row[4],
            customer_name=row[5],
            count=row[6],
        )
        for row in connection.execute(text(sql))
    ]
