"""What was open on a date, in SQL.

An item is worth reading for a date D when it is open after all facts, or when
something happened to it after D. Where nothing happened after D the cached
``open_minor`` is the answer; else the allocations dated up to D are summed.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, text

#: Open amount of item ``i`` on :as_of, signed like the document.
OPEN: Final = """
CASE WHEN i.changed_on <= :as_of THEN i.open_minor
     WHEN i.amount_minor > 0 THEN i.amount_minor - COALESCE(
          (SELECT SUM(a.debit_minor) FROM allocation a
            WHERE a.debit_item_id = i.id AND a.allocated_on <= :as_of), 0)
     ELSE i.amount_minor + COALESCE(
          (SELECT SUM(a.credit_minor) FROM allocation a
            WHERE a.credit_item_id = i.id AND a.allocated_on <= :as_of), 0)
END"""


def is_latest(connection: Connection, as_of: str) -> bool:
    """Return whether no fact is dated after a day, so that the caches are that day's truth."""
    last = connection.scalar(text("SELECT MAX(changed_on) FROM item"))
    return last is None or last <= as_of


def open_rows(connection: Connection, columns: str, as_of: str, where: str = "") -> str:
    """Return SQL of all items with a non-zero ``open`` on :as_of and the given columns.

    Two disjoint halves, so that each uses its own index: what is open and was
    not touched since, and what was touched since.
    """
    also = f" AND {where}" if where else ""
    half = f"SELECT {columns}, i.open_minor AS open FROM item i WHERE i.open_minor <> 0"
    if is_latest(connection, as_of):
        return half + also
    later = (
        f"SELECT * FROM (SELECT {columns}, {OPEN} AS open FROM item i "
        f"WHERE i.changed_on > :as_of AND {_plain('i.issued_on')} <= :as_of{also}) AS touched"
        " WHERE open <> 0"
    )
    return f"{half} AND {_plain('i.changed_on')} <= :as_of{also} UNION ALL {later}"


def _plain(column: str) -> str:
    """Return a column so that no index is chosen for it.

    Left to guess, SQLite takes the index of all dates before a day for each half,
    which is nearly the whole book.
    """
    return f"({column} || '')"
