"""Accounts of a period: who has something for a statement to say."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import Connection, text

from domain.listing import AccountRow

_ACCOUNTS: Final = """
SELECT c.id, c.code, c.name, c.name_en, s.currency, c.language,
       s.opening, s.closing, s.movements
  FROM (SELECT i.customer_id, i.currency,
               SUM(CASE WHEN i.issued_on < :first THEN i.amount_minor ELSE 0 END) AS opening,
               SUM(i.amount_minor) AS closing,
               SUM(CASE WHEN i.issued_on >= :first THEN 1 ELSE 0 END) AS movements
          FROM item i WHERE i.issued_on <= :last
         GROUP BY i.customer_id, i.currency) s
  JOIN customer c ON c.id = s.customer_id
 WHERE s.opening <> 0 OR s.closing <> 0 OR s.movements > 0
 ORDER BY c.code, s.currency"""


def accounts(connection: Connection, from_on: date, to_on: date) -> list[AccountRow]:
    """Return accounts with a balance or movement in a period, by customer code."""
    values = {"first": from_on.isoformat(), "last": to_on.isoformat()}
    return [
        AccountRow(
            customer_id=row[0],
            code=row[1],
            name=row[2],
            name_en=row[3],
            currency=row[4],
            language=row[5] or "",
            opening=row[6],
            closing=row[7],
            movements=row[8],
        )
        for row in connection.execute(text(_ACCOUNTS), values)
    ]
