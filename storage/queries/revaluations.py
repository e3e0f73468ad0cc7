"""Foreign items as they stood on a day, and the revaluations kept."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Final

from sqlalchemy import Connection, text

from domain.listing import RevaluationRow
from domain.revaluation import ForeignItem, Valuation
from storage.queries.as_of import open_rows
from storage.unit_revaluation import STANDS

#: What allocations dated up to :as_of took of an item's base amount.
_TAKEN: Final = """COALESCE(CASE WHEN o.amount_minor > 0
     THEN (SELECT SUM(a.debit_base_minor) FROM allocation a
            WHERE a.debit_item_id = o.id AND a.allocated_on <= :as_of)
     ELSE -(SELECT SUM(a.credit_base_minor) FROM allocation a
             WHERE a.credit_item_id = o.id AND a.allocated_on <= :as_of) END, 0)"""


def foreign_items(connection: Connection, as_of: date, base: str) -> list[ForeignItem]:
    """Return what is open in other currencies than the book's, by customer and number."""
    day = as_of.isoformat()
    inner = open_rows(
        connection,
        "i.id, i.document_id, i.customer_id, i.currency, i.amount_minor, i.base_minor",
        day,
        "i.currency <> :base",
    )
    sql = f"""
        SELECT o.id, d.number, o.customer_id, c.name, o.currency, o.open,
               o.base_minor - {_TAKEN}
          FROM ({inner}) AS o JOIN document d ON d.id = o.document_id
          JOIN customer c ON c.id = o.customer_id
         ORDER BY o.currency, c.code, d.number, o.id"""
    values = {"as_of": day, "base": base}
    return [
        ForeignItem(
            item_id=row[0],
            number=row[1],
            customer_id=row[2],
            customer_name=row[3],
            currency=row[4],
            open=row[5],
            booked=row[6],
        )
        for row in connection.execute(text(sql), values)
    ]


def last_standing(connection: Connection) -> int | None:
    """Return the latest run that stands."""
    sql = f"SELECT r.id FROM revaluation r WHERE {STANDS} ORDER BY r.run_on DESC, r.id DESC LIMIT 1"
    found = connection.scalar(text(sql))
    return None if found is None else int(found)


def valuations(connection: Connection, run_id: int) -> list[Valuation]:
    """Return the items of a run."""
    sql = """SELECT item_id, currency, open_minor, booked_minor, valued_minor
               FROM revaluation_line WHERE run_id = :id ORDER BY id"""
    return [
        Valuation(item_id=row[0], currency=row[1], open=row[2], booked=row[3], valued=row[4])
        for row in connection.execute(text(sql), {"id": run_id})
    ]


def runs(connection: Connection) -> list[RevaluationRow]:
    """Return the runs kept, newest first, with the sums of each."""
    sql = """
        SELECT r.id, r.run_on, r.base_currency, r.rates, o.user, o.at_utc, COUNT(l.id),
               COALESCE(SUM(l.booked_minor), 0), COALESCE(SUM(l.valued_minor), 0),
               (SELECT v.run_on FROM revaluation v WHERE v.reverses_id = r.id)
          FROM revaluation r JOIN operation o ON o.id = r.operation_id
          LEFT JOIN revaluation_line l ON l.run_id = r.id
         WHERE r.reverses_id IS NULL GROUP BY r.id ORDER BY r.run_on DESC, r.id DESC"""
    return [
        RevaluationRow(
            id=row[0],
            run_on=date.fromisoformat(row[1]),
            base_currency=row[2],
            rates={key: Decimal(rate) for key, rate in json.loads(row[3]).items()},
            user=row[4],
            at_utc=row[5],
            items=row[6],
            booked=row[7],
            valued=row[8],
            reversed_on=date.fromisoformat(row[9]) if row[9] else None,
        )
        for row in connection.execute(text(sql))
    ]
