"""Disputes as they stood on a day, with the credit notes posted for them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, text

from domain.listing import DisputeRow

_SELECT: Final = """
    SELECT p.*, d.number, i.customer_id, i.currency, c.name, c.name_en FROM dispute p
      JOIN item i ON i.id = p.item_id JOIN document d ON d.id = i.document_id
      JOIN customer c ON c.id = i.customer_id
     WHERE {where} ORDER BY p.opened_on, p.id"""
#: Credit notes of disputes on a day; one voided by then counts no more.
_CREDITS: Final = """
    SELECT k.dispute_id, d.number, -d.amount_minor FROM dispute_credit k
      JOIN document d ON d.id = k.document_id
     WHERE d.issued_on <= :day
       AND NOT EXISTS (SELECT 1 FROM document v
                        WHERE v.reverses_id = d.id AND v.issued_on <= :day)
       AND k.dispute_id IN (SELECT p.id FROM dispute p JOIN item i ON i.id = p.item_id
                             WHERE {where})
     ORDER BY d.issued_on, d.id"""
_EVER: Final = "9999-12-31"

Credits = dict[int, list[tuple[str, int]]]


def disputes(
    connection: Connection,
    *,
    dispute_id: int | None = None,
    customer_id: int | None = None,
    item_id: int | None = None,
    open_on: date | None = None,
    as_of: date | None = None,
) -> list[DisputeRow]:
    """Return disputes by day: all, or those open on a day; as of a day what was known on it."""
    day = open_on or as_of
    conditions = {
        "p.id = :dispute": dispute_id is not None,
        "i.customer_id = :customer": customer_id is not None,
        "p.item_id = :item": item_id is not None,
        "p.opened_on <= :day": day is not None,
        "(p.closed_on IS NULL OR p.closed_on > :day)": open_on is not None,
    }
    values = {
        "dispute": dispute_id,
        "customer": customer_id,
        "item": item_id,
        "day": day.isoformat() if day else _EVER,
    }
    where = " AND ".join(["1 = 1", *(sql for sql, wanted in conditions.items() if wanted)])
    credits = _credits(connection, where, values)
    rows = connection.execute(text(_SELECT.format(where=where)), values).mappings()
    return [_row(row, credits, str(values["day"])) for row in rows]


def _credits(connection: Connection, where: str, values: Mapping[str, Any]) -> Credits:
    found: Credits = {}
    for key, number, minor in connection.execute(text(_CREDITS.format(where=where)), values):
        found.setdefault(key, []).append((number, minor))
    return found


def _row(row: Mapping[Any, Any], credits: Credits, day: str) -> DisputeRow:
    ended = row["closed_on"] is not None and row["closed_on"] <= day
    decided = row["decided_on"] is not None and row["decided_on"] <= day
    joined = credits.get(row["id"], [])
    return DisputeRow(
        id=row["id"],
        item_id=row["item_id"],
        number=row["number"],
        customer_id=row["customer_id"],
        customer_name=row["name"],
        customer_name_en=row["name_en"],
        currency=row["currency"],
        amount=row["amount_minor"],
        kind=row["kind"],
        reason=row["reason"],
        opened_on=date.fromisoformat(row["opened_on"]),
        due_on=date.fromisoformat(row["due_on"]),
        closed_on=date.fromisoformat(row["closed_on"]) if ended else None,
        owner=row["owner"],
        decided_on=date.fromisoformat(row["decided_on"]) if decided else None,
        outcome=row["outcome"] if decided else "",
        conceded=row["conceded_minor"] if decided else 0,
        resolution=row["resolution"] if decided else "",
        credited=sum(minor for _number, minor in joined),
        credits=tuple(number for number, _minor in joined),
        note=row["note"],
    )
