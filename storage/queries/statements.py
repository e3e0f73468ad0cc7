"""Issued statements with their periods, as the register of replies reads them."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import Connection, text

from domain.statement_reply import SentStatement

_SENT: Final = """
    SELECT p.id, p.number, p.customer_id, c.code, c.name, c.name_en, p.currency,
           json_extract(p.value, '$.style'), json_extract(p.value, '$.from_on'),
           json_extract(p.value, '$.to_on'), json_extract(p.value, '$.issued_on'),
           json_extract(p.value, '$.reply_by'), json_extract(p.value, '$.closing')
      FROM paper p JOIN customer c ON c.id = p.customer_id
     WHERE p.kind = 'statement' AND (:customer IS NULL OR p.customer_id = :customer)
     ORDER BY p.dated_on, p.id"""


def sent(connection: Connection, customer_id: int | None) -> list[SentStatement]:
    """Return issued statements, of all or one customer, by day."""
    rows = connection.execute(text(_SENT), {"customer": customer_id}).all()
    return [
        SentStatement(
            paper_id=row[0],
            number=row[1],
            customer_id=row[2],
            customer_code=row[3],
            customer_name=row[4],
            customer_name_en=row[5],
            currency=row[6],
            style=row[7],
            from_on=date.fromisoformat(row[8]),
            to_on=date.fromisoformat(row[9]),
            issued_on=date.fromisoformat(row[10]),
            reply_by=date.fromisoformat(row[11]),
            closing=row[12],
        )
        for row in rows
    ]
