"""Dunning letters of a period and what money paid of them in time, in one read."""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlalchemy import Connection, text

from domain.document import Kind
from domain.ports_policy import SentLetter

#: Kinds whose allocation is money that came.
_MONEY: Final = ", ".join(f"'{kind.value}'" for kind in (Kind.RECEIPT, Kind.SET_OFF))
_LETTERS: Final = f"""
SELECT paper_id, MAX(level), currency, sent_on, SUM(open_minor), SUM(MIN(open_minor, paid))
  FROM (SELECT n.paper_id, n.level, i.currency, n.sent_on, n.open_minor,
               MAX(0, COALESCE((SELECT SUM(a.debit_minor)
                  FROM allocation a CROSS JOIN item c ON c.id = a.credit_item_id
                 WHERE a.debit_item_id = n.item_id AND c.kind IN ({_MONEY})
                   AND c.issued_on > n.sent_on
                   AND c.issued_on <= date(n.sent_on, :within)), 0)) AS paid
          FROM dunned_item n JOIN item i ON i.id = n.item_id
         WHERE n.sent_on BETWEEN :first AND :last)
 GROUP BY paper_id, currency, sent_on ORDER BY sent_on, paper_id"""


def letters_sent(
    connection: Connection, from_on: date, to_on: date, within: int
) -> list[SentLetter]:
    """Return the letters sent in a period, by day, with what money paid of them in time."""
    wanted = {
        "first": from_on.isoformat(),
        "last": to_on.isoformat(),
        "within": f"+{within} days",
    }
    return [
        SentLetter(paper_id, level, currency, date.fromisoformat(sent), claimed, paid)
        for paper_id, level, currency, sent, claimed, paid in connection.execute(
            text(_LETTERS), wanted
        )
    ]
